from __future__ import annotations

import dataclasses
import datetime as dt
import pickle
import sys

import pytest

from generator.curating.ranking import Report, Told, Wanted, rank, sift
from generator.curating.ranking.pools import MOST_SAYINGS
from generator.curating.ranking.terms import terms

MARCH = dt.date(2031, 3, 1).toordinal() - 1
"""The day before 1 March 2031: days are numbered from it."""


def told(day: int, sentence: str, basis: str = "passed", **named) -> Told:
    last = named.pop("last", day)
    return Told(MARCH + day, MARCH + last, sentence, tuple(terms(sentence)), 0, basis, **named)


def candidate(day: int, sentence: str, title: str, mention: str, status: str = "happened") -> Told:
    return told(day, sentence, "candidate", title=title, mention=mention, status=status, score=0.8)


def article(name: str, published: int | None, *said: Told, **changed) -> Report:
    words = tuple(dict.fromkeys(word for each in said for word in each.terms))
    day = MARCH + published if published is not None else None
    return dataclasses.replace(Report(name, f"{name}.txt", f"Report {name}", name, day, said, words), **changed)


def days(ranking) -> list[int]:
    return [dt.date(*each.date.earliest).toordinal() - MARCH for each in ranking]


FLOOD = "The river Alder flooded the old harbour of Port Elm on {}."
FIRE = "A fire closed the paper mill above Port Elm on {}."

COLLECTION = [
    article("a", 4, told(3, FLOOD.format("Monday"))),
    article("b", 4, told(3, FLOOD.format("Monday"))),
    article("c", 9, told(3, FLOOD.format("3 March")), told(8, FIRE.format("Saturday"))),
    article("d", 30, told(3, "The flood of 3 March ruined the harbour of Port Elm.")),
]


def test_the_day_that_more_articles_name_and_return_to_comes_first():
    (best,) = rank(COLLECTION, Wanted(top=1))
    assert best.date.text == "2031-03-03"


def test_the_timeline_is_in_the_order_of_time_and_its_scores_are_not():
    ranking = rank(COLLECTION, Wanted())
    assert days(ranking) == [3, 8]
    assert ranking[0].score > ranking[1].score


def test_the_order_of_the_reports_changes_nothing():
    assert rank(COLLECTION[::-1], Wanted()) == rank(COLLECTION, Wanted())


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ({"since": dt.date(2031, 3, 4)}, [8]),
        ({"until": dt.date(2031, 3, 7)}, [3]),
        ({"since": dt.date(2031, 3, 3), "until": dt.date(2031, 3, 8)}, [3, 8]),
        ({"since": dt.date(2031, 4, 1)}, []),
    ],
)
def test_only_days_within_the_bounds_are_chosen(bounds, expected):
    assert days(rank(COLLECTION, Wanted(**bounds))) == expected


def test_no_reports_make_no_timeline():
    assert rank([], Wanted()) == []


def test_why_names_articles_sources_returns_and_the_first_report():
    best = rank(COLLECTION, Wanted())[0]
    assert best.why == (
        "named by 4 articles of 4 independent sources; referred back to on 3 later days; "
        "first told on 2031-03-04 by “Report a”"
    )


def test_reprints_speak_with_the_voice_of_their_original():
    sentence = FLOOD.format("Monday")
    original = article("wire", 4, told(3, sentence))
    reprints = [article(f"paper {number}", 4, told(3, sentence), original="wire") for number in range(5)]
    collection = [*reprints, original]
    assert "6 articles of 1 independent source;" in rank(collection, Wanted())[0].why
    assert rank(collection, Wanted(min_sources=2)) == []


def test_reprints_of_an_original_that_is_not_there_are_one_source():
    reprints = [article(f"paper {number}", 4, told(3, FIRE.format("Monday")), original="wire") for number in range(3)]
    assert "of 1 independent source;" in rank(reprints, Wanted())[0].why


def test_articles_of_one_publisher_are_one_source():
    collection = [article(name, 4, told(3, FLOOD.format("Monday")), voice="the elm post") for name in "ab"]
    assert rank(collection, Wanted(min_sources=2)) == []
    assert len(rank(collection, Wanted(min_sources=1))) == 1


def test_more_sources_than_are_told_apart_are_many():
    collection = [article(f"a{number}", 4, told(3, FLOOD.format("Monday"))) for number in range(300)]
    assert "300 articles of more than 63 independent sources" in rank(collection, Wanted())[0].why


def test_a_query_keeps_to_its_subject():
    others = [article(f"o{n}", 12, told(11, "The museum of clocks opened in Fallow on Monday.")) for n in range(8)]
    collection = [*COLLECTION, *others]
    assert days(rank(collection, Wanted(top=1))) == [11]
    assert days(rank(collection, Wanted(query="flooded harbours"))) == [3, 8]


def test_a_query_that_nothing_answers_gives_nothing():
    assert rank(COLLECTION, Wanted(query="zeppelin")) == []


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, []),
        ({"query": "zeppelin"}, ["--query: 4 of 4 articles say nothing of “zeppelin”"]),
        ({"query": "the"}, ["--query was not used: “the” has no word that tells one article from another"]),
        (
            {"query": "mill", "min_sources": 2},
            [
                "--query: 3 of 4 articles say nothing of “mill”",
                "--min-sources 2: 2 of 2 days that articles name, for having fewer independent sources",
            ],
        ),
        ({"since": dt.date(2031, 3, 4)}, ["--since: 1 day that articles name outside"]),
        (
            {"since": dt.date(2031, 4, 1), "until": dt.date(2031, 4, 2)},
            ["--since and --until: 2 days that articles name outside"],
        ),
        ({"top": 1}, ["--top 1: 5 days for which less speaks"]),
    ],
)
def test_it_is_told_what_was_left_out_and_for_what(asked, told):
    wanted = Wanted(**{"top": sys.maxsize} | asked)
    left_out = [line for line in sift(COLLECTION, wanted).left_out.told(wanted) if line.startswith("--")]
    assert left_out == told


def test_days_that_tell_nothing_of_their_own_are_told_to_be_left_out():
    left_out = list(sift(COLLECTION, Wanted()).left_out.told(Wanted()))
    assert left_out == ["4 days of which no sentence tells what happened"]


def test_what_is_off_the_topic_of_the_collection_does_not_outweigh_it():
    listing = [article(f"l{n}", 21, told(20, "Quiz at nine, film at ten, weather on Thursday.")) for n in range(2)]
    floods = [article(f"f{n}", 4 + n, told(3, FLOOD.format("3 March"))) for n in range(6)]
    once = article("g", 9, told(8, "The river Alder flooded Port Elm and its harbour again on 8 March."))
    assert days(rank([*listing, *floods, once], Wanted(top=2))) == [3, 8]


def test_the_days_of_a_chronology_count_more():
    heard = ["mayor", "miller", "engineer", "priest", "fisher", "doctor", "pilot", "smith"]
    lines = [f"{3 * n} March 2031 The Alder commission hears the {who}." for n, who in enumerate(heard, 1)]
    chronology = article("history", 40, *(told(3 * n, line) for n, line in enumerate(lines, 1)), chronicle=8)
    news = [
        article(f"n{n}", 16 + n, told(15, "The Alder commission hears a late witness on 15 March.")) for n in (1, 2)
    ]
    ranking = rank([chronology, *news], Wanted())
    listed = next(each for each in ranking if each.date.text == "2031-03-06")
    assert "listed by 1 chronology" in listed.why
    without = rank([dataclasses.replace(chronology, chronicle=0), *news], Wanted())
    assert listed.score > next(each for each in without if each.date == listed.date).score


def test_a_chronology_does_not_repeat_the_date_in_its_summary():
    line = "5 March 2031 The commission of inquiry hears the harbour master."
    (entry,) = rank([article("history", 40, told(5, line))], Wanted())
    assert entry.title == "The commission of inquiry hears the harbour master"
    assert entry.summary == "The commission of inquiry hears the harbour master."


def test_the_headline_is_that_of_the_candidate_nearest_to_the_summary():
    sentence = "The council of Port Elm closed the harbour on Monday after the flood."
    collection = [
        article("a", 4, candidate(3, sentence, "Council closes the harbour", "aa"), told(3, "Rain fell on Monday.")),
        article("b", 4, candidate(3, "Ferries were cancelled on Monday.", "Ferries cancelled", "bb")),
        article("c", 4, candidate(3, "The council closed the harbour of Port Elm.", "Harbour closed", "cc")),
    ]
    (entry,) = rank(collection, Wanted())
    assert entry.title in {"Council closes the harbour", "Harbour closed"}
    assert set(entry.mentions) == {"aa", "cc"}, "what else happened that day is another event"


def test_a_headline_from_before_the_event_does_not_stand_over_it():
    plan = candidate(9, "The new dam of Port Elm will open on 9 March.", "New dam to open", "aa", "planned")
    done = told(9, "The new dam of Port Elm opened on 9 March before a large crowd.")
    (entry,) = rank([article("a", 2, plan), article("b", 10, done), article("c", 10, done)], Wanted())
    assert entry.title == "The new dam of Port Elm opened on 9 March before a large crowd"
    assert entry.mentions == ("aa",)


def test_a_day_that_was_only_announced_says_so():
    plan = told(9, "The new dam of Port Elm will open on 9 March.")
    (entry,) = rank([article("a", 2, plan)], Wanted())
    assert entry.why.endswith("only announced: nobody wrote of it afterwards")


def test_the_heads_of_articles_tell_of_a_day_that_none_names():
    lead = told(6, "Divers have found the lost bell of Port Elm.", "lead")
    ranking = rank([article("a", 6, lead)], Wanted())
    assert [each.summary for each in ranking] == ["Divers have found the lost bell of Port Elm."]
    assert "none names it" in ranking[0].why


def test_one_sentence_does_not_tell_of_two_days():
    lead = told(6, "Divers have found the lost bell of Port Elm in the harbour.", "lead")
    named = told(5, "The bell was found on Wednesday by two divers.")
    summaries = [each.summary for each in rank([article("a", 6, lead, named)], Wanted())]
    assert len(set(summaries)) == len(summaries)


def test_an_event_that_is_told_a_day_late_is_one_event():
    collection = [
        article("a", 4, told(3, "Police questioned the harbour master of Port Elm for six hours on Monday.")),
        article("b", 4, told(3, "Police questioned the harbour master of Port Elm for six hours.")),
        article("c", 9, told(4, "Police questioned the harbour master of Port Elm for six hours on 4 March.")),
    ]
    assert days(rank(collection, Wanted())) == [3]


def test_a_plain_report_is_preferred_to_a_question_a_quotation_and_a_comment():
    collection = [
        article("a", 4, told(3, "Has the river Alder flooded the harbour of Port Elm on Monday?")),
        article("b", 4, told(3, "The river Alder flooded the harbour of Port Elm on Monday.")),
        article("c", 4, told(3, "“We saw the river Alder flood the harbour of Port Elm on Monday,” she said.")),
        article("d", 4, told(3, "But that was before the river Alder flooded the harbour of Port Elm on Monday.")),
    ]
    assert rank(collection, Wanted())[0].summary.startswith(
        "The river Alder flooded the harbour of Port Elm on Monday."
    )


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            f"The river Alder flooded {'the harbour and the market and the mills and ' * 4}the church of Port Elm.",
            "The river Alder flooded the harbour and the market",
        ),
        (
            "Under Secretary Thorvald Quist , who heads the inquiry into the flood , told the council it was over .",
            "Under Secretary Thorvald Quist, who heads the inquiry into the flood, told the council it …",
        ),
        (
            "The Alder 's flood closed the mill , and ended the market of Port Elm for many years and all its people",
            0,
        ),
    ],
)
def test_a_headline_made_of_a_long_sentence_ends_with_a_clause_or_else_at_a_word(sentence, title):
    (entry,) = rank([article("a", 4, told(3, sentence), title="")], Wanted())
    assert entry.title == (
        title or "The Alder's flood closed the mill, and ended the market of Port Elm for many years"
    )


def test_one_article_that_tells_of_neighbouring_days_in_like_words_tells_of_one_event():
    told_twice = article(
        "a",
        5,
        told(3, "The harbour school of Port Elm was told that a pupil had caught the river fever in the north."),
        told(4, "The school of Port Elm was closed for a week after a pupil fell ill with river fever on a journey."),
    )
    others = [article("b", 5, told(4, "The school of Port Elm was closed for a week, said the council of the town."))]
    assert len(rank([told_twice, *others], Wanted())) == 1


def test_why_names_an_article_without_a_headline_by_its_publisher_or_host_or_file():
    told_of = told(3, "The river Alder flooded the harbour of Port Elm.")
    (entry,) = rank([dataclasses.replace(article("a", 4, told_of, title=""), called="Coast Daily")], Wanted())
    assert "first told on 2031-03-04 by Coast Daily" in entry.why


def test_why_says_that_no_sentence_gives_the_day_to_what_is_said_of_it():
    lead = told(3, "The river Alder flooded the harbour of Port Elm.", basis="lead")
    (entry,) = rank([article("a", 3, lead)], Wanted())
    assert "in sentences that name no day" in entry.why


def test_a_span_of_days_is_told_of_each():
    weekend = told(7, "The harbour of Port Elm stayed closed at the weekend because of floods.", last=8)
    storm = told(8, "A barge sank in the storm of 8 March.")
    assert days(rank([article("a", 9, weekend, storm)], Wanted(since=dt.date(2031, 3, 8)))) == [8]


def test_an_article_without_a_publication_date_still_names_days():
    (entry,) = rank([article("a", None, told(3, FLOOD.format("3 March 2031")))], Wanted())
    assert entry.why == "named by 1 article of 1 independent source"


def test_an_article_s_own_date_is_no_more_than_its_publication():
    page = [
        article(f"p{n}", 5, told(5, "The Elm Post, 5 March 2031, flood edition of Port Elm.", "page")) for n in (1, 2)
    ]
    named = [article(f"n{n}", 9, told(8, "The flood reached Port Elm on 8 March.")) for n in (1, 2)]
    assert days(rank([*page, *named], Wanted(top=1))) == [8]


def test_of_a_day_with_very_many_sentences_the_best_are_kept_whatever_their_order():
    collection = [
        article(f"a{n:03}", 4, told(3, f"Witness {n} saw the river Alder flood the harbour of Port Elm on Monday."))
        for n in range(MOST_SAYINGS + 50)
    ]
    assert rank(collection[::-1], Wanted()) == rank(collection, Wanted())


def test_the_same_sentence_in_two_articles_counts_once_for_the_summary():
    collection = [article(name, 4, told(3, FLOOD.format("Monday"))) for name in "abc"]
    assert rank(collection, Wanted())[0].summary == FLOOD.format("Monday")


def test_a_report_survives_the_way_between_processes():
    assert pickle.loads(pickle.dumps(COLLECTION)) == COLLECTION  # noqa: S301 our own


def test_a_headline_that_names_another_day_is_not_the_entrys():
    said = told(3, "The trial of the harbour master of Port Elm opened before the court of the coast.")
    other = told(3, "The trial of the harbour master of Port Elm opened, and the jury was to be chosen by 8 March.")
    other = dataclasses.replace(other, basis="candidate", title="Jury is to be chosen by 8 March", mention="m1")
    (entry,) = rank([article("a", 4, said), article("b", 4, other)], Wanted())
    assert "8 March" not in entry.title
    assert "trial" in entry.title
