"""Read an article: the reader for its form, what its container knows, then its date of publication."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path

from generator.errors import ArticleError, UsageError
from generator.reading.address_lists import Address
from generator.reading.article import Article, PublishedDate, Removed
from generator.reading.body import BODY, read_body
from generator.reading.calendar_dates import say_day
from generator.reading.decoding import decode, load_bytes
from generator.reading.draft import Draft, Reader, fold
from generator.reading.finding import ENDINGS
from generator.reading.furniture import clear
from generator.reading.item import Item
from generator.reading.md import read_md
from generator.reading.publication import find_published
from generator.reading.saved import unwrap
from generator.reading.source import ending_of
from generator.reading.txt import read_txt

__all__ = ["READERS", "read", "read_item"]

ByteReader = Callable[[bytes, str, dt.date], Draft]
"""A reader of a form that is not text takes the file's bytes, what it is called (for messages), and today's date."""


def _decoded(reader: Reader) -> ByteReader:
    """A reader of text, which is decoded first."""

    def read_bytes(data: bytes, where: str, today: dt.date) -> Draft:
        return reader(decode(data, where), where, today)

    return read_bytes


def _read_html(text: str, where: str, today: dt.date) -> Draft:
    """Read a page, with what no other form needs."""
    from generator.reading.html import read_html

    return read_html(text, where, today)


def _read_pdf(data: bytes, where: str, today: dt.date) -> Draft:
    """Read a PDF, with what no other form needs."""
    from generator.reading.pdf import read_pdf

    return read_pdf(data, where, today)


READERS: dict[str, ByteReader] = {
    ".txt": _decoded(read_txt),
    ".md": _decoded(read_md),
    ".markdown": _decoded(read_md),
    ".html": _decoded(_read_html),
    ".htm": _decoded(_read_html),
    ".pdf": _read_pdf,
    BODY: _decoded(read_body),
}
"""The reader for each form; `finding.ENDINGS` names those of them that are endings of files."""


def read(path: Path, *, today: dt.date, published: dt.date | None = None) -> Article:
    """Read one article from a file of its own.

    Args:
        path: A file with an ending of `ENDINGS`.
        today: The clock: no article was published after this day.
        published: The date of publication, where somebody knows it; it wins over what the file says.

    Returns:
        The article without furniture, with its publication data and the evidence for its date.

    Raises:
        ArticleError: The file cannot be read, or holds no article.
        UsageError: `published` lies after `today`.
    """
    return read_item(Item(str(path), ending_of(path.name), path=path), today=today, published=published)


def read_item(item: Item, *, today: dt.date, published: dt.date | None = None) -> Article:
    """Read one article, wherever it lies.

    What the item says of itself wins over what its text says: its container knows it from the publisher. A day of
    publication after `today` is not believed.

    Args:
        item: The article, as `items` found it.
        today: The clock: no article was published after this day.
        published: The date of publication, where somebody knows it; it wins over all else.

    Returns:
        The article without furniture, with its publication data and the evidence for its date. Its lines are those
        of its file; within a feed or JSON Lines, those of its own text.

    Raises:
        ArticleError: It cannot be read, or is no article.
        UsageError: `published` lies after `today`.
    """
    if published and published > today:
        raise UsageError(
            f"the publication date {published} lies after today, {today}", todo="give the day on which it appeared"
        )
    reader = READERS.get(item.form)
    if reader is None:
        todo = "the known ones are " + ", ".join(ENDINGS)
        raise ArticleError("no reader knows a file with this ending", where=item.origin, todo=todo)
    item, data, listed = unwrap(item, _bytes(item))
    draft = _informed(reader(data, item.origin, today), item, today)
    given = published and PublishedDate(published, "given", reason=f"given by the editor: {say_day(published)}")
    settled = given or _or_listed(find_published(_with_margins(draft, item), today), listed, today)
    return _article(item.origin, _filled(draft, listed), settled)


def _bytes(item: Item) -> bytes:
    """The bytes of an article: its container's, or its file's."""
    if item.data is not None:
        return item.data
    if item.path is None:
        raise ArticleError("there is nothing to read: neither data nor a path", where=item.origin)
    return load_bytes(item.path)


def _informed(draft: Draft, item: Item, today: dt.date) -> Draft:
    """A draft with what its container knows of it."""
    known = {name: value for name in ("url", "title", "publisher", "language") if (value := getattr(item, name))}
    if item.published and item.published <= today:
        reason = f"{item.basis or 'its container'} says {item.published}"
        known["published"] = PublishedDate(item.published, "metadata", reason=reason)
    return _without_headline(dataclasses.replace(draft, **known)) if known else draft


def _filled(draft: Draft, listed: Address) -> Draft:
    """A draft with what a list says of the page in the place of what the page does not say."""
    unsaid = {name: getattr(listed, name) for name in ("title", "publisher", "language") if not getattr(draft, name)}
    return _without_headline(dataclasses.replace(draft, **unsaid)) if any(unsaid.values()) else draft


def _or_listed(own: PublishedDate | None, listed: Address, today: dt.date) -> PublishedDate | None:
    """The day of publication that a page gives; where it gives none, or none that is sure, the one of its list."""
    day = listed.published
    if day is None or day > today or (own and own.confidence != "low"):
        return own
    against = f"which is surer than the page's own {own.value}" if own else "and the page itself gives no day"
    return PublishedDate(day, "metadata", reason=f"{listed.basis} says {day}, {against}")


def _without_headline(draft: Draft) -> Draft:
    """A draft whose first paragraph is not its own headline, once the container has told what that is."""
    first = draft.body[0]
    if len(draft.body) == 1 or not draft.title or fold(first.text) != fold(draft.title):
        return draft
    removed = (Removed(first.line, first.text, "headline"), *draft.removed)
    return dataclasses.replace(draft, body=draft.body[1:], removed=tuple(sorted(removed, key=lambda one: one.line)))


def _with_margins(draft: Draft, item: Item) -> Draft:
    """A draft as the search for its date needs it: a byline is sought outside the body.

    A text that stands as it is has all of its lines in its body, though some would be furniture elsewhere.
    """
    if item.form != BODY or draft.published:
        return draft
    body = clear(draft.page, title=draft.title, language=draft.language).body
    return dataclasses.replace(draft, body=body or draft.body)


def _article(origin: str, draft: Draft, published: PublishedDate | None) -> Article:
    """The article that a reader's draft makes, paragraphs on lines of their own."""
    return Article(
        origin=origin,
        text="\n".join(paragraph.text for paragraph in draft.body),
        lines=tuple(paragraph.line for paragraph in draft.body),
        title=draft.title,
        publisher=draft.publisher,
        agency=draft.agency,
        url=draft.url,
        language=draft.language or "en",
        kind=draft.kind,
        published=published,
        removed=draft.removed,
    )
