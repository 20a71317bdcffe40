"""Many problems as text, as annotations for GitHub and as JSON; the first in full, the others counted. Finds none.

The JSON is one object: `problems`, each with `path`, `line`, `column`, `message`, `remedy`, `kind`, `reference` (an
address, or null), `explanation` (of the field, or null) and `source` (the line, or null); `count` of all problems and
`shown`, how many of them are listed; `kinds` and `files`, each with `kind` or `path` and `count`, the most frequent
first; `elsewhere`, how many problems other files have where one file was asked for; `layout`, the paths of the first
files that `make fix` would change; and `notes`, of what is no problem. More keys may come; none of these changes its
meaning.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, groupby, islice
from urllib.parse import urlsplit

from guide.problems.excerpt import excerpt
from guide.problems.problem import Problem, one_line

FIRST = 50
"""How many problems are shown in full."""
FIRST_OF_A_FILE = 10
"""How many of one file, where others have problems too: a file that is half filled in does not bury them."""
LISTED = 20
"""How many kinds and files are listed in a text."""

Lines = Callable[[str, int], str | None]
"""The line of a file, by its path and number, where it can be shown."""


@dataclass(frozen=True)
class Report:
    """What a check found."""

    problems: Sequence[Problem]
    """Sorted, each once."""
    lines: Lines = lambda path, number: None
    """Where the lines come from that are shown."""
    site: str = ""
    """The site's address, for links to its field reference; without a published one, fields are explained in words."""
    layout: Sequence[str] = ()
    """Files that `make fix` would change."""
    shown: int | None = FIRST
    """How many problems are shown in full; None for all."""
    notes: Sequence[Problem] = ()
    """What is no problem, and good to know."""
    elsewhere: int = 0
    """How many problems other files have, where one file was asked for."""

    @cached_property
    def kinds(self) -> list[tuple[str, int]]:
        """How many problems there are of each kind, the most frequent first, and then by name."""
        return Counter(sorted(problem.kind for problem in self.problems)).most_common()

    @cached_property
    def files(self) -> list[tuple[str, int]]:
        """How many problems each file has."""
        return Counter(sorted(one_line(problem.path) for problem in self.problems)).most_common()

    @cached_property
    def first(self) -> Sequence[Problem]:
        """The problems that are shown in full."""
        if self.shown is None or len(self.files) < 2:
            return self.problems[: self.shown]
        by_file = groupby(self.problems, key=lambda problem: problem.path)
        heads = (islice(problems, FIRST_OF_A_FILE) for _, problems in by_file)
        return tuple(islice(chain.from_iterable(heads), self.shown))

    def address(self, problem: Problem) -> str:
        """Where the field reference explains the field; empty where no field is concerned, or no site is published."""
        is_published = self.site and not (urlsplit(self.site).hostname or "").endswith(".example")
        return f"{self.site.rstrip('/')}/fields/#{problem.reference}" if is_published and problem.reference else ""

    def help(self, problem: Problem) -> str:
        """The address, or else what belongs into the field, unless the remedy says it already."""
        said = problem.explanation.splitlines()[0].rstrip(".") if problem.explanation else ""
        is_told = said.removesuffix("; or none") in problem.hint
        name = problem.reference.rpartition("-")[2]
        return self.address(problem) or ("" if is_told else one_line(f"{name}: {said}."))


def of_file(found: Report, path: str) -> Report:
    """The report on one file alone, which counts the problems of others."""
    own = tuple(problem for problem in found.problems if problem.path == path)
    notes = tuple(note for note in found.notes if note.path == path)
    layout = tuple(name for name in found.layout if name == path)
    return replace(found, problems=own, notes=notes, layout=layout, elsewhere=len(found.problems) - len(own))


def report(
    problems: Iterable[Problem], lines: Lines = lambda path, number: None, *, site: str = "", shown: int | None = FIRST
) -> str:
    """Problems as text."""
    return as_text(Report(sorted(set(problems)), lines, site, shown=shown))


def as_text(found: Report) -> str:
    """Every problem with its line and what explains it; then how many there are."""
    blocks = [_block(problem, found) for problem in found.first]
    return "\n".join([*blocks, *_counts(found), *_notes(found)])


def as_annotations(found: Report) -> str:
    """Workflow commands that make GitHub show problems at their lines, and all as text: it shows only the first ten."""
    commands = [_annotation(problem, found) for problem in found.first]
    notices = (_command("notice", each, 1, 1, "layout", LAYOUT) for each in islice(found.layout, LISTED))
    notes = (_command("notice", note.path, note.line, note.column, "note", note.sentence) for note in found.notes)
    return "\n".join([*commands, *notices, *notes, as_text(found)])


def as_json(found: Report) -> str:
    """One JSON object; see above."""
    document = {
        "problems": [_object(problem, found) for problem in found.first],
        "count": len(found.problems),
        "shown": len(found.first),
        "kinds": [{"kind": kind, "count": count} for kind, count in found.kinds],
        "files": [{"path": path, "count": count} for path, count in found.files],
        "elsewhere": found.elsewhere,
        "layout": [one_line(each) for each in found.layout],
        "notes": [str(note) for note in found.notes],
    }
    return json.dumps(document, indent=2)


LAYOUT = "This file is not in the common layout: run make fix, or leave it to whoever merges it."


def _block(problem: Problem, found: Report) -> str:
    line = found.lines(problem.path, problem.line)
    lines = [str(problem)]
    if line is not None and problem.column <= len(line) + 1:
        lines += excerpt(line, problem.line, problem.column).split("\n")
    if help_ := found.help(problem):
        lines.append(f"       {help_}")
    return "\n".join(lines)


def _counts(found: Report) -> Iterator[str]:
    count = "1 problem found." if len(found.problems) == 1 else f"{len(found.problems)} problems found."
    if len(found.first) < len(found.problems):
        shown = f"{len(found.first)} are shown above; --all shows every one, make check file=… those of a file."
        yield from ("", f"{count} {shown}")
        yield from _table("By kind:", found.kinds)
        yield from _table(f"By file, of {len(found.files)}:", found.files)
    elif found.problems:
        yield count
    if found.elsewhere:
        yield f"Other files have {found.elsewhere} more: make check shows them."


def _table(heading: str, counts: Sequence[tuple[str, int]]) -> Iterator[str]:
    yield from ("", heading, *(f"{count:>7}  {name}" for name, count in counts[:LISTED]))
    if len(counts) > LISTED:
        yield f"{sum(count for _, count in counts[LISTED:]):>7}  others"


def _notes(found: Report) -> Iterator[str]:
    yield from (f"Note: {note}" for note in found.notes)
    if found.layout:
        names = ", ".join(map(one_line, found.layout[:LISTED])) + " and others" * (len(found.layout) > LISTED)
        yield f"Note: make fix would change the layout of {names}. That is no problem."


def _annotation(problem: Problem, found: Report) -> str:
    title = problem.reference.replace("-", " ") or "data"
    message = "\n".join(filter(None, (problem.sentence, found.help(problem))))
    return _command("error", problem.path, problem.line, problem.column, title, message)


def _command(level: str, path: str, line: int, column: int, title: str, message: str) -> str:
    place = f"file={one_line(_escape(path, ',:'))},line={line},col={column},title={_escape(title, ',:')}"
    return f"::{level} {place}::{_escape(message)}"


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _object(problem: Problem, found: Report) -> dict[str, str | int | None]:
    line = found.lines(problem.path, problem.line)
    return {
        "path": one_line(problem.path),
        "line": problem.line,
        "column": problem.column,
        "message": one_line(problem.message),
        "remedy": one_line(problem.hint),
        "kind": problem.kind,
        "reference": found.address(problem) or None,
        "explanation": one_line(problem.explanation) or None,
        "source": None if line is None else one_line(line[:1000]),
    }
