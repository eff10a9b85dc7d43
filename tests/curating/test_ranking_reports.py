from __future__ import annotations

import datetime as dt

import pytest

from generator.curating.ranking import Wanted, rank, report
from generator.curating.ranking.report import LONGEST_TOLD
from generator.curating.ranking.terms import terms
from generator.extracting import extract
from generator.reading.article import Article, PublishedDate

TEXT = """\
The dam above Fallow gave way on Tuesday, and the valley was flooded.
Two hundred people left their homes. Engineers had warned of cracks on 4 March.
The dam was opened on 9 June 1984. Repairs may last until summer.
At the weekend the minister, Ada Brook, will visit the valley.
"""


def made(text: str = TEXT, published: str | None = "2031-03-13", **given) -> Article:
    day = PublishedDate(dt.date.fromisoformat(published), "given") if published else None
    lines = tuple(range(1, text.count("\n") + 2))
    return Article("fallow.txt", text, lines, published=day, **given)


def reported(article: Article, **given):
    return report(article, extract(article), **given)


def days(told):
    return [(dt.date.fromordinal(told.first).isoformat(), dt.date.fromordinal(told.last).isoformat())]


def test_a_report_tells_of_each_day_that_the_article_names():
    named = {day for told in reported(made()).told if told.basis != "lead" for day in days(told)}
    assert {("2031-03-11", "2031-03-11"), ("2031-03-04", "2031-03-04"), ("1984-06-09", "1984-06-09")} <= named


def test_the_head_of_an_article_tells_of_its_publication_day():
    leads = reported(made("The dam gave way. People fled. The minister came.")).told
    assert {told.basis for told in leads} == {"lead"}
    assert len(leads) == 3
    assert {day for told in leads for day in days(told)} == {("2031-03-13", "2031-03-13")}


@pytest.mark.parametrize("when", ["on 4 March", "on Tuesday", "today", "last week", "in January"])
def test_a_sentence_at_the_head_that_says_when_tells_of_no_other_day(when):
    told = reported(made(f"The dam gave way. Engineers warned of cracks {when}.")).told
    assert [each.sentence for each in told if each.basis == "lead"] == ["The dam gave way."]


@pytest.mark.parametrize("when", ["in 1984", "this week", "this month", "since the nineties"])
def test_a_sentence_at_the_head_that_only_mentions_a_time_tells_of_the_publication_day(when):
    told = reported(made(f"The dam gave way that was opened {when}.")).told
    assert any(each.basis == "lead" for each in told)


def test_an_event_of_one_day_is_not_told_again_as_news_of_the_day_of_publication():
    text = "The harbour reopened on Monday.\nMayor Oskar Tamm signed an emergency order on 3 March 2031.\n"
    ranking = rank([reported(made(text, published="2031-03-12"))], Wanted())
    told = {str(each.date): each.summary for each in ranking}
    assert told == {
        "2031-03-03": "Mayor Oskar Tamm signed an emergency order on 3 March 2031.",
        "2031-03-10": "The harbour reopened on Monday.",
    }


def test_an_article_without_a_date_has_no_head_that_tells_of_a_day():
    undated = reported(made(published=None))
    assert undated.published is None
    assert {told.basis for told in undated.told} <= {"candidate", "passed"}
    assert undated.chronicle == 0


def test_what_an_article_says_of_itself_is_its_own_date():
    told = reported(made("Updated 13 March 2031.\nThe dam of Fallow broke on Tuesday.")).told
    assert [each.sentence for each in told if each.basis == "page"] == ["Updated 13 March 2031."]


def test_a_candidate_keeps_its_headline_and_its_fingerprint():
    told = next(told for told in reported(made()).told if told.basis == "candidate")
    assert told.title
    assert len(told.mention) == 10
    assert told.status == "happened"


@pytest.mark.parametrize("vague", ["in March 2031", "in 1984", "this week", "in the spring of 2030"])
def test_what_is_vaguer_than_a_few_days_is_left_out(vague):
    told = reported(made(f"The dam of Fallow was repaired {vague}, the ministry said.")).told
    assert {each.basis for each in told} == {"lead"}


def test_days_that_no_calendar_of_python_has_are_left_out():
    told = reported(made("The first dam of Fallow was built on 3 May 44 BC, the museum says.")).told
    assert all(each.first >= 1 for each in told)


def test_a_long_sentence_is_cut_at_a_word():
    long = f"On Tuesday the dam broke{', and the water rose higher' * 30}."
    told = reported(made(long)).told[0]
    assert len(told.sentence) <= LONGEST_TOLD + 2
    assert told.sentence.endswith(" …")


@pytest.mark.parametrize(
    ("given", "voice"),
    [
        ({"agency": "Reuters", "publisher": "The Elm Post"}, "reuters"),
        ({"publisher": "The Elm Post", "url": "https://www.example.org/dam"}, "the elm post"),
        ({"url": "https://www.example.org/dam"}, "example.org"),
        ({"title": "Dam breaks"}, "title:dam breaks|"),
    ],
)
def test_whose_report_it_is(given, voice):
    assert reported(made(**given)).voice == voice


def test_a_reprint_says_of_what():
    assert reported(made(), original="url:example.org/dam").original == "url:example.org/dam"


def test_a_chronology_is_known_by_the_days_that_it_names_by_the_calendar():
    lines = [f"{day} February 2031: The commission hears witness number {day}." for day in range(1, 9)]
    assert reported(made("\n".join(lines))).chronicle == 8
    assert reported(made("The dam broke on Tuesday. It was shut on Monday.")).chronicle == 0


@pytest.mark.parametrize("days_of", ["12 March", "13 March", "14 March", "15 March", "2 April"])
def test_news_of_yesterday_and_a_calendar_of_what_is_to_come_are_no_chronology(days_of):
    lines = [f"{days_of} 2031: The commission hears witness number {number}." for number in range(1, 9)]
    assert reported(made("\n".join(lines))).chronicle == 0


def test_one_article_makes_a_timeline():
    ranking = rank([reported(made(title="Dam breaks above Fallow"))], Wanted())
    assert "2031-03-11" in [each.date.text for each in ranking]
    assert all(each.sources == ("fallow.txt",) for each in ranking)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The floods and the flooding", ["flood", "flood"]),
        ("She said on Monday that it was", []),
        ("Calderón’s 1,004 cases", ["calderón", "1,004", "case"]),
    ],
)
def test_terms_say_what_a_text_is_about(text, expected):
    assert terms(text) == expected
