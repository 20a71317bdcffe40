"""What the pages of the built site tell: every text of the data, literally, in the order in which a runner needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.model import Exercise, Guide, Item, Routine
from guide.model.entry import Entry
from guide.model.hurts import signs
from guide.pages.evidence import topic_address
from guide.wording import conditions, stage_words
from site_build import Site
from site_page import SitePage, hrefs, of_class, one_line, words

CODES = {
    "id", "pattern", "sides", "impact", "signal", "topic", "primary", "secondary", "required", "helpful", "served_by",
    "warm_up", "warm_up_before_jumps", "condition", "gate", "ask_first", "no_jumps", "jump_gate", "facts_checked",
}  # fmt: skip
"""Fields that hold a reference or a choice, which pages put into words."""
REFERENCES = {
    "exercise",
    "is_exercise",
    "leads_to",
    "kind",
    "offers_exercise",
    "equipment",
    "sources",
    "doi",
    "strength",
    "action",
    "figure",
}
"""Fields that hold one in some entries."""
ORDER = ("set-up", "steps", "cues", "mistakes", "how-much", "easier-and-harder", "when-to-stop", "sources")
"""The sections of an exercise page that a runner needs, as they follow one another."""


def test_exercise_pages_hold_every_text_of_the_data(site: Site, real_guide: Guide) -> None:
    for exercise in real_guide.exercises.values():
        page, guards = site.pages[f"exercises/{exercise.id}/"], exercise.safeguards
        assert not _missing(page, exercise), exercise.id
        signs = (*conditions.signs(real_guide, guards.stop), *conditions.leave_out(real_guide, exercise))
        assert not [sign for sign in signs if one_line(sign) not in page.text], exercise.id


def test_routine_pages_hold_every_text_of_the_data(site: Site, real_guide: Guide) -> None:
    for routine in real_guide.routines.values():
        assert not _missing(site.pages[f"routines/{routine.id}/"], routine), routine.id


def test_other_pages_hold_every_text_of_the_data(site: Site, real_guide: Guide) -> None:
    things = real_guide.equipment.values()
    muscles = [muscle.model_copy(update={"drawn": ()}) for muscle in real_guide.muscles.values()]
    assert not [muscle.id for muscle in muscles if _missing(site.pages[f"muscles/{muscle.id}/"], muscle)]
    assert not [thing.id for thing in things if _missing(site.pages[f"equipment/{thing.id}/"], thing)]
    assert not [pattern.id for pattern in real_guide.patterns.values() if _missing(site.pages["exercises/"], pattern)]
    for topic, sources in real_guide.sources_by_topic.items():
        told = [source.model_copy(update={"headline": None}) for source in sources]
        assert not [source.id for source in told if _missing(site.pages[topic_address(topic)], source)]
    headlines = [source.headline for source in real_guide.sources.values() if source.headline]
    assert not [headline.text for headline in headlines if _missing(site.pages[""], headline)]
    before, safety = site.pages["before-you-start/"], real_guide.safety
    assert not _missing(before, safety)
    asked = (*conditions.ask_first(real_guide), *conditions.no_jumps(real_guide))
    assert not [words for words in asked if one_line(words) not in before.text]
    for warm_up in (real_guide.warmups[safety.warm_up], real_guide.warmups[safety.warm_up_before_jumps]):
        assert not _missing(before, warm_up.model_copy(update={"name": ""})), warm_up.id


def test_pages_of_what_hurts_hold_every_text_of_the_data(site: Site, real_guide: Guide) -> None:
    """Other names are for search alone: they would read like a diagnosis."""
    unsaid = {"name": "", "other_names": (), "pain": "", "lists_of": None}
    regions = [region.model_copy(update=unsaid) for region in real_guide.regions.values()]
    assert not [each.id for each in regions if _missing(site.pages[f"when-something-hurts/{each.id}/"], each)]
    groups = [group.model_copy(update={"other_names": ()}) for group in real_guide.groups.values()]
    assert not [group.id for group in groups if _missing(site.pages["special-groups/"], group)]
    flags = [condition for _, conditions in signs(real_guide) for condition in conditions]
    texts = [text for flag in flags if flag.red_flag for text in (flag.words, flag.red_flag.then)]
    assert [text for text in texts if text not in site.pages["before-you-start/"].text] == []
    names = [*(flag.name for flag in flags), *(region.name for region in real_guide.regions.values())]
    assert [name for name in names if name not in site.pages["when-something-hurts/"].text] == []


def test_a_missing_text_is_noticed(site: Site, real_guide: Guide) -> None:
    shown, another = list(real_guide.exercises.values())[:2]
    assert _missing(site.pages[f"exercises/{shown.id}/"], another)


def test_exercise_pages_are_in_reading_order(site: Site, real_guide: Guide) -> None:
    for exercise in real_guide.exercises.values():
        page = site.pages[f"exercises/{exercise.id}/"]
        assert [id_ for id_ in page.ids if id_ in ORDER] == list(ORDER), exercise.id
        for anchor, texts in _sections(exercise, real_guide).items():
            assert _in_order(words(page.section(anchor)), texts), f"{exercise.id}#{anchor}"


def test_ladders_link_both_ends(site: Site, real_guide: Guide) -> None:
    rungs = set(_rungs(real_guide))
    assert rungs
    for below, above in rungs:
        assert f"exercises/{above}/" in _linked(site, below), f"{below} does not name {above}"
        assert f"exercises/{below}/" in _linked(site, above), f"{above} does not name {below}"


def test_routine_pages_hold_every_item_of_every_stage_with_its_dose(site: Site, real_guide: Guide) -> None:
    for routine in real_guide.routines.values():
        page = site.pages[f"routines/{routine.id}/"]
        sections = list(of_class(page.content, "guide-stage"))
        assert [section.get("data-stage") for section in sections] == [stage.id for stage in routine.stages]
        for stage, section in zip(routine.stages, sections, strict=True):
            listed = [routine_item for items in of_class(section, "guide-items") for routine_item in items]
            assert len(listed) == len(stage.items), f"{routine.id}, {stage.id}"
            for item, element in zip(stage.items, listed, strict=True):
                (dose,) = of_class(element, "guide-items__dose")
                assert site.target(page, hrefs(element)[0]) == (f"exercises/{item.exercise}/", ""), routine.id
                assert _tells_dose(words(dose), item), f"{routine.id}, {stage.id}: {item.exercise}: {words(dose)}"


def test_a_routine_takes_the_same_minutes_wherever_it_is_named(site: Site, real_guide: Guide) -> None:
    for routine in real_guide.routines.values():
        each_stage = [real_guide.workload(routine, stage).minutes for stage in routine.stages]
        least, most = min(each_stage), max(each_stage)
        minutes = f"{least}–{most}" if least < most else str(least)
        page = site.pages[f"routines/{routine.id}/"]
        assert f"{minutes} minutes" in words(of_class(page.content, "guide-glance")[0])
        assert f"about {minutes} minutes" in page.description
        assert f"{minutes} min {routine.name}" in site.pages["routines/"].text
        assert all(f"{routine.name}, {minutes} minutes" in each.text for each in _pages_using(site, routine))
        for section, stage_minutes in zip(of_class(page.content, "guide-stage"), each_stage, strict=True):
            assert f"{stage_minutes} minutes" in words(of_class(section, "guide-glance")[0])


def test_a_stage_has_its_warm_up_and_finish_with_their_times(site: Site, real_guide: Guide) -> None:
    for routine in real_guide.routines.values():
        page = site.pages[f"routines/{routine.id}/"]
        for stage, section in zip(routine.stages, of_class(page.content, "guide-stage"), strict=True):
            warm_up, finish = real_guide.warm_up(routine, stage), stage.finish or routine.finish
            actions = (*warm_up.actions, *finish.actions)
            texts = [text for action in actions for text in (stage_words.action_time(action), action.text)]
            assert _in_order(words(section), texts), f"{routine.id}, {stage.id}"
            assert not _missing(page, warm_up.model_copy(update={"name": ""})), f"{routine.id}, {stage.id}"


def _missing(page: SitePage, entry: Entry) -> list[str]:
    """Texts of the entry that the page lacks. A first letter may differ, since a text may stand inside a sentence."""
    return [text for text in _texts(entry.model_dump()) if one_line(text)[1:] not in page.text]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for name, each in value.items() if name not in CODES | REFERENCES for text in _texts(each))
    elif isinstance(value, list | tuple):
        yield from (text for part in value for text in _texts(part))


def _sections(exercise: Exercise, guide: Guide) -> dict[str, list[str]]:
    """What the sections say, in order, by the id of their heading."""
    dose = exercise.dose
    amounts = (dose.sets, dose.measure, dose.rest_seconds)
    return {
        "set-up": list(exercise.set_up),
        "steps": [text for step in exercise.steps for text in _texts(step.model_dump())],
        "cues": list(exercise.cues),
        "mistakes": [text for each in exercise.mistakes for text in (each.mistake, each.correction)],
        "how-much": [str(amount).replace("–", " to ") for amount in amounts],
        "easier-and-harder": [text for version in exercise.modifications for text in (version.name, version.how)],
        "when-to-stop": [
            *(text for pair in conditions.own_changes(guide, exercise) for text in pair),
            *(text for change in conditions.changes_by_place(guide, exercise) for text in change[1:]),
            *conditions.signs(guide, exercise.safeguards.stop),
            *conditions.leave_out(guide, exercise),
        ],
        "sources": [source.label for _, source in guide.numbered(exercise.cited)],
    }


def _in_order(said: str, texts: list[str]) -> bool:
    return re.search(".*?".join(re.escape(one_line(entries_text)) for entries_text in texts), said) is not None


def _rungs(guide: Guide) -> Iterator[tuple[str, str]]:
    for exercise in guide.exercises.values():
        yield from ((version.leads_to, exercise.id) for version in exercise.easier if version.leads_to)
        yield from ((exercise.id, version.leads_to) for version in exercise.harder if version.leads_to)


def _linked(site: Site, exercise: str) -> set[str]:
    """Where the ladder on an exercise's page leads."""
    page = site.pages[f"exercises/{exercise}/"]
    (ladder,) = of_class(page.section("easier-and-harder"), "guide-ladder")
    targets = (site.target(page, href) for href in hrefs(ladder))
    return {target[0] for target in targets if target}


def _tells_dose(dose: str, item: Item) -> bool:
    amount = re.search(rf"\b{item.repetitions or item.seconds}( s\b| each side| repetitions?)", dose)
    clock = re.search(r"\d s\b", dose)
    return bool(amount) and bool(clock) == bool(item.seconds) and ("each side" in dose) == item.each_side


def _pages_using(site: Site, routine: Routine) -> list[SitePage]:
    return [site.pages[f"exercises/{each}/"] for each in sorted({item.exercise for item in routine.items})]
