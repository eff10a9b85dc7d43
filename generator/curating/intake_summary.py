"""What an import says at its end: what was read, what was not kept, what is new, what differs, what is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.curating.admit import Admission, Changed
from generator.curating.counted import counted
from generator.curating.drafts import Batch
from generator.curating.intake import How
from generator.dates import undated_last

__all__ = ["MOST_LINES", "read_as", "told"]

MOST_LINES = 50
"""Of a list, so many lines are told unless all are asked for."""

LONGEST_LINE = 1000
"""Characters of a line that is told."""

_KNOWN: dict[How, str] = {
    "id": "with the id of an event that says the same",
    "memory": "imported before",
    "title": "with the title and date of an event",
    "twice": "twice in this file",
}


def read_as(batch: Batch) -> list[str]:
    """Say what a file was read as, and what each of its columns was taken for: before anything is written."""
    lines = [f"{batch.path}: {counted(batch.rows, 'row')} read as {batch.kind}"]
    return lines + [_printable(f"  {field}: “{column}”") for field, column in batch.columns if field != column]


def told(admission: Admission, *, written: bool, updating: bool, verbose: bool) -> list[str]:
    """Tell what an import came to.

    Args:
        admission: The import.
        written: Whether the file was written; else it is told what would be.
        updating: Whether events that differ were changed.
        verbose: Whether to list everything, however much it is.

    Returns:
        Lines of text.
    """
    most = None if verbose else MOST_LINES
    remarks = [f"  {each}" for each in (*admission.batch.remarks, *admission.remarks)]
    parts = [
        _headed(f"Not kept, or to be looked at ({len(remarks)}):", remarks, most),
        _headed(_head(admission, written=written), _added(admission), most),
        _periods(admission, written=written),
        _differing(admission, most, written=written, updating=updating),
        _known(admission),
    ]
    lines = [_printable(line) for part in parts for line in part]
    if admission.new_text is None:
        left = "was not made" if admission.old_text is None else "stays as it is"
        lines.append(f"Nothing to write: {admission.path} {left}.")
    return lines


def _printable(line: str) -> str:
    """A line that a terminal shows as it is: what a stranger's file holds may steer one, or fill it."""
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in line)
    return shown if len(shown) <= LONGEST_LINE else f"{shown[: LONGEST_LINE - 1]}…"


def _headed(head: str, lines: Sequence[str], most: int | None) -> Iterator[str]:
    if lines:
        yield head
        yield from islice(lines, most)
    if most is not None and len(lines) > most:
        yield f"  … and {len(lines) - most} more (--verbose lists them)"


def _head(admission: Admission, *, written: bool) -> str:
    accepted = sum(each.accepted for each in admission.added)
    waiting = len(admission.added) - accepted
    what = [counted(accepted, "accepted event")] if accepted else []
    what += [counted(waiting, "candidate")] if waiting or not accepted else []
    return f"{'Added' if written else 'Would add'} {' and '.join(what)} to {admission.path}:"


def _added(admission: Admission) -> list[str]:
    ordered = sorted(admission.added, key=lambda each: undated_last(each.draft.date))
    return [
        f"  {each.draft.date or 'no date yet'}{_stands(each.draft.status)}: {each.draft.title} [{each.id}]"
        for each in ordered
    ]


def _stands(status: str) -> str:
    return f" ({status})" if status not in {"", "happened"} else ""


def _periods(admission: Admission, *, written: bool) -> Iterator[str]:
    for each in admission.periods:
        yield f"{'Added' if written else 'Would add'} the period “{each.title}”, {each.first} to {each.last}"


def _differing(admission: Admission, most: int | None, *, written: bool, updating: bool) -> Iterator[str]:
    if updating:
        done = [each for each in admission.changed if each.differences]
        head = f"{'Changed' if written else 'Would change'} {counted(len(done), 'event')}:"
        yield from _headed(head, [line for each in done for line in _fields(each)], most)
        refused = [f"  {each.id}: {why}" for each in admission.changed for why in each.refused]
        yield from _headed("Could not be changed, for you to do by hand:", refused, most)
    else:
        events = counted(len(admission.changed), "event")
        head = f"Other than in {admission.path}, which stays as it is: {events} (--update takes what this file says):"
        yield from _headed(head, [line for each in admission.changed for line in _fields(each)], most)


def _fields(changed: Changed) -> Iterator[str]:
    for each in changed.differences:
        yield f"  {changed.id}: {each.say()}"


def _known(admission: Admission) -> Iterator[str]:
    tally = Counter(known.how for known in admission.known)
    if tally:
        yield f"Known already: {counted(tally.total(), 'row')}"
        yield from (f"  {tally[how]} {text}" for how, text in _KNOWN.items() if tally[how])
