"""Entries in the plain style, read a line at a time. That the parser reads them so, too, `test_by_entry` holds."""

from __future__ import annotations

import pytest

from generator.curating import plain_lines
from generator.curating.plain_lines import LONGEST_HEAD, MOST_HEADS, plain_entry


def test_a_list_in_brackets_that_comes_again_is_another_list() -> None:
    first, second = plain_entry("- tags: [works, ports]\n- tags: [works, ports]\n")
    first["tags"].append("ferries")
    assert second == {"tags": ["works", "ports"]}
    assert plain_entry("- tags: [works, ports]\n") == [{"tags": ["works", "ports"]}]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("id: a\n# a\tnote\n", {"id": "a"}),
        ("id: a\tb\n", None),
        ("id:\ta\n", None),
        ("id: [a,\tb]\n", None),
        ("# a\tnote\nid: a\n", {"id": "a"}),
    ],
)
def test_a_tab_may_stand_in_a_comment_alone(text: str, data: object) -> None:
    assert plain_entry(text) == data


def test_a_key_that_stands_apart_from_its_colon_or_has_two_is_in_another_style() -> None:
    assert plain_entry("id : a\n") is None
    assert plain_entry("id::\n") is None
    assert plain_entry("id:: a\n") is None
    assert plain_entry("id:\nid:: a\n") is None


def test_no_more_heads_of_lines_are_remembered_than_a_file_of_the_format_has() -> None:
    keys = [f"key-{number}" for number in range(MOST_HEADS + 10)]
    assert list(plain_entry("".join(f"{key}: a\n" for key in keys))) == keys
    assert list(plain_entry("".join(f"{key}:\n" for key in keys))) == keys
    assert len(plain_lines._BEFORE_VALUE) <= MOST_HEADS  # what is remembered shows nowhere else
    assert len(plain_lines._WITHOUT_VALUE) <= MOST_HEADS


def test_a_head_of_a_line_that_is_longer_than_any_of_the_format_is_read_and_not_remembered() -> None:
    head = " " * LONGEST_HEAD + "id"
    assert plain_entry(f"{head}: a\n") == {"id": "a"}
    assert head not in plain_lines._BEFORE_VALUE
