"""Where sources stand: a page for each topic, and on the page of evidence a line for each source. Renders nothing.

All of them in full on one page would be more than a first view may weigh.
"""

from __future__ import annotations

from guide.model import Source

EVIDENCE = "evidence/"


def topic_id(topic: str) -> str:
    """A topic in an address: calf-and-achilles."""
    return topic.lower().replace(" ", "-")


def topic_address(topic: str) -> str:
    """The page with all sources of a topic."""
    return f"{EVIDENCE}{topic_id(topic)}/"


def source_address(source: Source) -> str:
    """Where it is told in full what a source found, and what it does not show."""
    return f"{topic_address(source.topic)}#{source.id}"
