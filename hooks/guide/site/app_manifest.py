"""What makes the site installable: the web app manifest and its icon, drawn by the figure engine. No page bodies."""

from __future__ import annotations

import json
import re

from guide.figure import literal, subject_of, thumbnail_svg
from guide.model import Guide

MANIFEST, ICON = "app.webmanifest", "images/icon.svg"
ICON_SIZES = (180, 192, 512)
"""Pixels of the icons for phones that take no drawing; 180 is what iOS looks for."""
"""Addresses below the site's root."""
THEME, PAPER = "#10243b", "#f2f6f5"
"""As the header and the page are coloured in stylesheets/guide.css."""
_SIDE, _SAFE = 512, 0.72
_DRAWING = re.compile(r'<svg ([^>]*?)viewBox="(\S+) (\S+) (\S+) (\S+)"[^>]*>(.*)</svg>', re.DOTALL)


def web_manifest(name: str, description: str) -> str:
    """The web app manifest; every address in it is relative, so it holds wherever the site is."""
    icon = {"src": ICON, "sizes": "any", "type": "image/svg+xml"}
    pixels = [{"src": icon_uri(size), "sizes": f"{size}x{size}", "type": "image/png"} for size in ICON_SIZES[1:]]
    entries = {
        "name": name,
        "short_name": "Leg strength",
        "description": description,
        "lang": "en",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": THEME,
        "icons": [{**pixel, "purpose": purpose} for pixel in (icon, *pixels) for purpose in ("any", "maskable")],
    }
    return json.dumps(entries, indent=2) + "\n"


def icon_uri(size: int) -> str:
    """Where the icon of this size lies."""
    return f"images/icon-{size}.png"


def icon_svg(guide: Guide) -> str:
    """A figure on a plain square, inside the circle that no phone cuts off."""
    # An exercise on one leg is the best known sign for this guide; any other serves where there is none.
    exercise = min(guide.exercises.values(), key=lambda it: (it.sides != "each", it.impact != "none", it.id))
    drawing = thumbnail_svg(exercise.figure, subject_of(guide, exercise), style=literal)
    found = _DRAWING.fullmatch(drawing)
    assert found, "every drawing has a viewBox"
    style, *box, content = found.groups()
    left, top, width, height = map(float, box)
    scale = _SIDE * _SAFE / max(width, height)
    x, y = _SIDE / 2 - scale * (left + width / 2), _SIDE / 2 - scale * (top + height / 2)
    move = f"translate({x:.2f} {y:.2f}) scale({scale:.4f})"
    ground = f'<path fill="{PAPER}" d="M0 0h{_SIDE}v{_SIDE}H0z"/>'
    return f'<svg {style}viewBox="0 0 {_SIDE} {_SIDE}">{ground}<g transform="{move}">{content}</g></svg>\n'
