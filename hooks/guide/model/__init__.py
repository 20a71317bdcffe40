"""What the guide knows: the entries as written, and the whole with the questions asked of it."""

from guide.model.address import Redirect, Released
from guide.model.exercise import Exercise, Modification
from guide.model.guide import Guide, ladder_edges
from guide.model.progression import Progression
from guide.model.routine import Block, Item, Part, Routine
from guide.model.vocabulary import Equipment, Muscle, Pattern, Safety, Source

__all__ = [
    "Block",
    "Equipment",
    "Exercise",
    "Guide",
    "Item",
    "Modification",
    "Muscle",
    "Part",
    "Pattern",
    "Progression",
    "Redirect",
    "Released",
    "Routine",
    "Safety",
    "Source",
    "ladder_edges",
]
