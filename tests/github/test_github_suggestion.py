"""An issue form becomes a candidate, or a kind question; whatever it says, it stays text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.curating.load import load_text
from generator.errors import GitHubError
from generator.github.forms import answers
from generator.github.suggestion import LABELS, suggestion

ROOT = Path(__file__).parents[2]
GOOD = {
    "When did it happen?": "2026-02-04",
    "What happened?": "Council approves the bridge",
    "Where can others read it?": "https://gazette.example/bridge",
    "The words that say so": "_No response_",
    "Licence": "- [X] My words may be used",
}


def form(**changed: str) -> str:
    """The text of an issue; a field is named by the first letters of its label."""
    said = dict(GOOD)
    for name, text in changed.items():
        [label] = [label for label in LABELS if label.lower().startswith(name)]
        said[label] = text
    return "\r\n\r\n".join(f"### {label}\r\n\r\n{text}" for label, text in said.items())


def payload(body: str, number: int = 12) -> dict:
    return {"issue": {"number": number, "body": body, "created_at": "2026-02-06T10:00:00Z"}}


def made(**changed: str):
    return suggestion(payload(form(**changed)))


def event_of(text: str):
    loaded = load_text(text, Path("a.yaml"))
    assert loaded.timeline is not None, loaded.faults
    [event] = loaded.timeline.events
    return event


def test_the_labels_are_those_of_the_form():
    fields = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/event.yml").read_text())["body"]
    assert tuple(field["attributes"]["label"] for field in fields if field["type"] != "markdown") == LABELS


def test_a_form_becomes_a_candidate_in_a_file_of_its_own():
    suggested = made()
    assert suggested.file == "suggestion-12.yaml"
    assert (
        suggested.text
        == """\
# Suggested by a reader. To publish it: dateline accept, or delete the line “review: candidate”.
events:
  - id: 2026-02-04-council-approves-the-bridge
    date: 2026-02-04
    title: "Council approves the bridge"
    review: candidate
    source: "https://gazette.example/bridge"
    x-suggested-in: "#12"
"""
    )
    assert event_of(suggested.text).review == "candidate"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-02", "2026-02"),
        ("4 February 2026", "2026-02-04"),
        ("Spring 2025", "2025-21"),
        ("last Wednesday", "2026-02-04"),
        ("yesterday", "2026-02-05"),
    ],
)
def test_a_date_is_read_as_people_write_it(written, date):
    assert event_of(made(when=written).text).date.text == date


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({"when": "some day"}, "The date could not be read"),
        ({"when": "between 4 May 2020 and 7 June 2021, or 3 May 1999"}, "The date could not be read"),
        ({"what": "_No response_"}, "what happened"),
        ({"what": "x" * 201}, "at most 200"),
        ({"where": "the Gazette"}, "The link"),
        ({"where": "javascript:alert(1)"}, "The link"),
        ({"where": f"https://a.example/{'x' * 2000}"}, "at most 2000"),
        ({"where": "https://a.example/ and https://b.example/"}, "The link"),
        ({"the words": "x" * 301}, "at most 300"),
        ({"licence": "- [ ] My words may be used"}, "licence"),
    ],
)
def test_what_is_missing_is_asked_for(changed, asked):
    suggested = made(**changed)
    assert (suggested.text, suggested.id) == ("", "")
    [sentence] = suggested.missing
    assert asked in sentence


def test_an_id_that_is_taken_is_not_taken_again():
    assert suggestion(payload(form()), {"2026-02-04-council-approves-the-bridge"}).id.endswith("-2")


def test_a_quote_is_told_to_whoever_reads_the_file():
    text = made(**{"the words": "It was approved.\nevents: [x]"}).text
    assert "# The words of the source, as the reader gives them: It was approved. events: [x]\n" in text
    event_of(text)


@pytest.mark.parametrize("body", ["", "no form at all", "### What happened?", "### When did it happen?\n\n### Licence"])
def test_what_is_no_form_asks_for_everything(body):
    assert len(suggestion(payload(body)).missing) == 4


@pytest.mark.parametrize(
    "said", [{}, {"issue": None}, {"issue": {"number": "x"}}, {"issue": {"number": 1, "body": None}}]
)
def test_what_is_no_issue_is_refused(said):
    with pytest.raises(GitHubError, match="tells of no issue"):
        suggestion(said)


@given(title=st.text(min_size=1, max_size=80), quote=st.text(max_size=80))
def test_whatever_is_written_stays_the_text_of_one_event(title, quote):
    suggested = made(what=title, **{"the words": quote})
    if suggested.text:
        event = event_of(suggested.text)
        assert event.review == "candidate"
        assert event.title
        assert json.dumps(event.title) not in {"null", "true"}


def test_a_heading_within_an_answer_takes_no_other_answers_place():
    said = answers("### A\n\none\n### C\n\ntwo\n\n### B\n\nthree\n\n### C\n\nfour", ["A", "B", "C"])
    assert said == {"A": "one\n### C\n\ntwo", "B": "three", "C": "four"}
