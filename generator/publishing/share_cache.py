"""Share images, drawn once: what was drawn for an earlier build is taken from a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.publishing.share_images import VERSION, Subject, draw
from generator.publishing.share_pages import ShareImage
from generator.publishing.typeface import Typeface

__all__ = ["drawn"]


def drawn(images: Iterable[ShareImage], typeface: Typeface, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Draw images, as far as they are not in the cache.

    Args:
        images: The images.
        typeface: What they are set in.
        cache: The folder of earlier images. One that cannot be written to costs time and nothing else.

    Yields:
        The path of each under the site's root, and its PNG file.
    """
    for image in images:
        kept = cache / f"{_key(image.subject, typeface)}.png"
        try:
            content = kept.read_bytes()
        except OSError:
            content = draw(image.subject, typeface)
            _keep(content, kept)
        yield image.path, content


def _keep(content: bytes, path: Path) -> None:
    """Write a file at once, so that nobody finds half of it."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".tmp")
        unfinished.write_bytes(content)
        unfinished.replace(path)


def _key(subject: Subject, typeface: Typeface) -> str:
    """A name that is another where the image would be: for another text, typeface, drawing or library."""
    import PIL

    what = repr((VERSION, PIL.__version__, typeface.identity, subject))
    return hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:32]
