"""Languages: which one an article is in, and which lines are in another."""

from __future__ import annotations

import pytest

from generator.reading.languages import is_foreign, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry left the harbour on Tuesday, and the mayor said that it would be back in an hour.", "en"),
        ("La naviera anunció el martes que los barcos volverán a salir cada hora desde el puerto viejo.", "es"),
        ("Die Reederei teilte am Dienstag mit, dass die Schiffe wieder stündlich aus dem Hafen fahren.", "de"),
        ("Ferry 3", "en"),
    ],
)
def test_an_article_has_the_language_of_its_text(text: str, language: str) -> None:
    assert language_of([text]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Her finner du flere saker som ligner på denne, hentet fra andre aviser i landet.",
        "Lea también: los marineros vuelven al trabajo tras tres semanas de huelga",
        "Lesen Sie auch, wie die Matrosen nach drei Wochen wieder zur Arbeit gingen",
    ],
)
def test_a_line_in_another_language_is_told(text: str) -> None:
    assert is_foreign(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "The crews went back to work on Tuesday after a strike of three weeks, the union said.",
        "Ferry crews back at work after strike of three weeks",
        "Anna Sørensen, Björn Ålund, Zoë Müller, José Núñez, Renée Dubois, Çelik",
        "Bonjour à tous",
    ],
)
def test_english_lines_names_and_short_lines_are_left_alone(text: str) -> None:
    assert not is_foreign(text, "en")


def test_languages_near_to_each_other_are_not_told_apart() -> None:
    assert not is_foreign("Læs også: søfolkene er tilbage på arbejde efter tre ugers strejke i havnen", "no")


def test_an_english_line_is_foreign_in_a_spanish_article() -> None:
    assert is_foreign("The crews of the ferries went back to work on Tuesday after the long strike.", "es")
