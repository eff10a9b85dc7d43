"""Read saved web pages: trafilatura for the body and the metadata, the page's own fields for the date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.errors import ArticleError
from generator.reading.addresses import web_address
from generator.reading.credits import find_agency, find_publisher
from generator.reading.draft import Draft, Paragraph, fold
from generator.reading.furniture import clear
from generator.reading.headline import split_publisher
from generator.reading.html_date import find_html_date
from generator.reading.html_lines import LineFinder
from generator.reading.quiet import quiet

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

__all__ = ["read_html"]

LANGUAGE = re.compile(r"^[a-zA-Z]{2}(?![a-zA-Z])")


def read_html(text: str, where: str, today: dt.date) -> Draft:
    """Read a saved web page.

    Args:
        text: The decoded file.
        where: The file's name, for messages.
        today: No article was published after this day.

    Returns:
        The article. Each paragraph has the line where its first words stand in the page's source, or 1.

    Raises:
        ArticleError: The file is no HTML, or a page without an article.
    """
    with quiet():
        tree, document = _extract(text)
        published = None if tree is None else find_html_date(tree, today)
    source = document.raw_text or document.text or "" if document is not None else ""
    paragraphs = [" ".join(line.split()) for line in source.splitlines() if line.strip()]
    if tree is None or document is None or not paragraphs:
        raise ArticleError("no article in this page", where=where, todo="save the page of one article, with its text")
    finder = LineFinder(text)
    page = [Paragraph(finder.find(words), words) for words in paragraphs]
    title = split_publisher(document.title or "")[0]
    publisher = _publisher(tree, document, page)
    cleared = clear(page, title=title, language=_language(tree))
    if not cleared.body:
        raise ArticleError("no article in this page", where=where, todo="save the page of one article, with its text")
    agency = find_agency(page)
    return Draft(
        page=tuple(page),
        body=cleared.body,
        removed=cleared.removed,
        title=title,
        publisher=publisher or agency,
        agency=agency if publisher and fold(publisher) != fold(agency) else "",
        url=web_address(document.url),
        language=cleared.language,
        published=published,
    )


def _extract(text: str) -> tuple[HtmlElement | None, Document | None]:
    """The page's tree, and what trafilatura takes for its article."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(text)
    if tree is None:
        return None, None
    try:
        document = bare_extraction(text, with_metadata=True, include_comments=False, include_tables=False)
    except (RecursionError, ValueError, AttributeError):  # its own guards miss some nonsense
        document = None
    return tree, document  # type: ignore[return-value]  # a dict only where as_dict asks for one


def _publisher(tree: HtmlElement, document: Document, page: Sequence[Paragraph]) -> str:
    """The publisher: what the page's metadata say, the tail of its title, its furniture; at last its host.

    Where the metadata name no site, trafilatura puts the host's name, which says less than the title's tail.
    """
    site = document.sitename or ""
    if site and site != document.hostname:
        return str(site)
    in_title = split_publisher(" ".join((tree.findtext(".//title") or "").split()))[1]
    return in_title or find_publisher(page, "") or str(site)


def _language(tree: HtmlElement) -> str:
    """The language that the page's root names, ISO 639-1, or an empty text."""
    root = tree.getroottree().getroot()
    match = LANGUAGE.match(str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""))
    return match[0].lower() if match else ""
