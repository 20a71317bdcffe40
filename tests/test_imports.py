"""Imports point one way, as the design says: reading knows the model, rendering knows the model, neither the other.

ruff holds the same for yaml and mkdocs (TID251, in pyproject.toml); here the rest is read from the files.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"

READING: Mapping[str, set[str]] = {
    "characters": set(),
    "problem": {"characters"},
    "node": set(),
    "source": {"characters", "node", "problem"},
    "files": {"problem"},
    "nearest": set(),
    "excerpt": {"characters", "problem"},
    "report": {"excerpt", "problem"},
    "reader": {"excerpt", "node", "problem", "source"},
    "yaml_text": {"characters"},
    "layout": {"characters", "layout", "model", "node", "problem", "source", "yaml_text"},
    "sentences": {"model", "nearest", "problem"},
    "explain": {"model", "node", "problem", "sentences"},
    "ladders": {"explain", "model"},
    "sessions": {"explain", "model", "sentences"},
    "posing": {"explain", "figure", "files", "model", "problem", "sentences", "source"},
    "inserts": {"files", "model", "problem", "sentences", "source"},
    "lettering": {"explain", "model", "printing"},
    "addresses": {"explain", "model", "problem", "references"},
    "references": {"explain", "ladders", "lettering", "model", "node", "posing", "problem", "sentences", "sessions"},
    "load": {
        "addresses",
        "explain",
        "files",
        "model",
        "node",
        "problem",
        "references",
        "source",
    },
    "model": {"characters", "model"},
}
"""What each part of reading may import. Every other part of the guide renders."""

ENTRANCES = {"check", "fix", "generate", "new", "release", "review", "stage"}
"""What runs the guide; nothing imports it."""

ONLY_IMPORTERS = {"yaml": {"source", "layout", "settings"}, "mkdocs": {"generate"}, "typst": {"printing"}}


def _modules() -> dict[str, str]:
    """The text of every module by its path inside hooks."""
    return {path.relative_to(HOOKS).as_posix(): path.read_text("utf-8") for path in sorted(HOOKS.rglob("*.py"))}


def _part(path: str) -> str:
    """The part of the guide that a module belongs to: `source`, `model`, `pages`; or `generate` and `check`."""
    steps = path.removesuffix(".py").removeprefix("guide/").split("/")
    return steps[0]


def _imports(code: str) -> Iterator[tuple[str, ...]]:
    """Every import as a dotted name in steps; names taken from a package count as its modules."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (tuple(each.name.split(".")) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = (*["."] * node.level, *(node.module or "").split("."))
            yield from ((*module, each.name) for each in node.names)


def _ours(code: str) -> set[str]:
    """The parts of the guide that the code imports, also by relative or whole-package imports."""
    found = set()
    for steps in _imports(code):
        if steps[0] in ENTRANCES or steps[0] == ".":
            found.add(steps[0])
        elif steps[0] == "guide":
            found.add(steps[1] if len(steps) > 1 else "guide")
    return found


def _violations(modules: Mapping[str, str]) -> list[str]:
    """Every import that points the wrong way, as `path imports part`."""
    found = []
    for path, code in modules.items():
        wrong = {each for each in _ours(code) if not _may_import(_part(path), each)}
        wrong |= {
            steps[0] for steps in _imports(code) if _part(path) not in ONLY_IMPORTERS.get(steps[0], {_part(path)})
        }
        found += [f"{path} imports {each}" for each in sorted(wrong)]
    return found


def _may_import(part: str, other: str) -> bool:
    if other in ENTRANCES or other in (".", "guide"):
        return False
    if part in ENTRANCES:
        return True
    if part in READING:
        return other in READING[part]
    allowed = ("characters", "inserts", "model", "problem")
    return other not in READING or other in allowed or (part, other) == ("written", "layout")


def test_imports_point_one_way() -> None:
    assert _violations(_modules()) == []


def test_rendering_has_an_order_too() -> None:
    tuple(_order(_modules()))


def test_outputs_is_the_last_of_the_renderers() -> None:
    importers = {_part(path) for path, code in _modules().items() if "outputs" in _ours(code)}
    assert importers <= ENTRANCES | {"building", "front_matter", "staging"}, (
        "but for what hands its pages to a generator"
    )


@pytest.mark.parametrize(
    ("path", "code", "violation"),
    [
        ("guide/problems/problem.py", "from guide.model import Guide", "model"),
        ("guide/reading/yaml_source.py", "import guide.reading.load", "load"),
        ("guide/reading/yaml_source.py", "from guide import explain", "explain"),
        ("guide/problems/explain.py", "from guide.rules.references import Known", "references"),
        ("guide/rules/references.py", "from guide.reading.load import load", "load"),
        ("guide/reading/load.py", "from guide.pages.render import pages", "pages"),
        ("guide/reading/load.py", "from guide import wording", "wording"),
        ("guide/model/guide.py", "from guide.problems.problem import Problem", "problem"),
        ("guide/model/guide.py", "def late():\n    from guide.reading.yaml_source import Node", "source"),
        ("guide/pages/render.py", "from guide.reading.load import load", "load"),
        ("guide/wording/words.py", "from guide.reading.yaml_source import Node", "source"),
        ("guide/pages/outputs.py", "from guide.problems.explain import explain", "explain"),
        ("guide/figure/scene.py", "import guide.rules.references as known", "references"),
        ("guide/pages/render.py", "import generate", "generate"),
        ("check.py", "from generate import on_config", "generate"),
        ("guide/reading/load.py", "import check", "check"),
        ("guide/pages/render.py", "from . import load", "."),
        ("guide/pages/render.py", "from .load import load", "."),
        ("guide/pages/render.py", "import guide", "guide"),
        ("guide/pages/render.py", "import yaml", "yaml"),
        ("guide/reading/load.py", "from yaml import safe_load", "yaml"),
        ("mkdocs_adapter.py", "import yaml.nodes", "yaml"),
        ("guide/pages/outputs.py", "from mkdocs.structure.files import File", "mkdocs"),
        ("check.py", "if TYPE_CHECKING:\n    from mkdocs.config import Config", "mkdocs"),
    ],
)
def test_an_import_that_points_the_wrong_way_is_noticed(path: str, code: str, violation: str) -> None:
    assert _violations({path: code}) == [f"{path} imports {violation}"]


def test_a_circle_is_noticed() -> None:
    circle = {
        "guide/pages/render.py": "import guide.wording.words",
        "guide/wording/words.py": "from guide.pages.render import HOME",
    }
    with pytest.raises(CycleError):
        tuple(_order(circle))


@pytest.mark.parametrize("name", [*READING, *ENTRANCES])
def test_every_part_that_is_named_here_exists(name: str) -> None:
    assert name in {_part(path) for path in _modules()}


@pytest.mark.parametrize(("library", "parts"), ONLY_IMPORTERS.items())
def test_every_border_has_something_to_hold(library: str, parts: set[str]) -> None:
    importers = {_part(path) for path, code in _modules().items() if library in {each[0] for each in _imports(code)}}
    assert importers == parts


def _order(modules: Mapping[str, str]) -> Iterator[str]:
    """The parts, each after those that it imports."""
    graph: dict[str, set[str]] = {}
    for path, code in modules.items():
        graph.setdefault(_part(path), set()).update(_ours(code) - {_part(path)})
    yield from TopologicalSorter(graph).static_order()
