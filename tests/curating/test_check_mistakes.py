"""Files as people break them, from `mistakes.txt`, and exactly what is said of each."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from generator.curating import nodes
from generator.curating.check import check

TODAY = dt.date(2026, 11, 21)

ADVICE = ("only one source tells of this event", "the title “A call” could be that of any event")
"""What is said of nearly all these files, being so short, and is not what they are about."""

_CASE = re.compile(r"^#{8} (?P<name>.+)\n(?P<text>(?:.*\n)*?)-{8}\n(?P<said>(?:.+\n)+)", re.MULTILINE)
_TABLE = Path(__file__).with_name("mistakes.txt").read_text(encoding="utf-8")
MISTAKES = {case["name"]: (case["text"], case["said"].splitlines()) for case in _CASE.finditer(_TABLE)}


def test_the_table_is_read_whole() -> None:
    assert len(MISTAKES) == _TABLE.count("\n########") >= 60


@pytest.mark.parametrize(("shown", "expected"), MISTAKES.values(), ids=MISTAKES.keys())
def test_says_in_plain_words_where_a_mistake_is_and_what_to_write(
    tmp_path: Path, shown: str, expected: list[str]
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(shown.replace("␉", "\t").replace("␇", "\a"), encoding="utf-8")
    faults = [fault for fault in check(path, today=TODAY) if fault.what not in ADVICE]
    said = [fault.say(str(path)).removeprefix(f"{path}:") for fault in faults]
    assert said == expected


@pytest.mark.parametrize("name", MISTAKES)
def test_says_the_same_where_yaml_is_parsed_without_libyaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(nodes, "_Parser", yaml.SafeLoader)
    test_says_in_plain_words_where_a_mistake_is_and_what_to_write(tmp_path, *MISTAKES[name])
