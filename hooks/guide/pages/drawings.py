"""The figures as page templates ask for them: safe markup, ids, coloured muscles. The drawing is done in `figure`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from markupsafe import Markup

from guide.figure import Subject, body_map_svg, frame_svg, person_of, subject_of, touch_map_svg
from guide.figure.picture.player import MOVING
from guide.model import Exercise, Guide, Item, Muscle
from guide.model.figure import ViewName
from guide.pages.drawing_set import Sheet, late_drawings, of_mistake, of_version, sheets
from guide.pages.late_pictures import in_one_file, late_picture


class Judged(NamedTuple):
    """One picture of a pair."""

    verdict: Literal["wrong", "right"]
    picture: Markup
    caption: str


TOUCH_LABEL = "The body from the front and from behind: press a muscle to choose it"


@dataclass(frozen=True)
class Drawings:
    """Every drawing of one guide; cards show the same few many times over, so those are kept."""

    guide: Guide
    folder: Path | None = None
    """Where sheets are kept from build to build."""
    whole: bool = False
    """Whether all drawings stand in the pages themselves, none in a file of its own."""
    _kept: dict[str, Markup] = field(default_factory=dict)

    def frame(self, exercise: Exercise, number: int, view: ViewName) -> Markup:
        """A key frame (the first is 1) under the id that `frame_again` refers to."""
        return Markup(self._sheet(exercise.id)[f"frame {number} {view}"])

    def close_up(self, exercise: Exercise, number: int) -> Markup:
        """The foot of a key frame, large, where that is the point of the exercise; empty elsewhere."""
        return Markup(self._sheet(exercise.id)[f"close-up {number}"])

    def single(self, exercise: Exercise, number: int) -> Markup:
        """A key frame by itself, on a page that is not the exercise's."""
        svg = frame_svg(exercise.figure, number, subject_of(self.guide, exercise))
        return Markup(f'<div class="guide-single-frame">{svg}</div>')

    def is_low(self, exercise: Exercise) -> bool:
        """Whether its frames are wider than tall, or nearly, so that a phone shows them one below the other."""
        return self._sheet(exercise.id)["low"] == "yes"

    def frame_again(self, exercise: Exercise, number: int) -> Markup:
        """The same key frame once more, small, beside its step, without the room above it; its text stands above."""
        return Markup(self._sheet(exercise.id)[f"again {number}"])

    def player(self, exercise: Exercise) -> Markup:
        """The button that plays the moving figure, hidden until its script runs."""
        return Markup(self._sheet(exercise.id)["player"])

    def version_player(self, exercise: Exercise, name: str) -> Markup:
        """The same for an easier or harder version; empty where it has no figure of its own."""
        return Markup(self._sheet(exercise.id).get(f"version player {name}", ""))

    def moving(self, exercise: Exercise) -> dict[str, str]:
        """The moving pictures of the exercise and its versions, by their addresses."""
        return {uri: svg for uri, svg in self._sheet(exercise.id).items() if uri.startswith(MOVING)}

    def thumbnail(self, exercise: Exercise) -> Markup:
        """The frame that stands for the exercise on cards."""
        return self._keep(exercise.id, lambda: self._sheet(exercise.id)["thumbnail"])

    def version(self, exercise: Exercise, name: str) -> Markup:
        """The key frames of an easier or harder version on the exercise's page, where they load late; empty where it
        has none of its own."""
        return Markup("").join(self._below(exercise, of_version(exercise, name)))

    def pair(self, exercise: Exercise, mistake: int) -> tuple[Judged, ...]:
        """A mistake that can be seen (the first is 1), wrong and right; empty for any other."""
        pair = next((each for each in exercise.figure.pairs if each.mistake == mistake), None)
        if not pair:
            return ()
        wrong, right = self._below(exercise, of_mistake(mistake))
        return Judged("wrong", wrong, pair.wrong.caption), Judged("right", right, pair.right.caption)

    def late_file(self, exercise: Exercise) -> str:
        """All drawings of the exercise that load late, as one SVG; empty where it has none."""
        drawings = late_drawings(self._sheet(exercise.id))
        return in_one_file(drawings) if drawings else ""

    def _below(self, exercise: Exercise, names: str) -> list[Markup]:
        drawn = late_drawings(self._sheet(exercise.id), names).items()
        return [Markup(svg) if self.whole else late_picture(exercise, name, svg) for name, svg in drawn]

    def item(self, guide: Guide, item: Item) -> Markup:
        """The picture of a routine's item: of its version where that has one."""
        own = self._sheet(item.exercise).get(f"thumbnail {item.modification}")
        return Markup(own) if own else self.thumbnail(guide.performed_exercise(item))

    def body_map(self, primary: Collection[str], secondary: Collection[str], label: str) -> Markup:
        """The body from the front and from behind, with these muscles coloured; empty where it has none of them."""
        shown = (tuple(self.guide.muscles[muscle] for muscle in muscles) for muscles in (primary, secondary))
        subject = Subject(person_of(self.guide), *shown)
        if not subject.bellies:
            return Markup()
        return self._keep(f"map {primary} {secondary} {label}", lambda: body_map_svg(subject, label=label))

    def touch_map(self, muscles: Iterable[Muscle]) -> Markup:
        """The body with every muscle as a button; empty where none of them is drawn."""
        return Markup(touch_map_svg(muscles, label=TOUCH_LABEL, person=person_of(self.guide)))

    @cached_property
    def _sheet(self) -> Callable[[str], Sheet]:
        return sheets(self.guide, self.folder)

    def _keep(self, key: str, draw: Callable[[], str]) -> Markup:
        if key not in self._kept:
            self._kept[key] = Markup(draw())
        return self._kept[key]
