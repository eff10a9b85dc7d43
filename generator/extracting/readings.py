"""What an expression of time dates: the event of its clause, the saying of it, or an event named by a noun.

“Lee said on Monday that the bridge had opened in May”: Monday dates the saying, May the opening. “The call followed
visits by two ministers last month”: last month dates the visits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from generator.extracting.analysis import Analysis, When
from generator.extracting.attribution import Attribution
from generator.extracting.clauses import DETERMINERS, PREPOSITIONS, Word
from generator.extracting.gazetteer import is_place
from generator.extracting.nominals import EVENT_NOUNS, verbal
from generator.extracting.reduced import is_participle_like
from generator.extracting.tables import table

__all__ = ["Reading", "read"]

FOLLOWS = table("follow follows followed precede precedes preceded")
"""Verbs whose object is another event than their subject."""

MARKS = table("marks marked")
"""Verbs by which a day is said to be something: “Wednesday marked the beginning of spring”."""

SUBORDINATE = table("which who whose whom when where while as if unless although though because")
"""What opens a clause that a date after the next comma no longer belongs to."""

_UNDER = SUBORDINATE | {"after", "before", "since", "until", "once"}
_JOINING = frozenset({"and", "but"})
_TURNS = _UNDER | _JOINING | {"that"}
_NO_SUBJECT_BEFORE = _UNDER | {"that"}
_SHORT = 6
_LONGEST_ANTECEDENT = 9
_BEGIN_NOUN = table("the a an his her its their")
_LONGEST_NOUN = 12
_TIES = table("also later earlier meanwhile then and but")
_QUOTED = frozenset({"“", '"', ":"})
_HARD = frozenset({":", ";", "“", '"', "–", "—"})
_LEAD_INS = table("on in at during early late the back around about")
_FURTHEST = 4
"""How many words may stand between a date and the noun that it belongs to: “March early presidential elections”."""


class Reading(NamedTuple):
    """What an expression of time dates.

    Attributes:
        kind: `event`: the clause; `saying`: the reporting verb; `noun`: an event named by a noun; `day`: the day
            itself, where the date is the subject (“Wednesday marked …”); `aside`: it hangs on what somebody said.
        first, last: The words that report it, `last` excluded.
        subject: The first words, where the subject stands apart from them; empty range otherwise.
        verb: The index of its finite verb, or None for a noun.
        opener: What opens its clause.
        said_by: The attribution that it falls under, or None.
    """

    kind: Literal["event", "saying", "noun", "day", "aside"]
    first: int
    last: int
    subject: tuple[int, int]
    verb: int | None
    opener: str
    said_by: Attribution | None


def read(analysis: Analysis, when: When, said: list[Attribution]) -> Reading | None:
    """Tell what an expression dates.

    Args:
        analysis: Its sentence.
        when: The expression.
        said: The attributions of the sentence.

    Returns:
        The reading, or None where no clause with a verb is near.
    """
    owner = next(
        (attribution for attribution in said if attribution.verb is not None and attribution.holds(when.first)), None
    )
    if owner is not None:
        return Reading("saying", *owner.content, (0, 0), owner.verb, "", owner)
    covering = next((a for a in said if a.content[0] <= when.first < a.content[1]), None)
    noun = _noun(analysis, when, covering) or _owned_noun(analysis, when, covering)
    return (
        noun
        or _opening(analysis, when, said)
        or _aside(analysis, when, covering)
        or _clause(analysis, when, said, covering)
    )


def _opening(analysis: Analysis, when: When, said: list[Attribution]) -> Reading | None:
    """“Speaking on Friday, Lee said …”, “In a statement on Friday, Lee said …”: the date is that of the saying."""
    number = analysis.clause_of(when.first)
    if (
        any(attribution.verb in analysis.clauses[number].verbs for attribution in said)
        or analysis.clauses[number].verbs
    ):
        return None
    following = next((clause for clause in analysis.clauses[number + 1 :] if clause.verbs), None)
    if following is None or analysis.clauses[number].opener in SUBORDINATE:
        return None
    owner = next((a for a in said if a.verb is not None and a.verb in following.verbs[:1]), None)
    begin = analysis.clauses[number].first
    word = analysis.words[begin + 1 if analysis.words[begin].lower in _TIES else begin]
    first = "" if is_place(word.text) else word.lower
    described = when.first > 0 and analysis.words[when.first - 1].lower in DETERMINERS
    if (
        owner is None
        or described
        or owner.content[0] < owner.first
        or not (first.endswith("ing") or first in PREPOSITIONS)
    ):
        return None
    return Reading("saying", *owner.content, (0, 0), owner.verb, "", owner)


def _aside(analysis: Analysis, when: When, covering: Attribution | None) -> Reading | None:
    """“Lee said no talks were possible, this June in Oslo.”: a date that only hangs on what somebody said."""
    clause = analysis.clauses[analysis.clause_of(when.first)]
    last = clause is analysis.clauses[-1] and clause.first == when.first and not clause.verbs
    if not last or covering is None or covering.verb is None or covering.first > covering.content[0]:
        return None
    told = next(number for number, other in enumerate(analysis.clauses) if other.first >= covering.content[0])
    subordinate = analysis.clauses[-2].opener in SUBORDINATE and len(analysis.clauses) - 2 > told
    return (
        Reading("aside", covering.content[0], clause.first, (0, 0), covering.verb, "", covering)
        if subordinate
        else None
    )


def _owned_noun(analysis: Analysis, when: When, said: Attribution | None) -> Reading | None:
    """“after Berg’s death in May”, “the arrest of Anna Lind on Monday”: what the noun tells has that date."""
    words = analysis.words
    last = when.first
    while last > 0 and words[last - 1].lower in _LEAD_INS:
        last -= 1
    if last in {when.first, 0}:
        return None
    clause = analysis.clauses[analysis.clause_of(last - 1)]
    if any(
        clause.first <= verb < clause.last and verb >= max(clause.first, last - _LONGEST_NOUN) for verb in clause.verbs
    ):
        begin = max(verb + 1 for verb in clause.verbs if verb < last) if clause.verbs[0] < last else clause.first
    else:
        begin = clause.first
    if begin >= last or not verbal(analysis.between(begin, last)):
        return None
    return Reading("noun", begin, last, (0, 0), None, "", said)


def _noun(analysis: Analysis, when: When, said: Attribution | None) -> Reading | None:  # noqa: PLR0911 a ground a line
    """“followed visits by two ministers last month”, “before the March elections”."""
    words = analysis.words
    clause = analysis.clauses[analysis.clause_of(when.first)]
    before = [verb for verb in clause.verbs if verb < when.first]
    if not before:
        return None
    verb = before[-1]
    if words[verb].lower in FOLLOWS:
        noun = next((i for i in range(verb + 1, when.first) if words[i].lower in EVENT_NOUNS), None)
        if noun is not None:
            return Reading("noun", verb + 1, when.first, (0, 0), None, "", said)
    if not _is_within_noun(analysis, when):
        return None
    for index in range(when.last, min(when.last + _FURTHEST, clause.last)):
        word = words[index].lower
        if word in PREPOSITIONS or index in clause.verbs or not word[0].isalpha():
            return None
        if word in EVENT_NOUNS:
            if index + 1 in analysis.verbs:
                return None
            end = _end_of_noun(analysis, index + 1, clause.last)
            return Reading("noun", when.last, end, (0, 0), None, "", said)
    return None


def _is_within_noun(analysis: Analysis, when: When) -> bool:
    """Whether a date may stand before its noun: “the March summit”, not “on Friday”."""
    before = analysis.words[when.first - 1].lower if when.first else ""
    owned = before in DETERMINERS or before.endswith(("’s", "'s")) or before in {"of", "before", "after", "for"}
    return owned or (before not in PREPOSITIONS and before.isalpha() and when.first - 1 not in analysis.verbs)


def _end_of_noun(analysis: Analysis, index: int, last: int) -> int:
    """The end of “summit in Oslo”: the noun and one place after it."""
    places = [n for n in analysis.names if n.kind != "person"]
    if index + 1 < last and analysis.words[index].lower in {"in", "of", "with", "on"}:
        for name in places:
            if name.start == analysis.words[index + 1].start:
                return next(i for i, word in enumerate(analysis.words) if word.end >= name.end) + 1
    return index


def _clause(analysis: Analysis, when: When, said: list[Attribution], covering: Attribution | None) -> Reading | None:
    number = analysis.clause_of(when.first)
    chosen = _with_verb(analysis, when, number, said)
    if chosen is None:
        return None
    clause = analysis.clauses[chosen]
    first, last = clause.first, clause.last
    for attribution in said:
        if attribution.verb is not None and first <= attribution.first < last and attribution.last <= last:
            first = attribution.last if attribution.first <= first else first
            last = attribution.first if attribution.first > first else last
        elif attribution.verb is None and first < attribution.first < last:
            last = attribution.first
    verbs = [verb for verb in clause.verbs if first <= verb < last]
    if not verbs:
        return None
    if when.first == first and verbs[0] == when.last and number == chosen:
        if analysis.words[verbs[0]].lower not in MARKS:
            return None
        return Reading("day", verbs[0] + 1, last, (0, 0), verbs[0], clause.opener, covering)
    verb = _nearest_verb(analysis, verbs, when) if number == chosen else verbs[0]
    return Reading("event", first, last, _subject(analysis, chosen, first, verbs[0]), verb, clause.opener, covering)


def _nearest_verb(analysis: Analysis, verbs: list[int], when: When) -> int:
    """The verb that a date belongs to: the last before it, else the first after it, as in “and on Monday met”."""
    if not _JOINING.isdisjoint(analysis.lowers[max(verbs[0], when.first - 2) : when.first]):
        after = next((verb for verb in verbs if verb >= when.last), None)
        if after is not None:
            return after
    return next((verb for verb in reversed(verbs) if verb < when.first), verbs[0])


def _with_verb(analysis: Analysis, when: When, number: int, said: list[Attribution]) -> int | None:
    """The clause that an expression in a given clause dates: its own, the one before it, the one after it."""
    told = {attribution.verb for attribution in said}

    def tells(candidate: int) -> bool:
        return not told.issuperset(analysis.clauses[candidate].verbs)

    if tells(number):
        return number
    heard = next((c for c in range(number, 0, -1) if analysis.clauses[c].opener in _QUOTED), 0)
    before = [candidate for candidate in range(number - 1, heard - 1, -1) if tells(candidate)]
    main = [candidate for candidate in before if analysis.clauses[candidate].opener not in SUBORDINATE]
    after = [candidate for candidate in range(number + 1, len(analysis.clauses)) if tells(candidate)]
    after = [candidate for candidate in after if analysis.clauses[candidate].opener not in _QUOTED]
    after = [candidate for candidate in after if not _is_far(analysis, when, number, candidate)]
    later = [candidate for candidate in after if analysis.clauses[candidate].opener not in _UNDER]
    turned = not _JOINING.isdisjoint(analysis.lowers[max(0, when.first - 2) : when.first])
    if (turned or analysis.clauses[number].opener in _TURNS) and after:
        return (later or after)[0]
    return next(iter(main or before or later or after), None)


def _is_far(analysis: Analysis, when: When, number: int, candidate: int) -> bool:
    """Whether a clause after a date tells of another time, or describes something that comes later in the sentence."""
    opener = analysis.clauses[candidate].opener
    beside = candidate == number + 1 and when.last >= analysis.clauses[number].last
    return opener in {"before", "after", "until"} or (opener in {"that", "which", "who"} and not beside)


def _subject(  # noqa: PLR0911 a kind of subject a line
    analysis: Analysis, number: int, first: int, verb: int
) -> tuple[int, int]:
    """The words of a subject that stands apart from its verb: “Lee, in his speech, praised”; empty if it does not."""
    opener = analysis.clauses[number].opener
    if (first == verb and opener in {"which", "who"}) or opener == "whose":
        return _antecedent(analysis, number)
    if opener in _NO_SUBJECT_BEFORE:
        return (0, 0)
    start = number
    while start > 0 and _adds_no_verb(analysis, start - 1) and analysis.clauses[start].opener not in _HARD:
        start -= 1
    run = analysis.clauses[start:number]
    if first == verb:
        head = next((c for c in run if not c.verbs and analysis.words[c.first].lower not in PREPOSITIONS), None)
        if head is not None:
            return (head.first, head.last)
        previous = analysis.clauses[number - 1] if number else None
        if opener == "," and _leads_on(analysis, verb):
            return (0, 0)
        return (previous.first, previous.verbs[0]) if previous is not None and previous.verbs else (0, 0)
    if start > 0 or not run:
        return (0, 0)
    opening = next(
        (w.last for w in analysis.whens if w.first - run[0].first <= 1 and w.first >= run[0].first), run[0].first
    )
    if _continues_list(analysis, opening, first, verb):
        return (opening, run[-1].last)
    people = [name for name in analysis.names_between(run[0].first, run[-1].last) if name.kind == "person"]
    joined = "and" in analysis.lowers[run[0].first : run[-1].last]
    return (run[0].first, run[-1].last) if people and joined and analysis.names_between(first, verb) else (0, 0)


def _leads_on(analysis: Analysis, verb: int) -> bool:
    """Whether a verb in -ed without an object may be a participle: “a concert, recorded on Monday”."""
    following = analysis.words[verb + 1].lower if verb + 1 < len(analysis.words) else ""
    dated = any(when.first == verb + 1 for when in analysis.whens)
    return is_participle_like(analysis.words[verb].lower) and (dated or following in PREPOSITIONS)


def _is_name(words: Sequence[Word], index: int) -> bool:
    """Whether a word is a name by its capital, also at the head of a list: “Reading, Leeds and Bath were flooded”."""
    return words[index].text[0].isupper() and words[index + 1].lower == ","


def _continues_list(analysis: Analysis, begin: int, first: int, verb: int) -> bool:
    """Whether a subject is the end of a list: “Books, films and plays were banned”."""
    words = analysis.words
    if (
        words[first - 1].lower != ","
        or words[begin].lower in PREPOSITIONS
        or (words[begin].lower.endswith(("ing", "ed", "ly")) and not _is_name(words, begin))
    ):
        return False
    dated = any(when.first < first and when.last > begin for when in analysis.whens)
    return not dated and "and" in analysis.lowers[first:verb] and first - begin <= _LONGEST_NOUN


def _adds_no_verb(analysis: Analysis, number: int) -> bool:
    """Whether a clause may stand between a subject and its verb: an apposition, a phrase, a relative clause."""
    clause = analysis.clauses[number]
    return not clause.verbs or clause.opener in {"which", "who", "whose", "where"}


def _antecedent(analysis: Analysis, number: int) -> tuple[int, int]:
    """What “which” and “who” stand for: the last name of the clause before, or the whole of a short one."""
    if number == 0:
        return (0, 0)
    before = analysis.clauses[number - 1]
    person = analysis.clauses[number].opener != "which"
    names = analysis.names_between(before.first, before.last)
    if (
        names
        and names[-1].end == analysis.words[before.last - 1].end
        and (names[-1].kind in {"person", "other"}) == person
    ):
        first = next(index for index, word in enumerate(analysis.words) if word.end > names[-1].start)
        located = first > 0 and analysis.words[first - 1].lower in {"of", "in", "from", "at", "near"}
        if (person and not located) or names[-1].kind == "body":
            return (first, before.last)
    if person and number > 1 and not before.verbs:
        named = analysis.names_between(analysis.clauses[number - 2].first, analysis.clauses[number - 2].last)
        if named and named[-1].kind == "person" and analysis.text[named[-1].end : named[-1].end + 1] == ",":
            return (
                next(i for i, word in enumerate(analysis.words) if word.end > named[-1].start),
                analysis.clauses[number - 2].last,
            )
    first = max((verb + 1 for verb in before.verbs), default=before.first)
    begins = [i for i in range(first, before.last) if analysis.words[i].lower in _BEGIN_NOUN]
    begins = [i for i in begins if before.last - i <= _LONGEST_ANTECEDENT]
    if begins:
        return (begins[-1], before.last)
    return (before.first, before.last) if not before.verbs and before.last - before.first <= _SHORT else (0, 0)
