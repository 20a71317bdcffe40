"""The moving figure: a picture whose paths carry their further positions, for figure-player.js to show on request.

The picture is inert by itself: without the script it is the first key frame, and nothing ever moves unasked.
"""

from __future__ import annotations

from itertools import chain, pairwise

from guide.figure.between import between
from guide.figure.camera import Camera, view_camera
from guide.figure.contact import contacts_of, on_back
from guide.figure.describe import frame_text
from guide.figure.draw import in_groups, painted, svg
from guide.figure.ground import floor, shadows
from guide.figure.outline import align
from guide.figure.paint import by_class, dressed
from guide.figure.parts import Coloured, Look, Part, Parts, body_parts, hidden, raised_legs
from guide.figure.path import join_numbers, path_numbers, path_text
from guide.figure.scene import Scene, colours_of, prop_ground, room
from guide.figure.skeleton import Skeleton
from guide.figure.subject import PLAIN, Subject
from guide.model.figure import Figure, Frame

SAMPLES = (6, 4, 3, 2)
"""Drawn positions a key interval: the most that the weight allows."""
HEAVIEST = 24_000  # bytes of a moving picture


def animation_svg(figure: Figure, subject: Subject = PLAIN, *, prefix: str = "") -> str:
    """The picture that figure-player.js moves: `data-v` holds the numbers of every further position of a path,
    `data-seen` a 1 or 0 for every position of one that comes and goes."""
    seen = view_camera(figure.views[0])
    # With more key frames fewer positions between them are worth a try.
    worth = (steps for steps in SAMPLES if steps * (len(figure.frames) - 1) <= 10)
    tries = (_drawing(figure, seen, subject, steps, prefix) for steps in worth)
    light = next((text for text in tries if len(text) <= HEAVIEST), None)
    return light or _drawing(figure, seen, subject, 1, prefix)


def _drawing(figure: Figure, view: Camera, subject: Subject, steps: int, prefix: str) -> str:
    skeletons = sample_skeletons(figure, steps)
    bodies = _bodies(figure, skeletons, view, subject, _colours_over_time(figure, view, subject, steps))
    pairs = zip(skeletons, bodies, strict=True)
    props = prop_ground(view, figure.props)
    shown = room(Scene((*shadows(each, view, figure.props), *props), body, ()) for each, body in pairs)
    content = painted([floor(shown.left, shown.right), *props], shown, by_class) + _moving(bodies)
    return svg(content, shown, frame_text(figure, 1), dressed(by_class, subject.person), prefix=prefix)


def sample_skeletons(figure: Figure, steps: int) -> tuple[Skeleton, ...]:
    """Skeletons at even steps through all key frames, both ends included."""
    pairs = list(pairwise(figure.frames))
    ways = [between(figure, a, b, ease(a, b, i / steps)) for a, b in pairs for i in range(steps)]
    return (*ways, between(figure, *pairs[-1], 1.0))


def ease(before: Frame, after: Frame, share: float) -> float:
    """Muscles start and stop softly; what is caught in motion comes and goes fast."""
    if after.moving and not after.flight:
        return share * share
    if before.moving and not before.flight:
        return share * (2 - share)
    return share * share * (3 - 2 * share)


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


def _moving(bodies: tuple[Parts, ...]) -> str:
    """Paths in the order of the middle position; what has no like in another position keeps its last form."""
    by_name = [{part.name: part for part in parts} for parts in bodies]
    order = bodies[len(bodies) // 2]
    forms = ((part.paint, [track.get(part.name, part) for track in by_name]) for part in order)
    return in_groups(((paint, _path(each)) for paint, each in forms if any(form.seen for form in each)), by_class)


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
