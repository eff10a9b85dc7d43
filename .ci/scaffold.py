# noqa: INP001 a script, not a package
"""Brings what `dateline init` writes for GitHub up to date with what the demo itself has there: `make scaffold`.

The demo's files are the truth. A timeline gets them as they are, but for what is about the program's code.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / ".github"
TARGET = ROOT / "generator" / "scaffold" / "files" / "dot-github"

OURS_ALONE = {
    "workflows/check.yml": r"^  (?:tests|oldest|lint):\n(?:(?:    .*)?\n)+",
    "PULL_REQUEST_TEMPLATE.md": r"\n\*\*For code\*\*\n\n(?:- .*\n)+",
    "CODEOWNERS": r"^# generator/.*\n",
}
"""What of a file is about the program's code, and left out."""

OURS_WHOLE = {"workflows/audit.yml"}
"""The files that are about it as a whole."""


def derived() -> dict[str, str]:
    """What a timeline gets: the text of each file by its path from `.github`."""
    texts = {}
    for path in sorted(path for path in SOURCE.rglob("*") if path.is_file()):
        name, text = path.relative_to(SOURCE).as_posix(), path.read_text(encoding="utf-8")
        if name in OURS_WHOLE:
            continue
        if name in OURS_ALONE:
            text, count = re.subn(OURS_ALONE[name], "", text, flags=re.MULTILINE)
            if not count:
                sys.exit(f"{name} no longer has what was left out of it: bring OURS_ALONE up to date")
        texts[name] = text
    return texts


def main() -> None:
    """Write what differs, and take away what the demo has no more."""
    texts = derived()
    for path in [path for path in TARGET.rglob("*") if path.is_file()]:
        if path.relative_to(TARGET).as_posix() not in texts:
            path.unlink()
    for name, text in texts.items():
        path = TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
