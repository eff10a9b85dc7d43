"""Read a text that somebody has taken out of its page already: its paragraphs stand as they are."""

from __future__ import annotations

import datetime as dt

from generator.errors import ArticleError
from generator.reading.draft import Draft
from generator.reading.languages import language_of
from generator.reading.lines import split

__all__ = ["BODY", "read_body"]

BODY = ".body"
"""The form of such a text. No file has this ending: feeds and JSON Lines hold them."""


def read_body(text: str, where: str, today: dt.date) -> Draft:  # noqa: ARG001 one shape for every reader
    """Read the text of an article, one paragraph a line.

    Args:
        text: The text.
        where: What it is called, for messages.
        today: Not needed: a text has no metadata.

    Returns:
        The article; nothing in it is furniture.

    Raises:
        ArticleError: There is no text.
    """
    paragraphs = tuple(split(text))
    if not paragraphs:
        raise ArticleError("there is no text in it", where=where, todo="leave it out, or save the article again")
    return Draft(page=paragraphs, body=paragraphs, language=language_of(paragraph.text for paragraph in paragraphs))
