"""Who is who across articles: “Xi”, “Xi Jinping” and “the Chinese president” are one actor.

What a timeline's `actors:` say comes first. Beyond them an article that says “Halvorsen” alone means the one Halvorsen
of whom the other articles give the full name; where they give two, nobody is guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from generator.model import Actor

__all__ = ["normalise_actors"]

SPELLINGS_ALIKE = 80
"""From 0 to 100: how alike two first names must be to be spellings of one (“Sergei”, “Sergey”)."""


def normalise_actors(names_of_articles: Iterable[Sequence[str]], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Map each name that the articles use to the one by which a timeline calls its bearer.

    Args:
        names_of_articles: The names of actors of each article, as extracted.
        actors: The timeline's actors, by key.

    Returns:
        Each name with the key of an actor, or else with the fullest and most frequent form of the name; a name that
        may be two people's stands for itself.
    """
    counts = Counter(name for names in names_of_articles for name in set(names))
    known = _known(actors)
    bearers = _bearers(counts, known)
    return {name: _meant(name, known, bearers) for name in sorted(counts)}


def _known(actors: Mapping[str, Actor]) -> dict[str, str]:
    """The names and aliases of a timeline's actors, folded, each with its key; one that two share is nobody's."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for key, actor in actors.items():
        for name in (actor.name, *actor.aliases):
            keys[_folded(name)].add(key)
    return {name: next(iter(owners)) for name, owners in keys.items() if len(owners) == 1}


def _bearers(counts: Counter[str], known: Mapping[str, str]) -> dict[str, list[str]]:
    """The full names that a family name may stand for, spellings of one person under the most frequent of them.

    A family name is the last word, or the first: Chinese, Korean and Vietnamese names begin with it.
    """
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(filter(_is_full, counts), key=lambda full: (_folded(full) not in known, -counts[full], full)):
        parts = name.split()
        for family in {parts[0], parts[-1]}:
            if not any(_is_spelling(name, other) for other in bearers[_folded(family)]):
                bearers[_folded(family)].append(name)
    return bearers


def _meant(name: str, known: Mapping[str, str], bearers: Mapping[str, list[str]]) -> str:
    if _folded(name) in known:
        return known[_folded(name)]
    family = name.rpartition(" ")[2]
    candidates = bearers.get(_folded(family), [])
    if _is_full(name):
        full = next((other for other in candidates if _is_spelling(name, other)), name)
    else:
        full = candidates[0] if len(candidates) == 1 else name
    return known.get(_folded(full), full)


def _is_full(name: str) -> bool:
    return " " in name


def _is_spelling(one: str, other: str) -> bool:
    """Whether two full names are spellings of one: the same family name, first names hardly different."""
    first, second = one.split(), other.split()
    if _folded(first[-1]) != _folded(second[-1]) or len(first) != len(second):
        return one == other
    return fuzz.ratio(_folded(" ".join(first[:-1])), _folded(" ".join(second[:-1]))) >= SPELLINGS_ALIKE


def _folded(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").casefold()
