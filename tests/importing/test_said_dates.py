"""Dates as people write them, and what a cell says of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse, say
from generator.importing.said import edtf_year, read_said
from generator.importing.when import order_of, read_when, serial_day

SAID_BACK = [
    *("2022", "2022-05", "2022-05-03", "-0043", "-0043-03-15", "0000", "0476", "2022-21", "2022-24", "2022-29"),
    *("2022-34", "2022-40", "2022-05~", "2022?", "2022-05-03%", "199X", "19XX", "2022-05-03/2022-05-05"),
    *("2022-01-31/2022-02-01", "2022-04/2022-05", "2022/2023", "2022-05-03/..", "../2022-05", "[2022-02,2023-02]"),
    *("2022-03~/2022-05", "-0050/-0043", "2022-21/2022-23", "-0043~", "-0099-03/-0098-04", "2021-12-30~/.."),
]


@pytest.mark.parametrize("edtf", SAID_BACK)
def test_what_the_site_says_of_a_date_is_read_back(edtf):
    assert read_said(say(parse(edtf))) == edtf


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("May 3, 2022", "2022-05-03"),
        ("3rd of May 2022", "2022-05-03"),
        ("May 3–5, 2022", "2022-05-03/2022-05-05"),
        ("Sept. 2021", "2021-09"),
        ("5/2022", "2022-05"),
        ("AD 79", "0079"),
        ("44 B.C.", "-0043"),
        ("−0043", "-0043"),
        ("c. 1850", "1850~"),
        ("1914-1918", "1914/1918"),
        ("1914–18", "1914/1918"),
        ("between 1914 and 1918", "1914/1918"),
        ("May to June 2022", "2022-05/2022-06"),
        ("from 3 May to 6 June 2022", "2022-05-03/2022-06-06"),
        ("2022-05-03 - 2022-06-01", "2022-05-03/2022-06-01"),
        ("Q3 2021", "2021-35"),
        ("H1 2021", "2021-40"),
        ("the 1990s", "199X"),
        ("2022-6-3", "2022-06-03"),
        ("since 1991.", "1991/.."),
    ],
)
def test_what_people_write_is_read(said, edtf):
    assert read_said(said) == edtf


@pytest.mark.parametrize("text", ["", "x", "12", "3", "1–2", "–", " or ", "from ", "31 June 2022", "03/04/2022", "1e5"])
def test_a_text_that_is_no_date_as_a_whole_is_none(text):
    assert read_said(text) == ""


@pytest.mark.parametrize(
    ("year", "edtf"), [(2022, "2022"), (476, "0476"), (0, "0000"), (-43, "-0043"), (17000, "Y17000")]
)
def test_a_year_is_written_as_edtf_has_it(year, edtf):
    assert edtf_year(year) == edtf


@pytest.mark.parametrize(
    ("text", "date", "time"),
    [
        ("2022-05-03T10:00:00Z", "2022-05-03", "10:00 UTC"),
        ("2022-05-03 9:30", "2022-05-03", "09:30"),
        ("2022-05-03 00:00:00", "2022-05-03", ""),
        ("2022-05-03T10:00+02:00", "2022-05-03", "10:00 +02:00"),
        ("30.12.2022", "2022-12-30", ""),
        ("25/12/2022", "2022-12-25", ""),
        ("12/25/2022 9:30", "2022-12-25", "09:30"),
        ("04/04/2022", "2022-04-04", ""),
        ("5/13/2022 2:30:00 PM", "2022-05-13", "14:30"),
        ("May 3, 2022 12:05 a.m.", "2022-05-03", "00:05"),
        ("3 May 2022 at 14:30", "2022-05-03", "14:30"),
        ("3-May-2022", "2022-05-03", ""),
    ],
)
def test_a_date_with_a_time_or_strokes_is_read_without_a_remark(text, date, time):
    when = read_when(text)
    assert (when.date and when.date.text, when.time, when.remark) == (date, time, "")


def test_a_day_or_month_that_may_be_either_is_kept_as_one_of_the_two():
    when = read_when("03/04/2022")
    assert when.date == parse("[2022-03-04,2022-04-03]")
    assert "--order" in when.remark


@pytest.mark.parametrize(("order", "date"), [("day", "2022-04-03"), ("month", "2022-03-04")])
def test_an_order_settles_which_number_is_the_month(order, date):
    assert read_when("03/04/2022", order).date == parse(date)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["1/2/2022", "13/2/2022"], "day"),
        (["1/2/2022", "2/13/2022"], "month"),
        (["1/2/2022"], ""),
        (["13/2/2022", "2/13/2022"], ""),
        (["13.2.2022", "May"], ""),
        (["1/2/2022", "2/13/2022 2:30 PM"], "month"),
    ],
)
def test_the_dates_of_a_column_tell_which_number_comes_first(texts, order):
    assert order_of(texts) == order


@pytest.mark.parametrize(
    ("text", "date", "remark"),
    [
        ("44926", "2022-12-31", "a spreadsheet"),
        ("3/4/69", "[1969-03-04,1969-04-03]", "may be"),
        ("13.4.22", "2022-04-13", "is read as a day of 2022"),
        ("3-May-22", "2022-05-03", "is read as 2022-05-03"),
        ("3. Mai 98", "1998-05-03", "is read as 1998-05-03"),
        ("May-22", "2022-05", "is read as 2022-05"),
        ("May 22", None, "no date that can be read"),
        ("2022-05-03 25:00", "2022-05-03", "is read as"),
        ("early 2022", "2022", "“early” is not kept"),
        ("the second week of March 2021", "2021-03-08/2021-03-14", "is read as"),
        ("when the ice melted", None, "no date that can be read"),
        ("2022-02-30T10:00", None, "no date that can be read"),
        ("99/99/2022", None, "no date that can be read"),
        ("x" * 300, None, "too long"),
    ],
)
def test_whatever_had_to_be_decided_is_said(text, date, remark):
    when = read_when(text)
    assert (when.date and when.date.text) == date
    assert remark in when.remark


@pytest.mark.parametrize(
    ("number", "day"), [(44926, "2022-12-31"), (44926.5, "2022-12-31"), (2022, ""), (99999999, "")]
)
def test_the_number_of_a_day_in_a_spreadsheet_is_a_day_and_a_year_is_none(number, day):
    assert serial_day(number) == day


@given(st.text(alphabet="0123456789-–/.:~?[],X adfimnoprsty", max_size=30))
def test_no_text_stops_the_reading_of_a_date(text):
    when = read_when(text)
    assert when.date is not None or when.remark or not text.strip()


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("3. März 2022", "2022-03-03"),
        ("1er août 1944", "1944-08-01"),
        ("février 2021", "2021-02"),
        ("Dezember 1999", "1999-12"),
        ("5 de mayo de 2022", "2022-05-05"),
        ("3 мая 2022 г.", "2022-05-03"),
        ("30 февраля 2022", ""),
        ("mars – juin 2022", ""),
    ],
)
def test_months_may_be_called_as_in_other_languages(said, edtf):
    assert read_said(said) == edtf


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("2022/23", "2022/2023"),
        ("2018-19", "2018/2019"),
        ("2012/13", "2012/2013"),
        ("2011-12", "2011-12"),
        ("2022/5", "2022-05"),
        ("2022-24", "2022-24"),
        ("after May 2022", "2022-05/.."),
        ("before May 2022", "../2022-05"),
    ],
)
def test_two_years_and_open_ends_are_no_month_or_season(said, edtf):
    assert read_said(said) == edtf
