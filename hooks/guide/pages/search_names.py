"""What search is told of a page besides its text: its names, and how much they count."""

from __future__ import annotations

import re
from collections import Counter

from guide.model import Equipment, Exercise, Group, Guide, Muscle, Region
from guide.model.address import PAGED

SHARED_NAME_BOOST = 4.0
"""So that squat finds the squat and wall the wall before the many whose names contain it; with 8 they would come
before the single-leg squat and the wall sit too when those are asked for."""


def search_names(entry: Exercise | Muscle | Equipment | Region | Group) -> tuple[str, ...]:
    """Every name under which search finds the page first; where it hurts stands in the title of the region's page."""
    if isinstance(entry, Region):
        return entry.other_names  # a muscle of the same name comes before it
    plain = (entry.plain_name,) if isinstance(entry, Muscle) else ()
    return (entry.name, *plain, *entry.other_names)


def search_boosts(guide: Guide) -> dict[str, float]:
    """By address, where it is not 1: pages whose name is one word of other names too, and the list of what hurts."""
    names = {f"exercises/{exercise.id}/": exercise.name.lower() for exercise in guide.exercises.values()}
    names |= {f"equipment/{thing.id}/": thing.name.lower() for thing in guide.equipment.values()}
    holding = Counter(word for name in names.values() for word in set(re.findall(r"\w+", name)))
    shared = (address for address, name in names.items() if holding[name] > 1)
    return dict.fromkeys((*shared, f"{PAGED['regions']}/"), SHARED_NAME_BOOST)
