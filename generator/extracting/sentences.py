"""Sentences of English news, each with its place in the text.

A paragraph is one line of the text, so a line break always ends a sentence. Within a line, a full stop, question mark
or exclamation mark ends one unless a row of the tables below says that it does not: news is full of `Feb. 24`,
`U.S.`, `Gen. A. Miller` and `3.5 percent`.

It is ours because the offsets must be exact and the whole of an article may cost 4 ms: `pysbd`, the usual library, took
19 ms for 3 kB (measured, version 0.3.4), rewrites the text to find its boundaries, and has had no release since 2021.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extracting.tables import table

__all__ = ["Sentence", "split"]

NEVER_LAST = table("""
    mr mrs ms messrs mx dr prof rev hon st sr gen lt col maj capt cmdr sgt cpl adm brig gov sen rep reps sens
    pres supt insp det vs fig approx dept univ assn intl natl
    """)
"""Abbreviations that stand before what they belong to: a name, a number."""

BEFORE_NUMBER = table("jan feb mar apr jun jul aug sep sept oct nov dec no nos sec vol pp art ca c")
"""Abbreviations that do not end a sentence when a digit follows."""

MAYBE_LAST = table("""
    inc corp co ltd llc plc jr bros u.s u.k u.n e.u u.s.a d.c a.m p.m ph.d m.d b.a m.a a.d b.c est etc al
    e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    """)
"""Abbreviations that end a sentence only when the next word is one that often begins one."""

STARTERS = table("""
    the a an he she it they we i you his her its their our my this that these those there here in on at by for from
    with to of after before during since until when while as if although though but and or so yet however meanwhile
    both some many most several few all each no not one two earlier later last also then what who why how where
    according speaking asked despite under over
    """)
"""Words that often begin a sentence and hardly ever a name."""

REPORTS_SPEECH = re.compile(
    r"(?:[A-Z][\w’'.-]*\s+){1,4}(?:said|says|asked|asks|told|added|wrote|replied|tweeted|shouted|joked)\b"
)
"""What follows a quoted question in the same sentence: `“Why now?” Lee asked.`"""

_STOP = re.compile(
    r"""
    (?<![.!?…]) (?P<mark> [.!?…]++ )
    (?P<close> ["”’'»)\]]*+ )
    (?: (?P<space> [^\S\n]++ ) (?P<next> ["“‘'«(\[]* [A-Z0-9À-Þ] ) | (?P<glued> (?=[A-Z][a-z]+\s) ) )
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[\w.&’'-]*$")
_WORD_AFTER = re.compile(r"\W*([\w’'-]+)")
_LINE = re.compile(r"[^\n]+")
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        start, end: Its span in the text, in characters, `end` excluded, without the white space around it.
        text: The text between them, unchanged.
    """

    start: int
    end: int
    text: str


def split(text: str) -> list[Sentence]:
    """Split a text into its sentences.

    Args:
        text: Paragraphs on lines of their own.

    Returns:
        The sentences in order; between and around them there is nothing but white space.
    """
    sentences = []
    for line in _LINE.finditer(text):
        start = line.start()
        for stop in _stops(text, line.start(), line.end()):
            sentences.append(_trimmed(text, start, stop))
            start = stop
        sentences.append(_trimmed(text, start, line.end()))
    return [sentence for sentence in sentences if sentence.text]


def _trimmed(text: str, start: int, end: int) -> Sentence:
    raw = text[start:end]
    body = raw.strip()
    begin = start + len(raw) - len(raw.lstrip())
    return Sentence(begin, begin + len(body), body)


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets, within one line, at which a sentence has ended and the next has not begun."""
    for match in _STOP.finditer(text, start, end):
        before = _WORD_BEFORE.search(text, max(start, match.start() - _LONGEST_WORD), match.start())
        word = before[0] if before else ""
        ends = _glued(text, word, match) if match["space"] is None else _spaced(text, word, match)
        if ends:
            yield match.end("close")


def _spaced(text: str, word: str, match: re.Match[str]) -> bool:
    """Whether a mark with white space and a capital, digit or quote after it ends the sentence."""
    if match["close"] and match["mark"] in {"?", "!"} and REPORTS_SPEECH.match(text, match.end("space")):
        return False
    if match["mark"] != "." or match["close"]:
        return True
    bare = word.casefold().lstrip(".’'-")
    following = _WORD_AFTER.match(text, match.end("space"))
    next_word = following[1] if following else ""
    if bare in NEVER_LAST:
        return False
    if bare in BEFORE_NUMBER and next_word[:1].isdigit():
        return False
    if bare in MAYBE_LAST or re.fullmatch(r"[a-z](?:\.[a-z])*", bare):
        return next_word.casefold() in STARTERS
    return True


def _glued(text: str, word: str, match: re.Match[str]) -> bool:
    """Whether `word.Word` are two sentences that lost their space, and neither a name, a host nor an abbreviation."""
    if match["mark"] != "." and not match["close"]:
        return False
    following = _WORD_AFTER.match(text, match.end())
    next_word = following[1] if following else ""
    plain = word.isalpha() and word.islower() and len(word) > 2
    return plain and (len(next_word) > 3 or next_word.casefold() in STARTERS)
