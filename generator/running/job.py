"""A job: the articles that paths name are gathered, and what they add to a timeline is found out.

Results lie in the spool by number, so that whoever read an article, and when, makes no difference to what comes of it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Self

from generator.curating.propose import Extracted, Outcome, Run
from generator.curating.ranking import Ranked, Report, Wanted, rank
from generator.errors import StoppedError, UsageError
from generator.reading import items
from generator.reading.article import Article
from generator.reading.item import Item, Unread
from generator.running.cluster import Cluster
from generator.running.counting import Counting
from generator.running.crew import Crew
from generator.running.gather import gather_apart, gather_here
from generator.running.processes import Processes, cores
from generator.running.program import program
from generator.running.progress import Progress, progress_on
from generator.running.spool import Spool, spool_path
from generator.running.work import Record, Task, record

__all__ = ["SMALL", "Job", "Options"]

SMALL = 30
"""Fewer articles are read in this process: to start others takes longer."""

LIMIT = 30.0
"""Seconds for an article: a thousand times what one of 3 kB takes, and enough for a book in PDF."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a job is done.

    Attributes:
        today: The clock: no article was published after this day.
        wanted: Which events are wanted, or None for every one that was found.
        workers: How many processes; None for one a core.
        cluster: The address of a Dask scheduler, whose workers do it instead; or empty.
        published: The publication date of the one article, or of the one that does not say it; or None.
        furniture: Whether to keep what was left out of the articles also where there are many.
        limit: Seconds after which an article is given up.
    """

    today: dt.date
    wanted: Wanted | None = None
    workers: int | None = None
    cluster: str = ""
    published: dt.date | None = None
    furniture: bool = False
    limit: float = LIMIT


class Job:
    """The reading of articles for one timeline.

    Args:
        paths: What to read.
        events: The timeline's file, beside which a large job keeps what it has found.
        options: How.

    Attributes:
        done: Whether what was found has arrived where it should: then, at the end of the `with` block that a job is
            used in, what was kept of it goes. Else it stays for the same job to go on from.

    Raises:
        ArticleError: A path does not exist, or no reader knows what it names.
        NoArticlesError: A folder holds no article.
    """

    def __init__(self, paths: Sequence[Path], events: Path, options: Options) -> None:
        self.paths = paths
        self.events = events
        self.options = options
        source = items(paths, today=options.today)
        first = list(islice(source, SMALL))
        self.is_small = len(first) < SMALL and not options.cluster
        self._few = first if self.is_small else []
        self._source = chain(first, source)
        self._task = Task(
            today=options.today,
            ranked=options.wanted is not None,
            furniture=self.is_small or options.furniture,
            limit=options.limit,
        )
        self.done = False
        self._changed: dict[int, Record] = {}
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._spool: Spool | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the spool go."""
        if self._spool is not None and self.done:
            self._spool.remove()
        elif self._spool is not None:
            self._spool.close()
        if self._folder is not None:
            self._folder.cleanup()

    @property
    def spool(self) -> Spool:
        """What was found so far; it is made when it is first asked for.

        Raises:
            LockedError: Another job for this timeline is under way.
            WorkersError: It cannot be made.
        """
        if self._spool is None:
            options = f"{self._task.today} {self._task.ranked} {self._task.furniture}"
            self._spool = Spool(None, "") if self.is_small else Spool(self._place(), f"{program()} {options}")
        return self._spool

    def gather(self, progress: Progress | None = None) -> None:
        """Read the articles, or those that are not read yet.

        Args:
            progress: Who is told how far it is; by default the standard error of a large job.

        Raises:
            StoppedError: Somebody stopped it. What was found is kept.
            UsageError: A publication date is given, and it is not clear for which article.
            WorkersError: There is nobody to do the work.
        """
        if self.is_small:
            gather_here(self._source, self.spool, self._task)
        else:
            self._gather_apart(progress or progress_on())
        if self.options.published is not None and self.spool.count():
            self._publish(self.options.published)

    def propose(self, run: Run) -> Outcome:
        """Find out what the articles add to a timeline.

        Args:
            run: The run over the timeline.

        Returns:
            The new text of its file, and why.

        Raises:
            EditError: The file is written so that nothing can be put in safely.
        """
        self._settle(run)
        ranking: list[Ranked] | None = None
        numbers: list[int] | None = None
        if self.options.wanted is not None:
            ranking = rank(_Reports(self.spool, self._changed), self.options.wanted)
            numbers = self._citing(ranking)
        return run.propose_extracted(self._extracted(numbers), self._again, ranking)

    def _place(self) -> Path:
        """Where the spool lies: beside the timeline's file, or among what the system throws away."""
        path = spool_path(self.events)
        if path.parent.parent.is_dir():
            return path
        self._folder = tempfile.TemporaryDirectory(prefix="dateline-")
        return Path(self._folder.name) / ".cache" / path.name

    def _gather_apart(self, progress: Progress) -> None:
        options = self.options
        spool = self.spool
        counting = Counting(self.paths, options.today)
        crew: Crew | None = None
        try:
            crew = Cluster(options.cluster) if options.cluster else Processes(options.workers or cores())
            with progress:
                gather_apart(self._source, spool, self._task, crew=crew, progress=progress, total=counting.total)
        except KeyboardInterrupt:
            spool.commit()
            read = spool.count()
            raise StoppedError(
                f"stopped after {read:,} articles", todo=f"run the same command again to go on{self._tomorrow()}"
            ) from None
        finally:
            counting.stop()
            if crew is not None:
                crew.stop()

    def _tomorrow(self) -> str:
        return f" (after midnight with --today {self.options.today})"

    def _publish(self, day: dt.date) -> None:
        """Date the one article that is meant by `--published`: the only one, or the only one without a date."""
        heads = list(islice(self.spool.heads(), 2))
        undated = [(number, article) for number, article, _ in self.spool.heads() if article.published is None]
        chosen = [(number, article) for number, article, _ in heads] if self._is_alone() else undated
        if len(chosen) != 1:
            names = ", ".join(article.origin for _, article in undated)
            what = (
                f"{len(undated)} articles have no publication date ({names})" if undated else "no article lacks a date"
            )
            raise UsageError(f"--published is for one article, and {what}", todo="name the one file that it is for")
        ((number, article),) = chosen
        item = self._items({article.origin})[article.origin]
        self._changed[number] = record(item, self._task, published=day)

    def _is_alone(self) -> bool:
        return self.is_small and len(self._few) == 1

    def _settle(self, run: Run) -> None:
        """Read again what the timeline dates otherwise than it was read."""
        if not run.timeline.sources:
            return
        dated: dict[int, tuple[str, Article]] = {}
        for number, head, mentions in self.spool.heads():
            article, theirs = head, mentions
            if number in self._changed:
                extracted = self._changed[number].extracted
                article, theirs = extracted.article, [each.mention for each in extracted.extraction.candidates]
            found = run.as_dated(article, theirs)
            if found is not None:
                dated[number] = found
        again = self._items({article.origin for _, article in dated.values()})
        for number, (key, article) in dated.items():
            kept = record(again[article.origin], self._task, dated=article)
            extracted = dataclasses.replace(kept.extracted, source=key)
            self._changed[number] = dataclasses.replace(kept, extracted=extracted)

    def _again(self, article: Article) -> Extracted:
        """Extract anew from an article, as it is dated now."""
        return record(self._items({article.origin})[article.origin], self._task, dated=article).extracted

    def _items(self, origins: set[str]) -> dict[str, Item]:
        """The items with some origins: a large job does not keep them, but goes through the paths again."""
        if not origins:
            return {}
        source: Iterator[Item | Unread] = (
            iter(self._few) if self.is_small else items(self.paths, today=self.options.today)
        )
        return {each.origin: each for each in source if isinstance(each, Item) and each.origin in origins}

    def _citing(self, ranking: Sequence[Ranked]) -> list[int]:
        """The numbers of the articles that a ranking cites, in order."""
        mentions = frozenset(mention for each in ranking for mention in each.mentions)
        numbers = set(self.spool.holding(mentions).values())
        for number, kept in self._changed.items():
            if any(each.mention in mentions for each in kept.extracted.extraction.candidates):
                numbers.add(number)
        return sorted(numbers)

    def _extracted(self, numbers: Sequence[int] | None) -> Iterator[Extracted]:
        for number, extracted in self.spool.extracted(numbers):
            yield self._changed[number].extracted if number in self._changed else extracted


@dataclass(frozen=True, slots=True)
class _Reports:
    """The reports of a job, as often as they are asked for."""

    spool: Spool
    changed: dict[int, Record]

    def __iter__(self) -> Iterator[Report]:
        for number, stored in self.spool.reports():
            report = self.changed[number].report if number in self.changed else stored
            if report is not None:
                yield report
