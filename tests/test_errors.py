"""What is wrong, said in one process and read in another."""

from __future__ import annotations

import pickle

from generator.errors import FaultyTimelineError, SiteError


def test_an_error_says_the_same_where_it_was_sent_to() -> None:
    error = SiteError("two pages would stand at a/", where="events.yaml", todo="rename one")

    received = pickle.loads(pickle.dumps(error))  # noqa: S301 written here

    assert type(received) is SiteError
    assert str(received) == str(error) == "events.yaml: two pages would stand at a/ — rename one"


def test_what_an_error_holds_beside_its_texts_is_sent_too() -> None:
    error = FaultyTimelineError("there are errors", faults=("events.yaml:1:1: error: …",))

    assert pickle.loads(pickle.dumps(error)).faults == error.faults  # noqa: S301 written here
