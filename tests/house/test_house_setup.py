"""What the repository promises to whoever clones it: the commands are there, what is installed is locked and pinned."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text()
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PROJECT = PYPROJECT["project"]
LOCK = (ROOT / "requirements.txt").read_text()
REQUIREMENTS = [
    *PROJECT["dependencies"],
    *(one for extra in PROJECT["optional-dependencies"].values() for one in extra),
]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


def tracked(*patterns: str) -> list[Path]:
    """The committed files, where this is a checkout."""
    listing = subprocess.run(["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, check=False)  # noqa: S607 git is where the path says
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listing.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def normalised(requirement: str) -> str:
    """The name of a requirement as the lock writes it."""
    return re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_make_command_of_a_document_is_a_target(document: str) -> None:
    named = re.findall(
        r"(?:^|`)(?:[A-Z_]+=\S+ )?make (?:PYTHON=\S+ )?([a-z-]+)", (ROOT / document).read_text(), re.MULTILINE
    )
    assert {"site", "test"} <= set(named)
    assert set(named) <= TARGETS


def test_make_help_lists_every_target() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S607 make is where the path says
    assert set(re.findall(r"^make ([a-z-]+)", listed, re.MULTILINE)) == TARGETS


def test_make_says_which_python_it_needs_when_it_gets_an_older_one(tmp_path: Path) -> None:
    old = tmp_path / "python3.8"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    command = ["make", f"VENV={tmp_path}/venv", f"PYTHON={old}", "env"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode != 0
    assert "Dateline needs Python 3.11 or later" in made.stderr


def test_make_says_what_to_install_when_python_cannot_make_environments(tmp_path: Path) -> None:
    bare = tmp_path / "python3.11"
    bare.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; *) exit 0;; esac\n')
    bare.chmod(0o755)
    command = ["make", f"VENV={tmp_path}/venv", f"PYTHON={bare}", "env"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode != 0
    assert "python3-venv" in made.stderr


def test_the_readme_shows_a_picture_before_its_first_heading_below_the_title() -> None:
    first_screen = (ROOT / "README.md").read_text().split("\n## ", 1)[0]
    assert "](docs/screenshots/home.png)" in first_screen
    assert "make site" in first_screen
    assert "make test" in first_screen


@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_a_dependency_has_a_lower_bound_and_no_upper_one(requirement: str) -> None:
    bounds = requirement.split(";", maxsplit=1)[0]
    assert ">=" in bounds
    # A peer of the benchmarks asks for an old version of what it needs itself.
    capped = requirement in PYPROJECT["project"]["optional-dependencies"]["bench"]
    assert capped or not re.search(r"[<~]|==", bounds)


@pytest.mark.parametrize("requirement", [*REQUIREMENTS, *PYPROJECT["build-system"]["requires"]])
def test_a_dependency_stands_in_the_lock(requirement: str) -> None:
    assert re.search(rf"^{re.escape(normalised(requirement))}==", LOCK, re.MULTILINE)


def test_everything_in_the_lock_has_a_hash_and_nothing_names_a_registry() -> None:
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) > len(REQUIREMENTS)
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in LOCK
    assert "index-url" not in LOCK


def test_trafilatura_can_be_imported_with_what_the_project_depends_on() -> None:
    # Since lxml 5.2 the cleaner that trafilatura imports is a package of its own, which it does not always ask for.
    from trafilatura import extract

    assert "lxml-html-clean" in {normalised(requirement) for requirement in PROJECT["dependencies"]}
    assert extract("<html><body><article><p>" + "Two presidents met. " * 20 + "</p></article></body></html>")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_with_its_version(workflow: Path) -> None:
    uses = re.findall(r"uses: (.*)", workflow.read_text())
    assert uses
    assert [line for line in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_an_action_has_the_same_commit_wherever_it_is_used() -> None:
    pins = {
        tuple(re.split("[@ ]", line)[:2]) for path in WORKFLOWS for line in re.findall(r"uses: (.*)", path.read_text())
    }
    assert len(pins) == len({action for action, _ in pins})


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_grants_nothing_but_what_a_job_asks_for(workflow: Path) -> None:
    loaded = yaml.safe_load(workflow.read_text())
    assert loaded["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in loaded["jobs"].values())
    checkouts = [step for job in loaded["jobs"].values() for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


WRITING = {
    ("deploy.yml", "deploy"): {"pages", "id-token"},
    ("feeds.yml", "propose"): {"contents", "pull-requests"},
    ("links.yml", "report"): {"issues"},
    ("pull-request.yml", "comment"): {"pull-requests"},
    ("suggestion.yml", "propose"): {"contents", "pull-requests", "issues"},
}
"""The jobs that may write, and what."""


def test_a_job_may_write_only_what_its_work_needs() -> None:
    jobs = {
        (path.name, name): job for path in WORKFLOWS for name, job in yaml.safe_load(path.read_text())["jobs"].items()
    }
    writing = {
        where: {key for key, value in job["permissions"].items() if value == "write"} for where, job in jobs.items()
    }
    assert {where: keys for where, keys in writing.items() if keys} == WRITING


@pytest.mark.parametrize(("file", "job"), WRITING)
def test_a_job_that_may_write_runs_nothing_of_a_pull_request(file: str, job: str) -> None:
    text = (ROOT / ".github/workflows" / file).read_text()
    loaded = yaml.safe_load(text)
    assert not {"pull_request", "pull_request_target"} & set(loaded[True])  # YAML 1.1 reads `on` as true
    assert all("ref" not in step.get("with", {}) for step in loaded["jobs"][job]["steps"])
    # A cache could have been filled by a run for a pull request.
    assert all("cache" not in step.get("with", {}) for step in loaded["jobs"][job]["steps"])


@pytest.mark.parametrize("file", ["feeds.yml", "links.yml"])
def test_a_bot_is_off_until_a_maintainer_switches_it_on(file: str) -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows" / file).read_text())["jobs"]
    assert {job["if"] for job in jobs.values()} == {"vars.DATELINE_BOTS == 'on'"}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_no_words_of_strangers_stand_in_what_a_job_runs(workflow: Path) -> None:
    steps = [step for job in yaml.safe_load(workflow.read_text())["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_pull_requests_are_tested_on_every_python_that_the_package_names() -> None:
    matrix = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text())["jobs"]["tests"]["strategy"]["matrix"]
    named = [line.rsplit(" ", 1)[1] for line in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", line)]
    assert matrix["python"] == named


def test_nothing_committed_names_a_path_of_somebodys_machine() -> None:
    absolute = re.compile(r"(?<![\w.~-])/(?:work|home/\w+|root|Users/\w+)/")
    mine = Path(__file__)
    named = [
        path
        for path in tracked()
        if path != mine and path.suffix != ".png" and absolute.search(path.read_text(errors="ignore"))
    ]
    assert named == []


@pytest.mark.shared
def test_no_long_run_of_an_originals_words_stands_in_a_digest() -> None:
    originals = sorted((ROOT.parent / "shared" / "articles").glob("*.txt"))
    if not originals:
        pytest.skip("the original articles are not beside the checkout")

    def runs(text: str) -> set[str]:
        words = re.findall(r"\w+", text.lower())
        return {" ".join(words[i : i + 6]) for i in range(len(words) - 5)}

    theirs = set().union(*(runs(path.read_text()) for path in originals))
    bodies = [path.read_text().split("---\n", 2)[2] for path in (ROOT / "data" / "articles").glob("*.md")]
    assert [sorted(runs(body) & theirs) for body in bodies] == [[]] * 5


def test_a_digest_says_that_it_is_one_and_quotes_nobody() -> None:
    for path in (ROOT / "data" / "articles").glob("*.md"):
        front, body = path.read_text().removeprefix("---\n").split("---\n", 1)
        data = yaml.safe_load(front)
        assert data["kind"] == "digest", path.name
        assert data["title"], path.name
        assert data["publisher"], path.name
        assert "url" not in data, path.name
        assert not re.search(r"[\"“”„«»]", body), path.name
