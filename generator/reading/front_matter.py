"""Front matter: the keys above a Markdown file's text, read as plain text.

Only the parser of YAML is used, not its types and not its graph: what an article's front matter needs is text by key.
So aliases that would unfold to a billion values are never followed, no tag makes an object, and no nesting is followed
beyond a depth that anybody needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.errors import ArticleError

__all__ = ["FrontMatter", "part"]

FENCE = "---"
MAX_DEPTH = 32
"""Lists and mappings may be nested so deep."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
ONE_A_LINE = "write one `key: value` a line"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys above an article.

    Attributes:
        where: The file's name, for messages.
        values: The text of each key on one line; None where it holds a list, a mapping or an alias. Null is left out.
        lines: The line of each key, from 1.
    """

    where: str
    values: Mapping[str, str | None] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """The text of a key; empty where it is absent or null.

        Raises:
            ArticleError: It holds no text.
        """
        value = self.values.get(key, "")
        if value is None:
            raise ArticleError(f"{key} is not text", where=self.place(key), todo=f"write it as `{key}: text`")
        return value

    def place(self, key: str) -> str:
        """File and line of a key."""
        return f"{self.where}:{self.lines.get(key, 1)}"


def part(text: str, where: str) -> tuple[FrontMatter, str, int]:
    r"""Part a file into its front matter and the text below.

    Args:
        text: The decoded file, with `\n` for line ends.
        where: The file's name, for messages.

    Returns:
        The front matter, the text below it, and the number of lines above that text.

    Raises:
        ArticleError: The front matter is not closed, not YAML, or no mapping.
    """
    from frontmatter.default_handlers import YAMLHandler
    from yaml import MarkedYAMLError, YAMLError

    if text.split("\n", 1)[0].rstrip() != FENCE:
        return FrontMatter(where), text, 0
    try:
        front, content = YAMLHandler().split(text)
    except ValueError:
        raise ArticleError(
            "the front matter is not closed", where=f"{where}:1", todo=f"write a line of {FENCE} below it"
        ) from None
    try:
        data = _read(front, where)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ArticleError(
            f"the front matter is not YAML: {error.problem or error.context}",
            where=f"{where}:{line}",
            todo=f"{ONE_A_LINE}, and quote a value that holds a colon",
        ) from None
    except YAMLError as error:
        raise ArticleError(f"the front matter is not YAML: {error}", where=f"{where}:1", todo="correct it") from None
    return data, content, text[: len(text) - len(content)].count("\n")


def _read(front: str, where: str) -> FrontMatter:
    """The keys of the outermost mapping, each with what it holds."""
    values: dict[str, str | None] = {}
    lines: dict[str, int] = {}
    nodes = _outermost(front, where)
    for (key, line), (value, _) in zip(nodes, nodes, strict=False):
        if key in lines:
            raise ArticleError(f"{key} stands here twice", where=f"{where}:{line}", todo="delete one of the two")
        if key is not None:
            lines[key] = line
            values[key] = value
    return FrontMatter(where, {key: value for key, value in values.items() if value != ""}, lines)


def _outermost(front: str, where: str) -> Iterator[tuple[str | None, int]]:
    """Keys and values of the outermost mapping in turn, each with its line; None for what is no text."""
    import yaml

    events: Any = yaml.parse(front, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            line = _line(event)
            is_text = isinstance(event, yaml.ScalarEvent)
            if depth == 0 and not isinstance(event, yaml.MappingStartEvent) and not (is_text and _text(event) == ""):
                raise ArticleError("the front matter holds no keys", where=f"{where}:{line}", todo=ONE_A_LINE)
            if depth == 1:
                yield _text(event) if is_text else None, line
            depth += isinstance(event, yaml.CollectionStartEvent)
            if depth > MAX_DEPTH:
                what = f"the front matter is nested more than {MAX_DEPTH} deep"
                raise ArticleError(what, where=f"{where}:{line}", todo=ONE_A_LINE)


def _line(event: Any) -> int:  # noqa: ANN401 as for `_text`
    """The line of an event; PyYAML declares its mark as optional, which it is for events that one makes oneself."""
    return int(event.start_mark.line) + 1


def _text(event: Any) -> str:  # noqa: ANN401 an event of PyYAML's, which declares no types
    """What a scalar says, on one line; empty for null."""
    return "" if event.style is None and event.value in NULLS else " ".join(event.value.split())
