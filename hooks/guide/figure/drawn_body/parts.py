"""Skeleton and look → the painted parts of the body, back to front. Knows neither props nor SVG elements."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from guide.figure.drawn_body.camera import Camera
from guide.figure.drawn_body.hair import BEARD, hair_marks, loose_hair, patch_outline
from guide.figure.drawn_body.head import Marks, View, ear_rims, ears, eyes, face_outlines, lines
from guide.figure.drawn_body.muscle_band import LEAST, band
from guide.figure.drawn_body.muscles import DrawnBelly
from guide.figure.drawn_body.order import PIECES, depth_order
from guide.figure.drawn_body.outline import Outline
from guide.figure.drawn_body.shapes import Grip, form
from guide.figure.drawn_body.skin import MIDDLE, Sight
from guide.figure.drawn_body.subject import PLAIN, Subject
from guide.figure.posing.skeleton import SIDES, Skeleton
from guide.model.pose import SideName


class Part(NamedTuple):
    """One painted shape: which it is, a paint name and the outlines that it unites."""

    name: str
    paint: str
    outlines: tuple[Outline, ...]
    seen: bool = True
    """Unseen parts exist only in pictures that move, where every part is in every position."""
    muscle: str = ""
    """Of which muscle it is a part."""
    piece: str = ""
    """The piece of the body, of those that `order` sorts, that it is drawn with."""

    @property
    def is_form(self) -> bool:
        """Whether it is a part of the body's form, and not a line, a shade or a muscle on it."""
        return not self.muscle and self.paint not in _ON_FORMS


_BEARDED = -0.3  # cosine between the viewer and the face from which the beard is not hidden by the head
_ON_FORMS = frozenset({"shading", "trim", "eye", "skin", "near_sock", "far_sock", "near_sole", "far_sole"})
Parts = tuple[Part, ...]
Coloured = Mapping[tuple[str, SideName], str]
"""Paint of the coloured muscles, by muscle and side."""


@dataclass(frozen=True)
class Look:
    """How a body is shown."""

    view: Camera
    subject: Subject = PLAIN
    coloured: Coloured = field(default_factory=dict)
    tail: bool = True
    """Whether the ponytail hangs behind; not where the head rests on something."""
    through: bool = False
    """Whether muscles show through the shoes, as on the body map."""
    bare: bool = False
    """Whether the feet are bare."""
    moving: bool = False
    """For pictures that move, in which every part must be in every position; what turns away is there, but unseen."""
    grips: Mapping[SideName, Grip] = field(default_factory=dict)
    """What the hands do where they are not relaxed."""
    order: tuple[str, ...] = ()
    """The pieces in the position before, in a picture that moves: they are not put elsewhere without need."""
    far: frozenset[str] | None = None
    """Arms and legs that are pale because they lie behind (`left_arm`); None finds out. Fixed in pictures that move."""


def body_parts(skeleton: Skeleton, look: Look) -> Parts:
    """The whole figure, furthest part first."""
    sight = Sight(skeleton, look.view, form(look.subject.person.build))
    far = far_limbs(skeleton, look.view) if look.far is None else look.far
    order = depth_order(skeleton, look.view, look.order)
    muscles = _muscles(sight, look, order)
    parts = [
        part._replace(piece=piece)
        for piece in order
        for part in (*_piece(sight, look, piece, far), *muscles.get(piece, ()))
    ]
    return tuple([part for part in parts if part.outlines and (part.seen or look.moving)])


def far_limbs(skeleton: Skeleton, view: Camera) -> frozenset[str]:
    """Arms and legs of the far side, in a view that shows the body rather from the side."""
    found = set()
    for limb, on in (("arm", "chest"), ("leg", "pelvis")):
        aside = view.depth(skeleton[on].out)
        if abs(aside) > 0.6:
            found.add(f"{'left' if aside > 0 else 'right'}_{limb}")
    return frozenset(found)


def hidden(parts: Parts, muscles: Collection[tuple[str, SideName]]) -> Parts:
    """The same parts, these muscles unseen."""
    unseen = {(name, str(side)) for name, side in muscles}
    return tuple(
        part._replace(seen=False) if (part.muscle, part.name.partition("_")[0]) in unseen else part for part in parts
    )


def _piece(sight: Sight, look: Look, piece: str, far: Collection[str]) -> Iterator[Part]:
    """The parts of one piece without its muscles, back to front."""
    if piece in ("pelvis", "top", "neck"):
        yield from _trunk(sight, piece)
    elif piece == "head":
        yield from _head(sight, look)
    else:
        side: SideName = "right" if piece.startswith("right") else "left"
        on = piece.removeprefix(f"{side}_")
        arm = on in ("upper_arm", "forearm", "hand")
        half = "far" if f"{side}_{'arm' if arm else 'leg'}" in far else "near"
        yield from _limb(sight, look, side, on, half)


def _trunk(sight: Sight, piece: str) -> Iterator[Part]:
    if piece == "pelvis":
        hips = sight.skin("right", "hips")
        yield Part("hips", "near_shorts", (hips.outline,))
        yield Part("hips_shade", "shading", (hips.shade,))
    elif piece == "neck":
        neck = sight.skin("right", "neck", is_open=True, pointed=True)
        yield Part("neck", "near_skin", (neck.outline,))
        yield Part("neck_shade", "shading", (neck.shade,))
    else:
        top = sight.skin("right", "top", is_open=True)
        yield Part("top", "top", (top.outline,))
        yield Part("top_shade", "shading", (top.shade,))
        yield Part("hem", "trim", (top.edge,))
        yield Part("collar", "trim", (sight.skin("right", "neck").edge,))
        neckline = band(sight, "right", sight.form.neckline, (1.0, 0.0))
        yield Part("neckline", "skin", (neckline.open_outline(),), neckline.seen > LEAST)


def _limb(sight: Sight, look: Look, side: SideName, on: str, half: str) -> Iterator[Part]:
    name = f"{side}_{on}"
    if on == "foot":
        yield from _foot(sight, side, half, bare=look.bare)
        return
    if on == "hand":
        grip = look.grips.get(side, "relaxed")
        tubes = (f"{grip}_hand", f"{grip}_thumb")
        outlines = tuple([sight.skin(side, tube, is_open=True).outline for tube in tubes])
        yield Part(name, f"{half}_skin", outlines)
        return
    limb = sight.skin(side, on, is_open=True)
    yield Part(name, f"{half}_skin", (limb.outline,))
    if on == "shank" and not look.bare:
        sock = sight.skin(side, "sock", flat=True)
        yield Part(f"{side}_sock", f"{half}_sock", (sock.outline,))
    elif on in ("thigh", "upper_arm"):
        tube, paint = ("shorts", "shorts") if on == "thigh" else ("sleeve", "top")
        cloth = sight.skin(side, tube, is_open=True, flat=True)
        yield Part(f"{side}_{tube}", f"{half}_{paint}", (cloth.outline,))
    yield Part(f"{name}_shade", "shading", (limb.shade,), half == "near")


def _foot(sight: Sight, side: SideName, half: str, *, bare: bool) -> Iterator[Part]:
    if bare:
        tubes = ("sole", "shoe")
        outlines = tuple([sight.skin(side, tube, pointed=True).outline for tube in tubes])
        yield Part(f"{side}_shoe", f"{half}_skin", outlines)
        return
    sole = Part(f"{side}_sole", f"{half}_sole", (sight.skin(side, "sole", pointed=True).outline,))
    shoe = Part(f"{side}_shoe", f"{half}_shoe", (sight.skin(side, "shoe", pointed=True).outline,))
    below = sight.view.depth(sight.skeleton[f"{side}_foot"].front) < -0.1
    yield from (shoe, sole) if below else (sole, shoe)


def _head(sight: Sight, look: Look) -> Iterator[Part]:
    person = look.subject.person
    view = View(sight.skeleton["head"], sight.view)
    behind: list[Part] = []
    before: list[Part] = []
    for name, outlines, depth in loose_hair(view, person.hair):
        if name != "tail" or look.tail:
            (before if depth > 0 else behind).append(Part(name, "hair", outlines))
    yield from behind
    yield _marks(look, "ear_rims", "near_skin", ear_rims(view))
    yield Part("head", "near_skin", face_outlines(view))
    if person.beard:
        outline, seen = patch_outline(view, BEARD)
        yield _marks(look, "beard", "hair", ((outline, seen and view.towards()[0] > _BEARDED),))
    yield _marks(look, "hair", "hair", hair_marks(view, person.hair))
    yield _marks(look, "ears", "near_skin", ears(view))
    yield _marks(look, "eyes", "eye", eyes(view))
    yield _marks(look, "lines", "trim", lines(view))
    yield from before


def _marks(look: Look, name: str, paint: str, marks: Marks) -> Part:
    """Those that are seen; in a picture that moves, all of them, drawn into a point where they are not."""
    if look.moving:
        outlines = tuple(outline if seen else _point(outline) for outline, seen in marks)
    else:
        outlines = tuple(outline for outline, seen in marks if seen)
    return Part(name, paint, outlines, any(seen for _, seen in marks))


def _point(outline: Outline) -> Outline:
    return type(outline)(outline[:1] * len(outline))


def _muscles(sight: Sight, look: Look, order: tuple[str, ...]) -> dict[str, list[Part]]:
    """The coloured muscles that face the viewer, by the piece after which they are drawn: the last of those on which
    they lie. The primary ones are on top."""
    found: dict[str, list[Part]] = {}
    for paint in ("secondary", "primary"):
        for belly in look.subject.bellies:
            for side in SIDES:
                if look.coloured.get((belly.muscle, side)) == paint and not (belly.in_middle and side == "left"):
                    pieces = {_piece_of(section.on, side) for section in belly.sections}
                    last = max(pieces, key=order.index)
                    found.setdefault(last, []).append(_belly(sight, look, side, belly))
    return found


def _piece_of(on: str, side: SideName) -> str:
    if on in MIDDLE:
        return on if on in PIECES else "top"
    return f"{side}_{on}"


def _belly(sight: Sight, look: Look, side: SideName, belly: DrawnBelly) -> Part:
    through = belly.shod and look.through
    found = band(sight, side, belly.sections, (belly.front, belly.out), through=through)
    seen = through or (found.seen > LEAST and _faces(sight, side, belly))
    paint = look.coloured[belly.muscle, side]
    fibres = found.fibres() if paint == "secondary" and (look.moving or found.is_broad()) else ()
    outlines = (found.outline(), *fibres) if seen or look.moving else ()
    name = f"{side}_{belly.muscle}{f'_{belly.number}' if belly.number > 1 else ''}"
    return Part(name, paint, outlines, seen, belly.muscle)


def _faces(sight: Sight, side: SideName, belly: DrawnBelly) -> bool:
    return sight.shows(side, belly.sections[0].on, belly.front, belly.out) > belly.least
