"""A disk that is full, for each command that writes: each file is the old one or the new one, and the next run works.

Every command is run on a small disk of its own, first with no room at all, then with a page of memory more each time,
or a few, until it has room enough. So the disk is full at one write after the other.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from rich.console import Console

from generator.cli import main
from generator.commands import migrate, terminal
from generator.commands.terminal import KeyTerminal
from generator.curating.migrating import Step, migrated
from generator.curating.schema import SCHEMA_FILE
from generator.reviewing.inbox import NEW_INBOX

PAGE = 4096
"""Bytes that a disk in memory gives at a time, on most machines."""

ROOMS = (0, 1, 2, 3, 4, 5, 6, 8, 13, 21, 34, 55)
"""Pages that are free on the disk, up to more than any of these commands writes."""

SIZE = "1m"
SIZE_OF_A_SITE = "30m"
ROOM_OF_A_BUILD = 500_000
"""Bytes: less than half of what any theme alone takes."""

FILLER = "filler"
FETCHED = re.compile(rb'fetched: "[^"]*"')
"""When a page was fetched, which is now."""
LONG = "The council of Port Elm went through all that had been said, and adjourned. " * 60
"""So that a timeline is more than one page."""

EVENTS = f"""\
schema: 1
sources:
  gazette: {{title: The opening, url: "https://gazette.example/1"}}
  undated: {{title: The vote, url: "https://gazette.example/2"}}
actors:
  lee: {{name: Ann Lee}}
events:
  - id: 2019-bridge
    title: Bridge opens
    date: 2019-05-01
    summary: {LONG}
    actors: [lee]
    citations: [{{source: gazette}}]
  - id: 2020-ferries
    review: candidate
    title: Ferries stop
    date: 2020-02-03
    citations: [{{source: gazette}}]
  - title: Ferries run again
    review: candidate
    date: 2021
    source: https://gazette.example/3
  - id: vote
    review: candidate
    title: Port Elm votes
    date: null
    citations: [{{source: undated, when: on Tuesday}}]
"""
PART = "events:\n  - id: 2018-storm\n    title: Storm\n    date: 2018\n    source: https://gazette.example/4\n"
ARTICLE = """\
---
title: Storm closes the harbour of Port Elm
publisher: Coast Daily
url: https://coast.example/storm
published: 2024-03-15
---

A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said.
"""
SHEET = "id,Date,Headline,URL\n2019-bridge,2019-05-02,Bridge opens late,\n,2022-05,Cranes return,https://a.example/a\n"
STORY = """<html lang="en"><head><title>Storm</title></head><body><article><h1>Storm at Port Elm</h1>
<p>A storm closed the harbour of Port Elm on 4 May 2021, the harbour master Jane Hill said on the pier.</p>
<p>The boats stayed in for two days, and the fish market was shut until the weekend, she said.</p>
</article></body></html>"""


ANSWERS = {
    "When did it happen?": "2026-02-04",
    "What happened?": "Council approves the bridge",
    "Where can others read it?": "https://gazette.example/bridge",
    "The words that say so": "The council approved the bridge.",
    "Licence": "- [X] My words may be used",
}
SUGGESTED = json.dumps(
    {
        "issue": {
            "number": 12,
            "body": "\n\n".join(f"### {label}\n\n{text}" for label, text in ANSWERS.items()),
            "created_at": "2026-02-06T10:00:00Z",
        }
    }
)
"""What GitHub tells a workflow of an issue that suggests an event."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A command on files.

    Attributes:
        command: The command and its options.
        files: What is there before, by name.
    """

    command: str
    files: dict[str, str] = field(default_factory=lambda: {"t.yaml": EVENTS})


SPLIT = {"t/timeline.yaml": EVENTS.partition("events:")[0], "t/events/2018.yaml": PART}
SCENES = {
    "extract": Scene("extract a.md --events t.yaml --workers 1", {"t.yaml": EVENTS, "a.md": ARTICLE}),
    "extract, a first file": Scene("extract a.md --events t.yaml --workers 1", {"a.md": ARTICLE}),
    "extract, an inbox": Scene("extract a.md --events t.yaml --inbox i.yaml", {"t.yaml": EVENTS, "a.md": ARTICLE}),
    "accept": Scene("accept 2020-ferries --events t.yaml"),
    "reject": Scene("reject 2020-ferries --reason No --events t.yaml"),
    "merge": Scene("merge 2019-bridge 2020-ferries --note One --events t.yaml"),
    "rename": Scene("rename 2019-bridge 2019-opening --events t.yaml"),
    "resolve": Scene("resolve undated --published 2021-05-06 --events t.yaml"),
    "withdraw": Scene("withdraw 2019-bridge --why Mistaken --events t.yaml"),
    "redact": Scene("redact Lee --events t.yaml"),
    "check --fix": Scene("check --fix t.yaml"),
    "split": Scene("split --events t/events.yaml", {"t/events.yaml": EVENTS}),
    "join": Scene("join --events t/events.yaml", SPLIT),
    "import": Scene("import a.csv --events t.yaml", {"t.yaml": EVENTS, "a.csv": SHEET}),
    "import, a first file": Scene("import a.csv --events t.yaml", {"a.csv": SHEET}),
    "import --update": Scene("import a.csv --update --events t.yaml", {"t.yaml": EVENTS, "a.csv": SHEET}),
    "digest": Scene("digest --since 2018-01-01 --events t.yaml --output d.html --format html"),
    "fetch": Scene("fetch {site}/a.html --into pages --allow-private --delay 0 --retries 0", {}),
    "init": Scene("init new --title New --dateline dateline", {}),
    "migrate": Scene("migrate --events t.yaml"),
    "github suggestion": Scene(
        "github suggestion issue.json --reply r.md --events t.yaml", {"t.yaml": EVENTS, "issue.json": SUGGESTED}
    ),
}
STEP = Step(lambda text: text.replace("schema: 1", "schema: 2", 1), "nothing else changes")
"""As there is no older schema yet, a file is brought from this one to the next."""


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with a page."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "a.html").write_text(STORY, encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A small disk in memory; of what size a test may say."""
    mount, end = shutil.which("mount"), shutil.which("umount")
    if sys.platform != "linux" or not mount or not end:
        pytest.skip("only Linux makes a small disk in memory")
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={getattr(request, 'param', SIZE)}", "none", place],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("only root may make a small disk")
    yield place
    subprocess.run([end, "--lazy", place], check=True)


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a command.

    Attributes:
        code: How it ended.
        said: What it said on the standard error.
        files: What each file then held.
    """

    code: int
    said: str
    files: dict[str, bytes]


Dateline = Callable[[str], Run]


@pytest.fixture
def dateline(disk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Dateline:
    """Run a command on the small disk."""
    monkeypatch.chdir(disk)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.setattr(migrate, "migrated", partial(migrated, steps={1: STEP}, to=2))

    def run(command: str) -> Run:
        with pytest.raises(SystemExit) as ended:
            main(command.split())
        return Run(int(ended.value.code or 0), capsys.readouterr().err, held(disk))

    return run


def held(disk: Path) -> dict[str, bytes]:
    """What every file holds that is no part of what fills the disk."""
    files = [each for each in disk.rglob("*") if each.is_file() and each.name != FILLER]
    return {str(each.relative_to(disk)): FETCHED.sub(b"", each.read_bytes()) for each in files}


def lay_out(disk: Path, files: dict[str, str], *, room: int | None) -> None:
    """Put files on an empty disk, and fill it up to so many free pages, or not at all."""
    for each in disk.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()
    for name, text in files.items():
        path = disk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if room is not None:
        free = shutil.disk_usage(disk).free
        (disk / FILLER).write_bytes(bytes(max(0, free - room * PAGE)))


def has_room(disk: Path, files: dict[str, str], run_it: Callable[[], Run], room: int, done: dict[str, bytes]) -> bool:
    """Run a command with so much room, and see to it that nothing is wrong afterwards; says whether it was enough."""
    lay_out(disk, files, room=room)
    old = held(disk)
    run = run_it()
    states = [{*old.items()}, {*done.items()}, {("i.yaml", NEW_INBOX.encode())}]
    assert [name for name, content in run.files.items() if not any((name, content) in each for each in states)] == []
    assert old.keys() & done.keys() <= run.files.keys()
    if run.code == 0:
        assert run.files == done
        return True
    assert run.code == 1
    last = run.said.splitlines()[-1]
    assert re.match(r"dateline: .*no space left on device", last), run.said
    # What was written is named, but for what is nobody's work yet.
    changed = {name for name, content in run.files.items() if content != old.get(name)} - {SCHEMA_FILE}
    told = last.partition("written before that: ")[2]
    assert {name for name in changed if run.files[name] != NEW_INBOX.encode()} == {*filter(None, [name_in(told)])}
    (disk / FILLER).unlink()
    again = run_it()
    assert (again.code, again.files) == (0, done), again.said
    return False


def name_in(told: str) -> str:
    """The name of the file in the end of a message."""
    return Path(told.partition(" — ")[0]).name


@pytest.mark.parametrize("name", SCENES)
def test_on_a_full_disk_each_file_is_the_old_one_or_the_new_one_and_the_next_run_does_the_rest(
    disk: Path, dateline: Dateline, site: str, name: str
) -> None:
    scene = SCENES[name]
    command = scene.command.format(site=site)
    lay_out(disk, scene.files, room=None)
    done = dateline(command)
    assert done.code == 0, done.said
    enough = [room for room in ROOMS if has_room(disk, scene.files, partial(dateline, command), room, done.files)]
    assert 0 < len(enough) < len(ROOMS)


class Person(KeyTerminal):
    """Somebody who reviews: the keys are pressed one after another, each after what is done before it.

    Args:
        presses: The keys, and what is done before.
        printed: Where what is shown is kept.
    """

    def __init__(self, presses: Iterable[tuple[Callable[[], object], str]], printed: io.StringIO) -> None:
        super().__init__(Console(file=printed, width=200, highlight=False))
        self.presses = iter(presses)

    def key(self) -> str:
        before, key = next(self.presses)
        before()
        return key


@pytest.mark.parametrize("room", [0, 1])
def test_on_a_full_disk_a_review_says_so_and_goes_on_once_there_is_room(
    disk: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    printed = io.StringIO()

    def run(*presses: tuple[Callable[[], object], str]) -> Run:
        monkeypatch.setattr(terminal, "terminal", lambda _: Person(presses, printed))
        return dateline("review --events t.yaml")

    lay_out(disk, SCENES["accept"].files, room=None)
    done = run((dict, "a"), (dict, "q"))
    lay_out(disk, SCENES["accept"].files, room=room)
    old = held(disk)

    def make_room() -> None:
        assert held(disk) == old
        (disk / FILLER).unlink()

    assert "no space left" not in printed.getvalue()
    assert run((dict, "a"), (make_room, "a"), (dict, "q")) == done
    assert "no space left on device" in printed.getvalue()


CONFIGURATION = """\
site_name: Port Elm
theme: {name: material}
plugins: [{dateline: {events: t.yaml}}]
"""


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize("disk", [SIZE_OF_A_SITE], indirect=True)
def test_on_a_full_disk_a_site_stays_as_it_was_and_the_next_build_makes_the_new_one(
    disk: Path, dateline: Dateline, tmp_path: Path, engine: str
) -> None:
    if engine == "zensical":
        pytest.importorskip("zensical", reason="Zensical is an extra")
    # The site is on another disk than its project, so that it cannot be made there and moved.
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Port Elm\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    command, site = f"build -f {tmp_path / 'mkdocs.yml'} -d out --engine {engine}", disk / "out"
    for title in ("Bridge is opened", "Bridge is closed"):
        (tmp_path / "t.yaml").write_text(EVENTS.replace("Bridge opens", title), encoding="utf-8")
        before = held(site)
        (disk / FILLER).write_bytes(bytes(shutil.disk_usage(disk).free - ROOM_OF_A_BUILD))
        full = dateline(command)
        assert full.code == 1
        assert "No space left on device — make room, and run this again" in full.said.splitlines()[-1]
        assert (held(site), [each for each in disk.iterdir() if each.name not in {"out", FILLER}]) == (before, [])
        (disk / FILLER).unlink()
        assert dateline(command).code == 0
        assert title in (site / "events" / "2019-bridge" / "index.html").read_text(encoding="utf-8")
