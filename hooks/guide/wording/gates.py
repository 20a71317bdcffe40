"""What a gate asks for, as points that a reader can say yes to: the same on pages, on paper and in a session."""

from __future__ import annotations

from guide.model import Guide, Routine, Stage
from guide.model.gate import Test, Yardstick
from guide.wording.words import join_words, plural, sentence, uncapitalize


def gate_points(guide: Guide, gate: str | None) -> tuple[str, ...]:
    """The points of a gate, each a sentence that begins with You; none where there is no gate."""
    if gate is None:
        return ()
    asked = guide.gates[gate]
    weeks = f"You have at least {plural(asked.weeks_of_strength, 'week')} of strength work behind you."
    return (weeks, *(point(guide.tests[test]) for test in asked.tests))


def stage_points(guide: Guide, routine: Routine, stage: Stage) -> tuple[str, ...]:
    """The points of the gate before a stage: its own, or else the routine's."""
    return gate_points(guide, stage.gate or routine.gate)


def point(test: Test) -> str:
    """What a test asks for, and for whom less is enough."""
    return " ".join(map(sentence, filter(None, (test.asked, test.alternative))))


def asked_only_before(guide: Guide, test: Test) -> str:
    """A session with jumping lunges and the routine Hills and power; empty where every gate asks for the test."""
    gates = [gate for gate in guide.gates.values() if test.id in gate.tests]
    return "" if len(gates) == len(guide.gates) else join_words(uncapitalize(gate.name) for gate in gates)


def yardstick(guide: Guide, measured: Yardstick) -> str:
    """203 adults managed about 28 on average. They were 20 to 59 years old (Lunsford and Perry 1995)."""
    ages = f"They were {measured.ages} years old." if measured.ages else ""
    labels = join_words(guide.sources[source].label for source in measured.sources)
    return f"{' '.join(filter(None, (sentence(measured.text), ages)))[:-1]} ({labels})."
