"""Pictures of events: their sizes, the small ones of lists, and what is wrong with one."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from PIL import Image

from generator.commands.docs_folder import find_docs
from generator.curating.check import check
from generator.curating.pictures import PictureSize, measure
from generator.curating.rules import media
from generator.errors import SiteError
from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.pages import home
from generator.publishing.pictures import look_at, thumbnails
from generator.publishing.site_info import SiteInfo

TODAY = dt.date(2026, 11, 21)
SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" {}><rect/></svg>'


def timeline(file: str, level: str = "key") -> Timeline:
    event = {"id": "vote", "date": "2021", "title": "Vote", "level": level, "media": {"file": file, "alt": "A bridge"}}
    return Timeline.model_validate({"events": [event]})


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    Image.new("RGB", (1600, 900), "teal").save(folder / "bridge.jpg")
    Image.new("P", (100, 50)).save(folder / "small.png")
    (folder / "words.jpg").write_text("no picture")
    return folder


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 40 20"', (40, 20)),
        ('width="300" height="100.4px" viewBox="0 0 40 20"', (300, 100)),
        ('width="100%" viewBox="0,0,40,20"', (40, 20)),
        ("", None),
    ],
)
def test_a_drawing_says_how_large_it_is(tmp_path: Path, attributes: str, size: tuple[int, int] | None) -> None:
    path = tmp_path / "x.svg"
    path.write_text(SVG.format(attributes))
    found = measure(path)
    assert (found and (found.width, found.height)) == size


def test_a_photograph_that_was_taken_on_its_side_is_measured_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (60, 30)).save(tmp_path / "x.jpg", exif=exif)
    assert measure(tmp_path / "x.jpg") == PictureSize(30, 60, (tmp_path / "x.jpg").stat().st_size)


def test_what_is_no_picture_has_no_size(docs: Path) -> None:
    (docs / "x.svg").write_text("<html></html>")
    assert measure(docs / "words.jpg") is None
    assert measure(docs / "x.svg") is None


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("bridge.jpg", ""),
        ("none.jpg", "5:27: error: there is no picture “none.jpg” in"),
        ("words.jpg", "5:27: error: “words.jpg” is no picture that browsers show"),
        ("https://example.org/x.jpg", "5:27: error: “https://example.org/x.jpg” is no file of the site"),
        ("../x.jpg", "5:27: error: “../x.jpg” is no file of the site"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_a_fault_with_its_place(docs: Path, file: str, said: str) -> None:
    events = docs.parent / "events.yaml"
    events.write_text(
        "events:\n  - id: vote\n    date: 2021-03-04\n    title: Vote\n"
        f'    media: {{alt: A, file: "{file}"}}\n    source: https://example.org/x\n'
    )
    faults = [fault.say("e") for fault in check(events, today=TODAY, docs=docs) if "one source" not in fault.what]
    assert [fault[2 : 2 + len(said)] for fault in faults] == ([said] if said else [])


def test_a_picture_that_is_larger_than_a_page_needs_is_warned_of(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "MOST_PIXELS", 1000)
    events = docs.parent / "events.yaml"
    events.write_text(
        "events:\n  - {id: v, date: 2021, title: V, source: 'https://e.org/', media: {file: bridge.jpg, alt: A}}\n"
    )
    (fault,) = (fault for fault in check(events, today=TODAY, docs=docs) if "pixels" in fault.what)
    assert (fault.severity, "1600 × 900 pixels" in fault.what) == ("warning", True)


def test_the_folder_of_pages_is_found_from_the_timelines_file(docs: Path) -> None:
    events = docs.parent / "data" / "events.yaml"
    events.parent.mkdir()
    assert find_docs(events) is None
    (docs.parent / "mkdocs.yml").write_text("site_name: X\n")
    assert find_docs(events) is not None
    assert find_docs(docs.parent / "events.yaml") == docs
    (docs.parent / "mkdocs.yml").write_text('site_name: X\ndocs_dir: "pages" # ours\n')
    assert find_docs(events) is None
    docs.rename(docs.parent / "pages")
    assert find_docs(docs.parent / "events.yaml") == docs.parent / "pages"


def test_a_key_event_has_a_small_picture_in_lists_and_no_other(docs: Path, tmp_path: Path) -> None:
    for level, small in [("key", True), ("normal", False)]:
        whole = timeline("bridge.jpg", level)
        pictures = look_at(whole.events, docs, {}, Path("e"))
        page = home(Atlas(whole, SiteInfo(url="", name="", today=TODAY, pictures=pictures))).make()
        assert ("dl-entry__picture" in page.content) == small
        made = dict(thumbnails(pictures.values(), tmp_path / "cache"))
        assert len(made) == small
    assert list((tmp_path / "cache").glob("*.webp"))
    assert f'src="{pictures["bridge.jpg"].path}"' not in page.content


def test_a_small_picture_keeps_its_shape_and_is_made_once(docs: Path, tmp_path: Path) -> None:
    pictures = look_at(timeline("bridge.jpg").events, docs, {}, Path("e"))
    [(path, content)] = thumbnails(pictures.values(), tmp_path / "cache")
    assert Image.open(io.BytesIO(content)).size == (320, 180)
    (tmp_path / "cache" / Path(path).name).write_bytes(b"kept")
    assert list(thumbnails(pictures.values(), tmp_path / "cache")) == [(path, b"kept")]


def test_a_picture_that_is_small_stands_in_lists_itself(docs: Path, tmp_path: Path) -> None:
    pictures = look_at(timeline("small.png").events, docs, {}, Path("e"))
    assert pictures["small.png"].small_path == "small.png"
    assert list(thumbnails(pictures.values(), tmp_path)) == []


def test_a_picture_that_is_missing_is_warned_of_and_left_out(docs: Path, caplog: pytest.LogCaptureFixture) -> None:
    whole = timeline("none.jpg")
    pictures = look_at(whole.events, docs, {"vote": 7}, Path("data/events.yaml"))
    assert pictures == {}
    assert "data/events.yaml:7: no picture can be shown" in caplog.text
    assert "<img" not in home(Atlas(whole, SiteInfo(url="", name="", today=TODAY, pictures=pictures))).make().content


def test_a_picture_that_breaks_off_ends_the_build(docs: Path, tmp_path: Path) -> None:
    whole = (docs / "bridge.jpg").read_bytes()
    (docs / "bridge.jpg").write_bytes(whole[: len(whole) // 2])
    pictures = look_at(timeline("bridge.jpg").events, docs, {}, Path("e"))
    with pytest.raises(SiteError, match="picture is damaged"):
        list(thumbnails(pictures.values(), tmp_path / "cache"))
