"""All that is published for other people's pages: pages for frames, and the script."""

from __future__ import annotations

from collections.abc import Iterator

from generator.publishing.atlas import Atlas
from generator.publishing.drafts import FileDraft
from generator.publishing.embedding.embed_events import event_pages
from generator.publishing.embedding.embed_lists import list_pages
from generator.publishing.embedding.oembed import oembed_answers
from generator.publishing.embedding.script import script_files

__all__ = ["embed_files"]


def embed_files(atlas: Atlas) -> Iterator[FileDraft]:
    """Every page for a frame, every oEmbed answer, and the script with what it reads.

    Args:
        atlas: The timeline.
    """
    yield from list_pages(atlas)
    yield from event_pages(atlas)
    yield from oembed_answers(atlas)
    yield from script_files(atlas)
