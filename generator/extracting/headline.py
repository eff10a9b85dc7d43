"""A short title made from a sentence, as a headline says it: who did what, and nothing else.

The date is left out, since the timeline says it beside the title, and so are attributions, titles of people, and
whatever hangs on after the clause is complete.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extracting.analysis import Analysis
from generator.extracting.attribution import Attribution
from generator.extracting.clauses import finite_verbs, words
from generator.extracting.readings import Reading
from generator.extracting.tables import table
from generator.extracting.trimming import LEADING, LONGEST_TITLE, finished

__all__ = ["LONGEST_TITLE", "headline"]

FILLERS = table("also currently now then meanwhile however later earlier still previously recently already")
"""Adverbs that tie a sentence to its neighbours, and mean nothing in a title."""

_EXPECTS = re.compile(
    r"^(?P<who>.+?)\s+(?:is|are|was|were)?\s*(?:expecting|expects|expected)\s+(?P<whom>.+?)\s+to\s+(?P<what>[a-z]+\s.+)$"
)
_VISITS_BY = re.compile(
    r"^(?:the\s+|a\s+)?(?:visits?|trips?)\s+by\s+(?:the\s+)?(?P<who>.+?)\s+to\s+(?P<where>.+)$", re.IGNORECASE
)
_VISIT_OF = re.compile(r"^(?P<who>.+?)[’']s?\s+(?:visits?|trips?)\s+to\s+(?P<where>.+)$", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_PRONOUN = re.compile(r"^(?:he|she)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(?:his|her|its)\b(?=\s)", re.IGNORECASE)
_OPENING = re.compile(r"^(?:and|but|so|yet|that|or|then)\s+", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b", re.IGNORECASE)
_EXPLETIVE = re.compile(r"^(?:there|it)\b", re.IGNORECASE)
_LONG_SUBJECT = 45


def headline(analysis: Analysis, reading: Reading, *, planned: bool = False) -> str:
    """Make a title.

    Args:
        analysis: The sentence.
        reading: What the date dates.
        planned: Whether the event is still to come.

    Returns:
        At most 90 characters that begin with a capital and end with a word; empty where the words make no title.
    """
    match reading.kind:
        case "saying":
            text = _saying(analysis, reading)
        case "noun":
            text = _named(_words(analysis, reading.first, reading.last), planned=planned)
        case "day":
            text = f"{_words(analysis, reading.first, _end(analysis, reading), dates=True).rstrip(' .,')} is marked"
        case _:
            text = _event(analysis, reading)
    title = finished(text)
    return title if title and (reading.kind != "event" or _tells(title)) else ""


def _tells(title: str) -> bool:
    """Whether a title has a subject and then a verb."""
    found = words(title)
    verbs = finite_verbs(found) or [index for index, word in enumerate(found) if word.lower == "to"]
    return bool(verbs) and (verbs[0] > 0 or len(verbs) > 1)


def _event(analysis: Analysis, reading: Reading) -> str:
    subject = _subject(analysis, reading)
    verb = reading.verb if reading.verb is not None else reading.first
    text = _second_verb(analysis, reading, verb) or _words(analysis, reading.first, _end(analysis, reading))
    text = f"{subject} {text}" if subject else text
    if not subject and len(analysis.between(reading.first, verb)) > _LONG_SUBJECT:
        text = _shorter_subject(analysis, reading, verb) or text
    if _EXPLETIVE.match(text) and reading.said_by is not None and reading.said_by.verb is not None:
        said = _saying(analysis, reading)
        return said if len(said) <= LONGEST_TITLE else _words(analysis, *reading.said_by.content)
    text = _resolved(text, analysis, reading.said_by)
    expected = _EXPECTS.match(text)
    if expected:
        return f"{expected['whom']} expected to {expected['what']}"
    quoted = reading.opener in {"“", '"', ","} and _FIRST_PERSON.match(LEADING.sub("", text))
    speaker = reading.said_by.speaker if reading.said_by else ""
    return f"{speaker}: {LEADING.sub('', text)}" if quoted and speaker else text


def _end(analysis: Analysis, reading: Reading) -> int:
    """Where the clause ends for a title: before a second verb, which the date does not belong to."""
    verb = reading.verb if reading.verb is not None else reading.first
    for index in range(verb + 1, reading.last - 1):
        if analysis.words[index].lower in {"and", "but"} and index + 1 in analysis.verbs:
            return index
    return reading.last


def _second_verb(analysis: Analysis, reading: Reading, verb: int) -> str:
    """The subject and the second verb, where the date belongs to that: “Lee fell and broke a leg on Monday”."""
    if verb <= reading.first or analysis.words[verb - 1].lower not in {"and", "but"}:
        return ""
    first_verb = next(index for index in analysis.verbs if index >= reading.first)
    return f"{_words(analysis, reading.first, first_verb)} {_words(analysis, verb, _end(analysis, reading))}"


def _subject(analysis: Analysis, reading: Reading) -> str:
    """A subject that stands apart from the verb: the people in it, or its words."""
    first, last = reading.subject
    if first >= last:
        return ""
    people = [name.text for name in analysis.names_between(first, last) if name.kind == "person"]
    own = [
        name.text
        for name in analysis.names_between(reading.first, reading.verb or reading.first)
        if name.kind == "person"
    ]
    if people and own:
        return _listed(people)
    return _words(analysis, first, last)


def _listed(people: Sequence[str]) -> str:
    """All but the last of several people, so that the last, which the clause itself names, follows."""
    return f"{', '.join(people)} and"


def _shorter_subject(analysis: Analysis, reading: Reading, verb: int) -> str:
    """The people alone, for a subject that is longer than a title can bear."""
    people = [name.text for name in analysis.names_between(reading.first, verb) if name.kind == "person"]
    if len(people) < 2:
        return ""
    return f"{', '.join(people[:-1])} and {people[-1]} {_words(analysis, verb, _end(analysis, reading))}"


def _saying(analysis: Analysis, reading: Reading) -> str:
    """“Lee said the bridge had opened”; for words in quotation marks, “Lee: “The bridge is open””."""
    said = reading.said_by
    if said is None or said.verb is None:
        return ""
    first, last = said.content
    speaker = _speaker_in_title(analysis, said)
    text = _words(analysis, first, last)
    quote = re.match(r"\s*[“\"]([^”\"]{10,70})[,.]?\s*[”\"]", text)
    if quote and speaker:
        return f"{speaker}: “{quote[1].rstrip(' ,.')}”"
    text = LEADING.sub("", text)
    if not speaker or not text:
        return ""
    if (
        not text.startswith(tuple(name.text for name in analysis.names))
        and not text[:2].isupper()
        and text.split()[0] != "I"
    ):
        text = text[0].lower() + text[1:]
    verb = analysis.words[said.verb].text
    return f"{speaker} {verb} {'' if verb in {'said', 'says'} else 'that '}{_clipped(text)}"


def _speaker_in_title(analysis: Analysis, said: Attribution) -> str:
    for name in analysis.names_between(said.first, said.last):
        if name.kind == "person" and name.full == said.speaker:
            return name.text
    return said.speaker


def _clipped(text: str) -> str:
    """What was said, up to the first comma behind which something else begins."""
    head = re.split(
        r",\s+(?:in what|which|who|during|amid|as|while|with|and|but|adding|noting)\b|[;–—]", text, maxsplit=1
    )[0]
    return head if len(head) > 15 else text


def _named(text: str, *, planned: bool) -> str:
    """A noun made into a sentence: “visits by two ministers to Oslo” → “Two ministers visited Oslo”."""
    text = LEADING.sub("", text)
    for pattern in (_VISITS_BY, _VISIT_OF):
        visit = pattern.match(text)
        if visit:
            return f"{visit['who']} {'to visit' if planned else 'visited'} {visit['where']}"
    return f"{text} to be held" if planned else f"{text} held"


def _resolved(text: str, analysis: Analysis, said: Attribution | None) -> str:
    """“he was” with the name of whoever speaks, or of the person whom the sentence before was about."""
    who = (said.speaker if said else "") or analysis.subject
    text = _OPENING.sub("", LEADING.sub("", text))
    if not who:
        return text
    possessive = f"{who}’" if who.endswith("s") else f"{who}’s"
    return _POSSESSIVE.sub(possessive, _PRONOUN.sub(who, text, count=1), count=1)


def _words(analysis: Analysis, first: int, last: int, *, dates: bool = False) -> str:
    """The words of a stretch without dates (unless they are wanted), titles of people, fillers."""
    if first >= last:
        return ""
    start, end = analysis.words[first].start, analysis.words[last - 1].end
    dated = [] if dates else _date_cuts(analysis, start, end)
    cuts = [*dated, *_title_cuts(analysis, start, end), *_filler_cuts(analysis, first, last)]
    kept, position = [], start
    for cut_start, cut_end in sorted(cuts):
        if cut_start >= position:
            kept.append(analysis.text[position:cut_start])
        position = max(position, cut_end)
    kept.append(analysis.text[position:end])
    return _SPACES.sub(" ", " ".join(kept)).strip()


def _date_cuts(analysis: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of dates, each with the preposition and the comma that lead to it."""
    cuts = []
    for when in analysis.whens:
        if (
            when.start < start
            or when.end > end
            or when.timex.type in {"DURATION", "SET"}
            or when.timex.value.endswith("_REF")
        ):
            continue
        cut_start, cut_end = when.start, when.end
        lead_in = re.search(
            r"(?:,?\s*\b(?:on|in|at|by|during|of|from|early|late|back|since|for)\s+(?:the\s+)?(?:early\s+|late\s+)?|,\s*)$",
            analysis.text[max(start, cut_start - 24) : cut_start],
            re.IGNORECASE,
        )
        if lead_in:
            cut_start -= len(lead_in[0])
        possessive = re.match(r"[’']s\b", analysis.text[cut_end:end])
        cuts.append((cut_start, cut_end + len(possessive[0]) if possessive else cut_end))
    return cuts


def _title_cuts(analysis: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of “Russian President ” before names."""
    return [
        (max(name.titled, start), name.start)
        for name in analysis.names
        if name.kind == "person" and name.titled < name.start and start <= name.start < end
    ]


def _filler_cuts(analysis: Analysis, first: int, last: int) -> list[tuple[int, int]]:
    return [(word.start, word.end) for word in analysis.words[first:last] if word.lower in FILLERS]
