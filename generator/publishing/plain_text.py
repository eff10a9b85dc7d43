"""Text that others wrote, made safe to set beside our own, and cut to the length that a place has."""

from __future__ import annotations

import re

__all__ = ["capitalised", "clean", "clip", "first_sentence", "language_tag", "sentence"]

_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, which XML cannot hold; lone surrogates, which UTF-8 cannot; and the embeddings, overrides and
isolates of bidirectional text (Unicode Annex 9), which would turn around what stands behind them."""

_ABBREVIATIONS = frozenset(
    [
        *("mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "sgt", "sen", "rep", "gov", "st", "jr", "sr"),
        *("vs", "no", "nos", "inc", "ltd", "co", "corp", "e.g", "i.e", "a.m", "p.m", "u.s", "u.k", "u.n"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    ]
)
"""Words whose full stop does not end a sentence."""

_SENTENCE_END = re.compile(r"(?<![.!?])[.!?]+[”’\"')\]]*(?=\s+\S|[^\x00-\u2fff])|[。！？]+(?=\s+\S|[^\x00-\u2fff])")
"""Marks only: to look for the word before them here would read a long word anew from each of its letters."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""The shape of a language's tag (BCP 47): `en`, `pt-BR`, `zh-Hant`."""


def clean(text: str) -> str:
    """A text without the characters that would break a document or turn around what stands behind them."""
    # None of them is printable, and nearly every text is: it is asked ten times a page, and this takes a tenth.
    if text.isprintable():
        return text
    return _HARMFUL.sub("", text) if _HARMFUL.search(text) else text


def clip(text: str, limit: int) -> str:
    """A text on one line, of at most so many characters, cut between words.

    Args:
        text: Plain text.
        limit: The greatest length, in characters.

    Returns:
        The text, ending in an ellipsis where something was left out.
    """
    line = " ".join(clean(text).split())
    if len(line) <= limit:
        return line
    whole_words = line[:limit].rpartition(" ")[0]
    return (whole_words or line[: limit - 1]).rstrip(",;:–—- ") + "…"


def first_sentence(text: str) -> str:
    """The first sentence of a plain text; the whole text where no sentence ends in it."""
    line = " ".join(text.split())
    for match in _SENTENCE_END.finditer(line):
        word = line[line.rfind(" ", 0, match.start()) + 1 : match.start()].lstrip("(“‘\"'").casefold()
        initial = len(word) == 1 and word.isalpha()
        if not (match[0] == "." and (initial or word in _ABBREVIATIONS)):
            return line[: match.end()]
    return line


def capitalised(text: str) -> str:
    """A text that begins with a capital letter, the rest unchanged."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A remark as the end of a sentence: on one line, with a mark of punctuation last."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?", "…", "。", "”", "）", ")")) or not line else f"{line}."


def language_tag(text: str | None) -> str:
    """A language's tag for machines, or nothing where a text is none: a wrong one has a page read out wrongly."""
    return text if text and _LANGUAGE.fullmatch(text) else ""
