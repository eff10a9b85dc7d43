"""Spanish: its words of time, in classes. A linguist adds a word here, and a phrase in `rules/spanish`."""

from __future__ import annotations

import re

from generator.extracting.tagger.language import Language, Links, clause_ends, numbered, words
from generator.extracting.tagger.rules.spanish import RULES
from generator.extracting.tagger.spanish_holidays import HOLIDAYS

__all__ = ["SPANISH"]


def gendered(stems: str, meaning: object = "") -> dict[str, object]:
    """Adjectives in both genders and numbers: “pasado”, “pasada”, “pasados”, “pasadas”."""
    return {f"{stem}{ending}": meaning for stem in stems.split(", ") for ending in ("o", "a", "os", "as")}


MONTHS = numbered(
    "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre"
) | {"setiembre": 9}
MONTH_ABBREVIATIONS = numbered("ene, feb, mar, abr, may, jun, jul, ago, sep, oct, nov, dic") | {"sept": 9, "set": 9}
WEEKDAYS = numbered("lunes, martes, miércoles, jueves, viernes, sábado, domingo") | {"miercoles": 3, "sabado": 6}
WEEKDAY_ABBREVIATIONS = numbered("lun, mar, mié, jue, vie, sáb, dom")
WEEKDAY_PLURALS = numbered("lunes, martes, miércoles, jueves, viernes, sábados, domingos")
DAY_PARTS = {
    "mañana": "MO",
    "madrugada": "MO",
    "mediodía": "MI",
    "tarde": "AF",
    "noche": "NI",
    "medianoche": "T24:00",
}
ONES = numbered("uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve")
TENS = {
    word: 10 * number
    for word, number in numbered("treinta, cuarenta, cincuenta, sesenta, setenta, ochenta, noventa", first=3).items()
}
NUMBER_WORDS: dict[str, object] = {
    **numbered(
        "dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce, quince, dieciséis, "
        "diecisiete, dieciocho, diecinueve, veinte, veintiuno, veintidós, veintitrés, veinticuatro, veinticinco, "
        "veintiséis, veintisiete, veintiocho, veintinueve",
        first=2,
    ),
    **words("veintiún, veintiuna", 21),
    **TENS,
    **{f"{ten} y {one}": tens + number for ten, tens in TENS.items() for one, number in ONES.items()},
    **{f"{ten} y un": tens + 1 for ten, tens in TENS.items()},
    **words("medio, media", 0.5),
    **words("cien", 100),
    **words("mil", 1000),
    **words("una docena de", 12),
}
ORDINALS: dict[str, object] = {
    **words("primer", 1),
    **words("tercer", 3),
    **{
        word: number
        for stem, number in numbered("primer, segund, tercer, cuart, quint, sext, séptim, octav, noven, décim").items()
        for word in (f"{stem}o", f"{stem}a")
    },
    **numbered("i, ii, iii, iv, v, vi, vii, viii, ix, x, xi, xii, xiii, xiv, xv, xvi, xvii, xviii, xix, xx, xxi"),
}
UNITS = {
    **words("segundo", "TS"),
    **words("minuto", "TM"),
    **words("hora", "TH"),
    **words("día, jornada", "D"),
    **words("noche", "N"),
    **words("fin de semana", "WE"),
    **words("semana", "W"),
    **words("quincena", "FN"),
    **words("mes", "M"),
    **words("trimestre", "Q"),
    **words("año", "Y"),
    **words("década, decenio", "DE"),
    **words("siglo", "CE"),
}
PLURALS = {
    **words("segundos", "TS"),
    **words("minutos", "TM"),
    **words("horas", "TH"),
    **words("días, jornadas", "D"),
    **words("noches", "N"),
    **words("fines de semana", "WE"),
    **words("semanas", "W"),
    **words("quincenas", "FN"),
    **words("meses", "M"),
    **words("trimestres", "Q"),
    **words("años", "Y"),
    **words("décadas, decenios", "DE"),
    **words("siglos", "CE"),
}
LAST = gendered("pasad, últim", -1)
NEXT = gendered("próxim", 1)
THAT_COMES = words("que viene, entrante, venidero, venidera", 1)
RUNNING = words("en curso, corriente, actual", 0)

SPANISH = Language(
    code="es",
    words={
        "full_month": MONTHS,
        "short_month": MONTH_ABBREVIATIONS,
        "months": MONTHS | MONTH_ABBREVIATIONS,
        "full_weekday": WEEKDAYS,
        "short_weekday": WEEKDAY_ABBREVIATIONS,
        "weekdays": WEEKDAYS | WEEKDAY_ABBREVIATIONS,
        "plural_weekday": WEEKDAY_PLURALS,
        "number_word": NUMBER_WORDS,
        "ordinal_word": ORDINALS,
        "holiday": HOLIDAYS,
        "units": UNITS | PLURALS,
        "unit": UNITS,
        "plural_unit": PLURALS,
        "season": {"primavera": 1, "verano": 2, "otoño": 3, "invierno": 4},
        "part": DAY_PARTS,
        "early": words("principios, principio, comienzos, comienzo, inicios, inicio, primeros", "START"),
        "mid": words("mediados", "MID"),
        "late": words("finales, final, fines", "END"),
        "about": words(
            "alrededor de, cerca de, aproximadamente, unos, unas, casi, hacia, en torno a, aproximadamente en", "APPROX"
        ),
        "more": words("más de, al menos, por lo menos, como mínimo", "MORE_THAN"),
        "less": words("menos de, como máximo", "LESS_THAN"),
        "last": LAST,
        "this": words("este, esta, estos, estas, presente", 0) | RUNNING,
        "next": NEXT | THAT_COMES,
        "same": words("ese, esa, aquel, aquella, el mismo, la misma, ese mismo, esa misma, dicho, dicha, del mismo", 0),
        "that_follows": words("siguiente, posterior", 1),
        "that_comes": NEXT | THAT_COMES,
        "running": RUNNING,
        "that_was": words("pasado, pasada", -1),
        "that_preceded": words("anterior, previo, previa", -1),
        "following": words("siguiente, posterior", 1),
        "preceding": words("anterior, previo, previa", -1),
        "ago": words("hace, hacía", -1),
        "behind": words("atrás", -1),
        "later": words("después, más tarde, luego", 1),
        "earlier": words("antes, atrás", -1),
        "recent": LAST,
        "coming": NEXT | words("siguientes", 1),
        "every": words("cada, todos los, todas las, por"),
        "relative_day": {"hoy": 0, "ayer": -1, "mañana": 1, "anteayer": -2, "antier": -2},
        "day_beyond": {"pasado mañana": 2, "antes de ayer": -2},
        "last_night": words("anoche", -1),
        "several": words(
            "varios, varias, algunos, algunas, unos pocos, unas pocas, pocos, pocas, muchos, muchas, unos cuantos, "
            "unas cuantas, unos, unas"
        ),
        "couple": words("un par de", 2),
        "article": words("un, una", 1),
        "the": {},
        "of": words("de, del"),
        "to": words("a, al, hasta"),
        "and": words("y, e, o, u"),
        "often": {
            **words("diariamente, a diario", "XXXX-XX-XX"),
            **words("semanalmente", "P1W"),
            **words("mensualmente", "XXXX-XX"),
            **words("trimestralmente", "XXXX-QX"),
            **words("semestralmente", "P6M"),
            **words("anualmente", "XXXX"),
        },
        "now": words(
            "ahora, actualmente, en la actualidad, hoy en día, en este momento, en estos momentos, por el momento, "
            "hoy por hoy",
            "PRESENT_REF",
        ),
        "once": words(
            "recientemente, hace poco, hace tiempo, en el pasado, antaño, últimamente, anteriormente", "PAST_REF"
        ),
        "soon": words("pronto, próximamente, en breve, en el futuro, en un futuro", "FUTURE_REF"),
        "era_before": words("a. c., a. c, a.c., a.c, antes de cristo, a. de c., a. de c", -1),
        "era_since": words("d. c., d. c, d.c., d.c, después de cristo, d. de c., d. de c", 1),
        "zone": words("utc, gmt", "Z") | words("cet, cest, hora local, hora peninsular"),
        "am": words("a.m., a.m, a. m., a. m, am, de la mañana, de la madrugada", 0),
        "pm": words("p.m., p.m, p. m., p. m, pm, de la tarde, de la noche", 12),
        "year_cue": words(
            "en, de, del, desde, hasta, para, a, y, e, entre, año, años, primavera, verano, otoño, invierno, hacia, "
            "antes, durante, por, tras, o, según"
        ),
        "month_like": {},
        "month_cue": {},
        "weekday_like": {},
        "weekday_name": {},
        "weekday_cue": words("el, este, del, al, los, pasado, próximo, último, hasta, desde, cada, y"),
        "morning_cue": words("la, una, esta, cada, media, toda, misma, aquella, esa, buena"),
        "season_like": {},
        "season_thing": words("árabe"),
        "street": words("calle, avenida, plaza, estadio, hospital, barrio"),
        "before": words("antes de, antes del, antes de la", -1),
        "after": words("después de, después del, después de la", 1),
        "week_unit": words("semana", "W") | words("fin de semana", "WE"),
        "within_word": words("en, dentro de"),
        "year_word": words("año"),
        "month_word": words("mes"),
        "weekend": words("fin de semana"),
        "half": words("semestre"),
        "decade_word": {"veinte": 20, **TENS},
        "number_noun": words(
            "artículo, art, párrafo, página, pág, vuelo, sala, línea, número, núm, n, nº, resolución, agenda, versión, "
            "windows, boeing, ruta, carretera, expediente, teléfono, tel, decreto, ley, km, capítulo"
        ),
        "counted": words(
            "personas, euros, dólares, pesos, soldados, metros, kilómetros, km, toneladas, habitantes, millones, "
            "mil, muertos, heridos, casos, empleos, años, días, horas, minutos, hectáreas, votos, escaños, "
            "viviendas, trabajadores, alumnos, estudiantes, agentes, policías, migrantes, refugiados, familias, "
            "empresas, hogares, vehículos, coches, unidades, millas, grados, litros, kilos, efectivos, militares, "
            "manifestantes, visitantes, espectadores, puntos, vecinos, víctimas, niños, mujeres, hombres, socios, "
            "plazas, páginas, ejemplares, bolívares, soles, reales, libras"
        ),
        "aged": words(
            "hombre, mujer, joven, niño, niña, menor, anciano, anciana, chico, chica, bebé, adolescente, señor, "
            "señora, estudiante, persona, varón, ciudadano, ciudadana, hijo, hija, hermano, hermana, vecino, "
            "vecina, detenido, detenida"
        ),
    },
    patterns={
        "month": r"(?:{:full_month}\b|{:short_month}\b\.?)",
        "weekday": r"(?:{:full_weekday}\b|{:short_weekday}\b\.?)",
        "day": r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])",
        "year": r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9])",
        "mm": r"(?:0?[1-9]|1[0-2])(?![0-9])",
        "number": r"(?:[0-9]{1,3}(?:\.[0-9]{3}){1,2}|[0-9]{1,4}(?:,[0-9]{1,2})?|{:number_word})",
        "ordinal": r"(?:[0-9]{1,2}(?:\.?[ºª°]|er)|{:ordinal_word})",
        "hour": r"(?:[01]?[0-9]|2[0-4])(?![0-9])",
        "minute": r"[0-5][0-9](?![0-9])",
    },
    future=re.compile(
        r"\b(?:(?!(?:ir|teher|cor|sult|alqu)án\b)\w{2,}r(?:á|án|emos)|va a|van a|iba a|iban a|prevé|prevén"
        r"|previst[oa]s?|programad[oa]s?|planea|planean|planeado|convocad[oa]s?|se espera|se esperan|espera que"
        r"|a partir de|tiene lugar|comienza|comienzan|empieza|empiezan|arranca|viaja|viajan|deberá|llega|llegan|debe"
        r"|deben|vence|(?:está|están|sigue|siguen)\b[^.,;]{0,40}\bhasta)\b|\bpara(?: el)? ?$"
    ),
    past=re.compile(
        r"\b(?:\w{2,}(?:ó|aron|ieron|eron)|fue|fueron|era|eran|estaba|estaban|había|habían|ha|han|hubo|hizo|tuvo|dio"
        r"|vio|puso|dijo|quiso|vino|trajo|pudo|supo|tenía|tenían|quería|querían|iniciad[oa]|celebrad[oa]|ocurrid[oa])\b"
        r"|, \w{3,}[ai]d[oa]s?\b"
    ),
    clause_end=clause_ends(
        '.;:!?"“”«»',
        "que, quien, quienes, pero, y, mientras, cuando, como, aunque, donde, cuyo, cuya, lo que",
    ),
    links=Links(
        range=re.compile(r" {0,2}(?:-|—|/) {0,2}| {1,2}(?:al|a|hasta)(?: el| la)? (?:día )?"),
        both=re.compile(r" y (?:el |la )?(?:día )?"),
        list=re.compile(r" ?(?:-|—|,|/|&) ?|,? (?:a|al|hasta|y|e|o|u|ni) (?:el |la |en )?(?:día )?"),
        opening=re.compile(r"\b(?:(?P<between>entre)|desde|del?) (?:el |la )?(?:día )?$"),
    ),
    rules=RULES,
    day_first=True,
    thousands=".",
    opening_words=4,
)
"""Spanish as news is written in it, in Spain and in America."""
