"""Which events of a timeline are shown in a page that somebody wrote, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.dates import Edtf
from generator.model import Event, View
from generator.publishing.atlas import Atlas
from generator.publishing.selection import is_in

__all__ = ["ORDERS", "Choice", "Order", "chosen"]

Order = Literal["oldest", "newest"]
ORDERS: tuple[Order, ...] = ("oldest", "newest")


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of events: those that fit each thing that is asked for, of those that it names at least one.

    Attributes:
        tags: Tags, as the timeline writes them or by their folder's names.
        actors: Actors, by any of their names.
        places: Places, as the timeline writes them or by their folder's names.
        statuses: Statuses: `happened`, `planned`, …
        from_: Events from this date on, or None.
        to: Events up to this date, or None.
        view: A view of the timeline, or empty.
        order: Which of them come first: the `oldest` or the `newest`.
        limit: How many of them at most, the first in that order; None for all.
    """

    tags: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    from_: Edtf | None = None
    to: Edtf | None = None
    view: str = ""
    order: Order = "oldest"
    limit: int | None = None


def chosen(choice: Choice, atlas: Atlas) -> tuple[Event, ...]:
    """The events of a choice, in its order, without regard to its limit.

    Args:
        choice: What is asked for.
        atlas: The timeline.

    Returns:
        The events; those without a date last in either order.
    """
    # What a view of the file means is what a choice means, so that both are asked in one way.
    asked = View(
        id="choice",
        title="choice",
        tags=choice.tags,
        actors=choice.actors,
        places=choice.places,
        from_=choice.from_,
        to=choice.to,
    )
    found = [
        event
        for event in _within(choice, atlas)
        if (not choice.statuses or event.status in choice.statuses) and is_in(asked, event, atlas)
    ]
    if choice.order == "newest":
        dated = [event for event in found if event.date]
        found = [*reversed(dated), *(event for event in found if not event.date)]
    return tuple(found)


def _within(choice: Choice, atlas: Atlas) -> tuple[Event, ...]:
    """The events of the view that is asked for, or all."""
    if not choice.view:
        return atlas.shown
    view = atlas.find("view", choice.view)
    return view.events if view else ()
