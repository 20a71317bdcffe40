"""What a session can become, in a browser: versions in two taps, what hurts, the stage by the log, one set."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import expect

from figure.data import all_guide
from followed import Followed
from guide.model import Guide
from guide.session.exercise_catalogue import catalogue
from guide.session.timeline import move, sessions
from guide.session.ways import Way, item_of, move_of
from guide.wording.conditions import no_jumps
from guide.wording.gates import gate_points
from site_fixtures import Visit

STAGES = [(routine.id, stage.id) for routine in all_guide().routines.values() for stage in routine.stages]
"""Of every routine."""
AROUND, BEFORE = ("warm-up", "finish"), ("ready", "rest", "switch")
_SCRIPT = """async ([name, file, cases]) => {
  const root = new URL(".", location.href), script = await import(new URL(`javascripts/session/${name}.js`, root));
  const data = file && await (await fetch(new URL(file, root))).json();
  return (%s)(script, data, cases);
}"""
_OFFERS = """({offersFor}, ways, cases) => cases.map(([session, move]) => offersFor(ways, move, session))"""
_EXCHANGED = """({exchanged}, ways, cases) => cases.map((given) => exchanged(...given))"""
_PAIN = """({withoutPain}, places, given) => given.map((each) => places.map((place) => withoutPain(each, place)))"""
_STAGE = """({stageByLog}, rules, cases) => cases.map((given) => stageByLog(...given, rules))"""

Plain = dict[str, Any]


@pytest.fixture
def home(runner: Followed, served: str) -> Followed:
    """At the root of the site, from where scripts and files are asked for."""
    runner.open(served)
    return runner


def _stage(guide: Guide, routine: str, stage: str) -> Plain:
    found: list[Plain] = json.loads(json.dumps(sessions(guide, guide.routines[routine])))["stages"]
    return next(each for each in found if each["stage"] == stage)


def _asked(runner: Followed, work: str, name: str, file: str, cases: list[Any]) -> list[Any]:
    found: list[Any] = runner.page.evaluate(_SCRIPT % work, [name, file, cases])
    return found


def _offers(runner: Followed, session: Plain, moves: list[Plain]) -> list[list[Plain]]:
    return _asked(runner, _OFFERS, "adapt", "session-versions.json", [[session, each] for each in moves])


# Versions in two taps


@pytest.mark.parametrize(("routine", "stage"), STAGES)
def test_an_exchange_keeps_place_and_sets(routine: str, stage: str, home: Followed, real_guide: Guide) -> None:
    session = _stage(real_guide, routine, stage)
    steps, moves = session["steps"], session["moves"]
    cases = [
        (index, number, offer)
        for number, offers in enumerate(_offers(home, session, moves[:2]))
        for offer in offers
        for index in _moments(steps, number)
    ]
    assert cases
    asked = [[steps, index, moves, offer, 10] for index, _, offer in cases]
    for (index, number, offer), after in zip(cases, _asked(home, _EXCHANGED, "adapt", "", asked), strict=True):
        assert after["moves"] == [*moves, offer["move"]]
        _is_exchanged(steps, after["steps"], index, number, offer["move"])
        assert after["index"] == index + (steps[index]["kind"] == "work")
        assert after["steps"][after["index"]]["move"] == len(moves)


def _moments(steps: list[Plain], number: int) -> list[int]:
    """The first and the last step of each kind and side in which the move may be changed."""
    own = [(index, step) for index, step in enumerate(steps) if step["kind"] not in AROUND and step["move"] == number]
    looks = [(step["kind"], step.get("side"), index) for index, step in own]
    first = {look[:2]: look[2] for look in reversed(looks)}
    return sorted({*first.values(), *{look[:2]: look[2] for look in looks}.values()})


def _is_exchanged(before: list[Plain], after: list[Plain], index: int, number: int, to: Plain) -> None:
    new, present = max(step["move"] for step in after), before[index]
    assert after[:index] == before[:index]
    others = [[step for step in steps[index:] if step["move"] not in (number, new)] for steps in (before, after)]
    assert others[0] == others[1], "every other step is as it was"
    assert _sets(after[index:], new) == _sets(before[index:], number)
    later = [step for step in after[index:] if step["move"] == number and step["kind"] not in AROUND]
    assert later == ([present] if present["kind"] == "work" else [])
    sided = to["sides"] == "each" and to["each_side"]
    work = [step for step in after if step["move"] == new and step["kind"] == "work"]
    assert {step["seconds"] for step in work} == {to["seconds"]}
    half = sided and present.get("side") == "second"
    assert len(work) == len(_sets(after, new)) * (2 if sided else 1) - half
    _has_an_order(after[index:], new, to, half=half)


def _has_an_order(steps: list[Plain], new: int, to: Plain, *, half: bool) -> None:
    for one, other in pairwise(steps):
        assert (one["kind"], other["kind"]) != ("work", "work")
        if other["kind"] == "work" and other["move"] == new:
            assert (one["kind"] in BEFORE, one["move"], one["side"]) == (True, new, other["side"])
            if one["kind"] == "switch" and not half:
                assert one["seconds"] == to["change_seconds"]


def _sets(steps: list[Plain], number: int) -> list[tuple[int, str]]:
    work = [step for step in steps if step["move"] == number and step["kind"] == "work"]
    return list(dict.fromkeys((step["round"], step.get("block", "")) for step in work))


def test_the_whole_session_grows_by_what_the_offer_takes_longer(home: Followed, real_guide: Guide) -> None:
    session = _stage(real_guide, *STAGES[0])
    steps, moves = session["steps"], session["moves"]
    first = next(index for index, step in enumerate(steps) if step["kind"] == "ready")
    (offers,) = _offers(home, session, moves[:1])
    unsided = [offer for offer in offers if offer["move"]["sides"] != "each"]
    found = _asked(home, _EXCHANGED, "adapt", "", [[steps, first, moves, offer, 10] for offer in unsided])
    sets = len(_sets(steps, 0))
    for offer, after in zip(unsided, found, strict=True):
        longer = _seconds(after["steps"]) - _seconds(steps)
        assert longer == sets * (offer["move"]["seconds"] - moves[0]["seconds"])


def _seconds(steps: list[Plain]) -> float:
    return float(sum(step["seconds"] for step in steps))


def test_an_offer_can_be_changed_again(home: Followed, real_guide: Guide) -> None:
    session = _stage(real_guide, *STAGES[0])
    (offers,) = _offers(home, session, session["moves"][:1])
    harder = [offer["move"] for offer in offers if offer["kind"] == "harder"]
    for move_now, again in zip(harder, _offers(home, session, harder), strict=True):
        easier = [offer for offer in again if offer["kind"] == "easier"]
        assert easier, move_now["version"] or move_now["name"]


@pytest.mark.parametrize(("routine", "stage"), STAGES)
def test_no_jump_is_offered_without_its_gate(routine: str, stage: str, home: Followed, real_guide: Guide) -> None:
    session = _stage(real_guide, routine, stage)
    items = next(each for each in real_guide.routines[routine].stages if each.id == stage).items
    for item, offers in zip(items, _offers(home, session, session["moves"]), strict=True):
        for offer in offers:
            way = _way(real_guide, offer["move"])
            if real_guide.item_jumps(item_of(real_guide, way)):
                assert real_guide.item_jumps(item)
                assert {*gate_points(real_guide, real_guide.jump_gate(way.exercise))} <= {*session["gate"]}


def test_from_jump_to_jump_only_past_its_gate_and_with_no_more_landings(home: Followed, real_guide: Guide) -> None:
    jumps = [exercise for exercise in real_guide.exercises.values() if exercise.is_jump]
    moves = [asdict(move_of(real_guide, item_of(real_guide, Way(exercise)))) for exercise in jumps]
    every = [point for gate in real_guide.gates for point in gate_points(real_guide, gate)]
    found = 0
    for exercise, now, offers in zip(jumps, moves, _offers(home, {"gate": every}, moves), strict=True):
        leaping = [offer["move"] for offer in offers if _leaps(real_guide, offer["move"])]
        found += len(leaping)
        assert all(_landings(each) <= _landings(now) for each in leaping), exercise.id
        if exercise.hops_per_repetition:
            assert all(not _lands(real_guide, each) for each in leaping)
    assert found
    for offers in _offers(home, {"gate": every[:1]}, moves):
        assert [offer["name"] for offer in offers if _leaps(real_guide, offer["move"])] == []


def _way(guide: Guide, found: Plain) -> Way:
    exercise = guide.exercises[found["exercise"]]
    return Way(exercise, next((each for each in exercise.modifications if each.name == found["version"]), None))


def _leaps(guide: Guide, found: Plain) -> bool:
    return guide.item_jumps(item_of(guide, _way(guide, found)))


def _lands(guide: Guide, found: Plain) -> bool:
    return guide.item_landings(item_of(guide, _way(guide, found))) > 0


def _landings(found: Plain) -> int:
    return int(found["repetitions"] * (2 if found["sides"] == "each" and found["each_side"] else 1))


@pytest.mark.parametrize(("routine", "stage"), STAGES)
def test_an_offer_is_the_move_that_a_routine_would_have(
    routine: str, stage: str, home: Followed, real_guide: Guide
) -> None:
    session = _stage(real_guide, routine, stage)
    for now, offers in zip(session["moves"], _offers(home, session, session["moves"]), strict=True):
        for offer in offers:
            found, item = offer["move"], item_of(real_guide, _way(real_guide, offer["move"]))
            amount, unit = _amount(found)
            same = item.model_copy(update={unit: amount})
            written = json.loads(json.dumps(asdict(move(real_guide, same))))
            assert {**found, "left": ""} == {**written, "left": ""}
            assert offer["name"] == (found["version"] or found["name"])
            assert offer["how"]
            asked, asked_unit = _amount(now)
            if real_guide.item_jumps(item):
                assert _landings(found) <= _landings(now)
            elif unit == asked_unit and offer["kind"] != "harder":
                assert amount == min(asked, real_guide.item_dose(item).measure.high)
            else:
                assert amount == _amount(asdict(move_of(real_guide, item)))[0]
            if found["left"]:
                assert found["left"] == now["left"] or not now["left"]


def _amount(found: Plain) -> tuple[int, str]:
    if found["hold"]:
        return found["phases"][1]["seconds"], "seconds"
    return found["repetitions"] // (2 if found["each_side"] and found["sides"] != "each" else 1), "repetitions"


# What hurts


@pytest.mark.parametrize(("routine", "stage"), STAGES)
def test_where_it_hurts_only_what_is_left_out_goes(routine: str, stage: str, home: Followed, real_guide: Guide) -> None:
    session = _stage(real_guide, routine, stage)
    places = home.page.evaluate("async () => (await fetch('hurts.json')).json()")
    (results,) = _asked(home, _PAIN, "adapt", "hurts.json", [session])
    assert len(places) == len(real_guide.regions)
    for place, result in zip(places, results, strict=True):
        left, out = result["session"], place["out"]
        assert _work(left) == ([] if place["everything"] else [e for e in _work(session) if e[0] not in out])
        shown = [step for step in left["steps"] if step["kind"] in AROUND]
        assert [s for s in shown if s.get("hops") or s.get("exercise") in out] == []
        assert (left["gate"], left["leave_out"]) == ([], [])
        assert left["minutes"] == int(_seconds(left["steps"]) / 60 + 0.5)
        _rests_are_sensible(session["steps"], left["steps"])
        _is_told(session, left, place, result["told"])


def _work(session: Plain) -> list[tuple[Any, ...]]:
    work = [step for step in session["steps"] if step["kind"] == "work"]
    return [
        (session["moves"][step["move"]]["exercise"], step.get("side"), step["round"], step["block"], step["seconds"])
        for step in work
    ]


def _rests_are_sensible(before: list[Plain], after: list[Plain]) -> None:
    kinds = [step["kind"] for step in after]
    assert ("work", "work") not in pairwise(kinds)
    assert not [pair for pair in pairwise(kinds) if pair[0] in ("ready", "rest", "switch") and pair[1] != "work"]
    if not after:
        return
    first = next(step for step in after if step["kind"] not in AROUND)
    ready = next(step for step in before if step["kind"] == "ready")
    assert (first["kind"], first["seconds"]) == ("ready", ready["seconds"])
    assert kinds[-1] in ("work", "finish")
    for one, other in pairwise(step for step in after if step["kind"] == "work"):
        if one["round"] != other["round"] and one["block"] == other["block"]:
            assert _rest_before(after, other) >= _rest_after_round(before, one)


def _rest_before(steps: list[Plain], work: Plain) -> float:
    return float(steps[steps.index(work) - 1]["seconds"])


def _rest_after_round(steps: list[Plain], work: Plain) -> float:
    """What stood before the first work of the next round."""
    coming = next(
        s for s in steps if s["kind"] == "work" and (s["block"], s["round"]) == (work["block"], work["round"] + 1)
    )
    return _rest_before(steps, coming)


def _is_told(session: Plain, left: Plain, place: Plain, told: list[Plain]) -> None:
    by_name = {each["name"]: each for each in told}
    assert len(by_name) == len(told)
    for was, now in zip(session["moves"], left["moves"], strict=True):
        name, exercise = was["version"] or was["name"], was["exercise"]
        if exercise in place["out"]:
            assert by_name[name] == {"name": name, "action": "out", "reasons": [place["out"][exercise]]}
        elif changes := place["change"].get(exercise):
            assert by_name[name]["action"] == "change"
            assert by_name[name]["reasons"][: len(changes)] == changes
            assert now["note"] == " ".join([*changes, was["note"]]).strip()
        else:
            assert now == was
    texts = {step.get("text", "") for step in session["steps"]}
    assert by_name.keys() <= texts | {each["version"] or each["name"] for each in session["moves"]}


def test_what_hurts_is_offered_neither(home: Followed, real_guide: Guide) -> None:
    places = home.page.evaluate("async () => (await fetch('hurts.json')).json()")
    given = [_stage(real_guide, *each) for each in STAGES]
    withheld = changed = 0
    for session, results in zip(given, _asked(home, _PAIN, "adapt", "hurts.json", given), strict=True):
        usual = sum(map(len, _offers(home, session, session["moves"])))
        for place, result in zip(places, results, strict=True):
            offers = [o for each in _offers(home, result["session"], result["session"]["moves"]) for o in each]
            withheld += usual - len(offers)
            assert [o["name"] for o in offers if o["move"]["exercise"] in place["out"]] == []
            for offer in offers:
                changes = place["change"].get(offer["move"]["exercise"], [])
                changed += len(changes)
                assert offer["move"]["note"] == " ".join(changes)
    assert withheld
    assert changed


def test_two_places_that_hurt_leave_out_what_either_does(home: Followed, real_guide: Guide) -> None:
    session = _stage(real_guide, *STAGES[0])
    both = home.page.evaluate(
        """async (session) => {
          const {withoutPain} = await import(new URL("javascripts/session/adapt.js", location.href));
          const places = await (await fetch("hurts.json")).json();
          const named = (name) => places.find(({id}) => id === name);
          const one = withoutPain(session, named("achilles")), two = withoutPain(one.session, named("lower-back"));
          return {two: two.session, out: [named("achilles").out, named("lower-back").out]};
        }""",
        session,
    )
    gone = {name for out in both["out"] for name in out}
    assert _work(both["two"]) == [each for each in _work(session) if each[0] not in gone]
    assert {*both["two"]["pain"]["out"]} == gone


# The stage by the log

_MONDAY = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)


def _on(*days: int, session: str = "first-steps") -> list[Plain]:
    """Entries so many days after a Monday, the latest first, as the store gives them."""
    return [
        {"session": session, "began": (_MONDAY + timedelta(days=day)).isoformat()} for day in sorted(days, reverse=True)
    ]


@pytest.mark.parametrize(
    ("entries", "day", "week", "said"),
    [
        (_on(0), 0, 1, "has 1 week of First steps, this one included, so this is week 1."),
        (_on(0), 6, 1, "this one included"),
        (_on(0), 7, 2, "has 1 week of First steps, so this is week 2."),
        (_on(0, 2, 3), 7, 2, "has 1 week"),
        (_on(0, 6), 7, 2, "has 1 week"),
        (_on(0, 3, 7, 10), 12, 2, "2 weeks of First steps, this one included"),
        (_on(0, 7, 14, 21), 28, 5, "has 4 weeks of First steps, so this is week 5."),
        (_on(0, 4, 11), 14, 3, "has 2 weeks of First steps, so this is week 3."),
        (_on(0, 4, 12), 14, 2, "By your log and its pauses, week 1 of First steps is done, so this is week 2."),
        (_on(0, 7, 14), 22, 3, "was 8 days ago, so you repeat week 3."),
        (_on(0, 7, 14, 21, 28), 43, 3, "was 15 days ago, so you go back one stage, to week 3."),
        (_on(0, 7, 14), 28, 3, "you repeat week 3."),
        (_on(0, 7, 14), 29, 1, "you go back one stage, to week 1."),
        (_on(0), 16, 1, "you go back one stage, to week 1."),
        (_on(0, 7, 14, 21, 28), 56, 3, "go back one stage"),
        (_on(0, 7, 14, 21, 28), 57, 1, "was 29 days ago, so you start again with week 1."),
        (_on(0, 7, 14, 21, 28, 43), 50, 4, "and its pauses, week 3 of First steps is done, so this is week 4."),
        (_on(0, 7, 14, 21, 28, 43), 45, 3, "By your log and its pauses, you are in week 3 of First steps."),
    ],
)  # fmt: skip
def test_the_week_is_counted_by_the_log(
    entries: list[Plain], day: int, week: int, said: str, home: Followed, real_guide: Guide
) -> None:
    stages = json.loads(json.dumps(sessions(real_guide, real_guide.routines["first-steps"])))["stages"]
    now = (_MONDAY + timedelta(days=day)).timestamp() * 1000
    case = [stages, [*entries, *_on(1, 8, session="own")], {"id": "first-steps", "name": "First steps"}, now]
    (found,) = _asked(home, _STAGE, "stage-by-log", "rules.json", [case])
    (stage,) = (each for each in stages if each["weeks"][0] <= week and week <= (each["weeks"][1] or week))
    assert (found["week"], found["stage"]) == (week, stage["stage"])
    assert said in found["why"]


def test_without_weeks_or_without_a_log_nothing_is_said(home: Followed, real_guide: Guide) -> None:
    now = (_MONDAY + timedelta(days=3)).timestamp() * 1000
    cases: list[Any] = []
    for routine in real_guide.routines.values():
        stages = json.loads(json.dumps(sessions(real_guide, routine)))["stages"]
        has_weeks = all("weeks" in stage for stage in stages)
        told = {"id": routine.id, "name": routine.name}
        cases += [([stages, [], told, now], False), ([stages, _on(0, session="own"), told, now], False)]
        cases.append(([stages, _on(0, session=routine.id), told, now], has_weeks))
        cases.append(([stages, _on(9, session=routine.id), told, now], False))
    assert {expected for _, expected in cases} == {True, False}
    found = _asked(home, _STAGE, "stage-by-log", "rules.json", [case for case, _ in cases])
    assert [each is not None for each in found] == [expected for _, expected in cases]


# Do a set


@pytest.mark.parametrize("exercise", ["squat", "side-plank"])
def test_one_set_by_itself(exercise: str, runner: Followed, served: str, real_guide: Guide) -> None:
    runner.open(f"{served}exercises/{exercise}/")
    runner.press("Do a set")
    expect(runner.page.get_by_role("heading", name=real_guide.exercises[exercise].name).last).to_be_visible()
    runner.press("Begin")
    shown = runner.to_the_end()
    sides = [["work"], ["work", "switch", "work"]][real_guide.exercises[exercise].sides == "each"]
    assert [each.kind for each in shown] == ["ready", *sides]
    assert {each.name for each in shown} == {real_guide.exercises[exercise].name}
    expect(runner.page.locator(".session__done, .session__panel").first).to_be_visible()


def test_a_set_of_jumps_asks_for_its_gate_first(runner: Followed, served: str, real_guide: Guide) -> None:
    jump = next(each for each in real_guide.exercises.values() if each.is_jump)
    runner.open(f"{served}exercises/{jump.id}/")
    expect(runner.page.locator(".session-start")).to_contain_text("Warm up first")
    runner.press("Do a set")
    asked = [*gate_points(real_guide, real_guide.jump_gate(jump)), *no_jumps(real_guide)]
    expect(runner.page.locator("dialog .session__gate li")).to_have_text(asked)


def test_one_set_is_the_usual_dose_of_each_exercise(home: Followed, real_guide: Guide) -> None:
    given = json.loads(json.dumps(catalogue(real_guide)))
    found = home.page.evaluate(
        """async (catalogue) => {
          const {oneSet} = await import(new URL("javascripts/session/plan.js", location.href));
          return catalogue.exercises.map(({id}) => oneSet(catalogue, id));
        }""",
        given,
    )
    for session in found:
        (one,) = session["moves"]
        exercise = real_guide.exercises[one["exercise"]]
        assert _amount(one)[0] == -(-exercise.dose.measure.low // 1)
        assert (session["id"], session["name"]) == ("set", exercise.name)
        assert session["steps"][0]["kind"] == "ready"
        assert {step["kind"] for step in session["steps"]} <= {"ready", "work", "switch"}
        assert session["minutes"] == max(1, int(_seconds(session["steps"]) / 60 + 0.5))
        assert bool(session["gate"]) == bool(session["leave_out"]) == exercise.is_jump


def test_without_a_network_the_button_says_so_and_can_be_pressed_again(runner: Followed, served: str) -> None:
    runner.page.route("**/my-session/catalogue.json", lambda route: route.fulfill(status=200, json={"exercises": []}))
    runner.open(f"{served}exercises/squat/")
    runner.press("Do a set")
    expect(runner.page.locator(".session-start")).to_contain_text("could not be loaded")
    runner.page.unroute("**/my-session/catalogue.json")
    runner.press("Do a set")
    expect(runner.page.get_by_role("button", name="Begin", exact=True)).to_be_visible()


def test_a_set_that_was_interrupted_is_offered_again(runner: Followed, served: str) -> None:
    runner.open(f"{served}exercises/squat/")
    runner.press("Do a set")
    runner.press("Begin")
    runner.pass_by(15)
    runner.page.reload()
    runner.press("Resume")
    expect(runner.page.locator("dialog.session")).to_be_visible()


def test_without_scripts_there_is_no_button(served: str, visit: Visit) -> None:
    expect(visit(f"{served}exercises/squat/", scripts=False).get_by_role("button", name="Do a set")).to_be_hidden()


def test_minutes_of_ones_own_session_are_those_of_all_steps(home: Followed, real_guide: Guide) -> None:
    given = json.loads(json.dumps(catalogue(real_guide)))
    found = home.page.evaluate(
        """async (catalogue) => {
          const root = new URL("javascripts/session/", location.href);
          const {plan} = await import(new URL("plan.js", root));
          const {usual} = await import(new URL("../lists/address.js", root));
          const lists = catalogue.exercises.map((_, at) => catalogue.exercises.slice(at, at + 4).map(usual));
          return lists.map((list) => plan(catalogue, {list, rest: 45}, "My session"));
        }""",
        given,
    )
    for session in found:
        assert session["minutes"] == int(_seconds(session["steps"]) / 60 + 0.5)
        assert {"ready", "work", "finish"} <= {step["kind"] for step in session["steps"]}
