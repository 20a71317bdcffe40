"""The rules of regions: what stands for pain there hurts there; lists of exercises are taken over from one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.model import Condition, Region
from guide.problems.explain import Finding


def strays(region: Region, conditions: Mapping[str, Condition], regions: Mapping[str, Region]) -> Iterator[Finding]:
    """A pain that is said to hurt elsewhere; lists taken over that cannot be; what is unknown is told elsewhere."""
    pain = conditions.get(region.pain)
    if pain and region.id not in pain.regions:
        message = f"{region.pain!r} stands for pain here, but does not name {region.id!r} among its regions"
        yield ("pain",), message, f"add {region.id} to regions of {region.pain}, or name a condition that hurts here"
    if region.lists_of == region.id:
        yield ("lists_of",), "a region cannot take over its own lists", "name another region, or leave the field out"
    elif (other := regions.get(region.lists_of or "")) and other.lists_of:
        message = f"{other.id!r} itself takes over the lists of {other.lists_of!r}"
        yield ("lists_of",), message, f"write lists_of: {other.lists_of}"
    if region.lists_of and region.all_left_out:
        message = "where every exercise is left out, there are no lists to take over"
        yield ("lists_of",), message, "keep either lists_of or all_left_out"
