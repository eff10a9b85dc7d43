"""Clear a page of its furniture: one rule after another, each with the reason it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.reading.article import Removed
from generator.reading.draft import Paragraph, is_prose
from generator.reading.labels import label_reason
from generator.reading.languages import is_foreign, language_of
from generator.reading.margins import captions, margins
from generator.reading.repeats import headlines, repeats
from generator.reading.teasers import comments, teasers

__all__ = ["Cleared", "clear"]

Rule = Callable[[Sequence[Paragraph]], dict[int, str]]
"""A rule names, for each index that it would leave out, the reason."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """A page that was cleared.

    Attributes:
        body: The article's own paragraphs.
        removed: What was left out, in the order of the file.
        language: The article's language, ISO 639-1.
    """

    body: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]
    language: str


def clear(page: Sequence[Paragraph], *, title: str = "", language: str = "") -> Cleared:
    """Leave out what is on a page and not of its article.

    The order matters: boxes are found by the links and headings in them, so they go before the labels; copies and
    margins are found in what then is left.

    Args:
        page: Every paragraph.
        title: The headline, which is no sentence of the body.
        language: The article's language, if the file names it.

    Returns:
        What is left, what is not, and the language.
    """
    rest, removed = list(page), list[Removed]()

    def apply(rule: Rule) -> None:
        reasons = rule(rest)
        removed.extend(Removed(rest[index].line, rest[index].text, reason) for index, reason in reasons.items())
        rest[:] = [paragraph for index, paragraph in enumerate(rest) if index not in reasons]

    apply(comments)
    apply(teasers)
    apply(_labels)
    apply(lambda paragraphs: headlines(paragraphs, title))
    apply(captions)
    apply(repeats)
    language = language or language_of(paragraph.text for paragraph in rest if is_prose(paragraph.text))
    apply(lambda paragraphs: _foreign(paragraphs, language))
    apply(margins)
    removed.sort(key=lambda piece: piece.line)
    return Cleared(tuple(rest), tuple(removed), language)


def _labels(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """The lines that a table of phrases, or their shape, tells to be furniture."""
    return {index: reason for index, paragraph in enumerate(paragraphs) if (reason := label_reason(paragraph.text))}


def _foreign(paragraphs: Sequence[Paragraph], language: str) -> dict[int, str]:
    """The lines in another language than the article's."""
    return {
        index: "other language" for index, paragraph in enumerate(paragraphs) if is_foreign(paragraph.text, language)
    }
