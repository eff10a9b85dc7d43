"""Dates for narrow places, in each language that the site speaks."""

from __future__ import annotations

import pytest

from generator.dates import parse
from generator.publishing.short_dates import say_coverage, say_in_year, say_with_weekday

LANGUAGES = ("es", "fr", "de", "ru", "zh", "ar")
TABLE = [
    ("2022-02-24", ("24 feb", "24 févr.", "24. Feb.", "24 февр.", "2月24日", "24 فبراير")),
    ("2022-05-01", ("1 may", "1er mai", "1. Mai", "1 мая", "5月1日", "1 مايو")),
    ("2022-02~", ("hacia feb", "vers févr.", "etwa Feb.", "около февр.", "约2月", "نحو فبراير")),
    (
        "2022-02-24~",
        ("hacia el 24 feb", "vers le 24 févr.", "etwa 24. Feb.", "около 24 февр.", "约2月24日", "نحو 24 فبراير"),
    ),
    ("2023-21", ("primavera", "printemps", "Frühjahr", "весна", "春季", "ربيع")),
    ("2023-34", ("2.º trim.", "2e trim.", "2. Quartal", "II кв.", "第二季度", "الربع الثاني")),
    ("2023-40", ("1.er sem.", "1er sem.", "1. Halbjahr", "I полугодие", "上半年", "النصف الأول")),
    ("2022-05-03/2022-05-05", ("3-5 may", "3-5 mai", "3.–5. Mai", "3–5 мая", "5月3日至5日", "3–5 مايو")),
    (
        "2026-01-31/2026-02-01",
        (
            "31 ene – 1 feb",
            "31 janv. – 1er févr.",
            "31. Jan. – 1. Feb.",
            "31 янв. – 1 февр.",
            "1月31日至2月1日",
            "31 يناير – 1 فبراير",
        ),
    ),
    (
        "2022-12/2023-01",
        (
            "dic – ene 2023",
            "déc. – janv. 2023",
            "Dez – Jan 2023",
            "дек. – янв. 2023",
            "12月至2023年1月",
            "ديسمبر – يناير 2023",
        ),
    ),
    (
        "2022-12-30/2023-01-02",
        (
            "30 dic – 2 ene 2023",
            "30 déc. – 2 janv. 2023",
            "30. Dez. – 2. Jan. 2023",
            "30 дек. – 2 янв. 2023",
            "12月30日至2023年1月2日",
            "30 ديسمبر – 2 يناير 2023",
        ),
    ),
    ("2022-03/..", ("desde mar", "depuis mars", "seit März", "с мар.", "自3月起", "منذ مارس")),
    (
        "../2022-03-05",
        ("hasta el 5 mar", "le 5 mars au plus tard", "bis 5. März", "до 5 мар.", "截至3月5日", "حتى 5 مارس"),
    ),
    (
        "[2022-02,2023-02]",
        (
            "feb o feb 2023",
            "févr. ou févr. 2023",
            "Feb oder Feb 2023",
            "февр. или февр. 2023",
            "2月或2023年2月",
            "فبراير أو فبراير 2023",
        ),
    ),
    (
        "2022-33/2023-33",
        (
            "1.er trim. – 1.er trim. de 2023",
            "1er trim. – 1er trim. 2023",
            "1. Quartal – 1. Quartal 2023",
            "I кв. – I кв. 2023",
            "第一季度至2023年第一季度",
            "الربع الأول – الربع الأول 2023",
        ),
    ),
]
"""A date, and how it is said for short in each of `LANGUAGES`."""


@pytest.mark.parametrize(
    ("date", "language", "words"),
    [(date, language, words) for date, said in TABLE for language, words in zip(LANGUAGES, said, strict=True)],
)
def test_a_date_is_said_for_short_as_the_language_says_it(date: str, language: str, words: str) -> None:
    assert say_in_year(parse(date), language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "viernes 30 de diciembre de 2022"),
        ("fr", "vendredi 30 décembre 2022"),
        ("de", "Freitag, 30. Dezember 2022"),
        ("ru", "30 декабря 2022 года (пятница)"),
        ("zh", "2022年12月30日星期五"),
        ("ar", "الجمعة 30 ديسمبر 2022"),
    ],
)
def test_a_weekday_stands_where_the_language_has_it(language: str, words: str) -> None:
    assert say_with_weekday(parse("2022-12-30"), language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "Feb 2022 – Frühjahr 2026"), ("ru", "февр. 2022 – весна 2026 года"), ("zh", "2022年2月至2026年春季")],
)
def test_coverage_is_said_in_the_language(language: str, words: str) -> None:
    assert say_coverage([parse("2022-02"), parse("2026-21")], language) == words
