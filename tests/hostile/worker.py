"""Checks data folders under limits: for each line of input, a folder, one line of JSON, the report or what went wrong.

Every folder is loaded by a child of its own with bounded memory and time, and the layout of its files looked at as by
`make check`, so that what grows or hangs fails, and fails alone. The limits are generous: no case comes near them.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
from pathlib import Path

from guide.formatting import is_laid_out
from guide.model import Guide
from guide.reading.load import load

MEMORY = 1 << 30
SECONDS = 20


def main() -> None:
    for line in sys.stdin:
        print(json.dumps(_loaded_apart(Path(json.loads(line)))), flush=True)  # noqa: T201


def _loaded_apart(folder: Path) -> object:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w", encoding="utf-8") as answer:
            answer.write(json.dumps(_loaded(folder)))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        text = answer.read()
    _, status = os.waitpid(child, 0)
    return json.loads(text) if text else f"ended with status {status}"


def _loaded(folder: Path) -> object:
    """The report in lines, none for a guide; a text for anything else."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        result = load(folder, is_laid_out)
    except BaseException:  # noqa: BLE001 (whatever it is, the test tells it)
        return traceback.format_exc()
    return [] if isinstance(result, Guide) else [[str(each), each.line, each.column] for each in result]


if __name__ == "__main__":
    main()
