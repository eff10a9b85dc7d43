from __future__ import annotations

from pathlib import Path

import pytest

from generator.curating.edit import Revision
from generator.curating.load import load_text
from generator.errors import EditError, FaultyTimelineError

EVENT = {"id": "2022-05-01-new", "date": "2022-05-01", "title": "New: an event", "review": "candidate"}
CITATION = {"source": "paper-2022", "quote": "He said: “no”.", "mention": "9f2c41d07a"}
SOURCE = {"title": "A headline", "publisher": "Paper"}


def revision(text: str) -> Revision:
    return Revision(load_text(text, Path("events.yaml")))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "events:\n  - id: a\n    date: 2022-01-01\n  # about b\n  - id: b\n    date: 2023\n",
            (
                "events:\n  - id: a\n    date: 2022-01-01\n  - id: 2022-05-01-new\n    date: 2022-05-01\n"
                '    title: "New: an event"\n    review: candidate\n  # about b\n  - id: b\n'
                "    date: 2023\n"
            ),
        ),
        (
            "events:\n- id: a\n  date: 2022-01-01\n\n- id: b\n  date: 2022-02-01\n",
            (
                "events:\n- id: a\n  date: 2022-01-01\n\n- id: b\n  date: 2022-02-01\n\n"
                '- id: 2022-05-01-new\n  date: 2022-05-01\n  title: "New: an event"\n'
                "  review: candidate\n"
            ),
        ),
        (
            "events:\n    # about b\n    - id: b # the end\n      date: 2023\nperiods: []",
            (
                "events:\n    - id: 2022-05-01-new\n      date: 2022-05-01\n"
                '      title: "New: an event"\n      review: candidate\n\n    # about b\n'
                "    - id: b # the end\n      date: 2023\nperiods: []"
            ),
        ),
        (
            (
                "events:\n  - id: a\n    date: 2022-01-01\n    summary: |\n      text\n\n"
                "    # still about a\n\n# about what follows\nviews: []\n"
            ),
            (
                "events:\n  - id: a\n    date: 2022-01-01\n    summary: |\n      text\n\n"
                "    # still about a\n\n  - id: 2022-05-01-new\n    date: 2022-05-01\n"
                '    title: "New: an event"\n    review: candidate\n\n# about what follows\nviews: []\n'
            ),
        ),
        (
            "events:\n  - id: a\n    date: 2022-01-01\n    summary: |+\n      text\n\n\n  - id: b\n    date: 2023\n",
            (
                "events:\n  - id: a\n    date: 2022-01-01\n    summary: |+\n      text\n\n\n"
                '  - id: 2022-05-01-new\n    date: 2022-05-01\n    title: "New: an event"\n'
                "    review: candidate\n  - id: b\n    date: 2023\n"
            ),
        ),
        (
            "schema: 1\r\nevents:\r\n  - id: a\r\n    date: 2022-01-01",
            (
                "schema: 1\r\nevents:\r\n  - id: a\r\n    date: 2022-01-01\r\n\r\n"
                '  - id: 2022-05-01-new\r\n    date: 2022-05-01\r\n    title: "New: an event"\r\n'
                "    review: candidate"
            ),
        ),
        (
            "events:\nviews: []\n",
            (
                'events:\n  - id: 2022-05-01-new\n    date: 2022-05-01\n    title: "New: an event"\n'
                "    review: candidate\nviews: []\n"
            ),
        ),
        (
            "events: [] # none yet\n  # a note\nviews: []\n",
            (
                "events: # none yet\n  # a note\n  - id: 2022-05-01-new\n    date: 2022-05-01\n"
                '    title: "New: an event"\n    review: candidate\nviews: []\n'
            ),
        ),
        (
            "# a timeline\nschema: 1",
            (
                "# a timeline\nschema: 1\n\nevents:\n  - id: 2022-05-01-new\n    date: 2022-05-01\n"
                '    title: "New: an event"\n    review: candidate'
            ),
        ),
        (
            "",
            (
                'events:\n  - id: 2022-05-01-new\n    date: 2022-05-01\n    title: "New: an event"\n'
                "    review: candidate\n"
            ),
        ),
        (
            "events:\n  - id: undated\n    date: null\n    review: candidate\n",
            (
                'events:\n  - id: 2022-05-01-new\n    date: 2022-05-01\n    title: "New: an event"\n'
                "    review: candidate\n\n  - id: undated\n    date: null\n    review: candidate\n"
            ),
        ),
    ],
    ids=[
        "comment",
        "dashes-under-key",
        "first",
        "block",
        "kept-blank-lines",
        "crlf",
        "null",
        "brackets",
        "missing",
        "empty",
        "undated",
    ],
)
def test_an_event_is_put_in_at_its_place_in_time(before: str, after: str) -> None:
    edits = revision(before)
    edits.add_event(EVENT)
    assert edits.text() == after


def test_events_of_one_run_come_in_order_and_undated_ones_last() -> None:
    edits = revision("events:\n  - {id: b, date: 2022-06-01}\n  - {id: z, date: null, review: candidate}\n")
    for number, date in enumerate(["2023", None, "2022-01-01", "2022-06-01"]):
        edits.add_event({"id": f"new-{number}", "date": date, "review": "candidate"})
    ids = [event.id for event in load_text(edits.text(), Path("x")).timeline.events]  # type: ignore[union-attr]
    assert ids == ["new-2", "b", "new-3", "new-0", "z", "new-1"]


def test_a_file_out_of_order_is_left_so() -> None:
    edits = revision("events:\n  - {id: c, date: 2024}\n  - {id: a, date: 2020}\n  - {id: b, date: 2023}\n")
    edits.add_event(EVENT)
    ids = [event.id for event in load_text(edits.text(), Path("x")).timeline.events]  # type: ignore[union-attr]
    assert ids == ["c", "a", "2022-05-01-new", "b"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "events:\n  - id: a\n    citations:\n      - source: x # first\n    # about a\n    added: 2022-01-01\n",
            (
                "events:\n  - id: a\n    citations:\n      - source: x # first\n"
                '      - source: paper-2022\n        quote: "He said: “no”."\n'
                "        mention: 9f2c41d07a\n    # about a\n    added: 2022-01-01\n"
            ),
        ),
        (
            "events:\n- id: a\n  citations:\n  - source: x\n",
            (
                "events:\n- id: a\n  citations:\n  - source: x\n  - source: paper-2022\n"
                '    quote: "He said: “no”."\n    mention: 9f2c41d07a\n'
            ),
        ),
        (
            "events:\n  - id: a\n    source: https://example.org/\n",
            (
                "events:\n  - id: a\n    source: https://example.org/\n    citations:\n"
                '      - source: paper-2022\n        quote: "He said: “no”."\n'
                "        mention: 9f2c41d07a\n"
            ),
        ),
        (
            "events:\n  - id: a\n    citations: []\n    added: 2022-01-01\n",
            (
                "events:\n  - id: a\n    citations:\n      - source: paper-2022\n"
                '        quote: "He said: “no”."\n        mention: 9f2c41d07a\n    added: 2022-01-01\n'
            ),
        ),
        (
            "events:\n  - id: a\n    citations:\n      - {source: x, quote: “y”}\n",
            (
                "events:\n  - id: a\n    citations:\n      - {source: x, quote: “y”}\n"
                '      - source: paper-2022\n        quote: "He said: “no”."\n'
                "        mention: 9f2c41d07a\n"
            ),
        ),
    ],
    ids=["list", "dashes-under-key", "no-list", "empty-list", "braces-inside"],
)
def test_a_citation_is_appended(before: str, after: str) -> None:
    edits = revision(before)
    edits.add_citation(0, CITATION)
    assert edits.text() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "sources:\n  a: {title: A}\n  # about z\n  z:\n    title: Z\nevents: []\n",
            (
                'sources:\n  a: {title: A}\n  m-2022:\n    title: "A headline"\n    publisher: "Paper"\n'
                "  # about z\n  z:\n    title: Z\nevents: []\n"
            ),
        ),
        (
            "sources:\n  z:\n    title: Z\n",
            'sources:\n  m-2022:\n    title: "A headline"\n    publisher: "Paper"\n\n  z:\n    title: Z\n',
        ),
        (
            "sources: {}\n",
            'sources:\n  m-2022:\n    title: "A headline"\n    publisher: "Paper"\n',
        ),
        (
            "schema: 1\n# The events\nevents: []\n",
            (
                'schema: 1\nsources:\n  m-2022:\n    title: "A headline"\n    publisher: "Paper"\n\n'
                "# The events\nevents: []\n"
            ),
        ),
    ],
    ids=["between", "first", "braces", "missing"],
)
def test_a_source_is_put_in_at_its_place_by_key(before: str, after: str) -> None:
    edits = revision(before)
    edits.add_source("m-2022", SOURCE)
    assert edits.text() == after


def test_a_null_date_is_filled_in_place() -> None:
    edits = revision(
        "sources:\n  paper:\n    published: null # ask\n    note: x\n"
        "events:\n  - id: a\n    date:\n    review: candidate\n    citations:\n"
        "      - source: paper\n        from: ~\n        date: null\n      - {source: paper, from: null, date: null}\n"
    )
    edits.publish_source("paper", "2024-04-10", {"method": "given"})
    edits.date_event(0, "2024-04-09")
    edits.date_citation(0, 0, date="2024-04-09", counted_from="2024-04-10")
    edits.date_citation(0, 1, date="2024-04", counted_from="2024-04-10")
    assert edits.text() == (
        "sources:\n  paper:\n    published: 2024-04-10 # ask\n    published_basis: {method: given}\n    note: x\n"
        "events:\n  - id: a\n    date: 2024-04-09\n    review: candidate\n    citations:\n"
        "      - source: paper\n        from: 2024-04-10\n        date: 2024-04-09\n"
        "      - {source: paper, from: 2024-04-10, date: 2024-04}\n"
    )


def test_a_source_without_the_line_gets_one() -> None:
    edits = revision("sources:\n  paper:\n    title: x\n")
    edits.publish_source("paper", "2024-04-10", {"method": "given"})
    assert edits.text() == (
        "sources:\n  paper:\n    title: x\n    published: 2024-04-10\n    published_basis: {method: given}\n"
    )


def test_a_date_that_stands_there_is_never_replaced() -> None:
    edits = revision("events:\n  - id: a\n    date: 2024\n")
    with pytest.raises(EditError, match=r"events\.yaml:3: there is a value here already"):
        edits.date_event(0, "2024-04-09")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("events:\n  - id: a\n    review: candidate\n    title: x\n", "events:\n  - id: a\n    title: x\n"),
        ("events:\r\n  - id: a\r\n    review: candidate", "events:\r\n  - id: a\r\n"),
        ("events:\n  - review: candidate\n    id: a\n", "events:\n  - review: accepted\n    id: a\n"),
        (
            "events:\n  - id: a\n    review: candidate # why\n",
            "events:\n  - id: a\n    review: accepted # why\n",
        ),
        ("events:\n  - {id: a, review: candidate}\n", "events:\n  - {id: a, review: accepted}\n"),
    ],
)
def test_accepting_takes_the_line_away_or_changes_its_word(before: str, after: str) -> None:
    edits = revision(before)
    edits.accept(0)
    assert edits.text() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "events:\n  - id: a\n    title: x\n    aliases: [b]\n    # about a\n  # about c\n  - id: c\n    title: y\n",
            (
                'events:\n  - id: a\n    review: rejected\n    reason: "No event"\n    aliases: [b]\n'
                "  # about c\n  - id: c\n    title: y\n"
            ),
        ),
        (
            "events:\r\n-   title: |\r\n      x\r\n    id: a # end",
            'events:\r\n-   id: a\r\n    review: rejected\r\n    reason: "No event"',
        ),
        (
            "events:\n  - {id: a, title: x} # about a\nviews: []\n",
            'events:\n  - id: a\n    review: rejected\n    reason: "No event" # about a\nviews: []\n',
        ),
        (
            "events:\n  - title: X happens\n",
            'events:\n  - id: x-happens\n    review: rejected\n    reason: "No event"\n',
        ),
    ],
    ids=["block", "crlf", "braces", "no-id"],
)
def test_of_a_rejected_event_stay_id_reason_and_aliases(before: str, after: str) -> None:
    edits = revision(before)
    edits.reject(0, "No event")
    assert edits.text() == after


def test_no_reason_writes_none() -> None:
    edits = revision("events:\n  - id: a\n    title: x\n")
    edits.reject(0)
    assert edits.text() == "events:\n  - id: a\n    review: rejected\n"


@pytest.mark.parametrize(
    "text",
    [
        "{schema: 1, events: [{id: a, date: 2020}], sources: {}}",
        "{schema: 1}",
        "sources: {x: {title: X}}\nevents: [{id: a, date: 2020}]\n",
        "events:\n  [\n    # none\n  ]\n",
        "events: [{id: a, date: 2020}]\nsources:\n  {}\n",
        "schema: 1\n...\n",
    ],
)
def test_where_no_place_is_safe_the_edit_is_refused(text: str) -> None:
    edits = revision(text)
    edits.add_event(EVENT)
    with pytest.raises(EditError):
        edits.text()


def test_a_block_of_text_without_its_last_line_break_is_left_alone() -> None:
    edits = revision("events:\n  - id: a\n    date: 2020\n    summary: |\n      text")
    edits.add_event(EVENT)
    with pytest.raises(EditError, match="ends in the middle of a line"):
        edits.text()


def test_a_mapping_in_braces_takes_no_new_entry() -> None:
    edits = revision("sources: {x: {title: X}}\n")
    edits.add_source("m-2022", SOURCE)
    with pytest.raises(EditError, match=r"events\.yaml:1: nothing can be put safely"):
        edits.text()


def test_an_event_in_braces_takes_no_citation() -> None:
    edits = revision("events:\n  - {id: a, date: 2020}\n")
    edits.add_citation(0, CITATION)
    with pytest.raises(EditError, match=r"events\.yaml:2: nothing can be put safely"):
        edits.text()


def test_a_file_with_faults_is_not_edited() -> None:
    with pytest.raises(FaultyTimelineError):
        revision("events: &all\n  - id: a\n")


def test_two_edits_of_the_same_lines_are_refused() -> None:
    edits = revision("events:\n  - id: a\n    review: candidate\n    title: x\n")
    edits.accept(0)
    edits.reject(0)
    with pytest.raises(EditError, match="same lines"):
        edits.text()


def test_an_edit_of_something_that_is_not_there_is_refused() -> None:
    edits = revision("events:\n  - id: a\n")
    with pytest.raises(EditError, match=r"there is no events\.0\.date"):
        edits.date_event(0, "2022")
    with pytest.raises(EditError, match=r"there is no events\.0\.review"):
        edits.accept(0)
