"""Sitemaps: the addresses of a site's pages, as sitemaps.org has them, with the fields of Google's for news."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from generator.errors import ArticleError
from generator.reading.address_lists import Address
from generator.reading.addresses import web_address
from generator.reading.fields import day_of, language_code, one_line

__all__ = ["sitemap_addresses"]

GOOGLE = "www.google.com/schemas/"
NEWS = "sitemap-news"
"""What the namespaces of Google's additions have in common, and that of the one for news."""

ENTRIES = frozenset({"url", "sitemap"})
"""The elements that stand for one address; those of an index lead to other sitemaps."""


def sitemap_addresses(stream: IO[bytes], where: str) -> Iterator[Address]:
    """The addresses of a sitemap, or of an index of sitemaps, one at a time.

    Args:
        stream: The file, unpacked. No entity of it is resolved, and nothing is fetched for it.
        where: What it is called, for messages.

    Yields:
        Each address of the web in it. A sitemap for news gives title, publisher, language and day of publication too.

    Raises:
        ArticleError: It is not well-formed; what stood before the fault has been yielded.
    """
    from lxml import etree

    walk = etree.iterparse(
        stream, events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    fields: dict[str, str] = {}
    try:
        for _, element in walk:
            name = _field(element.tag)
            if name not in ENTRIES:
                fields.setdefault(name, one_line(element.text))
                continue
            address = _address(fields, is_sitemap=name == "sitemap")
            if address:
                yield address
            fields.clear()
            _forget(element)
    except etree.XMLSyntaxError as error:
        raise ArticleError(f"it is not XML ({error.msg})", where=where, todo="get it again") from None


def _field(tag: object) -> str:
    """The name of an element, `news:title` for those of news; empty for those of pictures and videos.

    Sites write the namespace of sitemaps itself in many ways, and leave it out.
    """
    namespace, _, name = tag.rpartition("}") if isinstance(tag, str) else ("", "", "")
    if NEWS in namespace:
        return f"news:{name}"
    return "" if GOOGLE in namespace else name


def _address(fields: dict[str, str], *, is_sitemap: bool) -> Address | None:
    """The address of an entry, or None where it has none."""
    url = web_address(fields.get("loc"))
    if not url:
        return None
    published = day_of(fields.get("news:publication_date", ""))
    return Address(
        url,
        title=fields.get("news:title", ""),
        publisher=fields.get("news:name", ""),
        language=language_code(fields.get("news:language", "")),
        published=published,
        modified=day_of(fields.get("lastmod", "")),
        is_sitemap=is_sitemap,
        basis="the sitemap's field publication_date" if published else "",
    )


def _forget(element: object) -> None:
    """Take what was read out of the tree, which otherwise grows with the file."""
    from lxml.etree import _Element

    if isinstance(element, _Element):
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]
