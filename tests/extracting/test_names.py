from __future__ import annotations

import pytest

from generator.extracting.gazetteer import is_demonym, is_place, is_seat
from generator.extracting.names import ArticleNames, Name
from generator.extracting.sentences import split
from generator.extracting.vocabulary import Vocabulary, glued_words


def found(text: str) -> list[Name]:
    return ArticleNames(text, split(text)).within(0, len(text))


def of_kind(text: str, kind: str) -> list[str]:
    return [name.full for name in found(text) if name.kind == kind]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Norwegian President Ingrid Halvorsen resigned.", ["Ingrid Halvorsen"]),
        ("Ministry spokesman Daniel Okafor spoke.", ["Daniel Okafor"]),
        ("The envoy met his Chilean counterpart Rosa Vidal.", ["Rosa Vidal"]),
        ("Acme Tools CEO and co-founder Jan Peeters left.", ["Jan Peeters"]),
        ("President Li Wenhao spoke. Li left.", ["Li Wenhao", "Li Wenhao"]),
        ("General Motors closed the plant.", []),
        ("Speaking on Monday in March, several ministers left.", []),
    ],
)
def test_people_are_named_without_their_titles(text: str, people: list[str]) -> None:
    assert of_kind(text, "person") == people


def test_a_surname_stands_for_the_full_name_in_the_article() -> None:
    text = "Halvorsen left early. President Ingrid Halvorsen had opened the fair, and Halvorsen was cheered."
    assert set(of_kind(text, "person")) == {"Ingrid Halvorsen"}


def test_the_title_before_a_name_is_known_so_that_a_headline_can_leave_it_out() -> None:
    text = "Later the Kremlin spokesman Daniel Okafor spoke."
    (name,) = (name for name in found(text) if name.kind == "person")
    assert text[name.titled : name.start] == "the Kremlin spokesman "


@pytest.mark.parametrize("text", ["They met in Tashkent.", "They flew to Moscow.", "Uzbekistan hosted them."])
def test_countries_and_cities_are_places(text: str) -> None:
    assert len(of_kind(text, "place")) == 1


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("They told NATO so.", "NATO"),
        ("They told the World Harbour Organization so.", "World Harbour Organization"),
        ("They told the Kremlin so.", "Kremlin"),
    ],
)
def test_bodies_are_told_by_their_noun_or_their_capitals(text: str, body: str) -> None:
    assert of_kind(text, "body") == [body]


@pytest.mark.parametrize("text", ["On Monday it rained.", "In March it rained.", "However it rained.", "Rain fell."])
def test_weekdays_months_and_first_words_name_nobody(text: str) -> None:
    assert not [name for name in found(text) if name.kind != "other"]


def test_words_that_a_page_glued_together_are_taken_apart_where_the_name_is_known() -> None:
    text = "Ingrid Halvorsenand Daniel Okaforhad lunch. Halvorsen paid. Okafor left. Ireland and Poland."
    assert glued_words(Vocabulary.of(text).capitalised) == {"Halvorsenand": "Halvorsen and", "Okaforhad": "Okafor had"}
    assert "Ingrid Halvorsen" in of_kind(text, "person")


def test_adjectives_of_places_are_no_places() -> None:
    assert is_demonym("Canadian")
    assert is_demonym("Russian-Chinese")
    assert not is_demonym("Canada")
    assert is_place("Canada")
    assert is_place("the Netherlands")
    assert not is_place("Canadian")


def test_governments_sit_in_countries_and_capitals() -> None:
    assert is_seat("Beijing")
    assert is_seat("France")
    assert not is_seat("Barcelona")
