"""The list of all events, as lean as can be: what the filters show on a page that has only some of them.

It is the business of `assets/filters.js` alone and may change with it; `events.json` is what others build on.
"""

from __future__ import annotations

from typing import Any

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.credits import credit_line
from generator.publishing.entries import headline, title_of_year
from generator.publishing.filters import facts
from generator.publishing.json_text import json_text
from generator.publishing.markdown import strip_markdown
from generator.publishing.plain_text import first_sentence
from generator.publishing.short_dates import say_in_year
from generator.publishing.status import badges

__all__ = ["INDEX_PATH", "event_index"]

INDEX_PATH = "data/filter.json"
"""Where it stands; events are found from there at `../events/`."""


def event_index(atlas: Atlas) -> bytes:
    """Every event that is shown, in the order of the timeline.

    Args:
        atlas: The timeline.

    Returns:
        JSON in UTF-8: `{"events": [{i: id, t: title, d: date for short, w: whole date, y: year, c: credit, b: badges,
        s: status, a: actors, p: places, g: tags, f: first day, l: last day, x: the summary's first sentence, n: whose
        account it is}]}`. Keys without a value are left out, but for those of lists, which then hold a space.
    """
    return f"{json_text({'events': [_row(event, atlas) for event in atlas.shown]})}\n".encode()


def _row(event: Event, atlas: Atlas) -> dict[str, Any]:
    fact = facts(event, atlas)
    row = {
        "i": event.id,
        "t": headline(event),
        "d": say_in_year(event.date, atlas.language) if event.date else atlas.words.gettext("No date"),
        "w": atlas.date_of(event),
        "y": title_of_year(event, atlas),
        "c": credit_line(event, atlas),
        "b": " · ".join(badge.text for badge in badges(event, atlas)),
        "s": fact.status,
        "f": fact.first,
        "l": fact.last,
        "x": first_sentence(strip_markdown(event.summary)) if event.summary else "",
        "n": event.attributed_to,
    }
    # Read as lists, so they are there even where they are empty.
    return {key: value for key, value in row.items() if value not in ("", None)} | {
        "a": fact.actors or " ",
        "p": fact.places or " ",
        "g": fact.tags or " ",
    }
