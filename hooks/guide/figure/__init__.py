"""The drawn figures: joint angles → SVG, words and findings. Pure: no files, no clock, same input, same bytes.

What other modules call (`muscles` are those of an exercise, `prefix` becomes the element's id, `style` is `by_class`
for the site and `literal` for Typst):

- `frame_svg(figure, number, muscles, view=, prefix=, style=)`: one key frame, the first is 1
- `frame_size(figure, number, cropped=)`: the width and height of that picture; `cropped`, without the room above it
  that only its neighbours need
- `figure_svg(figure, muscles, style=)`: all key frames in a row
- `thumbnail_svg(figure, muscles, style=)`: for cards
- `version_svgs(figure, name, muscles, style=)`: the key frames of a version that has its own, else none
- `animation_svg(figure, muscles, prefix=)` and `player_html(exercise, animated)`:
  the moving figure, which `docs/javascripts/figure-player.js` plays on request
- `closeup_svg(figure, number, muscles, style=)`: the part that the figure wants shown large, or None
- `body_map_svg(primary, secondary, label=)`: standing, from the front and from behind
- `touch_map_svg(names, label=)`: the same with every muscle a button
- `pair_svgs(figure, index, muscles, style=)`, `pair_text(figure, index)`: a mistake, the first is 0, wrong and right
- `most_apart(figure, view)`: how far its first two frames are from each other as seen there
- `frame_text(figure, number)` and `pose_text(figure, frame)`: the picture in words
- `figure_findings(figure)`: what is wrong with it, as (place relative to `figure`, message, hint)

The way of a frame: model.figure → skeleton (forward kinematics) → contact (feet and hands where they belong)
→ parts (outlines, back to front) → scene (with floor, props, arrow) → draw (SVG text).
"""

from __future__ import annotations

from guide.figure.alike import most_apart
from guide.figure.animate import animation_svg
from guide.figure.bodymap import body_map_svg
from guide.figure.checks import figure_findings
from guide.figure.closeup import closeup_svg
from guide.figure.describe import frame_text, pose_text
from guide.figure.draw import frame_size, frame_svg, thumbnail_svg, version_svgs
from guide.figure.paint import by_class, literal
from guide.figure.pair import pair_svgs, pair_text
from guide.figure.player import player_html
from guide.figure.row import figure_svg
from guide.figure.touchmap import touch_map_svg

__all__ = [
    "animation_svg",
    "body_map_svg",
    "by_class",
    "closeup_svg",
    "figure_findings",
    "figure_svg",
    "frame_size",
    "frame_svg",
    "frame_text",
    "literal",
    "most_apart",
    "pair_svgs",
    "pair_text",
    "player_html",
    "pose_text",
    "thumbnail_svg",
    "touch_map_svg",
    "version_svgs",
]
