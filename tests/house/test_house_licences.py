"""The licences of what the program needs are listed, known, and such that a program under MIT may use it."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    """The script that writes the page."""
    spec = importlib.util.spec_from_file_location("licences", ROOT / ".ci" / "licences.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def listed(licences: ModuleType) -> dict[str, str]:
    found: dict[str, str] = licences.listed(licences.PAGE.read_text(encoding="utf-8"))
    return found


def version_of(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def test_every_package_of_the_lock_is_listed_and_no_other(licences: ModuleType, listed: dict[str, str]) -> None:
    assert sorted(listed) == sorted(licences.locked()), "run make licences"


def test_each_has_the_licence_that_its_metadata_say(licences: ModuleType, listed: dict[str, str]) -> None:
    # Other versions, such as the lowest that are allowed, may say it otherwise.
    here = [name for name, version in licences.locked().items() if version_of(name) == version]
    assert {name: licences.licence_of(name) for name in here} == {name: listed[name] for name in here}


def test_what_an_extra_of_users_names_is_not_listed_as_for_work_on_the_program(licences: ModuleType) -> None:
    uses = licences.uses()
    extras = ("distributed", "pagefind-bin", "zensical")
    assert {name: uses.get(name) for name in extras} == dict.fromkeys(extras, licences.ASKED_FOR)


def test_none_asks_anything_of_a_program_under_mit(licences: ModuleType, listed: dict[str, str]) -> None:
    assert [name for name, licence in listed.items() if not licences.goes_with_mit(licence)] == []


@pytest.mark.parametrize(
    ("licence", "goes"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("MIT AND GPL-3.0-only", False),
        ("(MIT OR GPL-3.0-only)", True),
        ("", False),
        ("unknown", False),
    ],
)
def test_of_alternatives_one_and_of_parts_each_must_go_with_mit(
    licences: ModuleType, licence: str, *, goes: bool
) -> None:
    assert licences.goes_with_mit(licence) is goes
