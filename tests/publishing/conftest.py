"""A made-up timeline, and the site that it stands in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.curating.load import load_timeline
from generator.model import Event, Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.page import Page
from generator.publishing.pages import home, pages
from generator.publishing.site_info import SiteInfo

HARBOUR = Path(__file__).parent / "data" / "harbour.yaml"
TODAY = dt.date(2026, 11, 21)

WHOLE = ("sources", "actors", "periods", "views", "timeline", "events")

TWO_COUNTRIES = """\
schema: 1
timeline: {title: Two countries}
events:
  - id: 2026-02-04-call
    date: 2026-02-04
    title: Leaders speak by video link
    source: https://example.org/story
  - id: 2026-03-01-visit
    date: 2026-03-01
    title: A visit that nobody has judged
    review: candidate
    source: https://example.org/other
"""

CONFIGURATION = """\
site_name: Two countries
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [search, dateline]
"""


@pytest.fixture(scope="session")
def harbour() -> Timeline:
    return load_timeline(HARBOUR)


@pytest.fixture(scope="session")
def site() -> SiteInfo:
    return SiteInfo(
        url="https://bridge.example/timeline/",
        name="The harbour bridge",
        today=TODAY,
        edit_base="https://code.example/archive/bridge/edit/main/",
        issues_url="https://code.example/archive/bridge/issues/new",
        lines={"2021-03-04-council-approves-bridge": 57},
    )


@pytest.fixture(scope="session")
def bare_site() -> SiteInfo:
    return SiteInfo(url="", name="", today=TODAY)


@pytest.fixture(scope="session")
def atlas(harbour: Timeline, site: SiteInfo) -> Atlas:
    return Atlas(harbour, site)


@pytest.fixture(scope="session")
def built(harbour: Timeline, site: SiteInfo) -> dict[str, Page]:
    """Every page of the timeline, by its path."""
    return {draft.path: draft.make() for draft in [home(Atlas(harbour, site)), *pages(Atlas(harbour, site))]}


@pytest.fixture(scope="session")
def atlas_of(site: SiteInfo) -> Callable[..., Atlas]:
    """Makes a timeline of one event, `test`, from its fields; `sources`, `events` and the like are the timeline's."""

    def make(**fields: Any) -> Atlas:
        whole = {key: fields.pop(key) for key in WHOLE if key in fields}
        event = {"id": "test", "title": "Something happens", **fields}
        return Atlas(Timeline.model_validate({"events": [event], **whole}), site)

    return make


@pytest.fixture(scope="session")
def event_of(atlas_of: Callable[..., Atlas]) -> Callable[..., Event]:
    """Makes one event from its fields."""
    return lambda **fields: atlas_of(**fields).timeline.events[0]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a test runs in: a small site's configuration, docs and timeline."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "events.yaml").write_text(TWO_COUNTRIES)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION)
    monkeypatch.chdir(tmp_path)
    return tmp_path
