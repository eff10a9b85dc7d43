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

    __slots__ = ("_ahead", "_before", "_end", "_language", "_text", "_told", "start")

    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        self.start = start
        self._text, self._end, self._language = text, end, language
        self._before = _last_clause(text[max(0, start - _WINDOW) : start], language)
        self._ahead: int | None = None
        self._told: bool | None = None

    def _after(self) -> str:
        after: str = self._language.clause_end.split(self._text[self._end : self._end + _WINDOW], maxsplit=1)[0]
        return after

    def _opens(self) -> bool:
        """Whether the expression opens the clause, so that its verb stands behind."""
        return len(self._before.split(maxsplit=self._language.opening_words)) <= self._language.opening_words

    def _is_told(self) -> bool:
        """Whether a verb of the past stands before the expression."""
        if self._told is None:
            self._told = self._language.past.search(self._before) is not None
        return self._told

    def _ahead_from(self) -> int:
        """Where the last cue of what is to come ends before the expression; 0 where there is none."""
        if self._ahead is None:
            self._ahead = 0
            for cue in self._language.future.finditer(self._before):
                self._ahead = cue.end()
        return self._ahead

    def is_future(self) -> bool:
        """Whether the clause speaks of what is to come.

        A verb of the past before the expression binds it: “said on Monday that it will” is no future Monday.
        """
        language = self._language
        if language.since and language.since.search(self._before):
            return False
        if ahead := self._ahead_from():
            return not self._is_told() or language.past.search(self._before, ahead + _VERB) is None
        return not self._is_told() and self._opens() and language.future.search(self._after()) is not None

    def is_past(self) -> bool:
        """Whether a verb of the past, and nothing of the future, stands with the expression.

        It stands before the expression, or after one that opens the clause.
        """
        if self._is_told():
            return not self._ahead_from()
        if not self._opens():
            return False
        # The clause goes on behind the expression as if that were not there: “On Monday they met”.
        whole = self._before + self._after()
        return self._language.past.search(whole) is not None and self._language.future.search(whole) is None


def _last_clause(text: str, language: Language) -> str:
    """What follows the last end of a clause in a text, looked for from behind."""
    for mark in language.clause_marks.finditer(text[::-1]):
        found = language.clause_end.match(text, len(text) - mark.end())
        if found:
            return text[found.end() :]
    return text


def is_future(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the clause around an expression speaks of what is to come (`Clause.is_future`).

    Args:
        text: The folded text.
        start: Where the expression begins.
        end: Where it ends.
        language: Whose cues they are.
    """
    return Clause(text, start, end, language).is_future()
