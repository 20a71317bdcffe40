"""Figure and frame → the skeleton in the scene, with every contact where it belongs. Angles give way, lengths never."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from guide.figure.posing import body
from guide.figure.posing.contact import ARM_PARTS, SOLES, contacts_of, frame_pose, frame_position
from guide.figure.posing.goal import foot_goal, hand_goal, on_edge, placed, sign_of
from guide.figure.posing.hands import body_goal
from guide.figure.posing.reach import ARM, LEG, reach_foot, reach_hand, rise_to, turn_limb
from guide.figure.posing.settle import Planted, hang, settle
from guide.figure.posing.skeleton import SIDES, Segment, Skeleton, lowest_sole, pose_skeleton, shift
from guide.figure.posing.surface import Surface, surface_of
from guide.figure.posing.touch import TRUNK, arm_flesh, joint, knee_flesh, on_side, over_edge, shin_flesh, touches
from guide.figure.posing.vector import Vec, across, cross, dot, norm, scale, sub, unit
from guide.model.figure import Figure, Flight, Frame
from guide.model.pose import Pose, Position, SideName
from guide.model.scene import Contact, Prop

KEPT = 64
"""Solved frames of the last few figures: checks, words and every picture ask for the same ones. Nobody changes them."""
Mine = Mapping[str, tuple[Contact, Surface]]
"""The contacts of one side, by part."""
_NEAR = 0.0015  # a bone that misses its place by less points at it, and is not turned far to touch exactly
_LEVEL = 0.8  # a leg whose direction has less of up or down than this comes down by turning, not by bending


def solve(figure: Figure, frame: Frame) -> Skeleton:
    """The skeleton of one frame, standing, lying, hanging or flying where the frame says."""
    return _solve(frame_pose(frame), frame_position(frame), contacts_of(figure, frame), frame.flight, figure.props)


@lru_cache(maxsize=KEPT)
def _solve(
    pose: Pose, position: Position, contacts: tuple[Contact, ...], flight: Flight | None, props: tuple[Prop, ...]
) -> Skeleton:
    skeleton = pose_skeleton(pose, position)
    planted = on_surfaces(contacts, props)
    if flight:
        rise = flight.height - lowest_sole(skeleton)
        skeleton = shift(skeleton, (flight.forward, rise, flight.across))
    elif planted:
        skeleton = settle(_place(skeleton, planted), planted, position)
        skeleton = hang(skeleton, planted) if position == "hanging" else skeleton
    return place_hands(plant(skeleton, planted), pose, contacts)


def on_surfaces(contacts: tuple[Contact, ...], props: tuple[Prop, ...]) -> Planted:
    """The contacts that have a place, with what carries them."""
    pairs = ((contact, surface_of(props, contact.surface)) for contact in contacts)
    return tuple((contact, surface) for contact, surface in pairs if surface)


def _place(skeleton: Skeleton, planted: Planted) -> Skeleton:
    """The whole body moved to where its first contact is; then along the walls that it leans on."""
    first, surface = planted[0]
    way = _way_to(skeleton, first, surface)
    skeleton = shift(skeleton, (way[0], way[1], _sideways(skeleton, planted, way[2])))
    for contact, wall in planted[1:]:
        if contact.part in TRUNK and abs(wall.normal[1]) < 0.5:
            point, flesh = touches(skeleton, contact, wall)[0]
            return shift(skeleton, scale(wall.normal, flesh - wall.above(point)))
    return skeleton


def _way_to(skeleton: Skeleton, contact: Contact, surface: Surface) -> Vec:
    """From where a part is to where its contact wants it; 0 forward where it does not say."""
    if contact.part == "hand":
        hand = skeleton[f"{contact.side}_hand"]
        return sub(hand_goal(skeleton, contact, surface).wrist, hand.at)
    if contact.part in SOLES:
        foot = skeleton[f"{contact.side}_foot"]
        goal = foot_goal(skeleton, contact, surface).at
        return (goal[0] - foot.at[0] if contact.forward is not None else -foot.at[0], goal[1] - foot.at[1], goal[2])
    point, flesh = touches(skeleton, contact, surface)[0]
    if over_edge(contact, surface):
        return sub(surface.at, point)
    goal = placed((0.0, point[1], point[2]), contact, surface, flesh)
    return sub(goal, point)


def _sideways(skeleton: Skeleton, planted: Planted, alone: float) -> float:
    """The way to the right that brings hands or feet, on average, to where they are said to be."""
    first = planted[0][0]
    if first.side is None:
        return alone if first.out is not None else 0.0
    family = SOLES if first.part in SOLES else (first.part,)
    ways = [
        sign_of(contact) * contact.out - joint(skeleton, contact)[2]
        for contact, _ in planted
        if contact.part in family and contact.out is not None
    ]
    return sum(ways) / len(ways) if ways else 0.0


def plant(skeleton: Skeleton, planted: Planted) -> Skeleton:
    """Limbs and head brought to their contacts; the trunk stays."""
    for side in SIDES:
        mine: Mine = {contact.part: (contact, surface) for contact, surface in planted if contact.side == side}
        skeleton = _plant_leg(skeleton, side, mine)
        skeleton = _plant_arm(skeleton, side, mine)
    head = next((each for each in planted if each[0].part == "head"), None)
    return _rest_head(skeleton, *head) if head else skeleton


def _plant_leg(skeleton: Skeleton, side: SideName, mine: Mine) -> Skeleton:
    sole = next((mine[part] for part in SOLES if part in mine), None)
    knee = mine.get("knee") or mine.get("shin")
    if "thigh" in mine and not knee:
        contact, surface = mine["thigh"]
        thigh = skeleton[f"{side}_thigh"]
        rise = 2 * (touches(skeleton, contact, surface)[0].flesh - surface.above(thigh.at))
        skeleton = turn_limb(skeleton, side, LEG, thigh.axis, _tilted(thigh, surface, rise))
    if not knee:
        return _plant_foot(skeleton, side, *sole) if sole else skeleton
    contact, surface = knee
    shank = skeleton[f"{side}_shank"]
    goal = placed(shank.at, contact, surface, knee_flesh(skeleton, surface))
    skeleton = _lay(skeleton, side, LEG, goal, surface, fixed=contact.forward is not None)
    shank = skeleton[f"{side}_shank"]
    if sole:
        foot = foot_goal(skeleton, *sole)
        skeleton = _lay(skeleton, side, LEG[1:], foot.at, sole[1], fixed=sole[0].forward is not None)
        return skeleton | {f"{side}_foot": foot._replace(at=skeleton[f"{side}_shank"].end)}
    if "shin" in mine:
        end = placed(shank.end, contact.model_copy(update={"forward": None}), surface, shin_flesh(skeleton, surface))
        skeleton = _lay(skeleton, side, LEG[1:], (end[0], end[1], shank.end[2]), surface, fixed=False)
        foot = skeleton[f"{side}_foot"]
        return skeleton | {f"{side}_foot": on_edge(foot, foot.at, surface)} if on_side(skeleton, surface) else skeleton
    return skeleton


def _plant_foot(skeleton: Skeleton, side: SideName, contact: Contact, surface: Surface) -> Skeleton:
    goal = foot_goal(skeleton, contact, surface)
    hip, ankle = skeleton[f"{side}_thigh"].at, skeleton[f"{side}_foot"].at
    way = sub(ankle, hip)
    if contact.forward is None and abs(dot(way, surface.normal)) < _LEVEL * norm(way):
        new = rise_to(way, surface.normal, dot(sub(goal.at, hip), surface.normal))
        skeleton = turn_limb(skeleton, side, LEG, unit(way), unit(new))
        goal = foot_goal(skeleton, contact, surface)
    return reach_foot(skeleton, side, goal)


def _plant_arm(skeleton: Skeleton, side: SideName, mine: Mine) -> Skeleton:
    elbow = mine.get("forearm") or mine.get("elbow")
    if not elbow:
        return _plant_hand(skeleton, side, *mine["hand"]) if "hand" in mine else skeleton
    contact, surface = elbow
    flesh = arm_flesh(skeleton, surface)
    goal = placed(skeleton[f"{side}_forearm"].at, contact, surface, flesh)
    skeleton = _lay(skeleton, side, ARM, goal, surface, fixed=contact.forward is not None)
    if contact.part == "elbow":
        return skeleton
    forearm = skeleton[f"{side}_forearm"]
    rise = flesh - surface.above(forearm.at)
    return turn_limb(skeleton, side, ARM[1:], forearm.axis, _tilted(forearm, surface, rise))


def _plant_hand(skeleton: Skeleton, side: SideName, contact: Contact, surface: Surface) -> Skeleton:
    goal = hand_goal(skeleton, contact, surface)
    shoulder = skeleton[f"{side}_upper_arm"].at
    way = sub(skeleton[f"{side}_hand"].at, shoulder)
    if contact.forward is None and surface.level and abs(way[1]) < _LEVEL * norm(way):
        new = rise_to(way, surface.normal, goal.wrist[1] - shoulder[1])
        skeleton = turn_limb(skeleton, side, ARM, unit(way), unit(new))
        goal = hand_goal(skeleton, contact, surface)
    return reach_hand(skeleton, side, goal)


def _tilted(bone: Segment, surface: Surface, rise: float) -> Vec:
    """Direction of a bone whose end shall be `rise` farther out of the surface than its start."""
    return rise_to(bone.axis, surface.normal, rise / bone.length)


def _lay(
    skeleton: Skeleton, side: SideName, parts: tuple[str, ...], goal: Vec, surface: Surface, *, fixed: bool
) -> Skeleton:
    """One bone turned about its start so that its end is as far out of the surface as the goal, and towards it where
    its place is fixed; the rest of the limb goes with it."""
    bone = skeleton[f"{side}_{parts[0]}"]
    way = sub(goal, bone.at)
    new = unit(way)
    if not fixed or abs(norm(way) - bone.length) > _NEAR:
        new = rise_to(bone.axis, surface.normal, dot(way, surface.normal) / bone.length, way if fixed else None)
    return turn_limb(skeleton, side, parts, bone.axis, new)


def _rest_head(skeleton: Skeleton, contact: Contact, surface: Surface) -> Skeleton:
    head = skeleton["head"]
    rise = (body.HEAD_BACK - surface.above(head.at)) / head.length
    axis = rise_to(head.axis, surface.normal, rise)
    right = across(axis, head.out)
    front = cross(axis, right)
    return skeleton | {"head": head._replace(axis=axis, front=front, out=right)}


def place_hands(skeleton: Skeleton, pose: Pose, contacts: tuple[Contact, ...] = ()) -> Skeleton:
    """Hands that rest on the body are brought there; others stay."""
    touching = {contact.side for contact in contacts if contact.part in ARM_PARTS}
    for side in SIDES:
        place = pose.hand(side)
        if place != "free" and side not in touching:
            skeleton = reach_hand(skeleton, side, body_goal(skeleton, side, place))
    return skeleton
