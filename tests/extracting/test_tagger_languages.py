"""What holds for any text in German and Spanish, as the properties of English do; and how a language is found."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse
from generator.errors import DatelineError, UnknownLanguageError
from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.languages import CODES, language_of
from generator.extracting.tagger.scan import fold

DCT = dt.date(2023, 10, 18)
FOREIGN = sorted(set(CODES) - {"en"})
GAPS = [" ", " ", " ", "-", ", ", "/", ":", ".", ". ", "", "\n"]


@st.composite
def texts(draw, language):
    known = sorted({word for words in language_of(language).words.values() for word in words})
    odd = ["Mai", "März", "Mayo", "Fr.", "1990er", "3º", "v. Chr.", "a. C.", "İ", "ß", "—", "–", "$", "%", "\n\n"]
    piece = st.one_of(
        st.sampled_from(known),
        st.sampled_from(known).map(str.capitalize),
        st.sampled_from(odd),
        st.integers(0, 9999).map(str),
        st.dates().map(str),
        st.text(max_size=3),
    )
    return "".join(draw(piece) + draw(st.sampled_from(GAPS)) for _ in range(draw(st.integers(0, 25))))


@pytest.mark.parametrize("language", FOREIGN)
@given(data=st.data(), dct=st.one_of(st.none(), st.dates(), st.just(DCT)), ranges=st.booleans())
def test_any_text_gives_spans_in_order_and_dates_that_parse(language, data, dct, ranges):
    text = data.draw(texts(language))
    timexes = find_timexes(text, dct, language=language, ranges=ranges)
    ends = [0, *(timex.end for timex in timexes)]
    for timex, previous_end in zip(timexes, ends, strict=False):
        assert previous_end <= timex.start < timex.end
        assert text[timex.start : timex.end] == timex.text
        assert timex.edtf is None or parse(timex.edtf)
        assert timex.rule
        assert timex.value


@pytest.mark.parametrize("language", FOREIGN)
@given(data=st.data())
def test_without_a_dct_a_date_is_counted_from_words_of_the_text_alone(language, data):
    text = data.draw(texts(language))
    for timex in find_timexes(text, None, language=language):
        assert " ".join(fold(timex.anchor).split()) in " ".join(fold(text).split())


@pytest.mark.parametrize(
    ("language", "plain", "typeset"),
    [
        ("de", "Vom 3.-5. Mai 2022, im Mai", "Vom 3.–5.\N{NO-BREAK SPACE}Mai\N{NARROW NO-BREAK SPACE}2022, im Mai"),
        ("de", "Am 3. Mai 2022, vor zwei Tagen", "Am 3. Mai\n2022, vor zwei\nTagen"),
        ("es", "El 3 de mayo de 2022, en 2019-21", "El 3\N{NO-BREAK SPACE}de mayo de\n2022, en 2019–21"),
        ("es", "Hace dos años, la semana pasada", "Hace dos\naños, la\N{NO-BREAK SPACE}semana pasada"),
    ],
)
def test_typography_changes_nothing(language, plain, typeset):
    def read(text):
        return [(timex.value, timex.edtf) for timex in find_timexes(text, DCT, language=language)]

    assert read(plain) == read(typeset) != []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Er kam vergangene Woche am 3. Mai 2022, vor zwei Tagen, im März."),
        ("es", "Vino la semana pasada, el 3 de mayo de 2022, hace dos días, en marzo, el lunes."),
    ],
)
def test_upper_case_changes_nothing(language, text):
    values = [timex.value for timex in find_timexes(text, DCT, language=language)]
    assert [timex.value for timex in find_timexes(text.upper(), DCT, language=language)] == values


def test_a_language_is_imported_only_when_a_text_in_it_is_read():
    code = (
        "import sys, datetime; from generator import find_timexes;"
        "find_timexes('On Friday', datetime.date(2023, 10, 18));"
        "names = [name for name in sys.modules if name.rpartition('.')[2] in ('german', 'spanish')];"
        "sys.exit(', '.join(names) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("language", ["xx", "", "EN", "deu"])
def test_a_language_without_rules_is_refused_with_those_that_have_some(language):
    with pytest.raises(UnknownLanguageError, match="de, en, es") as caught:
        find_timexes("Monday", DCT, language=language)
    assert isinstance(caught.value, DatelineError)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("language", CODES)
def test_every_class_that_a_rule_names_has_words_of_its_language(language):
    known = language_of(language)
    for rule in known.rules:
        plain = [start for start in rule.starts if start not in known.words and start[0] != "#"]
        assert [start for start in plain if start not in rule.pattern and not start[-1].isdigit()] == [], rule.name
    for name, words in known.words.items():
        assert all(word == word.lower() for word in words), name
