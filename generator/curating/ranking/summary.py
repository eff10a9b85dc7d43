"""What is said of a day: the sentences that say best what most of its sentences say.

Sentences are vectors of their terms, weighed by frequency and rarity (Salton and Buckley, 1988); the best is the one
nearest to the middle of all (the centroid of Radev et al., 2004), the next one the nearest that does not repeat it
(maximal marginal relevance, Carbonell and Goldstein, 1998).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.curating.ranking.pools import Pool, Saying
from generator.curating.ranking.topic import Topic
from generator.curating.ranking.weights import Weights

__all__ = ["ONE_EVENT", "Choice", "Vector", "choose", "cosine"]

FEWEST_WORDS = 6
"""A shorter sentence is a heading, a caption or an answer."""

REPEATS = 0.7
"""How much of a sentence's likeness to one already chosen speaks against it."""

ONE_EVENT = 0.15
"""How near a sentence must be to the first one, 0 to 1, to stand in the same summary."""

Vector = dict[str, float]

_QUESTION = re.compile(r"\?\W*$")
_SPEECH = re.compile(r"[\"“”„»«]|``|''|(?<![\w'’])(?:i|we|my|our|us|me|you|your)(?![\w'’])", re.IGNORECASE)
_LEANING = re.compile(
    r"^\W*(?:and|but|it|he|she|they|this|that|these|those|so|or|who|which|meanwhile|however|also)\b"
    r"|\b(?:yesterday|tomorrow|last night)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is said of a day.

    Attributes:
        sayings: The sentences of its summary, best first.
        vectors: What each of them is about, vectors of length 1.
        alike: All sentences of the day, those nearest to the first of the summary first, with how near, 0 to 1.
    """

    sayings: tuple[Saying, ...]
    vectors: tuple[Vector, ...]
    alike: tuple[tuple[float, Saying], ...]

    def repeats(self, other: Choice) -> float:
        """How near a sentence of this choice comes to one of another, at most, 0 to 1."""
        return max(cosine(ours, theirs) for ours in self.vectors for theirs in other.vectors)


def choose(pool: Pool, topic: Topic, weights: Weights, used: frozenset[str] = frozenset()) -> Choice | None:
    """Choose the sentences that say what happened on a day.

    Args:
        pool: What may be chosen from.
        topic: How rare words are.
        weights: What counts how much.
        used: Sentences that stand in another summary: the first ones of an article may tell of two days.

    Returns:
        The choice, or None where there is nothing to choose from.
    """
    sayings = list(pool)
    vectors = [_vector(saying, topic) for saying in sayings]
    middle = _middle(sayings, vectors)
    scores = {
        number: cosine(vectors[number], middle) * saying.weight * _manner(saying, weights)
        for number, saying in enumerate(sayings)
        if saying.told.sentence not in used
    }
    if not scores:
        return None
    chosen = _best(sayings, vectors, scores, weights)
    near = [(cosine(vectors[chosen[0]], vector), number) for number, vector in enumerate(vectors)]
    alike = [(likeness, sayings[number]) for likeness, number in sorted(near, key=lambda pair: (-pair[0], pair[1]))]
    return Choice(tuple(sayings[each] for each in chosen), tuple(vectors[each] for each in chosen), tuple(alike))


def cosine(one: Vector, other: Vector) -> float:
    """How near two vectors of length 1 are, 0 to 1."""
    return sum(value * other.get(word, 0.0) for word, value in one.items())


def _vector(saying: Saying, topic: Topic) -> Vector:
    terms = Counter(saying.told.terms)
    return _normal({word: (1 + math.log(count)) * topic.rarity(word) for word, count in terms.items()})


def _middle(sayings: Sequence[Saying], vectors: Sequence[Vector]) -> Vector:
    total: Vector = {}
    for saying, vector in zip(sayings, vectors, strict=True):
        for word, value in vector.items():
            total[word] = total.get(word, 0.0) + value * saying.weight
    return _normal(total)


def _normal(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def _manner(saying: Saying, weights: Weights) -> float:
    """How well a sentence is made for a summary, whatever it says: 1 for a plain report."""
    text = saying.told.sentence
    words = _length(saying)
    faults = (
        (weights.asked, _QUESTION.search(text)),
        (weights.spoken, _SPEECH.search(text)),
        (weights.leaning, _LEANING.search(text)),
        (weights.long, words > weights.longest or words < FEWEST_WORDS),
    )
    return math.prod(weight for weight, present in faults if present)


def _length(saying: Saying) -> int:
    return sum(1 for _ in _WORD.finditer(saying.told.sentence))


def _best(
    sayings: Sequence[Saying], vectors: Sequence[Vector], scores: dict[int, float], weights: Weights
) -> list[int]:
    """The numbers of the chosen sentences: the best, then those that add most to it and are short enough."""
    left = set(scores)
    chosen: list[int] = []
    words = 0

    def gain(number: int) -> tuple[float, int]:
        repeated = max((cosine(vectors[number], vectors[other]) for other in chosen), default=0.0)
        return scores[number] * (1 - REPEATS * repeated), -number

    while left and len(chosen) < weights.sentences:
        number = max(left, key=gain)
        left.remove(number)
        length = _length(sayings[number])
        if not chosen:
            left = {other for other in left if cosine(vectors[number], vectors[other]) >= ONE_EVENT}
        elif words + length > weights.summary:
            continue
        chosen.append(number)
        words += length
    return chosen
