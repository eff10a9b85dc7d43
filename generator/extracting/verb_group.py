"""The verb of a clause with its auxiliaries: which verb is meant, in which tense, and whether it is negated.

“has not yet been given”: the head is “given”, passive, perfect, negated. “was ill”: the head is “was” itself, a copula.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from generator.extracting.clauses import Word
from generator.extracting.tables import table
from generator.extracting.verbs import AUXILIARIES, PARTICIPLES, base_forms, past_forms, present_forms

__all__ = ["VerbGroup", "verb_group"]

Tense = Literal["past", "present", "perfect", "future", "modal"]

_BE = table("is are was were am be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t ’s 's ’re 're")
_HAVE = table("has have had having hasn't haven't hadn't hasn’t haven’t hadn’t")
_DO = table("do does did don't doesn't didn't don’t doesn’t didn’t")
_PAST = table("was were had did wasn't weren't hadn't didn't wasn’t weren’t hadn’t didn’t")
_FUTURE = table("will won't won’t ’ll 'll shall")
_PRESENT_PERFECT = table("has have hasn't haven't hasn’t haven’t")
_ADVERBS = table("""
    not also now still just then later first again never already yet ever even only once soon both all all-but twice far
    so well perhaps always often usually sometimes
    """)
_NEGATIVES = table("not never no nobody none neither nor hardly barely scarcely cannot")
_ADJECTIVES = table("""
    impressed undecided tired interested excited worried concerned pleased delighted disappointed shocked saddened
    surprised devastated scared involved based located related supposed allowed unconcerned convinced prepared
    determined dedicated committed limited crowded complicated aged married divorced dressed armed packed entitled
    named called titled used made known understood thought believed considered said aimed filled composed listed
    designed situated unchanged unaffected infected affected needed required accustomed opposed linked associated
    connected surrounded
    """)
"""Participles that after “be” tell how something is, not what happened to it."""
_LONGEST = 9


class VerbGroup(NamedTuple):
    """A finite verb and what belongs to it.

    Attributes:
        first, last: Its words, `last` excluded.
        head: The index of the verb that carries the meaning; an auxiliary where there is no other.
        tense: Of the finite verb.
        passive: Whether a form of “be” and a participle.
        progressive: Whether a form of “be” and a form in -ing.
        negated: Whether “not” or the like stands in it.
        modal: The modal verb, or empty.
        copula: Whether it only says what something is: “was ill”, “are in Oslo”.
    """

    first: int
    last: int
    head: int
    tense: Tense
    passive: bool = False
    progressive: bool = False
    negated: bool = False
    modal: str = ""
    copula: bool = False


def verb_group(words: Sequence[Word], verb: int, last: int) -> VerbGroup:
    """Read the group that a finite verb begins.

    Args:
        words: The words of the sentence.
        verb: The index of the finite verb.
        last: Where its clause ends.
    """
    first_word = words[verb].lower
    if first_word not in AUXILIARIES and first_word not in _BE:
        return VerbGroup(verb, verb + 1, verb, _tense(first_word), negated=_is_negated(words, verb, verb))
    index, auxiliary, negated = verb, verb, _is_negated(words, verb, verb)
    while index < min(last, verb + _LONGEST):
        word = words[index].lower
        negated = negated or word in _NEGATIVES or word.endswith(("n't", "n’t"))
        if word in AUXILIARIES or word in _BE or word in _HAVE:
            auxiliary = index
        elif not _is_adverb(word):
            break
        index += 1
    modal = first_word if _tense(first_word) == "modal" else ""
    return _closed(words, verb, auxiliary, index if index < last else -1, negated=negated, modal=modal)


def _closed(  # noqa: PLR0913 what the walk over the auxiliaries found
    words: Sequence[Word], verb: int, auxiliary: int, following: int, *, negated: bool, modal: str
) -> VerbGroup:
    """The group, once its last auxiliary and the word after it are known."""
    tense, last_auxiliary = _tense(words[verb].lower), words[auxiliary].lower
    word = words[following].lower if following >= 0 else ""
    if last_auxiliary in _BE:
        passive = _is_participle(word) and word not in _ADJECTIVES
        named = words[following].text[0].isupper()
        progressive = (
            word.endswith("ing") and len(word) > 4 and not named and word not in {"nothing", "something", "during"}
        )
        meant = passive or progressive
    elif last_auxiliary in _HAVE:
        passive, progressive, meant = (
            False,
            False,
            _is_participle(word) and words[following - 1].lower not in _DETERMINED,
        )
    else:
        passive, progressive, meant = False, False, word in base_forms() or bool(word and word.isalpha())
    return VerbGroup(
        first=verb,
        last=following + 1 if meant else auxiliary + 1,
        head=following if meant else auxiliary,
        tense=tense,
        passive=passive,
        progressive=progressive,
        negated=negated or word in {"no", "nothing", "none", "unable"},
        modal=modal,
        copula=not meant and last_auxiliary in _BE,
    )


_DETERMINED = table("the a an his her its their no any some")


def _tense(word: str) -> Tense:
    if word in _FUTURE:
        return "future"
    if word in _PRESENT_PERFECT:
        return "perfect"
    if word in _PAST or word in past_forms() or word.endswith("ed"):
        return "past"
    if word in _BE or word in _DO or word in present_forms() or word in base_forms():
        return "present"
    return "modal" if word in AUXILIARIES else "present"


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 3)


def _is_participle(word: str) -> bool:
    return word in PARTICIPLES or word in past_forms() or (word.endswith("ed") and len(word) > 4)


def _is_negated(words: Sequence[Word], verb: int, index: int) -> bool:
    """Whether the words just before a verb deny it: “never met”, “no one came”, “neither side agreed”."""
    own = words[index].lower
    before = {word.lower for word in words[max(0, verb - 1) : verb]}
    two = words[verb - 2].lower if verb > 1 else ""
    return (
        bool(before & {"never", "nobody", "none", "hardly", "not"})
        or two in {"no", "neither", "none", "nor"}
        or own.endswith(("n't", "n’t"))
    )
