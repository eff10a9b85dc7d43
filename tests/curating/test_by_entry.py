"""Entries read by themselves: what they hold, and where, is what the parser says of the whole file."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.curating.by_entry import TRIED, Entry, compose_by_entry, known_entries
from generator.curating.nodes import MAX_DEPTH, Composed, compose
from generator.curating.places import Node, shift

FILE = """\
# yaml-language-server: $schema=events.schema.json
schema: 1

timeline:
  title: Harbours
actors:
  lee: {name: Ann Lee}
# The papers
sources:
  paper-1:   # of the coast
    title: "The \\"bridge\\" at Elm"
    url: https://paper.example/1#top
    published_basis: {method: byline, words: "5 May, 2022"}

  газета-2:
    title: 'Bridge: it opens'

    # Of the second edition.
events:
  - id: bridge-opens
    date: 2022-05-05
    title: The bridge opens, at 12:30 in Elm#1
    actors: [lee, "Bo, Li", null]
    tags: []
    citations:
      - source: paper-1
        quote: It opened.

      - source: газета-2
        reason:
  # What follows is not certain.
  - id: dam-breaks
    summary: >-
      It rains,
      and the dam breaks.
    corrections:
    - date: 2022-06-01
      text: ~
    - {date: 2022-06-02, text: "no"}
  -   title: Ferry
      x-note: "the \\u00e9 is escaped"
"""


def tree(node: Node | None) -> object:
    """All that is known of a value's place, and of the places in it."""
    if node is None:
        return None
    parts = node.parts
    inner: object = None
    if isinstance(parts, dict):
        inner = {key: tree(part) for key, part in parts.items()}
    elif parts is not None:
        inner = list(map(tree, parts))
    return node.start, node.end, node.style, node.key_start, node.key_end, type(parts), inner


def assert_alike(ours: Composed, text: str) -> None:
    """What was read entry by entry is what the parser reads."""
    theirs = compose(text)
    assert not theirs.faults
    assert theirs.broken_at is None
    assert ours.data == theirs.data
    assert str(ours.data) == str(theirs.data)  # the order of keys, too
    assert tree(ours.places.root) == tree(theirs.places.root)


def entry(composed: Composed, *path: str | int) -> Node:
    node = composed.places.node(path)
    assert node is not None
    return node


def test_a_file_in_many_styles_is_read_as_the_parser_reads_it() -> None:
    composed = compose_by_entry(FILE)
    assert composed is not None
    assert_alike(composed, FILE)


def test_what_is_in_an_entry_is_looked_at_when_it_is_asked_for() -> None:
    composed = compose_by_entry(FILE)
    assert composed is not None
    assert not entry(composed, "events", 0).is_read
    assert composed.places.at(("events", 0, "citations", 1, "source")).line == 29
    assert entry(composed, "events", 0).is_read
    assert not entry(composed, "sources", "газета-2").is_read
    assert entry(composed, "events", 1).is_read  # the parser had to read it


def test_an_entry_has_no_other_attributes_than_a_value() -> None:
    composed = compose_by_entry(FILE)
    assert composed is not None
    with pytest.raises(AttributeError, match="colour"):
        _ = entry(composed, "events", 0).colour  # type: ignore[attr-defined]


@pytest.mark.parametrize("first", [0, 1])
def test_an_entry_that_is_moved_knows_its_places_before_and_after(first: int) -> None:
    composed, whole = compose_by_entry(FILE), compose(FILE)
    assert composed is not None
    if first:
        tree(composed.places.root)
    for each in (composed, whole):
        shift(entry(each), 7)
    assert tree(composed.places.root) == tree(whole.places.root)


def test_what_was_let_go_of_is_found_out_again_also_where_it_was_moved() -> None:
    composed, whole = compose_by_entry(FILE), compose(FILE)
    assert composed is not None
    for each in (entry(composed, "events", 0), entry(composed, "events", 1)):
        assert each.parts
        each.let_go()
        assert not each.is_read
        each.let_go()
    for found in (composed, whole):
        shift(entry(found), 7)
    assert tree(composed.places.root) == tree(whole.places.root)


@pytest.mark.parametrize("looked_at", [False, True])
def test_entries_that_were_read_before_are_not_read_again(looked_at: bool) -> None:  # noqa: FBT001 a parameter
    before = compose_by_entry(FILE)
    assert before is not None
    shift(entry(before), 5)
    if looked_at:
        tree(before.places.root)
    text = FILE.replace("  - id: dam", "  - id: mine-floods\n    date: 2022-05-06\n  - id: dam")
    again = compose_by_entry(text, known_entries(before.data, before.places.root))
    assert again is not None
    assert_alike(again, text)
    assert again.data["events"][0] is before.data["events"][0]
    assert again.data["events"][3] is before.data["events"][2]
    assert again.data["sources"]["paper-1"] is before.data["sources"]["paper-1"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "- a\n",
        "---\nschema: 1\n",
        "schema: 1\n---\nevents:\n",
        "schema: 1\n...\n",
        "%YAML 1.1\n---\nschema: 1\n",
        "  timeline: 1\nevents:\n  - id: a\n",
        "events:\r\n  - id: a\r\n",
        "events:\n  - id: a\u2028b\n",
        "events:\n  - id: a\x07b\n",
        "events:\n  - id: \x07б\n",
        "events:\n  - id: a\nevents:\n  - id: b\n",
        "sources:\n  a:\n    title: b\n  a:\n    title: c\n",
        "sources:\n  a:\n    title: b\n  'b c':\n    title: c\n",
        "events:\n  - id: a\n    id: b\n",
        "events:\n  - id: &a b\n",
        "events:\n  - id: !!str b\n",
        "events:\n  - {id: a, id: b}\n",
        "events:\n  - id: a\n    tags: {b: c, b: d}\n",
        "events:\n  - id: a\n   date: 2022\n",
        "events:\n  - id: a\n      date: 2022\n",
        "events:\n  - id: a\n - id: b\n",
        "events:\n    - id: a\n  - id: b\n",
        'events:\n  - title: "a\n  - id: b\n',
        "events:\n  - title: [a,\n  - id: b\n",
        "events:\n  - title: a: b\n",
        "events:\n  - title: @a\n",
        "events:\n  - id: a\n    - b\n",
        "events:\n  - id: a\n    b\n    c: d\n",
        "events:\n  - id: a\n\t- b: c\n",
        "events:\n  - \n    a\n  b: c\n",
        "events: []\n  - a: b\n",
        "events:\n  - a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "\n",
        "events:\n" + "".join(f"{'  ' * depth}  - a:\n" for depth in range(MAX_DEPTH)),
        "sources:\n  " + "a" * 1100 + ":\n    title: b\n",
        "schema: 1\nnonsense\n",
    ],
)
def test_a_text_with_a_fault_is_left_to_the_parser(text: str) -> None:
    assert compose_by_entry(text) is None


def test_a_file_in_another_style_is_left_to_the_parser_after_some_entries() -> None:
    folded = "  - title: a bridge\n      opens\n"
    plain = "  - title: a bridge\n    id: a\n"
    assert compose_by_entry("events:\n" + (TRIED - 1) * folded) is not None
    assert compose_by_entry("events:\n" + TRIED * folded) is None
    assert compose_by_entry("events:\n" + TRIED * (plain + folded)) is not None


LINES = st.lists(
    st.tuples(
        st.integers(0, 6).map(lambda width: " " * width),
        st.sampled_from(["", "", "", "- ", "-  ", "-"]),
        st.sampled_from(["", "id:", "title: ", "a.b: ", "a:b: ", "ключ: ", '"q": ', "? ", "<<: ", "- "]),
        st.sampled_from(
            [
                *("", "", "word", "two words", "a: b", "a:b", "a #b", "a#b", "a :b", "a, b", "2022-12-30", "~", "true"),
                *("'it''s'", "'it'", '"a\\"b"', '"a\\nb"', '"a', "a'", '"a" b', "[]", "[a, b]", "[a, 'b, c']", "[a b]"),
                *("[a:b]", "[a: b]", "[a", "a]", "[a,]", "[a, , b]", "{a: b}", "{a: b, c: d}", "{a:b}", "{a}", "{}"),
                *("|", "|+", ">-", "|1", "&a b", "*a", "!t b", "@a", "# note", " ", "a  ", "-", "- a", "...", "---"),
                *("é", "中文", "a\u00a0", "\u00a0", "a\tb", "\t", "[é]", "{é: [a]}", "[null, ~]", "%a", "a?", "?a"),
            ]
        ),
    ).map("".join),
    max_size=6,
)


@given(LINES, LINES, st.sampled_from(["sources:", "events:", "schema: 1", "actors: ", "events: # note", ""]))
@example(["- "], ["- {a: b}"], "events:")
@example(["  - id:", "  - id:word"], ["", "   # note"], "events:")
@example(["  a:", "  - b"], [], "sources:")
@example([], ["    - word", "    a: b"], "sources:")
@example([], [" - ? word", " - "], "sources:")
@example(["  a:", "", "  # c", "    b: c", "  d:", "     - e"], ["# f"], "sources:")
def test_whatever_is_read_here_is_what_the_parser_reads(some: list[str], more: list[str], key: str) -> None:
    for text in ("\n".join([key, *some, "events:", *more, ""]), "\n".join(["sources:", *some, key, *more])):
        composed = compose_by_entry(text)
        if composed is not None:
            assert_alike(composed, text)


def test_entries_of_a_file_read_as_a_whole_are_not_known() -> None:
    whole = compose("events:\n  - id: a\nsources:\n")
    assert known_entries(whole.data, whole.places.root) == {}
    assert not isinstance(entry(whole, "events", 0), Entry)
