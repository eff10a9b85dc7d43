"""Cutting and filling, without any theme."""

from __future__ import annotations

import pytest

from generator.errors import ShellError
from generator.publishing.shells import Demand, cut

TITLE = {"title": Demand("T0KEN")}
LIST = {name: Demand(f"T0KEN-{name}") for name in ("anchor-1", "title-1", "anchor-2", "title-2")}
TOC = (
    '<ul><li><a href="#T0KEN-anchor-1">T0KEN-title-1</a></li>\n'
    '<li><a href="#T0KEN-anchor-2">T0KEN-title-2</a></li></ul>'
)


def test_a_filled_shell_holds_its_value_wherever_its_token_stood():
    shell = cut("<title>T0KEN - Site</title><h1>T0KEN</h1>", TITLE, template="event.html")

    assert shell.fill({"title": "A call"}) == "<title>A call - Site</title><h1>A call</h1>"


def test_a_value_that_looks_like_a_token_stays_as_it_is():
    shell = cut("<p>T0KEN</p>", TITLE, template="event.html")

    assert shell.fill({"title": "T0KEN T0KEN"}) == "<p>T0KEN T0KEN</p>"


def test_a_token_that_begins_another_is_not_taken_for_it():
    demands = {"path": Demand("T0KEN"), "path_of_two": Demand("T0KEN-2")}
    shell = cut("T0KEN-2 T0KEN", demands, template="event.html")

    assert shell.fill({"path": "one", "path_of_two": "two"}) == "two one"


@pytest.mark.parametrize("headings", [1, 2, 3, 7])
def test_a_list_has_as_many_items_as_the_page(headings: int):
    shell = cut(f"<nav>{TOC}</nav>", LIST, template="event.html")
    items = [{"anchor": f"a{number}", "title": f"Part {number}"} for number in range(headings)]

    entries = "\n".join(f'<li><a href="#a{number}">Part {number}</a></li>' for number in range(headings))
    assert shell.fill({}, items) == f"<nav><ul>{entries}</ul></nav>"


def test_a_list_may_stand_in_several_places_with_markup_of_its_own():
    other = "<ol>T0KEN-title-1, T0KEN-title-2</ol>"
    shell = cut(f"T0KEN {TOC} {other} T0KEN {TOC}", TITLE | LIST, template="event.html")

    filled = shell.fill({"title": "x"}, [{"anchor": "a", "title": "A"}])
    item = '<ul><li><a href="#a">A</a></li></ul>'
    assert filled == f"x {item} <ol>A</ol> x {item}"


@pytest.mark.parametrize(
    ("html", "demand", "message"),
    [
        ("<title></title>", Demand("T0KEN"), "“title” stands nowhere in the shell, and must stand there once"),
        ("T0KEN", Demand("T0KEN", at_least=2), "“title” stands once in the shell, and must stand there twice"),
        ("T0KEN T0KEN", Demand("T0KEN", at_most=1), "“title” stands twice in the shell, and may stand there once"),
        ("T0KEN " * 3, Demand("T0KEN", at_most=1), "“title” stands 3 times in the shell"),
    ],
)
def test_a_slot_that_is_missing_or_too_often_there_is_named_with_its_template(html: str, demand: Demand, message: str):
    with pytest.raises(ShellError) as caught:
        cut(html, {"title": demand}, template="event.html")

    assert caught.value.where == "event.html"
    assert message in caught.value.what
    assert caught.value.todo


def test_a_slot_that_is_allowed_to_be_missing_is():
    shell = cut("<p></p>", {"edit": Demand("T0KEN", at_least=0)}, template="event.html")

    assert shell.fill({}) == "<p></p>"


def test_a_list_whose_items_the_theme_shows_differently_is_refused():
    html = "<li>T0KEN-anchor-1 T0KEN-title-1</li><li><b>T0KEN-anchor-2</b> T0KEN-title-2</li>"

    with pytest.raises(ShellError, match="does not show the items of the table of contents alike"):
        cut(html, LIST, template="event.html")
