"""Dates in each language that the site speaks: their order, their particles, the forms of months."""

from __future__ import annotations

import pytest

from generator.dates import parse, say

LANGUAGES = ("es", "fr", "de", "ru", "zh", "ar")
TABLE = [
    (
        "2022-12-30",
        (
            "30 de diciembre de 2022",
            "30 décembre 2022",
            "30. Dezember 2022",
            "30 декабря 2022 года",
            "2022年12月30日",
            "30 ديسمبر 2022",
        ),
    ),
    (
        "2022-05-01",
        ("1 de mayo de 2022", "1er mai 2022", "1. Mai 2022", "1 мая 2022 года", "2022年5月1日", "1 مايو 2022"),
    ),
    ("2022-05", ("mayo de 2022", "mai 2022", "Mai 2022", "май 2022 года", "2022年5月", "مايو 2022")),
    ("2022", ("2022", "2022", "2022", "2022 год", "2022年", "2022")),
    (
        "2022-12-30~",
        (
            "hacia el 30 de diciembre de 2022",
            "vers le 30 décembre 2022",
            "etwa 30. Dezember 2022",
            "около 30 декабря 2022 года",
            "约2022年12月30日",
            "نحو 30 ديسمبر 2022",
        ),
    ),
    (
        "2022-05~",
        ("hacia mayo de 2022", "vers mai 2022", "etwa Mai 2022", "около мая 2022 года", "约2022年5月", "نحو مايو 2022"),
    ),
    ("2022~", ("hacia 2022", "vers 2022", "etwa 2022", "около 2022 года", "约2022年", "نحو 2022")),
    (
        "2022-12-30?",
        (
            "30 de diciembre de 2022 (sin confirmar)",
            "30 décembre 2022 (incertain)",
            "30. Dezember 2022 (unsicher)",
            "30 декабря 2022 года (неточно)",
            "2022年12月30日（待考）",
            "30 ديسمبر 2022 (غير مؤكد)",
        ),
    ),
    ("2023-21", ("primavera de 2023", "printemps 2023", "Frühjahr 2023", "весна 2023 года", "2023年春季", "ربيع 2023")),
    (
        "2023-24",
        (
            "invierno de 2023–24",
            "hiver 2023–24",
            "Winter 2023–24",
            "зима 2023–24 года",
            "2023–24年冬季",
            "شتاء 2023–24",
        ),
    ),
    (
        "2023-29",
        (
            "primavera de 2023 (hemisferio sur)",
            "printemps 2023 (hémisphère sud)",
            "Frühjahr 2023 (Südhalbkugel)",
            "весна 2023 года (Южное полушарие)",
            "2023年春季（南半球）",
            "ربيع 2023 (نصف الكرة الجنوبي)",
        ),
    ),
    (
        "2023-21~",
        (
            "hacia la primavera de 2023",
            "vers le printemps 2023",
            "etwa Frühjahr 2023",
            "около весны 2023 года",
            "约2023年春季",
            "نحو ربيع 2023",
        ),
    ),
    (
        "2022-34",
        (
            "segundo trimestre de 2022",
            "deuxième trimestre 2022",
            "zweites Quartal 2022",
            "II квартал 2022 года",
            "2022年第二季度",
            "الربع الثاني من 2022",
        ),
    ),
    (
        "2022-34~",
        (
            "hacia el segundo trimestre de 2022",
            "vers le deuxième trimestre 2022",
            "etwa 2. Quartal 2022",
            "около II квартала 2022 года",
            "约2022年第二季度",
            "نحو الربع الثاني من 2022",
        ),
    ),
    (
        "2022-41",
        (
            "segundo semestre de 2022",
            "second semestre 2022",
            "zweites Halbjahr 2022",
            "второе полугодие 2022 года",
            "2022年下半年",
            "النصف الثاني من 2022",
        ),
    ),
    (
        "2022-41/..",
        (
            "desde el segundo semestre de 2022",
            "depuis le second semestre 2022",
            "seit 2. Halbjahr 2022",
            "с II полугодия 2022 года",
            "自2022年下半年起",
            "منذ النصف الثاني من 2022",
        ),
    ),
    ("199X", ("años 1990", "années 1990", "1990er-Jahre", "1990-е годы", "1990年代", "عقد 1990")),
    (
        "199X~",
        (
            "hacia los años 1990",
            "vers les années 1990",
            "etwa 1990er-Jahre",
            "около 1990-х годов",
            "约1990年代",
            "نحو عقد 1990",
        ),
    ),
    (
        "19XX",
        (
            "años 1900-1999",
            "années 1900-1999",
            "Jahre 1900–1999",
            "1900–1999 годы",
            "1900–1999年间",
            "الأعوام 1900–1999",
        ),
    ),
    (
        "19XX~",
        (
            "hacia los años 1900-1999",
            "vers les années 1900-1999",
            "etwa Jahre 1900–1999",
            "около 1900–1999 годов",
            "约1900–1999年间",
            "نحو الأعوام 1900–1999",
        ),
    ),
    (
        "2022-05-03/2022-05-05",
        (
            "3-5 de mayo de 2022",
            "3-5 mai 2022",
            "3.–5. Mai 2022",
            "3–5 мая 2022 года",
            "2022年5月3日至5日",
            "3–5 مايو 2022",
        ),
    ),
    (
        "2022-05-01/2022-05-03",
        (
            "1-3 de mayo de 2022",
            "1er-3 mai 2022",
            "1.–3. Mai 2022",
            "1–3 мая 2022 года",
            "2022年5月1日至3日",
            "1–3 مايو 2022",
        ),
    ),
    (
        "2022-01-31/2022-02-01",
        (
            "31 de enero – 1 de febrero de 2022",
            "31 janvier – 1er février 2022",
            "31. Januar – 1. Februar 2022",
            "31 января – 1 февраля 2022 года",
            "2022年1月31日至2月1日",
            "31 يناير – 1 فبراير 2022",
        ),
    ),
    (
        "2022-04/2022-05",
        (
            "abril – mayo de 2022",
            "avril – mai 2022",
            "April – Mai 2022",
            "апрель – май 2022 года",
            "2022年4月至5月",
            "أبريل – مايو 2022",
        ),
    ),
    (
        "2021-11/2023-02",
        (
            "noviembre de 2021 – febrero de 2023",
            "novembre 2021 – février 2023",
            "November 2021 – Februar 2023",
            "ноябрь 2021 года – февраль 2023 года",
            "2021年11月至2023年2月",
            "نوفمبر 2021 – فبراير 2023",
        ),
    ),
    (
        "2022-05/..",
        ("desde mayo de 2022", "depuis mai 2022", "seit Mai 2022", "с мая 2022 года", "自2022年5月起", "منذ مايو 2022"),
    ),
    (
        "2022-12-30/..",
        (
            "desde el 30 de diciembre de 2022",
            "depuis le 30 décembre 2022",
            "seit 30. Dezember 2022",
            "с 30 декабря 2022 года",
            "自2022年12月30日起",
            "منذ 30 ديسمبر 2022",
        ),
    ),
    (
        "../2022-12-30",
        (
            "hasta el 30 de diciembre de 2022",
            "le 30 décembre 2022 au plus tard",
            "bis 30. Dezember 2022",
            "до 30 декабря 2022 года",
            "截至2022年12月30日",
            "حتى 30 ديسمبر 2022",
        ),
    ),
    (
        "../2022-05",
        (
            "hasta mayo de 2022",
            "mai 2022 au plus tard",
            "bis Mai 2022",
            "до мая 2022 года",
            "截至2022年5月",
            "حتى مايو 2022",
        ),
    ),
    (
        "[2022-02,2023-02]",
        (
            "febrero de 2022 o febrero de 2023",
            "février 2022 ou février 2023",
            "Februar 2022 oder Februar 2023",
            "февраль 2022 года или февраль 2023 года",
            "2022年2月或2023年2月",
            "فبراير 2022 أو فبراير 2023",
        ),
    ),
    (
        "-0043-03-15",
        (
            "15 de marzo de 44 a. C.",
            "15 mars 44 av. J.-C.",
            "15. März 44 v. Chr.",
            "15 марта 44 года до н. э.",
            "公元前44年3月15日",
            "15 مارس 44 ق.م.",
        ),
    ),
    ("-0043", ("44 a. C.", "44 av. J.-C.", "44 v. Chr.", "44 год до н. э.", "公元前44年", "44 ق.م.")),
    (
        "-0043~",
        (
            "hacia 44 a. C.",
            "vers 44 av. J.-C.",
            "etwa 44 v. Chr.",
            "около 44 года до н. э.",
            "约公元前44年",
            "نحو 44 ق.م.",
        ),
    ),
]
"""A date, and how it is said in each of `LANGUAGES`."""


@pytest.mark.parametrize(
    ("date", "language", "words"),
    [(date, language, words) for date, said in TABLE for language, words in zip(LANGUAGES, said, strict=True)],
)
def test_a_date_is_said_as_the_language_says_it(date: str, language: str, words: str) -> None:
    assert say(parse(date), language) == words
