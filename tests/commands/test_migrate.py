"""`dateline migrate`, and its steps with an invented one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.migrating import STEPS, Step, migrated
from generator.errors import TimelineFileError
from generator.model import SCHEMA

Dateline = Callable[..., Result]


@pytest.mark.parametrize("text", ["schema: 1\nevents: []\n", "events: []\n", "", "schema: '1'\n"])
def test_of_the_newest_schema_there_is_nothing_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Dateline, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.yaml").write_text(text)
    result = dateline("migrate", "--events", "t.yaml")
    assert (result.exit_code, result.stdout) == (0, "t.yaml is of schema 1, which is the newest: nothing to do\n")
    assert Path("t.yaml").read_text() == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "# new\nschema: 2\n",
            "t.yaml:2: the file is of schema 2, and this version of Dateline knows schemas up to 1 — install ",
        ),
        ("schema: new\n", "t.yaml:1: the file says no schema that is a number — write schema: 1"),
        ("schema: 0\n", "t.yaml:1: nothing leads from schema 0 to 1 — "),
        ("<<<<<<< a\n>>>>>>> b\n", "t.yaml: the merge of this file is not finished — finish it first"),
    ],
)
def test_what_cannot_be_migrated_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Dateline, text: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.yaml").write_text(text)
    result = dateline("migrate", "--events", "t.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"dateline: {message}")
    assert Path("t.yaml").read_text() == text


def rename_tags(text: str) -> str:
    return text.replace("    tags:", "    topics:").replace("schema: 1", "schema: 2")


def test_steps_lead_from_each_schema_to_the_next() -> None:
    steps = {
        1: Step(rename_tags, "tags are called topics"),
        2: Step(lambda text: text.replace("schema: 2", "schema: 3"), "nothing else"),
    }
    old = "schema: 1  # ours\nevents:\n  - id: a\n    tags: [x]\n"
    done = migrated(old, Path("t.yaml"), steps=steps, to=3)
    assert done.text == "schema: 3  # ours\nevents:\n  - id: a\n    topics: [x]\n"
    assert done.told == ("Schema 1 to 2: tags are called topics", "Schema 2 to 3: nothing else")


def test_a_step_that_does_not_arrive_is_an_error() -> None:
    with pytest.raises(TimelineFileError, match="the step from schema 1 left it as it is"):
        migrated("schema: 1\n", Path("t.yaml"), steps={1: Step(str, "nothing")}, to=2)


def test_a_step_leads_from_every_schema_but_the_newest() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA))
