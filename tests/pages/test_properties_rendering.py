"""Whatever valid data says, everything is built from it, and every word arrives as it was written.

Read back by others than wrote it: html5lib, json, an XML parser, YAML, a PDF reader. The examples are thought of by
hypothesis, the same ones in every run.
"""

from __future__ import annotations

import json
import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from bodies import body_shape, body_text, body_tree
from conftest import SMALL
from guide.figure import frame_svg, frame_text
from guide.handouts import exercise_document
from guide.model import Guide
from guide.pages.front_matter import for_search, front_matter
from guide.pages.outputs import Output, outputs
from guide.pages.structured_data import script_json, structured_data
from guide.printing import render
from guide.reading.load import load
from guide.settings import Edition
from guide.site.app_manifest import web_manifest
from guide.site.offline_cache import service_worker
from guide.site.redirects import redirects
from handout_pdf import Handout, squeezed
from hostile.strategies import Words, names, reworded, texts
from reading.test_properties_loading import steady

FILES = tuple(path.relative_to(SMALL).as_posix() for path in sorted(SMALL.rglob("*.yml")))
HARMLESS = [("Name", "Words.")]
ADDRESS = "https://runner.example/"
EDITION = Edition("Leg Strength for Runners", "1.2.3", ADDRESS, 1_790_000_000)
drawn_words = st.lists(st.tuples(names, texts), min_size=20, max_size=40)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Every page of the miniature guide with harmless words."""
    guide = _guide_with(Words(HARMLESS), tmp_path_factory.mktemp("plain"))
    return {output.address: output.body for output in outputs(guide)}


@steady(6)
@given(drawn=drawn_words)
def test_valid_words_build_the_same_pages_and_stand_on_them(
    drawn: list[tuple[str, str]], plain: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    words = Words(drawn)
    pages = list(outputs(_guide_with(words, tmp_path_factory.mktemp("data"))))
    assert [shown_page.address for shown_page in pages] == list(plain)
    seen = " ".join(body_text(shown_page.body) for shown_page in pages)
    for page in pages:
        assert body_shape(page.body) == body_shape(plain[page.address]), page.address
        for told in _told(page.body):
            json.loads(told)
    assert [text for text in words.texts if " ".join(text.split())[1:] not in seen] == []


@steady(60)
@given(caption=texts)
def test_a_drawing_is_xml_and_tells_its_caption(caption: str, small_guide: Guide) -> None:
    figure = small_guide.exercises["heel-lift"].figure
    frames = tuple(frame.model_copy(update={"caption": caption}) for frame in figure.frames)
    figure = figure.model_copy(update={"frames": frames})
    original = small_guide.exercises["heel-lift"].figure
    drawing, before = (ElementTree.fromstring(frame_svg(each, 1)) for each in (figure, original))
    told = {*drawing.attrib.values(), *filter(None, (element.text for element in drawing.iter()))}
    assert frame_text(figure, 1) in told
    shapes = ([(element.tag, sorted(element.attrib)) for element in tree.iter()] for tree in (drawing, before))
    assert next(shapes) == next(shapes)


@steady(300)
@given(st.recursive(st.text(st.characters(codec="utf-8")), lambda each: st.dictionaries(st.text(), each, max_size=3)))
def test_json_in_a_page_cannot_leave_its_script(value: object) -> None:
    tree = body_tree(f"<script>{script_json(value)}</script>")
    assert [element.tag for element in tree.iter() if element is not tree] == ["script"]
    (script,) = tree
    assert json.loads(script.text or "") == json.loads(json.dumps(value))


@steady(30)
@given(name=names, text=texts)
def test_linked_data_holds_the_words(name: str, text: str, small_guide: Guide) -> None:
    exercise = small_guide.exercises["heel-lift"].model_copy(update={"name": name, "summary": text, "set_up": (text,)})
    guide = replace(small_guide, exercises={"heel-lift": exercise}, routines={})
    told = json.loads(structured_data(guide, "exercises/heel-lift/", ADDRESS))
    assert (told["name"], told["description"]) == (name, text)
    assert told["step"][0]["itemListElement"][0]["text"] == text


@steady(200)
@given(name=names, text=texts, found=st.lists(names, max_size=3))
def test_front_matter_is_read_as_it_was_meant(name: str, text: str, found: list[str]) -> None:
    written = front_matter(for_search(Output("exercises/x/", name, text, "a.jinja", "data/x.yml", tuple(found))))
    rest, meta = get_data(f"{written}\nBody")
    assert (rest.strip(), meta["title"], meta["description"]) == ("Body", name, text)
    assert meta.get("tags", []) == found


@steady(100)
@given(name=st.text(st.characters(codec="utf-8")), text=st.text(st.characters(codec="utf-8")))
def test_the_manifest_is_json(name: str, text: str) -> None:
    told = json.loads(web_manifest(name, text))
    assert (told["name"], told["description"]) == (name, text)


@steady(100)
@given(
    st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1).map(lambda name: f"x/{name}-.html"), st.binary())
)
def test_the_service_worker_begins_with_json_whatever_files_are_called(files: dict[str, bytes]) -> None:
    written, _, code = service_worker(files, "CODE").partition(";\n")
    told = json.loads(written.removeprefix("const FILES = "))
    assert code.endswith("\n\nCODE")
    assert set(told) == {name.removesuffix("index.html") for name in files}


@steady(60)
@given(name=names)
def test_a_page_that_leads_on_names_where_to(name: str, small_guide: Guide) -> None:
    exercise = small_guide.exercises["heel-lift"]
    (_, plain), *_ = redirects(small_guide, (), ADDRESS)
    guide = replace(small_guide, exercises={"heel-lift": exercise.model_copy(update={"name": name})})
    (_, page), *_ = redirects(guide, (), ADDRESS)
    assert isinstance(page, str)
    assert isinstance(plain, str)
    assert body_shape(page) == body_shape(plain)
    assert " ".join(name.split()) in body_text(page)


PRINTABLE = st.text(string.ascii_letters + string.digits + string.punctuation + " éüØ–×", min_size=1, max_size=60)


@steady(3)
@given(drawn=st.lists(PRINTABLE, min_size=12, max_size=12))
def test_a_print_holds_the_words(drawn: list[str], small_guide: Guide) -> None:
    words = [f"W {each.strip()} W" for each in drawn]
    update = {"summary": words[0], "set_up": tuple(words[1:5]), "cues": tuple(words[5:9]), "feel_it_in": words[9]}
    exercise = small_guide.exercises["heel-lift"].model_copy(update=update)
    found = Handout(render(exercise_document(small_guide, exercise, EDITION))).text
    assert [word for word in words[:10] if squeezed(word) not in found] == []


@pytest.mark.parametrize("broken", [lambda text: text, lambda text: text.replace("&", "&amp;")])
def test_a_word_that_arrives_as_markup_is_noticed(broken: Callable[[str], str]) -> None:
    assert body_shape(f"<p>{broken('<b x=1>')}</p>") != body_shape("<p>Words</p>")
    assert body_shape(f'<p title="{broken(chr(34))} onclick="></p>') != body_shape('<p title="Words"></p>')


def _guide_with(words: Words, folder: Path) -> Guide:
    """The miniature guide with these words, through files and the loader."""
    for name in FILES:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        data = reworded(yaml.load((SMALL / name).read_text("utf-8"), _AsWritten), words)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    result = load(folder)
    assert isinstance(result, Guide), "\n".join(map(str, result))
    return result


class _AsWritten(yaml.SafeLoader):
    """`60-90`, and `1-2` in a list, stay text as they do in the guide's own reader."""


def _told(body: str) -> Iterator[str]:
    """All JSON on a page."""
    for element in body_tree(body).iter():
        if facts := element.get("data-facts"):
            yield facts
        if element.tag == "script" and element.get("type") == "application/json" and not element.get("data-file"):
            yield element.text or ""
