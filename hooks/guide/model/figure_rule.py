"""What a frame must show, in measures of the solved body."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from guide.model.entry import Entry, refusal
from guide.model.pose import SideName

Bound = Annotated[float, Field(ge=-360, le=360)]
Measure = Literal[
    "thigh_from_level",
    "shin_from_vertical",
    "trunk_lean",
    "knee_bend",
    "heel_above_support",
    "knee_above_floor",
    "leg_to_trunk_line",
    "pelvis_tilt",
    "hip_to_foot_across",
    "thigh_from_vertical",
    "upper_arm_from_vertical",
    "forearm_from_vertical",
    "trunk_from_level",
    "trunk_side",
    "trunk_turn",
    "head_nod",
    "hip_bend",
    "ankle_bend",
    "elbow_bend",
    "hip_spread",
    "arm_from_trunk",
    "thighs_apart",
    "hip_off_line",
    "hip_above_floor",
    "shoulder_above_floor",
    "hand_above_floor",
    "heel_above_floor",
    "toes_above_floor",
    "toes_above_heel",
    "knee_gap",
    "ankle_gap",
    "feet_apart",
    "knee_outside_ankle",
    "hand_from_middle",
    "shoulder_ahead_of_hand",
    "hand_ahead_of_ankle",
    "weight_ahead_of_ankle",
]


class Rule(Entry):
    """Something that the drawing must keep to because it is the point of the exercise."""

    measure: Measure
    """What is measured."""
    side: SideName = "right"
    """Of which side."""
    at_least: Bound | None = None
    """Smallest value allowed: degrees, or shares of body height for heights and distances."""
    at_most: Bound | None = None
    """Largest value allowed."""

    @model_validator(mode="after")
    def _has_a_bound(self) -> Rule:
        if self.at_least is None and self.at_most is None:
            raise refusal("rule_bound", "this rule allows everything", "add at_least, at_most, or both")
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            hint = f"exchange them: at_least: {self.at_most:g}, at_most: {self.at_least:g}"
            raise refusal("rule_order", "at_least is larger than at_most, so nothing fits", hint)
        return self
