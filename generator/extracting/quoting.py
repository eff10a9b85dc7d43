"""The words of an article that stand for an event: the quote, verbatim, and the summary, tidied."""

from __future__ import annotations

import re

from generator.extracting.analysis import Analysis, When

__all__ = ["LONGEST_QUOTE", "LONGEST_SUMMARY", "quote", "summary"]

LONGEST_QUOTE = 300
"""Characters: short enough to be a quotation under any press law that we know of."""

LONGEST_SUMMARY = 400
_JOINT = re.compile(r"[,;:–—]\s|\s(?=(?:and|but|which|who|while|after|before|as|amid)\s)")


def quote(analysis: Analysis, when: When) -> str:
    """A passage of the article that holds the date and as much of its sentence as 300 characters allow.

    Args:
        analysis: The sentence.
        when: The expression that dates the event.

    Returns:
        Words exactly as they stand in the article.
    """
    raw = analysis.sentence.text
    begin = analysis.raw(analysis.body)
    if len(raw) - begin <= LONGEST_QUOTE:
        return raw[begin:]
    date_start, date_end = analysis.raw(when.start), analysis.raw(when.end)
    if date_end - begin > LONGEST_QUOTE:
        clause = analysis.clauses[analysis.clause_of(when.first)]
        clause_start = analysis.raw(analysis.words[clause.first].start)
        begin = clause_start if date_end - clause_start <= LONGEST_QUOTE else _word_start(raw, date_end - LONGEST_QUOTE)
        begin = min(begin, date_start)
    return raw[begin : _cut(raw, begin, max(date_end, begin + LONGEST_QUOTE // 2))].rstrip(" ,;:–—-")


def _word_start(raw: str, position: int) -> int:
    space = raw.find(" ", position)
    return space + 1 if space >= 0 else position


def _cut(raw: str, begin: int, least: int) -> int:
    """Where to end a passage that may not be longer: at the last joint of the sentence, else between two words."""
    most = begin + LONGEST_QUOTE
    if most >= len(raw):
        return len(raw)
    joints = [match.start() for match in _JOINT.finditer(raw, min(least, most), most)]
    if joints:
        return joints[-1]
    space = raw.rfind(" ", begin, most + 1)
    return space if space >= least else most


def summary(analysis: Analysis) -> str:
    """The sentence without its dateline and with single spaces, cut at a joint where it is very long.

    Args:
        analysis: The sentence.
    """
    text = analysis.clean
    if len(text) <= LONGEST_SUMMARY:
        return text[:1].upper() + text[1:]
    joints = [match.start() for match in _JOINT.finditer(text, LONGEST_SUMMARY // 2, LONGEST_SUMMARY)]
    end = joints[-1] if joints else text.rfind(" ", 0, LONGEST_SUMMARY)
    return f"{text[:1].upper()}{text[1:end]} …"
