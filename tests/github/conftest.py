"""A small GitHub on this machine: as much of its interface as is used, in memory, with its permissions."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.github.client import Client
from generator.github.standing import BOT

ROOT = Path(__file__).parents[2]
REPOSITORY = "ada/bridges"
TOKEN = "a-token"  # noqa: S105 it opens nothing


def _name(data: Any) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:40]


class GitHub:
    """A repository with a default branch `main` of one commit; everything it is asked is in `asked`."""

    def __init__(self) -> None:
        self.objects: dict[str, Any] = {"c0": {"sha": "c0", "tree": {"sha": "t0"}}}
        self.refs = {"heads/main": "c0"}
        self.comments: dict[int, list[dict[str, Any]]] = {}
        self.issues: list[dict[str, Any]] = []
        self.pulls: list[dict[str, Any]] = []
        self.asked: list[tuple[str, str]] = []
        self.merged: list[tuple[str, str]] = []
        self.is_in_conflict = False
        self.forbidden: tuple[str, ...] = ()
        self.page = 100
        github = self

        class Handler(BaseHTTPRequestHandler):
            def handle_any(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length)) if length else {}
                known = self.headers.get("Authorization") == f"Bearer {TOKEN}"
                status, said = (
                    github.answer(self.command, self.path, body) if known else (401, {"message": "Bad credentials"})
                )
                data = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PATCH = handle_any  # noqa: N815 the library's names

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()

    def answer(self, method: str, target: str, body: dict[str, Any]) -> tuple[int, Any]:
        parts = urlsplit(target)
        path = parts.path.removeprefix(f"/repos/{REPOSITORY}")
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        self.asked.append((method, path))
        if any(path.startswith(start) for start in self.forbidden):
            return 403, {"message": "Resource not accessible by integration"}
        for pattern, routes in ROUTES:
            match = re.fullmatch(pattern, path)
            if match and method in routes:
                return routes[method](self, body, query, *match.groups())
        return 404, {"message": "Not Found"}

    def files(self, branch: str) -> dict[str, bytes]:
        """What the last commit of a branch put on top of `main`."""
        tree = self.objects[self.objects[self.refs[f"heads/{branch}"]]["tree"]["sha"]]
        return {entry["path"]: base64.b64decode(self.objects[entry["sha"]]["content"]) for entry in tree["tree"]}

    def say(self, number: int, text: str, author: str = BOT) -> dict[str, Any]:
        said = {"id": len(self.asked) + 1, "user": {"login": author}, "body": text, "html_url": f"{self.url}/c"}
        self.comments.setdefault(number, []).append(said)
        return said

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


Answer = tuple[int, Any]


def _repository(_github: GitHub, _body: Any, _query: Any) -> Answer:
    return 200, {"default_branch": "main"}


def _list_comments(github: GitHub, _body: Any, query: dict[str, str], number: str) -> Answer:
    size, page = min(int(query["per_page"]), github.page), int(query["page"])
    return 200, github.comments.get(int(number), [])[(page - 1) * size : page * size]


def _comment(github: GitHub, body: Any, _query: Any, number: str) -> Answer:
    return 201, github.say(int(number), body["body"])


def _rewrite_comment(github: GitHub, body: Any, _query: Any, comment: str) -> Answer:
    [found] = [each for said in github.comments.values() for each in said if each["id"] == int(comment)]
    found["body"] = body["body"]
    return 200, found


def _list_issues(github: GitHub, _body: Any, query: dict[str, str]) -> Answer:
    return 200, [
        each for each in github.issues if each["state"] == query["state"] and each["user"]["login"] == query["creator"]
    ]


def _open_issue(github: GitHub, body: Any, _query: Any) -> Answer:
    number = len(github.issues) + 1
    github.issues.append(
        {**body, "number": number, "state": "open", "user": {"login": BOT}, "html_url": f"{github.url}/issues/{number}"}
    )
    return 201, github.issues[-1]


def _rewrite_issue(github: GitHub, body: Any, _query: Any, number: str) -> Answer:
    github.issues[int(number) - 1].update(body)
    return 200, github.issues[int(number) - 1]


def _store(github: GitHub, body: Any, _query: Any) -> Answer:
    held = dict(body)
    if "tree" in held and isinstance(held["tree"], str):
        held |= {"tree": {"sha": held["tree"]}, "author": {"name": BOT}}
    sha = _name(held)
    github.objects[sha] = held | {"sha": sha}
    return 201, github.objects[sha]


def _commit(github: GitHub, _body: Any, _query: Any, sha: str) -> Answer:
    return 200, github.objects[sha]


def _ref(github: GitHub, _body: Any, _query: Any, ref: str) -> Answer:
    return (200, {"object": {"sha": github.refs[ref]}}) if ref in github.refs else (404, {"message": "Not Found"})


def _new_ref(github: GitHub, body: Any, _query: Any) -> Answer:
    github.refs[body["ref"].removeprefix("refs/")] = body["sha"]
    return 201, {}


def _move_ref(github: GitHub, body: Any, _query: Any, ref: str) -> Answer:
    if not body["force"] and github.objects[body["sha"]]["parents"] != [github.refs[ref]]:
        return 422, {"message": "Update is not a fast forward"}
    github.refs[ref] = body["sha"]
    return 200, {}


def _merge(github: GitHub, body: Any, _query: Any) -> Answer:
    github.merged.append((body["base"], body["head"]))
    return (409, {"message": "Merge conflict"}) if github.is_in_conflict else (204, None)


def _list_pulls(github: GitHub, _body: Any, query: dict[str, str]) -> Answer:
    return 200, [each for each in github.pulls if each["state"] == query["state"] and each["label"] == query["head"]]


def _open_pull(github: GitHub, body: Any, _query: Any) -> Answer:
    number = 40 + len(github.pulls)
    head = {"sha": github.refs.get(f"heads/{body['head']}", "")}
    github.pulls.append(
        {
            **body,
            "number": number,
            "state": "open",
            "label": f"ada:{body['head']}",
            "head": head,
            "html_url": f"{github.url}/pull/{number}",
        }
    )
    return 201, github.pulls[-1]


def _rewrite_pull(github: GitHub, body: Any, _query: Any, number: str) -> Answer:
    github.pulls[int(number) - 40].update(body)
    return 200, github.pulls[int(number) - 40]


ROUTES: tuple[tuple[str, dict[str, Callable[..., Answer]]], ...] = (
    (r"", {"GET": _repository}),
    (r"/issues/(\d+)/comments", {"GET": _list_comments, "POST": _comment}),
    (r"/issues/comments/(\d+)", {"PATCH": _rewrite_comment}),
    (r"/issues", {"GET": _list_issues, "POST": _open_issue}),
    (r"/issues/(\d+)", {"PATCH": _rewrite_issue}),
    (r"/git/(?:blobs|trees|commits)", {"POST": _store}),
    (r"/git/commits/(\w+)", {"GET": _commit}),
    (r"/git/ref/(heads/[\w/-]+)", {"GET": _ref}),
    (r"/git/refs", {"POST": _new_ref}),
    (r"/git/refs/(heads/[\w/-]+)", {"PATCH": _move_ref}),
    (r"/merges", {"POST": _merge}),
    (r"/pulls", {"GET": _list_pulls, "POST": _open_pull}),
    (r"/pulls/(\d+)", {"PATCH": _rewrite_pull}),
)


@pytest.fixture
def github() -> Iterator[GitHub]:
    server = GitHub()
    yield server
    server.stop()


@pytest.fixture
def client(github: GitHub) -> Client:
    return Client(REPOSITORY, TOKEN, api=github.url)


@pytest.fixture
def variables(github: GitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a runner has in its environment."""
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.setenv("GITHUB_API_URL", github.url)


@pytest.fixture
def git() -> Callable[..., str]:
    """Runs git in a folder, as somebody."""

    def run(folder: Path, *arguments: str) -> str:
        person = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        command = ["git", "-C", str(folder), *person, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    return run
