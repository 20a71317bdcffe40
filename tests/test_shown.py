"""A preview takes pages that an edit leaves as they are from the site that it shows, and no others."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from guide.shown import Shown
from site_build import build, copy_project, files_in, run

PREVIEW = '''
import json, pathlib, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config

project, outcome = pathlib.Path.cwd(), []
pages = {name: project / "site" / "exercises" / name / "index.html" for name in ("wall-sit", "skater-jump")}

def rebuilt(first=False):
    config = load_config(strict=True)
    if first:
        config.plugins.on_startup(command=sys.argv[1], dirty=False)
    build(config)

def edited(name, old, new):
    """Which of the pages are as they were shown, where somebody else had written something into them."""
    for page in pages.values():
        page.write_bytes(page.read_bytes() + b"<!-- shown -->")
    text = (project / name).read_text("utf-8")
    assert old in text
    (project / name).write_text(text.replace(old, new, 1), "utf-8")
    rebuilt()
    outcome.append([name for name, page in pages.items() if page.read_bytes().endswith(b"<!-- shown -->")])

rebuilt(first=True)
edited("data/exercises/wall-sit.yml", "name: Wall sit", "name: Sitting against a wall")
edited("overrides/main.html", "{% block extrahead %}", "{% block extrahead %}<!-- changed -->")
edited("mkdocs.yml", "site_name: Leg Strength for Runners", "site_name: Legs")
edited("docs/how-this-guide-is-made.md", "title: How this", "title: Why this")
pages.pop("wall-sit").unlink()
edited("data/exercises/wall-sit.yml", "name: Sitting", "name: Sit")
for page in pages.values():
    page.write_bytes(page.read_bytes().removesuffix(b"<!-- shown -->"))
rebuilt()
print(json.dumps(outcome))
'''


def test_an_edit_leaves_other_pages_as_they_are_shown(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    assert _outcome(project, "serve") == [["skater-jump"], [], [], [], ["skater-jump"]]
    shutil.rmtree(project / ".cache" / "pages")
    shown = files_in(project / "site")
    assert build(project).returncode == 0
    anew = files_in(project / "site")
    assert sorted(name for name in {*shown, *anew} if shown.get(name) != anew.get(name)) == []


def test_a_build_renders_every_page(tmp_path: Path) -> None:
    assert _outcome(copy_project(tmp_path / "project"), "build") == [[]] * 5


def test_what_was_not_published_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("as it is shown", "utf-8")
    shown = Shown()
    assert [shown.page(tmp_path, "page.html", "key") for _ in range(2)] == ["", ""]
    shown.published()
    assert shown.page(tmp_path, "page.html", "other") == ""
    assert shown.page(tmp_path, "page.html", "key") == "as it is shown"
    shown.forget()
    assert shown.page(tmp_path, "page.html", "key") == ""


def _outcome(project: Path, command: str) -> object:
    done = run(project, "-c", PREVIEW, command)
    assert done.returncode == 0, done.stdout
    return json.loads(done.stdout.splitlines()[-1])
