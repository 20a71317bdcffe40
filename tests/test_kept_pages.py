"""Pages that are kept between builds: never other than they would come out anew, and rendered again only where needed.

Counted, never timed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from guide import kept_pages
from guide.asked import Answers
from guide.downloads import Download
from guide.inserts import INSERTS
from guide.kept_pages import KeptPages
from guide.model import Exercise, Guide
from guide.outputs import Output, outputs
from guide.pages import TEMPLATES, render_insert
from guide.search_index import packed, search_entries

EDITS = 12
PAGE = "exercises/wall-hold/"
KINDS = ("exercises", "routines", "muscles", "equipment", "patterns", "sources")

CHOSEN = ("id", "pattern", "impact", "sides", "strength", "topic")
"""Fields that hold one of a few words."""


def test_a_guide_that_notes_what_it_is_asked_answers_as_the_guide_does(real_guide: Guide) -> None:
    answers, without = Answers(real_guide), []
    for each in outputs(real_guide):
        asked: dict[str, str] = {}
        assert each.render(answers.noted_in(asked)) == each.body, each.address
        without += [] if asked else [each.address]
    assert without == ["my-session/"], "which is told all beforehand"


def test_kept_pages_are_those_of_a_new_build_after_any_edits(small_guide: Guide, tmp_path: Path) -> None:
    random, guide = Random(20260301), small_guide
    for number in range(EDITS):
        assert _kept(guide, tmp_path) == _anew(guide), f"after {number} edits"
        guide = _edited(guide, random, number)


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_reaches_all_pages_that_show_it(small_guide: Guide, tmp_path: Path, kind: str) -> None:
    before, seen = _kept(small_guide, tmp_path), 0
    for guide in _with_each_text_changed(small_guide, kind):
        anew = _anew(guide)
        assert _kept(guide, tmp_path) == anew
        seen += anew != before
    assert seen > 1


def test_a_page_that_asks_behind_our_back_is_noticed(small_guide: Guide, tmp_path: Path) -> None:
    def kept(guide: Guide) -> str:
        return KeptPages(guide, tmp_path).rendered(_page(guide, lambda asked: guide.exercises["wall-hold"].name)).body

    assert kept(small_guide) == "Wall hold"
    assert kept(_renamed(small_guide)) == "Wall hold", "so an edit would not be seen, and the tests above would fail"


def test_only_pages_that_ask_about_an_entry_are_rendered_again(small_guide: Guide, tmp_path: Path) -> None:
    everything = [each.address for each in outputs(small_guide)]
    assert _rendered(small_guide, tmp_path) == everything
    assert _rendered(small_guide, tmp_path) == []
    changed = _rendered(_renamed(small_guide), tmp_path)
    assert set(everything) - set(changed) == {"exercises/heel-lift/", "muscles/calves/", "routines/", "log/"}


def test_what_pages_are_told_besides_counts(small_guide: Guide, tmp_path: Path) -> None:
    def body(size: int) -> str:
        offered = [Download("print/hold.pdf", PAGE, "A4", tmp_path, size)]
        (output,) = (each for each in outputs(small_guide, offered) if each.address == PAGE)
        return KeptPages(small_guide, tmp_path).rendered(output).body

    assert "PDF, A4, 2 KB" in body(2000)
    assert "PDF, A4, 3 KB" in body(3000)


def test_a_changed_template_renders_all_pages_again(small_guide: Guide, tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    first, page = KeptPages(small_guide, tmp_path, templates), _page(small_guide, lambda asked: "first")
    assert first.rendered(page).body == "first"
    (templates / "macros.html.jinja").write_text("{# changed #}", "utf-8")
    again = _page(small_guide, lambda asked: "again")
    assert first.rendered(again).body == "first"
    assert KeptPages(small_guide, tmp_path, templates).rendered(again).body == "again"


@pytest.mark.parametrize("damage", [b"", b"\n", b"[]\n", b'{"key": 1}\n', b"null\nx", b"\xff\n", b"[" * 100_000])
def test_a_damaged_file_is_made_anew(small_guide: Guide, tmp_path: Path, damage: bytes) -> None:
    expected = _kept(small_guide, tmp_path)
    for path in tmp_path.glob("*.page"):
        path.write_bytes(damage)
    assert _kept(small_guide, tmp_path) == expected


@pytest.mark.parametrize("spoil", [lambda page: page[:-1], lambda page: page.replace(b"\n<", b"\n\xff", 1)])
def test_a_spoilt_file_is_made_anew(small_guide: Guide, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    expected = _kept(small_guide, tmp_path)
    for path in tmp_path.glob("*.page"):
        path.write_bytes(spoil(path.read_bytes()))
    assert _kept(small_guide, tmp_path) == expected


def test_pages_that_are_rendered_ahead_are_kept(
    small_guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_pages, "in_shares", lambda work, things: [work(things[n::3]) for n in range(3)])
    expected = _kept(small_guide, tmp_path / "one by one")
    KeptPages(small_guide, tmp_path).render_ahead(outputs(small_guide))
    assert _rendered(small_guide, tmp_path) == []
    assert _kept(small_guide, tmp_path) == expected


def test_few_pages_are_not_rendered_ahead(small_guide: Guide, tmp_path: Path) -> None:
    KeptPages(small_guide, tmp_path).render_ahead(outputs(small_guide))
    assert [*tmp_path.glob("*.page")] == []


def test_a_page_that_cannot_be_rendered_says_so_when_it_is_asked_for(small_guide: Guide, tmp_path: Path) -> None:
    def fail(asked: Guide) -> str:
        raise LookupError("no such page")

    fine, kept = _page(small_guide, lambda asked: "fine"), KeptPages(small_guide, tmp_path)
    pages = [replace(fine, address=f"{n}/", render=fail if n % 2 else fine.render) for n in range(100)]
    kept.render_ahead(pages)
    assert kept.rendered(pages[98]).body == "fine"
    with pytest.raises(LookupError, match="no such page"):
        kept.rendered(pages[1])


def test_inserts_are_kept_too(small_guide: Guide, tmp_path: Path) -> None:
    names = (*INSERTS, "frame wall-hold 1")
    for guide in (small_guide, small_guide, _renamed(small_guide)):
        kept = KeptPages(guide, tmp_path)
        assert [kept.insert(each) for each in names] == [render_insert(guide, each) for each in names]
    with pytest.raises(LookupError, match="there is no exercise 'gone'"):
        KeptPages(small_guide, tmp_path).insert("frame gone 1")


def test_an_answer_about_what_is_gone_differs(small_guide: Guide) -> None:
    asked: dict[str, str] = {}
    guide, routine = Answers(small_guide).noted_in(asked), small_guide.routines["evening-legs"]
    for item in routine.items:
        guide.item_seconds(item)
    assert "wall-hold" in guide.exercises
    assert "gone" not in guide.exercises
    guide.routine_minutes(routine)
    assert len(asked) > 4
    without = replace(small_guide, exercises={}, routines={})
    same = {question for question, answer in asked.items() if Answers(without).to(question) == answer}
    assert same == {'["exercises", ["gone"], {}]'}


def test_a_question_that_could_not_be_asked_again_is_refused(small_guide: Guide) -> None:
    guide = Answers(small_guide).noted_in({})
    with pytest.raises(TypeError, match="a page asks the guide about Routine"):
        guide.routine_minutes(small_guide.routines["evening-legs"].model_copy())


def _page(guide: Guide, render: object) -> Output:
    return Output(PAGE, "", "", "", "", render=render)  # type: ignore[arg-type]


def _kept(guide: Guide, folder: Path) -> dict[str, tuple[str, bytes]]:
    kept = KeptPages(guide, folder)
    found = {each.address: kept.rendered(each) for each in outputs(guide)}
    return {address: (each.body, each.search) for address, each in found.items()}


def _anew(guide: Guide) -> dict[str, tuple[str, bytes]]:
    return {each.address: (each.body, _search(each)) for each in outputs(guide)}


def _search(output: Output) -> bytes:
    names, boost = output.search_names, output.search_boost
    return packed(search_entries(output.body, url=output.address, title=output.title, names=names, boost=boost))


def _rendered(guide: Guide, folder: Path) -> list[str]:
    """Addresses of the pages that are not kept as they are."""
    rendered: list[str] = []
    kept = KeptPages(guide, folder)
    for each in outputs(guide):

        def render(asked: Guide, output: Output = each) -> str:
            rendered.append(output.address)
            body: str = output.render(asked)
            return body

        kept.rendered(replace(each, render=render))
    return rendered


def _renamed(guide: Guide) -> Guide:
    changed = guide.exercises["wall-hold"].model_copy(update={"name": "Other name"})
    return replace(guide, exercises={**guide.exercises, "wall-hold": changed})


def _edited(guide: Guide, random: Random, number: int) -> Guide:
    kind = random.choice(KINDS)
    return random.choice(list(_with_each_text_changed(guide, kind, str(number))))


def _with_each_text_changed(guide: Guide, kind: str, to: str = "other") -> Iterator[Guide]:
    """The guide with one text of one entry changed, each text in turn."""
    entries: Mapping[str, Exercise] = getattr(guide, kind)
    entry = next(iter(entries.values()))
    for field in type(entry).model_fields:
        text = getattr(entry, field)
        if isinstance(text, str) and field not in CHOSEN:
            changed = entry.model_copy(update={field: f"{text} {to}"})
            yield replace(guide, **{kind: {**entries, entry.id: changed}})  # type: ignore[arg-type]
