"""The pages of tests/small, letter by letter.

`make golden`, or `pytest tests/pages/test_golden.py --update-golden`, writes tests/golden anew: read the difference
in it before you commit it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import SMALL
from guide.model import Guide
from guide.pages.inserts import INSERTS
from guide.pages.outputs import Output, outputs
from guide.pages.render import render_insert
from guide.reading.load import load

GOLDEN = Path(__file__).parents[1] / "golden"


def _files(guide: Guide) -> dict[str, str]:
    """What tests/golden holds: every page with its head, and every insert."""
    pages = {output.uri.replace(".md", ".html"): _page(output) for output in outputs(guide)}
    return pages | {f"inserts/{name}.html": render_insert(guide, name) for name in INSERTS}


def _page(output: Output) -> str:
    names = ("address", "title", "description", "source", "search_names")
    return "\n".join([*(f"{name}: {getattr(output, name)}" for name in names), "", output.body])


@pytest.fixture(scope="session")
def golden(small_guide: Guide, pytestconfig: pytest.Config) -> dict[str, str]:
    if pytestconfig.getoption("update_golden"):
        for path in _golden_files():
            path.unlink()
        for name, text in _files(small_guide).items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_text(text, "utf-8")
    return {path.relative_to(GOLDEN).as_posix(): path.read_text("utf-8") for path in _golden_files()}


def _golden_files() -> list[Path]:
    return sorted(GOLDEN.rglob("*.html"))


def test_there_is_a_golden_file_for_every_page(small_guide: Guide, golden: dict[str, str]) -> None:
    assert sorted(_files(small_guide)) == sorted(golden)


def test_pages_are_what_they_were(small_guide: Guide, golden: dict[str, str]) -> None:
    changed = {name: text for name, text in _files(small_guide).items() if golden.get(name) != text}
    for name, text in changed.items():
        assert text == golden.get(name), f"tests/golden/{name} differs; if that is wanted: make golden"


def test_the_same_data_gives_the_same_pages_in_every_process() -> None:
    code = (
        "import hashlib, pathlib, sys; from guide.reading.load import load; from guide.pages.outputs import outputs;"
        "text = repr([(each, each.body) for each in outputs(load(pathlib.Path(sys.argv[1])))]);"
        "print(len(text), hashlib.sha256(text.encode()).hexdigest())"
    )
    environment = {**os.environ, "PYTHONPATH": str(GOLDEN.parent.parent / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"}
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(SMALL)],
            env={**environment, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_rendering_leaves_the_guide_as_it_was(small_guide: Guide) -> None:
    first, second = ([(output, output.body) for output in outputs(small_guide)] for _ in range(2))
    assert first == second
    assert load(SMALL) == small_guide


@pytest.mark.parametrize(("address", "uri"), [
    ("", "index.md"), ("exercises/", "exercises/index.md"), ("exercises/squat/", "exercises/squat.md"),
    ("evidence/", "evidence.md"),
])  # fmt: skip
def test_the_markdown_file_that_mkdocs_makes_the_address_of(address: str, uri: str) -> None:
    assert Output(address, "", "", "", "").uri == uri


def test_an_unknown_insert_is_an_error_that_names_the_known_ones(small_guide: Guide) -> None:
    with pytest.raises(LookupError, match="'pain': did you mean pain-rule"):
        render_insert(small_guide, "pain")


def test_entries_that_nothing_refers_to_yet_need_no_other(small_guide: Guide) -> None:
    """A new pattern, first of all, a muscle that the body does not have, and no source for the home page."""
    pattern = next(iter(small_guide.patterns.values())).model_copy(update={"id": "new", "name": "New pattern"})
    muscle = next(iter(small_guide.muscles.values())).model_copy(update={"id": "neck", "name": "Neck"})
    guide = replace(
        small_guide,
        patterns={"new": pattern, **small_guide.patterns},
        muscles={"neck": muscle, **small_guide.muscles},
        sources={name: each.model_copy(update={"headline": None}) for name, each in small_guide.sources.items()},
    )
    bodies = {output.address: output.body for output in outputs(guide)}
    assert "Neck" in bodies["muscles/neck/"]
    assert "guide-body-map" not in bodies["muscles/neck/"]
    assert "What it does not promise" in bodies[""]
    assert 'id="does"' not in bodies[""]
