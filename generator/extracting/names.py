"""Who and where: people, organisations and places from capitalised words, by rules and by counting in the article.

No model and no list of people: a person is told by a title before the name, by a surname that stands alone elsewhere
in the article, or by two or more capitalised words that are nothing else.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.extracting.gazetteer import is_demonym, is_place
from generator.extracting.name_kinds import KNOWN, Kind, told_by
from generator.extracting.name_titles import after_titles, role_of, titles_before
from generator.extracting.name_words import (
    COMMON_INITIALS,
    HEADS,
    NOT_IN_PERSONS,
    OFFICES,
    OWNED,
    OWNED_IN_COURT,
    PARTICLES,
    SEPARATORS,
    STAGE,
    ZONES,
)
from generator.extracting.sentence_ends import STARTERS
from generator.extracting.sentences import Sentence
from generator.extracting.verbs import past_forms
from generator.extracting.vocabulary import Vocabulary, glued_words

__all__ = ["ArticleNames", "Name"]

_PARTICLE = "|".join(sorted(PARTICLES, key=len, reverse=True))
_CAPITAL = r"(?:(?:[A-ZÀ-Þ]\.)+(?:[A-ZÀ-Þ]\b)?|[A-ZÀ-Þ][\w&-]*(?:[’'][A-Za-zÀ-ÿ]\w+)*)"
_FIRST_CAPITAL = r"[A-ZÀ-Þ](?<![\w’'-].)(?:\.(?:[A-ZÀ-Þ]\.)*(?:[A-ZÀ-Þ]\b)?|[\w&-]*(?:[’'][A-Za-zÀ-ÿ]\w+)*)"
"""The same at the head of a span, its letter first, so that the search goes from capital to capital."""
_SPAN = re.compile(rf"{_FIRST_CAPITAL}(?:\.?[^\S\n]+(?:(?:{_PARTICLE})[^\S\n]+)?{_CAPITAL})*")
_PIECE = re.compile(rf"{_CAPITAL}|\b(?:{_PARTICLE})\b")
_PLACE_CUE = re.compile(r"\b(?:in|to|from|at|near|across|outside|visit(?:ed|s|ing)?|into|towards?)\s+$")
_PERSON_CUE = re.compile(r"\b(?:met|with|between|told|by|and|succeeded|replaced|against)\s+$")
_BEFORE_INITIAL = frozenset({":", "“", '"'})
_LONGEST_WORD = 30
_OWNED = re.compile(rf"(?:{'|'.join(sorted(OWNED))})\b")
_KIND = "(?:murder|manslaughter|criminal|preliminary|public|memorial)"
_WHO = r"[A-ZÀ-Þ][\w-]++(?:[^\S\n][A-ZÀ-Þ][\w-]++){0,2}+"
_OWNER = re.compile(rf"({_WHO})\s?(?:[’']s|(?<=s)[’'])\s+(?:{_KIND}\s+)?$")
"""Before “trial”: “Berg’s murder ”."""
_OF_OWNER = re.compile(rf"\s+(?:of|for)\s+(?:(?:Dr|Mr|Mrs|Ms)\.?\s+)?({_WHO})(?!\s?[’'])")
"""Behind it: “ of Dr Berg”."""
_LONGEST_OWNER = 70
_NOT_OF_ROLE = frozenset({"the", "his", "her", "their", "its", "a", "an", "former", "then"})


class Name(NamedTuple):
    """A name where it stands.

    Attributes:
        start, end: Its span in the text, in characters, without a title before it.
        text: The words.
        full: The fullest form of the name in the article: “Vladimir Putin” for “Putin”.
        kind: What it names.
        titled: Where the titles before it begin (“Russian President ”), or `start` where there are none.
    """

    start: int
    end: int
    text: str
    full: str
    kind: Kind
    titled: int


class _Token(NamedTuple):
    start: int
    end: int
    text: str


class _Span(NamedTuple):
    start: int
    end: int
    text: str
    initial: bool
    titled: int
    has_title: bool


@dataclass
class ArticleNames:
    """The names of one article.

    Args:
        text: The article's text.
        sentences: Its sentences.

    Attributes:
        glued: The words that the page glued together, each with the two words that it was.
        lower: The words that stand in lower case somewhere.
        roles: Offices, case-folded, each with the one person whom the article names with it: “chinese president”.
        shared: First and last names that several people of the article have.
    """

    text: str
    sentences: Sequence[Sentence]
    _spans: list[_Span] = field(init=False, default_factory=list)
    _full: dict[str, str] = field(init=False, default_factory=dict)
    _people: frozenset[str] = field(init=False, default=frozenset())
    lower: frozenset[str] = field(init=False, default=frozenset())
    _alone: Counter[str] = field(init=False, default_factory=Counter)
    glued: dict[str, str] = field(init=False, default_factory=dict)
    roles: dict[str, str] = field(init=False, default_factory=dict)
    shared: frozenset[str] = field(init=False, default=frozenset())
    _starts: list[int] = field(init=False, default_factory=list)
    _named: dict[int, Name] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Find the spans once, and learn from them which surname is whose."""
        known = Vocabulary.of(self.text)
        self.glued = glued_words(known.capitalised)
        self.lower = known.lower
        self._spans = [span for sentence in self.sentences for span in self._find(sentence)]
        self._starts = [span.start for span in self._spans]
        self._alone = Counter(span.text for span in self._spans if " " not in span.text)
        people = Counter(span.text for span in self._spans if " " in span.text and self._kind(span) == "person")
        self._people = frozenset(people)
        titled = {span.text for span in self._spans if span.has_title}
        namesakes: dict[str, set[str]] = {}
        for person in sorted(people, key=lambda name: (name not in titled, -people[name])):
            parts = person.split()
            for part in {parts[0], parts[-1]}:
                namesakes.setdefault(part, set()).add(person)
            self._full.setdefault(parts[-1], person)
            # Chinese, Korean and Vietnamese names begin with the family's: "Xi" is Xi Jinping.
            if self._alone[parts[0]]:
                self._full.setdefault(parts[0], person)
        several = ((part, whose) for part, whose in namesakes.items() if len(whose) > 1)
        self.shared = frozenset(part for part, whose in several if not _has_first(people, whose))
        self.roles = self._find_roles()

    def _find_roles(self) -> dict[str, str]:
        """The offices that the article gives to one person only."""
        holders: dict[str, set[str]] = {}
        for span in self._spans:
            if not span.has_title or span.titled >= span.start:
                continue
            title = self.text[span.titled : span.start].split()
            title = title[1:] if title and title[0].casefold() in _NOT_OF_ROLE else title
            full = self._full.get(span.text, span.text)
            if " " not in full or not title or title[-1].casefold() not in OFFICES:
                continue
            holders.setdefault(" ".join(title).casefold(), set()).add(full)
            if title[-1].casefold() in STAGE and full == self._main_person:
                for trade in STAGE:
                    holders.setdefault(trade, set()).add(full)
            if is_demonym(title[0]) and title[-1].casefold() in HEADS:
                holders.setdefault(f"{title[0]} leader".casefold(), set()).add(full)
        return {role: next(iter(people)) for role, people in holders.items() if len(people) == 1}

    @functools.cached_property
    def _main_person(self) -> str:
        """Whom the article names most often; empty where two are named as often."""
        counts = Counter(self._full.get(span.text, span.text) for span in self._spans)
        ranked = sorted(((counts[person], person) for person in self._people), reverse=True)
        return "" if not ranked or [count for count, _ in ranked[:2]].count(ranked[0][0]) > 1 else ranked[0][1]

    @functools.cached_property
    def owned(self) -> dict[str, str]:
        """Nouns such as “trial”, each with the one person of the article whose it is."""
        owners: dict[str, set[str]] = {}
        for noun in () if OWNED.isdisjoint(self.lower) else _OWNED.finditer(self.text):
            before = _OWNER.search(self.text, max(0, noun.start() - _LONGEST_OWNER), noun.start())
            owner = before or _OF_OWNER.match(self.text, noun.end())
            if owner:
                who = " ".join(owner[1].split())
                full = self._full.get(who.rsplit(maxsplit=1)[-1], who)
                owners.setdefault(noun[0], set()).add(full if full in self._people else "")
        known = {noun: next(iter(who)) for noun, who in owners.items() if len(who) == 1 and "" not in who}
        accused = {known[noun] for noun in OWNED_IN_COURT if noun in known}
        return (
            dict.fromkeys(OWNED_IN_COURT - owners.keys(), next(iter(accused))) | known if len(accused) == 1 else known
        )

    def within(self, start: int, end: int) -> list[Name]:
        """The names in a stretch of the text, in its order.

        Args:
            start: Where the stretch begins, in characters.
            end: Where it ends, excluded.
        """
        first = bisect.bisect_left(self._starts, start)
        last = bisect.bisect_left(self._starts, end, first)
        return [self._name(number) for number in range(first, last) if self._spans[number].end <= end]

    def _name(self, number: int) -> Name:
        name = self._named.get(number)
        if name is None:
            name = self._named[number] = self._classified(self._spans[number])
        return name

    def _classified(self, span: _Span) -> Name:
        kind = self._kind(span)
        full = self._full.get(span.text, span.text) if kind in {"person", "other"} else span.text
        if full != span.text:
            kind = "person"
        return Name(span.start, span.end, span.text, full, kind, span.titled)

    def _find(self, sentence: Sentence) -> Iterator[_Span]:
        text = self.text
        for match in _SPAN.finditer(text, sentence.start, sentence.end):
            begin = match.start()
            word = match[0]
            lead = text[max(sentence.start, begin - 4) : begin]
            initial = len(lead) <= 1 or lead.rstrip()[-1:] in _BEFORE_INITIAL
            if initial and self._is_common(word):
                continue
            if word.isalpha() and word not in self.glued:
                role = role_of(word)
                if role:
                    titled, has_title = titles_before(text, sentence.start, begin)
                    yield _Span(begin, match.end(), word, initial, titled, has_title or role == "title")
                continue
            for tokens in _parts(word, self.glued) if self.glued else _known_parts(word):
                span = self._trimmed(tokens, begin, initial=initial, floor=sentence.start)
                initial = False
                if span is not None:
                    yield span

    def _is_common(self, word: str) -> bool:
        """Whether one word at the head of a sentence is capitalised only because it stands there."""
        lower = word.casefold()
        if lower in STARTERS or lower in COMMON_INITIALS:
            return True
        return lower in self.lower and not word.isupper() and not is_place(word)

    def _trimmed(self, tokens: Sequence[_Token], offset: int, *, initial: bool, floor: int) -> _Span | None:
        """A name without the common word, the title or the adjective before it; None where nothing is left."""
        words = tuple(token.text for token in tokens)
        first = self._common_words(words) if initial else 0
        begin, has_title = after_titles(words, first)
        if begin >= len(words):
            if not is_place(" ".join(words[first:])):
                return None
            begin = first
        start, end = offset + tokens[begin].start, offset + tokens[-1].end
        titled = offset + tokens[first].start if has_title else start
        titled, lower_title = titles_before(self.text, floor, titled)
        name = " ".join(words[begin:])
        has_title = has_title or lower_title
        return _Span(start, end, name, initial and begin == 0, titled if has_title else start, has_title)

    def _common_words(self, words: Sequence[str]) -> int:
        """How many words at the head of a sentence are capitalised only because they stand there."""
        count = 0
        for word in words[:2]:
            lower = word.casefold()
            if word.isupper() and len(word) > 1:
                break
            if not (lower in STARTERS or lower in COMMON_INITIALS or (lower in self.lower and not is_place(word))):
                break
            count += 1
        return count

    def _kind(self, span: _Span) -> Kind:
        told = told_by(span.text)
        if told.calendar and not span.has_title:
            return "other"
        if told.kind:
            return told.kind
        if span.text in self._people:
            return "person"
        if len(told.words) == 1:
            return self._single(span)
        return "person" if told.personal and self._is_person(span, told.words) else "other"

    def _is_person(self, span: _Span, words: Sequence[str]) -> bool:
        """Whether several capitalised words that may be a person's name are one."""
        alone = self._alone[words[-1]] or self._alone[words[0]]
        return bool(span.has_title or alone or self._reads_as_person(span, words))

    def _single(self, span: _Span) -> Kind:
        """What one capitalised word names: a surname known from elsewhere, or a person by what stands around it."""
        text = span.text
        if text in self._full or (span.has_title and len(text) > 1):
            return "person"
        common = text.casefold() in self.lower or is_demonym(text) or text in NOT_IN_PERSONS
        if span.initial or common or not text.isalpha() or text.isupper():
            return "other"
        before = _PERSON_CUE.search(self.text, max(0, span.start - _LONGEST_WORD), span.start)
        return "person" if before else "other"

    def _reads_as_person(self, span: _Span, words: Sequence[str]) -> bool:
        """Whether two or three capitalised words are nothing that the article also writes in lower case."""
        if len(words) > 3 or any(word.casefold() in self.lower or word.isupper() for word in words):
            return False
        return _PLACE_CUE.search(self.text, max(0, span.start - 12), span.start) is None


def _parts(span: str, glued: Mapping[str, str]) -> Iterator[list[_Token]]:
    """The words of a capitalised span, cut where a page wrote “And”, a verb, or glued a word on."""
    part: list[_Token] = []
    for found in _PIECE.finditer(span):
        word = found[0]
        lower = word.casefold()
        if not part and (word == "The" or word in ZONES):
            continue
        if part and (lower in SEPARATORS or (lower in past_forms() and word != "Left")):
            yield part
            part = []
            continue
        repaired = glued.get(word)
        whole = repaired.split()[0] if repaired else word
        part.append(_Token(found.start(), found.start() + len(whole), whole))
        if repaired:
            yield part
            part = []
    if part:
        yield part


@functools.lru_cache(maxsize=KNOWN)
def _known_parts(span: str) -> Sequence[Sequence[_Token]]:
    """The parts of a span of an article in which no words were glued together: the same in each of them."""
    return tuple(_parts(span, {}))


def _has_first(counts: Counter[str], people: Collection[str]) -> bool:
    """Whether one of several people is named twice as often as each of the others."""
    first, *others = sorted((counts[person] for person in people), reverse=True)
    return all(first >= 2 * other for other in others)
