"""Articles that are not in English: dated sentences in German and Spanish; in any other language none, and why."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.extracting import Candidate, Extraction, extract
from generator.extracting.plain import NO_RULES
from generator.reading.article import Article, PublishedDate

WEDNESDAY = dt.date(2023, 10, 18)


def run(text: str, language: str, dct: dt.date | None = WEDNESDAY, **fields: str) -> Extraction:
    published = PublishedDate(dct, "byline", confidence=fields.pop("confidence", "high")) if dct else None  # type: ignore[arg-type]
    lines = tuple(range(1, text.count("\n") + 2))
    return extract(Article("a.txt", text, lines, language=language, published=published, **fields))  # type: ignore[arg-type]


def only(text: str, language: str, dct: dt.date | None = WEDNESDAY, **fields: str) -> Candidate:
    (candidate,) = run(text, language, dct, **fields).candidates
    return candidate


@pytest.mark.parametrize(
    ("language", "text", "title", "date"),
    [
        ("de", "Der Rat hat am Mittwoch den Plan beschlossen.", "Der Rat hat den Plan beschlossen", "2023-10-18"),
        ("de", "KIEL (dpa) - Der Rat tagte am 3. Mai 2022 in Kiel.", "Der Rat tagte in Kiel", "2022-05-03"),
        ("de", "Am Montag tagte der Rat in Kiel.", "Am Montag tagte der Rat in Kiel", "2023-10-16"),
        ("es", "El consejo aprobó este martes el plan.", "El consejo aprobó el plan", "2023-10-17"),
        ("es", "El lunes, la ministra viajó a Oslo.", "La ministra viajó a Oslo", "2023-10-16"),
        ("es", "OSLO.– La ministra viajó el 3 de mayo de 2022.", "La ministra viajó", "2022-05-03"),
    ],
)
def test_a_dated_sentence_is_a_candidate_with_its_words_as_title(
    language: str, text: str, title: str, date: str
) -> None:
    candidate = only(text, language)
    assert (candidate.title, str(candidate.date)) == (title, date)


def test_a_long_title_ends_with_a_clause_that_has_its_verb() -> None:
    text = (
        "Der Rat hat den Plan am Mittwoch beschlossen, weil die Brücke über den Fluss seit vielen Jahren immer wieder "
        "gesperrt war."
    )
    assert only(text, "de").title == "Der Rat hat den Plan beschlossen"


def test_a_long_title_without_such_a_clause_ends_with_a_word_that_can_end_it() -> None:
    text = (
        "Die Minister der beiden lange zerstrittenen Länder, die sich kannten, unterschrieben in der Stadt am Samstag "
        "einen Vertrag."
    )
    title = "Die Minister der beiden lange zerstrittenen Länder, die sich kannten, unterschrieben"
    assert only(text, "de").title == title


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("de", "Der Rat hat den Plan beschlossen.", "no date in it"),
        ("de", "Seit Montag regnet es in Kiel.", "“seit Montag” says how long something lasts, not when it happened"),
        ("de", "Im Vorjahr war der Plan gescheitert.", "“Vorjahr” is only a year"),
        ("de", "In den 1990er Jahren war es ruhig.", "“1990er Jahren” is too wide for an event's date"),
        ("de", "Hat der Rat am Montag getagt?", "a question reports nothing"),
        ("de", "Montag, 16. Oktober 2023", "no finite verb: a heading, caption or fragment"),
        ("de", "Der Rat tagte zwei Tage in Kiel.", "a length of time is not a date"),
        ("es", "Desde el lunes llueve en Oslo sin parar.", "“desde lunes” says how long"),
        ("es", f"El lunes {'llovió ' * 300} en Oslo.", "too long for a sentence"),
    ],
)
def test_a_sentence_that_tells_no_dated_event_is_passed_with_its_reason(language: str, text: str, reason: str) -> None:
    extraction = run(text, language)
    assert extraction.candidates == ()
    assert extraction.passed[0].reason.startswith(reason)


def test_a_repeated_sentence_is_passed() -> None:
    extraction = run("Der Rat tagte am Montag in Kiel.\nDer Rat tagte am Montag in Kiel.", "de")
    assert len(extraction.candidates) == 1
    assert [passed.reason for passed in extraction.passed] == ["the same sentence stands further up"]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("de", "Der Rat tagte am Montag in Kiel.", "happened"),
        ("de", "Der Rat wird am Montag in Kiel tagen.", "planned"),
        ("de", "Die Tagung am Freitag wurde abgesagt.", "cancelled"),
        ("de", "Die Tagung am Freitag wurde verschoben.", "postponed"),
        ("es", "El consejo se reunirá el lunes en Oslo.", "planned"),
        ("es", "La reunión del viernes fue aplazada.", "postponed"),
        ("es", "La reunión del viernes fue cancelada.", "cancelled"),
    ],
)
def test_the_status_follows_from_date_and_words(language: str, text: str, status: str) -> None:
    assert only(text, language).status == status


def test_without_a_publication_date_the_candidate_waits_and_the_verb_tells_its_status() -> None:
    candidate = only("Der Rat wird am Montag in Kiel tagen.", "de", None)
    assert (candidate.date, candidate.status) == (None, "planned")


def test_actors_are_the_names_inside_a_spanish_sentence_and_none_in_german() -> None:
    assert only("El lunes, la ministra Ana Okafor viajó a la isla.", "es").actors == ("Ana Okafor",)
    assert only("Am Montag reiste Ana Okafor auf die Insel.", "de").actors == ()


def test_an_inferred_publication_date_makes_a_date_less_sure() -> None:
    candidate = only("Der Rat tagte am Montag in Kiel.", "de", confidence="low")
    assert candidate.confidence == "low"
    assert "itself inferred" in candidate.reason


def test_a_digest_is_not_quoted_and_a_long_sentence_is_cut() -> None:
    assert only("Der Rat tagte am Montag in Kiel.", "de", kind="digest").quote == ""
    long = only(f"Der Rat tagte am Montag in Kiel und {'sprach lange und ' * 30}ging.", "de")
    assert len(long.quote) <= 300
    assert long.sentence.startswith(long.quote)
    assert long.summary.endswith(" …")


@pytest.mark.parametrize("language", ["sv", "ru", "xx"])
def test_an_article_in_a_language_without_rules_is_passed_and_says_so(language: str) -> None:
    extraction = run("Mötet hölls den 3 maj 2022. Det regnade.", language)
    assert extraction.candidates == ()
    assert [passed.reason for passed in extraction.passed] == [NO_RULES, NO_RULES]
