"""Bodies that lie, kneel, sit, hang or are on hands and knees, in words. Draws nothing."""

from __future__ import annotations

from guide.figure.posture import KNEES, Posture, fives, listed, other
from guide.figure.skeleton import SIDES
from guide.figure.vector import angle_between, dot, sub
from guide.figure.words_legs import bend_text, height_text
from guide.figure.words_trunk import arms_text, resting_text, trunk_text
from guide.model.pose import SideName

STRAIGHT = 12  # degrees by which a line of the body may be bent and look straight
LINE = "shoulder, hip and knee make one line"


def on_back(seen: Posture) -> list[str]:
    """Lying, bridges, and the upper back on a bench."""
    shoulders = seen.part("shoulders")
    raised = shoulders is not None and shoulders.on not in ("floor", "mat")
    start = f"upper back on the {shoulders.on}" if shoulders and raised else "lying on the back"
    return [start, *_lying_legs(seen), _hips(seen), _lying_arms(seen)]


def _hips(seen: Posture) -> str:
    """How high the hips are, where feet carry them."""
    planted = [side for side in SIDES if seen.foot(side)]
    if seen.part("seat", "back") or not planted:
        return ""
    bend = max(seen.angles[side]["hip"] for side in planted)
    if bend < -STRAIGHT:
        return "hips lifted too high, the back arched"
    if bend <= STRAIGHT:
        return f"hips lifted until {LINE}"
    return "hips lifted half way" if seen.height("pelvis") > 0.12 else "hips just above the floor"


def _lying_legs(seen: Posture) -> list[str]:
    foot = seen.both("sole", "heel", "ball", "toes")
    knees = {side: seen.angles[side]["knee"] for side in SIDES}
    if foot and abs(knees["right"] - knees["left"]) < STRAIGHT:
        bent = not (80 < knees["right"] < 125 and not seen.part("seat"))
        return [_planted(foot.part, foot.on), f"knees bent {fives(knees['right'])} degrees" if bent else ""]
    return [_lying_leg(seen, side) for side in SIDES] if not _same_free(seen) else [_free(seen, "right", both=True)]


def _planted(part: str, on: str) -> str:
    where = "" if on in ("floor", "mat") else f" on the {on}"
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
    where = "" if foot.on in ("floor", "mat") else f" on the {foot.on}"
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


def _lying_arms(seen: Posture) -> str:
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
        return "beside the body"
    return "stretched overhead" if raised > 135 else "straight up" if 65 < raised < 110 else "lifted"


def face_down(seen: Posture) -> list[str]:
    """Planks, push-ups, and lying on the belly."""
    if seen.part("belly", "chest"):
        return ["lying face down", _lying_arms(seen)]
    knees = seen.both(*KNEES)
    arms, held = ("forearms", seen.both("forearm")) if seen.both("forearm", "elbow") else ("hands", seen.both("hand"))
    on = (held or seen.part("forearm", "hand", "elbow"))
    where = f" on the {on.on}" if on and on.on not in ("floor", "mat") else ""
    if not held:
        side = next((side for side in SIDES if seen.of(side, "hand", "forearm", "elbow")), "right")
        arms = f"the {side} {'forearm' if seen.of(side, 'forearm', 'elbow') else 'hand'}"
    start = f"front plank on {'' if not held else 'the '}{arms}{where}{' and the knees' if knees else ''}"
    elbow = max(seen.angles[side]["elbow"] for side in SIDES)
    bent = f"elbows bent {fives(elbow)} degrees" if arms == "hands" and elbow > 20 else ""
    return [start, bent, _line(seen, "knees" if knees else "heels"), *_plank_legs(seen), *_feet_on(seen)]


def _line(seen: Posture, end: str) -> str:
    sides = [side for side in SIDES if seen.foot(side) or seen.of(side, *KNEES)] or ["right"]
    hip = min((seen.angles[side]["hip"] for side in sides), key=abs)
    if abs(hip) <= STRAIGHT:
        return f"body in one line from head to {end}"
    return "hips high" if hip > 0 else "hips sagging"


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
    return [f"feet on the {foot.on}"] if foot and foot.on not in ("floor", "mat") else []


def all_fours(seen: Posture) -> list[str]:
    """Hands and knees, or what is left of them on the floor."""
    hands, knees = seen.both("hand"), seen.both(*KNEES)
    arms = "forearms" if seen.both("forearm", "elbow") else "hands"
    if (hands or arms == "forearms") and knees:
        return [f"on {arms} and knees", _back(seen)]
    carried = [f"the {side} {part}" for part, names in _FOURS for side in SIDES if seen.of(side, *names)]
    free = [f"{side} arm {_reach(seen, side)}" for side in SIDES if not seen.of(side, "hand", "forearm", "elbow")]
    free += [_stretched(seen, side) for side in SIDES if not (seen.of(side, *KNEES) or seen.foot(side))]
    if hands and not any(seen.of(side, *KNEES) for side in SIDES):
        return ["on hands and feet, face down", *free, _back(seen)]
    return [f"on {_and(carried)}", *free, _back(seen)]


_FOURS = (("hand", ("hand",)), ("forearm", ("forearm", "elbow")), ("knee", KNEES))


def _and(parts: list[str]) -> str:
    return " and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _reach(seen: Posture, side: SideName) -> str:
    raised = seen.angles[side]["shoulder"]
    return "stretched forward" if raised > 135 else "lifted" if raised > 30 else "beside the body"


def _stretched(seen: Posture, side: SideName) -> str:
    knee = seen.angles[side]["knee"]
    if seen.angles[side]["hip"] > 45:
        return f"{side} knee drawn in"
    level = abs(90 - angle_between(seen.skeleton[f"{side}_thigh"].axis, (0.0, -1.0, 0.0)))
    return f"{side} leg stretched out behind, {height_text(level)}" if knee < 28 else f"{side} leg lifted behind, bent"


def _back(seen: Posture) -> str:
    trunk = seen.pose.trunk
    return "back flat" if abs(trunk.arch) < 15 and abs(trunk.round) < 15 else ""


def on_side(seen: Posture) -> list[str]:
    """Lying on a side, and side planks."""
    low: SideName = "left" if seen.position == "on_left_side" else "right"
    top = other(low)
    propped = "forearm" if seen.of(low, "forearm", "elbow") else "hand" if seen.of(low, "hand") else ""
    lying = seen.of(low, "hip", "thigh")
    if not propped or (lying and seen.of(low, "shoulder")):
        return [f"lying on the {low} side", *_side_legs(seen, low, top), *_side_arms(seen, low, top)]
    knee = " and the knee" if seen.of(low, *KNEES) and not lying else ""
    line = "hips on the floor" if lying else _side_line(seen, low)
    return [f"side plank on the {low} {propped}{knee}", line, *_plank_top(seen, top), *_side_arms(seen, low, top)]


def _side_line(seen: Posture, low: SideName) -> str:
    thigh = seen.skeleton[f"{low}_thigh"]
    bend = angle_between(seen.skeleton["chest"].axis, sub(thigh.at, thigh.end))
    return "body in one line" if bend < 18 else "hips sagging" if seen.pose.trunk.side or bend > 18 else ""


def _plank_top(seen: Posture, top: SideName) -> list[str]:
    if seen.foot(top) or seen.of(top, *KNEES):
        return []
    return ["top leg lifted"] if seen.angles[top]["hip_abduction"] > 10 else []


def _side_legs(seen: Posture, low: SideName, top: SideName) -> list[str]:
    one, two = seen.angles[low], seen.angles[top]
    apart = angle_between(seen.skeleton[f"{low}_thigh"].axis, seen.skeleton[f"{top}_thigh"].axis)
    if abs(one["knee"] - two["knee"]) < 20 and abs(one["hip"] - two["hip"]) < 20:
        bent = _bent(one["hip"], one["knee"])
        opened = "top leg lifted" if one["knee"] < 28 else "feet together, top knee opened"
        return [bent, opened if apart > 20 + 4 else ""]
    lifted = dot(seen.skeleton[f"{top}_thigh"].axis, (0.0, 1.0, 0.0))
    straight = "straight" if two["knee"] < 28 else f"bent {fives(two['knee'])} degrees at the knee"
    raised = f"lifted about {fives(two['hip_abduction'])} degrees" if lifted > 0.2 else "in line with the body"
    return [f"lower leg bent in front, top leg {straight}, {raised}"]


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
        return f"top hand on the {hand.on} in front of the chest"
    place = seen.pose.hand(top)
    if place != "free":
        return f"top hand {'on' if place in ('hip', 'thigh') else 'at'} the {place}"
    if seen.skeleton[f"{top}_upper_arm"].axis[1] > 0.8:
        return "top arm straight up"
    return "top arm along the body" if seen.angles[top]["shoulder_abduction"] < 30 else "top arm in front"


def kneeling(seen: Posture) -> list[str]:
    """On both knees, or on one."""
    knees = seen.both(*KNEES)
    if not knees:
        side = next((side for side in SIDES if seen.of(side, *KNEES)), "right")
        foot = f"{other(side)} foot in front" if seen.foot(other(side)) else ""
        return ["half kneeling", f"{side} knee on the floor", foot, trunk_text(seen), arms_text(seen)]
    start = "kneeling, shins on the floor" if knees.on in ("floor", "mat") else f"kneeling on the {knees.on}"
    holds = next((each.on for each in seen.contacts if each.held), None)
    held = f"feet held by the {holds}" if holds == "partner" else f"feet held down by the {holds}" if holds else ""
    return [start, held, _kneeling_trunk(seen), arms_text(seen)]


def _kneeling_trunk(seen: Posture) -> str:
    lean, hip = seen.angles["right"]["trunk"], seen.angles["right"]["hip"]
    if lean < 12 or abs(hip) > STRAIGHT:
        return trunk_text(seen)
    return f"thighs and trunk in one line, leaning forward {fives(lean)} degrees"


def seated(seen: Posture) -> list[str]:
    """On a chair, or on the floor."""
    seat = seen.part("seat")
    on = seat.on if seat else "floor"
    return [f"sitting on the {on}", *_seated_legs(seen), trunk_text(seen), arms_text(seen)]


def _seated_legs(seen: Posture) -> list[str]:
    knees = {side: seen.angles[side]["knee"] for side in SIDES}
    foot = seen.both("sole", "ball", "heel", "toes")
    bend = "legs straight" if knees["right"] < 15 else f"knees bent {fives(knees['right'])} degrees"
    if foot and abs(knees["right"] - knees["left"]) < STRAIGHT:
        on = "" if foot.on in ("floor", "mat") else f" on the {foot.on}"
        tells = {"sole": f"both feet flat{on}", "ball": "heels lifted", "heel": "on the heels, toes up"}
        return [tells.get(foot.part, "toes on the floor"), bend]
    return [_seated_leg(seen, side) for side in SIDES]


def _seated_leg(seen: Posture, side: SideName) -> str:
    bend = "leg straight" if seen.angles[side]["knee"] < 15 else f"knee bent {fives(seen.angles[side]['knee'])} degrees"
    foot = seen.foot(side)
    if not foot:
        return f"{side} foot lifted, {bend}"
    return f"{side} foot {'flat' if foot.part == 'sole' else 'on its heel' if foot.part == 'heel' else 'on its ball'}, {bend}"


def hanging(seen: Posture) -> list[str]:
    """From a bar."""
    hand = seen.part("hand")
    elbow = max(seen.angles[side]["elbow"] for side in SIDES)
    arms = "arms straight" if elbow < 20 else f"elbows bent {fives(elbow)} degrees"
    knee, hip = (max(seen.angles[side][joint] for side in SIDES) for joint in ("knee", "hip"))
    legs = "legs straight" if knee < 20 and hip < 20 else listed(
        [f"hips bent {fives(hip)} degrees" if hip >= 20 else "", f"knees bent {fives(knee)} degrees" if knee >= 20 else ""]
    )
    return [f"hanging from the {hand.on if hand else 'bar'}", arms, legs]
