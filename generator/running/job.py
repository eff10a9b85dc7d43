"""A job: the articles that paths name are gathered, and what they add to a timeline is found out.

Results lie in the spool by number, so that whoever read an article, and when, makes no difference to what comes of it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from generator.curating.propose import Extracted, Outcome, Run
from generator.errors import StoppedError, UsageError
from generator.reading import items
from generator.reading.article import Article
from generator.reading.item import Item
from generator.reading.source import PageOf
from generator.running.crew import Crew
from generator.running.here import gather_here
from generator.running.program import program
from generator.running.progress import Progress, progress_on
from generator.running.records import Records
from generator.running.spool import FAULTS, Head, Spool, spool_path
from generator.running.work import Task, record

if TYPE_CHECKING:
    from generator.curating.ranking import Wanted

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
        page_of: Tells of an address that a list names in which file its page lies, so that it is read; it is asked in
            another process too. None where no page was fetched.
    """

    today: dt.date
    wanted: Wanted | None = None
    workers: int | None = None
    cluster: str = ""
    published: dt.date | None = None
    furniture: bool = False
    limit: float = LIMIT
    page_of: PageOf | None = None


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
        source = items(paths, today=options.today, page_of=options.page_of)
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
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._spool: Spool | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        """Let the spool go.

        Raises:
            WorkersError: What was found cannot be kept, or what is kept cannot be read.
        """
        if self._spool is not None and self.done:
            self._spool.remove()
        elif self._spool is not None:
            self._spool.close()
        if self._folder is not None:
            self._folder.cleanup()
        if self._spool is not None and isinstance(error, FAULTS):
            raise self._spool.fault(error) from error

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

    @cached_property
    def records(self) -> Records:
        """What was found in the articles."""
        return Records(self.spool)

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
        if self.options.wanted is None:
            outcome = run.propose_extracted(self.records.extracted(), self._again)
            return dataclasses.replace(outcome, copies=len(self.records.copies))
        from generator.curating.ranking import sift

        sifted = sift(self.records.reports(), self.options.wanted)
        cited = self.records.extracted(self.records.citing(sifted.ranking))
        outcome = run.propose_extracted(cited, self._again, sifted.ranking)
        left_out = tuple(sifted.left_out.told(self.options.wanted))
        return dataclasses.replace(outcome, left_out=left_out, copies=len(self.records.copies))

    def _place(self) -> Path:
        """Where the spool lies: beside the timeline's file, or among what the system throws away."""
        path = spool_path(self.events)
        if path.parent.parent.is_dir():
            return path
        self._folder = tempfile.TemporaryDirectory(prefix="dateline-")
        return Path(self._folder.name) / ".cache" / path.name

    def _gather_apart(self, progress: Progress) -> None:
        # Most runs are over a few articles, and none of these is loaded for them.
        from generator.running.cluster import Cluster
        from generator.running.counting import Counting
        from generator.running.gather import gather_apart
        from generator.running.processes import Processes, cores

        options = self.options
        spool = self.spool
        counting = Counting(self.paths, options.today, options.page_of)
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
        heads = list(self.records.heads() if len(self._few) == 1 else self._undated())
        if len(heads) != 1:
            names = ", ".join(head.article.origin for head in heads)
            what = f"{len(heads)} articles have no publication date ({names})" if heads else "no article lacks a date"
            raise UsageError(f"--published is for one article, and {what}", todo="name the one file that it is for")
        (head,) = heads
        item = self._items({head.article.origin})[head.article.origin]
        self.records.changed[head.number] = record(item, self._task, published=day)

    def _undated(self) -> Iterator[Head]:
        return (head for head in self.records.heads() if head.article.published is None)

    def _settle(self, run: Run) -> None:
        """Read again what the timeline dates otherwise than it was read."""
        dated: dict[int, tuple[str, Article]] = {}
        for head in self.records.heads() if run.timeline.sources else ():
            found = run.as_dated(head.article, head.mentions)
            if found is not None:
                dated[head.number] = found
        again = self._items({article.origin for _, article in dated.values()})
        for number, (key, article) in dated.items():
            kept = record(again[article.origin], self._task, dated=article)
            extracted = dataclasses.replace(kept.extracted, source=key)
            self.records.changed[number] = dataclasses.replace(kept, extracted=extracted)

    def _again(self, article: Article) -> Extracted:
        """Extract anew from an article, as it is dated now."""
        return record(self._items({article.origin})[article.origin], self._task, dated=article).extracted

    def _items(self, origins: set[str]) -> dict[str, Item]:
        """The items with some origins: a large job does not keep them, but goes through the paths again."""
        if not origins:
            return {}
        options = self.options
        again = items(self.paths, today=options.today, page_of=options.page_of)
        source = iter(self._few) if self.is_small else again
        return {each.origin: each for each in source if isinstance(each, Item) and each.origin in origins}
