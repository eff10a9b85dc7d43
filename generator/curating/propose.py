"""A run: articles and the timeline's file → the new text of the file, and an account of what was done and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.curating.edit import Revision
from generator.curating.entries import (
    basis_fields,
    citation_fields,
    counted_from,
    event_fields,
    original_fields,
    source_fields,
)
from generator.curating.ids import event_id
from generator.curating.load import Loaded, faulty, load_text
from generator.curating.match import Decisions, Found, Known, Proposal, decide
from generator.curating.newfile import NEW_FILE
from generator.curating.sources import Sources, dated_by
from generator.extracting.candidate import Extraction
from generator.model import Timeline
from generator.reading.article import Article

__all__ = ["Outcome", "Read", "Run", "read_sources"]


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read, and what came of it.

    Attributes:
        article: The article, with the publication date by which its words were read.
        extraction: What was found in it and what was passed over.
        source: The key of its source.
        is_new: Whether that source is not in the file yet.
    """

    article: Article
    extraction: Extraction
    source: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run comes to.

    Attributes:
        path: The timeline's file.
        timeline: The timeline before the run.
        old_text: The text of the file before, or None where there was no file.
        new_text: Its text after, or None where nothing changes.
        reads: The articles.
        decisions: What became of the candidates.
        ids: The id of each new event, in the order of `decisions.proposals`.
        dated: The ids of the events whose date was filled in.
        published: The keys of the sources whose publication date was filled in.
        mentions: All fingerprints of the run and the file, to be remembered.
        set_aside: How many fingerprints were remembered of a file that is there no more, and did not count.
    """

    path: Path
    timeline: Timeline
    old_text: str | None
    new_text: str | None
    reads: tuple[Read, ...]
    decisions: Decisions
    ids: tuple[str, ...]
    dated: tuple[str, ...]
    published: tuple[str, ...]
    mentions: frozenset[str]
    set_aside: int


def read_sources(articles: Iterable[Article], sources: Sources) -> tuple[Read, ...]:
    """Extract from articles, each dated as the timeline dates it.

    Args:
        articles: The articles as they were read.
        sources: The timeline's sources; those of the articles are added to them.

    Returns:
        What each article gave.
    """
    from generator.extracting import extract

    reads = []
    for read in articles:
        article, extraction = read, extract(read)
        key = sources.find(article, [candidate.mention for candidate in extraction.candidates])
        source = sources.timeline.sources.get(key) if key else None
        if source is not None and key is not None:
            article = dated_by(read, source, taken_away=sources.lost_its_date(key))
            if article.published != read.published:
                extraction = extract(article)
        reads.append(Read(article, extraction, key or sources.add(article), is_new=key is None))
    return tuple(reads)


class Run:
    """One run over articles. It reads and writes no file.

    Args:
        path: The timeline's file.
        loaded: What it holds, or None where there is none yet.
        seen: The fingerprints of what was ever proposed; they count only where there is a file.
        today: The day of the run.

    Raises:
        FaultyTimelineError: The file has errors.
    """

    def __init__(self, path: Path, loaded: Loaded | None, seen: frozenset[str], today: dt.date) -> None:
        self.path = path
        self.old_text = loaded.text if loaded else None
        self.loaded = loaded or load_text(NEW_FILE, path)
        if self.loaded.timeline is None:
            raise faulty(self.loaded)
        self.timeline = self.loaded.timeline
        self.seen = seen if loaded else frozenset[str]()
        self._set_aside = 0 if loaded else len(seen)
        self.today = today
        self._revision = Revision(self.loaded)
        self._touched = False
        self._dated: dict[str, None] = {}
        self._published: dict[str, None] = {}

    def propose(self, articles: Sequence[Article]) -> Outcome:
        """Find out what the articles add to the timeline.

        Args:
            articles: The articles as they were read, in a fixed order.

        Returns:
            The new text of the file and why; to write it is for the caller.

        Raises:
            EditError: The file is written so that nothing can be put in safely.
        """
        sources = Sources(self.timeline, self._nulled_sources())
        reads = read_sources(articles, sources)
        found = [Found(candidate, read.source) for read in reads for candidate in read.extraction.candidates]
        decisions = decide(self.timeline, self.seen, found)
        for known in decisions.known:
            self._date(known)
        for read in reads:
            self._publish(read)
        ids = self._add_events(decisions.proposals)
        for join in decisions.joins:
            self._revision.add_citation(join.event, citation_fields(join.found))
        citing = [
            *(each for proposal in decisions.proposals for each in proposal.citing),
            *(j.found for j in decisions.joins),
        ]
        self._add_sources(sources, reads, {each.source for each in citing})
        changes = self._touched or bool(citing)
        return Outcome(
            path=self.path,
            timeline=self.timeline,
            old_text=self.old_text,
            new_text=self._revision.text() if changes else None,
            reads=reads,
            decisions=decisions,
            ids=ids,
            dated=tuple(self._dated),
            published=tuple(self._published),
            mentions=frozenset(_mentions(self.timeline)) | {each.candidate.mention for each in found},
            set_aside=self._set_aside,
        )

    def _nulled_sources(self) -> list[str]:
        written = (self.loaded.data or {}).get("sources") or {}
        return [key for key, fields in written.items() if "published" in fields and fields["published"] is None]

    def _date(self, known: Known) -> None:
        """Fill in the dates of a candidate that waited for its article's publication date."""
        candidate = known.found.candidate
        if known.why != "cited" or known.event is None or candidate.date is None:
            return
        event = self.timeline.events[known.event]
        if event.review != "candidate":
            return
        written = self.loaded.data["events"][known.event]
        if "date" in written and written["date"] is None and (event.id or "") not in self._dated:
            self._revision.date_event(known.event, candidate.date.text)
            self._dated[event.id or ""] = None
            self._touched = True
        for number, citation in enumerate(written.get("citations") or ()):
            if citation.get("mention") == candidate.mention and "date" in citation and citation["date"] is None:
                self._revision.date_citation(
                    known.event, number, date=candidate.date.text, counted_from=counted_from(candidate)
                )
                self._touched = True

    def _publish(self, read: Read) -> None:
        """Fill in the publication date of a source of the file that has none, once the article's is known."""
        written = ((self.loaded.data or {}).get("sources") or {}).get(read.source)
        published = read.article.published
        if written is None or written.get("published") is not None or published is None:
            return
        if "published" not in written and published.method != "given":
            return  # a person left the line out
        if read.source not in self._published:
            self._revision.publish_source(read.source, published.value.isoformat(), basis_fields(published))
            self._published[read.source] = None
            self._touched = True

    def _add_events(self, proposals: Iterable[Proposal]) -> tuple[str, ...]:
        taken = {name for event in self.timeline.events for name in (event.id, *event.aliases) if name}
        ids = []
        for proposal in proposals:
            best = proposal.best.candidate
            new = event_id(best.date, best.title, taken)
            taken.add(new)
            ids.append(new)
            self._revision.add_event(event_fields(proposal, new, self.today))
        return tuple(ids)

    def _add_sources(self, sources: Sources, reads: Iterable[Read], cited: set[str]) -> None:
        """Put in the sources that something new cites and that are not in the file."""
        declared = set((self.loaded.data or {}).get("sources") or {})
        for read in reads:
            article, key = read.article, read.source
            if key not in cited or key in declared:
                continue
            declared.add(key)
            original = ""
            if article.agency and article.agency.casefold() != article.publisher.casefold():
                original, is_new = sources.original(article.agency, article.dct)
                if is_new:
                    self._revision.add_source(original, original_fields(article.agency))
            self._revision.add_source(key, source_fields(article, self.timeline.timeline.language, original))


def _mentions(timeline: Timeline) -> Iterable[str]:
    return (citation.mention for event in timeline.events for citation in event.citations if citation.mention)
