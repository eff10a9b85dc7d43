"""Whatever a file looks like, what is taken out or written anew is all that changes in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.curating.load import load_text
from generator.errors import EditError
from generator.reviewing.changes import retouched, without

FILE = Path("events.yaml")
TITLES = [
    "plain words",
    '"quoted: words"',
    "'single # no comment'",
    "|\n      a block\n      of text",
    ">-\n      folded",
]
DATES = ["2020", "2020-05-03 # why", "null", "", "[2020, 2021]", '"2020-05~"']


@st.composite
def texts(draw):
    """A file of some events in a person's style, and how many there are."""
    spaced, dash = draw(st.booleans()), draw(st.sampled_from(["- ", "-   "]))
    lines = ["schema: 1", "events:" + draw(st.sampled_from(["", " # oldest first"]))]
    count = draw(st.integers(1, 4))
    for number in range(count):
        lines += draw(st.sampled_from([[], ["  # about the next"]]))
        indent = " " * (2 + len(dash))
        lines += [f"  {dash}id: event-{number}", f"{indent}review: candidate"]
        title = draw(st.sampled_from(TITLES)).replace("\n      ", f"\n{indent}  ")
        lines += [f"{indent}title: {title}"]
        lines += [f"{indent}date: {draw(st.sampled_from(DATES))}"] if draw(st.booleans()) else []
        lines += [f"{indent}# about this one"] if draw(st.booleans()) else []
        lines += [""] if spaced else []
    lines += draw(st.sampled_from([[], ["periods: []"], ["# the end"]]))
    return draw(st.sampled_from(["\n", "\r\n"])).join([*lines, ""]), count


@given(texts(), st.data())
def test_what_is_taken_out_is_one_event_and_the_comments_below_its_dash(drawn, data):
    text, count = drawn
    index = data.draw(st.integers(0, count - 1))
    loaded = load_text(text, FILE)
    new = load_text(without(loaded, index).text, FILE)
    assert new.data["events"] == [*loaded.data["events"][:index], *loaded.data["events"][index + 1 :]]
    rest = iter(text.splitlines())
    assert all(line in rest for line in new.text.replace("events: []", "events:").splitlines())
    assert new.text.count("# about the next") == text.count("# about the next")


@given(
    texts(), st.data(), st.sampled_from(["Another", 'A "new": one #1', "2024"]), st.sampled_from(["2024-05", "2024~"])
)
def test_another_title_and_date_change_no_other_value_and_no_comment(drawn, data, title, date):
    text, count = drawn
    index = data.draw(st.integers(0, count - 1))
    loaded = load_text(text, FILE)
    new = load_text(retouched(loaded, index, title=title, date=date).text, FILE)
    assert new.data["events"][index] == loaded.data["events"][index] | {"title": title, "date": date}
    others = [event for number, event in enumerate(new.data["events"]) if number != index]
    assert others == [event for number, event in enumerate(loaded.data["events"]) if number != index]
    assert new.text.count("# about") == text.count("# about")


@pytest.mark.parametrize("text", ["events: [{id: a, title: A}, {id: b, title: B}]\n", "events:\n  [{id: a}]\n"])
def test_from_a_list_in_brackets_nothing_is_taken_out(text):
    with pytest.raises(EditError, match="cannot be taken out"):
        without(load_text(text, FILE), 0)


def test_an_event_in_braces_gets_another_title_there():
    loaded = load_text("events:\n  - {id: a, date: null, title: Old} # note\n", FILE)
    assert retouched(loaded, 0, title="New, and better", date="2024-05").text == (
        'events:\n  - {id: a, date: 2024-05, title: "New, and better"} # note\n'
    )


def test_a_title_that_was_missing_stands_below_the_date():
    loaded = load_text("events:\n  - id: a\n    date: 2024-05\n    review: candidate\n", FILE)
    assert retouched(loaded, 0, title="New").text.splitlines()[2:4] == ["    date: 2024-05", '    title: "New"']
