"""A run: articles and the timeline's file → the new text of the file, and an account of what was done and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

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
from generator.curating.patch import Fields
from generator.curating.ranked import Group, decide_ranked
from generator.curating.sources import Sources
from generator.extracting.candidate import Extraction
from generator.model import Timeline
from generator.reading.article import Article

if TYPE_CHECKING:
    from generator.curating.ranking import Ranked

__all__ = ["Again", "Extracted", "Outcome", "Read", "Run", "extracted", "read_sources"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article as it was read, and what was found in it.

    Attributes:
        article: The article; it may lack its body.
        extraction: What was found; what was passed over may be left out.
        passed: How many sentences were passed over.
        source: The key of its source, where that was looked up before.
        original: The article that it is a reprint of, or None.
    """

    article: Article
    extraction: Extraction
    passed: int
    source: str = ""
    original: Article | None = None


Again = Callable[[Article], Extracted]
"""Extracts anew from an article whose publication date is another than was read; it finds the body by the origin."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read, and what came of it.

    Attributes:
        article: The article, with the publication date by which its words were read.
        extraction: What was found in it and, unless the run is a large one, what was passed over.
        source: The key of its source.
        is_new: Whether that source is not in the file yet.
        passed: How many sentences were passed over.
        original: The article that it is a reprint of, or None.
    """

    article: Article
    extraction: Extraction
    source: str
    is_new: bool
    passed: int = 0
    original: Article | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run comes to.

    Attributes:
        path: The timeline's file.
        timeline: The timeline before the run.
        old_text: The text of the file before, or None where there was no file.
        new_text: Its text after, or None where nothing changes.
        reads: The articles; of a ranked run, those that the chosen events cite.
        decisions: What became of the candidates.
        ids: The id of each new event, in the order of `decisions.proposals`.
        dated: The ids of the events whose date was filled in.
        published: The keys of the sources whose publication date was filled in.
        mentions: All fingerprints of the run and the file, to be remembered.
        set_aside: How many fingerprints were remembered of a file that is there no more, and did not count.
        groups: What a ranking chose, or None where nothing was ranked.
        left_out: What the ranking left out and why, a line each.
        copies: How many of the articles that were read were the same as others, and did not count.
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
    groups: tuple[Group, ...] | None = None
    left_out: tuple[str, ...] = ()
    copies: int = 0


def extracted(article: Article) -> Extracted:
    """Extract from an article."""
    from generator.extracting import extract

    extraction = extract(article)
    return Extracted(article, extraction, len(extraction.passed))


def read_sources(found: Iterable[Extracted], sources: Sources, again: Again = extracted) -> tuple[Read, ...]:
    """Find the source that each article is, and what was found in it as the timeline dates it.

    Args:
        found: The articles as they were read.
        sources: The timeline's sources; those of the articles are added to them.
        again: Extracts anew from an article that the timeline dates otherwise.

    Returns:
        What each article gave.
    """
    reads = []
    for each in found:
        key, dated = (
            sources.dated(each.article, _fingerprints(each)) if not each.source else (each.source, each.article)
        )
        read = each if dated.published == each.article.published else again(dated)
        reads.append(
            Read(
                article=dated,
                extraction=read.extraction,
                source=key or sources.add(dated),
                is_new=key is None,
                passed=read.passed,
                original=each.original,
            )
        )
    return tuple(reads)


def _fingerprints(each: Extracted) -> list[str]:
    return [candidate.mention for candidate in each.extraction.candidates]


class Run:
    """One run over articles. It reads and writes no file.

    Args:
        path: The timeline's file.
        loaded: What it holds, or None where there is none yet.
        seen: The fingerprints of what was ever proposed; they count only where there is a file.
        today: The day of the run.
        beside: Where the file is an inbox: the timeline for which it waits, whose sources and ids are known as its own.

    Raises:
        FaultyTimelineError: The file has errors.
    """

    def __init__(
        self,
        path: Path,
        loaded: Loaded | None,
        seen: frozenset[str],
        today: dt.date,
        beside: Timeline | None = None,
    ) -> None:
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
        self._beside = beside
        self._together = _together(self.timeline, beside) if beside else self.timeline
        self._sources = Sources(self._together, self._nulled_sources())
        self._stories: dict[str, str] = {}
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
        return self.propose_extracted((extracted(article) for article in articles), extracted)

    def as_dated(self, article: Article, mentions: Iterable[str]) -> tuple[str, Article] | None:
        """An article as the timeline dates it.

        Args:
            article: The article as it was read.
            mentions: The fingerprints of its candidates.

        Returns:
            The key of its source and the article, where it is a source of the timeline with another publication date
            than was read.
        """
        key, dated = self._sources.dated(article, mentions)
        return (key, dated) if key and dated.published != article.published else None

    def propose_extracted(
        self, found: Iterable[Extracted], again: Again, ranking: Sequence[Ranked] | None = None
    ) -> Outcome:
        """Find out what was extracted adds to the timeline.

        Args:
            found: What was extracted from the articles, in a fixed order; where a ranking is given, from those that it
                cites, at least.
            again: Extracts anew from an article that the timeline dates otherwise.
            ranking: The events that are to be in the timeline, or None for all that were found.

        Returns:
            The new text of the file and why; to write it is for the caller.

        Raises:
            EditError: The file is written so that nothing can be put in safely.
        """
        reads = read_sources(found, self._sources, again)
        told = [
            Found(candidate, read.source, self._story(read))
            for read in reads
            for candidate in read.extraction.candidates
        ]
        if ranking is None:
            groups, decisions = None, decide(self.timeline, self.seen, told, self._beside)
        else:
            articles = {read.article.origin: (read.source, read.article) for read in reads}
            groups, decisions = decide_ranked(self.timeline, self.seen, ranking, told, articles, beside=self._beside)
            told = [each for group in groups for each in group.found]
        for known in decisions.known:
            self._date(known)
        for read in reads:
            self._publish(read)
        ids = self._add_events(decisions.proposals, groups or ())
        for join in decisions.joins:
            self._revision.add_citation(join.event, citation_fields(join.found))
        citing = [
            *(each for proposal in decisions.proposals for each in proposal.citing),
            *(j.found for j in decisions.joins),
        ]
        self._add_sources(reads, {each.source for each in citing})
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
            mentions=frozenset(_mentions(self.timeline)) | {each.candidate.mention for each in told},
            set_aside=self._set_aside,
            groups=groups,
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

    def _add_events(self, proposals: Iterable[Proposal], groups: Sequence[Group]) -> tuple[str, ...]:
        """Put in new events; one that a ranking chose has the date, title and summary that it was chosen with."""
        chosen = {id(group.proposal): group.ranked for group in groups if group.proposal}
        taken = {name for event in self._together.events for name in (event.id, *event.aliases) if name}
        ids = []
        for proposal in proposals:
            ranked = chosen.get(id(proposal))
            said = ranked or proposal.best.candidate
            new = event_id(said.date, said.title, taken)
            taken.add(new)
            ids.append(new)
            fields = dict(event_fields(proposal, new, self.today, sorted(proposal.follows)))
            if ranked:
                fields |= {"date": ranked.date.text, "title": ranked.title, "summary": ranked.summary}
            self._revision.add_event(fields)
        return tuple(ids)

    def _add_sources(self, reads: Iterable[Read], cited: set[str]) -> None:
        """Put in the sources that something new cites and that are not in the file."""
        declared = set((self.loaded.data or {}).get("sources") or {})
        for read in reads:
            if read.source in cited and read.source not in declared:
                declared.add(read.source)
                original = self._story(read, cited=True)
                known = declared if read.original else declared.union(self._sources.timeline.sources)
                if original and original not in known:
                    declared.add(original)
                    self._revision.add_source(original, self._original_fields(read))
                fields = source_fields(read.article, self.timeline.timeline.language, original)
                self._revision.add_source(read.source, fields)

    def _story(self, read: Read, *, cited: bool = False) -> str:
        """The key of the source whose story an article reprints, or empty.

        Nobody knows whether two stories of one agency without a date are one. So each has a key of its own, which is
        made only where the reprint is cited.
        """
        if read.source not in self._stories:
            first, article = read.original, read.article
            if first is not None:
                key = self._sources.find(first, ()) or self._sources.add(first)
                self._stories[read.source] = key if key != read.source else ""
            elif not article.agency or article.agency.casefold() == article.publisher.casefold():
                self._stories[read.source] = ""
            elif article.dct or cited:
                self._stories[read.source] = self._sources.original(article.agency, article.dct)[0]
        return self._stories.get(read.source, "")

    def _original_fields(self, read: Read) -> Fields:
        if read.original is not None:
            return source_fields(read.original, self.timeline.timeline.language)
        return original_fields(read.article.agency)


def _together(inbox: Timeline, beside: Timeline) -> Timeline:
    """The events and sources of an inbox and of the timeline for which it waits, as one."""
    sources = {**inbox.sources, **beside.sources}
    return inbox.model_copy(update={"sources": sources, "events": (*beside.events, *inbox.events)})


def _mentions(timeline: Timeline) -> Iterable[str]:
    return (citation.mention for event in timeline.events for citation in event.citations if citation.mention)
