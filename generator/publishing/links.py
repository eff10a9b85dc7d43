"""Addresses within the site: where each page stands, and how one page links to another.

Links are relative, so that the site works in a sub-folder, at any address, and from a disk.
"""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from urllib.parse import quote

from generator.scalars import is_device

__all__ = [
    "absolute",
    "actor_path",
    "event_path",
    "place_path",
    "relative",
    "root",
    "slug",
    "source_path",
    "tag_path",
    "view_path",
    "year_path",
]


MAX_NAME_BYTES = 120
"""How long a folder's name of our making may be: half of what file systems allow, so that addresses stay short."""

_SIGNS = {"+": "plus", "#": "sharp"}
_TELLING = re.compile(r"(?<=\w)[+#]+(?!\w)")
"""Signs at the end of a word, where they belong to a name: C++, F#, LGBTQ+; not in “A + B”, “#strike” or “a+b”."""
_PLAIN = re.compile(r"[A-Za-z0-9/.\-_~]*")
"""What stands in an address as it is."""


def event_path(event_id: str) -> str:
    """Where an event's page stands, relative to the site's root."""
    return f"events/{event_id}/"


def source_path(key: str) -> str:
    """Where a source's page stands."""
    return f"sources/{key}/"


def year_path(year: int) -> str:
    """Where a year's page stands; years before 1 keep their minus sign, as in `years/-43/`."""
    return f"years/{year}/"


def actor_path(key: str) -> str:
    """Where an actor's page stands."""
    return f"actors/{key}/"


def tag_path(tag: str) -> str:
    """Where a tag's page stands."""
    return f"tags/{slug(tag)}/"


def place_path(place: str) -> str:
    """Where a place's page stands."""
    return f"places/{slug(place)}/"


def view_path(view_id: str) -> str:
    """Where a view's page stands."""
    return f"views/{view_id}/"


@functools.lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """A text as a folder's name: letters, digits and their marks, of any script, lower case, joined by hyphens.

    Marks belong to the letters before them: without its vowel signs a word of Hindi or Thai would be another.

    Signs by which names differ that have the same letters are written out: C++ is no C, and C# neither.

    Returns:
        The name; the text's code points in hexadecimal where it has neither letter nor digit. A name that is too long
        for a file system is cut, and what was cut off told apart by a fingerprint of the whole. One that is a device's
        on Windows gets a hyphen, which no other has at its end.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    folded = _TELLING.sub(lambda signs: "".join(f" {_SIGNS[sign]}" for sign in signs[0]), folded)
    pieces = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in folded).split()
    words = [piece for piece in pieces if any(map(str.isalnum, piece))]
    name = "-".join(words or [f"{ord(char):x}" for char in text])
    if len(name.encode()) <= MAX_NAME_BYTES:
        return f"{name}-" if is_device(name) else name
    # With the fingerprint it is short enough, so that the name of a name is itself.
    end = f"-{hashlib.blake2s(name.encode(), digest_size=5).hexdigest()}"
    return name.encode()[: MAX_NAME_BYTES - len(end)].decode(errors="ignore").rstrip("-") + end


def relative(here: str, there: str) -> str:
    """How a page links to another.

    Args:
        here: The path of the page that holds the link, relative to the site's root: `events/call/`, or empty for home.
        there: The path that it leads to: `sources/ap-2026/`, `feed.xml`, or empty for home. It may end in `#anchor`.

    Returns:
        The relative address, percent-encoded: `../../sources/ap-2026/`.
    """
    path, mark, anchor = there.partition("#")
    address = root(here) + _quoted(path)
    return (address or "./") + mark + (quote(anchor, safe="-._~") if anchor else "")


def root(here: str) -> str:
    """What leads from a page to the site's root: `../../` from `events/call/`, nothing from home."""
    return "../" * here.count("/")


def absolute(site_url: str, there: str) -> str:
    """A path under the site's root as a whole address; where the root is not known, the path itself."""
    return site_url + _quoted(there)


def _quoted(path: str) -> str:
    """A path, percent-encoded; most need no encoding, which the library looks for sign by sign."""
    return path if _PLAIN.fullmatch(path) else quote(path, safe="/.-_~")
