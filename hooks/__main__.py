"""`python hooks check`, `python hooks fix` …: runs the command line of that name in `guide.commands`."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module

from guide.commands import COMMANDS
from guide.problems.system_error import sentence


def main() -> int:
    """The exit status of the command; 2 where there is none of that name."""
    name, *_ = (*sys.argv[1:], "")
    if name not in COMMANDS:
        print(f"say what to do: python hooks {' | '.join(COMMANDS)}", file=sys.stderr)
        return 2
    sys.argv = [f"python hooks {name}", *sys.argv[2:]]
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console that lacks a letter still shows the rest
    try:
        status: int = import_module(f"guide.commands.{name}").main()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output, such as head, has seen enough
        return _say_no_more()
    except OSError as error:
        print(sentence(error), file=sys.stderr)
        return _say_no_more()
    return status


def _say_no_more() -> int:
    """What could not be printed would fail once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


if __name__ == "__main__":
    sys.exit(main())
