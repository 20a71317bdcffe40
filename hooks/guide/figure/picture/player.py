"""The button of a moving figure, and the tempo that the figure follows: what figure-player.js reads. Draws nothing."""

from __future__ import annotations

import re

from guide.model.exercise import Exercise, Sides
from guide.model.figure import Figure
from guide.model.quantity import TempoPhase

PLAY, PLAY_VERSION = "Play the movement", "Move"
HELD = 3  # seconds for which the figure shows a hold, however long it is held
MOVING = "images/moving/"
"""Where the moving pictures lie, below the site's root."""
_MISSING = "Not on this device yet: try again with a connection"


def player_html(exercise: Exercise) -> str:
    """The button that fetches the moving figure of an exercise and plays it; hidden until its script runs, since
    without it the frames suffice."""
    return _button(moving_name(exercise), PLAY, _sides(exercise.figure, exercise.sides))


def version_player_html(exercise: Exercise, name: str) -> str:
    """The same for an easier or harder version; empty where it has no figure of its own, or one that stands still."""
    figure = exercise.figure.of_version(name)
    if not figure or len(figure.frames) < 2:
        return ""
    return _button(moving_name(exercise, name), PLAY_VERSION, _sides(figure, _sides_of(exercise, name)))


def moving_name(exercise: Exercise, version: str = "") -> str:
    """What its moving picture is called: `squat`, or `squat/sit-to-stand` for a version."""
    return f"{exercise.id}/{re.sub('[^a-z0-9]+', '-', version.lower()).strip('-')}" if version else exercise.id


def moving_uri(exercise: Exercise, version: str = "") -> str:
    """Where its moving picture lies."""
    return f"{MOVING}{moving_name(exercise, version)}.svg"


def way_of(exercise: Exercise, version: str = "") -> dict[str, str]:
    """How the figure goes through its key frames, as data attributes of its moving picture."""
    figure = exercise.figure.of_version(version) if version else exercise.figure
    assert figure, version
    written = next((each for each in exercise.modifications if each.name == version), None)
    dose = (written and written.dose) or exercise.dose
    tempo = (written and written.tempo) or exercise.tempo
    turns = takes_turns(exercise) and (not version or _changes_sides(figure))
    # What ends in the air comes down the way it went up.
    returns = figure.returns or bool(figure.frames[-1].flight)
    return {
        "keys": str(len(figure.frames)),
        "returns": "yes" if returns else "no",
        "turns": "yes" if turns else "no",
        "tempo": _tempo(tempo, len(figure.frames), hold=bool(dose.hold_seconds)),
    }


def takes_turns(exercise: Exercise) -> bool:
    """Whether the figure does every second repetition on the other side, which is its frames from the last to the
    first: so it is where sides take turns and the movement ends as the mirror of where it begins, and not by itself."""
    return exercise.sides == "alternating" and not exercise.figure.returns and _changes_sides(exercise.figure)


def _changes_sides(figure: Figure) -> bool:
    """Whether it ends as the mirror of where it begins, so that the next repetition can go on from there."""
    return not figure.returns and figure.frames[-1].mirrored != figure.frames[0].mirrored


def _sides_of(exercise: Exercise, version: str) -> Sides:
    written = next((each for each in exercise.modifications if each.name == version), None)
    return (written and written.sides) or exercise.sides


def _sides(figure: Figure, sides: Sides) -> tuple[str, ...]:
    """The names of the sides that it can be seen on: the one that is drawn, and the other, in the mirror."""
    if sides == "both" or (sides == "alternating" and not figure.returns):
        return ()
    if figure.working == "both":
        return ("First side", "Other side")
    return ("Left side", "Right side") if figure.working == "left" else ("Right side", "Left side")


def _button(name: str, play: str, sides: tuple[str, ...]) -> str:
    switch = (
        f'<p class="fig-note" aria-live="polite" hidden>{sides[0]}</p>'
        f'<button type="button" class="fig-side md-button" data-sides="{"|".join(sides)}" hidden>Other side</button>'
        if sides
        else ""
    )
    return (
        f'<div class="fig-player" data-moves="{name}" hidden><button type="button" class="fig-play md-button" '
        f'data-play="{play}" data-stop="Stop" data-step="Next position" data-missing="{_MISSING}">{play}</button>'
        f"{switch}</div>"
    )


def _tempo(tempo: tuple[TempoPhase, ...], keys: int, *, hold: bool) -> str:
    """`3:2 1:2 0.5:1:fast`: seconds and key frame of every part."""
    parts = [f"{phase.seconds}:{min(phase.frame, keys)}{':fast' if phase.fast else ''}" for phase in tempo]
    if hold:
        parts.insert(1, f"{HELD}:{min(tempo[0].frame, keys)}")
    return " ".join(parts)
