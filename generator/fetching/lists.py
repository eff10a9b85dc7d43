"""Lists that name pages: plain ones, feeds and sitemaps, from a file or as a host gave them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.errors import ArticleError, FetchError
from generator.fetching.content import Kind

__all__ = ["addresses_in", "addresses_of"]


def addresses_of(path: Path) -> Iterator[str]:
    """The addresses that a file names.

    Args:
        path: A list of addresses, one a line; a feed; or a sitemap.

    Yields:
        Each address as it stands there, and what stands in the place of one, for whoever parses it to refuse.

    Raises:
        ArticleError: The file cannot be read, or names no addresses.
    """
    from generator.reading.address_lists import list_addresses

    with path.open("rb") as stream:
        for each in list_addresses(stream):
            yield each if isinstance(each, str) else each.url


def addresses_in(body: bytes, kind: Kind, where: str) -> list[str]:
    """The addresses that a host's answer names.

    Args:
        body: A feed, a sitemap, or a text with an address a line.
        kind: What the answer says that it is.
        where: Its address, for messages.

    Returns:
        The addresses, in their order.

    Raises:
        FetchError: It cannot be read, or names no addresses.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"list{kind.value}")
        path.write_bytes(body)
        try:
            found = list(addresses_of(path))
        except ArticleError as error:
            raise FetchError(error.what, where=where, todo="leave it out") from None
    if not found:
        raise FetchError("this names no pages", where=where, todo="leave it out")
    return found
