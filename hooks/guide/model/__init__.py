"""What the guide knows: the entries as written, and the whole with the questions asked of it."""

from guide.model.address import Redirect, Released
from guide.model.condition import Claim, Condition, Group, RedFlag, Region
from guide.model.exercise import Exercise, Modification
from guide.model.gate import Gate, Test, Yardstick
from guide.model.guide import Guide, ladder_edges
from guide.model.person import Person
from guide.model.progression import Progression
from guide.model.review import Review
from guide.model.routine import Action, Block, Item, Part, Routine, Stage, WarmUp
from guide.model.vocabulary import Equipment, Muscle, Pattern, Safety, Source
from guide.model.workload import Workload

__all__ = [
    "Action",
    "Block",
    "Claim",
    "Condition",
    "Equipment",
    "Exercise",
    "Gate",
    "Group",
    "Guide",
    "Item",
    "Modification",
    "Muscle",
    "Part",
    "Pattern",
    "Person",
    "Progression",
    "RedFlag",
    "Redirect",
    "Region",
    "Released",
    "Review",
    "Routine",
    "Safety",
    "Source",
    "Stage",
    "Test",
    "WarmUp",
    "Workload",
    "Yardstick",
    "ladder_edges",
]
