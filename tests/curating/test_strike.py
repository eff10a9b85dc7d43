"""What is taken out of a file goes with its lines, and what stands around it stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.curating.load import load_text
from generator.curating.patch import Patch
from generator.curating.strike import strike_event, strike_field, strike_item
from generator.errors import EditError

TEXT = """\
events:
  # one
  - id: a
    date: 2020  # a year
    tags: [x, y, z]
    aliases:
      - old  # older
      - older

  # two
  - id: b
    review: candidate
    aliases: [lone]
    # deeper

  # three
  - {id: c, review: candidate, tags: [w]}
"""


def struck(change: Callable[[Patch], None]) -> str:
    patch = Patch(load_text(TEXT, Path("t.yaml")))
    change(patch)
    return patch.text()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (("tags", 0), "[x, y, z]", "[y, z]"),
        (("tags", 1), "[x, y, z]", "[x, z]"),
        (("tags", 2), "[x, y, z]", "[x, y]"),
        (("aliases", 0), "      - old  # older\n", ""),
        (("aliases", 1), "      - older\n", ""),
    ],
)
def test_an_item_goes_and_the_others_stay(path: tuple[str, int], old: str, new: str) -> None:
    assert struck(lambda patch: strike_item(patch, ("events", 0, *path))) == TEXT.replace(old, new)


def test_with_the_last_item_goes_its_list() -> None:
    assert struck(lambda patch: strike_item(patch, ("events", 1, "aliases", 0))) == TEXT.replace(
        "    aliases: [lone]\n", ""
    )


def test_a_field_goes_with_the_comment_on_its_line() -> None:
    assert struck(lambda patch: strike_field(patch, ("events", 0, "date"))) == TEXT.replace(
        "    date: 2020  # a year\n", ""
    )


def test_an_event_goes_with_what_stands_deeper_and_the_blank_line_behind_it() -> None:
    start, end = TEXT.index("  - id: b"), TEXT.index("  # three")
    assert struck(lambda patch: strike_event(patch, 1)) == TEXT[:start] + TEXT[end:]


@pytest.mark.parametrize(
    "change",
    [
        lambda patch: strike_field(patch, ("events", 0, "id")),
        lambda patch: strike_item(patch, ("events", 2, "tags", 0)),
        lambda patch: strike_field(patch, ("events", 2, "review")),
    ],
)
def test_what_shares_its_line_with_what_is_to_stay_is_refused(change: Callable[[Patch], None]) -> None:
    with pytest.raises(EditError, match="this shares its line with what is to stay"):
        struck(change)


def test_an_event_in_brackets_is_refused() -> None:
    patch = Patch(load_text("events: [{id: a, review: candidate}]\n", Path("t.yaml")))
    with pytest.raises(EditError, match="cannot be taken out safely of what is written in brackets"):
        strike_event(patch, 0)


@pytest.mark.parametrize("path", [("events", 0, "date"), ("events", 1, "review")])
def test_what_is_no_list_gets_no_items(path: tuple[str, int, str]) -> None:
    with pytest.raises(EditError, match="this is no list"):
        struck(lambda patch: patch.extend(path, ["x"]))


def test_a_list_is_no_single_value() -> None:
    with pytest.raises(EditError, match="this is no single value"):
        struck(lambda patch: patch.put(("events", 0, "tags"), "x"))
