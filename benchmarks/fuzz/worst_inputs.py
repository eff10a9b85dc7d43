"""The inputs on which the temporal tagger takes longest for a byte, searched for by a seeded fuzz.

A part of `../tagger.py`, which calls `show_worst`. Each input of a class is tried; those that seem slow are measured
again, each beside ordinary text in the same moment, so that what else the machine does falls on both.
"""

from __future__ import annotations

import random
import statistics
import string
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from generator.extracting.tagger.english import ENGLISH

SEED = 20231018
BYTES = 3_000
"""How long an input is: as long as an article."""
MEGABYTE = 1_000_000
LIMIT = 2.0
"""How many times as long as a byte of ordinary text a byte of any input should take."""
SUSPECT = 0.85 * LIMIT
"""What seems slower than this at first is measured again, the `TRIED_AGAIN` slowest of a class."""
TRIED_AGAIN = 60
FIRST_RUNS, RUNS = 3, 7
SHOWN = 3
DENSE = 100
"""An input with more expressions than one in so many bytes is made of dates: there the time is that of reading them."""
MARKS = ".,:;/-–—'’\"()%$€#+ \n"
BEYOND_ASCII = ("İ", "ß", "é", "мая", "五月", "\u2028", "\xa0", "…", "½", "٣", "🗓", "a\u0301", "ﬁ", "Å")
FIGURES = (
    *("0", "7", "31", "99", "007", "199", "1990", "2045", "59,4", "2,000", "10.5", "12:30", "3/4", "3/4/2020", "9/11"),
    *(
        "1990s",
        "'99",
        "'80s",
        "3rd",
        "21st",
        "5pm",
        "5.30",
        "2019-20",
        "20221230",
        "555-1234",
        "1.2.3",
        "50%",
        "$7",
        "1e9",
    ),
)
GAPS = (" ", " ", " ", " ", ", ", ". ", "-", "/", "\n", "\n\n", " '", "(", "")
BIG = {
    "digits": "1234567890",
    "dashes": "-",
    "spaces": " ",
    "line ends": "\n",
    "“of the”": "of the ",
    "“a few”": "a few ",
    "brackets": "(",
    "brackets of digits": "([{1",
    "one letter": "x",
    "digits and points": "1.",
}
"""What a megabyte is made of."""
DATES = (
    *("3 May", "May 3, 2022", "03/05/2022", "2022-05-03", "1990", "1990s", "'99", "2019-20", "5pm", "12:30", "q3 2022"),
    *("Monday", "last Friday", "next week", "two years ago", "a year earlier", "in March", "the third quarter", "now"),
    *("Christmas", "the end of 2009", "early March", "the night of April 18", "from 3 to 5 May", "summer", "yesterday"),
)
MONTHS = tuple(month.capitalize() for month in ENGLISH.words["full_month"])

Article = tuple[str, str]
Read = Callable[[str, str], Sequence[object]]


def tokens() -> list[str]:
    """The words of all tables and examples, in small letters and with a capital one; figures, marks and others."""
    phrases = {word for words in ENGLISH.words.values() for word in words}
    phrases |= {word for rule in ENGLISH.rules for example in rule.examples for word in example.text.split()}
    phrases |= {phrase.capitalize() for phrase in phrases}
    return sorted(phrases | {*FIGURES, *MARKS, *BEYOND_ASCII, *string.printable})


def one_token(_: random.Random) -> Iterator[str]:
    """Each token over and over, with a space behind it, and each that is no word without one."""
    for token in tokens():
        yield f"{token} "
        if not token[-1].isalpha():
            yield token


def mixtures(rng: random.Random) -> Iterator[str]:
    """Two to six tokens over and over."""
    known = tokens()
    for count in (2, 3, 4, 5, 6) * 120:
        yield "".join(rng.choice(known) + rng.choice(GAPS) for _ in range(count))


def soups(rng: random.Random) -> Iterator[str]:
    """Tokens in any order, without end."""
    known = tokens()
    for _ in range(60):
        yield "".join(f"{rng.choice(known)} " for _ in range(BYTES // 6))


def signs(rng: random.Random) -> Iterator[str]:
    """Digits and marks, characters of any script, and bytes: a few over and over or without end."""
    for count in [1, 2, 3, 4, 5, 6] * 60 + [BYTES] * 20:
        yield "".join(rng.choice(string.digits if rng.random() < 0.6 else MARKS) for _ in range(count))
    for count in [3, 30, BYTES] * 20:
        yield "".join(chr(rng.choice((rng.randrange(32, 0x3000), rng.randrange(32, 127)))) for _ in range(count))
    for count in [4, 40, BYTES] * 20:
        yield rng.randbytes(count).decode("latin-1")


def same_dates(rng: random.Random) -> Iterator[str]:
    """Dates of all forms, one or a few over and over."""
    for date in DATES:
        yield f"{date} "
        yield f"{date}, "
    for count in (2, 3, 4, 5, 6) * 10:
        yield "".join(f"{rng.choice(DATES)}{rng.choice(' ,;')} " for _ in range(count))


def different_dates(rng: random.Random) -> Iterator[str]:
    """Dates one after another, each a different one; of one form, and of all in any order."""
    day, month, year = (lambda: rng.randint(1, 28)), (lambda: rng.choice(MONTHS)), (lambda: rng.randint(1900, 2029))
    forms: tuple[Callable[[], str], ...] = (
        lambda: f"{day()} {month()} {year()}",
        lambda: f"{month()} {day()}, {year()}",
        lambda: f"{year()}-{rng.randint(1, 12):02}-{day():02}",
        lambda: f"{day()}/{rng.randint(1, 12)}/{year()}",
        lambda: f"{month()} {year()}",
        lambda: f"{day()} {month()}",
        lambda: str(year()),
        lambda: f"{rng.randint(2, 99)} {rng.choice(('days', 'weeks', 'years'))} ago",
        lambda: f"in {month()}",
    )
    for form in forms:
        yield "; ".join(form() for _ in range(BYTES // 4))
    for _ in range(20):
        yield "; ".join(rng.choice((*forms, lambda: rng.choice(DATES)))() for _ in range(BYTES // 4))


CLASSES: dict[str, Callable[[random.Random], Iterator[str]]] = {
    "one token over and over": one_token,
    "2 to 6 tokens over and over": mixtures,
    "tokens in any order": soups,
    "random signs and bytes": signs,
    "the same dates": same_dates,
    "different dates": different_dates,
}


class Measured(NamedTuple):
    """What an input takes: as a multiple of ordinary text's time a byte, in µs an expression, and the input."""

    multiple: float
    each: float
    text: str


def taken(read: Read, text: str, day: str) -> float:
    """Seconds that a text takes."""
    start = time.process_time()
    read(text, day)
    return time.process_time() - start


class Bench:
    """Ordinary text, and inputs measured beside it.

    Args:
        read: The tagger.
        ordinary: Ordinary texts, each with its day; some of them are measured beside each input.
        day: The day on which the inputs were published.
    """

    def __init__(self, read: Read, ordinary: Sequence[Article], day: str) -> None:
        self.read, self.day = read, day
        self.beside = ordinary[:: max(1, len(ordinary) // 10)]
        self.size = sum(len(text.encode()) for text, _ in self.beside)
        found = sum(len(read(text, day)) for text, day in ordinary)
        whole = min(sum(taken(read, text, day) for text, day in ordinary) for _ in range(RUNS))
        self.each = 1e6 * whole / max(1, found)
        self.usual = whole / sum(len(text.encode()) for text, _ in ordinary)

    def is_dense(self, text: str) -> bool:
        """Whether an input is made of dates; it also compiles what the input needs, so that no timed reading does."""
        return len(self.read(text, self.day)) * DENSE > len(text)

    def seems(self, text: str) -> float:
        """An input's multiple, measured quickly."""
        return min(taken(self.read, text, self.day) for _ in range(FIRST_RUNS)) / len(text.encode()) / self.usual

    def multiple(self, text: str) -> float:
        """An input's multiple: the median of several runs, each right beside ordinary text."""
        ratios = []
        for _ in range(RUNS):
            usual = sum(taken(self.read, text, day) for text, day in self.beside) / self.size
            ratios.append(min(taken(self.read, text, self.day) for _ in range(3)) / len(text.encode()) / usual)
        return statistics.median(ratios)

    def measured(self, texts: Sequence[str]) -> list[Measured]:
        """What inputs take, the slowest first."""
        seeming = sorted(((self.seems(text), text) for text in texts), reverse=True)
        found = []
        for place, (multiple, text) in enumerate(seeming):
            if multiple > SUSPECT and place < TRIED_AGAIN:
                multiple = min(multiple, self.multiple(text))  # noqa: PLW2901 the better measurement of the two
            count = max(1, len(self.read(text, self.day)))
            found.append(Measured(multiple, 1e6 * multiple * self.usual * len(text.encode()) / count, text))
        return sorted(found, reverse=True)


def inputs(title: str) -> list[str]:
    """The inputs of a class."""
    rng = random.Random(SEED)  # noqa: S311 a seed makes the fuzz the same each time
    return list(dict.fromkeys((unit * (BYTES // len(unit) + 1))[:BYTES] for unit in CLASSES[title](rng)))


def _show(title: str, measured: Sequence[Measured], *, dense: bool) -> None:
    within = sum(one.multiple <= LIMIT for one in measured)
    print(
        f"  {title:30} {len(measured):5} inputs, {within:5} within × {LIMIT:.0f}, worst × {measured[0].multiple:4.1f}"
    )
    for one in measured[:SHOWN]:
        each = f"{one.each:5.1f} µs an expression  " if dense else ""
        print(f"    × {one.multiple:4.1f}  {each}{one.text[:40]!r}")


def show_worst(read: Read, ordinary: Sequence[Article], day: str) -> None:
    """Print for each class how many inputs keep the limit, and the worst; of those made of dates, what each date takes.

    Args:
        read: The tagger.
        ordinary: Ordinary texts, each with its day; some of them are measured beside each input.
        day: The day on which the inputs were published.
    """
    bench = Bench(read, ordinary, day)
    print(
        f"\nworst inputs of a fuzz (seed {SEED}, {BYTES} bytes each); ordinary text takes {1e6 * bench.usual:.2f} µs a"
    )
    print(f"byte, and with all that lies between them {bench.each:.0f} µs an expression")
    of_dates: dict[str, list[str]] = {}
    for title in CLASSES:
        texts = inputs(title)
        is_dense = {text: bench.is_dense(text) for text in texts}
        of_dates[title] = [text for text in texts if is_dense[text]]
        if len(of_dates[title]) < len(texts):
            _show(title, bench.measured([text for text in texts if not is_dense[text]]), dense=False)
    big = [Measured(bench.seems(text), 0, text) for text in (unit * (MEGABYTE // len(unit)) for unit in BIG.values())]
    _show("a megabyte of one thing", sorted(big, reverse=True), dense=False)
    print(f"  of dates, more than one in {DENSE} bytes:")
    for title, texts in of_dates.items():
        if texts:
            measured = bench.measured(texts)
            each = statistics.median(one.each for one in measured)
            half = statistics.median(one.multiple for one in measured)
            _show(title, measured, dense=True)
            print(f"    half of them × {half:.1f} or less, {each:.1f} µs an expression or less")
