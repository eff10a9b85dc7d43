"""Other languages in the browser: the switch between them, and pages that run from right to left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

CALL = "events/e1-2019/"
ENTRIES = "".join(
    f"""
  - id: e{number}-{year}
    date: {year}-0{number % 9 + 1}-1{number % 10}
    title: المجلس يقر المرحلة {number} من بناء الرصيف
    summary: قال رئيس المجلس إن الأعمال ستبدأ خلال أسابيع.
    actors: [council]
    tags: [{"بناء" if number % 2 else "تمويل"}]
    translations: {{es: {{title: El consejo aprueba la fase {number}}}, zh: {{title: 议会批准第{number}期工程}}}}
    citations: [{{source: waqt, quote: وافق المجلس}}]
"""
    for number, year in enumerate([year for year in range(2019, 2026) for _ in range(6)], start=1)
)
EVENTS = f"""\
schema: 1
timeline: {{title: ميناء النهر, language: ar, license: CC-BY-4.0}}
actors: {{council: {{name: مجلس المدينة}}}}
sources: {{waqt: {{title: أخبار الميناء, publisher: الوقت, published: 2026-01-02, language: ar}}}}
events:{ENTRIES}"""


@pytest.fixture(scope="module")
def harbour(make_site_once: Callable[..., Path], serve: Callable[..., Any]) -> Iterator[str]:
    """A timeline in Arabic, long enough for a chart and filters, published in Spanish and Chinese too."""
    with serve(make_site_once("arabic", EVENTS, name="ميناء النهر", languages=["es", "zh"])) as address:
        yield address


def searched(page: Any, words: str) -> Any:
    """The first result for some words."""
    page.locator(".md-search__input").fill(words)
    link = page.locator(".md-search-result__link").first
    link.wait_for()
    return link


def middle(page: Any, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    return box["x"] + box["width"] / 2


def test_the_switch_leads_to_the_same_page_in_another_language(open_page: Open, harbour: str) -> None:
    page = open_page(harbour + CALL)
    page.get_by_role("navigation", name="اللغات").get_by_role("link", name="Español").click()
    page.wait_for_url(f"{harbour}es/{CALL}")
    assert page.locator("h1").inner_text() == "El consejo aprueba la fase 1"
    assert page.locator("html").get_attribute("lang") == "es"
    page.get_by_role("navigation", name="Idiomas").get_by_role("link", name="العربية").click()
    page.wait_for_url(harbour + CALL)


def test_a_switch_asks_for_nothing_that_is_not_there(open_page: Open, harbour: str) -> None:
    failed: list[str] = []
    page = open_page(harbour)
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(f"{harbour}es/actors/council/", wait_until="networkidle")
    assert failed == []
    assert not [address for address in page.requests if not address.startswith(harbour)]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_line_stands_on_the_right_where_text_begins_there(open_page: Open, harbour: str, width: int) -> None:
    page = open_page(harbour, width=width)
    date, mark, title = (middle(page, f".dl-entry {part}") for part in (".dl-date", ".dl-mark", ".dl-entry__title"))
    assert date > mark > title
    page.goto(f"{harbour}es/")
    date, mark, title = (middle(page, f".dl-entry {part}") for part in (".dl-date", ".dl-mark", ".dl-entry__title"))
    assert date < mark < title


@pytest.mark.parametrize("path", ["", CALL, "years/2019/", "actors/council/", "data/", "years/"])
def test_nothing_is_wider_than_a_phone(open_page: Open, harbour: str, path: str) -> None:
    page = open_page(harbour + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_chart_begins_on_the_right(open_page: Open, harbour: str) -> None:
    page = open_page(harbour, width=1280)
    boxes = [bar.bounding_box()["x"] for bar in page.locator(".dl-bar__place").all()]
    assert boxes == sorted(boxes, reverse=True)
    label = page.locator(".dl-chart__tick").first.bounding_box()
    drawing = page.locator(".dl-chart__drawing").bounding_box()
    assert label["x"] + label["width"] <= drawing["x"] + drawing["width"] + 1
    assert label["x"] > drawing["x"] + drawing["width"] / 2


@pytest.mark.parametrize(
    ("folder", "date", "short"),
    [
        ("", "11 فبراير 2019", "11 فبراير"),
        ("es/", "11 de febrero de 2019", "11 feb"),
        ("zh/", "2019年2月11日", "2月11日"),
    ],
)
def test_a_date_is_said_in_the_language_of_the_page(
    open_page: Open, harbour: str, folder: str, date: str, short: str
) -> None:
    page = open_page(f"{harbour}{folder}{CALL}")
    assert page.locator(".dl-event__date time").inner_text() == date
    page.goto(harbour + folder)
    assert page.locator("#e1-2019 .dl-date__short").inner_text() == short


def test_filters_speak_the_language_of_the_page(open_page: Open, harbour: str) -> None:
    page = open_page(f"{harbour}es/?tag=بناء")
    page.locator(".dl-filters__count").filter(has_text="Se muestran 21 de 42 hechos").wait_for()


def test_search_finds_what_is_in_the_language_and_leads_to_it(open_page: Open, harbour: str) -> None:
    page = open_page(f"{harbour}es/", width=1280)
    link = searched(page, "consejo")
    assert link.evaluate("link => link.href").startswith(f"{harbour}es/events/")


def test_chinese_is_found_by_a_word_within_a_title(open_page: Open, harbour: str) -> None:
    page = open_page(f"{harbour}zh/", width=1280)
    link = searched(page, "批准")
    assert link.evaluate("link => link.href").startswith(f"{harbour}zh/events/")
