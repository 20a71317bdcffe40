"""What hands and feet do between two key frames: planted ones stay or turn about what touches, others are lifted and
put down again. Places no body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import pi, sin

from guide.figure.motion.clearance import clear
from guide.figure.motion.mixing import distance, mix_feet, on_its, row_foot, soft
from guide.figure.motion.spline import Spline
from guide.figure.posing import body
from guide.figure.posing.contact import SOLES, contacts_of, frame_pose, of_side
from guide.figure.posing.hands import HandGoal, body_goal
from guide.figure.posing.reach import reach_hand, two_bones
from guide.figure.posing.skeleton import SIDES, Segment, Skeleton
from guide.figure.posing.vector import UP, Vec, along, mix, scale, sub, unit, weighted_sum
from guide.model.figure import Figure, Frame
from guide.model.pose import HandPlace, SideName
from guide.model.scene import Contact, Prop

STEP = 0.035  # how far a stepping foot is lifted off the floor on its way
STEPS = 0.02  # and how far it goes at least
CLIMB = 0.1  # how much higher a foot has to come to be on something
_STEPPING = 0.97  # of its length: a leg that steps is bent by 28 degrees at least where it ends bent
_REACHED = 0.9998
_PIVOTS: dict[str, float | None] = {"heel": body.HEEL, "toes": body.TOE, "laces": None}


@dataclass(frozen=True)
class Leg:
    """One leg in two key frames."""

    feet: tuple[Segment, Segment]
    turns: Callable[[float], Segment]
    """How the foot is turned on its way, its ankle at the origin."""
    fixed: tuple[bool, bool]
    """Whether something holds the foot where it is."""
    knees: tuple[Vec, Vec] | None
    """Where the knee rests, in both."""
    lengths: tuple[float, float]
    """From hip to ankle."""
    reach: float | None = body.BALL
    """What the foot turns about, in front of the ankle; None for the ankle."""

    @property
    def steps(self) -> bool:
        """Whether it goes from one place to another."""
        return all(self.fixed) and distance(*(_sole(foot, self.reach) for foot in self.feet)) > STEPS

    def foot(self, share: float, props: tuple[Prop, ...]) -> Segment:
        """A foot that is held at both ends."""
        here, there = (_sole(foot, self.reach) for foot in self.feet)
        k = soft(share)
        turned = self.turns(share)
        if not self.steps:
            return on_its(self.reach, mix(here, there, k), turned)
        if abs(there[1] - here[1]) > CLIMB:
            point = over(here, there, k) if there[1] > here[1] else over(there, here, 1 - k)
        else:
            point = along(mix(here, there, k), UP, STEP * sin(pi * share) ** 2)
        return clear(on_its(self.reach, point, turned), props)


@dataclass(frozen=True)
class Arm:
    """One arm in two key frames."""

    hands: tuple[HandGoal, HandGoal]
    held: tuple[str, str]
    """What holds it: a prop, the floor, a place on the body, or nothing (`free`)."""
    fixed: tuple[bool, bool]
    """Whether that is something in the scene."""
    elbows: tuple[Vec, Vec] | None
    """Where the elbow rests, in both."""
    places: tuple[HandPlace, HandPlace]


@dataclass(frozen=True)
class Ends:
    """Hands and feet in two key frames."""

    legs: Mapping[SideName, Leg]
    arms: Mapping[SideName, Arm]
    props: tuple[Prop, ...]

    def stretched(self, side: SideName, share: float) -> float:
        """How long a leg may be now: nearly straight where it stands, as it comes to be where it steps."""
        leg, straight = self.legs[side], (body.THIGH + body.SHANK) * _REACHED
        if not leg.steps:
            return straight
        here, there = leg.lengths
        return min(straight, max(_STEPPING * straight, here + (there - here) * soft(share)))

    def feet(self, share: float) -> dict[SideName, Segment]:
        """The feet that are held at both ends, as they are now."""
        return {side: leg.foot(share, self.props) for side, leg in self.legs.items() if all(leg.fixed)}

    @property
    def resting(self) -> dict[SideName, tuple[Vec, Vec]]:
        """Wrists that rest on something in both."""
        return {side: (arm.hands[0].wrist, arm.hands[1].wrist) for side, arm in self.arms.items() if all(arm.fixed)}

    @property
    def free(self) -> frozenset[str]:
        """Hands and feet that nothing holds at one end at least."""
        feet = {f"{side}_foot" for side, leg in self.legs.items() if not all(leg.fixed)}
        held = {side for side, arm in self.arms.items() if arm.held[0] == arm.held[1] != "free"}
        return frozenset(feet | {f"{side}_hand" for side in SIDES if side not in held})


def ends_of(figure: Figure, number: int, keys: tuple[Skeleton, ...], turns: Mapping[SideName, Spline]) -> Ends:
    """What hands and feet do between a key frame and the next; `turns` say how the feet are turned all the way."""
    frames, ends = figure.frames[number : number + 2], keys[number : number + 2]
    found = [contacts_of(figure, frame) for frame in frames]
    legs = {side: _leg(found, ends, side, turns[side], number) for side in SIDES}
    return Ends(legs, {side: _arm(found, frames, ends, side) for side in SIDES}, figure.props)


def pivot(a: Contact, b: Contact) -> float | None:
    """What a foot turns about that touches with these parts, in front of its ankle; None for the ankle itself."""
    for part, reach in _PIVOTS.items():
        if part in (a.part, b.part):
            return reach
    return body.BALL


def _sole(foot: Segment, reach: float | None) -> Vec:
    return foot.at if reach is None else foot.point(reach / body.TOE, -body.ANKLE_HEIGHT)


def _leg(
    found: list[tuple[Contact, ...]], ends: tuple[Skeleton, ...], side: SideName, turns: Spline, number: int
) -> Leg:
    soles = [of_side(contacts, side, SOLES) for contacts in found]
    kneels = [of_side(contacts, side, ("knee", "shin")) for contacts in found]
    knees = (ends[0][f"{side}_shank"].at, ends[1][f"{side}_shank"].at) if all(kneels) else None
    fixed = [bool(sole or knee) for sole, knee in zip(soles, kneels, strict=True)]
    a, b = soles
    reach = pivot(a, b) if a and b else None if knees else body.BALL
    here, there = (distance(end[f"{side}_thigh"].at, end[f"{side}_shank"].end) for end in ends)
    feet = ends[0][f"{side}_foot"], ends[1][f"{side}_foot"]
    return Leg(feet, lambda share: row_foot(turns.at(number, share)), (fixed[0], fixed[1]), knees, (here, there), reach)


def _arm(
    found: list[tuple[Contact, ...]], frames: tuple[Frame, ...], ends: tuple[Skeleton, ...], side: SideName
) -> Arm:
    rests = [of_side(contacts, side, ("forearm", "elbow", "hand")) for contacts in found]
    here, there = (frame_pose(frame).hand(side) for frame in frames)
    propped = all(rest and rest.part != "hand" for rest in rests)
    elbows = (ends[0][f"{side}_forearm"].at, ends[1][f"{side}_forearm"].at) if propped else None
    a, b = (as_it_is(end, side) for end in ends)
    held = [rest.surface if rest else place for rest, place in zip(rests, (here, there), strict=True)]
    return Arm((a, b), (held[0], held[1]), (bool(rests[0]), bool(rests[1])), elbows, (here, there))


def move_legs(skeleton: Skeleton, ends: Ends, feet: Mapping[SideName, Segment], share: float) -> Skeleton:
    """Both legs where they belong."""
    for side in SIDES:
        skeleton = _move_leg(skeleton, ends, side, feet.get(side), share)
    return skeleton


def move_arms(skeleton: Skeleton, ends: Ends, share: float) -> Skeleton:
    """Both arms where they belong."""
    for side in SIDES:
        skeleton = _move_arm(skeleton, ends.arms[side], side, share)
    return skeleton


def _move_leg(skeleton: Skeleton, ends: Ends, side: SideName, held: Segment | None, share: float) -> Skeleton:
    leg, now = ends.legs[side], skeleton[f"{side}_foot"]
    goal = held
    if goal is None:
        goal = now
        if leg.fixed[0]:
            goal = mix_feet(leg.feet[0], now, soft(share))
        elif leg.fixed[1]:
            goal = mix_feet(now, leg.feet[1], soft(share))
        if any(leg.fixed):
            goal = goal.shift((0.0, STEP * sin(pi * share) ** 2, 0.0))
        goal = clear(goal, ends.props)
        if goal == now:
            return skeleton
    knee = mix(*leg.knees, soft(share)) if leg.knees else None
    return reach_leg(skeleton, side, goal, knee)


def reach_leg(skeleton: Skeleton, side: SideName, goal: Segment, knee: Vec | None = None) -> Skeleton:
    """Bend hip and knee so that the ankle comes to the goal, or as near as the leg reaches; the knee points as it did,
    or to where it rests."""
    thigh, shank = skeleton[f"{side}_thigh"], skeleton[f"{side}_shank"]
    if distance(goal.at, skeleton[f"{side}_foot"].at) < 1e-9 and not knee:
        return skeleton | {f"{side}_foot": goal}
    way = sub(knee, thigh.at) if knee else weighted_sum(thigh.front, 0.5, shank.front, 0.5)
    upper, lower = two_bones(thigh, shank, goal.at, unit(way))
    return skeleton | {f"{side}_thigh": upper, f"{side}_shank": lower, f"{side}_foot": goal._replace(at=lower.end)}


def _move_arm(skeleton: Skeleton, arm: Arm, side: SideName, share: float) -> Skeleton:
    """What rests at both ends on the same rests on the way; else the hand is carried from here to there."""
    k = soft(share)
    if all(arm.fixed):
        goal = _mixed(*arm.hands, k)
        if arm.elbows:
            elbow = sub(mix(*arm.elbows, k), skeleton[f"{side}_upper_arm"].at)
            return reach_hand(skeleton, side, _with_elbow(goal, elbow))
        if distance(arm.hands[0].wrist, arm.hands[1].wrist) > STEPS:
            goal = with_wrist(goal, along(goal.wrist, UP, STEP * sin(pi * share) ** 2))
        return reach_hand(skeleton, side, goal)
    if arm.held[0] == arm.held[1]:
        place = arm.places[0]
        return skeleton if place == "free" else reach_hand(skeleton, side, body_goal(skeleton, side, place))
    here, there = (_held(skeleton, arm, side, end) for end in (0, 1))
    return reach_hand(skeleton, side, _mixed(here, there, k))


def _held(skeleton: Skeleton, arm: Arm, side: SideName, end: int) -> HandGoal:
    """Where a hand would be now if it did all the time what it does at this end."""
    if arm.fixed[end]:
        return arm.hands[end]
    place = arm.places[end]
    resting = skeleton if place == "free" else reach_hand(skeleton, side, body_goal(skeleton, side, place))
    return as_it_is(resting, side)


def as_it_is(skeleton: Skeleton, side: SideName) -> HandGoal:
    """The goal that a hand has already reached."""
    hand, upper = skeleton[f"{side}_hand"], skeleton[f"{side}_upper_arm"]
    return HandGoal(hand.at, scale(upper.front, -1), hand.axis, hand.out)


def _mixed(here: HandGoal, there: HandGoal, share: float) -> HandGoal:
    elbow, fingers = (unit(mix(a, b, share)) for a, b in ((here.elbow, there.elbow), (here.fingers, there.fingers)))
    back = unit(mix(here.back, there.back, share)) if here.back and there.back else None
    return HandGoal(mix(here.wrist, there.wrist, share), elbow, fingers, back)


def _with_elbow(goal: HandGoal, elbow: Vec) -> HandGoal:
    return HandGoal(goal.wrist, elbow, goal.fingers, goal.back)


def with_wrist(goal: HandGoal, wrist: Vec) -> HandGoal:
    """The same hand elsewhere."""
    return HandGoal(wrist, goal.elbow, goal.fingers, goal.back)


def over(low: Vec, high: Vec, share: float) -> Vec:
    """Up first and then on, as feet do that go over an edge."""
    level, rise = mix(low, high, share**4), mix(low, high, 1 - (1 - share) ** 4)
    return (level[0], rise[1], level[2])
