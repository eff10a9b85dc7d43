"""The HTML of every kind of page is valid, by html-validate."""

from __future__ import annotations

import os
import subprocess
from itertools import groupby
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECKS = ROOT / "checks"
PROGRAM = CHECKS / "node_modules" / ".bin" / "html-validate"
OF_A_KIND = 12


@pytest.fixture(scope="module")
def html_validate() -> str:
    """The program; a test without it is skipped, or fails where it is required."""
    if PROGRAM.exists():
        return str(PROGRAM)
    reason = "html-validate is not installed: `make test` does it, where there is npm"
    if os.environ.get("REQUIRE_CHECKS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def some_of_each_kind(site: Path) -> list[str]:
    """The pages of each folder, up to a dozen: hundreds of events differ in their words alone."""
    kinds = groupby(sorted(site.rglob("*.html")), key=lambda page: page.relative_to(site).parts[:-2])
    return [str(page) for _, pages in kinds for page in list(pages)[:OF_A_KIND]]


@pytest.mark.parametrize("site", ["site_folder", "large_folder", "demo_folder"])
def test_every_kind_of_page_is_valid(html_validate: str, request: pytest.FixtureRequest, site: str) -> None:
    pages = some_of_each_kind(request.getfixturevalue(site))
    assert pages
    command = [html_validate, "--config", str(CHECKS / "htmlvalidate.mjs"), "--formatter", "text", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKS)
    assert done.returncode == 0, done.stdout + done.stderr
