"""Read saved web pages: trafilatura for the body, the page's own markup for the rest. The page is parsed once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.errors import ArticleError
from generator.reading.credits import find_agency, find_publisher
from generator.reading.draft import Draft, Paragraph, fold
from generator.reading.furniture import clear
from generator.reading.html_date import find_html_clues
from generator.reading.html_lines import LineFinder
from generator.reading.html_metadata import address_of, agency_of, headline_of, host_of, publisher_of
from generator.reading.html_tree import parse
from generator.reading.languages import ENGLISH_SHARE, english_share, language_of
from generator.reading.markup import gather
from generator.reading.quiet import quiet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_html"]


def read_html(text: str, where: str, today: dt.date) -> Draft:
    """Read a saved web page.

    Args:
        text: The decoded file.
        where: The file's name, for messages.
        today: No article was published after this day.

    Returns:
        The article. Each paragraph has the line where its first words stand in the page's source, or 1.

    Raises:
        ArticleError: The file is no HTML, a page without an article, or one with more markup than any article has.
    """
    with quiet():
        tree = parse(text, where)
        lines = _body(tree) if tree is not None else []
        if tree is None or not lines:
            raise _no_article(where)
        markup = gather(tree)
        url = address_of(markup)
        publisher = publisher_of(markup)
        title = headline_of(markup, publisher)
        clues = find_html_clues(tree, markup, url, title, today)
    finder = LineFinder(text)
    page = [Paragraph(finder.find(words), words) for words in lines]
    publisher = publisher or find_publisher(page, "")
    cleared = clear(page, title=title, language=_language(markup.code, lines))
    if not cleared.body:
        raise _no_article(where)
    agency = find_agency(page) or agency_of(markup, publisher)
    return Draft(
        page=tuple(page),
        body=cleared.body,
        removed=cleared.removed,
        title=title,
        publisher=publisher or agency or host_of(url),
        agency=agency if publisher and fold(publisher) != fold(agency) else "",
        url=url,
        language=cleared.language,
        clues=clues,
    )


def _no_article(where: str) -> ArticleError:
    return ArticleError("no article in this page", where=where, todo="save the page of one article, with its text")


def _body(tree: HtmlElement) -> list[str]:
    """The lines that trafilatura takes for the article, each on one line."""
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(tree, with_metadata=False, include_comments=False, include_tables=False)
    except (RecursionError, ValueError, AttributeError):  # its own guards miss some nonsense
        return []
    source = (document.raw_text or document.text or "") if document is not None else ""  # type: ignore[union-attr]
    return [" ".join(line.split()) for line in source.splitlines() if line.strip()]


def _language(declared: str, lines: list[str]) -> str:
    """The article's language: as the page declares it, unless its text is clearly another's.

    Templates declare the language of the system that they were made for.
    """
    text = " ".join(lines)
    english = english_share(text[:2000]) >= ENGLISH_SHARE
    if declared == "en" and not english:
        return language_of(lines)
    return "en" if declared and english else declared
