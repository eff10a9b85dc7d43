"""What expressions of time mean: one table a family of phrases, each sentence made up."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.extracting.tagger import find_timexes

FRIDAY = "2022-12-30"
WEDNESDAY = "2026-02-04"
OCTOBER = "2023-10-18"
APRIL = "2024-04-10"


def tag(text, dct=OCTOBER, **options):
    return find_timexes(text, dt.date.fromisoformat(dct) if dct else None, **options)


def only(text, dct=OCTOBER):
    timexes = tag(text, dct)
    assert len(timexes) == 1, [(timex.text, timex.value) for timex in timexes]
    return timexes[0]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on 3 May 2022 in Riga.", "3 May 2022", "2022-05-03"),
        ("They met on May 3, 2022 in Riga.", "May 3, 2022", "2022-05-03"),
        ("They met on the 3rd of May, 2022.", "the 3rd of May, 2022", "2022-05-03"),
        ("They met on May 3rd 2022.", "May 3rd 2022", "2022-05-03"),
        ("Posted Wednesday, Oct. 18, 2023", "Wednesday, Oct. 18, 2023", "2023-10-18"),
        ("Posted Wed 18 Oct 2023", "Wed 18 Oct 2023", "2023-10-18"),
        ("Posted Sept 5, 2022", "Sept 5, 2022", "2022-09-05"),
        ("On 2022-12-30 they spoke.", "2022-12-30", "2022-12-30"),
        ("On 2022/12/30 they spoke.", "2022/12/30", "2022-12-30"),
        ("Log 20221230 closed.", "20221230", "2022-12-30"),
        ("On 30/12/2022 they spoke.", "30/12/2022", "2022-12-30"),
        ("On 12/30/2022 they spoke.", "12/30/2022", "2022-12-30"),
        ("On 30.12.2022 they spoke.", "30.12.2022", "2022-12-30"),
        ("On 12/30/22 they spoke.", "12/30/22", "2022-12-30"),
        ("SIGNED 3 MAY 2022", "3 MAY 2022", "2022-05-03"),
        (
            "On 3\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2022 it rained.",
            "3\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2022",
            "2022-05-03",
        ),
        ("It rained on 3 May\n2022 in Riga.", "3 May\n2022", "2022-05-03"),
        ("In May 2022 it rained.", "May 2022", "2022-05"),
        ("In May of 2022 it rained.", "May of 2022", "2022-05"),
        ("In May, 2022 it rained.", "May, 2022", "2022-05"),
        ("It was founded in 2019.", "2019", "2019"),
        ("The 1990s were calm.", "The 1990s", "199X"),
        ("The 19th century was not.", "The 19th century", "18XX"),
        ("In the third quarter of 2022 it grew.", "the third quarter of 2022", "2022-35"),
        ("In Q3 2022 it grew.", "Q3 2022", "2022-35"),
        ("In the first half of 2022 it grew.", "the first half of 2022", "2022-40"),
        ("A visit in spring 2023 was planned.", "spring 2023", "2023-21"),
        ("The winter of 2021 was mild.", "The winter of 2021", "2021-24"),
        ("Carthage fell in 146 BC after a siege.", "146 BC", "-0145"),
    ],
)
@pytest.mark.parametrize("dct", [OCTOBER, None])
def test_an_explicit_date_is_read_with_and_without_a_dct(text, words, edtf, dct):
    timex = only(text, dct)
    assert (timex.text, timex.edtf, timex.anchor) == (words, edtf, "")


@pytest.mark.parametrize(
    ("text", "dct", "value", "edtf"),
    [
        ("He said on Friday that it rained.", FRIDAY, "2022-12-30", "2022-12-30"),
        ("They met on Tuesday in Riga.", APRIL, "2024-04-09", "2024-04-09"),
        ("They will meet on Tuesday in Riga.", APRIL, "2024-04-16", "2024-04-16"),
        ("He said on Monday that it will close.", APRIL, "2024-04-08", "2024-04-08"),
        ("On Monday the court will rule.", APRIL, "2024-04-15", "2024-04-15"),
        ("They spoke this Thursday.", "2024-02-08", "2024-02-08", "2024-02-08"),
        ("They spoke last Friday.", OCTOBER, "2023-10-13", "2023-10-13"),
        ("They speak next Monday.", OCTOBER, "2023-10-23", "2023-10-23"),
        ("They spoke on Tuesday of last week.", OCTOBER, "2023-10-10", "2023-10-10"),
        ("It rained today.", OCTOBER, "2023-10-18", "2023-10-18"),
        ("It rained yesterday.", OCTOBER, "2023-10-17", "2023-10-17"),
        ("It rains tomorrow.", OCTOBER, "2023-10-19", "2023-10-19"),
        ("It rains the day after tomorrow.", OCTOBER, "2023-10-20", "2023-10-20"),
        ("It rained last week.", OCTOBER, "2023-W41", "2023-10-09/2023-10-15"),
        ("It rains next week.", OCTOBER, "2023-W43", "2023-10-23/2023-10-29"),
        ("He came last weekend.", WEDNESDAY, "2026-W05-WE", "2026-01-31/2026-02-01"),
        ("He came last month.", WEDNESDAY, "2026-01", "2026-01"),
        ("He comes later this month.", WEDNESDAY, "2026-02", "2026-02"),
        ("He comes next month.", "2022-12-30", "2023-01", "2023-01"),
        ("It grew last year.", OCTOBER, "2022", "2022"),
        ("It grew last quarter.", OCTOBER, "2023-Q3", "2023-35"),
        ("It grew in the fourth quarter.", OCTOBER, "2023-Q4", "2023-36"),
        ("It grew in the fourth quarter.", APRIL, "2023-Q4", "2023-36"),
        ("We expect you next spring.", FRIDAY, "2023-SP", "2023-21"),
        ("It snowed last winter.", OCTOBER, "2022-WI", "2022-24"),
        ("It was hot in the summer.", OCTOBER, "2023-SU", "2023-22"),
        ("A meeting is held this June.", APRIL, "2024-06", "2024-06"),
        ("It rained last September.", OCTOBER, "2023-09", "2023-09"),
        ("It rained in June last year.", OCTOBER, "2022-06", "2022-06"),
        ("At a September summit they met.", FRIDAY, "2022-09", "2022-09"),
        ("It rained on Jan. 5.", FRIDAY, "2023-01-05", "2023-01-05"),
        ("It rained on 5 January.", OCTOBER, "2023-01-05", "2023-01-05"),
        ("It began when he sent troops on Feb. 24.", FRIDAY, "2022-02-24", "2022-02-24"),
        ("It rained two days ago.", OCTOBER, "2023-10-16", "2023-10-16"),
        ("It rained three weeks ago.", OCTOBER, "2023-09-27", "2023-09-27"),
        ("It rained a month ago.", OCTOBER, "2023-09", "2023-09"),
        ("It rained 12 years ago.", OCTOBER, "2011", "2011"),
        ("It will open in three weeks.", OCTOBER, "2023-11-08", "2023-11-08"),
        ("It opens in two years' time.", OCTOBER, "2025", "2025"),
        ("It rains two days from now.", OCTOBER, "2023-10-20", "2023-10-20"),
        ("It rained in the last week of March.", "2009-04-01", "2009-W13", "2009-03-23/2009-03-29"),
        ("It rained in the first week of March.", "2023-03-20", "2023-W09", "2023-02-27/2023-03-05"),
        ("It rained on the first weekend of April.", "2023-04-20", "2023-W13-WE", "2023-04-01/2023-04-02"),
        ("It is due by year-end.", OCTOBER, "2023", "2023"),
        ("It was due at month's end.", OCTOBER, "2023-10", "2023-10"),
        ("It rained over the weekend.", OCTOBER, "2023-W41-WE", "2023-10-14/2023-10-15"),
        ("It rains on Friday next week.", OCTOBER, "2023-10-27", "2023-10-27"),
        ("It rained in the '80s.", OCTOBER, "198", "198X"),
        ("It rained in the nineties.", OCTOBER, "199", "199X"),
        ("It rains next June.", OCTOBER, "2024-06", "2024-06"),
        ("It rained two and a half years ago.", OCTOBER, "2021-04", "2021-04"),
        ("It rained two decades ago.", OCTOBER, "2003", "2003"),
        ("It rained a fortnight ago.", OCTOBER, "2023-10-04", "2023-10-04"),
        ("It rained in the week of March 6.", "2023-03-20", "2023-W10", "2023-03-06/2023-03-12"),
    ],
)
def test_a_relative_date_is_counted_from_the_dct(text, dct, value, edtf):
    timex = only(text, dct)
    assert (timex.value, timex.edtf, timex.anchor) == (value, edtf, dct)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met this June.", "XXXX-06"),
        ("They met in June.", "XXXX-06"),
        ("They met on June 3.", "XXXX-06-03"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last week.", "XXXX-WXX"),
        ("They met last weekend.", "XXXX-WXX-WE"),
        ("They met last month.", "XXXX-XX"),
        ("They met last year.", "XXXX"),
        ("They met two days ago.", "XXXX-XX-XX"),
        ("They meet next spring.", "XXXX-SP"),
        ("They met on Friday last week.", "XXXX-WXX-5"),
        ("They met the day before yesterday.", "XXXX-XX-XX"),
        ("They met on June 3 last year.", "XXXX-06"),
        ("They met in June last year.", "XXXX-06"),
        ("They met over the weekend.", "XXXX-WXX-WE"),
        ("They met in the nineties.", "XX9"),
        ("They met on the 5th.", "XXXX-XX-05"),
        ("They met in early June.", "XXXX-06"),
        ("It grew in the third quarter.", "XXXX-Q3"),
    ],
)
def test_without_a_dct_a_relative_date_is_not_guessed(text, value):
    timex = only(text, None)
    assert (timex.value, timex.edtf, timex.confidence) == (value, None, "low")
    assert timex.reason


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 2019 it fell. A year earlier it rose.", ["2019", "2018"]),
        ("On 3 May 2022 they met; two days later they parted.", ["2022-05-03", "2022-05-05"]),
        ("On 3 May 2022 they met. The following day they parted.", ["2022-05-03", "2022-05-04"]),
        ("In May 2022 it rained. The same month it snowed.", ["2022-05", "2022-05"]),
        ("In May 2022 it rained, in October of that year it snowed.", ["2022-05", "2022-10"]),
        ("In the third quarter of 2022 it rose from a year earlier.", ["2022-Q3", "2021-Q3"]),
        ("He left two days before 5 May 2022.", ["2022-05-03"]),
        ("He left the day after 5 May 2022.", ["2022-05-06"]),
        ("He left several days before 5 May 2022.", ["PAST_REF"]),
        ("In 2019 it fell. Two days later it rose.", ["2019", "XXXX-XX-XX"]),
        ("On 5 May 2022 it rained. That night it snowed.", ["2022-05-05", "2022-05-05TNI"]),
        ("They met on May 3 and 4, 2022.", ["2022-05-03", "2022-05-04"]),
        ("They met on 3 and 4 May 2022.", ["2022-05-03", "2022-05-04"]),
        ("It rained in August and September 1914.", ["1914-08", "1914-09"]),
    ],
)
@pytest.mark.parametrize("dct", [OCTOBER, None])
def test_a_date_can_be_counted_from_an_earlier_or_later_expression(text, values, dct):
    assert [timex.value for timex in tag(text, dct)] == values


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("From 3 to 5 May 2022 they met.", "3 to 5 May 2022", "2022-05-03/2022-05-05"),
        ("On 31 January–1 February 2026 they met.", "31 January–1 February 2026", "2026-01-31/2026-02-01"),
        ("On May 3-5, 2022 they met.", "May 3-5, 2022", "2022-05-03/2022-05-05"),
        ("Between March and June 2022 it rained.", "March and June 2022", "2022-03/2022-06"),
        ("From 2014 to 2016 it rained.", "2014 to 2016", "2014/2016"),
        ("In 2019–21 it rained.", "2019–21", "2019/2021"),
        ("In 1914-1918 it burned.", "1914-1918", "1914/1918"),
    ],
)
def test_a_range_is_one_expression_with_an_interval(text, words, edtf):
    timex = only(text)
    assert (timex.text, timex.edtf) == (words, edtf)


def test_the_ends_of_a_range_stand_apart_when_asked_for():
    timexes = tag("From 3 to 5 May 2022 they met.", ranges=False)
    assert [(timex.text, timex.value) for timex in timexes] == [("3", "2022-05-03"), ("5 May 2022", "2022-05-05")]


@pytest.mark.parametrize(
    ("text", "edtf", "mod"),
    [
        ("It rained in early March 2022.", "2022-03", "START"),
        ("It rained in mid-2011.", "2011", "MID"),
        ("It rained in late 1999.", "1999", "END"),
        ("It rained at the end of 2009.", "2009", "END"),
        ("It began around March 1981.", "1981-03~", "APPROX"),
        ("It began circa 1850.", "1850~", "APPROX"),
        ("It began in about February 2022.", "2022-02~", "APPROX"),
        ("It rained in the late 1980s.", "198X", "END"),
    ],
)
def test_a_modifier_is_kept_and_about_makes_a_date_approximate(text, edtf, mod):
    timex = only(text)
    assert (timex.edtf, timex.mod) == (edtf, mod)


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("It took two days.", "DURATION", "P2D"),
        ("It was built in two days.", "DURATION", "P2D"),
        ("It took twenty-five years.", "DURATION", "P25Y"),
        ("It took 1,460 years.", "DURATION", "P1460Y"),
        ("It took two and a half years.", "DURATION", "P2.5Y"),
        ("It took several weeks.", "DURATION", "PXW"),
        ("It took a couple of months.", "DURATION", "P2M"),
        ("It took half an hour.", "DURATION", "PT0.5H"),
        ("It took a fortnight.", "DURATION", "P14D"),
        ("It grew for the past three years.", "DURATION", "P3Y"),
        ("It grew over the past year.", "DURATION", "P1Y"),
        ("It will grow in the next two weeks.", "DURATION", "P2W"),
        ("It took more than two years.", "DURATION", "P2Y"),
        ("They meet every Friday.", "SET", "XXXX-WXX-5"),
        ("They meet every two weeks.", "SET", "P2W"),
        ("They meet every June.", "SET", "XXXX-06"),
        ("They meet daily.", "SET", "XXXX-XX-XX"),
        ("They meet annually.", "SET", "XXXX"),
        ("They meet on Fridays.", "SET", "XXXX-WXX-5"),
        ("They meet now.", "DATE", "PRESENT_REF"),
        ("They are currently away.", "DATE", "PRESENT_REF"),
        ("They met recently.", "DATE", "PAST_REF"),
        ("It was once green.", "DATE", "PAST_REF"),
        ("It was so in the past.", "DATE", "PAST_REF"),
        ("They meet soon.", "DATE", "FUTURE_REF"),
        ("It rained several years ago.", "DATE", "PAST_REF"),
        ("It rained hours later.", "DATE", "FUTURE_REF"),
    ],
)
def test_a_duration_a_set_or_a_reference_has_its_timex3_value_and_no_date(text, type_, value):
    timex = only(text)
    assert (timex.type, timex.value, timex.edtf) == (type_, value, None)


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("It rained on Friday morning.", "2023-10-13TMO", "2023-10-13"),
        ("It rained last night.", "2023-10-17TNI", "2023-10-17"),
        ("It rained this morning.", "2023-10-18TMO", "2023-10-18"),
        ("It rains tonight.", "2023-10-18TNI", "2023-10-18"),
        ("They spoke at 5pm on Friday.", "2023-10-13T17:00", "2023-10-13"),
        ("They spoke at 12:00 UTC Monday.", "2023-10-16T12:00Z", "2023-10-16"),
        ("They spoke at 6 o'clock.", "2023-10-18T06:00", "2023-10-18"),
        ("They spoke at 13:00.", "2023-10-18T13:00", "2023-10-18"),
        ("They spoke at 5:30PM.", "2023-10-18T17:30", "2023-10-18"),
        ("They spoke at 12 a.m. sharp.", "2023-10-18T00:00", "2023-10-18"),
        ("They spoke at 14:58 UTC.", "2023-10-18T14:58Z", "2023-10-18"),
        ("Published 2022-12-30T13:00 here", "2022-12-30T13:00", "2022-12-30"),
        ("Published 2022-12-30T13:00:05Z here", "2022-12-30T13:00:05Z", "2022-12-30"),
        ("On the night of April 18, 1775 they rode.", "1775-04-18TNI", "1775-04-18"),
    ],
)
def test_a_time_of_day_has_its_day_as_its_date(text, value, edtf):
    timex = only(text)
    assert (timex.type, timex.value, timex.edtf) == ("TIME", value, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and may not.",
        "They march on the capital, and may stay.",
        "May was born in the house.",
        "A second round of talks failed.",
        "Prices fall and will fall further.",
        "The fall of the city shocked them.",
        "The sun sat low over sat images.",
        "Mar the surface and sun it.",
        "A 39-year-old man and a two-month-old child live here.",
        "He is 39 years old.",
        "They won 3-2, then lost 10-12.",
        "It cost $2000 and €1999.",
        "It holds 90% of 2000 people.",
        "Call 555-123-4567 or +47 2020 3030 40.",
        "Version 10.4.11 follows 3.12.",
        "Section 2020 and flight 1914 apply.",
        "We are first, second and third.",
        "He drove on Route 1950.",
        "The plane, an A330-300E, has 250 seats.",
        "It was 1.500.000 in all, or 1,999,000.",
        "Spring into action.",
        "The former minister left.",
        "Man Friday and Sheffield Wednesday are names.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert [(timex.text, timex.value) for timex in tag(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "April Smith left.",
        "It was said by actress June Brown.",
        "Black September killed hostages.",
        "The Sunday Times wrote it.",
        "They saw Monday Night Football.",
        "He is in his mid-30s.",
        "Temperatures were in the low 90s.",
        "Some stayed; 2000 were hurt.",
        "Vision 2030 is a plan.",
        "The Good Friday agreement held.",
        "They scored early in the second half.",
    ],
)
def test_names_ages_and_counts_with_words_of_time_in_them_are_no_dates(text):
    assert [timex.text for timex in tag(text) if timex.edtf] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In June President Biden will visit.", "2024-06"),
        ("The June Supreme Court ruling held.", "2023-06"),
        ("They met on Monday night.", "2023-10-16TNI"),
        ("It grew in the low season of the mid-80s.", "198"),
        ("It grew in the second half.", "2023-H2"),
        ("In the 2018 Winter Olympics they won.", "2018"),
    ],
)
def test_what_looks_like_a_name_may_still_hold_a_date(text, value):
    assert value in [timex.value for timex in tag(text)]


def test_two_years_with_a_dash_are_a_season_rather_than_a_month():
    assert only("They won in 2010-11 again.").edtf == "2010/2011"
    assert only("They won in 2010-10 again.").edtf == "2010-10"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was open from Monday to Friday.", "2023-10-16/2023-10-20"),
        ("It will be open Monday through Wednesday.", "2023-10-23/2023-10-25"),
        ("It rained Saturday-Sunday.", "2023-10-14/2023-10-15"),
    ],
)
def test_a_range_of_weekdays_runs_forward(text, edtf):
    assert only(text).edtf == edtf


def test_independence_day_is_of_a_country_that_the_words_may_not_name():
    assert tag("India marked Independence Day.") == []
    assert only("They met on the Fourth of July.").edtf == "2023-07-04"


def test_a_list_of_days_is_read_and_a_row_of_figures_is_not():
    assert len(tag("They met on 3, 4, 5, 6, 7 and 8 May 2022.")) == 6
    assert tag("They drew 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 13.") == []


def test_a_time_of_publication_counts_as_its_day():
    noon = dt.datetime(2022, 12, 30, 12, 0, tzinfo=dt.UTC)
    assert find_timexes("They met on Friday.", noon) == find_timexes("They met on Friday.", noon.date())
