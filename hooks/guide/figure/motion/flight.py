"""The way from the ground into the air in real time: the feet push until the legs are nearly straight, then the centre
of mass flies on a parabola. Backwards, it is a landing."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, degrees, radians, sin, sqrt

from guide.figure.motion.clearance import clear
from guide.figure.motion.limbs import reach_leg
from guide.figure.motion.mixing import mix_feet, on_its, pose_row, row_pose, soft
from guide.figure.motion.spline import Spline
from guide.figure.posing import body
from guide.figure.posing.balance import centre_of_mass
from guide.figure.posing.contact import contacts_of, frame_pose, frame_position, on_feet
from guide.figure.posing.skeleton import Segment, Skeleton, foot, pose_skeleton, shift, sole_point
from guide.figure.posing.vector import UP, Vec, across, add, mix, sub, unit, weighted_sum
from guide.model.figure import Figure, Frame
from guide.model.pose import Pose, SideName

GRAVITY = 9.81 / 1.7  # body heights per second squared, for a body of 1.7 m
STRAIGHT = 0.985  # of the leg's length when the foot leaves the ground: the knee is bent by 20 degrees
HEEL_UP = radians(35)  # pitch of a foot that leaves the ground
WAY = 0.6  # share of the level way, and
RISE = 0.8  # the most of the rise, that the body has behind it when its feet leave the ground
TURNED = 0.75  # share of the change of trunk and arms at that moment
LOWEST = 0.004  # body heights that a centre of mass rises at least in a flight
PUSH = (0.12, 0.3)  # seconds of a push or of a landing, at least and at most


@dataclass(frozen=True)
class Leap:
    """One stretch between the ground and the top of a flight, told as if it went up."""

    figure: Figure
    ends: tuple[Skeleton, Skeleton]
    toe_off: Skeleton
    """The last moment on the ground."""
    sides: tuple[SideName, ...]
    """The feet that push."""
    rows: tuple[tuple[float, ...], tuple[float, ...]]
    """The poses of the two ends."""
    push: float
    """Seconds on the ground; 0 where the body leaves it as it stands."""
    air: float
    """Seconds in the air: as long as a body takes that rises so far."""
    lands: bool

    @property
    def seconds(self) -> float:
        return self.push + self.air

    def skeleton(self, share: float) -> Skeleton:
        """At a share of the seconds, as time goes."""
        time = self.seconds * (1 - share if self.lands else share)
        pose = row_pose(self._turned(time))
        return self._pushing(pose, time) if time < self.push else self._flying(pose, (time - self.push) / self.air)

    def _turned(self, time: float) -> tuple[float, ...]:
        """The angles: they begin to change softly, and go on in the air."""
        speed = (1 - TURNED) / self.air
        if self.push:
            speeds = ((0.0,), (min(speed * 2, 1.5 * TURNED / self.push),), (speed,))
            way = Spline((0.0, self.push, self.seconds), ((0.0,), (TURNED,), (1.0,)), speeds)
            share = way.at(0, time / self.push) if time < self.push else way.at(1, (time - self.push) / self.air)
            k = share[0]
        else:
            k = time / self.air
        return tuple([a + (b - a) * k for a, b in zip(*self.rows, strict=True)])

    def _pushing(self, pose: Pose, time: float) -> Skeleton:
        """Feet stay, their heels rise; the body gets as fast as it has to be to fly so high."""
        stand, k = self.ends[0]["pelvis"].at, time / self.push
        leaves = self.toe_off["pelvis"].at
        ways = zip(stand, leaves, self._speed(), strict=True)
        at = tuple([a + (b - a) * _started(k, v * self.push, b - a) for a, b, v in ways])
        skeleton = shift(pose_skeleton(pose), (at[0], at[1], at[2]))
        for side in self.sides:
            here, there = self.ends[0][f"{side}_foot"], self.toe_off[f"{side}_foot"]
            turned = mix_feet(here, there, k * k)
            ball = mix(sole_point(here, body.BALL), sole_point(there, body.BALL), k)
            skeleton = reach_leg(skeleton, side, on_its(body.BALL, ball, turned))
        return skeleton

    def _flying(self, pose: Pose, k: float) -> Skeleton:
        skeleton = shift(pose_skeleton(pose), mix(self.toe_off["pelvis"].at, self.ends[1]["pelvis"].at, k))
        for side in self.sides:
            skeleton = reach_leg(skeleton, side, self._drawn_up(skeleton, side, soft(k)))
        skeleton = shift(skeleton, sub(self.centre(k), centre_of_mass(skeleton)))
        for side in self.sides:
            shoe = skeleton[f"{side}_foot"]
            lifted = clear(shoe, self.figure.props)
            skeleton = skeleton if lifted == shoe else reach_leg(skeleton, side, lifted)
        return skeleton

    def centre(self, k: float) -> Vec:
        """The centre of mass at a share of the seconds in the air: on its parabola."""
        low, high = (centre_of_mass(end) for end in (self.toe_off, self.ends[1]))
        level = mix(low, high, k)
        return (level[0], high[1] - (high[1] - low[1]) * (1 - k) ** 2, level[2])

    def _drawn_up(self, skeleton: Skeleton, side: SideName, k: float) -> Segment:
        """A foot that goes with its hip, from the straight leg to the leg of the flight."""
        here, there = (
            end[f"{side}_foot"]._replace(at=sub(end[f"{side}_foot"].at, end[f"{side}_thigh"].at))
            for end in (self.toe_off, self.ends[1])
        )
        foot = mix_feet(here, there, k)
        return foot._replace(at=add(foot.at, skeleton[f"{side}_thigh"].at))

    def _speed(self) -> Vec:
        """Of the body when it leaves the ground, in body heights a second."""
        low, high = (centre_of_mass(end) for end in (self.toe_off, self.ends[1]))
        return ((high[0] - low[0]) / self.air, 2 * (high[1] - low[1]) / self.air, (high[2] - low[2]) / self.air)


def leap(figure: Figure, frames: tuple[Frame, Frame], keys: tuple[Skeleton, Skeleton]) -> Leap | None:
    """The way into the air or back, where one of two key frames flies and the other does not."""
    if bool(frames[0].flight) == bool(frames[1].flight):
        return None
    lands = bool(frames[0].flight)
    ground, flight = frames[::-1] if lands else frames
    stand, fly = keys[::-1] if lands else keys
    sides = on_feet(contacts_of(figure, ground))
    rows = [pose_row(frame_pose(frame), frame_position(frame), lies=False) for frame in (ground, flight)]
    pose = row_pose(tuple([a + (b - a) * TURNED for a, b in zip(*rows, strict=True)]))
    toe_off = _toe_off(stand, fly, sides, pose)
    rise = toe_off["pelvis"].at[1] - stand["pelvis"].at[1]
    low, high = centre_of_mass(toe_off)[1], centre_of_mass(fly)[1]
    if rise <= 0.02:
        toe_off, low = stand, centre_of_mass(stand)[1]
    air = sqrt(2 * max(LOWEST, high - low) / GRAVITY)
    push = min(PUSH[1], max(PUSH[0], 2 * rise / (GRAVITY * air))) if rise > 0.02 else 0.0
    return Leap(figure, (stand, fly), toe_off, sides, (rows[0], rows[1]), push, air, lands)


def _started(k: float, speed: float, way: float) -> float:
    """From rest to a speed: the share of the way, where both are told for the time that it takes."""
    m = min(3.0, max(0.0, speed / way)) if abs(way) > 1e-9 else 1.0
    return k * k * (3 - 2 * k) + m * k * k * (k - 1)


def _toe_off(stand: Skeleton, fly: Skeleton, sides: tuple[SideName, ...], pose: Pose) -> Skeleton:
    """The last moment on the ground: on the balls of the feet, as high as legs that are nearly straight reach."""
    low, high = stand["pelvis"].at, fly["pelvis"].at
    way = mix(low, high, WAY)
    skeleton = shift(pose_skeleton(pose), (way[0], 0.0, way[2]))
    feet = {side: _risen(stand[f"{side}_foot"]) for side in sides}
    reach = [_height(skeleton[f"{side}_thigh"].at, feet[side].at) for side in sides]
    skeleton = shift(skeleton, (0.0, min(*reach, low[1] + RISE * (high[1] - low[1]), 9.0), 0.0))
    for side in sides:
        skeleton = reach_leg(skeleton, side, feet[side])
    return skeleton


def _risen(flat: Segment) -> Segment:
    """The foot with its heel up, turned about its ball; one that is steeper already stays."""
    if flat.axis[1] < -sin(HEEL_UP):
        return flat
    heading = unit((flat.axis[0], 0.0, flat.axis[2]))
    toes = weighted_sum(heading, cos(HEEL_UP), UP, -sin(HEEL_UP))
    top = across(toes, UP)
    turned = foot((0.0, 0.0, 0.0), toes, top, flat.out, 1.0, degrees(HEEL_UP))
    return on_its(body.BALL, sole_point(flat, body.BALL), turned)


def _height(hip: Vec, ankle: Vec) -> float:
    """How far the body rises until the leg between this hip and this ankle is nearly straight."""
    aside = (hip[0] - ankle[0]) ** 2 + (hip[2] - ankle[2]) ** 2
    return ankle[1] - hip[1] + sqrt(max(0.0, (STRAIGHT * (body.THIGH + body.SHANK)) ** 2 - aside))
