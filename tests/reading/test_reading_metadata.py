"""What a page's markup says about its article: headline, publisher, agency, language, address."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.reading.draft import Draft
from generator.reading.html import read_html

TODAY = dt.date(2026, 11, 21)
TITLE = "Ferries run again in the north"
TEXT = """<p>The northern ferries ran again on Friday, after a strike that had stopped them for three weeks.</p>
<p>The union said that it would watch the company, which has promised shorter shifts from the summer on.</p>"""


def read(head: str = "", *, heading: str = TITLE, text: str = TEXT, lang: str = "en") -> Draft:
    page = f'<html lang="{lang}"><head>{head}</head><body><article><h1>{heading}</h1>{text}</article></body></html>'
    return read_html(page, "a.html", TODAY)


def meta(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{value}">'


HERALD = meta("og:site_name", "Harbour Herald")


@pytest.mark.parametrize(
    "head",
    [
        meta("og:title", f"{TITLE} | Harbour Herald") + HERALD,
        meta("og:title", f"Harbour Herald: {TITLE}").replace("Herald:", "Herald -") + HERALD,
        meta("citation_title", TITLE),
        f"<title>{TITLE} - North - Harbour Herald</title>{HERALD}".replace(" - North", ""),
        meta("og:title", "Ferries run again …"),
        meta("og:title", "North"),
        "",
    ],
)
def test_the_headline_is_without_the_sites_name_and_whole(head: str) -> None:
    assert read(head).title == TITLE


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (HERALD, "Harbour Herald"),
        (meta("DC.publisher", "Harbour Herald"), "Harbour Herald"),
        (meta("citation_journal_title", "Tidal Letters"), "Tidal Letters"),
        (meta("og:site_name", "Reuters") + meta("publisher", "Harbour Herald"), "Harbour Herald"),
        (meta("og:site_name", "Reuters"), "Reuters"),
        (meta("article:publisher", "https://social.example/herald") + meta("twitter:site", "@herald"), ""),
        ('<link rel="canonical" href="https://www.herald.example/a/b">', "herald.example"),
    ],
)
def test_the_publisher_is_a_name_and_no_address(head: str, publisher: str) -> None:
    assert read(head).publisher == publisher


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        (HERALD + meta("author", "Reuters"), "Reuters"),
        (HERALD + '<script type="application/ld+json">{"@type":"Article","isBasedOn":{"name":"AFP"}}</script>', "AFP"),
        (HERALD + meta("author", "By AP"), "AP"),
        (HERALD + meta("author", "Jane Doe"), ""),
        (meta("og:site_name", "Reuters") + meta("author", "Reuters"), ""),
    ],
)
def test_the_agency_is_whose_story_the_markup_says_it_is(head: str, agency: str) -> None:
    assert read(head).agency == agency


def test_microdata_gives_what_no_meta_element_does() -> None:
    publisher = '<div itemprop="publisher"><span itemprop="name">Harbour Herald</span></div>'
    assert read(text=publisher + TEXT).publisher == "Harbour Herald"


@pytest.mark.parametrize(
    ("lang", "head", "language"),
    [
        ("en-GB", "", "en"),
        ("", meta("og:locale", "en_US"), "en"),
        ("", "", "en"),
        ("de", "", "en"),
        ("xx-klingon", "", "en"),
    ],
)
def test_the_text_overrules_a_language_that_the_page_does_not_speak(lang: str, head: str, language: str) -> None:
    assert read(head, lang=lang).language == language


def test_a_page_that_declares_english_and_speaks_german_is_german() -> None:
    text = "<p>Die Fähren im Norden fahren seit Freitag wieder, nachdem ein Streik sie drei Wochen gestoppt hatte.</p>"
    more = "<p>Die Gewerkschaft will die Firma beobachten, die von Sommer an kürzere Schichten versprochen hat.</p>"
    draft = read(heading="Fähren fahren wieder", text=text + more)
    assert (draft.language, len(draft.body)) == ("de", 2)


def test_the_address_is_counted_from_the_base_of_the_page() -> None:
    head = '<base href="https://www.herald.example/news/"><link rel="canonical" href="ferries?utm_source=feed">'
    assert read(head).url == "https://www.herald.example/news/ferries"
