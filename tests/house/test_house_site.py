"""The page about the site names every option of the plugin, its default, and the sizes at which something changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.publishing.chart import CHART_FROM
from generator.publishing.filters import FILTERS_FROM
from generator.publishing.home_page import SPLIT_FROM
from generator.publishing.overviews import SECTIONS
from generator.publishing.plugin import DatelineConfig
from generator.publishing.search_engine import BUILT_IN_UP_TO
from generator.publishing.search_engine import CHOICES as SEARCHES
from generator.publishing.share_pages import ALL_UP_TO
from generator.publishing.share_pages import CHOICES as SHARE_IMAGES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "site.md").read_text()


def table(heading: str) -> list[list[str]]:
    section = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    return [[first.strip("`"), second.strip("`"), *rest] for first, second, *rest in cells]


def test_every_option_of_the_plugin_is_explained_and_no_other() -> None:
    options = [name for name, _ in DatelineConfig._schema]
    assert sorted(row[0] for row in table("Options")) == sorted(options)


@pytest.mark.parametrize(("name", "default"), [tuple(row[:2]) for row in table("Options")])
def test_the_default_of_an_option_is_what_the_page_says(name: str, default: str) -> None:
    assert dict(DatelineConfig._schema)[name].default == (yaml.safe_load(default) if default else "")


@pytest.mark.parametrize(("name", "choices"), [("search", SEARCHES), ("share_images", SHARE_IMAGES)])
def test_every_choice_of_an_option_is_named(name: str, choices: tuple[str, ...]) -> None:
    (row,) = (row for row in table("Options") if row[0] == name)
    assert set(choices) <= {row[1], *re.findall(r"`([\w-]+)`", row[2])}


def test_the_sizes_at_which_something_changes_are_those_of_the_program() -> None:
    sizes = [int(re.sub(r"\D", "", row[0])) for row in table("As a timeline grows")]
    assert sizes == [FILTERS_FROM, CHART_FROM, SPLIT_FROM, BUILT_IN_UP_TO + 1, ALL_UP_TO + 1]


def test_what_the_page_tells_to_set_for_another_look_are_variables_of_the_style_sheet() -> None:
    named = set(re.findall(r"^  (--dateline-[a-z-]+):", PAGE, re.MULTILINE))
    assert named
    assert named <= set(
        re.findall(r"^  (--dateline-[a-z-]+):", (ROOT / "generator/assets/dateline.css").read_text(), re.MULTILINE)
    )


def test_the_page_names_each_folder_that_the_program_makes() -> None:
    named = set(re.findall(r"(\w+)/", " ".join(row[0] for row in table("Pages"))))
    assert {*SECTIONS, "events"} <= named
