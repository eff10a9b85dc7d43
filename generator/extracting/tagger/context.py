"""What is known when an expression is reached: the DCT, what was mentioned before it, and the words around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass, field

from generator.extracting.tagger.direction import Clause, Opening
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.point import Point, day_point
from generator.extracting.tagger.reading import Reading
from generator.extracting.tagger.rule import Match

__all__ = ["Context"]

ASIDE_YEARS = 4
"""In a history a bare year further than this from the running one is an aside."""
_FAR = 100
"""No words between two ends of a range reach further, in characters."""


@dataclass(slots=True)
class Context:
    """The state of the one pass from left to right.

    Attributes:
        language: Whose words they are.
        text: The folded text (`generator.extracting.tagger.fold`).
        written: The text as it was written, for the words that a reader is told.
        dct: The document creation time.
        narrative: Whether the text tells history, so that days are counted from the last date mentioned.
        last: The last calendar date that was mentioned, and `last_words`, its words.
        last_day: The last day that was mentioned, and `last_day_end`, where its words end.
        last_year: The last year, in whatever date.
        last_month: The month of the last day or month mentioned, if that is of the last year.
        last_period: The last quarter, half or year, with its words: what “a year earlier” is counted from.
    """

    language: Language
    text: str
    written: str
    dct: dt.date | None
    narrative: bool = False
    last: Point | None = None
    last_words: str = ""
    last_day: Point | None = None
    last_day_words: str = ""
    last_day_end: int = 0
    last_year: int | None = None
    last_year_words: str = ""
    last_month: Point | None = None
    last_period: Point | None = None
    last_period_words: str = ""
    _clause: Clause | None = field(default=None, repr=False)
    _openings: dict[str, Opening] = field(default_factory=dict, repr=False)

    def note(self, reading: Reading, words: str, end: int) -> None:
        """Remember a date that was mentioned, with its words and where they end."""
        point = reading.point
        if point is None or point.year is None:
            return
        self.last, self.last_words = point, words
        if point.grain == "day":
            self.last_day, self.last_day_words, self.last_day_end = point, words, end
        if point.grain not in {"decade", "century"} and not self._is_aside(point):
            self.last_year, self.last_year_words = point.year, words
            if point.grain in {"day", "month"}:
                self.last_month = Point("month", point.year, point.number)
            elif self.last_month and self.last_month.year != point.year:
                self.last_month = None
        if point.grain in {"quarter", "half", "year"} and (self.narrative or not reading.comparison):
            self.last_period, self.last_period_words = point, words

    def state(self, place: int) -> Hashable:
        """All that the meaning of what follows a place hangs on, apart from words and the text around them."""
        return (
            min(place - self.last_day_end, _FAR),
            self.last,
            self.last_words,
            self.last_day,
            self.last_day_words,
            self.last_year,
            self.last_year_words,
            self.last_month,
            self.last_period,
            self.last_period_words,
        )

    def _is_aside(self, point: Point) -> bool:
        """Whether a bare year of a history lies so far from the running one that it is background, not the story."""
        if not self.narrative or self.last_year is None or point.year is None or point.grain == "day":
            return False
        return abs(point.year - self.last_year) > ASIDE_YEARS

    @property
    def today(self) -> Point | None:
        """The DCT as a place in the calendar."""
        return day_point(self.dct) if self.dct else None

    def base(self) -> tuple[Point | None, str]:
        """What a relative expression is counted from, with its name: the DCT, or in a history the last date."""
        if self.narrative and self.last:
            return self.last, self.last_words
        return self.today, self.dct.isoformat() if self.dct else ""

    def mentioned(self) -> tuple[Point | None, str]:
        """The last date mentioned, with its words, or else the DCT."""
        if self.last:
            return self.last, self.last_words
        return self.base()

    def ends_weekdays(self, match: Match) -> bool:
        """Whether an expression ends a range that a weekday begins: “Monday to Friday”."""
        begun = self.last_day_words.lower() in self.language.words["weekdays"]
        return begun and self.language.links.range.fullmatch(self.text, self.last_day_end, match.start) is not None

    def is_future(self, match: Match) -> bool:
        """Whether the clause around an expression speaks of what is to come (`direction.Clause.is_future`)."""
        return self._clause_of(match).is_future()

    def is_past(self, match: Match) -> bool:
        """Whether the clause around an expression tells what was (`direction.Clause.is_past`)."""
        return self._clause_of(match).is_past()

    def _clause_of(self, match: Match) -> Clause:
        """The clause of an expression, kept while it is asked about: most rules ask twice."""
        if self._clause is None or self._clause.start != match.start:
            self._clause = Clause(self.text, match.start, match.end, self.language, self._openings)
        return self._clause
