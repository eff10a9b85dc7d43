from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.curating.likeness import ALIKE, CLEARLY_ALIKE, Account, account, likeness, needed, ordinal
from generator.curating.objects import objects_of
from generator.dates import parse

LEADERS = ("Vladimir Putin", "Xi Jinping")


def told(title: str, summary: str = "", names: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> Account:
    return account(
        date=parse("2024-03-14"), status="happened", title=title, summary=summary, names=names, places=places
    )


SAME = [
    (
        told("Putin and Xi speak by video link", names=("Putin", "Xi")),
        told("Vladimir Putin and Xi Jinping held a video conference", names=LEADERS),
    ),
    (
        told("Storm floods the harbour of Port Elm", "Water rose by two metres.", ("Jane Hill",)),
        told("A storm flooded Port Elm harbour", "A storm flooded the harbour, the mayor said.", ("Mayor Jane Hill",)),
    ),
    (
        told("Quake kills 40 in Norland"),
        told("An earthquake in Norland killed at least 38 people", places=("Norland",)),
    ),
    (
        told("Ministry: Putin and Xi spoke by phone", names=(*LEADERS, "Ministry")),
        told("Putin and Xi spoke by phone, says Palace", names=(*LEADERS, "Palace")),
    ),
    (
        told("Ann Lee to make a state visit to Borduria", names=("Ann Lee",), places=("Borduria",)),
        told("We expect you on a state visit to Klow", names=("Ann Lee",), places=("Klow",)),
    ),
    (told("Norland imposed tariffs on Chinese goods"), told("Norland imposed tariffs on China")),
    (
        told("Norland signed a grain deal with Borduria", names=("Norland",)),
        told("Borduria and Norland signed a grain deal", names=("Norland", "Borduria")),
    ),
    (
        told("Norland Imposes Sanctions On Borduria", "Norland imposed sanctions on Borduria over the mines."),
        told("Norland Imposes Sanctions On Klow", "Norland imposed sanctions on Borduria over the mines."),
    ),
    (
        told("Ashby parliament passed a water law", "The Ashby parliament passed a water law on Tuesday."),
        told("Lawmakers in Ashby approved the water bill", "Lawmakers in Ashby approved the water bill."),
    ),
]

APART = [
    (
        told("Putin and Xi speak by video link", names=LEADERS),
        told("Putin and Xi sign a gas deal", names=LEADERS),
    ),
    (
        told("Storm floods the harbour of Port Elm", names=("Jane Hill",)),
        told("Jane Hill opens a new school in Port Elm", names=("Jane Hill",)),
    ),
    (told("Quake kills 40 in Norland"), told("Train crash kills 12 in Norland")),
    (told("Court jails two reporters"), told("Court frees an opposition leader")),
    (told("Central bank raises its key rate"), told("Central bank governor resigns")),
    (told("Ann Lee visits Klow", names=("Ann Lee",)), told("Bo Li visits Klow", names=("Bo Li",))),
    (
        told("Ann Lee speaks with Bo Kim by phone", names=("Ann Lee", "Bo Kim")),
        told("Ann Lee speaks with Cy Park by phone", names=("Ann Lee", "Cy Park")),
    ),
    (told("Lee met Kim", names=("Ann Lee", "Bo Kim")), told("Lee met Park", names=("Ann Lee", "Cy Park"))),
    (
        told("Ann Lee visits Klow", names=("Ann Lee",), places=("Klow",)),
        told("Ann Lee visits Zileheroum", names=("Ann Lee",), places=("Zileheroum",)),
    ),
    *(
        (told(f"Norland {done} Borduria", names=("Norland",)), told(f"Norland {done} Syldavia", names=("Norland",)))
        for done in (
            "imposed sanctions on",
            "signed a grain deal with",
            "recalled its ambassador from",
            "approved a loan for",
            "condemned",
            "sued the",
        )
    ),
    (
        told("Norland put tariffs on Bordurian steel", names=("Norland",)),
        told("Norland put tariffs on Syldavian cars", names=("Norland",)),
    ),
    (told("Fire burns the harbour of Port Elm"), told("Storm floods Port Elm harbour", "A storm flooded the harbour.")),
    *(
        (
            told(f"A storm flooded the harbour of {place}", places=(place,)),
            told(f"A storm flooded the harbour of {other}", places=(other,)),
        )
        for place, other in (("Port Elm", "Elmside"), ("Elmside", "Stonefield"), ("Stonefield", "Port Elm"))
    ),
    (
        told("Train derailed near Elmside", "A train derailed near Elmside on Tuesday, killing three people."),
        told("Train derailed near Stonefield", "A train derailed near Stonefield on Tuesday, killing three people."),
    ),
    (told(""), told("")),
    (told("!!! — …", "\u202e¿?\u202c"), told("!!! — …", "\u202e¿?\u202c")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_accounts_of_one_event_are_alike(one: Account, other: Account) -> None:
    assert likeness(one, other) == likeness(other, one) >= ALIKE


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_events_of_one_day_stay_apart(one: Account, other: Account) -> None:
    assert likeness(one, other) == likeness(other, one) < ALIKE


@pytest.mark.parametrize(
    "title",
    [
        "Norland held talks with the Bordurian chancellor",
        "Ann Lee visits Borduria",
        "Ann Lee and Bo Kim signed a treaty in Klow",
        "Norland Imposes Sanctions On Borduria",
    ],
)
def test_offices_and_places_where_it_happened_are_no_objects_of_a_headline(title: str) -> None:
    assert objects_of(title) == frozenset()


def test_of_a_text_without_end_only_its_beginning_is_compared() -> None:
    words = " ".join(f"word{number}" for number in range(20_000))
    endless = told(f"Storm floods the harbour of Port Elm {words}", words)
    assert len(endless.said) < 500
    assert likeness(endless, told(f"Storm floods the harbour of Port Elm {words} and more")) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024-03-14", "2024-03-14", ALIKE),
        ("2024-03-14", "2024-03-15", CLEARLY_ALIKE),
        ("2024-02-29", "2024-03-01", CLEARLY_ALIKE),
        ("2024-03-14", "2024-03-16", None),
        ("2024-03", "2024-03-14", CLEARLY_ALIKE),
        ("2024-03", "2024-03~", ALIKE),
        ("2024-03", "2024-04", None),
        ("2024-21", "2024-03-14", CLEARLY_ALIKE),
        ("2024", "2024-03-14", None),
        ("2024", "2024", ALIKE),
        ("2026-01-31/2026-02-01", "2026-01-31", CLEARLY_ALIKE),
        ("-0043-03-15", "-0043-03-15", ALIKE),
    ],
)
def test_the_vaguer_the_agreement_of_dates_the_more_alike_the_words_must_be(
    one: str, other: str, expected: float | None
) -> None:
    assert needed(parse(one), parse(other)) == needed(parse(other), parse(one)) == expected


def test_without_dates_nothing_agrees() -> None:
    assert needed(parse("2024"), None) is None


@given(st.dates(), st.integers(1, 1000))
def test_days_are_numbered_as_the_calendar_numbers_them(day: dt.date, days: int) -> None:
    if day.toordinal() > days:
        before = day - dt.timedelta(days=days)
        assert ordinal((day.year, day.month, day.day)) - ordinal((before.year, before.month, before.day)) == days


def test_a_headline_in_capitals_has_no_objects_as_nobody_can_say_what_is_a_name() -> None:
    assert objects_of("Norland imposes sanctions on Borduria") == {("sanctions", frozenset({"borduria"}))}
    assert objects_of("Norland Imposes Sanctions On Borduria") == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [("exports", "exported"), ("bombing", "bombed"), ("reaches", "reached"), ("hailed", "hails")],
)
def test_the_endings_of_a_verb_make_no_other_word(one: str, other: str) -> None:
    assert told(f"Ministry {one} grain").words == told(f"Ministry {other} grain").words


def test_a_short_word_is_left_as_it_is() -> None:
    assert told("Gas").words == {"gas"}
    assert told("Red sees").words == {"red", "sees"}
