"""Which way an expression points: what its clause says of the past and of what is to come."""

from __future__ import annotations

from generator.extracting.tagger.language import Language

__all__ = ["Clause", "is_future"]

_WINDOW = 120
"""How far from an expression its clause is searched for cues, in characters."""
_VERB = 12
"""What follows a cue so closely is its own verb: “will be held”."""


class Clause:
    """What stands with an expression in its clause. Cues are looked for once, however often it is asked.

    Args:
        text: The folded text.
        start: Where the expression begins.
        end: Where it ends.
        language: Whose cues they are.
    """

    __slots__ = ("_ahead", "_before", "_end", "_language", "_opens", "_text", "_told", "start")

    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        self.start = start
        self._text, self._end, self._language = text, end, language
        self._before: str = language.clause_end.split(text[max(0, start - _WINDOW) : start])[-1]
        self._ahead = [cue.end() for cue in language.future.finditer(self._before)]
        self._told = language.past.search(self._before) is not None
        self._opens = len(self._before.split()) <= language.opening_words

    def _after(self) -> str:
        after: str = self._language.clause_end.split(self._text[self._end : self._end + _WINDOW], maxsplit=1)[0]
        return after

    def is_future(self) -> bool:
        """Whether the clause speaks of what is to come.

        A verb of the past before the expression binds it: “said on Monday that it will” is no future Monday.
        """
        language = self._language
        if language.since and language.since.search(self._before):
            return False
        if self._ahead:
            return not self._told or language.past.search(self._before, self._ahead[-1] + _VERB) is None
        return not self._told and self._opens and language.future.search(self._after()) is not None

    def is_past(self) -> bool:
        """Whether a verb of the past, and nothing of the future, stands with the expression.

        It stands before the expression, or after one that opens the clause.
        """
        if self._told or not self._opens:
            return self._told and not self._ahead
        # The clause goes on behind the expression as if that were not there: “On Monday they met”.
        whole = self._before + self._after()
        return self._language.past.search(whole) is not None and self._language.future.search(whole) is None


def is_future(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the clause around an expression speaks of what is to come (`Clause.is_future`).

    Args:
        text: The folded text.
        start: Where the expression begins.
        end: Where it ends.
        language: Whose cues they are.
    """
    return Clause(text, start, end, language).is_future()
