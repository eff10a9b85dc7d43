"""A site that is opened from a disk has links that name pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.disk import name_pages


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ('<a href="events/vote/">', '<a href="events/vote/index.html">'),
        ('<a class="x" href="../../">', '<a class="x" href="../../index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="./#e1">', '<a href="./index.html#e1">'),
        ('<a href="tags/?q=a/b">', '<a href="tags/index.html?q=a/b">'),
        ('<iframe src="embed/">', '<iframe src="embed/index.html">'),
        (
            '<meta http-equiv="refresh" content="0; url=../new/">',
            '<meta http-equiv="refresh" content="0; url=../new/index.html">',
        ),
        ('<a href="%C3%A9t%C3%A9/">', '<a href="%C3%A9t%C3%A9/index.html">'),
        ('<a href="#top">', None),
        ('<a href="">', None),
        ('<a href="https://elsewhere.example/">', None),
        ('<a href="//elsewhere.example/">', None),
        ('<a href="/">', None),
        ('<a href="mailto:a@b.example">', None),
        ('<a href="feed.xml">', None),
        ('<a href="../assets/a.b/c.css">', None),
        ('<p>href="events/vote/"</p> <p title="a/">', None),
        ("<p>write href=../x/ here</p>", None),
        ('<code>&lt;a href="events/"&gt;</code>', None),
    ],
)
def test_a_link_to_a_folder_names_its_page(tmp_path: Path, link: str, named: str | None) -> None:
    page = tmp_path / "a" / "index.html"
    page.parent.mkdir()
    page.write_text(f"<!doctype html>\n{link}", newline="")
    assert name_pages(tmp_path) == (named is not None)
    assert page.read_bytes().decode() == f"<!doctype html>\n{named or link}"


def test_a_page_in_another_encoding_keeps_its_bytes(tmp_path: Path) -> None:
    page = tmp_path / "old.html"
    page.write_bytes("<p>Мост</p>\r\n<a href='events/'>".encode("cp1251"))
    assert name_pages(tmp_path) == 1
    assert page.read_bytes() == "<p>Мост</p>\r\n<a href='events/index.html'>".encode("cp1251")
