"""Bodies that lie on their back, in words. Draws nothing."""

from __future__ import annotations

from guide.figure.posing.skeleton import SIDES
from guide.figure.posing.vector import angle_between
from guide.figure.words.legs import bend_text
from guide.figure.words.posture import FLAT, STRAIGHT, Posture, fives
from guide.figure.words.trunk import resting_text
from guide.model.pose import SideName

LINE = "shoulder, hip and knee make one line"


def on_back(seen: Posture) -> list[str]:
    """Lying, bridges, and the upper back on a bench."""
    shoulders = seen.part("shoulders")
    raised = shoulders is not None and shoulders.surface not in FLAT
    start = f"upper back on the {shoulders.surface}" if shoulders and raised else "lying on the back"
    return [start, *_lying_legs(seen), _hips(seen, raised=raised), lying_arms(seen)]


def _hips(seen: Posture, *, raised: bool) -> str:
    """How high the hips are, where feet carry them."""
    planted = [side for side in SIDES if seen.foot(side)]
    if seen.part("seat", "back") or not planted:
        return ""
    bend = max(seen.angles[side]["hip"] for side in planted)
    if bend < -STRAIGHT:
        return "hips lifted too high, the back arched"
    if bend <= STRAIGHT:
        return f"hips lifted until {LINE}"
    if raised:
        return "hips low"
    return "hips lifted half way" if seen.height("pelvis") > 0.12 else "hips just above the floor"


def _lying_legs(seen: Posture) -> list[str]:
    foot = seen.both("sole", "heel", "ball", "toes")
    knees = {side: seen.angles[side]["knee"] for side in SIDES}
    if foot and abs(knees["right"] - knees["left"]) < STRAIGHT:
        bent = not (80 < knees["right"] < 125 and not seen.part("seat"))
        return [_planted(foot.part, foot.surface), f"knees bent {fives(knees['right'])} degrees" if bent else ""]
    return [_lying_leg(seen, side) for side in SIDES] if not _same_free(seen) else [_free(seen, "right", both=True)]


def _planted(part: str, on: str) -> str:
    where = "" if on in FLAT else f" on the {on}"
    if part == "heel":
        return f"heels{where or ' on the floor'}, toes up"
    return f"both feet flat{where}" if part == "sole" else f"balls of both feet{where or ' on the floor'}"


def _same_free(seen: Posture) -> bool:
    right, left = (seen.skeleton[f"{side}_thigh"].axis for side in SIDES)
    bent = abs(seen.angles["right"]["knee"] - seen.angles["left"]["knee"])
    return not any(seen.foot(side) for side in SIDES) and angle_between(right, left) < 15 and bent < 15


def _lying_leg(seen: Posture, side: SideName) -> str:
    foot, knee = seen.foot(side), seen.angles[side]["knee"]
    if not foot:
        return _free(seen, side)
    where = "" if foot.surface in FLAT else f" on the {foot.surface}"
    if foot.part == "heel":
        return f"{side} heel{where or ' on the floor'}, knee bent {fives(knee)} degrees"
    return f"{side} foot {'flat' if foot.part == 'sole' else 'on its ball'}{where}"


def _free(seen: Posture, side: SideName, *, both: bool = False) -> str:
    """A leg in the air, of a body that lies on its back."""
    thigh, knee = seen.skeleton[f"{side}_thigh"].axis, seen.angles[side]["knee"]
    whose, thighs, knees = ("legs", "thighs", "knees") if both else (f"{side} leg", f"{side} thigh", "knee")
    if thigh[1] > 0.9:
        return f"{whose} straight up" if knee < 28 else f"{thighs} upright, {knees} bent {fives(knee)} degrees"
    if abs(seen.angles[side]["hip"]) < STRAIGHT and knee < 28:
        low = seen.height(f"{side}_foot") < 0.2
        return f"{whose} stretched out{', just above the floor' if low else ', in line with the trunk'}"
    return f"{whose} lifted, {bend_text(knee)}"


def lying_arms(seen: Posture) -> str:
    """Arms of a body on its back or its belly, as they lie to the trunk."""
    on_body = any(seen.pose.hand(side) != "free" for side in SIDES)
    if on_body:
        return resting_text(seen)
    words = [_arm_to_trunk(seen, side) for side in SIDES]
    if words[0] == words[1]:
        return f"arms {words[0]}"
    return f"right arm {words[0]}, left arm {words[1]}"


def _arm_to_trunk(seen: Posture, side: SideName) -> str:
    raised, out = seen.angles[side]["shoulder"], seen.angles[side]["shoulder_abduction"]
    if out > 50:
        return "out to the side"
    if raised < 45:
        return "bent over the body" if seen.angles[side]["elbow"] > 25 else "beside the body"
    return "stretched overhead" if raised > 135 else "straight up" if 65 < raised < 110 else "lifted"
