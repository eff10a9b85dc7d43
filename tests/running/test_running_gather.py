"""What a worker is sent, and what its result is found by."""

from __future__ import annotations

from pathlib import Path

from generator.reading.item import Item
from generator.reading.saved import beside, unwrap, write_head
from generator.running.gather import _key, _sent


def test_what_stands_beside_a_pdf_file_goes_with_it_and_counts_as_a_part_of_it(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-")
    item = Item("a.pdf", ".pdf", path=file)
    keys = [_key(item)]
    for title in ("Storm", "Flood"):
        head = {"url": "https://example.org/a", "fetched": "2026-11-21T12:00:00Z", "title": title}
        beside(file).write_bytes(write_head(head, is_html=False))
        keys.append(_key(item))
    sent = _sent(item)
    beside(file).unlink()
    file.unlink()
    told, data, _ = unwrap(sent, sent.data or b"")
    assert (told.url, told.title, data) == ("https://example.org/a", "Flood", b"%PDF-")
    assert len(set(keys)) == 3


def test_what_cannot_be_read_is_sent_as_it_is_for_its_reader_to_say_so(tmp_path: Path) -> None:
    item = Item("a.html", ".html", path=tmp_path / "a.html")
    assert _sent(item) is item
