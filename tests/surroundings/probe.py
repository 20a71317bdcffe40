"""A hook that tells what a build could see of the machine, and writes what no build may: the hour, into the site."""

from __future__ import annotations

import getpass
import json
import locale
import os
import tempfile
import time
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """`planted.txt` in the site, `surroundings.json` beside it."""
    project = Path(config.config_file_path).parent
    (Path(config.site_dir) / "planted.txt").write_text(datetime.now().isoformat(), "utf-8")
    (project / "surroundings.json").write_text(json.dumps(_surroundings(project)), "utf-8")


def _surroundings(project: Path) -> dict[str, object]:
    umask = os.umask(0)
    os.umask(umask)
    return {
        "moment": datetime.now().isoformat(),
        "day": date.today().isoformat(),
        "clock": time.time(),
        "year": time.strftime("%Y", time.localtime()),
        "zone": time.tzname[0],
        "language": locale.setlocale(locale.LC_ALL, ""),
        "encoding": locale.getpreferredencoding(False),
        "hash": hash("squat"),
        "listing": [path.name for path in (project / "data").iterdir()],
        "scan": [each.name for each in os.scandir(project / "data")],
        "walk": next(os.walk(project / "data"))[2],
        "glob": [path.name for path in (project / "data").glob("*.yml")],
        "written": (project / "mkdocs.yml").stat().st_mtime,
        "folder": str(Path.cwd()),
        "home": str(Path.home()),
        "temporary": tempfile.gettempdir(),
        "user": getpass.getuser(),
        "umask": umask,
        "processors": os.cpu_count(),
    }
