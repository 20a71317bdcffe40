"""The figures as page templates ask for them: safe markup, ids, coloured muscles. The drawing is done in `figure`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypedDict

from markupsafe import Markup

from guide.figure import (
    animated_svg,
    body_map_svg,
    closeup_svg,
    frame_svg,
    modification_svg,
    player_html,
    thumbnail_svg,
    touch_map_svg,
)
from guide.model import Exercise, Guide, Item
from guide.model.figure import ViewName

_VIEW_BOX = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')


class _Coloured(TypedDict):
    primary: Collection[str]
    secondary: Collection[str]


@dataclass(frozen=True)
class Drawings:
    """Every drawing of one guide; cards show the same few many times over, so those are kept."""

    guide: Guide
    _kept: dict[str, Markup] = field(default_factory=dict)

    def frame(self, exercise: Exercise, number: int, view: ViewName) -> Markup:
        """A key frame (the first is 1) under the id that `frame_again` refers to."""
        prefix = _frame_id(number) if view == exercise.figure.views[0] else f"{_frame_id(number)}-{view}"
        return Markup(frame_svg(exercise.figure, number, view=view, prefix=prefix, **_muscles(exercise)))

    def close_up(self, exercise: Exercise, number: int) -> Markup:
        """The foot of a key frame, large, where that is the point of the exercise; empty elsewhere."""
        return Markup(closeup_svg(exercise.figure, number, **_muscles(exercise)) or "")

    def single(self, exercise: Exercise, number: int) -> Markup:
        """A key frame by itself, on a page that is not the exercise's; no such frame is a LookupError."""
        if not 1 <= number <= len(exercise.figure.frames):
            raise LookupError(f"{exercise.id} has {len(exercise.figure.frames)} frames, and none is number {number}")
        svg = frame_svg(exercise.figure, number, **_muscles(exercise))
        return Markup(f'<div class="guide-single-frame">{svg}</div>')

    def is_low(self, exercise: Exercise) -> bool:
        """Whether its frames are wider than tall, or nearly, so that a phone shows them one below the other."""
        width, height = self._kept_size(exercise, 1)
        return width > 0.8 * height

    def frame_again(self, exercise: Exercise, number: int) -> Markup:
        """The same key frame once more, small, beside its step, without the room above it; its text stands above."""
        width, height = self._kept_size(exercise, number)
        low = self._kept_size(exercise, number, cropped=True)[1]
        use = f'<use href="#{_frame_id(number)}" width="{width}" height="{height}"/>'
        return Markup(f'<svg class="fig" viewBox="0 {height - low} {width} {low}" aria-hidden="true">{use}</svg>')

    def player(self, exercise: Exercise) -> Markup:
        """The moving figure with its button, hidden until its script runs."""
        animated = animated_svg(exercise.figure, prefix="moving", **_muscles(exercise))
        return Markup(player_html(exercise.figure, animated))

    def thumbnail(self, exercise: Exercise) -> Markup:
        """The frame that stands for the exercise on cards."""
        return self._keep(f"{exercise.id}", lambda: thumbnail_svg(exercise.figure, primary=exercise.muscles.primary))

    def version(self, exercise: Exercise, name: str) -> Markup:
        """The frame of an easier or harder version; empty where it has none."""
        return self._keep(
            f"{exercise.id}/{name}", lambda: modification_svg(exercise.figure, name, **_muscles(exercise)) or ""
        )

    def item(self, item: Item) -> Markup:
        """The picture of a routine's item: of its version where that has one."""
        exercise = self.guide.performed(item)
        own = self.version(exercise, item.modification) if item.modification else Markup()
        return own or self.thumbnail(exercise)

    def body_map(self, primary: Collection[str], secondary: Collection[str], label: str) -> Markup:
        """The body from the front and from behind, with these muscles coloured."""
        return Markup(body_map_svg(primary, secondary, label=label))

    def touch_map(self, label: str) -> Markup:
        """The body with every muscle of the guide as a button; empty where none of them is drawn."""
        names = {each.id: f"{each.plain_name} ({each.name.lower()})" for each in self.guide.muscles.values()}
        return Markup(touch_map_svg(names, label=label))

    def _kept_size(self, exercise: Exercise, number: int, *, cropped: bool = False) -> tuple[int, int]:
        key = f"{exercise.id}#{number}{' cropped' if cropped else ''}"
        found = _VIEW_BOX.search(self._keep(key, lambda: frame_svg(exercise.figure, number, cropped=cropped)))
        assert found, "every drawing has a viewBox"
        return int(found[1]), int(found[2])

    def _keep(self, key: str, draw: Callable[[], str]) -> Markup:
        if key not in self._kept:
            self._kept[key] = Markup(draw())
        return self._kept[key]


def _frame_id(number: int) -> str:
    return f"frame-{number}"


def _muscles(exercise: Exercise) -> _Coloured:
    return {"primary": exercise.muscles.primary, "secondary": exercise.muscles.secondary}
