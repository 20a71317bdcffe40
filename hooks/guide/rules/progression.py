"""The rules of progression among themselves: none unknown, none without a sentence's numbers, no hole, no overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, groupby, product

from guide.model.bound import Bound
from guide.model.entry import Entry
from guide.model.measured import Repeated
from guide.model.progression import PainRule, Progression
from guide.problems.error_sentences import did_you_mean
from guide.problems.explain import Finding
from guide.progress.fits import all_that_fit, fits
from guide.progress.pain import repeats
from guide.wording.rules import NEEDED, SIGNALS, numbers_of, unfilled

MOST_PAIN = 10
Answer = int | None


def progression_problems(progression: Progression) -> Iterator[Finding]:
    """Everything that is wrong with the rules."""
    yield from _names(progression)
    yield from _lines(progression)
    yield from _sentences(progression)
    yield from _printed(progression)
    yield from _pain(progression)
    yield from _pauses(progression)
    yield from _last_step(progression)


# Names and sentences


def _names(progression: Progression) -> Iterator[Finding]:
    known = [rule.id for _, _, rule in progression.rules()]
    first = Counter[str]()
    for field, index, rule in progression.rules():
        first[rule.id] += 1
        if first[rule.id] > 1:
            yield (field, index, "id"), f"there is another rule called {rule.id}", "delete one, or rename the new one"
        for number, when in enumerate(rule.when):
            for name, mentioned in _mentioned(when):
                if mentioned not in known:
                    remedy = did_you_mean(mentioned, known, otherwise="write the id of a rule in this file")
                    yield (field, index, "when", number, name), f"there is no rule called {mentioned}", remedy


def _mentioned(when: Entry) -> Iterator[tuple[str, str]]:
    for name in ("pain", "repeated"):
        value = getattr(when, name, None)
        if value:
            yield name, value.rule if isinstance(value, Repeated) else value


def _lines(progression: Progression) -> Iterator[Finding]:
    for field, index, rule in progression.rules():
        for number, when in enumerate(rule.when):
            if not when.model_fields_set - {"sessions_running"}:
                yield (field, index, "when", number), "this line asks about nothing", "add what must hold, or delete it"


def _sentences(progression: Progression) -> Iterator[Finding]:
    for field, index, rule in progression.rules():
        for name in ("words", "next"):
            for number in unfilled(rule, getattr(rule, name, "")):
                known = list(numbers_of(rule))
                otherwise = f"its numbers are {', '.join(known)}" if known else "write the number itself"
                message = f"neither when nor then of {rule.id} has a number {number!r}"
                yield (field, index, name), message, did_you_mean(number, known, otherwise=otherwise)


def _printed(progression: Progression) -> Iterator[Finding]:
    """What pages and sheets take out of the rules."""
    places = {rule.id: (field, index, rule) for field, index, rule in progression.rules()}
    for name, (field, numbers) in NEEDED.items():
        if name not in places or places[name][0] != field:
            yield (field,), f"the pages need the rule {name} here", "add it, or give it its name back"
            continue
        for number in numbers:
            if number not in numbers_of(places[name][2]):
                message = f"the pages need the number {number!r} of {name}"
                yield (field, places[name][1]), message, "add it to when or then"
    for place, pain in enumerate(progression.pain):
        if pain.signal and not pain.signs:
            message = f"{pain.id} is in the printed pain rule, but does not say how such pain shows itself"
            yield ("pain", place, "signal"), message, "add signs, or delete signal"
    for signal in SIGNALS:
        if not any(pain.signal == signal for pain in progression.pain):
            yield ("pain",), f"the printed pain rule has no band {signal!r}", "give a rule this signal"


# Exactly one


def _pain(progression: Progression) -> Iterator[Finding]:
    """Any answers lead to one rule. Numbers between which no rule tells a difference are tried once."""
    rules, winners = progression.pain, set[str]()
    for answers in product(_classes(rules, "during"), _classes(rules, "morning")):
        if not any(fits(rule, _measured(answers)) for rule in rules):
            yield ("pain",), f"{_told(answers)} is covered by no rule", "widen one"
    overlaps = dict[tuple[str, str], str]()
    for answers in product(_classes(rules, "during"), _classes(rules, "morning")):
        for signs, repeated in product(_signs(rules), _subsets(tuple(dict.fromkeys(repeats(progression))))):
            fitting = [rule for rule in rules if fits(rule, _measured(answers, signs, repeated))]
            winners |= {rule.id for rule in sorted(fitting, key=lambda rule: rule.rank)[:1]}
            for first, second in combinations(fitting, 2):
                if first.rank == second.rank:
                    overlaps.setdefault((first.id, second.id), _told(answers, signs))
    for index, rule in enumerate(rules):
        for (before, name), told in overlaps.items():
            if name == rule.id:
                message = f"{told} fits {before} and {name}, which have the same rank"
                yield ("pain", index), message, "narrow one, or give one another rank"
        if rule.id not in winners and not any(rule.id in pair for pair in overlaps):
            yield ("pain", index), f"{rule.id} never applies", "rules of a better rank take all its answers: widen it"


def _classes(rules: Sequence[PainRule], measure: str) -> list[tuple[Answer, ...]]:
    """Answers from unanswered to 10, together where every rule takes them alike."""
    bounds: list[Bound] = [getattr(when, measure) for rule in rules for when in rule.when if getattr(when, measure)]
    answers: list[Answer] = [None, *range(MOST_PAIN + 1)]
    return [tuple(alike) for _, alike in groupby(answers, lambda answer: [bound.fits(answer) for bound in bounds])]


def _signs(rules: Sequence[PainRule]) -> list[frozenset[str]]:
    """No sign, each by itself, and all at once."""
    every = dict.fromkeys(when.sign for rule in rules for when in rule.when if when.sign)
    return [frozenset(), *(frozenset([sign]) for sign in every), frozenset(every)]


def _subsets(repeated: Sequence[Repeated]) -> list[frozenset[Repeated]]:
    sizes = range(len(repeated) + 1)
    return [frozenset(some) for some in chain.from_iterable(combinations(repeated, size) for size in sizes)]


def _measured(
    answers: tuple[tuple[Answer, ...], ...],
    signs: frozenset[str] = frozenset(),
    repeated: frozenset[Repeated] = frozenset(),
) -> Mapping[str, int | frozenset[str] | frozenset[Repeated] | None]:
    (during, *_), (morning, *_) = answers
    return {"during": during, "morning": morning, "sign": signs, "repeated": repeated}


def _told(answers: tuple[tuple[Answer, ...], ...], signs: frozenset[str] = frozenset()) -> str:
    during, morning = map(_span, answers)
    marks = f", {' and '.join(sorted(signs))}" if signs else ""
    return f"during {during}, next morning {morning}{marks}"


def _span(answers: tuple[Answer, ...]) -> str:
    first, last = answers[0], answers[-1]
    return "unanswered" if first is None else str(first) if first == last else f"{first} to {last}"


def _pauses(progression: Progression) -> Iterator[Finding]:
    """Any number of days without a session has one rule."""
    bounds = [when.days_without for rule in progression.pauses for when in rule.when]
    last = max(max(bound.low, bound.high or 0) for bound in bounds) + 1
    found = {day: all_that_fit(progression.pauses, {"days_without": day}) for day in range(last + 1)}
    for ids, days in groupby(found, lambda day: [rule.id for rule in found[day]]):
        span = _span(tuple(days))
        if not ids:
            yield ("pauses",), f"a pause of {span} days is covered by no rule", "widen one"
        elif len(ids) > 1:
            index = next(index for index, rule in enumerate(progression.pauses) if rule.id == ids[1])
            yield ("pauses", index), f"a pause of {span} days fits {' and '.join(ids)}", "narrow one"


def _last_step(progression: Progression) -> Iterator[Finding]:
    *others, last = progression.steps
    if last.when:
        hint = "end the list with a rule whose when is []"
        yield ("steps", len(others)), "no rule is for whatever is left", hint
    for index, rule in enumerate(others):
        if not rule.when:
            yield ("steps", index, "when"), f"nothing after {rule.id} is ever asked", "put it last, or say when it fits"
