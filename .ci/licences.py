# noqa: INP001 a script, not a package
"""Lists every package of the lock with its licence, as its metadata say it, in `docs/dependencies.md`: `make licences`.

What a licence is called there differs, so each is brought to its name in SPDX. A licence that is not known, or that
does not go with a program under MIT, ends the script with 1. A package that is not for this machine keeps its line.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "dependencies.md"

WITH_MIT = frozenset(
    {
        *("MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Zlib", "CC0-1.0", "PSF-2.0"),
        *("Apache-2.0", "CNRI-Python", "OFL-1.1", "MPL-2.0", "MPL-1.1"),
    }
)
"""Licences under which a library may be used by a program under MIT without being part of it; those of Mozilla ask for
the source of the library's own files if these are changed, and nothing of the program."""

SPDX: Mapping[str, str] = {
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "apache-2.0": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "bsd-2-clause": "BSD-2-Clause",
    "bsd-3-clause": "BSD-3-Clause",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit": "MIT",
    "mit licence": "MIT",
    "mit license": "MIT",
    "mit or apache-2.0": "MIT OR Apache-2.0",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "mpl-2.0": "MPL-2.0",
    "new bsd": "BSD-3-Clause",
    "the bsd 2-clause license": "BSD-2-Clause",
}
"""What metadata say, in small letters, by the name that SPDX has for it."""

SAID_ELSEWHERE: Mapping[str, str] = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # its own, and that of axe-core, which it ships; in its repository
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",  # “Dual License”: which two is said in its file LICENSE
}
"""What metadata do not say, or not so that it can be read."""

RUN, ASKED_FOR, WORK = "runs the program", "for an extra", "for work on it"

EXTRAS_FOR_WORK = frozenset({"bench", "build", "lint", "test"})
"""The extras that only those ask for who work on the program; every other one is for its users."""


def locked() -> dict[str, str]:
    """The versions of all packages of the lock, by name."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^ ;\\\n]+)", lock, re.MULTILINE))


def licence_of(name: str) -> str | None:
    """A package's licence as SPDX writes it: empty where it is unknown, None where the package is not installed."""
    if name in SAID_ELSEWHERE:
        return SAID_ELSEWHERE[name]
    try:
        metadata = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return None
    if expression := metadata.get("License-Expression"):
        return expression
    classifiers = [each.rpartition(" :: ")[2] for each in metadata.get_all("Classifier") or () if "License ::" in each]
    for said in (metadata.get("License") or "", *classifiers):
        if known := SPDX.get(said.strip().casefold()):
            return known
    return ""


def goes_with_mit(licence: str) -> bool:
    """Whether a program under MIT may use what has a licence: of alternatives one, of several parts each."""
    bare = licence.replace("(", " ").replace(")", " ")
    return any(
        all(part.strip() in WITH_MIT for part in alternative.split(" AND ")) for alternative in bare.split(" OR ")
    )


def needed_by(requirements: Iterable[str]) -> set[str]:
    """The packages that some requirements come to on this machine, with all that these need."""
    found: set[tuple[str, str]] = set()
    waiting = [(Requirement(each), "") for each in requirements]
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        for wanted in {"", *requirement.extras}:
            key = (canonicalize_name(requirement.name), wanted)
            if key not in found:
                found.add(key)
                waiting += [(Requirement(each), wanted) for each in _requires(requirement.name)]
    return {name for name, _ in found}


def _requires(name: str) -> list[str]:
    try:
        return importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return []


def uses() -> dict[str, str]:
    """What each package that is needed to run the program is for; all others are for work on it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked_for = [each for name, needs in extras.items() if name not in EXTRAS_FOR_WORK for each in needs]
    return dict.fromkeys(needed_by(asked_for), ASKED_FOR) | dict.fromkeys(needed_by(project["dependencies"]), RUN)


def rows(before: str) -> Iterator[str]:
    """The lines of the table; a package that is not installed keeps the line that it had before."""
    known = uses()
    kept = {match[1]: match[0] for match in re.finditer(r"^\| ([a-z0-9.-]+) \|.*$", before, re.MULTILINE)}
    for name in sorted(locked()):
        licence = licence_of(name)
        if licence is None and name in kept:
            yield kept[name]
        else:
            yield f"| {name} | {licence or 'unknown'} | {known.get(name, WORK)} |"


def page(before: str) -> str:
    """The whole page, given what it was before."""
    begin = before.partition("| package |")[0]
    return "\n".join([f"{begin}| package | licence | what for |", "| --- | --- | --- |", *rows(before), ""])


def listed(text: str) -> dict[str, str]:
    """The licences that a page lists, by package."""
    table = text.partition("| --- | --- | --- |\n")[2]
    return dict(re.findall(r"^\| ([a-z0-9.-]+) \| (.+?) \|", table, re.MULTILINE))


def main() -> int:
    """Write the page, and say which licences are in the way."""
    text = page(PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(text, encoding="utf-8")
    refused = {name: licence for name, licence in listed(text).items() if not goes_with_mit(licence)}
    for name, licence in refused.items():
        todo = "look for another package, or say in .ci/licences.py what its licence is"
        print(f"{name}: {licence} — {todo}", file=sys.stderr)  # noqa: T201 it is a script
    return bool(refused)


if __name__ == "__main__":
    sys.exit(main())
