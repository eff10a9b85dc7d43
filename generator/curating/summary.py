"""What a run says at its end: what was read, added, known and left open, and what a person has to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.curating.counted import counted
from generator.curating.match import Known, Why
from generator.curating.propose import Outcome, Read
from generator.curating.seen import seen_path
from generator.dates import undated_last
from generator.extracting.tagger.languages import CODES
from generator.reading.article import Article, PublishedDate

__all__ = ["said_published", "summary"]

_METHODS = {
    "metadata": "from the page's metadata",
    "byline": "from the byline",
    "dateline": "from the dateline",
    "caption": "from a caption",
    "weekday": "its year inferred from a weekday",
    "given": "as given by --published",
    "editor": "as an editor filled it in",
}
"""How a publication date is known, by its method."""

_KNOWN: dict[Why, str] = {
    "cited": "cited by an event already",
    "seen": "proposed, or joined to an event, by an earlier run",
    "same source": "of an event for which the same article is cited already",
    "withdrawn": "of an event that was withdrawn",
}
"""Why a candidate adds nothing."""


def summary(
    outcome: Outcome, failures: Sequence[str] = (), *, verbose: bool = False, written: bool = True
) -> list[str]:
    """Tell what a run came to.

    Args:
        outcome: The run.
        failures: What could not be read, a line each.
        verbose: Whether to list each line of furniture with the reason for leaving it out.
        written: Whether the file was written; else it is told what would be added.

    Returns:
        Lines of text.
    """
    lines = [f"Read {counted(len(outcome.reads), 'article')}:"]
    for read in outcome.reads:
        lines += _read_lines(read, verbose=verbose)
    if failures:
        lines += [f"Could not read {counted(len(failures), 'file')}:", *(f"  {failure}" for failure in failures)]
    return [
        *lines,
        *_set_aside(outcome),
        *_added(outcome, written=written),
        *_dated(outcome, written=written),
        *_unresolved(outcome),
        *_known(outcome),
        *_passed(outcome),
    ]


def said_published(article: Article) -> str:
    """Say when an article was published and how that is known, in a line."""
    published = article.published
    if published is None:
        return "publication date not known"
    words = f" (“{published.words}”)" if published.words else ""
    return f"published {published.value}, {_METHODS.get(published.method, published.method)}{words}"


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


def _added(outcome: Outcome, *, written: bool) -> Iterator[str]:
    verb = "Added" if written else "Would add"
    proposals = list(zip(outcome.ids, outcome.decisions.proposals, strict=True))
    if proposals:
        yield f"{verb} {counted(len(proposals), 'candidate')} to {outcome.path}:"
        for new, proposal in sorted(proposals, key=lambda pair: undated_last(pair[1].best.candidate.date)):
            best = proposal.best.candidate
            sources = f", {len(proposal.citing)} sources" if len(proposal.citing) > 1 else ""
            planned = f" ({best.status})" if best.status != "happened" else ""
            yield f"  {best.date or 'no date yet'}{planned}: {best.title} [{new}{sources}]"
    if outcome.decisions.joins:
        yield f"{verb} {counted(len(outcome.decisions.joins), 'citation')} to known events:"
        for join in outcome.decisions.joins:
            event = outcome.timeline.events[join.event]
            yield f"  {event.id}: {join.found.source} ({join.likeness:.0f} of 100 alike)"
    if outcome.new_text is None:
        left = "was not made" if outcome.old_text is None else "stays as it is"
        yield f"Nothing to add: {outcome.path} {left}."


def _dated(outcome: Outcome, *, written: bool) -> Iterator[str]:
    verb = "Filled" if written else "Would fill"
    if outcome.published:
        yield f"{verb} in the publication date of {', '.join(outcome.published)}"
    if outcome.dated:
        yield f"{verb} in the date of {', '.join(outcome.dated)}"


def _unresolved(outcome: Outcome) -> Iterator[str]:
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
    count = sum(len(read.extraction.passed) for read in outcome.reads)
    if count:
        yield f"Not proposed: {counted(count, 'sentence')}; dateline explain FILE:LINE says why."
