"""The parts of the review by themselves: reading a page, comparing sentences, facts, pictures, limits of size."""

from __future__ import annotations

from dataclasses import replace

import html5lib
import pytest

from guide.figure import person_of
from guide.model import Exercise, Guide
from guide.pages.outputs import outputs
from guide.problems.problem import Problem
from guide.review.changes import (
    Changes,
    FactChange,
    FileChange,
    NewPage,
    PageChange,
    PageName,
    PictureChange,
    Review,
    Run,
    TextChange,
)
from guide.review.compare import compare
from guide.review.embed import embed_body
from guide.review.facts import headlines
from guide.review.hand_written import documents
from guide.review.page_lines import make_visible, read_lines
from guide.review.pictures import picture_changes
from guide.review.review_page import review_page
from guide.review.summary import summary
from guide.review.version import Version, version
from guide.review.word_diff import mark_words, text_changes
from site_fixtures import DRAWN

PAGE = PageName("exercises/squat/", "Squat", "exercise")


def _texts(body: str) -> list[str]:
    return [line.text for line in read_lines(body)]


def test_a_page_is_read_as_a_reader_goes_through_it() -> None:
    body = """<nav data-search-exclude><a>Trail</a></nav><h1>Title</h1><p>One. Two <b>bold</b> words.</p>
    <dl><div><dt>Level</dt><dd><strong>2 of 3</strong> then</dd></div></dl>
    <button>Press</button><svg><text>no</text></svg>
    <p hidden>Never</p><h2 id="steps">Steps</h2><ol><li><p>Go.</p><ul><li>Slowly</li></ul></li><li>Come</li></ol>
    <script>no()</script>"""
    lines = read_lines(body)
    assert [(line.section, line.text, line.place) for line in lines] == [
        *(("", text, 0) for text in ("Title", "One.", "Two bold words.", "Level: 2 of 3 then")),
        *(("steps", text, place) for text, place in (("Steps", 0), ("Go.", 1), ("Slowly", 1), ("Come", 2))),
    ]
    assert {line.heading for line in lines[4:]} == {"Steps"}


@pytest.mark.parametrize("body", [
    "<p>Never closed", "</p></div>Loose", "<svg><path><p>Inside</svg><p>Loose", "<p hidden>No<br>no</p>Loose",
    "<h2>Head",
])  # fmt: skip
def test_broken_markup_is_read_to_its_end(body: str) -> None:
    assert _texts(body) in (["Never closed"], ["Loose"], ["Head"])


def test_what_cannot_be_seen_is_made_visible() -> None:
    assert make_visible("a\u202eb\x00 \n c\udcff") == r"a\u202eb\x00 c\udcff"


@pytest.mark.parametrize(("before", "after", "runs"), [
    ("60 seconds", "90 seconds", [("removed", "60"), ("added", "90"), ("same", " seconds")]),
    ("Lift slowly.", "Lift.", [("same", "Lift"), ("removed", " slowly"), ("same", ".")]),
    ("a b c", "x y c", [("removed", "a b"), ("added", "x y"), ("same", " c")]), ("same", "same", [("same", "same")]),
    ("", "new", [("added", "new")]),
])  # fmt: skip
def test_words_are_marked(before: str, after: str, runs: list[tuple[str, str]]) -> None:
    assert [(word.kind, word.text) for word in mark_words(before, after)] == runs


def test_a_very_long_text_is_not_compared_word_by_word() -> None:
    long = "word " * 100_000
    assert [word.kind for word in mark_words(long, f"{long}more")] == ["removed", "added"]


def _kinds(before: str, after: str) -> list[tuple[str, str]]:
    changes = text_changes(read_lines(before), read_lines(after))
    return [(change.kind, change.moved) for change in changes]


def test_a_sentence_that_goes_to_another_section_has_moved() -> None:
    before = "<h2>One</h2><p>Stay here for me.</p><p>Go on.</p><h2>Two</h2><p>Last words.</p>"
    after = "<h2>One</h2><p>Go on.</p><h2>Two</h2><p>Last words.</p><p>Stay here for me.</p>"
    assert _kinds(before, after) == [("moved", "from “One” to “Two”")]


def test_an_item_that_came_moves_nothing() -> None:
    before = "<ol><li>First thing</li><li>Second thing to do</li></ol>"
    after = "<ol><li>Before all of that, breathe in</li><li>First thing</li><li>Second thing to do</li></ol>"
    assert _kinds(before, after) == [("added", "")]


def test_another_sentence_in_its_place_is_not_a_change_of_it() -> None:
    before = "<p>Stand tall and let your weight settle on the foot.</p>"
    after = "<p>Never hold your breath while the chair is moving away.</p>"
    assert _kinds(before, after) == [("removed", ""), ("added", "")]


def test_many_rewritten_sentences_end_in_time() -> None:
    before = "".join(f"<p>Old sentence number {n} of many.</p>" for n in range(3000))
    after = "".join(f"<p>New sentence with the number {n}.</p>" for n in range(3000, 6000))
    assert len(text_changes(read_lines(before), read_lines(after))) == 6000


def test_the_same_guide_has_not_changed(real_guide: Guide) -> None:
    assert not compare(_version(real_guide), _version(real_guide))


def test_every_change_of_an_exercise_is_told(small_guide: Guide) -> None:
    """Whatever is edited in an entry, its page says so: by a fact, a sentence or a picture."""
    heel_lift = small_guide.exercises["heel-lift"]
    edits: dict[str, object] = {
        "name": "Knee bend", "other_names": ("sit down",), "summary": "Another sentence.", "level": 2, "sides": "each",
        "impact": "low", "feel_it_in": "The nose.", "set_up": ("Stand somewhere.",), "cues": heel_lift.cues[::-1],
        "breathing": "Through the nose.", "note": "Something new to know.", "sources": heel_lift.sources[:1],
        "steps": heel_lift.steps[::-1], "mistakes": heel_lift.mistakes[1:], "tempo": heel_lift.tempo[:1],
        "easier": heel_lift.harder, "dose": heel_lift.dose.model_copy(update={"sets": heel_lift.dose.rest_seconds}),
        "muscles": heel_lift.muscles.model_copy(update={"primary": ("thighs",)}),
        "equipment": heel_lift.equipment.model_copy(update={"required": ("weight",)}), "pattern": "jump",
    }  # fmt: skip
    for field, value in edits.items():
        (change,) = compare(_version(small_guide), _version(_with(small_guide, heel_lift, field, value))).edited
        assert change.page.address == "exercises/heel-lift/", field
        assert change.facts or change.texts or change.pictures, field


def test_a_change_of_muscles_shows_the_body_before_and_after(real_guide: Guide) -> None:
    squat = real_guide.exercises["squat"]
    fewer = squat.muscles.model_copy(update={"primary": squat.muscles.primary[:1]})
    changes = picture_changes(real_guide, squat, real_guide, squat.model_copy(update={"muscles": fewer}))
    assert "Muscles marked on the body" in [change.caption for change in changes]
    assert all(change.before != change.after for change in changes)


def test_a_frame_put_in_between_is_the_only_picture_that_is_new(real_guide: Guide) -> None:
    lunge = real_guide.exercises["reverse-lunge"]
    frames = lunge.figure.frames
    shorter = lunge.model_copy(update={"figure": lunge.figure.model_copy(update={"frames": (frames[0], *frames[2:])})})
    captions = {frame.caption for frame in frames}
    changes = picture_changes(real_guide, shorter, real_guide, lunge)
    told = [
        (change.caption, bool(change.before), bool(change.after)) for change in changes if change.caption in captions
    ]
    assert told == [(frames[1].caption, False, True)]


def test_another_choice_of_the_picture_on_cards_is_told(real_guide: Guide) -> None:
    squat = real_guide.exercises["squat"]
    other = squat.model_copy(update={"figure": squat.figure.model_copy(update={"thumbnail": 1})})
    assert [change.caption for change in picture_changes(real_guide, squat, real_guide, other)] == ["On cards"]


def _without_pair(exercise: Exercise, number: int) -> Exercise:
    pairs = exercise.figure.pairs
    return exercise.model_copy(
        update={"figure": exercise.figure.model_copy(update={"pairs": (*pairs[:number], *pairs[number + 1 :])})}
    )


def test_a_mistake_that_is_newly_drawn_is_told_with_both_pictures(real_guide: Guide) -> None:
    squat = real_guide.exercises["squat"]
    changes = picture_changes(real_guide, _without_pair(squat, 0), real_guide, squat)
    mistake = squat.mistakes[squat.figure.pairs[0].mistake - 1].mistake
    assert [change.caption for change in changes] == [f"Wrong: {mistake}", f"Right: {mistake}"]
    assert all(change.after and not change.before for change in changes)
    assert all(run.kind == "added" for change in changes for run in change.described)


def test_another_pose_of_a_mistake_is_told_with_its_words(real_guide: Guide) -> None:
    squat = real_guide.exercises["squat"]
    pair, *others = squat.figure.pairs
    wrong = pair.wrong.model_copy(update={"caption": "Another caption"})
    drawn = squat.figure.model_copy(update={"pairs": (pair.model_copy(update={"wrong": wrong}), *others)})
    changes = picture_changes(real_guide, squat, real_guide, squat.model_copy(update={"figure": drawn}))
    (change,) = changes
    assert change.caption == f"Wrong: {squat.mistakes[pair.mistake - 1].mistake}"
    assert "Another caption" in " ".join(run.text for run in change.described if run.kind == "added")


def test_another_person_is_told_by_name(real_guide: Guide) -> None:
    squat = real_guide.exercises["squat"]
    now = person_of(real_guide, squat)
    other = next(person for person in real_guide.people.values() if person.id != now.id)
    drawn = squat.figure.model_copy(update={"person": other.id})
    changes = picture_changes(real_guide, squat, real_guide, squat.model_copy(update={"figure": drawn}))
    told = {change.caption: " ".join(run.text for run in change.described) for change in changes}
    assert other.name.split()[-1] in told["Who is drawn"]


@pytest.mark.parametrize(("fact", "sentence"), [
    (FactChange("time", "10 minutes", "11 minutes"), "Squat now takes 11 minutes instead of 10."),
    (FactChange("landings", "44 landings", "40 landings"), "Squat: 40 landings instead of 44."),
    (FactChange("landings", "0 landings", "1 landing"), "Squat: 1 landing instead of 0 landings."),
    (FactChange("hold", "", "20 seconds"), "Squat: hold is new: 20 seconds."),
    (FactChange("hold", "20 seconds", ""), "Squat: hold is gone: 20 seconds."),
    (FactChange("level", "1 of 3", "2 of 3"), "Squat: level 1 of 3 → 2 of 3."),
    (FactChange("equipment needed", "step, rail", "rail, step"), "Squat, equipment needed: in another order."),
    (FactChange("equipment needed", "nothing", "step"), "Squat: equipment needed nothing → step."),
])  # fmt: skip
def test_a_fact_as_a_sentence(fact: FactChange, sentence: str) -> None:
    assert list(headlines(PageChange(PAGE, "Squat", (fact,)))) == [sentence]


def test_documents_have_their_lists_and_titles(small_guide: Guide) -> None:
    text = "---\ntitle: x\n---\n\n# Ask <first>\n\n<!-- insert: ask-first -->\n\n<!-- insert: unheard-of -->\n"
    (page,) = documents({"ask-first.md": text}, small_guide)
    assert page.name == PageName("ask-first/", "Ask <first>", "page")
    assert "You've a heart condition." in _texts(page.body)


def test_a_document_that_is_too_long_is_not_read() -> None:
    (page,) = documents({"long.md": "# Long\n\n" + "word " * 100_000}, None)
    assert _texts(page.body) == ["This page is too long to be compared word by word."]


@pytest.mark.parametrize(("body", "expected"), [
    ('<p id="a" onclick="b" style="c" class="d">e</p>', '<p class="d" id="x-a">e</p>'),
    ('<a href="#a">b</a><a href="javascript:c">d</a>', '<a href="#x-a">b</a><a>d</a>'),
    ("<script>a</script><style>b</style><p>c", "<p>c</p>"), ("<h1>a</h1><h2>b</h2>", "<h3>a</h3><h4>b</h4>"),
    ("</main></body><p>a</div>&lt;b&gt;", "<p>a&lt;b&gt;</p>"),
    ("<div hidden><p>a</p></div>b<img src=c><wbr>", "b<wbr>"),
    ('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', '<svg viewbox="0 0 1 1"><path d="M0 0"></path></svg>'),
])  # fmt: skip
def test_what_of_a_page_may_stand_in_another(body: str, expected: str) -> None:
    assert embed_body(body, "x") == expected


def _huge(count: int, words: int) -> Changes:
    """So many changed and new pages with long hostile texts."""
    text = "@#$<&' :bug: " * words
    change = TextChange("changed", "Steps", (Run("removed", text), Run("added", text)))
    picture = PictureChange("Frame", "<svg class='fig'></svg>" * 20, "<svg class='fig'></svg>")
    names = [PageName(f"exercises/e-{n}/", f"Exercise {n} {text}", "exercise") for n in range(count)]
    facts = (FactChange("level", "1 of 3", "2 of 3"),)
    edited = tuple(PageChange(name, name.title, facts, (change,) * 60, (picture,) * 3) for name in names)
    return Changes(edited=edited, added=tuple(NewPage(name, f"<p>{text}</p>" * 50) for name in names))


def test_a_huge_change_stays_below_what_github_takes() -> None:
    problems = tuple(Problem("data/<x>.yml", n, 1, "@#$<&" * 500) for n in range(1000))
    files = tuple(FileChange("changed", "@#$<&" * 500) for _ in range(1000))
    text = summary(Review("main", _huge(300, 200), problems, ("note",), files))
    assert 1000 < len(text.encode("utf-8")) < 1024 * 1024
    assert "of this summary did not fit; review.html tells more." in text
    assert "<li>and 950 more</li>" in text
    assert text.strip().endswith("needs a web server to be looked at.</p>")


def test_a_huge_change_stays_a_page_that_opens() -> None:
    page = review_page(Review("main", _huge(1000, 2)))
    assert len(page) < 20_000_000
    assert "800 more, not shown here: the page would be too large" in page
    assert page.count('<article class="page" id="added-') == 40


def test_dark_mode_follows_the_device() -> None:
    styles = (
        ':root { --a: #fff; }\n[data-md-color-scheme="slate"] {\n  --a: #000;\n}\n</style><script>alert(1)</script>'
    )
    page = review_page(Review("main", Changes()), styles=styles)
    assert "@media (prefers-color-scheme: dark) { :root { color-scheme: dark; \n  --a: #000;\n }" in page
    assert not list(html5lib.parse(page, namespaceHTMLElements=False).iter("script"))


def _version(guide: Guide) -> Version:
    return version(guide, outputs(guide, folder=DRAWN))


def _with(guide: Guide, exercise: Exercise, field: str, value: object) -> Guide:
    edited = exercise.model_copy(update={field: value})
    return replace(guide, exercises={**guide.exercises, exercise.id: edited})


def test_another_place_of_a_muscle_is_shown_on_its_page(small_guide: Guide) -> None:
    calves = small_guide.muscles["calves"]
    moved = calves.model_copy(
        update={"drawn": (calves.drawn[0].model_copy(update={"layer": 1, "sections": calves.drawn[0].sections[1:]}),)}
    )
    edited = compare(
        _version(small_guide), _version(replace(small_guide, muscles={**small_guide.muscles, "calves": moved}))
    ).edited
    (page,) = [change for change in edited if change.page.address == "muscles/calves/"]
    assert [picture.caption for picture in page.pictures] == ["Muscles marked on the body"]


def test_other_looks_of_a_person_are_shown_on_a_card_of_each_exercise_that_has_them(small_guide: Guide) -> None:
    first = next(iter(small_guide.people.values()))
    older = replace(small_guide, people={**small_guide.people, first.id: first.model_copy(update={"skin": "dark"})})
    edited = compare(_version(small_guide), _version(older)).edited
    told = [(change.page.address, picture.caption) for change in edited for picture in change.pictures]
    named = {
        exercise.id for exercise in small_guide.exercises.values() if exercise.figure.person not in (None, first.id)
    }
    assert told
    assert {caption for _, caption in told} == {"On cards", "Muscles marked on the body"}
    assert not [address for address, _ in told if address.split("/")[1] in named]
