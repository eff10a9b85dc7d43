"""The whole trail of an event, or of a line of an article: every step from the words to the timeline, and back."""

from __future__ import annotations

from collections.abc import Iterator

from generator.curating.likeness import account, likeness
from generator.curating.match import Decisions, Found, account_of_candidate, account_of_event
from generator.curating.propose import Outcome, Read
from generator.curating.summary import said_published
from generator.dates import say
from generator.extracting.candidate import Candidate, Passed
from generator.extracting.timex import Timex
from generator.model import Citation, Event, Source, Timeline

__all__ = ["trail_of_article", "trail_of_event", "trail_of_line"]

_DECIDED = {
    "cited": "In the timeline: its fingerprint is cited by {event}",
    "seen": "Known already: an earlier run proposed it, or joined it to an event; it is not proposed again",
    "same source": "In the timeline: {event} cites another sentence of this article already",
    "reprint": "In the timeline: {event} cites enough reprints of the same story already",
    "withdrawn": "Known already: it is like {event}, which was withdrawn",
}
"""What became of a candidate that adds nothing, by the reason."""


def trail_of_event(event: Event, timeline: Timeline) -> list[str]:
    """Tell all that is known of how an event came to its date.

    Args:
        event: An event of the timeline.
        timeline: The timeline.

    Returns:
        Lines of text.
    """
    gone = event.review in {"rejected", "withdrawn"}
    lines = [f"{event.id} ({event.review})" if gone else f"{event.id} ({event.review}, {event.status})"]
    if gone:
        lines.append(f"  Reason: {event.reason or 'none is given'}")
    lines += [f"  {event.title}"] if event.title else []
    if event.date:
        lines.append(f"  Date: {say(event.date)} ({event.date})")
    elif not gone:
        lines.append("  Date: none yet")
    count = len(event.citations)
    for number, citation in enumerate(event.citations, start=1):
        lines += ["", f"Citation {number} of {count}: {citation.source}"]
        lines += [f"  {line}" for line in _citation(event, citation, timeline)]
    return lines if count or gone else [*lines, "", "It cites no source."]


def trail_of_line(outcome: Outcome, line: int) -> list[str]:
    """Tell what became of a line of an article.

    Args:
        outcome: A run over that one article, which need not have been written.
        line: The number of the line, from 1.

    Returns:
        Lines of text: for each sentence that begins on the line, or that it is a part of, what was found in it and
        what became of it; or why the line is no part of the article.
    """
    read = outcome.reads[0]
    removed = [part for part in read.article.removed if part.line == line]
    if removed:
        return [f"Line {line} is furniture and was left out ({part.reason}): {part.text}" for part in removed]
    if line not in read.article.lines:
        return [f"Line {line} is not part of the article's text: it is blank, or beyond the end of the file."]
    found = _found(read)
    first = max((each.line for each in found if each.line <= line), default=line)
    lines = [_of_article(read)]
    for each in found:
        if each.line == first:
            lines += ["", f"“{each.sentence}”", *_told(each, read, outcome)]
    return lines if len(lines) > 1 else [*lines, "", f"No sentence begins on line {line}."]


def trail_of_article(outcome: Outcome) -> list[str]:
    """Tell what became of every sentence of an article.

    Args:
        outcome: A run over that one article, which need not have been written.

    Returns:
        Lines of text: as `trail_of_line`, for each line, with its number.
    """
    read = outcome.reads[0]
    lines = [_of_article(read)]
    for each in sorted(_found(read), key=lambda each: each.line):
        lines += ["", f"Line {each.line}: “{each.sentence}”", *_told(each, read, outcome)]
    return lines if len(lines) > 1 else [*lines, "", "There is no sentence in it."]


def _of_article(read: Read) -> str:
    return f"{read.article.origin}: {said_published(read.article)} [{read.source}]"


def _found(read: Read) -> list[Candidate | Passed]:
    return [*read.extraction.candidates, *read.extraction.passed]


def _told(each: Candidate | Passed, read: Read, outcome: Outcome) -> list[str]:
    told = _candidate(each, read, outcome) if isinstance(each, Candidate) else _passed(each)
    return [f"  {line}" for line in told]


def _citation(event: Event, citation: Citation, timeline: Timeline) -> Iterator[str]:
    source = timeline.sources.get(citation.source, Source())
    yield from _source(source)
    if citation.quote:
        yield f"Sentence: “{citation.quote}”"
    if citation.when:
        rule = f", read by the rule {citation.rule}" if citation.rule else ""
        counted = f", counted from {citation.from_}" if citation.from_ else ""
        yield f"Words: “{citation.when}”{rule}{counted}"
    sure = f", {citation.confidence} confidence" if citation.confidence else ""
    if citation.date:
        yield f"Which gives: {say(citation.date)} ({citation.date}){sure}"
    elif citation.when:
        yield f"Which gives no date: {'it' if source.published else 'the publication date'} is not known"
    if citation.reason:
        yield f"Because {citation.reason}"
    if citation.quote and event.title:
        yield f"Likeness of sentence and event: {_likeness(event, citation, timeline):.0f} of 100"
    if citation.mention:
        yield f"Known again by: {citation.mention}"


def _source(source: Source) -> Iterator[str]:
    named = ", ".join(part for part in (source.title and f"“{source.title}”", source.publisher, source.url) if part)
    if named:
        yield f"Source: {named}"
    if source.original:
        yield f"A reprint of {source.original}"
    if not source.published:
        yield "Published: not known"
        return
    basis = source.published_basis
    if basis is None:
        yield f"Published: {source.published}, as an editor wrote it"
        return
    words = f" (“{basis.words}”)" if basis.words else ""
    yield f"Published: {source.published}, known by {basis.method}{words}, {basis.confidence} confidence"
    if basis.reason:
        yield f"  since {basis.reason}"


def _likeness(event: Event, citation: Citation, timeline: Timeline) -> float:
    said = account(date=event.date, status=event.status, title="", summary=citation.quote or "", names=())
    return likeness(said, account_of_event(event, timeline))


def _candidate(candidate: Candidate, read: Read, outcome: Outcome) -> Iterator[str]:
    date = f"{say(candidate.date)} ({candidate.date})" if candidate.date else "no date yet"
    yield f"A candidate: {date}, {candidate.status}: {candidate.title}"
    yield _timex(candidate.timex)
    yield f"Why: {candidate.reason}"
    yield f"Score {candidate.score:.2f} of 1, {candidate.confidence} confidence, known again by {candidate.mention}"
    yield from _decided(candidate, read, outcome)


def _decided(candidate: Candidate, read: Read, outcome: Outcome) -> Iterator[str]:
    """What a run makes of a candidate."""
    decisions: Decisions = outcome.decisions
    events = outcome.timeline.events
    found = Found(candidate, read.source)
    for known in decisions.known:
        if known.found == found:
            event = events[known.event].id if known.event is not None else "an event of this run"
            yield _DECIDED[known.why].format(event=event)
    for join in decisions.joins:
        if join.found == found:
            yield f"In the timeline: {join.likeness:.0f} of 100 like {events[join.event].id}, to which a run adds it"
    for new, proposal in zip(outcome.ids, decisions.proposals, strict=True):
        if found in proposal.citing:
            yield f"Not in the timeline: a run would add it as {new}"
            yield from _nearest(candidate, outcome)


def _nearest(candidate: Candidate, outcome: Outcome) -> Iterator[str]:
    """The event of about the same date that a new candidate was found not to be."""
    said = account_of_candidate(candidate)
    near = [event for event in outcome.timeline.events if event.date and said.date and event.date.overlaps(said.date)]
    rated = [(likeness(said, account_of_event(event, outcome.timeline)), event.id) for event in near]
    score, name = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    if name:
        yield f"Most like it of about that date: {name}, {score:.0f} of 100, which is too little"


def _passed(passed: Passed) -> Iterator[str]:
    yield f"Not proposed: {passed.reason}"
    yield from (_timex(timex) for timex in passed.timexes)


def _timex(timex: Timex) -> str:
    counted = f", counted from {timex.anchor}" if timex.anchor else ""
    reason = f"; {timex.reason}" if timex.reason else ""
    return f"“{timex.text}” is {timex.edtf or timex.value}, by the rule {timex.rule}{counted}{reason}"
