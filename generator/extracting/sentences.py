"""Sentences of news, each with its place in the text.

A paragraph is one line of the text, so a line break always ends a sentence. Within a line, a full stop, question mark
or exclamation mark ends one unless a row of the tables in `sentence_ends` says that it does not: news is full of
`Feb. 24`, `U.S.`, `Gen. A. Miller` and `3.5 percent`, in German also of `am 3. Mai`.

It is ours because the offsets must be exact and the whole of an article may cost 4 ms: `pysbd`, the usual library, took
19 ms for 3 kB (measured, version 0.3.4), rewrites the text to find its boundaries, and has had no release since 2021.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.extracting.sentence_ends import Ends, ends_of
from generator.extracting.timex import Timex

__all__ = ["Sentence", "shared_out", "split"]

REPORTS_SPEECH = re.compile(
    r"(?:[A-Z][\w’'.-]*\s+){1,4}(?:said|says|asked|asks|told|added|wrote|replied|tweeted|shouted|joked)\b"
)
"""What follows a quoted question in the same sentence: `“Why now?” Lee asked.`"""

_STOP = re.compile(
    r"""
    (?P<mark> [.!?…] (?<![.!?…].) [.!?…]*+ )
    (?P<close> ["”“’'»«)\]]*+ )
    (?: (?P<space> [^\S\n]++ ) (?P<next> ["“„‘‚'«»(\[¿¡]* [A-Z0-9À-Þ] ) | (?P<glued> (?=[A-Z][a-z]+\s) ) )
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[\w.&’'-]*$")
_WORD_AFTER = re.compile(r"\W*([\w’'-]+)")
_INITIALS = re.compile(r"[a-z](?:\.[a-z])*")
_LONGEST_WORD = 40
_ORDINAL_DIGITS = 2


class Sentence(NamedTuple):
    """One sentence.

    Attributes:
        start, end: Its span in the text, in characters, `end` excluded, without the white space around it.
        text: The text between them, unchanged.
    """

    start: int
    end: int
    text: str


def split(text: str, language: str = "en") -> list[Sentence]:
    """Split a text into its sentences.

    Args:
        text: Paragraphs on lines of their own.
        language: The text's language (ISO 639-1): whose abbreviations end no sentence.

    Returns:
        The sentences in order; between and around them there is nothing but white space.
    """
    ends = ends_of(language)
    sentences = []
    end = -1
    for line in text.split("\n"):
        begin = start = end + 1
        end = begin + len(line)
        for stop in _stops(text, begin, end, ends):
            sentences.append(_trimmed(text, start, stop))
            start = stop
        sentences.append(_trimmed(text, start, end))
    return [sentence for sentence in sentences if sentence.text]


def shared_out(sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> list[list[Timex]]:
    """The expressions of time of each sentence; one that reaches beyond a sentence's end belongs to none.

    Args:
        sentences: The sentences of a text, in order.
        timexes: Its expressions of time, in order.
    """
    shared: list[list[Timex]] = [[] for _ in sentences]
    number = 0
    for timex in timexes:
        while number + 1 < len(sentences) and sentences[number].end <= timex.start:
            number += 1
        if sentences[number].start <= timex.start and timex.end <= sentences[number].end:
            shared[number].append(timex)
    return shared


def _trimmed(text: str, start: int, end: int) -> Sentence:
    raw = text[start:end].rstrip()
    body = raw.lstrip()
    begin = start + len(raw) - len(body)
    return Sentence(begin, begin + len(body), body)


def _stops(text: str, start: int, end: int, language: Ends) -> Iterator[int]:
    """The offsets, within one line, at which a sentence has ended and the next has not begun."""
    for match in _STOP.finditer(text, start, end):
        mark, close, space = match.group("mark", "close", "space")
        plain = space is not None and mark == "." and not close and _ends_long_word(text, start, match, language)
        if plain or (_glued if space is None else _spaced)(text, start, match, language):
            yield match.end("close")


def _word_before(text: str, start: int, match: re.Match[str]) -> str:
    """The word at the end of which a mark stands, in a line that begins at `start`."""
    begin, end = max(start, match.start() - _LONGEST_WORD), match.start()
    if text[begin:end][-1:].isspace():
        return ""
    found = _WORD_BEFORE.search(text[begin:end].rsplit(maxsplit=1)[-1]) if begin < end else None
    return found[0] if found else ""


def _ends_long_word(text: str, start: int, match: re.Match[str], language: Ends) -> bool:
    """Whether so many letters stand before a mark that they are no abbreviation."""
    begin = match.start() - language.longest - 1
    return begin >= start and text[begin : match.start()].isalpha()


def _spaced(text: str, start: int, match: re.Match[str], language: Ends) -> bool:
    """Whether a mark with white space and a capital, digit or quote after it ends the sentence."""
    mark, close = match["mark"], match["close"]
    if close and mark in {"?", "!"} and REPORTS_SPEECH.match(text, match.end("space")):
        return False
    if mark != "." or close:
        return True
    bare = _word_before(text, start, match).casefold().lstrip(".’'-")
    following = _WORD_AFTER.match(text, match.end("space"))
    next_word = following[1] if following else ""
    if bare in language.never_last:
        return False
    if bare in language.before_number and next_word[:1].isdigit():
        return False
    ordinal = language.ordinals and bare.isdigit() and len(bare) <= _ORDINAL_DIGITS
    if ordinal or bare in language.maybe_last or _INITIALS.fullmatch(bare):
        return next_word.casefold() in language.starters
    return True


def _glued(text: str, start: int, match: re.Match[str], language: Ends) -> bool:
    """Whether `word.Word` are two sentences that lost their space, and neither a name, a host nor an abbreviation."""
    if match["mark"] != "." and not match["close"]:
        return False
    word = _word_before(text, start, match)
    following = _WORD_AFTER.match(text, match.end())
    next_word = following[1] if following else ""
    plain = word.isalpha() and word.islower() and len(word) > 2
    return plain and (len(next_word) > 3 or next_word.casefold() in language.starters)
