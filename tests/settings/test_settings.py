"""Settings that would delete what is no site, or that the guide cannot be built with: refused at their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.settings import check_settings
from site_build import build, copy_project, files_in

_SITE = "name a folder that is new, empty or an earlier site, such as site."
_PLACE = "the site would take the place of"
_ADDRESS = "site_url must be an address: write it as https://example.org/ or https://example.org/guide/."
_LOST = "without its hook MkDocs would delete the site and build another: write hooks: [hooks/mkdocs_adapter.py]."
_FLAT = "every page needs a folder of its own: delete use_directory_urls, or write true."
_LETTER = "cannot be printed: write it with other letters, for the handouts' fonts do not have this one."
_HOOK = "\nhooks: [hooks/mkdocs_adapter.py]\n"
_INVALID = "check the indentation, and put text that holds a colon and a space in double quotes."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in somebody's home folder, with a folder of notes and an earlier site."""
    for folder in ("data", "notes", "public", "empty"):
        (tmp_path / "home" / "guide" / folder).mkdir(parents=True)
    (tmp_path / "home/guide/notes/note.txt").write_text("", "utf-8")
    (tmp_path / "home/guide/public/sw.js").write_text("", "utf-8")
    return tmp_path / "home" / "guide"


def _told(project: Path, settings: str | bytes) -> list[str]:
    written = settings if isinstance(settings, bytes) else f"{settings}{_HOOK}".encode()
    (project / "mkdocs.yml").write_bytes(written)
    environment = {"HOME": str(project.parent), "WHERE": "docs"}
    return [str(problem) for problem in check_settings(project / "mkdocs.yml", environment)]


@pytest.mark.parametrize(("settings", "told"), [
    *((f"site_dir: {name}", f"1:11: {_PLACE} {name}, or lie in it: {_SITE}") for name in ("data", "hooks", ".git")),
    ("site_dir: tests/../overrides/site", f"1:11: {_PLACE} overrides, or lie in it: {_SITE}"),
    ("a: 1\nsite_dir: !ENV [WHERE, site]", f"2:11: {_PLACE} docs, or lie in it: {_SITE}"),
    ("site_dir: .", f"1:11: {_PLACE} the whole project: {_SITE}"),
    ("site_dir: ..", f"1:11: {_PLACE} the whole project: {_SITE}"),
    ("site_dir: notes", f"1:11: {_PLACE} other files: {_SITE}"),
    ("site_dir: mkdocs.yml", f"1:11: {_PLACE} other files: {_SITE}"), ("use_directory_urls: false", f"1:21: {_FLAT}"),
    ("site_url: ftp://example.org/", f"1:11: {_ADDRESS}"), ("site_url: https://", f"1:11: {_ADDRESS}"),
    ("site_name: Läufer 深蹲", f"1:12: the letter '深' (U+6DF1) {_LETTER}"),
    ("a: 1\nsite_name: !ENV [NAME, 跑]", f"2:12: the letter '跑' (U+8DD1) {_LETTER}"),
    ("site_url: https://例.example/", f"1:11: the letter '例' (U+4F8B) {_LETTER}"),
    ("docs_dir: pages", "1:11: the pages are in docs and nowhere else: delete docs_dir."),
    (
            "theme: {custom_dir: x}",
            "1:8: the theme's furniture is in overrides and nowhere else: write custom_dir: overrides.",
        ),
    (b"hooks: [other.py]", f"1:8: {_LOST}"), (b"site_name: A", f"1:1: {_LOST}"),
    (b"", "1:1: the site's settings are no fields: write site_name: and its name."),
    (b"3", "1:1: the site's settings are no fields: write site_name: and its name."),
    ("a: b: c", f"1:5: this is not valid YAML (mapping values are not allowed here): {_INVALID}"),
    (b"a: \xff", f"1:1: this is not valid YAML (invalid start byte): {_INVALID}"),
])  # fmt: skip
def test_settings_are_refused_at_their_lines(settings: str | bytes, told: str, project: Path) -> None:
    assert _told(project, settings) == [f"mkdocs.yml:{told}"]


def test_a_home_folder_elsewhere_is_refused(project: Path) -> None:
    (project / "mkdocs.yml").write_text(f"site_dir: ../home{_HOOK}", "utf-8")
    (project.parent / "home").mkdir()
    told = check_settings(project / "mkdocs.yml", {"HOME": str(project.parent / "home")})
    assert [problem.message for problem in told] == [f"{_PLACE} your home folder"]


@pytest.mark.parametrize("settings", ["site_dir: public", "site_dir: empty", "site_dir: ../new", "a: 1"])
def test_a_site_may_be_new_or_take_the_place_of_one(settings: str, project: Path) -> None:
    assert _told(project, f"{settings}\nsite_url: https://example.org:8000/guide\nuse_directory_urls: true") == []


@pytest.mark.parametrize(("added", "options", "told"), [
    ("site_dir: data\n", (), f"mkdocs.yml:1:11: {_PLACE} data, or lie in it: {_SITE}"),
    ("", ("-d", "data"), f"site_dir: {_PLACE} data, or lie in it: {_SITE}"),
    ("", ("--no-directory-urls",), f"use_directory_urls: {_FLAT}"),
])  # fmt: skip
def test_a_build_refuses_them_before_it_writes(added: str, options: tuple[str, ...], told: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    settings = project / "mkdocs.yml"
    settings.write_text(added + settings.read_text("utf-8"), "utf-8")
    before = files_in(project)
    result = build(project, *options)
    assert result.returncode == 1
    assert told in result.stdout.splitlines()
    assert files_in(project) == before
