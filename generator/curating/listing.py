"""The candidates of a run as plain data, for other programs: `dateline extract --json`."""

from __future__ import annotations

from typing import Any

from generator.curating.match import Found
from generator.curating.proposal import disagreeing, independent
from generator.curating.propose import Outcome
from generator.curating.ranked import Group
from generator.dates import Edtf, undated_last

__all__ = ["listing"]


def listing(outcome: Outcome) -> list[dict[str, Any]]:
    """List what a run found, one entry an event, in order of date; those without a date come last.

    Of a ranked run the events that were chosen, in the ranking's order.

    Args:
        outcome: The run.

    Returns:
        For each event its date (EDTF, or None), status, title, summary, actors, places, score from 0 to 1, the reason
        for proposing it, why it was chosen, its sources, how many of them are independent, and its citations: source,
        quote, the words that gave the date, the date they give, and whether that date cannot be true if the event's is.
        The score of a ranked event only has a meaning beside the others.
        `known` says whether the timeline had it before the run; `event` is its id, None where it is not known any more:
        a person deleted or rejected it, or an earlier run joined the sentence to another one's event.
    """
    if outcome.groups is not None:
        return _ranked(outcome, outcome.groups)
    entries = [
        (proposal.best, proposal.citing, new, False, proposal.best.candidate.date)
        for new, proposal in zip(outcome.ids, outcome.decisions.proposals, strict=True)
    ]
    for event, found in _of_the_file(outcome).items():
        best = max(found, key=lambda each: each.candidate.score)
        known = outcome.timeline.events[event]
        entries.append((best, found, known.id or "", True, known.date))
    gone = [known.found for known in outcome.decisions.known if known.why == "seen"]
    entries += [(found, [found], "", True, None) for found in gone]
    entries.sort(key=lambda entry: _order(entry[0]))
    return [_entry(best, found, event=event, known=known, date=date) for best, found, event, known, date in entries]


def _ranked(outcome: Outcome, groups: tuple[Group, ...]) -> list[dict[str, Any]]:
    ids = {id(proposal): new for new, proposal in zip(outcome.ids, outcome.decisions.proposals, strict=True)}
    entries = []
    for group in groups:
        of_each = {each.source: each for each in reversed(group.found)}
        found = list(group.proposal.citing if group.proposal else reversed(of_each.values()))
        event = ids[id(group.proposal)] if group.proposal else ""
        if group.event is not None:
            event = outcome.timeline.events[group.event].id or ""
        ranked = group.ranked
        said = {"date": ranked.date.text, "title": ranked.title, "summary": ranked.summary, "score": ranked.score}
        best = max(found, key=lambda each: each.candidate.score)
        entry = _entry(best, found, event=event, known=not group.proposal, date=ranked.date)
        entries.append(entry | said | {"why": ranked.why})
    return entries


def _of_the_file(outcome: Outcome) -> dict[int, list[Found]]:
    """What was found of each event of the file, by its index."""
    events: dict[int, list[Found]] = {}
    known = [(known.event, known.found) for known in outcome.decisions.known if known.event is not None]
    for event, found in [*known, *((join.event, join.found) for join in outcome.decisions.joins)]:
        events.setdefault(event, []).append(found)
    return events


def _entry(best: Found, found: list[Found], *, event: str, known: bool, date: Edtf | None = None) -> dict[str, Any]:
    candidate = best.candidate
    conflicting = disagreeing(date or candidate.date, found)
    return {
        "date": candidate.date.text if candidate.date else None,
        "status": candidate.status,
        "title": candidate.title,
        "summary": candidate.summary,
        "actors": list(candidate.actors),
        "places": list(candidate.places),
        "score": round(candidate.score, 3),
        "reason": candidate.reason,
        "why": candidate.reason,
        "known": known,
        "event": event or None,
        "sources": list(dict.fromkeys(each.source for each in found)),
        "independent": independent(found),
        "citations": [_citation(each, conflicting=each in conflicting) for each in found],
    }


def _citation(found: Found, *, conflicting: bool) -> dict[str, Any]:
    candidate = found.candidate
    return {
        "source": found.source,
        "quote": candidate.quote or None,
        "when": candidate.timex.text,
        "date": candidate.date.text if candidate.date else None,
        "conflicting": conflicting,
    }


def _order(found: Found) -> tuple[Any, str]:
    return (undated_last(found.candidate.date), found.candidate.mention)
