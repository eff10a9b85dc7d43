"""Words and clauses of a sentence: where its parts begin and end, and which words are finite verbs.

A clause here is a stretch between punctuation marks and words such as “which”, “while” or “that”: enough to tell the
event from its surroundings, without a parser.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.extracting.gazetteer import is_place
from generator.extracting.tables import table
from generator.extracting.verbs import AUXILIARIES, BE, REPORTING, base_forms, past_forms, present_forms

__all__ = ["ACRONYMS", "Clause", "Word", "clauses", "finite_verbs", "words"]

OPENERS = table("which who whose whom where when while because although though if unless whereas once as amid despite")
"""Words that begin a clause of their own."""

JOINERS = table("and but or before after since until")
"""Words that begin a clause of their own only where a subject and a finite verb follow."""

CONJUNCTIONS = table("and but or nor")

DETERMINERS = table(
    "the a an his her its their our my your this that these those some any no each every another several many most"
)
PREPOSITIONS = table("""
    of in on at by for from with to into onto over under about against between among during through across after before
    since until toward towards upon within without near around amid despite like as than via per including regarding
    """)
NEVER_BEFORE_FINITE = DETERMINERS | BE | AUXILIARIES | table("to of")
"""Words after which a verb is a participle or an infinitive."""

NOT_VERBS = table("""
    united red hundred sacred naked wicked advanced armed limited related needed increased unprecedented unlimited
    so-called alleged proposed planned supposed long-awaited speed exceed proceed succeed need indeed embed
    seed feed weed reports
    """)
"""Words in -ed or -s that are hardly ever the finite verb."""

PRONOUNS = table("he she it they we i you who which that")

SAYING = table("noting saying adding stating claiming warning stressing announcing arguing insisting")
"""Participles after which “that” begins what was said."""

ACRONYMS = frozenset({"WHO", "IT", "US"})
"""Acronyms that are other words when case is folded."""
_WORD = re.compile(r"[^\W\d]\w*(?:[’'.-]\w+)*|\d+(?:[.,:]\d+)*%?|[^\w\s-]|--?")
_BREAKS = frozenset({",", ";", ":", "–", "—", "--", "-", "(", ")", "“", "”", '"', "«", "»"})
_QUOTES = frozenset({"“", "”", '"', "«", "»"})
_STOPS = _BREAKS - _QUOTES
_CUTS = _BREAKS | OPENERS | JOINERS | {"that"}
"""Words and marks at which a clause may begin; no other needs to be looked at."""
_AFTER_VERBS = PREPOSITIONS - {"of", "by"}
_BEFORE_NOUN = DETERMINERS | PREPOSITIONS
_NEVER_COUNTED = _BEFORE_NOUN | AUXILIARIES
_FIRST_OPENERS = OPENERS | {"that"}
_OPENING_QUOTES = frozenset({"“", "‘", '"', "'"})
_CLOSING_QUOTES = frozenset({"”", "’", '"', "'"})
_FEW_WORDS = 6
_LONG_BEFORE_PLACE = 3
_COUNTING = table("more new further another two three four five six seven eight nine ten")
_REACH = 8
"""How many words after “and” the verb of a new clause is looked for."""


class Word(NamedTuple):
    """A word, number or mark of a sentence: its span within the sentence, its text, and the text case-folded."""

    start: int
    end: int
    text: str
    lower: str


class Clause(NamedTuple):
    """A stretch of a sentence.

    Attributes:
        first, last: Its words, as indexes into the sentence's words, `last` excluded.
        opener: The word that opens it (“which”, “that”, “and”), or the mark before it, or empty.
        verbs: Indexes of its finite verbs.
    """

    first: int
    last: int
    opener: str
    verbs: tuple[int, ...]


_new = tuple.__new__
"""Past the constructor of a named tuple, which costs as much as finding the word."""


def words(text: str) -> list[Word]:
    """The words and marks of a sentence."""
    return [
        _new(Word, (match.start(), match.end(), word := match[0], word if word in ACRONYMS else word.casefold()))
        for match in _WORD.finditer(text)
    ]


def finite_verbs(sentence: Sequence[Word]) -> list[int]:
    """The indexes of the words that are, as far as tables can tell, finite verbs."""
    maybe = _maybe_finite()
    return [
        index
        for index, word in enumerate(sentence)
        if (word.lower in maybe or word.lower.endswith("ed")) and _is_finite(sentence, index)
    ]


@functools.lru_cache(maxsize=1)
def _maybe_finite() -> frozenset[str]:
    """All forms in the tables: what is none of them, and does not end in -ed, is no finite verb."""
    return AUXILIARIES | REPORTING | past_forms() | present_forms() | base_forms()


def _is_finite(sentence: Sequence[Word], index: int) -> bool:  # noqa: PLR0911 a ground a line
    word = sentence[index].lower
    before = sentence[index - 1].lower if index else ""
    if word in NOT_VERBS:
        return False
    if before in _OPENING_QUOTES and index + 1 < len(sentence) and sentence[index + 1].lower in _CLOSING_QUOTES:
        return False
    if word in AUXILIARIES:
        return sentence[index].text != "May" and before != "to"
    if before in NEVER_BEFORE_FINITE or (sentence[index].text[0].isupper() and before[:1].isalnum()):
        return False
    if word in past_forms() or word in REPORTING or (word.endswith("ed") and len(word) > 4):
        return _can_be_past(sentence, index, before)
    if word in present_forms():
        return _can_be_present(sentence, index)
    return word in base_forms() and _is_plural_present(sentence, index)


def _can_be_past(sentence: Sequence[Word], index: int, before: str) -> bool:
    """Whether a form in -ed is a past tense: not a participle, as in “held by”, “by wounded soldiers”."""
    word = sentence[index].lower
    after = sentence[index + 1].lower if index + 1 < len(sentence) else ""
    if (before[:1].isdigit() or before in _COUNTING) and index > 0 and _counts(sentence, index):
        return False
    known = word in past_forms() or word in REPORTING
    if before.endswith("ly") and index > 1 and sentence[index - 2].lower in _BEFORE_NOUN:
        return False
    return not (after == "by" and word.endswith("ed")) and before not in PREPOSITIONS and (known or before != ",")


def _counts(sentence: Sequence[Word], index: int) -> bool:
    """Whether a form in -ed stands between a number and its noun: “44 confirmed cases”."""
    following = sentence[index + 1].lower if index + 1 < len(sentence) else ""
    countable = following.endswith("s") or (sentence[index - 1].lower in _COUNTING and following.isalpha())
    return countable and following not in _NEVER_COUNTED


def _can_be_present(sentence: Sequence[Word], index: int) -> bool:
    """Whether `meets`, `visits` is a verb here: a singular subject before it, and no plural noun's neighbours."""
    before = sentence[index - 1] if index else None
    after = sentence[index + 1].lower if index + 1 < len(sentence) else ""
    if before is None or before.lower in PREPOSITIONS or before.lower in CONJUNCTIONS or not before.lower[0].isalpha():
        return False
    named = index + 1 < len(sentence) and sentence[index + 1].text[0].isupper()
    follows = named or after in DETERMINERS or after in _AFTER_VERBS
    subject = before.text[0].isupper() or before.lower in PRONOUNS or not before.lower.endswith(("s", "ed", "ing"))
    return subject and (follows or sentence[index].lower in REPORTING or before.lower in PRONOUNS)


def _is_plural_present(sentence: Sequence[Word], index: int) -> bool:
    """Whether a base form is a verb here, as in “ministers meet in”, “we hope”: after a plural or a pronoun."""
    before = sentence[index - 1].lower if index else ""
    if before in {"we", "they", "i", "you", "who", "which"}:
        return True
    after = sentence[index + 1].lower if index + 1 < len(sentence) else ""
    plural = (
        before.endswith("s")
        and before not in present_forms()
        and not before.endswith(("ss", "’s", "'s"))
        and before not in PRONOUNS
        and before not in PREPOSITIONS
    )
    return plural and (after in DETERMINERS or after in _AFTER_VERBS)


def clauses(
    sentence: Sequence[Word], verbs: Sequence[int], whole: Sequence[tuple[int, int]] = (), *, start: int = 0
) -> list[Clause]:
    """Cut a sentence into clauses.

    Args:
        sentence: Its words.
        verbs: The indexes of its finite verbs.
        whole: Spans, in characters, that are never cut: “Wednesday, Oct. 18, 2023”.
        start: Where the first clause begins, in characters.

    Returns:
        The clauses in order. Marks between them belong to none.
    """
    verb_set = set(verbs)
    found: list[Clause] = []
    kept = _kept_quotes(sentence, verb_set)
    starts = [word.start for word in sentence]
    for begin, end in whole:
        kept.update(range(bisect.bisect_right(starts, begin), bisect.bisect_left(starts, end)))
    first, opener = bisect.bisect_left(starts, start), ""
    first = first if first < len(starts) else 0
    for index, word in enumerate(sentence):
        if word.lower not in _CUTS or index < first or index in kept:
            continue
        if word.lower == "," and _within_place(sentence, first, index):
            continue
        if (word.lower in _BREAKS and (word.lower != "-" or _stands_free(sentence, index))) or (
            index > first and _opens(sentence, index, first, verb_set)
        ):
            _close(found, first, index, opener, verb_set)
            first, opener = index + 1, word.lower
        elif index == first and _opens_at_once(sentence, index, verb_set):
            opener = word.lower
            first = index + 1
    _close(found, first, len(sentence), opener, verb_set)
    return found


def _stands_free(sentence: Sequence[Word], index: int) -> bool:
    """Whether a hyphen has space on both sides, as a dash has: not in “37-year-old”."""
    after = sentence[index + 1].start if index + 1 < len(sentence) else 0
    return index > 0 and sentence[index - 1].end < sentence[index].start and sentence[index].end < after


def _within_place(sentence: Sequence[Word], first: int, comma: int) -> bool:
    """Whether a comma stands inside a name: “a man from Burnaby, Canada has”, not “In Burnaby, Canada won”."""
    if comma - first < _LONG_BEFORE_PLACE or comma + 1 >= len(sentence) or sentence[first].lower in PREPOSITIONS:
        return False
    before, after = sentence[comma - 1], sentence[comma + 1]
    located = any(word.lower in {"from", "in", "of", "at"} for word in sentence[max(first, comma - 3) : comma])
    return located and before.text[0].isupper() and is_place(after.text)


def _kept_quotes(sentence: Sequence[Word], verbs: set[int]) -> set[int]:
    """The quotation marks around a word or a few, which do not end a clause: a “no limits” partnership."""
    marks = [index for index, word in enumerate(sentence) if word.lower in _QUOTES]
    kept: set[int] = set()
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        short = 1 < closing - opening <= _FEW_WORDS + 1
        if short and not verbs.intersection(range(opening, closing)) and sentence[closing - 1].lower not in {",", "."}:
            kept |= {opening, closing}
    return kept


def _close(found: list[Clause], first: int, last: int, opener: str, verbs: set[int]) -> None:
    if last > first:
        found.append(Clause(first, last, opener, tuple([index for index in range(first, last) if index in verbs])))


def _opens_at_once(sentence: Sequence[Word], index: int, verbs: set[int]) -> bool:
    """Whether the first word of a stretch only opens it: “…, after the bridge had opened”."""
    word = sentence[index].lower
    return word in _FIRST_OPENERS or (word in JOINERS and _has_own_verb(sentence, index, verbs))


def _opens(sentence: Sequence[Word], index: int, first: int, verbs: set[int]) -> bool:
    """Whether a word within a clause begins another one."""
    word = sentence[index].lower
    if word in OPENERS:
        if word == "as":
            return _has_own_verb(sentence, index, verbs) and any(first <= verb < index for verb in verbs)
        return True
    if word == "that":
        reach = range(max(first, index - _REACH), index)
        reported = any(verb in verbs and sentence[verb].lower in REPORTING for verb in reach)
        told = reported or sentence[index - 1].lower in SAYING
        return told or (any(verb in verbs for verb in reach) and _has_own_verb(sentence, index, verbs))
    if word in JOINERS:
        return any(first <= verb < index for verb in verbs) and _has_own_verb(sentence, index, verbs)
    return False


def _has_own_verb(sentence: Sequence[Word], index: int, verbs: set[int]) -> bool:
    """Whether a subject and then a finite verb follow, before any mark."""
    if index + 1 >= len(sentence) or index + 1 in verbs:
        return False
    for position in range(index + 2, min(index + 2 + _REACH, len(sentence))):
        if sentence[position].lower in _STOPS:
            return False
        if position in verbs:
            return True
    return False
