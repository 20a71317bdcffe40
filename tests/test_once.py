"""What surrounds pages is rendered once a folder, and every page comes out as if it had been rendered for it alone."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from guide.once import Once
from site_build import PROJECT, REPO_URL, SITE_URL, Site, build, copy_project, files_in

ONCE = PROJECT / "overrides" / "once.html"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, for builds with another template of pages that stand in no menu."""
    return copy_project(tmp_path_factory.mktemp("once") / "project")


def test_pages_are_what_the_theme_makes_of_each(site: Site, project: Path) -> None:
    assert _html(_built(project, '{% extends "main.html" %}', site)) == _html(site.folder)


@pytest.mark.parametrize("block", ["htmltitle", "content"])
def test_a_block_in_which_something_differs_is_noticed(site: Site, project: Path, block: str) -> None:
    wrong = (
        f'{{% block {block} %}}{{% call once.alike("{block}", page) %}}{{{{ super() }}}}{{% endcall %}}{{% endblock %}}'
    )
    found, expected = _html(_built(project, f"{ONCE.read_text('utf-8')}{wrong}", site)), _html(site.folder)
    assert sum(found[name] != expected[name] for name in expected) > 10


def test_a_piece_is_rendered_once_for_each_folder() -> None:
    rendered: list[str] = []

    def piece() -> str:
        rendered.append("piece")
        return f"{len(rendered)}"

    once = Once(lambda page: page is not None and page.url != "other/")
    urls = ("exercises/squat/", "exercises/wall-sit/", "routines/hills/", "other/", "other/", "exercises/squat/")
    pages = [SimpleNamespace(url=url, meta={"title": ""}, toc=()) for url in urls]
    assert [once.alike("scripts", page, piece) for page in pages] == ["1", "1", "2", "3", "4", "1"]
    assert once.alike("styles", pages[0], piece) == "5"
    assert once.alike("scripts", None, piece) == "6"


def _built(project: Path, template: str, site: Site) -> Path:
    (project / "overrides" / "once.html").write_text(template, "utf-8")
    result = build(project, **{SITE_URL: site.url, REPO_URL: site.repository})
    assert result.returncode == 0, result.stdout
    return project / "site"


def _html(folder: Path) -> dict[str, bytes]:
    """Every page by its path; an empty line more or less, as templates leave them, is nothing."""
    return {name: b" ".join(content.split()) for name, content in files_in(folder).items() if name.endswith(".html")}
