"""`dateline redact`: a person's name goes from all that the timeline's file says, its ids and comments too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from generator.curating.ids import folded
from generator.curating.layout import Splice, spliced
from generator.curating.load import Loaded, faulty, load_text
from generator.curating.places import Node
from generator.curating.yaml_text import scalar
from generator.errors import EditError, UsageError
from generator.scalars import is_id, is_web_address

__all__ = ["Redacted", "Redaction"]

ADDRESSES = frozenset({"url", "archived"})
"""Fields of a source that are left empty where the address has the name in it."""

TEXTS = frozenset(
    [
        "title",
        "summary",
        "quote",
        "text",
        "name",
        "note",
        "reason",
        "when",
        "words",
        "alt",
        "credit",
        "publisher",
        "disputed",
        "attributed_to",
        "response",
    ]
)
"""Fields that are read as text, also where one word stands there that could be an id."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of Thai, Lao, Burmese, Khmer, Japanese, Chinese and Korean: what stands beside a name in these is no part of
it, since no space parts words, or endings stand right behind them."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """What became of a file.

    Attributes:
        text: The new text.
        places: Each place that was changed: where it is in the old file, and what it is.
        left: Each place that still has the name, and is for a person to see to.
    """

    text: str
    places: tuple[str, ...]
    left: tuple[str, ...]


class Redaction:
    """Takes names out of texts.

    Args:
        names: The names, each as it is written: “Ann Lee”, “Lee”. White space between their words may be any, and
            letters of either case.
        stand_in: What stands in the place of a name in a text.

    Raises:
        UsageError: A name has no letters, or what stands in its place has it too.
    """

    def __init__(self, names: Sequence[str], stand_in: str) -> None:
        words = sorted((name.split() for name in names), key=len, reverse=True)
        if not all(any(letter.isalpha() for word in name for letter in word) for name in words):
            raise UsageError("a name needs letters", todo="write the name as it stands in the file")
        self.stand_in = stand_in
        self._name = re.compile("|".join(_alone(name, r"\s+") for name in words), re.IGNORECASE)
        slugs = [folded(" ".join(name)) for name in words]
        self._slug = re.compile("|".join(_alone(slug, "[-_+. ]?", "_") for slug in slugs if slug))
        # A single sign of such a script is a part of many words: it is told wherever it stands, and goes alone only.
        self._signs = frozenset("".join(name) for name in words if len("".join(name)) == 1)
        if self._name.search(stand_in):
            raise UsageError(f"“{stand_in}” has the name in it", todo="give other words with --with")

    def names(self, text: str) -> bool:
        """Whether a text has one of the names in it, also as part of an address or id."""
        if self._signs.intersection(text) & frozenset(re.findall(f"[{UNSPACED}]", text)):
            return True
        return bool(self._name.search(text) or self._slug.search("-".join(folded(unquote(text)))))

    def text(self, text: str) -> str:
        """A text without the names."""
        return self._name.sub(lambda _: self.stand_in, text)

    def file(self, loaded: Loaded) -> Redacted:
        """Take the names out of a timeline's file.

        Args:
            loaded: The file.

        Returns:
            The new text and an account of every place.

        Raises:
            FaultyTimelineError: The file has errors.
            EditError: It cannot be done without changing something else.
        """
        if loaded.timeline is None:
            raise faulty(loaded)
        return _File(self, loaded).redacted()

    def id(self, text: str) -> str:
        """An id without the names; empty where it is nothing else."""
        return re.sub(r"-{2,}", "-", self._slug.sub("", text)).strip("-.")

    def is_in_id(self, text: str) -> bool:
        """Whether a text is an id with a name in it."""
        return is_id(text) and self._slug.search(text) is not None


def _alone(words: Sequence[str], gap: str, free: str = "") -> str:
    """The pattern of a name that is no part of a longer word.

    Args:
        words: Its words.
        gap: The pattern of what stands between two of them.
        free: What may stand beside it, although it counts as a letter.
    """
    name = "".join(words)
    letter = rf"[^\W{free}{UNSPACED if len(name) > 1 else ''}]"
    before, after = (
        "" if len(name) > 1 and re.match(f"[{UNSPACED}]", edge) else letter for edge in (name[0], name[-1])
    )
    body = gap.join(map(re.escape, words))
    return f"{f'(?<!{before})' if before else ''}(?:{body}){f'(?!{after})' if after else ''}"


class _File:
    """The redaction of one file; one is used once."""

    def __init__(self, redaction: Redaction, loaded: Loaded) -> None:
        self.redaction = redaction
        self.loaded = loaded
        self.ids: dict[str, str] = {}
        self.splices: list[Splice] = []
        self.spans: list[tuple[int, int]] = []
        self.places: list[tuple[int, str]] = []
        self.taken = set(_texts(loaded.data))

    def redacted(self) -> Redacted:
        """The new text, proved, and the account."""
        root = self.loaded.places.root
        expected = self._value(self.loaded.data, root, "") if root is not None else None
        self._comments()
        text = spliced(self.loaded.text, self.splices)
        again = load_text(text, self.loaded.path)
        if again.timeline is None or again.data != expected:
            todo = "take the name out by hand where dateline check or git grep finds it"
            raise EditError(
                "the name cannot be taken out without changing something else; nothing was changed",
                where=str(self.loaded.path),
                todo=todo,
            )
        lines = enumerate(text.split("\n"), start=1)
        left = tuple(f"{again.place(number)}: {line.strip()}" for number, line in lines if self.redaction.names(line))
        told = tuple(f"{self._place(index)}: {what}" for index, what in sorted(self.places))
        return Redacted(text, told, left)

    def _value(self, value: Any, node: Node, key: str) -> Any:  # noqa: ANN401 whatever the file holds
        """The value as it is to be; what must change of the text is noted."""
        if isinstance(value, dict) and isinstance(node.parts, dict):
            return dict(self._entry(name, part, node.parts[name]) for name, part in value.items())
        if isinstance(value, list) and isinstance(node.parts, list):
            return [self._value(part, its, key) for part, its in zip(value, node.parts, strict=True)]
        if not isinstance(value, str):
            return value
        self.spans.append((node.start, node.end))
        new = self._scalar(value, key)
        if new != value:
            self._write(node, new)
            self.places.append((node.start, f"{key} was changed" if new is not None else f"{key} was taken out"))
        return new

    def _entry(self, name: str, part: Any, node: Node) -> tuple[str, Any]:  # noqa: ANN401 whatever the file holds
        self.spans.append((node.key_start, node.key_end))
        new = self._id(name) if self.redaction.is_in_id(name) else name
        if new != name:
            self.splices.append(Splice(node.key_start, node.key_end, scalar(new)))
            self.places.append((node.key_start, "a key was changed"))
        return new, self._value(part, node, new)

    def _scalar(self, value: str, key: str) -> str | None:
        if key == "file":
            return value  # a picture has this name, and would not be found by another
        if key not in TEXTS and self.redaction.is_in_id(value):
            return self._id(value)
        if is_web_address(value):
            return None if key in ADDRESSES and self.redaction.names(value) else value
        return self.redaction.text(value)

    def _id(self, old: str) -> str:
        """The id that stands for one with the name in it: one for all its places, that nothing else has."""
        if old not in self.ids:
            wanted = self.redaction.id(old) or "redacted"
            wanted = "x-redacted" if wanted == "x" and old.startswith("x-") else wanted
            numbers = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(self.taken) + 3))
            self.ids[old] = next(each for each in numbers if each not in self.taken)
            self.taken.add(self.ids[old])
        return self.ids[old]

    def _write(self, node: Node, new: str | None) -> None:
        if node.style in {"|", ">"} and new is not None:
            text = self.redaction.text(self.loaded.text[node.start : node.end])
        else:
            text = scalar(new)
        self.splices.append(Splice(node.start, node.end, text))

    def _comments(self) -> None:
        """Take the names out of what stands between the values."""
        at = 0
        for start, end in [*sorted(self.spans), (len(self.loaded.text), len(self.loaded.text))]:
            gap = self.loaded.text[at:start]
            new = self.redaction.text(gap)
            if new != gap:
                self.splices.append(Splice(at, start, new))
                self.places.append((at, "a comment was changed"))
            at = max(at, end)

    def _place(self, index: int) -> str:
        return self.loaded.place(self.loaded.places.lines.position(index).line)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 whatever the file holds
    """Every text of some data, keys among them."""
    if isinstance(value, dict):
        yield from value
        value = value.values()
    if isinstance(value, str):
        yield value
    elif value is not None and not isinstance(value, bool):
        for part in value:
            yield from _texts(part)
