"""What several tests share: the miniature data folder in tests/small, as it is, loaded, and as a copy to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.model import Guide
from guide.reading.load import load

pytest_plugins = ["site_fixtures", "moved_project", "followed", "printed_handouts"]
SMALL = Path(__file__).parent / "small"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden from what is rendered now")


@pytest.fixture(scope="session")
def small_guide() -> Guide:
    """The guide in tests/small."""
    result = load(SMALL)
    assert isinstance(result, Guide), "\n".join(map(str, result))
    return result


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of tests/small that a test may change; its problems name it `data`, as in the project."""
    return Path(shutil.copytree(SMALL, tmp_path / "data"))
