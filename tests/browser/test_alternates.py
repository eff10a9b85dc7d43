"""What a page names as another form of itself: programs find it by the usual word, and the theme leaves it alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

NAMED = "link[rel=alternate][type='application/atom+xml']"


def test_the_theme_asks_for_nothing_beside_a_feed(open_page: Open, site: str) -> None:
    page = open_page("about:blank")
    page.goto(f"{site}tags/money/", wait_until="networkidle")
    assert [address for address in page.requests if "sitemap" in address] == []


def test_a_page_names_its_feeds_by_the_usual_word_as_sent_and_as_shown(
    open_page: Open, site: str, site_folder: Path
) -> None:
    sent = (site_folder / "tags/money/index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/atom+xml"' in sent
    assert 'rel="alternate "' not in sent
    page = open_page(f"{site}tags/money/")
    assert page.locator(NAMED).count() == 2
