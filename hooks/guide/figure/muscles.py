"""Where each muscle lies on the drawn body, and from which sides it can be seen. Numbers only, in body heights."""

from __future__ import annotations

from typing import NamedTuple

from guide.figure.shapes import Section


class Muscle(NamedTuple):
    """One muscle as drawn: sections along it, and the direction (front, out) that it faces on the first segment."""

    sections: tuple[Section, ...]
    front: float
    out: float
    least: float = -0.15
    """Seen while the cosine between its face and the viewer is above this."""
    shod: bool = False
    """Inside the shoe: on the body map it shows through it."""


def _on(segment: str, *rows: tuple[float, float, float, float, float]) -> tuple[Section, ...]:
    return tuple(Section(segment, *row) for row in rows)


MUSCLES: dict[str, Muscle] = {
    "quads": Muscle(
        _on(
            "thigh",
            (0.12, 0.036, 0.004, 0.010, 0.016),
            (0.34, 0.033, 0.003, 0.025, 0.036),
            (0.66, 0.026, 0.003, 0.023, 0.036),
            (0.92, 0.022, 0.000, 0.010, 0.016),
        ),
        1.0,
        0.0,
        -0.5,
    ),
    "hamstrings": Muscle(
        _on(
            "thigh",
            (0.17, -0.036, 0.000, 0.010, 0.013),
            (0.50, -0.025, 0.000, 0.019, 0.035),
            (0.93, -0.021, 0.000, 0.006, 0.010),
        ),
        -1.0,
        0.0,
        -0.5,
    ),
    "adductors": Muscle(
        _on(
            "thigh",
            (0.04, 0.006, -0.026, 0.014, 0.010),
            (0.25, 0.002, -0.032, 0.026, 0.014),
            (0.48, 0.004, -0.030, 0.020, 0.011),
            (0.70, 0.006, -0.026, 0.008, 0.006),
        ),
        0.35,
        -1.0,
        0.1,
    ),
    "glute-max": Muscle(
        (
            Section("pelvis", 0.52, -0.046, 0.034, 0.010, 0.013),
            Section("pelvis", 0.12, -0.050, 0.048, 0.025, 0.036),
            Section("thigh", 0.03, -0.036, 0.004, 0.027, 0.040),
            Section("thigh", 0.22, -0.030, 0.016, 0.009, 0.012),
        ),
        -1.0,
        0.35,
    ),
    "glute-med": Muscle(
        (
            Section("pelvis", 0.72, -0.010, 0.066, 0.032, 0.010),
            Section("pelvis", 0.36, -0.006, 0.078, 0.026, 0.012),
            Section("pelvis", -0.04, 0.000, 0.086, 0.009, 0.008),
        ),
        -0.25,
        1.0,
        -0.3,
    ),
    "tensor-fasciae-latae": Muscle(
        (
            Section("pelvis", 0.40, 0.036, 0.072, 0.009, 0.009),
            Section("thigh", 0.06, 0.026, 0.036, 0.015, 0.013),
            Section("thigh", 0.34, 0.010, 0.043, 0.007, 0.007),
        ),
        0.6,
        1.0,
        0.0,
    ),
    "hip-rotators": Muscle(
        (
            Section("pelvis", 0.20, -0.060, 0.018, 0.010, 0.010),
            Section("pelvis", 0.08, -0.056, 0.048, 0.016, 0.016),
            Section("pelvis", -0.04, -0.030, 0.082, 0.010, 0.010),
        ),
        -1.0,
        0.3,
        0.0,
    ),
    "hip-flexors": Muscle(
        (
            Section("chest", 0.05, 0.036, 0.022, 0.010, 0.009),
            Section("pelvis", 0.35, 0.040, 0.042, 0.014, 0.018),
            Section("thigh", 0.08, 0.036, -0.008, 0.012, 0.013),
            Section("thigh", 0.20, 0.036, -0.016, 0.007, 0.008),
        ),
        1.0,
        0.4,
    ),
    "gastrocnemius": Muscle(
        _on(
            "shank",
            (0.06, -0.023, 0.000, 0.006, 0.009),
            (0.27, -0.028, 0.001, 0.019, 0.031),
            (0.55, -0.021, 0.001, 0.007, 0.010),
        ),
        -1.0,
        0.0,
        -0.5,
    ),
    "soleus": Muscle(
        _on(
            "shank",
            (0.38, -0.006, 0.008, 0.007, 0.011),
            (0.60, -0.011, 0.002, 0.014, 0.023),
            (0.86, -0.012, 0.000, 0.005, 0.007),
        ),
        -1.0,
        0.0,
        -0.5,
    ),
    "tibialis-anterior": Muscle(
        _on(
            "shank",
            (0.10, 0.018, 0.010, 0.007, 0.008),
            (0.30, 0.015, 0.014, 0.010, 0.013),
            (0.55, 0.013, 0.009, 0.007, 0.009),
            (0.86, 0.010, 0.002, 0.004, 0.005),
        ),
        1.0,
        0.6,
        0.0,
    ),
    "tibialis-posterior": Muscle(
        _on(
            "shank",
            (0.34, -0.006, -0.018, 0.007, 0.007),
            (0.58, -0.006, -0.015, 0.010, 0.008),
            (0.94, -0.010, -0.012, 0.005, 0.005),
        ),
        -0.4,
        -1.0,
        0.1,
    ),
    "fibulares": Muscle(
        _on(
            "shank",
            (0.12, 0.000, 0.020, 0.007, 0.008),
            (0.34, 0.001, 0.025, 0.009, 0.009),
            (0.62, 0.000, 0.018, 0.007, 0.007),
            (0.94, -0.008, 0.012, 0.004, 0.005),
        ),
        0.1,
        1.0,
        0.0,
    ),
    "foot": Muscle(
        _on(
            "foot",
            (-0.20, -0.024, 0.0, 0.006, 0.018),
            (0.20, -0.017, 0.0, 0.009, 0.022),
            (0.68, -0.026, 0.0, 0.006, 0.022),
        ),
        -1.0,
        0.0,
        0.3,
        shod=True,
    ),
    "erectors": Muscle(
        (
            Section("pelvis", 0.70, -0.040, 0.022, 0.009, 0.014),
            Section("chest", 0.10, -0.034, 0.022, 0.010, 0.015),
            Section("chest", 0.80, -0.046, 0.020, 0.006, 0.010),
        ),
        -1.0,
        0.1,
        -0.25,
    ),
    "abdominals": Muscle(
        (
            Section("pelvis", 0.30, 0.040, 0.018, 0.008, 0.013),
            Section("chest", 0.02, 0.038, 0.020, 0.009, 0.017),
            Section("chest", 0.52, 0.047, 0.022, 0.007, 0.018),
        ),
        1.0,
        0.1,
        -0.25,
    ),
    "obliques": Muscle(
        (
            Section("pelvis", 0.70, 0.010, 0.062, 0.024, 0.010),
            Section("chest", 0.10, 0.008, 0.058, 0.024, 0.010),
            Section("chest", 0.46, -0.004, 0.072, 0.016, 0.009),
        ),
        0.4,
        1.0,
        0.0,
    ),
    "shoulders": Muscle(
        _on(
            "upper_arm",
            (0.00, 0.000, 0.004, 0.022, 0.020),
            (0.20, 0.000, 0.008, 0.024, 0.020),
            (0.48, 0.000, 0.010, 0.008, 0.010),
        ),
        0.0,
        1.0,
        -0.6,
    ),
}

TRUNK = frozenset({"erectors", "abdominals", "obliques"})
ARM = frozenset({"shoulders"})
LEG = frozenset(MUSCLES) - TRUNK - ARM
