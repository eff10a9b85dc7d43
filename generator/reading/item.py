"""An item: one article before it is read, wherever it lies, with what its container knows of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Item", "Unread"]


@dataclass(frozen=True, slots=True)
class Item:
    """One article that can be read, small enough to be sent to another process.

    Attributes:
        origin: What it is called in messages, and known by within a run: a path as it was given, `news.zip!a/b.html`
            for a member of an archive, `feed.xml!…` or `news.jsonl!12` for an entry of a collection.
        form: The ending of the reader that knows it, such as `.html` (`readers.READERS`).
        path: The file to read it from, where `data` is None.
        data: Its bytes, where a container holds them.
        head: What stands beside its file (`saved.beside`), where somebody has read it already; else None.
        url, title, publisher, language: What the container says; empty where it does not. The container's word wins
            over a guess from the text.
        published: The day of publication that the container gives, or None.
        basis: Which field of the container gave that day, for the evidence: `RSS pubDate`.
    """

    origin: str
    form: str
    path: Path | None = None
    data: bytes | None = None
    head: bytes | None = None
    url: str = ""
    title: str = ""
    publisher: str = ""
    language: str = ""
    published: dt.date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was to be read and cannot be, which does not stop the others.

    Attributes:
        origin: What it is called, as in `Item`.
        why: What is wrong and what to do, as a sentence.
    """

    origin: str
    why: str
