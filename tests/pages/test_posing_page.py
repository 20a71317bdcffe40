"""The page on posing: its examples are lines of the data, or of the tests' positions; its tables name real fields."""

from __future__ import annotations

import re
from pathlib import Path

from guide.model.pose import Limbs, Trunk

PROJECT = Path(__file__).parents[2]
PAGE = PROJECT / "docs" / "posing-figures.md"


def _strange_lines(page: str) -> list[str]:
    """Lines of the page's examples that stand in no exercise, and in no position that the tests draw."""
    paths = [*(PROJECT / "data" / "exercises").glob("*.yml"), PROJECT / "tests" / "figure" / "positions.yml"]
    files = [path.read_text("utf-8") for path in paths]
    data = {line.strip() for text in files for line in text.splitlines()}
    blocks = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip() not in data]


def test_examples_are_lines_of_the_data() -> None:
    assert "```yaml" in PAGE.read_text("utf-8")
    assert _strange_lines(PAGE.read_text("utf-8")) == []


def test_an_example_that_drifted_is_noticed() -> None:
    assert _strange_lines("```yaml\nboth: {knee: 999}\n```") == ["both: {knee: 999}"]


def test_the_table_names_fields_that_exist() -> None:
    words = re.findall(r"^\| `(?:trunk: \{)?(\w+)", PAGE.read_text("utf-8"), re.MULTILINE)
    assert len(words) >= 7
    assert set(words) <= {*Limbs.model_fields, *Trunk.model_fields}
