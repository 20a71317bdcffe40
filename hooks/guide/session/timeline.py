"""A routine as a timeline that a page can follow, with the arithmetic of `Guide`. No markup, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import chain

from guide.figure.picture.player import moving_name
from guide.model import Block, Guide, Item, Part, Routine, Stage
from guide.model.figure import Figure
from guide.model.quantity import TempoPhase, whole
from guide.model.workload import CHANGE_SECONDS, READY_SECONDS, finish_of
from guide.wording import stage_words, words
from guide.wording.conditions import no_jumps
from guide.wording.gates import stage_points


@dataclass(frozen=True)
class Phase:
    """One part of a repetition, or of a hold."""

    action: str
    seconds: float
    frame: int
    """Number of the key frame on which it ends."""
    fast: bool = False


@dataclass(frozen=True)
class Move:
    """An item of the routine as it is shown while it is done."""

    exercise: str
    """Id of the exercise whose figure and cues are shown: the one that is really done."""
    name: str
    dose: str
    version: str
    how: str
    note: str
    cues: tuple[str, ...]
    sides: str
    """`both`, `each` (one step a side) or `alternating`."""
    each_side: bool
    seconds: float
    """Of one step: one side, where sides are done one after the other."""
    repetitions: int
    """In one step; 1 for a hold, 0 where the clock ends it."""
    phases: tuple[Phase, ...]
    """Of one repetition; where the clock ends it, the figure alone follows them."""
    hold: bool
    load: str
    """The weight besides that of the body, and how to choose it; empty for none."""
    change_seconds: int
    """Between one side and the other, where sides are done one after the other."""
    figure: str
    """Name of the moving figure: the exercise's, or its version's where that looks different."""
    working: str = ""
    """The side that works in its figure, `left` or `right`; empty where both do."""
    left: str = ""
    """Repetitions that the stage wants to be left, such as 2–3; empty where it says nothing."""


@dataclass(frozen=True)
class Step:
    """One stretch of the timeline."""

    kind: str
    """`warm-up`, `ready`, `work`, `switch`, `rest` or `finish`."""
    seconds: float
    text: str = ""
    """What to do, in a warm-up and at the finish."""
    exercise: str = ""
    """Id of the exercise whose figure shows that, where one does."""
    move: int = 0
    """Which move, counted from 0; before a move, the one that comes next."""
    side: str = ""
    """`first` or `second`, where sides are done one after the other."""
    round: int = 0
    rounds: int = 0
    block: str = ""
    hops: int = 0
    """Low hops on both feet, in a warm-up and at the finish."""


def sessions(guide: Guide, routine: Routine) -> dict[str, object]:
    """Everything that a page needs to lead through any stage of the routine, as plain values for JSON."""
    stages = [_session(guide, routine, stage) for stage in routine.stages]
    return {"id": routine.id, "name": routine.name, "stages": stages}


def _session(guide: Guide, routine: Routine, stage: Stage) -> dict[str, object]:
    work, warm_up = guide.workload(routine, stage), guide.warm_up(routine, stage)
    weeks = {"weeks": [stage.weeks.first, stage.weeks.last]} if stage.weeks else {}
    return {
        "stage": stage.id,
        **weeks,
        "name": stage_words.title(routine, stage),
        "minutes": work.minutes,
        "minutes_when_warm": work.minutes_when_warm,
        "leave_out_when": warm_up.leave_out_when or "",
        "needs": words.equipment_names(guide, work.equipment),
        "gate": list(stage_points(guide, routine, stage)),
        "leave_out": list(no_jumps(guide)) if work.landings or work.hops else [],
        "moves": [asdict(each) for each in moves_of(guide, stage)],
        "steps": [plain_step(step) for step in steps(guide, routine, stage)],
    }


def steps(guide: Guide, routine: Routine, stage: Stage) -> tuple[Step, ...]:
    """The whole stage in order, with time to get ready wherever work would follow at once."""
    moves = moves_of(guide, stage)
    work = tuple(chain.from_iterable(_blocks(stage, moves)))[:-1]
    warm_up = actions("warm-up", guide.warm_up(routine, stage))
    return (*warm_up, *_with_changes(work, moves), *actions("finish", finish_of(routine, stage)))


def actions(kind: str, part: Part) -> Iterator[Step]:
    """A warm-up or a finish: a step for each time and side of each action."""
    for action in part.actions:
        for number in range(1, action.times + 1):
            for side in ("first", "second") if action.each_side else ("",):
                exercise = action.exercise or ""
                yield Step(kind, action.seconds, action.text, exercise, 0, side, number, action.times, hops=action.hops)


def moves_of(guide: Guide, stage: Stage) -> tuple[Move, ...]:
    """The items of a stage, with what it wants to be left at the end of a set where repetitions are counted."""
    moves = ((item, move(guide, item)) for item in stage.items)
    left = str(stage.left or "")
    return tuple(
        replace(each, left=left) if each.repetitions and not each.hold and not guide.item_jumps(item) else each
        for item, each in moves
    )


def move(guide: Guide, item: Item) -> Move:
    """The item with what its step shows and how long it takes."""
    exercise, version = guide.performed_exercise(item), guide.modification(item)
    written = guide.exercises[item.exercise]
    own = version and written.figure.of_version(version.name)
    dose, in_turn = guide.item_dose(item), guide.sides_in_turn(item)
    hold = dose.hold_seconds is not None
    turns = 1 if in_turn or not item.each_side else 2
    return Move(
        exercise=exercise.id,
        name=written.name,
        dose=words.item_dose(item, steps=guide.counts_steps(item)),
        version=version.name if version else "",
        how=version.how if version else "",
        note=item.note or "",
        cues=exercise.cues,
        sides="each" if in_turn else guide.item_sides(item),
        each_side=item.each_side,
        seconds=whole(guide.item_seconds(item) * turns / (2 if item.each_side else 1)),
        repetitions=1 if hold else (item.repetitions or 0) * turns,
        phases=_phases(guide, item),
        hold=hold,
        load=words.load(dose),
        change_seconds=dose.rest_between_sides_seconds,
        figure=moving_name(written, version.name) if version and own else exercise.id,
        working=_working(own or exercise.figure),
    )


def _working(figure: Figure) -> str:
    """The side that it was drawn for."""
    return "" if figure.working == "both" else figure.working


def phases(tempo: Iterable[TempoPhase]) -> tuple[Phase, ...]:
    """The parts of one repetition; of a hold, the way in and out."""
    return tuple(Phase(phase.action, phase.seconds, phase.frame, phase.fast) for phase in tempo)


def plain_step(step: Step) -> dict[str, object]:
    """The step without what is empty; `seconds` is always there."""
    return {name: value for name, value in asdict(step).items() if value or name in ("seconds", "move")}


def _phases(guide: Guide, item: Item) -> tuple[Phase, ...]:
    way = phases(guide.item_tempo(item))
    if guide.item_dose(item).hold_seconds:
        return (*way[:1], Phase("hold", item.seconds or 0, way[0].frame), *way[1:])
    return way


def _blocks(stage: Stage, moves: tuple[Move, ...]) -> Iterator[Iterator[Step]]:
    """Work and rests of every block, each round with the rest after it, the last one included."""
    first = 0
    for block in stage.blocks:
        numbers = range(first, first + len(block.items))
        for number in range(1, block.rounds + 1):
            yield _round(block, number, {index: moves[index] for index in numbers})
        first = numbers.stop


def _round(block: Block, number: int, moves: dict[int, Move]) -> Iterator[Step]:
    last = max(moves)
    for index, done in moves.items():
        for side in ("first", "second") if done.sides == "each" and done.each_side else ("",):
            yield Step("work", done.seconds, "", "", index, side, number, block.rounds, block.name)
        yield Step("rest", block.rest_after_round_seconds if index == last else block.rest_between_items_seconds)


def _with_changes(work: tuple[Step, ...], moves: tuple[Move, ...]) -> Iterator[Step]:
    """Each work step with what comes before it: a rest that is written, else a moment to change."""
    rest: Step | None = Step("ready", READY_SECONDS)
    for step in work:
        if step.kind == "rest":
            rest = step if step.seconds else Step("ready", CHANGE_SECONDS)
            continue
        before = rest or Step("switch", moves[step.move].change_seconds)
        yield Step(before.kind, before.seconds, "", "", step.move, step.side, step.round, step.rounds, step.block)
        yield step
        rest = None
