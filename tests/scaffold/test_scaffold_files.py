"""What `dateline init` writes: files that stand on their own, and one source of truth with the demo's."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.commands.settings import SETTINGS
from generator.curating.check import check
from generator.curating.load import load_timeline
from generator.curating.schema import schema_text
from generator.errors import UsageError
from generator.scaffold.answers import LICENCES, Answers
from generator.scaffold.render import render, write

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 22)
PLAIN = Answers("Bay bridges", "", "", "en", "CC-BY-4.0", "dateline==0.1.0")
HOSTILE = Answers(
    'No: "#1" \\ {{ x }} <[ y ]> *a*', "https://a.example/", "https://github.com/o/n", "no", "CC0-1.0", "dateline"
)


class Configuration(yaml.SafeLoader):
    """Reads `mkdocs.yml`, in which `!ENV [NAME, default]` stands for the default here."""


Configuration.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])


@pytest.fixture(params=[PLAIN, HOSTILE], ids=["plain", "hostile"])
def answers(request):
    return request.param


@pytest.fixture
def rendered(answers):
    return render(answers)


def test_no_mark_of_a_template_is_left():
    rendered = render(PLAIN)
    assert not [path for path, text in rendered.items() if re.search(r"<\[|<%|<#", text)]
    assert not [path for path in rendered if path.endswith(".j2") or "dot-" in path]


def test_the_timeline_is_empty_without_a_fault_and_says_what_was_answered(answers, rendered, tmp_path):
    write(tmp_path, rendered)
    file = tmp_path / "data" / "events.yaml"
    assert check(file, today=TODAY) == []
    info = load_timeline(file).timeline
    assert (info.title, info.language, info.license) == (answers.title, answers.language, answers.license)


def test_with_the_marks_taken_away_the_comments_of_the_file_are_an_event_and_what_it_needs(rendered, tmp_path):
    taught = re.sub(r"^#(  (?:- )?\w+:)", r"\1", rendered["data/events.yaml"], flags=re.MULTILINE)
    taught = re.sub(r"^# ((?:actors|sources):|  [\w-]+: \{)", r"\1", taught, flags=re.MULTILINE)
    write(tmp_path, rendered | {"data/events.yaml": taught})
    timeline = load_timeline(tmp_path / "data" / "events.yaml")
    assert [str(event.date) for event in timeline.events] == ["2026-02-04"]
    assert [*timeline.actors] == ["ada"]
    assert "example-2026-02-04" in timeline.sources


def test_the_configuration_of_the_site_holds_the_answers(answers, rendered):
    config = yaml.load(rendered["mkdocs.yml"], Configuration)  # noqa: S506 a safe loader of our own
    options = config["plugins"][1]["dateline"]
    assert config["site_name"] == answers.title
    assert config["site_url"] == answers.url
    assert (options["edit_base"], options["issues_url"]) == (answers.edit_base, answers.issues_url)
    assert LICENCES[answers.license].address in config["copyright"]


def test_every_page_stands_in_the_navigation_and_links_lead_to_pages(rendered):
    config = yaml.load(rendered["mkdocs.yml"], Configuration)  # noqa: S506 a safe loader of our own
    named = {*re.findall(r"\w+\.md", json.dumps(config["nav"]))} - {"index.md"}
    pages = {path.removeprefix("docs/") for path in rendered if path.startswith("docs/")}
    assert named | {"index.md"} == pages
    linked = {target for path in pages for target in re.findall(r"\]\((\w+\.md)", rendered[f"docs/{path}"])}
    assert linked <= pages


def test_settings_and_schema_are_those_of_the_program(rendered):
    assert set(tomllib.loads(rendered["dateline.toml"])) == set(SETTINGS)
    assert rendered["data/events.schema.json"] == schema_text()
    assert json.loads(rendered[".vscode/settings.json"])["yaml.schemas"]


def test_git_ignores_articles_and_what_nobody_has_judged_and_nothing_that_was_written(rendered, tmp_path):
    write(tmp_path, rendered)
    ours = ["data/inbox.yaml", "data/inbox.seen.txt", "data/articles/a-story.html", "site/index.html", ".venv/x"]
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)  # noqa: S607 git is where the path says
    asked = [*ours, *rendered, "data/seen.txt"]
    command = ["git", "check-ignore", "--no-index", *asked]
    ignored = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ignored.stdout.splitlines() == ours


def bring():
    """The script behind `make scaffold`."""
    spec = importlib.util.spec_from_file_location("bring_scaffold", ROOT / ".ci" / "scaffold.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_github_reads_is_the_demos_own_but_for_what_is_about_the_code():
    theirs = {
        path.removeprefix(".github/"): text for path, text in render(PLAIN).items() if path.startswith(".github/")
    }
    assert theirs == bring().derived(), "make scaffold brings them up to date"


def test_workflows_of_a_timeline_run_nothing_of_the_programs_repository():
    jobs = {
        name: job
        for path, text in render(PLAIN).items()
        if path.startswith(".github/workflows/")
        for name, job in yaml.safe_load(text)["jobs"].items()
    }
    assert {"timeline", "site", "build", "deploy"} <= set(jobs)
    assert {"tests", "lint"}.isdisjoint(jobs)


def test_what_workflows_and_documents_call_by_make_is_a_target():
    rendered = render(PLAIN)
    targets = set(re.findall(r"^([a-z-]+):", rendered["Makefile"], re.MULTILINE))
    guide = (ROOT / "docs" / "start.md").read_text()
    text = "\n".join([*(rendered[path] for path in rendered if path.endswith((".yml", ".md"))), guide])
    called = set(re.findall(r"(?:`|run: |^)make ([a-z-]+)", text, re.MULTILINE))
    assert {"env", "site", "candidates", "review"} <= called <= targets


def test_the_manual_names_every_file_at_the_top_and_every_page(answers):
    guide = (ROOT / "docs" / "start.md").read_text()
    tops = {path.split("/", 1)[0] + ("/" if "/" in path else "") for path in render(answers)}
    unnamed = {top for top in tops if top not in guide}
    assert unnamed == {".gitignore", "LICENSE-DATA.md", "Makefile", "README.md"}


def test_what_is_in_the_way_is_named_and_nothing_is_written(rendered, tmp_path):
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / "mkdocs.yml").symlink_to("nowhere")
    with pytest.raises(UsageError, match=r"README\.md, mkdocs\.yml are there already, and nothing was written"):
        write(tmp_path, rendered)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "mkdocs.yml"]
    assert (tmp_path / "README.md").read_text() == "mine"


def test_a_folder_full_of_them_names_ten(rendered, tmp_path):
    write(tmp_path, rendered)
    with pytest.raises(UsageError, match=rf"and {len(rendered) - 10} more are there already"):
        write(tmp_path, rendered)


def test_what_cannot_be_written_whole_is_taken_back(tmp_path):
    (tmp_path / "there").write_text("a file where a folder should be")
    with pytest.raises(UsageError, match="cannot be written"):
        write(tmp_path, {"a.txt": "a", "b/c.txt": "c", "there/d.txt": "d"})
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="this is no folder"):
        write(tmp_path / "file", {"a": "b"})
