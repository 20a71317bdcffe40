"""The configuration for pre-commit: it is one, it downloads nothing, and each of its commands runs."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
(REPOSITORY,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
HOOKS = {hook["id"]: hook for hook in REPOSITORY["hooks"]}
PATHS = ("data/exercises/squat.yml", "data/muscles.yml")


def test_nothing_is_downloaded() -> None:
    assert REPOSITORY["repo"] == "local"
    assert {hook["language"] for hook in HOOKS.values()} == {"system"}


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_is_complete_and_looks_at_the_data(hook: dict[str, object]) -> None:
    assert {"id", "name", "language", "entry"} <= hook.keys()
    assert hook["pass_filenames"] is False
    assert all(re.search(str(hook["files"]), path) for path in PATHS)
    assert not re.search(str(hook["files"]), "README.md")


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_the_command_is_a_task_of_the_makefile(hook: dict[str, object]) -> None:
    command = shlex.split(str(hook["entry"]))
    shown = subprocess.run([*command, "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert f"hooks/{hook['id']}.py" in shown


def test_checking_runs() -> None:
    run = subprocess.run(shlex.split(HOOKS["check"]["entry"]), cwd=ROOT, capture_output=True, text=True, check=False)
    assert "no problem found" in run.stdout
    assert run.returncode == 0
