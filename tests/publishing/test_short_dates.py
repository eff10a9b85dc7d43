"""Dates for narrow places."""

from __future__ import annotations

import pytest

from generator.dates import parse
from generator.publishing.short_dates import say_coverage, say_in_year, say_with_weekday


@pytest.mark.parametrize(
    ("date", "short"),
    [
        ("2022-02-24", "24 Feb"),
        ("2022-09", "Sep"),
        ("2022-02~", "about Feb"),
        ("2022-02-24?", "24 Feb (?)"),
        ("2023-21", "spring"),
        ("2023-32", "winter"),
        ("2023-34", "Q2"),
        ("2023-40", "1st half"),
        ("2023", "2023"),
        ("2023~", "about 2023"),
        ("199X", "the 1990s"),
        ("2022-1X", "October – December 2022"),
        ("2026-01-31/2026-02-01", "31 Jan – 1 Feb"),
        ("2022-05-03/2022-05-05", "3–5 May"),
        ("2022-12/2023-01", "Dec – Jan 2023"),
        ("2022-03/..", "since Mar"),
        ("../2022-03", "until Mar"),
        ("[2022-02,2023-02]", "Feb or Feb 2023"),
    ],
)
def test_a_date_is_said_without_the_year_that_stands_above_it(date: str, short: str) -> None:
    assert say_in_year(parse(date)) == short


@pytest.mark.parametrize(
    ("dates", "coverage"),
    [
        (["2022-02-24", "2026-02-04"], "Feb 2022 – Feb 2026"),
        (["2022-02-24", "2022-02-25"], "Feb 2022"),
        (["2020", "2023-21"], "2020 – spring 2023"),
        (["-0043-03", "2022-05/.."], "Mar 44 BC – May 2022"),
        ([], ""),
    ],
)
def test_coverage_goes_from_the_first_month_to_the_last(dates: list[str], coverage: str) -> None:
    assert say_coverage([parse(date) for date in dates]) == coverage


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2022-12-30", "Friday, 30 December 2022"),
        ("2022-12", "December 2022"),
        ("2022-12-30~", "about 30 December 2022"),
    ],
)
def test_a_weekday_is_said_of_a_day_that_is_known(date: str, words: str) -> None:
    assert say_with_weekday(parse(date)) == words
