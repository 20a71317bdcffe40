"""Bodies that kneel, sit or hang, in words. Draws nothing."""

from __future__ import annotations

from guide.figure.posing.skeleton import SIDES
from guide.figure.words.posture import FLAT, KNEES, STRAIGHT, Posture, fives, other
from guide.figure.words.trunk import arms_text, trunk_text
from guide.model.pose import SideName


def kneeling(seen: Posture) -> list[str]:
    """On both knees, or on one."""
    knees = seen.both(*KNEES)
    if not knees:
        side: SideName = "right" if seen.of("right", *KNEES) else "left"
        foot = f"{other(side)} foot in front" if seen.foot(other(side)) else ""
        return ["half kneeling", f"{side} knee on the floor", foot, trunk_text(seen), arms_text(seen)]
    start = "kneeling, shins on the floor" if knees.surface in FLAT else f"kneeling on the {knees.surface}"
    holds = next((each.surface for each in seen.contacts if each.held), None)
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
    on = seat.surface if seat else "floor"
    return [f"sitting on the {on}", *_seated_legs(seen), trunk_text(seen), arms_text(seen)]


def _seated_legs(seen: Posture) -> list[str]:
    knees = {side: seen.angles[side]["knee"] for side in SIDES}
    foot = seen.both("sole", "ball", "heel", "toes")
    bend = "legs straight" if knees["right"] < 15 else f"knees bent {fives(knees['right'])} degrees"
    if foot and abs(knees["right"] - knees["left"]) < STRAIGHT:
        on = "" if foot.surface in FLAT else f" on the {foot.surface}"
        tells = {"sole": f"both feet flat{on}", "ball": "heels lifted", "heel": "on the heels, toes up"}
        return [tells.get(foot.part, "toes on the floor"), bend]
    return [_seated_leg(seen, side) for side in SIDES]


def _seated_leg(seen: Posture, side: SideName) -> str:
    bend = "leg straight" if seen.angles[side]["knee"] < 15 else f"knee bent {fives(seen.angles[side]['knee'])} degrees"
    foot = seen.foot(side)
    if not foot:
        return f"{side} foot lifted, {bend}"
    return f"{side} foot {_STANDS.get(foot.part, 'on its ball')}, {bend}"


_STANDS = {"sole": "flat", "heel": "on its heel"}


def hanging(seen: Posture) -> list[str]:
    """From a bar."""
    hand = seen.part("hand")
    elbow = max(seen.angles[side]["elbow"] for side in SIDES)
    arms = "arms straight" if elbow < 20 else f"elbows bent {fives(elbow)} degrees"
    knee, hip = (max(seen.angles[side][joint] for side in SIDES) for joint in ("knee", "hip"))
    legs = [f"{name} bent {fives(angle)} degrees" for name, angle in (("hips", hip), ("knees", knee)) if angle >= 20]
    return [f"hanging from the {hand.surface if hand else 'bar'}", arms, *(legs or ["legs straight"])]
