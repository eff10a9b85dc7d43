"""What was rendered and is not yet written."""

from __future__ import annotations

import os

from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.depot import Depot


@given(st.lists(st.tuples(st.sampled_from("abc"), st.binary(max_size=50), st.booleans())))
def test_a_depot_gives_back_what_was_put_there_last(steps: list[tuple[str, bytes, bool]]):
    depot, wanted = Depot(), {}
    for name, content, look in steps:
        depot.put(name, content)
        wanted[name] = content
        # Reading between two writes must not let the second go over the first.
        assert not look or depot[name] == content

    assert dict(depot.items()) == wanted
    assert list(depot) == list(wanted)


def test_a_depot_takes_more_than_is_written_at_once():
    contents = {str(number): os.urandom(700_000) for number in range(4)}
    depot = Depot()
    for name, content in contents.items():
        depot.put(name, content)

    assert len(depot) == 4
    assert dict(depot.items()) == contents
