"""Tables of any shape: what separates them, what their columns hold, what their cells mean; and what is hostile."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from generator.errors import ForeignFileError, UsageError
from generator.importing import csv_rows, xlsx_rows
from generator.importing.columns import FIELDS, find_header, parse_map
from generator.importing.files import ENDINGS, Wishes, read_batch
from generator.importing.rows import Row

ROWS = [
    ["Date of event", "Headline", "Link", "Topic", "Who"],
    ["2022-05", "Bridge opens", "https://news.example/a", "bridges, port", "Ann Lee; Bo"],
    ["spring 2023", "Cranes return", "", "", ""],
]


def table(rows, separator=","):
    return "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)


@pytest.fixture
def read(tmp_path):
    """Read a file that holds this."""

    def run(content, name="a.csv", **wishes):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_batch(path, Wishes(**wishes))

    return run


def workbook(rows, change=None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def told(batch):
    return [remark.what for remark in batch.remarks]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_separator_and_encoding_give_the_same(read, separator, encoding):
    rows = [*ROWS, ["2024", "Brücke “fertig” – endlich, ganz", "", "", ""]]
    batch = read(table(rows, separator).encode(encoding))
    assert [(draft.date.text, draft.title) for draft in batch.drafts] == [
        ("2022-05", "Bridge opens"),
        ("2023-21", "Cranes return"),
        ("2024", "Brücke “fertig” – endlich, ganz"),
    ]


def test_a_first_line_may_say_the_separator(read):
    assert [draft.title for draft in read("sep=;\r\nDate;Title\r\n2022;a, b\r\n").drafts] == ["a, b"]


def test_columns_are_known_by_what_people_call_them(read):
    batch = read(table(ROWS))
    assert dict(batch.columns) == {
        "date": "Date of event",
        "title": "Headline",
        "actors": "Who",
        "tags": "Topic",
        "source": "Link",
    }
    first = batch.drafts[0]
    assert (first.tags, first.actors) == (("bridges", "port"), ("Ann Lee", "Bo"))
    assert [source.url for source in first.sources] == ["https://news.example/a"]


@pytest.mark.parametrize(
    ("head", "cells", "date"),
    [
        ("Year,Event", "1991,x", "1991"),
        ("Jahr,Titel", "1850,x", "1850"),
        ("Year,Event", "c. 1850,x", "1850~"),
        ("Year,Event", "-44,x", "-0043"),
        ("Year,Month,Day,Event", "1991,8,6,x", "1991-08-06"),
        ("Year,Month,Day,Event", "1991,August,,x", "1991-08"),
        ("Year,Month,End Year,End Month,Event", "1991,8,1992,Mai,x", "1991-08/1992-05"),
        ("Year,Date,Event", "1991,1991-08,x", "1991-08"),
        ("Day,Event", "1991-08-06,x", "1991-08-06"),
    ],
)
def test_a_date_may_stand_in_three_columns(read, head, cells, date):
    found = read(f"{head}\n{cells}\n").drafts[0].date
    assert (found and found.text) == date


def test_a_date_in_three_columns_that_is_none_is_named(read):
    batch = read("Year,Month,Event\n,5,x\n1991,Thermidor,y\n")
    assert told(batch) == ["its date has no year that can be read", "its date, 1991-Thermidor, is kept as 1991"]


@pytest.mark.parametrize("title", ["What happened", "Ereignis", "Событие", "Événement"])
def test_a_table_of_dates_and_sentences_has_these_for_titles(read, title):
    assert dict(read(f"When,{title}\n2022,x\n").columns) == {"date": "When", "title": title}


def test_a_person_may_say_what_columns_hold(read):
    batch = read("A,B,C,D\n2022,x,one,two\n", columns=parse_map(["date=A", "title=b", "tags=C", "tags=D"]))
    assert (batch.drafts[0].title, batch.drafts[0].tags) == ("x", ("one", "two"))


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("date", "names no column"),
        ("date=", "names no column"),
        ("titel=A", "did you mean title"),
        ("date=A", "gives two columns"),
    ],
)
def test_a_map_that_says_nothing_is_refused(said, what):
    with pytest.raises(UsageError, match=what):
        parse_map(["date=A", said])


def test_a_column_that_is_not_there_is_refused_with_those_that_are(read):
    with pytest.raises(UsageError, match="it has “A”, “B”"):
        read("A,B\n1,2\n", columns=parse_map(["title=C"]))


def test_a_title_above_the_table_is_no_header():
    rows = [Row(1, ("My list",)), Row(3, ("Date", "Title")), Row(4, ("2022", "x"))]
    assert (find_header(rows), find_header([])) == (1, None)


def test_a_column_that_is_not_read_is_named_with_how_much_it_holds(read):
    assert told(read("Date,Title,Mood\n2022,a,good\n2023,b,\n")) == [
        "the column “Mood” is not read (1 of 2 rows fill it)"
    ]


def test_a_column_without_a_name_and_cells_behind_the_last_name_are_named(read):
    assert told(read("Date,,Title\n2022,lost,a\n2023,,b,more\n")) == [
        "the column 2, which has no name, is not read (1 of 2 rows fill it)",
        "the column 4, which has no name, is not read (1 of 2 rows fill it)",
    ]


def test_a_column_that_somebody_added_to_the_spreadsheet_of_timelinejs_is_named(read):
    batch = read("Year,Headline,Media Thumbnail,Reporter\n2022,a,https://a.example/small.jpg,Ann\n")
    assert told(batch) == [
        "the column “Reporter” is not read (1 of 1 rows fill it)",
        "the small picture of its medium, https://a.example/small.jpg, is not kept",
    ]


def test_the_spreadsheet_of_the_first_timelinejs_is_read_with_its_title_and_eras(read):
    head = "Start Date,End Date,Headline,Text,Media,Type,Tag"
    rows = "1/26/2012,,Ferries,All of them,,title,\n12/31/2011,1/5/2012,Storm,,,,web\n2011,2012,Busy years,,,era,"
    batch = read(f"{head}\n{rows}\n")
    assert (batch.title, batch.text, [era.title for era in batch.periods]) == ("Ferries", "All of them", ["Busy years"])
    assert [(draft.title, draft.date.text, draft.tags) for draft in batch.drafts] == [
        ("Storm", "2011-12-31/2012-01-05", ("web",))
    ]


def test_letters_in_an_encoding_that_was_guessed_are_shown_for_a_person_to_judge(read):
    batch = read("Date,Title\n2022,Die Brücke öffnet\n".encode("cp1252"))
    assert told(batch) == [
        "it is not in UTF-8; its letters are read as in “Brücke”: where that is wrong, save it anew in UTF-8"
    ]
    assert told(read("Date,Title\n2022,Die Brücke öffnet\n".encode("utf-16"))) == []


def test_control_characters_go(read):
    text = " and words so that it is text" * 20
    assert read(f"Date,Title\n2022,a\x07b\x7f{text}\n").drafts[0].title == f"ab{text}"


def test_a_decade_that_may_be_a_century_is_named(read):
    assert "write 19XX where the century is meant" in told(read("Date,Title\nthe 1900s,x\n"))[0]


@pytest.mark.parametrize(
    ("head", "cells", "remark"),
    [
        ("Date,Title", "2022,", "it has no title, and is left out"),
        ("Date,Title", ",x", "it has no date"),
        (
            "Date,Title,Status",
            "2022,x,maybe",
            "“maybe” is no status: it is one of happened, planned, postponed, cancelled",
        ),
        ("Date,Title,URL", "2022,x,ftp://a", "“ftp://a” is no web address, and no source"),
        (
            "Date,Title,ID",
            "2022,x,Row 7",
            "“Row 7” cannot be an id, but the row is known by it when it is imported again",
        ),
        ("Date,End,Title", "2022,2021,x", "its end, 2021, is before its beginning, 2022, and is not kept"),
        ("Date,End,Title", "about 2020 or 2022,2023,x", "its end, 2023, is not kept"),
        ("Date,Time,Title", "2022,10:00,x", "its time, 10:00, is not kept, since its date is not one day"),
        ("Date,Title,URL,Published", "2022,x,https://a.example,May", "“May” is no day of publication, and is not kept"),
        ("Date,Title,Text", "2022,x,<iframe src=y></iframe>z", "in its text, iframe is not kept"),
        (
            "Date,Title",
            "1/2/2022,x\n13/2/2022,y",
            "dates such as 03/04/2022 are read with the day first, as others here must be",
        ),
    ],
)
def test_what_a_row_says_and_a_timeline_cannot_is_named(read, head, cells, remark):
    assert remark in told(read(f"{head}\n{cells}\n"))


def test_a_source_has_what_stands_at_its_place_beside(read):
    head = "Date,Title,URL,Source title,Publisher,Published"
    batch = read(f"{head}\n2022,x,https://a.example; https://b.example,One; Two,Paper; Post,2022-05-03\n")
    assert [(s.url, s.title, s.publisher, s.published) for s in batch.drafts[0].sources] == [
        ("https://a.example", "One", "Paper", "2022-05-03"),
        ("https://b.example", "Two", "Post", ""),
    ]


def test_words_in_place_of_an_address_are_the_title_of_a_source(read):
    assert [source.title for source in read("Date,Title,Source\n2022,x,The annals\n").drafts[0].sources] == [
        "The annals"
    ]


def test_a_guard_against_formulas_is_taken_away(read):
    assert [(draft.date.text, draft.title) for draft in read("Date,Title\n'-0043,'=1+1\n").drafts] == [
        ("-0043", "=1+1")
    ]


def test_cells_of_a_workbook_are_read_as_they_are_shown(read):
    def shown(book):
        book.active["A2"].number_format = "mmm yyyy"
        book.active["A3"].number_format = '"in" yyyy'

    rows = [
        ["Date", "Title", "Link"],
        [dt.datetime(2022, 5, 1), "Month", None],  # noqa: DTZ001 a cell has no zone
        [dt.datetime(2022, 1, 1), "Year", None],  # noqa: DTZ001
        [dt.datetime(2022, 5, 3, 10, 30), "Moment", None],  # noqa: DTZ001
        [2021, "Number", None],
        [44926, "Serial", None],
        [None, None, None],
        [dt.date(2022, 5, 3), "Day", '="a"&"b"'],
        [2020.0, "Whole", dt.time(9, 30)],
    ]
    batch = read(workbook(rows, shown), "a.xlsx")
    assert [(draft.title, draft.date.text, draft.time) for draft in batch.drafts] == [
        ("Month", "2022-05", ""),
        ("Year", "2022", ""),
        ("Moment", "2022-05-03", "10:30"),
        ("Number", "2021", ""),
        ("Serial", "2022-12-31", ""),
        ("Day", "2022-05-03", ""),
        ("Whole", "2020", ""),
    ]
    assert "the formula in C8 has no value: save it in a spreadsheet program" in told(batch)


def test_a_sheet_may_be_named(read):
    def second(book):
        book.create_sheet("More").append(["Date", "Title"])
        book["More"].append([2022, "On the second"])

    data = workbook([["Date", "Title"], [2021, "On the first"]], second)
    assert [draft.title for draft in read(data, "a.xlsx", sheet="More").drafts] == ["On the second"]
    with pytest.raises(ForeignFileError, match="it has Sheet, More"):
        read(data, "a.xlsx", sheet="None")


def test_one_long_text_in_very_many_cells_is_refused(read, monkeypatch):
    monkeypatch.setattr(xlsx_rows, "MAX_TEXT", 1000)
    with pytest.raises(ForeignFileError, match="characters"):
        read(workbook([["Date", "Title"], *[["2022", "x" * 300]] * 4]), "a.xlsx")


def test_comments_of_a_workbook_are_named(read):
    def comment(book):
        book.active["B2"].comment = Comment("Ask the mayor", "Ann")

    assert told(read(workbook([["Date", "Title"], ["2022", "x"]], comment), "a.xlsx")) == [
        "the comments on cells are not read"
    ]


def test_an_error_in_a_cell_is_named(read):
    data = workbook([["Date", "Title", "Text"], [2022, "x", "#N/A"]])
    assert told(read(data, "a.xlsx")) == ["C2 holds an error, #N/A"]


def test_a_workbook_is_known_by_its_bytes_whatever_its_name(read):
    assert read(workbook([["Date", "Title"], [2022, "x"]]), "a.csv").kind == "XLSX"


def repacked(data, change):
    """A workbook with the text of its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return file.getvalue()


GOOD = workbook([["Date", "Title"], [2022, "x"]])


def test_a_workbook_that_declares_entities_is_refused(read):
    def bomb(_name, part):
        return part.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1)

    with pytest.raises(ForeignFileError, match="declares entities"):
        read(repacked(GOOD, bomb), "a.xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_refused_unopened(read, monkeypatch):
    monkeypatch.setattr(xlsx_rows, "MAX_UNPACKED", 1000)
    with pytest.raises(ForeignFileError, match="unpacks to more than"):
        read(GOOD, "a.xlsx")


def test_a_row_that_claims_to_be_the_billionth_is_not_waited_for(read, monkeypatch):
    monkeypatch.setattr(xlsx_rows, "LAST_ROW", 1000)

    def far(_name, part):
        return part.replace(b'<row r="2"', b'<row r="1000000000"')

    assert read(repacked(GOOD, far), "a.xlsx").drafts == ()


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 no archive", GOOD[:-40], repacked(GOOD, lambda _name, part: part[: len(part) // 2])]
)
def test_a_damaged_workbook_is_refused(read, data):
    with pytest.raises(ForeignFileError, match="damaged"):
        read(data, "a.xlsx")


@pytest.mark.parametrize(
    ("content", "name", "what"),
    [
        ("", "a.csv", "the file is empty"),
        (b"\x00\x01\x02", "a.csv", "binary"),
        ("x", "a.pdf", "nothing is known of files that end in “.pdf”"),
        (",".join("x" * 300), "a.csv", "the row has 300 columns"),
        ("event,event_date,event_title,source,rule\n", "citations.csv", "this is a table of citations"),
    ],
)
def test_what_is_no_table_is_refused(read, content, name, what):
    with pytest.raises(ForeignFileError, match=what):
        read(content, name)


def test_too_many_rows_and_too_long_a_cell_are_refused(read, monkeypatch):
    monkeypatch.setattr(csv_rows, "MAX_ROWS", 3)
    with pytest.raises(ForeignFileError, match="more than 3 rows"):
        read("Title\n" + "x\n" * 9)
    monkeypatch.setattr(csv_rows, "MAX_CELL", 100)
    with pytest.raises(ForeignFileError, match="a quotation mark without its end"):
        read('Title\n"' + "x" * 200)


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_file_that_cannot_be_read_is_named(tmp_path, name):
    with pytest.raises(ForeignFileError, match=r"no such file|this is a folder"):
        read_batch(tmp_path / name)


@pytest.mark.parametrize(("name", "wishes"), [("a.json", {"sheet": "x"}), ("a.csv", {"sheet": "x"})])
def test_what_is_said_of_tables_is_refused_elsewhere(read, name, wishes):
    with pytest.raises(UsageError, match="--sheet"):
        read("{}" if name.endswith("json") else "Title\nx\n", name, **wishes)


def test_each_field_of_the_manual_is_one_that_a_column_may_hold():
    manual = (Path(__file__).parents[2] / "docs" / "import.md").read_text()
    fields = manual.split("| field | what it holds |", 1)[1].split("\n\n", 1)[0]
    assert [field for field in FIELDS if f"`{field}`" not in fields] == []


FUZZ = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
LIKELY = st.sampled_from(
    [
        *(
            "Date,Title\n",
            "Year,Headline,Text,Type\n",
            '"',
            ";",
            "\n",
            ",",
            "2022",
            "era",
            "<b>",
            "&#0;",
            "\x1c",
            "\udcff",
        ),
        *("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\n", "DTSTART;TZID=X:20220101T000000\n", "DTEND;VALUE=DATE:00000000\n"),
        *("SUMMARY:x\n", "DURATION:P9999999999D\n", "END:VEVENT\n", "END:VCALENDAR\n", "CATEGORIES:a\n", "URL:x\n"),
        *(
            '{"events":[',
            '{"text":{"headline":"x"}}',
            '"start_date":{"year":1e999}',
            '{"start_date":5}',
            "]}",
            "]",
            "}",
        ),
    ]
)


@FUZZ
@given(st.lists(LIKELY, max_size=25).map("".join), st.sampled_from(sorted(ENDINGS)))
def test_no_content_ends_in_anything_but_an_error_for_people(tmp_path, content, ending):
    path = tmp_path / f"a{ending}"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    try:
        batch = read_batch(path)
    except ForeignFileError as error:
        assert error.todo
    else:
        assert batch.rows >= len(batch.drafts)


def test_every_column_called_alike_is_read_where_several_values_may_be(read):
    (draft,) = read("Date,Title,URL,URL,Title\n2022,x,https://a.example/,https://b.example/,y\n").drafts
    assert (draft.title, [source.url for source in draft.sources]) == (
        "x",
        ["https://a.example/", "https://b.example/"],
    )


def test_a_column_that_is_named_twice_is_found_by_its_name_in_all_places(read):
    (draft,) = read(
        "Date,Title,Proof,Proof\n2022,x,https://a.example/,https://b.example/\n", columns={"source": ["proof"]}
    ).drafts
    assert [source.url for source in draft.sources] == ["https://a.example/", "https://b.example/"]


def test_an_address_without_its_scheme_is_a_source_and_that_is_said(read):
    batch = read("Date,Title,URL\n2022,x,www.news.example/a\n2022,y,www.\n")
    assert [[source.url for source in draft.sources] for draft in batch.drafts] == [
        ["https://www.news.example/a"],
        [""],
    ]
    assert told(batch) == ["“www.news.example/a” is taken for https://www.news.example/a"]


@pytest.mark.parametrize(("begin", "date"), [("May 2022", "2022-05/.."), ("", None), ("2020/2021", "2020/2021")])
def test_an_end_that_has_not_come_is_open(read, begin, date):
    (draft,) = read(f"Date,End,Title\n{begin},ongoing,x\n").drafts
    assert (draft.date.text if draft.date else None) == date


def test_a_season_that_may_be_two_years_is_named(read):
    batch = read("Date,Title\n2022-23,x\n2022-21,y\n2011-12,z\n")
    assert [draft.date.text for draft in batch.drafts] == ["2022-23", "2022-21", "2011-12"]
    assert told(batch) == ["“2022-23” is read as autumn 2022: write 2022/2023 where two years are meant"]


def test_a_sheet_that_is_hidden_is_not_taken_for_the_one_shown_first(read):
    def hide(book):
        book.create_sheet("Shown").append(["Date", "Title"])
        book["Shown"].append([2022, "seen"])
        book["Sheet"].sheet_state = "hidden"
        book.active = 0

    assert [draft.title for draft in read(workbook([["Date", "Title"], [2021, "secret"]], hide), "a.xlsx").drafts] == [
        "seen"
    ]


def test_a_link_that_a_formula_makes_is_named_where_its_words_hide_it(read):
    def reckon(_name, part):
        reckoned = re.sub(rb"</f><v ?(?:/>|></v>)", b"</f><v>the report</v>", part)
        return reckoned.replace(b'<c r="C2">', b'<c r="C2" t="str">')

    rows = [["Date", "Title", "Source"], [2022, "x", '=HYPERLINK("https://a.example/r","the report")']]
    batch = read(repacked(workbook(rows), reckon), "a.xlsx")
    assert told(batch) == ["the link of C2, https://a.example/r, is not kept: write it as its text"]


@pytest.mark.parametrize(
    "before", [b"", b"<!--" + b"x" * 5000 + b"-->", b"<!-- <a> -->", b"<?a <a> ?>", b"<!--" + b"x" * 70_000 + b"-->"]
)
def test_no_name_and_no_comment_hides_entities(read, before):
    def declared(_name, part):
        hidden = before + b'<!DOCTYPE a [<!ENTITY b "c">]>'
        return hidden + part[part.index(b"<worksheet") :] if b"<worksheet" in part else part

    with pytest.raises(ForeignFileError, match="declares entities"):
        read(repacked(GOOD, declared), "a.xlsx")


def test_a_part_of_any_name_is_searched_for_entities(read):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b"sheet1.xml", b"sheet1.odd")
            part = part.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1)
            new.writestr(name.replace("sheet1.xml", "sheet1.odd"), part)
    with pytest.raises(ForeignFileError, match="declares entities"):
        read(file.getvalue(), "a.xlsx")


def test_rows_without_a_cell_are_passed_without_looking_at_each_column(read, monkeypatch):
    looked = []
    monkeypatch.setattr(xlsx_rows, "_width", lambda row: looked.append(row) or 2)

    def far(_name, part):
        return part.replace(b'<row r="2"', b'<row r="5000"')

    read(repacked(GOOD, far), "a.xlsx")
    assert len(looked) == 4  # the header and the row, each with its values and its formulas


@pytest.mark.parametrize(
    ("said", "time"),
    [("13:30:00", "13:30"), ("1:30 PM", "13:30"), ("12:05:00 am", "00:05"), ("12 p.m.", "12:00"), ("13:30 PM", "")],
)
def test_a_time_of_day_in_the_spreadsheet_of_timelinejs_may_be_of_twelve_hours(read, said, time):
    (draft,) = read(f"Year,Month,Day,Time,Headline\n2022,5,3,{said},x\n").drafts
    assert draft.time == time


def test_a_table_without_a_column_for_titles_says_how_to_name_one(read):
    with pytest.raises(
        ForeignFileError, match=r"no column is known to hold the titles — say which one does with --map"
    ):
        read("Datum;Überschrift\n2022;x\n2023;y\n")
    assert len(read("Datum;Überschrift\n2022;x\n2023;y\n", columns={"title": ["Überschrift"]}).drafts) == 2


def test_sheets_that_are_not_read_are_named_unless_one_was_asked_for(read):
    book = workbook([["Date", "Title"], [2022, "x"]], lambda book: book.create_sheet("Old"))
    assert told(read(book, "a.xlsx")) == ["the sheet “Sheet” is read; --sheet names another: “Old”"]
    assert told(read(book, "a.xlsx", sheet="Sheet")) == []


def test_a_link_behind_the_words_of_a_cell_is_named_as_not_kept(read):
    def link(book):
        book.active["C2"].hyperlink = "https://a.example/r?b=1&c"
        book.active["C2"].value = "the report"
        book.active["C3"].hyperlink = "https://b.example/"

    book = workbook([["Date", "Title", "Source"], [2022, "x", "the report"], [2023, "y", "https://b.example/"]], link)
    assert told(read(book, "a.xlsx")) == ["links behind the words of cells are not kept: https://a.example/r?b=1&c"]
