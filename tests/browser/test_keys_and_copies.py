"""What a script adds: keys that go from event to event, and buttons that copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

VOTE = "events/2021-03-04-council-approves-bridge/"
Open = Callable[..., Any]


NOTE_WHAT_IT_SAYS = """
button => {
  window.said = [];
  new MutationObserver(() => said.push(button.textContent.trim())).observe(button, {childList: true, subtree: true,
    characterData: true});
}
"""


def focused(page: Any) -> str:
    return page.evaluate("document.activeElement.closest('.dl-entry')?.id || ''")


def test_j_and_k_go_to_the_next_and_the_previous_entry(open_page: Open, site: str) -> None:
    page = open_page(site)
    ids = page.eval_on_selector_all(".dl-timeline .dl-entry", "entries => entries.map(entry => entry.id)")
    page.keyboard.press("j")
    assert focused(page) == ids[0]
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == ids[2]
    page.keyboard.press("k")
    assert focused(page) == ids[1]


def test_an_entry_that_is_gone_to_is_not_under_the_header(open_page: Open, site: str) -> None:
    page = open_page(site)
    for _ in range(6):
        page.keyboard.press("j")
    page.keyboard.press("k")
    # What was laid out roughly, far from the window, may still get its true height.
    page.until(
        "() => document.activeElement.getBoundingClientRect().top"
        " >= document.querySelector('.md-header').getBoundingClientRect().bottom"
    )


def test_on_an_events_page_they_go_to_its_neighbours(open_page: Open, site: str) -> None:
    page = open_page(site + VOTE)
    after = page.locator(".dl-neighbours__link--after").get_attribute("href")
    page.keyboard.press("j")
    page.wait_for_url(lambda address: address.endswith(after.rpartition("../")[2]))
    page.keyboard.press("k")
    page.wait_for_url(site + VOTE)


@pytest.mark.parametrize("key", ["j", "k", "t"])
def test_keys_are_left_alone_while_something_is_typed(open_page: Open, site: str, key: str) -> None:
    page = open_page(site + VOTE, width=1280)
    page.get_by_role("textbox", name="Search").first.click()
    page.keyboard.press(key)
    assert page.url == site + VOTE
    assert page.get_by_role("textbox", name="Search").first.input_value() == key


def test_a_reference_is_copied(open_page: Open, site: str) -> None:
    page = open_page(site + VOTE, permissions=["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copy reference")
    # It says so for a moment, in which nobody may look.
    button.evaluate(NOTE_WHAT_IT_SAYS)
    button.click()
    page.until("said.includes('Copied')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Council approves the harbour bridge” (4 March 2021).")
    page.get_by_role("button", name="Copy reference").wait_for()


def test_without_a_script_there_is_no_button(open_page: Open, site: str) -> None:
    page = open_page(site + VOTE, java_script_enabled=False)
    assert page.get_by_role("button", name="Copy reference").count() == 0
    assert page.locator("#share_reference").is_visible()
