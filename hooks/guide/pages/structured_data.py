"""What search engines may know of a page, as schema.org says it, in JSON: only of what truly is such a thing."""

from __future__ import annotations

import json
from collections.abc import Iterable

from markupsafe import Markup

from guide.model import Exercise, Guide, Routine
from guide.wording import words

_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"},
)
_LICENSE = "https://creativecommons.org/licenses/by-sa/4.0/"


def structured_data(guide: Guide, address: str, url: str) -> Markup:
    """The content of a script element for the page at the address, which is published as the URL; empty for most."""
    kind, _, name = address.rstrip("/").partition("/")
    if kind == "exercises" and name in guide.exercises:
        return script_json(_how_to(guide, guide.exercises[name], url))
    if kind == "routines" and name in guide.routines:
        return script_json(_exercise_plan(guide, guide.routines[name], url))
    return Markup()


def script_json(value: object) -> Markup:
    """JSON that nothing in it can lead out of a script element."""
    return Markup(json.dumps(value, ensure_ascii=False).translate(_ESCAPES))


def _how_to(guide: Guide, exercise: Exercise, url: str) -> dict[str, object]:
    steps = (" ".join((step.text, *step.details, *filter(None, [step.caution]))) for step in exercise.steps)
    tools = (guide.equipment[thing].name for thing in exercise.equipment.required)
    return {
        **_about("HowTo", exercise.name, exercise.summary, url),
        "tool": [{"@type": "HowToTool", "name": tool} for tool in tools],
        "step": [_section("Set up", exercise.set_up), _section("Do it", steps)],
    }


def _exercise_plan(guide: Guide, routine: Routine, url: str) -> dict[str, object]:
    exercises = dict.fromkeys(guide.performed_exercise(item).name for item in routine.items)
    return {
        **_about("ExercisePlan", routine.name, routine.purpose, url),
        "exerciseType": "Strength training",
        "activityDuration": f"PT{guide.workloads(routine)[0].minutes}M",
        "activityFrequency": words.how_often(routine),
        "intensity": routine.effort,
        "audience": {"@type": "Audience", "audienceType": routine.who},
        "keywords": list(exercises),
    }


def _about(kind: str, name: str, description: str, url: str) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "name": name,
        "description": description,
        "url": url,
        "inLanguage": "en",
        "license": _LICENSE,
    }


def _section(name: str, texts: Iterable[str]) -> dict[str, object]:
    steps = [{"@type": "HowToStep", "position": i, "text": text} for i, text in enumerate(texts, 1)]
    return {"@type": "HowToSection", "name": name, "itemListElement": steps}
