from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.curating.ids import MAX_CHARACTERS, event_id, is_made_of, source_id
from generator.dates import parse
from generator.scalars import is_id

CALL = "Putin and Xi speak by video link"


@pytest.mark.parametrize(
    ("date", "title", "expected"),
    [
        ("2026-02-04", CALL, "2026-02-04-putin-and-xi-speak-by-video-link"),
        (None, CALL, "putin-and-xi-speak-by-video-link"),
        ("2022-09", "Leaders meet", "2022-09-leaders-meet"),
        ("2023-21", "State visit", "2023-spring-state-visit"),
        ("2023-34", "Trade grows", "2023-q2-trade-grows"),
        ("2023-41", "Trade grows", "2023-h2-trade-grows"),
        ("2022-02~", "Leaders meet", "2022-02-leaders-meet"),
        ("2026-01-31/2026-02-01", "Minister visits", "2026-01-31-minister-visits"),
        ("../2023", "War", "2023-war"),
        ("[2022-02,2023-02]", "Talks", "2022-02-talks"),
        ("199X", "Talks", "199x-talks"),
        ("2022-1X", "Talks", "2022-talks"),
        ("2022-12-2X", "Talks", "2022-12-talks"),
        ("-0043-03-15", "Caesar dies", "0043bc-03-15-caesar-dies"),
        ("2022-12-30", "", "2022-12-30-event"),
        ("2022-12-30", "Xi’s reply: “no”", "2022-12-30-xis-reply-no"),
        ("2022-12-30", "Łódź hosts Erdoğan, Straße gesperrt", "2022-12-30-lodz-hosts-erdogan-strasse-gesperrt"),
        ("2022-12-30", "Путин в Пекине", "2022-12-30-путин-в-пекине"),
        ("2022-12-30", "../../etc/passwd", "2022-12-30-etc-passwd"),
    ],
)
def test_an_events_id_says_its_date_and_title(date: str | None, title: str, expected: str) -> None:
    assert event_id(parse(date) if date else None, title, ()) == expected


def test_a_long_title_is_cut_after_a_whole_word() -> None:
    made = event_id(parse("2022-12-30"), "The ministers of both countries agree on a very long programme of work", ())
    assert made == "2022-12-30-the-ministers-of-both-countries-agree-on-a-very"


def test_what_would_be_the_same_id_is_numbered() -> None:
    first = event_id(None, CALL, ())
    second = event_id(None, CALL, {first})
    assert (second, event_id(None, CALL, {first, second})) == (f"{first}-2", f"{first}-3")


@given(st.text(), st.sampled_from(["2022-12-30", "199X", "2023-21", "-0043", None]), st.sets(st.text(max_size=3)))
def test_any_title_gives_an_id_that_the_format_allows(title: str, date: str | None, taken: set[str]) -> None:
    first = event_id(parse(date) if date else None, title, taken)
    second = event_id(parse(date) if date else None, title, {*taken, first})
    for made in (first, second):
        assert is_id(made)
        assert len(made) <= MAX_CHARACTERS
    assert first != second


@pytest.mark.parametrize(
    ("publisher", "url", "published", "expected"),
    [
        ("Hindustan Times", "", dt.date(2022, 12, 30), "hindustantimes-2022-12-30"),
        ("Hindustan Times", "https://example.org/a", None, "hindustantimes-undated"),
        ("", "https://www.example.org/a", dt.date(2022, 12, 30), "example-org-2022-12-30"),
        ("", "https://[broken", None, "source-undated"),
        ("", "", None, "source-undated"),
        ("N" * 90, "", dt.date(2022, 12, 30), "n" * 49 + "-2022-12-30"),
    ],
)
def test_a_sources_key_says_who_published_it_and_when(
    publisher: str, url: str, published: dt.date | None, expected: str
) -> None:
    assert source_id(publisher, url, published, ()) == expected


def test_two_articles_of_one_paper_and_day_get_two_keys() -> None:
    taken = {"reuters-2022-12-30"}
    assert source_id("Reuters", "", dt.date(2022, 12, 30), taken) == "reuters-2022-12-30-2"


class Asked(set[str]):
    """A set that counts how often it is asked."""

    times = 0

    def __contains__(self, each: object) -> bool:
        self.times += 1
        return super().__contains__(each)


def test_thousands_of_articles_of_one_paper_and_day_get_their_keys_in_a_row_and_in_few_steps() -> None:
    taken = Asked()
    keys = []
    for _ in range(2000):
        keys.append(source_id("Reuters", "", dt.date(2022, 12, 30), taken))
        taken.add(keys[-1])
    assert keys[1:] == [f"reuters-2022-12-30-{number}" for number in range(2, 2001)]
    assert taken.times < 2000 * 25


def test_a_number_that_became_free_is_no_reason_to_give_one_that_is_taken() -> None:
    taken = {"reuters-2022-12-30", *(f"reuters-2022-12-30-{number}" for number in (2, 4, 5, 9))}
    assert source_id("Reuters", "", dt.date(2022, 12, 30), taken) not in taken


@given(st.text(), st.text())
def test_any_publisher_gives_a_key_that_the_format_allows(publisher: str, host: str) -> None:
    assert is_id(source_id(publisher, f"https://{host}/", None, ()))


@pytest.mark.parametrize("title", ["Con", "AUX", "nul", "Com1"])
def test_no_id_is_made_that_is_a_device_on_windows(title: str) -> None:
    name = event_id(None, title, ())
    assert name == f"{title.casefold()}-2"
    assert is_made_of(name, None, title)
