"""Muscles that the drawn body does not have: notes for whoever adds one, no problems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.figure.muscles import MUSCLES
from guide.problems.problem import Problem, quoted
from guide.reading.data_files import content
from guide.reading.yaml_source import LARGEST_FILE, read


def undrawn_muscles(folder: Path) -> Iterator[Problem]:
    """Muscles of the data folder that the drawn body does not have: no mistake, but no drawing shows them."""
    path = folder / "muscles.yml"
    data = content(path, path.name, most=LARGEST_FILE)
    node = read(data, path.name)[0] if isinstance(data, bytes) else None
    for muscle in node.items() if node else ():
        written = muscle.get("id")
        if written and isinstance(written.content, str) and written.content not in MUSCLES:
            message = f"the drawn body has no muscle {quoted(written.content)}, so no drawing shows it"
            hint = "leave it so, or say in hooks/guide/figure/muscles.py where it lies"
            yield Problem(f"{folder.name}/{path.name}", written.line, written.column, message, hint)
