"""Who is meant by “he”, “they”, “the two leaders”, “the Chinese president”, where the article leaves no doubt.

Safe is: the person with whom the sentence before begins, for “he” and “she”; two people whom the sentence before joins,
for “they” and “both”; the one person whom the article calls by an office, for “the Chinese president”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extracting.analysis import Analysis, Referents
from generator.extracting.attribution import Attribution
from generator.extracting.clauses import PRONOUNS
from generator.extracting.names import ArticleNames, Name
from generator.extracting.sentences import Sentence
from generator.reading.tokens import letters_and_digits

__all__ = ["referents_at", "resolved"]

_PAIR = (
    r"leaders|presidents|prime ministers|ministers|men|women|politicians|officials|heads of state|chancellors|diplomats"
)
_HE = re.compile(r"^(?:he|she)\b(?![’'])", re.IGNORECASE)
_HIS = re.compile(r"^(?:his|her)\b(?=\s)", re.IGNORECASE)
_THEY = re.compile(r"^they\b(?![’'])", re.IGNORECASE)
_BOTH = re.compile(
    rf"^(?:(?:the\s+)?two\s+(?:{_PAIR})|both\s+(?:{_PAIR}))\b|^both\b(?=\s+(?!of\b|the\b))", re.IGNORECASE
)
_IT = re.compile(r"^it\b(?![’'])", re.IGNORECASE)
_ITS = re.compile(r"^its\b(?=\s)", re.IGNORECASE)
_ROLE = re.compile(r"^(?:the\s+)?(?P<role>[A-Za-z]+(?:[ -][A-Za-z]+){0,3})", re.IGNORECASE)
_EVENT_OF = re.compile(
    r"^(?:(?:the|a|an)\s+)?(?P<kind>(?:preliminary|court|murder|manslaughter|public|criminal|memorial)\s+)?(?P<noun>[a-z]+)"
    r"(?=\s+(?:is|was|are|were|has|had|will|to|starts?|started|begins?|began|opened|opens|ended|ends|resumed|took)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:and|but|so|yet|that|or|then)\s+", re.IGNORECASE)
_JOINED = re.compile(r"\s+(?:and|met(?:\s+with)?|with)\s+(?:\w+\s+){0,4}$")
_UNDER = frozenset(
    {"when", "while", "after", "before", "because", "as", "that", "which", "who", "since", "where", "although"}
)
_QUOTES = ("“", "”", '"', "``", "''")
"""A sentence with somebody's words in it may be about anybody."""
_WORDS = re.compile(r"\w+")
_SWAPPED = frozenset({"he", "she", "his", "her", "they", "the", "two", "both", "it", "its"})
"""First words of what may be named instead."""
_POINTS_BACK = frozenset({"he", "she", "his", "her", "they", "it", "its", "both", "two"})
_FURTHEST = 3
"""How many sentences back a pronoun may reach, over sentences that begin with a pronoun themselves."""


def referents_at(names: ArticleNames, sentences: Sequence[Sentence], number: int) -> Referents:
    """Who pronouns at the head of a sentence stand for.

    Args:
        names: The article's names.
        sentences: Its sentences.
        number: The index of the sentence.
    """
    known = Referents(roles=names.roles, owned=names.owned, shared=names.shared)
    text = sentences[number].text
    if text.startswith(_QUOTES) or _POINTS_BACK.isdisjoint(letters_and_digits(text.lower())):
        return known
    head = _head(sentences[number])
    for back in range(number - 1, max(-1, number - 1 - _FURTHEST), -1):
        sentence = sentences[back]
        if sum(map(sentence.text.count, _QUOTES)):
            break
        if _head(sentence) in PRONOUNS:
            if head in {"he", "she", "his", "her"} and _head(sentence) not in {"he", "she"}:
                break
            continue
        found = names.within(sentence.start, sentence.end)
        person = _person(found, sentence) or _only_person(found, sentence)
        return replace(known, person=person, pair=_two(names, found), body=_body(found, sentence))
    return known


def _head(sentence: Sentence) -> str:
    return sentence.text.split(maxsplit=1)[0].casefold()


def _person(found: Sequence[Name], sentence: Sentence) -> str:
    """The person with whom a sentence begins, unless another one is joined to it."""
    people = [name for name in found if name.kind == "person"]
    if not people or people[0].titled - sentence.start > 1 or " " not in people[0].full:
        return ""
    if sentence.text[people[0].end - sentence.start :].lstrip().startswith(("'s", "’s", "' ", "’ ")):
        return ""
    joined = len(people) > 1 and sentence.text[people[0].end - sentence.start :].startswith((" and ", ", "))
    return "" if joined and people[1].titled - people[0].end <= len(" and the ") else people[0].full


def _only_person(found: Sequence[Name], sentence: Sentence) -> str:
    """The one person whom a sentence names, unless as the owner of something or in a description."""
    people = [name for name in found if name.kind == "person"]
    if len(people) != 1 or " " not in people[0].full or ":" in sentence.text:
        return ""
    before = sentence.text[: people[0].titled - sentence.start].rsplit(maxsplit=1)[-1:]
    after = sentence.text[people[0].end - sentence.start :].lstrip()
    described = before and before[0].casefold() in {"of", "by", "with", "for", "from", "to", "about", "against", "and"}
    return "" if described or after.startswith(("'", "’", "and ")) else people[0].full


def _body(found: Sequence[Name], sentence: Sentence) -> str:
    """The body or state with which a sentence begins."""
    first = next(iter(found), None)
    if first is None or first.kind not in {"body", "place"} or first.start - sentence.start > len("The "):
        return ""
    following = sentence.text[first.end - sentence.start :]
    return first.text if following[:1] == " " and following[1:2].islower() and not following.startswith(" and ") else ""


def _two(names: ArticleNames, found: Sequence[Name]) -> tuple[str, ...]:
    """Two people whom a sentence joins: “Okafor and Lind”, “Okafor met Lind”; no more and no fewer."""
    people = [name for name in found if name.kind == "person"]
    if len({name.full for name in people}) != 2:
        return ()
    other = next(name for name in people if name.full != people[0].full)
    between = names.text[people[0].end : other.start]
    return (people[0].full, other.full) if _JOINED.search(between) else ()


def resolved(text: str, analysis: Analysis, said: Attribution | None, *, opener: str = "") -> str:
    """Words for a title with the pronoun, the pair or the office at their head named.

    Args:
        text: The words.
        analysis: Their sentence.
        said: Whose account it is: somebody who speaks of “he” mostly speaks of himself.
        opener: What opens their clause: in one under another, “he” may be anybody of the sentence.

    Returns:
        The words, unchanged where it is not safe to name anybody.
    """
    text = _OPENING.sub("", text)
    known = analysis.referents
    head = _WORDS.match(text)
    if head is None or head[0].lower() not in _SWAPPED:
        return _with_owner(_named_role(text, known), known)
    speaker = (
        said.speaker if said and any(n.kind == "person" and n.full == said.speaker for n in analysis.names) else ""
    )
    under = opener in _UNDER
    before = "" if analysis.words[0].lower in {"his", "her"} and _HE.match(text) else known.person
    he = (speaker if not under or opener == "that" else "") or ("" if under else _own_subject(analysis, text) or before)
    it = "" if under else _own_body(analysis, text) or known.body
    two = "" if under else " and ".join(known.pair)
    swaps = ((_HE, he), (_HIS, _possessive(he)), (_THEY, two), (_BOTH, two), (_IT, it), (_ITS, _possessive(it)))
    for pattern, name in swaps:
        if name and pattern.search(text):
            return name + pattern.sub("", text, count=1)
    return _with_owner(_named_role(text, known), known)


def _own_subject(analysis: Analysis, text: str) -> str:
    """The person with whom the sentence itself begins, for a pronoun further on."""
    first = next(iter(analysis.names), None)
    if first is None or first.kind != "person" or first.titled - analysis.body > 1:
        return ""
    before = analysis.text[analysis.body : max(analysis.text.find(text[:20]), 0)]
    return "" if not before or any(mark in before for mark in '“”":;') else first.full


def _own_body(analysis: Analysis, text: str) -> str:
    first = next(iter(analysis.names), None)
    if first is None or first.kind not in {"body", "place"} or first.start - analysis.body > len("The "):
        return ""
    before = analysis.text[analysis.body : max(analysis.text.find(text[:20]), 0)]
    return "" if not before or any(mark in before for mark in '“”":;') else first.text


def _possessive(name: str) -> str:
    if not name:
        return ""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _with_owner(text: str, known: Referents) -> str:
    """“The trial began” with whose it is, where the article knows one trial only."""
    match = _EVENT_OF.match(text) if known.owned else None
    who = known.owned.get(match["noun"].casefold(), "") if match else ""
    if match is None or not who or who.split()[-1] in text:
        return text
    kind = (match["kind"] or "").casefold()
    return f"{_possessive(who)} {kind}{match['noun'].casefold()}{text[match.end() :]}"


def _named_role(text: str, known: Referents) -> str:
    """“The Chinese president arrived” with the name, where the article names one Chinese president."""
    match = _ROLE.match(text) if known.roles else None
    if match is None:
        return text
    words = match["role"].split()
    for count in range(len(words), 0, -1):
        role = " ".join(words[:count])
        name = known.roles.get(role.casefold())
        end = match.start("role") + len(role)
        if name and text[end : end + 1] == " " and text[end + 1 : end + 2].islower():
            return f"{name}{text[end:]}"
    return text
