"""An expression that was filled while it was open is one like any other: equal, closed, and sent as it is."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

from generator.extracting.timex import Timex, closed, moved

VALUES = (3, 8, "3 May", "DATE", "2022-05-03", "2022-05-03", "day-month", "", "high", (), "", "")


def test_an_expression_that_was_closed_is_one_like_any_other():
    timex, usual = closed(*VALUES), Timex(*VALUES)
    assert type(timex) is Timex
    assert (timex, hash(timex), repr(timex)) == (usual, hash(usual), repr(usual))
    assert pickle.loads(pickle.dumps(timex)) == usual  # noqa: S301 what the test has just written
    assert dataclasses.replace(timex, mod="APPROX").mod == "APPROX"


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Timex)])
def test_no_field_of_a_closed_expression_can_be_changed(field):
    timex = closed(*VALUES)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(timex, field, None)
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(timex, field)


def test_an_expression_that_is_moved_differs_in_its_place_and_words_alone():
    there = moved(Timex(*VALUES), 13, 19, "3  May")
    assert there == dataclasses.replace(Timex(*VALUES), start=13, end=19, text="3  May")
