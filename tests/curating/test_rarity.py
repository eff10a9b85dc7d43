from __future__ import annotations

from generator.curating.likeness import Account, account
from generator.curating.naming import Naming
from generator.curating.rarity import Rarity
from generator.dates import parse
from generator.model import Actor


def told(day: int, title: str) -> Account:
    return account(date=parse(f"2024-03-{day:02}"), status="happened", title=title, summary="", names=())


def test_a_word_is_the_rarer_the_fewer_days_it_is_told_of_however_often_on_one() -> None:
    accounts = [told(day, "council budget" if day % 2 else "council") for day in range(1, 21)]
    rarity = Rarity([*accounts, *(told(3, "harbour") for _ in range(50))])
    assert rarity.of("council") < rarity.of("budget") < rarity.of("harbour") < rarity.of("unheard") == 1.0


def test_an_actor_is_called_as_the_timeline_has_it_and_known_by_all_of_its_names() -> None:
    naming = Naming(
        [("Ann Lee", "Bo Kim"), ("Kim",), ("the mayor",)], {"ann": Actor(name="Ann Lee", aliases=("the mayor",))}
    )
    assert naming.called(["the mayor", "Kim", "Ann Lee"]) == ["ann", "Bo Kim"]
    assert naming.all_names(["the mayor", "Kim"]) == ["the mayor Ann Lee the mayor", "Kim Bo Kim"]
