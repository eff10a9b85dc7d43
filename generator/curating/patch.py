"""Changes of a YAML text at the places where its values stand, and the proof that they changed nothing else.

Each change is noted twice: as a splice of the text, and in a copy of the data. At the end the new text is read again
and must hold just that data. So a file in a style that was not thought of gives an error, and never a wrong file.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.curating.layout import Layout, Splice, spliced
from generator.curating.load import Loaded, faulty, load_text
from generator.curating.parts import reading_order
from generator.curating.places import Key, Node
from generator.curating.schema import SCHEMA_FILE
from generator.curating.spread import settings_file, spread_events
from generator.curating.yaml_text import DATE_KEYS, Data, inline, item_lines, mapping_lines, scalar
from generator.errors import EditError

__all__ = ["Fields", "Patch"]

Fields = Mapping[str, Data]
"""An event, a source or a citation, in the order in which its fields are to be written."""

_EMPTY = {"", "~", "null", "[]", "{}"}
_BRACES = "nothing can be put safely into what is written in braces or brackets"


class Patch:
    """Changes of one file: collect them by calling the methods, then take `text()`.

    Args:
        loaded: The file as it was read.

    Raises:
        FaultyTimelineError: The file has errors, so that nobody can say what a change would do.
    """

    def __init__(self, loaded: Loaded) -> None:
        if loaded.timeline is None:
            raise faulty(loaded)
        self.loaded = loaded
        self.layout = Layout(loaded.text, loaded.newline)
        self._splices: list[Splice] = []
        self._expected: dict[str, Any] = dict(loaded.data or {})
        self._owned: dict[tuple[Key, ...], Any] = {(): self._expected}
        self._dash_indent = self._style_of_dashes()

    def node(self, path: Sequence[Key]) -> Node:
        """The value at a path.

        Raises:
            EditError: None stands there.
        """
        node = self.loaded.places.node(path)
        if node is None:
            raise self.refuse(f"there is no {'.'.join(map(str, path))} in it")
        return node

    def own(self, path: Sequence[Key]) -> Any:  # noqa: ANN401 a dict or list of the file
        """What the container at a path is to hold: a copy of the old data, to be changed along with the text."""
        path = tuple(path)
        if path not in self._owned:
            holder = self.own(path[:-1])
            holder[path[-1]] = self._owned[path] = holder[path[-1]].copy()
        return self._owned[path]

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of a stretch of the old one."""
        self._splices.append(Splice(start, end, text))

    def fill(self, path: Sequence[Key], value: str) -> None:
        """Write a value where the file says null.

        Raises:
            EditError: A value stands there already, or the field is missing.
        """
        node, holder = self.node(path), self.own(path[:-1])
        if holder[path[-1]] is not None:
            raise self.refuse("there is a value here already", node)
        space = " " if node.start == node.end else ""
        self.replace(node.start, node.end, space + scalar(value, date=True))
        holder[path[-1]] = value

    def put(self, path: Sequence[Key], value: str, *, after: str = "") -> None:
        """Write a single value in the place of the one that stands there, or as a new field.

        Args:
            path: Where it stands, or is to stand.
            value: The new value.
            after: The field behind which a new one is put; behind the last one where that is missing.

        Raises:
            EditError: A list or mapping stands there.
        """
        *holder, key = path
        node = self.loaded.places.node(path)
        if node is None:
            self.add_field(holder, str(key), value, after=after)
            return
        if node.parts is not None:
            raise self.refuse("this is no single value, and is not replaced by one", node)
        text = scalar(value, date=key in DATE_KEYS)
        self.replace(node.start, node.end, f" {text}" if node.start == node.end else text)
        self.own(holder)[key] = value

    def add_field(self, path: Sequence[Key], key: str, value: Data, *, after: str = "") -> None:
        """Put a field into a mapping that lacks it: after another field, or as the last.

        Raises:
            EditError: The mapping is written in braces, and the value is a list.
        """
        node = self.node(path)
        is_list = isinstance(value, Sequence) and not isinstance(value, str)
        if not node.parts or not isinstance(node.parts, dict) or (node.style == "flow" and is_list):
            raise self.refuse(_BRACES, node)
        if node.style == "flow":
            end = max(part.end for part in node.parts.values())
            self.replace(end, end, f", {inline({key: value})[1:-1]}")
            self.own(path)[key] = value
            return
        last = node.parts.get(after) or max(node.parts.values(), key=lambda part: part.end)
        column = self.layout.column(node.start)
        self._insert(self.layout.after(last, column), self.lines({key: value}), column)
        self.own(path)[key] = value

    def add_items(self, path: Sequence[Key], items: Iterable[tuple[int, Fields]], *, spaced: bool) -> None:
        """Put items into a list, each before the item of the old list that has the given index.

        Args:
            path: Where the list stands; it may be empty or missing.
            items: The index and the item; those of one index stand in the order in which they are given.
            spaced: Whether its items may be set apart by blank lines; they are where the file does so, or is empty.

        Raises:
            EditError: The list is written in brackets, or is empty in a way that leaves no safe place.
        """
        items = sorted(items, key=lambda item: item[0])
        if self.loaded.parts and tuple(path) == ("events",):
            spread_events(self, items)
            return
        node = self.loaded.places.node(path)
        if node is None and len(path) > 1:
            self.add_field(path[:-1], str(path[-1]), [fields for _, fields in items])
            return
        if node is None or not node.parts:
            self.own(path[:-1])[path[-1]] = [fields for _, fields in items]
        else:
            holder = self.own(path)
            for index, fields in reversed(items):
                holder.insert(index, fields)
        self.put_items(str(path[-1]), node, items, self.loaded.places.root, spaced=spaced)

    def put_items(
        self, key: str, node: Node | None, items: Sequence[tuple[int, Fields]], root: Node | None, *, spaced: bool
    ) -> None:
        """Put items into the text of a list; what the data are to be is for the caller to say.

        Args:
            key: Its key.
            node: The list; None, or empty, where the items are its first.
            items: As for `add_items`.
            root: The root value of the file that it is in.
            spaced: As for `add_items`.
        """
        if node is None or not node.parts:
            self._begin(
                key, node, [self._item(fields) for _, fields in items], (self._dash_indent, root), spaced=spaced
            )
            return
        nodes: list[Node] = self._block(node)
        gaps = self._spaced_by([(part.start, part.end) for part in nodes]) if spaced else []
        column = self.layout.column(node.start)
        for index, fields in items:
            self._insert_beside(nodes[index - 1] if index else None, node, self._item(fields), column, gaps)

    def add_entries(self, path: Sequence[Key], entries: Mapping[str, Fields]) -> None:
        """Put entries into a mapping of mappings, each at its place by key.

        Raises:
            EditError: As for `add_items`.
        """
        ordered = dict(sorted(entries.items()))
        node, root = self.loaded.places.node(path), self.loaded.places.root
        if node is None or not node.parts:
            self.own(path[:-1])[path[-1]] = ordered
        else:
            self.own(path).update(ordered)
        if self.loaded.parts:
            file = settings_file(self)
            root = self.loaded.places.roots.get(file)
            node = root.part(path[-1]) if root else None
            if file not in self.file_names:
                self.begin_file(file, [f"{path[-1]}:", *_indented(_spaced(self._entries(ordered)), 2)])
                return
        if node is None or not node.parts:
            self._begin(str(path[-1]), node, self._entries(ordered), (2, root), spaced=True)
            return
        parts: dict[str, Node] = self._block(node)
        nodes = list(parts.values())
        gaps = self._spaced_by([(part.key_start, part.end) for part in nodes])
        column = self.layout.column(node.start)
        for key, fields in ordered.items():
            index = max((number for number, old in enumerate(parts, start=1) if old < key), default=0)
            self._insert_beside(nodes[index - 1] if index else None, node, self._entry(key, fields), column, gaps)

    @property
    def file_names(self) -> list[str]:
        """The names of the files, where these are several, in the order in which they are read."""
        return [part.name for part in self.loaded.parts]

    def begin_file(self, name: str, lines: Sequence[str]) -> None:
        """Put in a file beside the others, at its place in the order in which they are read.

        Args:
            name: Its name, which none of them has.
            lines: Its lines.
        """
        text = "\n".join([f"# yaml-language-server: $schema={'../' * name.count('/')}{SCHEMA_FILE}", *lines, ""])
        before = [part for part in self.loaded.parts if reading_order(part.name) < reading_order(name)]
        if before:
            self._splices.append(Splice(before[-1].end, before[-1].end, f"\n\0{name}\n{text}", depth=-1))
        else:
            self._splices.append(Splice(0, 0, f"\0{name}\n{text}\n", depth=-1))

    def extend(self, path: Sequence[Key], items: Sequence[Data]) -> None:
        """Put items at the end of a list, whatever its style, or begin one; once for each list.

        Args:
            path: Where the list stands, or is to stand as the last field.
            items: Single values, or mappings.

        Raises:
            EditError: Something else than a list stands there.
        """
        node = self.loaded.places.node(path)
        if not items:
            return
        if node is None:
            self.add_field(path[:-1], str(path[-1]), list(items))
        elif not node.parts:
            written = self.layout.text[node.start : node.end]
            if written.lower() not in _EMPTY:
                raise self.refuse("this is no list", node)
            self.replace(node.start, node.end, f"{'' if written else ' '}[{', '.join(map(inline, items))}]")
            self.own(path[:-1])[path[-1]] = list(items)
        elif not isinstance(node.parts, list):
            raise self.refuse("this is no list", node)
        else:
            self._extend(node.parts[-1], node, items)
            self.own(path).extend(items)

    def _extend(self, last: Node, node: Node, items: Sequence[Data]) -> None:
        if node.style == "flow":
            self.replace(last.end, last.end, "".join(f", {inline(item)}" for item in items))
            return
        column = self.layout.column(node.start)
        lines = [line for item in items for line in item_lines(item, dash_indent=self._dash_indent)]
        self._insert(self.layout.after(last, column), lines, column)

    def text(self) -> str:
        """The new text of the file.

        Raises:
            EditError: The text would hold anything but the old data and the intended changes.
        """
        return self.result().text

    def result(self) -> Loaded:
        """The file as it is to be, read again.

        Raises:
            EditError: The text would hold anything but the old data and the intended changes.
        """
        new_text = spliced(self.loaded.text, self._splices)
        again = load_text(new_text, self.loaded.path, before=self.loaded)
        if again.timeline is None or again.data != self._expected:
            if not self.loaded.text.endswith(("\n", "\r")):
                todo = "end its last line with a line break, and run this again"
                raise EditError("the file ends in the middle of a line", where=str(self.loaded.path), todo=todo)
            raise self.refuse("an edit would change more of the file than it should; nothing was changed")
        return again

    def lines(self, fields: Fields) -> list[str]:
        """The lines of a mapping, in the file's style of lists."""
        return mapping_lines(fields, dash_indent=self._dash_indent)

    def refuse(self, what: str, node: Node | None = None) -> EditError:
        """The error for a change that cannot be made safely, to be raised."""
        if node is None:
            return EditError(what, where=str(self.loaded.path), todo="make the change by hand")
        line = self.loaded.places.lines.position(node.start).line
        todo = "write it over several lines, a field or a dash on each, and run this again"
        return EditError(what, where=self.loaded.place(line), todo=todo)

    def _begin(
        self, key: str, node: Node | None, blocks: list[list[str]], into: tuple[int, Node | None], *, spaced: bool
    ) -> None:
        """Put the first items or entries under a key that holds nothing, or under a new one at the root."""
        indent, root = into
        lines = _spaced(blocks) if spaced else [line for block in blocks for line in block]
        if node is not None:
            self._fill_empty(node, lines, indent)
        else:
            self._add_section(key, lines, indent, root)

    def _fill_empty(self, node: Node, lines: list[str], indent: int) -> None:
        layout = self.layout
        written = layout.text[node.start : node.end]
        if written.lower() not in _EMPTY or layout.line_end(node.key_end) < node.start:
            raise self.refuse("this is empty, but nothing can be put in safely as it is written", node)
        if written:
            colon = layout.text.rindex(":", node.key_end, node.start)
            self.replace(colon + 1, node.end, "")
        column = layout.column(node.key_start)
        self._insert(layout.after(node, column), lines, column + indent)

    def _add_section(self, key: str, lines: list[str], indent: int, root: Node | None) -> None:
        """Put in a key at the root: the sources before the events, anything else at the end of the file."""
        layout = self.layout
        if root is not None and root.style == "flow":
            raise self.refuse(_BRACES, root)
        section = [f"{key}:", *_indented(lines, indent)]
        events = root.part("events") if root else None
        if key == "sources" and events is not None:
            self._insert(layout.before(events.key_start), [*section, ""], 0)
        else:
            end = layout.end_of_file(root.start if root else 0)
            self._insert(end, ["", *section] if layout.text[:end].strip() else section, 0)

    def _block(self, node: Node) -> Any:  # noqa: ANN401 the node's parts, a dict or list
        """The parts of a node that has some, and has them on lines of their own."""
        if node.style == "flow" or not self.layout.leads(node.start):
            raise self.refuse(_BRACES, node)
        return node.parts

    def _insert_beside(
        self, sibling: Node | None, holder: Node, lines: list[str], column: int, blank: list[str]
    ) -> None:
        """Put lines in after a sibling, or before the first one."""
        if sibling is None:
            self._insert(self.layout.before(holder.start), [*lines, *blank], column)
        else:
            blank = [] if self.layout.keeps_blank_lines(sibling) else blank
            self._insert(self.layout.after(sibling, column), [*blank, *lines], column)

    def _insert(self, index: int, lines: Sequence[str], column: int) -> None:
        # A dash may stand in the column of the keys beside its list, and is deeper than they are.
        depth = 2 * column + any(line.startswith("- ") for line in lines[:2])
        self._splices.append(self.layout.insertion(index, _indented(lines, column), depth))

    def _spaced_by(self, spans: list[tuple[int, int]]) -> list[str]:
        """The lines that the file puts between its entries; a lone entry is taken for the first of many apart."""
        apart = any(self.layout.is_spaced(end, start) for (_, end), (start, _) in itertools.pairwise(spans))
        return [""] if apart or len(spans) == 1 else []

    def _style_of_dashes(self) -> int:
        """How far the file's dashes stand from their key: 2 unless its events stand under theirs."""
        node = self.loaded.places.node(("events",))
        return 0 if node and node.parts and node.style == "block" and self.layout.column(node.start) == 0 else 2

    def _entries(self, entries: Mapping[str, Fields]) -> list[list[str]]:
        return [self._entry(key, fields) for key, fields in entries.items()]

    def _entry(self, key: str, fields: Fields) -> list[str]:
        return [f"{scalar(key)}:", *_indented(self.lines(fields), 2)]

    def _item(self, fields: Fields) -> list[str]:
        return item_lines(fields, dash_indent=self._dash_indent)


def _indented(lines: Iterable[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]


def _spaced(blocks: Iterable[list[str]]) -> list[str]:
    """The lines of blocks, with a blank one between two."""
    return [line for number, block in enumerate(blocks) for line in ([""] if number else []) + block]
