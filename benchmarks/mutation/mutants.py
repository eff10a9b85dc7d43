"""The mutants of a module: its text with one small mistake in it, as a hurried hand might make."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMPARED = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COMPUTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult}
JOINED = {ast.And: ast.Or, ast.Or: ast.And}
"""What stands for which operator."""

NOT_RUN = frozenset({"annotation", "returns", "decorator_list", "type_comment", "bases", "keywords_of_class"})
"""Fields of the syntax tree that say what something is, and do nothing."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with a mistake.

    Attributes:
        path: The module's file.
        line: The line on which the mistake is.
        what: What it is.
        source: The whole text, without comments.
    """

    path: Path
    line: int
    what: str
    source: str


def count(path: Path) -> int:
    """How many mutants a module has."""
    return sum(1 for _ in _each(ast.parse(path.read_text(encoding="utf-8"))))


def mutant_of(path: Path, number: int) -> Mutant:
    """A mutant of a module: the module with a mistake in it.

    Args:
        path: Its file.
        number: Which one, below `count(path)`. The mistakes are a comparison, a sum, an “and” or a condition turned
            round, a number one too high, true for false, a value not returned, a statement left out, a loop left at
            the wrong place.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    line, what = next(itertools.islice(_each(tree), number, None))
    return Mutant(path, line, what, f"{ast.unparse(tree)}\n")


def _each(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Make each mistake in a module, one after the other: its line, and what it is."""
    for node, parent, name in list(_run(tree)):
        for what in _mistakes(node, parent, name):
            yield getattr(node, "lineno", 1), what


def _run(tree: ast.AST) -> Iterator[tuple[ast.AST, ast.AST, str]]:
    """Each node that does something, with its parent and the field in which it stands there."""
    for name, value in ast.iter_fields(tree):
        if name in NOT_RUN:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _says_only(child):
                yield child, tree, name
                yield from _run(child)


def _says_only(node: ast.AST) -> bool:
    """Whether a statement is a docstring, an import for types alone, or the list of what a module offers."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


def _mistakes(node: ast.AST, parent: ast.AST, name: str) -> Iterator[str]:
    """Make each mistake in a node, one after the other; when the next one is asked for, the last is mended."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            yield from _with(node.ops, at, COMPARED[type(operator)](), ast.unparse(node))
    elif isinstance(node, ast.BoolOp):
        yield from _with(node, "op", JOINED[type(node.op)](), ast.unparse(node))
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in COMPUTED:
        yield from _with(node, "op", COMPUTED[type(node.op)](), ast.unparse(node))
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
        other = not node.value if isinstance(node.value, bool) else node.value + 1
        yield from _with(node, "value", other, ast.unparse(node))
    elif isinstance(node, ast.Return) and node.value and ast.unparse(node.value) != "None":
        yield from _with(node, "value", ast.Constant(None), ast.unparse(node))
    elif isinstance(node, ast.Break | ast.Continue):
        other_loop: ast.stmt = ast.Continue() if isinstance(node, ast.Break) else ast.Break()
        yield from _replaced(parent, name, node, other_loop)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield from _replaced(parent, name, node, ast.Pass())
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        negated = ast.UnaryOp(ast.Not(), node.test)
        yield from _with(node, "test", negated, f"if {ast.unparse(node.test)}")


def _with(holder: object, key: str | int, value: object, before: str) -> Iterator[str]:
    """Put a value in the place of another for as long as the mutant is looked at."""
    if isinstance(holder, list):
        old, holder[int(key)] = holder[int(key)], value
    else:
        old = getattr(holder, str(key))
        setattr(holder, str(key), value)
    said = ast.unparse(value) if isinstance(value, ast.expr) else type(value).__name__
    yield f"{before}: {said}" if not isinstance(value, bool | int) else f"{before}: {value}"
    if isinstance(holder, list):
        holder[int(key)] = old
    else:
        setattr(holder, str(key), old)


def _replaced(parent: ast.AST, name: str, node: ast.AST, other: ast.stmt) -> Iterator[str]:
    """Put a statement in the place of another for as long as the mutant is looked at."""
    body = getattr(parent, name)
    at = body.index(node)
    before, body[at] = ast.unparse(node), other
    yield f"{before}: {ast.unparse(other)}"
    body[at] = node
