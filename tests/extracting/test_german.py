"""German: what expressions of time mean, a table a family of phrases, each sentence made up."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.extracting.tagger import find_timexes

WEDNESDAY = "2023-10-18"
FRIDAY = "2022-12-30"
APRIL = "2024-04-10"


def tag(text, dct=WEDNESDAY):
    return find_timexes(text, dt.date.fromisoformat(dct) if dct else None, language="de")


def only(text, dct=WEDNESDAY):
    timexes = tag(text, dct)
    assert len(timexes) == 1, [(timex.text, timex.value) for timex in timexes]
    return timexes[0]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Sie trafen sich am 3. Mai 2022 in Kiel.", "3. Mai 2022", "2022-05-03"),
        ("Sie trafen sich am Dienstag, dem 3. Mai 2022.", "Dienstag, dem 3. Mai 2022", "2022-05-03"),
        ("Sie trafen sich am Dienstag, den 3. Mai 2022.", "Dienstag, den 3. Mai 2022", "2022-05-03"),
        ("Stand: Mi., 18. Oktober 2023", "Mi., 18. Oktober 2023", "2023-10-18"),
        ("Am 5. Jänner 2023 schneite es.", "5. Jänner 2023", "2023-01-05"),
        ("Am 12. Feber 1934 fielen Schüsse.", "12. Feber 1934", "1934-02-12"),
        ("Am 3. Okt. 1990 war es so weit.", "3. Okt. 1990", "1990-10-03"),
        ("Am 3.Mai 2022 regnete es.", "3.Mai 2022", "2022-05-03"),
        ("Das Gesetz vom 1. März des Jahres 2021 gilt.", "1. März des Jahres 2021", "2021-03-01"),
        ("Am 30.12.2022 sprachen sie.", "30.12.2022", "2022-12-30"),
        ("Am 3. 5. 2022 sprachen sie.", "3. 5. 2022", "2022-05-03"),
        ("Am 03.05.22 sprachen sie.", "03.05.22", "2022-05-03"),
        ("Am Freitag, 30.12.2022, sprachen sie.", "Freitag, 30.12.2022", "2022-12-30"),
        ("Am 2022-12-30 sprachen sie.", "2022-12-30", "2022-12-30"),
        ("BESCHLOSSEN AM 3. MAI 2022", "3. MAI 2022", "2022-05-03"),
        ("Am 3.\N{NO-BREAK SPACE}Mai\N{NO-BREAK SPACE}2022 regnete es.", None, "2022-05-03"),
        ("Im Mai 2022 regnete es.", "Mai 2022", "2022-05"),
        ("Im August des Jahres 1914 begann es.", "August des Jahres 1914", "1914-08"),
        ("Im Dez. 2021 endete es.", "Dez. 2021", "2021-12"),
        ("Sie wurde 2019 gegründet.", "2019", "2019"),
        ("Im Jahr 1648 wurde Frieden.", "1648", "1648"),
        ("Seit 1989 ist es so.", "1989", "1989"),
        ("Die 1990er Jahre waren ruhig.", "1990er Jahre", "199X"),
        ("Die 1990er-Jahre waren ruhig.", "1990er-Jahre", "199X"),
        ("In den 2000ern war es anders.", "2000ern", "200X"),
        ("Das 19. Jahrhundert war anders.", "19. Jahrhundert", "18XX"),
        ("Im neunzehnten Jahrhundert war es anders.", "neunzehnten Jahrhundert", "18XX"),
        ("Im dritten Quartal 2022 wuchs es.", "dritten Quartal 2022", "2022-35"),
        ("Im 3. Quartal 2022 wuchs es.", "3. Quartal 2022", "2022-35"),
        ("In Q3 2022 wuchs es.", "Q3 2022", "2022-35"),
        ("Im ersten Halbjahr 2022 wuchs es.", "ersten Halbjahr 2022", "2022-40"),
        ("Ein Besuch im Frühjahr 2023 ist geplant.", "Frühjahr 2023", "2023-21"),
        ("Der Winter 2021/22 war mild.", "Winter 2021/22", "2021-24"),
        ("Karthago fiel 146 v. Chr. nach langer Belagerung.", "146 v. Chr.", "-0145"),
        ("In der Saison 2019/20 stieg er ab.", "2019/20", "2019/2020"),
        ("Ostern 2022 war früh.", "Ostern 2022", "2022-04-17"),
        ("Stand 2022-12 der Akte.", "2022-12", "2022-12"),
        ("Log 20221230 schloss.", "20221230", "2022-12-30"),
        ("KW 12/2022 brachte Regen.", "KW 12/2022", "2022-03-21/2022-03-27"),
    ],
)
@pytest.mark.parametrize("dct", [WEDNESDAY, None])
def test_an_explicit_german_date_is_read_with_and_without_a_dct(text, words, edtf, dct):
    timex = only(text, dct)
    assert timex.edtf == edtf
    assert timex.anchor == ""
    assert words is None or timex.text == words


@pytest.mark.parametrize(
    ("text", "dct", "value", "edtf"),
    [
        ("Er sagte am Freitag, dass es regnet.", FRIDAY, "2022-12-30", "2022-12-30"),
        ("Sie trafen sich am Dienstag in Kiel.", APRIL, "2024-04-09", "2024-04-09"),
        ("Sie werden sich am Dienstag in Kiel treffen.", APRIL, "2024-04-16", "2024-04-16"),
        ("Die Gespräche sollen am Dienstag beginnen.", APRIL, "2024-04-16", "2024-04-16"),
        ("Am Montag entscheidet das Gericht.", APRIL, "2024-04-15", "2024-04-15"),
        ("Der Gipfel beginnt am Montag.", APRIL, "2024-04-15", "2024-04-15"),
        ("Am Montag hat das Gericht entschieden.", APRIL, "2024-04-08", "2024-04-08"),
        ("Er sagte am Montag, er werde gehen.", APRIL, "2024-04-08", "2024-04-08"),
        ("Am Montag sagte er, er werde gehen.", APRIL, "2024-04-08", "2024-04-08"),
        ("Am Sonnabend regnete es.", WEDNESDAY, "2023-10-14", "2023-10-14"),
        ("Sie sprachen am vergangenen Freitag.", WEDNESDAY, "2023-10-13", "2023-10-13"),
        ("Sie sprachen letzten Freitag.", WEDNESDAY, "2023-10-13", "2023-10-13"),
        ("Sie sprachen vorigen Freitag.", WEDNESDAY, "2023-10-13", "2023-10-13"),
        ("Sie sprechen nächsten Montag.", WEDNESDAY, "2023-10-23", "2023-10-23"),
        ("Sie sprechen am kommenden Montag.", WEDNESDAY, "2023-10-23", "2023-10-23"),
        ("Sie sprechen diesen Donnerstag.", "2024-02-08", "2024-02-08", "2024-02-08"),
        ("Sie sprachen am Dienstag vergangener Woche.", WEDNESDAY, "2023-10-10", "2023-10-10"),
        ("Sie sprechen am Freitag der kommenden Woche.", WEDNESDAY, "2023-10-27", "2023-10-27"),
        ("Heute regnet es.", WEDNESDAY, "2023-10-18", "2023-10-18"),
        ("Am heutigen Mittwoch regnet es.", WEDNESDAY, "2023-10-18", "2023-10-18"),
        ("Gestern regnete es.", WEDNESDAY, "2023-10-17", "2023-10-17"),
        ("Die gestrige Sitzung war kurz.", WEDNESDAY, "2023-10-17", "2023-10-17"),
        ("Vorgestern regnete es.", WEDNESDAY, "2023-10-16", "2023-10-16"),
        ("Es regnet morgen.", WEDNESDAY, "2023-10-19", "2023-10-19"),
        ("Morgen regnet es.", WEDNESDAY, "2023-10-19", "2023-10-19"),
        ("Übermorgen regnet es.", WEDNESDAY, "2023-10-20", "2023-10-20"),
        ("In der vergangenen Woche regnete es.", WEDNESDAY, "2023-W41", "2023-10-09/2023-10-15"),
        ("In der vorletzten Woche regnete es.", WEDNESDAY, "2023-W40", "2023-10-02/2023-10-08"),
        ("Nächste Woche regnet es.", WEDNESDAY, "2023-W43", "2023-10-23/2023-10-29"),
        ("Diese Woche regnet es.", WEDNESDAY, "2023-W42", "2023-10-16/2023-10-22"),
        ("Am Wochenende regnete es.", WEDNESDAY, "2023-W41-WE", "2023-10-14/2023-10-15"),
        ("Am vergangenen Wochenende regnete es.", WEDNESDAY, "2023-W41-WE", "2023-10-14/2023-10-15"),
        ("Am kommenden Wochenende regnet es.", WEDNESDAY, "2023-W42-WE", "2023-10-21/2023-10-22"),
        ("Am kommenden Wochenende regnet es.", "2023-10-21", "2023-W43-WE", "2023-10-28/2023-10-29"),
        ("Am 25. dieses Monats regnet es.", WEDNESDAY, "2023-10-25", "2023-10-25"),
        ("Es wird seit Montag gestreikt.", WEDNESDAY, "2023-10-16", "2023-10-16"),
        ("Der Rat hat für Montag eingeladen.", WEDNESDAY, "2023-10-23", "2023-10-23"),
        ("Im vergangenen Monat regnete es.", WEDNESDAY, "2023-09", "2023-09"),
        ("Im kommenden Monat regnet es.", FRIDAY, "2023-01", "2023-01"),
        ("Im laufenden Monat regnet es.", WEDNESDAY, "2023-10", "2023-10"),
        ("Im vergangenen Jahr wuchs es.", WEDNESDAY, "2022", "2022"),
        ("Letztes Jahr wuchs es.", WEDNESDAY, "2022", "2022"),
        ("Im vorletzten Jahr wuchs es.", WEDNESDAY, "2021", "2021"),
        ("In diesem Jahr wächst es.", WEDNESDAY, "2023", "2023"),
        ("Heuer wächst es.", WEDNESDAY, "2023", "2023"),
        ("Nächstes Jahr wächst es.", WEDNESDAY, "2024", "2024"),
        ("Im übernächsten Jahr wächst es.", WEDNESDAY, "2025", "2025"),
        ("Im vergangenen Quartal wuchs es.", WEDNESDAY, "2023-Q3", "2023-35"),
        ("Im vierten Quartal wuchs es.", APRIL, "2023-Q4", "2023-36"),
        ("Im dritten Quartal des vergangenen Jahres wuchs es.", WEDNESDAY, "2022-Q3", "2022-35"),
        ("Im nächsten Frühjahr kommt er.", FRIDAY, "2023-SP", "2023-21"),
        ("Im vergangenen Winter schneite es.", WEDNESDAY, "2022-WI", "2022-24"),
        ("Im Sommer war es heiß.", WEDNESDAY, "2023-SU", "2023-22"),
        ("Im Sommer vergangenen Jahres war es heiß.", WEDNESDAY, "2022-SU", "2022-22"),
        ("Im Juni vergangenen Jahres regnete es.", WEDNESDAY, "2022-06", "2022-06"),
        ("Im Juni des vergangenen Jahres regnete es.", WEDNESDAY, "2022-06", "2022-06"),
        ("Am 3. Mai dieses Jahres regnete es.", WEDNESDAY, "2023-05-03", "2023-05-03"),
        ("Im September regnete es.", WEDNESDAY, "2023-09", "2023-09"),
        ("Im Mai regnete es.", WEDNESDAY, "2023-05", "2023-05"),
        ("Im Dezember regnete es.", WEDNESDAY, "2022-12", "2022-12"),
        ("Im Dezember soll es regnen.", WEDNESDAY, "2023-12", "2023-12"),
        ("Kommenden Juni regnet es.", WEDNESDAY, "2024-06", "2024-06"),
        ("Am 5. Januar regnet es.", FRIDAY, "2023-01-05", "2023-01-05"),
        ("Am 24. Februar hatte er Truppen entsandt, und am Ende blieb er.", FRIDAY, "2022-02-24", "2022-02-24"),
        ("Am 24.12. ist geschlossen.", WEDNESDAY, "2023-12-24", "2023-12-24"),
        ("Am 3.9. war geschlossen.", WEDNESDAY, "2023-09-03", "2023-09-03"),
        ("Am ersten Mai marschierten sie.", WEDNESDAY, "2023-05-01", "2023-05-01"),
        ("An Heiligabend ist geschlossen.", WEDNESDAY, "2023-12-24", "2023-12-24"),
        ("Am Ostermontag vergangenen Jahres schneite es.", WEDNESDAY, "2022-04-18", "2022-04-18"),
        ("Vergangenes Weihnachten schneite es.", WEDNESDAY, "2022-12-25", "2022-12-25"),
        ("Am Tag der Deutschen Einheit regnete es.", WEDNESDAY, "2023-10-03", "2023-10-03"),
        ("Vor zwei Tagen regnete es.", WEDNESDAY, "2023-10-16", "2023-10-16"),
        ("Vor drei Wochen regnete es.", WEDNESDAY, "2023-09-27", "2023-09-27"),
        ("Vor einem Monat regnete es.", WEDNESDAY, "2023-09", "2023-09"),
        ("Vor zwölf Jahren regnete es.", WEDNESDAY, "2011", "2011"),
        ("Vor rund 30 Jahren regnete es.", WEDNESDAY, "1993", "1993"),
        ("Vor einundzwanzig Jahren regnete es.", WEDNESDAY, "2002", "2002"),
        ("Vor zwei Jahrzehnten regnete es.", WEDNESDAY, "2003", "2003"),
        ("Vor anderthalb Jahren regnete es.", WEDNESDAY, "2022-04", "2022-04"),
        ("In drei Wochen beginnt das Fest.", WEDNESDAY, "2023-11-08", "2023-11-08"),
        ("Das Fest soll in zwei Jahren stattfinden.", WEDNESDAY, "2025", "2025"),
        ("In der letzten Woche des März regnete es.", "2009-04-01", "2009-W13", "2009-03-23/2009-03-29"),
        ("In der ersten Woche im März regnete es.", "2023-03-20", "2023-W09", "2023-02-27/2023-03-05"),
        ("In den achtziger Jahren regnete es.", WEDNESDAY, "198", "198X"),
        ("In den Neunzigerjahren regnete es.", WEDNESDAY, "199", "199X"),
        ("In den Neunzigern regnete es.", WEDNESDAY, "199", "199X"),
        ("Die Neunziger waren trocken.", WEDNESDAY, "199", "199X"),
        ("Am Maifeiertag regnete es.", WEDNESDAY, "2023-05-01", "2023-05-01"),
        ("In den 80er Jahren regnete es.", WEDNESDAY, "198", "198X"),
        ("In der Kalenderwoche 12 regnete es.", WEDNESDAY, "2023-W12", "2023-03-20/2023-03-26"),
        ("Bis Jahresende wird gebaut.", WEDNESDAY, "2023", "2023"),
        ("Ende des Jahres wird gebaut.", WEDNESDAY, "2023", "2023"),
        ("Zum Monatsende wird gebaut.", WEDNESDAY, "2023-10", "2023-10"),
        ("Anfang der Woche wurde gebaut.", WEDNESDAY, "2023-W42", "2023-10-16/2023-10-22"),
        ("Ende kommender Woche wird gebaut.", WEDNESDAY, "2023-W43", "2023-10-23/2023-10-29"),
        ("Anfang nächsten Jahres wird gebaut.", WEDNESDAY, "2024", "2024"),
    ],
)
def test_a_relative_german_date_is_counted_from_the_dct(text, dct, value, edtf):
    timex = only(text, dct)
    assert (timex.value, timex.edtf, timex.anchor) == (value, edtf, dct)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sie trafen sich am Dienstag.", "XXXX-WXX-2"),
        ("Sie trafen sich im Juni.", "XXXX-06"),
        ("Sie trafen sich am 3. Juni.", "XXXX-06-03"),
        ("Sie trafen sich gestern.", "XXXX-XX-XX"),
        ("Sie trafen sich vergangene Woche.", "XXXX-WXX"),
        ("Sie trafen sich letztes Jahr.", "XXXX"),
        ("Sie trafen sich vor zwei Tagen.", "XXXX-XX-XX"),
        ("Sie trafen sich im Vorjahr.", "XXXX"),
        ("Sie treffen sich zum Jahresende.", "XXXX"),
        ("Heuer wächst es.", "XXXX"),
        ("Am kommenden Wochenende regnet es.", "XXXX-WXX-WE"),
        ("Am 25. dieses Monats regnet es.", "XXXX-XX-25"),
    ],
)
def test_without_a_dct_a_relative_german_date_is_not_guessed(text, value):
    timex = only(text, None)
    assert (timex.value, timex.edtf, timex.confidence) == (value, None, "low")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2019 fiel es. Im Vorjahr stieg es.", ["2019", "2018"]),
        ("2019 fiel es. Ein Jahr zuvor stieg es.", ["2019", "2018"]),
        ("2019 fiel es. Im Jahr darauf stieg es.", ["2019", "2020"]),
        ("Am 3. Mai 2022 kamen sie; zwei Tage später gingen sie.", ["2022-05-03", "2022-05-05"]),
        ("Am 3. Mai 2022 kamen sie. Am nächsten Tag gingen sie.", ["2022-05-03", "2022-05-04"]),
        ("Am 3. Mai 2022 kamen sie. Am Tag darauf gingen sie.", ["2022-05-03", "2022-05-04"]),
        ("Am 3. Mai 2022 kamen sie. Am Vortag regnete es.", ["2022-05-03", "2022-05-02"]),
        ("Am 3. Mai 2022 kamen sie. Am selben Tag regnete es.", ["2022-05-03", "2022-05-03"]),
        ("Im Mai 2022 regnete es, im Oktober desselben Jahres schneite es.", ["2022-05", "2022-10"]),
        ("Im Mai 2022 kam er, am 12. desselben Monats ging er.", ["2022-05", "2022-05-12"]),
        ("Er ging zwei Tage vor dem 5. Mai 2022.", ["2022-05-03"]),
        ("Sie kamen am 3. und 4. Mai 2022.", ["2022-05-03", "2022-05-04"]),
        ("Sie kamen am 3., 4. und 6. Mai 2022.", ["2022-05-03", "2022-05-04", "2022-05-06"]),
        ("Es regnete im August und September 1914.", ["1914-08", "1914-09"]),
    ],
)
@pytest.mark.parametrize("dct", [WEDNESDAY, None])
def test_a_german_date_can_be_counted_from_another_expression(text, values, dct):
    assert [timex.value for timex in tag(text, dct)] == values


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Vom 3. bis 5. Mai 2022 tagten sie.", "3. bis 5. Mai 2022", "2022-05-03/2022-05-05"),
        ("Vom 3. bis zum 5. Mai 2022 tagten sie.", "3. bis zum 5. Mai 2022", "2022-05-03/2022-05-05"),
        ("Vom 30. April bis 2. Mai 2022 tagten sie.", "30. April bis 2. Mai 2022", "2022-04-30/2022-05-02"),
        ("Am 3.–5. Mai 2022 tagten sie.", "3.–5. Mai 2022", "2022-05-03/2022-05-05"),
        ("Am 3./4. Mai 2022 tagten sie.", "3./4. Mai 2022", "2022-05-03/2022-05-04"),
        ("Zwischen dem 3. und dem 5. Mai 2022 fiel Regen.", "3. und dem 5. Mai 2022", "2022-05-03/2022-05-05"),
        ("Zwischen März und Juni 2022 fiel Regen.", "März und Juni 2022", "2022-03/2022-06"),
        ("Von März bis Juni 2022 fiel Regen.", "März bis Juni 2022", "2022-03/2022-06"),
        ("Von 2014 bis 2016 fiel Regen.", "2014 bis 2016", "2014/2016"),
        ("Von 2019–21 fiel Regen.", "2019–21", "2019/2021"),
        ("Von Montag bis Dienstag fiel Regen.", "Montag bis Dienstag", "2023-10-16/2023-10-17"),
    ],
)
def test_a_german_range_is_one_expression_with_an_interval(text, words, edtf):
    timex = only(text)
    assert (timex.text, timex.edtf) == (words, edtf)


@pytest.mark.parametrize(
    ("text", "edtf", "mod"),
    [
        ("Anfang März 2022 regnete es.", "2022-03", "START"),
        ("Mitte 2011 regnete es.", "2011", "MID"),
        ("Ende 1999 regnete es.", "1999", "END"),
        ("Ende der 1980er Jahre regnete es.", "198X", "END"),
        ("Im frühen 19. Jahrhundert regnete es.", "18XX", "START"),
        ("Es begann etwa 1850 in Kiel.", "1850~", "APPROX"),
        ("Es begann um 1850 in Kiel.", "1850~", "APPROX"),
        ("Zu Jahresbeginn regnete es.", "2023", "START"),
        ("Mitte der Woche regnete es.", "2023-10-16/2023-10-22", "MID"),
    ],
)
def test_a_german_modifier_is_kept(text, edtf, mod):
    timex = only(text)
    assert (timex.edtf, timex.mod) == (edtf, mod)


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("Es dauerte zwei Tage.", "DURATION", "P2D"),
        ("Es dauerte eine Woche.", "DURATION", "P1W"),
        ("Es wurde in zwei Tagen gebaut.", "DURATION", "P2D"),
        ("Es dauerte fünfundzwanzig Jahre.", "DURATION", "P25Y"),
        ("Es dauerte 1.460 Jahre.", "DURATION", "P1460Y"),
        ("Es dauerte 2,5 Jahre.", "DURATION", "P2.5Y"),
        ("Es dauerte zweieinhalb Jahre.", "DURATION", "P2.5Y"),
        ("Es dauerte ein halbes Jahr.", "DURATION", "P0.5Y"),
        ("Es dauerte mehrere Wochen.", "DURATION", "PXW"),
        ("Es dauerte ein paar Monate.", "DURATION", "PXM"),
        ("Es dauerte 90 Minuten.", "DURATION", "PT90M"),
        ("Es dauerte mehr als zwei Jahre.", "DURATION", "P2Y"),
        ("Seit drei Jahren wächst es.", "DURATION", "P3Y"),
        ("In den vergangenen drei Jahren wuchs es.", "DURATION", "P3Y"),
        ("In den kommenden zwei Wochen wächst es.", "DURATION", "P2W"),
        ("In den letzten Tagen wuchs es.", "DURATION", "PXD"),
        ("Sie tagen jeden Freitag.", "SET", "XXXX-WXX-5"),
        ("Sie tagen alle zwei Wochen.", "SET", "P2W"),
        ("Sie tagen jedes Jahr.", "SET", "P1Y"),
        ("Sie tagen montags.", "SET", "XXXX-WXX-1"),
        ("Sie tagen täglich.", "SET", "XXXX-XX-XX"),
        ("Sie tagen vierteljährlich.", "SET", "XXXX-QX"),
        ("Sie tagen jetzt.", "DATE", "PRESENT_REF"),
        ("Sie sind derzeit fort.", "DATE", "PRESENT_REF"),
        ("Sie tagten kürzlich.", "DATE", "PAST_REF"),
        ("Sie tagten vor kurzem.", "DATE", "PAST_REF"),
        ("Sie tagen demnächst.", "DATE", "FUTURE_REF"),
        ("Vor einigen Jahren regnete es.", "DATE", "PAST_REF"),
        ("Stunden später regnete es.", "DATE", "FUTURE_REF"),
    ],
)
def test_a_german_duration_set_or_reference_has_no_date(text, type_, value):
    timex = only(text)
    assert (timex.type, timex.value, timex.edtf) == (type_, value, None)


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("Am Freitagabend regnete es.", "2023-10-13TEV", "2023-10-13"),
        ("Am Freitag Abend regnete es.", "2023-10-13TEV", "2023-10-13"),
        ("Am Montagmorgen regnete es.", "2023-10-16TMO", "2023-10-16"),
        ("Am späten Sonntagnachmittag regnete es.", "2023-10-15TAF", "2023-10-15"),
        ("Heute Morgen regnete es.", "2023-10-18TMO", "2023-10-18"),
        ("Gestern Abend regnete es.", "2023-10-17TEV", "2023-10-17"),
        ("Es regnet morgen früh.", "2023-10-19TMO", "2023-10-19"),
        ("In der Nacht auf den 3. Mai 2022 regnete es.", "2022-05-03TNI", "2022-05-03"),
        ("In der Nacht zum Sonntag regnete es.", "2023-10-15TNI", "2023-10-15"),
        ("Am Abend des 3. Mai 2022 regnete es.", "2022-05-03TEV", "2022-05-03"),
        ("Stand 2022-12-30T13:00 war das so.", "2022-12-30T13:00", "2022-12-30"),
        ("An diesem Abend regnete es.", "2023-10-18TEV", "2023-10-18"),
        ("Um 15.30 Uhr regnete es.", "2023-10-18T15:30", "2023-10-18"),
        ("Um 15:30 regnete es.", "2023-10-18T15:30", "2023-10-18"),
        ("Gegen 8 Uhr abends regnete es.", "2023-10-18T20:00", "2023-10-18"),
        ("Um 18 Uhr MEZ regnete es.", "2023-10-18T18:00", "2023-10-18"),
        ("Um 14:58 Uhr UTC regnete es.", "2023-10-18T14:58Z", "2023-10-18"),
    ],
)
def test_a_german_time_of_day_has_its_day_as_its_date(text, value, edtf):
    timex = only(text)
    assert (timex.type, timex.value, timex.edtf) == ("TIME", value, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "Am Morgen regnete es.",
        "Guten Morgen, Kiel.",
        "Der 39-jährige Mann ist 39 Jahre alt.",
        "Sie gewannen 3:2, dann verloren sie 21:15.",
        "Es kostete 2,50 Euro und 1999 Euro, um 12,5 Prozent mehr.",
        "Es kamen 2000 Menschen und 15.000 Zuschauer.",
        "Die Agenda 2010 und Artikel 1914 gelten.",
        "August Bebel sprach mit Frau Mai.",
        "Der 2. Bundesligist ist Dritter.",
        "Die Bild am Sonntag fragte ihn.",
        "In letzter Sekunde traf er.",
        "So geht es, und die Mi kam.",
        "Die Merz GmbH & Co. fusioniert.",
        "Telefon 555-123-4567.",
        "Version 10.4.11.2 folgt.",
    ],
)
def test_what_only_looks_like_a_german_date_is_left_alone(text):
    assert [(timex.text, timex.value) for timex in tag(text)] == []


def test_a_german_paragraph_is_read_from_left_to_right():
    text = (
        "BERLIN – Die Regierung hat am Mittwoch einen Entwurf beschlossen, der Anfang 2024 in Kraft treten soll. "
        "Der Bundestag berät am 10. November darüber. Im Vorjahr war ein ähnlicher Plan gescheitert; "
        "damals, im März 2022, fehlten zwei Stimmen. „Bis Ende nächster Woche liegt alles vor“, sagte der Minister "
        "heute Morgen. Seit drei Jahren wird gestritten."
    )
    assert [timex.value for timex in tag(text)] == [
        "2023-10-18",
        "2024",
        "2023-11-10",
        "2022",
        "PAST_REF",
        "2022-03",
        "2023-W43",
        "2023-10-18TMO",
        "P3Y",
    ]


@pytest.mark.parametrize(
    "text",
    ["Am Ende der Stunde stand es fest.", "Der Prager Frühling scheiterte.", "Er wohnt in der Straße des 17. Juni."],
)
def test_names_of_streets_and_of_history_and_hours_of_a_day_are_no_dates(text):
    assert tag(text) == []


def test_every_german_rule_is_shown_by_a_sentence(unshown_rules):
    assert unshown_rules("de") == []
