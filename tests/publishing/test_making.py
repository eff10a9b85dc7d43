"""A site made by one process or by several."""

from __future__ import annotations

import datetime as dt
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.curating.nodes import collector_at_rest
from generator.errors import ShellError, WorkersError
from generator.publishing import making
from generator.publishing.drafts import FileDraft, PageDraft, among
from generator.publishing.making import make_site, processes_for
from generator.publishing.page import Listed, Page
from generator.publishing.publication import Address, Publication, prepare, read
from generator.publishing.shells import Shell
from generator.publishing.site_writer import SiteWriter
from generator.publishing.slots import kind_of

HARBOUR = Path(__file__).parent / "data" / "harbour.yaml"
URL = "https://bridge.example/"

forks = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
"""In the tests' own process a thread of another test may be alive, of which Python 3.12 warns."""


@pytest.fixture(scope="module")
def publication() -> Publication:
    """The harbour bridge in two languages."""
    return prepare(read(HARBOUR), Address(URL, "A site"), today=dt.date(2026, 11, 21), languages=["es"])


def make(publication: Publication, folder: Path, processes: int) -> list[Listed]:
    folder.mkdir()
    shell = Shell(("<title>", "</title>", "", ""), ("title", "head", "content"))
    shells = {kind_of(draft): shell for draft in publication.pages.values()}
    written = {"": publication.pages[""].make()}
    return make_site(publication, SiteWriter(folder, shells, URL), written, processes=processes)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def failing(publication: Publication, make: Callable[[], bytes]) -> Publication:
    """The same with a file that cannot be made."""
    return replace(publication, files={**publication.files, "odd.txt": FileDraft("odd.txt", make, "odd")})


@forks
def test_several_processes_make_the_same_bytes_as_one(publication: Publication, tmp_path: Path) -> None:
    alone = make(publication, tmp_path / "one", 1)
    shared = make(publication, tmp_path / "two", 2)

    assert shared == alone
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


def test_every_page_but_those_that_are_written_is_made_and_each_is_listed_in_its_place(
    publication: Publication, tmp_path: Path
) -> None:
    listed = make(publication, tmp_path / "site", 1)

    pages = {f"{path}index.html" for path in publication.pages} - {"index.html"}
    assert contents(tmp_path / "site").keys() == pages | publication.files.keys()
    assert [page.path for page in listed] == [*publication.pages]


def test_any_page_and_any_file_can_be_made_alone(publication: Publication, tmp_path: Path) -> None:
    make(publication, tmp_path / "site", 1)

    assert [draft.make().path for draft in publication.pages.values()] == [*publication.pages]
    assert publication.files["events.json"].make() == (tmp_path / "site" / "events.json").read_bytes()


def test_what_was_kept_for_other_pages_is_let_go_of(publication: Publication, tmp_path: Path) -> None:
    make(publication, tmp_path / "site", 1)

    assert not [key for atlas in publication.atlases for key in atlas.made if key[1]]


def test_what_a_page_was_made_of_goes_with_it_and_waits_for_no_collector(publication: Publication) -> None:
    schemas = ("schema/", "openapi.json", "es/openapi.json", "es/schema/")
    files = [draft for path, draft in publication.files.items() if not path.startswith(schemas)]
    everything = [*publication.pages.values(), *files]
    for draft in everything:
        draft.make()  # what is read and compiled once

    gc.collect()
    with collector_at_rest():
        for draft in everything:
            draft.make()
        found = gc.collect()

    assert found < 50


def refuse() -> bytes:
    raise ShellError("there is no shell", where="odd.html", todo="make one")


@forks
@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_wrong_is_said_alike_whoever_finds_it(publication: Publication, tmp_path: Path, processes: int) -> None:
    with pytest.raises(ShellError, match=r"odd\.html: there is no shell — make one"):
        make(failing(publication, refuse), tmp_path / "site", processes)


@forks
def test_a_process_that_is_ended_from_outside_ends_the_build_and_says_so(
    publication: Publication, tmp_path: Path
) -> None:
    own = os.getpid()

    def die() -> bytes:
        assert os.getpid() != own
        os.kill(os.getpid(), signal.SIGKILL)
        return b""

    with pytest.raises(WorkersError, match="was ended from outside — see whether the machine has memory left"):
        make(failing(publication, die), tmp_path / "site", 2)


def of_size(publication: Publication, pages: int) -> Publication:
    drafts: Mapping[str, PageDraft] = {
        path: PageDraft(path, lambda: Page("event", "", "", "", ""), "event", among("events", number))
        for number, path in enumerate(f"events/{number}/" for number in range(pages))
    }
    return replace(publication, pages=drafts)


@forks
def test_a_large_site_is_made_by_as_many_processes_as_there_are_processors(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "can_fork", lambda: True)

    assert processes_for(of_size(publication, 499)) == 1
    assert processes_for(of_size(publication, 500)) == len(os.sched_getaffinity(0))


def test_nothing_is_forked_where_the_system_does_not_tell_of_threads(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: str) -> list[str]:
        raise FileNotFoundError(path)

    monkeypatch.setattr(os, "listdir", fail)

    assert processes_for(of_size(publication, 500)) == 1


@forks
def test_nothing_is_forked_beside_a_thread(publication: Publication) -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert processes_for(of_size(publication, 500)) == 1
    finally:
        done.set()
        thread.join()
