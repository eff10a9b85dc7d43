"""How likely a candidate is an event worth an entry: a sum of named features, each with its weight in one table."""

from __future__ import annotations

from collections.abc import Sequence

from generator.dates import Edtf, Precision
from generator.extracting.analysis import Analysis, When
from generator.extracting.readings import Reading
from generator.extracting.verbs import EVENT_VERBS

__all__ = ["WEIGHTS", "features", "precision_of", "score", "why"]

WEIGHTS: dict[str, tuple[float, str]] = {
    "base": (0.30, ""),
    "day": (0.20, "the date is a day"),
    "span": (0.15, "the date is a few days"),
    "month": (0.10, "the date is a month or season"),
    "year": (-0.10, "the date is only a year"),
    "unresolved": (0.05, "the date waits for the article's publication date"),
    "explicit": (0.05, "the date stands there in full"),
    "event verb": (0.20, "the verb tells something happening"),
    "actors": (0.10, "it names who"),
    "places": (0.05, "it names where"),
    "lead": (0.10, "it stands at the head of the article"),
    "saying": (-0.10, "the date is that of the saying"),
    "noun": (-0.05, "the event is named by a noun"),
    "background": (-0.05, "it stands in a subordinate clause"),
    "the day itself": (-0.35, "it says what the day is"),
    "ambiguous": (-0.10, "the date can be read in more than one way"),
    "pronoun": (-0.20, "the title begins with a pronoun that nothing resolves"),
    "first person": (-0.10, "it is somebody's own words"),
    "state": (-0.10, "the verb describes a state"),
}
"""Each feature's weight, and what it says to a person. Set by hand; only the order depends on it."""

_PRONOUNS = ("He ", "She ", "It ", "They ", "We ", "I ", "This ", "That ", "There ", "These ", "Those ", "You ")
_STATES = frozenset({"is", "are", "was", "were", "has", "have", "had", "remains", "remained", "seems", "seemed"})
_BACKGROUND = frozenset({"since", "which", "who", "when", "while", "although", "though", "as", "because"})
_VERB_GROUP = 4
_PRECISIONS = {
    Precision.DAY: "day",
    Precision.MONTH: "month",
    Precision.SEASON: "month",
    Precision.QUARTER: "month",
    Precision.HALF: "year",
    Precision.YEAR: "year",
}


def features(  # noqa: PLR0913 each is a fact of its own that a feature asks for
    analysis: Analysis,
    when: When,
    reading: Reading,
    date: Edtf | None,
    title: str,
    *,
    actors: bool,
    places: bool,
) -> list[str]:
    """The features of a candidate, as keys of `WEIGHTS`.

    Args:
        analysis: Its sentence.
        when: The expression that dates it.
        reading: What that expression dates.
        date: The date, or None.
        title: The title.
        actors: Whether it names anybody.
        places: Whether it names a place.
    """
    verbs = _verb_words(analysis, reading)
    tells = not EVENT_VERBS.isdisjoint(verbs)
    holds = {
        "base": True,
        precision_of(date): True,
        "explicit": when.timex.anchor == "" and date is not None,
        "event verb": reading.kind != "saying" and tells,
        "actors": actors,
        "places": places,
        "lead": analysis.lead,
        "saying": reading.kind in {"saying", "aside"},
        "noun": reading.kind == "noun",
        "background": reading.opener in _BACKGROUND,
        "the day itself": reading.kind == "day",
        "ambiguous": date is not None and date.kind == "set",
        "pronoun": title.startswith(_PRONOUNS),
        "first person": ": " in title and "we " in title.casefold(),
        "state": bool(verbs) and verbs[0] in _STATES and not tells,
    }
    return [name for name, present in holds.items() if present]


def _verb_words(analysis: Analysis, reading: Reading) -> Sequence[str]:
    """The verb of a reading and the words after it that may belong to it: “is expected to meet”."""
    if reading.verb is None:
        return ()
    last = min(max(reading.last, reading.verb + 1), reading.verb + _VERB_GROUP)
    return analysis.lowers[reading.verb : last]


def precision_of(date: Edtf | None) -> str:
    """The feature, a key of `WEIGHTS`, that says how precise a date is.

    Args:
        date: The date, or None.
    """
    if date is None:
        return "unresolved"
    return "span" if date.kind == "interval" else _PRECISIONS.get(date.precision, "year")


def score(names: list[str]) -> float:
    """The sum of the weights of features, kept between 0 and 1.

    Args:
        names: Keys of `WEIGHTS`.
    """
    return round(min(1.0, max(0.0, sum([WEIGHTS[name][0] for name in names]))), 2)


def why(names: list[str]) -> str:
    """What the features say to a person, those that speak for it first.

    Args:
        names: Keys of `WEIGHTS`.
    """
    said = [WEIGHTS[name] for name in names if WEIGHTS[name][1]]
    return "; ".join([words for weight, words in said if weight >= 0] + [words for weight, words in said if weight < 0])
