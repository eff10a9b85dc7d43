"""Tell reprints of one story from stories of their own: as articles stream by, and in time linear in their number.

An article is a reprint of another where most of its text stands there, and the other came first or is the agency's
own. A paper that took a few paragraphs and wrote the rest itself is no reprint, nor is the agency's story a reprint of
a paper that printed it whole and added as much again.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from generator.reading.article import Article
from generator.reading.press import AGENCIES
from generator.reading.sketch import SIZE, Sketch, overlap

__all__ = ["REPRINTED", "Reprints", "credit"]

REPRINTED = 0.6
"""The share of a text that must stand in another for a reprint: measured in `benchmarks/reading.py`."""

POSTED = 8
"""So many of a story's smallest hashes find it again. A reprint that kept a third of it is found in 96 of 100 cases
(1 - (2/3)⁸), one that kept half of it in all but four of a thousand."""

MAX_STORIES = 8
"""So many stories are kept for one hash; what more of them share is a standing phrase of a publisher."""


def credit(article: Article) -> tuple[str, bool]:
    """The agency that an article is credited to, or an empty text; and whether it is the agency's own copy."""
    own = AGENCIES.get(article.publisher, "")
    return (own, True) if own else (article.agency, False)


@dataclass(frozen=True, slots=True)
class Story:
    """An article that others may be reprints of.

    Attributes:
        key: What it is known by.
        number: Its place in the table of sketches.
        agency: The agency that it is credited to, or empty.
        own: Whether it is the agency's own copy.
        day: The day of publication as a number; 0 where it is not known.
    """

    key: str
    number: int
    agency: str
    own: bool
    day: int


class Reprints:
    """An index of stories, with the reprints of each.

    Articles may come in any order. What `add` answers is what is known at that time; once all were added, `original`
    tells the same whatever the order was, but for chains of ever more edited copies. A million different stories take
    1.3 GB, a reprint takes what its key takes.
    """

    def __init__(self) -> None:
        self._stories: list[Story] = []
        self._sketches = array("I")
        self._posted: dict[int, int | tuple[int, ...]] = {}
        self._of: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def add(
        self, key: str, sketch: Sketch, agency: str = "", published: dt.date | None = None, *, own: bool = False
    ) -> str | None:
        """Add an article.

        Args:
            key: What it is known by, one for all versions of it: its address, as `article_key` has it.
            sketch: Its sketch.
            agency: The agency that it is credited to, or empty.
            published: Its day of publication, if it is known.
            own: Whether it is the agency's own copy, on the agency's own site.

        Returns:
            The key of the article that it is a reprint of, or None. A later version of an article that was added under
            the same key is that article.
        """
        if key in self._numbers or key in self._of or not sketch:
            return self.original(key)
        story = Story(key, len(self._stories), agency, own, published.toordinal() if published else 0)
        originals = []
        for other in self._alike(sketch):
            mine, theirs = overlap(sketch, self._sketch(other.number))
            if _reprints(story, other, mine, theirs):
                originals.append((mine, other))
            elif _reprints(other, story, theirs, mine):
                self._of[other.key] = key
        if originals:
            original = max(originals, key=lambda pair: (pair[1].own, bool(pair[1].agency), pair[0], -pair[1].number))[1]
            self._of[key] = original.key
            return self.original(key)
        self._post(story, sketch)
        return None

    def original(self, key: str) -> str | None:
        """The key of the article that one is a reprint of, as far as is known by now, or None."""
        found = self._of.get(key)
        while found is not None and found in self._of:
            found = self._of[found]
        return found

    def reprints(self) -> Iterator[tuple[str, str]]:
        """Each reprint with the key of its original, in the order in which they were found."""
        for key in self._of:
            original = self.original(key)
            if original is not None:
                yield key, original

    def __len__(self) -> int:
        """The number of different stories."""
        return len(self._stories) - sum(story.key in self._of for story in self._stories)

    def _alike(self, sketch: Sketch) -> list[Story]:
        """The stories that share a hash with a sketch and are nobody's reprints, the oldest first."""
        numbers: set[int] = set()
        for value in sketch[1:]:
            posted = self._posted.get(value)
            if posted is not None:
                numbers.update(posted if isinstance(posted, tuple) else (posted,))
        return [self._stories[number] for number in sorted(numbers) if self._stories[number].key not in self._of]

    def _post(self, story: Story, sketch: Sketch) -> None:
        self._stories.append(story)
        self._numbers[story.key] = story.number
        self._sketches.extend([*sketch, *[0] * (SIZE + 1 - len(sketch))])
        for value in sketch[1 : POSTED + 1]:
            posted = self._posted.get(value, ())
            stories = posted if isinstance(posted, tuple) else (posted,)
            if len(stories) < MAX_STORIES:
                self._posted[value] = (*stories, story.number) if stories else story.number

    def _sketch(self, number: int) -> Sketch:
        """The sketch of a story, as it was added."""
        row = self._sketches[number * (SIZE + 1) : (number + 1) * (SIZE + 1)]
        return tuple(row[: min(row[0], SIZE) + 1])


def _reprints(one: Story, other: Story, share: float, back: float) -> bool:
    """Whether an article is a reprint of another.

    Args:
        one: The article.
        other: What it may be a reprint of.
        share: How much of the article stands in the other.
        back: How much of the other stands in the article.
    """
    same_agency = bool(one.agency) and one.agency == other.agency
    if one.own != other.own:  # the agency's first few paragraphs may be all of it that was read
        return other.own and (share >= REPRINTED or (same_agency and back >= REPRINTED))
    if share < REPRINTED:
        return False
    whole = back >= REPRINTED
    if one.day and other.day and one.day < other.day:  # an agency's flash is a part of its own later story
        return same_agency and not whole
    undecided = one.day == other.day or not (one.day and other.day)
    return not (undecided and whole and one.agency and not other.agency)
