"""The configuration for pre-commit: it downloads nothing, looks at the data, its commands are tasks of the Makefile."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
PATHS = ("data/exercises/squat.yml", "data/muscles.yml")


def test_each_hook_is_a_task_of_the_makefile_for_the_data() -> None:
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    tasks = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert repository["repo"] == "local"
    for hook in repository["hooks"]:
        assert hook["entry"].removeprefix("make ") in tasks
        assert (hook["language"], hook["pass_filenames"]) == ("system", False)
        assert [bool(re.search(hook["files"], path)) for path in (*PATHS, "README.md")] == [True, True, False]
