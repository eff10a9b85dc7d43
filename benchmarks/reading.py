"""Measure reading: days of publication beside htmldate and trafilatura, and which articles are reprints of which.

Every page and article is invented (`pages/`), so that the right answer is known.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from bounds import judged
from pages.facts import TODAY
from pages.shape import page
from pages.shapes import SHAPES
from pages.stories import Writer, article, cases

THRESHOLDS = (0.4, 0.5, 0.6, 0.7, 0.8)
"""The shares at which reprints are counted."""

Finder = Callable[[str], dt.date | None]


@dataclass
class Score:
    """What one finder made of the pages.

    Attributes:
        right, wrong, missed, silent: Pages with the right day, with another, with none where there is one, and rightly
            with none.
        seconds: Time of the process.
        shapes: For each shape the number of pages that are not right.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    silent: int = 0
    seconds: float = 0.0
    shapes: Counter[str] = field(default_factory=Counter)


def ours(html: str) -> dt.date | None:
    """Dateline: the day, after reading the whole article."""
    from generator.reading.html import read_html
    from generator.reading.publication import find_published

    found = find_published(read_html(html, "page.html", TODAY), TODAY)
    return found.value if found else None


def htmldate_default(html: str) -> dt.date | None:
    """Htmldate as it comes, with its extensive search."""
    from htmldate import find_date

    return _day(find_date(html, max_date=TODAY.isoformat()))


def htmldate_original(html: str) -> dt.date | None:
    """Htmldate, asked for the original date."""
    from htmldate import find_date

    return _day(find_date(html, original_date=True, max_date=TODAY.isoformat()))


def trafilatura_metadata(html: str) -> dt.date | None:
    """Trafilatura's metadata, with the whole extraction around it."""
    from trafilatura import bare_extraction

    document = bare_extraction(html, with_metadata=True)
    return _day(document.date) if document is not None else None


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


FINDERS: dict[str, Finder] = {
    "Dateline": ours,
    "htmldate, original": htmldate_original,
    "htmldate, default": htmldate_default,
    "trafilatura": trafilatura_metadata,
}


def measure(finder: Finder, count: int) -> Score:
    """Score one finder on so many pages of each shape."""
    _forget()
    score = Score()
    for shape in SHAPES:
        for number in range(count):
            html, truth = page(shape, str(number))
            begun = time.process_time()
            found = finder(html)
            score.seconds += time.process_time() - begun
            if found == truth:
                score.right += truth is not None
                score.silent += truth is None
                continue
            score.wrong += found is not None
            score.missed += found is None
            score.shapes[shape.name] += 1
    return score


def reprints(count: int) -> None:
    """Print how many reprints are known, and how many other articles are taken for reprints, at several thresholds."""
    from generator.reading.reprints import REPRINTED
    from generator.reading.sketch import overlap, sketch

    shares: dict[tuple[str, bool], list[float]] = {}
    for seed in range(count):
        for case in cases(seed):
            share, _ = overlap(sketch(article(case.other)), sketch(article(case.original)))
            shares.setdefault((case.name, case.reprint), []).append(share)
    print(f"\nReprints: % of {count} of each taken for one, by the share that must stand in the original ({REPRINTED})")
    print(f"{'':42}" + "".join(f"{threshold:7.1f}" for threshold in THRESHOLDS))
    for (name, expected), found in shares.items():
        taken = (100 * sum(share >= threshold for share in found) / count for threshold in THRESHOLDS)
        print(f"{'yes' if expected else 'no':4}{name:38}" + "".join(f"{share:7.1f}" for share in taken))


def stream(count: int) -> float:
    """Print what an index of so many articles costs, every fifth of them a reprint of an earlier one.

    Returns:
        How many per cent it told right.
    """
    from generator.reading.reprints import Reprints
    from generator.reading.sketch import sketch

    index = Reprints()
    stories: list[list[str]] = []
    right = sketching = adding = 0.0
    letters = 0
    writer = Writer(99)
    for number in range(count):
        is_reprint = number % 5 == 4
        paragraphs = (
            writer.respelt(writer.kept(writer.chance.choice(stories), 0.6), 0.02) if is_reprint else writer.story()
        )
        if not is_reprint and len(stories) < 1000:
            stories.append(paragraphs)
        begun = time.process_time()
        drawn = sketch(article(paragraphs))
        between = time.process_time()
        original = index.add(str(number), drawn)
        adding += time.process_time() - between
        sketching += between - begun
        right += (original is not None) == is_reprint
        letters += sum(map(len, paragraphs))
    print(f"\nAn index of {count} articles of {letters / count / 1000:.1f} kB: {100 * right / count:.2f} % right")
    print(f"{1e6 * sketching / count:.0f} µs to sketch one, {1e6 * adding / count:.0f} µs to add it")
    return 100 * right / count


def _forget() -> None:
    """Empty the caches of the libraries, so that no finder profits from those before it."""
    from htmldate.meta import reset_caches as of_htmldate
    from trafilatura.meta import reset_caches as of_trafilatura

    from generator.reading.calendar_dates import _parse

    of_htmldate()
    of_trafilatura()
    _parse.cache_clear()


def main() -> int:
    """Print the figures; gives 1 if one is beyond its bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=8, help="pages of each shape")
    parser.add_argument("--shapes", action="store_true", help="name the shapes in which each finder fails")
    parser.add_argument("--stories", type=int, default=100, help="stories of which reprints are made")
    parser.add_argument("--articles", type=int, default=5000, help="articles in the index of reprints")
    options = parser.parse_args()
    for shape in SHAPES:
        for finder in FINDERS.values():
            finder(page(shape, "warm")[0])
    pages = len(SHAPES) * options.count
    print(f"Days of publication: {pages} pages of {len(SHAPES)} shapes")
    print(f"{'':20} {'correct %':>9} {'wrong %':>8} {'missed %':>8} {'ms a page':>9}")
    scores = {name: measure(finder, options.count) for name, finder in FINDERS.items()}
    for name, score in scores.items():
        shares = [100 * part / pages for part in (score.right + score.silent, score.wrong, score.missed)]
        print(f"{name:20} {shares[0]:9.1f} {shares[1]:8.1f} {shares[2]:8.1f} {1000 * score.seconds / pages:9.1f}")
        if options.shapes:
            for shape, failed in score.shapes.most_common():
                print(f"    {failed:2} of {options.count}  {shape}")
    reprints(options.stories)
    told = stream(options.articles)
    dateline, peer = scores["Dateline"], scores["trafilatura"]
    figures = {
        "days of publication that are right, %": 100 * (dateline.right + dateline.silent) / pages,
        "days of publication that are wrong, %": 100 * dateline.wrong / pages,
        "a page, times trafilatura's work": dateline.seconds / peer.seconds,
        "reprints told from other stories, %": told,
    }
    return judged("reading", figures)


if __name__ == "__main__":
    sys.exit(main())
