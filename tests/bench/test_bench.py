"""What `make bench` measures with: generated data, the peer's pages, one run, and the rows. Builds no site."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from bench import runs, stages
from bench.builds import COLD, KEPT, PLAIN, rows
from bench.generated import FIRST, SECOND, write_data
from bench.markdown import to_markdown
from bench.peers import write_peer
from bench.runs import Run, run
from guide.model import Guide
from guide.reading.load import load
from site_build import PROJECT, files_in

REAL = PROJECT / "data"
FIGURE = f'<svg id="{{}}"><path d="{"M0 0 " * 200}"/></svg>'


def test_generated_data_is_sound_where_the_last_group_is_cut_short(tmp_path: Path) -> None:
    real = load(REAL)
    assert isinstance(real, Guide)
    count = 2 * len(real.exercises) + len(real.exercises) // 3
    write_data(count, tmp_path / "data", REAL)
    guide = load(tmp_path / "data")
    assert isinstance(guide, Guide), guide
    assert len(guide.exercises) == count
    assert len({repr(exercise.figure) for exercise in guide.exercises.values()}) == count
    assert guide.exercises.keys() > real.exercises.keys()


def test_the_same_bytes_every_time_and_others_from_another_seed(tmp_path: Path) -> None:
    count = len(list((REAL / "exercises").glob("*.yml"))) + 2
    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        write_data(count, tmp_path / name, REAL, seed=seed)
    one, two, three = (files_in(tmp_path / name) for name in ("one", "two", "three"))
    assert one == two != three
    assert one.keys() == three.keys()


def test_a_number_that_cannot_be_is_refused(tmp_path: Path) -> None:
    for count in (0, 1000 * len(FIRST) * len(SECOND)):
        with pytest.raises(ValueError, match="exercises can be written"):
            write_data(count, tmp_path / "data", REAL)


def test_a_page_becomes_markdown() -> None:
    page = """<nav><a href="/up/">Up</a></nav><h1>A *squat*</h1><p>One <strong>two</strong> &lt;three&gt;
        <a href="/x/">four</a><script>no()</script><button>no</button></p><p>Look <svg><path/></svg></p>
        <ol><li><p>First</p><ul><li>Inner</li></ul></li><li>Second<p>more</p></li></ol>
        <table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"""
    assert to_markdown(page + FIGURE, {"/x/": "x.md"}.get, lambda _: "f.svg") == (
        "Up\n\n# A \\*squat\\*\n\nOne **two** &lt;three&gt; [four](x.md)\n\nLook\n\n"
        "1.  First\n\n    -   Inner\n\n1.  Second\n\n    more\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n"
        "![Figure](f.svg)\n"
    )


def test_the_peer_has_every_page_and_lists_overviews_only(tmp_path: Path) -> None:
    for address in ("", "exercises/", "exercises/squat/", "exercises/wall-sit/"):
        (tmp_path / "site" / address).mkdir(parents=True, exist_ok=True)
        body = f'<h1>{address}</h1><a href="squat/">to it</a>{FIGURE.format(address)}'
        page = f'<article class="md-content__inner md-typeset">{body}</article>'
        (tmp_path / "site" / address / "index.html").write_text(page, "utf-8")
    write_peer(tmp_path / "site", tmp_path / "peer")
    files = files_in(tmp_path / "peer")
    pages = {name for name in files if name.endswith(".md")}
    assert pages == {
        f"docs/{name}.md" for name in ("index", "exercises/index", "exercises/squat", "exercises/wall-sit")
    }
    assert len([name for name in files if name.endswith(".svg")]) == 1
    assert b"](squat.md)" in files["docs/exercises/index.md"]
    assert b"exercises/index.md" in files["mkdocs.yml"]
    assert b"squat.md" not in files["mkdocs.yml"]


def test_a_run_says_what_it_took_and_one_that_fails_counts_for_nothing(tmp_path: Path) -> None:
    done = run((sys.executable, "-c", "b'x' * 90_000_000"), tmp_path)
    assert min(done.wall, done.cpu) > 0
    assert done.peak > 90_000_000
    with pytest.raises(CalledProcessError):
        run((sys.executable, "-c", "raise SystemExit(1)"), tmp_path)


def test_rows_have_medians_ranges_and_ratios() -> None:
    taken = {
        name: [Run(wall, wall / 2, 5_000_000) for wall in walls]
        for name, walls in ((COLD, [40.0]), (KEPT, [9.0, 1.0, 2.0]), (PLAIN, [4.0, 5.0, 3.0]))
    }
    assert list(rows(100, 200, taken)) == [
        f"| 100 | 200 | {COLD} | 1 | 40.0 (40.0 to 40.0) | 20.0 | 5 | 0.05 |",
        f"| 100 | 200 | {KEPT} | 3 | 2.0 (1.0 to 9.0) | 1.0 | 5 | 1.00 |",
        f"| 100 | 200 | {PLAIN} | 3 | 4.0 (3.0 to 5.0) | 2.0 | 5 | 0.50 |",
    ]


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("/x/hooks/guide/figure/picture/draw.py", "guide/figure"),
        ("/x/hooks/generate.py", "generate"),
        ("/x/overrides/main.html", "templates of the theme"),
        ("/x/.venv/lib/python3/site-packages/mkdocs/structure/nav.py", "mkdocs/structure"),
        ("/x/lib/python3/json/encoder.py", stages.OTHER),
    ],
)
def test_time_is_noted_for_the_innermost_that_is_known(path: str, owner: str) -> None:
    found: list[str] = []
    exec(compile("found.append(stages.whose(sys._getframe()))", path, "exec"), globals() | locals())
    assert found == [owner]


def test_a_project_of_the_same_size_keeps_what_its_builds_have_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "WORK", tmp_path)
    count = len(list((REAL / "exercises").glob("*.yml")))
    drawing = runs.project_with(count) / ".cache" / "drawings" / "of-this-project"
    drawing.parent.mkdir(parents=True, exist_ok=True)
    drawing.write_text("kept", "utf-8")
    assert runs.project_with(count) == tmp_path / str(count)
    assert drawing.read_text("utf-8") == "kept"
