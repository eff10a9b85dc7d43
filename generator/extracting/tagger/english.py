"""English: its words of time, in classes. A linguist adds a word here, and a phrase in `rules/`."""

from __future__ import annotations

import re

from generator.extracting.tagger.english_holidays import HOLIDAYS
from generator.extracting.tagger.english_names import NAMES
from generator.extracting.tagger.language import Language, Links, clause_ends, numbered, words
from generator.extracting.tagger.rules import RULES

__all__ = ["ENGLISH"]

MONTHS = numbered("january, february, march, april, may, june, july, august, september, october, november, december")
MONTH_ABBREVIATIONS = numbered("jan, feb, mar, apr, , jun, jul, aug, sep, oct, nov, dec") | {"sept": 9}
WEEKDAYS = numbered("monday, tuesday, wednesday, thursday, friday, saturday, sunday")
WEEKDAY_ABBREVIATIONS = numbered("mon, tue, wed, thu, fri, sat, sun") | {"tues": 2, "weds": 3, "thur": 4, "thurs": 4}
ONES = numbered("one, two, three, four, five, six, seven, eight, nine")
TEENS = numbered("ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen", first=10)
TENS = {
    word: 10 * number
    for word, number in numbered("twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety", first=2).items()
}
ORDINALS = numbered(
    "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, "
    "fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, twenty-first"
)
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "N",
    "weekend": "WE",
    "week": "W",
    "fortnight": "FN",
    "month": "M",
    "quarter": "Q",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
PLURALS = {f"{word}s": code for word, code in UNITS.items() if word != "century"} | {
    "centuries": "CE",
    "mins": "TM",
    "hrs": "TH",
    "yrs": "Y",
    "weekdays": "D",
}
DAY_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midnight": "T24:00",
    "noon": "T12:00",
    "midday": "MI",
    "lunchtime": "MI",
    "dawn": "MO",
    "daybreak": "MO",
    "dusk": "EV",
    "daytime": "DT",
}
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
PLURAL_TIMES = {f"{word}s": number for word, number in WEEKDAYS.items()}

_ABBREVIATED = r"(?<![ap]\.m.)(?<!\bu\.s.)" + "".join(
    rf"(?<!\b{word}.)" for word in ("mrs", "mr", "ms", "dr", "st", "sen", "rep", "gov", "gen")
)
"""What a full stop cuts short, and so ends no clause."""

ENGLISH = Language(
    code="en",
    words=NAMES
    | {
        "full_month": MONTHS,
        "short_month": MONTH_ABBREVIATIONS,
        "months": MONTHS | MONTH_ABBREVIATIONS,
        "full_weekday": WEEKDAYS,
        "short_weekday": WEEKDAY_ABBREVIATIONS,
        "weekdays": WEEKDAYS | WEEKDAY_ABBREVIATIONS,
        "plural_weekday": PLURAL_TIMES,
        "ones": ONES,
        "teens": TEENS,
        "tens": TENS,
        "ordinal_word": ORDINALS,
        "units": UNITS | PLURALS,
        "unit": UNITS,
        "plural_unit": PLURALS,
        "season": SEASONS,
        "part": DAY_PARTS,
        "early": words("early, beginning, start, early part, opening, turn", "START"),
        "mid": words("mid, middle", "MID"),
        "late": words("late, end, later part, close, last part, closing", "END"),
        "portion": words("first, opening, early", "START")
        | words("middle", "MID")
        | words("second, last, latter, final, closing, late, later", "END"),
        "about": words("about, around, circa, c., ca., roughly, approximately, some, nearly, almost", "APPROX"),
        "more": words("more than, over, at least, no less than, upwards of", "MORE_THAN"),
        "less": words("less than, up to, under, at most, no more than, fewer than", "LESS_THAN"),
        "last": words("last, past, previous, this past", -1),
        "this": words("this, the current, current, this current", 0),
        "next": words("next, the coming, coming", 1),
        "same": words("that, that same, the same, this same", 0),
        "following": words("the following, the next, the subsequent", 1),
        "preceding": words("the previous, the preceding, the prior", -1),
        "ago": words("ago, back", -1),
        "later": words("later, afterwards, afterward, thereafter, after that", 1),
        "earlier": words("earlier, before, before that, previously, prior", -1),
        "hence": words("from now, hence, from today", 1),
        "recent": words("last, past, previous, recent, preceding", -1),
        "coming": words("next, coming, following, ensuing", 1),
        "every": words("every, each, per"),
        "relative_day": {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1},
        "several": words(
            "several, a few, many, some, few, a number of, numerous, dozens of, tens of, hundreds of, thousands of, "
            "scores of"
        ),
        "couple": words("a couple of, a couple, couple of", 2),
        "article": words("a, an", 1),
        "the": words("the"),
        "of": words("of, of the, in, in the"),
        "to": words("to, until, till, through"),
        "and": words("and, or, &"),
        "from": words("from, between"),
        "other": words("other, second"),
        "times": words("once, twice, thrice"),
        "often": {
            "hourly": "PT1H",
            "semiannual": "P6M",
            "daily": "XXXX-XX-XX",
            "nightly": "XXXX-XX-XXTNI",
            "weekly": "P1W",
            "biweekly": "P2W",
            "fortnightly": "P2W",
            "monthly": "XXXX-XX",
            "quarterly": "XXXX-QX",
            "yearly": "XXXX",
            "annually": "XXXX",
        },
        "now": words(
            "now, currently, current, at present, at the moment, presently, nowadays, these days, present "
            "day, present-day, modern day, modern-day, time being, right now, at this point, at this time",
            "PRESENT_REF",
        ),
        "once": words("recently, recent, lately, past, recent past, long ago, some time ago, once", "PAST_REF"),
        "soon": words(
            "soon, future, near future, near term, short term, long term, coming days, someday", "FUTURE_REF"
        ),
        "formerly": words("former, formerly", "PAST_REF"),
        "era_before": words("bc, b.c., b.c, bce, b.c.e.", -1),
        "era_since": words("ad, a.d., ce, c.e.", 1),
        "zone": words("utc, gmt", "Z")
        | words(
            "est, edt, cst, cdt, mst, mdt, pst, pdt, et, ct, pt, cet, cest, bst, ist, jst, msk, eastern "
            "time, local time, eet, eest"
        ),
        "am": words("am, a.m., a.m", 0),
        "pm": words("pm, p.m., p.m", 12),
        "year_cue": words(
            "in, since, by, until, till, from, before, after, of, during, year, to, between, through, circa, "
            "for, and, early, late, mid, spring, summer, autumn, fall, winter, around, about, throughout, "
            "than, back in, c., ca."
        ),
        "round_year_cue": words("in, since, until, circa, c., ca., year"),
        "round_year_next": words("was, is, his, its, this, as"),
        "month_like": words("march, may, mar, jan, sep, dec, jun"),
        "weekday_like": words("sun, sat, wed, mon, fri, thu, tue, tues"),
        "month_cue": words(
            "in, since, by, until, till, from, of, during, to, through, between, and, early, late, mid, "
            "before, after, for, around, about, end, beginning, middle, every, within, last, next, this, or, than, "
            "versus"
        ),
        "month_lead": {"with": "compared"},
        "day_beyond": {"day after tomorrow": 2, "day before yesterday": -2},
        "season_like": words("fall, spring"),
        "season_cue": words(
            "in, since, by, until, till, from, of, during, through, throughout, between, and, early, late, "
            "mid, before, after, for, last, next, this, or, each, every, following, over, early-, late-, "
            "mid-, end, that"
        ),
        "second_word": {"second": ""},
        "later_in": words("later, late", "END") | words("earlier, early", "START"),
        "for_word": words("for, over, within, after, in"),
        "before": words("before, prior to, ahead of", -1),
        "after": words("after, following", 1),
        "week_unit": {"week": "W", "weekend": "WE"},
        "unit_end": words("year-end, year end, year's end, month's end, month-end"),
        "on": words("on"),
        "within_word": words("in"),
        "time_word": words("time"),
        "month_ahead": words("delivery, futures, contract, contracts"),
        "month_noun": words(
            "sales, figures, data, results, deliveries, delivery, futures, contract, contracts, earnings, exports, "
            "imports, output, orders, inflation, unemployment, payrolls, retail, elections, election, polls, quarter, "
            "production"
        ),
        "holiday": HOLIDAYS,
        "eve": words("eve", -1),
        "at": words("at"),
        "in_the": words("in the, during the"),
        "overnight": words("overnight", "NI"),
        "point_of_day": {word: DAY_PARTS[word] for word in ("noon", "midnight", "midday", "dawn", "dusk", "night")},
        "stretch_of_day": {word: DAY_PARTS[word] for word in ("morning", "afternoon", "evening")},
        "plural_part": {f"{word}s": DAY_PARTS[word] for word in ("morning", "afternoon", "evening", "night")},
        "weekends": words("weekends", "XXXX-WXX-WE"),
        "oclock": words("o'clock"),
        "clock_part": words("half, half-", 30) | words("quarter, a quarter", 15),
        "clock_to": words("to, before, till"),
        "clock_number": {**ONES, **{word: hour for word, hour in TEENS.items() if hour < 13}},
        "fiscal": words("fiscal, financial"),
        "stretch": words("period"),
        "year_earlier": words("year-earlier, year-ago, year-before, year ago, year earlier"),
        "same_as": words("the corresponding, the comparable, the like, corresponding, comparable"),
        "ended": words("ended, ending, to, through"),
        "latest": words("latest, most recent"),
        "before_that": words("before"),
        "twenty": {"twenty": 20},
        "two": {"two": 2},
        "century_word": {"century": ""},
        "year_word": {"year": ""},
        "month_word": {"month": ""},
        "week": words("week", "W"),
        "half": {"half": ""},
        "decade_word": {f"{word[:-1]}ies": number for word, number in TENS.items()},
    },
    patterns={
        "month": r"(?:{:full_month}\b|{:short_month}\b\.?)",
        "weekday": r"(?:{:full_weekday}\b|{:short_weekday}\b\.?)",
        "suffix": r"(?:st|nd|rd|th)",
        "day": r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])",
        "year": r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9])",
        "short_year": r"[0-9]{2}(?![0-9])",
        "mm": r"(?:0?[1-9]|1[0-2])(?![0-9])",
        "number": (
            r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,4}(?:\.[0-9]{1,2})?"
            r"|(?:{:tens})(?:[- ](?:{:ones}))?|(?:{:teens})|(?:{:ones})(?: hundred)?|a hundred|a thousand|a dozen"
            r"|half an?)(?:[ -]and[ -](?:a|one)[ -]half)?"
        ),
        "ordinal": r"(?:[0-9]{1,2}{:suffix}|{:ordinal_word})",
        "hour": r"(?:[01]?[0-9]|2[0-4])(?![0-9])",
        "minute": r"[0-5][0-9](?![0-9])",
    },
    future=re.compile(
        r"\b(?:will|won't|would|shall|until|till|due|scheduled|slated|upcoming|going to|to be held|ahead of"
        r"|(?:is|are|was|were|be) (?:\w+ )?(?:expected|set|planned|poised|to)"
        r"|plans? to|expects? to|intends? to|begins?|opens|starts|ends|resumes?|reopens?|expires?"
        r"|concludes|convenes?|kicks? off|payable|effective|maturing"
        r"|(?:is|are)(?= $)|(?:they|we|talks) (?:start|open|meet|vote|leave|play)"
        r"|(?:takes?|comes?|goes) (?:effect|into (?:effect|force)|on sale))\b|'ll\b"
    ),
    past=re.compile(
        r"\b(?:said|told|was|were|had|did|has|have|met|held|took|came|went|began|fell|rose|won|lost|sent|left|gave|made"
        r"|became|broke|struck|hit|led|fought|flew|spoke|wrote|ran|saw|found|brought|sold|bought|built|paid|put|set|shot"
        r"|since|ago|\w{4,}+(?<=ed))\b"
    ),
    clause_end=clause_ends('.;:!?"“”', "who, which, but, and, while, as", unless=_ABBREVIATED),
    links=Links(
        range=re.compile(r" ?(?:-|—|/) ?| (?:to|through|until|till) (?:the )?"),
        both=re.compile(r" and (?:the )?"),
        list=re.compile(r" ?(?:-|—|,|&) ?|,? (?:to|through|until|till|and|or) (?:the |in |on )?"),
        opening=re.compile(r"\b(?:(?P<between>between)|from) (?:the )?$"),
    ),
    rules=RULES,
)
"""English as news is written in it, British and American."""
