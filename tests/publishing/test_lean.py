"""A timeline that takes less memory says the same."""

from __future__ import annotations

from pathlib import Path

from generator.curating.load import load_timeline
from generator.publishing.lean import lean

HARBOUR = Path(__file__).parent / "data" / "harbour.yaml"


def test_entries_of_which_the_same_was_given_share_what_says_so_and_nothing_else_changes() -> None:
    timeline, as_read = load_timeline(HARBOUR), load_timeline(HARBOUR)
    lean(timeline)

    assert timeline == as_read
    assert timeline.model_dump(exclude_unset=True) == as_read.model_dump(exclude_unset=True)
    sets = [citation.model_fields_set for event in timeline.events for citation in event.citations]
    assert len(set(map(id, sets))) == len(set(map(frozenset, sets))) < len(sets)


def test_a_copy_with_another_field_leaves_the_others_as_they_were() -> None:
    timeline = load_timeline(HARBOUR)
    lean(timeline)
    given = [set(event.model_fields_set) for event in timeline.events]

    timeline.events[0].model_copy(update={"reason": "It was another."})

    assert [event.model_fields_set for event in timeline.events] == given
