"""Pages, files, pictures and fonts that are in the way or no such thing: a clear message, and nobody's work is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.curating.pictures import measure
from generator.errors import SiteError
from generator.model import Timeline
from generator.publishing.pictures import look_at
from generator.publishing.typeface import Typeface


@pytest.mark.parametrize(
    "file",
    [
        "events/2026-02-04-call.md",
        "events/2026-02-04-call/index.md",
        "events/2026-02-04-call/index.html",
        "events",
        "sources/https.md",
        "events.json",
        "feed.xml",
    ],
)
def test_nothing_that_people_wrote_is_written_over(project: Path, file: str, caplog: pytest.LogCaptureFixture) -> None:
    timeline = project / "data" / "events.yaml"
    cited = timeline.read_text().replace("source: https://example.org/story", "source: https")
    timeline.write_text(f"{cited}sources: {{https: {{title: A story}}}}\n")
    (project / "docs" / file).parent.mkdir(parents=True, exist_ok=True)
    (project / "docs" / file).write_text("Mine")
    with pytest.raises(Abort):
        build(load_config())
    assert f"docs/{file}: this file stands where the timeline's own goes" in caplog.text
    assert not (project / "site").exists()


def test_a_page_beside_those_of_the_timeline_is_published_with_them(project: Path) -> None:
    (project / "docs" / "events").mkdir()
    (project / "docs" / "events" / "how-to-read.md").write_text("# Mine")
    build(load_config())
    assert "Mine" in (project / "site" / "events" / "how-to-read" / "index.html").read_text()


@pytest.mark.parametrize("file", ["a" * 5000, "a" * 300 + ".png", "x.png"])
def test_a_picture_whose_name_no_file_can_have_is_warned_of_and_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, file: str
) -> None:
    event = {"id": "vote", "title": "Vote", "media": {"file": file, "alt": "A bridge"}}
    assert look_at(Timeline.model_validate({"events": [event]}).events, tmp_path, {}, Path("e")) == {}
    assert "no picture can be shown" in caplog.text


@pytest.mark.parametrize("width", ["9" * 400, "9" * 400 + ".5"])
def test_a_drawing_larger_than_any_number_has_no_size(tmp_path: Path, width: str) -> None:
    path = tmp_path / "x.svg"
    path.write_text(f'<svg width="{width}" height="1"/>')
    assert measure(path) is None


@pytest.mark.parametrize("name", ["a\0b", "/etc", "a" * 5000])
def test_a_font_that_cannot_be_asked_for_is_said(name: str) -> None:
    with pytest.raises(SiteError, match="the font for share images cannot be read"):
        Typeface(name).check()
