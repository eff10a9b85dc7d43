"""How an event is passed on: its permanent address, a reference to it, and a message that links to it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from generator.model import Event
from generator.publishing.atlas import Atlas, last_change
from generator.publishing.entries import headline
from generator.publishing.links import absolute, event_path
from generator.publishing.short_dates import say_day

__all__ = ["Sharing", "sharing"]


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the template of an event's page offers to pass on.

    Attributes:
        address: The event's permanent address, or nothing where the site's own is not known.
        reference: How to cite it, in a line that its address follows.
        mail: The address that begins a message about it, or nothing.
    """

    address: str
    reference: str
    mail: str


def sharing(event: Event, atlas: Atlas) -> Sharing:
    """How an event that is shown can be passed on."""
    words, title = atlas.words, headline(event)
    address = absolute(atlas.site.url, event_path(event.id or "")) if atlas.site.url else ""
    reference = words.gettext(
        "“{title}” ({date}). {timeline}, version of {day}.",
        title=title,
        date=atlas.date_of(event),
        timeline=atlas.timeline.timeline.title,
        day=say_day(last_change(event) or atlas.site.today, atlas.language),
    )
    return Sharing(
        address=address,
        reference=reference,
        mail=f"mailto:?subject={quote(title, safe='')}&body={quote(address, safe='')}" if address else "",
    )
