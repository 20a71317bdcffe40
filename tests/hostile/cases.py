"""The hostile and broken files of this folder: what each holds, where it is put, and what must be said about it.

`printed.yml` has texts that are accepted, each by its name, and `extra.yml` the exercise that they are put into. A case
in a table, any other `*.yml`, has a `name` and, where that does not say it, what it `tries`. What the file holds is one
of `text`; `hex`, bytes that are no text; `line`, which replaces the same field in `extra.yml`, or the first of this
name in the file of tests/small that the case is about; or `recipe`: a `start`, then `again` as many `times` as it says,
then an `end`, for what is too large to be kept, `in_line` where that makes such a line. In `again`, `<n>` is the number
of the time, `<next>` the one after, `<indent>` as many spaces. `file` is where it lies in the data folder,
exercises/extra.yml where nothing is said. `refused` is what is said about it, the whole report, without the name of the
file in front; `problems` how many lines that has where `refused` holds the first only. `accepted` means that the guide
loads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

HERE = Path(__file__).parent
SMALL = HERE.parent / "small"
EXTRA = (HERE / "extra.yml").read_text("utf-8")
TABLES = tuple(sorted(path for path in HERE.glob("*.yml") if path.stem not in {"extra", "printed"}))
PRINTED: dict[str, str] = yaml.safe_load((HERE / "printed.yml").read_text("utf-8"))


class Recipe(BaseModel):
    """How a large file is made."""

    model_config = ConfigDict(extra="forbid", strict=True)

    start: str = ""
    again: str = ""
    times: int = 0
    end: str = ""
    in_line: bool = False

    def made(self) -> str:
        return self.start + "".join(map(self._turn, range(1, self.times + 1))) + self.end

    def _turn(self, number: int) -> str:
        if "<" not in self.again:
            return self.again
        text = self.again.replace("<n>", str(number)).replace("<next>", str(number + 1))
        return text.replace("<indent>", " " * number)


def _from_hex(value: object) -> object:
    return bytes.fromhex(value) if isinstance(value, str) else value


class Case(BaseModel):
    """One file; see above."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str
    tries: str = ""
    file: str = "exercises/extra.yml"
    text: str | None = None
    hex: Annotated[bytes | None, BeforeValidator(_from_hex)] = None
    line: str | None = None
    recipe: Recipe | None = None
    accepted: bool = False
    refused: tuple[str, ...] = ()
    problems: int | None = None

    @property
    def content(self) -> bytes:
        """What the file holds."""
        if self.hex is not None:
            return self.hex
        made = self.recipe.made() if self.recipe else ""
        line = made if self.recipe and self.recipe.in_line else self.line
        return (_with_line(self.file, line) if line else made or self.text or "").encode()

    @property
    def expected(self) -> list[str]:
        """The first lines of the report."""
        return [f"data/{self.file}:{line}" if line[:1].isdigit() else line for line in self.refused]

    def answered(self, lines: list[str]) -> Case:
        """The same case with this report; of a long one its first lines, as before."""
        here = [line.removeprefix(f"data/{self.file}:") for line in lines]
        if self.problems:
            return self.model_copy(update={"problems": len(here), "refused": tuple(here[: len(self.refused)])})
        return self.model_copy(update={"accepted": not here, "refused": tuple(here)})

    @property
    def lines_of(self) -> str:
        """What is expected, as the table has it."""
        if self.accepted:
            return "  accepted: true\n"
        count = f"  problems: {self.problems}\n" if self.problems else ""
        lines = "".join(f"    - {json.dumps(line, ensure_ascii=False)}\n" for line in self.refused)
        return f"{count}  refused:\n{lines}"


@dataclass(frozen=True)
class Table:
    """The cases of one file."""

    path: Path

    @property
    def lines_of(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = yaml.safe_load(self.path.read_text("utf-8"))
        return found

    @property
    def cases(self) -> Iterator[Case]:
        for each in self.lines_of:
            refused = each.get("refused", [])
            assert isinstance(refused, list)
            yield Case.model_validate({**each, "refused": tuple(refused), "name": f"{self.path.stem}/{each['name']}"})

    def rewritten(self, cases: list[Case]) -> str:
        """The table's text with what these cases expect."""
        head, *blocks = self.path.read_text("utf-8").split("\n- name: ")
        kept = (re.split(r"^  (?:problems|accepted|refused):", block, maxsplit=1, flags=re.M)[0] for block in blocks)
        return "\n- name: ".join([head, *(f"{start}{case.lines_of}" for start, case in zip(kept, cases, strict=True))])


def all_cases() -> list[Case]:
    """Every case of every table, and every text that is printed."""
    tables = (case for path in TABLES for case in Table(path).cases)
    return [*tables, *(_accepted(name, text) for name, text in PRINTED.items())]


def _accepted(name: str, text: str) -> Case:
    line = f"summary: {json.dumps(text, ensure_ascii=False)}"
    return Case(name=f"printed/{name}", line=line, accepted=True)


def _with_line(file: str, line: str) -> str:
    """The valid file with this line in place of the field's, and of all that belongs to it."""
    field = line.partition(":")[0]
    text = (SMALL / file).read_text("utf-8") if file.count("/") == 0 else EXTRA
    deeper = " " * (len(field) - len(field.lstrip()) + 1)
    whole = re.compile(rf"^{re.escape(field)}:.*\n(?:{deeper}.*\n)*", re.MULTILINE)
    changed, count = whole.subn(lambda _: f"{line}\n", text, count=1)
    assert count, f"{file} has no field {field}"
    return changed
