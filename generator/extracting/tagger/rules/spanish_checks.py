"""What tells a time from words that only look like one in Spanish: ages, names, “la mañana”, “desde hace”."""

from __future__ import annotations

import re

from generator.extracting.tagger.around import word_before
from generator.extracting.tagger.direction import is_future
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.rules.reworded import shared

__all__ = [
    "is_ahead",
    "is_clock",
    "is_decade",
    "is_duration",
    "is_every",
    "is_month",
    "is_past",
    "is_tomorrow",
    "is_weekday",
    "is_year",
]

_is_shared_year = shared("year")[0].check
_YEAR_LED = re.compile(r"\b(?:en|desde|de|del|año|hasta|para|durante|hacia) $")
_COUNT_VERB = re.compile(r" (?:resultaron|fueron|quedaron|estaban|están|murieron|siguen|seguían)\b")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:¡¿\n\"“”«»—-])\s*$")
_NAME_GOES_ON = re.compile(r" [A-ZÁÉÍÓÚÑ][a-záéíóúñ]")
_AT_CLOCK = re.compile(r"\blas? $")
_NO_NOUN = re.compile(r" (?:horas\b|en punto)|[.,;)]|$")
_AGE_BEFORE = re.compile(r"(?:, de|\btiene|\btenía|\btienen|\btenían|\bcumpl\w+|\ba los|\ba sus|\bcon|\bmayores de) $")
_NAME_BEFORE_AGE = re.compile(r"(\w+) de $")
_IN_THE = re.compile(r"\b(?:de|en) los $")
_SINCE = re.compile(r"\bdesde $")
_REACH = 24


def _is_name(found: re.Match[str], text: str, start: int) -> bool:
    """Whether a capital makes a word a name: “Plaza de Mayo”; “Julio Iglesias” also where it begins a sentence."""
    if not text[start].isupper() or text[start + 1].isupper():
        return False
    begins = _SENTENCE_BEGINS.search(text, max(0, start - 4), start) is not None
    return not begins or _NAME_GOES_ON.match(text, found.end()) is not None


def is_month(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether a month that stands alone is one: in small letters, as Spanish writes it."""
    return not _is_name(found, text, found.start("month"))


def is_weekday(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether a weekday is one: in small letters, or after “el”, “este”; “martes santo” is a holiday's name."""
    before = word_before(found)
    return before in language.words["weekday_cue"] or not _is_name(found, text, found.start("weekday"))


def is_tomorrow(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “mañana” is the day, not “la mañana”."""
    before = word_before(found)
    return found["relative_day"] != "mañana" or before not in language.words["morning_cue"]


def is_decade(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “los noventa” is a decade: after “de” or “en”, since “los noventa” alone may count things."""
    return _IN_THE.search(found.string, max(0, found.start() - 8), found.start()) is not None


def is_every(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “los lunes” is every Monday: “los” stands right before it."""
    return found.string.startswith("los ", max(0, found.start() - 4))


def is_clock(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether it is a clock: after “las”, with minutes and “horas”, or with “de la tarde”; “90 horas” is a length."""
    if found["am"] or found["pm"]:
        return 1 <= int(found["hour"]) <= 12
    if found["minute"] and found["hours"]:
        return True
    led = _AT_CLOCK.search(found.string, max(0, found.start() - 4), found.start())
    return led is not None and bool(found["minute"] or found["hours"] or _NO_NOUN.match(found.string, found.end()))


def is_duration(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether it is a length of time, not an age (“un hombre de 39 años”) nor an ordinal (“un segundo mandato”)."""
    if found["units"] in {"segundo", "jornada"}:
        return False
    start = found.start()
    if found["units"] not in {"año", "años", "mes", "meses"}:
        return True
    if _AGE_BEFORE.search(found.string, max(0, start - _REACH), start):
        return False
    named = _NAME_BEFORE_AGE.search(found.string, max(0, start - _REACH), start)
    return named is None or named[1] not in language.words["aged"]


def is_past(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “hace tres años” is a date; “desde hace tres años” is a length of time."""
    return _SINCE.search(found.string, max(0, found.start() - 7), found.start()) is None


def is_ahead(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “en tres semanas” is ahead, not how long something took; “dentro de” always is."""
    return found.group().startswith("dentro") or is_future(found.string, found.start(), found.end(), language)


def is_year(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether four digits are a year, not a count of people: “2000 resultaron heridas”."""
    led = _YEAR_LED.search(found.string, max(0, found.start() - 9), found.start())
    if led is None and _COUNT_VERB.match(found.string, found.end()):
        return False
    return _is_shared_year is not None and _is_shared_year(found, text, language)
