"""The way of a figure through all its key frames: the skeleton at any moment, and how long each stretch takes when it
is fast. The body runs through inner key frames without a halt; what is planted stays. Draws nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from math import sqrt

from guide.figure.motion.apart import apart
from guide.figure.motion.flight import Leap, leap
from guide.figure.motion.limbs import Ends, ends_of, move_arms, move_legs
from guide.figure.motion.mixing import distance, foot_row, pose_row, row_pose
from guide.figure.motion.root import Root, root_of
from guide.figure.motion.spline import Spline, spline
from guide.figure.motion.turning import residue, turned
from guide.figure.posing.contact import frame_pose, frame_position
from guide.figure.posing.skeleton import SIDES, Skeleton, pose_skeleton, shift
from guide.figure.posing.solve import solve
from guide.model.figure import Figure, Frame

SPEED = 0.45  # body heights a second at which a body moves that is as fast as control allows
SHORTEST = 0.15  # seconds of a stretch, so that none is a jerk
_MARKS = ("pelvis", "head", *(f"{side}_{part}" for side in SIDES for part in ("shank", "foot", "forearm", "hand")))


@dataclass(frozen=True)
class Motion:
    """A figure on its way."""

    figure: Figure
    keys: tuple[Skeleton, ...]
    """Its key frames, solved."""
    spans: tuple[float, ...]
    """Seconds of each stretch between two of them when it is done fast; a flight takes as long as it takes."""
    leaps: tuple[Leap | None, ...]
    """For every stretch that leaves the ground or comes back to it, how."""

    def between(self, number: int, share: float) -> Skeleton:
        """The skeleton a share of the way, as time goes, from a key frame (the first is 0) to the next."""
        if share <= 0 or share >= 1:
            return self.keys[number if share <= 0 else number + 1]
        ends = self.ends[number]
        if found := self.leaps[number]:
            return move_arms(found.skeleton(share), ends, share)
        skeleton, feet = self.posed(number, share), ends.feet(share)
        skeleton = shift(skeleton, self.roots[number].at(skeleton, feet, share))
        skeleton = move_arms(move_legs(skeleton, ends, feet, share), ends, share)
        return apart(skeleton, ends.free, (self.keys[number], self.keys[number + 1]), self.figure.props, share)

    def posed(self, number: int, share: float) -> Skeleton:
        """What the angles a share of the way make, with the hips at the origin, turned as the key frames are."""
        pose = row_pose(self._poses.at(number, share))
        skeleton = pose_skeleton(pose, "on_left_side" if self._lies else "standing")
        return turned(skeleton, self._residues.at(number, share) if self._residues else (0.0, 0.0, 0.0))

    @cached_property
    def roots(self) -> tuple[Root, ...]:
        """For every stretch, what the body is held by."""
        return tuple(root_of(self, number) for number in range(len(self.spans)))

    @cached_property
    def ends(self) -> tuple[Ends, ...]:
        """For every stretch, what hands and feet do."""
        turns = {side: spline(self.places, [foot_row(key[f"{side}_foot"]) for key in self.keys]) for side in SIDES}
        return tuple(ends_of(self.figure, number, self.keys, turns) for number in range(len(self.spans)))

    @cached_property
    def places(self) -> tuple[float, ...]:
        """Where each key frame lies on the way, in seconds of the fast movement."""
        return tuple(accumulate(self.spans, initial=0.0))

    @cached_property
    def _lies(self) -> bool:
        return any(frame.position in ("on_left_side", "on_right_side") for frame in self.figure.frames)

    @cached_property
    def _poses(self) -> Spline:
        frames = self.figure.frames
        rows = [pose_row(frame_pose(frame), frame_position(frame), lies=self._lies) for frame in frames]
        return spline(self.places, rows)

    @cached_property
    def _residues(self) -> Spline | None:
        """How the solved bodies are turned as a whole against their angles; None where none is."""
        pairs = zip(self.figure.frames, self.keys, strict=True)
        rows = [residue(pose_skeleton(frame_pose(frame), frame_position(frame)), key) for frame, key in pairs]
        return spline(self.places, rows) if any(max(map(abs, row)) > 1e-6 for row in rows) else None


def motion_of(figure: Figure) -> Motion:
    """The way of a figure through its key frames."""
    keys = tuple(solve(figure, frame) for frame in figure.frames)
    pairs = list(zip(pairwise(figure.frames), pairwise(keys), strict=True))
    leaps = tuple(leap(figure, frames, skeletons) for frames, skeletons in pairs)
    ways = [_way(*skeletons) for _, skeletons in pairs]
    spans = [found.seconds if found else max(SHORTEST, way / SPEED) for found, way in zip(leaps, ways, strict=True)]
    return Motion(figure, keys, tuple(spans), leaps)


def way_between(figure: Figure, before: Frame, after: Frame) -> Callable[[float], Skeleton]:
    """The skeleton at a share of the way from one frame to another, whatever comes before and after them."""
    motion = motion_of(figure.model_copy(update={"frames": (before, after)}))
    return lambda share: motion.between(0, share)


def _way(before: Skeleton, after: Skeleton) -> float:
    """How far the body goes, as the root of the mean square of its joints' ways."""
    ways = [distance(before[name].at, after[name].at) for name in _MARKS]
    return sqrt(sum(way * way for way in ways) / len(ways))
