"""Lists of addresses: text files with one a line. They name articles that are still to be fetched."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.reading.addresses import web_address
from generator.reading.item import Item, Unread
from generator.reading.source import Context, Source, ending_of

__all__ = ["Address", "fetched", "is_address_list", "list_addresses", "read_address_list"]

HEAD = 8192
BLOCK = 4096
"""What is read ahead is at least so much, where there is so much."""

LONGEST = 4096
"""No address is longer; servers refuse those of more than 8 kB."""

COMMENT = "#"
MAX_FAULTS = 20
"""So many lines that are no address are told of: a list with more of them is no list."""


@dataclass(frozen=True, slots=True)
class Address:
    """An article by its address, with what the list that names it knows of it.

    Attributes:
        url: The address, http or https.
        title, publisher, language: What the list says; empty where it does not.
        published: The day of publication that the list gives, or None.
        modified: When the page was last changed, as a sitemap says (`lastmod`), or None. Often the day on which the
            site was built: no evidence for a day of publication.
        is_sitemap: Whether it leads to another sitemap, as those in an index do.
        basis: Which field of the list gave the day of publication: `the feed's RSS field pubDate`.
    """

    url: str
    title: str = ""
    publisher: str = ""
    language: str = ""
    published: dt.date | None = None
    modified: dt.date | None = None
    is_sitemap: bool = False
    basis: str = ""


def is_address_list(stream: io.BufferedReader) -> bool:
    """Whether a text, still to be read, is a list of addresses: every line of its beginning is one, or a comment."""
    head = stream.peek(HEAD)[:HEAD]
    lines = head.decode("utf-8-sig", "replace").split("\n")
    if len(head) >= BLOCK and len(lines) > 1:
        lines.pop()  # the file goes on, and this one may be cut off
    said = [line for line in map(str.strip, lines) if line and not line.startswith(COMMENT)]
    return bool(said) and all(web_address(line) for line in said)


def list_addresses(stream: io.BufferedReader) -> Iterator[Address | str]:
    """The addresses of a list.

    Args:
        stream: One address a line, in UTF-8. Empty lines, and lines that begin with `#`, are passed over.

    Yields:
        Each address; for a line that is none, what is wrong with it.
    """
    number = 0
    while line := stream.readline(LONGEST):
        number += 1
        said = line.decode("utf-8-sig", "replace").strip()
        if said and not said.startswith(COMMENT):
            url = web_address(said)
            yield Address(url) if url else f"line {number} is no address of the web"


def read_address_list(source: Source, context: Context) -> Iterator[Item | Unread]:
    """Read a list of addresses: the pages that were fetched; of the others, that they are to be."""
    faults: list[str] = []

    def urls() -> Iterator[str]:
        for each in list_addresses(source.stream):
            if isinstance(each, Address):
                yield each.url
            elif len(faults) < MAX_FAULTS:
                faults.append(each)

    yield from fetched(source, context, urls())
    yield from (Unread(source.origin, f"{fault} — write one a line, with https://") for fault in faults)


def fetched(source: Source, context: Context, urls: Iterable[str]) -> Iterator[Item | Unread]:
    """Read what a source names by address.

    Args:
        source: The list.
        context: Knows the pages that were fetched.
        urls: The addresses, which are gone through once.

    Yields:
        An item for each page that was fetched; last, how many are to be fetched, and how.
    """
    number = 0
    for url in urls:
        path = context.page_of(url)
        if path is None:
            number += 1
        else:
            yield Item(str(path), ending_of(path.name), path=path)
    if number:
        what = "1 article is" if number == 1 else f"{number:,} articles are"
        todo = (
            f"run `dateline fetch {source.origin}`"
            if source.depth == 0
            else "unpack it, and run `dateline fetch` on it"
        )
        yield Unread(source.origin, f"{what} named here by address only — {todo}")
