"""`dateline digest`: what readers are told is new and corrected, by git's history or by the file alone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

FIRST = """\
schema: 1
timeline: {title: The harbour & its bridge, language: en}
sources:
  gazette: {title: Council says yes, publisher: "Gazette [daily]", url: "https://gazette.example/a(b)"}
  letters: {title: Letters}
events:
  - id: 2021-vote
    date: 2021-03-04
    title: Council approves the bridge
    citations: [{source: gazette}]
    added: 2026-10-01
  - id: 2022-talks
    date: 2022
    title: Talks begin
    citations: [{source: gazette}]
    added: 2026-10-01
  - id: 2023-cranes
    date: 2023-05~
    title: Cranes <return> to *the* harbour
    summary: "Two of **them**. See the [method](method/)."
    status: planned
    review: candidate
    citations: [{source: gazette}, {source: letters}]
    added: 2026-10-01
"""

SECOND = FIRST.replace(
    "    added: 2026-10-01\n",
    "    added: 2026-10-01\n    corrections: [{date: 2026-11-05, text: The vote was 14 to 3.}]\n",
    1,
).replace("    review: candidate\n", "")
THIRD = SECOND.replace(
    "    title: Talks begin\n", "    title: Talks begin\n    review: withdrawn\n    reason: It was a rumour\n"
)


@pytest.fixture
def commit(work: Path) -> Callable[[str, str], None]:
    """Commit `t.yaml` with this text on a day."""
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=work, check=True)  # noqa: S607 git is where it is

    def run(text: str, day: str) -> None:
        (work / "t.yaml").write_text(text)
        when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "add", "t.yaml"], cwd=work, check=True)  # noqa: S607
        command = ["git", *who, "commit", "-q", "-m", "x"]
        subprocess.run(command, cwd=work, check=True, env=os.environ | when)

    return run


@pytest.fixture
def digest(dateline, work):
    """Run `dateline digest` over `t.yaml`, for a site, on a fixed day."""
    assert work.is_dir()
    fixed = ("--events", "t.yaml", "--today", "2026-11-21", "--site-url", "https://bridge.example/t")
    return lambda *options: dateline("digest", *fixed, *options)


def test_what_was_accepted_since_is_new_whenever_it_came_into_the_file(commit, digest):
    commit(FIRST, "2026-10-01")
    commit(SECOND, "2026-11-05")
    ran = digest("--since", "2026-11-01")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "# The harbour &amp; its bridge: 1–21 November 2026\n\n"
        "## New on the timeline\n\n"
        "### [Cranes \\<return\\> to \\*the\\* harbour](https://bridge.example/t/events/2023-cranes/)\n\n"
        "**About May 2023 · Was planned**\n\n"
        "Two of them. See the method.\n\n"
        "Sources: [Gazette \\[daily\\]](https://gazette.example/a%28b%29),"
        " [Unnamed publisher](https://bridge.example/t/sources/letters/)\n\n"
        "## Corrections\n\n"
        "### [Council approves the bridge](https://bridge.example/t/events/2021-vote/)\n\n"
        "**4 March 2021**\n\n"
        "- 5 November 2026 · Correction: The vote was 14 to 3.\n\n"
        "Sources: [Gazette \\[daily\\]](https://gazette.example/a%28b%29)\n"
    )


def test_what_was_withdrawn_since_is_told_with_its_reason(commit, digest):
    commit(SECOND, "2026-10-01")
    commit(THIRD, "2026-11-05")
    ran = digest("--since", "2026-11-10")
    assert "Nothing is new" in ran.stdout
    ran = digest("--since", "2026-11-01")
    assert (
        "## Withdrawn\n\n### [Talks begin](https://bridge.example/t/events/2022-talks/)\n\n- It was a rumour"
        in ran.stdout
    )


def test_the_last_day_is_that_of_the_file_as_it_stood_then(commit, digest):
    commit(FIRST, "2026-10-01")
    commit(SECOND, "2026-11-15")
    ran = digest("--since", "2026-11-01", "--until", "2026-11-10")
    assert (
        ran.stdout
        == "# The harbour &amp; its bridge: 1–10 November 2026\n\nNothing is new, and nothing was corrected.\n"
    )


def test_before_the_first_commit_nothing_was_there(commit, digest):
    commit(FIRST, "2026-11-05")
    ran = digest("--since", "2026-11-01")
    assert ran.stdout.count("### ") == 2


def test_a_timeline_in_several_files_has_a_history_too(commit, digest, work):
    commit(FIRST.partition("events:")[0], "2026-10-01")
    (work / "t").mkdir()
    (work / "t" / "2021.yaml").write_text("events:" + SECOND.partition("events:")[2])
    subprocess.run(["git", "add", "t"], cwd=work, check=True)  # noqa: S607
    commit(FIRST.partition("events:")[0] + "# more\n", "2026-11-05")
    assert digest("--since", "2026-11-01").stdout.count("### ") == 3
    assert "Nothing is new" in digest("--since", "2026-11-06").stdout


@pytest.mark.parametrize("why", ["no repository", "no commit", "no git", "cut off", "errors", "no text"])
def test_without_a_history_the_file_alone_tells_and_that_is_said(why, commit, digest, work, monkeypatch):
    commit("events: [5]\n" if why == "errors" else "\x00\x01" if why == "no text" else FIRST, "2026-10-01")
    if why == "no repository":
        monkeypatch.setenv("GIT_DIR", str(work / "none"))
    elif why == "no commit":
        subprocess.run(["git", "checkout", "-q", "--orphan", "new"], cwd=work, check=True)  # noqa: S607
    elif why == "no git":
        monkeypatch.setenv("PATH", "")
    elif why == "cut off":
        head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=work, check=True, capture_output=True)  # noqa: S607
        (work / ".git" / "shallow").write_bytes(head.stdout)
    (work / "t.yaml").write_text(SECOND)
    ran = digest("--since", "2026-09-01" if why == "cut off" else "2026-10-02")
    words = {
        "no repository": "it stands in no git repository",
        "no commit": "has no commit yet",
        "no git": "git is not installed",
        "cut off": "fetch-depth: 0",
        "errors": "it cannot be read: the timeline has 1 error",
        "no text": "it cannot be read",
    }
    assert ran.exit_code == 0
    assert "told by the day on which an event came into the file" in ran.stderr
    assert words[why] in ran.stderr
    assert ran.stdout.count("### ") == (3 if why == "cut off" else 1)


def test_html_needs_nothing_else_and_its_links_are_whole(commit, digest, work):
    commit(FIRST, "2026-10-01")
    commit(SECOND, "2026-11-05")
    ran = digest("--since", "2026-11-01", "--format", "html", "--output", "news.html")
    assert ran.stdout == "Wrote news.html: 1 new, 1 corrected, 0 withdrawn\n"
    page = html.fromstring((work / "news.html").read_bytes())
    assert page.get("lang") == "en"
    assert {element.tag for element in page.iter()}.isdisjoint({"script", "style", "img", "table", "iframe"})
    links = [link.get("href") for link in page.iter("a")]
    assert "https://bridge.example/t/method/" in links
    assert all(link.startswith("https://") for link in links)
    assert [heading.text_content() for heading in page.iter("h3")] == [
        "Cranes <return> to *the* harbour",
        "Council approves the bridge",
    ]


def test_the_digest_speaks_the_language_of_the_timeline(commit, digest):
    commit(FIRST.replace("language: en", "language: ar"), "2026-11-05")
    page = html.fromstring(digest("--since", "2026-11-01", "--format", "html").stdout.encode())
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert "الجديد في الخط الزمني" in page.text_content()


@pytest.mark.parametrize(
    ("configuration", "link"),
    [
        ('site_url: "https://bridge.example"\n', "[Council approves the bridge](https://bridge.example/events/"),
        ('site_url: !ENV [NO_SUCH_VARIABLE, ""]\n', "### Council approves the bridge\n"),
        ("", "### Council approves the bridge\n"),
        ("- a\n", "### Council approves the bridge\n"),
    ],
)
def test_the_configuration_says_where_the_site_is(commit, dateline, work, configuration, link):
    commit(FIRST, "2026-11-05")
    if configuration:
        (work / "mkdocs.yml").write_text(configuration)
    ran = dateline("digest", "--events", "t.yaml", "--today", "2026-11-21", "--since", "2026-11-01")
    assert link in ran.stdout
    assert ("--site-url gives it" in ran.stderr) == ("bridge.example" not in configuration)


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (("--since", "2026-12-01"), "is after"),
        (("--since", "2026-11-01", "--site-url", "bridge.example"), "is no web address"),
        (("--since", "2026-11-01", "--events", "none.yaml"), "none.yaml"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(commit, digest, options, what):
    commit(FIRST, "2026-11-05")
    ran = digest(*options)
    assert (ran.exit_code, what in ran.stderr) == (1, True)


def test_a_configuration_that_is_none_is_refused(commit, dateline, work):
    commit(FIRST, "2026-11-05")
    (work / "mkdocs.yml").write_text("a: [\n")
    ran = dateline("digest", "--events", "t.yaml", "--since", "2026-11-01")
    assert (ran.exit_code, "mkdocs.yml: the configuration cannot be read" in ran.stderr) == (1, True)


@pytest.mark.parametrize("older", ["o.yaml", "data/old t.yaml"])
def test_a_timeline_that_was_renamed_is_not_all_new(older, commit, dateline, work):
    commit(FIRST, "2026-10-01")
    (work / older).parent.mkdir(exist_ok=True)
    for day, before, after in (("2026-10-02", "t.yaml", older), ("2026-11-05", older, "u.yaml")):
        subprocess.run(["git", "mv", before, after], cwd=work, check=True)  # noqa: S607
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        subprocess.run(["git", *who, "commit", "-q", "-m", "x"], cwd=work, check=True, env=os.environ | when)  # noqa: S607
    ran = dateline("digest", "--events", "u.yaml", "--since", "2026-11-01", "--today", "2026-11-21")
    assert ran.exit_code == 0
    assert "New on the timeline" not in ran.stdout
