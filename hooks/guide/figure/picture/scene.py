"""One frame of a figure → everything painted in it, and how much room it needs. Makes no text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.grips import hand_forms
from guide.figure.drawn_body.muscles import on_trunk
from guide.figure.drawn_body.outline import Outline
from guide.figure.drawn_body.painted import Painted, Piece
from guide.figure.drawn_body.parts import Coloured, Look, Part, body_parts
from guide.figure.drawn_body.subject import Subject
from guide.figure.picture.arrow import arrow_line
from guide.figure.picture.bare_foot import bare_foot
from guide.figure.picture.depth import Body, Shape, in_order
from guide.figure.picture.ground import FLOOR_DEPTH, floor_span, prop_shadows, raised_shadows, shadows
from guide.figure.picture.layers import LETTERS, NO_LAYERS, Layers, layers
from guide.figure.picture.partner import partner_pieces
from guide.figure.picture.props import prop_pieces
from guide.figure.picture.things import held_things
from guide.figure.posing.contact import contacts_of, on_back
from guide.figure.posing.skeleton import SIDES, Skeleton
from guide.figure.posing.solve import solve
from guide.model.figure import BareFoot, Figure, Frame
from guide.model.scene import Prop, Thing, ThingPlace


@dataclass(frozen=True)
class Scene:
    """One picture: the ground first, then the body among what stands around it and what it holds, then the arrow."""

    ground: tuple[Painted, ...]
    body: tuple[Shape, ...]
    arrow: tuple[Outline, ...]
    layers: Layers = NO_LAYERS
    floor: tuple[float, float] = (-FLOOR_DEPTH, 0.0)
    """From where to where the floor reaches on paper."""


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
    if frame.foot and not figure.closeup:
        return foot_scene(frame.foot)
    skeleton, props = solve(figure, frame), figure.props
    arrow = arrow_line(figure, before, frame, view) if frame.arrow and before else ()
    held = held_things(things_of(figure, frame), skeleton, view)
    pieces = [*raised_shadows(skeleton, view, props), *standing_pieces(props, view)]
    look = look_of(figure, frame, view, subject)
    return Scene(
        ground(skeleton, view, props),
        in_order(Body(body_parts(skeleton, look), skeleton, subject), view, pieces, held),
        arrow,
        layers(figure, frame, look, before),
        floor_span(skeleton, view, props),
    )


def foot_scene(foot: BareFoot) -> Scene:
    """A bare foot alone on the floor."""
    return Scene((), bare_foot(foot), ())


def look_of(figure: Figure, frame: Frame, view: Camera, subject: Subject) -> Look:
    """How the body is shown in a key frame: its muscles, its hair, what its hands do."""
    contacts = contacts_of(figure, frame)
    colours = colours_of(figure, frame, view, subject)
    forms = hand_forms(things_of(figure, frame), contacts, figure.props)
    return Look(view, subject, colours, tail=not on_back(contacts), grips=forms, bare=figure.barefoot)


def things_of(figure: Figure, frame: Frame) -> tuple[Thing, ...]:
    """What is held or worn in a frame; what the left hand holds, the right one does where the frame is mirrored."""
    things = figure.things if frame.things is None else frame.things
    return tuple(map(_mirrored, things)) if frame.mirrored else things


def _mirrored(thing: Thing) -> Thing:
    at, to, anchor = _other_side(thing.at), thing.to and _other_side(thing.to), thing.anchor
    return thing.model_copy(update={"at": at, "to": to, "anchor": anchor and (*anchor[:2], -anchor[2])})


def _other_side(place: ThingPlace) -> ThingPlace:
    sides: dict[ThingPlace, ThingPlace] = {
        "right_hand": "left_hand",
        "left_hand": "right_hand",
        "right_foot": "left_foot",
        "left_foot": "right_foot",
    }
    return sides.get(place, place)


def ground(skeleton: Skeleton, view: Camera, props: tuple[Prop, ...]) -> tuple[Painted, ...]:
    """The shadows on the floor."""
    return (*prop_shadows(view, props), *shadows(skeleton, view, props))


def standing_pieces(props: tuple[Prop, ...], view: Camera) -> tuple[Piece, ...]:
    """All props in pieces."""
    kinds = (partner_pieces(prop, view) if prop.kind == "partner" else prop_pieces(prop, view) for prop in props)
    return tuple(piece for pieces in kinds for piece in pieces)


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
    scenes = tuple(scenes)
    across, up = zip(*(point for scene in scenes for outline in _outlines(scene) for point in outline), strict=True)
    low = min(scene.floor[0] + (FLOOR_DEPTH if scene.floor[1] == 0 else 0.0) for scene in scenes)
    return Room(min(across) - margin, max(across) + margin, max(up) + margin, min(low, *up) - margin)


def _outlines(scene: Scene) -> Iterator[Outline]:
    for shape in (*scene.ground, *scene.body, *scene.layers.behind, *scene.layers.over):
        if isinstance(shape, Part):
            yield from shape.outlines
        elif not shape.endless:
            yield shape.points
    for _, (x, y) in scene.layers.words:
        yield (x - LETTERS, y - LETTERS / 2), (x + LETTERS, y + LETTERS / 2)
    yield from scene.arrow
