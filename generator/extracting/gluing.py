"""Two sentences that a page ran together without a mark: a headline or a caption and the lead after it.

“Berg is due in court in May Lawyers from both sides met on Friday.” The fingerprint stays that of the whole; only what
is read at a date is its own part, so that no title is made of both.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container

from generator.extracting.name_words import CALENDAR, TITLES
from generator.extracting.sentences import Sentence
from generator.extracting.tables import table

__all__ = ["parts_of"]

_STARTS = "The|There|It|He|She|They|We|This|These|Those|But|His|Her|Its|Their|When|While|After|Although|More|An|A|In|At"
_BOUNDARY = re.compile(
    rf"[ ](?=[A-Z])(?:(?<=[\w’'”)][ ])(?P<start>(?:{_STARTS}))[ ](?P<next>[a-z]+|[A-Z][\w’'-]+|[12]\d\d\d)"
    r"|(?<=[\w’'][ ])(?P<plain>[A-Z][a-z]+)[ ](?=[a-z]))"
)
_STAMP = re.compile(
    r"(?:Page\s+|First\s+|Last\s+)?(?:last\s+)?(?:updated|published|modified|posted)\s+(?:at\s+|on\s+)?[^.]{0,60}"
    r"\b(?:UK|GMT|UTC|BST|EST|EDT|PST|PDT|IST|CEST|CET)\b(?:\s+(?:Help|UK|GMT))*"
    r"(?:[\s,]+(?:[A-Z][a-z]+day)[\s,]+\d{1,2}\s[A-Z][a-z]+\s\d{4}(?:\s\d\d:\d\d\s[A-Z]{2,4})?)?(?=\s)",
    re.IGNORECASE,
)
"""A page's own stamp that ran into its text: “Last updated at 04:46 GMT Help”."""
_AFTER_YEAR = re.compile(r"[ ](?<=\b(?:19|20)\d\d[ ])(?=[A-Z][a-z]+[ ][A-Z][a-z]+[ ][a-z])")
"""“… when he died in 2009 Michael Jackson died in …”."""
_BEFORE_DATE = re.compile(
    r"[ ](?<=[a-z][ ])(?=\d{1,2}[ ](?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)"
    r"[ ](?:19|20)\d\d[ ][A-Z])"
)
"""“… was read out in court 1 November 2011 Berg tells …”: an entry of a list of days."""
_BEFORE = re.compile(r"([\w’'-]+)[”)]?$")
_JOINED = table("""
    of in on at by for from with to into onto over under about against between among during and or but the a an his her
    its their our my your this that as is are was were be been called titled named entitled than via per s says said
    """)
"""Words after which a capital belongs to a name: “in The Lancet”, “and In Bruges”."""
_DEICTIC = table("today tonight yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday")
_FEWEST_WORDS = 3
_LONG = 5


def parts_of(sentence: Sentence, lower: Container[str], *, lead: bool) -> list[Sentence]:
    """The sentences within a sentence: itself, where nothing was run together.

    Args:
        sentence: The sentence.
        lower: The words that the article also writes in lower case.
        lead: Whether it is the first of the article, where a headline runs into the text before any word.
    """
    text, cuts = sentence.text, [0]
    if "pdate" in text or "ublish" in text:
        cuts += [match.end() + 1 for match in _STAMP.finditer(text)]
    if " 19" in text or " 20" in text:
        cuts += [
            m.end()
            for m in _BEFORE_DATE.finditer(text)
            if text[: m.start()].rpartition(" ")[2].casefold() not in _JOINED
        ]
    if lead:
        cuts += [m.end() for m in _AFTER_YEAR.finditer(text) if len(text[cuts[-1] : m.start()].split()) > _LONG]
    cuts.sort()
    for match in _BOUNDARY.finditer(text):
        if match.start() < cuts[-1]:
            continue
        if _is_cut(text, match, lower, cuts[-1], lead=lead):
            cuts.append(match.start() + 1)
    if len(cuts) == 1:
        return [sentence]
    cuts.append(len(text) + 1)
    return [
        Sentence(sentence.start + begin, sentence.start + end - 1, text[begin : end - 1])
        for begin, end in itertools.pairwise(cuts)
    ]


def _is_cut(text: str, match: re.Match[str], lower: Container[str], begin: int, *, lead: bool) -> bool:
    nearest = text.rfind(" ", 0, match.start()) + 1
    before = _BEFORE.search(text, max(begin, match.start() - 40, nearest), match.start())
    if before is None or before[1].casefold() in _JOINED or len(text[begin : match.start()].split()) < _FEWEST_WORDS:
        return False
    if text.count("“", begin, match.start()) > text.count("”", begin, match.start()):
        return False
    if match["start"]:
        if before[1].casefold() in _DEICTIC:
            return True
        capital_before, capital_after = before[1][0].isupper(), match["next"][0].isupper()
        return not (capital_after and match["start"] != "But") if not capital_before else not capital_after
    plain = match["plain"].casefold()
    capital = before[1][0].isupper() and before[1].casefold() not in lower and before[1].casefold() not in CALENDAR
    return lead and plain in lower and plain not in TITLES and not capital
