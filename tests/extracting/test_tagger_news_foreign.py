"""German and Spanish news: what a reader would say that each expression means.

In each sentence the expressions stand in brackets, with the value that TIMEX3 gives them; what has none is no time. The
sentences are invented, in the manner of the kind of news that their table is named for.
"""

from __future__ import annotations

import pytest

GERMAN = (
    "Die Regierung beriet am [Montag|2023-10-16] über den Haushalt.",
    "Am [Freitag|2023-10-20] will der Bundestag abstimmen.",
    "Die Messe wird am [3. November|2023-11-03] eröffnet.",
    "Der Streik begann [vergangene Woche|2023-W41] und dauert [drei Tage|P3D].",
    "[Gestern|2023-10-17] einigten sich beide Seiten, [heute|2023-10-18] wird unterschrieben.",
    "Im [dritten Quartal|2023-Q3] sank der Umsatz um 4 Prozent.",
    "Im [vergangenen Jahr|2022] kamen 2000 Besucher.",
    "Bei dem Unglück starben 12 Menschen, 2000 wurden verletzt.",
    "[2000|2000] wurden drei Brücken gebaut.",
    "Im [Sommer 2015|2015-SU] kamen Tausende.",
    "Die Firma wurde [1923|1923] gegründet.",
    "[Vor zwei Wochen|2023-10-04] war davon keine Rede.",
    "[In zwei Wochen|2023-11-01] wird gewählt.",
    "Der 45-jährige Mann wurde am [Dienstagabend|2023-10-17TEV] gefasst.",
    "Die Sitzung beginnt um [14.30 Uhr|2023-10-18T14:30].",
    "[Anfang März|2023-03] trat er zurück.",
    "[Ende nächsten Jahres|2024] läuft der Vertrag aus.",
    "[Mitte der 1990er Jahre|199] lebte sie in Kiel.",
    "Seit [1990|1990] ist das Land geeint.",
    "Im [19. Jahrhundert|18] stand hier eine Mühle.",
    "Vom [3.|2023-05-03] bis [5. Mai|2023-05-05] ruhte der Verkehr.",
    "[Nächsten Mittwoch|2023-10-25] fällt das Urteil.",
    "Das Tor fiel in der 45. Minute, Endstand 3:1.",
    "Die Aktie kostet 19,90 Euro.",
    "[Ostern|2023-04-09] schneite es.",
    "An [Heiligabend|2023-12-24] bleiben die Läden zu.",
    "Die Sitzung findet [alle zwei Wochen|P2W] statt.",
    "[Jeden Montag|XXXX-WXX-1] wird demonstriert.",
    "Im [Frühjahr|2024-SP] soll gebaut werden.",
    "[Übermorgen|2023-10-20] reist sie ab.",
    "Am [Wochenende|2023-W41-WE] regnete es.",
    "Im [kommenden Jahr|2024] wird es teurer.",
    "Im [April 2021|2021-04] waren es 200, [ein Jahr zuvor|2020] nur 100.",
    "Paragraf 2020 und Artikel 1998 gelten.",
    "Die Straße des 17. Juni war gesperrt.",
    "[Derzeit|PRESENT_REF] läuft die Suche.",
    "[Kürzlich|PAST_REF] trafen sie sich.",
    "In der [Nacht zum Sonntag|2023-10-15TNI] brannte es.",
    "[Vor 30 Jahren|1993] fiel die Mauer.",
    "Er ist [1980|1980] in Bonn geboren.",
    "Am [18.10.2023|2023-10-18] war Sitzung.",
    "Das Gesetz gilt bis [31. Dezember 2025|2025-12-31].",
    "Am [3. Mai 2022|2022-05-03] wurde er gefasst, [zwei Tage später|2022-05-05] kam er frei.",
)
"""Of Wednesday, 18 October 2023."""

SPANISH = (
    "El Gobierno se reunió el [lunes|2023-10-16] con los sindicatos.",
    "El [viernes|2023-10-20] votará el Congreso.",
    "La feria abrirá el [3 de noviembre|2023-11-03].",
    "La huelga empezó la [semana pasada|2023-W41] y dura [tres días|P3D].",
    "[Ayer|2023-10-17] hubo acuerdo y [hoy|2023-10-18] se firma.",
    "En el [tercer trimestre|2023-Q3] cayeron las ventas un 4 por ciento.",
    "El [año pasado|2022] llegaron 2000 visitantes.",
    "Murieron 12 personas y 2000 resultaron heridas.",
    "En [2000|2000] se construyeron tres puentes.",
    "En el [verano de 2015|2015-SU] llegaron miles.",
    "La empresa fue fundada en [1923|1923].",
    "[Hace dos semanas|2023-10-04] nadie hablaba de ello.",
    "[Dentro de dos semanas|2023-11-01] se vota.",
    "El hombre, de 45 años, fue detenido el [martes por la noche|2023-10-17TNI].",
    "La sesión comienza a las [14.30 horas|2023-10-18T14:30].",
    "Dimitió a [principios de marzo|2023-03].",
    "El contrato vence a [finales del próximo año|2024].",
    "A [mediados de los años noventa|199] vivía en Lima.",
    "Desde [1990|1990] hay paz.",
    "En el [siglo XIX|18] había un molino.",
    "Del [3|2023-05-03] al [5 de mayo|2023-05-05] no hubo trenes.",
    "El [próximo miércoles|2023-10-25] habrá fallo.",
    "El gol llegó en el minuto 45; ganaron 3-1.",
    "La acción cuesta 19,90 euros.",
    "En [Semana Santa|2023-04-02] nevó.",
    "En [Nochebuena|2023-12-24] cierran las tiendas.",
    "Se reúnen [cada dos semanas|P2W].",
    "[Cada lunes|XXXX-WXX-1] protestan.",
    "En [primavera|2024-SP] se construirá.",
    "[Pasado mañana|2023-10-20] se marcha.",
    "El [fin de semana|2023-W41-WE] llovió.",
    "El [próximo año|2024] será más caro.",
    "En [abril de 2021|2021-04] eran 200, [un año antes|2020] solo 100.",
    "El artículo 2020 y la ley 1998 rigen.",
    "La avenida 9 de Julio estaba cortada.",
    "[Actualmente|PRESENT_REF] sigue la búsqueda.",
    "[Recientemente|PAST_REF] se vieron.",
    "En la [madrugada del domingo|2023-10-15TMO] ardió.",
    "[Hace 30 años|1993] cayó el muro.",
    "Nació en [1980|1980] en Bilbao.",
    "El [18/10/2023|2023-10-18] hubo sesión.",
    "La ley rige hasta el [31 de diciembre de 2025|2025-12-31].",
)
"""Of the same day."""


@pytest.mark.parametrize("sentence", GERMAN)
def test_german_news_is_read_as_its_readers_do(read, sentence):
    expected, found = read(sentence, "2023-10-18", "de")
    assert found == expected


@pytest.mark.parametrize("sentence", SPANISH)
def test_spanish_news_is_read_as_its_readers_do(read, sentence):
    expected, found = read(sentence, "2023-10-18", "es")
    assert found == expected
