from __future__ import annotations

import pytest

from generator.curating.actors import normalise_actors
from generator.model import Actor

ACTORS = {
    "lind": Actor(name="Ruth Lind", aliases=("Lind", "the Danish minister")),
    "okafor": Actor(name="Daniel Okafor", aliases=("the head",)),
    "vidal": Actor(name="Rosa Vidal", aliases=("the head",)),
}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Ruth Lind", "lind"),
        ("Lind", "lind"),
        ("Danish minister", "lind"),
        ("Okafor", "okafor"),
        ("the head", "the head"),
        ("Halvorsen", "Ingrid Halvorsen"),
        ("Sergey Petrov", "Sergei Petrov"),
        ("Petrov", "Sergei Petrov"),
        ("Li", "Li Wenhao"),
        ("Berg", "Berg"),
        ("Harbour Watch", "Harbour Watch"),
    ],
)
def test_a_name_is_its_bearers_across_articles_where_it_is_one_persons(name: str, meant: str) -> None:
    articles = [
        ["Ruth Lind", "Ingrid Halvorsen", "Sergei Petrov", "Anna Berg", "the head"],
        ["Lind", "Daniel Okafor", "Sergei Petrov", "Mats Berg", "Li Wenhao", "Harbour Watch"],
        ["Danish minister", "Okafor", "Halvorsen", "Sergey Petrov", "Petrov", "Berg", "Li"],
    ]
    assert normalise_actors(articles, ACTORS)[name] == meant


def test_no_articles_have_no_actors() -> None:
    assert normalise_actors([], ACTORS) == {}
