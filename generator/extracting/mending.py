"""A sentence as a person would type it: words that a page glued together taken apart, tokens put together again.

Pages glue words (“Putinand”); collections for research are tokenised (“did n't”, “`` no ''”, “-LRB-”). The text of an
analysis is the mended one; what is quoted is always the article's own, so each offset has a way there and back.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Mended", "mended"]

_TOKENISED = re.compile(r"[ ](?:[,.;:?!](?:\s|$)|['’](?:s|re|ve|ll|d|m)\b|n['’]t\b)")
_TOKENS_ONLY = ("``", "-LRB-")
"""What only tokenised text has."""
_TOKENS = re.compile(
    r"""
    [ `'\\-] (?:
      (?P<open> (?<=`) `[ ]? | (?<=`) (?<!\S`) [ ]? )
    | (?P<close> (?<=')' | (?<=[ ])'' )
    | (?P<left> (?<=-) LRB-[ ]? ) | (?P<right> (?<=-) RRB- | (?<=[ ]) -RRB- )
    | (?P<slash> (?<=\\) / )
    | (?P<tight> (?<=[ ]) [ ]* (?= [,.;:?!%](?:\s|$) | n['’]t\b | ['’](?:s|re|ve|ll|d|m)?(?!\w) ) )
    )
    """,
    re.VERBOSE,
)
"""What to mend; the first character of each stands first, so that the search goes from one such to the next."""
_PUT = {"close": "”", "left": "(", "right": ")", "slash": "/", "tight": ""}


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after edits, with the way from its offsets to those of the text before and back.

    Attributes:
        text: The text.
        starts, ends: Of each edit, its span in the text as it was.
        new: Of each edit, where it begins in `text`.
        sizes: Of each edit, how long what was put there is.
    """

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()

    def place(self, offset: int) -> int:
        """The place in `text` of an offset in the text as it was."""
        return _moved(offset, self.starts, self.ends, self.new, self.sizes)

    def raw(self, offset: int) -> int:
        """The place in the text as it was of an offset in `text`."""
        ends = tuple(start + size for start, size in zip(self.new, self.sizes, strict=True))
        sizes = tuple(end - start for start, end in zip(self.starts, self.ends, strict=True))
        return _moved(offset, self.new, ends, self.starts, sizes)


def _moved(
    offset: int, starts: tuple[int, ...], ends: tuple[int, ...], new: tuple[int, ...], sizes: tuple[int, ...]
) -> int:
    number = bisect.bisect_left(starts, offset) - 1
    if number < 0:
        return offset
    if offset < ends[number]:
        return new[number] + min(sizes[number], offset - starts[number])
    return offset - ends[number] + new[number] + sizes[number]


def mended(text: str, glued: Mapping[str, str]) -> Mended:
    """Mend a sentence.

    Args:
        text: The sentence as it stands in the article.
        glued: The words that the page glued together, each with the two words that it was.
    """
    edits = [
        (match.start() + len(glued[match[0]].split()[0]),) * 2 + (" ",)
        for match in (re.finditer(r"\w+", text) if glued else ())
        if match[0] in glued
    ]
    if _TOKENISED.search(text) or any(mark in text for mark in _TOKENS_ONLY):
        edits += [(match.start(), match.end(), _put(match)) for match in _TOKENS.finditer(text)]
        edits.sort()
    if not edits:
        return Mended(text)
    pieces, new, position, length = [], [], 0, 0
    for start, end, put in edits:
        pieces += [text[position:start], put]
        length += start - position
        new.append(length)
        length += len(put)
        position = end
    starts, ends, puts = zip(*edits, strict=True)
    return Mended("".join([*pieces, text[position:]]), starts, ends, tuple(new), tuple(map(len, puts)))


def _put(match: re.Match[str]) -> str:
    """What is put in the place of a token."""
    if match.lastgroup == "open":
        return "“" if match[0].startswith("``") else "‘"
    return _PUT[match.lastgroup or "tight"]
