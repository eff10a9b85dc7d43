"""What SECURITY.md promises is held by tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_test_that_the_security_policy_names_exists() -> None:
    named = set(re.findall(r"`(tests/[^`]+)`", SECURITY))
    assert len(named) > 10
    assert sorted(name for name in named if not (ROOT / name).is_file()) == []


def test_every_promise_of_the_security_policy_names_a_test() -> None:
    promises = SECURITY.split("| --- | --- |\n")[-1].strip().splitlines()
    assert [row for row in promises if "`tests/" not in row] == []
