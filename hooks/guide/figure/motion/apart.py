"""Hands and feet that a straight way between two key frames would drive through the body: they go around it."""

from __future__ import annotations

from collections.abc import Collection

from guide.figure.motion.clearance import clear
from guide.figure.motion.limbs import as_it_is, reach_leg, with_wrist
from guide.figure.posing.reach import reach_hand
from guide.figure.posing.skeleton import SIDES, Skeleton
from guide.figure.posing.vector import Vec, add, along, dot, norm, scale, sub
from guide.model.pose import SideName
from guide.model.scene import Prop

_THICK = {"thigh": 0.052, "shank": 0.032, "chest": 0.085, "pelvis": 0.085}
"""Half as thick as a part is, about, in body heights."""
_RADII = {"hand": 0.022, "foot": 0.03}
_OTHER: dict[SideName, SideName] = {"right": "left", "left": "right"}
OBSTACLES = {f"{side}_foot": (f"{_OTHER[side]}_shank",) for side in SIDES} | {
    f"{side}_hand": (f"{side}_thigh", f"{_OTHER[side]}_thigh", "chest", "pelvis") for side in SIDES
}
"""What a foot and a hand go around."""
_MOST = 0.12  # body heights that anything is pushed at most


def apart(
    skeleton: Skeleton, free: Collection[str], keys: tuple[Skeleton, Skeleton], props: tuple[Prop, ...], share: float
) -> Skeleton:
    """The skeleton with its free hands and feet outside the rest of the body, as far as they are so in the two key
    frames: what lies on a thigh at one end lies there on the way."""
    for side in SIDES:
        if f"{side}_foot" in free and (push := _push(skeleton, keys, f"{side}_foot", share)):
            foot = skeleton[f"{side}_foot"]
            skeleton = reach_leg(skeleton, side, clear(foot._replace(at=add(foot.at, push)), props))
    for side in SIDES:
        if f"{side}_hand" in free and (push := _push(skeleton, keys, f"{side}_hand", share)):
            goal = as_it_is(skeleton, side)
            skeleton = reach_hand(skeleton, side, with_wrist(goal, add(goal.wrist, push)))
    return skeleton


def _push(skeleton: Skeleton, keys: tuple[Skeleton, Skeleton], name: str, share: float) -> Vec | None:
    """The way out of the parts that it is deeper in than at both ends; None where it is in none."""
    total = None
    for part in OBSTACLES[name]:
        deep, out = depth_in(skeleton, name, part)
        if deep <= 0:
            continue
        here, there = (max(0.0, depth_in(key, name, part)[0]) for key in keys)
        excess = deep - (here + (there - here) * share)
        if excess > 1e-4:
            total = add(total or (0.0, 0.0, 0.0), scale(out, min(excess, _MOST)))
    return total


def depth_in(skeleton: Skeleton, name: str, part: str) -> tuple[float, Vec]:
    """How deep the middle of a hand or foot is in a part (below 0, outside), and the shortest way out."""
    segment, mover = skeleton[part], skeleton[name]
    point = mover.point(0.5)
    along_it = max(0.0, min(segment.length, dot(sub(point, segment.at), segment.axis)))
    way = sub(point, along(segment.at, segment.axis, along_it))
    thick = _THICK[part.rpartition("_")[2] if part.endswith(("thigh", "shank")) else part]
    distance = norm(way)
    out = scale(way, 1 / distance) if distance > 1e-6 else segment.out
    return thick + _RADII[name.rpartition("_")[2]] - distance, out
