"""Go through files, folders, archives and collections, one article at a time."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.errors import ArticleError
from generator.reading.address_lists import is_address_list, read_address_list
from generator.reading.archives import Archive, read_tar, read_tar_gz, read_wacz, read_zip
from generator.reading.finding import ENDINGS, covered_by, find_files
from generator.reading.item import Item, Unread
from generator.reading.records import read_jsonl
from generator.reading.sniffing import read_json, read_xml
from generator.reading.source import Collection, Context, PageOf, Source, ending_of, unread
from generator.reading.unpacking import DAMAGE, gunzip, read_article, say_damage
from generator.reading.warc import read_warc

__all__ = ["ARCHIVES", "COLLECTIONS", "items"]

ARCHIVES: Mapping[str, Archive] = {
    ".zip": read_zip,
    ".wacz": read_wacz,
    ".tar": read_tar,
    ".tar.gz": read_tar_gz,
    ".tgz": read_tar_gz,
}
"""What holds files, by its ending."""

COLLECTIONS: Mapping[str, Collection] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".warc": read_warc,
    ".rss": read_xml,
    ".atom": read_xml,
    ".rdf": read_xml,
    ".xml": read_xml,
    ".json": read_json,
    ".urls": read_address_list,
}
"""What holds articles, by its ending; each may also be packed by gzip: `.jsonl.gz`."""

GZIP = ".gz"
MAYBE_LISTS = frozenset({".txt"})
"""Endings of articles that lists of addresses have too: their first line tells."""

MAX_DEPTH = 2
"""An archive may lie in an archive, and no deeper: nobody keeps articles so, and some archives hold themselves."""


def items(paths: Sequence[Path | str], *, today: dt.date, page_of: PageOf | None = None) -> Iterator[Item | Unread]:
    """Go through everything that can be read, one article at a time.

    Folders are walked with all that is below them, archives and collections are gone through as streams; at no time
    is more held than one article, or one feed. What is wrong with one does not stop the others.

    Args:
        paths: Files and folders.
        today: A day of publication that lies after it is not believed.
        page_of: Tells of an address in which file its page lies, so that a list of addresses is read; without it, no
            page is there. A page that the paths lead to anyway is read there, and not a second time; nor is one that
            several addresses lead to. Of each page that only addresses lead to, its path is remembered.

    Yields:
        Each article, not yet read (`read_item` does that); for what cannot be opened, why. The order is that of the
        paths as they were named, below a folder that of the parts of paths, within a container its own. Hidden files,
        and below folders and in archives files of other kinds, are passed over. A file that is named twice is gone
        through once.
    """
    named = {Path(path): None for path in paths}
    context = Context(today, page_of) if page_of else Context(today)
    is_read_anyway = covered_by(list(named))
    met: set[str] = set()
    for found in find_files(list(named)):
        if isinstance(found, ArticleError):
            yield unread(found, found.where)
        else:
            for piece in _told(_of_file(found, context, is_named=found in named), str(found)):
                listed = piece.path if isinstance(piece, Item) and piece.path != found else None
                if listed is None:
                    yield piece
                elif str(listed) not in met and not is_read_anyway(listed):
                    met.add(str(listed))
                    yield piece


def _told(pieces: Iterator[Item | Unread], origin: str) -> Iterator[Item | Unread]:
    """What a file holds, and last what stopped it."""
    try:
        yield from pieces
    except ArticleError as error:
        yield unread(error, origin)
    except DAMAGE as error:
        yield unread(say_damage(error, origin), origin)


def _of_file(path: Path, context: Context, *, is_named: bool) -> Iterator[Item | Unread]:
    """What one file holds. A file that is one article is not kept open."""
    ending, origin = ending_of(path.name), str(path)
    if not _is_known(ending):
        if is_named:
            what = f"a file that ends in “{ending}”" if ending else "a file without an ending"
            yield Unread(origin, f"no reader knows {what} — the known ones are {', '.join(_known())}")
    elif ending in ENDINGS and not (ending in MAYBE_LISTS and path.is_file()):
        yield Item(origin, ending, path=path)
    elif not path.is_file():
        yield Unread(origin, "it is no file, but a device or a pipe, or leads nowhere — save it as a file")
    else:
        with path.open("rb") as stream:
            if ending not in ENDINGS or is_address_list(stream):
                yield from _of_source(Source(origin, path.name, stream), context)
                return
        yield Item(origin, ending, path=path)


def _of_source(source: Source, context: Context) -> Iterator[Item | Unread]:
    """What an open file, or a member of an archive, holds."""
    ending = ending_of(source.name)
    if ending in ARCHIVES:
        yield from _of_archive(ARCHIVES[ending], source, context)
    elif ending in COLLECTIONS:
        yield from _unless_empty(COLLECTIONS[ending](source, context), source)
    elif ending.endswith(GZIP):
        unpacked = gunzip(source.stream, source.origin)
        yield from _of_source(
            dataclasses.replace(source, name=source.name[: -len(GZIP)], stream=unpacked, size=0), context
        )
    elif ending in MAYBE_LISTS and is_address_list(source.stream):
        yield from read_address_list(source, context)
    else:
        yield Item(source.origin, ending, data=read_article(source.stream, source.origin, source.size))


def _of_archive(archive: Archive, source: Source, context: Context) -> Iterator[Item | Unread]:
    """What the members of an archive hold, those of kinds that can be read."""
    if source.depth == MAX_DEPTH:
        yield Unread(source.origin, "it is an archive in an archive in an archive — unpack the outer one")
        return
    yield from _unless_empty(_of_members(archive(source), context), source)


def _of_members(members: Iterator[Source | Unread], context: Context) -> Iterator[Item | Unread]:
    """What each member of an archive holds."""
    for member in members:
        if isinstance(member, Unread):
            yield member
        elif _is_known(ending_of(member.name)):
            yield from _told(_of_source(member, context), member.origin)


def _unless_empty(pieces: Iterator[Item | Unread], source: Source) -> Iterator[Item | Unread]:
    """What a container holds; where it holds nothing, that."""
    first = next(pieces, None)
    if first is None:
        yield Unread(source.origin, "there is no article in it — check that it is what its name says")
    else:
        yield first
        yield from pieces


def _is_known(ending: str) -> bool:
    """Whether files of an ending are gone through, packed by gzip or not."""
    while ending not in ARCHIVES and ending not in COLLECTIONS and ending.endswith(GZIP):
        ending = ending[: -len(GZIP)]
    return ending in _known()


def _known() -> tuple[str, ...]:
    """The endings that are known, for messages: those of articles, of collections and of archives."""
    return (*ENDINGS, *COLLECTIONS, *ARCHIVES)
