"""What a title must be to stand in a timeline as it is: rules that can be checked without reading the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.extracting.clauses import ACRONYMS, DETERMINERS, PREPOSITIONS, Word, finite_verbs, words
from generator.extracting.gazetteer import is_place
from generator.extracting.reduced import without_reduced
from generator.extracting.tables import table
from generator.extracting.trimming import DANGLING, LONGEST_TITLE, RELATIVE, RELATIVE_WORDS
from generator.extracting.verbs import REPORTING

__all__ = ["title_faults"]

_UNNAMED = table("""
    he she it they we i you this that these those such there here what how why when where who which one his her its
    their our my your both another others him them us me
    """)
"""First words that name nobody without the sentences before."""
_NO_BEGINNING = table("""
    and but or nor so yet because although though while whereas if unless as than then also too however meanwhile to of
    thus therefore hence not who whom whose which that until since before after by being having including despite born
    """)
"""First words of what is no whole sentence."""
_FIRST_PERSONS = table("i we our my us me you your")
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us|me|you|your)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'][^’']*[’'](?!\w)")
_LITTER = re.compile(
    r"``|''|-LRB-|-RRB-|\\|[|<>{}@#]|\s&\s[a-z]|https?:|www\.|(?<!\w)[’']s\b|\s[’'](?:\s|$)|--|\.\.\.|…|,\s*,|\(\s*\)|\?|!$"
    r"|(?<![\w’'])/|/$"
)
"""What no headline holds: marks of tokenised text and of pages, slashes."""
_TWICE = re.compile(r"\b(\w+ \w+)\b.*\b\1\b")
_WORDS = re.compile(r"\w+")
_MARK = re.compile(r"[^\w\s]")
_NO_START = re.compile(
    r"""
    [A-Z]\w+ing\s+(?:the|a|an|his|her|their|its)\b  # “Meeting the mayor …”
    | (?:\w+ed|Led|Written|Born|Built|Held|Made|Given|Sung|Chosen|Drawn)\s+by\b  # “Led by Lind, the group …”
    | \d+[ ]to[ ][A-Z]
    | [\W\d_]*$
    """,
    re.VERBOSE,
)
"""How no title begins: with a gerund, a participle that describes what comes later, the rest of a range, no letter."""
_ASKS_FOR_MORE = table("""
    show shows showed reveal revealed reveals say tell told ask asked find found make made take took give gave warn
    warned warns due announce announced announces call called cause caused causes confirm confirmed confirms include
    included it him her me us includes following recommended want wanted add added suggest suggested suggests became
    become entered put set use used respond responded replied reply here
    """)
_TRANSITIVE = table("""
    recognized recognised hailed praised condemned identified described discussed defended welcomed criticised
    criticized addressed visited received awarded attended offered contacted approached brought sent got
    """)
"""Pasts that ask for an object unless they are passive: “the ministry recognised”, but “the state was recognised”."""
_ENDS_NO_TITLE = DANGLING | _ASKS_FOR_MORE
_PASSIVE = table("was were been is are being be get gets got")
_NOUNS_IN_ING = table("meeting building hearing morning training funding spring trading fighting bombing shooting")
_SOMEBODY = table("""
    man woman boy girl star singer doctor child patient victim mother father son daughter brother sister couple pair
    official spokesman spokeswoman physician actor family artist teenager group popstar
    """)
_WHICH = table("""
    trial case group trouble doubts details hearing opening closing show final clip program programme concert statement
    any more school preliminary event move decision announcement initial further things
    """)
_SOME = table("group show clip gig programme program latter former great")
_KIN = table("""
    son daughter wife husband mother father brother sister uncle aunt nephew niece cousin child children baby grandson
    granddaughter grandfather grandmother parents widow twins
    """)
_ANY = _KIN | table("event thing book festival album film song series programme")
"""Nouns that alone, or with one adjective, may be any of many."""
_SHORT_SUBJECT = 2
_SHORT = 6
_LONG = 12
_NOUNS_IN_LY = table("family italy july assembly ally supply reply bully fly anomaly jelly lily sicily")
_NO_SUBJECT = DETERMINERS | PREPOSITIONS | table("first last next only once when newly recently originally formally")
_OBJECTS = table("them these those this it")
_OBJECT = re.compile(r"\b(?:them|these|those|this|(?:to|of|for|with|from|about|at) it)\b", re.IGNORECASE)
_SAID = re.compile(r"^(?P<who>.{2,60}?)\s(?:said|says|\w+\sthat)\s(?P<what>.*)$")
_FEWEST_BEFORE_THAT = 4
_SAYS = ("said", "says", "that")
"""One of these is in whatever `_SAID` finds."""
_SUBJECTS = table("he she they")
_SUBJECT = re.compile(r"\b(?:he|she|they)\b")
_PEOPLE = ("man", "woman", "minister", "president", "doctor", "judge", "mayor", "king", "queen", "teacher", "singer")
_UNDER = table("who which when while after before since until because where although whose if")
_OF_A_PAIR = 2
"""So many words are too many where a pair of them stands there twice."""
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


class _Title(NamedTuple):
    """A title taken apart.

    Attributes:
        text: The title.
        found: Its words and marks.
        verbs: The indexes of its finite verbs.
    """

    text: str
    found: Sequence[Word]
    verbs: Sequence[int]

    @classmethod
    def of(cls, text: str) -> _Title:
        """Take a title apart."""
        found = words(text)
        return cls(text, found, finite_verbs(found))


def title_faults(title: str) -> tuple[str, ...]:
    """The rules that a title breaks.

    Args:
        title: The title.

    Returns:
        Names of rules, empty for a title that breaks none: `length`, `beginning`, `verb`, `ending`, `relative date`,
        `unnamed`, `pronoun`, `balance`, `litter`.
    """
    marked = _MARK.search(title) is not None
    bare = _QUOTED.sub("“”", title) if marked else title
    plain = frozenset(_WORDS.findall(bare.casefold()))
    first = _folded(next(iter(title.split()), "").strip("“”\"'‘’,"))
    taken_apart = _Title.of(title)
    holds = {
        "length": not 0 < len(title) <= LONGEST_TITLE or "\n" in title,
        "beginning": first in _NO_BEGINNING
        or first in PREPOSITIONS
        or _NO_START.match(title) is not None
        or not _starts(title),
        "verb": not _has_subject_and_verb(taken_apart),
        "ending": _dangles(title),
        "relative date": not RELATIVE_WORDS.isdisjoint(plain) and RELATIVE.search(bare) is not None,
        "unnamed": _is_unnamed(taken_apart),
        "pronoun": first in _UNNAMED or _has_pronoun(title, bare, plain),
        "balance": marked and not _is_balanced(title),
        "litter": (marked and _LITTER.search(title) is not None) or _says_twice(title),
    }
    return tuple(name for name, broken in holds.items() if broken)


def _has_pronoun(title: str, bare: str, plain: frozenset[str]) -> bool:
    """Whether a pronoun stands in a title that has nobody to stand for.

    Args:
        title: The title.
        bare: The same without what it quotes.
        plain: The words of that, case-folded.
    """
    return (
        (not plain.isdisjoint(_SUBJECTS) and _is_nobody(bare))
        or (not plain.isdisjoint(_OBJECTS) and _OBJECT.search(bare) is not None)
        or ("him" in plain and "him" in _WORDS.findall(bare) and not _SAID.match(title))
        or (
            not plain.isdisjoint(_FIRST_PERSONS)
            and _FIRST_PERSON.search(bare.replace("US", "").replace("U.S.", "")) is not None
        )
    )


def _says_twice(title: str) -> bool:
    """Whether two words stand there twice, one after the other."""
    found = _WORDS.findall(title)
    return len(found) - len(set(found)) >= _OF_A_PAIR and _TWICE.search(title) is not None


def _folded(word: str) -> str:
    """A word in lower case, but an acronym as it is: “WHO” is not “who”."""
    return word if word in ACRONYMS else word.casefold()


def _is_main(found: Sequence[Word], verbs: Sequence[int], place: int) -> bool:
    """Whether a verb is a main clause's: so many verbs stand before it as clauses under it were opened."""
    return sum(word.lower in _UNDER for word in found[: verbs[place]]) <= place


def _is_nobody(title: str) -> bool:
    """Whether a “he” or “they” inside has no name or noun before it to stand for: “Reports suggest he left”."""
    pronoun = _SUBJECT.search(title)
    if pronoun is None:
        return False
    before = title[: pronoun.start()].split()
    return (
        pronoun[0] in {"he", "she"}
        and not any(word[0].isupper() for word in before[1:])
        and before[:1] != []
        and not before[0].casefold().startswith(_PEOPLE)
    )


def _dangles(title: str) -> bool:
    """Whether the last word asks for another one: “… showed”, “… on agreeing”, “… of the”."""
    last = title.split()[-2:]
    ending = [word.casefold() for word in last]
    if not ending:
        return True
    plain = ending[-1].endswith("ing") and last[-1][0].islower()
    gerund = plain and ending[0] in PREPOSITIONS and ending[-1] not in _NOUNS_IN_ING
    bare = ending[-1] in _TRANSITIVE and not _PASSIVE.intersection(title.casefold().split())
    bare = bare or (ending[-1].endswith("ly") and title.split()[-2:][0][0].isupper() and len(ending[-1]) > _SHORT)
    noun = ending[-1] == "show" and not ending[0].endswith("s") and not is_place(title.split()[-2])
    return (ending[-1] in _ENDS_NO_TITLE and not noun) or gerund or bare


def _is_unnamed(title: _Title) -> bool:
    """Whether it names nobody and its subject may be anybody or anything: “Man died”, “Trial is due to start”."""
    found = title.text.split()
    named = any(word[0].isupper() for word in found[1:] if word[0].isalpha())
    if found and found[0].casefold() in _SOME:
        return True
    if _is_anybodys(title):
        return True
    if named or not found or found[0].endswith(("’s", "'s")):
        return False
    somebody = any(word.casefold() in _SOMEBODY for word in found[:2])
    return (somebody and len(found) <= _LONG) or (len(found) <= _SHORT and found[0].casefold() in _WHICH)


def _is_anybodys(title: _Title) -> bool:
    """Whether it is not said whose or which its subject is: “Second daughter was born”, “Event began”."""
    subject = title.found[: title.verbs[0]] if title.verbs else ()
    if not 0 < len(subject) <= _SHORT_SUBJECT or any(word.text[0].isupper() for word in subject[1:]):
        return False
    if subject[0].text.endswith(("’s", "'s")):
        return False
    return subject[-1].lower in _ANY or subject[0].lower in {"more", "details"}


def _starts(title: str) -> bool:
    """Whether it begins with a capital, a figure, an opening quote, or a name such as “iPhone”."""
    return title[:1].isupper() or title[:1].isdigit() or title[:1] in "“‘£$€'\"" or title[1:2].isupper()


def _is_balanced(title: str) -> bool:
    return title.count('"') % 2 == 0 and all(
        title.count(opening) == title.count(closing) for opening, closing in _PAIRS
    )


def _is_name_in_ly(found: Sequence[Word], word: Word) -> bool:
    """Whether a capital inside shows that a word in -ly is a name: “Anna Greasly left”."""
    return word.start > 0 and word.text[0].isupper() and found[0].text[0].isalpha()


def _is_relative(title: _Title, what: int) -> bool:
    """Whether a “that” belongs to a noun: “reopened after a flood that killed three people”, which says nothing.

    Args:
        title: The title.
        what: Where the words after “that”, or after “said”, begin.
    """
    place = next((index for index, word in enumerate(title.found) if word.start >= what), 0)
    if place < _FEWEST_BEFORE_THAT or title.found[place - 1].lower != "that":
        return False
    before = [title.found[verb].lower for verb in title.verbs if verb < place - 1]
    return bool(before) and REPORTING.isdisjoint(before) and place - 2 not in title.verbs


def _has_subject_and_verb(title: _Title) -> bool:
    """Whether a noun stands before a finite verb, or before “to” as headlines have it: “Lind to visit Lagos”."""
    said = _SAID.match(title.text) if any(word in title.text for word in _SAYS) else None
    if (
        said
        and not _is_relative(title, said.start("what"))
        and len(said["what"]) > 1
        and not said["what"].startswith(("“", '"'))
        and not _has_subject_and_verb(_Title.of(said["what"]))
    ):
        return False
    found = title.found
    verbs = without_reduced(found, title.verbs)
    verbs = verbs or [index for index, word in enumerate(found) if word.lower == "to"][:1]
    quoted = ": “" in title.text or ": We " in title.text or ": I " in title.text
    if quoted:
        return True
    if not verbs:
        return len(found) > 2 and found[-1].lower == "held"
    if not any(_is_main(found, verbs, place) for place in range(len(verbs))):
        return False
    if verbs[0] and found[verbs[0] - 1].lower in {"and", "or", "but", ","}:
        return False
    return any(
        word.text[0].isalpha()
        and not (word.text.endswith("ly") and word.lower not in _NOUNS_IN_LY and not _is_name_in_ly(found, word))
        and word.lower not in _NO_SUBJECT
        for word in found[: verbs[0]]
    )
