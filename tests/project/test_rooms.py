"""The house: imports point one way, only one place knows a library, and tests stand where the code does.

ruff holds the borders of libraries too, while one types (TID251, in pyproject.toml).
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
HOOKS = TESTS.parent / "hooks"

ORDER = (
    "characters", "disk_cache", "processes", "model", "problems", "progress", "wording", "figure", "printing",
    "settings", "session", "rules", "reading", "formatting", "authoring", "handouts", "pages", "site", "review",
    "documents", "build", "stage", "preview", "commands", "mkdocs_adapter", "__main__",
)  # fmt: skip
"""Every room: it may import those above it in this list, and none below."""

FIGURE_ORDER = ("posing", "motion", "words", "drawn_body", "picture", "checks")
"""The rooms of the figure, in the same way."""

PARSING = {"rules", "reading", "formatting"}
RENDERING = {"session", "printing", "handouts", "pages", "site", "review", "preview"}
"""Rooms that make something of a guide, however it was read: they import nothing of `PARSING`."""

ONLY_IMPORTERS: Mapping[str, set[str]] = {
    "yaml": {"reading/yaml_source.py", "formatting/comments.py", "settings.py"},
    "mkdocs": {"mkdocs_adapter.py"},
    "typst": {"printing/typeset.py"},
}

BESIDE = {"bench", "browser", "hostile", "project"}
"""Folders of tests that are about no single room: measures, a real browser, malice, the repository itself."""


def _modules() -> dict[str, str]:
    """The text of every module by its path: `pages/render.py`, `mkdocs_adapter.py`."""
    paths = sorted(HOOKS.rglob("*.py"))
    return {path.relative_to(HOOKS).as_posix().removeprefix("guide/"): path.read_text("utf-8") for path in paths}


def _room(path: str) -> str:
    return path.removesuffix(".py").split("/")[0]


def _imports(code: str) -> Iterator[tuple[str, ...]]:
    """Every import as a dotted name in steps; names taken from a package count as its modules."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (tuple(name.name.split(".")) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = (*["."] * node.level, *(node.module or "").split("."))
            yield from ((*module, name.name) for name in node.names)


def _rooms_imported(code: str) -> set[str]:
    """Rooms that the code imports; a relative import, or one of the whole package, is called `guide`."""
    found = set()
    for first, *rest in _imports(code):
        if first == "guide":
            found.add(rest[0] if rest else "guide")
        elif first in (".", "mkdocs_adapter"):
            found.add("guide" if first == "." else first)
    return found


def _violations(modules: Mapping[str, str]) -> list[str]:
    """Every import that points the wrong way, as `path imports room`."""
    found = []
    for path, code in modules.items():
        wrong = {room for room in _rooms_imported(code) if not _may_import(_room(path), room)}
        wrong |= {first for first, *_ in _imports(code) if path not in ONLY_IMPORTERS.get(first, {path})}
        found += [f"{path} imports {name}" for name in sorted(wrong)]
    return found


def _figure_violations(modules: Mapping[str, str]) -> list[str]:
    """Every import between the rooms of the figure that points the wrong way, as `path imports room`."""
    found = []
    for path, code in modules.items():
        steps = path.split("/")
        if steps[0] == "figure" and len(steps) > 2:
            others = {names[2] for names in _imports(code) if names[:2] == ("guide", "figure") and len(names) > 2}
            below = FIGURE_ORDER[FIGURE_ORDER.index(steps[1]) + 1 :]
            found += [f"{path} imports {other}" for other in sorted(others - set(FIGURE_ORDER) | others & set(below))]
    return found


def _may_import(room: str, other: str) -> bool:
    if room == other:
        return True
    if room in RENDERING and other in PARSING:
        return False
    return other in ORDER and room in ORDER and ORDER.index(other) < ORDER.index(room)


def test_imports_point_one_way() -> None:
    assert _violations(_modules()) == []


def test_imports_within_the_figure_point_one_way() -> None:
    assert _figure_violations(_modules()) == []


@pytest.mark.parametrize(("path", "code", "violation"), [
    ("figure/posing/solve.py", "from guide.figure.checks.finding import Finding", "checks"),
    ("figure/words/legs.py", "from guide.figure.picture import draw", "picture"),
    ("figure/drawn_body/parts.py", "from guide.figure import frame_svg", "frame_svg"),
])  # fmt: skip
def test_a_figure_import_that_points_the_wrong_way_is_noticed(path: str, code: str, violation: str) -> None:
    assert _figure_violations({path: code}) == [f"{path} imports {violation}"]


def test_every_room_is_in_the_order() -> None:
    assert {_room(path) for path in _modules()} - {"__init__"} == set(ORDER)


@pytest.mark.parametrize(("path", "code", "violation"), [
    ("model/guide.py", "from guide.problems.problem import Problem", "problems"),
    ("model/guide.py", "def late():\n    from guide.reading.load import load", "reading"),
    ("rules/ladders.py", "import guide.reading.load", "reading"),
    ("pages/render.py", "from guide.reading.load import load", "reading"),
    ("handouts/content.py", "from guide import rules", "rules"),
    ("session/timeline.py", "from guide.pages.render import TEMPLATES", "pages"),
    ("pages/render.py", "import mkdocs_adapter", "mkdocs_adapter"),
    ("pages/render.py", "from . import drawings", "guide"), ("pages/render.py", "import guide", "guide"),
    ("pages/render.py", "import yaml", "yaml"), ("mkdocs_adapter.py", "import yaml.nodes", "yaml"),
    ("commands/check.py", "if TYPE_CHECKING:\n    from mkdocs.config import Config", "mkdocs"),
    ("printing/document.py", "import typst", "typst"),
])  # fmt: skip
def test_an_import_that_points_the_wrong_way_is_noticed(path: str, code: str, violation: str) -> None:
    assert _violations({path: code}) == [f"{path} imports {violation}"]


@pytest.mark.parametrize(("library", "paths"), ONLY_IMPORTERS.items())
def test_every_border_has_something_to_hold(library: str, paths: set[str]) -> None:
    importers = {path for path, code in _modules().items() if library in {first for first, *_ in _imports(code)}}
    assert importers == paths


# The tests' own tree


def _misplaced(paths: Iterable[str]) -> list[str]:
    """Test modules that stand in no folder of a room, nor in one of `BESIDE`, by their paths in tests/."""
    homes = {*ORDER, *BESIDE}
    return [path for path in paths if path.rpartition("/")[2].startswith("test_") and _room(path) not in homes]


def test_tests_stand_where_the_code_does() -> None:
    assert _misplaced(path.relative_to(TESTS).as_posix() for path in TESTS.rglob("*.py")) == []


def test_a_test_without_a_room_is_noticed() -> None:
    paths = ["test_loose.py", "pages/test_render.py", "attic/test_old.py", "conftest.py"]
    assert _misplaced(paths) == ["test_loose.py", "attic/test_old.py"]
