"""Files that unfold: read within a fixed memory, or refused in a sentence; in a process that is given no more."""

from __future__ import annotations

import gzip
import io
import json
import re
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

LIMIT = 1_200_000_000
"""Bytes of addresses that a process may have: what the libraries take is 700 MB of them, most never touched."""

READ = """
import datetime as dt, json, sys
from pathlib import Path
from generator.curating.check import check
from generator.errors import DatelineError
from generator.importing.files import read_batch
from generator.reading import Item, items, read_item

today, said = dt.date(2026, 11, 22), {}
for name in sys.argv[1:]:
    path, told = Path(name), []
    try:
        if path.name.startswith("timeline"):
            told += [fault.what for fault in check(path, today=today)]
        elif path.name.startswith("import"):
            told += [str(len(read_batch(path).drafts))]
        else:
            for found in items([path], today=today):
                told.append(found.why if not isinstance(found, Item) else read_item(found, today=today).text[:80])
    except DatelineError as error:
        told.append(str(error))
    said[path.name] = told[:3]
print(json.dumps(said))
"""
STORY = "<p>The northern ferries ran again on Friday, after a strike that had stopped them for three weeks.</p>" * 3
ALIASES = "\n".join(["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))])


def zipped(name: str, size: int) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w", force_zip64=True) as member,
    ):
        for _ in range(size // 10_000_000):
            member.write(bytes(10_000_000))
    return out.getvalue()


def gzipped(size: int) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1) as packed:
        for _ in range(size // 10_000_000):
            packed.write(bytes(10_000_000))
    return out.getvalue()


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What was said of each file by a process that must not grow."""
    folder: Path = tmp_path_factory.mktemp("unfolding")
    files: dict[str, str | bytes] = {
        "timeline-aliases.yaml": f"{ALIASES}\nevents: *a29\n",
        "timeline-nested.yaml": f"events: {'[' * 100_000}\n",
        "timeline-keys.yaml": f"events: {'{a: ' * 100_000}\n",
        "nested.html": f"<html><body>{'<div>' * 100_000}{STORY}</body></html>",
        "nested.json": "[" * 1_000_000,
        "entities.xml": "<!DOCTYPE a [<!ENTITY b 'xxxxxxxxxx'>"
        + "".join(f"<!ENTITY b{n} '{f'&b{n - 1 if n else str()};' * 10}'>" for n in range(12))
        + "]><rss><channel><item><title>&b11;</title></item></channel></rss>",
        "bomb.zip": zipped("bomb.jsonl", 200_000_000),
        "bomb.jsonl.gz": gzipped(200_000_000),
        "import-bomb.xlsx": zipped("xl/worksheets/sheet1.xml", 200_000_000),
        "import-nested.json": '{"events":' + "[" * 1_000_000,
        "import-long.csv": "Date,Title\n2022," + '"' + "x" * 15_000_000,
        "front.md": f"---\n{ALIASES}\ntitle: Ferries run\n---\nThe crews went back to work on Friday.\n",
    }
    paths = []
    for name, content in files.items():
        paths.append(folder / name)
        paths[-1].write_bytes(content if isinstance(content, bytes) else content.encode())

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))

    command = [sys.executable, "-c", READ, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=bound)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, list[str]] = json.loads(done.stdout)
    assert found.keys() == files.keys()
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the addresses of a process")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("timeline-aliases.yaml", "is an anchor|unknown key"),
        ("timeline-nested.yaml", "nested"),
        ("timeline-keys.yaml", "nested"),
        ("nested.html", "no article in this page|more elements"),
        ("nested.json", "nested|JSON"),
        ("entities.xml", "neither a text nor an address"),
        ("bomb.zip", "more than"),
        ("bomb.jsonl.gz", "more than 200 times its size"),
        ("import-bomb.xlsx", "workbook|MB"),
        ("import-nested.json", "nested too deeply|not JSON"),
        ("import-long.csv", "CSV"),
        ("front.md", "The crews went back to work"),
    ],
)
def test_what_unfolds_is_refused_or_read_within_its_bounds(said: dict[str, list[str]], name: str, words: str) -> None:
    assert re.search(words, " ".join(said[name])), said[name]
