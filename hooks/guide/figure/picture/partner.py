"""A second person who kneels and holds the ankles: a body in one pose, simply painted."""

from __future__ import annotations

from functools import lru_cache

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.painted import Painted, Piece
from guide.figure.drawn_body.parts import Look, body_parts
from guide.figure.posing.hands import HandGoal
from guide.figure.posing.reach import reach_hand
from guide.figure.posing.skeleton import SIDES, Skeleton, pose_skeleton, shift
from guide.figure.posing.vector import unit
from guide.model.pose import Limbs, Pose, Trunk
from guide.model.scene import Prop

_DARK = frozenset({"hair", "near_shorts", "far_shorts", "near_shoe", "far_shoe"})
_LEAN, _HIP = 38.0, 88.0
_APART = 0.085  # the held ankles from the middle
_KNEES = 0.17  # from the knees to the ankles that are held


def partner_pieces(prop: Prop, view: Camera) -> tuple[Piece, ...]:
    """Hands on the ankles at the prop's edge, at its height; kneeling beyond them."""
    behind = prop.edge < 0 if prop.at is None else prop.at == "behind"
    skeleton = partner_skeleton(prop.edge, prop.height, prop.across, behind=behind)
    parts = body_parts(skeleton, Look(view))
    near = max(SIDES, key=lambda side: view.depth(skeleton[f"{side}_hand"].at))
    arms = {f"{near}_{name}" for name in ("upper_arm", "forearm", "hand")}
    whole = tuple(_painted(part.paint, part.outlines) for part in parts if part.is_form and part.piece not in arms)
    arm = tuple(_painted(part.paint, part.outlines) for part in parts if part.is_form and part.piece in arms)
    x0, x1 = sorted((prop.edge, prop.edge - 0.6 if behind else prop.edge + 0.6))
    z = skeleton[f"{near}_hand"].at[2]
    reach = sorted((z, z + (0.5 if z > prop.across else -0.5)))
    body = Piece((x0, 0.0, prop.across - 0.2), (x1, 0.8, prop.across + 0.2), _flat(whole))
    return (body, Piece((x0, 0.0, reach[0]), (x1, 0.6, reach[1]), _flat(arm)))


def _painted(paint: str, outlines: tuple[tuple[tuple[float, float], ...], ...]) -> tuple[Painted, ...]:
    shade = "partner_dark" if paint in _DARK else "partner"
    return tuple(Painted(shade, outline, "smooth") for outline in outlines if len(outline) > 2)


def _flat(shapes: tuple[tuple[Painted, ...], ...]) -> tuple[Painted, ...]:
    return tuple(shape for group in shapes for shape in group)


@lru_cache(maxsize=8)
def partner_skeleton(edge: float, height: float, across: float, *, behind: bool) -> Skeleton:
    limbs = Limbs(hip=_HIP, knee=_HIP - _LEAN + 90, hip_abduction=8, ankle=-50)
    trunk = Trunk(lean=_LEAN, turn=0 if behind else 180)
    skeleton = pose_skeleton(Pose(trunk=trunk, both=limbs), "kneeling")
    knee = skeleton["right_shank"].at
    away = -1 if behind else 1
    skeleton = shift(skeleton, (edge + away * _KNEES - knee[0], 0.038 - knee[1], across))
    for side in SIDES:
        z = _APART if (side == "right") == behind else -_APART
        goal = HandGoal((edge + away * 0.03, height + 0.03, across + z), unit((0.0, -1.0, z)), unit((-away, -0.4, 0.0)))
        skeleton = reach_hand(skeleton, side, goal)
    return skeleton
