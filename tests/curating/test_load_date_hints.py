"""What a person meant who wrote a date in another way."""

from __future__ import annotations

import pytest

from generator.curating.date_hints import HINTS, date_hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2022-6-3", "2022-06-03"),
        ("2022/06/03", "2022-06-03"),
        ("2022 6", "2022-06"),
        ("2022-12-30T10:00:00Z", "2022-12-30"),
        ("2022-12-30 10:00", "2022-12-30"),
        ("30.12.2022", "2022-12-30"),
        ("3. 4. 2022", "2022-04-03"),
        ("30/12/2022", "2022-12-30"),
        ("12/30/2022", "2022-12-30"),
        ("03/04/2022", "2022-03-04 or 2022-04-03"),
        ("04/04/2022", "2022-04-04"),
        ("30 December 2022", "2022-12-30"),
        ("30th of Dec. 2022", "2022-12-30"),
        ("December 30, 2022", "2022-12-30"),
        ("Sept 2022", "2022-09"),
        ("spring 2023", "2023-21"),
        ("Fall of 2023", "2023-23"),
        ("2023 winter", "2023-24"),
        ("Q2 2022", "2022-34"),
        ("2022-Q4", "2022-36"),
        ("the 1990s", "199X"),
        ("c. 2022", "2022~"),
        ("about 2022-02", "2022-02~"),
        ("2022-12-30 – 2023-01-02", "2022-12-30/2023-01-02"),
        ("from 2022 to 2023", "2022/2023"),
        ("2022 or 2023", "[2022,2023]"),
        ("since 2022", "2022/.."),
        ("until 2022-05", "../2022-05"),
        ("“2022-12-30”", "2022-12-30"),
    ],
)
def test_a_date_in_another_way_of_writing_is_understood(text: str, hint: str) -> None:
    assert date_hint(text) == hint


@pytest.mark.parametrize(
    "text", ["2022-6-31", "soon 2022", "2022-13", "30 Brumaire 2022", "next week", "", "13/13/2022"]
)
def test_what_may_mean_no_date_gets_no_hint(text: str) -> None:
    assert date_hint(text) is None


def test_each_hint_is_needed() -> None:
    assert len({pattern for pattern, _ in HINTS}) == len(HINTS)
