"""Pictures: they are files of the site, are there, can be shown, and are no larger than a page needs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.curating.faults import quoted
from generator.curating.pictures import is_local, measure
from generator.curating.rules.subject import Finding, Subject

__all__ = ["not_shown"]

MOST_BYTES, MOST_PIXELS = 1_500_000, 4096
"""What a picture may have, and be on its longer side, before a reader with a telephone waits for it."""

_KINDS = "a JPEG, PNG, WebP, AVIF, GIF or SVG file"


def not_shown(subject: Subject) -> Iterator[Finding]:
    """A picture that is not there, is none, or is larger than it need be; where the site's folder is known."""
    for (_, index), event in subject.events():
        if event.media is None:
            continue
        path = ("events", index, "media", "file")
        file = event.media.file
        if not is_local(file):
            what = f"{quoted(file)} is no file of the site"
            yield Finding(path, what, "put a copy into the folder of the site's pages, and write its path there")
        elif subject.docs is not None:
            yield from _in_folder(file, path, subject)


def _in_folder(file: str, path: tuple[str | int, ...], subject: Subject) -> Iterator[Finding]:
    found = (subject.docs / file) if subject.docs else None
    if found is None or not found.is_file():
        yield Finding(
            path, f"there is no picture {quoted(file)} in {subject.docs}", "correct the path, or add the file"
        )
        return
    size = measure(found)
    if size is None:
        yield Finding(path, f"{quoted(file)} is no picture that browsers show", f"save it as {_KINDS} with a size")
    elif size.bytes > MOST_BYTES or (not size.drawing and max(size.width, size.height) > MOST_PIXELS):
        measures = "" if size.drawing else f", {size.width} × {size.height} pixels"
        what = f"{quoted(file)} is large for a page: {size.bytes / 1_000_000:.1f} MB{measures}"
        yield Finding(path, what, "save it smaller: 1,600 pixels are enough", "warning")
