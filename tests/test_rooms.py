"""The direction of travel: a room imports only what stands before it, and the ground floor."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import generator

PACKAGE = Path(generator.__file__).parent
GROUND = {
    "errors": set(),
    "messages": set(),
    "dates": {"errors", "messages"},
    "scalars": {"dates", "errors", "messages"},
    "model": {"dates", "errors", "messages", "scalars"},
}
ROOMS = ("reading", "extracting", "curating", "publishing")
BESIDE = {
    "github": {"extracting", "curating"},
    "fetching": {"reading"},
    "importing": {"reading", "extracting", "curating"},
    "running": {"reading", "extracting", "curating"},
    "reviewing": {"curating"},
    "scaffold": {"curating"},
}
"""What stands beside rooms: it may import those rooms, and neither a room nor its like may import it. What one of them
has for another, such as where fetched pages lie, a command hands over."""


def imported(module: Path) -> set[str]:
    """The parts of the package that a module imports, wherever in it the import stands."""
    parts = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module == "generator":
            names = [f"generator.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        parts |= {name.split(".")[1] for name in names if name.startswith("generator.")}
    return parts - {"__version__"}


def modules(part: str) -> list[Path]:
    folder = PACKAGE / part
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{part}.py"]


@pytest.mark.parametrize("part", GROUND)
def test_the_ground_floor_stands_on_itself(part):
    for module in modules(part):
        assert imported(module) <= GROUND[part] | {part}, module


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_stands_before_it(room):
    allowed = {*GROUND, *ROOMS[: ROOMS.index(room) + 1]}
    for module in modules(room):
        assert imported(module) <= allowed, module


@pytest.mark.parametrize("part", BESIDE)
def test_what_stands_beside_a_room_imports_no_more_than_that_room(part):
    for module in modules(part):
        assert imported(module) <= {*GROUND, *BESIDE[part], part}, module


@pytest.mark.parametrize("part", BESIDE)
def test_what_stands_beside_the_rooms_is_imported_by_the_edge_alone(part):
    importing = {module.relative_to(PACKAGE).parts[0] for module in PACKAGE.rglob("*.py") if part in imported(module)}
    assert importing == {part, "commands"}


@pytest.mark.parametrize("library", ["mkdocs", "material", "click"])
def test_only_the_edges_know_the_frameworks(library):
    knows = {
        module.relative_to(PACKAGE).parts[0]
        for module in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
        if name.split(".")[0] == library
    }
    assert knows <= {"cli.py", "commands", "publishing"}, knows
