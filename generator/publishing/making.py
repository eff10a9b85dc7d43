"""A site made in batches, by as many processes as there are processors.

What is made together shares what it is made of: an event's entry stands in the lists of its year, its places and its
tags. So pages and files of one kin are made by one process, one after the other, and what they shared is let go of
before the next.

The processes are forked, so that all of them see the timeline without a copy of it. Where that is not safe, or is not
worth it, one process makes the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from generator.curating.nodes import collector_at_rest
from generator.publishing.drafts import FileDraft, PageDraft
from generator.publishing.forking import FORK_FROM, can_fork, forked
from generator.publishing.page import Listed, Page
from generator.publishing.publication import Publication
from generator.publishing.site_writer import SiteWriter

__all__ = ["make_site", "processes_for"]

Batch = Sequence[PageDraft | FileDraft]

NOTHING: Mapping[str, Listed | None] = MappingProxyType({})


def make_site(
    publication: Publication,
    writer: SiteWriter,
    written: Mapping[str, Page],
    kept: Mapping[str, Listed | None] = NOTHING,
    *,
    processes: int | None = None,
) -> list[Listed]:
    """Make and write all pages and files, but for those that are there already.

    Args:
        publication: What is to be made.
        writer: What makes and writes it.
        written: Those of the pages that are written already, by their paths.
        kept: The paths of those pages and files that stay from an earlier site; of each page what is listed of it.
        processes: How many processes share the work, or None for as many as are worth it.

    Returns:
        What is listed of each page, in their order.

    Raises:
        ShellError: A page has no shell.
        WorkersError: A process was ended from outside.
    """
    drafts: Mapping[str, PageDraft | FileDraft] = {**publication.pages, **publication.files}
    batches = _batches(draft for path, draft in drafts.items() if path not in written and path not in kept)
    count = min(processes_for(publication) if processes is None else processes, len(batches))
    work = _Work(publication, writer, batches)
    done = _by_processes(work, count) if count > 1 else map(work.do, range(len(batches)))
    with collector_at_rest():
        listed = {page.path: page for batch in done for page in batch}
    listed |= {path: page for path, page in kept.items() if page}
    listed |= {path: writer.listed(page.listed) for path, page in written.items()}
    return [listed[path] for path in publication.pages]


def processes_for(publication: Publication) -> int:
    """How many processes are worth it for a site, and can be forked here."""
    return len(os.sched_getaffinity(0)) if len(publication.pages) >= FORK_FROM and can_fork() else 1


def _batches(drafts: Iterable[PageDraft | FileDraft]) -> list[Batch]:
    """Those of one kin together; the largest batches first, so that none is begun when all others are done."""
    found: dict[str, list[PageDraft | FileDraft]] = {}
    for draft in drafts:
        found.setdefault(draft.kin, []).append(draft)
    return sorted(found.values(), key=len, reverse=True)


class _Work:
    """What all processes know: the batches, by their numbers."""

    def __init__(self, publication: Publication, writer: SiteWriter, batches: Sequence[Batch]) -> None:
        self._publication = publication
        self._writer = writer
        self._batches = batches

    def do(self, number: int) -> list[Listed]:
        """Make and write a batch.

        Returns:
            What is listed of the pages in it.
        """
        listed = []
        for draft in self._batches[number]:
            if isinstance(draft, PageDraft):
                listed.append(self._writer.page(draft))
            else:
                self._writer.file(draft)
        self._publication.let_go()
        return listed

    def __len__(self) -> int:
        """How many batches there are."""
        return len(self._batches)


def _by_processes(work: _Work, count: int) -> Iterable[list[Listed]]:
    """What each batch lists, made by several processes."""
    with forked(count, _work.append, work) as executor:
        yield from executor.map(_do, range(len(work)))


_work: list[_Work] = []
"""In a forked process, and nowhere else: what it works on."""


def _do(number: int) -> list[Listed]:
    return _work[0].do(number)
