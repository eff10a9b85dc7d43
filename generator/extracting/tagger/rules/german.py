"""The phrases of German. What they mean is the shared grammar's, but for the few that only German has."""

from __future__ import annotations

import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.direction import is_future
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.point import Point
from generator.extracting.tagger.reading import Reading, at
from generator.extracting.tagger.rule import Match, Rule
from generator.extracting.tagger.rules.deixis import coming_weekend, day_of_this_month
from generator.extracting.tagger.rules.months import possible
from generator.extracting.tagger.rules.periods import GRAINS, shifted, step_of
from generator.extracting.tagger.rules.reworded import reworded, shared
from generator.extracting.tagger.rules.seasons import is_no_name

__all__ = ["RULES"]

_is_day = shared("worded-day")[0].check
_is_shared_year = shared("year")[0].check
_YEAR_LED = re.compile(r"\b(?:jahr|jahre|seit|bis|von|ende|mitte) $")
_COUNTED = re.compile(
    r" (?:wurden|waren|sind|werden) (?:(?:dabei|schwer|leicht|teils|noch) )?[a-zäöüß]+(?:t|en)(?= ?[.,;!?)]|$| und\b)"
)
"""A participle right after its verb, at the end of the clause: no subject but the number is left."""
_is_month = shared("month")[0].check
_is_weekday = shared("weekday")[0].check
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:\n\"„“”»-])\s*$")
_AFTER_DAY = re.compile(r"(?:^|[\s(])(?:am|vom|bis|zum|der|den|dem|seit|ab|und|oder|nach|vor) $")
_AT_CLOCK = re.compile(r"(?:^|\s)(?:um|gegen|ab|bis|seit|von|vor|nach) $")
_ARTICLE = re.compile(r"\b(?:der|die|den) $")
_NO_TIME = re.compile(r" (?:euro|prozent|punkte|meter|grad|tore|mill|mrd|mio)")


def _is_year(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether four digits are a year, not the subject of a participle: “2000 wurden verletzt”."""
    led = _YEAR_LED.search(found.string, max(0, found.start() - 6), found.start())
    if led is None and _COUNTED.match(found.string, found.end()):
        return False
    return _is_shared_year is not None and _is_shared_year(found, text, language)


def _is_tomorrow(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “morgen” is the day: in small letters, or as a sentence's first word; “am Morgen” is the morning."""
    if found["relative_day"] != "morgen" or text[found.start()].islower():
        return True
    return _SENTENCE_BEGINS.search(text, max(0, found.start() - 4), found.start()) is not None


def _is_numeric_day(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether “3.5.” is a day: after “am”, a weekday, or written “03.05.”."""
    sure = found["weekday"] or (len(found["day"]) == 2 and len(found["mm"]) == 2)
    led = _AFTER_DAY.search(found.string, max(0, found.start() - 6), found.start())
    return bool(sure or led) and possible(found, text, language)


def _is_clock(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether it is a clock: with “Uhr”, or “um 15:30”; without, “3:2” and “21:15” are scores."""
    if found["hours"]:
        return True
    before = _AT_CLOCK.search(found.string, max(0, found.start() - 7), found.start())
    return before is not None and found["minute"] is not None and _NO_TIME.match(found.string, found.end()) is None


def _is_ahead(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “in drei Wochen” is ahead, not how long something took."""
    return is_future(found.string, found.start(), found.end(), language)


def _is_decade(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “Neunziger” stands for the years: a noun after its article; “neunziger” needs “Jahre”."""
    article = _ARTICLE.search(found.string, max(0, found.start() - 5), found.start())
    return text[found.start()].isupper() and article is not None


def _is_adverb(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “montags” is every Monday; “des Montags” is one of them."""
    return text[found.start()].islower() or text[found.start() + 1].isupper()


def _capital(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether a month is written as the noun that it is."""
    return text[found.start("month")].isupper()


def _capital_first(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether a season is written as the noun that it is, and in no name: “Prager Frühling”."""
    return text[found.start()].isupper() and is_no_name(found, text, language)


def _is_noun(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “Ende”, “Anfang”, “Mitte” are nouns, or an adjective governs the date: “im späten Mai”."""
    return text[found.start()].isupper() or found.group().startswith(("früh", "spät"))


def _of_period(match: Match, context: Context) -> Reading | None:
    """“Ende der Woche”, “Jahresende”, “zum Monatsbeginn”: a stage of the period in which the DCT lies."""
    label = context.language.label
    code = label("period_stem", match["period_stem"]) if match["period_stem"] else label("unit", match["unit"])
    grain = GRAINS.get(code)
    if grain is None:
        return None
    base, anchor = context.base()
    name = next(name for name in ("stage", "early", "mid", "late") if match[name])
    return shifted(base, step_of(match, context), grain, anchor).but(mod=label(name, match[name]))


def _previous(match: Match, context: Context) -> Reading:
    """“im Vorjahr”, “am Vortag”: counted from the last date."""
    base, anchor = context.mentioned()
    return shifted(base, -1, GRAINS[context.language.label("previous_unit", match["previous_unit"])], anchor)


def _this_year(match: Match, context: Context) -> Reading:  # noqa: ARG001 every resolver has one signature
    """“heuer”, as Austria says “this year”."""
    base, anchor = context.base()
    return shifted(base, 0, "year", anchor)


def _numbered_week(match: Match, context: Context) -> Reading | None:
    """“Kalenderwoche 12”, “KW 12/2022”: weeks are those of ISO 8601."""
    year = int(match["year"]) if match["year"] else context.dct.year if context.dct else None
    week = Point("week", year, int(match["digits"]))
    return at(week, "" if match["year"] or context.dct is None else context.dct.isoformat()) if year else None


_WEEKDAY = r"(?:{weekday},? (?:(?:dem|den|der) )?)?"
_DAY = r"{full_weekday=weekday}(?: ?{part}s?)?"
_NEAR = r"(?:{last}|{this}|{next})"
_COUNT = r"(?:{number}|{several}|{article})"
_LONG = r" (?:(?:volle|vollen|weitere|weiteren|ganze|ganzen|lange|langen|aufeinanderfolgende|aufeinanderfolgenden) )?"
_ABOUT = r"(?:(?:{:about}|{:more}|{:less}|schon|bereits|genau|nur|erst) )?"
_STARTS = ("#", "number_word", "several", "article")
_OF_YEAR = r"(?:,? (?:des jahres |im jahr )?{year}| (?:des )?(?:{last}|{this}|{next}|{same}) {:year_word})?"
_CLOCK = (
    r"{hour}(?:[.:]{minute})?(?P<hours> uhr\b)?(?: (?:{am}|{pm})(?![a-z]))?(?: ?\(?{zone}\b\)?)?(?![0-9:]|[.,][0-9])"
)
_NOT_DATES = (
    Rule("age", ("#", "number_word"), r"{number} (?:jahre|monate|wochen|tage) (?:alt|jung)\w*", None),
    Rule("newspaper", ("bild", "welt", "presse"), r"(?:bild|welt|presse) am sonntag", None),
)
_DATES = ("month", "year", "decade", "century", "season", "relative-", "period", "mentioned-period", "quarter")
_DAYS = ("day-month", "iso-day", "slashed-day", "weekday", "relative-day", "relative-weekday", "holiday")

RULES: tuple[Rule, ...] = (
    Rule("street-name", ("street",), r"{:street} des {day}\. {month}", None),
    *shared("iso-day", "iso-time", "iso-month", "compact-day", "slashed-day", "years", "telephone"),
    reworded("year", ("#4",), shared("year")[0].pattern, _is_year),
    reworded(
        "day-month-year",
        ("#", "weekdays"),
        _WEEKDAY + r"{day}(?:\. ?|-| ){month}(?:,? |-)(?:des jahres |im jahr )?{year}(?!-[0-9])",
        possible,
    ),
    reworded("day-month-year", ("#", "weekdays"), _WEEKDAY + r"{day}\. {mm}\. ?{year}", possible),
    reworded("day-month", ("#", "weekdays"), _WEEKDAY + r"{day}(?:\. ?| ){month}", possible),
    reworded("day-month", ("#", "weekdays"), _WEEKDAY + r"{day}\.{mm}\.(?![0-9])", _is_numeric_day),
    reworded(
        "day-of-list",
        ("#", "weekdays"),
        _WEEKDAY + r"{day}\.?(?=(?:, (?:den |dem )?{:day}\.){0,5}"
        r"(?: ?[/-] ?| (?:und|oder|bis|sowie)(?: zum| dem| den| am)? ){:day}\. ?{month}(?:,? {year})?)",
        possible,
    ),
    reworded("month-year", ("months",), r"{month}(?: des jahres| im jahr|,)? {year}(?!-[0-9])", _capital),
    reworded(
        "month-of-year",
        ("months", "#", "weekdays"),
        r"(?:" + _WEEKDAY + r"{day}\. ?)?{month} (?:des )?(?:{last}|{this}|{next}|{same}) {:year_word}",
        _capital,
    ),
    reworded("day-of-that-month", ("#",), r"{day}\. {:same} {:month_word}"),
    Rule("day-of-this-month", ("#",), r"{day}\. {:this} {:month_word}", day_of_this_month),
    reworded("relative-month", ("last", "this", "next"), _NEAR + r" {month}", _capital),
    reworded("month", ("full_month",), r"{full_month=month}", _is_month),
    reworded("weekday", ("full_weekday", "weekday_part"), _DAY, _is_weekday),
    reworded("relative-weekday", ("last", "this", "next"), _NEAR + " " + _DAY, _is_weekday),
    reworded(
        "weekday-of-week",
        ("full_weekday", "weekday_part"),
        _DAY + r"(?: der| in der)? " + _NEAR + r" {:week_word}",
        _is_weekday,
    ),
    reworded("relative-day", ("relative_day",), r"{relative_day}(?: {:full_weekday})?(?: {part})?", _is_tomorrow),
    reworded("part-of-day", ("this", "same"), r"(?:{this}|{same}) {part}"),
    reworded("plural-weekday", ("plural_weekday",), r"{plural_weekday}", _is_adverb),
    reworded(
        "worded-day", ("erste", "ersten", "erster"), r"(?P<ordinal>erste|ersten|erster) {month}(?: {year})?", _is_day
    ),
    reworded(
        "holiday",
        ("holiday",),
        r"{holiday}(?:(?: des jahres|,)? {year}| (?:des )?" + _NEAR + r" {year_word})?",
        _capital_first,
    ),
    reworded("relative-holiday", ("last", "this", "next"), _NEAR + r" {holiday}"),
    reworded("decade", ("#",), r"(?P<digits>[12][0-9]{2}0)er(?:n|[ -]?jahren?)?"),
    reworded("decade", ("#",), r"(?P<digits>[2-9]0)er(?:n|[ -]?jahren?)"),
    reworded("decade-word", ("decade_word", "decade_years"), r"{decade_word}(?:[ -]?jahren?)"),
    reworded("decade-word", ("decade_word", "decade_years"), r"{decade_word}n?", _is_decade),
    reworded("century", ("#", "ordinal_word"), r"{ordinal} jahrhunderts?(?: {era_before})?"),
    reworded(
        "year-of-era",
        ("#",),
        r"(?P<digits>[0-9]{1,4}) (?:{era_before}|{era_since})",
        lambda found, text, language: int(found["digits"]) > 0,  # noqa: ARG005 checks are alike
    ),
    reworded("mentioned-period", ("next_same",), r"(?P<following>{:next_same}) (?P<unit>tag|tages)"),
    Rule("period", ("coming_weekend",), r"{:coming_weekend} {weekend}", coming_weekend),
    reworded("period", ("last", "this", "next"), _NEAR + r" {unit}"),
    reworded("mentioned-period", ("same", "following", "preceding"), r"(?:{same}|{following}|{preceding}) {unit}"),
    reworded("the-period", ("wochenende", "wochenendes"), r"(?P<unit>wochenendes?)"),
    Rule("previous-period", ("previous_unit",), r"{previous_unit}", _previous),
    Rule("this-year", ("this_year",), r"{this_year}", _this_year),
    Rule(
        "part-of-period",
        ("early", "mid", "late"),
        r"(?:{early}|{mid}|{late}) (?:der|des) {unit}",
        _of_period,
        _is_noun,
    ),
    Rule("part-of-period", ("period_stage",), r"{period_stem}{stage}", _of_period),
    Rule(
        "week-number",
        ("kalenderwoche", "kw"),
        r"(?:kalenderwoche|kw) (?P<digits>[1-4]?[0-9]|5[0-3])(?:[ /]{year})?",
        _numbered_week,
    ),
    reworded("season", ("season",), r"{season}(?:(?: des jahres|,)? {year}(?:/[0-9]{2,4})?)?", _capital_first),
    reworded("season", ("season",), r"{season} (?:des )?" + _NEAR + r" {year_word}", _capital_first),
    reworded("relative-season", ("last", "this", "next", "same"), r"(?:{last}|{this}|{next}|{same}) {season}"),
    reworded("quarter", ("ordinal_word", "#"), r"{ordinal} (?:quartals?|{half})" + _OF_YEAR),
    reworded("quarter-digit", ("q1", "q2", "q3", "q4", "h1", "h2"), r"(?:q|(?P<half>h))(?P<digit>[1-4])" + _OF_YEAR),
    reworded("duration", _STARTS, _COUNT + _LONG + r"{units}(?: lang)?"),
    reworded("ago", ("ago",), r"{ago} " + _ABOUT + _COUNT + _LONG + r"{units}"),
    reworded("later", (*_STARTS, "units"), r"(?:" + _COUNT + _LONG + r")?{units} (?:{later}|{earlier})"),
    reworded("in-count", ("within_word",), r"{:within_word} " + _ABOUT + _COUNT + _LONG + r"{units}", _is_ahead),
    reworded(
        "recent-duration", ("recent", "coming"), r"(?:{recent}|{coming}) (?:" + _COUNT + r" {units}|{plural_unit})"
    ),
    reworded("every", ("every",), r"{every} (?:{weekday}|{month}|(?:{number} )?{units})"),
    reworded("often", ("often",), r"{often}"),
    reworded("clock", ("#",), _CLOCK, _is_clock),
    reworded("present", ("now",), r"{now}"),
    reworded("past", ("once",), r"{once}"),
    reworded("future", ("soon",), r"{soon}"),
    reworded(
        "early-mid-late",
        ("early", "mid", "late"),
        r"(?:{early}|{mid}|{late})(?: der| des| dieses| den| im)? ",
        _is_noun,
        prefix=_DATES,
    ),
    reworded("about", ("about",), r"(?!um ){about} ", prefix=(*_DATES, *_DAYS, "duration", "clock")),
    reworded("about", ("um",), r"(?P<about>um) (?:das jahr )?", prefix=("year",)),
    reworded("more-less", ("more", "less"), r"(?:{more}|{less}) ", prefix=("duration", "recent-duration")),
    reworded("part-of-date", ("part",), r"{part} (?:zum|zu|auf den|auf|vom|von|des|am) ", prefix=_DAYS),
    reworded(
        "counted-from",
        ("#", "number_word", "article", "units", "several"),
        r"(?:" + _COUNT + r" )?{units} (?:{before}|{after}) (?:dem |der )?",
        prefix=(*_DAYS, "counted-from"),
    ),
    reworded(
        "week-of",
        ("week_unit", "ordinal_word", "last"),
        r"(?:(?:{ordinal}|{last}) )?{week_unit} (?:im|des|vom) ",
        prefix=("month", "day-month"),
    ),
    *_NOT_DATES,
)
"""Every phrase; where two match equally long, the first wins."""
