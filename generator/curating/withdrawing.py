"""`dateline withdraw`: a published event is taken back, and its page says so and why."""

from __future__ import annotations

from generator.curating.judge import find_event
from generator.curating.notes import Change
from generator.curating.patch import Patch
from generator.errors import EditError
from generator.model import Timeline

__all__ = ["withdrawing"]


def withdrawing(wanted: str, why: str) -> Change:
    """Withdraw an event.

    Args:
        wanted: Its id, or one that it had.
        why: The reason, which its page gives.

    Returns:
        The change; of one that is withdrawn already none. It raises UnknownEventError where no event has the id, and
        EditError where it was never published.
    """

    def change(patch: Patch) -> list[str]:
        loaded = patch.loaded
        timeline = loaded.timeline or Timeline()
        index = find_event(timeline, wanted, str(loaded.path))
        event = timeline.events[index]
        if event.review == "withdrawn":
            return []
        if event.review != "accepted":
            todo = f"reject it with dateline reject {event.id}" if event.review == "candidate" else "leave it as it is"
            said = "a candidate" if event.review == "candidate" else "rejected"
            what = f"“{event.id}” is {said}, and was never published; nothing was changed"
            raise EditError(what, where=loaded.place(loaded.places.at(("events", index)).line), todo=todo)
        path = ("events", index)
        written = loaded.data["events"][index]
        patch.put((*path, "review"), "withdrawn", after="title")
        patch.put((*path, "reason"), why, after="review" if "review" in written else "title")
        return [f"Withdrew {event.id}; its page stays, and says why"]

    return change
