"""Holidays: the days of fixed and moving ones, and which year is meant."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.english import ENGLISH
from generator.extracting.tagger.feasts import FIXED, MOVING, days_of

OCTOBER = dt.date(2023, 10, 18)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They rest on Christmas Day.", "2023-12-25"),
        ("They rest at Christmas.", "2023-12-25"),
        ("The siege was lifted at Easter.", "2023-04-09"),
        ("They met on Good Friday.", "2023-04-07"),
        ("Shops are full on Black Friday.", "2023-11-24"),
        ("They met at Lunar New Year.", "2023-01-22"),
        ("They met at Christmas.", "2022-12-25"),
        ("He called on the Fourth of July.", "2023-07-04"),
        ("The fair opens on Easter Monday 2024.", "2024-04-01"),
        ("It was quiet over Thanksgiving last year.", "2022-11-24"),
        ("They meet next Easter.", "2024-03-31"),
        ("They met last Labor Day.", "2023-09-04"),
        ("They will gather this Halloween.", "2023-10-31"),
        ("Hanukkah 2023 was near.", "2023-12-08/2023-12-15"),
        ("They leave on the eve of Thanksgiving.", "2023-11-22"),
        ("They leave on Christmas Eve.", "2023-12-24"),
    ],
)
def test_a_holiday_is_the_nearest_of_its_name_unless_told_otherwise(text, edtf):
    (timex,) = find_timexes(text, OCTOBER)
    assert timex.edtf == edtf


def test_a_holiday_that_begins_with_the_moon_says_that_it_may_be_a_day_off():
    (timex,) = find_timexes("Ramadan 2023 was mild.", OCTOBER)
    assert (timex.edtf, timex.confidence) == ("2023-03-23/2023-04-21", "medium")
    assert "moon" in timex.reason


@pytest.mark.parametrize(
    "text", ["Easter eggs and a Christmas tree.", "The Tet Offensive.", "Father Christmas.", "eid"]
)
def test_things_and_names_that_hold_a_holiday_are_none(text):
    assert find_timexes(text, OCTOBER) == []


def test_without_a_dct_a_holiday_has_no_year():
    (timex,) = find_timexes("They met at Easter.", None)
    assert (timex.value, timex.edtf) == ("XXXX-XX-XX", None)


def test_a_year_that_nobody_has_calculated_is_left_open():
    (timex,) = find_timexes("Ramadan 1610 was mild.", OCTOBER)
    assert (timex.value, timex.edtf) == ("XXXX-XX-XX", None)
    assert "calculated" in timex.reason


def test_in_a_history_a_holiday_is_of_the_running_year():
    text = (
        "In March 1916 they met, in 1914 they had armed, and in 1915 they trained. On Good Friday they drilled. "
        "It was over by May 1916, and in June 1917 they were freed."
    )
    found = [timex.value for timex in find_timexes(text, OCTOBER) if timex.rule == "holiday"]
    assert found == ["1915-04-02"]


def test_a_holiday_of_a_shorter_calendar_comes_twice_in_some_years():
    assert days_of("eid-al-fitr", 2000) == (dt.date(2000, 1, 8), dt.date(2000, 12, 27))


def test_the_days_of_a_feast_that_crosses_the_new_year_begin_once():
    assert days_of("hanukkah", 1968) == (dt.date(1968, 12, 16),)


@pytest.mark.parametrize("key", MOVING)
def test_the_library_knows_every_moving_holiday(key):
    assert len(days_of(key, 2023)) == 1


def test_every_holiday_of_the_words_is_in_a_table():
    assert {str(key) for key in ENGLISH.words["holiday"].values()} <= {*FIXED, *MOVING}


def test_a_text_without_a_moving_holiday_never_loads_the_library():
    code = (
        "import sys, datetime as dt; from generator import find_timexes;"
        "find_timexes('At Christmas they met on Friday.', dt.date(2023, 10, 18)); assert 'holidays' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
