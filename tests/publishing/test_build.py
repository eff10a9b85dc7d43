"""A site built from a timeline's file, as `dateline build` and `mkdocs build` do it."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import SiteError
from generator.publishing.engine import Options, build_site, events_file

REPOSITORY = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 21)


def options(**rest: object) -> Options:
    return Options(Path("mkdocs.yml"), TODAY, **rest)


def fingerprints(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_build_says_where_the_site_is_and_how_much_is_in_it(project: Path):
    built = build_site(options())

    assert built.folder == project / "site"
    assert built.events == 1
    # Frames for other people's pages are no pages of the site; the builder of embeds is one.
    pages = {path.parent.relative_to(project / "site").as_posix() for path in (project / "site").rglob("index.html")}
    assert built.pages == sum(page == "embed/builder" or page.split("/")[0] != "embed" for page in pages)


def test_a_candidate_is_shown_only_when_asked_for(project: Path):
    build_site(options())
    assert not (project / "site/events/2026-03-01-visit").exists()

    assert build_site(options(candidates=True)).events == 2
    assert (project / "site/events/2026-03-01-visit/index.html").is_file()

    build_site(options())
    assert not (project / "site/events/2026-03-01-visit").exists()


def test_the_page_of_an_event_that_was_removed_does_not_stay(project: Path):
    build_site(options())
    assert (project / "site/events/2026-02-04-call/index.html").is_file()

    events = project / "data/events.yaml"
    events.write_text(events.read_text().replace("2026-02-04-call", "2026-02-04-conversation"))
    build_site(options())

    assert [path.name for path in (project / "site/events").iterdir() if path.is_dir()] == ["2026-02-04-conversation"]


def test_two_builds_of_one_day_give_the_same_bytes(project: Path):
    build_site(options(site_dir=Path("one")))
    build_site(options(site_dir=Path("two")))

    assert fingerprints(project / "one") == fingerprints(project / "two")


def test_the_day_of_the_build_is_the_one_that_was_given(project: Path):
    (project / "docs" / "method.md").write_text("# Method\n")

    build_site(options())

    assert "<lastmod>2026-11-21</lastmod>" in (project / "site/sitemap.xml").read_text()


def test_pages_lead_to_how_we_work_only_where_that_is_written(project: Path):
    build_site(options())
    pages = [project / "site/index.html", project / "site/events/2026-02-04-call/index.html"]
    assert not [page for page in pages if 'method/"' in page.read_text()]

    (project / "docs" / "method.md").write_text("# How we work\n")
    build_site(options())
    assert all('method/"' in page.read_text() for page in pages)


def test_mkdocs_itself_gives_the_same_site_without_a_warning(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 2026-11-21
    build_site(options(site_dir=Path("ours")))

    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "theirs"]
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    assert "WARNING" not in ran.stderr
    assert "dateline-slot" not in ran.stderr
    assert fingerprints(project / "ours") == fingerprints(project / "theirs")


def test_mkdocs_lists_the_faults_of_the_timeline_and_leaves_the_earlier_site_as_it_was(project: Path):
    build_site(options())
    before = fingerprints(project / "site")
    events = project / "data/events.yaml"
    events.write_text(events.read_text().replace("date: 2026-02-04", "date: 2026-02-34"))

    command = [sys.executable, "-m", "mkdocs", "build"]
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

    assert ran.returncode == 1
    assert "data/events.yaml:5:" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert fingerprints(project / "site") == before


@pytest.mark.parametrize(("folder", "file"), [("data", "index.html"), ("thesis", "chapter.txt")])
def test_a_folder_that_holds_what_is_no_site_is_not_emptied(
    project: Path, capfd: pytest.CaptureFixture[str], folder: str, file: str
):
    (project / folder).mkdir(exist_ok=True)
    (project / folder / file).write_text("dear to somebody")
    before = fingerprints(project)

    with pytest.raises(SiteError):
        build_site(options(site_dir=Path(folder)))

    assert f"{folder}: the site's folder holds " in capfd.readouterr().err
    assert fingerprints(project) == before


def test_two_events_with_one_id_are_refused_and_not_published_one_over_the_other(
    project: Path, capfd: pytest.CaptureFixture[str]
):
    events = project / "data/events.yaml"
    events.write_text(events.read_text().replace("2026-03-01-visit\n", "2026-02-04-call\n"))

    with pytest.raises(SiteError):
        build_site(options(candidates=True))

    assert "two pages would stand at events/2026-02-04-call/" in capfd.readouterr().err


def test_a_build_is_silent_when_all_is_well(project: Path, capfd: pytest.CaptureFixture[str]):  # noqa: ARG001 it chdirs
    build_site(options())

    assert capfd.readouterr() == ("", "")


def test_a_warning_is_shown_and_ends_a_strict_build(project: Path, capfd: pytest.CaptureFixture[str]):
    (project / "docs" / "method.md").write_text("# Method\n\n[Nowhere](nowhere.md)\n")

    build_site(options())
    assert "nowhere.md" in capfd.readouterr().err

    with pytest.raises(SiteError, match="strict"):
        build_site(options(strict=True))


def test_the_timelines_file_is_the_one_that_the_configuration_names(project: Path):
    configuration = project / "mkdocs.yml"
    configuration.write_text(configuration.read_text().replace("dateline]", "dateline: {events: other.yaml}]"))

    assert events_file(options()) == Path("other.yaml")


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        ("site_name: A\nplugins: [search]\n", "the configuration does not use Dateline — add “- dateline”"),
        ("site_name: [\n", "error parsing the configuration file"),
        ("site_name: A\nplugins: [nowhere]\n", "MkDocs stopped: Aborted with a configuration error"),
    ],
)
def test_a_configuration_that_gives_no_site_is_named(project: Path, configuration: str, message: str):
    (project / "mkdocs.yml").write_text(configuration)

    with pytest.raises(SiteError) as caught:
        events_file(options())

    assert message in str(caught.value)
    assert caught.value.where == "mkdocs.yml"


def test_a_missing_configuration_is_named(project: Path):
    (project / "mkdocs.yml").unlink()

    with pytest.raises(SiteError, match="does not exist"):
        build_site(options())


def test_a_site_folder_that_cannot_be_made_is_named(project: Path):
    (project / "taken").write_text("a file")

    with pytest.raises(SiteError) as caught:
        build_site(options(site_dir=Path("taken")))

    assert "taken" in caught.value.where


def test_the_environment_is_left_as_it_was(project: Path, monkeypatch: pytest.MonkeyPatch):  # noqa: ARG001 it chdirs
    import os

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.delenv("DATELINE_CANDIDATES", raising=False)

    build_site(options(candidates=True))

    assert os.environ["SOURCE_DATE_EPOCH"] == "1"
    assert "DATELINE_CANDIDATES" not in os.environ


def test_the_repositorys_own_site_builds_without_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("docs", "data"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SITE_URL", "https://example.org/dateline/")

    built = build_site(options(strict=True))

    assert built.events > 0


@pytest.mark.usefixtures("project")
def test_a_page_that_is_shared_shows_its_title_and_description():
    built = build_site(options())

    page = (built.folder / "events" / "2026-02-04-call" / "index.html").read_text()
    assert '<meta property="og:title" content="Leaders speak by video link">' in page
    assert '<meta property="og:url" content="https://example.org/events/2026-02-04-call/">' in page
    assert '<meta property="og:type" content="article">' in page


MORE = """\
  - id: 2026-04-01-treaty
    date: 2026-04-01
    title: A treaty
    tags: [law]
    source: https://example.org/treaty
"""


def test_a_build_over_an_earlier_site_gives_what_a_new_one_gives_and_leaves_alone_what_is_the_same(project: Path):
    events = project / "data/events.yaml"
    events.write_text(events.read_text() + MORE + MORE.replace("2026-04-01", "2026-05-01").replace("law", "trade"))
    build_site(options())
    site = project / "site"
    (site / ".nojekyll").write_text("")
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes()) for path in files_of(site)}

    events.write_text(events.read_text().replace("Leaders speak", "Both speak").replace(MORE, ""))
    build_site(options())
    build_site(options(site_dir=Path("fresh")))

    after = fingerprints(site)
    assert after.pop(".nojekyll")
    assert after == fingerprints(project / "fresh")
    assert not (site / "events/2026-04-01-treaty").exists()
    assert not (site / "tags/law").exists()
    same = {path: then for path, then in before.items() if path.is_file() and path.read_bytes() == then[2]}
    assert len(same) > len(before) / 3
    assert [path for path, then in same.items() if (path.stat().st_ino, path.stat().st_mtime_ns) != then[:2]] == []


def test_a_build_that_fails_leaves_the_earlier_site_as_it_was(project: Path):
    build_site(options())
    before = fingerprints(project / "site")
    (project / "docs" / "events.md").write_text("[nowhere](nowhere.md)\n")

    with pytest.raises(SiteError):
        build_site(options(strict=True))

    assert fingerprints(project / "site") == before


def test_a_first_build_that_is_interrupted_leaves_no_half_of_a_site(project: Path, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patch:
        patch.setattr("generator.publishing.plugin.complete", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build_site(options())
    assert not (project / "site").exists()
    assert list((project / ".cache" / "dateline").glob("site-*")) == []

    assert build_site(options()).folder == project / "site"


def test_what_a_killed_build_has_left_goes_and_what_another_is_at_work_on_stays(project: Path):
    build_site(options())
    cache = project / ".cache" / "dateline"
    for name, age in (("site-killed", 90_000), ("site-at-work", 600), ("share", 90_000)):
        (cache / name).mkdir(exist_ok=True)
        then = cache.stat().st_mtime - age
        os.utime(cache / name, (then, then))

    build_site(options())

    assert {path.name for path in cache.iterdir()} >= {"site-at-work", "share"}
    assert not list(cache.glob("site-*[!k]"))


def files_of(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]
