"""`dateline timex` shows each expression in its place, and why."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from generator.commands.timex import command
from generator.errors import ArticleError

TEXT = "The ministers met.\nIt was signed last February, and on Friday it was sealed.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_each_expression_is_shown_in_its_line_with_value_rule_and_anchor(article):
    result = CliRunner().invoke(command, ["--dct", "2023-10-18", str(article)])
    assert result.exit_code == 0
    assert "2: It was signed »last February«, and on Friday it was sealed." in result.stdout
    assert "EDTF [2022-02,2023-02] · rule relative-month · counted from 2023-10-18 · confidence low" in result.stdout
    assert "or 2022-02, 2023-02\n    because “last February” can mean" in result.stdout
    assert "2 expressions of time, 2 with a calendar date." in result.stderr


def test_without_a_dct_it_says_that_there_is_no_calendar_date(article):
    result = CliRunner().invoke(command, [str(article)])
    assert "DATE · XXXX-WXX-5 · no calendar date · rule weekday · confidence low" in result.stdout


def test_without_a_dct_it_says_what_the_option_is_for(article):
    assert "Without --dct" in CliRunner().invoke(command, [str(article)]).stderr
    assert "Without --dct" not in CliRunner().invoke(command, ["--dct", "2023-10-18", str(article)]).stderr


def test_a_text_in_a_language_without_rules_is_read_as_english_and_it_says_so():
    text = "Les ministres se sont réunis lundi dans la capitale pour parler de la guerre depuis 2022."
    result = CliRunner().invoke(command, [], input=text)
    assert "a language without rules (fr): it is read as English" in result.stderr
    assert "»2022«" in result.stdout
    assert "fr" not in CliRunner().invoke(command, ["--language", "en"], input=text).stderr


def test_the_text_can_come_from_standard_input():
    result = CliRunner().invoke(command, ["--dct", "2023-10-18", "-"], input="In early May 2022 it rained.")
    assert "1: In »early May 2022« it rained." in result.stdout
    assert "DATE · 2022-05 · START · EDTF 2022-05" in result.stdout
    assert result.stderr == "1 expression of time, 1 with a calendar date.\n"


def test_json_has_every_attribute_and_the_line(article):
    result = CliRunner().invoke(command, ["--dct", "2023-10-18", "--json", str(article)])
    first, second = json.loads(result.stdout)
    assert (first["line"], first["edtf"], first["rule"]) == (2, "[2022-02,2023-02]", "relative-month")
    assert (second["text"], second["value"]) == ("Friday", "2023-10-13")


def test_a_long_line_is_cut_around_the_expression():
    result = CliRunner().invoke(command, [], input=f"{'a ' * 100}in 2019 {'b ' * 100}")
    (line,) = [line for line in result.stdout.splitlines() if "»" in line]
    assert line.startswith("1: …")
    assert line.endswith("…")
    assert len(line) < 140


def test_what_a_terminal_would_obey_is_not_passed_on():
    result = CliRunner().invoke(command, [], input="\x1b[31mIn 2019\x07 it fell.")
    assert "\x1b" not in result.stdout
    assert "\x07" not in result.stdout


def test_a_wrong_date_is_refused_with_the_format(article):
    result = CliRunner().invoke(command, ["--dct", "18.10.2023", str(article)])
    assert result.exit_code == 2
    assert "%Y-%m-%d" in result.stderr


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"\xff\xfe\x00x", "is not text in UTF-8"), (b"PK\x00\x01 in 2019", "is a binary file"), (None, "No such file")],
)
def test_what_is_no_text_is_refused_with_its_name(tmp_path, content, message):
    path = tmp_path / "b.bin"
    if content is not None:
        path.write_bytes(content)
    result = CliRunner().invoke(command, [str(path)])
    assert isinstance(result.exception, ArticleError)
    assert message in str(result.exception)
    assert "b.bin" in str(result.exception)


def test_the_help_has_an_example():
    result = CliRunner().invoke(command, ["--help"])
    assert "dateline timex --dct 2023-10-18 article.txt" in result.output


def test_the_language_can_be_given():
    result = CliRunner().invoke(command, ["--dct", "2023-10-18", "--language", "de"], input="Es regnete am Freitag.")
    assert "1: Es regnete am »Freitag«." in result.stdout
    assert "EDTF 2023-10-13" in result.stdout


def test_the_language_is_found_from_a_text_that_is_long_enough():
    text = "Der Minister sagte in Berlin, dass sich die beiden Seiten am Freitag auf ein neues Abkommen geeinigt haben."
    result = CliRunner().invoke(command, ["--dct", "2023-10-18"], input=text)
    assert "»Freitag«" in result.stdout
    assert "2023-10-13" in result.stdout


def test_a_text_in_a_language_without_rules_is_read_as_english():
    text = (
        "Le ministre a annoncé que les deux parties sont parvenues à un accord avant la réunion du 2022-12-30 à Paris."
    )
    result = CliRunner().invoke(command, [], input=text)
    assert "EDTF 2022-12-30" in result.stdout


def test_a_language_without_rules_is_refused_with_those_that_have_some():
    result = CliRunner().invoke(command, ["--language", "xx"], input="Monday")
    assert result.exit_code == 2
    assert "'de', 'en', 'es'" in result.stderr
