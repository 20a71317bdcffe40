"""The contributor's command line, run as a contributor runs it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
SITE = "https://check.test/"
FINE = "3 exercises and 1 routine: no problem found."


def _check(
    *words: str, folder: Path, encoding: str = "utf-8", site: str = SITE, hooks: Path = HOOKS
) -> subprocess.CompletedProcess[str]:
    """Where `site` is empty, the environment has no address."""
    settings = {"PYTHONIOENCODING": encoding, "PYTHONDONTWRITEBYTECODE": "1"} | (
        {"GUIDE_SITE_URL": site} if site else {}
    )
    inherited = {name: value for name, value in os.environ.items() if name != "GUIDE_SITE_URL"}
    return subprocess.run(
        [sys.executable, "-W", "error", str(hooks), "check", *words],
        cwd=folder,
        env={**inherited, **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def broken(data: Path) -> Path:
    """A data folder with two problems, one of them in a file whose name means something to GitHub."""
    (data / "a,b.yml").write_text("", "utf-8")
    path = data / "routines" / "evening-legs.yml"
    path.write_text(path.read_text("utf-8").replace("rounds: 2", "rounds: nö"), "utf-8")
    return data


def test_nothing_to_report_is_status_0(data: Path) -> None:
    run = _check(folder=data.parent)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.split("\n")[0] == FINE


@pytest.mark.parametrize(("where", "argument"), [("..", "data"), (".", "."), ("routines", "../../data")])
def test_problems_are_status_1_and_named_alike_from_everywhere(where: str, argument: str, broken: Path) -> None:
    run = _check(argument, folder=broken / where)
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.splitlines()[:6] == [
        "data/a,b.yml:1:1: nothing reads this file: name it <id>.yml in exercises or routines, or take it out of data.",
        "data/routines/evening-legs.yml:18:17: rounds must be a whole number: "
        "write digits only, without quotes, unit or a zero in front, from 1 to 10.",
        "    18 |         rounds: nö",
        "       |                 ^",
        "       https://check.test/fields/#block-rounds",
        "2 problems found.",
    ]


def test_problems_as_annotations(broken: Path) -> None:
    run = _check("--format", "github", folder=broken.parent)
    assert (run.returncode, run.stderr) == (1, "")
    first, second, *others = run.stdout.splitlines()
    assert first.startswith("::error file=data/a%2Cb.yml,line=1,col=1,title=data::nothing reads this file: ")
    assert second.startswith("::error file=data/routines/evening-legs.yml,line=18,col=17,title=block rounds::rounds ")
    assert "2 problems found." in others


def test_problems_as_json(broken: Path) -> None:
    run = _check("--format", "json", folder=broken.parent)
    assert (run.returncode, run.stderr) == (1, "")
    document = json.loads(run.stdout)
    assert [each["path"] for each in document["problems"]] == ["data/a,b.yml", "data/routines/evening-legs.yml"]
    assert document["problems"][1]["source"] == "        rounds: nö"


def test_nothing_to_report_as_json_is_json_too(data: Path) -> None:
    run = _check("--format", "json", folder=data.parent)
    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["count"] == 0


def test_many_problems_are_cut_unless_all_are_asked_for(data: Path) -> None:
    for number in range(60):
        (data / f"{number:02}.txt").touch()
    assert "60 problems found. 50 are shown above; --all shows" in _check(folder=data.parent).stdout
    run = _check("--all", folder=data.parent)
    assert "data/59.txt:1:1: " in run.stdout
    assert "60 problems found." in run.stdout.splitlines()


def test_files_that_make_fix_would_change_are_named_and_no_problem(data: Path) -> None:
    subprocess.run([sys.executable, str(HOOKS), "fix", str(data)], check=True, capture_output=True)
    assert "make fix" not in _check(folder=data.parent).stdout
    path = data / "patterns.yml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    run = _check(folder=data.parent)
    assert run.returncode == 0
    assert run.stdout.splitlines()[0] == FINE
    assert "Note: make fix would change the layout of data/patterns.yml. That is no problem." in run.stdout.splitlines()
    github = _check("--format", "github", folder=data.parent)
    assert github.returncode == 0
    assert "::notice file=data/patterns.yml,line=1,col=1,title=layout::" in github.stdout


@pytest.mark.parametrize(("site", "line"), [
    ("https://legs.test/", "https://legs.test/fields/#block-rounds"),
    ("https://leg-strength.example/", "rounds: How often the items are gone through."),
    (None, "rounds: How often the items are gone through."),
])  # fmt: skip
def test_the_address_is_that_of_the_settings_where_they_have_a_real_one(
    site: str | None, line: str, broken: Path
) -> None:
    copy = broken.parent / "project"
    (copy / "hooks").mkdir(parents=True)
    (copy / "hooks" / "guide").symlink_to(HOOKS / "guide")
    (copy / "hooks" / "__main__.py").write_bytes((HOOKS / "__main__.py").read_bytes())
    if site:
        settings = (HOOKS.parent / "mkdocs.yml").read_text("utf-8")
        settings = re.sub(r"(?m)^site_url: .*$", f'site_url: !ENV [GUIDE_SITE_URL, "{site}"]', settings)
        (copy / "mkdocs.yml").write_text(settings, "utf-8")
    run = _check(folder=broken.parent, site="", hooks=copy / "hooks")
    assert f"       {line}" in run.stdout.splitlines()


def test_one_file_is_reported_alone_and_the_problems_of_others_are_counted(broken: Path) -> None:
    run = _check("--file", "data/routines/evening-legs.yml", folder=broken.parent)
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.startswith("data/routines/evening-legs.yml:18:17: ")
    assert "1 problem found.\nOther files have 1 more: make check shows them.\n" in run.stdout
    fine = _check("--file", "exercises/heel-lift.yml", ".", folder=broken)
    assert fine.returncode == 0
    assert fine.stdout.startswith(
        "data/exercises/heel-lift.yml: no problem found.\nOther files have 2 more: make check shows them.\n"
    )


def test_inserts_of_pages_are_checked_in_the_same_run_as_the_data(broken: Path) -> None:
    (broken.parent / "docs").mkdir()
    (broken.parent / "docs" / "page.md").write_text("<!-- insert: frame side-hop 99 -->\n", "utf-8")
    (broken.parent / "CONTRIBUTING.md").write_text("\n  <!-- insert: blank exercises -->\n", "utf-8")
    run = _check(folder=broken.parent)
    assert run.returncode == 1
    assert "CONTRIBUTING.md:2:3: there is nothing to insert called 'blank exercises'" in run.stdout
    assert "docs/page.md:1:1: 'side-hop' has no frame 99: write a number from 1 to" in run.stdout
    assert "4 problems found." in run.stdout


def test_a_muscle_that_cannot_be_drawn_is_a_note_at_its_line(data: Path) -> None:
    run = _check("--format", "github", folder=data.parent)
    assert run.returncode == 0
    assert "::notice file=data/muscles.yml,line=1,col=7,title=note::'thighs' does not say where it lies" in run.stdout


def test_letters_that_the_console_lacks_do_not_hide_the_report(data: Path) -> None:
    (data / "עקב.yml").write_text("", "utf-8")
    run = _check(folder=data.parent, encoding="ascii")
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.startswith(r"data/\u05e2\u05e7\u05d1.yml:1:1: nothing reads this file")


@pytest.mark.parametrize(
    "words", [["elsewhere"], ["data/muscles.yml"], ["--format", "html"], ["data", "data"], ["--file", "data/no.yml"]]
)
def test_a_command_that_makes_no_sense_is_status_2(words: list[str], data: Path) -> None:
    run = _check(*words, folder=data.parent)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("usage: python hooks check")


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
def test_a_reader_who_has_seen_enough_is_no_trouble(broken: Path) -> None:
    nobody_reads, pipe = os.pipe()
    os.close(nobody_reads)
    with os.fdopen(pipe, "wb") as closed:
        run = subprocess.run(
            [sys.executable, HOOKS, "check"], cwd=broken.parent, stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert (run.returncode, run.stderr) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_data_folder_that_is_a_link_is_refused_as_a_build_refuses_it(data: Path) -> None:
    (data.parent / "elsewhere").symlink_to(data)
    run = _check("elsewhere", folder=data.parent)
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.startswith("elsewhere:1:1: ")
