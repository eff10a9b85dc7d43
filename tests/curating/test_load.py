"""Loading: what a timeline's file holds, what short entries stand for, and what a file must not be."""

from __future__ import annotations

import datetime as dt
import json
import os
import typing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic_core import CoreSchema

from generator.curating.check import check
from generator.curating.load import MAX_BYTES, conflict_marks, load, load_text, load_timeline, read_text
from generator.curating.model_faults import NOUNS, WORDS
from generator.errors import ConflictError, DatelineError, FaultyTimelineError, TimelineFileError
from generator.model import Entry, Timeline

WHOLE = """\
# yaml-language-server: $schema=events.schema.json
schema: 1
timeline:
  title: Relations of two rivers
  language: en
  license: CC-BY-4.0
  scope: Floods and bridges; the editors decide
  contact: https://example.org/contact
actors:
  mayor: {name: Ada Bridge, aliases: [Bridge, the mayor]}
sources:
  herald-2022-12-30:
    title: Water rises
    publisher: The Herald
    kind: article
    url: https://example.org/water
    archived: https://archive.example.org/water
    access: free
    original: wire-2022-12-30
    language: en
    published: 2022-12-30
    published_basis: {method: byline, words: Published on Dec 30, confidence: high}
  wire-2022-12-30:
    title: Water rises
    published: null
events:
  - id: 2022-12-30-flood
    date: 2022-12-30          # a day
    time: "13:00 Europe/Moscow"
    title: The river floods the bridge
    summary: It *rose*.
    status: happened
    review: withdrawn
    reason: It was another bridge
    disputed: The towns disagree
    attributed_to: Town hall
    response: None given
    level: key
    actors: [mayor, Vladimir Weir]
    places: [Lower Town]
    tags: [flood]
    related: [{id: 2023-repair, as: outcome}]
    media: {file: a.jpg, alt: A bridge, credit: AB, license: CC0-1.0}
    translations: {es: {title: El río, summary: Subió}}
    citations:
      - source: herald-2022-12-30
        quote: it rose
        when: on Friday
        from: null
        rule: weekday-past
        date: null
        confidence: high
        mention: 9f2c41d07a
    corrections: [{date: 2023-01-02, kind: correction, text: Not the upper bridge}]
    aliases: []
    added: 2026-11-21
    x-note: {free: [1, 2]}
  - id: 2023-repair
    date: [2023-02, 2023-03]
    title: The bridge is repaired
    source: herald-2022-12-30
periods: [{title: The wet years, from: 2022, to: 2023, text: It rained}]
views: [{id: bridges, title: Bridges, text: All of them, tags: [bridge]}]
x-mine: {anything: at all}
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "events.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def timeline_of(text: str) -> Timeline:
    loaded = load_text(text, Path("events.yaml"))
    assert loaded.timeline is not None, [fault.say("events.yaml") for fault in loaded.faults]
    return loaded.timeline


def test_every_key_of_the_format_is_read() -> None:
    timeline = timeline_of(WHOLE)
    event = timeline.events[0]
    assert event.time == "13:00 Europe/Moscow"
    assert event.added == dt.date(2026, 11, 21)
    assert event.related[0].as_ == "outcome"
    assert event.translations["es"].title == "El río"
    assert timeline.sources["herald-2022-12-30"].published_basis is not None
    assert timeline.periods[0].to.text == "2023"


def test_a_date_of_one_of_a_set_needs_no_quotes() -> None:
    date = timeline_of(WHOLE).events[1].date
    assert date is not None
    assert date.text == "[2023-02,2023-03]"


@pytest.mark.parametrize(
    "text", ["", "\n", "# a comment\n", "---\n", "schema: 1\n", "events:\n", "schema: 1\nevents: []\n"]
)
def test_a_file_without_events_is_an_empty_timeline(tmp_path: Path, text: str) -> None:
    loaded = load(written(tmp_path, text))
    assert loaded.faults == ()
    assert loaded.timeline == Timeline()


def test_keys_without_a_value_count_as_left_out() -> None:
    event = timeline_of("events:\n  - id: a\n    title: A\n    actors:\n    status:\n    media: null\n").events[0]
    assert (event.actors, event.status, event.media) == ((), "happened", None)


class TestShortEntries:
    ENTRY = "events:\n  - date: 2026-02-04\n    title: Two mayors speak\n    source: https://www.example.org/story\n"

    def test_three_lines_are_an_event_with_an_id_and_a_citation_of_a_source(self) -> None:
        timeline = timeline_of(self.ENTRY)
        (event,) = timeline.events
        assert event.id == "2026-02-04-two-mayors-speak"
        assert event.source is None
        (citation,) = event.citations
        source = timeline.sources[citation.source]
        assert citation.source == "example-org-2026-02-04"
        assert (source.url, source.publisher, source.title) == ("https://www.example.org/story", "example.org", None)

    def test_the_same_address_is_the_same_source(self) -> None:
        again = self.ENTRY + "  - date: 2026-02-05\n    title: Another\n    source: https://www.example.org/story\n"
        timeline = timeline_of(again)
        assert len(timeline.sources) == 1
        assert timeline.events[0].citations == timeline.events[1].citations

    def test_another_address_of_the_same_host_and_day_is_another_source(self) -> None:
        again = self.ENTRY + "  - date: 2026-02-04\n    title: Another\n    source: https://example.org/other\n"
        assert set(timeline_of(again).sources) == {"example-org-2026-02-04", "example-org-2026-02-04-2"}

    def test_the_address_of_a_source_in_the_file_is_that_source(self) -> None:
        sources = "sources:\n  mine: {title: T, url: https://www.example.org/story}\n"
        timeline = timeline_of(sources + self.ENTRY)
        assert set(timeline.sources) == {"mine"}
        assert timeline.events[0].citations[0].source == "mine"

    def test_a_key_that_the_file_has_is_not_taken(self) -> None:
        sources = "sources:\n  example-org-2026-02-04: {title: T, url: https://elsewhere.example.org/}\n"
        assert "example-org-2026-02-04-2" in timeline_of(sources + self.ENTRY).sources

    @pytest.mark.parametrize("date", ["2026-02", "2026-02-04/2026-02-05", "-0043-03-15"])
    def test_a_date_that_is_no_day_of_our_era_is_left_out_of_the_key(self, date: str) -> None:
        assert set(timeline_of(self.ENTRY.replace("2026-02-04", date)).sources) == {"example-org-undated"}

    def test_a_key_of_a_source_is_a_citation_before_the_others(self) -> None:
        text = (
            "sources: {a: {title: A}, b: {title: B}}\nevents:\n  - id: x\n    source: a\n    citations: [{source: b}]\n"
        )
        assert [citation.source for citation in timeline_of(text).events[0].citations] == ["a", "b"]

    def test_a_source_that_is_cited_anyway_is_not_cited_twice(self) -> None:
        text = "sources: {a: {title: A}}\nevents:\n  - id: x\n    source: a\n    citations: [{source: a, quote: Q}]\n"
        assert [citation.quote for citation in timeline_of(text).events[0].citations] == ["Q"]

    def test_events_keep_their_places_and_missing_ids_avoid_those_in_use(self) -> None:
        text = "events:\n  - {title: A, date: 2022}\n  - {id: 2022-a, title: B}\n  - {title: A, date: 2022}\n"
        assert [event.id for event in timeline_of(text).events] == ["2022-a-2", "2022-a", "2022-a-3"]


def test_events_are_found_in_their_lines_by_id(tmp_path: Path) -> None:
    assert load(written(tmp_path, WHOLE)).event_lines == {"2022-12-30-flood": 27, "2023-repair": 58}


@pytest.mark.parametrize(
    ("newline", "bom"), [("\n", b""), ("\r\n", b""), ("\n", b"\xef\xbb\xbf"), ("\r\n", b"\xef\xbb\xbf")]
)
def test_line_ends_and_byte_order_mark_change_nothing_but_are_remembered(
    tmp_path: Path, newline: str, bom: bytes
) -> None:
    loaded = load(written(tmp_path, bom + WHOLE.replace("\n", newline).encode()))
    assert loaded.timeline == timeline_of(WHOLE)
    assert (loaded.newline, loaded.bom) == (newline, bool(bom))
    span = loaded.places.value(("events", 0, "title"))
    assert span is not None
    assert loaded.text[span.start.index : span.end.index] == "The river floods the bridge"
    assert (span.start.line, span.start.column) == (30, 12)


def test_a_faulty_timeline_is_not_handed_out(tmp_path: Path) -> None:
    path = written(tmp_path, "events:\n  - tilte: A\n  - status: planed\n")
    with pytest.raises(FaultyTimelineError, match="2 errors") as caught:
        load_timeline(path)
    assert [fault.split(": ", 1)[0] for fault in caught.value.faults] == [f"{path}:2:5", f"{path}:3:13"]


def test_a_sound_timeline_is_handed_out(tmp_path: Path) -> None:
    assert load_timeline(written(tmp_path, WHOLE)).timeline.title == "Relations of two rivers"


class TestBadFiles:
    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(TimelineFileError, match=r"there is no such file — .*dateline extract"):
            load(tmp_path / "none.yaml")

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(TimelineFileError, match="this is a folder"):
            load(tmp_path)

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
    def test_a_file_that_may_not_be_read(self, tmp_path: Path) -> None:
        path = written(tmp_path, "")
        path.chmod(0)
        with pytest.raises(TimelineFileError, match="cannot be read"):
            load(path)

    def test_a_name_that_no_file_can_have(self) -> None:
        with pytest.raises(TimelineFileError, match="cannot be read"):
            load(Path("a\0b"))

    def test_a_file_below_a_file(self, tmp_path: Path) -> None:
        with pytest.raises(TimelineFileError, match="cannot be read"):
            load(written(tmp_path, "") / "events.yaml")

    def test_a_file_that_is_far_too_large(self, tmp_path: Path) -> None:
        path = tmp_path / "events.yaml"
        with path.open("wb") as file:
            file.truncate(MAX_BYTES + 1)
        with pytest.raises(TimelineFileError, match="larger than 256 MiB"):
            load(path)

    def test_another_encoding_is_named_with_its_line(self, tmp_path: Path) -> None:
        path = written(tmp_path, "schema: 1\nx-a: café\n".encode("latin-1"))
        with pytest.raises(TimelineFileError, match=r"events\.yaml:2: .*0xE9.* — save it as UTF-8"):
            load(path)

    def test_another_encoding_after_a_byte_order_mark(self, tmp_path: Path) -> None:
        with pytest.raises(TimelineFileError, match=r"events\.yaml:1: .*0xE9"):
            load(written(tmp_path, b"\xef\xbb\xbf\xe9"))

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_utf_16(self, tmp_path: Path, encoding: str) -> None:
        with pytest.raises(TimelineFileError, match="in UTF-16"):
            load(written(tmp_path, "\ufeffschema: 1\n".encode(encoding)))

    def test_a_binary_file(self, tmp_path: Path) -> None:
        with pytest.raises(TimelineFileError, match=r"events\.yaml:2: the file holds a NUL byte"):
            load(written(tmp_path, b"\x89PNG\r\n\x1a\0"))

    @pytest.mark.parametrize("wrong", [b"\0", b"\xe9"])
    def test_empty_lines_above_what_is_wrong_are_counted(self, tmp_path: Path, wrong: bytes) -> None:
        with pytest.raises(TimelineFileError, match=r"events\.yaml:3: "):
            load(written(tmp_path, b"\n\n" + wrong))

    def test_an_unfinished_merge(self, tmp_path: Path) -> None:
        path = written(tmp_path, "events:\n<<<<<<< HEAD\n  - id: a\n=======\n  - id: b\n>>>>>>> b\n")
        with pytest.raises(ConflictError, match=r"events\.yaml:2: an unfinished merge"):
            load(path)

    def test_a_row_of_equals_signs_alone_is_no_merge(self) -> None:
        assert conflict_marks("x-a: |\n  Heading\n=======\n") == ()


def error_types(schema: Any) -> set[str]:
    """The types of error that a core schema can raise, by its own types."""
    raised = {
        "model": {"model_type"},
        "model-fields": {"extra_forbidden", "missing"},
        "dict": {"dict_type"},
        "tuple": {"tuple_type"},
        "literal": {"literal_error"},
        "function-before": {"value_error"},
        "function-after": {"value_error"},
        "str": {"string_type"},
        # Refused by the validators before them, or of no error of their own.
        "date": set(),
        "dataclass": set(),
        "nullable": set(),
        "default": set(),
        "model-field": set(),
        "definitions": set(),
        "definition-ref": set(),
        "no-info": set(),
    }
    if isinstance(schema, list | tuple):
        return {error for part in schema for error in error_types(part)}
    if not isinstance(schema, dict):
        return set()
    kind = schema.get("type")
    if kind == "dataclass":
        return set()
    found = set(raised[kind]) if isinstance(kind, str) else set()
    if "min_length" in schema:
        found.add("string_too_short")
    return found | {
        error
        for key, part in schema.items()
        if key not in {"metadata", "serialization", "default"}
        for error in error_types(part)
    }


def test_there_are_words_for_every_error_that_the_format_can_raise() -> None:
    schema: CoreSchema = Timeline.__pydantic_core_schema__
    assert error_types(schema) == set(WORDS)


def test_every_part_of_the_format_has_a_name() -> None:
    def parts(entry: type[BaseModel]) -> set[type[BaseModel]]:
        inner = {part for field in entry.model_fields.values() for part in entries_in(field.annotation)}
        return {entry}.union(*(parts(part) for part in inner))

    def entries_in(annotation: Any) -> set[type[BaseModel]]:
        if isinstance(annotation, type) and issubclass(annotation, Entry):
            return {annotation}
        return {part for argument in typing.get_args(annotation) for part in entries_in(argument)}

    assert parts(Timeline) == set(NOUNS)


JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=8) | st.sampled_from(["2022-12-30", "a", "planned", "https://a.b"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(sorted({key for entry in NOUNS for key in entry.allowed_keys()} | {"x-a", "typo"})),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_data_of_any_shape_is_a_timeline_or_has_faults_in_our_own_words(data: object) -> None:
    loaded = load_text(json.dumps({"events": [data], "sources": {"a": data}, "views": data}), Path("events.yaml"))
    assert (loaded.timeline is None) == bool(loaded.faults)
    for fault in loaded.faults:
        assert fault.todo
        assert "Input should" not in fault.what
        assert "pydantic" not in fault.say("events.yaml")
        assert "cannot be" not in fault.what


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_any_bytes_are_checked_or_refused_with_a_reason(tmp_path: Path, data: bytes) -> None:
    path = written(tmp_path, data)
    try:
        faults = check(path, today=dt.date(2026, 11, 21))
    except DatelineError as error:
        assert error.todo
    else:
        assert faults == sorted(faults)
        assert read_text(path).text.encode() == data.removeprefix(b"\xef\xbb\xbf")
