"""Fingerprints: how a later run knows again an article and a sentence of it.

Ten hexadecimal digits are 40 bits: among a hundred thousand mentions in one timeline the chance that any two are
alike is 0.5 % (n² / 2⁴¹), among ten thousand 0.005 %. What two alike would cost is one event that is not proposed.
Neither the path nor the publication date goes in, so that moving a file or dating its source changes none.
"""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from urllib.parse import urlsplit

from generator.extracting.sentences import split
from generator.reading.article import Article
from generator.reading.canonical import without_tracking

__all__ = ["article_key", "key_of_address", "key_of_title", "mention", "normalised"]

_QUOTES = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."}
)
_MARKS = ",.;:!?"
"""Marks before which tokenised text has a space, and other text has none."""
_DIGEST_BYTES = 5


def article_key(article: Article) -> str:
    """What an article is known by, wherever its file lies.

    Args:
        article: The article.

    Returns:
        Its address without scheme, fragment and what tracks readers; else its title and publisher; else its first
        sentence. What else stands in the query counts, in any order: many sites tell their articles apart by it.
    """
    told = article.url or article.title
    head = "" if told else article.text.lstrip().partition("\n")[0]
    return _key(article.url, article.title, article.publisher, head)


@functools.lru_cache(maxsize=16)
def _key(url: str, title: str, publisher: str, head: str) -> str:
    """The same of what tells it: whoever works on an article asks for it several times."""
    if url:
        return key_of_address(url)
    if title:
        return key_of_title(title, publisher)
    first = next(iter(split(head)), None)
    return f"text:{normalised(first.text) if first else ''}"


def key_of_address(url: str) -> str:
    """The `article_key` of an article with an address."""
    parts = urlsplit(without_tracking(url) if "?" in url else url)
    query = f"?{'&'.join(sorted(parts.query.split('&')))}" if parts.query else ""
    return f"url:{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def key_of_title(title: str, publisher: str) -> str:
    """The `article_key` of an article without an address, by its title."""
    return f"title:{normalised(title)}|{normalised(publisher)}"


def mention(article: Article, sentence: str, *, when: str = "", key: str = "") -> str:
    """The fingerprint of a sentence of an article.

    Args:
        article: The article.
        sentence: The sentence, in any white space, case and style of quotes.
        when: The words of the date, for a second event that the same sentence reports; empty for its first.
        key: The article's key, where it is known already.

    Returns:
        Ten hexadecimal digits.
    """
    parts = [key or article_key(article), normalised(sentence), *([normalised(when)] if when else [])]
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=_DIGEST_BYTES).hexdigest()


@functools.lru_cache(maxsize=64)
def normalised(text: str) -> str:
    """A text with case, white space, quotation marks and dashes made alike."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_QUOTES)
    plain = " ".join(plain.casefold().split())
    for mark in _MARKS:
        plain = plain.replace(f" {mark}", mark)
    return plain
