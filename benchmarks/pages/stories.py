"""Invented stories in invented words, and what papers do with an agency's: print it, cut it, or write their own."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass

from generator.reading.article import Article

SYLLABLES = (
    "ba",
    "ko",
    "ri",
    "ten",
    "lu",
    "ma",
    "sol",
    "ver",
    "in",
    "ga",
    "do",
    "pes",
    "ti",
    "an",
    "rul",
    "ek",
    "mo",
    "fi",
)
GLUE = ("the", "of", "a", "in", "to", "and", "that", "was", "on", "for", "by", "with", "said", "after", "its", "had")


def _lexicon(size: int) -> list[str]:
    chance = random.Random(7)  # noqa: S311 the same words for every run
    return ["".join(chance.choices(SYLLABLES, k=chance.randrange(2, 4))) for _ in range(size)]


LEXICON = _lexicon(4000)
WEIGHTS = [1 / (rank + 8) for rank in range(len(LEXICON))]
CUMULATED = list(itertools.accumulate(WEIGHTS))


@dataclass(frozen=True, slots=True)
class Case:
    """Two articles: an original, and what became of it.

    Attributes:
        name: What was done to it.
        original, other: The paragraphs of both.
        reprint: Whether the other is a reprint.
    """

    name: str
    original: list[str]
    other: list[str]
    reprint: bool


class Writer:
    """Writes paragraphs.

    Args:
        seed: The same one writes the same.
    """

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 the same stories for every run

    def paragraph(self) -> str:
        """Two to four sentences of nine to twenty words, a good third of them the commonest ones."""
        return " ".join(self._sentence() for _ in range(self.chance.randrange(2, 5)))

    def story(self, low: int = 8, high: int = 16) -> list[str]:
        """A story of its own."""
        return [self.paragraph() for _ in range(self.chance.randrange(low, high))]

    def respelt(self, paragraphs: list[str], share: float) -> list[str]:
        """The same with a share of its words spelt or chosen otherwise."""
        return [
            " ".join(word[:-1] + "z" if self.chance.random() < share else word for word in paragraph.split())
            for paragraph in paragraphs
        ]

    def kept(self, paragraphs: list[str], share: float) -> list[str]:
        """The first paragraphs, and some of the others, in their order."""
        count = max(round(len(paragraphs) * share), 2)
        return paragraphs[:2] + sorted(self.chance.sample(paragraphs[2:], count - 2), key=paragraphs.index)

    def _sentence(self) -> str:
        words = self.chance.choices(LEXICON, cum_weights=CUMULATED, k=self.chance.randrange(9, 20))
        mixed = [self.chance.choice(GLUE) if self.chance.random() < 0.4 else word for word in words]
        return " ".join(mixed).capitalize() + "."


def cases(seed: int) -> list[Case]:
    """One of each thing that is done to a story."""
    writer = Writer(seed)
    boilerplate = Writer(seed % 5 + 10_000).story(2, 4)
    background = Writer(seed % 3 + 20_000).story(2, 3)
    story = writer.story()
    shuffled = story[:1] + writer.chance.sample(story[1:], len(story) - 1)
    own = writer.story
    return [
        Case("printed whole", story, story, reprint=True),
        Case("printed with the paper's boilerplate", story, story + boilerplate, reprint=True),
        Case("spelt the American way, 4 % of words", story, writer.respelt(story, 0.04), reprint=True),
        Case("edited, 8 % of words", story, writer.respelt(story, 0.08), reprint=True),
        Case("cut to two thirds", story, writer.kept(story, 0.67), reprint=True),
        Case("cut to a third", story, writer.kept(story, 0.34), reprint=True),
        Case(
            "cut to a half, respelt, boilerplate",
            story,
            writer.respelt(writer.kept(story, 0.5), 0.03) + boilerplate[:1],
            reprint=True,
        ),
        Case("reordered", story, shuffled, reprint=True),
        Case("printed whole, a paragraph of its own", story, [*story, writer.paragraph()], reprint=True),
        Case("three paragraphs taken, the rest its own", story, own(8, 12) + story[:3], reprint=False),
        Case("quotations shared", story, [*own(), story[2].split(". ")[0] + "."], reprint=False),
        Case("another story with the same background", story + background, own() + background, reprint=False),
        Case("the next day's story, a third kept", story, own(8, 12) + story[-len(story) // 3 :], reprint=False),
        Case("another story", story, own(), reprint=False),
    ]


def article(paragraphs: list[str]) -> Article:
    """Paragraphs as an article."""
    return Article(origin="", text="\n".join(paragraphs), lines=tuple(range(1, len(paragraphs) + 1)))
