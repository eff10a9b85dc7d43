"""The typeface of share images: which texts it can draw, how wide they are, and where they break into lines."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import SiteError

if TYPE_CHECKING:
    from PIL.ImageFont import Axis, FreeTypeFont

__all__ = ["BOLD", "FAMILY", "REGULAR", "Typeface"]

FAMILY = "Source Serif 4"
"""What we draw with unless a site names another: the serif of the site's style sheet that has an open licence. It
has the Latin, Greek and Cyrillic scripts."""

REGULAR, BOLD = 400, 700

_ELLIPSIS = "…"
_NO_CHARACTER = "\uffff"
"""A code point that no typeface has, so that it draws what stands for what is missing: Unicode, section 23.7."""

_WEIGHT_AXIS, _SIZE_AXIS = b"Weight", b"Optical Size"


@dataclass(frozen=True, eq=False)
class Typeface:
    """A typeface.

    Attributes:
        name: A font's file, or the name of a font of the system such as `NotoSansCJK-Regular.ttc`; empty for ours.
    """

    name: str = ""
    _fonts: dict[tuple[int, int], FreeTypeFont] = field(default_factory=dict, repr=False)
    _known: dict[str, bool] = field(default_factory=dict, repr=False)

    @cached_property
    def file(self) -> str:
        """The font's file, or the name by which the system has it."""
        if self.name:
            return self.name
        import fontpkg  # type: ignore[import-untyped]  # it has no types

        return str(fontpkg.path(FAMILY))

    @cached_property
    def identity(self) -> str:
        """What tells this font from others and from other versions of itself: for the names of cached images."""
        font = self.font(64)
        size = Path(self.file).stat().st_size if Path(self.file).is_file() else 0
        return f"{font.getname()} {size}"

    def font(self, size: int, weight: int = REGULAR) -> FreeTypeFont:
        """The font in a size.

        Args:
            size: The size, in pixels to the em.
            weight: How bold, from 100 to 900, where the font can vary.

        Raises:
            SiteError: There is no such font.
        """
        key = size, weight
        if key not in self._fonts:
            self._fonts[key] = self._load(size, weight)
        return self._fonts[key]

    def check(self) -> None:
        """Make sure that the font is there.

        Raises:
            SiteError: There is no such font.
        """
        self.font(64)

    def _load(self, size: int, weight: int) -> FreeTypeFont:
        from PIL import ImageFont

        try:
            font = ImageFont.truetype(self.file, size)
        # No system can be asked for a name with a NUL, which versions of Pillow say in different ways.
        except (OSError, TypeError, ValueError) as error:
            raise SiteError(
                f"the font for share images cannot be read: {error}",
                where=self.file,
                todo="name a file of type .ttf, .otf or .ttc under share_font",
            ) from error
        wanted = {_WEIGHT_AXIS: weight, _SIZE_AXIS: size}
        if axes := _axes(font):
            font.set_variation_by_axes([_within(axis, wanted.get(axis["name"] or b"")) for axis in axes])
        return font

    def draws(self, text: str) -> bool:
        """Whether the typeface has every character of a text, so that no box stands for one."""
        return all(self._has(character) for character in set(text))

    def _has(self, character: str) -> bool:
        if character not in self._known:
            blank = character.isspace() or unicodedata.category(character) in {"Cf", "Mn"}
            self._known[character] = blank or self._picture(character) != self._missing
        return self._known[character]

    @cached_property
    def _missing(self) -> bytes:
        return self._picture(_NO_CHARACTER)

    def _picture(self, character: str) -> bytes:
        return bytes(self.font(64).getmask(character))

    def fit(self, text: str, width: int, sizes: range, *, weight: int, lines: int) -> tuple[int, list[str]]:
        """Set a text in the largest size in which it takes few enough lines.

        Args:
            text: The text.
            width: The width of a line, in pixels.
            sizes: The sizes to try, the largest first.
            weight: How bold.
            lines: The greatest number of lines.

        Returns:
            The size, and the lines; in the smallest size the last line is cut where there is more.
        """
        found: list[str] = []
        for size in sizes:
            found = _wrap(text, width, self.font(size, weight))
            if len(found) <= lines:
                return size, found
        font = self.font(sizes[-1], weight)
        return sizes[-1], [*found[: lines - 1], _cut(" ".join(found[lines - 1 :]), width, font)]


def _axes(font: FreeTypeFont) -> list[Axis]:
    """What of a font can vary; nothing of most."""
    try:
        return font.get_variation_axes()
    except OSError:
        return []


def _within(axis: Axis, wanted: int | None) -> float:
    """A value on an axis: the nearest that there is to the one that is wanted, or its own."""
    default, least, most = axis["default"], axis["minimum"], axis["maximum"]
    value = wanted if wanted is not None else default
    return min(max(value or 0, least or 0), most or 0)


def _wrap(text: str, width: int, font: FreeTypeFont) -> list[str]:
    """A text in lines, broken between words; a word that is wider than a line, as a sentence in Chinese is, within."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while font.getlength(line) > width:
            at = _characters_within(line, width, font)
            lines.append(line[:at])
            line = line[at:]
    return [*lines, line] if line else lines


def _characters_within(text: str, width: int, font: FreeTypeFont) -> int:
    """How many characters of a text a line holds: at least one, so that there is an end."""
    return next((n - 1 for n in range(2, len(text) + 1) if font.getlength(text[:n]) > width), len(text))


def _cut(text: str, width: int, font: FreeTypeFont) -> str:
    """The beginning of a text, with an ellipsis, in one line."""
    if font.getlength(text) <= width:
        return text
    kept = text
    while kept and font.getlength(kept + _ELLIPSIS) > width:
        shorter = kept.rpartition(" ")[0]
        kept = shorter or kept[:-1]
    return kept.rstrip(" ,;:–—-") + _ELLIPSIS
