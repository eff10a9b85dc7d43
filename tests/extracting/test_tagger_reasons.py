"""Every expression tells why it means what it means; histories are counted from themselves."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.dates import parse
from generator.errors import UnknownLanguageError
from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.language import expand
from generator.extracting.tagger.point import Point
from generator.extracting.tagger.rules import RULES

OCTOBER = dt.date(2023, 10, 18)
HISTORY = (
    "The revolt broke out in March 1781. In May 1781 the fort fell, and on 3 June the town. {} "
    "Peace was made in 1783, after a truce in January 1783."
)


def test_last_february_in_october_is_both_years_and_says_so():
    (timex,) = find_timexes("It began last February.", OCTOBER)
    assert timex.edtf == "[2022-02,2023-02]"
    assert timex.alternatives == ("2022-02", "2023-02")
    assert timex.confidence == "low"
    assert "this year or of the year before" in timex.reason


@pytest.mark.parametrize(
    "words", ["in April", "in October", "in autumn", "next summer", "next March", "in the third quarter", "in '99"]
)
@pytest.mark.parametrize("day", [dt.date.min, dt.date(1, 3, 1), dt.date(9999, 1, 1), dt.date.max])
def test_at_the_ends_of_the_calendar_the_other_readings_are_dates_too(words, day):
    for timex in find_timexes(f"It will rain {words}.", day):
        assert timex.value[:5] != "10000"
        assert [parse(other).text for other in timex.alternatives] == list(timex.alternatives)


@pytest.mark.parametrize("words", ["1,000,000 years ago", "9999 decades from now", "10,000 years later"])
def test_what_lies_beyond_the_years_of_four_digits_stays_open(words):
    (timex,) = find_timexes(f"{words}.", OCTOBER)
    assert (timex.edtf, set(timex.value)) == (None, {"X"})


@pytest.mark.parametrize(
    ("words", "language"), [("Friday, May 3, 2022", "en"), ("Freitag, dem 3. Mai 2022", "de"), ("Friday, 3 May", "en")]
)
def test_a_day_that_is_not_of_its_weekday_is_less_sure_and_says_so(words, language):
    (timex,) = find_timexes(f"{words}.", dt.date(2022, 5, 5), language=language)
    assert (timex.edtf, timex.confidence) == ("2022-05-03", "medium")
    assert "2022-05-03 is no" in timex.reason


@pytest.mark.parametrize(
    ("words", "day"),
    [("Thursday, Feb. 24", "2022-02-24"), ("Friday, Feb. 24", "2023-02-24"), ("Feb. 24", "2023-02-24")],
)
def test_the_weekday_tells_the_year_of_a_day_that_lies_months_away(words, day):
    (timex,) = find_timexes(f"It began on {words}.", OCTOBER)
    assert timex.edtf == day


def test_what_came_later_than_no_date_is_not_counted_from_the_day_of_the_text():
    (timex,) = find_timexes("Three days later the deputy resigned.", OCTOBER)
    assert (timex.edtf, timex.confidence) == (None, "low")
    assert "no date" in timex.reason


def test_next_weekday_in_the_same_week_names_the_other_reading():
    (timex,) = find_timexes("They meet next Friday.", OCTOBER)
    assert (timex.edtf, timex.alternatives, timex.confidence) == ("2023-10-20", ("2023-10-27",), "medium")
    assert "2023-10-27" in timex.reason


def test_numbers_in_either_order_name_the_other_reading():
    (timex,) = find_timexes("Signed 04/05/2021.", OCTOBER)
    assert (timex.edtf, timex.alternatives, timex.confidence) == ("2021-04-05", ("2021-05-04",), "medium")


def test_the_dct_settles_the_order_of_numbers_that_lie_near_it():
    (timex,) = find_timexes("Updated 09/10/2023.", OCTOBER)
    assert timex.edtf == "2023-10-09"


def test_a_weekday_settles_the_order_of_numbers():
    (timex,) = find_timexes("Updated Tuesday 04/05/2021.", OCTOBER)
    assert (timex.edtf, timex.alternatives) == ("2021-05-04", ())


def test_a_date_counted_from_an_earlier_expression_names_its_words():
    first, second = find_timexes("On 3 May 2022 they met. The following day they parted.", OCTOBER)
    assert (first.anchor, second.anchor) == ("", "3 May 2022")


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("On 4 July they rested.", ["1781-07-04"]),
        ("Two days later they rested.", ["1781-06-05"]),
        ("In August they rested.", ["1781-08"]),
        ("The next day they rested.", ["1781-06-04"]),
        ("That autumn they rested.", ["1781-FA"]),
        ("In the summer they rested.", ["1781-SU"]),
        ("The previous April was wet.", ["1781-04"]),
        ("In December it froze, and on 12 January it thawed.", ["1781-12", "1782-01-12"]),
        ("The former king and the soon-forgotten queen rested.", ["PAST_REF"]),
        ("In 1704 another fort stood. On 4 July they rested.", ["1704", "1781-07-04"]),
        ("On the 5th, they rested.", ["1781-06-05"]),
        ("On the 28th of that month they rested.", ["1781-06-28"]),
        ("In '82 they rested.", ["1782"]),
    ],
)
def test_a_history_is_counted_from_the_last_date_mentioned(sentence, values):
    found = [timex.value for timex in find_timexes(HISTORY.format(sentence), OCTOBER)]
    assert found[3:-2] == values


def test_news_that_mentions_old_years_is_still_counted_from_the_dct():
    text = (
        "On Monday and Tuesday the court sat; today it rests. Cases of 1991, 1992, 1993 and 1994 wait. It met in May."
    )
    assert find_timexes(text, OCTOBER)[-1].value == "2023-05"


@pytest.mark.parametrize("dct", [dt.date.min, dt.date.max])
def test_what_lies_beyond_the_calendar_is_left_out_or_unresolved(dct):
    text = "They met 20000 years ago, last week, on Monday, yesterday, tomorrow, last year and next century."
    assert all(timex.value for timex in find_timexes(text, dct))


def test_an_unknown_language_is_refused():
    with pytest.raises(UnknownLanguageError, match=r"'xx' — give one of de, en, es"):
        find_timexes("Monday", OCTOBER, language="xx")


def test_an_unknown_class_in_a_pattern_is_refused():
    with pytest.raises(KeyError, match="nosuchclass"):
        expand("{nosuchclass}", {})


def test_rules_have_names_of_their_own():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("point", "value", "edtf"),
    [
        (Point("half", 2022, 2), "2022-H2", "2022-41"),
        (Point("decade", 1990), "199", "199X"),
        (Point("century", 1800), "18", "18XX"),
        (Point("year", 0), "BC0001", "0000"),
        (Point("year", -263), "BC0264", "-0263"),
        (Point("day", 476, 9, 4), "0476-09-04", "0476-09-04"),
        (Point("season", None, 1), "XXXX-SP", None),
    ],
)
def test_a_place_in_the_calendar_is_written_in_timex3_and_in_edtf(point, value, edtf):
    assert (point.value, point.edtf) == (value, edtf)


def test_a_place_without_a_year_has_no_days():
    with pytest.raises(ValueError, match="no year"):
        Point("month", None, 3).span()
    with pytest.raises(ValueError, match="no year"):
        Point("month", None, 3).shift(1, "year")


def test_the_bounds_of_a_winter_lie_in_two_years():
    assert Point("season", 2022, 4).span() == (dt.date(2022, 12, 1), dt.date(2023, 2, 28))


@pytest.mark.parametrize(
    ("text", "dct", "edtf", "alternatives"),
    [
        ("Talks on Friday.", "2023-10-18", "2023-10-13", ("2023-10-20",)),
        ("They will talk on Friday.", "2023-10-18", "2023-10-20", ("2023-10-13",)),
        ("They talked on Friday.", "2023-10-18", "2023-10-13", ()),
        ("They talked on Wednesday.", "2023-10-18", "2023-10-18", ("2023-10-11",)),
        ("They will talk on Wednesday.", "2023-10-18", "2023-10-18", ("2023-10-25",)),
        ("Talks in May.", "2023-10-18", "2023-05", ("2024-05",)),
        ("Talks will end in May.", "2023-10-18", "2024-05", ("2023-05",)),
        ("They met in May.", "2023-10-18", "2023-05", ()),
        ("Talks on May 3.", "2023-10-18", "2023-05-03", ("2024-05-03",)),
        ("Talks on Oct. 3.", "2023-10-18", "2023-10-03", ()),
        ("Output in the fourth quarter.", "2024-04-10", "2023-36", ("2024-36",)),
        ("They meet next Friday.", "2023-10-18", "2023-10-20", ("2023-10-27",)),
        ("They met last summer.", "2023-10-18", "2023-22", ("2022-22",)),
        ("They meet next summer.", "2024-04-10", "2024-22", ("2025-22",)),
        ("A dry summer.", "2023-10-18", "2023-22", ("2024-22",)),
        ("Signed 3/4/2022.", "2023-10-18", "2022-03-04", ("2022-04-03",)),
        ("Signed 30/12/22.", "2023-10-18", "2022-12-30", ("1922-12-30",)),
        ("Built in '99.", "2023-10-18", "1999", ("1899",)),
        ("Two died this weekend.", "2023-10-16", "2023-10-14/2023-10-15", ("2023-10-21/2023-10-22",)),
        ("They meet this weekend.", "2023-10-16", "2023-10-21/2023-10-22", ("2023-10-14/2023-10-15",)),
        ("They meet this weekend.", "2023-10-20", "2023-10-21/2023-10-22", ()),
        ("They return on Sunday week.", "2023-10-18", "2023-10-29", ("2023-11-05",)),
        ("Built at the turn of the century.", "1998-03-06", "1900~", ("2000~",)),
    ],
)
def test_words_with_several_plausible_readings_carry_them_with_the_reason(text, dct, edtf, alternatives):
    (timex,) = find_timexes(text, dt.date.fromisoformat(dct))
    assert (timex.edtf, timex.alternatives) == (edtf, alternatives)
    assert timex.reason or not alternatives


def test_a_range_has_no_alternatives_of_its_first_end():
    (timex,) = find_timexes("Open from May 3 to May 5.", OCTOBER)
    assert (timex.edtf, timex.alternatives) == ("2023-05-03/2023-05-05", ())


@pytest.mark.parametrize("text", [example.text for rule in RULES for example in rule.examples])
@pytest.mark.parametrize("dct", [OCTOBER, None], ids=["published", "undated"])
def test_what_is_not_sure_says_why(text, dct):
    unsure = [timex for timex in find_timexes(text, dct) if timex.confidence != "high"]
    assert [timex.text for timex in unsure if not timex.reason] == []


def test_what_a_date_is_counted_from_is_told_as_it_was_written():
    assert find_timexes("He left two days before Easter.", OCTOBER)[0].anchor == "Easter"


def test_a_range_is_as_sure_as_its_less_sure_end_and_says_why():
    timex = find_timexes("It was dry from July to September.", OCTOBER)[0]
    assert (timex.rule, timex.confidence) == ("range", "medium")
    assert timex.reason
