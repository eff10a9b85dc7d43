"""Words: a title says what happened, a quote is short, and a translation keeps up with what it translates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.curating.faults import quoted
from generator.curating.places import Node
from generator.curating.rules.subject import Finding, Subject

__all__ = ["LONGEST_QUOTE", "cut_at_hash", "quote_too_long", "translation_out_of_date", "vague_title"]

LONGEST_QUOTE = 300
"""Characters. A quotation proves a point; what is longer than a few sentences copies an article."""

_VAGUE = """
    announcement announcements breaking call calls conference development developments event events happened
    happening happens important incident latest major meeting meetings new news press report reports speech
    statement statements story talk talks tbd thing things title today todo untitled update updates visit visits
"""
VAGUE = frozenset(_VAGUE.split())
"""English words that say of no event what it was: a title of these alone could stand above any other."""

_SMALL = """
    a an and are at by for from in is of on or some the this to was were with
"""
SMALL = frozenset(_SMALL.split())
"""English words that say nothing of their own."""

_SAYS_NOTHING = VAGUE | SMALL

POINTING = frozenset(["He", "Her", "His", "It", "Its", "She", "Their", "These", "They", "Those"])
"""Words that point at a sentence before; a title stands alone. In capitals they are names: IT, WHO."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def vague_title(subject: Subject) -> Iterator[Finding]:
    """A title that does not say what happened, or to whom: readers see it in lists, feeds and searches, alone."""
    english = subject.timeline.timeline.language.split("-")[0] == "en"
    for path, event in subject.events():
        if not event.title or not subject.is_open(event):
            continue
        words = _WORD.findall(event.title)
        what = ""
        if not any(word.isalpha() and len(word.encode()) > 1 for word in words):
            what = f"the title {quoted(event.title)} has no words"
        elif english and words[0] in POINTING:
            what = f"the title begins with “{words[0]}”, and nothing before it says who or what that is"
        elif english and len(words) <= len(VAGUE) and {word.casefold() for word in words} <= _SAYS_NOTHING:
            what = f"the title {quoted(event.title)} could be that of any event"
        if what:
            todo = "say who did what, in a few words that can stand alone"
            yield Finding((*path, "title"), what, todo, "warning")


def quote_too_long(subject: Subject) -> Iterator[Finding]:
    """A quote that is longer than it need be to support a date and a deed."""
    for path, event in subject.events():
        for number, citation in enumerate(event.citations):
            if citation.quote and len(citation.quote) > LONGEST_QUOTE:
                what = f"the quote is of {len(citation.quote)} characters; more than {LONGEST_QUOTE} is a copy"
                todo = "keep the sentence that says what happened"
                yield Finding((*path, "citations", number, "quote"), what, todo, "warning", at_key=True)


def cut_at_hash(subject: Subject) -> Iterator[Finding]:
    """Unquoted text that ends before a number sign, behind which a person went on: “Train #7 derails”."""
    text = subject.places.lines.text
    signs = [match.start() for match in _SIGN.finditer(text)]
    for path, event in subject.events():
        if not _has_sign(subject.places.node(path), text, signs):
            continue  # where the title stands is not known before it is asked for
        for key in ("title", "summary"):
            node = subject.places.node((*path, key)) if getattr(event, key) else None
            if node is not None and not node.style and (rest := _CUT.match(text, node.end)):
                what = f"this text ends before {quoted(rest[1])}: behind a blank, # begins a comment"
                todo = "put the whole text in double quotes, or write a blank behind the #"
                yield Finding((*path, key), what, todo, "warning")


_CUT = re.compile(r"[ \t]+(#[^\s#].*)")
_SIGN = re.compile(r"#(?<=[ \t]#)[^\s#]")


def _has_sign(node: Node | None, text: str, signs: list[int]) -> bool:
    """Whether such a number sign stands in the lines of an event."""
    if node is None or not signs:
        return False
    sign = bisect_left(signs, node.start)
    return sign < len(signs) and "\n" not in text[node.end : signs[sign]]


def translation_out_of_date(subject: Subject) -> Iterator[Finding]:
    """A translation of a day before the event was last corrected."""
    for path, event in subject.events():
        last = max((correction.date for correction in event.corrections), default=None)
        if last is None:
            continue
        for language, translation in event.translations.items():
            if translation.date is not None and translation.date < last:
                what = f"this translation is of {translation.date}, and the event was corrected on {last}"
                todo = "bring it up to date, and write the day on which you did in “date:”"
                yield Finding((*path, "translations", language), what, todo, "warning", at_key=True)
