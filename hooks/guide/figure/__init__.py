"""The drawn figures: joint angles → SVG, words and findings. Pure: no files, no clock, same input, same bytes.

What other modules call (`subject` is who is drawn with which muscles, as `subject_of` says; `prefix` becomes the
element's id, `style` is `by_class` for the site and `literal` for Typst):

- `frame_svg(figure, number, subject, view=, prefix=, style=)`: one key frame, the first is 1
- `frame_size(figure, number, cropped=)`: the width and height of that picture; `cropped`, without the room above it
  that only its neighbours need
- `figure_svg(figure, subject, style=)`: all key frames in a row
- `thumbnail_svg(figure, subject, style=)`: for cards
- `version_svgs(figure, name, subject, style=)`: the key frames of a version that has its own, else none
- `animation_svg(figure, subject, way=)`: the moving figure as a file of its own, at `moving_uri(exercise, version)`;
  `way_of(exercise, version)` is what it tells of the tempo
- `player_html(exercise)` and `version_player_html(exercise, name)`: the button with which
  `docs/javascripts/figure-player.js` fetches and plays it
- `closeup_svg(figure, number, subject, style=)`: the part that the figure wants shown large, or None
- `pair_svgs(figure, number, subject, style=)` and `pair_text(figure, number)`: a mistake and how it should look (the
  first pair is 0), each marked by a sign and by a word
- `body_map_svg(subject, label=)`: standing, from the front and from behind
- `touch_map_svg(muscles, label=, person=)`: the same with every muscle a button
- `most_apart(figure, view)`: how far its first two frames are from each other as seen there
- `frame_text(figure, number)`, `describe(figure, frame)` and `pose_text(figure, frame)`: the picture in words
- `figure_findings(figure)`: what is wrong with it, as (place relative to `figure`, message, hint)

The way of a frame: model.figure → skeleton (forward kinematics) → solve (every contact where it belongs)
→ parts (outlines, back to front) → depth (among props and things) → scene (with floor, layers, arrow) → draw.
"""

from __future__ import annotations

from guide.figure.checks.findings import figure_findings
from guide.figure.drawn_body.paint import by_class, literal
from guide.figure.drawn_body.subject import Subject, person_of, subject_of
from guide.figure.picture.alike import most_apart
from guide.figure.picture.animate import animation_svg
from guide.figure.picture.bodymap import body_map_svg
from guide.figure.picture.closeup import closeup_svg
from guide.figure.picture.draw import frame_size, frame_svg, thumbnail_svg, version_svgs
from guide.figure.picture.pairs import pair_svgs, pair_text
from guide.figure.picture.player import moving_uri, player_html, version_player_html, way_of
from guide.figure.picture.row import figure_svg
from guide.figure.picture.touchmap import touch_map_svg
from guide.figure.words.describe import describe, frame_text, pose_text

__all__ = [
    "Subject",
    "animation_svg",
    "body_map_svg",
    "by_class",
    "closeup_svg",
    "describe",
    "figure_findings",
    "figure_svg",
    "frame_size",
    "frame_svg",
    "frame_text",
    "literal",
    "most_apart",
    "moving_uri",
    "pair_svgs",
    "pair_text",
    "person_of",
    "player_html",
    "pose_text",
    "subject_of",
    "thumbnail_svg",
    "touch_map_svg",
    "version_player_html",
    "version_svgs",
    "way_of",
]
