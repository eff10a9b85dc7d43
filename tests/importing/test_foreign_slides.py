"""Timelines of TimelineJS, in the shapes of its JSON, its spreadsheet and its first version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.dates import parse
from generator.errors import ForeignFileError
from generator.importing.files import read_batch
from generator.importing.slide_dates import slide_date
from generator.importing.slides import slide_draft
from generator.importing.timelinejs import old_date

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def sheet():
    return read_batch(DATA / "sheet.csv")


@pytest.fixture(scope="module")
def slides():
    return read_batch(DATA / "slides.json")


def by_title(batch):
    return {draft.title: draft for draft in batch.drafts}


def remarks(batch, entry):
    return [remark.what for remark in batch.remarks if remark.where.endswith(f":{entry}")]


def test_the_spreadsheet_is_known_by_its_columns(sheet):
    assert (sheet.kind, sheet.rows, len(sheet.drafts)) == ("TimelineJS spreadsheet (CSV)", 10, 8)


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("First ferry crosses", "1961"),
        ("Terminal opens", "1974-05"),
        ("Storm closes the line", "1988-09-14"),
        ("Repairs", "1990-21"),
        ("Talks of a tunnel", "2001~"),
        ("An older crossing", "-0043-03-15"),
        ("A day that is none", "2012"),
    ],
)
def test_the_date_of_a_row_is_as_precise_as_its_columns(sheet, title, date):
    assert by_title(sheet)[title].date == parse(date)


def test_html_becomes_markdown_and_a_script_goes(sheet):
    assert by_title(sheet)["First ferry crosses"].summary == (
        "A **steam** ferry [began](https://archive.example/first) the line."
    )
    assert remarks(sheet, 3) == ["in its text, script is not kept"]


def test_a_group_is_a_tag_and_a_page_that_is_shown_a_source(sheet):
    storm = by_title(sheet)["Storm closes the line"]
    assert (storm.tags, storm.time, [source.url for source in storm.sources]) == (
        ("Ferries",),
        "10:30",
        ["https://news.example/storm"],
    )


def test_a_player_and_what_is_said_of_it_are_named_as_not_kept(sheet):
    told = " ".join(remarks(sheet, 4))
    assert "https://www.youtube.com/watch?v=abc, is not kept" in told
    assert "caption “The opening”, credit “Coast TV”" in told


def test_a_quotation_in_the_place_of_a_medium_is_text_and_anything_embedded_is_named():
    def slide(shown):
        return slide_draft({"text": {"headline": "x", "text": "Words."}, "media": {"url": shown}}, "a:1")

    draft, _ = slide("<blockquote>It is <b>done</b>.<cite>The mayor</cite></blockquote>")
    assert draft.summary == "Words.\n\nIt is **done**.The mayor"
    draft, told = slide("<iframe src='https://maps.example/1'></iframe>")
    assert draft.summary == "Words."
    assert "<iframe src='https://maps.example/1'></iframe>, is not kept" in str(told[0])


def test_keys_that_stand_twice_are_named(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"events": [{"text": {"headline": "a", "headline": "b"}, "start_date": {"year": 2022}}]}')
    batch = read_batch(path)
    assert batch.drafts[0].title == "b"
    assert [remark.what for remark in batch.remarks] == ["“headline” stands twice in one place: the last counts"]


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2011,12,10", "2011-12-10"),
        ("2012", "2012"),
        ("-500", "-0499"),
        ("12/10/2011", "2011-12-10"),
        ("31/12/2011", "2011-12-31"),
        ("2011/12/10", "2011-12-10"),
        ("12/10/11", "2011-12-10"),
        ("1 May 2012", "2012-05-01"),
        ("15 March 44 BC", "-0043-03-15"),
        ("c. 1850", "1850~"),
        ("1850s", "185X"),
        ("spring 1990", "1990-21"),
        ("long ago", None),
        (f"{'1' * 5000}/12/2011", None),
    ],
)
def test_a_date_of_the_first_version_is_read_as_it_was_meant(tmp_path, said, date):
    path = tmp_path / "a.jsonp"
    slides = json.dumps({"timeline": {"date": [{"startDate": said, "headline": "x"}]}})
    path.write_text(f"storyjs_jsonp_data = {slides};\n")
    found = read_batch(path).drafts[0].date
    assert (found and found.text) == date


@pytest.mark.parametrize(
    "said", ["2011,12,10,14,30", "12/10/2011 14:30", "2011/12/10 14:30", "10 December 2011, 14:30"]
)
def test_a_time_of_the_first_version_is_kept_however_its_date_is_written(said):
    when = slide_date({"start_date": old_date(said)})
    assert (when.date and when.date.text, when.time) == ("2011-12-10", "14:30")


def test_the_title_row_and_an_era_are_of_the_whole(sheet):
    assert sheet.title == "Ferries of the sound"
    assert [(era.title, era.first.text, era.last.text) for era in sheet.periods] == [("The busy years", "1970", "1979")]


def test_a_day_that_is_none_and_a_missing_date_are_named(sheet):
    assert remarks(sheet, 10) == ["its date, 2012-13-40, is kept as 2012"]
    assert remarks(sheet, 11) == ["it has no date"]


def test_a_name_of_a_slide_is_its_id_where_it_can_be(slides):
    assert [(draft.id, draft.uid) for draft in slides.drafts[:2]] == [
        ("first-ferry", "first-ferry"),
        ("", "Not An Id"),
    ]


@pytest.mark.parametrize(
    ("title", "date", "remark"),
    [
        ("First & only", "1961", ""),
        ("Storm", "1988-09-14", "the time of its end, 12:00, is not kept"),
        ("Repairs", "1990-21", ""),
        ("Backwards", "2000", "its end, 1999, is before its beginning, 2000, and is not kept"),
        ("Long ago", "Y-13799999999", ""),
        ("Tide", "2003", "the words that are shown for its date, “as the tide turned”, are not kept"),
        ("Undated", None, "it has no date"),
    ],
)
def test_a_slide_is_dated_or_it_is_said_why_not(slides, title, date, remark):
    draft = by_title(slides)[title]
    told = [each.what for each in slides.remarks if each.where == draft.where]
    assert (draft.date and draft.date.text) == date
    assert remark in told if remark else not told


def test_a_last_paragraph_of_sources_is_taken_for_them(slides):
    cited = by_title(slides)["Cited"]
    assert cited.summary == "Words."
    assert [(source.url, source.title) for source in cited.sources] == [
        ("https://news.example/b", "The paper"),
        ("https://news.example/c", ""),
    ]


def test_the_first_sentence_stands_for_a_missing_headline(slides):
    assert "No headline here." in by_title(slides)
    assert "it has no headline: the beginning of its text stands for one" in remarks(slides, 6)


def test_what_is_no_slide_or_no_era_is_left_out_and_named(slides):
    assert remarks(slides, 10) == ["it has neither headline nor text, and is left out"]
    assert remarks(slides, 11) == ["this is no slide, and is left out"]
    assert [era.title for era in slides.periods] == ["The busy years"]
    assert [len(remarks(slides, f"era {number}")) for number in (1, 2, 3, 4)] == [0, 1, 1, 1]


def test_the_first_version_of_the_format_is_read_too():
    batch = read_batch(DATA / "old.json")
    told = [(draft.title, draft.date and draft.date.text, draft.time, draft.tags) for draft in batch.drafts]
    assert told == [("First ferry", "1961-12-10/1961-12-11", "", ("ferries",)), ("Storm", "1988-09-14", "10:30", ())]
    assert (batch.title, [era.title for era in batch.periods]) == ("Old ferries", ["The busy years"])


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{", "this is not JSON"),
        ("[" * 100_000, "this JSON is nested too deeply"),
        ('{"a": 1}', "this JSON is no timeline"),
        ("[]", "this JSON is no timeline"),
        ('{"data_version": "0a", "events": []}', "this is the events.json of a site like ours"),
        ('{"timeline": {"date": 5}}', "this JSON is no timeline"),
    ],
)
def test_what_is_no_timeline_is_refused(tmp_path, text, what):
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(ForeignFileError) as caught:
        read_batch(path)
    assert caught.value.what == what


@pytest.mark.parametrize(
    ("slide", "date", "time", "remark"),
    [
        ({"start_date": {"year": 1988, "hour": 9}}, "1988", "", "its time, 09:00, is not kept"),
        ({"end_date": {"year": 1988}}, "../1988", "", "it has an end, 1988, and no beginning"),
        ({"start_date": {"month": 5}}, None, "", "its date has no year that can be read"),
        (
            {"start_date": {"year": 1988, "month": 9, "day": 14, "hour": 77}},
            "1988-09-14",
            "",
            "its time cannot be read",
        ),
        ({"display_date": "about 1850"}, "1850~", "", ""),
        (
            {"display_date": "printemps 1990", "start_date": {"year": 1990}},
            "1990",
            "",
            "“printemps 1990”, are not kept",
        ),
        ({"display_date": "mai 1990", "start_date": {"year": 1990, "month": 5}}, "1990-05", "", ""),
        (
            {"start_date": {"year": 1988, "month": 9, "day": 14, "hour": 7, "second": 30}},
            "1988-09-14",
            "07:00",
            "the seconds of its time are not kept",
        ),
        ({"start_date": {"year": 0}}, "0000", "", ""),
        ({"start_date": {"year": "-13800000000"}}, "Y-13799999999", "", ""),
        ({"start_date": {"year": "1234567890123"}}, None, "", "its date has no year that can be read"),
        ({"start_date": {"year": "-1000000000000"}}, None, "", "has no year that can be read"),
        ({"start_date": {"year": "1,500"}}, "1500", "", ""),
        ({"start_date": {"year": 1990, "month": 21}}, "1990", "", "its date, 1990-21, is kept as 1990"),
    ],
)
def test_the_dates_of_a_slide_are_kept_or_it_is_said_what_was_not(slide, date, time, remark):
    found = slide_date(slide)
    assert ((found.date and found.date.text), found.time) == (date, time)
    assert any(remark in each for each in found.remarks) if remark else found.remarks == ()
