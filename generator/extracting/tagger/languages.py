"""The languages that the tagger knows. Each is imported only when a text in it is read."""

from __future__ import annotations

from importlib import import_module

from generator.errors import UnknownLanguageError
from generator.extracting.tagger.language import Language

__all__ = ["CODES", "language_of"]

CODES = {"de": "german", "en": "english", "es": "spanish"}
"""The codes of ISO 639-1, each with the module that holds its words under the module's name in capitals."""


def language_of(code: str) -> Language:
    """The words and rules of a language.

    Args:
        code: ISO 639-1.

    Raises:
        UnknownLanguageError: There are no rules for it.
    """
    name = CODES.get(code)
    if name is None:
        raise UnknownLanguageError(
            f"there are no rules for the dates of the language {code!r}", todo=f"give one of {', '.join(CODES)}"
        )
    found: Language = getattr(import_module(f"generator.extracting.tagger.{name}"), name.upper())
    return found
