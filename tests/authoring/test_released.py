"""Ids are forever: the list of those that were released, the command that adds to it, and the guard of the list."""

from __future__ import annotations

import subprocess
from pathlib import Path

from guide.model import Guide, Released
from guide.model.address import PAGED
from guide.pages.outputs import outputs
from guide.problems.problem import Problem
from guide.reading.load import load
from site_build import PROJECT, run


def test_the_list_knows_every_kind_that_has_a_page_for_each_entry(small_guide: Guide) -> None:
    addresses = {output.address for output in outputs(small_guide) if output.address.count("/") == 2}
    listed = {f"{folder}/{entry}/" for kind, folder in PAGED.items() for entry in small_guide.entries(kind)}
    assert {address for address in addresses if not address.startswith("evidence/")} == listed
    assert set(Released.model_fields) == set(PAGED)


def test_new_ids_are_added_in_their_places_and_none_is_taken_out(data: Path) -> None:
    _write(
        data, exercises="[toe-rise, side-hop]", routines="[]", muscles="[calves]", equipment="[wall]", regions="[knee]"
    )
    result = run(data.parent, str(PROJECT / "hooks"), "release", "data")
    assert result.returncode == 0, result.stdout
    assert (data / "released.yml").read_text("utf-8") == (
        "# Kept.\n# Also kept.\n\n"
        "exercises:\n  - heel-lift\n  - side-hop\n  - toe-rise\n  - wall-hold\n\n"
        "routines:\n  - evening-legs\n\n"
        "muscles:\n  - calves\n  - thighs\n\n"
        "equipment:\n  - wall\n  - weight\n\n"
        "regions:\n  - back-of-knee\n  - bone\n  - knee\n"
    )
    assert result.stdout.splitlines() == [
        "exercises/heel-lift is released.", "exercises/wall-hold is released.", "routines/evening-legs is released.",
        "muscles/thighs is released.", "equipment/weight is released.",
        "when-something-hurts/back-of-knee is released.", "when-something-hurts/bone is released.",
        "data/released.yml is complete.",
    ]  # fmt: skip
    again = run(data.parent, str(PROJECT / "hooks"), "release")
    assert again.stdout == "data/released.yml is complete.\n"


def test_nothing_is_released_while_the_data_has_problems(data: Path) -> None:
    _write(data, exercises="[side-step]", routines="[]", muscles="[]", equipment="[]", regions="[]")
    before = (data / "released.yml").read_bytes()
    result = run(data.parent, str(PROJECT / "hooks"), "release")
    assert result.returncode == 1
    assert result.stdout.startswith("data/released.yml:3:13: 'exercises/side-step' was released and is gone")
    assert (data / "released.yml").read_bytes() == before


def test_a_list_that_cannot_be_read_makes_no_further_problems(data: Path) -> None:
    (data / "redirects.yml").write_text("- {old: exercises/toe-rise", "utf-8")
    _write(data, exercises="[toe-rise]", routines="[]", muscles="[]", equipment="[]", regions="[]")
    assert {problem.path for problem in _problems(data)} == {"data/redirects.yml"}


def test_a_redirect_with_a_mistake_is_told_once(data: Path) -> None:
    (data / "redirects.yml").write_text("- old: exercises/toe-rise\n  new: 7\n", "utf-8")
    _write(data, exercises="[toe-rise]", routines="[]", muscles="[]", equipment="[]", regions="[]")
    assert [(problem.path, problem.line) for problem in _problems(data)] == [("data/redirects.yml", 2)]


def test_an_id_that_was_taken_out_of_the_list_is_noticed(data: Path) -> None:
    _commit(data.parent)
    _write(
        data,
        exercises="[heel-lift]",
        routines="[evening-legs]",
        muscles="[calves, thighs]",
        equipment="[wall, weight]",
        regions="[back-of-knee, bone, knee]",
    )
    command = str(PROJECT / "hooks"), "release"
    result = run(data.parent, *command, "--since", "HEAD")
    assert result.returncode == 1
    assert result.stdout.splitlines()[:2] == [
        f"data/released.yml:1:1: 'exercises/{each}' was in this list and is not any more: put it back: ids are only "
        "ever added; where the entry is gone, write a redirect."
        for each in ("side-hop", "wall-hold")
    ]


def test_a_first_list_and_one_from_before_a_kind_was_added_are_read_all_the_same(data: Path) -> None:
    command = (str(PROJECT / "hooks"), "release", "--since", "HEAD")
    complete = (data / "released.yml").read_text("utf-8")
    (data / "released.yml").unlink()
    _commit(data.parent)
    (data / "released.yml").write_text(complete, "utf-8")
    first = run(data.parent, *command)
    assert (first.returncode, first.stdout.count("nothing can be missing")) == (0, 1)
    _commit(data.parent)
    assert run(data.parent, *command).stdout == "data/released.yml has all that it had in HEAD.\n"
    (data / "released.yml").write_text("exercises: [heel-lift, leg-lift]\nroutines: []\n", "utf-8")
    _commit(data.parent)
    (data / "released.yml").write_text(complete, "utf-8")
    result = run(data.parent, *command)
    assert result.returncode == 1
    assert "'exercises/leg-lift' was in this list and is not any more" in result.stdout


def test_a_version_that_git_does_not_have_proves_nothing(data: Path) -> None:
    """In a clone with only the newest commit there is none before it; that must not look like a list that only grew."""
    _commit(data.parent)
    command = str(PROJECT / "hooks"), "release"
    for name in ("HEAD^1", "mian", "--output=x"):
        result = run(data.parent, *command, f"--since={name}")
        assert result.returncode == 2
        assert result.stdout.startswith(f"git knows no version called {name!r}: name a commit")


def _write(data: Path, **groups: str) -> None:
    lines = (f"{kind}: {ids}\n" for kind, ids in groups.items())
    (data / "released.yml").write_text("# Kept.\n# Also kept.\n" + "".join(lines), "utf-8")


def _commit(folder: Path) -> None:
    user = ("-c", "user.name=A", "-c", "user.email=a@runner.example")
    for arguments in (("init", "-q"), ("add", "."), (*user, "commit", "-q", "-m", "A state")):
        subprocess.run(("git", *arguments), cwd=folder, check=True, capture_output=True)


def _problems(data: Path) -> tuple[Problem, ...]:
    result = load(data)
    return () if isinstance(result, Guide) else result
