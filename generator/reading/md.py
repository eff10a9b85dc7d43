"""Read Markdown: front matter for the publication data, paragraphs for the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, cast, get_args

from generator.errors import ArticleError
from generator.reading.addresses import web_address
from generator.reading.article import PublishedDate, Removed
from generator.reading.calendar_dates import find_dates
from generator.reading.clues import is_yearless
from generator.reading.draft import Draft, Paragraph
from generator.reading.furniture import clear

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["read_md"]

Kind = Literal["article", "digest", "document"]
KINDS: tuple[str, ...] = get_args(Kind)
FENCE = "---"
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
        ArticleError: The front matter is not closed, not YAML, no mapping, or gives no such date or kind; or there is
            no text below it.
    """
    data, content, offset = _part(text, where)
    kind = _kind(data, text, where)
    page, headings = _paragraphs(content, offset)
    if not page:
        raise ArticleError("no text in this file", where=where, todo="write the article below the front matter")
    title = _text(data, "title") or (headings[0].text if headings else "")
    language = _text(data, "language")[:2].lower()
    dated = _text(data, "published") if is_yearless(_text(data, "published")) else ""
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
        publisher=_text(data, "publisher"),
        agency=_text(data, "agency") or _text(data, "original"),
        url=web_address(data.get("url")),
        language=language,
        kind=kind,
        published=None if dated else _published(data, text, where, today),
        dated=dated,
    )


def _part(text: str, where: str) -> tuple[Mapping[str, object], str, int]:
    """The front matter, the text below it, and the number of lines above that text."""
    from frontmatter.default_handlers import YAMLHandler
    from yaml import MarkedYAMLError, YAMLError

    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.split("\n", 1)[0].rstrip() != FENCE:
        return {}, text, 0
    handler = YAMLHandler()
    try:
        front, content = handler.split(text)
    except ValueError:
        raise ArticleError(
            "the front matter is not closed", where=f"{where}:1", todo=f"write a line of {FENCE} below it"
        ) from None
    try:
        data = handler.load(front)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ArticleError(
            f"the front matter is not YAML: {error.problem or error.context}",
            where=f"{where}:{line}",
            todo="write one `key: value` a line, and quote a value that holds a colon",
        ) from None
    except (YAMLError, ValueError) as error:
        raise ArticleError(f"the front matter is not YAML: {error}", where=f"{where}:1", todo="correct it") from None
    if data is not None and not isinstance(data, dict):
        raise ArticleError("the front matter holds no keys", where=f"{where}:2", todo="write one `key: value` a line")
    return data or {}, content, text[: len(text) - len(content)].count("\n")


def _text(data: Mapping[str, object], key: str) -> str:
    """The text of a key, on one line; empty where it is absent or null."""
    value = data.get(key)
    return "" if value is None else " ".join(str(value).split())


def _line_of(key: str, text: str) -> int:
    """The line of a key in the front matter."""
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if line.startswith(f"{key}:")), 1)


def _kind(data: Mapping[str, object], text: str, where: str) -> Kind:
    """The kind of text; an article where the file does not say."""
    kind = _text(data, "kind") or "article"
    if kind not in KINDS:
        raise ArticleError(
            f"“{kind}” is no kind of article",
            where=f"{where}:{_line_of('kind', text)}",
            todo="write article, digest or document",
        )
    return cast("Kind", kind)


def _published(data: Mapping[str, object], text: str, where: str, today: dt.date) -> PublishedDate | None:
    """The date of publication that the front matter gives, as YAML reads it or in words."""
    value = data.get("published")
    if value is None:
        return None
    day = value.date() if isinstance(value, dt.datetime) else value
    if not isinstance(day, dt.date):
        spans = find_dates(str(value), foreign=True)
        day = spans[0].days[0] if len(spans) == 1 and len(spans[0].days) == 1 else None
    line = f"{where}:{_line_of('published', text)}"
    if day is None:
        raise ArticleError(f"“{value}” is no full date", where=line, todo="write it as 2022-12-30")
    if day > today:
        raise ArticleError(
            f"“{value}” lies after today, {today}", where=line, todo="write the day on which it appeared"
        )
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
