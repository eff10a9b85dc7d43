"""Reprints: who printed whose story, in whatever order they come, and what only looks like one."""

from __future__ import annotations

import datetime as dt
import pickle
import random

import pytest

from generator.reading.article import Article
from generator.reading.reprints import MAX_STORIES, Reprints, credit
from generator.reading.sketch import SIZE, overlap, sketch

MONDAY, TUESDAY = dt.date(2021, 3, 1), dt.date(2021, 3, 2)


def story(seed: int, paragraphs: int = 12) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 the same story for every run
    return [" ".join(f"w{chance.randrange(5000)}" for _ in range(40)) for _ in range(paragraphs)]


def article(paragraphs: list[str], publisher: str = "", agency: str = "") -> Article:
    return Article("a", "\n".join(paragraphs), tuple(range(len(paragraphs))), publisher=publisher, agency=agency)


def drawn(paragraphs: list[str]) -> tuple[int, ...]:
    return sketch(article(paragraphs))


WIRE = story(1)
CUT = WIRE[:6]


def test_a_sketch_is_small_and_the_same_for_any_case_and_punctuation() -> None:
    shouted = [paragraph.upper().replace(" ", " — ") for paragraph in WIRE]
    assert drawn(WIRE) == drawn(shouted)
    assert len(drawn(WIRE)) == SIZE + 1
    assert pickle.loads(pickle.dumps(drawn(WIRE))) == drawn(WIRE)  # noqa: S301 our own bytes


def test_a_short_text_has_no_sketch_and_no_original() -> None:
    assert drawn(["Ferries run again."]) == ()
    assert Reprints().add("a", ()) is None


def test_a_script_without_spaces_is_sketched_by_its_characters() -> None:
    text = "".join(chr(0x4E00 + (number * 37) % 5000) for number in range(400))
    assert overlap(drawn([text]), drawn([text[:200]])) == pytest.approx((0.5, 1.0), abs=0.2)


def test_an_overlap_tells_how_much_of_each_stands_in_the_other() -> None:
    assert overlap(drawn(CUT), drawn(WIRE)) == pytest.approx((1.0, 0.5), abs=0.15)
    assert overlap(drawn(WIRE), drawn(story(2))) == (0.0, 0.0)


def test_a_copy_is_a_reprint_of_what_came_before_it() -> None:
    index = Reprints()
    assert index.add("herald", drawn(WIRE), published=MONDAY) is None
    assert index.add("times", drawn(CUT), published=TUESDAY) == "herald"
    assert (len(index), list(index.reprints())) == (1, [("times", "herald")])


def test_the_earlier_article_is_the_original_though_it_is_read_later() -> None:
    index = Reprints()
    index.add("times", drawn(WIRE), published=TUESDAY)
    assert index.add("herald", drawn(WIRE), published=MONDAY) is None
    assert (index.original("times"), index.original("herald"), len(index)) == ("herald", None, 1)


def test_the_agencys_own_copy_is_the_original_of_all_reprints_whenever_it_comes() -> None:
    index = Reprints()
    index.add("times", drawn(WIRE), "Reuters", MONDAY)
    index.add("herald", drawn(CUT), "Reuters", MONDAY)
    index.add("reuters", drawn(WIRE), "Reuters", TUESDAY, own=True)
    index.add("post", drawn(WIRE[:8]), "", MONDAY)
    assert {key: index.original(key) for key in ("times", "herald", "post", "reuters")} == {
        "times": "reuters",
        "herald": "reuters",
        "post": "reuters",
        "reuters": None,
    }


def test_of_one_day_the_credited_copy_counts_as_the_original() -> None:
    index = Reprints()
    index.add("times", drawn(WIRE), "", MONDAY)
    assert index.add("herald", drawn(WIRE), "AP", MONDAY) is None
    assert index.original("times") == "herald"


def test_a_few_paragraphs_within_a_papers_own_report_make_no_reprint() -> None:
    index = Reprints()
    index.add("wire", drawn(WIRE), "AP", MONDAY)
    assert index.add("times", drawn(WIRE[:3] + story(3, 9)), "", TUESDAY) is None
    assert len(index) == 2


def test_a_story_that_another_paper_printed_whole_and_added_as_much_to_is_still_the_original() -> None:
    index = Reprints()
    index.add("times", drawn(WIRE + story(4)), "", TUESDAY)
    assert index.add("herald", drawn(WIRE), "", MONDAY) is None
    assert index.original("times") is None


def test_an_agencys_flash_and_its_later_story_are_one_witness() -> None:
    index = Reprints()
    index.add("herald", drawn(CUT), "AP", MONDAY)
    assert index.add("times", drawn(WIRE), "AP", TUESDAY) is None
    assert index.original("herald") == "times"
    other = Reprints()
    other.add("ap", drawn(CUT), "AP", MONDAY, own=True)
    assert other.add("times", drawn(WIRE), "AP", TUESDAY) == "ap"


def test_a_later_version_under_the_same_key_is_the_same_article() -> None:
    index = Reprints()
    index.add("herald", drawn(WIRE))
    assert index.add("herald", drawn(WIRE[:10] + story(5, 2))) is None
    index.add("times", drawn(WIRE))
    assert index.add("times", drawn(CUT)) == "herald"
    assert len(index) == 1


def test_a_standing_phrase_of_a_publisher_does_not_fill_the_index() -> None:
    index = Reprints()
    for number in range(40):
        shared = (900, *range(8), *(10_000 * (number + 1) + step for step in range(55)))
        assert index.add(str(number), shared) is None
    assert max(len(posted) for posted in index._posted.values() if isinstance(posted, tuple)) == MAX_STORIES


def test_the_credit_of_an_agencys_own_page_is_its_own() -> None:
    assert credit(article(WIRE, publisher="The Associated Press")) == ("AP", True)
    assert credit(article(WIRE, publisher="Harbour Herald", agency="AP")) == ("AP", False)
