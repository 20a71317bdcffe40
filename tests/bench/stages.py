"""Where the time of one build goes: `make profile` for the real data, `make profile sizes="100 1000"` for more."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from bench.measure import Run, run
from bench.projects import PRINTED, PROJECT, environment, forget, project_with
from bench.sampled import OWN

LIMIT = 3600.0  # seconds; the first build also prints every PDF
Stages = Mapping[str, tuple[float, float]]
"""Wall and processor seconds of each stage."""


def build(folder: Path, project: Path, *, limit: float = LIMIT) -> Run:
    """An ordinary build of a project folder, as `make site` does it."""
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict")
    return run(command, folder, limit, environment(project))


def stages_of(folder: Path, project: Path) -> Stages:
    """One more build of it, with its time by stage."""
    report = folder / ".stages.json"
    command = (sys.executable, "-m", "bench.sampled", str(report), "--quiet", "--strict")
    done = run(command, folder, LIMIT, environment(project))
    if done.failure:
        raise RuntimeError(f"{folder} does not build: {done.failure}")
    return {name: (wall, cpu) for name, (wall, cpu) in json.loads(report.read_text("utf-8")).items()}


def rows(stages: Stages) -> list[str]:
    """The table, the longest stage first, and what our own work comes to."""
    whole = sum(wall for wall, _ in stages.values()), sum(cpu for _, cpu in stages.values())
    own = sum(stages.get(each, (0.0, 0.0))[0] for each in OWN), sum(stages.get(each, (0.0, 0.0))[1] for each in OWN)
    named = [*sorted(stages.items(), key=lambda each: -each[1][1]), ("**our own work**", own), ("whole build", whole)]
    return [
        "| stage | wall s | share | CPU s | share |",
        "| --- | --: | --: | --: | --: |",
        *(
            f"| {name} | {wall:.2f} | {wall / whole[0]:.1%} | {cpu:.2f} | {cpu / whole[1]:.1%} |"
            for name, (wall, cpu) in named
        ),
        "",
        f"Our own work is: {', '.join(OWN)}.",
    ]


def main() -> int:
    """0 where every build was measured."""
    parser = argparse.ArgumentParser(description="Print where the time of one build goes.")
    parser.add_argument("sizes", nargs="*", type=int, default=[14], help="numbers of exercises (default: 14)")
    parser.add_argument("--project", type=Path, default=PROJECT, help="the checkout to build (default: this one)")
    parser.add_argument("--again", action="store_true", help="keep all that the build before has kept, not PDFs only")
    parser.add_argument("--from-nothing", action="store_true", help="keep nothing, so that PDFs are printed too")
    options = parser.parse_args()
    project = options.project.resolve()
    for size in options.sizes:
        folder = project_with(size, project)
        if options.from_nothing:
            shutil.rmtree(folder / ".cache", ignore_errors=True)
        elif failure := build(folder, project).failure:
            print(f"{size}: {failure}", file=sys.stderr)  # noqa: T201
            return 1
        if not options.again:
            forget(folder, but=PRINTED)
        print(f"\n{size} exercises\n", *rows(stages_of(folder, project)), sep="\n", flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
