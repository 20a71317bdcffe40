"""Proportions of the drawn body as shares of its height, and its segment masses. Values: facts §3; masses: Winter."""

from __future__ import annotations

SHANK = 0.246
THIGH = 0.245
PELVIS = 0.090  # mid-hip to the waist joint; with CHEST it makes hip to shoulder, .288
CHEST = 0.198  # the waist joint to the shoulder line, in SPINE parts of one length
SPINE = 3
NECK = 0.120  # shoulder line to the middle of the head
UPPER_ARM = 0.186
FOREARM = 0.146
PALM = 0.050  # wrist to the middle of the hand; with FOREARM the .196 of the facts
HIP_OUT = 0.050
SHOULDER_OUT = 0.114  # drawn joint; the deltoid makes the .125 of the facts

ANKLE_HEIGHT = 0.039
HEEL = -0.045
BALL = 0.075
TOE = 0.107

# Share of body mass and place of the centre along the segment (Winter 2009, table 4.1), each limb by itself.
MASSES: dict[str, tuple[float, float]] = {
    "pelvis": (0.142, 0.5),
    "chest": (0.355, 0.45),
    "head": (0.081, 1.0),
    "thigh": (0.100, 0.433),
    "shank": (0.0465, 0.433),
    "foot": (0.0145, 0.5),
    "upper_arm": (0.028, 0.436),
    "forearm": (0.016, 0.430),
    "hand": (0.006, 0.5),
}

# Flesh: how far a joint, or a middle line, is above what its part rests on (facts 1 to 5, "contacts used").
SHOULDER_BLADES = 0.058  # shoulder line, lying on the back
TRUNK_BACK = 0.062  # middle of the trunk, its back on an edge
TRUNK_WALL = 0.066  # or on a wall
BUTTOCKS = 0.078  # hip joints, lying on the back
SEAT = 0.062  # hip joints, sitting
CHEST_FRONT = 0.066
BELLY = 0.062
HEAD_BACK = 0.062  # middle of the head
HIP_SIDE = 0.050  # hip joint, lying on the side
SHOULDER_SIDE = 0.047
THIGH_SIDE = 0.045
KNEE = 0.038
KNEE_SIDE = 0.030
SHIN = 0.037  # ankle, the shin on the floor
SHIN_SIDE = 0.024
INSTEP = 0.032  # ankle, the laces on something raised
SOLE_SIDE = 0.028  # ankle, the foot on its edge
FOREARM_FLESH = 0.020  # elbow and wrist, the forearm on the floor
ARM_SIDE = 0.024  # elbow and wrist that prop a body lying on its side
WRIST = 0.020  # the hand flat
GRIP = 0.014  # middle of the hand to the middle of a bar
EDGE = 0.10  # below the shoulder line: where the trunk leans over an edge

# A foot that rests on its laces bends in its middle too.
LACES = (-85.0, 0.0)

# Passive limits in degrees, (least, most); healthy adults with a margin.
LIMITS: dict[str, tuple[float, float]] = {
    "hip": (-35, 145),
    "hip_abduction": (-30, 55),
    "hip_rotation": (-45, 60),
    "knee": (-3, 150),
    "ankle": (-60, 40),
    "shoulder": (-65, 185),
    "shoulder_abduction": (-45, 180),
    "shoulder_rotation": (-90, 95),
    "elbow": (-3, 150),
    "forearm_turn": (-90, 90),
    "wrist": (-80, 95),
    "shoulder_raise": (-12, 35),
    "shoulder_forward": (-25, 35),
    "toes": (-40, 80),
}
