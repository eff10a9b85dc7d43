from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

STORM = """\
---
title: Storm closes the harbour of Port Elm
publisher: Coast Daily
url: https://coast.example/storm
published: 2024-03-15
---

A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said.

Jane Hill will reopen the harbour on 22 March 2024, she said on Friday.

The town has 12,000 inhabitants.
"""

ECHO = """\
---
title: Harbour flooded
publisher: Northern Echo
published: 2024-03-16
---

A storm flooded Port Elm harbour on Thursday, its harbour master said.
"""

UNDATED = """\
---
title: Mayor resigns
publisher: Town Crier
---

Mayor Ann Lee resigned on Tuesday after a vote in Port Elm.
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two dated articles and one without a date, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "storm.md").write_text(STORM, encoding="utf-8")
    (tmp_path / "echo.md").write_text(ECHO, encoding="utf-8")
    (articles / "undated.md").write_text(UNDATED, encoding="utf-8")
    return tmp_path


@pytest.fixture
def dateline(capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Run the command line as a person does: errors are printed, and the exit code is what counts."""

    def run(*arguments: str) -> Result:
        code = 0
        try:
            main(list(arguments))
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Result(CliRunner(), out.encode(), err.encode(), (out + err).encode(), None, code, None)

    return run


@pytest.fixture
def extract(dateline: Callable[..., Result], work: Path) -> Callable[..., Result]:
    """Run `dateline extract` in the folder of articles, for the timeline `t.yaml`, on a fixed day."""
    assert work.is_dir()
    return lambda *arguments: dateline("extract", *arguments, "--events", "t.yaml", "--today", "2026-11-21")


@pytest.fixture
def state(work: Path) -> Callable[[], dict[str, tuple[bytes, int]]]:
    """What the files beside the timeline hold, and when they were written."""

    def look() -> dict[str, tuple[bytes, int]]:
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in work.iterdir() if path.is_file()}

    return look


@pytest.fixture
def edit(work: Path) -> Callable[..., None]:
    """Change `t.yaml` as a person does: each old text, which must stand there, becomes the new one."""

    def change(*changes: tuple[str, str]) -> None:
        text = (work / "t.yaml").read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        (work / "t.yaml").write_text(text, encoding="utf-8")

    return change
