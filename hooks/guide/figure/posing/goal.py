"""Where a contact wants a foot or a hand. Moves nothing."""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin

from guide.figure.posing import body
from guide.figure.posing.hands import HandGoal
from guide.figure.posing.skeleton import Segment, Skeleton, foot
from guide.figure.posing.surface import Surface
from guide.figure.posing.touch import laces_flesh, on_side
from guide.figure.posing.vector import FORWARD, UP, Vec, across, along, cross, dot, norm, scale, sub, unit, weighted_sum
from guide.model.pose import SideName
from guide.model.scene import Contact

POINTED = 78.0  # how far a resting foot is pointed at most
_REACH = {"ball": body.BALL, "heel": body.HEEL, "toes": body.TOE}
_ON_WALL = 0.04  # below its shoulder is a hand on a wall
_HAND_OUT = 0.13  # and this far from the middle line


def foot_goal(skeleton: Skeleton, contact: Contact, surface: Surface) -> Segment:
    """The foot where its contact wants it; what the contact leaves open stays as the angles have it."""
    side = contact.side
    now, sign = skeleton[f"{side}_foot"], sign_of(contact)
    if contact.part != "laces" and on_side(skeleton, surface):
        return on_edge(now, placed(now.at, contact, surface, body.SOLE_SIDE), surface)
    out, heading = _axes(now, sign, contact.toes_out, surface)
    pitch = _pitch(skeleton[f"{side}_shank"], now, heading, contact, surface)
    toes = weighted_sum(heading, cos(pitch), surface.normal, sin(pitch))
    top = weighted_sum(surface.normal, cos(pitch), heading, -sin(pitch))
    reach = _REACH.get(contact.part)
    drop = (0.0, 0.0, 0.0) if reach is None else weighted_sum(toes, reach, top, -body.ANKLE_HEIGHT)
    flesh = laces_flesh(surface) if contact.part == "laces" else body.ANKLE_HEIGHT if reach is None else 0.0
    ankle = sub(placed(along(now.at, drop, 1), contact, surface, flesh), drop)
    if contact.out is not None and surface.level:
        ankle = (ankle[0], ankle[1], sign * contact.out)
    ball = contact.part == "ball"
    return foot(ankle, toes, top, out, float(ball), max(0.0, -degrees(pitch)) if ball else now.toes)


def on_edge(now: Segment, ankle: Vec, surface: Surface) -> Segment:
    """The foot on its inner or outer edge, its sole upright."""
    n = surface.normal
    out = scale(n, 1 if dot(now.out, n) >= 0 else -1)
    toes = across(n, now.axis)
    top = cross(out, toes)
    return foot(ankle, toes, top if dot(top, now.front) >= 0 else scale(top, -1), out, toes=now.toes)


def sign_of(contact: Contact) -> int:
    """1 to the figure's right."""
    return -1 if contact.side == "left" else 1


def placed(point: Vec, contact: Contact, surface: Surface, flesh: float) -> Vec:
    """The point, brought onto the surface, and to where the contact says."""
    z = point[2] if contact.out is None else sign_of(contact) * contact.out
    if surface.level:
        return (point[0] if contact.forward is None else contact.forward, surface.at[1] + flesh, z)
    at = (point[0], point[1] if contact.forward is None else contact.forward, z)
    return along(at, surface.normal, flesh - surface.above(at))


def _axes(now: Segment, sign: int, toes_out: float | None, surface: Surface) -> tuple[Vec, Vec]:
    """Outward and heading directions of a foot without roll: forward on a floor, up on a wall."""
    n = surface.normal
    ahead = FORWARD if surface.level else UP
    if toes_out is not None:
        a = radians(toes_out)
        beside = _beside(ahead, n, sign)
        return weighted_sum(ahead, -sin(a), beside, cos(a)), weighted_sum(ahead, cos(a), beside, sin(a))
    out = across(n, now.out)
    heading = scale(cross(n, out), sign)
    return out, heading


def _beside(ahead: Vec, normal: Vec, sign: int) -> Vec:
    """Along the surface, away from the middle."""
    way = cross(ahead, normal)
    return scale(way, sign if way[2] >= 0 else -sign)


def _pitch(shank: Segment, now: Segment, heading: Vec, contact: Contact, surface: Surface) -> float:
    """Radians that the toes point above level; a foot that lies on its laces points backwards."""
    if contact.part == "sole":
        return 0.0
    if contact.part != "laces":
        return atan2(dot(now.axis, surface.normal), dot(now.axis, heading))
    shin = degrees(atan2(dot(shank.axis, UP), dot(shank.axis, heading))) % 360
    return radians(min(200.0, max(188.0, shin + 90 - POINTED)))


def hand_goal(skeleton: Skeleton, contact: Contact, surface: Surface) -> HandGoal:
    """A hand that grips a bar, or lies flat on something."""
    return _grip(skeleton, contact, surface) if surface.bar else _flat(skeleton, contact, surface)


def _grip(skeleton: Skeleton, contact: Contact, surface: Surface) -> HandGoal:
    assert surface.bar
    side, sign = contact.side, sign_of(contact)
    shoulder = skeleton[f"{side}_upper_arm"].at
    along_bar = contact.out if surface.bar[2] else contact.forward
    place = (_HAND_OUT * sign if along_bar is None else along_bar * sign) if surface.bar[2] else along_bar or 0.0
    middle = along(surface.at, surface.bar, place - dot(surface.at, surface.bar))
    away = across(surface.bar, sub(middle, shoulder))
    if dot(away, UP) > 0.5:  # hanging: the fingers over the bar, the back of the hand towards the body
        back = scale(cross(away, skeleton["chest"].out), -1)
        wrist = along(along(middle, back, body.GRIP), away, -body.PALM)
        return HandGoal(wrist, _elbow(skeleton, side), away, back)
    level = unit((away[0], 0.0, away[2]))
    fingers = unit(weighted_sum(level, 0.94, UP, -0.25))
    wrist = along(along(middle, UP, 0.027), level, -0.045)
    return HandGoal(wrist, weighted_sum(level, -0.45, (0.0, -1.0, 0.3 * sign), 1), fingers)


def _flat(skeleton: Skeleton, contact: Contact, surface: Surface) -> HandGoal:
    """The palm on the surface, the wrist bent back; fingers forward on a floor, up on a wall."""
    side, sign = contact.side, sign_of(contact)
    n, hand = surface.normal, skeleton[f"{side}_hand"]
    if surface.level:
        wrist = placed(hand.at, contact, surface, body.WRIST)
        ahead, elbow = FORWARD, _elbow(skeleton, side)
    else:
        shoulder = skeleton[f"{side}_upper_arm"].at
        z = sign * (_HAND_OUT if contact.out is None else contact.out)
        wrist = placed((shoulder[0], shoulder[1] - _ON_WALL, z), contact, surface, body.WRIST)
        ahead, elbow = UP, weighted_sum(n, 0.45, (0.0, -1.0, 0.3 * sign), 1)
    turn = radians(contact.toes_out or 0.0)
    beside = _beside(ahead, n, sign)
    fingers = weighted_sum(ahead, cos(turn), beside, sin(turn))
    return HandGoal(wrist, elbow, fingers, n)


def _elbow(skeleton: Skeleton, side: SideName | str | None) -> Vec:
    """Where the elbow points: where the angles have it, or out of the crook of a straight arm."""
    upper, lower = skeleton[f"{side}_upper_arm"], skeleton[f"{side}_forearm"]
    way = sub(lower.end, upper.at)
    bulge = along(upper.axis, way, -dot(upper.axis, way) / max(1e-9, dot(way, way)))
    return unit(bulge) if norm(bulge) > 0.15 else scale(upper.front, -1)
