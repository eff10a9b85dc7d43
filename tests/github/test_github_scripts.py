"""The workflows' scripts, run as a runner runs them, on payloads as GitHub writes them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from generator.github.suggestion import LABELS

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / ".github" / "scripts"
TIMELINE = """\
schema: 1
events:
  - id: vote
    date: 2021-03-04
    title: Council approves the bridge
    source: https://gazette.example/bridge
"""
STORY = """<html lang="en"><head><title>Storm closes harbour</title>
<meta property="article:published_time" content="2021-05-05T08:00:00Z"></head>
<body><article><h1>Storm closes harbour</h1>
<p>A storm closed the harbour of Port Elm on 4 May 2021, the harbour master Jane Hill said on the pier.</p>
<p>The boats stayed in for two days, and the fish market was shut until the weekend, she said.</p>
</article></body></html>
"""
HOSTILE = 'Opening"; touch pwned; $(touch pwned) `touch pwned` ${{ github.token }} @everyone'


@pytest.fixture
def checkout(tmp_path: Path, git) -> Path:
    """A timeline's repository, cloned from an origin as a runner clones it."""
    origin = tmp_path / "origin"
    (origin / "data").mkdir(parents=True)
    git(origin, "init", "-q", "-b", "main")
    (origin / "data" / "events.yaml").write_text(TIMELINE)
    git(origin, "add", ".")
    git(origin, "commit", "-qm", "One")
    git(tmp_path, "clone", "-q", str(origin), "checkout")
    return tmp_path / "checkout"


@pytest.fixture
def run(checkout: Path, tmp_path: Path, variables):
    """Run a script in the checkout with a payload."""
    program = tmp_path / "dateline"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m generator "$@"\n')
    program.chmod(0o755)

    def start(script: str, payload: object = None, **variables: str) -> subprocess.CompletedProcess[str]:
        event = tmp_path / "event.json"
        event.write_text(json.dumps(payload or {}))
        environment = os.environ | {"DATELINE": str(program), "GITHUB_EVENT_PATH": str(event)} | variables
        command = ["bash", str(SCRIPTS / script)]
        return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)

    assert variables is None
    return start


def propose_change(checkout: Path, git, text: str, github) -> dict:
    """Make the pull request 7 of a fork, and the payload of the run that checked it."""
    origin = checkout.parent / "origin"
    git(origin, "checkout", "-q", "-b", "fix")
    (origin / "data" / "events.yaml").write_text(text)
    git(origin, "commit", "-qam", "Two")
    sha = git(origin, "rev-parse", "HEAD")
    git(origin, "update-ref", "refs/pull/7/head", sha)
    git(origin, "checkout", "-q", "main")
    github.pulls = [{"number": 7, "state": "open", "label": "bo:fix", "head": {"sha": sha}}]
    head = {"head_repository": {"owner": {"login": "bo"}}, "head_branch": "fix", "head_sha": sha}
    return {"action": "completed", "workflow_run": {"id": 99, "event": "pull_request", **head}}


def test_a_pull_request_is_told_what_it_changes(run, checkout, git, github):
    added = f"{TIMELINE}  - id: opening\n    date: 2024-05-01\n    title: {json.dumps(HOSTILE)}\n    source: https://a.example/b\n"
    done = run("say-what-changes.sh", propose_change(checkout, git, added, github), RUN="99")
    assert done.returncode == 0, done.stderr
    [said] = github.comments[7]
    assert "New: 1 May 2024, “Opening" in said["body"]
    assert "@everyone" not in said["body"]
    assert "/ada/bridges/actions/runs/99#artifacts" in said["body"]
    assert not list(checkout.parent.rglob("pwned"))
    assert (checkout / "data" / "events.yaml").read_text() == TIMELINE


def test_a_second_push_rewrites_the_comment(run, checkout, git, github):
    payload = propose_change(checkout, git, TIMELINE.replace("approves", "rejects"), github)
    for _ in range(2):
        assert run("say-what-changes.sh", payload, RUN="99").returncode == 0
    assert len(github.comments[7]) == 1


def test_a_timeline_that_cannot_be_read_is_said_without_quoting_it(run, checkout, git, github):
    done = run("say-what-changes.sh", propose_change(checkout, git, "events: [ @everyone", github), RUN="99")
    assert done.returncode == 0, done.stderr
    assert "cannot be read with this change" in github.comments[7][0]["body"]
    assert "everyone" not in github.comments[7][0]["body"]


def test_a_pull_request_that_has_moved_on_gets_no_comment(run, checkout, git, github):
    payload = propose_change(checkout, git, TIMELINE + "# more\n", github)
    github.pulls[0]["head"]["sha"] = "0" * 40
    done = run("say-what-changes.sh", payload, RUN="99")
    assert (done.returncode, github.comments) == (0, {})


def issue_form(title: str, date: str = "4 May 2024") -> dict:
    said = dict.fromkeys(LABELS, "_No response_") | {
        LABELS[0]: date,
        LABELS[1]: title,
        LABELS[2]: "https://gazette.example/b",
        LABELS[4]: "- [x] yes",
    }
    body = "\n\n".join(f"### {label}\n\n{text}" for label, text in said.items())
    return {"issue": {"number": 12, "body": body, "created_at": "2024-05-05T10:00:00Z"}}


def test_a_suggestion_becomes_a_pull_request(run, checkout, github):
    done = run("propose-suggestion.sh", issue_form(HOSTILE), NUMBER="12")
    assert done.returncode == 0, done.stderr + done.stdout
    [pull] = github.pulls
    assert (pull["head"], pull["title"]) == ({"sha": github.refs["heads/suggestion-12"]}, "Event of suggestion #12")
    assert "Closes #12." in pull["body"]
    [(path, data)] = github.files("suggestion-12").items()
    [event] = yaml.safe_load(data)["events"]
    assert (path, event["title"]) == ("data/events/suggestion-12.yaml", " ".join(HOSTILE.split()))
    assert not list(checkout.parent.rglob("pwned"))


def test_a_suggestion_that_lacks_something_is_answered_and_mended(run, github):
    assert run("propose-suggestion.sh", issue_form("The bridge opens", "some day"), NUMBER="12").returncode == 0
    assert "The date could not be read" in github.comments[12][0]["body"]
    assert github.pulls == []
    assert run("propose-suggestion.sh", issue_form("The bridge opens"), NUMBER="12").returncode == 0
    assert len(github.pulls) == 1


def test_a_suggestion_that_the_timeline_has_is_not_made_again(run, checkout, github):
    entry = checkout / "data" / "events" / "suggestion-12.yaml"
    entry.parent.mkdir()
    entry.write_text("events:\n  - {id: opening, date: 2024-05-04, title: The bridge opens}\n")
    before = entry.read_bytes()
    assert run("propose-suggestion.sh", issue_form("Nothing happened"), NUMBER="12").returncode == 0
    assert (entry.read_bytes(), github.pulls) == (before, [])
    assert "in the timeline already, in `data/events/suggestion-12.yaml`" in github.comments[12][0]["body"]


def test_what_an_editor_did_for_a_suggestion_stays_when_its_author_writes_anew(run, checkout, git, github):
    assert run("propose-suggestion.sh", issue_form("The bridge opens"), NUMBER="12").returncode == 0
    github.objects["e1"] = {"sha": "e1", "tree": {"sha": "t1"}, "author": {"name": "Ed"}}
    github.refs["heads/suggestion-12"] = "e1"
    git(checkout, "clean", "-fdxq")
    done = run("propose-suggestion.sh", issue_form("Nothing happened"), NUMBER="12")
    assert (done.returncode, github.refs["heads/suggestion-12"]) == (0, "e1"), done.stderr
    assert "left as it is" in done.stdout


@pytest.fixture
def web(tmp_path):
    """A newspaper on this machine with a feed of one story."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            """Say nothing."""

    folder = tmp_path / "web"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}"
    (folder / "a.html").write_text(STORY)
    (folder / "feed.xml").write_text(
        f'<rss version="2.0"><channel><item><link>{url}/a.html</link></item></channel></rss>'
    )
    yield url
    server.shutdown()
    server.server_close()
    thread.join()


def test_what_feeds_report_is_proposed_once(run, checkout, git, github, web):
    (checkout / "data" / "feeds.yaml").write_text(f"feeds:\n  - url: {web}/feed.xml\n    name: The Gazette\n")
    git(checkout, "add", "data/feeds.yaml")
    git(checkout, "commit", "-qm", "Feeds")
    options = {"FETCH_OPTIONS": "--allow-private --delay 0 --retries 0"}
    done = run("propose-candidates.sh", **options)
    assert done.returncode == 0, done.stderr + done.stdout
    files = github.files("candidates")
    assert sorted(files) == ["data/events.yaml", "data/seen.txt"]
    assert "2021-05-04" in files["data/events.yaml"].decode()
    assert "waits to be accepted or rejected" in github.pulls[0]["body"]
    git(checkout, "add", "data/events.yaml", "data/seen.txt")
    git(checkout, "commit", "-qm", "Merged")
    github.pulls[0]["state"] = "closed"
    assert "Nothing new." in run("propose-candidates.sh", **options).stdout
    assert len(github.pulls) == 1


def publish(checkout, git, github):
    """Bring what was proposed to the origin, as GitHub does, with an editor's commit on top; its name."""
    origin = checkout.parent / "origin"
    git(origin, "checkout", "-q", "-b", "candidates")
    for path, data in github.files("candidates").items():
        (origin / path).write_bytes(data + (b"# Seen by Ed\n" if path.endswith("events.yaml") else b""))
    git(origin, "add", ".")
    git(origin, "commit", "-qm", "Looked through")
    sha = git(origin, "rev-parse", "HEAD")
    git(origin, "checkout", "-q", "main")
    github.objects[sha] = {"sha": sha, "tree": {"sha": "t1"}, "author": {"name": "Ed"}}
    github.refs["heads/candidates"] = sha
    return sha


def test_candidates_that_wait_from_last_week_are_kept_and_not_repeated(run, checkout, git, github, web):
    origin = checkout.parent / "origin"
    (origin / "data" / "feeds.yaml").write_text(f"feeds:\n  - url: {web}/feed.xml\n")
    git(origin, "add", ".")
    git(origin, "commit", "-qm", "Feeds")
    git(checkout, "pull", "-q")
    options = {"FETCH_OPTIONS": "--allow-private --delay 0 --retries 0"}
    assert run("propose-candidates.sh", **options).returncode == 0
    seen = publish(checkout, git, github)
    folder = checkout.parent / "web"

    git(checkout, "clean", "-fdxq")
    git(checkout, "restore", ".")
    done = run("propose-candidates.sh", **options)
    assert ("Nothing new." in done.stdout, github.refs["heads/candidates"]) == (True, seen), done.stderr

    (folder / "b.html").write_text(STORY.replace("4 May", "9 April").replace("storm", "flood"))
    (folder / "feed.xml").write_text((folder / "feed.xml").read_text().replace("a.html", "b.html"))
    git(checkout, "restore", "--staged", "--worktree", ".")
    git(checkout, "clean", "-fdxq")
    done = run("propose-candidates.sh", **options)
    assert done.returncode == 0, done.stderr
    made = github.objects[github.refs["heads/candidates"]]
    timeline = github.files("candidates")["data/events.yaml"].decode()
    assert made["parents"] == [seen]
    assert timeline.count("2021-05-04") >= 1
    assert "2021-04-09" in timeline
    assert "# Seen by Ed" in timeline
    assert "4 May 2021" in github.pulls[0]["body"]
    assert len(github.pulls) == 1


def test_a_week_in_which_no_host_answers_is_no_failure(run, checkout, git, github, web):
    (checkout / "data" / "feeds.yaml").write_text(f"feeds:\n  - url: {web}/none.xml\n")
    git(checkout, "add", "data/feeds.yaml")
    done = run("propose-candidates.sh", FETCH_OPTIONS="--allow-private --delay 0 --retries 0")
    assert (done.returncode, github.pulls) == (0, []), done.stderr
    assert "Nothing new." in done.stdout


def test_without_feeds_nothing_is_proposed(run, github):
    done = run("propose-candidates.sh")
    assert (done.returncode, github.asked) == (0, [])
    assert "write the addresses of feeds" in done.stdout


def test_sources_that_cannot_be_read_are_kept_in_one_issue(run, checkout, github, web):
    text = TIMELINE.replace("https://gazette.example/bridge", f"{web}/gone.html")
    (checkout / "data" / "events.yaml").write_text(text)
    options = {"LINKS_OPTIONS": f"--allow-private --delay 0 --retries 0 --archive {web}/available"}
    for _ in range(2):
        done = run("report-links.sh", **options)
        assert done.returncode == 0, done.stderr
    [kept] = github.issues
    assert "1 of 1 source cannot be read at its address." in kept["body"]
    (checkout / "data" / "events.yaml").write_text(text.replace("gone", "a"))
    assert "Every source can be read." in run("report-links.sh", **options).stdout
