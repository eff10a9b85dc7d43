"""The last hand on a title: no relative date, short enough, nothing dangling, a capital first."""

from __future__ import annotations

import re

from generator.extracting.clauses import DETERMINERS, PREPOSITIONS, finite_verbs, words
from generator.extracting.gazetteer import is_place
from generator.extracting.tables import table

__all__ = ["LEADING", "LONGEST_TITLE", "finished"]

LONGEST_TITLE = 90
"""Characters: what a search result shows of a title, and about two lines on a phone."""

DANGLING = (
    DETERMINERS
    | PREPOSITIONS
    | table(
        """
        and but or nor which who whom whose where when while because although though if unless that than as so what
        how why is are was were be been being has have had will would can could may might must shall should do does
        did not also its their his her very more most less new own to both either neither just even only according
        ahead compared along saying said
        """
    )
)
"""Words that no title ends with."""

_UNITS = "week|weekend|month|year|quarter|decade|century|spring|summer|autumn|fall|winter"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_PARTS = "morning|afternoon|evening|night"
_WEEKDAYS = r"(?<!Good\s)(?<!Black\s)(?<!Ash\s)(?<!Bloody\s)(?:mon|tues|wednes|thurs|fri|satur|sun)day"
RELATIVE = re.compile(
    rf"""
    \b(?:(?:on|by|since|until|from|in|during|of)\s+)?
    (?: (?:early|late|earlier|later|mid)\s+)?
    (?: (?:the\s+)?(?:last|next|this|past|coming)\s+(?:(?:early|late)\s+)?(?:{_UNITS}|{_PARTS}|{_MONTHS}|{_WEEKDAYS})s?
      | (?:yesterday|today|tonight|tomorrow)(?:\s+(?:{_PARTS}))?
      | {_WEEKDAYS}s?(?:\s+(?:{_PARTS}))?
    )\b(?:[’']s)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that mean a date only beside the article's own."""
_DAYS = table("monday tuesday wednesday thursday friday saturday sunday")
RELATIVE_WORDS = (
    _DAYS | {f"{day}s" for day in _DAYS} | table("last next this past coming yesterday today tonight tomorrow")
)
"""One of these is in whatever `RELATIVE` finds: where none stands, it need not be searched for."""

_JOINTS = (
    "after|before|amid|as|while|following|despite|because|in|at|for|with|over|during|from|by|on|ahead|against|under"
    "|where|who|which|including|about|when|until|since|through|near|without|within|although|though|across|into|towards?"
    "|alongside|throughout|between|among"
)
"""Words before which a title that is too long may end; not “and”, “of” or “that”, which leave half of something."""

_WEAK = re.compile(rf"\s+(?=(?:{_JOINTS})\s)")
_LAST_RESORT = re.compile(r"(?<=[a-z]s)\s+(?=(?:to|[a-z]{3,}ing)\s[a-z])|(?<=[a-z])\s+(?=to\s(?:all|the)\s)")
_WITHIN_NAME = re.compile(r"[A-Z][\w’'-]*$")
_NAME_GOES_ON = re.compile(r"\s+(?:for|of|and|against)\s+(?:the\s+)?[A-Z]")
_BARE_END = re.compile(r"(?<=[a-z])\s+(?:with|between|among)\s+[a-z]+s$")
"""A noun without an article whose description was cut off: “a meeting with representatives”."""
_HANGING = re.compile(r"(?<=[a-z])(?<!\sa)(?<!\san)(?<!\sthe)\s+[a-z]+(?:ed|ing)$")
"""A participle whose object was cut off: “in the film based”."""
_CALENDAR = re.compile(rf"^(?i:{_MONTHS})\s+(?=[A-Z])")
_WORDS = re.compile(r"\w+")
_BEFORE_MARK = re.compile(r"[ ](?=[,.;:!?’”)])")
_AFTER_MARK = re.compile(r"[ ](?<=[“(][ ])")
LEADING = " ,;:.–—-\"“”'‘’)"
"""Marks that may be left at the head of words cut out of a sentence."""

_TRAILING = " ,;:.–—-“‘("
_COMMA = re.compile(r",\s")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=[a-zA-Z])", re.IGNORECASE)
_LAST_WORD = re.compile(r"[\w’'-]+$")
_MARK_OF_AGENCY = re.compile(r"^(?:BST|GMT|UTC|AFP|AP|PA|EPA|Reuters|Getty(?: Images)?)\s+(?=[A-Z][a-z])")
_FEWEST_WORDS = 2


def finished(text: str, *, named: bool = False) -> str:
    """Tidy a title.

    Args:
        text: The words, of any length, perhaps with marks and dates left over.
        named: Whether an article at their head belongs to a name.

    Returns:
        At most 90 characters; empty where fewer than two words are left.
    """
    if not RELATIVE_WORDS.isdisjoint(_WORDS.findall(text.casefold())):
        text = RELATIVE.sub(" ", text)
    text = _AFTER_MARK.sub("", _BEFORE_MARK.sub("", " ".join(text.split())))
    text = (text if text.startswith("“") else text.lstrip(LEADING)).rstrip(_TRAILING)
    text = _balanced(_short(text))
    for litter in (_CALENDAR, _MARK_OF_AGENCY):
        found = litter.match(text)
        text = text[found.end() :] if found else text
    article = _ARTICLE.match(text)
    if article and not named and not is_place(" ".join(text.split()[:2])) and len(text.split()) > 2:
        text = text[article.end() :]
    text = _without_dangling(text)
    if len(text.split()) < _FEWEST_WORDS:
        return ""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def _short(text: str) -> str:
    """Cut at the last joint that leaves at most 90 characters and still a third of them; empty where there is none."""
    if len(text) <= LONGEST_TITLE:
        return text
    for joint in (_COMMA, _WEAK, _LAST_RESORT):
        places = [match.start() for match in joint.finditer(text, LONGEST_TITLE // 3, LONGEST_TITLE + 2)]
        places = [place for place in places if place <= LONGEST_TITLE and not _is_within_name(text, place)]
        if places:
            short = _BARE_END.sub("", text[: places[-1]])
            whole = _HANGING.sub("", short)
            return whole if finite_verbs(words(whole)) else short
    return ""


def _is_within_name(text: str, place: int) -> bool:
    """Whether a name goes on behind a joint: “the National Institute | for Standards”."""
    return _NAME_GOES_ON.match(text, place) is not None and _WITHIN_NAME.search(text, 0, place) is not None


def _without_dangling(text: str) -> str:
    while True:
        text = text.rstrip(_TRAILING)
        last = _LAST_WORD.search(text, text.rfind(" ") + 1)
        if last is None or last[0].casefold() not in DANGLING:
            return text
        text = text[: last.start()]


def _balanced(text: str) -> str:
    """Quotation marks and brackets without their partner are dropped."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count("‘") > text.count("’"):
        text = text.replace("‘", "")
    return text.replace('"', "") if text.count('"') % 2 else text
