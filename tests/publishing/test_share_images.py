"""Share images: what is drawn, what is left out, which pages name one, and that each is drawn once."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.errors import SiteError
from generator.publishing import share_cache, share_pages
from generator.publishing.atlas import Atlas
from generator.publishing.marks import Mark
from generator.publishing.page import Page
from generator.publishing.pages import pages
from generator.publishing.share_cache import drawn
from generator.publishing.share_images import HEIGHT, WIDTH, Subject, draw
from generator.publishing.share_pages import ShareImage, share_images, share_tags
from generator.publishing.typeface import BOLD, Typeface

DAY = Mark("day", "Exact day")
EVENT = Subject("Council approves the harbour bridge", "The harbour bridge", "4 March 2021", "2021-03-04", DAY)
LONG = "Council of the harbour town approves the plan for a bridge over the channel after eleven years of argument " * 3


@pytest.fixture(scope="module")
def typeface() -> Typeface:
    return Typeface()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def ink_within(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return len(image.convert("RGB").crop(box).getcolors() or []) > 1


TITLE, FOOT, DATE = (170, 180, WIDTH, 480), (170, 510, WIDTH, HEIGHT), (170, 80, WIDTH, 150)


@pytest.mark.parametrize("subject", [EVENT, replace(EVENT, title=LONG), replace(EVENT, title="W" * 200)])
def test_an_image_is_of_the_size_that_is_announced_and_small(subject: Subject, typeface: Typeface) -> None:
    content = draw(subject, typeface)
    assert opened(content).size == (WIDTH, HEIGHT)
    assert opened(content).format == "PNG"
    assert len(content) <= 30_000


def test_the_same_text_gives_the_same_bytes(typeface: Typeface) -> None:
    assert draw(EVENT, typeface) == draw(EVENT, Typeface())
    assert draw(EVENT, typeface) != draw(replace(EVENT, title="Another"), typeface)


@pytest.mark.parametrize(
    "mark",
    [DAY, Mark("month", ""), Mark("season", ""), Mark("year", ""), Mark("range", ""), Mark("none", "")],
)
def test_each_mark_is_drawn_in_its_own_shape_and_so_are_doubt_and_plan(mark: Mark, typeface: Typeface) -> None:
    marks = [mark, replace(mark, planned=True), replace(mark, about=True), Mark("choice", "", about=True)]
    images = {draw(replace(EVENT, mark=each), typeface) for each in marks}
    assert len(images) >= 3 - (mark.shape == "none")


@pytest.mark.parametrize("text", ["Zażółć gęślą jaźń", "Министры встретились", "Η γέφυρα", "“Quotes” – and …", "Việt"])
def test_the_typeface_draws_latin_greek_and_cyrillic(text: str, typeface: Typeface) -> None:
    assert typeface.draws(text)


@pytest.mark.parametrize("text", ["中国", "جسر", "גשר", "पुल"])
def test_a_title_that_the_typeface_cannot_draw_is_left_out_and_the_date_said_in_its_place(
    text: str, typeface: Typeface
) -> None:
    assert not typeface.draws(text)
    with_title = replace(EVENT, title=text, timeline=text, date=text)
    image = opened(draw(with_title, typeface))
    assert ink_within(image, TITLE)
    assert not ink_within(image, FOOT)
    assert not ink_within(image, DATE)
    assert draw(with_title, typeface) == draw(replace(with_title, title=text * 2), typeface)


def test_a_language_from_right_to_left_begins_at_the_right(typeface: Typeface) -> None:
    left, right = (opened(draw(replace(EVENT, rtl=rtl), typeface)) for rtl in (False, True))
    assert ink_within(left, (0, 80, 130, 150))
    assert not ink_within(right, (0, 80, 130, 150))
    assert ink_within(right, (WIDTH - 130, 80, WIDTH, 150))


def test_a_title_is_set_as_large_as_fits_and_cut_with_an_ellipsis(typeface: Typeface) -> None:
    large, lines = typeface.fit("A bridge", 900, range(96, 59, -8), weight=BOLD, lines=4)
    assert (large, lines) == (96, ["A bridge"])
    small, lines = typeface.fit(LONG, 900, range(96, 59, -8), weight=BOLD, lines=4)
    assert (small, len(lines)) == (64, 4)
    assert lines[-1].endswith("…")
    assert all(typeface.font(64, BOLD).getlength(line) <= 900 for line in lines)


def test_a_word_that_is_wider_than_a_line_is_broken(typeface: Typeface) -> None:
    _, lines = typeface.fit("a " + "w" * 60, 500, range(64, 63, -1), weight=BOLD, lines=9)
    assert "".join(lines) == "a" + "w" * 60
    assert len(lines) > 2


def test_a_font_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="font for share images cannot be read"):
        Typeface(str(tmp_path / "none.ttf")).check()


def test_a_font_of_the_sites_own_is_drawn_with(typeface: Typeface) -> None:
    assert draw(EVENT, Typeface(typeface.file)) == draw(EVENT, typeface)


def test_each_page_names_an_image_an_event_its_own(harbour_pages: dict[str, Page]) -> None:
    address = "https://bridge.example/timeline/"
    vote = harbour_pages["events/2021-03-04-council-approves-bridge/"].head
    tags = harbour_pages["tags/"].head
    assert f'<meta property="og:image" content="{address}events/2021-03-04-council-approves-bridge/share.png">' in vote
    assert f'<meta property="og:image" content="{address}share.png">' in tags
    assert '<meta property="og:image:width" content="1200">' in vote
    assert '<meta name="twitter:card" content="summary_large_image">' in vote
    assert 'content="4 March 2021 · Council approves the harbour bridge · ' in vote


@pytest.fixture(scope="module")
def harbour_pages(atlas: Atlas) -> dict[str, Page]:
    return {draft.path: draft.make() for draft in pages(atlas)}


def test_there_is_an_image_for_each_that_a_page_names(atlas: Atlas) -> None:
    paths = [image.path for image in share_images(atlas)]
    assert paths[0] == "share.png"
    assert len(paths) == 1 + len(atlas.shown)


@pytest.mark.parametrize("choice", ["auto", "site"])
def test_one_image_serves_all_where_there_are_many_events_or_the_site_says_so(
    atlas: Atlas, choice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_pages, "ALL_UP_TO", 1)
    other = Atlas(atlas.timeline, replace(atlas.site, share_images=choice))
    assert [image.path for image in share_images(other)] == ["share.png"]
    assert "timeline/share.png" in share_tags(other, other.shown[0])


@pytest.mark.parametrize(("url", "choice"), [("", "all"), ("https://bridge.example/", "none")])
def test_without_an_address_or_by_choice_there_is_no_image(atlas: Atlas, url: str, choice: str) -> None:
    other = Atlas(atlas.timeline, replace(atlas.site, url=url, share_images=choice))
    assert not list(share_images(other))
    assert "og:image" not in share_tags(other)
    assert '<meta name="twitter:card" content="summary">' in share_tags(other)


def test_an_image_is_drawn_once_and_again_when_its_text_changes(
    typeface: Typeface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(share_cache, "draw", lambda subject, _typeface: made.append(subject.title) or b"png")
    images = [ShareImage("share.png", Subject("One")), ShareImage("events/x/share.png", Subject("Two"))]
    assert list(drawn(images, typeface, tmp_path / "cache")) == [(image.path, b"png") for image in images]
    list(drawn([images[0], ShareImage("share.png", Subject("Three"))], typeface, tmp_path / "cache"))
    assert made == ["One", "Two", "Three"]


def test_a_cache_that_cannot_be_written_to_costs_no_image(typeface: Typeface, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    [(path, content)] = drawn([ShareImage("share.png", EVENT)], typeface, tmp_path / "file" / "cache")
    assert (path, opened(content).size) == ("share.png", (WIDTH, HEIGHT))


def test_an_event_without_a_title_has_an_image_too(atlas_of: Callable[..., Atlas], typeface: Typeface) -> None:
    image = list(share_images(atlas_of(title="x", date="2021")))[1]
    assert opened(draw(replace(image.subject, title=""), typeface)).size == (WIDTH, HEIGHT)
