"""Lines that tell when and by whom a page was published: `Published on Dec 30, 2022 03:49 PM IST`, `By A. Writer`."""

from __future__ import annotations

import re

from generator.reading.calendar_dates import WEEKDAY_NAME, find_dates
from generator.reading.draft import is_prose, word_count

__all__ = ["CUE", "DATED", "UPDATED", "is_byline", "is_date_line"]

MAX_WORDS = 24
"""A byline has at most so many words."""

LONGEST = 500
"""Nor more characters than so many words have."""

MAX_REST = 3
"""A date line has at most so many words beside the date, the time and the cue."""

PUBLISHED_CUES = (
    *("published", "first published", "posted", "created", "issued", "released", "publication date"),
    *("publisert", "publicerad", "udgivet", "julkaistu", "veröffentlicht", "erschienen", "gepubliceerd"),
    *("publié", "paru", "publicado", "publicada", "pubblicato", "opublikowano", "publikováno"),
    *(
        "publicat",
        "опубликовано",
        "опубліковано",
        "yayınlanma",
        "yayın tarihi",
        "δημοσίευση",
        "نشر",
        "تاريخ النشر",
    ),
    *("प्रकाशित", "diterbitkan", "发布时间", "发表时间", "公開日", "게시"),
)
"""What stands before the date on which an article first appeared."""

UPDATED_CUES = (
    *("updated", "last updated", "last modified", "modified", "edited", "oppdatert", "uppdaterad", "opdateret"),
    *("päivitetty", "aktualisiert", "bijgewerkt", "mis à jour", "mise à jour", "actualizado", "atualizado"),
    *("aggiornato", "zaktualizowano", "aktualizováno", "actualizat", "обновлено", "оновлено", "güncelleme"),
    *("ενημέρωση", "تحديث", "अपडेटेड", "diperbarui", "更新时间", "更新"),
)
"""What stands before the date of a later version."""


DATE_CUES = ("date", "dato", "datum", "stand", "fecha", "data", "дата", "tarih", "تاريخ", "日期")
"""What stands before a date that may be that of anything on the page."""


def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d])(?:{words})(?!\w)", re.IGNORECASE)


CUE = _pattern(PUBLISHED_CUES)
UPDATED = _pattern(UPDATED_CUES)
DATED = _pattern(DATE_CUES)
CUES = (CUE, UPDATED, DATED)
WRITER = re.compile(r"^(?:written )?(?:by|von|par|por|av|di)\b:?\s+\W?[A-ZÀ-Þ]", re.IGNORECASE)
STARTS_LOWER = re.compile(r"^(?:by|von|par|por|av|di)\s+[a-zà-þ]")
CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[AaPp]\.?[Mm]\.?)?|\b\d{1,2}\s*[AaPp]\.?[Mm]\.?(?!\w)"
    r"|\bT\d\d:\d\d\S*|\b[A-Z]{2,4}\b(?:[+-]\d+)?|\([A-Z]{2,4}(?:[+-]\d+)?\)"
)
"""Times of day and the capitals of time zones."""

_AGO = r"\d+ (?:(?:min(?:ute)?s?|hours?|days?|weeks?) ago|min(?:ute)?s? read)"
AGO = re.compile(_AGO, re.IGNORECASE)
ONLY_AGO = re.compile(rf"\W*{_AGO}\W*", re.IGNORECASE)
"""How long ago a page says it was published, and how long it takes to read."""

WEEKDAY = re.compile(WEEKDAY_NAME)
WORD = re.compile(r"[^\W\d_]{2,}")


def is_date_line(text: str) -> bool:
    """Tell whether a line is a date of the page and hardly anything else.

    Args:
        text: A line, such as `• February 8, 2024` or `Updated: 3 March 2021, 10:15 CET`.

    Returns:
        True where, without the date, the time of day and words such as “published”, at most three words are left.
    """
    if len(text) > LONGEST:
        return False
    if ONLY_AGO.fullmatch(text):
        return True
    if word_count(text) > MAX_WORDS or is_prose(text):
        return False
    spans = find_dates(text, foreign=True)
    if not spans:
        return False
    cued = any(cue.search(text) for cue in CUES)
    rest = text
    for span in reversed(spans):
        rest = rest[: span.start] + rest[span.end :]
    for pattern in (*CUES, AGO, CLOCK, WEEKDAY):
        rest = pattern.sub(" ", rest)
    left = len(WORD.findall(rest))
    return left <= MAX_REST if cued else left <= 1


def is_byline(text: str) -> bool:
    """Tell whether a line says who wrote the article, with a date or without.

    Args:
        text: A line, such as `By Jane Doe | Updated: Feb 8, 2024`.

    Returns:
        True where the line names a writer, or has a date after a word such as “published”, and is no sentence.
    """
    if len(text) > LONGEST or word_count(text) > MAX_WORDS or is_prose(text):
        return False
    if WRITER.match(text) and not STARTS_LOWER.match(text):
        return True
    opening = text.lstrip(" •|*-")
    return any(cue.match(opening) for cue in CUES) and bool(find_dates(text))
