"""What `make bench` measures with: generated data, the peers' pages, one run, and the table. Builds no site."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from bench.form import written
from bench.generated import FIRST, SECOND, write_data
from bench.measure import Run, run
from bench.peers import main as write_peers
from bench.sampled import ELSEWHERE, OWN, STAGES
from bench.stages import rows
from bench.table import Series, growth, growth_rows, row
from bench.to_markdown import to_markdown
from bench.vary import vary_exercise
from guide.load import load
from guide.model import Guide
from guide.node import Value
from guide.source import read
from site_build import PROJECT, files_in

CUT_SHORT = 33
"""Fewer than whole groups of fourteen, so that ladders of the last have to end early."""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated") / "data"
    write_data(CUT_SHORT, folder)
    return folder


# Data


@pytest.mark.parametrize("count", [14, CUT_SHORT, 100])
def test_generated_data_is_sound(count: int, tmp_path: Path) -> None:
    write_data(count, tmp_path / "data")
    guide = load(tmp_path / "data")
    assert isinstance(guide, Guide), guide
    assert (len(guide.exercises), len(guide.routines)) == (count, 5)


def test_the_smallest_set_is_the_real_data(tmp_path: Path) -> None:
    write_data(14, tmp_path / "data")
    assert files_in(tmp_path / "data") == files_in(PROJECT / "data")


def test_the_same_bytes_every_time(generated: Path, tmp_path: Path) -> None:
    write_data(CUT_SHORT, tmp_path / "data")
    assert files_in(tmp_path / "data") == files_in(generated)


def test_another_seed_gives_other_entries(generated: Path, tmp_path: Path) -> None:
    write_data(CUT_SHORT, tmp_path / "data", seed=8)
    assert files_in(tmp_path / "data").keys() == files_in(generated).keys()
    assert files_in(tmp_path / "data") != files_in(generated)


def test_a_larger_set_holds_the_smaller_whole_groups(generated: Path, tmp_path: Path) -> None:
    write_data(100, tmp_path / "data")
    group = [path for path in generated.glob("exercises/*") if path.name.startswith(f"{FIRST[0]}-{SECOND[0]}-".lower())]
    assert len(group) == 14
    assert all((tmp_path / "data" / "exercises" / path.name).read_bytes() == path.read_bytes() for path in group)


def test_routines_grow_with_the_exercises(tmp_path: Path) -> None:
    write_data(140, tmp_path / "data")
    assert len(list((tmp_path / "data" / "routines").glob("*.yml"))) == 7
    assert isinstance(load(tmp_path / "data"), Guide)


def test_no_two_drawings_are_the_same(generated: Path) -> None:
    guide = load(generated)
    assert isinstance(guide, Guide)
    assert len({repr(each.figure) for each in guide.exercises.values()}) == CUT_SHORT


@pytest.mark.parametrize("count", [13, 14 * len(FIRST) * len(SECOND) + 1])
def test_a_number_that_cannot_be_is_refused(count: int, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="exercises can be written"):
        write_data(count, tmp_path / "data")


def test_a_name_is_used_for_one_group_only() -> None:
    names = {f"{first}{second}".lower() for first in FIRST for second in SECOND}
    assert len(names) == len(FIRST) * len(SECOND)


def test_a_figure_that_stays_wrong_is_left_as_it_is() -> None:
    entries = {path.stem: _entry(path.read_text("utf-8")) for path in (PROJECT / "data" / "exercises").glob("*.yml")}
    frame: Value = {"caption": "Bent too far", "pose": {"both": {"knee": 179}}}
    entries["squat"] |= {"figure": {"frames": (frame, frame)}}
    assert vary_exercise(entries, "squat", "A b", entries, Random(1))["figure"] == entries["squat"]["figure"]


@pytest.mark.parametrize(
    "text",
    [
        "plain: yes",
        "a, b",
        "2-3",
        "60",
        "true",
        "none",
        "it's",
        '"quoted"',
        "- dash",
        "a # b",
        "# c",
        "é",
        "a: ",
        "0.5",
    ],
)
def test_written_text_is_read_as_it_was(text: str) -> None:
    value: dict[str, Value] = {"a": text, "b": (text, text), "c": {"d": text}, "e": ({"f": text, "g": (1, 2.5)},)}
    assert _entry(written(value)) == value


@pytest.mark.parametrize("path", sorted((PROJECT / "data").glob("*/*.yml")), ids=lambda path: path.stem)
def test_real_entries_are_read_as_they_were(path: Path) -> None:
    value = _entry(path.read_text("utf-8"))
    assert _entry(written(value)) == value


# Peers


def test_a_page_becomes_markdown() -> None:
    page = """<nav><a href="/up/">Up</a></nav><h1>A *squat*</h1><p>One <strong>two</strong> &lt;three&gt;
        <a href="/x/">four</a><script>no()</script><button>no</button></p>
        <ol><li><p>First</p><ul><li>Inner</li></ul></li><li>Second<p>more</p></li></ol>
        <table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"""
    assert to_markdown(page, {"/x/": "x.md"}.get, str) == (
        "Up\n\n# A \\*squat\\*\n\nOne **two** &lt;three&gt; [four](x.md)\n\n"
        "1.  First\n\n    -   Inner\n\n1.  Second\n\n    more\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n"
    )


def test_figures_are_kept_and_icons_are_not() -> None:
    figure = f'<svg><path d="{"M0 0 " * 200}"/></svg>'
    page = f"<p>Look <svg><path/></svg></p><div>{figure}</div>"
    assert to_markdown(page, _nowhere, str) == f"Look\n\n{figure}\n"
    assert to_markdown(page, _nowhere, lambda _: "![](f.svg)") == "Look\n\n![](f.svg)\n"


def test_peers_have_every_page_and_list_it_where_asked(tmp_path: Path) -> None:
    figure = f'<svg id="{{}}"><path d="{"M0 0 " * 200}"/></svg>'
    for address in ("", "exercises/", "exercises/squat/", "exercises/wall-sit/"):
        (tmp_path / "site" / address).mkdir(parents=True, exist_ok=True)
        body = f'<h1>{address}</h1><a href="squat/">to it</a>{figure.format(address)}'
        page = f'<article class="md-content__inner md-typeset">{body}</article>'
        (tmp_path / "site" / address / "index.html").write_text(page, "utf-8")
    write_peers(tmp_path / "site", tmp_path / "peers")
    files = files_in(tmp_path / "peers")
    for kind in ("files", "inline"):
        names = {name.removeprefix(f"{kind}/docs/") for name in files if name.startswith(kind) and name.endswith(".md")}
        assert names == {"index.md", "exercises/index.md", "exercises/squat.md", "exercises/wall-sit.md"}
    assert len([name for name in files if name.endswith(".svg")]) == 1
    assert b"](squat.md)" in files["files/docs/exercises/index.md"]
    assert b"squat.md" in files["files/nav.yml"]
    assert b"squat.md" not in files["files/out.yml"]


# A run


def test_a_run_says_what_it_took(tmp_path: Path) -> None:
    done = run((sys.executable, "-c", "b'x' * 90_000_000"), tmp_path, 60, os.environ)
    assert not done.failure
    assert done.wall > 0
    assert done.cpu > 0
    assert done.peak > 1_000_000
    assert not list(tmp_path.iterdir())


def test_a_run_that_fails_says_why(tmp_path: Path) -> None:
    done = run((sys.executable, "-c", "raise SystemExit('no such luck')"), tmp_path, 60, os.environ)
    assert done.failure == "ended with 1: no such luck"


def test_a_run_that_hangs_is_stopped(tmp_path: Path) -> None:
    done = run((sys.executable, "-c", "import time; time.sleep(600)"), tmp_path, 0.2, os.environ)
    assert done.failure == "stopped after 0 s"


# The table


def _series(builder: str, size: int, *times: float, failure: str = "") -> Series:
    return Series(builder, size, 2 * size, tuple(Run(each, each / 2, 5_000_000, failure) for each in times))


def test_a_row_has_medians_ranges_and_ratios() -> None:
    ours, peer = _series("ours", 100, 9.0, 1.0, 2.0), _series("plain", 100, 4.0, 5.0, 3.0)
    assert row(ours, ours) == ("| 100 | 200 | ours | 3 | 2.00 (1.00 to 9.00) | 1.00 (0.50 to 4.50) |  |  | 5.0 | 5 |")
    assert row(peer, ours) == (
        "| 100 | 200 | plain | 3 | 4.00 (3.00 to 5.00) | 2.00 (1.50 to 2.50) | 0.50 | 0.50 | 10.0 | 5 |"
    )


def test_a_run_that_failed_has_no_times() -> None:
    assert row(_series("plain", 14, 9.0, failure="stopped after 9 s"), _series("ours", 14, 1.0)) == (
        "| 14 | 28 | plain | 1 | stopped after 9 s | | | | | |"
    )
    assert row(_series("plain", 14)) == "| 14 | 28 | plain | 0 | not run | | | |"


@pytest.mark.parametrize(
    ("before", "after", "smaller", "larger", "factor"),
    [(1, 2, 100, 200, 2), (1, 4, 100, 200, 4), (1, 16, 100, 400, 4), (3, 3, 14, 1000, 1)],
)
def test_growth_is_told_for_a_doubling(before: float, after: float, smaller: int, larger: int, factor: float) -> None:
    assert growth(before, after, smaller, larger) == pytest.approx(factor)


def test_growth_compares_a_builder_with_itself() -> None:
    all_series = [_series("ours", 200, 4.0), _series("ours", 100, 1.0), _series("plain", 100, 3.0)]
    assert growth_rows(all_series) == ["| ours | 100 | 200 | 4.00 | 4.00 | 2.00 |"]
    assert growth_rows([*all_series, _series("plain", 200, 9.0, failure="stopped")])[1:] == []


# Stages


def test_our_own_work_is_summed_up() -> None:
    lines = rows({"draw": (3.0, 2.0), "templates": (6.0, 2.0), "validate": (1.0, 1.0)})
    assert "| **our own work** | 4.00 | 40.0% | 3.00 | 60.0% |" in lines
    assert "| whole build | 10.00 | 100.0% | 5.00 | 100.0% |" in lines


@pytest.mark.parametrize(("part", "name"), [(part, name) for _, part, name in STAGES])
def test_every_place_of_a_stage_exists(part: str, name: str) -> None:
    if part.startswith("hooks/"):
        assert (PROJECT / part).exists()
        assert not name or f"def {name}(" in (PROJECT / part).read_text("utf-8")
    elif name and part.endswith(".py"):
        module = import_module(part.removeprefix("/").removesuffix(".py").replace("/", "."))
        assert f"def {name}(" in Path(str(module.__file__)).read_text("utf-8")


def test_our_own_work_has_stages() -> None:
    assert set(OWN) <= {ELSEWHERE, *(stage for stage, _, _ in STAGES)}


def _entry(text: str) -> dict[str, Value]:
    node, problems = read(text.encode(), "entry.yml")
    assert not problems
    assert node is not None
    assert isinstance(node.value, dict)
    return node.value


def _nowhere(_: str) -> None:
    """Leads no link anywhere."""
