"""Checks and draws the figure of one file: `python hooks draw data/exercises/squat.yml`. Reads no other exercise."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from pydantic import ValidationError

from guide.authoring.figure_page import figure_rows, findings_list, page
from guide.disk_cache import write_whole
from guide.figure import Subject, figure_findings
from guide.figure.drawn_body.subject import PLAIN
from guide.model import Muscle
from guide.model.exercise import MusclesWorked
from guide.model.figure import Figure
from guide.model.person import Person
from guide.problems.explain import explain
from guide.problems.node import Node
from guide.problems.problem import Problem
from guide.reading.data_files import content
from guide.reading.load import sound_entries
from guide.reading.yaml_source import LARGEST_FILE, read

PAGE = Path(".cache", "draw.html")
STYLES = Path(__file__).parents[3] / "docs" / "stylesheets" / "figure.css"


def main() -> int:
    """0 where it is drawn and sound, 1 where something is wrong with it, 2 where the command is."""
    options = _options()
    label = Path(os.path.relpath(options.file)).as_posix()
    figure, subject, problems = _read(options.file, label)
    print(*problems, sep="\n", end="\n" if problems else "")
    if figure is None:
        return 1
    if options.frame and options.frame > len(figure.frames):
        print(f"{label} has no frame {options.frame}: write a number from 1 to {len(figure.frames)}.")
        return 2
    drawn = figure_rows(figure, subject, frame=options.frame)
    css = STYLES.read_text("utf-8") if STYLES.is_file() else ""
    text = page(options.file.stem, drawn + findings_list(map(str, problems)), css=css)
    options.out.parent.mkdir(exist_ok=True, parents=True)
    write_whole(options.out, text.encode("utf-8"))
    print(f"The drawing is in {options.out.as_posix()}. Open it with a double click.")
    return 1 if problems else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check and draw the figure of one exercise, whatever else is wrong.")
    parser.add_argument("file", type=Path, help="the exercise, such as data/exercises/squat.yml")
    parser.add_argument("--frame", type=int, help="draw this key frame alone; the first is 1")
    parser.add_argument("--out", type=Path, default=PAGE, help=f"the page (default: {PAGE.as_posix()})")
    options = parser.parse_args()
    if not options.file.is_file():
        parser.error(f"there is no file {options.file}; name it as in data/exercises/squat.yml")
    if options.frame is not None and options.frame < 1:
        parser.error("the first frame is 1")
    return options


def _read(path: Path, label: str) -> tuple[Figure | None, Subject, tuple[Problem, ...]]:
    """The figure of the file, who is drawn with which muscles, and what is wrong, each at its place."""
    data = content(path, label, most=LARGEST_FILE + 1)
    node, problems = (None, (data,)) if isinstance(data, Problem) else read(data, label)
    if node is None or problems:
        return None, PLAIN, problems
    written = node.get("figure")
    if written is None:
        return None, PLAIN, (Problem(label, node.line, node.column, "this file has no figure", "add figure:"),)
    try:
        figure = Figure.model_validate(written.value)
    except ValidationError as error:
        return None, PLAIN, tuple(explain(error, Figure, written, label))
    found = (
        Problem(label, place.line, place.column, message, hint)
        for location, message, hint in figure_findings(figure)
        for place in [written.find(location)]
    )
    return figure, _subject(path.absolute().parents[1], figure, node.get("muscles")), tuple(sorted(set(found)))


def _subject(folder: Path, figure: Figure, muscles: Node | None) -> Subject:
    """The person and the muscles of the file, as far as they can be read."""
    entries = sound_entries(folder, (Muscle, Person))
    people = [each for each in entries if isinstance(each, Person)]
    person = next((each for each in people if each.id == figure.person), people[0] if people else PLAIN.person)
    try:
        worked = MusclesWorked.model_validate(muscles.value) if muscles else None
    except ValidationError:
        worked = None
    primary, secondary = (worked.primary, worked.secondary) if worked else ((), ())
    known = {each.id: each for each in entries if isinstance(each, Muscle)}
    return Subject(person, *(tuple(known[name] for name in names if name in known) for names in (primary, secondary)))
