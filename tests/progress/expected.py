"""Simulated histories with the rule that the facts want after each session: built from them, not by the program.

The numbers of the facts stand here a second time: what is asked is R, what should be left over is L. Runs no rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from guide.progress.pain import Answers
from guide.progress.steps import Done, Week

GREEN = Answers(0, 0, 0)


@dataclass(frozen=True)
class Case:
    """A history of one exercise, the earliest session first."""

    family: str
    done: tuple[Done, ...]
    rules: tuple[str, ...]
    """The rule after each session, judged on the day after it."""
    week: Week = field(default_factory=Week)

    @property
    def name(self) -> str:
        """What a report of a failure begins with."""
        return f"{self.family}: {self.done} in {self.week}"


def cases() -> Iterator[Case]:
    """All of them, family by family."""
    for family in _FAMILIES:
        for case in family():
            assert len(case.done) == len(case.rules), case.name
            yield case


PAUSES = {
    0: "MISS0", 6: "MISS0", 7: "MISS1", 8: "MISS1", 13: "MISS1", 14: "MISS2", 20: "MISS2", 27: "MISS2", 28: "MISS3",
    29: "MISS3", 365: "MISS3",
}  # fmt: skip
"""Days without a session, and the rule: facts 2.1, MISS1 7–13, MISS2 14–27, MISS3 28 or more; less is MISS0."""


def _set(number: int, *, asked: int = 10, left: int | None = 2, **fields: object) -> Done:
    """A session of three sets, of which the last is the hardest; the range begins five below what is asked."""
    plain = Done(GREEN, (number + 1, number + 1, number), asked=asked, least=asked - 5, left=left)
    return replace(plain, **fields)  # type: ignore[arg-type]


def _hold(seconds: int, asked: int, **fields: object) -> Done:
    plain = Done(GREEN, (seconds, seconds), asked=asked, least=asked - 10, is_hold=True)
    return replace(plain, **fields)  # type: ignore[arg-type]


def _every(days: int, done: Sequence[Done]) -> tuple[Done, ...]:
    return tuple(replace(each, answers=replace(each.answers, day=days * index)) for index, each in enumerate(done))


def _case(family: str, done: Sequence[Done], rules: Sequence[str], *, every: int = 3, week: Week | None = None) -> Case:
    return Case(family, _every(every, done), tuple(rules), week or Week())


def _green_for_ever() -> Iterator[Case]:
    # 3.3 UP2: two sessions running, every set >= R + 2, clean, left >= L, GREEN both times.
    for asked, left, more in product((8, 10, 12, 15), (1, 2, 3), (0, 1)):
        done = [_set(asked + 2, asked=asked, left=left + more, asked_left=left)] * 6
        yield _case("GREEN for ever, R + 2", done, ["HOLD"] + ["UP2"] * 5)
    # 3.3 UP1: all sets >= R, clean, left >= L + 1, GREEN: one more repetition, up to R + 2.
    for asked, left in product((8, 10, 12, 15), (1, 2, 3)):
        same = [_set(asked, asked=asked, left=left + 1, asked_left=left)] * 6
        yield _case("GREEN for ever, R", same, ["UP1"] * 6)
        grown = [_set(number, asked=asked, left=left + 1, asked_left=left) for number in range(asked, asked + 3)]
        yield _case("GREEN for ever, growing", [*grown, grown[-1]], ["UP1", "UP1", "HOLD", "UP2"])


def _unanswered() -> Iterator[Case]:
    # 3.2 PAIN-UNKNOWN: the same numbers, no step up (3.3 UP7); and DOWN goes before UP.
    unknown = Answers(0, 0, None)
    for over, during in product((0, 1, 2, 5), (0, 1, 2)):
        done = [_set(10 + over, left=4, answers=replace(unknown, during=during))] * 4
        yield _case("morning unanswered", done, ["UP7"] * 4)
    yield _case("morning unanswered, too much", [_set(7, answers=unknown)], ["DOWN1"])
    # 3.2: m missing and d >= 3 is AMBER, and above 5 RED.
    for during, rule in ((3, "PAIN-AMBER"), (5, "PAIN-AMBER"), (6, "PAIN-RED")):
        yield _case("morning unanswered, pain", [_set(12, answers=Answers(0, during, None))], [rule])
    # 3.3 UP2: GREEN both times.
    half_known = [_set(12, answers=unknown), _set(12), _set(12)]
    yield _case("morning answered from the second on", half_known, ["UP7", "HOLD", "UP2"])


def _still_there_each_morning() -> Iterator[Case]:
    # 3.2 PAIN-AMBER: 1 <= m <= 5; AMBER2: twice running; SEE: on 3 sessions within 14 days.
    for during, morning, days in product((0, 2), (1, 3, 5), (1, 2, 4, 7, 8)):
        done = [_set(12, left=4, answers=Answers(0, during, morning))] * 5
        third = "PAIN-SEE" if 2 * days <= 14 else "PAIN-AMBER2"
        rules = ["PAIN-AMBER", "PAIN-AMBER2", third, third, third]
        yield _case("m unchanged for 14 days", done, rules, every=days)


def _pain_once() -> Iterator[Case]:
    # 3.2 PAIN-AMBER: 3 <= d <= 5; 3.3 UP7: for 7 days after AMBER no step up; then UP2 asks for two GREEN sessions.
    for during, days in product((3, 4, 5), (2, 3, 4, 6, 7, 9)):
        done = [_set(12, left=3, answers=Answers(0, during, 0)), *[_set(12, left=3)] * 5]
        rules = ["PAIN-AMBER"]
        for number in range(1, 6):
            rules.append("UP7" if number * days + 1 <= 7 else "HOLD" if number == 1 else "UP2")
        yield _case("d = 4 once", done, rules, every=days)
    # 3.2 "Exactly one fires": d <= 2 and 1 <= m <= 5 is AMBER, 3 <= d <= 5 is AMBER whatever m <= 5.
    for during, morning in ((2, 2), (0, 1), (2, 5), (3, 0), (5, 5), (4, 1)):
        yield _case("d = 2, m = 2", [_set(12, answers=Answers(0, during, morning))], ["PAIN-AMBER"])
    # 3.2: d <= 2 and m = 0 is GREEN, so the steps decide.
    for during in (0, 1, 2):
        yield _case("d <= 2", [_set(12, answers=Answers(0, during, 0))] * 2, ["HOLD", "UP2"])


def _strong_pain() -> Iterator[Case]:
    # 3.2 PAIN-RED: d > 5 or m > 5, whatever else was done.
    for number, rest in product((6, 8, 10), (0, 3)):
        yield _case("d = 6", [_set(12, answers=Answers(0, number, rest))], ["PAIN-RED"])
        yield _case("m = 6", [_set(3, answers=Answers(0, rest, number), left=0)], ["PAIN-RED"])


def _signs() -> Iterator[Case]:
    # 3.2, order RED > BONE/NERVE/JOINT/TENDON > SEE > AMBER2 > AMBER > UNKNOWN > GREEN: however low the number.
    rules = {
        "red": "PAIN-RED", "bone": "PAIN-BONE", "joint": "PAIN-JOINT", "nerve": "PAIN-NERVE", "tendon": "PAIN-TENDON",
        "lasting": "PAIN-SEE", "returning": "PAIN-SEE",
    }  # fmt: skip
    for (sign, rule), during, morning in product(rules.items(), (1, 2, 4), (None, 0, 1)):
        answers = Answers(0, during, morning, frozenset({sign}))
        yield _case("a sign with d = 1", [_set(12, left=4, answers=answers)], [rule])
    for sign in ("bone", "joint", "nerve", "tendon"):
        answers = Answers(0, 7, 0, frozenset({sign}))
        yield _case("a sign with d = 7", [_set(12, answers=answers)], ["PAIN-RED"])


def _much_left() -> Iterator[Case]:
    # 3.3 UP1 and UP2 with left = 5 or more: one repetition at a time, up to R + 2; then two sessions decide.
    for asked in (6, 10, 15):
        yield _case("left always 5, R", [_set(asked, asked=asked, left=5)] * 8, ["UP1"] * 8)
        yield _case("left always 5, R + 2", [_set(asked + 2, asked=asked, left=5)] * 3, ["HOLD", "UP2", "UP2"])
    # 3.4 HOLD: one or two repetitions short is neither UP nor DOWN, however many were left.
    for short in (1, 2):
        yield _case("left 5 and short", [_set(10 - short, left=5)] * 3, ["HOLD"] * 3)


def _falling() -> Iterator[Case]:
    # 3.4 HOLD: one or two short; DOWN1: a set < R - 2; DOWN2: DOWN1 twice running, or below the range.
    for asked in (9, 10, 12, 15):
        numbers = [asked, asked - 1, asked - 2, asked - 3, asked - 4, asked - 6]
        done = [_set(number, asked=asked) for number in numbers]
        yield _case("repetitions falling", done, ["HOLD", "HOLD", "HOLD", "DOWN1", "DOWN2", "DOWN2"])
        again = [_set(number, asked=asked) for number in (asked - 3, asked, asked - 3)]
        yield _case("DOWN1 not running", again, ["DOWN1", "HOLD", "DOWN1"])
        yield _case("below the range at once", [_set(asked - 6, asked=asked)], ["DOWN2"])
    # 3.4 DOWN1: not clean in 2 sets, or left = 0; in two sessions running DOWN2.
    for wrong in ({"unclean_sets": 2}, {"unclean_sets": 3}, {"left": 0}):
        yield _case("DOWN1 with R reached", [replace(_set(12), **wrong)] * 2, ["DOWN1", "DOWN2"])  # type: ignore[arg-type]
    # 3.4: one set that was not clean is not two, and 3.3 asks for clean sets.
    yield _case("one set not clean", [_set(12, left=4, unclean_sets=1)] * 3, ["HOLD"] * 3)


def _sides() -> Iterator[Case]:
    # 3.3 UP6: sides differ by > 2 repetitions or > 10 % of load: the stronger does what the weaker did.
    for behind in (3, 4, 6):
        yield _case("one side weaker", [_set(12, left=4, sides_differ_by=behind)] * 3, ["UP6"] * 3)
    for behind in (1, 2):
        yield _case("one side hardly weaker", [_set(12, sides_differ_by=behind)] * 3, ["HOLD", "UP2", "UP2"])
    for percent, rule in ((11, "UP6"), (25, "UP6"), (10, "UP2")):
        done = [_set(12), _set(12, loads_differ_by_percent=percent)]
        yield _case("loads differ", done, ["HOLD", rule])
    # 3.3 UP6: step up only when both qualify; 3.4: DOWN goes before.
    yield _case("sides come together", [_set(12, sides_differ_by=3), _set(12)], ["UP6", "UP2"])
    yield _case("one side weaker and too much", [_set(7, sides_differ_by=5)], ["DOWN1"])


def _never() -> Iterator[Case]:
    # 3.3 UP7: weeks 1-2, an easier week, race week, a week of more kilometres: no step up, whatever was done.
    for week, over in product(
        (Week(1), Week(2), Week(week="easier"), Week(week="race"), Week(kilometres_rise=True)), (0, 2)
    ):
        yield _case("weeks without a step", [_set(10 + over, left=4)] * 3, ["UP7"] * 3, week=week)
        # Order of 3.2: pain, then DOWN, then UP.
        yield _case("weeks without a step, too much", [_set(7)], ["DOWN1"], week=week)
        hurt = _set(12, answers=Answers(0, 4, 0))
        yield _case("weeks without a step, pain", [hurt], ["PAIN-AMBER"], week=week)
    for number in (3, 4, 20):
        yield _case("third week and later", [_set(12)] * 2, ["HOLD", "UP2"], week=Week(number))


def _stalled() -> Iterator[Case]:
    # 3.4 STALL: no UP for 6 sessions, GREEN, left <= L.
    for asked, left in product((8, 10, 15), (1, 2)):
        done = [_set(asked, asked=asked, left=left, asked_left=2)] * 8
        yield _case("STALL after six", done, ["HOLD"] * 5 + ["STALL"] * 3)
    for before in range(1, 5):
        done = [*[_set(10)] * before, _set(10, left=3), *[_set(10)] * 6]
        yield _case("a step begins the count anew", done, ["HOLD"] * before + ["UP1"] + ["HOLD"] * 5 + ["STALL"])
    # 3.4 STALL: left <= L, so not where more was left and a set was short; and GREEN, so not unanswered.
    yield _case("no STALL with more left", [_set(9, left=4)] * 7, ["HOLD"] * 7)
    yield _case("no STALL unanswered", [_set(10, answers=Answers(0, 0, None))] * 7, ["UP7"] * 7)


def _holds() -> Iterator[Case]:
    # 3.3 UP1: holds +5 s up to R + 10; UP2: every set >= R + 10 s in two sessions running; 3.4 DOWN2: below the range.
    for asked in (20, 30, 45):
        seconds = (asked, asked + 5, asked + 10, asked + 10)
        yield _case("holds", [_hold(each, asked) for each in seconds], ["UP1", "UP1", "HOLD", "UP2"])
        yield _case("holds that end early", [_hold(asked - 5, asked)] * 3, ["HOLD"] * 3)
        yield _case("holds below the range", [_hold(asked - 11, asked)], ["DOWN2"])
        yield _case("holds not clean", [_hold(asked + 10, asked, unclean_sets=2)] * 2, ["DOWN1", "DOWN2"])
        yield _case("holds of which nothing was said", [_hold(asked + 10, asked, unclean_sets=None)] * 3, ["HOLD"] * 3)


def _not_told() -> Iterator[Case]:
    # 3.3: "left >= L", "clean", "every set": what nobody told of is not so.
    for over in (0, 2):
        yield _case("left not told", [_set(10 + over, left=None)] * 3, ["HOLD"] * 3)
        yield _case("clean not told", [_set(10 + over, left=4, unclean_sets=None)] * 3, ["HOLD"] * 3)
        yield _case("a set left out", [_set(10 + over, left=4, left_out=1)] * 3, ["HOLD"] * 3)


_FAMILIES = (
    _green_for_ever, _unanswered, _still_there_each_morning, _pain_once, _strong_pain, _signs, _much_left, _falling,
    _sides, _never, _stalled, _holds, _not_told,
)  # fmt: skip
