"""What reports of companies say of quarters and years is counted from the period that they report on."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.extracting.tagger import find_timexes

OCTOBER = dt.date(1999, 10, 18)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Profit fell in the third quarter from a year earlier.", ["1999-Q3", "1998-Q3"]),
        ("It fell to $2 a year ago. In the quarter sales rose.", ["1998", "1999-Q3"]),
        ("In the year-ago quarter it lost money.", ["1998-Q3"]),
        ("In the year-earlier period it lost money.", ["1998"]),
        ("In fiscal 1998 it lost money; this fiscal year it will not.", ["1998", "1999"]),
        ("It grew in this year's first half.", ["1999-H1"]),
        ("It grew in September, against the same month a year ago.", ["1999-09", "1998-09"]),
        ("In the third quarter it grew. In the latest quarter sales rose.", ["1999-Q3", "1999-Q3"]),
        ("The week ended with losses.", ["1999-W41"]),
        ("It will grow in the quarter.", ["1999-Q4"]),
        ("It grew in 1914-18.", ["1914", "1918"]),
    ],
)
def test_a_comparison_is_of_the_period_that_is_reported(text, values):
    assert [timex.value for timex in find_timexes(text, OCTOBER, ranges=False)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the year-ago quarter it lost money.", "XXXX"),
        ("In the year-ago third quarter it lost money.", "XXXX-Q3"),
        ("It grew against the same period last year.", "XXXX"),
        ("It rained overnight.", "XXXX-XX-XXTNI"),
        ("They met on Friday the 13th.", "XXXX-XX-13"),
    ],
)
def test_without_a_dct_a_comparison_is_not_guessed(text, value):
    (timex,) = find_timexes(text, None)
    assert (timex.value, timex.edtf) == (value, None)
