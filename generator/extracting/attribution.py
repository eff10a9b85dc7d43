"""Whose account a sentence gives: “Ushakov said”, “according to the Kremlin”, and which words say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.extracting.analysis import Analysis
from generator.extracting.clauses import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from generator.extracting.tables import table
from generator.extracting.verbs import REPORTING

__all__ = ["Attribution", "attributions"]

NOBODY = table("it they we i you who one some many others and those these")
"""Words that say nothing of whose account it is."""

MUTE = table("that there it this what which who")
"""Words that stand before a verb and own no account."""

SELDOM_SPEECH = table(
    "ruled concluded expects expected hopes hoped reports denied denies acknowledged indicated announced announces"
)
"""Reporting verbs that tell an event of their own unless “that” or a clause follows."""

_TELLS = table("told tells tell")
_UNDER = table("as when if while after before because although though unless once since")
_NO_CONTENT = CONJUNCTIONS | PREPOSITIONS
"""Words with which nothing that was said begins."""
_NAMELESS = DETERMINERS | NOBODY
_AT_HEAD = 2
_LONGEST_SPEAKER = 14
_ACCORDING = re.compile(
    r"\b(?:according to|as reported(?: by)?|as announced by|citing)\s+(?P<who>[^,;–—]+?)(?=[,;–—.]|$)", re.IGNORECASE
)
_CITES = ("according to", "as reported", "as announced", "citing")
"""One of these is in whatever `_ACCORDING` finds."""
_REST_OF_SPEAKER = re.compile(
    r"\s+(?:published|released|issued|quoted|which|who|that|on|in|at|after|during|following)\b.*"
)
_RELEASED_BY = re.compile(
    r"\b(?:published|released|issued|compiled|provided|obtained|seen)\b[^,]*?\bby\s+(.+?)(?=\s+(?:on|in|at|after|following)\b|$)"
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


class Attribution(NamedTuple):
    """Words that say whose account it is.

    Attributes:
        speaker: Whose, as a person would say it; empty for a pronoun that nothing resolves.
        first, last: Its words, `last` excluded: what is not the event.
        verb: The index of the reporting verb, or None for “according to”.
        content: The words of what was said, first and last excluded.
    """

    speaker: str
    first: int
    last: int
    verb: int | None
    content: tuple[int, int]

    def holds(self, index: int) -> bool:
        """Whether a word belongs to it."""
        return self.first <= index < self.last


def attributions(analysis: Analysis) -> list[Attribution]:
    """The attributions of a sentence, in its order.

    Args:
        analysis: The sentence taken apart.
    """
    return [*_spoken(analysis), *_according(analysis)]


def _spoken(analysis: Analysis) -> Iterator[Attribution]:
    for number, clause in enumerate(analysis.clauses):
        if not clause.verbs or clause.opener in {"which", "who", "if", "unless"}:
            continue
        verb = _reporting(analysis, clause.verbs[0])
        if verb is None:
            continue
        found = _lead(analysis, number, verb) or _tail(analysis, number, verb)
        if found is not None:
            yield found


def _reporting(analysis: Analysis, verb: int) -> int | None:
    """The index of the reporting verb at a finite verb: that itself, or “said” in “has also said”."""
    words = analysis.words
    if words[verb].lower in {"has", "have", "had"}:
        verb += 2 if verb + 1 < len(words) and _is_adverb(words[verb + 1].lower) else 1
    return verb if verb < len(words) and words[verb].lower in REPORTING else None


def _lead(analysis: Analysis, number: int, verb: int) -> Attribution | None:
    """“Lee said on Monday that …”, “Lee said the talks had ended”, “Lee said: “…””."""
    words = analysis.words
    first = _subject(analysis, number, verb)
    if first is None:
        return None
    start = _content(analysis, number, verb)
    if start is None:
        return None
    return Attribution(_speaker(analysis, first, verb), first, start, verb, (start, len(words)))


def _content(analysis: Analysis, number: int, verb: int) -> int | None:
    """The first word of what is said after a reporting verb, or None where nothing is."""
    clause = analysis.clauses[number]
    following = analysis.clauses[number + 1] if number + 1 < len(analysis.clauses) else None
    others = [index for index in clause.verbs if index > verb]
    if not others and following is not None and (following.opener == "that" or _says_that(analysis, clause.last)):
        return following.first
    under = following is not None and analysis.words[following.first - 1].lower in _UNDER
    if (
        following is not None
        and under
        and "that" in {w.lower for w in analysis.words[following.first - 3 : following.first]}
    ):
        return following.first - 1
    if not others:
        return following.first if following is not None and following.opener in {":", "“", '"'} else None
    start = _after_date(analysis, verb + 1)
    if analysis.words[verb].lower in _TELLS:
        start = _subject_start(analysis, start, others[0])
    if others[0] and analysis.words[others[0] - 1].lower in CONJUNCTIONS:
        return None
    if start >= others[0] or analysis.words[start].lower in _NO_CONTENT:
        return None
    return start


def _subject_start(analysis: Analysis, first: int, verb: int) -> int:
    """Where what was told begins, after whom it was told to: “told the court the evidence would show”."""
    if analysis.words[verb - 1].lower in PRONOUNS:
        return verb - 1
    names = [name for name in analysis.names_between(first, verb) if name.end == analysis.words[verb - 1].end]
    if names:
        return next(index for index, word in enumerate(analysis.words) if word.end > names[0].start)
    return next((index for index in range(verb - 1, first, -1) if analysis.words[index].lower in DETERMINERS), first)


def _says_that(analysis: Analysis, index: int) -> bool:
    return index < len(analysis.words) and analysis.words[index].lower == "that"


def _after_date(analysis: Analysis, index: int) -> int:
    """The first word after “on Friday” and adverbs that follow a reporting verb."""
    words = analysis.words
    moved = True
    while moved and index < len(words):
        moved = False
        for when in analysis.whens:
            lead_in = index + 1 if words[index].lower in PREPOSITIONS else index
            if when.first <= lead_in < when.last:
                index, moved = when.last, True
        if index < len(words) and (words[index].lower.endswith("ly") or words[index].lower in {"that", ","}):
            index, moved = index + 1, True
    return min(index, len(words) - 1)


def _subject(analysis: Analysis, number: int, verb: int) -> int | None:
    """The first word of the subject of a clause's first verb, or None where it has none of its own."""
    clause = analysis.clauses[number]
    if clause.first < verb:
        first = clause.first
        while first < verb and analysis.words[first].lower in {"and", "but", "also", "”", "’", "'"}:
            first += 1
        short = verb - first <= _LONGEST_SPEAKER
        return first if first < verb and short and analysis.words[first].lower not in MUTE else None
    previous = number - 1
    while previous > 0 and not analysis.clauses[previous].verbs and analysis.clauses[previous - 1].verbs == ():
        previous -= 1
    if previous < 0 or analysis.clauses[previous].verbs:
        return None
    return analysis.clauses[previous].first


def _tail(analysis: Analysis, number: int, verb: int) -> Attribution | None:
    """“…, Lee said on Monday”, “…, said Lee”: the words before are the account."""
    clause, words = analysis.clauses[number], analysis.words
    first = clause.first
    told = any(earlier.verbs for earlier in analysis.clauses[:number]) or clause.opener in {"”", '"'}
    joined = clause.opener in {"and", "but", "that", "while", "as", "when"}
    if not number or not told or joined or words[first].lower in MUTE or words[verb].lower in SELDOM_SPEECH:
        return None
    speaker = (
        _speaker(analysis, verb + 1, _end_of_name(analysis, verb + 1, clause.last))
        if verb == first
        else _speaker(analysis, first, verb)
    )
    nameless = verb == first and not speaker
    return None if nameless else Attribution(speaker, first, clause.last, verb, (0, first))


def _end_of_name(analysis: Analysis, first: int, last: int) -> int:
    for index in range(first, last):
        if analysis.words[index].lower in {"on", "in", "at", "after", "who", "during"} or any(
            when.first <= index < when.last for when in analysis.whens
        ):
            return index
    return last


def _speaker(analysis: Analysis, first: int, last: int) -> str:
    """The account's owner from the words of the subject: the person's full name, or the words themselves."""
    names = [name for name in analysis.names_between(first, last) if name.kind in {"person", "body"}]
    people = [name.full for name in names if name.kind == "person"]
    if people:
        joined = len(people) > 1 and "and" in analysis.lowers[first:last]
        return " and ".join(dict.fromkeys(people[:2])) if joined else people[-1]
    first, last = _undated(analysis, first, last)
    while last > first and _is_adverb(analysis.words[last - 1].lower):
        last -= 1
    text = _ARTICLE.sub("", _BRACKETS.sub("", analysis.between(first, last)).strip(" ,“”\"'’"))
    if text.casefold() in {"", "he", "she"}:
        return analysis.referents.person
    nobody = text.casefold() in _NAMELESS or not text[0].isalpha()
    return "" if nobody else text


def _undated(analysis: Analysis, first: int, last: int) -> tuple[int, int]:
    """A stretch without the dates at its ends: “On Friday the ministry”, “the ministry today”."""
    for when in analysis.whens:
        if first <= when.first and when.first - first <= 1 and when.last < last:
            first = when.last
        if when.last == last and when.first > first:
            last = when.first
            while last > first + 1 and analysis.words[last - 1].lower in PREPOSITIONS:
                last -= 1
    return first, last


def _is_adverb(word: str) -> bool:
    return word in {"also", "later", "then", "has", "have", "had", "however", ","} or word.endswith("ly")


def _according(analysis: Analysis) -> Iterator[Attribution]:
    folded = analysis.text.lower()
    cited = any(words in folded for words in _CITES)
    for match in _ACCORDING.finditer(analysis.text) if cited else ():
        inside = [i for i, word in enumerate(analysis.words) if match.start() <= word.start < match.end()]
        owner = _RELEASED_BY.search(match["who"])
        named = owner[1] if owner else _REST_OF_SPEAKER.sub("", match["who"])
        who = _ARTICLE.sub("", named.strip(" “”\"'"))
        if inside and who:
            first = inside[0]
            content = (0, first) if first > _AT_HEAD else (inside[-1] + 1, len(analysis.words))
            yield Attribution(
                _full_name(analysis, match.start("who"), match.end("who"), who), first, inside[-1] + 1, None, content
            )


def _full_name(analysis: Analysis, start: int, end: int, who: str) -> str:
    people = [name.full for name in analysis.names if start <= name.start and name.end <= end and name.kind == "person"]
    return people[0] if people else who
