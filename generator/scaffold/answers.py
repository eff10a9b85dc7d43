"""What is asked of a person who begins a timeline, and what follows from the answers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import UsageError
from generator.scalars import is_web_address

__all__ = [
    "LICENCES",
    "Answers",
    "Licence",
    "pages_address",
    "repository_address",
    "site_address",
    "title_of",
    "title_text",
]

_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+")
_GITHUB = "github.com"


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence for the timeline's data.

    Attributes:
        name: What it is called.
        address: Where its text is.
        terms: What it asks of whoever uses the data, in a sentence.
    """

    name: str
    address: str
    terms: str


LICENCES = {
    "CC-BY-4.0": Licence(
        "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        "Anybody may use the data for any purpose, who names where it is from and says what was changed.",
    ),
    "CC-BY-SA-4.0": Licence(
        "CC BY-SA 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
        "The same, and what somebody makes of the data must be under this licence too.",
    ),
    "CC0-1.0": Licence(
        "CC0 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "Anybody may use the data for any purpose, without naming anybody.",
    ),
    "ODbL-1.0": Licence(
        "ODbL 1.0",
        "https://opendatacommons.org/licenses/odbl/1-0/",
        "Anybody may use the data who names where it is from; a database made of it must be open in the same way.",
    ),
}
"""The licences to choose from, by their names in SPDX."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new timeline is to be.

    Attributes:
        title: What it is called.
        url: Where the site will be, with a slash at its end; or empty.
        repository: Where the repository is, without a slash at its end; or empty.
        language: The code of its language.
        license: The licence of its data, by its name in SPDX: a key of `LICENCES`.
        requirement: What pip is to install, as a line of `requirements.txt`.
    """

    title: str
    url: str
    repository: str
    language: str
    license: str
    requirement: str

    @property
    def licence(self) -> Licence:
        """The licence."""
        return LICENCES[self.license]

    @property
    def edit_base(self) -> str:
        """Where files are edited in the browser; empty where the host's way to do so is not known."""
        return f"{self.repository}/edit/main/" if self._on_github else ""

    @property
    def issues_url(self) -> str:
        """Where a mistake is reported; empty as above."""
        return f"{self.repository}/issues/new" if self._on_github else ""

    @property
    def _on_github(self) -> bool:
        return urlsplit(self.repository).hostname == _GITHUB


def title_of(folder: Path) -> str:
    """A title for a timeline in a folder, from its name: `bay-bridges` gives “Bay bridges”."""
    words = re.sub(r"[-_\s]+", " ", folder.resolve().name).strip()
    return words[:1].upper() + words[1:] or "Timeline"


def title_text(title: str) -> str:
    """A title as it is to be written.

    Raises:
        UsageError: There is nothing in it, or something that cannot be seen.
    """
    text = " ".join(title.split())
    if not text or any(unicodedata.category(letter).startswith("C") for letter in text):
        raise UsageError(f"“{text}” is no title", todo="write a few words, as --title “Bridges of the bay”")
    return text


def repository_address(said: str) -> str:
    """The address of a repository, of which `owner/name` is enough on GitHub.

    Raises:
        UsageError: It is neither that nor a web address.
    """
    text = said.strip().removesuffix("/").removesuffix(".git")
    if _REPOSITORY.fullmatch(text):
        return f"https://{_GITHUB}/{text}"
    if text and not is_web_address(text):
        raise UsageError(f"“{said}” is no repository", todo="write owner/name, or its whole address: https://…")
    return text


def site_address(said: str) -> str:
    """The address of a site, with a slash at its end.

    Raises:
        UsageError: It is no web address.
    """
    text = said.strip()
    if text and not is_web_address(text):
        raise UsageError(f"“{said}” is no web address", todo="write one that begins with https://")
    return f"{text.rstrip('/')}/" if text else ""


def pages_address(repository: str) -> str:
    """Where GitHub Pages shows the site of a repository; empty for one elsewhere."""
    parts = urlsplit(repository)
    if parts.hostname != _GITHUB:
        return ""
    owner, name = parts.path.strip("/").split("/", 1)
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
