"""Which way an expression points: what its clause says of the past and of what is to come."""

from __future__ import annotations

from generator.extracting.tagger.language import Language

__all__ = ["is_future", "is_past"]

_WINDOW = 120
"""How far from an expression its clause is searched for cues, in characters."""
_VERB = 12
"""What follows a cue so closely is its own verb: “will be held”."""


def is_future(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the clause around an expression speaks of what is to come.

    A verb of the past before the expression binds it: “said on Monday that it will” is no future Monday.

    Args:
        text: The folded text.
        start: Where the expression begins.
        end: Where it ends.
        language: Whose cues they are.
    """
    before = _clause_before(text, start, language)
    if language.since and language.since.search(before):
        return False
    if cues := list(language.future.finditer(before)):
        return language.past.search(before, cues[-1].end() + _VERB) is None
    if language.past.search(before):
        return False
    after = _clause_after(text, end, language)
    return len(before.split()) <= language.opening_words and language.future.search(after) is not None


def is_past(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a verb of the past, and nothing of the future, stands with an expression in its clause.

    It stands before the expression, or after one that opens the clause.

    Args:
        text: The folded text.
        start: Where the expression begins.
        end: Where it ends.
        language: Whose cues they are.
    """
    before = _clause_before(text, start, language)
    if len(before.split()) <= language.opening_words and not language.past.search(before):
        before += _clause_after(text, end, language)
    return language.past.search(before) is not None and language.future.search(before) is None


def _clause_after(text: str, end: int, language: Language) -> str:
    return language.clause_end.split(text[end : end + _WINDOW], maxsplit=1)[0] or ""


def _clause_before(text: str, start: int, language: Language) -> str:
    return language.clause_end.split(text[max(0, start - _WINDOW) : start])[-1] or ""
