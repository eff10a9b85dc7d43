"""What a page's markup says about its article: meta elements, links, microdata, JSON-LD, gathered in one walk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.reading.json_ld import Linked, find_linked

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Markup", "gather", "one_line"]

MAX_VALUE = 2000
"""Longer values, in characters, are descriptions or worse; none of the fields that are read is as long."""

MAX_FIELDS = 2000
"""So many meta elements and properties are read."""

LANGUAGE = re.compile(r"^([a-zA-Z]{2})(?![a-zA-Z])")
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
VALUE_IN = ("content", "datetime", "href", "title")
"""The attributes that may hold a property's value, where its text does not."""


@dataclass(frozen=True, slots=True)
class Markup:
    """The fields of a page.

    Attributes:
        metas: The values of `<meta>` by the name in lower case (`property`, `name`, `itemprop` or `http-equiv`).
        properties: The values of the body's microdata and RDFa by the property in lower case, without its prefix.
        linked: What JSON-LD says of the article.
        canonical: The address in `<link rel="canonical">`, as written.
        base: The address in `<base>`, as written.
        headline: The text of the page's only first-level heading, or of the first one that holds any.
        title: The text of `<title>`.
        language: The language of the root element, as written.
    """

    metas: dict[str, str]
    properties: dict[str, str]
    linked: Linked
    canonical: str
    base: str
    headline: str
    title: str
    language: str

    def first(self, *names: str) -> str:
        """The first value that one of several meta elements has, the names in the order of their worth."""
        return next((self.metas[name] for name in names if self.metas.get(name)), "")

    @property
    def code(self) -> str:
        """The language that the page declares, ISO 639-1, or an empty text."""
        declared = (
            self.language,
            self.linked.language,
            self.first("og:locale", "dc.language", "dcterms.language", "content-language", "language"),
        )
        return next((match[1].lower() for text in declared if (match := LANGUAGE.match(text))), "")


def gather(tree: HtmlElement) -> Markup:
    """Gather the fields of a page.

    Args:
        tree: The page; it is not changed.

    Returns:
        Its fields, each value on one line; of fields of one name the first that has a value.
    """
    title = one_line(tree.findtext(".//title") or "")
    headings = [text for heading in tree.iter("h1") if (text := one_line(heading.text_content()))]
    root = tree.getroottree().getroot()
    return Markup(
        metas=_first_of_each(_metas(tree)),
        properties=_first_of_each(_properties(tree)),
        linked=find_linked(tree, headings[0] if len(headings) == 1 else title),
        canonical=_link(tree),
        base=next((str(base.get("href") or "").strip() for base in tree.iter("base")), ""),
        headline=headings[0] if headings else "",
        title=title,
        language=str(root.get("lang") or root.get(XML_LANGUAGE) or ""),
    )


def one_line(text: str) -> str:
    """A text with its white space made single spaces, cut where no field goes on."""
    return " ".join(text[: MAX_VALUE * 2].split())[:MAX_VALUE]


def _first_of_each(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for count, (name, value) in enumerate(pairs):
        if count == MAX_FIELDS:
            break
        if value:
            fields.setdefault(name, value)
    return fields


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("meta"):
        value = one_line(element.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            if element.get(key):
                yield element.get(key, "").strip().lower(), value


def _properties(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Microdata and RDFa outside `<meta>`: the value of an attribute first, which is written for machines."""
    for element in tree.xpath(".//body//*[@itemprop or @property][not(self::meta)]"):
        names = (element.get("itemprop") or element.get("property") or "").lower().split()
        value = next((element.get(key) for key in VALUE_IN if element.get(key)), None)
        for name in names:
            yield name.rsplit(":", 1)[-1].rsplit("/", 1)[-1], one_line(value or element.text_content())


def _link(tree: HtmlElement) -> str:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return str(link.get("href") or "").strip()
    return ""
