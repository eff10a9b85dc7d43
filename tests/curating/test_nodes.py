"""YAML → plain data with places: scalars stay text, positions are those that editors show."""

from __future__ import annotations

import gc

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.curating import nodes
from generator.curating.nodes import MAX_DEPTH, collector_at_rest, compose
from generator.curating.places import Places


def shown(text: str, places: Places, *path: str | int) -> str:
    """What the span of a value holds."""
    span = places.value(path)
    assert span is not None
    return text[span.start.index : span.end.index]


@pytest.fixture(params=["libyaml", "pure Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(nodes, "_Parser", yaml.SafeLoader)


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "on", "014", "1e3", "2022", "2022-12-30", "12:30:00", "0x1F", "Null", "TRUE", "=", "1_000", ".inf"],
)
def test_a_plain_scalar_is_text(word: str) -> None:
    assert compose(f"a: {word}").data == {"a": word}


@pytest.mark.parametrize(("word", "value"), [("", None), ("~", None), ("null", None), ("true", True), ("false", False)])
def test_only_null_true_and_false_are_not_text(word: str, value: object) -> None:
    assert compose(f"a: {word}").data == {"a": value}


@pytest.mark.parametrize("word", ["", "~", "null", "true", "false"])
def test_a_quoted_scalar_is_always_text(word: str) -> None:
    assert compose(f"[\"{word}\", '{word}']").data == [word, word]


@pytest.mark.usefixtures("parser")
def test_a_value_can_be_cut_out_by_its_span() -> None:
    text = 'a: # note\nb: "q"  # note\nc:\n  - {d: [1, 2]} # note\n  - |\n    x\n\n    y\n\n# note\ne: p\n  q\n'
    places = compose(text).places
    assert shown(text, places, "b") == '"q"'
    assert shown(text, places, "c", 0) == "{d: [1, 2]}"
    assert shown(text, places, "c", 0, "d", 1) == "2"
    assert shown(text, places, "c", 1) == "|\n    x\n\n    y"
    assert shown(text, places, "e") == "p\n  q"
    assert shown(text, places, "a") == ""


@pytest.mark.usefixtures("parser")
def test_a_block_ends_with_its_deepest_last_scalar_and_not_with_the_comments_after_it() -> None:
    text = "events:\n  - id: a\n    tags:\n      - x # note\n\n  # about b\n  - id: b\n    title:\n\n# end\n"
    places = compose(text).places
    assert shown(text, places, "events", 0) == "id: a\n    tags:\n      - x"
    assert shown(text, places, "events", 1) == "id: b\n    title:"


def test_a_key_has_a_span_of_its_own_and_a_list_item_none() -> None:
    places = compose("a:\n  'b c': [1]\n").places
    span = places.key(("a", "b c"))
    assert span is not None
    assert (span.start.line, span.start.column, span.end.column) == (2, 3, 8)
    assert places.key(("a", "b c", 0)) is None
    assert places.key(()) is None


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_lines_are_counted_as_editors_count_them(separator: str) -> None:
    places = compose(f'a: "x{separator}y"\r\nb: 1\r\n').places
    assert (places.at(("b",)).line, places.at(("b",)).column) == (2, 4)


def test_a_path_that_leads_nowhere_points_at_the_innermost_value_around_it() -> None:
    places = compose("a:\n  - b: 1\n").places
    assert places.at(("a", 0, "missing", 3)) == places.at(("a", 0))
    assert places.at(("a", 7)) == places.at(("a",))
    assert places.value(("a", 0, "b", "deeper")) is None
    assert ("a", 0, "b") in places
    assert ("a", "b") not in places


def test_an_empty_value_is_pointed_at_by_its_key() -> None:
    position = compose("a: 1\nbee:\n").places.at(("bee",))
    assert (position.line, position.column) == (2, 1)


def test_an_empty_text_points_at_its_beginning() -> None:
    composed = compose("# nothing\n")
    assert composed.data is None
    assert composed.places.at(("events", 0)).line == 1


def test_of_a_key_that_stands_twice_the_first_value_holds() -> None:
    composed = compose("a: 1\nb: 2\na: {c: 3}\n")
    assert composed.data == {"a": "1", "b": "2"}
    assert [(fault.line, fault.column) for fault in composed.faults] == [(3, 1)]


@pytest.mark.parametrize(
    ("text", "data", "said"),
    [
        ("? [a]\n: b\nc: d\n", {"c": "d"}, "a mapping or list stands where a key should"),
        ("? *a\n: b\nc: d\n", {"c": "d"}, "“*a” is an alias"),
        ('"": b\nc: d\n', {"c": "d"}, "a key is missing before the colon"),
        ("a: !<tag:x> b\n", {"a": "b"}, "“!<tag:x>” is a tag"),
        ("a: !!map {b: c}\n", {"a": {"b": "c"}}, "“!!map” is a tag"),
        ("a: &b c\n", {"a": "c"}, "“&b” is an anchor"),
        ("a: &b [c]\n", {"a": ["c"]}, "“&b” is an anchor"),
        ("a: b\n---\nc: d\n---\ne: f\n", {"a": "b"}, "a second document begins here"),
    ],
)
def test_what_a_curated_file_does_not_need_is_a_fault_and_the_rest_is_read(text: str, data: object, said: str) -> None:
    composed = compose(text)
    assert composed.data == data
    assert [fault.what for fault in composed.faults] == [said]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_a_fault_and_not_a_crash(opening: str) -> None:
    composed = compose(opening * 20_000)
    assert composed.broken_at is not None
    assert f"more than {MAX_DEPTH} deep" in composed.faults[-1].what


def test_an_alias_bomb_is_not_expanded() -> None:
    layers = "\n".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    composed = compose(f"a: &a x\n{layers}\n")
    assert composed.data["i"] == ["*h"] * 4


def test_the_collector_is_as_it_was_before() -> None:
    assert gc.isenabled()
    with collector_at_rest():
        assert not gc.isenabled()
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


@given(st.text(alphabet=st.characters(codec="utf-8")))
@example("\ufeff")
@example("a: \x00")
@example("%")
@example('"\\u12')
@example("? |+\n\n")
def test_any_text_gives_data_or_a_fault(text: str) -> None:
    composed = compose(text)
    assert composed.broken_at is None or composed.faults


@given(st.text(alphabet="ab:-# \n\t[]{}'\"|>&*!%@`,?~\r\u2028", max_size=60))
def test_any_mix_of_marks_gives_data_or_a_fault_at_a_place_in_the_text(text: str) -> None:
    composed = compose(text)
    assert composed.broken_at is None or composed.faults
    lines = composed.places.lines
    assert all(1 <= fault.column <= len(lines.line(fault.line)) + 2 for fault in composed.faults)
