"""The inputs on which the temporal tagger takes longest for a byte, searched for by a seeded fuzz.

A part of `../tagger.py`, which calls `show_worst`. Each input of a class is tried; the slowest are measured again, each
beside ordinary text in the same moment, so that what else the machine does falls on both.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence

from generator.extracting.tagger.english import ENGLISH

SEED = 20231018
BYTES = 3_000
"""How long an input is: as long as an article."""
TRIED_AGAIN = 8
RUNS = 9
DENSE = 100
"""An input with more expressions than one in so many bytes is made of dates: there the time is that of reading them."""
FIGURES = "0123456789"
MARKS = ".,:;/-–—'’\"()%$€#+ \n"
DATES = (
    *("3 May", "May 3, 2022", "03/05/2022", "2022-05-03", "1990", "1990s", "'99", "2019-20", "5pm", "12:30", "q3 2022"),
    *("Monday", "last Friday", "next week", "two years ago", "a year earlier", "in March", "the third quarter", "now"),
    *("Christmas", "the end of 2009", "early March", "the night of April 18", "from 3 to 5 May", "summer", "yesterday"),
)

Article = tuple[str, str]
Read = Callable[[str, str], Sequence[object]]


def words(_: random.Random) -> Iterator[str]:
    """Each word of the grammar, in small letters and with a capital one, over and over."""
    for word in sorted({word for words in ENGLISH.words.values() for word in words}):
        yield f"{word} "
        yield f"{word.capitalize()} "


def soups(rng: random.Random) -> Iterator[str]:
    """Words of the grammar in any order, without end or a few over and over."""
    known = sorted({word for words in ENGLISH.words.values() for word in words})
    for count in [2] * 200 + [3] * 200 + [BYTES // 6] * 40:
        picked = (rng.choice(known) for _ in range(count))
        yield "".join((word.capitalize() if rng.random() < 0.3 else word) + " " for word in picked)


def signs(rng: random.Random) -> Iterator[str]:
    """Digits and marks, a few over and over or without end."""
    for count in [1, 2, 3, 4, 5, 6] * 60 + [BYTES] * 20:
        yield "".join(rng.choice(FIGURES if rng.random() < 0.6 else MARKS) for _ in range(count))


def dates(rng: random.Random) -> Iterator[str]:
    """Dates of all forms, one over and over or in any order."""
    for date in DATES:
        yield f"{date} "
    for _ in range(40):
        yield "".join(f"{rng.choice(DATES)}{rng.choice(' ,;')} " for _ in range(BYTES // 9))


CLASSES = {"one word": words, "words": soups, "digits and marks": signs, "dates": dates}


def taken(read: Read, text: str, day: str) -> float:
    """Seconds that a text takes."""
    start = time.process_time()
    read(text, day)
    return time.process_time() - start


def multiple(read: Read, text: str, day: str, ordinary: Sequence[Article]) -> float:
    """How many times as long as a byte of ordinary text a byte of an input takes: the median of several runs."""
    size = sum(len(usual.encode()) for usual, _ in ordinary)
    ratios = []
    for _ in range(RUNS):
        usual = sum(taken(read, text, day) for text, day in ordinary) / size
        ratios.append(min(taken(read, text, day) for _ in range(3)) / len(text.encode()) / usual)
    return statistics.median(ratios)


def show_worst(read: Read, ordinary: Sequence[Article], day: str) -> None:
    """Print for each class its worst inputs, without dates and of dates, as multiples of ordinary text.

    Args:
        read: The tagger.
        ordinary: Ordinary texts, each with its day; some of them are measured beside each input.
        day: The day on which the inputs were published.
    """
    beside = ordinary[:: max(1, len(ordinary) // 10)]
    usual = 1e6 * min(sum(taken(read, text, day) for text, day in ordinary) for _ in range(RUNS))
    usual /= sum(len(text.encode()) for text, _ in ordinary)
    print(f"\nworst inputs of a fuzz (seed {SEED}, {BYTES} bytes each); ordinary text takes {usual:.2f} µs a byte")
    for title, units in CLASSES.items():
        rng = random.Random(SEED)  # noqa: S311 a seed makes the fuzz the same each time
        inputs = [unit * (BYTES // len(unit) + 1) for unit in units(rng)]
        # The first reading also compiles what is needed, so that no timed one does.
        dense = {text: len(read(text, day)) * DENSE > len(text) for text in inputs}
        slowest = sorted(dense, key=lambda text: taken(read, text, day) / len(text.encode()), reverse=True)
        for kind, wanted in (("no dates", False), ("of dates", True)):
            chosen = [text for text in slowest if dense[text] is wanted][:TRIED_AGAIN]
            measured = sorted(((multiple(read, text, day, beside), text) for text in chosen), reverse=True)
            for factor, text in measured[:3]:
                print(f"  {title:16} {kind}  × {factor:4.1f}  {factor * usual:5.2f} µs a byte  {text[:40]!r}")
