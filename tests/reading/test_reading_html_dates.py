"""The day of publication of a page: fields, address and what it shows, against other stories and later versions."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.reading.article import PublishedDate
from generator.reading.field_dates import days_of, instant_of
from generator.reading.html import read_html
from generator.reading.publication import find_published

TODAY = dt.date(2026, 11, 21)
DAY = dt.date(2021, 3, 5)
TITLE = "Ferries run again in the north"
TEXT = """<p>The northern ferries will run again, the shipping company said after long talks with the union.</p>
<p>The union said that it would watch the company, which has promised shorter shifts from the summer on.</p>"""
FRIDAY = TEXT.replace("will run again", "ran again on Friday")
CARDS = "".join(
    f'<div class="story"><a href="/{n}">Story {n}</a> <time datetime="2022-04-1{n}">then</time></div>' for n in range(4)
)


def field(value: str, name: str = "article:published_time") -> str:
    return f'<meta property="{name}" content="{value}">'


def published(  # noqa: PLR0913 one argument a part of the page
    byline: str = "",
    *,
    head: str = "",
    above: str = "",
    below: str = "",
    text: str = TEXT,
    lang: str = "en",
    path: str = "/a/b",
) -> PublishedDate | None:
    link = f'<link rel="canonical" href="https://www.herald.example{path}">'
    page = (
        f'<html lang="{lang}"><head>{link}{head}</head><body>{above}<main><article><h1>{TITLE}</h1>{byline}{text}'
        "</article>"
        f"{below}</main><footer>© 2026 Harbour Herald</footer></body></html>"
    )
    return find_published(read_html(page, "a.html", TODAY), TODAY)


@pytest.mark.parametrize(
    "byline",
    [
        "<p>March 5, 2021</p>",
        "<p>By Jane Doe | Published: 5 March 2021 | Updated: 9 April 2021</p>",
        "<p>Last updated: 9 April 2021</p><p>First published: 5 March 2021</p>",
        '<time class="updated" datetime="2021-04-09">now</time><time class="entry-date" datetime="2021-03-05">x</time>',
        '<p>Updated <time datetime="2021-04-09">9 April</time></p><p><time datetime="2021-03-05">5 March</time></p>',
        '<abbr class="published" title="2021-03-05T10:00:00">Friday</abbr>',
        "<p>05.03.2021, 10:15</p>",
        "<p>05.03.21</p>",
        "<div><div><span>Jane Doe</span></div><div><span>5 Mar 2021</span></div></div>",
    ],
)
def test_the_day_beside_the_headline_is_the_articles(byline: str) -> None:
    found = published(byline, below=f'<aside class="related">{CARDS}</aside>')
    assert found is not None
    assert found.value == DAY


@pytest.mark.parametrize(
    ("byline", "lang"),
    [
        ("<p>5 марта 2021, 12:30</p>", "ru"),
        ("<p>Veröffentlicht am 5. März 2021 – Aktualisiert am 09.04.2021</p>", "de"),
        ("<p>Publicado el 5 de marzo de 2021 · Actualizado el 09/04/2021</p>", "es"),
        ("<p>05/03/2021 - 10:15</p>", "es"),
        ("<p>Posted 03/05/2021 10:15 AM</p>", "en-US"),
    ],
)
def test_the_day_is_read_as_the_pages_language_writes_it(byline: str, lang: str) -> None:
    found = published(byline, lang=lang)
    assert found is not None
    assert found.value == DAY


@pytest.mark.parametrize(
    "path", ["/2021/03/05/ferries", "/2021/mar/05/ferries", "/a-20210305.html", "/ferries-2021-03-05", "/05-03-2021/x"]
)
def test_the_day_in_the_address_is_evidence(path: str) -> None:
    found = published(path=path)
    assert found is not None
    assert (found.value, found.method, found.confidence) == (DAY, "metadata", "medium")
    assert "the page's address says" in found.reason


@pytest.mark.parametrize("path", ["/2021/03/ferries", "/2021/13/05/a", "/id-20219999", "/99991231/a", "/2030/01/01/a"])
def test_an_address_without_a_day_up_to_today_is_none(path: str) -> None:
    assert published(path=path) is None


@pytest.mark.parametrize(
    "parts",
    [
        {"above": '<div class="topbar">Saturday, November 21, 2026</div>'},
        {"above": "<div><span>Saturday 21 November 2026</span></div>"},
        {"below": f'<aside>{CARDS}</aside><section id="comments"><p>anna, 9 April 2021: good.</p></section>'},
        {"below": f"<div>{CARDS}</div>"},
        {"head": field("2021-04-09", "article:modified_time")},
        {"head": '<script type="application/ld+json">{"@type":"Article","dateModified":"2021-04-09"}</script>'},
        {"byline": "<p>Updated: 9 April 2021</p>"},
        {"head": field("1970-01-01T00:00:00Z")},
        {"head": field("2027-01-01")},
        {"text": TEXT + "<p>The line was opened on 5 March 2021 and closed again when the railway came to town.</p>"},
    ],
)
def test_days_of_other_stories_of_the_page_and_of_later_versions_are_not_the_articles(parts: dict[str, str]) -> None:
    assert published(**parts) is None


def test_a_time_with_an_offset_is_the_day_that_is_written() -> None:
    for value in ("2021-03-05T23:30:00Z", "2021-03-05T00:20:00+03:00", "2021-03-05T23:50:00-08:00"):
        found = published(head=field(value))
        assert found is not None
        assert (found.value, found.confidence) == (DAY, "high")
        assert value in found.reason


@pytest.mark.parametrize(
    ("value", "shown"),
    [("2021-03-04T23:30:00Z", "<p>5 March 2021, 02:30</p>"), ("2021-03-06T02:15:00+00:00", "<p>March 5, 2021</p>")],
)
def test_in_universal_time_the_day_that_the_page_shows_is_its_own(value: str, shown: str) -> None:
    found = published(shown, head=field(value))
    assert found is not None
    assert (found.value, found.method, found.confidence) == (DAY, "byline", "high")
    assert "which is 5 March 2021 where the page was published" in found.reason


def test_a_day_that_no_zone_explains_leaves_the_field_as_it_is() -> None:
    found = published("<p>5 March 2021</p>", head=field("2021-03-04T08:00:00Z"))
    assert found is not None
    assert found.value == dt.date(2021, 3, 4)


def test_one_moment_in_two_zones_is_the_day_of_the_papers_own() -> None:
    found = published(head=field("2021-03-04T23:30:00Z") + field("2021-03-05T02:30:00+03:00", "pubdate"))
    assert found is not None
    assert found.value == DAY


def test_of_two_fields_the_earlier_one_is_believed_unless_the_page_shows_the_other() -> None:
    fields = field("2021-03-05") + field("2021-02-01", "pubdate")
    first, second = published(head=fields), published("<p>5 March 2021</p>", head=fields)
    assert first is not None
    assert second is not None
    assert (first.value, second.value) == (dt.date(2021, 2, 1), DAY)


def test_a_field_of_the_day_on_which_the_site_moved_loses_to_byline_and_address() -> None:
    found = published("<p>Published: 5 March 2021</p>", head=field("2024-06-01T09:00:00Z"), path="/2021/03/05/ferries")
    assert found is not None
    assert (found.value, found.method, found.confidence) == (DAY, "byline", "medium")
    assert "it was published before that" in found.reason


def test_a_field_that_the_weekdays_contradict_loses_to_a_byline_that_they_confirm() -> None:
    found = published("<p>Published: 5 March 2021</p>", head=field("2024-05-29"), text=FRIDAY)
    assert found is not None
    assert found.value == DAY


def test_a_field_in_figures_is_of_the_order_that_the_page_shows() -> None:
    alone, shown = published(head=field("03/05/2021")), published("<p>5 March 2021</p>", head=field("05/03/2021"))
    assert alone is not None
    assert shown is not None
    assert (alone.confidence, shown.value, shown.confidence) == ("low", DAY, "high")


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("1614938400", [DAY]),
        ("1614938400000", [DAY]),
        ("20210305T101500Z", [DAY]),
        ("Fri, 05 Mar 2021 10:00:00 GMT", [DAY]),
        ("5. März 2021", [DAY]),
        ("0001-01-01T00:00:00", []),
        ("20219999", []),
        ("soon", []),
        ("2021-03-05 " + "x" * 80, []),
    ],
)
def test_a_field_gives_its_day_in_any_of_its_forms(value: str, days: list[dt.date]) -> None:
    assert list(days_of(value)) == days


def test_a_field_tells_its_hour_and_zone() -> None:
    stamps = [instant_of(f"2021-03-05T07:00{zone}") for zone in ("Z", "+0000", "+03:00", "")]
    assert [(one.hour, one.local, one.utc) for one in stamps if one] == [
        (7, False, True),
        (7, False, True),
        (7, True, False),
        (7, False, False),
    ]
    assert instant_of("2021-03-05") is None
