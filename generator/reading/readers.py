"""Read an article: the reader for its ending, then its date of publication."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from generator.errors import ArticleError, UsageError
from generator.reading.article import Article, PublishedDate
from generator.reading.calendar_dates import say_day
from generator.reading.decoding import load
from generator.reading.draft import Draft, Reader
from generator.reading.finding import ENDINGS
from generator.reading.html import read_html
from generator.reading.md import read_md
from generator.reading.publication import find_published
from generator.reading.txt import read_txt

__all__ = ["READERS", "read"]

READERS: dict[str, Reader] = {
    ".txt": read_txt,
    ".md": read_md,
    ".markdown": read_md,
    ".html": read_html,
    ".htm": read_html,
}
"""The reader for each ending; `finding.ENDINGS` names the same ones."""


def read(path: Path, *, today: dt.date, published: dt.date | None = None) -> Article:
    """Read one article.

    Args:
        path: A file with an ending of `READERS`.
        today: The clock: no article was published after this day.
        published: The date of publication, where somebody knows it; it wins over what the file says.

    Returns:
        The article without furniture, with its publication data and the evidence for its date.

    Raises:
        ArticleError: The file cannot be read, or holds no article.
        UsageError: `published` lies after `today`.
    """
    if published and published > today:
        raise UsageError(
            f"the publication date {published} lies after today, {today}", todo="give the day on which it appeared"
        )
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ArticleError(
            "no reader knows a file with this ending", where=str(path), todo="the known ones are " + ", ".join(ENDINGS)
        )
    draft = reader(load(path), str(path), today)
    given = published and PublishedDate(published, "given", reason=f"given by the editor: {say_day(published)}")
    return _article(str(path), draft, given or find_published(draft, today))


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
