"""What the cost of extracting grows with: the length of a text, whatever it is made of."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from generator.extracting import extract
from generator.reading.article import Article, PublishedDate

SMALL, LARGE = 4_000, 16_000
MOST_GROWTH = 2.5
"""How much more a character may cost in a text of four times the length; quadratic cost would be fourfold."""

TEXTS = {
    "a paragraph without full stops": "the mayor of Oslo met Okafor on Monday and left and ",
    "capitalised words": "Abc Def Ghi Jkl Mno Pqr met Lind on Monday. ",
    "dated sentences": "Ruth Lind met Daniel Okafor in Lagos on 3 May 2019. ",
    "brackets within brackets": f"Lind {'(' * 60}who met Okafor on Monday{')' * 60} left. ",
    "quotes within quotes": "“Lind ‘met “Okafor (on Monday”) said. ",
    "tokens": "`` Lind '' -LRB- met Okafor on Monday , -RRB- . ",
    "glued words": "Lind Lindand Okafor Okaforhad met on Monday. ",
    "lines": "Monday\n",
}


def seconds(text: str) -> float:
    """The least of two runs: what a busy machine adds is no promise of ours."""
    lines = tuple(range(1, text.count("\n") + 2))
    article = Article("a.txt", text, lines, published=PublishedDate(dt.date(2021, 6, 18), "byline"))
    times = []
    for _ in range(2):
        start = time.process_time()
        extract(article)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_of_four_times_the_length_costs_about_four_times_as_much(unit: str) -> None:
    numbered = [f"{unit[:-1]} {number}{unit[-1]}" for number in range(LARGE // len(unit))]
    small = "".join(numbered)[:SMALL]
    assert seconds("".join(numbered)[:LARGE]) <= MOST_GROWTH * (LARGE / SMALL) * max(seconds(small), 0.004)
