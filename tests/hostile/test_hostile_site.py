"""Names and sentences that would break out of a page, in the real site: no element, no attribute comes of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from guide.model import Guide
from guide.reading.load import load
from site_build import Site, build, copy_project

NAME = '" \' onx=" <3 & &lt {b} 🏃'
SENTENCE = '0;url=//attacker.example" http-equiv="refresh" onload="alert(1)" x=" <3 & &copy \\ {b} 🏃'
"""What a browser would make a way elsewhere of, if it stood in a page as it is."""
CHANGED = {"name": NAME, "summary": SENTENCE, "purpose": SENTENCE, "in_running": SENTENCE}


@pytest.fixture(scope="module")
def project(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project with such words behind every name and in every summary."""
    folder = copy_project(tmp_path_factory.mktemp("hostile") / "guide")
    for path in folder.glob("data/**/*.yml"):
        text = path.read_text("utf-8")
        # A name keeps its beginning, so that lists keep their order; the first fields of an entry only.
        path.write_text(re.sub(r"^((?:  )?)(\w+): (.+)$", _changed, text, flags=re.MULTILINE), "utf-8")
    return folder


@pytest.fixture(scope="module")
def guide(project: Path) -> Guide:
    result = load(project / "data")
    assert isinstance(result, Guide), "\n".join(map(str, result))
    return result


@pytest.fixture(scope="module")
def hostile_site(project: Path) -> Path:
    result = build(project)
    assert result.returncode == 0, result.stdout
    return project / "site"


def test_no_page_has_another_element_or_attribute_than_before(site: Site, hostile_site: Path) -> None:
    names = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html")}
    assert names == {path.relative_to(hostile_site).as_posix() for path in hostile_site.rglob("*.html")}
    changed = [name for name in names if _shape(site.folder / name) != _shape(hostile_site / name)]
    assert changed == []


def test_heads_hold_the_words_as_they_are_written(hostile_site: Path, guide: Guide) -> None:
    exercise, routine = guide.exercises["squat"], guide.routines["first-steps"]
    for address, title, sentence in (
        ("exercises/squat", exercise.name, exercise.summary),
        ("routines/first-steps", routine.name, routine.purpose),
    ):
        tree = _tree(hostile_site / address / "index.html")
        assert "".join(tree.find("head/title").itertext()).startswith(f"{title} - ")  # type: ignore[union-attr]
        metas = {each.get("name") or each.get("property"): each.get("content") for each in tree.iter("meta")}
        assert title in str(metas["og:title"])
        assert str(metas["description"]).endswith(sentence)
        assert metas["og:description"] == metas["description"]
        (topic,) = (element for element in tree.iter() if element.get("data-md-component") == "header-topic")
        assert title in " ".join("".join(topic.itertext()).split())


def test_what_scripts_read_holds_the_same_words(hostile_site: Path, guide: Guide) -> None:
    name = guide.exercises["squat"].name
    index = json.loads((hostile_site / "search" / "search_index.json").read_text("utf-8"))
    assert name in {tag for each in index["docs"] for tag in each.get("tags", ())}
    tree = _tree(hostile_site / "exercises" / "squat" / "index.html")
    (told,) = (each.text for each in tree.iter("script") if each.get("type") == "application/ld+json")
    assert json.loads(told or "")["name"] == name


def test_a_word_that_broke_out_would_be_noticed(tmp_path: Path) -> None:
    for name, content in (("good", "Squat"), ("bad", SENTENCE)):
        (tmp_path / name).write_text(f'<meta name="description" content="{content}">', "utf-8")
    assert _shape(tmp_path / "bad") != _shape(tmp_path / "good")


def _changed(line: re.Match[str]) -> str:
    indent, field, value = line.groups()
    if field not in CHANGED or (indent and field == "summary") or value.startswith(('"', "'", "{", "[")):
        return line[0]
    text = f"{value} {CHANGED[field]}" if field == "name" else CHANGED[field]
    return f"{indent}{field}: {json.dumps(text, ensure_ascii=False)}"


def _tree(path: Path) -> Element:
    tree: Element = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
    return tree


def _shape(path: Path) -> list[tuple[str, list[str]]]:
    return [(str(element.tag), sorted(map(str, element.attrib))) for element in _tree(path).iter()]
