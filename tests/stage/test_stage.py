"""What another generator gets: every output as a file, bodies that survive Markdown, and links that hold."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import markdown
import pytest
import yaml

from guide.model import Guide
from guide.pages.front_matter import fill_inserts, for_search, front_matter
from guide.pages.outputs import Output, outputs
from guide.problems.problem import Problem
from guide.reading.load import load
from guide.settings import Settings, read_settings
from guide.site.stylesheets import squeeze
from site_build import REPO_URL, SITE_URL, Site, build, files_in, read_site, run
from site_fixtures import MOVED
from site_page import SitePage, elements

ROOT = "/guide/"
OF_THE_HOOKS = {"sw.js"}
"""What only our hooks can write: it knows every file of the finished site."""
OWN_TO_MKDOCS = re.compile(r"assets/|search/|sitemap\.xml")


@pytest.fixture(scope="session")
def stage(renamed: Path) -> Path:
    """The staged project after renamings, so that there are redirects."""
    result = run(renamed, "hooks", "stage", **MOVED)
    assert result.returncode == 0, result.stdout
    return renamed / ".cache" / "stage"


@pytest.fixture(scope="session")
def renamed_guide(renamed: Path) -> Guide:
    guide = load(renamed / "data")
    assert isinstance(guide, Guide)
    return guide


@pytest.fixture(scope="session")
def built(stage: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """What plain MkDocs makes of it, without any code of ours."""
    folder = Path(shutil.copytree(stage, tmp_path_factory.mktemp("plain") / "stage"))
    assert not (folder / "hooks").exists()
    result = build(folder, "-f", "plain.yml", **MOVED)
    assert result.returncode == 0, result.stdout
    return read_site(folder / "site", MOVED[SITE_URL], MOVED[REPO_URL])


# What is there


def test_the_list_names_every_page_and_every_file(stage: Path, renamed_guide: Guide) -> None:
    listed = json.loads((stage / "outputs.json").read_text("utf-8"))
    assert [each["address"] for each in listed["pages"]] == [output.address for output in outputs(renamed_guide)]
    assert sorted(listed["files"]) == sorted(files_in(stage))
    assert {each["file"] for each in (*listed["pages"], *listed["others"])} <= set(listed["files"])


def test_everything_in_our_site_is_staged(stage: Path, renamed_site: Site) -> None:
    site, staged = files_in(renamed_site.folder), files_in(stage / "docs")
    others = {name for name in site if not name.endswith(".html") and not OWN_TO_MKDOCS.match(name)}
    assert others - staged.keys() == OF_THE_HOOKS
    sheets = {name: squeeze(staged[name].decode()).encode() for name in staged if name.startswith("stylesheets/")}
    assert [name for name in others - OF_THE_HOOKS if site[name] != (staged | sheets)[name]] == []
    assert {_address(name) for name in staged if name.endswith((".md", ".html"))} == {
        page.address for page in renamed_site.ordinary
    }


def test_settings_and_overrides_are_the_same(stage: Path, renamed: Path) -> None:
    assert (stage / "mkdocs.yml").read_bytes() == (renamed / "mkdocs.yml").read_bytes()
    assert files_in(stage / "overrides") == files_in(renamed / "overrides")


def test_nothing_is_left_to_fill_in(stage: Path) -> None:
    assert [path.name for path in stage.rglob("*.md") if "<!-- insert:" in path.read_text("utf-8")] == []


# Bodies and links


def test_every_body_survives_markdown(stage: Path, renamed_guide: Guide) -> None:
    changed = []
    for output in outputs(renamed_guide):
        body = _parts(stage / "docs" / output.uri)[1]
        if _tree(markdown.markdown(body, extensions=["attr_list", "tables", "admonition", "toc"])) != _tree(body):
            changed.append(output.uri)
    assert changed == []


@pytest.mark.parametrize("body", ["<span>a\n\nb</span>", "    <div>a</div>", "a\n\n    b", "<div>a</div> *b*"])
def test_a_body_that_markdown_would_change_is_noticed(body: str) -> None:
    assert _tree(markdown.markdown(body)) != _tree(body)


def test_every_link_in_a_body_leads_to_a_staged_file(stage: Path) -> None:
    names = files_in(stage / "docs").keys()
    addresses = {_address(name) for name in names} | names
    checked = 0
    for path in sorted((stage / "docs").rglob("*.md")):
        here = f"{ROOT}{_address(path.relative_to(stage / 'docs').as_posix())}"
        for link in _links(_parts(path)[1]):
            assert link.startswith((ROOT, "#", "?")), f"{path}: {link} would be read otherwise by Zensical"
            target = urlsplit(urljoin(here, link)).path
            assert target.removeprefix(ROOT) in addresses, f"{path}: {link}"
            checked += 1
    assert checked > 500


def test_front_matter_is_yaml_and_has_what_our_hooks_would_tell(stage: Path) -> None:
    meta = yaml.safe_load(_parts(stage / "docs/exercises/hydrant-squat.md")[0])
    assert meta["title"] == "Squat to hydrant"
    assert meta["picture"] == "images/share/hydrant-squat.png"
    assert json.loads(meta["linked_data"])["url"] == f"{MOVED[SITE_URL]}exercises/hydrant-squat/"
    assert meta["edit_url"] == f"{MOVED[REPO_URL]}/edit/main/data/exercises/hydrant-squat.yml"


# Built without our hooks


def test_plain_mkdocs_makes_the_same_pages_of_it(built: Site, renamed_site: Site) -> None:
    assert built.pages.keys() == renamed_site.pages.keys()
    for address, ours in renamed_site.pages.items():
        theirs = built.pages[address]
        assert (theirs.title, theirs.description) == (ours.title, ours.description)
        if "article" in {element.tag for element in elements(ours.root)}:
            assert _described(built, theirs) == _described(renamed_site, ours), address
        assert _head(theirs) == _head(ours), address


def test_plain_mkdocs_misses_only_what_needs_our_hooks(built: Site, renamed_site: Site) -> None:
    ours = files_in(renamed_site.folder).keys()
    assert ours - files_in(built.folder).keys() == OF_THE_HOOKS


# The command


def test_staging_again_changes_nothing_and_leaves_what_others_wrote(renamed: Path, tmp_path: Path) -> None:
    folder, command = tmp_path / "stage", (str(renamed / "hooks"), "stage", str(tmp_path / "stage"))
    assert run(renamed, *command, **MOVED).returncode == 0
    first = files_in(folder)
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("built", "utf-8")
    listed = json.loads(first["outputs.json"])
    (folder / "docs" / "gone.md").write_text("an earlier page", "utf-8")
    (folder / "outputs.json").write_text(
        json.dumps(listed | {"files": [*listed["files"], "docs/gone.md", "../kept.txt"]}), "utf-8"
    )
    (tmp_path / "kept.txt").write_text("not ours", "utf-8")
    assert run(renamed, *command, **MOVED).returncode == 0
    assert files_in(folder) == first | {"site/index.html": b"built"}
    assert (tmp_path / "kept.txt").is_file()


def test_a_folder_with_other_things_in_it_is_left_alone(renamed: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    result = run(renamed, "hooks", "stage", str(tmp_path))
    assert result.returncode == 2
    assert "is not empty and no earlier stage: name another folder" in result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_broken_data_stages_nothing(renamed: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(renamed, tmp_path / "guide", ignore=shutil.ignore_patterns(".cache")))
    (project / "data" / "redirects.yml").write_text("[]\n", "utf-8")
    result = run(project, "hooks", "stage")
    assert result.returncode == 1
    assert "data/released.yml:" in result.stdout
    assert not (project / ".cache" / "stage").exists()


def test_a_broken_insert_is_named(renamed: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(renamed, tmp_path / "guide", ignore=shutil.ignore_patterns(".cache")))
    page = project / "docs" / "before-you-start.md"
    page.write_text(page.read_text("utf-8").replace("insert: ask-first", "insert: ask-frist"), "utf-8")
    result = run(project, "hooks", "stage", **MOVED)
    assert result.returncode == 1
    assert "there is nothing to insert called 'ask-frist'" in result.stdout
    assert "Traceback" not in result.stdout


# As values


@pytest.mark.parametrize(
    ("environment", "url", "root"),
    [({}, "https://a.example/", "/"), ({"SITE": "https://b.example/x"}, "https://b.example/x/", "/x/")],
)
def test_settings_take_the_environment_first(environment: dict[str, str], url: str, root: str) -> None:
    text = 'site_name: A\nsite_description: >-\n  B\n  c.\nsite_url: !ENV [SITE, "https://a.example"]\nrepo_url: r\n'
    found = read_settings(text, environment)
    assert isinstance(found, Settings)
    assert (found.name, found.description, found.url, found.root) == ("A", "B c.", url, root)


@pytest.mark.parametrize(("text", "place", "message"), [
    ("site_name: [", "1:13", "this is not valid YAML"), ("site_name: A\nb: c: d", "2:5", "this is not valid YAML"),
    ("site_name: 2026-13-01", "1:1", "this is not valid YAML"),
    ("Just words", "1:1", "the site's settings are no fields"), ("", "1:1", "the site's settings are no fields"),
])  # fmt: skip
def test_settings_that_cannot_be_read_are_a_sentence(text: str, place: str, message: str) -> None:
    found = read_settings(text, {})
    assert isinstance(found, Problem)
    assert str(found).startswith(f"mkdocs.yml:{place}: {message}")


def test_python_names_in_the_settings_are_not_looked_up() -> None:
    found = read_settings("site_name: A\nslugify: !!python/name:elsewhere.slugify\n", {})
    assert isinstance(found, Settings)
    assert found.name == "A"


def test_where_a_file_can_be_changed() -> None:
    settings = Settings("A", "", "", "https://code.example/a/", "edit/main/docs/")
    assert settings.edit_url("data/muscles.yml") == "https://code.example/a/edit/main/data/muscles.yml"
    assert settings.root == "/"


def test_a_page_says_in_its_head_what_mkdocs_reads() -> None:
    output = Output(
        "a/", 'A "b": c', "D\u2028e # f", "a.html.jinja", "data/a.yml", search_names=("g: h",), search_boost=2
    )
    assert yaml.safe_load(front_matter(for_search(output) | {"more": "---"}).replace("---\n", "")) == {
        "title": 'A "b": c', "description": "D\u2028e # f", "hide": ["navigation", "tags"], "tags": ["g: h"],
        "search": {"boost": 2}, "more": "---",
    }  # fmt: skip


def test_inserts_are_asked_for_by_name() -> None:
    assert fill_inserts("a\n<!-- insert: frame squat 1 -->\nb", str.upper) == "a\nFRAME SQUAT 1\nb"


# Helpers


def _address(name: str) -> str:
    """Of a Markdown file, or of an index page, below docs."""
    plain = re.sub(r"\.(md|html)$", "/", name)
    return re.sub(r"(^|/)index/$", r"\1", plain)


def _parts(page: Path) -> tuple[str, str]:
    _, head, body = page.read_text("utf-8").split("---\n", 2)
    return head, body


def _links(body: str) -> Iterator[str]:
    """Where links in HTML lead, but for those that leave the site; text in code is none."""
    for element in elements(_fragment(body), "a"):
        if not re.match(r"[a-z]+:", element.get("href", "x:")):
            yield element.attrib["href"]


def _fragment(body: str) -> Element:
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root: Element = parser.parse(f"<!doctype html><body>{body}")
    return root


def _tree(body: str) -> object:
    return _plain(_fragment(body))


def _plain(element: Element) -> object:
    """Everything that a browser would show of it, whatever the space between words."""
    children = [each for each in element if isinstance(each.tag, str)]
    texts = [(child.tail or "").split() for child in children]
    return element.tag, element.attrib, (element.text or "").split(), list(map(_plain, children)), texts


def _described(site: Site, page: SitePage) -> object:
    """The content with every link, and every picture, as where it leads."""
    for name, address in (("a", "href"), ("img", "src")):
        for element in elements(page.content, name):
            if address in element.attrib:
                element.attrib[address] = urljoin(f"{site.url}{page.address}", element.attrib[address])
    return _plain(page.content)


def _head(page: SitePage) -> list[tuple[str, str]]:
    """What search engines and those who share the page are told."""
    found = [(str(element.get("property")), element.get("content", "")) for element in elements(page.root, "meta")]
    scripts = [script for script in elements(page.root, "script") if "ld+json" in script.get("type", "")]
    data = [("data", script.text or "") for script in scripts]
    canonical = [("canonical", each) for each in page.related("canonical")]
    return [each for each in found if each[0].startswith("og:")] + data + canonical
