"""The phrases of Spanish. What they mean is the shared grammar's, but for the few that only Spanish has.

Adjectives stand before their noun (“el próximo lunes”) or after it (“el lunes pasado”), so most phrases of last, this
and next are here twice.
"""

from __future__ import annotations

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.point import Point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Match, Rule
from generator.extracting.tagger.rules import spanish_checks as checks
from generator.extracting.tagger.rules.days import with_part
from generator.extracting.tagger.rules.deixis import coming_weekend, day_of_this_month
from generator.extracting.tagger.rules.months import month_of, possible
from generator.extracting.tagger.rules.numeric import is_day
from generator.extracting.tagger.rules.periods import GRAINS, shifted
from generator.extracting.tagger.rules.reworded import reworded, shared
from generator.extracting.tagger.rules.seasons import is_no_name

__all__ = ["RULES"]

_is_day = shared("worded-day")[0].check


def _directed_day(match: Match, context: Context) -> Reading:
    """“el pasado 24 de febrero”, “el próximo 15 de enero”, “el pasado día 12”: the nearest on that side of the DCT."""
    day = int(match["day"])
    named = match["month"] or match["mm"]
    month = month_of(match.found.groupdict(), context.language) if named else 0
    dct = context.dct
    if dct is None:
        return unresolved(f"XXXX-{month:02}-{day:02}" if named else f"XXXX-XX-{day:02}")
    step = -1 if match["last"] else 1
    this_month = Point("month", dct.year, month or dct.month)
    near = [this_month.shift(step * count, "year" if named else "month") for count in (-1, 0, 1, 2)]
    days = [Point("day", place.year, month or place.number, day) for place in near if place.year is not None]
    days = [place for place in days if place.year is not None and is_day(place.year, place.number or 1, day)]
    right = [place for place in days if (place.first - dct).days * step >= 0]
    return at(right[0], dct.isoformat()) if right else unresolved("XXXX-XX-XX")


def _last_night(match: Match, context: Context) -> Reading:  # noqa: ARG001 every resolver has one signature
    """“anoche”."""
    base, anchor = context.base()
    return with_part(shifted(base, -1, "day", anchor), "noche", context)


def _stage_of_period(match: Match, context: Context) -> Reading | None:
    """“a finales de año”, “principios de mes”, “fin de año”: a stage of the period in which the DCT lies."""
    base, anchor = context.base()
    grain = GRAINS.get(context.language.label("unit", match["unit"]))
    if grain is None:
        return None
    name = next((name for name in ("early", "mid", "late") if match[name]), "")
    mod = context.language.label(name, match[name]) if name else "END"
    return shifted(base, 0, grain, anchor).but(mod=mod)


_NEAR = r"(?:{last}|{this}|{next})"
_AFTER = r"(?:{that_was=last}|{that_comes=next}|{running=this})"
_MONTH = r"{month}"
_WEEKDAY = r"(?:{weekday},? (?:día )?)?"
_NOT_COUNTED = r"(?= ?[,.;:)](?![0-9])|$|\n| (?:a|en|y|por|con|el|la|se|al|ante|para|tras)\b)"
_DAY = r"{day}(?:\.?º|°|er)?"
_PART = r"(?: (?:(?:por|en|a|de)(?: la)?|al) {part})?"
_COUNT = r"(?:{couple}|{number}|{several}|{article})"
_LONG = r" (?:(?:largos|largas|nuevos|nuevas|primeros|primeras|últimos|últimas) )?"
_ABOUT = r"(?:(?:{:about}|{:more}|{:less}|solo|sólo|ya|apenas) )?"
_UNITS = r"{units}(?: y (?P<extra_half>media|medio))?"
_STARTS = ("#", "number_word", "several", "article", "couple")
_OF_YEAR = r"(?:,? (?:de |del )?(?:año )?{year}| (?:de |del )?(?:{last}|{this}|{next}|{same}) {:year_word})?"
_YEAR_AFTER = r" (?:de |del )(?:mismo )?{:year_word} " + _AFTER
_CLOCK = (
    r"{hour}(?:[.:]{minute})?(?: ?(?P<hours>horas\b|(?:hrs|hs|h)\b\.?))?(?: ?(?:{am}|{pm})(?![a-z]))?"
    r"(?: ?\(?{zone}\b\)?)?(?![0-9:]|[.,][0-9])"
)
_NOT_DATES = (
    Rule("age", ("#", "number_word"), r"{number} (?:años|meses) de edad", None),
    Rule("name", ("mar",), r"mar (?:de|del|rojo|negro|muerto)", None),
)
_DATES = ("month", "year", "decade", "century", "season", "relative-", "period", "mentioned-period", "quarter")
_DAYS = ("day-month", "iso-day", "slashed-day", "weekday", "relative-day", "relative-weekday", "holiday")

RULES: tuple[Rule, ...] = (
    Rule("street-name", ("street",), r"{:street} (?:del )?{day} de {full_month=month}", None),
    *shared("iso-day", "iso-time", "iso-month", "compact-day", "slashed-day", "years", "telephone"),
    reworded("year", ("#4",), shared("year")[0].pattern, checks.is_year),
    reworded(
        "day-month-year",
        ("#", "weekdays"),
        _WEEKDAY + r"(?:" + _DAY + r")(?: de |-| |/)" + _MONTH + r"(?:,? |-|/)(?:de |del )?(?:año )?{year}(?!-[0-9])",
        possible,
    ),
    reworded("day-month", ("#", "weekdays"), _WEEKDAY + _DAY + r"(?: de | |-){full_month=month}", possible),
    reworded("day-month", ("#", "weekdays"), _WEEKDAY + _DAY + r" de {short_month=month}\.?", possible),
    reworded(
        "day-of-list",
        ("#", "weekdays"),
        _WEEKDAY + _DAY + r"(?=(?:, {:day}){0,5}(?: ?[/-] ?| (?:y|o|e|al|a|hasta)(?: el)?(?: día)? ){:day}(?:º|°)?"
        r" de {month}(?:(?: de| del|,)? {year})?)",
        possible,
    ),
    reworded("month-year", ("full_month",), r"{full_month=month}(?: de| del|,)?(?: año)? {year}(?!-[0-9])"),
    reworded(
        "month-of-year",
        ("full_month", "#", "weekdays"),
        r"(?:"
        + _WEEKDAY
        + _DAY
        + r" de )?{full_month=month} (?:de |del )?(?:{last}|{this}|{next}|{same}) {:year_word}",
    ),
    reworded(
        "month-of-year",
        ("full_month", "#", "weekdays"),
        r"(?:" + _WEEKDAY + _DAY + r" de )?{full_month=month}" + _YEAR_AFTER,
    ),
    Rule(
        "relative-day-month",
        ("last", "next"),
        r"(?:{last}|{next}) (?:día )?" + _DAY + r" de {month}(?! del? (?:año )?{:year})",
        _directed_day,
    ),
    Rule("relative-day-month", ("last", "next"), r"(?:{last}|{next}) día " + _DAY + r"(?![.:]?[0-9])", _directed_day),
    Rule("relative-day-month", ("last", "next"), r"(?:{last}|{next}) " + _DAY + r"(?= ?[,;.)])", _directed_day),
    reworded(
        "worded-day", ("primero",), r"(?P<ordinal>primero) de {full_month=month}(?:(?: de| del|,)? {year})?", _is_day
    ),
    reworded(
        "holiday",
        ("holiday",),
        r"{holiday}(?:(?: de| del|,)?(?: año)? {year}| (?:de |del )?" + _NEAR + r" {year_word})?",
    ),
    reworded("holiday", ("holiday",), r"{holiday}" + _YEAR_AFTER.replace(":year_word", "year_word")),
    reworded("relative-holiday", ("last", "this", "next"), _NEAR + r" {holiday}"),
    reworded("relative-holiday", ("holiday",), r"{holiday} " + _AFTER),
    reworded("day-of-that-month", ("#",), r"{day} (?:de|del) {:same} {:month_word}"),
    Rule("day-of-this-month", ("#",), r"{day} de(?:l)? {:this} {:month_word}", day_of_this_month),
    reworded("relative-month", ("last", "this", "next"), _NEAR + r" (?:mes de )?{full_month=month}", checks.is_month),
    reworded("relative-month", ("full_month",), r"{full_month=month} " + _AFTER, checks.is_month),
    reworded("month", ("full_month",), r"{full_month=month}", checks.is_month),
    reworded(
        "weekday-on", ("full_weekday",), r"{full_weekday=weekday},? (?:día )?{day}" + _NOT_COUNTED, checks.is_weekday
    ),
    reworded("plural-weekday", ("plural_weekday",), r"{plural_weekday}", checks.is_every),
    reworded("weekday", ("full_weekday",), r"{full_weekday=weekday}" + _PART, checks.is_weekday),
    reworded("weekday", ("this",), r"(?:este|esta) {full_weekday=weekday}" + _PART, checks.is_weekday),
    reworded(
        "relative-weekday", ("last", "next"), r"(?:{last}|{next}) {full_weekday=weekday}" + _PART, checks.is_weekday
    ),
    reworded("relative-weekday", ("full_weekday",), r"{full_weekday=weekday} " + _AFTER + _PART, checks.is_weekday),
    reworded(
        "weekday-of-week",
        ("full_weekday",),
        r"{full_weekday=weekday}" + _PART + r" de (?:la )?" + _NEAR + r" semana",
        checks.is_weekday,
    ),
    reworded(
        "weekday-of-week",
        ("full_weekday",),
        r"{full_weekday=weekday}" + _PART + r" de la semana " + _AFTER,
        checks.is_weekday,
    ),
    reworded("relative-day", ("relative_day",), r"{relative_day}(?: {:full_weekday})?" + _PART, checks.is_tomorrow),
    reworded("day-beyond", ("day_beyond",), r"{day_beyond}"),
    Rule("last-night", ("last_night",), r"{last_night}", _last_night),
    reworded("part-of-day", ("this", "same"), r"(?:{this}|{same}) {part}"),
    reworded(
        "decade",
        ("década", "años", "decenio"),
        r"(?:década|decenio|años)(?: de(?: los)?(?: años)?)? (?P<digits>[12][0-9]{2}0|[2-9]0)",
    ),
    reworded(
        "decade-word",
        ("década", "años", "decenio"),
        r"(?:década|decenio|años)(?: de(?: los)?(?: años)?)? {decade_word}",
    ),
    reworded("decade", ("#",), r"(?P<digits>[12][0-9]{2}0|[2-9]0)" + _NOT_COUNTED, checks.is_decade),
    reworded("decade-word", ("decade_word",), r"{decade_word}" + _NOT_COUNTED, checks.is_decade),
    reworded("century", ("siglo",), r"siglo {ordinal}(?: {era_before})?"),
    reworded(
        "year-of-era",
        ("#",),
        r"(?P<digits>[0-9]{1,4}) (?:{era_before}|{era_since})",
        lambda found, text, language: int(found["digits"]) > 0,  # noqa: ARG005 checks are alike
    ),
    Rule("period", ("próximo",), r"próximo {weekend}", coming_weekend),
    Rule("period", ("weekend",), r"{weekend} (?:que viene|próximo)", coming_weekend),
    reworded("period", ("last", "this", "next"), _NEAR + r" {unit}"),
    reworded("period", ("unit",), r"{unit} " + _AFTER),
    reworded("mentioned-period", ("same",), r"{same} {unit}"),
    reworded("mentioned-period", ("unit",), r"{unit} (?:{that_follows=following}|{that_preceded=preceding})"),
    reworded("mentioned-period", ("that_follows",), r"{that_follows=following} {unit}"),
    reworded("the-period", ("fin",), r"(?P<unit>fin de semana)"),
    Rule(
        "part-of-period",
        ("early", "mid", "late"),
        r"(?:{early}|{mid}|{late}) (?:de la |del |de ){unit}",
        _stage_of_period,
    ),
    Rule("part-of-period", ("fin",), r"fin de (?P<unit>año|mes)", _stage_of_period),
    reworded("season", ("season",), r"{season}(?:(?: de| del|,)?(?: año)? {year})?", is_no_name),
    reworded("relative-season", ("last", "this", "next", "same"), r"(?:{last}|{this}|{next}|{same}) {season}"),
    reworded("relative-season", ("season",), r"{season} " + _AFTER),
    reworded("season", ("season",), r"{season} (?:de |del )?" + _NEAR + r" {year_word}"),
    reworded("quarter", ("ordinal_word", "#"), r"{ordinal} (?:trimestre|{half})" + _OF_YEAR),
    reworded("quarter", ("ordinal_word", "#"), r"{ordinal} (?:trimestre|{half})" + _YEAR_AFTER),
    reworded("quarter-digit", ("q1", "q2", "q3", "q4", "t1", "t2", "t3", "t4"), r"[qt](?P<digit>[1-4])" + _OF_YEAR),
    reworded("clock", ("#",), _CLOCK, checks.is_clock),
    reworded("duration", _STARTS, _COUNT + _LONG + _UNITS, checks.is_duration),
    reworded("ago", ("ago",), r"{ago} " + _ABOUT + _COUNT + _LONG + _UNITS, checks.is_past),
    reworded(
        "later", (*_STARTS, "units"), r"(?:" + _COUNT + _LONG + r")?" + _UNITS + r" (?:{later}|{earlier})(?! del?\b)"
    ),
    reworded("in-count", ("within_word",), r"(?:en|dentro de) " + _ABOUT + _COUNT + _LONG + _UNITS, checks.is_ahead),
    reworded(
        "recent-duration", ("recent", "coming"), r"(?:{recent}|{coming}) (?:" + _COUNT + r" {units}|{plural_unit})"
    ),
    reworded("every", ("every",), r"{every} (?:{weekday}|{full_month=month}|(?:{number} )?{units})"),
    reworded("often", ("often",), r"{often}"),
    reworded("present", ("now",), r"{now}"),
    reworded("past", ("once",), r"{once}"),
    reworded("future", ("soon",), r"{soon}"),
    reworded(
        "early-mid-late",
        ("early", "mid", "late"),
        r"(?:{early}|{mid}|{late}) (?:de la |de los |del |de )",
        prefix=_DATES,
    ),
    reworded("about", ("about",), r"{about} (?:el |los )?", prefix=(*_DATES, *_DAYS, "duration")),
    reworded("more-less", ("more", "less"), r"(?:{more}|{less}) ", prefix=("duration", "recent-duration")),
    reworded("part-of-date", ("part",), r"{part} (?:del?|de este|de la) (?:pasado |próximo |mismo )?", prefix=_DAYS),
    reworded(
        "counted-from",
        ("#", "number_word", "article", "units", "several"),
        r"(?:" + _COUNT + r" )?{units} (?:{before}|{after}) (?:la )?",
        prefix=(*_DAYS, "counted-from"),
    ),
    reworded(
        "week-of",
        ("week_unit", "ordinal_word", "last"),
        r"(?:(?:{ordinal}|{last}) )?{week_unit} (?:de|del) ",
        prefix=("month", "day-month"),
    ),
    *_NOT_DATES,
)
"""Every phrase; where two match equally long, the first wins."""
