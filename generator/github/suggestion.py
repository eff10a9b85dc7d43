"""A suggested event: from an issue form to the few lines of YAML that a pull request adds.

The entry is a candidate in a file of its own, `data/events/suggestion-12.yaml`: no line of another's is touched, so two
suggestions never collide. What it says is a stranger's; so it is written as quoted text and read back before it is
handed over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.curating.ids import event_id
from generator.curating.load import load_text
from generator.curating.yaml_text import Data, item_lines
from generator.dates import Edtf, parse
from generator.errors import EdtfError, GitHubError
from generator.extracting.tagger import find_timexes
from generator.github.forms import answers, ticked
from generator.scalars import is_web_address

__all__ = ["Suggestion", "suggestion"]

DATE, TITLE, LINK, QUOTE, LICENCE = LABELS = (
    "When did it happen?",
    "What happened?",
    "Where can others read it?",
    "The words that say so",
    "Licence",
)
"""The fields of `.github/ISSUE_TEMPLATE/event.yml`, in its order; a test holds that they are the same."""

LONGEST_TITLE = 200
LONGEST_QUOTE = 300
LONGEST_LINK = 2000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What became of a form.

    Attributes:
        number: The issue's number.
        id: The id of the event; empty where there is none.
        text: The file that holds it; empty where something is missing.
        missing: What the person who suggested it is asked for, a sentence each.
    """

    number: int
    id: str
    text: str
    missing: tuple[str, ...]

    @property
    def file(self) -> str:
        """The name of its file in the folder of events."""
        return f"suggestion-{self.number}.yaml"


def suggestion(payload: Mapping[str, Any], taken: Collection[str] = ()) -> Suggestion:
    """Make a candidate of an issue that was written with the form for events.

    Args:
        payload: What GitHub hands to a workflow for the event `issues`.
        taken: The ids that are in use.

    Returns:
        The candidate, or what is missing for one.

    Raises:
        GitHubError: The payload is of something else.
    """
    try:
        issue = payload["issue"]
        number, body = int(issue["number"]), str(issue["body"] or "")
        day = dt.datetime.fromisoformat(issue["created_at"]).date()
    except (KeyError, TypeError, ValueError) as error:
        raise GitHubError("this tells of no issue", todo="run it for the event `issues` alone") from error
    said = answers(body, LABELS)
    title = " ".join(said[TITLE].split())
    date = _date(said[DATE], day)
    missing = tuple(_missing(said, title, date))
    if missing:
        return Suggestion(number, "", "", missing)
    name = event_id(date, title, taken)
    fields: dict[str, Data] = {"id": name, "date": date.text if date else None, "title": title, "review": "candidate"}
    fields["source"] = said[LINK].strip()
    fields["x-suggested-in"] = f"#{number}"
    head = ["# Suggested by a reader. To publish it: dateline accept, or delete the line “review: candidate”."]
    quote = " ".join(said[QUOTE].split())
    if quote:
        head += [f"# The words of the source, as the reader gives them: {_comment(quote)}"]
    text = "\n".join([*head, "events:", *(f"  {line}" for line in item_lines(fields)), ""])
    loaded = load_text(text, Path(f"suggestion-{number}.yaml"))
    if loaded.timeline is None or len(loaded.timeline.events) != 1:
        raise GitHubError("the suggestion cannot be written down", todo="write the entry by hand")
    return Suggestion(number, name, text, ())


def _missing(said: Mapping[str, str], title: str, date: Edtf | None) -> list[str]:
    wrong = []
    if date is None:
        wrong.append("The date could not be read. Please write it as 2026-02-04, 2026-02 or 2026.")
    if not title:
        wrong.append("Please say in a few words what happened.")
    elif len(title) > LONGEST_TITLE:
        wrong.append(f"Please say what happened in at most {LONGEST_TITLE} characters.")
    if not is_web_address(said[LINK].strip()):
        wrong.append("The link could not be read. Please give one address that begins with https://.")
    elif len(said[LINK]) > LONGEST_LINK:
        wrong.append(f"Please give an address of at most {LONGEST_LINK} characters.")
    if len(said[QUOTE]) > LONGEST_QUOTE:
        wrong.append(f"Please quote at most {LONGEST_QUOTE} characters.")
    if not ticked(said[LICENCE]):
        wrong.append("Please tick the box of the licence: without it we may not use your words.")
    return wrong


def _date(text: str, day: dt.date) -> Edtf | None:
    """A date as people write it: EDTF, or in words as articles do, counted from the day of the issue."""
    try:
        return parse(text.strip())
    except EdtfError:
        found = [timex.edtf for timex in find_timexes(text[:LONGEST_TITLE], day) if timex.edtf]
    return parse(found[0]) if len(found) == 1 else None


def _comment(text: str) -> str:
    """A text that ends no comment: what is no letter, mark or space goes."""
    return "".join(letter for letter in text if letter.isprintable())
