"""`dateline build` and `dateline serve`, as a person calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import cli


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([*arguments, "--today", "2026-11-21"])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def change(project: Path, old: str, new: str) -> None:
    path = project / "data" / "events.yaml"
    path.write_text(path.read_text().replace(old, new))


@pytest.mark.usefixtures("project")
def test_a_build_ends_with_a_summary(capsys: pytest.CaptureFixture[str]):
    assert run("build") == 0

    assert capsys.readouterr().out == "Built 8 pages from 1 event in site/\n"


def test_a_build_goes_where_it_is_told(project: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path):
    assert run("build", "--site-dir", "draft", "--candidates") == 0

    assert (project / "draft" / "index.html").is_file()
    assert capsys.readouterr().out.endswith("in draft/\n")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("command", ["build", "serve"])
def test_with_an_error_in_the_timeline_nothing_is_built(
    project: Path, capsys: pytest.CaptureFixture[str], command: str
):
    change(project, "date: 2026-02-04", "date: 2026-02-34")

    assert run(command) == 1

    said = capsys.readouterr().err
    assert "data/events.yaml:5:" in said
    assert "the timeline has 1 error, so nothing was built" in said
    assert not (project / "site").exists()


def test_a_warning_is_told_and_the_site_is_built(project: Path, capsys: pytest.CaptureFixture[str]):
    change(project, "  - id: 2026-02-04-call\n    date", "  - date")

    assert run("build") == 0

    said = capsys.readouterr()
    assert "data/events.yaml:4:" in said.err
    assert "warning" in said.err
    assert said.out.startswith("Built ")


def test_without_a_timeline_the_message_says_how_to_make_one(project: Path, capsys: pytest.CaptureFixture[str]):
    (project / "data" / "events.yaml").unlink()

    assert run("build") == 1

    assert "data/events.yaml: there is no such file" in capsys.readouterr().err


def test_serve_hands_its_address_on(project: Path, monkeypatch: pytest.MonkeyPatch):  # noqa: ARG001 it is the folder
    asked: list[str | None] = []
    monkeypatch.setattr("generator.publishing.engine.serve_site", lambda _options, address: asked.append(address))

    assert run("serve", "-a", "127.0.0.1:8010") == 0

    assert asked == ["127.0.0.1:8010"]


def test_events_of_several_files_are_one_site_and_each_is_edited_in_its_own(project: Path) -> None:
    (project / "data" / "events").mkdir()
    (project / "data" / "events" / "2027.yaml").write_text(
        "events:\n  - id: 2027-01-02-summit\n    date: 2027-01-02\n    title: A summit\n    source: https://example.org/s\n"
    )
    configuration = (project / "mkdocs.yml").read_text()
    (project / "mkdocs.yml").write_text(
        configuration.replace("dateline]", "{dateline: {edit_base: 'https://code.example/edit/main/'}}]")
    )
    assert run("build") == 0
    page = (project / "site" / "events" / "2027-01-02-summit" / "index.html").read_text()
    assert 'href="https://code.example/edit/main/data/events/2027.yaml#L2"' in page
    assert "2026-02-04-call" in (project / "site" / "events.json").read_text()
