"""Where the body is as a whole on its way between two key frames: held by what is planted. Moves no limb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guide.figure.motion.limbs import STEPS, Ends, pivot
from guide.figure.motion.mixing import distance, soft
from guide.figure.posing import body
from guide.figure.posing.contact import ARM_PARTS, SOLES, contacts_of
from guide.figure.posing.skeleton import Segment, Skeleton
from guide.figure.posing.surface import FLOOR, surface_of
from guide.figure.posing.touch import TRUNK, touches
from guide.figure.posing.vector import Vec, add, along, mix, norm, scale, sub
from guide.model.pose import SideName
from guide.model.scene import Contact, Prop

if TYPE_CHECKING:
    from guide.figure.motion.way import Motion

Feet = Mapping[SideName, Segment]
_STIFF = (TRUNK, frozenset({"knee", "shin"}), frozenset({"elbow", "forearm"}))
"""Parts that leave the body no choice, the stiffest first; hands and feet bend with their limbs."""
_ARM = (body.UPPER_ARM + body.FOREARM) * 0.9998
ROUNDS = 12
_HERE = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Anchor:
    """A part that the body is held by, and where it is at the start and at the end."""

    contact: Contact
    point: Callable[[Skeleton], Vec]
    start: Vec
    end: Vec
    stays: bool
    """Whether it holds the body all the way."""

    def goal(self, feet: Feet, share: float) -> Vec:
        """Where it is now; a foot that turns about its ball takes its ankle along."""
        side = self.contact.side
        if self.stays and self.contact.part in SOLES and (side == "right" or side == "left") and side in feet:
            return feet[side].at
        return mix(self.start, self.end, soft(share))


@dataclass(frozen=True)
class Root:
    """What holds the body from its start to its end; where that changes, `before` and `after` differ."""

    before: tuple[Anchor, ...]
    after: tuple[Anchor, ...]
    off: tuple[Vec, Vec]
    """What the key frames differ by from that."""
    ways: tuple[Vec, Vec]
    """The middle of the hips in the two key frames."""
    ends: Ends

    def at(self, skeleton: Skeleton, feet: Feet, share: float) -> Vec:
        """The middle of the hips; the skeleton has it at the origin."""
        here = add(self.held(self.before, skeleton, feet, share), self.off[0])
        there = add(self.held(self.after, skeleton, feet, share), self.off[1])
        return self._within_reach(mix(here, there, soft(share)), skeleton, feet, share)

    def held(self, anchors: tuple[Anchor, ...], skeleton: Skeleton, feet: Feet, share: float) -> Vec:
        """Where these alone have the hips."""
        if not anchors:
            return mix(*self.ways, share)
        ways = [sub(anchor.goal(feet, share), anchor.point(skeleton)) for anchor in anchors]
        return scale(_sum(ways), 1 / len(ways))

    def _within_reach(self, held: Vec, skeleton: Skeleton, feet: Feet, share: float) -> Vec:
        """Moved so far that no planted limb would have to be longer than it is."""
        ends, k = self.ends, soft(share)
        limbs = [(skeleton[f"{side}_thigh"].at, foot.at, ends.stretched(side, share)) for side, foot in feet.items()]
        limbs += [(skeleton[f"{side}_upper_arm"].at, mix(*way, k), _ARM) for side, way in ends.resting.items()]
        for _ in range(ROUNDS):
            moved = held
            for start, goal, length in limbs:
                way = sub(goal, add(start, moved))
                excess = norm(way) - length
                if excess > 0:
                    moved = along(moved, way, excess / norm(way))
            if moved == held:
                break
            held = moved
        return held


def root_of(motion: Motion, number: int) -> Root:
    """What holds the body from a key frame to the next."""
    figure, ends = motion.figure, motion.ends[number]
    frames, keys = figure.frames[number : number + 2], motion.keys[number : number + 2]
    here, there = (contacts_of(figure, frame) for frame in frames)
    shared = [(a, b) for a in here for b in there if _stays(a, b, keys)]
    if shared:
        before = after = tuple(_anchor(a, keys, figure.props, stays=True) for a, _ in _stiffest(shared))
    else:
        before = tuple(_anchor(a, (keys[0], keys[0]), figure.props, stays=False) for a in here[:1])
        after = tuple(_anchor(b, (keys[1], keys[1]), figure.props, stays=False) for b in there[:1])
    root = Root(before, after, (_HERE, _HERE), (keys[0]["pelvis"].at, keys[1]["pelvis"].at), ends)
    return Root(before, after, _off(motion, number, root), root.ways, ends)


def _off(motion: Motion, number: int, root: Root) -> tuple[Vec, Vec]:
    """What the hips of the key frames differ by from where the anchors alone would have them."""
    ends = motion.ends[number]
    first, last = (motion.posed(number, share) for share in (0.0, 1.0))
    here = root.held(root.before, first, ends.feet(0.0), 0.0)
    there = root.held(root.after, last, ends.feet(1.0), 1.0)
    return sub(root.ways[0], here), sub(root.ways[1], there)


def _stays(a: Contact, b: Contact, keys: tuple[Skeleton, ...]) -> bool:
    """Whether two contacts are one that stays, though a heel may lift from its ball."""
    if a.side != b.side or a.surface != b.surface:
        return False
    if a.part in SOLES and b.part in SOLES:
        reach = pivot(a, b)
        points = [_sole(key[f"{a.side}_foot"], reach) for key in keys]
        return distance(*points) < STEPS
    return a.part == b.part


def _sole(foot: Segment, reach: float | None) -> Vec:
    return foot.at if reach is None else foot.point(reach / body.TOE, -body.ANKLE_HEIGHT)


def _stiffest(shared: list[tuple[Contact, Contact]]) -> list[tuple[Contact, Contact]]:
    for parts in _STIFF:
        if found := [pair for pair in shared if pair[0].part in parts]:
            return found
    return [pair for pair in shared if pair[0].part in SOLES] or shared


def _anchor(contact: Contact, keys: tuple[Skeleton, ...], props: tuple[Prop, ...], *, stays: bool) -> Anchor:
    surface = surface_of(props, contact.surface) or FLOOR
    part, side = contact.part, contact.side

    def point(skeleton: Skeleton) -> Vec:
        if part in SOLES:
            return skeleton[f"{side}_foot"].at
        if part in ("knee", "shin"):
            return skeleton[f"{side}_shank"].at
        if part in ARM_PARTS:
            return skeleton[f"{side}_{'hand' if part == 'hand' else 'forearm'}"].at
        if part == "head":
            return skeleton["head"].end
        return touches(skeleton, contact, surface)[0].point

    return Anchor(contact, point, point(keys[0]), point(keys[-1]), stays)


def _sum(ways: list[Vec]) -> Vec:
    total = (0.0, 0.0, 0.0)
    for way in ways:
        total = add(total, way)
    return total
