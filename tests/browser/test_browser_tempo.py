"""The figures in a real browser whose clock the tests move: each part of a tempo ends on the picture that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from figure.data import all_guide
from followed import Followed, followed
from guide.figure.picture.player import HELD, MOVING, moving_uri, takes_turns
from guide.model import Exercise, Guide, Stage
from guide.session.timeline import Move, Step, move, moves_of, steps
from guide.wording.stage_words import stage_name

EARLY = 0.02  # seconds before the end of a part
NEAR = 0.2  # of the way to the next key frame, so that whatever moves at once has arrived
IS_DRAWN = """async (box, [file, frame]) => {
  const numbers = (text) => text.match(/-?[0-9.]+/g).map(Number), read = new DOMParser();
  const drawn = read.parseFromString(await (await fetch(file)).text(), "image/svg+xml").documentElement;
  const shown = [...box.querySelectorAll("path[data-v]")];
  return [...drawn.querySelectorAll("path[data-v]")].every((path) => {
    const changes = path.dataset.v.split(";").map(numbers);
    const at = (frame - 1) / (drawn.dataset.keys - 1) * changes.length;
    const add = (form, change) => form.map((value, n) => value + change[n]);
    const wanted = changes.slice(0, at).reduce(add, numbers(path.getAttribute("d")));
    const same = shown.filter((other) => other.dataset.v === path.dataset.v);
    return same.some((other) => numbers(other.getAttribute("d")).every((value, n) => Math.abs(value - wanted[n]) < 30));
  });
}"""
"""Whether every path has, nearly, the form that the build has drawn for a key frame: a flight is fast to the end."""
PATHS = "paths => paths.map(path => path.getAttribute('d'))"


@pytest.fixture
def mover(browser: Browser) -> Iterator[Followed]:
    """Somebody who has nothing against movement."""
    with followed(browser, still=False, width=700) as found:
        yield found
        assert not found.complaints


def _parts(exercise: Exercise) -> list[tuple[float, int]]:
    """Seconds and last frame of every part of one repetition that takes time, a hold included."""
    parts = [(phase.seconds, phase.frame) for phase in exercise.tempo if phase.seconds]
    return [parts[0], (HELD, parts[0][1]), *parts[1:]] if exercise.dose.hold_seconds else parts


def _missed(runner: Followed, served: str, exercise: Exercise, parts: list[tuple[float, int]]) -> list[str]:
    """Parts of two repetitions after which the figure on the page is elsewhere than they say."""
    box, missed, gone, last = runner.page.locator(".fig-player").first, [], 0.0, len(exercise.figure.frames)
    for repetition in range(2):
        for number, (seconds, frame) in enumerate(parts):
            wanted = last + 1 - frame if repetition and takes_turns(exercise) else frame
            runner.pass_by(seconds - (EARLY if not gone else 0))
            gone += seconds
            seen = float(box.get_attribute("data-at") or 0)
            drawn = box.evaluate(IS_DRAWN, [f"{served}{moving_uri(exercise)}", wanted])
            if abs(seen - wanted) > NEAR or not drawn:
                missed.append(f"{exercise.id}, repetition {repetition}, part {number}: {seen}, not {wanted}")
    return missed


def _played(runner: Followed, served: str, exercise: Exercise) -> Page:
    runner.open(f"{served}exercises/{exercise.id}/")
    runner.page.get_by_role("button", name="Play the movement").click()
    runner.page.wait_for_selector(".fig-player svg")
    runner.pass_by(EARLY)
    return runner.page


def test_each_part_ends_on_its_picture(mover: Followed, served: str, real_guide: Guide) -> None:
    missed = []
    for exercise in real_guide.exercises.values():
        _played(mover, served, exercise)
        missed += _missed(mover, served, exercise, _parts(exercise))
    assert "\n".join(missed) == ""


def test_a_part_that_names_another_picture_is_noticed(mover: Followed, served: str, real_guide: Guide) -> None:
    squat = real_guide.exercises["squat"]
    _played(mover, served, squat)
    (seconds, _), *others = _parts(squat)
    assert len(_missed(mover, served, squat, [(seconds, 1), *others])) == 2


def test_a_session_follows_the_same_tempo(mover: Followed, served: str, real_guide: Guide) -> None:
    firsts = {routine.id: move(real_guide, routine.items[0]) for routine in real_guide.routines.values()}
    followed_here = {name: each for name, each in firsts.items() if each.repetitions > 1}
    assert followed_here
    for name, first in followed_here.items():
        mover.open(f"{served}routines/{name}/")
        mover.begin()
        while mover.kind != "work":
            mover.press("Skip")
        shown = mover.page.locator(".session__figure")
        mover.page.wait_for_selector(".session__figure[data-at]")
        for phase in first.phases:
            mover.pass_by(phase.seconds - EARLY)
            assert abs(float(shown.get_attribute("data-at") or 0) - phase.frame) < NEAR, (name, phase.action)
            mover.pass_by(EARLY)


FIRST = "first-steps"


@pytest.mark.parametrize("stage", all_guide().routines[FIRST].stages, ids=lambda stage: stage.id)
def test_every_move_of_a_routine_is_a_moving_figure(
    stage: Stage, mover: Followed, served: str, real_guide: Guide
) -> None:
    routine = real_guide.routines[FIRST]
    moves = moves_of(real_guide, stage)
    mover.open(f"{served}routines/{FIRST}/")
    mover.choose(stage_name(stage))
    mover.begin()
    for step in steps(real_guide, routine, stage):
        if step.kind == "work":
            moved = moves[step.move]
            first = _where(mover)
            mover.pass_by(moved.phases[0].seconds / 2)
            assert _where(mover) != first, moved.version or moved.name
            picture = mover.page.locator(".session__figure svg")
            mirrored = bool(re.search(r"\bfig-mirrored\b", picture.get_attribute("class") or ""))
            assert mirrored == (_side(step, moved) not in ("", moved.working or "left")), moved.version or moved.name
        mover.press("Skip")


def _side(step: Step, moved: Move) -> str:
    """The side that is on in the first repetition, for somebody who begins with the left."""
    turns = "left" if moved.sides == "alternating" else ""
    return {"first": "left", "second": "right"}.get(step.side, turns)


def _where(runner: Followed) -> list[str]:
    """The moving paths of the session's figure."""
    runner.page.wait_for_selector(".session__figure[data-at] path[data-v]", state="attached")
    found: list[str] = runner.page.locator(".session__figure path[data-v]").evaluate_all(PATHS)
    return found


def test_a_version_ends_each_part_on_its_own_picture(mover: Followed, served: str, real_guide: Guide) -> None:
    first = move(real_guide, real_guide.routines[FIRST].items[0])
    assert first.figure == "squat/sit-to-stand"
    mover.open(f"{served}routines/{FIRST}/")
    mover.begin()
    while mover.kind != "work":
        mover.press("Skip")
    shown = mover.page.locator(".session__figure")
    mover.page.wait_for_selector(".session__figure[data-at]")
    for phase in first.phases:
        mover.pass_by(phase.seconds - EARLY)
        assert shown.evaluate(IS_DRAWN, [f"{served}{MOVING}{first.figure}.svg", phase.frame])
        mover.pass_by(EARLY)


def test_two_parts_the_same_way_are_one_movement(mover: Followed, served: str, real_guide: Guide) -> None:
    hydrant = real_guide.exercises["squat-to-hydrant"]
    _played(mover, served, hydrant)
    (down, _), (up, frame), *_ = _parts(hydrant)
    mover.pass_by(down + up - 0.1 - EARLY)
    box = mover.page.locator(".fig-player").first
    before = float(box.get_attribute("data-at") or 0)
    mover.pass_by(0.2)
    after = float(box.get_attribute("data-at") or 0)
    assert before < frame < after
    assert after - before > 0.05
