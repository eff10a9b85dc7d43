"""`dateline rename`: an event gets another id, and the one that it had leads to it."""

from __future__ import annotations

from generator.curating.fix import add_id
from generator.curating.judge import find_event
from generator.curating.notes import Change
from generator.curating.patch import Patch
from generator.curating.strike import strike_field, strike_item
from generator.errors import EditError, UsageError
from generator.model import Event, Timeline
from generator.scalars import is_id

__all__ = ["renaming"]


def renaming(old: str, new: str) -> Change:
    """Give an event another id.

    Args:
        old: The id that it has, or had.
        new: The id that it is to have.

    Returns:
        The change: the old id becomes an alias, what is related to the event names it by the new one, and feeds go on
        knowing it by the one under which it was published. It raises
        UnknownEventError where no event has the id, UsageError where the new one is none, and EditError where another
        event has it.
    """

    def change(patch: Patch) -> list[str]:
        timeline = patch.loaded.timeline or Timeline()
        index = find_event(timeline, old, str(patch.loaded.path))
        event = timeline.events[index]
        former = event.id or ""
        if not is_id(new):
            todo = "write lower-case letters and digits, joined by single hyphens"
            raise UsageError(f"“{new}” is not an id; nothing was changed", todo=todo)
        if former == new:
            return []
        other = timeline.by_id.get(new)
        if other is not None and other is not event:
            what = f"“{new}” is, or was, the id of another event; nothing was changed"
            place = patch.loaded.place(patch.loaded.places.at(("events", timeline.events.index(other))).line)
            raise EditError(what, where=place, todo="choose another")
        _write(patch, index, new)
        _keep(patch, index, event.aliases, former, new)
        _stay_known(patch, index, event, new)
        told = [f"Renamed {former} to {new}; its old address leads to the new one"]
        for at, each in enumerate(timeline.events):
            for number, relation in enumerate(each.related):
                if relation.id == former:
                    patch.put(("events", at, "related", number, "id"), new)
                    told.append(f"  {each.id}: related to {new} now")
        return told

    return change


def _write(patch: Patch, index: int, new: str) -> None:
    if patch.loaded.data["events"][index].get("id") is None:
        add_id(patch, index, new)
    else:
        patch.put(("events", index, "id"), new)


def _stay_known(patch: Patch, index: int, event: Event, new: str) -> None:
    """Have feeds and calendars know an event by the first id under which it was published, so that it is not news."""
    path = ("events", index, "uid")
    if event.uid == new:
        strike_field(patch, path)
    elif event.uid is None and event.review in {"accepted", "withdrawn"}:
        patch.put(path, event.id or "")


def _keep(patch: Patch, index: int, aliases: tuple[str, ...], former: str, new: str) -> None:
    """Put the former id among the aliases; in the place of the new one, where that is among them."""
    path = ("events", index, "aliases")
    if new not in aliases:
        patch.extend(path, [former])
    elif former in aliases:
        strike_item(patch, (*path, aliases.index(new)))
    else:
        patch.put((*path, aliases.index(new)), former)
