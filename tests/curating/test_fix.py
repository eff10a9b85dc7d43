"""`--fix`: ids are inserted, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.curating import fix as fixing
from generator.curating.fix import Fixed, fix
from generator.curating.load import load_text
from generator.errors import EditError, FaultyTimelineError


def fixed(text: str) -> Fixed:
    return fix(load_text(text, Path("events.yaml")))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "events:\n  - date: 2022\n    title: A\n",
            "events:\n  - id: 2022-a\n    date: 2022\n    title: A\n",
            id="plain",
        ),
        pytest.param(
            "events:\n- date: 2022\n  title: A\n", "events:\n- id: 2022-a\n  date: 2022\n  title: A\n", id="flush"
        ),
        pytest.param(
            "events:\n  -   date: 2022 # a year\n      title: A\n",
            "events:\n  -   id: 2022-a\n      date: 2022 # a year\n      title: A\n",
            id="wide dash",
        ),
        pytest.param(
            "events:\n  # first\n  - # about it\n    date: 2022\n\n    title: A\n\n# end",
            "events:\n  # first\n  - # about it\n    id: 2022-a\n    date: 2022\n\n    title: A\n\n# end",
            id="comments",
        ),
        pytest.param(
            "events:\r\n  - date: 2022\r\n    title: A\r\n",
            "events:\r\n  - id: 2022-a\r\n    date: 2022\r\n    title: A\r\n",
            id="Windows line ends",
        ),
        pytest.param(
            "events:\n  - date: 2022\n    id:\n    title: A\n",
            "events:\n  - date: 2022\n    id: 2022-a\n    title: A\n",
            id="an empty id",
        ),
        pytest.param(
            "events:\n  - date: 2022\n    id: null # later\n    title: A\n",
            "events:\n  - date: 2022\n    id: 2022-a # later\n    title: A\n",
            id="a null id",
        ),
        pytest.param(
            "events:\n  - title: Null\n    review: candidate\n",
            'events:\n  - id: "null"\n    title: Null\n    review: candidate\n',
            id="an id that would be null",
        ),
        pytest.param(
            "events:\n  - id: 2022-a\n  - {title: x, id: b}\n  - date: 2022\n    title: A\n"
            "  - date: 2022\n    title: A\n",
            "events:\n  - id: 2022-a\n  - {title: x, id: b}\n  - id: 2022-a-2\n    date: 2022\n    title: A\n"
            "  - id: 2022-a-3\n    date: 2022\n    title: A\n",
            id="several",
        ),
    ],
)
def test_an_id_is_inserted_as_the_first_key(before: str, after: str) -> None:
    assert fixed(before).text == after


def test_a_second_time_changes_nothing() -> None:
    text = fixed("events:\n  - date: 2022\n    title: A\n").text
    assert fixed(text) == Fixed(text, (), ())


def test_a_file_without_events_stays_as_it_is() -> None:
    assert fixed("# nothing\n") == Fixed("# nothing\n", (), ())


def test_an_event_in_braces_is_left_and_named() -> None:
    text = "events:\n  - {date: 2022, title: A}\n  - date: 2023\n    title: B\n"
    result = fixed(text)
    assert result.left == (2,)
    assert result.written == ("2023-b",)
    assert "- {date: 2022, title: A}\n  - id: 2023-b\n" in result.text


def test_a_file_with_errors_is_not_fixed() -> None:
    with pytest.raises(FaultyTimelineError, match="1 error"):
        fixed("events:\n  - date: 2022-13\n    title: A\n")


def test_a_text_that_would_hold_something_else_is_never_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixing, "scalar", lambda new: f"{new}\n    summary: Slipped in")
    with pytest.raises(EditError, match="nothing was changed"):
        fixed("events:\n  - date: 2022\n    title: A\n")
