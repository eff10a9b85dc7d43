"""Pictures of events: which files may be one, and how large they are, from the beginning of the file alone."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PictureSize", "is_local", "measure"]

_LOCAL_FILE = re.compile(r"(?!/)(?!.*(?:^|/)\.\.(?:/|$))[^\s:\\<>\"\x00-\x1f]+")
"""A path within the site: no scheme, no host, and no way out of the site's folder."""

_FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
"""What every browser of today shows, by Pillow's names."""

_ORIENTATION, _ON_ITS_SIDE = 0x0112, frozenset({5, 6, 7, 8})
"""The tag of a photograph that says how the camera was held (Exif 2.32, 4.6.4), and its values for on its side."""

_SVG_HEAD = 65_536
_SVG = re.compile(r"<svg\b[^>]*>", re.IGNORECASE)
_NUMBER = r"([0-9]{1,9}(?:\.[0-9]+)?)"
"""So many digits are more than enough for a drawing, and few enough for a number."""
_VIEW_BOX = re.compile(rf"""\bviewBox\s*=\s*["']\s*\S+[\s,]+\S+[\s,]+{_NUMBER}[\s,]+{_NUMBER}\s*["']""")
_SIDES = tuple(re.compile(rf"""\s{side}\s*=\s*["']\s*{_NUMBER}(?:px)?\s*["']""") for side in ("width", "height"))


@dataclass(frozen=True, slots=True)
class PictureSize:
    """How large a picture is.

    Attributes:
        width, height: As it is shown, in pixels; of a drawing (SVG), in its own units.
        bytes: The size of the file.
        drawing: Whether it is a drawing, which has no pixels.
    """

    width: int
    height: int
    bytes: int
    drawing: bool = False


def is_local(file: str) -> bool:
    """Whether a picture is a file of the site: another site's would be told of each reader."""
    return _LOCAL_FILE.fullmatch(file) is not None


def measure(path: Path) -> PictureSize | None:
    """How large a picture is.

    Args:
        path: A file that is there.

    Returns:
        Its size; None where it is no picture that browsers show, or does not say how large it is.
    """
    if path.suffix.lower() == ".svg":
        return _measure_drawing(path)
    from PIL import Image

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=_FORMATS) as image:
            width, height = image.size
            if image.getexif().get(_ORIENTATION) in _ON_ITS_SIDE:
                width, height = height, width
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return PictureSize(width, height, path.stat().st_size)


def _measure_drawing(path: Path) -> PictureSize | None:
    """A drawing's size: its width and height in pixels, or those of what it shows."""
    with path.open("rb") as file:
        head = file.read(_SVG_HEAD).decode("utf-8", "replace")
    tag = _SVG.search(head)
    if tag is None:
        return None
    sides = [match[1] for side in _SIDES if (match := side.search(tag[0]))]
    box = _VIEW_BOX.search(tag[0])
    if len(sides) < 2:
        sides = list(box.groups()) if box else []
    width, height = (round(float(side)) for side in sides) if sides else (0, 0)
    return PictureSize(width, height, path.stat().st_size, drawing=True) if width and height else None
