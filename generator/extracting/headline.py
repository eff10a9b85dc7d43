"""A short title made from a sentence, as a headline says it: who did what, and nothing else.

The date is left out, since the timeline says it beside the title, and so are attributions, titles of people, and
whatever hangs on after the clause is complete.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extracting.analysis import Analysis
from generator.extracting.attribution import Attribution
from generator.extracting.clauses import CONJUNCTIONS, PREPOSITIONS, finite_verbs, words
from generator.extracting.cutting import title_words as _words
from generator.extracting.name_words import COMMON_INITIALS
from generator.extracting.nominals import verbal
from generator.extracting.readings import Reading
from generator.extracting.reduced import is_participle_like
from generator.extracting.referents import resolved
from generator.extracting.sentence_ends import STARTERS
from generator.extracting.tables import table
from generator.extracting.tenses import is_plural, plain_past
from generator.extracting.title_rules import title_faults
from generator.extracting.trimming import LEADING, LONGEST_TITLE, finished
from generator.extracting.verb_group import verb_group
from generator.extracting.verbs import AUXILIARIES

__all__ = ["LONGEST_TITLE", "headline"]

_EXPECTS = re.compile(
    r"^(?P<who>.+?)\s+(?:is|are|was|were)?\s*(?:expecting|expects|expected)\s+(?P<whom>.+?)\s+to\s+(?P<what>[a-z]+\s.+)$"
)
_VISITS_BY = re.compile(
    r"^(?:the\s+|a\s+)?(?:visits?|trips?)\s+by\s+(?:the\s+)?(?P<who>.+?)\s+to\s+(?P<where>.+)$", re.IGNORECASE
)
_VISIT_OF = re.compile(r"^(?P<who>.+?)[’']s?\s+(?:visits?|trips?)\s+to\s+(?P<where>.+)$", re.IGNORECASE)
_BARE = re.compile(r"^(?:(?:[a-z-]+\s+){1,2}|[a-z-]+\s+to\s+be\s+)held$", re.IGNORECASE)
"""“Meeting held” says no more than that there was one."""
_LIFE = re.compile(r"^(?P<who>[A-Z][\w’'-]+) (?:was born|died|married|is born|dies)\b")
_FEWEST_SAID = 3
_NUMBERS = table("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands")
_UNDER = re.compile(
    r"^(?:when|if|while|after|before|because|although|as|unless|once|why|how|what|where|who|whether)\s", re.IGNORECASE
)
_TOLD = frozenset({"told", "tells", "tell", "say", "asked", "quoted"})
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b", re.IGNORECASE)
_EXPLETIVE = re.compile(r"^(?:there|it)\b", re.IGNORECASE)
_GOVERNS = PREPOSITIONS | CONJUNCTIONS | {","}
_COMMON = STARTERS | COMMON_INITIALS
_LONG_SUBJECT = 45
_SOMEBODY = table("man woman boy girl teenager member patient victim suspect couple pair child")
_MANY = table("number lot couple group team series total majority pair handful few dozen further")


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
        case "saying" | "aside":
            text = _saying(analysis, reading)
        case "noun":
            text = _named(_words(analysis, reading.first, reading.last), planned=planned)
        case "day":
            text = f"{_words(analysis, reading.first, _end(analysis, reading), dates=True).rstrip(' .,')} is marked"
        case _:
            text = _event(analysis, reading)
    title = _in_full(analysis, finished(text, named=_has_name_in_the(analysis, reading)))
    if not title or (title.endswith("held") and _BARE.match(title)) or _is_somebody(analysis, reading):
        return ""
    return "" if title_faults(title) else title


def _is_somebody(analysis: Analysis, reading: Reading) -> bool:
    """Whether it tells of “the man” or “the crew member”, of whom the article has spoken before."""
    first, last = reading.subject if reading.subject != (0, 0) else (reading.first, reading.verb or reading.first)
    subject = analysis.words[first:last]
    known = reading.kind != "event" or not subject or subject[0].lower != "the"
    return not known and subject[-1].lower in _SOMEBODY and not any(word.text[0].isupper() for word in subject[1:])


def _has_name_in_the(analysis: Analysis, reading: Reading) -> bool:
    """Whether “The” is of a name: it has a capital within its sentence, as in “Last year The Harbours released”."""
    first = next((when.last for when in analysis.whens if when.first == reading.first), reading.first)
    if reading.kind != "event" or reading.subject != (0, 0) or first + 1 >= len(analysis.words):
        return False
    before = analysis.text[analysis.body : analysis.words[first].start].strip(" “”\"'‘’")
    return bool(before) and analysis.words[first].text == "The" and analysis.words[first + 1].text[0].isupper()


def _in_full(analysis: Analysis, title: str) -> str:
    """A title with the whole name of whoever is born, weds or dies; empty where the article knows one name only."""
    life = _LIFE.match(title)
    if life is None:
        return title
    who = life["who"]
    full = next((name.full for name in analysis.names if name.text == who and " " in name.full), "")
    known = full.endswith(f" {who}") and who not in analysis.referents.shared
    whole = f"{full}{title[len(who) :]}" if known else ""
    return whole if len(whole) <= LONGEST_TITLE else title if known else ""


def _event(analysis: Analysis, reading: Reading) -> str:
    subject = _subject(analysis, reading) or _list_before(analysis, reading)
    if subject and reading.opener in {",", "(", "--", "–", "—", "-"} and _is_aside(analysis, reading):
        subject = f"{subject} {'were' if is_plural(subject) else 'was'}"
    verb = reading.verb if reading.verb is not None else reading.first
    text = _second_verb(analysis, reading, verb) or _words(analysis, reading.first, _end(analysis, reading))
    if reading.opener == "whose":
        subject = f"{subject}’" if subject.endswith("s") else f"{subject}’s" if subject else ""
    text = f"{subject} {text}" if subject else text
    second = verb > reading.first and analysis.words[verb - 1].lower in CONJUNCTIONS
    if not subject and not second and len(analysis.between(reading.first, verb)) > _LONG_SUBJECT:
        text = _shorter_subject(analysis, reading, verb) or text
    if _EXPLETIVE.match(text) and reading.said_by is not None and reading.said_by.verb is not None:
        said = _saying(analysis, reading)
        return said if len(said) <= LONGEST_TITLE else _words(analysis, *reading.said_by.content)
    text = plain_past(resolved(text.lstrip(LEADING), analysis, reading.said_by, opener=reading.opener))
    expected = _EXPECTS.match(text) if "expect" in text else None
    if expected:
        return f"{expected['whom']} expected to {expected['what']}"
    quoted = reading.opener in {"“", '"', ","} and _FIRST_PERSON.match(text.lstrip(LEADING))
    speaker = reading.said_by.speaker if reading.said_by else ""
    return f"{speaker}: {text.lstrip(LEADING)}" if quoted and speaker else text


def _list_before(analysis: Analysis, reading: Reading) -> str:
    """What a list begins with, where its last member alone does not suit the verb: “A nurse, and a cook were”."""
    words = analysis.words
    if reading.verb is None or words[reading.verb].lower not in {"were", "are"} or reading.first == reading.verb:
        return ""
    begin = reading.first + (words[reading.first].lower == "and")
    single = words[begin].lower in {"a", "an"} and words[begin + 1].lower not in _MANY
    before = next((c for c in reversed(analysis.clauses) if c.last <= reading.first), None)
    if not single or before is None or before.verbs or any(w.first < before.last <= w.last for w in analysis.whens):
        return ""
    joined = "" if words[reading.first].lower == "and" else " and"
    return f"{_words(analysis, before.first, before.last)}{joined}"


def _is_aside(analysis: Analysis, reading: Reading) -> bool:
    """Whether a participle tells what was done to the noun before it: “Thriller, released in 1982, is”."""
    if reading.verb != reading.first or not is_participle_like(analysis.words[reading.first].lower):
        return False
    following = analysis.words[reading.first + 1].lower if reading.first + 1 < reading.last else ""
    if following not in PREPOSITIONS and not any(when.first == reading.first + 1 for when in analysis.whens):
        return False
    closed = reading.last < len(analysis.words) and analysis.words[reading.last].lower in {",", ")"}
    resumed = next((clause for clause in analysis.clauses if clause.first > reading.last - 1), None)
    goes_on = resumed is not None and resumed.verbs and resumed.verbs[0] - resumed.first <= 1
    return closed and (reading.opener == "(" or bool(goes_on))


def _end(analysis: Analysis, reading: Reading) -> int:
    """Where the clause ends for a title: before a second verb, and where another sentence begins behind the date."""
    verb = reading.verb if reading.verb is not None else reading.first
    for when in analysis.whens:
        if verb + _FEWEST_SAID <= when.first and when.last < reading.last and _counts_anew(analysis, when.last):
            return when.first
    for index in range(verb + 1, reading.last - 1):
        if analysis.words[index].lower in {"and", "but"} and index + 1 in analysis.verbs:
            return index
    return reading.last


def _counts_anew(analysis: Analysis, index: int) -> bool:
    """Whether a number and a noun follow a date at once: “six were hurt in Oslo today four nurses and a cook”."""
    following = analysis.words[index + 1 : index + 2]
    return analysis.words[index].lower in _NUMBERS and bool(following) and following[0].lower.endswith("s")


def _second_verb(analysis: Analysis, reading: Reading, verb: int) -> str:
    """The subject and the second verb, where the date belongs to that: “Lee fell and broke a leg on Monday”."""
    if verb <= reading.first or analysis.words[verb - 1].lower not in {"and", "but"}:
        return ""
    first_verb = next(index for index in analysis.verbs if index >= reading.first)
    group = verb_group(analysis.words, first_verb, reading.last)
    carried = (
        group.passive and analysis.words[group.head].lower != "born" and analysis.words[verb].lower not in AUXILIARIES
    )
    begin = group.head if carried else first_verb
    return f"{_words(analysis, reading.first, begin)} {_words(analysis, verb, _end(analysis, reading))}"


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
    joined = "and" in analysis.lowers[first : reading.verb or first]
    if people and own and joined:
        return _listed(people)
    ends_list = "and" in analysis.lowers[reading.first : reading.verb or reading.first]
    listed = ends_list and reading.opener == "," and analysis.words[last].lower == ","
    return f"{_words(analysis, first, last)}{',' if listed else ''}"


def _listed(people: Sequence[str]) -> str:
    """All but the last of several people, so that the last, which the clause itself names, follows."""
    return f"{', '.join(people)} and"


def _shorter_subject(analysis: Analysis, reading: Reading, verb: int) -> str:
    """The names alone, for a subject that is longer than a title can bear."""
    names = analysis.names_between(reading.first, verb)
    people = [name.text for name in names if name.kind == "person"]
    own = names[-1] if names and names[-1].end == analysis.words[verb - 1].end else None
    if len(people) < 2:
        first = next((i for i, word in enumerate(analysis.words) if own and word.end > own.start), 0)
        governed = first == 0 or analysis.words[first - 1].lower in _GOVERNS
        own = None if governed else own
        return f"{own.text} {_words(analysis, verb, _end(analysis, reading))}" if own else ""
    joined = "and" in analysis.lowers[reading.first : verb]
    who = f"{', '.join(people[:-1])} and {people[-1]}" if joined else people[-1]
    return f"{who} {_words(analysis, verb, _end(analysis, reading))}"


def _saying(analysis: Analysis, reading: Reading) -> str:
    """“Lee said the bridge had opened”; for words in quotation marks, “Lee: “The bridge is open””."""
    said = reading.said_by
    if said is None or said.verb is None:
        return ""
    first, last = said.content
    speaker = _speaker_in_title(analysis, said)
    text = _words(analysis, first, last)
    quote = re.match(r"\s*[“\"]([^”\"]{10,70})[,.]?\s*[”\"]", text)
    if quote and speaker and _tells(quote[1]):
        return f"{speaker}: “{quote[1].rstrip(' ,.')}”"
    text = text.lstrip(LEADING)
    if not speaker or not text:
        return ""
    text = plain_past(_clipped(text))
    if not _tells(text) or _UNDER.match(text):
        return ""
    names = tuple(name.text for name in analysis.names)
    opening = text.split()[0]
    common = opening.casefold() in _COMMON
    if (common or not text.startswith(names)) and not text[:2].isupper() and opening != "I":
        text = text[0].lower() + text[1:]
    verb = analysis.words[said.verb].text
    verb = "said" if verb in _TOLD else verb
    return f"{speaker} {verb} {'' if verb in {'said', 'says'} else 'that '}{text}"


def _tells(text: str) -> bool:
    """Whether words have a subject and then a finite verb."""
    found = words(text)
    verbs = finite_verbs(found)
    return len(found) >= _FEWEST_SAID and bool(verbs) and verbs[0] > 0


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
    text = text.lstrip(LEADING)
    told = verbal(text)
    if told:
        return told
    for pattern in (_VISITS_BY, _VISIT_OF):
        visit = pattern.match(text)
        if visit:
            return f"{visit['who']} {'to visit' if planned else 'visited'} {visit['where']}"
    return f"{text} to be held" if planned else f"{text} held"
