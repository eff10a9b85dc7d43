"""What only looks like a time: ages, scores, prices, telephone numbers, versions. Such words give no expression."""

from __future__ import annotations

import re

from generator.extracting.tagger.around import word_before
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.rule import Example, Rule
from generator.extracting.tagger.rules.months import is_capital, possible

__all__ = ["RULES"]


def _is_impossible(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether the calendar has no such day, though it is written as one: whoever wrote “April 31” erred."""
    return is_capital(found, text, language) and not possible(found, text, language)


def _is_street(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether the street has a name, and the number is the house's: “at 1945 Elm Street”."""
    name = found.start("street_name")
    before = word_before(found)
    in_year = before in language.words["year_cue"] and before != "of"
    return text[name].isupper() and not in_year and found["street_name"] not in language.words["street_of_news"]


def _is_title(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “Today” is a name's last word, with its capital letter."""
    return text[found.end() - 5].isupper() and text[found.start()].isupper()


def _is_person(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether both words have capital letters, and none stands right before them: not “Prince William Tuesday”."""
    title = _NAME_BEFORE.search(text, max(0, found.start() - 24), found.start())
    surname = max(found.start("surname"), found.start("family"))
    return text[found.start()].isupper() and text[surname].isupper() and title is None


_NAME_BEFORE = re.compile(r"[^\W\d_]*[A-Z][a-z]+\s{1,2}$")


def _is_event(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether the event has its capital letter, and so the year is part of its name, not when something happened."""
    return text[found.start()].isupper()


_ENDS = r"(?=[.,;:!?)\"”](?![0-9])|$| (?:is|was|and|or|at|in|to|by|but|when|for)\b)"

RULES = (
    Rule(
        "age",
        ("#2", "#4", "#n", "ones", "teens", "tens"),
        r"{number}[ -](?:years?|months?|weeks?|days?)[ -](?:old|of age)\w*",
        None,
        examples=(Example("A 39-year-old man left.", "", ""),),
    ),
    Rule(
        "version",
        (
            "#2",
            "#4",
            "#n",
        ),
        r"[0-9]+\.[0-9]+\.[0-9]+(?:\.[0-9]+){0,4}(?=[a-z]|[ ,;)]|$)",
        None,
        examples=(Example("Version 10.4.11 is out.", "", ""),),
    ),
    Rule(
        "telephone",
        ("#n",),
        r"(?:[0-9]{3}[-. ][0-9]{3}|0[0-9]{2,4}[- ][0-9]{3,4})[-. ][0-9]{4}(?![0-9])",
        None,
        examples=(
            Example("Call 555-123-4567.", "", ""),
            Example("Ring 020 7946 2001.", "", ""),
        ),
    ),
    Rule(
        "impossible-day",
        ("months",),
        r"{month} (?P<day>29|3[01]){:suffix}?(?:,? {year})?" + _ENDS,
        None,
        _is_impossible,
        examples=(
            Example("They met on April 31.", "2023-10-18", ""),
            Example("They met on Feb. 29, 2023, in Riga.", "2023-10-18", ""),
        ),
    ),
    Rule(
        "impossible-day-of-month",
        ("#2", "#th"),
        r"(?P<day>29|3[01]){:suffix}?(?: {:of})? {month}(?:,? {year})?" + _ENDS,
        None,
        _is_impossible,
        examples=(Example("They met on 30 February.", "2023-10-18", ""),),
    ),
    Rule(
        "house-number",
        ("#4",),
        r"[0-9]{4} (?:(?:north|south|east|west|[nsew]\.?) )?(?P<street_name>[a-z]+)(?: [a-z]+)? {:street}(?![a-z])",
        None,
        _is_street,
        examples=(
            Example("She lives at 1945 Elm Street.", "", ""),
            Example("She lives at 1965 North Elm St.", "", ""),
        ),
    ),
    Rule(
        "named-today",
        ("today_title",),
        r"(?:{:today_title}) today",
        None,
        _is_title,
        examples=(Example("He told USA Today of it.", "2023-10-18", ""),),
    ),
    Rule(
        "named-person",
        ("given_name", "weekday_given"),
        r"(?:{given_name} (?P<surname>{:full_weekday})|{weekday_given} (?P<family>{:weekday_family}))",
        None,
        _is_person,
        examples=(
            Example("Ben Sunday left.", "2023-10-18", ""),
            Example("Wednesday Addams left.", "2023-10-18", ""),
        ),
    ),
    Rule(
        "event-year",
        ("event_name",),
        r"{event_name} (?P<digits>[12][0-9]{3})(?![0-9-])",
        None,
        _is_event,
        examples=(
            Example("Euro 2020 was put off.", "2023-10-18", ""),
            Example("They won World Cup 2018.", "2023-10-18", ""),
        ),
    ),
)
