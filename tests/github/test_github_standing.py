"""What stands on GitHub is brought up to date and never repeated, and only what is our own is touched."""

from __future__ import annotations

import pytest

from generator.errors import GitHubError
from generator.github.client import Client
from generator.github.standing import Proposal, comment, go_on, head_of, issue, propose

MARK = "<!-- dateline: changes -->\n"


def texts(github, number=7):
    return [each["body"] for each in github.comments[number]]


def test_a_comment_is_rewritten_and_not_repeated(client, github):
    comment(client, 7, "one", mark="changes")
    comment(client, 7, "two", mark="changes")
    comment(client, 7, "other", mark="more")
    assert texts(github) == [f"{MARK}two", "<!-- dateline: more -->\nother"]


def test_a_comment_of_somebody_else_is_left_alone_whatever_it_says(client, github):
    github.say(7, f"{MARK}mine", author="mallory")
    comment(client, 7, "one", mark="changes")
    assert texts(github) == [f"{MARK}mine", f"{MARK}one"]


def test_a_comment_is_found_on_a_later_page(client, github):
    for _ in range(250):
        github.say(7, "talk", author="bo")
    comment(client, 7, "one", mark="changes")
    comment(client, 7, "two", mark="changes")
    assert texts(github)[250:] == [f"{MARK}two"]


def test_one_issue_is_kept_while_it_is_open(client, github):
    issue(client, "Links", "one", mark="links")
    issue(client, "Links!", "two", mark="links")
    assert [(each["title"], each["body"]) for each in github.issues] == [("Links!", "<!-- dateline: links -->\ntwo")]
    github.issues[0]["state"] = "closed"
    issue(client, "Links", "three", mark="links")
    assert len(github.issues) == 2


def test_an_issue_that_is_a_pull_request_is_none(client, github):
    issue(client, "Links", "one", mark="links")
    github.issues[0]["pull_request"] = {}
    issue(client, "Links", "two", mark="links")
    assert len(github.issues) == 2


def test_files_are_proposed_on_top_of_the_default_branch(client, github):
    made = propose(client, "suggestion-3", {"data/events/a.yaml": "é\n".encode()}, title="An event", text="Why")
    [pull] = github.pulls
    assert (pull["title"], pull["body"], made) == ("An event", "Why", Proposal(pull["html_url"]))
    assert github.files("suggestion-3") == {"data/events/a.yaml": "é\n".encode()}
    made = github.objects[github.refs["heads/suggestion-3"]]
    assert (made["message"], made["parents"]) == ("An event", ["c0"])
    assert github.refs["heads/main"] == "c0"


def test_a_second_proposal_brings_the_first_up_to_date(client, github):
    propose(client, "candidates", {"a": b"1"}, title="One", text="1")
    propose(client, "candidates", {"a": b"2"}, title="Two", text="2")
    [pull] = github.pulls
    assert (pull["title"], github.files("candidates")) == ("Two", {"a": b"2"})


def work_on(github, branch):
    """Let a person put a commit on top of a branch."""
    github.objects["p1"] = {"sha": "p1", "tree": {"sha": "t1"}, "author": {"name": "Bo"}}
    github.refs[f"heads/{branch}"] = "p1"


def test_what_a_person_did_on_a_branch_is_not_replaced(client, github):
    propose(client, "suggestion-3", {"a": b"1"}, title="One", text="1")
    work_on(github, "suggestion-3")
    made = propose(client, "suggestion-3", {"a": b"2"}, title="Two", text="2")
    assert made == Proposal(github.pulls[0]["html_url"], is_left=True)
    assert (github.refs["heads/suggestion-3"], github.pulls[0]["title"]) == ("p1", "One")


def test_a_branch_whose_pull_request_is_closed_is_begun_anew(client, github):
    propose(client, "suggestion-3", {"a": b"1"}, title="One", text="1")
    github.pulls[0]["state"] = "closed"
    work_on(github, "suggestion-3")
    propose(client, "suggestion-3", {"a": b"2"}, title="Two", text="2")
    assert github.files("suggestion-3") == {"a": b"2"}
    assert [pull["state"] for pull in github.pulls] == ["closed", "open"]


def test_a_branch_is_gone_on_with_from_where_it_ends(client, github):
    propose(client, "candidates", {"a": b"1"}, title="One", text="1")
    work_on(github, "candidates")
    assert go_on(client, "candidates") == github.pulls[0]["number"]
    assert github.merged == [("candidates", "main")]
    propose(client, "candidates", {"a": b"2"}, title="Two", text="2", onto="p1")
    assert github.objects[github.refs["heads/candidates"]]["parents"] == ["p1"]
    assert len(github.pulls) == 1


def test_a_branch_that_moved_on_meanwhile_is_not_replaced(client, github):
    propose(client, "candidates", {"a": b"1"}, title="One", text="1")
    seen = github.refs["heads/candidates"]
    work_on(github, "candidates")
    with pytest.raises(GitHubError, match="not a fast forward"):
        propose(client, "candidates", {"a": b"2"}, title="Two", text="2", onto=seen)
    assert github.refs["heads/candidates"] == "p1"


def test_without_an_open_pull_request_there_is_nothing_to_go_on_with(client, github):
    assert go_on(client, "candidates") is None
    assert github.merged == []


def test_branches_that_contradict_each_other_are_left_to_a_person(client, github):
    propose(client, "candidates", {"a": b"1"}, title="One", text="1")
    github.is_in_conflict = True
    with pytest.raises(GitHubError, match=r"409.*merge the default branch into that of the pull request by hand"):
        go_on(client, "candidates")


def run_of(owner="bo", branch="fix", sha="abc"):
    return {"head_repository": {"owner": {"login": owner}}, "head_branch": branch, "head_sha": sha}


def test_the_pull_request_of_a_run_is_the_one_that_stands_at_its_commit(client, github):
    github.pulls = [{"number": 41, "state": "open", "label": "bo:fix", "head": {"sha": "abc"}}]
    assert head_of(client, run_of()) == 41
    assert head_of(client, run_of(sha="def")) is None
    assert head_of(client, run_of(owner="ada")) is None


@pytest.mark.parametrize("run", [{}, {"head_repository": None, "head_branch": "x", "head_sha": "y"}])
def test_a_run_without_a_branch_is_refused(client, run):
    with pytest.raises(GitHubError, match="names no branch"):
        head_of(client, run)


def test_a_permission_that_is_missing_is_named(client, github):
    github.forbidden = ("/issues/7",)
    with pytest.raises(
        GitHubError, match=r"GET /issues/7/comments: GitHub refuses \(403\): Resource not .* permission"
    ):
        comment(client, 7, "one", mark="changes")


def test_a_token_that_is_none_of_this_repository_is_refused(github):
    with pytest.raises(GitHubError, match="401"):
        comment(Client("ada/bridges", "other", api=github.url), 7, "one", mark="changes")


@pytest.mark.parametrize(
    ("repository", "token"), [("ada", "t"), ("ada/b/c", "t"), ("", "t"), ("../x/y", "t"), ("ada/b", "")]
)
def test_what_names_no_repository_is_asked_for_nothing(repository, token):
    with pytest.raises(GitHubError):
        Client(repository, token)


def test_a_github_that_is_down_is_said_so(github):
    github.stop()
    with pytest.raises(GitHubError, match="cannot be reached"):
        Client("ada/bridges", "t", api=github.url).get("/pulls")
