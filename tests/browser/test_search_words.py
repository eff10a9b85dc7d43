"""What the search of a small site finds among words: as people write them, not as they stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SEARCH = ROOT / "generator" / "assets" / "search"
DOCS = [
    {
        "location": "method/",
        "title": "How we work",
        "text": "<p>We read the news.</p> <ul><li>Harbour</li><li>Bridge</li></ul>",
    },
    {"location": "method/#dates", "title": "Dates", "text": "<p>Every date is <code>explained</code>, by people.</p>"},
    {"location": "method/#people", "title": "People", "text": "<p>Who judges dates.</p>"},
    {
        "location": "a/",
        "title": "A vote on the quay",
        "text": "2021. Marché, Łódź and the R&amp;D of Straße; a bridge &lt;b&gt;.",
    },
    {"location": "b/", "title": "The bridge opens", "text": "2022. Crowds cross it. energy, trade"},
    {"location": "c/", "title": "议会批准第3期工程", "text": "决定在夜里作出。"},
    {"location": "d/", "title": "أقرّ المجلس المشروع", "text": "في الميناء"},
    {"location": "e/", "title": "Ёлка у реки", "text": "Йод. ΟΔΟΣ"},
    {"location": "f/", "title": "Tagged", "text": "", "tags": ["zinc"]},
    {"location": "g/", "title": "Far", "text": " ".join(f"word{n}" for n in range(200)) + " needle " + "rest " * 100},
]
PAGE = """<!doctype html><meta charset="utf-8"><title>Search</title>
<div data-dl-search="search/search_index.json"></div><script src="words.js"></script>"""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., Any]) -> Iterator[str]:
    """A page that has nothing but the script and an index."""
    folder = tmp_path_factory.mktemp("words")
    (folder / "search").mkdir()
    (folder / "index.html").write_text(PAGE)
    (folder / "words.js").write_bytes((SEARCH / "words.js").read_bytes())
    (folder / "search" / "search_index.json").write_text(json.dumps({"config": {}, "docs": DOCS}))
    with serve(folder) as address:
        yield address


@pytest.fixture(scope="module")
def find(open_page_for_all: Callable[..., Any], words: str) -> Callable[[str], Any]:
    page = open_page_for_all(words)
    return lambda query: page.evaluate("query => datelineSearch.find(query)", query)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("BRIDGE", ["/b/", "/method/", "/a/"]),  # in a title, in a short text, in a longer one
        ("bridge opens", ["/b/"]),
        ("opens bridge", ["/b/"]),
        ("brid", ["/b/", "/method/", "/a/"]),
        ("brid opens", []),  # only the last word may be begun
        ("ridge", []),
        ("bridge xylophone", []),
        ("marche", ["/a/"]),
        ("MARCHÉ", ["/a/"]),
        ("lodz strasse", ["/a/"]),
        ("r&d", ["/a/"]),
        ("code", []),  # the name of a tag is no word
        ("trade", ["/b/"]),
        ("zinc", ["/f/"]),
        ("批准", ["/c/"]),
        ("夜里", ["/c/"]),
        ("3", ["/c/"]),
        ("工程 议会", ["/c/"]),
        ("اقر المجلس", ["/d/"]),
        ("елка", ["/e/"]),
        ("иод οδος", ["/e/"]),
        ("dates", ["/method/#dates"]),  # one result for a page: the part that fits best
        ("work people", ["/method/#people"]),  # a part has its page's title too
        ("  ", []),
        ("?!", []),
        (".*", []),
    ],
)
def test_pages_are_found_in_order(find: Callable[[str], Any], query: str, found: list[str]) -> None:
    answer = find(query)
    assert [result["url"] for result in answer["results"]] == found
    assert answer["count"] == len(found)


def test_a_part_of_a_page_is_called_after_both(find: Callable[[str], Any]) -> None:
    assert find("judges")["results"][0]["title"] == "How we work · People"


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("marche", ["Marché"]),
        ("stras", ["Straß"]),
        ("lodz strasse", ["Łódź", "Straße"]),
        ("夜里", ["夜里"]),
        ("explained", ["explained"]),
        ("opens", []),
    ],
)
def test_what_is_found_is_marked_as_it_is_written(find: Callable[[str], Any], query: str, marked: list[str]) -> None:
    excerpt = find(query)["results"][0]["excerpt"]
    assert [part["text"] for part in excerpt if part["marked"]] == marked


def test_an_excerpt_is_the_text_around_what_is_found(find: Callable[[str], Any]) -> None:
    text = "".join(part["text"] for part in find("needle")["results"][0]["excerpt"])
    assert text.startswith("…word")
    assert "word199 needle rest" in text
    assert text.endswith("rest…")
    assert len(text) <= 182


def test_text_stays_text(find: Callable[[str], Any]) -> None:
    excerpt = find("quay")["results"][0]["excerpt"]
    assert "".join(part["text"] for part in excerpt) == "2021. Marché, Łódź and the R&D of Straße; a bridge <b>."


def test_the_parts_of_a_list_are_words_of_their_own(find: Callable[[str], Any]) -> None:
    assert "Harbour Bridge" in "".join(part["text"] for part in find("harbour")["results"][0]["excerpt"])
