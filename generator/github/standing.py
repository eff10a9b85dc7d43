"""What stands once on GitHub and is brought up to date: a comment, an issue, a branch with its pull request.

Each is known again by a mark in its text that no reader sees, and only where it was written by this account: a stranger
can write the mark too.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.errors import GitHubError
from generator.github.client import Client

__all__ = ["BOT", "Proposal", "comment", "go_on", "head_of", "issue", "propose"]

BOT = "github-actions[bot]"
"""As whom a workflow's own token writes."""


def comment(client: Client, number: int, text: str, *, mark: str, author: str = BOT) -> str:
    """Say something of an issue or a pull request, once: a comment that stands is rewritten.

    Args:
        client: The repository.
        number: The number of the issue or pull request.
        text: What to say, in Markdown.
        mark: What it is known again by, a word.
        author: As whom this writes.

    Returns:
        The comment's address.

    Raises:
        GitHubError: GitHub refuses.
    """
    body = f"{_mark(mark)}\n{text}"
    for each in client.every(f"/issues/{number}/comments"):
        if _is_ours(each, mark, author):
            return str(client.send("PATCH", f"/issues/comments/{int(each['id'])}", {"body": body})["html_url"])
    return str(client.send("POST", f"/issues/{number}/comments", {"body": body})["html_url"])


def issue(client: Client, title: str, text: str, *, mark: str, author: str = BOT) -> str:
    """Keep an open issue that says how something stands; it is rewritten as long as it is open.

    Args:
        client: The repository.
        title: The issue's title.
        text: What to say, in Markdown.
        mark: What it is known again by, a word.
        author: As whom this writes.

    Returns:
        The issue's address.

    Raises:
        GitHubError: GitHub refuses.
    """
    fields = {"title": title, "body": f"{_mark(mark)}\n{text}"}
    for each in client.every("/issues", state="open", creator=author):
        if "pull_request" not in each and _is_ours(each, mark, author):
            return str(client.send("PATCH", f"/issues/{int(each['number'])}", fields)["html_url"])
    return str(client.send("POST", "/issues", fields)["html_url"])


@dataclass(frozen=True, slots=True)
class Proposal:
    """What became of files that were proposed.

    Attributes:
        address: The pull request's address.
        is_left: Whether it stayed as it was, because a person has worked on its branch.
    """

    address: str
    is_left: bool = False


def propose(  # noqa: PLR0913 each is named by whoever calls it
    client: Client, branch: str, files: Mapping[str, bytes], *, title: str, text: str, onto: str = "", author: str = BOT
) -> Proposal:
    """Open a pull request with files; where the branch has one, bring that up to date.

    The commit is made by the interface, so that no job has to hold a key with which git may push.

    Args:
        client: The repository.
        branch: The branch of the pull request. What stands on it is replaced, unless its pull request is open and a
            person has worked on it: then all is left as it is.
        files: What the files hold, by their paths in the repository.
        title: The title of the commit and of the pull request.
        text: What the pull request says of itself, in Markdown.
        onto: The commit in which the branch ends, to go on from there; nothing is replaced then.
        author: As whom this writes.

    Returns:
        The pull request.

    Raises:
        GitHubError: GitHub refuses; such as where the branch does not end in that commit any more.
    """
    base = client.get("")["default_branch"]
    standing = _open_pull(client, branch, base)
    if standing and not onto and _author(client, branch) != author:
        return Proposal(str(standing["html_url"]), is_left=True)
    _point(client, branch, _commit(client, onto or _end(client, base), files, title), force=not onto)
    fields: dict[str, object] = {"title": title, "body": text}
    if standing:
        return Proposal(str(client.send("PATCH", f"/pulls/{int(standing['number'])}", fields)["html_url"]))
    fields |= {"head": branch, "base": base, "maintainer_can_modify": True}
    return Proposal(str(client.send("POST", "/pulls", fields)["html_url"]))


def go_on(client: Client, branch: str) -> int | None:
    """Make the branch of an open pull request ready to be gone on with: it gets what is new in the default branch.

    Args:
        client: The repository.
        branch: The branch.

    Returns:
        The number of its pull request, or None where none is open.

    Raises:
        GitHubError: GitHub refuses; such as where both changed the same lines.
    """
    base = client.get("")["default_branch"]
    standing = _open_pull(client, branch, base)
    if not standing:
        return None
    client.send("POST", "/merges", {"base": branch, "head": base})
    return int(standing["number"])


def head_of(client: Client, run: Mapping[str, Any]) -> int | None:
    """The number of the open pull request that a run of a workflow was for.

    GitHub names none for a fork; so it is looked for by its branch, and must stand at the commit that was run.

    Args:
        client: The repository.
        run: What `workflow_run` says of the run.

    Returns:
        The number, or None where it is closed or has moved on.

    Raises:
        GitHubError: GitHub refuses, or the run is none of a branch.
    """
    try:
        owner, branch, commit = run["head_repository"]["owner"]["login"], run["head_branch"], run["head_sha"]
    except (KeyError, TypeError) as error:
        raise GitHubError("the run names no branch", todo="run this for `workflow_run` alone") from error
    found = client.get("/pulls", state="open", head=f"{owner}:{branch}") or []
    numbers = [int(each["number"]) for each in found if each["head"]["sha"] == commit]
    return numbers[0] if numbers else None


def _mark(word: str) -> str:
    return f"<!-- dateline: {word} -->"


def _is_ours(entry: Mapping[str, Any], mark: str, author: str) -> bool:
    return (entry.get("user") or {}).get("login") == author and (entry.get("body") or "").startswith(_mark(mark))


def _open_pull(client: Client, branch: str, base: str) -> Mapping[str, Any] | None:
    """The open pull request of a branch of this repository."""
    found = client.get("/pulls", state="open", head=f"{client.owner}:{branch}", base=base)
    return found[0] if found else None


def _end(client: Client, branch: str) -> str:
    """The commit in which a branch ends."""
    return str(client.get(f"/git/ref/heads/{branch}")["object"]["sha"])


def _author(client: Client, branch: str) -> str:
    """Who wrote the last commit of a branch."""
    commit = client.get(f"/git/commits/{_end(client, branch)}")
    return str(commit["author"]["name"])


def _commit(client: Client, parent: str, files: Mapping[str, bytes], message: str) -> str:
    """A commit with the files on top of another; its name."""
    tree = client.get(f"/git/commits/{parent}")["tree"]["sha"]
    entries = [
        {"path": path, "mode": "100644", "type": "blob", "sha": _blob(client, data)} for path, data in files.items()
    ]
    made = client.send("POST", "/git/trees", {"base_tree": tree, "tree": entries})
    fields = {"message": message, "tree": made["sha"], "parents": [parent]}
    return str(client.send("POST", "/git/commits", fields)["sha"])


def _blob(client: Client, data: bytes) -> str:
    fields = {"content": base64.b64encode(data).decode(), "encoding": "base64"}
    return str(client.send("POST", "/git/blobs", fields)["sha"])


def _point(client: Client, branch: str, commit: str, *, force: bool) -> None:
    """Let a branch end in a commit."""
    if client.get(f"/git/ref/heads/{branch}") is None:
        client.send("POST", "/git/refs", {"ref": f"refs/heads/{branch}", "sha": commit})
    else:
        client.send("PATCH", f"/git/refs/heads/{branch}", {"sha": commit, "force": force})
