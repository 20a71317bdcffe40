"""One frame of a figure → everything painted in it, and how much room it needs. Makes no text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.figure.arrow import arrow_line
from guide.figure.camera import Camera
from guide.figure.contact import solve
from guide.figure.muscles import on_trunk
from guide.figure.outline import Outline
from guide.figure.parts import Coloured, Look, Parts, body_parts
from guide.figure.props import Painted, prop_shapes, shadows
from guide.figure.skeleton import SIDES, Skeleton
from guide.figure.subject import Subject
from guide.model.figure import Figure, Frame, Prop


@dataclass(frozen=True)
class Scene:
    """One picture: the ground first, then the arrow, then the body."""

    ground: tuple[Painted, ...]
    body: Parts
    arrow: tuple[Outline, ...]


@dataclass(frozen=True)
class Room:
    """The part of the paper that is shown, in body heights."""

    left: float
    right: float
    top: float
    bottom: float


def frame_scene(
    figure: Figure,
    frame: Frame,
    view: Camera,
    subject: Subject,
    *,
    before: Frame | None = None,
) -> Scene:
    """A key frame as seen by the viewer; `before` is where its arrow starts."""
    skeleton = solve(figure, frame)
    look = Look(view, subject, colours_of(figure, frame, view, subject), tail=not frame.back_on_wall)
    arrow: tuple[Outline, ...] = ()
    if frame.arrow and before:
        arrow = arrow_line(solve(figure, before), skeleton, frame.arrow, view)
    return Scene(ground(skeleton, view, figure.props), body_parts(skeleton, look), arrow)


def ground(skeleton: Skeleton, view: Camera, props: tuple[Prop, ...]) -> tuple[Painted, ...]:
    return (*shadows(skeleton, view, props), *prop_ground(view, props))


def prop_ground(view: Camera, props: tuple[Prop, ...]) -> tuple[Painted, ...]:
    return tuple(shape for prop in props for shape in prop_shapes(prop, view))


def colours_of(figure: Figure, frame: Frame, view: Camera, subject: Subject) -> Coloured:
    """Which muscles are painted: of the working side, or of the near side where both work alike."""
    sides = SIDES if figure.working == "both" else (figure.working,)
    if frame.mirrored and figure.working != "both":
        sides = ("left",) if figure.working == "right" else ("right",)
    if view.sideways and figure.working == "both":
        sides = ("right",) if view.towards[2] > 0 else ("left",)
    shades = (("secondary", subject.secondary), ("primary", subject.primary))
    return {
        (muscle.id, side): paint
        for paint, muscles in shades
        for muscle in muscles
        for side in (SIDES if on_trunk(muscle) else sides)
    }


def room(scenes: Iterable[Scene], margin: float = 0.03) -> Room:
    """Room for all these scenes, so that the frames of an exercise are drawn to one scale."""
    across, up = zip(*(point for scene in scenes for outline in _outlines(scene) for point in outline), strict=True)
    return Room(min(across) - margin, max(across) + margin, max(up) + margin, min(0.0, *up) - margin)


def _outlines(scene: Scene) -> Iterator[Outline]:
    for _, polygon in scene.ground:
        yield polygon
    for part in scene.body:
        yield from part.outlines
    yield from scene.arrow
