"""Dates: what is one, what it may mean, and how dates are ordered."""

from __future__ import annotations

import datetime as dt
import re

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import Precision, parse
from generator.errors import DatelineError, EdtfError


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2022-12-30", (2022, 12, 30), (2022, 12, 30), Precision.DAY),
        ("2022-09", (2022, 9, 1), (2022, 9, 30), Precision.MONTH),
        ("2024-02~", (2024, 2, 1), (2024, 2, 29), Precision.MONTH),
        ("2022", (2022, 1, 1), (2022, 12, 31), Precision.YEAR),
        ("2023-21", (2023, 3, 1), (2023, 5, 31), Precision.SEASON),
        ("2023-24", (2023, 12, 1), (2024, 2, 29), Precision.SEASON),
        ("2023-28", (2023, 12, 1), (2024, 2, 29), Precision.SEASON),
        ("2023-29", (2023, 9, 1), (2023, 11, 30), Precision.SEASON),
        ("2023-30", (2023, 12, 1), (2024, 2, 29), Precision.SEASON),
        ("2023-32", (2023, 6, 1), (2023, 8, 31), Precision.SEASON),
        ("2023-33", (2023, 1, 1), (2023, 3, 31), Precision.QUARTER),
        ("2023-35", (2023, 7, 1), (2023, 9, 30), Precision.QUARTER),
        ("2023-41", (2023, 7, 1), (2023, 12, 31), Precision.HALF),
        ("199X", (1990, 1, 1), (1999, 12, 31), Precision.DECADE),
        ("19XX", (1900, 1, 1), (1999, 12, 31), Precision.CENTURY),
        ("2022-1X", (2022, 10, 1), (2022, 12, 31), Precision.YEAR),
        ("2022-02-2X", (2022, 2, 20), (2022, 2, 28), Precision.MONTH),
        ("2022-XX-31", (2022, 1, 31), (2022, 12, 31), Precision.YEAR),
        ("202X-02-29", (2020, 2, 29), (2028, 2, 29), Precision.DAY),
        ("2026-01-31/2026-02-01", (2026, 1, 31), (2026, 2, 1), Precision.DAY),
        ("[2022-02,2023-02]", (2022, 2, 1), (2023, 2, 28), Precision.MONTH),
        ("[2022-02, 2023]", (2022, 2, 1), (2023, 12, 31), Precision.YEAR),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15), Precision.DAY),
        ("Y-13800000000", (-13800000000, 1, 1), (-13800000000, 12, 31), Precision.YEAR),
        ("Y-1234567890123", None, None, None),
        ("Y-138000000", (-138000000, 1, 1), (-138000000, 12, 31), Precision.YEAR),
    ],
)
def test_a_date_has_its_bounds_and_precision(text, earliest, latest, precision):
    if earliest is None:
        with pytest.raises(EdtfError):
            parse(text)
        return
    date = parse(text)
    assert (date.earliest, date.latest, date.precision) == (earliest, latest, precision)
    assert str(date) == text


@pytest.mark.parametrize(
    ("text", "what", "todo"),
    [
        ("2022-6-31", "“2022-6-31” is not a date", "write 2022-06-31"),
        ("2022.12", "“2022.12” is not a date", "write 2022-12"),
        ("2022-02-30", "“2022-02-30” is no day of the calendar", "February 2022 has 28 days"),
        ("2022-13", "“2022-13” has no month 13", "months are 01 to 12, seasons 21 (spring) to 24 (winter)"),
        ("2022-37", "“2022-37” has no month 37", "months are 01 to 12, seasons 21 (spring) to 24 (winter)"),
        ("2023/2022", "“2023/2022” ends before it begins", "write 2022/2023, or correct one end"),
        ("../..", "“../..” has no date at either end", "give the beginning or the end"),
        ("2022/", "“2022/” is not a date", "write an interval as 2022-03/2022-05, an open end as .."),
        ("-0000", "“-0000” is not a year", "write 0000 for 1 BC"),
        (
            "2022-21-05",
            "“2022-21-05” is not a date",
            "a season or quarter has a whole year before it and no day after it",
        ),
    ],
)
def test_what_is_no_date_says_what_to_write_instead(text, what, todo):
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert (caught.value.what, caught.value.todo) == (what, todo)
    assert isinstance(caught.value, DatelineError)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "XX22", "2O22", "22", "[]", "[2022", "2022-", "2022~?", "２０２２", "2022-12-30T10:00", "Y2022"],
)
def test_other_texts_are_no_dates(text):
    with pytest.raises(EdtfError):
        parse(text)


def test_dates_are_ordered_by_earliest_day_then_the_preciser_first():
    ordered = [
        "-0043",
        "2021-24",
        "2022-01-01",
        "2022-01",
        "2022-33",
        "2022-40",
        "2022",
        "2022/..",
        "2022-02",
        "202X-12",
    ]
    shuffled = sorted(ordered, key=hash)
    expected = [
        "../2020",
        "-0043",
        "202X-12",
        "2021-24",
        "2022-01-01",
        "2022-01",
        "2022-33",
        "2022-40",
        "2022",
        "2022/..",
        "2022-02",
    ]
    assert [date.text for date in sorted(parse(text) for text in [*shuffled, "../2020"])] == expected


def test_qualifiers_say_about_and_uncertain():
    about, doubt, both = parse("2022-02~"), parse("2022?"), parse("2022-12-30%")
    assert (about.approximate, about.uncertain) == (True, False)
    assert (doubt.approximate, doubt.uncertain) == (False, True)
    assert (both.approximate, both.uncertain) == (True, True)
    assert parse("2021/2022~").approximate


def test_open_ends_are_known_as_such():
    since, until = parse("2022-02/.."), parse("../2022-02")
    assert (since.open_start, since.open_end) == (False, True)
    assert (until.open_start, until.open_end) == (True, False)
    assert until.start.text == "2022-02"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2022-12-30", "2022-12-30"),
        ("2022-12", "2022-12"),
        ("2022", "2022"),
        ("2022-02~", None),
        ("2023-21", None),
        ("2022-1X", None),
        ("2022/2023", None),
        ("-0043", None),
        ("0000", None),
        ("Y12022", None),
    ],
)
def test_html_is_given_only_dates_that_it_can_say(text, value):
    assert parse(text).html_datetime == value


def test_a_timeline_lists_a_date_under_its_year_and_month():
    assert (parse("2022-12-30").year, parse("2022-12-30").month) == (2022, 12)
    assert (parse("2023-21").year, parse("2023-21").month) == (2023, None)
    assert (parse("2026-01-31/2026-02-01").year, parse("2026-01-31/2026-02-01").month) == (2026, 1)


def test_dates_are_compared_with_each_other_and_with_days():
    assert parse("2022-12-30").within(parse("2022-12"))
    assert not parse("2022").within(parse("2022-12"))
    assert parse("2022-11/2022-12").overlaps(parse("2022-12-30"))
    assert not parse("2022-11").overlaps(parse("2022-12-30"))
    assert parse("2023-21").is_after(dt.date(2023, 2, 28))
    assert not parse("2023-21").is_after(dt.date(2023, 3, 1))
    assert parse("2023-21").is_before(dt.date(2023, 6, 1))
    assert not parse("2023-21").is_before(dt.date(2023, 5, 31))


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_a_date(day):
    date = parse(day.isoformat())
    assert date.earliest == date.latest == (day.year, day.month, day.day)
    assert date.html_datetime == day.isoformat()


SINGLES = st.one_of(
    st.dates(min_value=dt.date(1000, 1, 1)).map(dt.date.isoformat),
    st.dates(min_value=dt.date(1000, 1, 1)).map(lambda day: f"{day:%Y-%m}"),
    st.integers(1000, 9999).map(str),
    st.integers(1, 9998).map(lambda year: f"-{year:04}"),
    st.integers(100, 999).map(lambda decade: f"{decade}X"),
    st.integers(10, 99).map(lambda century: f"{century}XX"),
)


@given(SINGLES, st.sampled_from(["", "~", "?", "%"]))
def test_bounds_and_qualifiers_agree_with_the_reference_library(text, qualifier):
    theirs, ours = oracle.parse_edtf(text + qualifier), parse(text + qualifier)
    assert tuple(theirs.lower_strict())[:3] == ours.earliest
    assert tuple(theirs.upper_strict())[:3] == ours.latest
    assert ours.approximate == (qualifier in {"~", "%"})


@given(SINGLES, SINGLES)
def test_an_interval_is_a_date_just_when_it_does_not_end_before_it_begins(first, last):
    begin, end = parse(first), parse(last)
    text = f"{first}/{last}"
    if end.earliest < begin.earliest or end.latest < begin.latest:
        with pytest.raises(EdtfError, match="ends before it begins"):
            parse(text)
    else:
        assert (parse(text).earliest, parse(text).latest) == (begin.earliest, end.latest)


@given(st.one_of(st.text(max_size=24), st.from_regex(r"[\[0-9YX/.,~?%-]{1,16}", fullmatch=True)))
def test_any_text_is_a_date_with_real_bounds_or_an_error_that_a_person_can_read(text):
    try:
        date = parse(text)
    except EdtfError as error:
        assert error.todo
        assert re.match(r"“.*” ", error.what, re.DOTALL)
    else:
        assert date.earliest <= date.latest
