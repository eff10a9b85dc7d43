"""What may stand at each key of the file: examples that an editor shows beside the description, and offers."""

from __future__ import annotations

from typing import Any

__all__ = ["EXAMPLES"]

EXAMPLES: dict[str, dict[str, list[Any]]] = {
    "Timeline": {
        "schema": [1],
        "timeline": [{"title": "Port Elm's harbour", "language": "en"}],
        "actors": [{"lee": {"name": "Ann Lee", "aliases": ["the mayor"]}}],
        "sources": [{"herald-2024-03-23": {"title": "Harbour reopens", "publisher": "Herald"}}],
        "events": [
            [{"date": "2024-03-22", "title": "Port Elm reopens its harbour", "source": "https://example.org/a"}]
        ],
        "periods": [[{"title": "The years of storms", "from": "2022", "to": "2024"}]],
        "views": [[{"id": "ferries", "title": "Ferries", "tags": ["ferries"]}]],
    },
    "TimelineInfo": {
        "title": ["Port Elm's harbour"],
        "language": ["en", "es", "zh"],
        "license": ["CC-BY-4.0", "CC0-1.0"],
        "scope": ["What is in: what happens in the harbour since 2022. What is not: fishing."],
        "contact": ["https://example.org/contact", "mailto:editors@example.org"],
        "text": ["Storms, repairs and reopenings since 2022."],
    },
    "Actor": {
        "name": ["Ann Lee"],
        "aliases": [["Lee", "the mayor"]],
        "text": ["Mayor of Port Elm."],
    },
    "Source": {
        "title": ["Harbour reopens after the storm"],
        "publisher": ["Herald"],
        "kind": ["article", "document"],
        "url": ["https://example.org/2024/harbour-reopens"],
        "archived": ["https://web.archive.org/web/2024/https://example.org/2024/harbour-reopens"],
        "access": ["paywall"],
        "original": ["agency-2024-03-22"],
        "language": ["es"],
        "published": ["2024-03-23"],
        "published_basis": [{"method": "byline", "words": "23 March 2024", "confidence": "high"}],
        "note": ["Corrected by the paper on 25 March 2024."],
    },
    "PublishedBasis": {
        "method": ["metadata", "byline", "editor"],
        "words": ["Published on 23 March 2024"],
        "confidence": ["high", "medium", "low"],
        "reason": ["the page has no date; an editor counted from the day of the storm"],
    },
    "Event": {
        "id": ["2024-03-22-harbour-reopens"],
        "date": ["2024-03-22", "2024-03", "2024-21", "2024-03~"],
        "time": ["13:00 Europe/Lisbon"],
        "title": ["Port Elm reopens its harbour"],
        "summary": ["The first ferry left at noon, a week after the storm."],
        "status": ["planned", "postponed", "cancelled"],
        "review": ["candidate", "withdrawn"],
        "reason": ["Not in the harbour"],
        "disputed": ["The union says that the harbour never closed."],
        "attributed_to": ["the harbour board"],
        "response": ["The union says that it was not asked."],
        "level": ["key", "background"],
        "actors": [["lee", "Harbour board"]],
        "places": [["Port Elm"]],
        "tags": [["ferries", "storms"]],
        "related": [[{"id": "2024-03-15-storm", "as": "follows"}]],
        "media": [{"file": "pictures/ferry.jpg", "alt": "A ferry leaves the quay", "credit": "Ann Lee"}],
        "translations": [{"es": {"title": "Port Elm reabre su puerto"}}],
        "source": ["https://example.org/2024/harbour-reopens", "herald-2024-03-23"],
        "citations": [[{"source": "herald-2024-03-23", "quote": "The harbour reopened on Friday."}]],
        "corrections": [[{"date": "2024-04-02", "text": "It was said to be on 21 March."}]],
        "aliases": [["2024-03-21-harbour-reopens"]],
        "uid": ["2024-03-21-harbour-reopens"],
        "added": ["2024-03-24"],
    },
    "Citation": {
        "source": ["herald-2024-03-23"],
        "quote": ["The harbour reopened on Friday."],
        "when": ["on Friday"],
        "from": ["2024-03-23"],
        "rule": ["weekday-past"],
        "date": ["2024-03-22"],
        "confidence": ["high", "medium", "low"],
        "reason": ["the verb is in the past"],
        "mention": ["9f2c41d07a"],
    },
    "Correction": {
        "date": ["2024-04-02"],
        "kind": ["correction", "update"],
        "text": ["It was said to be on 21 March; the port's log says 22 March."],
    },
    "Related": {"id": ["2024-03-15-storm"], "as": ["outcome", "follows", "part-of"]},
    "Media": {
        "file": ["pictures/ferry.jpg"],
        "alt": ["A ferry leaves the quay"],
        "credit": ["Ann Lee"],
        "license": ["CC-BY-4.0"],
    },
    "Translation": {
        "title": ["Port Elm reabre su puerto"],
        "summary": ["El primer transbordador salió a mediodía."],
        "date": ["2024-03-25"],
    },
    "Period": {
        "title": ["The years of storms"],
        "from": ["2022"],
        "to": ["2024-06"],
        "text": ["Five storms closed the harbour."],
    },
    "View": {
        "id": ["ferries"],
        "title": ["Ferries"],
        "text": ["What became of the ferries."],
        "tags": [["ferries"]],
        "actors": [["lee"]],
        "places": [["Port Elm"]],
        "from": ["2022"],
        "to": ["2024"],
    },
}
"""The parts of the format by the name of their class, and of each its keys."""
