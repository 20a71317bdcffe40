"""Puts data files into the common layout: `python hooks fix`. The command line over `guide.layout`.

Only the form changes: order of fields, quotes, indentation, line ends. What cannot be read is left as it is, and told.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from guide.disk_cache import write_whole
from guide.formatting import lay_out
from guide.model.kinds import kind_of
from guide.problems.problem import Problem, one_line
from guide.problems.report import report
from guide.reading.data_files import content, everything, line_at
from guide.reading.yaml_source import LARGEST_FILE
from guide.wording.words import plural


def main() -> int:
    """0 where every file is in the common layout now, 1 where some had to be left, 2 where the command is wrong."""
    folder = _folder()
    refused: list[Problem] = []
    changed = 0
    paths = sorted(path for path in everything(folder) if kind_of(path.relative_to(folder).as_posix()))
    for path in paths:
        label = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        result = _fix(path, label)
        if isinstance(result, tuple):
            refused.extend(result)
        elif result:
            changed += 1
            print(f"{one_line(label)}: laid out anew.")
    if refused:
        print(report(refused, partial(line_at, folder)))
        print("Files with problems were left as they are.")
    print(f"{plural(len(paths), 'file')}, {changed} changed.")
    return 1 if refused else 0


def _folder() -> Path:
    parser = argparse.ArgumentParser(description="Put data files into the common layout.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data"), help="the data folder (default: data)")
    folder: Path = parser.parse_args().folder
    if not folder.is_dir():
        parser.error(f"there is no folder {folder}")
    return folder.resolve()


def _fix(path: Path, label: str) -> bool | tuple[Problem, ...]:
    """Whether the file had to be changed, or why it is left alone."""
    data = content(path, label, most=LARGEST_FILE + 1)
    if isinstance(data, Problem):
        return (data,)
    text = lay_out(data, label)
    if not isinstance(text, str):
        return text
    if text.encode("utf-8") == data:
        return False
    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        return (Problem(label, 1, 1, f"the file cannot be written ({reason})", "give yourself the right to write it"),)
    return True
