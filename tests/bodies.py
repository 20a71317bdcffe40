"""A page's body as a browser reads it: its elements, and what a reader sees of it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib


def body_tree(body: str) -> Element:
    tree: Element = html5lib.parseFragment(body, namespaceHTMLElements=False)
    return tree


def body_shape(body: str) -> list[tuple[str, int, list[str]]]:
    """Every element in order with the number of its children and the names of its attributes."""
    return [(str(element.tag), len(element), sorted(map(str, element.attrib))) for element in body_tree(body).iter()]


def body_text(body: str) -> str:
    """What a reader sees; what scripts read is no text."""
    tree = body_tree(body)
    for script in tree.iter("script"):
        script.text = ""
    return " ".join("".join(tree.itertext()).split())
