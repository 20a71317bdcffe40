"""Elastic bands: a loop round both legs, a line from the body to an anchor or to another part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle
from math import cos, pi, sin

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.grips import limb_axis, places, sides_of
from guide.figure.drawn_body.outline import Outline
from guide.figure.drawn_body.parts import Part
from guide.figure.picture.depth import Held
from guide.figure.posing.skeleton import Skeleton
from guide.figure.posing.vector import Vec, across, add, along, cross, dot, mix, norm, scale, sub, unit
from guide.model.scene import Thing, ThingPlace

_HALF = 0.013  # half the width of a band
_STEPS = 5  # points of half a turn round a leg
_HALF_POINTS = 7  # of each half as drawn


def loop(place: ThingPlace, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    """A band round both legs, or round the hips: its far half behind them, its near half before."""
    found = places(place, skeleton)
    if len(found) == 1:
        segment = skeleton["pelvis" if place == "hips" else "chest"]
        centre, out, axis = found[0][0], segment.out, segment.axis
        ring = _ring(along(centre, out, 0.03), along(centre, out, -0.03), 0.066, axis, out)
    else:
        (a, thick), (b, _) = found
        axis = unit(add(limb_axis(place, skeleton, "right"), limb_axis(place, skeleton, "left")))
        ring = _ring(a, b, thick, axis, unit(sub(a, b)))
    yield from _halves(ring, axis, view)


def _ring(a: Vec, b: Vec, thick: float, axis: Vec, out: Vec) -> list[Vec]:
    """Points round two round things of one thickness that stand side by side."""
    out = across(axis, out)
    front = cross(out, axis)
    points = []
    for centre, start in ((a, 0.0), (b, pi)):
        for i in range(_STEPS):
            turn = start - pi / 2 + pi * i / (_STEPS - 1)
            points.append(along(along(centre, out, thick * cos(turn)), front, thick * sin(turn)))
    return points


def _halves(ring: Sequence[Vec], axis: Vec, view: Camera) -> Iterator[Held]:
    """Cut where it turns away from the viewer, which is where it is furthest to either side on paper."""
    if abs(view.depth(axis)) > 0.85:  # seen along its axis, it is cut into its upper and its lower half
        axis, lateral = scale(view.up, 0.6), view.right
        near_by = view.up
    else:
        lateral, near_by = unit(cross(axis, view.towards)), view.towards
    flat_side = view.flat(lateral)
    wide = [sum(x * y for x, y in zip(view.flat(p), flat_side, strict=True)) for p in ring]
    n = len(ring)
    first, last = max(range(n), key=wide.__getitem__), min(range(n), key=wide.__getitem__)
    one = [ring[i % n] for i in range(first, last + (n if last < first else 0) + 1)]
    two = [ring[i % n] for i in range(last, first + (n if first < last else 0) + 1)]
    near, far = sorted((one, two), key=lambda way: sum(dot(p, near_by) for p in way) / len(way), reverse=True)
    legs = tuple(f"{side}_{name}" for side in ("right", "left") for name in _ALL)
    body = (*legs, "hips", "top")
    # As many points in every position, so that the halves can be blended.
    near, far = _evenly(near), _evenly(far)
    yield Held(Part("far", "band_far", (ribbon(far, axis, view),)), tuple(far), below=body)
    yield Held(Part("near", "band", (ribbon(near, axis, view),)), tuple(near), above=body)


def _evenly(way: Sequence[Vec]) -> list[Vec]:
    """The way with a fixed number of points, whatever number it came with."""
    last = len(way) - 1
    places = (k * last / (_HALF_POINTS - 1) for k in range(_HALF_POINTS))
    return [mix(way[i], way[min(i + 1, last)], place - i) for place in places for i in [min(int(place), last)]]


_ALL = ("leg", "thigh", "shank", "foot", "shoe", "sole", "shorts")


def ribbon(way: Sequence[Vec], axis: Vec, view: Camera, half: float = _HALF) -> Outline:
    """A flat band along a way, as wide as `axis` says."""
    return (
        *(view.flat(along(p, axis, half)) for p in way),
        *(view.flat(along(p, axis, -half)) for p in reversed(way)),
    )


def line(a: Vec, b: Vec, view: Camera, half: float = 0.009) -> Outline:
    """A stretched band from point to point."""
    x, y = view.flat(sub(b, a))
    d = (x * x + y * y) ** 0.5 or 1e-9
    nx, ny = -y / d * half, x / d * half
    (ax, ay), (bx, by) = view.flat(a), view.flat(b)
    ends = ((ax, ay), (ax + (bx - ax) / 2, ay + (by - ay) / 2), (bx, by))
    return (*((px + nx, py + ny) for px, py in ends), *((px - nx, py - ny) for px, py in ends[::-1]))


def anchored(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    """From a part of the body to a fixed point."""
    assert thing.anchor
    fixed = (thing.anchor[0], thing.anchor[1], thing.anchor[2])
    for i, (at, thick) in enumerate(places(thing.at, skeleton)):
        start = along(at, unit(sub(fixed, at)), thick)
        probes = tuple(mix(start, fixed, k / 8) for k in range(9))
        yield Held(Part(f"line_{i}", "band", (line(start, fixed, view),)), probes)
        if not thing.at.endswith(("hand", "hands")):
            yield from _cuff(thing.at, i, skeleton, view)
    yield Held(
        Part("anchor", "metal", (line(along(fixed, view.up, 0.02), along(fixed, view.up, -0.02), view, 0.014),)),
        (fixed,),
    )


def _cuff(place: ThingPlace, i: int, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    """The end of a band round one leg, or round the trunk."""
    found = places(place, skeleton)
    if len(found) == 1 and not place.startswith(("right", "left")):
        yield from loop(place, skeleton, view)
        return
    at, thick = found[i]
    axis = limb_axis(place, skeleton, sides_of(place)[i])
    out = cross(axis, view.towards)
    ring = _ring(at, at, thick, axis, unit(out) if norm(out) > 0.05 else view.right)
    for held in _halves(ring, axis, view):
        yield held._replace(part=held.part._replace(name=f"{held.part.name}_{i}"))


def linked(thing: Thing, skeleton: Skeleton, view: Camera) -> Iterator[Held]:
    """From one part of the body to another; where both are two, each to the one of its side."""
    assert thing.to
    starts, ends = places(thing.at, skeleton), places(thing.to, skeleton)
    count = max(len(starts), len(ends))
    for i, (a, b), _ in zip(range(count), zip(cycle(starts), cycle(ends), strict=False), range(count), strict=False):
        points = (a[0], b[0])
        probes = tuple(mix(*points, k / 8) for k in range(9))
        yield Held(Part(f"line_{i}", "band", (line(*points, view),)), probes)
