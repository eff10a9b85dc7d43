from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.curating.by_date import FEW, Calendar
from generator.curating.likeness import needed
from generator.dates import parse

DATES = st.sampled_from(
    [
        *(f"2024-{month:02}-{day:02}" for month in (1, 2, 3) for day in (1, 2, 28)),
        *("2024-01", "2024-02", "2024-03", "2024-21", "2024", "202X", "20XX", "2024-02/..", "2024-01-31/2024-02-01"),
    ]
).map(parse)


@given(st.lists(DATES, max_size=12), DATES)
def test_nothing_that_may_be_the_same_is_overlooked(dates: list, wanted: object) -> None:
    calendar: Calendar[int] = Calendar()
    for index, date in enumerate(dates):
        calendar.add(date, index)
    near = list(calendar.near(wanted))
    assert {index for index, date in enumerate(dates) if needed(date, wanted) is not None} <= set(near)
    assert len(near) == len(set(near))


def test_a_day_is_not_compared_with_the_days_of_other_weeks() -> None:
    calendar: Calendar[int] = Calendar()
    for day in range(1, 29):
        calendar.add(parse(f"2024-02-{day:02}"), day)
    assert list(calendar.near(parse("2024-02-10"))) == [9, 10, 11]


def test_of_a_crowded_day_those_are_found_that_share_the_rarest_words() -> None:
    calendar: Calendar[int] = Calendar()
    day = parse("2024-03-14")
    for number in range(4 * FEW):
        calendar.add(day, number, {"storm", f"village{number}"})
    found = list(calendar.near(day, frozenset({"storm", "village40", "unheard"})))
    assert found[0] == 40
    assert len(found) == FEW
    assert not list(calendar.near(day, frozenset({"unheard"})))
    assert len(list(calendar.near(day))) == 4 * FEW


def test_what_gets_more_words_is_found_by_them_too() -> None:
    calendar: Calendar[int] = Calendar()
    day = parse("2024-03-14")
    for number in range(2 * FEW):
        calendar.add(day, number, {"storm"})
    calendar.add(day, 5, {"storm", "harbour"})
    assert list(calendar.near(day, frozenset({"harbour"}))) == [5]
