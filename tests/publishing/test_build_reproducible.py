"""Two builds give the same bytes, on whatever machine: other folders, time zones, languages and orders of hashing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HARBOUR = Path(__file__).parent / "data" / "harbour.yaml"
NOON = "1795262400"  # 2026-11-21, 12:00 UTC
CONFIGURATION = """\
site_name: The harbour bridge
site_url: https://bridge.example/
theme: {name: material, font: false}
plugins: [search, dateline]
"""
MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Pago_Pago", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
)


def built(folder: Path, machine: dict[str, str]) -> dict[str, str]:
    """Build the harbour's site in a folder: the digest of each file, by its name."""
    (folder / "data").mkdir(parents=True)
    (folder / "docs").mkdir()
    shutil.copy(HARBOUR, folder / "data" / "events.yaml")
    (folder / "docs" / "index.md").write_text("# The harbour bridge\n")
    (folder / "mkdocs.yml").write_text(CONFIGURATION)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = {**os.environ, **machine, "SOURCE_DATE_EPOCH": NOON}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    files = sorted(path for path in (folder / "site").rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_machines_build_the_same_bytes(tmp_path: Path) -> None:
    one = built(tmp_path / "one", MACHINES[0])
    other = built(tmp_path / "another" / "place", MACHINES[1])
    assert len(one) > 50
    assert {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)} == set()
