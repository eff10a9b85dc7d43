"""Cut a text into its words, the quick way where that is the same: news is ASCII but for its quotes and dashes.

Where nothing else stands in it, marks become spaces and the text is split at them, which takes a fifth of the time of
a regular expression.
"""

from __future__ import annotations

import re

__all__ = ["letters", "letters_and_digits"]

_TYPOGRAPHIC = "“”‘’–—…\xa0"
"""What else than ASCII stands in most news; none of it is a part of a word."""

_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}
_NEITHER = {code: " " for code in range(128) if not chr(code).isalnum()}
"""The characters of ASCII that are no letters, and those that are no digits either, each with the space for it."""

_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")


def letters(text: str) -> list[str]:
    """The runs of letters of a text, in order."""
    spaced = _in_ascii(text)
    return _LETTERS.findall(text) if spaced is None else spaced.translate(_NO_LETTERS).split()


def letters_and_digits(text: str) -> list[str]:
    """The runs of letters and digits of a text, in order; in a script without spaces, each character by itself."""
    spaced = _in_ascii(text)
    return _WORDS.findall(text) if spaced is None else spaced.translate(_NEITHER).split()


def _in_ascii(text: str) -> str | None:
    """A text with spaces in the place of typographic marks, or None where it still is not ASCII."""
    for mark in _TYPOGRAPHIC if not text.isascii() else "":
        text = text.replace(mark, " ")
    return text if text.isascii() else None
