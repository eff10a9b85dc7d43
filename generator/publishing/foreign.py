"""Texts that are in another language than the page around them, which a screen reader must read out differently."""

from __future__ import annotations

from typing import TypeVar

from markupsafe import Markup

from generator.publishing.plain_text import language_tag

__all__ = ["Foreign", "foreign", "language_mark", "like"]

Text = TypeVar("Text", str, None, str | None)


class Foreign(str):  # noqa: SLOT000 a text of no fixed length can have no slots
    """A text in a language of its own.

    It is a string like any other. What is made of it is in no language that is known: `like` says that it is the same.

    Attributes:
        language: The language's tag (BCP 47).
    """

    language: str


def foreign(text: Text, language: str) -> Text:
    """A text, known to be in a language; None for none."""
    if text is None:
        return text
    marked = Foreign(text)
    marked.language = language
    return marked


def like(text: str, other: str | None) -> str:
    """A text that was made of another, in the same language as that."""
    return foreign(text, other.language) if isinstance(other, Foreign) else text


def language_mark(text: object) -> Markup:
    """The attribute of an element around a text: ` lang="en"`, or nothing where it is in the page's language."""
    tag = language_tag(text.language) if isinstance(text, Foreign) else ""
    return Markup(' lang="{}"').format(tag) if tag else Markup("")
