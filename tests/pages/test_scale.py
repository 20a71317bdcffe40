"""What keeps large guides fast and small: no page searches all exercises, nothing is made twice, nothing kept is stale.

Counted, never timed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from guide.model import Exercise, Guide
from guide.pages.outputs import outputs
from guide.pages.page_list import pages
from guide.pages.render import renderer
from guide.processes import AHEAD, as_they_come, on_all_cores
from guide.site.offline_cache import manifest
from guide.site.search_index import search_entries
from guide.site.site_files import SiteFiles


class Counted(dict[str, Exercise]):
    """Counts how many entries have been looked through, one after the other."""

    seen = 0

    def values(self) -> Iterator[Exercise]:  # type: ignore[override]
        return map(self.__getitem__, self)

    def __iter__(self) -> Iterator[str]:
        for name in super().__iter__():
            self.seen += 1
            yield name


# Nothing quadratic


def test_twice_as_many_exercises_are_twice_as_much_to_look_through(small_guide: Guide) -> None:
    def render_all(guide: Guide) -> None:
        render = renderer(guide)
        assert all(map(render, pages(guide)))

    assert _looked_through(small_guide, 8, render_all) <= 2 * _looked_through(small_guide, 4, render_all)


def test_pages_that_each_search_all_exercises_are_noticed(small_guide: Guide) -> None:
    def search_for_each(guide: Guide) -> None:
        assert all(other in tuple(guide.exercises.values()) for other in guide.exercises.values())

    assert _looked_through(small_guide, 8, search_for_each) > 2 * _looked_through(small_guide, 4, search_for_each)


# Search


def test_search_is_told_what_the_plugin_would_find(small_guide: Guide) -> None:
    for output in outputs(small_guide):
        assert _entries(output.body) == _as_the_plugin_finds(output.body), output.uri


@pytest.mark.parametrize("body", [
    '<h1 id="a">1 &lt; 2</h1>',
    '<h1 id="top">A &amp; B</h1>\n<p>x &gt; y &#39;z&#39;</p>\n<ul>\n  <li>one</li>\n  <li></li>\n</ul>',
    '<nav data-search-exclude><p>no</p></nav><h1 id="top">T</h1><div><h2 id="b">In</h2><p>b</p></div><p>after</p>',
    '<h2 id="b" data-search-exclude>Left out</h2><p>this too</p><h3 id="c">C</h3><p>c<br>d</p>',
    '<script type="application/json">{"a": "<p>"}</script><svg><path d="M0 0"/></svg><p>\n</p> <pre>a\n  b</pre>',
    '<div><h1 id="a">T</h1><svg><g><text></text></g></svg>b<svg></svg> <i></i> c</div>',
    '<h1 id="a">T</h1><p>a<br> &nbsp; <b>&nbsp;</b>&#32;&#10;b</p><pre>&#32; </pre><h2 id="b"> <i> </i> U</h2>',
    "<div data-search-exclude><ul><li>no<h2>no</h2><pre>no</pre></li></ul><div>no</div>yes</div><p>yes</p>",
])  # fmt: skip
def test_other_bodies_too(body: str) -> None:
    assert _entries(body) == _as_the_plugin_finds(body)


# Nothing twice


def test_cores_give_what_one_would(tmp_path: Path) -> None:
    things = range(-3 * AHEAD * (os.cpu_count() or 1), 0)
    for at_once in (1, 4):
        assert on_all_cores(abs, things, worth=2, at_once=at_once) == [abs(number) for number in things]
    assert on_all_cores(abs, things, worth=len(things) + 1) == [abs(number) for number in things]


def test_what_is_made_for_other_processes_does_not_pile_up(tmp_path: Path) -> None:
    """Each thing is a file that exists; whoever works at it deletes it."""

    def things() -> Iterator[Path]:
        for number in range(500):
            (path := tmp_path / str(number)).touch()
            assert len([*tmp_path.iterdir()]) <= 10 * cores
            yield path

    cores = os.cpu_count() or 1
    as_they_come(Path.unlink, things(), most=500, worth=2, ahead=5)


# The finished site


def test_files_of_the_site_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    for name in ("index.html", "a/index.html", "a.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    files = SiteFiles(tmp_path)
    (tmp_path / "a.js").write_text("now", "utf-8")
    assert dict(files) == {"index.html": b"index.html", "a/index.html": b"a/index.html", "a.js": b"now"}
    assert sorted(files.texts(".html")) == ["a/index.html", "index.html"]
    assert [*manifest(files)] == [*manifest(dict(files))]
    with pytest.raises(KeyError):
        files["b.js"]


def _copies(guide: Guide, count: int) -> Guide:
    """The guide with each exercise that many times; ladders stay among the copies, routines with the first."""
    return replace(guide, exercises={each.id: each for number in range(count) for each in _renamed(guide, number)})


def _renamed(guide: Guide, number: int) -> Iterator[Exercise]:
    ending = f"-{number}" if number else ""
    for exercise in guide.exercises.values():
        sides = {
            side: tuple(
                each.model_copy(
                    update={
                        "is_exercise": each.is_exercise and each.is_exercise + ending,
                        "leads_to": each.leads_to and each.leads_to + ending,
                    }
                )
                for each in getattr(exercise, side)
            )
            for side in ("easier", "harder")
        }
        names = {"id": exercise.id + ending, "name": exercise.name + ending}
        yield exercise.model_copy(update={**names, **sides})


def _looked_through(guide: Guide, count: int, work: Callable[[Guide], None]) -> int:
    """Exercises that the work looks through, one after the other, where each is there so many times."""
    counted = Counted(_copies(guide, count).exercises)
    work(replace(guide, exercises=counted))
    return counted.seen


def _entries(body: str) -> list[tuple[object, object, object]]:
    entries = search_entries(body, url="", title="")
    return [(entry["location"], entry["title"], entry["text"]) for entry in entries]


def _as_the_plugin_finds(body: str) -> list[tuple[object, object, object]]:
    parser = Parser()
    parser.feed(body)
    parser.close()
    return [
        (f"#{each.id}" if each.id else "", "".join(each.title).strip(), "".join(each.text).strip())
        for each in parser.data
        if not each.is_excluded()
    ]
