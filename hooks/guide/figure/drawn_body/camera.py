"""Where the viewer stands: orthographic projection from any azimuth and height. Knows points, not bodies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin

from guide.figure.posing.vector import Vec, dot
from guide.model.figure import ViewName

UNITS = 440  # drawing units per body height; the grid is 2 units, half a per cent

# Azimuth: 0 in front of the figure, 90 at its right side, 180 behind it; and the height of the eye. A few degrees off
# the pure side view let the far arm and leg show beside the near ones.
PLACES: dict[ViewName, tuple[float, float]] = {
    "side": (80.0, 0.0),
    "front": (0.0, 0.0),
    "back": (180.0, 0.0),
    "three_quarter": (40.0, 8.0),
    "above": (60.0, 35.0),
}

Point = tuple[float, float]


@dataclass(frozen=True)
class Camera:
    """An orthographic view."""

    right: Vec
    """Direction in space that runs to the right on paper."""
    up: Vec
    """Direction in space that runs up on paper."""
    towards: Vec
    """Direction from the figure to the viewer."""
    sideways: bool
    """Whether the figure is seen rather from the side, so that it has a near and a far half."""

    def flat(self, v: Vec) -> Point:
        """A point or direction on paper: to the right and up, in body heights."""
        (x, y, z), (rx, ry, rz), (ux, uy, uz) = v, self.right, self.up
        return (x * rx + y * ry + z * rz, x * ux + y * uy + z * uz)

    @property
    def level(self) -> bool:
        """Whether the eye is at the height of the floor, which then is a line."""
        return abs(self.towards[1]) < 1e-9

    def depth(self, v: Vec) -> float:
        """How near a point is to the viewer."""
        return dot(v, self.towards)


def camera(azimuth: float, elevation: float = 0.0) -> Camera:
    a, e = radians(azimuth), radians(elevation)
    return Camera(
        right=(sin(a), 0.0, -cos(a)),
        up=(-cos(a) * sin(e), cos(e), -sin(a) * sin(e)),
        towards=(cos(a) * cos(e), sin(e), sin(a) * cos(e)),
        sideways=abs(sin(a)) > 0.6,
    )


@cache
def view_camera(view: ViewName) -> Camera:
    return camera(*PLACES[view])
