"""All that is published for other people's pages: pages for frames, and the script."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.publishing.atlas import Atlas
from generator.publishing.embedding.embed_events import event_pages
from generator.publishing.embedding.embed_lists import list_pages
from generator.publishing.embedding.oembed import oembed_answers
from generator.publishing.embedding.script import script_files

__all__ = ["embed_files"]


def embed_files(atlas: Atlas) -> Iterator[tuple[str, bytes]]:
    """Every page for a frame, every oEmbed answer, and the script with what it reads.

    Args:
        atlas: The timeline.

    Yields:
        The path under the site's root, and the content in UTF-8.
    """
    for path, text in chain(list_pages(atlas), event_pages(atlas), oembed_answers(atlas)):
        # What UTF-8 cannot say was cleaned away.
        yield path, text.encode()
    yield from script_files(atlas)
