"""Bodies that are face down, on hands and knees or on a side, in words. Draws nothing."""

from __future__ import annotations

from math import dist

from guide.figure.posing.skeleton import SIDES
from guide.figure.posing.vector import UP, angle_between, scale, sub
from guide.figure.words.back import lying_arms
from guide.figure.words.legs import bend_text, height_text
from guide.figure.words.posture import FLAT, KNEES, STRAIGHT, Posture, fives, other
from guide.model.pose import SideName

LINE = 18  # degrees by which a body on its side may be bent and look straight
HOLLOW = 15  # degrees of a lower back that hangs, although the hips are straight
OPEN = 0.1  # of body height: knees that are farther apart do not lie on each other
RAISED = 0.06  # of body height: an ankle that is higher does not lie on the floor
_CARRIED = (("hand", ("hand",)), ("forearm", ("forearm", "elbow")), ("knee", KNEES))


def face_down(seen: Posture) -> list[str]:
    """Planks, push-ups, and lying on the belly."""
    if seen.part("belly", "chest"):
        return ["lying face down", lying_arms(seen)]
    knees = seen.both(*KNEES)
    arms, held = ("forearms", seen.both("forearm")) if seen.both("forearm", "elbow") else ("hands", seen.both("hand"))
    on = held or seen.part("forearm", "hand", "elbow")
    where = f" on the {on.surface}" if on and on.surface not in FLAT else ""
    if not held:
        side: SideName = "right" if seen.of("right", "hand", "forearm", "elbow") else "left"
        arms = f"the {side} {'forearm' if seen.of(side, 'forearm', 'elbow') else 'hand'}"
    start = f"front plank on {'' if not held else 'the '}{arms}{where}{' and the knees' if knees else ''}"
    elbow = max(seen.angles[side]["elbow"] for side in SIDES)
    bent = f"elbows bent {fives(elbow)} degrees" if arms == "hands" and elbow > 20 else ""
    return [start, bent, _line(seen, "knees" if knees else "heels"), *_plank_legs(seen), *_feet_on(seen)]


def _line(seen: Posture, end: str) -> str:
    sides = [side for side in SIDES if seen.foot(side) or seen.of(side, *KNEES)] or ["right"]
    hip = min((seen.angles[side]["hip"] for side in sides), key=abs)
    if abs(hip) <= STRAIGHT and seen.pose.trunk.arch < HOLLOW:
        return f"body in one line from head to {end}"
    return "hips high" if hip > STRAIGHT else "hips sagging"


def _plank_legs(seen: Posture) -> list[str]:
    texts = []
    for side in SIDES:
        if seen.foot(side) or seen.of(side, *KNEES):
            continue
        angles = seen.angles[side]
        if angles["hip"] > 45:
            texts.append(f"{side} knee drawn in under the body")
        else:
            texts.append(f"{side} leg lifted, {bend_text(angles['knee'])}")
    return texts


def _feet_on(seen: Posture) -> list[str]:
    foot = seen.both("sole", "ball", "toes", "laces")
    return [f"feet on the {foot.surface}"] if foot and foot.surface not in FLAT else []


def all_fours(seen: Posture) -> list[str]:
    """Hands and knees, or what is left of them on the floor."""
    hands, knees = seen.both("hand"), seen.both(*KNEES)
    arms = "forearms" if seen.both("forearm", "elbow") else "hands"
    if (hands or arms == "forearms") and knees:
        return [f"on {arms} and knees", _back(seen)]
    carried = [f"the {side} {part}" for part, names in _CARRIED for side in SIDES if seen.of(side, *names)]
    free = [f"{side} arm {_reach(seen, side)}" for side in SIDES if not seen.of(side, "hand", "forearm", "elbow")]
    free += [_stretched(seen, side) for side in SIDES if not (seen.of(side, *KNEES) or seen.foot(side))]
    if hands and not any(seen.of(side, *KNEES) for side in SIDES):
        return ["on hands and feet, face down", *free, _back(seen)]
    return [f"on {_and(carried)}", *free, _back(seen)]


def _and(parts: list[str]) -> str:
    return " and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _reach(seen: Posture, side: SideName) -> str:
    raised = seen.angles[side]["shoulder"]
    return "stretched forward" if raised > 135 else "lifted" if raised > 30 else "beside the body"


def _stretched(seen: Posture, side: SideName) -> str:
    knee = seen.angles[side]["knee"]
    if seen.angles[side]["hip"] > 45:
        return f"{side} knee drawn in"
    level = abs(90 - angle_between(seen.skeleton[f"{side}_thigh"].axis, scale(UP, -1)))
    return f"{side} leg stretched out behind, {height_text(level)}" if knee < 28 else f"{side} leg lifted behind, bent"


def _back(seen: Posture) -> str:
    trunk = seen.pose.trunk
    return "back flat" if abs(trunk.arch) < HOLLOW and abs(trunk.round) < 15 else ""


def on_side(seen: Posture) -> list[str]:
    """Lying on a side, and side planks."""
    low: SideName = "left" if seen.position == "on_left_side" else "right"
    top = other(low)
    propped = "forearm" if seen.of(low, "forearm", "elbow") else "hand" if seen.of(low, "hand") else ""
    lying = seen.of(low, "hip", "thigh")
    if not propped or (lying and seen.of(low, "shoulder")):
        return [f"lying on the {low} side", *_side_legs(seen, low, top), *_side_arms(seen, low, top)]
    knee = " and the knee" if seen.of(low, *KNEES) and not lying else ""
    rest = seen.of(top, *KNEES) or seen.foot(top)
    name = "knee" if seen.of(top, *KNEES) else "foot"
    raised = f"top {name} on the {rest.surface}" if rest and rest.surface not in FLAT else ""
    line = "hips on the floor" if lying else _side_line(seen, top if raised else low)
    start = f"side plank on the {low} {propped}{knee}"
    return [start, raised, line, *_plank_top(seen, top), *_side_arms(seen, low, top)]


def _side_line(seen: Posture, side: SideName) -> str:
    """Whether trunk and the thigh that carries them are one line, and else which way they are bent."""
    thigh, chest = seen.skeleton[f"{side}_thigh"], seen.skeleton["chest"].axis
    leg = sub(thigh.at, thigh.end)
    if angle_between(chest, leg) < LINE:
        return "body in one line"
    steeper = angle_between(leg, UP) - angle_between(chest, UP)
    return "hips bent" if abs(steeper) < LINE / 2 else "hips low" if steeper > 0 else "hips high"


def _plank_top(seen: Posture, top: SideName) -> list[str]:
    if seen.foot(top) or seen.of(top, *KNEES):
        return []
    return ["top leg lifted"] if seen.angles[top]["hip_abduction"] > 10 else []


def _side_legs(seen: Posture, low: SideName, top: SideName) -> list[str]:
    one, two = seen.angles[low], seen.angles[top]
    if abs(one["knee"] - two["knee"]) < 20 and abs(one["hip"] - two["hip"]) < 20:
        apart = dist(seen.skeleton[f"{low}_shank"].at, seen.skeleton[f"{top}_shank"].at) > OPEN
        feet = dist(seen.skeleton[f"{low}_foot"].at, seen.skeleton[f"{top}_foot"].at)
        bent = "feet together, top knee opened" if feet < OPEN else "top knee and top foot lifted"
        opened = "top leg lifted" if one["knee"] < 28 else bent
        return [_bent(one["hip"], one["knee"]), opened if apart else ""]
    if one["knee"] < 28:
        held = "lifted" if seen.skeleton[f"{low}_foot"].at[1] > RAISED else "on the floor"
        front = "its foot on the floor in front" if seen.foot(top) else "in front"
        return [f"lower leg straight, {held}", f"top leg bent, {front}"]
    lifted = two["hip_abduction"]
    raised = f"lifted about {fives(lifted)} degrees" if lifted > 10 else "in line with the body"
    return [f"lower leg bent in front, top leg {bend_text(two['knee'])}, {raised}"]


def _bent(hip: float, knee: float) -> str:
    if knee < 28 and hip < 28:
        return "legs straight"
    return f"hips bent {fives(hip)} degrees, knees bent {fives(knee)} degrees"


def _side_arms(seen: Posture, low: SideName, top: SideName) -> list[str]:
    head = "head on the stretched lower arm" if seen.angles[low]["shoulder_abduction"] > 45 else ""
    head = head if not seen.of(low, "hand", "forearm", "elbow") else ""
    return [head, _top_arm(seen, top)]


def _top_arm(seen: Posture, top: SideName) -> str:
    hand = seen.of(top, "hand")
    if hand:
        return f"top hand on the {hand.surface} in front of the chest"
    place = seen.pose.hand(top)
    if place != "free":
        return f"top hand {'on' if place in ('hip', 'thigh') else 'at'} the {place}"
    if seen.skeleton[f"{top}_upper_arm"].axis[1] > 0.8:
        return "top arm straight up"
    return "top arm along the body" if seen.angles[top]["shoulder_abduction"] < 30 else "top arm in front"
