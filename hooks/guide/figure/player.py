"""The moving figure with its button and the tempo that it follows: what figure-player.js plays. Draws nothing."""

from __future__ import annotations

from guide.model.exercise import Exercise
from guide.model.quantity import TempoPhase

PLAY = "Play the movement"
ONE_SIDE = "The moving figure shows one side."
HELD = 3  # seconds for which the figure shows a hold, however long it is held


def player_html(exercise: Exercise, animated: str) -> str:
    """The moving figure, hidden until its script runs: without it the frames suffice."""
    figure = exercise.figure
    returns, turns = ("yes" if each else "no" for each in (figure.returns, takes_turns(exercise)))
    note = f'<p class="fig-note">{ONE_SIDE}</p>' if exercise.sides == "alternating" and figure.returns else ""
    return (
        f'<div class="fig-player" data-keys="{len(figure.frames)}" data-returns="{returns}" data-turns="{turns}" '
        f'data-tempo="{_tempo(exercise)}" hidden>{animated}{note}<button type="button" class="fig-play md-button" '
        f'data-play="{PLAY}" data-stop="Stop" data-step="Next position">{PLAY}</button></div>'
    )


def takes_turns(exercise: Exercise) -> bool:
    """Whether the figure does every second repetition on the other side, which is its frames from the last to the
    first: so it is where sides take turns and the movement does not go back by itself."""
    return exercise.sides == "alternating" and not exercise.figure.returns


def _tempo(exercise: Exercise) -> str:
    """`3:2 1:2 0.5:1:fast`: seconds and key frame of every part."""
    parts = [*map(_part, exercise.tempo)]
    if exercise.dose.hold_seconds:
        parts.insert(1, f"{HELD}:{exercise.tempo[0].frame}")
    return " ".join(parts)


def _part(phase: TempoPhase) -> str:
    return f"{phase.seconds}:{phase.frame}{':fast' if phase.fast else ''}"
