"""Share images: what a link to a page looks like where it is shared. Here they are drawn.

They are of the page's own making: the line of the timeline with the event's mark on it, the date, the title, and
whose timeline it is. Sixteen colours are enough, eight shades from the ground to the ink and eight to the accent, so
that an image has some ten kilobytes; the same text gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.publishing.marks import Mark
from generator.publishing.typeface import BOLD, REGULAR, Typeface

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

__all__ = ["HEIGHT", "VERSION", "WIDTH", "Subject", "draw"]

VERSION = 1
"""Of the drawing: one more whenever it gives other images, so that those in the cache are made anew."""

WIDTH, HEIGHT = 1200, 630
"""What Open Graph's readers ask for: an image of 1.91:1 (developers.facebook.com, “Images in Link Shares”)."""

_GROUND, _INK, _ACCENT = (0xFB, 0xFA, 0xF7), (0x14, 0x20, 0x2B), (0xB3, 0x32, 0x1F)
"""The colours of the style sheet, on a ground that stands out from a white one."""

_FULL, _MUTED, _FAINT = 255, 170, 60
"""How strong a line or text is, of 255."""

_SPINE, _SPINE_WIDTH = 100, 4
"""Where the line of the timeline runs, from the side on which the writing begins, and how wide it is."""

_TEXT, _MARGIN = 168, 84
"""Where text begins and how far from the other side it ends."""

_DATE_LINE, _TITLE_TOP, _FOOT_LINE = 132, 182, 556
"""The base line of the date, the top of the title, the base line of the last line."""

_DATE_SIZE, _FOOT_SIZE = 50, 36
_TITLE_SIZES, _TITLE_LINES = range(96, 59, -8), 4
_ASCENT, _LEADING = 0.92, 1.12
"""In sizes of a text: how far its base line is from its top, and one line from the next."""

_MARK_SCALE = 3.4
"""Pixels to a unit of the mark, which is twelve units wide."""

_GAP = 2.4
"""How long the gaps in a broken outline are, in units of the mark."""

_FINER = 4
"""Shapes are drawn so many times as large, and made smaller, so that their edges are smooth."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an image shows.

    Attributes:
        title: The title.
        timeline: The title of the whole timeline, below; empty where it is the title.
        date: The date in words; for the whole timeline, what it covers.
        plain_date: The date in digits, for where the words cannot be drawn.
        mark: The event's mark, or None for the whole timeline.
        rtl: Whether its language is written from right to left.
    """

    title: str
    timeline: str = ""
    date: str = ""
    plain_date: str = ""
    mark: Mark | None = None
    rtl: bool = False


def draw(subject: Subject, typeface: Typeface) -> bytes:
    """Draw an image.

    Args:
        subject: What it shows.
        typeface: What it is set in. A text of which this lacks a character is left out, since boxes say nothing.

    Returns:
        A PNG file of `WIDTH` × `HEIGHT` pixels.
    """
    from PIL import Image, ImageDraw

    ink, accent = (Image.new("L", (WIDTH, HEIGHT)) for _ in range(2))
    ink_pen, accent_pen = ImageDraw.Draw(ink), ImageDraw.Draw(accent)
    left = _SPINE - _SPINE_WIDTH // 2
    spine = (WIDTH - left - _SPINE_WIDTH, WIDTH - left - 1) if subject.rtl else (left, left + _SPINE_WIDTH - 1)
    ink_pen.rectangle((spine[0], 0, spine[1], HEIGHT), fill=_FAINT)
    _draw_mark(subject.mark or Mark("day", ""), ink, accent, rtl=subject.rtl)
    date = next((text for text in (subject.date, subject.plain_date) if text and typeface.draws(text)), "")
    titled = typeface.draws(subject.title)
    # Without its title, an image says the date as large as a title.
    if titled and date:
        _write_line(accent_pen, date, _DATE_LINE, typeface, _Style(_DATE_SIZE, BOLD, _FULL, rtl=subject.rtl))
    _write_title(
        *(ink_pen if titled else accent_pen, subject.title if titled else date),
        typeface,
        _Style(_TITLE_SIZES[0], BOLD, _FULL, rtl=subject.rtl),
    )
    if typeface.draws(subject.timeline):
        style = _Style(_FOOT_SIZE, REGULAR, _MUTED, rtl=subject.rtl)
        _write_line(ink_pen, subject.timeline, _FOOT_LINE, typeface, style)
    return _saved(ink, accent)


def _width() -> int:
    """The width of a line of text."""
    return WIDTH - _TEXT - _MARGIN


@dataclass(frozen=True, slots=True)
class _Style:
    """How a text is set: its size in pixels, how bold and how strong it is, and in which direction it runs."""

    size: int
    weight: int
    strength: int
    rtl: bool


def _write_title(pen: ImageDraw.ImageDraw, title: str, typeface: Typeface, style: _Style) -> None:
    """Write a title in the largest size in which it fits."""
    size, lines = typeface.fit(title, _width(), _TITLE_SIZES, weight=style.weight, lines=_TITLE_LINES)
    _write(pen, lines, _TITLE_TOP + round(size * _ASCENT), typeface, replace(style, size=size))


def _write_line(pen: ImageDraw.ImageDraw, text: str, base: int, typeface: Typeface, style: _Style) -> None:
    """Write one line on a base line; smaller, and in the end cut, where it would be too long."""
    sizes = range(style.size, style.size * 2 // 3, -4)
    size, lines = typeface.fit(text, _width(), sizes, weight=style.weight, lines=1)
    _write(pen, lines, base, typeface, replace(style, size=size))


def _write(pen: ImageDraw.ImageDraw, lines: Sequence[str], base: int, typeface: Typeface, style: _Style) -> None:
    """Write lines, the first on a base line."""
    at, anchor = (WIDTH - _TEXT, "rs") if style.rtl else (_TEXT, "ls")
    font = typeface.font(style.size, style.weight)
    for number, line in enumerate(lines):
        pen.text(
            (at, base + round(number * style.size * _LEADING)), line, fill=style.strength, font=font, anchor=anchor
        )


def _draw_mark(mark: Mark, ink: Image.Image, accent: Image.Image, *, rtl: bool) -> None:
    """Draw a mark on the line, beside the date; its ground interrupts the line."""
    from PIL import Image, ImageDraw

    unit = _MARK_SCALE * _FINER
    width, height = round(12 * unit), round(mark.height * unit)
    shape = Image.new("L", (width, height))
    pen = ImageDraw.Draw(shape)
    stroke = round(3 * unit)
    filled = not (mark.planned or mark.about) and mark.shape != "none"
    if mark.two_ends:
        pen.line((width / 2, width / 2, width / 2, height - width / 2), fill=_FULL, width=stroke)
        boxes = [(0, 0, width - 1, width - 1), (0, height - width, width - 1, height - 1)]
    else:
        boxes = [(0, 0, width - 1, height - 1)]
    for box in boxes:
        pen.rounded_rectangle(box, width / 2, fill=_FULL if filled else 0, outline=_FULL, width=stroke)
    if mark.about:
        _break_outline(pen, width, height, round(_GAP * unit))
    small = shape.resize((width // _FINER, height // _FINER), Image.Resampling.BOX)
    x = (WIDTH - _SPINE if rtl else _SPINE) - small.width // 2
    # The mark's middle is at that of the date's digits; one that is long hangs down from there.
    y = _DATE_LINE - 16 - round(6 * _MARK_SCALE)
    gap = 10
    ImageDraw.Draw(ink).rectangle((x - gap, y - gap, x + small.width + gap, y + small.height + gap), fill=0)
    accent.paste(small, (x, y))


def _break_outline(pen: ImageDraw.ImageDraw, width: int, height: int, gap: int) -> None:
    """Cut gaps into the outline of a shape: at its top and foot, and evenly along its sides."""
    pen.rectangle(((width - gap) / 2, 0, (width + gap) / 2, height), fill=0)
    parts = max(2, round(height / (3 * gap)))
    for number in range(1, parts):
        middle = height * number / parts
        pen.rectangle((0, middle - gap / 2, width, middle + gap / 2), fill=0)


def _saved(ink: Image.Image, accent: Image.Image) -> bytes:
    """The two layers as an image of sixteen colours: eight shades of each, the accent on top."""
    image = ink.point([shade >> 5 for shade in range(256)])
    image.paste(accent.point([8 + (shade >> 5) for shade in range(256)]), mask=accent.point([0] * 32 + [255] * 224))
    image.putpalette([part for colour in (_INK, _ACCENT) for shade in _shades(colour) for part in shade])
    file = io.BytesIO()
    # A level more takes ten times as long for a twentieth less.
    image.save(file, "PNG", bits=4, compress_level=6)
    return file.getvalue()


def _shades(colour: tuple[int, int, int]) -> list[tuple[int, ...]]:
    """Eight colours from the ground to another."""
    return [
        tuple(round(ground + (part - ground) * step / 7) for ground, part in zip(_GROUND, colour, strict=True))
        for step in range(8)
    ]
