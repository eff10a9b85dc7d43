from __future__ import annotations

import pytest

from generator.publishing.embedding.fences import find_fences


def blocks(text: str) -> list[tuple[str, str]]:
    """Each block of a text: its name and its body."""
    return [(fence.name, "\n".join(fence.body)) for fence in find_fences(text.splitlines())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```timeline\na: b\n```", [("timeline", "a: b")]),
        ("~~~ timeline\na: b\n~~~~", [("timeline", "a: b")]),
        ("```{.timeline}\n```", [("timeline", "")]),
        ("```\ncode\n```", [("", "code")]),
        ("- item\n\n    ```timeline\n    a:\n      - b\n    ```", [("timeline", "a:\n  - b")]),
        ("!!! note\n    ```timeline\n    a: b\n    ```", [("timeline", "a: b")]),
        ("> ```timeline\n> a: b\n> ```", [("timeline", "a: b")]),
        ("```timeline\na: b\n\nc: d\n```\n\n```sh\nls\n```", [("timeline", "a: b\n\nc: d"), ("sh", "ls")]),
    ],
)
def test_a_block_stands_wherever_a_fence_can(text: str, found: list[tuple[str, str]]) -> None:
    assert blocks(text) == found


def test_a_block_within_another_fence_is_that_ones_code() -> None:
    assert blocks("````markdown\n```timeline\na: b\n```\n````") == [("markdown", "```timeline\na: b\n```")]


def test_a_block_that_is_indented_code_is_none() -> None:
    assert blocks("A paragraph.\n\n    ```timeline\n    a: b\n    ```") == []
    assert blocks("    ```timeline\n    a: b\n    ```") == []


@pytest.mark.parametrize("text", ["```timeline\na: b", "> ```timeline\n> a: b\n\nAfter it.\n```"])
def test_a_block_without_an_end_has_no_body(text: str) -> None:
    first = next(iter(find_fences(text.splitlines())))
    assert (first.name, first.first, first.last, first.body) == ("timeline", 0, 0, ())


def test_a_line_that_is_set_in_less_still_belongs_to_the_body() -> None:
    assert blocks("> ```timeline\n>a: b\n> ```") == [("timeline", "a: b")]


def test_inline_code_opens_no_block() -> None:
    assert blocks("```timeline``` is how a block begins\n\n```timeline\n```") == [("timeline", "")]


class Counted(list[str]):
    """Lines that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, at: int) -> str:  # type: ignore[override]  # no slice of them is asked for
        self.looks += 1
        return super().__getitem__(at)


@pytest.mark.parametrize("line", ["```timeline", "    ```x", "~~~ a", "````a\n~~~b\n   ```c\n    ~~~~", "```a\n"])
def test_a_page_of_openings_alone_is_read_in_a_time_by_its_length(line: str) -> None:
    lines = Counted("\n".join([line] * 300).split("\n"))
    for fence in find_fences(lines):
        assert fence.body == tuple(lines[at] for at in range(fence.first + 1, fence.last))
    assert lines.looks < 12 * len(lines)
