"""The moving figure: a picture whose paths carry their further positions, for figure-player.js to show on request.

The picture is inert by itself: without the script it is the first key frame, and nothing ever moves unasked.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

from guide.figure.camera import Camera, view_camera
from guide.figure.contact import contacts_of, on_back
from guide.figure.describe import frame_text
from guide.figure.draw import in_groups, straight, svg
from guide.figure.motion import Motion, motion_of
from guide.figure.outline import align
from guide.figure.paint import by_class
from guide.figure.parts import Coloured, Look, Part, Parts, body_parts, hidden, raised_legs
from guide.figure.path import join_numbers, path_numbers, path_text
from guide.figure.pieces import changes, orders, together, tracks
from guide.figure.props import floor, shadows
from guide.figure.scene import Scene, colours_of, prop_ground, room
from guide.figure.skeleton import Skeleton
from guide.figure.subject import PLAIN, Subject
from guide.model.figure import Figure

SAMPLES = (8, 6, 5, 4, 3, 2, 1)
"""Drawn positions a key interval: the most that the weight allows."""
MOST = 24
"""Drawn positions of a whole figure; more are not seen."""
HEAVIEST = 48_000  # bytes of a moving picture
_XMLNS = 'xmlns="http://www.w3.org/2000/svg"'


def animation_svg(figure: Figure, subject: Subject = PLAIN, *, way: Mapping[str, str] = MappingProxyType({})) -> str:
    """The picture that figure-player.js moves: `data-v` holds the numbers of every further position of a path,
    `data-seen` a 1 or 0 for every position of one that comes and goes, `data-order` the order of the pieces where it
    changes; `way` is what the picture says about itself besides, as data attributes."""
    motion, seen = motion_of(figure), view_camera(figure.views[0])
    worth = [steps for steps in SAMPLES if steps * (len(figure.frames) - 1) <= MOST]
    *more, fewest = worth or SAMPLES[-1:]
    tries = (_drawing(motion, seen, subject, steps, way) for steps in more)
    light = next((text for text in tries if len(text) <= HEAVIEST), None)
    return light or _drawing(motion, seen, subject, fewest, way)


def _drawing(motion: Motion, view: Camera, subject: Subject, steps: int, way: Mapping[str, str]) -> str:
    figure, skeletons = motion.figure, sample_skeletons(motion, steps)
    bodies = _bodies(figure, skeletons, view, subject, _colours_over_time(figure, view, subject, steps))
    pairs = zip(skeletons, bodies, strict=True)
    props = prop_ground(view, figure.props)
    shown = room(Scene((*shadows(each, view, figure.props), *props), body, ()) for each, body in pairs)
    order, moving = _moving(bodies)
    content = straight([floor(shown.left, shown.right), *props], by_class) + moving
    told = {**way, "spans": " ".join(f"{span:.3g}" for span in motion.spans), "air": _air(figure), "order": order}
    data = " ".join(f'data-{name}="{text}"' for name, text in told.items() if text)
    return svg(content, shown, frame_text(figure, 1), by_class).replace("<svg ", f"<svg {_XMLNS} {data} ", 1)


def _air(figure: Figure) -> str:
    """The numbers of the key frames in the air."""
    return " ".join(str(number) for number, frame in enumerate(figure.frames, 1) if frame.flight)


def sample_skeletons(motion: Motion, steps: int) -> tuple[Skeleton, ...]:
    """Skeletons at even steps through all key frames, both ends included."""
    ways = range(len(motion.figure.frames) - 1)
    return (*(motion.between(i, step / steps) for i in ways for step in range(steps)), motion.keys[-1])


def _colours_over_time(figure: Figure, view: Camera, subject: Subject, steps: int) -> tuple[Coloured, ...]:
    """What is coloured at every sample: as in the key frame that is nearer."""
    samples = range(steps * (len(figure.frames) - 1) + 1)
    return tuple(colours_of(figure, figure.frames[(i + steps // 2) // steps], view, subject) for i in samples)


def _bodies(
    figure: Figure, skeletons: tuple[Skeleton, ...], view: Camera, subject: Subject, shown: tuple[Coloured, ...]
) -> tuple[Parts, ...]:
    """The body at every sample; every muscle that is coloured somewhere is a part of each, seen or unseen."""
    every = {muscle: paint for colours in shown for muscle, paint in colours.items()}
    raised = frozenset(side for skeleton in skeletons for side in raised_legs(skeleton, view))
    rests = any(on_back(contacts_of(figure, frame)) for frame in figure.frames)
    look = Look(view, subject, every, tail=not rests, raised=raised)
    return tuple(
        hidden(body_parts(each, look), every.keys() - now.keys()) for each, now in zip(skeletons, shown, strict=True)
    )


def _moving(bodies: tuple[Parts, ...]) -> tuple[str, str]:
    """The orders of the pieces, empty where they never change, and all paths, furthest first."""
    found, forms = orders(bodies), tracks(bodies)
    runs = together(found)
    drawn = [[(forms[name][0].paint, _path(forms[name])) for name in run if _is_seen(forms[name])] for run in runs]
    if len(runs) == 1:
        return "", in_groups(drawn[0], by_class)
    return changes(found, runs), "".join(f'<g data-piece="">{in_groups(run, by_class)}</g>' for run in drawn)


def _is_seen(forms: list[Part]) -> bool:
    return any(form.seen for form in forms)


def _path(forms: list[Part]) -> str:
    seen = _visibility(forms)
    positions = [list(map(path_numbers, outlines)) for outlines in align([form.outlines for form in forms])]
    first, *further = (list(chain.from_iterable(outlines)) for outlines in positions)
    alike = all(len(position) == len(first) for position in further)
    moves = alike and (seen or any(position != first for position in further))
    values = f' data-v="{";".join(map(join_numbers, further))}"' if moves else ""
    return f'd="{"".join(map(path_text, positions[0]))}"{values}{seen}'


def _visibility(forms: list[Part]) -> str:
    """Parts that come and go are switched at once: where they are seen, and that the first form is not."""
    if all(form.seen for form in forms):
        return ""
    first = "" if forms[0].seen else ' visibility="hidden"'
    return f' data-seen="{"".join(str(int(form.seen)) for form in forms)}"{first}'
