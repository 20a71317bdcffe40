"""The moving figure: a picture whose paths carry their further positions, for figure-player.js to show on request.

The picture is inert by itself: without the script it is the first key frame, and nothing ever moves unasked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain, groupby, pairwise
from operator import sub
from types import MappingProxyType

from guide.figure.drawn_body.camera import Camera, view_camera
from guide.figure.drawn_body.outline import align
from guide.figure.drawn_body.paint import by_class, dressed
from guide.figure.drawn_body.painted import Painted, Piece
from guide.figure.drawn_body.parts import Look, Part, Parts, body_parts, far_limbs, hidden
from guide.figure.drawn_body.path import join_numbers, path_numbers, path_text
from guide.figure.drawn_body.subject import PLAIN, Subject
from guide.figure.motion.way import Motion, motion_of
from guide.figure.picture.depth import Body, Shape, in_order
from guide.figure.picture.draw import in_groups, painted, svg
from guide.figure.picture.ground import floor, floor_span, prop_shadows
from guide.figure.picture.pieces import Track, by_name, changes, orders, together, tracks
from guide.figure.picture.scene import Room, Scene, colours_of, room, standing_pieces, things_of
from guide.figure.picture.things import held_things
from guide.figure.posing.contact import contacts_of, on_back
from guide.figure.posing.skeleton import Skeleton
from guide.figure.words.describe import frame_text
from guide.model.figure import Figure, Frame
from guide.model.scene import Thing

SAMPLES = (6, 5, 4, 3, 2, 1)
"""Drawn positions a key interval: the most that the weight allows."""
MOST = 20
"""Drawn positions of a whole figure; more are not seen."""
HEAVIEST = 48_000  # bytes of a moving picture
_XMLNS = 'xmlns="http://www.w3.org/2000/svg"'


def animation_svg(figure: Figure, subject: Subject = PLAIN, *, way: Mapping[str, str] = MappingProxyType({})) -> str:
    """The picture that figure-player.js moves: `data-v` holds by how much the numbers of a path change from position to
    position, `data-seen` a 1 or 0 for every position of one that comes and goes, `data-order` the order of the pieces
    where it changes; `way` is what the picture says about itself besides, as data attributes."""
    motion, seen = motion_of(figure), view_camera(figure.views[0])
    worth = [steps for steps in SAMPLES if steps * (len(figure.frames) - 1) <= MOST]
    *more, fewest = worth or SAMPLES[-1:]
    tries = (_drawing(motion, seen, subject, steps, way) for steps in more)
    light = next((text for text in tries if len(text) <= HEAVIEST), None)
    return light or _drawing(motion, seen, subject, fewest, way)


def _drawing(motion: Motion, view: Camera, subject: Subject, steps: int, way: Mapping[str, str]) -> str:
    figure, skeletons = motion.figure, sample_skeletons(motion, steps)
    frames = _nearest(figure, steps)
    bodies = _bodies(figure, skeletons, view, subject, frames)
    pieces = standing_pieces(figure.props, view)
    scenes = [
        Scene((), _among(pieces, Body(body, skeleton, subject), things_of(figure, frame), view), (), floor=span)
        for body, skeleton, frame in zip(bodies, skeletons, frames, strict=True)
        for span in [floor_span(skeleton, view, figure.props)]
    ]
    shown = room(scenes)
    low, high = (pick(scene.floor[end] for scene in scenes) for end, pick in enumerate((min, max)))
    ground = [floor(shown.left, shown.right, low, high), *prop_shadows(view, figure.props)]
    order, moving = _moving([scene.body for scene in scenes], shown)
    told = {**way, "spans": " ".join(f"{span:.3g}" for span in motion.spans), "air": _air(figure), "order": order}
    data = " ".join(f'data-{name}="{text}"' for name, text in told.items() if text)
    content = painted(ground, shown, by_class) + moving
    style = dressed(by_class, subject.person)
    return svg(content, shown, frame_text(figure, 1), style).replace("<svg ", f"<svg {_XMLNS} {data} ", 1)


def _among(pieces: tuple[Piece, ...], body: Body, things: tuple[Thing, ...], view: Camera) -> tuple[Shape, ...]:
    """The body among what stands around it, with what it holds."""
    if not pieces and not things:
        return body.parts
    return in_order(body, view, pieces, held_things(things, body.skeleton, view))


def _air(figure: Figure) -> str:
    """The numbers of the key frames in the air."""
    return " ".join(str(number) for number, frame in enumerate(figure.frames, 1) if frame.flight)


def sample_skeletons(motion: Motion, steps: int) -> tuple[Skeleton, ...]:
    """Skeletons at even steps through all key frames, both ends included."""
    ways = range(len(motion.figure.frames) - 1)
    return (*(motion.between(i, step / steps) for i in ways for step in range(steps)), motion.keys[-1])


def _nearest(figure: Figure, steps: int) -> list[Frame]:
    """The key frame that is nearest to every sample: what is coloured and held changes halfway."""
    samples = range(steps * (len(figure.frames) - 1) + 1)
    return [figure.frames[(i + steps // 2) // steps] for i in samples]


def _bodies(
    figure: Figure, skeletons: tuple[Skeleton, ...], view: Camera, subject: Subject, frames: list[Frame]
) -> tuple[Parts, ...]:
    """The body at every sample; every muscle that is coloured somewhere is a part of each, seen or unseen."""
    shown = [colours_of(figure, frame, view, subject) for frame in frames]
    every = {muscle: paint for colours in shown for muscle, paint in colours.items()}
    rests = any(on_back(contacts_of(figure, frame)) for frame in figure.frames)
    far = far_limbs(skeletons[0], view)
    look = Look(view, subject, every, tail=not rests, bare=figure.barefoot, moving=True, far=far)
    bodies = []
    for skeleton, colours in zip(skeletons, shown, strict=True):
        parts = body_parts(skeleton, look)
        look = replace(look, order=tuple(dict.fromkeys(part.piece for part in parts)))
        bodies.append(hidden(parts, every.keys() - colours.keys()))
    return tuple(bodies)


def _moving(scenes: list[tuple[Shape, ...]], shown: Room) -> tuple[str, str]:
    """The orders of the pieces, empty where they never change, and all paths, furthest first."""
    named, still = by_name(scenes)
    found, forms = orders(named), tracks(named)
    runs = together(found)
    drawn = [_run(run, forms, still, shown) for run in runs]
    if len(runs) == 1:
        return "", drawn[0]
    return changes(found, runs), "".join(f'<g data-piece="">{run}</g>' for run in drawn)


def _run(names: list[str], forms: Mapping[str, Track], still: Mapping[str, Painted], shown: Room) -> str:
    """Parts and what stands between them."""
    text = ""
    for stands, group in groupby(names, key=still.__contains__):
        if stands:
            text += painted([still[name] for name in group], shown, by_class)
        else:
            seen = (forms[name] for name in group if any(form.seen for form in forms[name]))
            text += in_groups(((track[0].paint, _path(track)) for track in seen), by_class)
    return text


def _path(forms: list[Part]) -> str:
    seen = _visibility(forms)
    positions = [list(map(path_numbers, outlines)) for outlines in align([form.outlines for form in forms])]
    first, *further = numbers = [list(chain.from_iterable(outlines)) for outlines in positions]
    alike = all(len(position) == len(first) for position in further)
    moves = alike and (seen or any(position != first for position in further))
    steps = (join_numbers(map(sub, after, before)) for before, after in pairwise(numbers))
    values = f' data-v="{";".join(steps)}"' if moves else ""
    return f'd="{"".join(map(path_text, positions[0]))}"{values}{seen}'


def _visibility(forms: list[Part]) -> str:
    """Parts that come and go are switched at once: where they are seen, and that the first form is not."""
    if all(form.seen for form in forms):
        return ""
    first = "" if forms[0].seen else ' visibility="hidden"'
    return f' data-seen="{"".join(str(int(form.seen)) for form in forms)}"{first}'
