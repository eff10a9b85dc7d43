"""Pictures of events: how large they are, so that a page does not move when one comes, and small ones for lists."""

from __future__ import annotations

import hashlib
import io
import logging
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.curating.pictures import is_local, measure
from generator.errors import SiteError
from generator.model import Event

__all__ = ["PictureFile", "look_at", "thumbnails"]

SIDE = 320
"""The longer side of a small picture, in pixels: twice what a list gives it, for fine screens."""

_FOLDER = "assets/dateline/pictures"
_QUALITY = 78
_VERSION = 1
"""Of the making of small pictures: one more whenever it gives others."""

log = logging.getLogger("mkdocs.plugins.dateline")


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as the site has it.

    Attributes:
        source: The file.
        path: Where it stands, relative to the site's root, as in an address.
        width, height: Its size in pixels.
        small_path: Where the small one stands; the picture itself where that is small, or a drawing.
        small_width, small_height: The size of that.
    """

    source: Path
    path: str
    width: int
    height: int
    small_path: str
    small_width: int
    small_height: int


def look_at(events: Iterable[Event], docs: Path, lines: Mapping[str, int], where: Path) -> dict[str, PictureFile]:
    """Look at the pictures of events.

    One that is missing, or none, is warned of, and left out: a page must not show a broken one.

    Args:
        events: The events.
        docs: The folder of the site's pages.
        lines: The line at which each event begins, by its id.
        where: The timeline's file, for a warning.

    Returns:
        The pictures, by what the timeline calls them.
    """
    found: dict[str, PictureFile] = {}
    events = [event for event in events if event.media and is_local(event.media.file)]
    listed = {event.media.file for event in events if event.media and event.level == "key"}
    for event in events:
        file = event.media.file if event.media else ""
        if file in found:
            continue
        picture = _look_at(docs / file, file, small=file in listed) if _is_file(docs / file) else None
        if picture is None:
            log.warning("%s:%s: no picture can be shown: %s", where, lines.get(event.id or "", 1), docs / file)
        else:
            found[file] = picture
    return found


def _is_file(path: Path) -> bool:
    """Whether there is such a file; there is none of a name that is too long for one."""
    with suppress(OSError, ValueError):
        return path.is_file()
    return False


def _look_at(source: Path, file: str, *, small: bool) -> PictureFile | None:
    size = measure(source)
    if size is None:
        return None
    path = quote(file)
    scale = SIDE / max(size.width, size.height)
    side = (max(1, round(size.width * scale)), max(1, round(size.height * scale)))
    if not small or scale >= 1 or size.drawing:
        shown = (size.width, size.height) if scale >= 1 else side
        return PictureFile(source, path, size.width, size.height, path, *shown)
    small_path = f"{_FOLDER}/{_key(source)}.webp"
    return PictureFile(source, path, size.width, size.height, small_path, *side)


def _key(source: Path) -> str:
    """A name that is another where the small picture would be."""
    import PIL

    return hashlib.sha256(f"{_VERSION} {PIL.__version__} ".encode() + source.read_bytes()).hexdigest()[:20]


def thumbnails(pictures: Iterable[PictureFile], cache: Path) -> Iterator[tuple[str, bytes]]:
    """Make the small pictures, as far as they are not in the cache.

    Args:
        pictures: The pictures.
        cache: The folder of earlier ones. One that cannot be written to costs time and nothing else.

    Yields:
        The path of each small one under the site's root, and its WebP file, without what a camera notes beside it.

    Raises:
        SiteError: A picture breaks off, or is no picture after its beginning.
    """
    for picture in {each.small_path: each for each in pictures if each.small_path != each.path}.values():
        kept = cache / Path(picture.small_path).name
        try:
            content = kept.read_bytes()
        except OSError:
            content = _smaller(picture)
            with suppress(OSError):
                kept.parent.mkdir(parents=True, exist_ok=True)
                unfinished = kept.with_suffix(".tmp")
                unfinished.write_bytes(content)
                unfinished.replace(kept)
        yield picture.small_path, content


def _smaller(picture: PictureFile) -> bytes:
    from PIL import Image, ImageOps

    size = picture.small_width, picture.small_height
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(picture.source) as image:
            upright = ImageOps.exif_transpose(image)
            kept = "RGBA" if upright.has_transparency_data else "RGB"
            small = upright.convert(kept).resize(size, Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError) as error:
        where = str(picture.source)
        raise SiteError(
            f"this picture is damaged: {error}", where=where, todo="save it anew, or take it out"
        ) from error
    file = io.BytesIO()
    small.save(file, "WEBP", quality=_QUALITY, method=6, exif=b"", icc_profile=b"")
    return file.getvalue()
