"""The command line as a whole: help, version, errors."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

import generator
from generator import cli
from generator.errors import FaultyTimelineError, UsageError


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_every_command_explains_itself_with_an_example(command):
    result = CliRunner().invoke(cli.dateline, [command, "--help"])
    assert result.exit_code == 0, result.output
    assert "Example" in result.output
    assert f"dateline {command}" in result.output


def test_the_list_of_commands_says_what_each_does():
    result = CliRunner().invoke(cli.dateline, ["--help"])
    for name, sentence in cli.COMMANDS.items():
        assert name in result.output
        assert sentence.split()[0] in result.output


def test_the_module_and_the_command_are_the_same():
    ran = subprocess.run([sys.executable, "-m", "generator", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout == f"dateline, version {generator.__version__}\n"


def test_an_unknown_command_is_refused():
    result = CliRunner().invoke(cli.dateline, ["publish"])
    assert result.exit_code == 2
    assert "No such command" in result.output


def test_an_error_is_printed_as_where_what_and_what_to_do(monkeypatch, capsys):
    def fail(**_):
        raise UsageError("it is so", where="a.yaml:3:1", todo="do that")

    monkeypatch.setattr(cli.dateline, "main", fail)
    with pytest.raises(SystemExit) as ended:
        cli.main([])
    assert ended.value.code == 1
    assert capsys.readouterr().err == "dateline: a.yaml:3:1: it is so — do that\n"


def test_all_faults_of_a_file_are_printed(monkeypatch, capsys):
    def fail(**_):
        raise FaultyTimelineError("2 faults", faults=("a.yaml:1:1: one", "a.yaml:2:1: two"))

    monkeypatch.setattr(cli.dateline, "main", fail)
    with pytest.raises(SystemExit):
        cli.main([])
    assert capsys.readouterr().err.splitlines() == ["a.yaml:1:1: one", "a.yaml:2:1: two", "dateline: 2 faults"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "dateline: the system refuses: no space left on device — "),
        (PermissionError(1, "Not permitted", "a.yaml"), "dateline: a.yaml: the system refuses: not permitted — "),
    ],
)
def test_what_the_system_refuses_is_said_in_a_line(monkeypatch, capsys, error, said):
    def fail(**_):
        raise error

    monkeypatch.setattr(cli.dateline, "main", fail)
    with pytest.raises(SystemExit) as ended:
        cli.main([])
    assert ended.value.code == 1
    assert capsys.readouterr().err.startswith(said)
