"""What a ranking left out, and for what of that which is asked for: so that an empty timeline is no riddle."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from generator.curating.counted import counted
from generator.curating.ranking.ranked import Wanted

__all__ = ["LeftOut"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much a ranking left out.

    Attributes:
        articles: How many articles there are.
        silent: How many of them have nothing to do with the query.
        is_asked: Whether the query has a word by which articles can be told apart.
        outside: Days that articles name before the first or after the last one.
        named: Days that articles name within these.
        few: Those of them that too few independent sources name.
        repeated: Days that only tell what a better one close by tells.
        mute: Days of which no sentence tells what happened.
        lower: Days for which less speaks than for as many as are wanted.
    """

    articles: int
    silent: int
    is_asked: bool
    outside: int
    named: int
    few: int
    repeated: int
    mute: int
    lower: int

    def told(self, wanted: Wanted) -> Iterator[str]:
        """Say what was left out, a line for each option and reason that took something.

        Args:
            wanted: What was asked for.
        """
        if wanted.query and not self.is_asked:
            yield f"--query was not used: “{wanted.query}” has no word that tells one article from another"
        elif self.silent:
            yield f"--query: {self.silent:,} of {counted(self.articles, 'article')} say nothing of “{wanted.query}”"
        if self.outside:
            bounds = [option for option, bound in (("--since", wanted.since), ("--until", wanted.until)) if bound]
            yield f"{' and '.join(bounds)}: {counted(self.outside, 'day')} that articles name outside"
        if self.few:
            of_all = f"{self.few:,} of {counted(self.named, 'day')} that articles name"
            yield f"--min-sources {wanted.min_sources}: {of_all}, for having fewer independent sources"
        if self.lower and wanted.top < sys.maxsize:
            yield f"--top {wanted.top}: {counted(self.lower, 'day')} for which less speaks"
        if self.repeated:
            yield f"{counted(self.repeated, 'day')} that only tell what a day close by tells better"
        if self.mute:
            yield f"{counted(self.mute, 'day')} of which no sentence tells what happened"
