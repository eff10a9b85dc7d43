"""The search index, completed."""

from __future__ import annotations

import json

from generator.publishing.page import SearchEntry
from generator.publishing.search import complete_index

INDEX = '{"config":{"lang":["en"]},"docs":[{"location":"about/","title":"About","text":"<p>Who we are</p>"}]}'


def test_entries_follow_those_that_are_there():
    entry = SearchEntry("events/call/", "A call", "They spoke by video link.", ("diplomacy",))

    index = json.loads(complete_index(INDEX, [entry]))

    assert index["config"] == {"lang": ["en"]}
    assert [document["location"] for document in index["docs"]] == ["about/", "events/call/"]
    assert index["docs"][1] == {
        "location": "events/call/",
        "title": "A call",
        "text": "They spoke by video link. diplomacy",
    }


def test_what_would_be_markup_in_an_entry_is_escaped():
    entry = SearchEntry("events/x/", "<img src=x onerror=alert(1)>", "R&D <b>", ("<i>",))

    document = json.loads(complete_index(INDEX, [entry]))["docs"][1]

    assert document["title"] == "&lt;img src=x onerror=alert(1)&gt;"
    assert document["text"] == "R&amp;D &lt;b&gt; &lt;i&gt;"
