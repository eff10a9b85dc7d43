"""Tables: what stands in their cells, and that none of them is computed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.open_data.tables import (
    CITATION_COLUMNS,
    EVENT_COLUMNS,
    citations_csv,
    events_csv,
    guarded,
)
from generator.publishing.site_info import SiteInfo


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def unguarded(cell: str) -> str:
    """What the manual tells a program to do."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'")[:1] in set("=+-@\t\r＝＋－＠") - {""} else cell


def test_there_is_a_row_for_each_event(atlas: Atlas) -> None:
    found = rows(events_csv(atlas))
    assert [row["id"] for row in found] == [event.id for event in atlas.shown]
    row = found[1]
    assert (row["date"], row["date_text"], row["time"]) == ("2021-03-04", "4 March 2021", "19:30 Europe/London")
    assert row["actors"] == "Ada Okafor; Fernhaven Council; Lena Brandt"
    assert row["tags"] == "decision; money"
    assert row["sources"] == "gazette-2021-03-05; tribune-2021-03-05; herald-2021-03-05"
    assert row["independent_sources"] == "2"
    assert row["corrections"] == "2026-11-02 correction: The vote was 14 to 3, not 13 to 3."
    assert row["updated"] == "2026-11-02"


def test_there_is_a_row_for_each_citation_with_its_source(atlas: Atlas) -> None:
    found = [row for row in rows(citations_csv(atlas)) if row["event"] == "2021-03-04-council-approves-bridge"]
    assert [row["publisher"] for row in found] == ["Fernhaven Gazette", "Coast Tribune", "Morning Herald"]
    first = found[0]
    assert (first["when"], first["from"], first["rule"], first["date"]) == (
        *("on Thursday", "2021-03-05", "weekday-past", "2021-03-04"),
    )
    assert first["url"] == "https://gazette.example/2021/bridge"
    assert found[1]["original"] == "harbour-wire-2021-03-05"
    assert "mention" not in first


def test_a_digests_words_are_no_quote_in_a_table_either(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(sources={"a": {"kind": "digest"}}, citations=[{"source": "a", "quote": "our words"}])
    assert rows(citations_csv(atlas))[0]["quote"] == ""


def test_the_columns_are_those_of_the_manual(atlas: Atlas, manual: str) -> None:
    section = manual.split("## Tables\n", 1)[1].split("New columns", 1)[0]
    events, citations = section.split("and `citations.csv`")
    for columns, said in ((EVENT_COLUMNS, events), (CITATION_COLUMNS, citations)):
        assert [each for each in said.replace("\n", " ").split("`")[1::2] if "." not in each] == list(columns)
    assert tuple(rows(events_csv(atlas))[0]) == EVENT_COLUMNS
    assert tuple(rows(citations_csv(atlas))[0]) == CITATION_COLUMNS


@pytest.fixture
def manual() -> str:
    from pathlib import Path

    return (Path(__file__).parents[2] / "docs" / "open-data.md").read_text(encoding="utf-8")


def test_a_table_is_as_rfc_4180_asks(atlas_of: Callable[..., Atlas]) -> None:
    content = events_csv(atlas_of(date="2022", title='He said "no", twice', summary="One line.\n\nAnother."))
    assert content.endswith(b"\r\n")
    assert b'"He said ""no"", twice"' in content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert rows(content)[0]["summary"] == "One line.\n\nAnother."


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_is_taken_for_a_formula(atlas_of: Callable[..., Atlas], sign: str) -> None:
    text = f"{sign}cmd|' /C calc'!A0"
    atlas = atlas_of(title=text, summary=text, places=[text, "x"], sources={"a": {"title": text}}, source="a")
    for content in (events_csv(atlas), citations_csv(atlas)):
        cells = [cell for row in csv.reader(io.StringIO(content.decode(), newline="")) for cell in row]
        assert not [cell for cell in cells if cell.startswith(sign)]


def test_a_date_before_our_era_is_guarded_too(atlas_of: Callable[..., Atlas]) -> None:
    (row,) = rows(events_csv(atlas_of(date="-0043")))
    assert (row["date"], row["earliest"]) == ("'-0043", "'-000043-01-01")


@given(st.text(alphabet="'=+-@\tab1", max_size=6))
def test_what_was_guarded_can_be_had_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_timeline_of_no_events_has_tables_of_a_head(site: SiteInfo) -> None:
    atlas = Atlas(Timeline(), site)
    assert events_csv(atlas).decode() == ",".join(EVENT_COLUMNS) + "\r\n"
    assert citations_csv(atlas).decode() == ",".join(CITATION_COLUMNS) + "\r\n"
