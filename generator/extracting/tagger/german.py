"""German: its words of time, in classes. A linguist adds a word here, and a phrase in `rules/german`."""

from __future__ import annotations

import re

from generator.extracting.tagger.german_holidays import HOLIDAYS
from generator.extracting.tagger.language import Language, Links, clause_ends, numbered, words
from generator.extracting.tagger.rules.german import RULES

__all__ = ["GERMAN"]


def inflected(stems: str, meaning: object = "") -> dict[str, object]:
    """Adjectives in all their endings: “letzte”, “letzten”, “letzter”, “letztes”, “letztem”."""
    return {f"{stem}{ending}": meaning for stem in stems.split(", ") for ending in ("e", "en", "er", "es", "em")}


MONTHS = (
    numbered("januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember")
    | {"jänner": 1, "feber": 2, "maerz": 3, "januars": 1, "februars": 2, "septembers": 9, "oktobers": 10}
    | {"novembers": 11, "dezembers": 12}
)
MONTH_ABBREVIATIONS = numbered("jan, feb, mär, apr, , jun, jul, aug, sep, okt, nov, dez") | {
    "jän": 1,
    "febr": 2,
    "mrz": 3,
    "sept": 9,
}
WEEKDAYS = numbered("montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag") | {"sonnabend": 6}
WEEKDAY_ABBREVIATIONS = numbered("mo, di, mi, do, fr, sa, so")
GENITIVES = {f"{word}s": number for word, number in WEEKDAYS.items()}
DAY_PARTS = {
    "früh": "MO",
    "morgen": "MO",
    "vormittag": "MO",
    "mittag": "MI",
    "nachmittag": "AF",
    "abend": "EV",
    "nacht": "NI",
    "mitternacht": "T24:00",
}
ONES = numbered("ein, zwei, drei, vier, fünf, sechs, sieben, acht, neun")
UP_TO_NINETEEN = numbered(
    "zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, dreizehn, vierzehn, fünfzehn, sechzehn, "
    "siebzehn, achtzehn, neunzehn",
    first=2,
)
TENS = {
    word: 10 * number
    for word, number in numbered(
        "zwanzig, dreißig, vierzig, fünfzig, sechzig, siebzig, achtzig, neunzig", first=2
    ).items()
}
NUMBER_WORDS: dict[str, object] = {
    **UP_TO_NINETEEN,
    **TENS,
    **{f"{one}und{ten}": number + tens for one, number in ONES.items() for ten, tens in TENS.items()},
    **{f"{one}einhalb": number + 0.5 for one, number in ONES.items() if one != "ein"},
    **words("eineinhalb, anderthalb", 1.5),
    **words("halbe, halben, halber, halbes, ein halbes, eine halbe, einem halben, einer halben, einen halben", 0.5),
    **words("hundert, einhundert", 100),
    **words("tausend, eintausend", 1000),
    **words("ein dutzend, einem dutzend", 12),
    **words("dreissig", 30),
}
ORDINAL_STEMS = numbered(
    "erst, zweit, dritt, viert, fünft, sechst, siebt, acht, neunt, zehnt, elft, zwölft, dreizehnt, vierzehnt, "
    "fünfzehnt, sechzehnt, siebzehnt, achtzehnt, neunzehnt, zwanzigst, einundzwanzigst"
)
UNITS = {
    **words("sekunde", "TS"),
    **words("minute", "TM"),
    **words("stunde", "TH"),
    **words("tag, tages, tags", "D"),
    **words("nacht", "N"),
    **words("wochenende, wochenendes", "WE"),
    **words("woche", "W"),
    **words("monat, monats, monates", "M"),
    **words("quartal, quartals, vierteljahr", "Q"),
    **words("jahr, jahres, jahrs", "Y"),
    **words("jahrzehnt, jahrzehnts", "DE"),
    **words("jahrhundert, jahrhunderts", "CE"),
}
PLURALS = {
    **words("sekunden", "TS"),
    **words("minuten", "TM"),
    **words("stunden", "TH"),
    **words("tage, tagen, werktage, werktagen", "D"),
    **words("nächte, nächten", "N"),
    **words("wochenenden", "WE"),
    **words("wochen", "W"),
    **words("monate, monaten", "M"),
    **words("quartale, quartalen", "Q"),
    **words("jahre, jahren", "Y"),
    **words("jahrzehnte, jahrzehnten", "DE"),
    **words("jahrhunderte, jahrhunderten", "CE"),
}
SEASONS = {
    **words("frühling, frühlings, frühjahr, frühjahrs", 1),
    **words("sommer, sommers", 2),
    **words("herbst, herbstes", 3),
    **words("winter, winters", 4),
}
LAST = inflected("letzt, vergangen, vorig, zurückliegend", -1)
NEXT = inflected("nächst, kommend, bevorstehend", 1)
PERIOD_STEMS = {"jahres": "Y", "monats": "M", "wochen": "W", "quartals": "Q"}

GERMAN = Language(
    code="de",
    words={
        "full_month": MONTHS,
        "short_month": MONTH_ABBREVIATIONS,
        "months": MONTHS | MONTH_ABBREVIATIONS,
        "full_weekday": WEEKDAYS,
        "short_weekday": WEEKDAY_ABBREVIATIONS,
        "weekdays": WEEKDAYS | WEEKDAY_ABBREVIATIONS,
        "weekday_part": words(", ".join(f"{day}{part}" for day in WEEKDAYS for part in DAY_PARTS)),
        "plural_weekday": GENITIVES,
        "number_word": NUMBER_WORDS,
        "ordinal_word": {word: number for stem, number in ORDINAL_STEMS.items() for word in inflected(stem, number)},
        "holiday": HOLIDAYS,
        "units": UNITS | PLURALS,
        "unit": UNITS,
        "plural_unit": PLURALS,
        "season": SEASONS,
        "part": DAY_PARTS,
        "early": words("anfang, beginn, früh, frühen", "START"),
        "mid": words("mitte", "MID"),
        "late": words("ende, spät, späten", "END"),
        "about": words("um, etwa, rund, ungefähr, circa, ca, zirka, fast, knapp, beinahe, nahezu", "APPROX"),
        "more": words("mehr als, über, mindestens, wenigstens, gut", "MORE_THAN"),
        "less": words("weniger als, höchstens, maximal, bis zu, unter", "LESS_THAN"),
        "last": LAST | inflected("vorletzt", -2),
        "this": inflected("dies, aktuell, laufend", 0) | words("dies", 0),
        "next": NEXT | inflected("übernächst", 2),
        "same": words(
            "selben, gleichen, demselben, derselben, desselben, dasselbe, dieselbe, jenem, jenen, jener, jenes", 0
        ),
        "following": inflected("folgend, darauffolgend, nachfolgend, nächst", 1),
        "preceding": inflected("vorangegangen, vorhergehend, vorherig", -1),
        "next_same": inflected("nächst", 1),
        "previous_unit": {"vor" + word: code for word, code in UNITS.items() if code in {"D", "W", "M", "Q", "Y"}},
        "period_stem": PERIOD_STEMS,
        "stage": words("ende, schluss", "END") | words("anfang, beginn", "START") | words("mitte", "MID"),
        "period_stage": words(
            ", ".join(
                f"{stem}{stage}" for stem in PERIOD_STEMS for stage in ("ende", "schluss", "anfang", "beginn", "mitte")
            )
        ),
        "ago": words("vor", -1),
        "later": words("später, danach, darauf, nachher", 1),
        "earlier": words("zuvor, davor, vorher, früher", -1),
        "recent": LAST,
        "coming": NEXT | inflected("folgend", 1),
        "every": inflected("jed") | words("alle, aller, pro, je"),
        "relative_day": {
            "heute": 0,
            "gestern": -1,
            "vorgestern": -2,
            "morgen": 1,
            "übermorgen": 2,
            **inflected("heutig", 0),
            **inflected("gestrig", -1),
            **inflected("morgig", 1),
        },
        "this_year": words("heuer, heuriges, heurigen", 0),
        "several": words(
            "mehrere, mehreren, mehrerer, einige, einigen, einiger, ein paar, wenige, wenigen, viele, vielen"
        ),
        "couple": words("zwei, beide, beiden", 2),
        "article": words("ein, eine, einem, einen, einer, eines", 1),
        "the": {},
        "of": words("des, im, vom, von"),
        "to": words("bis"),
        "and": words("und, oder, sowie, bzw."),
        "often": {
            **words("stündlich", "PT1H"),
            **words("täglich, tagtäglich", "XXXX-XX-XX"),
            **words("wöchentlich", "P1W"),
            **words("monatlich", "XXXX-XX"),
            **words("vierteljährlich", "XXXX-QX"),
            **words("halbjährlich", "P6M"),
            **words("jährlich, alljährlich", "XXXX"),
        },
        "now": words(
            "jetzt, nun, derzeit, zurzeit, momentan, gegenwärtig, heutzutage, aktuell, zur zeit, im moment, "
            "dieser tage, derzeitige, derzeitigen, derzeitiger, gegenwärtige, gegenwärtigen",
            "PRESENT_REF",
        ),
        "once": words(
            "kürzlich, neulich, jüngst, unlängst, vor kurzem, vor langem, vor längerem, zuletzt, damals, einst, "
            "seinerzeit",
            "PAST_REF",
        ),
        "soon": words("bald, demnächst, künftig, zukünftig, in kürze, in zukunft", "FUTURE_REF"),
        "era_before": words("v. chr., v. chr, v.chr., v.chr, vor christus, vor unserer zeitrechnung", -1),
        "era_since": words("n. chr., n. chr, n.chr., n.chr, nach christus", 1),
        "zone": words("utc, gmt", "Z") | words("mez, mesz, ortszeit, cet, cest"),
        "am": words("morgens, vormittags, früh, in der früh, am morgen, am vormittag, nachts", 0),
        "pm": words("nachmittags, abends, am nachmittag, am abend", 12),
        "year_cue": words(
            "in, im, jahr, jahre, jahres, jahren, seit, bis, von, vom, vor, nach, ab, um, gegen, anfang, mitte, "
            "ende, und, oder, frühling, frühjahr, sommer, herbst, winter, zwischen, circa, ca, für, zum, zu, rund, "
            "etwa, sommers"
        ),
        "month_like": words("august, mai"),
        "month_cue": words(
            "im, in, seit, bis, von, vom, ab, anfang, mitte, ende, und, oder, zum, zwischen, für, gegen, pro, "
            "jeden, letzten, vergangenen, kommenden, nächsten, diesen, dieses, sowie, vor, nach, durch, zu, den, "
            "der, des"
        ),
        "weekday_like": {},
        "season_title": words("prager, arabische, arabischen, arabischer"),
        "street": words("straße, strasse, platz"),
        "weekday_name": words("schwarzer, schwarzen, blauer, blauen"),
        "season_like": {},
        "before": words("vor", -1),
        "after": words("nach", 1),
        "week_unit": words("woche", "W") | words("wochenende", "WE"),
        "week_word": words("woche, kalenderwoche, kw"),
        "within_word": words("in, binnen"),
        "month_word": words("monats"),
        "coming_weekend": inflected("kommend, bevorstehend"),
        "weekend": words("wochenende"),
        "year_word": words("jahr, jahres, jahrs"),
        "half": words("halbjahr, halbjahres, halbjahrs"),
        "decade_word": {f"{word}er": number for word, number in TENS.items()},
        "decade_years": words(
            ", ".join(f"{word}er{years}" for word in TENS for years in ("n", "jahre", "jahren", "jahr"))
        ),
        "number_noun": words(
            "artikel, paragraf, paragraph, absatz, seite, flug, zimmer, raum, linie, nr, nummer, nr., hausnummer, "
            "boeing, agenda, resolution, version, windows, aktenzeichen, postfach, telefon, tel"
        ),
        "counted": words(
            "menschen, personen, euro, franken, dollar, mark, soldaten, meter, metern, kilometer, kilometern, "
            "tonnen, einwohner, einwohnern, stück, fälle, fällen, quadratmeter, quadratmetern, grad, arbeitsplätze, "
            "arbeitsplätzen, stellen, mitarbeiter, mitarbeitern, beschäftigte, beschäftigten, opfer, tote, toten, "
            "verletzte, verletzten, teilnehmer, teilnehmern, demonstranten, polizisten, flüchtlinge, flüchtlingen, "
            "haushalte, haushalten, wohnungen, schüler, schülern, gäste, besucher, besuchern, zuschauer, "
            "zuschauern, fahrzeuge, fahrzeugen, autos, jahre, jahren, tage, tagen, stunden, minuten, mal, prozent, "
            "hektar, liter, kilogramm, kilo, watt, volt, millionen, milliarden, mitglieder, mitgliedern, stimmen, "
            "punkte, punkten, unternehmen, betriebe, betrieben, bürger, studenten, studierende, kinder, kindern, "
            "frauen, männer, einsatzkräfte, einsatzkräften, beamte, beamten, häuser, exemplare, höhenmeter, "
            "kubikmeter, seiten, plätze"
        ),
    },
    patterns={
        "month": r"(?:{:full_month}\b|{:short_month}\b\.?)",
        "weekday": r"(?:{:full_weekday}\b|{:short_weekday}\b\.?)",
        "day": r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])",
        "year": r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9])",
        "mm": r"(?:0?[1-9]|1[0-2])(?![0-9])",
        "number": r"(?:[0-9]{1,3}(?:\.[0-9]{3}){1,2}|[0-9]{1,4}(?:,[0-9]{1,2})?|{:number_word})",
        "ordinal": r"(?:[0-9]{1,2}\.|{:ordinal_word})",
        "hour": r"(?:[01]?[0-9]|2[0-4])(?![0-9])",
        "minute": r"[0-5][0-9](?![0-9])",
        "count": r"(?:{:several}|{:number}|{:article})",
    },
    future=re.compile(
        r"\b(?:wird|werde|werden|würde|würden|soll|sollen|solle|sollten|will|wollen|wolle|muss|müssen|kann|können|plant"
        r"|planen|geplant|erwartet|vorgesehen|voraussichtlich|bevorsteh\w*|anberaumt|angesetzt|künftig|spätestens"
        r"|beginnt|beginnen|startet|starten|trifft|treffen|findet|finden|tagt|tagen|reist|reisen|kommt|kommen|stimmt"
        r"|stimmen|entscheidet|entscheiden|endet|enden|öffnet|öffnen|eröffnet|empfängt|wählt|wählen|tritt|treten|läuft"
        r"|laufen|gilt|gelten|steht|stehen|fällt|berät|beraten|debattiert|folgt|folgen|spielt|spielen|fährt|fahren|geht"
        r"|gehen|bleibt|bleiben|dauert|dauern|erscheint|erscheinen|verhandelt|lädt|(?:ist|sind)\b[^.,;]{0,40}\bbis)\b"
        r"|\bfür(?: den)?(?: \w+tag und)? ?$"
    ),
    past=re.compile(
        r"\b(?:sagte|sagten|erklärte|erklärten|teilte|teilten|war|waren|wurde|wurden|hatte|hatten|hat|haben|habe|kam"
        r"|kamen|ging|gingen|traf|trafen|begann|begannen|fand|fanden|gab|gaben|starb|starben|nahm|nahmen|fiel|fielen"
        r"|stieg|stiegen|sank|sanken|verlor|verloren|gewann|gewannen|schrieb|schrieben|sprach|sprachen|stand|standen"
        r"|lag|lagen|blieb|blieben|ließ|ließen|schoss|schossen|brach|brachen|hielt|hielten|rief|riefen|stimmte"
        r"|stimmten|kündigte|kündigten|forderte|forderten|berichtete|berichteten|meldete|meldeten|warnte|warnten"
        r"|betonte|betonten|zeigte|zeigten|machte|machten|stellte|stellten|setzte|setzten|wollte|wollten|musste"
        r"|mussten|konnte|konnten|sollte|verkündete|verkündeten|beschloss|beschlossen|verabschiedete|verabschiedeten"
        r"|unterzeichnete|unterzeichneten|reiste|reisten|reagierte|reagierten|eröffnete|eröffneten|einigte|einigten"
        r"|demonstrierten|protestierten|veröffentlichte|veröffentlichten|trat|traten|lehnte|lehnten|wies|wiesen|griff"
        r"|griffen|fuhr|fuhren|flog|flogen|bestätigte|bestätigten|entschied|entschieden|dauerte|dauerten|verlief|zog"
        r"|zogen|erreichte|erreichten|lief|regnete|schneite|passierte|ereignete|stürzte|stürzten|empfing|empfingen"
        r"|führte|führten|endete|endeten|gestorben|schloss|schlossen|kostete|erhielt|erhielten|brachte|brachten|sei"
        r"|seien)\b"
    ),
    clause_end=clause_ends(
        '.;:!?"„“”',
        "dass, ob, weil, wenn, als, nachdem, bevor, während, wie, wo, und, aber, doch, sondern, was, er, sie, es, man, "
        "der, die, das, den, dem, deren, dessen, welche, welcher, welches",
        unless=r"(?<![0-9]\.)",
        then="(?! [0-9])",
    ),
    links=Links(
        range=re.compile(r" {0,2}(?:-|—|/) {0,2}| {1,2}bis(?: zum| zu| in den| in die)? (?:den |dem )?"),
        both=re.compile(r" und (?:dem |den |im )?"),
        list=re.compile(
            r" ?(?:-|—|,|/|&) ?|,? (?:bis|und|oder|sowie|bzw\.)(?: zum| zu| in den| am| im| vom)? (?:den |dem |des )?"
        ),
        opening=re.compile(r"\b(?:(?P<between>zwischen)|von|vom|ab) (?:dem |den )?$"),
    ),
    rules=RULES,
    day_first=True,
    thousands=".",
    opening_words=30,
    since=re.compile(r"\bseit(?: dem| der)? ?$"),
)
"""German as news is written in it, in Germany, Austria and Switzerland."""
