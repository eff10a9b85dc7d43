"""GitHub's REST interface, as much of it as is needed: JSON to and fro, and pages of lists.

The version of the interface is named in each request, so that what is asked keeps its meaning
(https://docs.github.com/rest, “API versions”).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

import urllib3

from generator.errors import GitHubError

__all__ = ["API", "Client"]

API = "https://api.github.com"
VERSION = "2022-11-28"

PAGE = 100
"""Entries that a page of a list has at most; GitHub's own limit."""

MOST_PAGES = 50
SECONDS = 30.0

_REPOSITORY = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")


class Client:
    """One repository on GitHub.

    Args:
        repository: Its owner and name, such as `ada/bridges`.
        token: What the workflow may do, it may do by this.
        api: The address of the interface; another for a GitHub of one's own.

    Raises:
        GitHubError: The repository's name is none, or there is no token.
    """

    def __init__(self, repository: str, token: str, *, api: str = API) -> None:
        if not _REPOSITORY.fullmatch(repository):
            raise GitHubError(f"“{repository}” names no repository", todo="set GITHUB_REPOSITORY to owner/name")
        if not token:
            raise GitHubError("there is no token", todo="hand GITHUB_TOKEN to this step of the workflow")
        self.owner = repository.split("/", maxsplit=1)[0]
        self._base = f"{api.rstrip('/')}/repos/{repository}"
        self._pool = urllib3.PoolManager(
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {token}",
                "User-Agent": "dateline",
                "X-GitHub-Api-Version": VERSION,
            },
            timeout=SECONDS,
            retries=urllib3.Retry(3, redirect=False, status_forcelist=(502, 503, 504), raise_on_status=False),
        )

    def get(self, path: str, **query: str | int) -> Any:  # noqa: ANN401 whatever GitHub answers
        """Ask for something; None where there is no such thing.

        Args:
            path: What, from the repository on: `/pulls`.
            query: What is asked of it.

        Raises:
            GitHubError: GitHub cannot be reached, or refuses.
        """
        return self._ask("GET", path + (f"?{urlencode(query)}" if query else ""), missing=True)

    def every(self, path: str, **query: str | int) -> Iterator[Any]:
        """The entries of a list, page after page; of endless ones the first 5,000.

        Raises:
            GitHubError: As `get`.
        """
        for page in range(1, MOST_PAGES + 1):
            entries = self.get(path, **query, per_page=PAGE, page=page) or []
            yield from entries
            if len(entries) < PAGE:
                return

    def send(self, method: str, path: str, body: Mapping[str, object]) -> Any:  # noqa: ANN401 whatever GitHub answers
        """Make or change something.

        Args:
            method: `POST`, `PATCH` or `PUT`.
            path: What, from the repository on.
            body: What it is to be.

        Returns:
            The thing as it is now.

        Raises:
            GitHubError: As `get`; also where there is no such thing.
        """
        return self._ask(method, path, body)

    def _ask(self, method: str, path: str, body: Mapping[str, object] | None = None, *, missing: bool = False) -> Any:  # noqa: ANN401
        where = f"{method} {path.split('?', maxsplit=1)[0]}"
        try:
            answer = self._pool.request(
                method, self._base + path, body=None if body is None else json.dumps(body).encode()
            )
        except urllib3.exceptions.HTTPError as error:
            raise GitHubError("GitHub cannot be reached", where=where, todo="run the workflow again") from error
        if missing and answer.status == 404:
            return None
        said = _json(answer.data)
        if not 200 <= answer.status < 300:
            reason = said.get("message", "") if isinstance(said, dict) else ""
            raise GitHubError(f"GitHub refuses ({answer.status}): {reason}", where=where, todo=_todo(answer.status))
        return said


def _json(data: bytes) -> Any:  # noqa: ANN401 whatever GitHub answers
    try:
        return json.loads(data) if data else None
    except ValueError:
        return None


def _todo(status: int) -> str:
    if status in {401, 403, 404}:
        return "give the job the permission that docs/github.md names, and see whether the repository allows it"
    if status == 409:
        return "merge the default branch into that of the pull request by hand, or close the pull request"
    return "run the workflow again"
