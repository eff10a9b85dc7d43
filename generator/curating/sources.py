"""Which source of the timeline an article is, and what the timeline says of its publication."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.curating.ids import source_id
from generator.extracting.fingerprint import article_key, key_of_address, key_of_title, normalised
from generator.model import Source, Timeline
from generator.reading.article import Article, PublishedDate

__all__ = ["Sources", "dated_by"]


class Sources:
    """The sources of a timeline and those that a run adds to them.

    Args:
        timeline: The timeline as it stands.
        nulled: The keys of its sources that say `published: null`.
    """

    def __init__(self, timeline: Timeline, nulled: Iterable[str] = ()) -> None:
        self.timeline = timeline
        self.taken = {key.casefold() for key in timeline.sources}
        self._by_mention: dict[str, str] = {}
        self._added: dict[str, str] = {}
        self._waiting: set[str] = set()
        self._nulled = frozenset(nulled)
        self._originals: set[str] = set()
        for event in timeline.events:
            for citation in event.citations:
                if citation.mention:
                    self._by_mention.setdefault(citation.mention, citation.source)
                if citation.date is None and citation.when:
                    self._waiting.add(citation.source)

    def find(self, article: Article, mentions: Iterable[str]) -> str | None:
        """The key of the source that an article is, or None for a new one.

        Args:
            article: The article.
            mentions: The fingerprints of its candidates.

        Returns:
            The source that cites one of them; else that with its address; else that with its title and publisher.
        """
        shared = (self._by_mention[mention] for mention in mentions if mention in self._by_mention)
        found = next(shared, None)
        if found is not None:
            return found
        return next(filter(None, map(self._known_as, self._names_of(article))), None)

    def dated(self, article: Article, mentions: Iterable[str]) -> tuple[str | None, Article]:
        """The source that an article is, as `find` has it, and the article with the date that the timeline gives it."""
        key = self.find(article, mentions)
        source = self.timeline.sources.get(key) if key else None
        if source is None or key is None:
            return key, article
        return key, dated_by(article, source, taken_away=self.lost_its_date(key))

    def add(self, article: Article) -> str:
        """Make the key of a new source, and know the article from now on."""
        key = source_id(article.publisher, article.url, article.dct, self.taken)
        self.taken.add(key)
        for name in self._names_of(article):
            self._added.setdefault(name, key)
        return key

    def original(self, agency: str, published: dt.date | None) -> tuple[str, bool]:
        """The key of an agency's own story that an article reprints, and whether it is new.

        Two reprints of one agency and day share it: to take them for one story where they are two costs nothing but
        a source that is not counted twice, and the other way round a reprint would pass for a second witness.
        """
        shared = source_id(agency, "", published, ())
        source = self.timeline.sources.get(shared)
        is_theirs = source is not None and normalised(source.publisher or "") == normalised(agency)
        if published and (is_theirs or shared in self._originals):
            return shared, False
        key = source_id(agency, "", published, self.taken)
        self.taken.add(key)
        self._originals.add(key)
        return key, True

    def lost_its_date(self, key: str) -> bool:
        """Whether a person took away the publication date of a source.

        It says `published: null`, and yet its citations have their dates: there was one when they were written.
        """
        return key in self._nulled - self._waiting

    def _known_as(self, name: str) -> str | None:
        """The key of the source that is known by a name; those of the file go before those of the run."""
        kind = name.partition(":")[0]
        of_file = self._by_title if kind == "title" else self._by_address if kind == "url" else {}
        return of_file.get(name) or self._added.get(name)

    # What an article is, often is clear before anybody asks for these; and most articles have but one of the two.

    @cached_property
    def _by_address(self) -> dict[str, str]:
        """The file's sources by address; of those that share one, the first."""
        sources = reversed(self.timeline.sources.items())
        return {key_of_address(source.url): key for key, source in sources if source.url}

    @cached_property
    def _by_title(self) -> dict[str, str]:
        """The file's sources by title and publisher; of those that share both, the first."""
        sources = reversed(self.timeline.sources.items())
        return {key_of_title(source.title, source.publisher or ""): key for key, source in sources if source.title}

    def _names_of(self, article: Article) -> Iterator[str]:
        """What an article is known by; one that has neither address nor title, by its first sentence."""
        yield article_key(article)
        yield from _names(article.url, article.title, article.publisher)


def dated_by(article: Article, source: Source, *, taken_away: bool) -> Article:
    """An article with the publication date that the timeline gives it, where it does.

    What stands there was guessed once, or written by a person, and is not guessed again.

    Args:
        article: The article as it was read.
        source: What the timeline says of it.
        taken_away: Whether a person took away a date that stood there: only an option brings back another.

    Returns:
        The article, its `published` as the timeline has it.
    """
    read = article.published
    if source.published is None:
        keeps = read is None or read.method == "given" or not taken_away
        return article if keeps else dataclasses.replace(article, published=None)
    basis = source.published_basis
    known = PublishedDate(
        source.published,
        basis.method if basis else "editor",
        (basis.words if basis else None) or "",
        basis.confidence if basis else "high",
        (basis.reason if basis else None) or "",
    )
    return dataclasses.replace(article, published=known)


def _names(url: str, title: str, publisher: str) -> Iterator[str]:
    """What an article is known by: its address, and its title with its publisher."""
    if url:
        yield key_of_address(url)
    if title:
        yield key_of_title(title, publisher)
