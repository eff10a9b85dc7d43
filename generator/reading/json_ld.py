"""JSON-LD in a page: which of its nodes is the article, and what that says.

Pages hold several blocks, lists and graphs, with nodes for the site, its breadcrumbs and the stories beside this one.
Only the article's own node counts, and what it refers to (https://schema.org/NewsArticle). The blocks are strangers'
text: each has a size, and all of them a number of nodes and a depth, beyond which nothing is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.reading.draft import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Linked", "find_linked"]

MAX_BLOCK = 1_000_000
"""Longer blocks, in characters, are those of shops and videos, or bombs."""

MAX_NODES = 500
MAX_DEPTH = 8

TYPES = {
    **dict.fromkeys(("newsarticle", "reportagenewsarticle", "article", "reviewnewsarticle", "analysisnewsarticle"), 3),
    **dict.fromkeys(("opinionnewsarticle", "backgroundnewsarticle", "askpublicnewsarticle", "report"), 3),
    **dict.fromkeys(("blogposting", "liveblogposting", "scholarlyarticle", "techarticle", "socialmediaposting"), 2),
    **dict.fromkeys(("webpage", "itempage", "creativework"), 1),
}
"""Types that an article's node has, in lower case, with their worth: a page's node only stands in for an article's."""

INTO = ("@graph", "mainEntity", "mainEntityOfPage")
"""The fields that lead from a node to the article's; others lead to the stories beside it."""

WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$|;\s*$"
)
"""What old publishing systems put around scripts, so that browsers without scripts hide them."""

BROKEN_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{8,40})"')
BROKEN_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(?:\w*Article|BlogPosting)"')


@dataclass(frozen=True, slots=True)
class Linked:
    """What the article's node says; empty where it does not.

    Attributes:
        published, created, modified: As written.
        headline, language, publisher: The texts.
        urls: The addresses that the node gives the article.
        sources: The names of those whose story it is: `sourceOrganization`, `isBasedOn`, `author`.
    """

    published: str = ""
    created: str = ""
    modified: str = ""
    headline: str = ""
    language: str = ""
    publisher: str = ""
    urls: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def find_linked(tree: HtmlElement, title: str) -> Linked:
    """Read what a page's JSON-LD says about its article.

    Args:
        tree: The page.
        title: The page's headline or title: of several articles the one with this headline is the page's.

    Returns:
        What it says; of blocks that do not parse no more than the day of publication of the only article in it.
    """
    texts = [text for text in _blocks(tree) if len(text) <= MAX_BLOCK]
    tops: list[Any] = []
    broken: list[str] = []
    for text in texts:
        try:
            tops.append(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            broken.append(text)
    nodes = list(_nodes(tops))
    article = _choose(nodes, fold(title))
    if article is None:
        return Linked(published=next((day for text in broken if (day := _broken(text))), ""))
    ids = {str(node["@id"]): node for node in nodes if isinstance(node.get("@id"), str)}
    return _read(article, ids)


def _blocks(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield WRAPPING.sub("", WRAPPING.sub("", script.text)).strip()


def _nodes(tops: list[Any]) -> Iterator[Mapping[str, Any]]:
    """The nodes that may be the article's or be referred to by it, in the order of the page."""
    waiting = [(top, 0) for top in reversed(tops)]
    seen = 0
    while waiting and seen < MAX_NODES:
        value, depth = waiting.pop()
        seen += 1
        if depth > MAX_DEPTH:
            continue
        if isinstance(value, list):
            waiting += [(item, depth + 1) for item in reversed(value[:MAX_NODES])]
        elif isinstance(value, dict):
            yield value
            waiting += [(value[name], depth + 1) for name in reversed(INTO) if name in value]


def _choose(nodes: list[Mapping[str, Any]], title: str) -> Mapping[str, Any] | None:
    """The article's node: by its type, then by the page's headline, then the first; none where several are alike."""
    ranked = [(worth, node) for node in nodes if (worth := _worth(node))]
    if not ranked:  # a few pages leave the type out
        return next((node for node in nodes if "datePublished" in node and "@type" not in node), None)
    best = max((worth for worth, _ in ranked), default=0)
    articles = [node for worth, node in ranked if worth == best]
    own = [
        node
        for node in articles
        if title and (headline := fold(_text(node.get("headline")))) and (headline in title or title in headline)
    ]
    if own or len(articles) == 1:
        return (own or articles)[0]
    return (
        None if best == 1 or len({_text(node.get("headline")) for node in articles}) > 1 else next(iter(articles), None)
    )


def _worth(node: Mapping[str, Any]) -> int:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return max((TYPES.get(name.rsplit("/", 1)[-1].lower(), 0) for name in names if isinstance(name, str)), default=0)


def _read(node: Mapping[str, Any], ids: Mapping[str, Mapping[str, Any]]) -> Linked:
    page = node.get("mainEntityOfPage")
    urls = (_text(node.get("url")), _text(page.get("@id") if isinstance(page, dict) else page))
    based = [name for key in ("sourceOrganization", "isBasedOn", "author") for name in _names(node.get(key), ids)]
    return Linked(
        published=_text(node.get("datePublished")),
        created=_text(node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        headline=_text(node.get("headline")) or (_text(node.get("name")) if _worth(node) > 1 else ""),
        language=next(iter(_names(node.get("inLanguage"), ids)), ""),
        publisher=next(iter(_names(node.get("publisher"), ids)), ""),
        urls=tuple(url for url in urls if url),
        sources=tuple(based),
    )


def _names(value: Any, ids: Mapping[str, Mapping[str, Any]]) -> list[str]:  # noqa: ANN401 JSON holds anything
    """The names of what a field holds: texts, things with a name, references to them, or lists of these."""
    names = []
    for item in value[:MAX_DEPTH] if isinstance(value, list) else [value]:
        thing = (
            ids.get(str(item["@id"]), item) if isinstance(item, dict) and "@id" in item and "name" not in item else item
        )
        name = _text(thing.get("name") or thing.get("alternateName")) if isinstance(thing, dict) else _text(thing)
        if name:
            names.append(name)
    return names


def _text(value: Any) -> str:  # noqa: ANN401 JSON holds anything
    """A field's text on one line, the first one of a list."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _broken(text: str) -> str:
    """The day of publication in a block that does not parse, if it holds one article and one such day."""
    days = set(BROKEN_DATE.findall(text))
    return days.pop() if len(days) == 1 and len(BROKEN_TYPE.findall(text)) == 1 else ""
