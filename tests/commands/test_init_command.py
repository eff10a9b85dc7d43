"""`dateline init`: from nothing to a site."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.curating.load import load_timeline
from generator.reviewing.desk import Desk

ROOT = Path(__file__).parents[2]


@pytest.fixture
def made(dateline, work):
    """A new timeline, begun without a terminal."""
    ran = dateline("init", "bay-bridges", "--repository", "owner/bay", "--dateline", "dateline==0.1.0")
    assert ran.exit_code == 0, ran.output
    return work / "bay-bridges"


def ready(folder: Path) -> None:
    """Give a timeline the environment that runs these tests, so that make has nothing to install."""
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    (folder / ".venv" / "ready-python3").touch()


def make(folder: Path, target: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name not in {"SITE_URL", "MAKEFLAGS", "MAKELEVEL"}}
    return subprocess.run(["make", target], cwd=folder, env=env, capture_output=True, text=True, check=False)  # noqa: S607


def test_without_a_terminal_defaults_stand_for_what_no_option_says(made):
    info = load_timeline(made / "data" / "events.yaml").timeline
    assert (info.title, info.language, info.license) == ("Bay bridges", "en", "CC-BY-4.0")
    assert '"https://owner.github.io/bay/"' in (made / "mkdocs.yml").read_text()
    assert (made / "requirements.txt").read_text().splitlines()[-1] == "dateline==0.1.0"


def test_its_make_site_builds_a_site_without_events_and_with_the_first_one_its_page(made):
    ready(made)
    empty = make(made, "site")
    assert empty.returncode == 0, empty.stdout + empty.stderr
    assert "from 0 events" in empty.stdout
    home = (made / "site" / "index.html").read_text()
    assert "No event has been published yet." in home
    assert "Bay bridges" in home
    assert (made / "site" / "editorial" / "index.html").is_file()
    events = made / "data" / "events.yaml"
    events.write_text(events.read_text().replace("\n#  - date", "\n  - date").replace("\n#    ", "\n    "))
    assert make(made, "check").returncode == 0
    one = make(made, "site")
    assert one.returncode == 0, one.stdout + one.stderr
    assert (made / "site" / "events" / "2026-02-04-what-happened-in-a-few-words" / "index.html").is_file()


def test_its_pages_have_no_broken_link(made, dateline, monkeypatch):
    monkeypatch.chdir(made)
    ran = dateline("build", "--strict", "--today", "2026-11-22")
    assert ran.exit_code == 0, ran.output


def test_what_articles_report_waits_in_its_inbox_and_what_is_accepted_stands_in_its_file(
    made, dateline, work, monkeypatch
):
    shutil.copy(work / "articles" / "storm.md", made / "data" / "articles")
    monkeypatch.chdir(made)
    before = (made / "data" / "events.yaml").read_text()
    assert dateline("extract", "data/articles", "--today", "2026-11-22").exit_code == 0
    assert (made / "data" / "events.yaml").read_text() == before
    desk = Desk(Path("data/events.yaml"), Path("data/inbox.yaml"), dt.date(2026, 11, 22))
    name = desk.accept(desk.cases()[0])
    assert load_timeline(made / "data" / "events.yaml").by_id[name].published
    after = iter((made / "data" / "events.yaml").read_text().splitlines())
    assert all(line in after for line in before.splitlines())
    desk.undo()
    assert (made / "data" / "events.yaml").read_text() == before


def test_a_folder_in_which_a_file_is_in_the_way_is_left_alone(made, dateline):
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    ran = dateline("init", "bay-bridges")
    assert ran.exit_code == 1
    assert "there already, and nothing was written — move them away, or name a new folder" in ran.output
    assert {path: path.read_bytes() for path in made.rglob("*") if path.is_file()} == before


def test_a_folder_with_other_files_is_filled(dateline, work):
    (work / "new" / ".git").mkdir(parents=True)
    assert dateline("init", "new", "--dateline", "dateline").exit_code == 0
    assert (work / "new" / "mkdocs.yml").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--title", " "], "is no title"),
        (["--repository", "bay"], "is no repository"),
        (["--url", "a.example"], "is no web address"),
        (["--language", "English"], "is no code of a language"),
        (["--dateline", "datelime"], "nothing that pip could install"),
    ],
)
def test_an_option_that_is_wrong_writes_nothing(dateline, work, arguments, said):
    ran = dateline("init", "new", *arguments)
    assert ran.exit_code == 1
    assert said in ran.output
    assert not (work / "new").exists()


def test_a_requirement_of_this_machine_alone_is_told_of(dateline, work):
    (work / "checkout").mkdir()
    (work / "checkout" / "pyproject.toml").write_text("")
    ran = dateline("init", "new", "--dateline", "checkout")
    assert f"requirements.txt names a folder of this machine ({(work / 'checkout').as_uri()})" in ran.output


def test_at_a_terminal_it_asks_for_what_no_option_says_until_it_is_right(work):
    pexpect = pytest.importorskip("pexpect", reason="terminals are driven by pexpect", exc_type=ImportError)
    arguments = ["-m", "generator", "init", "old-town", "--language", "de", "--dateline", "dateline"]
    asked = pexpect.spawn(sys.executable, arguments, encoding="utf-8", timeout=120, cwd=str(work), dimensions=(24, 100))
    asked.expect(r"Title \[Old town\]: ")
    asked.sendline("Altstadt")
    asked.expect("Repository on GitHub.*: ")
    asked.sendline("bay")
    asked.expect("“bay” is no repository")
    asked.expect("Repository on GitHub.*: ")
    asked.sendline("owner/altstadt")
    asked.expect(r"Address of the site .*\[https://owner.github.io/altstadt/\]: ")
    asked.sendline("")
    asked.expect(r"Licence of the data .*\[CC-BY-4.0\]: ")
    asked.sendline("wtfpl")
    asked.expect("is no licence that we know")
    asked.expect(": ")
    asked.sendline("cc0-1.0")
    asked.expect("Wrote [0-9]+ files into old-town/")
    asked.expect(pexpect.EOF)
    assert asked.wait() == 0
    info = load_timeline(work / "old-town" / "data" / "events.yaml").timeline
    assert (info.title, info.language, info.license) == ("Altstadt", "de", "CC0-1.0")


def test_what_is_answered_is_checked_as_an_option_is(dateline, work, monkeypatch):
    answers = ["owner/bay", "", "english", "fr", "wtfpl", ""]
    for end in (sys.stdin, sys.stdout):
        monkeypatch.setattr(end, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(click.termui, "visible_prompt_func", lambda _question: answers.pop(0))
    ran = dateline("init", "new", "--title", "Bay", "--dateline", "dateline")
    assert ran.exit_code == 0
    assert answers == []
    info = load_timeline(work / "new" / "data" / "events.yaml").timeline
    assert (info.title, info.language, info.license) == ("Bay", "fr", "CC-BY-4.0")


@pytest.mark.skipif(os.environ.get("REQUIRE_NETWORK") != "1", reason="installs from the network: REQUIRE_NETWORK=1")
def test_its_make_site_sets_everything_up_on_a_fresh_machine(dateline, work):
    assert dateline("init", "new", "--dateline", str(ROOT)).exit_code == 0
    ran = make(work / "new", "site")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (work / "new" / "site" / "index.html").is_file()
