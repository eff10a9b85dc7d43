"""What a run says at its end: what was read, added, known and left open, and what a person has to do about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from generator.curating.counted import counted
from generator.curating.match import Found, Known, Proposal, Why
from generator.curating.proposal import disagreeing, independent
from generator.curating.propose import Outcome, Read
from generator.curating.seen import seen_path
from generator.dates import undated_last
from generator.extracting.candidate import Candidate
from generator.extracting.tagger.languages import CODES
from generator.reading.article import Article, PublishedDate

if TYPE_CHECKING:
    from generator.curating.ranking import Ranked

__all__ = ["said_published", "summary"]

MANY = 30
"""So many articles are not listed one by one."""

MOST_LINES = 50
"""Of a list, so many lines are told."""

_METHODS = {
    "metadata": "from the metadata",
    "byline": "from the byline",
    "dateline": "from the dateline",
    "caption": "from a caption",
    "weekday": "its year inferred from a weekday",
    "given": "as given by --published",
    "editor": "as an editor filled it in",
}
"""How a publication date is known, by its method."""

_COPIES = ("copies of others", "a copy of another")

_SAYS = re.compile(r"(?P<what>.+?) says\b")
"""The beginning of the reason for a date that a field gave: which field it was."""

_KNOWN: dict[Why, str] = {
    "cited": "cited by an event already",
    "seen": "proposed, or joined to an event, by an earlier run",
    "same source": "of an event for which the same article is cited already",
    "reprint": "of an event for which enough reprints of the same story are cited already",
    "withdrawn": "of an event that was withdrawn",
}
"""Why a candidate adds nothing."""


def summary(
    outcome: Outcome,
    failures: Sequence[str] = (),
    *,
    count: int | None = None,
    verbose: bool = False,
    written: bool = True,
) -> list[str]:
    """Tell what a run came to.

    Args:
        outcome: The run.
        failures: What could not be read, a line each.
        count: How many articles were read; None where those of the outcome are all.
        verbose: Whether to list each line of furniture with the reason for leaving it out.
        written: Whether the file was written; else it is told what would be added.

    Returns:
        Lines of text.
    """
    most = None if verbose else MOST_LINES
    parts = [
        _read(outcome, count, verbose=verbose),
        _headed(f"Not read, {len(failures):,} in all, with what to do:", (f"  {each}" for each in failures), most),
        _set_aside(outcome),
        _headed("Left out of the ranking:", (f"  {each}" for each in outcome.left_out), most),
        _added(outcome, most, written=written),
        _dated(outcome, written=written),
        _capped(_unresolved(outcome), most),
        _known(outcome),
        _passed(outcome),
    ]
    return [line for part in parts for line in part]


def _headed(head: str, lines: Iterable[str], most: int | None) -> Iterator[str]:
    """Lines under a head, which is left out where there is none."""
    rest = iter(lines)
    first = next(rest, None)
    if first is not None:
        yield head
        yield from _capped(chain([first], rest), most)


def _capped(lines: Iterable[str], most: int | None) -> Iterator[str]:
    """As many of the lines as a person reads, and how many more there are."""
    rest = iter(lines)
    yield from islice(rest, most)
    more = sum(1 for _ in rest)
    if more:
        yield f"  … and {more} more (--verbose lists them)"


def _read(outcome: Outcome, count: int | None, *, verbose: bool) -> Iterator[str]:
    """What was read: each article where there are few, else how their dates are known and what is to be confirmed."""
    reads = outcome.reads
    number = len(reads) if count is None else count
    copies = f", {outcome.copies:,} of them {_COPIES[outcome.copies == 1]}" if outcome.copies else ""
    if outcome.groups is not None:
        cited = f"; cited {'is' if len(reads) == 1 else 'are'} {len(reads)}:" if reads else "."
        yield f"Read {counted(number, 'article')}{copies}{cited}"
    else:
        yield f"Read {counted(number, 'article')}{copies}:"
    if verbose or len(reads) < MANY:
        yield from (line for read in reads for line in _read_lines(read, verbose=verbose))
        return
    methods = Counter(_known_by(read.article.published) if read.article.published else "" for read in reads)
    for method, known in methods.most_common():
        yield f"  {known} published {method}" if method else f"  {known} without a known date"
    foreign = Counter(read.article.language for read in reads if read.article.language not in CODES)
    for language, articles in foreign.most_common():
        yield f"  {articles} in a language without rules yet ({language}): no event can be extracted from them"
    doubtful = (
        line
        for read in reads
        if read.article.published and read.article.published.confidence == "low"
        for line in [f"  {read.article.origin} — {said_published(read.article)} [{read.source}]"]
    )
    yield from _headed("PLEASE CONFIRM when these were published, under sources:", doubtful, MOST_LINES)


def said_published(article: Article) -> str:
    """Say when an article was published and how that is known, in a line."""
    published = article.published
    if published is None:
        return "publication date not known"
    words = f" (“{published.words}”)" if published.words else ""
    return f"published {published.value}, {_known_by(published)}{words}"


def _known_by(published: PublishedDate) -> str:
    """How a publication date is known; of metadata, which field of page, feed, record or file gave it."""
    says = _SAYS.match(published.reason) if published.method == "metadata" else None
    return f"from {says['what']}" if says else _METHODS.get(published.method, published.method)


def _read_lines(read: Read, *, verbose: bool) -> Iterator[str]:
    article = read.article
    yield f"  {article.origin} — {article.title or 'no headline'} [{read.source}]"
    yield f"    {said_published(article)}"
    if article.published and article.published.confidence != "high":
        yield from _confirm(article.published, read.source)
    if article.language not in CODES:
        yield f"    in a language without rules yet ({article.language}): no event can be extracted from it"
    if article.removed and verbose:
        yield f"    left out {counted(len(article.removed), 'line')} of furniture:"
        yield from (f"      {line.line}: {line.reason}: {line.text}" for line in article.removed)
    elif article.removed:
        reasons = Counter(line.reason for line in article.removed).most_common()
        told = ", ".join(f"{reason} {number}" for reason, number in reasons)
        yield f"    left out {counted(len(article.removed), 'line')} of furniture ({told})"


def _confirm(published: PublishedDate, source: str) -> Iterator[str]:
    if published.reason:
        yield f"    {published.confidence} confidence: {published.reason}"
    if published.confidence == "low":
        yield f"    PLEASE CONFIRM: correct published under {source} if it is wrong; it will not be guessed again"


def _set_aside(outcome: Outcome) -> Iterator[str]:
    if outcome.set_aside:
        memory = seen_path(outcome.path).name
        remembered = counted(outcome.set_aside, "sentence")
        yield f"There was no {outcome.path}: what {memory} remembers of it ({remembered}) was kept and set aside."


def _added(outcome: Outcome, most: int | None, *, written: bool) -> Iterator[str]:
    verb = "Added" if written else "Would add"
    proposals = list(zip(outcome.ids, outcome.decisions.proposals, strict=True))
    chosen = {id(group.proposal): group.ranked for group in outcome.groups or () if group.proposal}
    events = [_Said(new, proposal, chosen.get(id(proposal)) or proposal.best.candidate) for new, proposal in proposals]
    events.sort(key=lambda event: undated_last(event.said.date))
    head = f"{verb} {counted(len(proposals), 'candidate')} to {outcome.path}:"
    yield from _headed(head, (line for event in events for line in event.lines()), most)
    joins = outcome.decisions.joins
    lines = (
        f"  {event.id}: {join.found.source} ({join.likeness:.0f} of 100 alike)"
        + "".join(f"; it says {each.candidate.date}" for each in disagreeing(event.date, [join.found]))
        for join in joins
        for event in [outcome.timeline.events[join.event]]
    )
    yield from _headed(f"{verb} {counted(len(joins), 'citation')} to known events:", lines, most)
    if outcome.new_text is None:
        left = "was not made" if outcome.old_text is None else "stays as it is"
        yield f"Nothing to add: {outcome.path} {left}."


@dataclass(frozen=True, slots=True)
class _Said:
    """A new event and what is said of it."""

    id: str
    proposal: Proposal
    said: Candidate | Ranked

    def lines(self) -> Iterator[str]:
        citing = self.proposal.citing
        sources = f", {len(citing)} sources{_reprints(citing)}" if len(citing) > 1 else ""
        status = self.proposal.best.candidate.status
        planned = f" ({status})" if status != "happened" else ""
        yield f"  {self.said.date or 'no date yet'}{planned}: {self.said.title} [{self.id}{sources}]"
        others = [f"{each.candidate.date} by {each.source}" for each in disagreeing(self.said.date, citing)]
        if others:
            yield f"    its sources disagree about the date; it is also given as {', '.join(others)}"


def _reprints(found: Sequence[Found]) -> str:
    """How many sources are independent, where not all are."""
    stories = independent(found)
    return f", {stories} independent" if stories < len(found) else ""


def _dated(outcome: Outcome, *, written: bool) -> Iterator[str]:
    verb = "Filled" if written else "Would fill"
    if outcome.published:
        yield f"{verb} in the publication date of {', '.join(outcome.published)}"
    if outcome.dated:
        yield f"{verb} in the date of {', '.join(outcome.dated)}"


def _unresolved(outcome: Outcome) -> Iterator[str]:
    if outcome.groups is not None:
        return
    settled = {known.found.candidate.mention for known in outcome.decisions.known if _is_settled(known, outcome)}
    for read in outcome.reads:
        undated = [candidate for candidate in read.extraction.candidates if candidate.date is None]
        waiting = [candidate for candidate in undated if candidate.mention not in settled]
        if not waiting:
            continue
        words = ", ".join(f"“{candidate.timex.text}”" for candidate in waiting)
        if read.article.dct is None:
            yield f"Without a date: {words} in {read.article.origin} cannot be counted from anything."
            yield f"  Fill in published under {read.source} and run this again, or give it with --published DATE."
        else:
            yield f"Without a date: {words} in {read.article.origin} names no day of the calendar."


def _is_settled(known: Known, outcome: Outcome) -> bool:
    """Whether a person has dated the event of a candidate without a date, or taken it away."""
    return known.event is None or outcome.timeline.events[known.event].date is not None


def _known(outcome: Outcome) -> Iterator[str]:
    tally = Counter(known.why for known in outcome.decisions.known)
    if tally:
        yield f"Known already: {counted(tally.total(), 'sentence')}"
        yield from (f"  {tally[why]} {text}" for why, text in _KNOWN.items() if tally[why])


def _passed(outcome: Outcome) -> Iterator[str]:
    count = sum(read.passed for read in outcome.reads)
    if count and outcome.groups is None:
        yield f"Not proposed: {counted(count, 'sentence')}; dateline explain FILE, or FILE:LINE, says why."
