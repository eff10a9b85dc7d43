"""Spanish: what expressions of time mean, a table a family of phrases, each sentence made up."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.extracting.tagger import find_timexes

WEDNESDAY = "2023-10-18"
FRIDAY = "2022-12-30"
APRIL = "2024-04-10"


def tag(text, dct=WEDNESDAY):
    return find_timexes(text, dt.date.fromisoformat(dct) if dct else None, language="es")


def only(text, dct=WEDNESDAY):
    timexes = tag(text, dct)
    assert len(timexes) == 1, [(timex.text, timex.value) for timex in timexes]
    return timexes[0]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Se reunieron el 3 de mayo de 2022 en Cádiz.", "3 de mayo de 2022", "2022-05-03"),
        ("Se reunieron el 3 de mayo del 2022 en Cádiz.", "3 de mayo del 2022", "2022-05-03"),
        ("Se reunieron el martes 3 de mayo de 2022.", "martes 3 de mayo de 2022", "2022-05-03"),
        ("Publicado: Martes, 3 de mayo de 2022", "Martes, 3 de mayo de 2022", "2022-05-03"),
        ("El pasado 24 de febrero de 2022 llegaron.", "24 de febrero de 2022", "2022-02-24"),
        ("Publicado: 3 mayo 2022", "3 mayo 2022", "2022-05-03"),
        ("Publicado: 18-oct-2023", "18-oct-2023", "2023-10-18"),
        ("Publicado: 18 oct. 2023", "18 oct. 2023", "2023-10-18"),
        ("El 1º de mayo de 2022 marcharon.", "1º de mayo de 2022", "2022-05-01"),
        ("El 1.º de mayo de 2022 marcharon.", "1.º de mayo de 2022", "2022-05-01"),
        ("El primero de mayo de 2022 marcharon.", "primero de mayo de 2022", "2022-05-01"),
        ("El 11 de setiembre de 2001 cayeron.", "11 de setiembre de 2001", "2001-09-11"),
        ("El 30/12/2022 hablaron.", "30/12/2022", "2022-12-30"),
        ("El 30.12.2022 hablaron.", "30.12.2022", "2022-12-30"),
        ("El 30-12-22 hablaron.", "30-12-22", "2022-12-30"),
        ("El 2022-12-30 hablaron.", "2022-12-30", "2022-12-30"),
        ("FIRMADO EL 3 DE MAYO DE 2022", "3 DE MAYO DE 2022", "2022-05-03"),
        ("El 3\N{NO-BREAK SPACE}de\N{NO-BREAK SPACE}mayo de\n2022 llovió.", None, "2022-05-03"),
        ("En mayo de 2022 llovió.", "mayo de 2022", "2022-05"),
        ("En mayo del año 2022 llovió.", "mayo del año 2022", "2022-05"),
        ("Julio 2022 fue seco.", "Julio 2022", "2022-07"),
        ("Se fundó en 2019.", "2019", "2019"),
        ("En el año 1492 zarpó.", "1492", "1492"),
        ("Desde 1989 es así.", "1989", "1989"),
        ("La década de 1990 fue tranquila.", "década de 1990", "199X"),
        ("Los años 1920 fueron alegres.", "años 1920", "192X"),
        ("El siglo XIX fue otro.", "siglo XIX", "18XX"),
        ("El siglo XXI es otro.", "siglo XXI", "20XX"),
        ("En el tercer trimestre de 2022 creció.", "tercer trimestre de 2022", "2022-35"),
        ("En el T3 2022 creció.", "T3 2022", "2022-35"),
        ("En el primer semestre de 2022 creció.", "primer semestre de 2022", "2022-40"),
        ("La primavera de 2023 fue seca.", "primavera de 2023", "2023-21"),
        ("El invierno de 2021 fue suave.", "invierno de 2021", "2021-24"),
        ("Cartago cayó en el 146 a. C. tras un asedio.", "146 a. C.", "-0145"),
        ("La Semana Santa de 2022 fue seca.", "Semana Santa de 2022", "2022-04-10/2022-04-16"),
        ("Versión 2022-12 del acta.", "2022-12", "2022-12"),
        ("El registro 20221230 cerró.", "20221230", "2022-12-30"),
        ("En el curso 2019/20 suspendió.", "2019/20", "2019/2020"),
    ],
)
@pytest.mark.parametrize("dct", [WEDNESDAY, None])
def test_an_explicit_spanish_date_is_read_with_and_without_a_dct(text, words, edtf, dct):
    timex = only(text, dct)
    assert timex.edtf == edtf
    assert timex.anchor == ""
    assert words is None or timex.text == words


@pytest.mark.parametrize(
    ("text", "dct", "value", "edtf"),
    [
        ("Dijo el viernes que llovía.", FRIDAY, "2022-12-30", "2022-12-30"),
        ("Se reunieron el martes en Cádiz.", APRIL, "2024-04-09", "2024-04-09"),
        ("Se reunirán el martes en Cádiz.", APRIL, "2024-04-16", "2024-04-16"),
        ("Van a reunirse el martes en Cádiz.", APRIL, "2024-04-16", "2024-04-16"),
        ("La cita está prevista para el martes.", APRIL, "2024-04-16", "2024-04-16"),
        ("El lunes el tribunal decidirá.", APRIL, "2024-04-15", "2024-04-15"),
        ("Dijo el lunes que se irá.", APRIL, "2024-04-08", "2024-04-08"),
        ("El lunes el tribunal decidió.", APRIL, "2024-04-08", "2024-04-08"),
        ("El presidente de Irán habló el lunes.", APRIL, "2024-04-08", "2024-04-08"),
        ("Este lunes el tribunal decidió.", APRIL, "2024-04-08", "2024-04-08"),
        ("Este viernes el tribunal decidirá.", APRIL, "2024-04-12", "2024-04-12"),
        ("El sábado llovió.", WEDNESDAY, "2023-10-14", "2023-10-14"),
        ("Hablaron el viernes pasado.", WEDNESDAY, "2023-10-13", "2023-10-13"),
        ("Hablaron el pasado viernes.", WEDNESDAY, "2023-10-13", "2023-10-13"),
        ("Hablaron el último viernes.", WEDNESDAY, "2023-10-13", "2023-10-13"),
        ("Hablan el próximo lunes.", WEDNESDAY, "2023-10-23", "2023-10-23"),
        ("Hablan el lunes próximo.", WEDNESDAY, "2023-10-23", "2023-10-23"),
        ("Hablan el lunes que viene.", WEDNESDAY, "2023-10-23", "2023-10-23"),
        ("Hablaron el martes de la semana pasada.", WEDNESDAY, "2023-10-10", "2023-10-10"),
        ("Hablan el viernes de la próxima semana.", WEDNESDAY, "2023-10-27", "2023-10-27"),
        ("Hoy llueve.", WEDNESDAY, "2023-10-18", "2023-10-18"),
        ("Hoy miércoles llueve.", WEDNESDAY, "2023-10-18", "2023-10-18"),
        ("Ayer llovió.", WEDNESDAY, "2023-10-17", "2023-10-17"),
        ("Anteayer llovió.", WEDNESDAY, "2023-10-16", "2023-10-16"),
        ("Antes de ayer llovió.", WEDNESDAY, "2023-10-16", "2023-10-16"),
        ("Mañana lloverá.", WEDNESDAY, "2023-10-19", "2023-10-19"),
        ("Lloverá pasado mañana.", WEDNESDAY, "2023-10-20", "2023-10-20"),
        ("La semana pasada llovió.", WEDNESDAY, "2023-W41", "2023-10-09/2023-10-15"),
        ("La pasada semana llovió.", WEDNESDAY, "2023-W41", "2023-10-09/2023-10-15"),
        ("La próxima semana lloverá.", WEDNESDAY, "2023-W43", "2023-10-23/2023-10-29"),
        ("La semana que viene lloverá.", WEDNESDAY, "2023-W43", "2023-10-23/2023-10-29"),
        ("Esta semana llueve.", WEDNESDAY, "2023-W42", "2023-10-16/2023-10-22"),
        ("El fin de semana llovió.", WEDNESDAY, "2023-W41-WE", "2023-10-14/2023-10-15"),
        ("El pasado fin de semana llovió.", WEDNESDAY, "2023-W41-WE", "2023-10-14/2023-10-15"),
        ("El fin de semana pasado llovió.", WEDNESDAY, "2023-W41-WE", "2023-10-14/2023-10-15"),
        ("El próximo fin de semana lloverá.", WEDNESDAY, "2023-W42-WE", "2023-10-21/2023-10-22"),
        ("El fin de semana que viene lloverá.", WEDNESDAY, "2023-W42-WE", "2023-10-21/2023-10-22"),
        ("El 25 de este mes lloverá.", WEDNESDAY, "2023-10-25", "2023-10-25"),
        ("Ha convocado una marcha para el lunes.", WEDNESDAY, "2023-10-23", "2023-10-23"),
        ("El mes pasado llovió.", WEDNESDAY, "2023-09", "2023-09"),
        ("El mes que viene lloverá.", FRIDAY, "2023-01", "2023-01"),
        ("El mes en curso es seco.", WEDNESDAY, "2023-10", "2023-10"),
        ("El año pasado creció.", WEDNESDAY, "2022", "2022"),
        ("El pasado año creció.", WEDNESDAY, "2022", "2022"),
        ("Este año crece.", WEDNESDAY, "2023", "2023"),
        ("El próximo año crecerá.", WEDNESDAY, "2024", "2024"),
        ("El año que viene crecerá.", WEDNESDAY, "2024", "2024"),
        ("El año entrante crecerá.", WEDNESDAY, "2024", "2024"),
        ("El trimestre pasado creció.", WEDNESDAY, "2023-Q3", "2023-35"),
        ("En el cuarto trimestre creció.", APRIL, "2023-Q4", "2023-36"),
        ("En el tercer trimestre del año pasado creció.", WEDNESDAY, "2022-Q3", "2022-35"),
        ("Vendrá la próxima primavera.", FRIDAY, "2023-SP", "2023-21"),
        ("El invierno pasado nevó.", WEDNESDAY, "2022-WI", "2022-24"),
        ("En verano hizo calor.", WEDNESDAY, "2023-SU", "2023-22"),
        ("En junio del año pasado llovió.", WEDNESDAY, "2022-06", "2022-06"),
        ("En junio de este año llovió.", WEDNESDAY, "2023-06", "2023-06"),
        ("El 3 de mayo de este año llovió.", WEDNESDAY, "2023-05-03", "2023-05-03"),
        ("El 3 de mayo del año pasado llovió.", WEDNESDAY, "2022-05-03", "2022-05-03"),
        ("En septiembre llovió.", WEDNESDAY, "2023-09", "2023-09"),
        ("En mayo llovió.", WEDNESDAY, "2023-05", "2023-05"),
        ("En diciembre llovió.", WEDNESDAY, "2022-12", "2022-12"),
        ("En diciembre lloverá.", WEDNESDAY, "2023-12", "2023-12"),
        ("El próximo junio lloverá.", WEDNESDAY, "2024-06", "2024-06"),
        ("El 5 de enero llueve.", FRIDAY, "2023-01-05", "2023-01-05"),
        ("El 5 de enero llovió.", WEDNESDAY, "2023-01-05", "2023-01-05"),
        ("El pasado 24 de febrero envió tropas.", FRIDAY, "2022-02-24", "2022-02-24"),
        ("El 24 de febrero envió tropas.", FRIDAY, "2022-02-24", "2022-02-24"),
        ("El próximo 15 de enero votarán.", WEDNESDAY, "2024-01-15", "2024-01-15"),
        ("El pasado día 12 llovió.", WEDNESDAY, "2023-10-12", "2023-10-12"),
        ("El 3 de sept. llovió.", WEDNESDAY, "2023-09-03", "2023-09-03"),
        ("Llovió el pasado 12, y mucho.", WEDNESDAY, "2023-10-12", "2023-10-12"),
        ("En septiembre pasado llovió.", WEDNESDAY, "2023-09", "2023-09"),
        ("En el verano de este año llovió.", WEDNESDAY, "2023-SU", "2023-22"),
        ("El próximo día 3 lloverá.", WEDNESDAY, "2023-11-03", "2023-11-03"),
        ("El primero de mayo marcharon.", WEDNESDAY, "2023-05-01", "2023-05-01"),
        ("En Nochebuena está cerrado.", WEDNESDAY, "2023-12-24", "2023-12-24"),
        ("El Viernes Santo del año pasado llovió.", WEDNESDAY, "2022-04-15", "2022-04-15"),
        ("La pasada Navidad nevó.", WEDNESDAY, "2022-12-25", "2022-12-25"),
        ("La Navidad pasada nevó.", WEDNESDAY, "2022-12-25", "2022-12-25"),
        ("Hace dos días llovió.", WEDNESDAY, "2023-10-16", "2023-10-16"),
        ("Hace tres semanas llovió.", WEDNESDAY, "2023-09-27", "2023-09-27"),
        ("Hace un mes llovió.", WEDNESDAY, "2023-09", "2023-09"),
        ("Hace doce años llovió.", WEDNESDAY, "2011", "2011"),
        ("Hace unos 30 años llovió.", WEDNESDAY, "1993", "1993"),
        ("Hace treinta y un años llovió.", WEDNESDAY, "1992", "1992"),
        ("Hace dos décadas llovió.", WEDNESDAY, "2003", "2003"),
        ("Hace un año y medio llovió.", WEDNESDAY, "2022-04", "2022-04"),
        ("Dentro de tres semanas empieza.", WEDNESDAY, "2023-11-08", "2023-11-08"),
        ("Abrirá en dos años.", WEDNESDAY, "2025", "2025"),
        ("En la última semana de marzo llovió.", "2009-04-01", "2009-W13", "2009-03-23/2009-03-29"),
        ("En la primera semana de marzo llovió.", "2023-03-20", "2023-W09", "2023-02-27/2023-03-05"),
        ("En los años ochenta llovió.", WEDNESDAY, "198", "198X"),
        ("En la década de los noventa llovió.", WEDNESDAY, "199", "199X"),
        ("Llovió en los noventa.", WEDNESDAY, "199", "199X"),
        ("En los 90, llovió.", WEDNESDAY, "199", "199X"),
        ("Viajará el miércoles 25 a París.", WEDNESDAY, "2023-10-25", "2023-10-25"),
        ("Desde aquí se ve que el plazo acaba el 31 de diciembre.", WEDNESDAY, "2023-12-31", "2023-12-31"),
        ("En los años 80 llovió.", WEDNESDAY, "198", "198X"),
        ("Antes de fin de año lloverá.", WEDNESDAY, "2023", "2023"),
        ("A finales de mes lloverá.", WEDNESDAY, "2023-10", "2023-10"),
        ("A principios de semana llovió.", WEDNESDAY, "2023-W42", "2023-10-16/2023-10-22"),
        ("A finales de la próxima semana lloverá.", WEDNESDAY, "2023-W43", "2023-10-23/2023-10-29"),
        ("A comienzos del próximo año lloverá.", WEDNESDAY, "2024", "2024"),
    ],
)
def test_a_relative_spanish_date_is_counted_from_the_dct(text, dct, value, edtf):
    timex = only(text, dct)
    assert (timex.value, timex.edtf, timex.anchor) == (value, edtf, dct)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Se reunieron el martes.", "XXXX-WXX-2"),
        ("Se reunieron en junio.", "XXXX-06"),
        ("Se reunieron el 3 de junio.", "XXXX-06-03"),
        ("Se reunieron el pasado 3 de junio.", "XXXX-06-03"),
        ("Se reunieron el pasado día 3.", "XXXX-XX-03"),
        ("Se reunieron ayer.", "XXXX-XX-XX"),
        ("Se reunieron anoche.", "XXXX-XX-XXTNI"),
        ("Se reunieron la semana pasada.", "XXXX-WXX"),
        ("Se reunieron el año pasado.", "XXXX"),
        ("Se reunieron hace dos días.", "XXXX-XX-XX"),
        ("Se reúnen a fin de año.", "XXXX"),
    ],
)
def test_without_a_dct_a_relative_spanish_date_is_not_guessed(text, value):
    timex = only(text, None)
    assert (timex.value, timex.edtf, timex.confidence) == (value, None, "low")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("En 2019 cayó. El año anterior subió.", ["2019", "2018"]),
        ("En 2019 cayó. Un año antes subió.", ["2019", "2018"]),
        ("En 2019 cayó. El año siguiente subió.", ["2019", "2020"]),
        ("El 3 de mayo de 2022 llegaron; dos días después se fueron.", ["2022-05-03", "2022-05-05"]),
        ("El 3 de mayo de 2022 llegaron; dos días más tarde se fueron.", ["2022-05-03", "2022-05-05"]),
        ("El 3 de mayo de 2022 llegaron. Al día siguiente se fueron.", ["2022-05-03", "2022-05-04"]),
        ("El 3 de mayo de 2022 llegaron. El siguiente día se fueron.", ["2022-05-03", "2022-05-04"]),
        ("El 3 de mayo de 2022 llegaron. El mismo día llovió.", ["2022-05-03", "2022-05-03"]),
        ("En mayo de 2022 llovió, en octubre de ese año nevó.", ["2022-05", "2022-10"]),
        ("En mayo de 2022 llegó, el 12 de ese mes se fue.", ["2022-05", "2022-05-12"]),
        ("Se fue dos días antes del 5 de mayo de 2022.", ["2022-05-03"]),
        ("Llegaron el 3 y 4 de mayo de 2022.", ["2022-05-03", "2022-05-04"]),
        ("Llegaron los días 3, 4 y 6 de mayo de 2022.", ["2022-05-03", "2022-05-04", "2022-05-06"]),
        ("Llovió en agosto y septiembre de 1914.", ["1914-08", "1914-09"]),
    ],
)
@pytest.mark.parametrize("dct", [WEDNESDAY, None])
def test_a_spanish_date_can_be_counted_from_another_expression(text, values, dct):
    assert [timex.value for timex in tag(text, dct)] == values


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Del 3 al 5 de mayo de 2022 hablaron.", "3 al 5 de mayo de 2022", "2022-05-03/2022-05-05"),
        ("Desde el 3 hasta el 5 de mayo de 2022 hablaron.", "3 hasta el 5 de mayo de 2022", "2022-05-03/2022-05-05"),
        ("Del 30 de abril al 2 de mayo de 2022 hablaron.", "30 de abril al 2 de mayo de 2022", "2022-04-30/2022-05-02"),
        ("Entre el 3 y el 5 de mayo de 2022 llovió.", "3 y el 5 de mayo de 2022", "2022-05-03/2022-05-05"),
        ("Entre marzo y junio de 2022 llovió.", "marzo y junio de 2022", "2022-03/2022-06"),
        ("De marzo a junio de 2022 llovió.", "marzo a junio de 2022", "2022-03/2022-06"),
        ("De 2014 a 2016 llovió.", "2014 a 2016", "2014/2016"),
        ("En 2019–21 llovió.", "2019–21", "2019/2021"),
        ("Del lunes al martes llovió.", "lunes al martes", "2023-10-16/2023-10-17"),
    ],
)
def test_a_spanish_range_is_one_expression_with_an_interval(text, words, edtf):
    timex = only(text)
    assert (timex.text, timex.edtf) == (words, edtf)


@pytest.mark.parametrize(
    ("text", "edtf", "mod"),
    [
        ("A principios de marzo de 2022 llovió.", "2022-03", "START"),
        ("A mediados de 2011 llovió.", "2011", "MID"),
        ("A finales de 1999 llovió.", "1999", "END"),
        ("A fines de mayo llovió.", "2023-05", "END"),
        ("A finales de los años ochenta llovió.", "198X", "END"),
        ("A principios del siglo XIX llovió.", "18XX", "START"),
        ("Empezó alrededor de 1850 en Cádiz.", "1850~", "APPROX"),
        ("Empezó hacia 1850 en Cádiz.", "1850~", "APPROX"),
    ],
)
def test_a_spanish_modifier_is_kept(text, edtf, mod):
    timex = only(text)
    assert (timex.edtf, timex.mod) == (edtf, mod)


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("Duró dos días.", "DURATION", "P2D"),
        ("Duró una semana.", "DURATION", "P1W"),
        ("Se construyó en dos días.", "DURATION", "P2D"),
        ("Duró veinticinco años.", "DURATION", "P25Y"),
        ("Duró cuarenta y dos años.", "DURATION", "P42Y"),
        ("Duró 1.460 años.", "DURATION", "P1460Y"),
        ("Duró 2,5 años.", "DURATION", "P2.5Y"),
        ("Duró dos años y medio.", "DURATION", "P2.5Y"),
        ("Duró media hora.", "DURATION", "PT0.5H"),
        ("Duró varias semanas.", "DURATION", "PXW"),
        ("Duró un par de meses.", "DURATION", "P2M"),
        ("Duró 90 minutos.", "DURATION", "PT90M"),
        ("Duró más de dos años.", "DURATION", "P2Y"),
        ("Desde hace tres años crece.", "DURATION", "P3Y"),
        ("En los últimos tres años creció.", "DURATION", "P3Y"),
        ("En las próximas dos semanas crecerá.", "DURATION", "P2W"),
        ("En los últimos días creció.", "DURATION", "PXD"),
        ("Un acuerdo de cinco años.", "DURATION", "P5Y"),
        ("Se reúnen cada viernes.", "SET", "XXXX-WXX-5"),
        ("Se reúnen todos los viernes.", "SET", "XXXX-WXX-5"),
        ("Se reúnen los viernes.", "SET", "XXXX-WXX-5"),
        ("Se reúnen los domingos.", "SET", "XXXX-WXX-7"),
        ("Se reúnen cada dos semanas.", "SET", "P2W"),
        ("Se reúnen diariamente.", "SET", "XXXX-XX-XX"),
        ("Se reúnen ahora.", "DATE", "PRESENT_REF"),
        ("Actualmente están fuera.", "DATE", "PRESENT_REF"),
        ("Se reunieron recientemente.", "DATE", "PAST_REF"),
        ("Se reunieron hace poco.", "DATE", "PAST_REF"),
        ("Se reunirán próximamente.", "DATE", "FUTURE_REF"),
        ("Hace varios años llovió.", "DATE", "PAST_REF"),
        ("Horas después llovió.", "DATE", "FUTURE_REF"),
    ],
)
def test_a_spanish_duration_set_or_reference_has_no_date(text, type_, value):
    timex = only(text)
    assert (timex.type, timex.value, timex.edtf) == (type_, value, None)


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("El viernes por la noche llovió.", "2023-10-13TNI", "2023-10-13"),
        ("En la noche del viernes llovió.", "2023-10-13TNI", "2023-10-13"),
        ("En la tarde de este lunes llovió.", "2023-10-16TAF", "2023-10-16"),
        ("Esta mañana llovió.", "2023-10-18TMO", "2023-10-18"),
        ("Ayer por la tarde llovió.", "2023-10-17TAF", "2023-10-17"),
        ("Anoche llovió.", "2023-10-17TNI", "2023-10-17"),
        ("Mañana por la mañana lloverá.", "2023-10-19TMO", "2023-10-19"),
        ("En la mañana del 3 de mayo de 2022 llovió.", "2022-05-03TMO", "2022-05-03"),
        ("A fecha de 2022-12-30T13:00 era así.", "2022-12-30T13:00", "2022-12-30"),
        ("A las 15:30 llovió.", "2023-10-18T15:30", "2023-10-18"),
        ("A las 15.30 horas llovió.", "2023-10-18T15:30", "2023-10-18"),
        ("Llovió a las 9 horas.", "2023-10-18T09:00", "2023-10-18"),
        ("Llovió a las 8.", "2023-10-18T08:00", "2023-10-18"),
        ("A las 8 de la tarde llovió.", "2023-10-18T20:00", "2023-10-18"),
        ("A las 8 p. m. llovió.", "2023-10-18T20:00", "2023-10-18"),
        ("A las 14:58 UTC llovió.", "2023-10-18T14:58Z", "2023-10-18"),
    ],
)
def test_a_spanish_time_of_day_has_its_day_as_its_date(text, value, edtf):
    timex = only(text)
    assert (timex.type, timex.value, timex.edtf) == ("TIME", value, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "Por la mañana llueve en el mar.",
        "Los noventa vecinos y los 90 coches.",
        "Un hombre de 39 años y una niña de dos años.",
        "Juan, de 39 años, y Ana, que tiene 40 años.",
        "Murió a los 84 años de edad.",
        "Ganaron 3-2 y perdieron 10-12.",
        "Cuesta 2,50 euros y 1999 euros en las 12 provincias.",
        "Llegaron 2000 personas y 15.000 espectadores.",
        "La Agenda 2030 y el artículo 1914 rigen.",
        "La Plaza de Mayo y Julio Iglesias en Santo Domingo.",
        "Julio Iglesias cantó.",
        "Un segundo mandato, el segundo.",
        "El mar Negro y el mar de fondo.",
        "Teléfono 555-123-4567.",
        "Versión 10.4.11.2 del programa.",
    ],
)
def test_what_only_looks_like_a_spanish_date_is_left_alone(text):
    assert [(timex.text, timex.value) for timex in tag(text)] == []


def test_a_spanish_paragraph_is_read_from_left_to_right():
    text = (
        "MADRID.– El Gobierno aprobó este martes un plan que entrará en vigor a principios de 2024. "
        "El Congreso lo debatirá el próximo 10 de noviembre. El año anterior había fracasado un plan parecido; "
        "entonces, en marzo de 2022, faltaron dos votos. «La semana que viene estará todo listo», dijo el ministro "
        "esta mañana. Desde hace tres años se discute."
    )
    assert [timex.value for timex in tag(text)] == [
        "2023-10-17",
        "2024",
        "2023-11-10",
        "2022",
        "2022-03",
        "2023-W43",
        "2023-10-18TMO",
        "P3Y",
    ]


@pytest.mark.parametrize(
    "text", ["Marcó al inicio del minuto 30.", "La Primavera Árabe fracasó.", "Vive en la avenida 9 de Julio."]
)
def test_names_of_streets_and_of_history_and_minutes_of_a_match_are_no_dates(text):
    assert tag(text) == []


def test_every_spanish_rule_is_shown_by_a_sentence(unshown_rules):
    assert unshown_rules("es") == []
