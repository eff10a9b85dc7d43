"""All that the timeline publishes: its home page, its other pages, and its files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.publishing.atlas import Atlas
from generator.publishing.data_page import data_page
from generator.publishing.drafts import FileDraft, PageDraft
from generator.publishing.embedding.builder_page import builder_page
from generator.publishing.embedding.embed_files import embed_files
from generator.publishing.event_index import INDEX_PATH, event_index
from generator.publishing.event_page import event_pages
from generator.publishing.home_page import home_draft, is_split
from generator.publishing.listing import selection_pages
from generator.publishing.open_data.files import open_data_files
from generator.publishing.overviews import overview_pages

__all__ = ["files", "home", "pages"]


def home(atlas: Atlas) -> PageDraft:
    """The timeline itself, for the home page's slot; its path is empty."""
    return home_draft(atlas)


def pages(atlas: Atlas) -> Iterator[PageDraft]:
    """Every page but the home page, in a fixed order.

    Args:
        atlas: The timeline, as one site shows it.

    Yields:
        Events with the addresses that they used to have, withdrawn ones, the selections, overviews, what is
        said about the data, and what puts an embed together.
    """
    yield from event_pages(atlas)
    yield from selection_pages(atlas)
    yield from overview_pages(atlas)
    yield from data_page(atlas)
    yield from builder_page(atlas)


def files(atlas: Atlas) -> Iterator[FileDraft]:
    """Every file that is no page, in a fixed order.

    Args:
        atlas: The timeline, as one site shows it.
    """
    yield from open_data_files(atlas)
    yield from embed_files(atlas)
    if is_split(atlas):
        yield FileDraft(INDEX_PATH, partial(event_index, atlas), "lists")
