"""What the system refuses is one sentence in every command and in a build, and what stood before still stands.

Tests may run as root, whom no permission binds. So a limit on the size of files stands for a full disk, and a file that
is where a folder is needed for one that may not be written.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide.problems.system_error import sentence
from site_build import build_environment, copy_project, files_in

resource = pytest.importorskip("resource", reason="this system cannot limit the size of files")
BUILD = ("-m", "mkdocs", "build", "--strict")
SENTENCE = re.compile(r"^(Error: nothing was published\. )?[^:\n]+(:1:1)?: [^:\n]+: [^:\n]+$", re.MULTILINE)
UNTIDY = b"\n\n"
WRITING = {
    "build": BUILD, "fix": ("hooks", "fix"), "new file": ("hooks", "new", "exercise=side-step"),
    "new entry": ("hooks", "new", "muscle=soleus-too"), "release": ("hooks", "release"),
    "review": ("hooks", "review", "--base=HEAD"), "stage": ("hooks", "stage"),
}  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with an earlier site, a file to lay out anew, and an id to release."""
    project = copy_project(tmp_path_factory.mktemp("full") / "guide")
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "x")):
        subprocess.run(("git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words), cwd=project, check=True)
    with (project / "data/exercises/squat.yml").open("ab") as file:
        file.write(UNTIDY)
    released = project / "data/released.yml"
    released.write_text(released.read_text("utf-8").replace("  - squat\n", "", 1), "utf-8")
    (project / "site").mkdir()
    (project / "site/sw.js").write_text("earlier", "utf-8")
    return project


@pytest.mark.parametrize("command", WRITING)
def test_a_full_disk_is_one_sentence_and_harms_nothing(command: str, project: Path) -> None:
    before = files_in(project)
    run = _run(project, *WRITING[command], largest=0)
    assert run.returncode == 1
    assert "Traceback" not in run.stdout
    assert SENTENCE.search(run.stdout), run.stdout
    assert files_in(project) == before


def test_a_disk_that_is_full_in_the_middle_of_a_build(project: Path) -> None:
    run = _run(project, *BUILD, largest=300_000)
    assert run.returncode == 1
    assert "Traceback" not in run.stdout
    assert SENTENCE.search(run.stdout), run.stdout
    assert files_in(project / "site") == {"sw.js": b"earlier"}
    assert not (project / ".site.build").exists()


@pytest.mark.parametrize(("words", "blocked"), [
    (BUILD, ".site.build"), (("hooks", "stage", "blocked/stage"), "blocked"),
    (("hooks", "review", "--base=HEAD"), ".cache"),
    (("hooks", "new", "exercise=side-step", "--folder=blocked"), "blocked"),
])  # fmt: skip
def test_a_file_where_a_folder_is_needed_is_one_sentence(words: tuple[str, ...], blocked: str, project: Path) -> None:
    shutil.rmtree(project / blocked, ignore_errors=True)
    (project / blocked).write_text("", "utf-8")
    run = _run(project, *words)
    (project / blocked).unlink()
    assert run.returncode in (1, 2)
    assert "Traceback" not in run.stdout
    assert blocked in run.stdout
    assert files_in(project / "site") == {"sw.js": b"earlier"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no file that is always full")
def test_what_cannot_be_printed_is_one_sentence(project: Path) -> None:
    command = (sys.executable, "hooks", "check")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(command, cwd=project, stdout=full, stderr=subprocess.PIPE, text=True)
    assert run.returncode == 1
    assert re.fullmatch(r"[^:\n]+: no space left on device: [^:\n]+\n", run.stderr)


def test_an_error_without_any_detail_is_a_sentence_too() -> None:
    assert SENTENCE.fullmatch(sentence(OSError()))
    assert "squat.yml: odd: " in sentence(OSError(9999, "Odd", "squat.yml"))


def _run(project: Path, *words: str, largest: int | None = None) -> subprocess.CompletedProcess[str]:
    """Python with these words, which can write no file of more bytes."""

    def limit() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    return subprocess.run(
        (sys.executable, *words),
        cwd=project,
        env={**build_environment(), "TMPDIR": os.fspath(project.parent)},
        preexec_fn=limit,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
