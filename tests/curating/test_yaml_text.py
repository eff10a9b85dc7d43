from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.curating.load import load_text
from generator.curating.nodes import compose
from generator.curating.yaml_text import Data, inline, item_lines, mapping_lines, scalar

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
KEY = TEXT.filter(lambda key: key not in {"", "<<"})
DATA = st.recursive(
    st.none() | st.booleans() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "true"),
        ("candidate", "candidate"),
        ("weekday-past", "weekday-past"),
        ("2022-12-30-putin-and-xi", "2022-12-30-putin-and-xi"),
        ("9f2c41d07a", "9f2c41d07a"),
        ("1234567890", '"1234567890"'),
        ("12345e6789", '"12345e6789"'),
        ("0x1f", '"0x1f"'),
        ("no", '"no"'),
        ("null", '"null"'),
        ("", '""'),
        ('Putin: “yes” # and "no"', '"Putin: “yes” # and \\"no\\""'),
        ("C:\\news", '"C:\\\\news"'),
        ("two\nlines\tand a tab", '"two\\nlines\\tand a tab"'),
        ("Путин", '"Путин"'),
        ("习近平", "习近平"),
        ("\u202eevil\u2028\x07\x85\ufeff", '"\\u202eevil\\u2028\\x07\\N\\ufeff"'),
        ("\U000e0001", '"\\U000e0001"'),
        ("half \ud800", '"half \N{REPLACEMENT CHARACTER}"'),
        ("👩‍🚀 flies", '"👩‍🚀 flies"'),
    ],
)
def test_text_is_quoted_unless_nothing_can_mistake_it(value: str | None, expected: str) -> None:
    assert scalar(value) == expected


@pytest.mark.parametrize(
    "date", ["2022", "2022-12-30", "2022-02~", "2026-01-31/2026-02-01", "2022/..", "199X", "2023-21"]
)
def test_a_date_stands_without_quotes(date: str) -> None:
    assert scalar(date, date=True) == date


@pytest.mark.parametrize("date", ["[2022-02,2023-02]", "../2023", "2022-", "soon!"])
def test_a_date_that_yaml_could_mistake_is_quoted(date: str) -> None:
    assert scalar(date, date=True) == f'"{date}"'


def test_a_field_stands_on_a_line() -> None:
    fields: dict[str, Data] = {
        "id": "2022-12-30-call",
        "date": "2022",
        "title": "Leaders call",
        "actors": ["ann", "Bo Li"],
        "published_basis": {"method": "byline", "words": "Dec 30"},
        "citations": [{"source": "paper-2022", "date": None}],
    }
    assert item_lines(fields) == [
        "- id: 2022-12-30-call",
        "  date: 2022",
        '  title: "Leaders call"',
        '  actors: [ann, "Bo Li"]',
        '  published_basis: {method: byline, words: "Dec 30"}',
        "  citations:",
        "    - source: paper-2022",
        "      date: null",
    ]


def test_dashes_stand_under_their_key_where_a_file_has_them_so() -> None:
    assert mapping_lines({"citations": [{"source": "a"}]}, dash_indent=0) == ["citations:", "- source: a"]


def test_a_long_mapping_is_not_squeezed_into_a_line() -> None:
    lines = mapping_lines({"basis": {"method": "weekday", "reason": "x " * 50}})
    assert lines[:2] == ["basis:", "  method: weekday"]


def test_an_empty_mapping_under_a_long_key_stays_a_mapping() -> None:
    assert mapping_lines({"0" * 95: {}}) == [f'"{"0" * 95}": {{}}']


@given(st.dictionaries(KEY, DATA, min_size=1, max_size=3), st.sampled_from([0, 2]))
def test_what_is_written_reads_as_what_was_meant(fields: dict[str, Data], dash_indent: int) -> None:
    text = "\n".join(mapping_lines(fields, dash_indent=dash_indent)) + "\n"
    composed = compose(text)
    assert (composed.data, composed.faults) == (fields, ())


@given(TEXT)
def test_any_text_survives_a_reader_that_guesses_types(text: str) -> None:
    read = yaml.safe_load(f"x: {scalar(text)}")["x"]
    assert str(read) == text


def test_a_written_entry_is_a_valid_timeline() -> None:
    lines = mapping_lines({"events": [{"id": "a", "date": "2022", "title": "No: “x”"}]})
    assert load_text("\n".join(lines), path=None).faults == ()  # type: ignore[arg-type]


def test_only_where_a_date_stands_is_a_year_not_quoted() -> None:
    assert inline("1984") == '"1984"'
    assert inline("1984", date=True) == "1984"
    assert inline({"date": "2022", "title": "1984"}) == '{date: 2022, title: "1984"}'
