"""Read Markdown: front matter for the publication data, paragraphs for the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, cast, get_args

from generator.errors import ArticleError
from generator.reading.addresses import web_address
from generator.reading.article import PublishedDate, Removed
from generator.reading.calendar_dates import find_dates
from generator.reading.clues import is_yearless
from generator.reading.draft import Draft, Paragraph
from generator.reading.front_matter import FrontMatter, part
from generator.reading.furniture import clear

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["read_md"]

Kind = Literal["article", "digest", "document"]
KINDS: tuple[str, ...] = get_args(Kind)
LANGUAGE = re.compile(r"[A-Za-z]{2}(?:[-_][A-Za-z0-9_-]+)?")
"""ISO 639-1, with a region or script after it that does not matter here: en-GB."""

BLOCKS = frozenset({"paragraph_open", "heading_open", "th_open", "td_open"})
"""Tokens that say what the inline token after them is."""


def read_md(text: str, where: str, today: dt.date) -> Draft:
    """Read a Markdown file.

    Its front matter may hold `title`, `publisher`, `agency` (or `original`), `url`, `published`, `language` and
    `kind` (`article`, `digest` or `document`); other keys are somebody else's and passed over. A `published` without
    a year, as the page had it (`02/04 06:20`), is completed by the weekdays of the text.

    Args:
        text: The decoded file.
        where: The file's name, for messages.
        today: No article was published after this day.

    Returns:
        The article. Headings are not part of the body; without a `title` the first heading is the headline. A digest
        is our own words, so nothing in it is furniture.

    Raises:
        ArticleError: The front matter is not closed, not YAML, no mapping, or gives no such date, language or kind; or
            there is no text below it.
    """
    front, content, offset = part(text.replace("\r\n", "\n").replace("\r", "\n"), where)
    kind, language, published = _kind(front), _language(front), front.text("published")
    page, headings = _paragraphs(content, offset)
    if not page:
        raise ArticleError("no text in this file", where=where, todo="write the article below the front matter")
    title = front.text("title") or (headings[0].text if headings else "")
    dated = published if is_yearless(published) else ""
    removed = [Removed(line.line, line.text, "headline" if line.text == title else "subheading") for line in headings]
    if kind == "digest":
        body = tuple(page)
    else:
        cleared = clear(page, title=title, language=language)
        body, language = cleared.body or tuple(page), cleared.language
        removed += cleared.removed if cleared.body else ()
    return Draft(
        page=tuple(page),
        body=body,
        removed=tuple(sorted(removed, key=lambda piece: piece.line)),
        title=title,
        publisher=front.text("publisher"),
        agency=front.text("agency") or front.text("original"),
        url=web_address(front.text("url")),
        language=language,
        kind=kind,
        published=None if dated else _published(front, today),
        dated=dated,
    )


def _kind(front: FrontMatter) -> Kind:
    """The kind of text; an article where the file does not say."""
    kind = front.text("kind") or "article"
    if kind not in KINDS:
        todo = "write article, digest or document"
        raise ArticleError(f"“{kind}” is no kind of article", where=front.place("kind"), todo=todo)
    return cast("Kind", kind)


def _language(front: FrontMatter) -> str:
    """The language that the file names, without its region; empty where it names none."""
    named = front.text("language")
    if named and not LANGUAGE.fullmatch(named):
        todo = "write it as two letters: en, de"
        raise ArticleError(f"“{named}” is no code of a language", where=front.place("language"), todo=todo)
    return named[:2].lower()


def _published(front: FrontMatter, today: dt.date) -> PublishedDate | None:
    """The date of publication that the front matter gives, in figures or in words."""
    said = front.text("published")
    if not said:
        return None
    spans = find_dates(said, foreign=True)
    day = spans[0].days[0] if len(spans) == 1 and len(spans[0].days) == 1 else None
    where = front.place("published")
    if day is None:
        raise ArticleError(f"“{said}” is no full date", where=where, todo="write it as 2022-12-30")
    if day > today:
        todo = "write the day on which it appeared"
        raise ArticleError(f"“{said}” lies after today, {today}", where=where, todo=todo)
    return PublishedDate(day, "metadata", reason="the file's front matter says so in `published`")


def _paragraphs(content: str, offset: int) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs and the headings of Markdown, as plain text."""
    from markdown_it import MarkdownIt

    paragraphs, headings = [], []
    block = ""
    for token in MarkdownIt("commonmark").enable("table").parse(content):
        if token.type in BLOCKS:
            block = token.type
        words = " ".join("".join(_words(token.children or ())).split()) if token.type == "inline" else ""
        if words and token.map:
            line = Paragraph(offset + token.map[0] + 1, words)
            if block == "heading_open":
                headings.append(line)
            elif block == "paragraph_open":
                paragraphs.append(line)
    return paragraphs, headings


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """What a reader sees of inline Markdown: no marks, no addresses, no pictures."""
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
