"""Read scraped text: an article among the furniture of the page that it was taken from."""

from __future__ import annotations

import datetime as dt

from generator.errors import ArticleError
from generator.reading.credits import find_agency, find_publisher
from generator.reading.draft import Draft
from generator.reading.furniture import clear
from generator.reading.headline import clean_title, find_title
from generator.reading.labels import stands_alone
from generator.reading.lines import split, unwrap

__all__ = ["read_txt"]


def read_txt(text: str, where: str, today: dt.date) -> Draft:  # noqa: ARG001 one shape for every reader
    """Read a text file.

    Args:
        text: The decoded file.
        where: The file's name, for messages.
        today: Not needed: text has no metadata.

    Returns:
        The article, with what the page says about its headline, publisher and agency.

    Raises:
        ArticleError: The file holds furniture only.
    """
    page = unwrap(split(text), stands_alone)
    headline = find_title(page)
    title = clean_title(headline)
    cleared = clear(page, title=title)
    if not cleared.body:
        raise ArticleError(
            "no article in this file, only the furniture of a page", where=where, todo="save the article's own text"
        )
    agency = find_agency(page)
    publisher = find_publisher(page, headline)
    return Draft(
        page=tuple(page),
        body=cleared.body,
        removed=cleared.removed,
        title=title,
        publisher=publisher or agency,
        agency=agency if publisher and publisher != agency else "",
        language=cleared.language,
    )
