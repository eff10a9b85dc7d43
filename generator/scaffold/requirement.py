"""What a new timeline's `requirements.txt` names, so that it gets the program that began it."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from generator.errors import UsageError

__all__ = ["installed", "is_local", "requirement"]

NAME = "dateline"

_DIRECT = re.compile(r"(?:git\+|hg\+|svn\+|bzr\+)?[a-z+]+://\S+")
_NAMED = re.compile(rf"{NAME}\s*(?:\[[\w,\s-]*\])?\s*(?:@\s*\S+|(?:[<>=!~]=?=?\s*[\w.*+!-]+,?\s*)+)?", re.IGNORECASE)


def installed() -> str:
    """The requirement that gives the program that runs now.

    How it was installed stands in `direct_url.json` (PEP 610), where that was not by name from an index.

    Returns:
        `dateline @ file:///…` for a folder, `dateline @ git+https://…@commit` for a repository, else `dateline==0.1.0`.
    """
    try:
        found = distribution(NAME)
    except PackageNotFoundError:
        return NAME
    text = found.read_text("direct_url.json")
    return _direct(json.loads(text)) if text else f"{NAME}=={found.version}"


def _direct(origin: dict[str, object]) -> str:
    """A requirement by address, from what a direct_url.json says."""
    url, vcs = str(origin["url"]), origin.get("vcs_info")
    if isinstance(vcs, dict):
        return f"{NAME} @ {vcs['vcs']}+{url}@{vcs['commit_id']}"
    return f"{NAME} @ {url}"


def requirement(said: str) -> str:
    """A requirement as pip reads it, from what a person says it is.

    Args:
        said: `dateline`, with a version or not; an address that pip knows, such as `git+https://…`; or a folder.

    Returns:
        A line of `requirements.txt`.

    Raises:
        UsageError: It is none of these.
    """
    text = said.strip()
    if _NAMED.fullmatch(text):
        return text
    if _DIRECT.fullmatch(text):
        return f"{NAME} @ {text}"
    if text and (Path(text) / "pyproject.toml").is_file():
        return f"{NAME} @ {Path(text).resolve().as_uri()}"
    todo = f"write {NAME}==VERSION, git+https://…, or a folder that holds the program's pyproject.toml"
    raise UsageError(f"“{said}” is nothing that pip could install {NAME} from", todo=todo)


def is_local(line: str) -> bool:
    """Whether a requirement names a folder of this machine, so that it works on no other."""
    return "file:" in line
