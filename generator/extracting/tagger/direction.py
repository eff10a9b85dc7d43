"""Which way an expression points: what its clause says of the past and of what is to come."""

from __future__ import annotations

from generator.extracting.tagger.language import Language

__all__ = ["Clause", "Opening", "is_future"]

_WINDOW = 120
"""How far from an expression its clause is searched for cues, in characters."""
_VERB = 12
"""What follows a cue so closely is its own verb: “will be held”."""


class Opening:
    """What stands in a clause before an expression. Cues are looked for once, however often it is asked.

    Args:
        window: The folded text before the expression, as far as it is looked at.
        language: Whose cues they are.
    """

    __slots__ = ("_ahead", "_is_told", "_language", "text")

    def __init__(self, window: str, language: Language) -> None:
        self.text = _last_clause(window, language)
        self._language = language
        self._ahead: int | None = None
        self._is_told: bool | None = None

    def is_told(self) -> bool:
        """Whether it has a verb of the past."""
        if self._is_told is None:
            self._is_told = self._language.past.search(self.text) is not None
        return self._is_told

    def ahead(self) -> int:
        """Where the last cue of what is to come ends; 0 where there is none."""
        if self._ahead is None:
            self._ahead = 0
            for cue in self._language.future.finditer(self.text):
                self._ahead = cue.end()
        return self._ahead

    def is_short(self) -> bool:
        """Whether the expression all but opens the clause, so that its verb stands behind."""
        words = self._language.opening_words
        return len(self.text.split(maxsplit=words)) <= words


def _last_clause(text: str, language: Language) -> str:
    """What follows the last end of a clause in a text, looked for from behind."""
    for mark in language.clause_marks.finditer(text[::-1]):
        found = language.clause_end.match(text, len(text) - mark.end())
        if found:
            return text[found.end() :]
    return text


class Clause:
    """What stands with an expression in its clause.

    Args:
        text: The folded text.
        start: Where the expression begins.
        end: Where it ends.
        language: Whose cues they are.
        known: The openings that were looked at before, by the text before their expressions: in a text that says the
            same over and over one is that of many.
    """

    __slots__ = ("_before", "_end", "_language", "_text", "start")

    def __init__(self, text: str, start: int, end: int, language: Language, known: dict[str, Opening]) -> None:
        self.start = start
        self._text, self._end, self._language = text, end, language
        window = text[max(0, start - _WINDOW) : start]
        if window not in known:
            known[window] = Opening(window, language)
        self._before = known[window]

    def _after(self) -> str:
        window = self._text[self._end : self._end + _WINDOW]
        found = self._language.clause_end.search(window)
        return window[: found.start()] if found else window

    def is_future(self) -> bool:
        """Whether the clause speaks of what is to come.

        A verb of the past before the expression binds it: “said on Monday that it will” is no future Monday.
        """
        language, before = self._language, self._before
        if language.since and language.since.search(before.text):
            return False
        if ahead := before.ahead():
            return not before.is_told() or language.past.search(before.text, ahead + _VERB) is None
        return not before.is_told() and before.is_short() and language.future.search(self._after()) is not None

    def is_past(self) -> bool:
        """Whether a verb of the past, and nothing of the future, stands with the expression.

        It stands before the expression, or after one that opens the clause.
        """
        before = self._before
        if before.is_told() or not before.is_short():
            return before.is_told() and not before.ahead()
        # The clause goes on behind the expression as if that were not there: “On Monday they met”.
        whole = before.text + self._after()
        return self._language.past.search(whole) is not None and self._language.future.search(whole) is None


def is_future(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the clause around an expression speaks of what is to come (`Clause.is_future`).

    Args:
        text: The folded text.
        start: Where the expression begins.
        end: Where it ends.
        language: Whose cues they are.
    """
    return Clause(text, start, end, language, {}).is_future()
