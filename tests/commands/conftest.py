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
