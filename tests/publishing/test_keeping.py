"""What of an earlier site stays as it is, and what is made anew."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, Timeout

from generator.curating.load import load_timeline
from generator.errors import SiteError
from generator.model import Timeline
from generator.publishing import keeping
from generator.publishing.engine import Options, build_site
from generator.publishing.keeping import Keeping
from generator.publishing.making import make_site
from generator.publishing.page import Listed
from generator.publishing.publication import Address, Publication, Read, prepare
from generator.publishing.shells import Repeat, Shell
from generator.publishing.site_writer import SiteWriter
from generator.publishing.slots import Kind, kind_of

HARBOUR = Path(__file__).parent / "data" / "harbour.yaml"
URL = "https://bridge.example/"
TESTS = "events/2024-08-31-load-tests/"


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return load_timeline(HARBOUR)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a site, beside that of its cache."""
    (tmp_path / "cache").mkdir()
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


@pytest.fixture(scope="module")
def built_once(timeline: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the site of the timeline lies, with its cache."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "cache").mkdir()
    (folder / "site").mkdir()
    build(planned(timeline), folder / "site")
    return folder


@pytest.fixture
def earlier(built_once: Path, tmp_path: Path) -> Path:
    """The folder of a site that an earlier build has put there."""
    shutil.copytree(built_once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "site"


def titled(timeline: Timeline, title: str, event_id: str = "2024-08-31-load-tests") -> Timeline:
    """The timeline with another title of one event."""
    events = tuple(
        each.model_copy(update={"title": title}) if each.id == event_id else each for each in timeline.events
    )
    return timeline.model_copy(update={"events": events})


def planned(timeline: Timeline, languages: tuple[str, ...] = ()) -> Publication:
    found = Read(Path("events.yaml"), timeline, {}, {})
    return prepare(found, Address(URL, "A site"), today=dt.date(2026, 11, 21), languages=languages)


def shell_of(kind: Kind) -> Shell:
    """A shell that shows all that a page puts into one."""
    toc = Repeat(Shell(("", " ", ""), ("anchor", "title")), ", ")
    gaps = ("title", "description", "canonical", "head", "content", "edit", *[toc] * kind.toc)
    return Shell(("\n",) * (len(gaps) + 1), gaps)


class Build:
    """One build into a site's folder.

    Attributes:
        made: The paths of what it made.
        listed: What it lists of all pages.
    """

    def __init__(self, publication: Publication, site: Path, *, searched: bool = True, processes: int = 1) -> None:
        self._keeping = Keeping(site.parent / "cache", site)
        self._room = site.parent / "made"
        self._room.mkdir()
        shells = {kind_of(draft): shell_of(kind_of(draft)) for draft in publication.pages.values()}
        kept = self._keeping.find(publication, shells, searched=searched)
        self.made = {*publication.pages, *publication.files} - kept.keys()
        writer = SiteWriter(self._room, shells, URL, searched=searched)
        self.listed: list[Listed] = make_site(publication, writer, {}, kept, processes=processes)
        self._keeping.note(self.listed)

    def put_in_place(self) -> None:
        self._keeping.put_in_place(self._room)
        shutil.rmtree(self._room)


def build(publication: Publication, site: Path, *, searched: bool = True, processes: int = 1) -> Build:
    """Build a site over what is in its folder."""
    found = Build(publication, site, searched=searched, processes=processes)
    found.put_in_place()
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fresh(publication: Publication, tmp_path: Path, *, searched: bool = True) -> tuple[dict[str, bytes], list[Listed]]:
    """What a build into an empty folder gives."""
    site = tmp_path / "fresh" / "site"
    (site.parent / "cache").mkdir(parents=True)
    site.mkdir()
    made = build(publication, site, searched=searched)
    return contents(site), made.listed


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_build_over_an_earlier_site_gives_what_one_into_an_empty_folder_gives(
    timeline: Timeline, site: Path, tmp_path: Path, processes: int
) -> None:
    build(planned(timeline, ("es",)), site)
    publication = planned(titled(timeline, "Forty lorries"), ("es",))

    again = build(publication, site, processes=processes)

    files, listed = fresh(publication, tmp_path)
    assert again.made < {*publication.pages, *publication.files}
    assert contents(site) == files
    assert again.listed == listed
    assert any(page.search for page in listed)
    assert any(page.updated for page in listed)


def test_what_tells_of_an_edited_event_is_made_and_little_else(timeline: Timeline, earlier: Path) -> None:

    made = build(planned(titled(timeline, "Forty lorries")), earlier).made

    assert f"{TESTS}" in made
    assert "tags/building/" in made
    assert "sources/tribune-2021-03-05/" not in made
    assert "events/2020-about-may-ferry-talks/" not in made
    assert len(made) < 80


def test_without_an_edit_only_what_tells_of_the_whole_timeline_is_made(timeline: Timeline, earlier: Path) -> None:
    publication = planned(timeline)

    drafts = {**publication.pages, **publication.files}
    assert build(publication, earlier).made == {path for path, draft in drafts.items() if draft.of is None}


def test_what_stays_keeps_its_time(timeline: Timeline, earlier: Path) -> None:
    page = earlier / "sources/tribune-2021-03-05/index.html"
    before = page.stat()

    build(planned(titled(timeline, "Forty lorries")), earlier)

    assert (page.stat().st_ino, page.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_event_that_is_removed_leaves_nothing_behind_and_comes_back_whole(
    timeline: Timeline, earlier: Path, tmp_path: Path
) -> None:
    less = timeline.model_copy(
        update={"events": tuple(each for each in timeline.events if f"events/{each.id}/" != TESTS)}
    )
    build(planned(less), earlier)
    assert contents(earlier) == fresh(planned(less), tmp_path / "less")[0]

    build(planned(timeline), earlier)
    assert contents(earlier) == fresh(planned(timeline), tmp_path / "whole")[0]


def test_pages_are_listed_for_the_search_where_a_site_has_one_now(
    timeline: Timeline, site: Path, tmp_path: Path
) -> None:
    build(planned(timeline), site, searched=False)

    assert build(planned(timeline), site).listed == fresh(planned(timeline), tmp_path)[1]


def rewrite(site: Path) -> None:
    page = site / TESTS / "index.html"
    page.write_bytes(page.read_bytes().replace(b"a", b"b"))
    os.utime(page, ns=(0, page.stat().st_mtime_ns + 1))


def lengthen(site: Path) -> None:
    page = site / TESTS / "index.html"
    before = page.stat()
    page.write_bytes(page.read_bytes() + b" ")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def lead_elsewhere(site: Path) -> None:
    (site / "events").rename(site.parent / "elsewhere")
    (site / "events").symlink_to(site.parent / "elsewhere", target_is_directory=True)


def link(site: Path) -> None:
    page = site / TESTS / "index.html"
    page.rename(site.parent / "page")
    page.symlink_to(site.parent / "page")


def replace_by_a_folder(site: Path) -> None:
    page = site / TESTS / "index.html"
    page.unlink()
    page.mkdir()


HANDS = {
    "rewritten": rewrite,
    "lengthened": lengthen,
    "deleted": lambda site: (site / TESTS / "index.html").unlink(),
    "with its folder": lambda site: [(site / TESTS / "index.html").unlink(), (site / TESTS).rmdir()],
    "moved behind a link": lead_elsewhere,
    "replaced by a link": link,
    "replaced by a folder": replace_by_a_folder,
    "joined by another": lambda site: (site / TESTS / "notes.txt").write_text("mine"),
    "joined by a folder": lambda site: (site / "events" / "2024-elsewhere" / "deep").mkdir(parents=True),
}


@pytest.mark.parametrize("hand", HANDS)
def test_what_was_changed_by_hand_is_made_good(timeline: Timeline, earlier: Path, hand: str) -> None:
    before, folders = contents(earlier), sorted(path for path in earlier.rglob("*") if path.is_dir())
    HANDS[hand](earlier)

    build(planned(timeline), earlier)

    assert contents(earlier) == before
    assert sorted(path for path in earlier.rglob("*") if path.is_dir()) == folders
    assert not (earlier / "events").is_symlink()


def cut_off(memory: bytes) -> bytes:
    return memory[: len(memory) // 2]


def without_a_line(memory: bytes) -> bytes:
    lines = memory.splitlines(keepends=True)
    return b"".join([*lines[:5], *lines[6:]])


def of_another_site(memory: bytes) -> bytes:
    return memory.replace(b'"../site"', b'"../other"', 1)


def of_another_version(memory: bytes) -> bytes:
    return memory.replace(b"[1,", b"[0,", 1)


@pytest.mark.parametrize(
    "damage",
    [
        cut_off,
        without_a_line,
        of_another_site,
        of_another_version,
        lambda memory: memory.replace(b"true", b"null", 1),
        lambda memory: b"\xff\x00" + memory,
        lambda memory: memory.splitlines(keepends=True)[0],
        lambda memory: memory.replace(b"\n", b"\n[[],1,2,3]\n", 1),
        lambda memory: b"",  # noqa: ARG005 nothing of it is left
    ],
)
def test_a_memory_that_is_damaged_or_foreign_is_worth_nothing(
    timeline: Timeline, earlier: Path, damage: Callable[[bytes], bytes]
) -> None:
    publication = planned(timeline)
    before = contents(earlier)
    (memory,) = (earlier.parent / "cache").iterdir()
    memory.write_bytes(damage(memory.read_bytes()))

    assert build(publication, earlier).made == {*publication.pages, *publication.files}
    assert contents(earlier) == before


def test_a_build_that_is_killed_while_its_site_is_put_in_place_leaves_no_memory(
    timeline: Timeline, earlier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = planned(titled(timeline, "Forty lorries"))
    with monkeypatch.context() as patched:
        patched.setattr(keeping, "renew", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build(publication, earlier)
    assert list((earlier.parent / "cache").iterdir()) == []
    (earlier.parent / "made").rename(earlier.parent / "left")

    assert build(publication, earlier).made == {*publication.pages, *publication.files}
    assert contents(earlier) == fresh(publication, tmp_path)[0]


def test_two_builds_at_once_do_not_give_half_of_each(timeline: Timeline, earlier: Path) -> None:
    one = Build(planned(timeline), earlier)
    (earlier.parent / "made").rename(earlier.parent / "beside")
    build(planned(titled(timeline, "Forty lorries")), earlier)
    (earlier.parent / "beside").rename(earlier.parent / "made")
    before = contents(earlier)

    with pytest.raises(SiteError, match="another build has put its site there meanwhile — build again"):
        one.put_in_place()
    assert contents(earlier) == before


def test_a_build_waits_until_another_has_put_its_site_in_place(
    timeline: Timeline, earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = []

    def renew(*given: Any) -> None:
        lock = FileLock(earlier.parent / "cache" / "site.lock", timeout=0)
        with pytest.raises(Timeout):
            lock.acquire()
        held.append(given)

    with monkeypatch.context() as patched:
        patched.setattr(keeping, "renew", renew)
        patched.setattr(Keeping, "_remember", lambda _: None)
        build(planned(titled(timeline, "Forty lorries")), earlier)
    assert held
    assert list((earlier.parent / "cache").iterdir()) == []


def test_a_site_without_a_cache_is_made_whole_each_time(timeline: Timeline, tmp_path: Path) -> None:
    site, publication = tmp_path / "site", planned(timeline)
    site.mkdir()

    build(publication, site)

    assert build(publication, site).made == {*publication.pages, *publication.files}


def test_a_disk_without_room_for_the_memory_keeps_no_half_of_it(
    timeline: Timeline, earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(keeping, "_told", full)
        build(planned(titled(timeline, "Forty lorries")), earlier)

    assert list((earlier.parent / "cache").iterdir()) == []


def test_a_line_of_the_memory_is_data(earlier: Path) -> None:
    (memory,) = (earlier.parent / "cache").iterdir()
    lines = {row[0]: row[1:] for row in map(json.loads, memory.read_text().splitlines()[1:-1])}

    found = (earlier / TESTS / "index.html").stat()
    assert lines[TESTS][1:4] == [found.st_size, found.st_mtime_ns, True]
    assert len(lines["events/2024-08-31-load-tests.json"]) == 3


def built(**rest: object) -> set[str]:
    """Build the project that the tests stand in; what was written of its pages and files."""
    found: set[str] = set()

    class Writer(SiteWriter):
        def write(self, path: str, content: bytes) -> None:
            found.add(path)
            super().write(path, content)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("generator.publishing.plugin.SiteWriter", Writer)
        build_site(Options(Path("mkdocs.yml"), dt.date(2026, 11, 21), **rest))
    return found


def anew(project: Path, folder: Path) -> dict[str, bytes]:
    """What a build of the project into an empty folder gives, where nobody remembers anything."""
    shutil.copytree(project, folder, ignore=shutil.ignore_patterns("site", ".cache"))
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        built()
    return contents(folder / "site")


def test_builds_one_after_another_give_what_each_gives_alone(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clean, events, site = tmp_path_factory.mktemp("clean"), project / "data/events.yaml", project / "site"
    built()

    events.write_text(events.read_text().replace("Leaders speak", "Both speak"))
    assert "events/2026-02-04-call/index.html" in built()
    edited = anew(project, clean / "edited")
    assert contents(site) == edited

    built(from_disk=True)
    built()
    assert contents(site) == edited

    (project / "docs/about.md").write_text("# About us\n")
    written = built()
    # The navigation of every page is another, and no file of data.
    assert "events/2026-02-04-call/index.html" in written
    assert "events/2026-02-04-call.json" not in written
    built(candidates=True)
    built()
    assert contents(site) == anew(project, clean / "about")
