"""Days by their names: weekdays, with “last”, “this” and “next”; today, yesterday, tomorrow; parts of a day."""

from __future__ import annotations

import datetime as dt
import re

from generator.extracting.tagger.around import word_before
from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.point import day_point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule

__all__ = ["RULES", "with_part"]


def _is_weekday(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether a weekday has its capital letter, and is no part of a name, as in “Good Friday”.

    An abbreviation that is also a word has a full stop or a comma too.
    """
    word, end = found["weekday"], found.end("weekday")
    if not text[found.start("weekday")].isupper():
        return False
    if word in language.words["weekday_like"] and found.string[end : end + 1] not in {",", ")", ":"}:
        return False
    if word_before(found) in language.words["weekday_name"] or _names_paper(found, language):
        return False
    after = _NEXT_WORD.match(found.string, end)
    named_after = after and text[after.start(1)].isupper() and after[1] in language.words.get("weekday_thing", ())
    return not named_after


def _names_paper(found: re.Match[str], language: Language) -> bool:
    """Whether the words before a weekday are what papers are named that appear on it: “Mail on Sunday”."""
    before, end = found.string, found.start() - 1
    return end > 0 and before[end] == " " and before.endswith(tuple(language.words.get("weekday_paper", ())), 0, end)


_NEXT_WORD = re.compile(r" {1,2}((?:night )?[^\W\d_]+)")


def with_part(reading: Reading, part: str, context: Context) -> Reading:
    """A part of a day: `2022-12-30TMO`; of “midnight tonight” the finer. Its EDTF is the day."""
    if not part:
        return reading
    code = context.language.label("part", part)
    day = reading.value.partition("T")[0] if reading.type == "TIME" else reading.value
    return reading.but(type="TIME", value=f"{day}{code if code.startswith('T') else 'T' + code}")


def _weekday(match: Match, context: Context) -> Reading:
    """The latest such day up to the DCT and the DCT included; ahead with a strong cue (right in 91 of 100 cases)."""
    weekday = context.language.meaning("weekdays", match["weekday"])
    if context.last_day and context.ends_weekdays(match):
        reading = at(day_point(_step(context.last_day.first, weekday, ahead=True)), context.last_day_words)
        return with_part(reading, match["part"], context)
    if (listed := _after_date_ahead(match, context)) is not None:
        anchor = context.last_day_words
        return with_part(at(day_point(_step(listed, weekday, ahead=True)), anchor, "medium"), match["part"], context)
    base, anchor = context.base()
    if base is None or base.grain != "day":
        base, anchor = (context.today, anchor) if not context.narrative else (context.last_day, context.last_day_words)
    if base is None:
        return with_part(unresolved(f"XXXX-WXX-{weekday}"), match["part"], context)
    if context.narrative:
        return with_part(at(day_point(_step(base.first, weekday, ahead=True)), anchor), match["part"], context)
    return with_part(_either_way(base.first, weekday, anchor, match, context), match["part"], context)


def _either_way(dct: dt.date, weekday: int, anchor: str, match: Match, context: Context) -> Reading:
    """A weekday as its clause points: back where nothing tells, with the other reading where that is plausible."""
    future = context.is_future(match)
    day = _step(dct, weekday, ahead=future)
    other = _step(dct + dt.timedelta(days=-1 if future else 1), weekday, ahead=not future)
    reading = at(day_point(day), anchor)
    if day == dct:
        other = dct + dt.timedelta(weeks=1 if future else -1)
        reason = "the text names its own day, or means that a week away"
        return reading.but(alternatives=(other.isoformat(),), reason=reason)
    if future:
        reason = "the clause speaks of what is to come"
        return reading.but(confidence="medium", alternatives=(other.isoformat(),), reason=reason)
    if context.is_past(match):
        return reading
    return reading.but(alternatives=(other.isoformat(),), reason="nothing in the clause tells its direction")


def _after_date_ahead(match: Match, context: Context) -> dt.date | None:
    """The day ahead that the weekday goes on with: “next Thursday or Friday”."""
    day = context.last_day
    if day is None or context.dct is None or context.narrative or not 0 < match.start - context.last_day_end < _LINK:
        return None
    joined = context.language.links.list.fullmatch(context.text, context.last_day_end, match.start)
    return day.first if joined and context.dct < day.first else None


_LINK = 8
"""As long as what joins two dates of a list can be, in characters."""


def _step(day: dt.date, weekday: int, *, ahead: bool) -> dt.date:
    """The next or the last such weekday, the day itself included."""
    if ahead:
        return day + dt.timedelta(days=(weekday - day.isoweekday()) % 7)
    return day - dt.timedelta(days=(day.isoweekday() - weekday) % 7)


def _relative_weekday(match: Match, context: Context) -> Reading:
    """“last Friday”, “this Thursday”, “next Monday”."""
    weekday = context.language.meaning("weekdays", match["weekday"])
    if context.dct is None:
        return with_part(unresolved(f"XXXX-WXX-{weekday}"), match["part"], context)
    dct = context.dct
    if match["this"]:
        reading = _this_weekday(dct + dt.timedelta(days=weekday - dct.isoweekday()), match, context)
    elif match["next"]:
        day = _step(dct + dt.timedelta(days=1), weekday, ahead=True)
        reading = _doubtful(day, 7, dct, match["weekday"], match["next"])
    else:
        day = _step(dct - dt.timedelta(days=1), weekday, ahead=False)
        reading = _doubtful(day, -7, dct, match["weekday"], match["last"])
    return with_part(reading, match["part"], context)


def _this_weekday(day: dt.date, match: Match, context: Context) -> Reading:
    """“this Friday”, said on a Saturday: the coming one, unless a verb of the past binds it."""
    dct = context.dct or day
    if day >= dct or context.is_past(match):
        return at(day_point(day), dct.isoformat())
    coming = at(day_point(day + dt.timedelta(weeks=1)), dct.isoformat(), "medium")
    return coming.but(alternatives=(day.isoformat(),), reason="no verb says that it is over")


def _doubtful(day: dt.date, step: int, dct: dt.date, name: str, word: str) -> Reading:
    """“last” and “next” in the same week as the DCT: some mean the nearest such day, some that of the other week."""
    reading = at(day_point(day), dct.isoformat())
    if day.isocalendar()[:2] != dct.isocalendar()[:2]:
        return reading
    other = (day + dt.timedelta(days=step)).isoformat()
    reason = f"“{word} {name.rstrip('.').capitalize()}” can also mean {other}"
    return reading.but(confidence="medium", alternatives=(other,), reason=reason)


def _is_no_programme(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether “today” is the day: not “the Today programme”."""
    after = _NEXT_WORD.match(found.string, found.end())
    thing = after is not None and after[1] in language.words.get("today_thing", ())
    return not (thing and text[found.start()].isupper())


def _relative_day(match: Match, context: Context) -> Reading:
    word = match["relative_day"]
    step = context.language.meaning("relative_day", word)
    base = context.last_day if context.narrative else context.today
    anchor = context.last_day_words if context.narrative else (context.dct.isoformat() if context.dct else "")
    if base is None:
        code = "TNI" if word == "tonight" else ""
        unknown = unresolved(f"XXXX-XX-XX{code}")
        return unknown.but(type="TIME") if code else with_part(unknown, match["part"], context)
    reading = at(base.shift(step, "day"), anchor)
    if word == "tonight":
        return reading.but(type="TIME", value=f"{reading.value}TNI")
    return with_part(reading, match["part"], context)


def _beyond(match: Match, context: Context) -> Reading:
    """“the day after tomorrow”, “the day before yesterday”."""
    if context.today is None:
        return unresolved("XXXX-XX-XX")
    step = context.language.meaning("day_beyond", match["day_beyond"])
    return at(context.today.shift(step, "day"), context.today.value)


def _weekday_of_week(match: Match, context: Context) -> Reading:
    """“Tuesday of last week”, “Friday next week”."""
    weekday = context.language.meaning("weekdays", match["weekday"])
    if context.dct is None:
        return unresolved(f"XXXX-WXX-{weekday}")
    step = -1 if match["last"] else 1 if match["next"] else 0
    day = context.dct + dt.timedelta(days=7 * step + weekday - context.dct.isoweekday())
    return with_part(at(day_point(day), context.dct.isoformat()), match["part"], context)


def _this_part(match: Match, context: Context) -> Reading:
    """“this morning”, “that night”, “last night”."""
    if match["same"] or match["following"] or (match["preceding"] and context.last_day):
        base, anchor = context.last_day, context.last_day_words
    else:
        base, anchor = context.today, context.dct.isoformat() if context.dct else ""
    if base is None:
        return with_part(unresolved("XXXX-XX-XX"), match["part"], context)
    step = 1 if match["following"] else -1 if match["last"] or match["preceding"] else 0
    return with_part(at(base.shift(step, "day"), anchor), match["part"], context)


def _part_alone(match: Match, context: Context) -> Reading:
    """“in the morning”, “at noon”: of the last day mentioned, or else of the DCT."""
    base, anchor = (context.last_day, context.last_day_words) if context.last_day else context.base()
    part = match["point_of_day"] or match["stretch_of_day"]
    if base is None or base.grain != "day":
        return with_part(unresolved("XXXX-XX-XX", "its day is not said"), part, context)
    return with_part(at(base, anchor, "medium"), part, context)


def _overnight(match: Match, context: Context) -> Reading:
    """“overnight”: the night before the DCT, in a history that of the last day mentioned."""
    base, anchor = (context.last_day, context.last_day_words) if context.narrative else context.base()
    if base is None or base.grain != "day":
        return unresolved("XXXX-XX-XXTNI", "its day is not said").but(type="TIME")
    day = base if context.narrative else base.shift(-1, "day")
    code = context.language.label("overnight", match["overnight"])
    return at(day, anchor, "medium").but(type="TIME", value=f"{day.value}T{code}")


_PART = r"(?: {part})?"

RULES = (
    Rule(
        "weekday",
        ("weekdays",),
        r"{weekday}" + _PART,
        _weekday,
        _is_weekday,
        examples=(
            Example("He said on Friday that it rained.", "2023-10-18", "2023-10-13"),
            Example("They will meet on Friday.", "2023-10-18", "2023-10-20"),
            Example("It rained on Friday morning.", "2023-10-18", "2023-10-13TMO"),
        ),
    ),
    Rule(
        "relative-weekday",
        ("last", "this", "next"),
        r"(?:{last}|{this}|{next}) {weekday}" + _PART,
        _relative_weekday,
        _is_weekday,
        examples=(
            Example("They spoke last Friday.", "2023-10-18", "2023-10-13"),
            Example("They speak next Monday.", "2023-10-18", "2023-10-23"),
        ),
    ),
    Rule(
        "weekday-last",
        ("full_weekday",),
        r"{full_weekday=weekday}" + _PART + r" (?P<last>last)(?! [a-z])",
        _relative_weekday,
        _is_weekday,
        examples=(Example("They spoke on Friday last.", "2023-10-18", "2023-10-13"),),
    ),
    Rule(
        "weekday-of-week",
        ("weekdays",),
        r"{weekday}" + _PART + r"(?: of)? (?:{last}|{this}|{next}) {:week}",
        _weekday_of_week,
        _is_weekday,
        examples=(Example("They spoke on Tuesday of last week.", "2023-10-18", "2023-10-10"),),
    ),
    Rule(
        "relative-day",
        ("relative_day",),
        r"{relative_day}" + _PART,
        _relative_day,
        _is_no_programme,
        examples=(
            Example("It rained yesterday.", "2023-10-18", "2023-10-17"),
            Example("It rains tonight.", "2023-10-18", "2023-10-18TNI"),
        ),
    ),
    Rule(
        "day-beyond",
        ("day_beyond",),
        r"{day_beyond}",
        _beyond,
        examples=(Example("It rains the day after tomorrow.", "2023-10-18", "2023-10-20"),),
    ),
    Rule(
        "part-alone",
        ("in_the", "at"),
        r"(?:{:in_the} {stretch_of_day}|{:at} {point_of_day})\b(?! of| on|-| {:full_weekday})",
        _part_alone,
        examples=(
            Example("On 3 May 2022 they met; in the evening they dined.", "", "2022-05-03TEV"),
            Example("They met at noon.", "2023-10-18", "2023-10-18T12:00"),
        ),
    ),
    Rule(
        "overnight",
        ("overnight",),
        r"{overnight}\b(?![ -](?:stay|rate|loan|guest|success))",
        _overnight,
        examples=(Example("It rained overnight.", "2023-10-18", "2023-10-17TNI"),),
    ),
    Rule(
        "part-of-day",
        ("this", "same", "last", "following", "preceding"),
        r"(?:{this}|{same}|{last}|{following}|{preceding}) {part}",
        _this_part,
        examples=(
            Example("On 3 May 2022 they met; the next morning they parted.", "", "2022-05-04TMO"),
            Example("It rained this morning.", "2023-10-18", "2023-10-18TMO"),
            Example("It rained last night.", "2023-10-18", "2023-10-17TNI"),
        ),
    ),
)
