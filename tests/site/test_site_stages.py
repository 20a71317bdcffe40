"""The stages of routines in the built site: page, paper and timer tell the same, and keep the limits of jumping."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from guide.model import Guide, Routine, Stage
from handout_pdf import Handout, squeezed
from site_build import Site
from site_page import SitePage, elements, hrefs, of_class, words

Session = dict[str, Any]


def _stages(site: Site, guide: Guide) -> Iterator[tuple[SitePage, Routine, Stage]]:
    """Every stage with the page that it is on."""
    for routine in guide.routines.values():
        for stage in routine.stages:
            yield site.pages[f"routines/{routine.id}/"], routine, stage


def test_page_paper_and_timer_agree_on_the_landings_of_every_stage(site: Site, real_guide: Guide) -> None:
    seen = set()
    for page, routine, stage in _stages(site, real_guide):
        run, at = _landings_run(real_guide, _session(page, stage)), f"{routine.id}, {stage.id}"
        assert _landings_told(page, stage) == run, at
        assert _landings_of_choice(page, stage) in (run, None), at
        for handout in _sheets(site, page, stage):
            assert (squeezed(f"Landings {run}") in handout.text) == (run > 0), at
        seen.add((routine.id, run > 0))
    assert ("hills-and-power", True) in seen
    assert any(not jumps for _, jumps in seen)


def test_the_first_stage_is_for_whoever_is_new_to_jumps(site: Site, real_guide: Guide) -> None:
    limits, most = real_guide.safety.limits, 0
    for page, routine, stage in _stages(site, real_guide):
        told = _landings_told(page, stage)
        assert told <= (limits.landings_while_new if stage is routine.stages[0] else limits.landings), page.address
        most = max(most, told)
    assert most


def test_the_timer_rests_after_jumps_as_long_as_it_must(site: Site, real_guide: Guide) -> None:
    seen = 0
    for page, routine, stage in _stages(site, real_guide):
        session = _session(page, stage)
        jumps = [index for index in range(len(session["steps"])) if _landings(real_guide, session, index)]
        for after in (session["steps"][index + 1] for index in jumps):
            if after["kind"] not in ("switch", "finish"):
                seen += 1
                assert after["kind"] == "rest", f"{routine.id}, {stage.id}"
                assert after["seconds"] >= real_guide.safety.limits.rest_seconds, f"{routine.id}, {stage.id}"
    assert seen


def test_page_paper_and_timer_agree_on_the_minutes_of_every_stage(site: Site, real_guide: Guide) -> None:
    for page, routine, stage in _stages(site, real_guide):
        session, at = _session(page, stage), f"{routine.id}, {stage.id}"
        minutes = int(sum(step["seconds"] for step in session["steps"]) / 60 + 0.5)
        assert minutes == session["minutes"], at
        assert f"Time {minutes} minutes" in words(of_class(_section(page, stage), "guide-glance")[0]), at
        for handout in _sheets(site, page, stage):
            assert squeezed(f"{minutes} minutes") in handout.text, at


def test_every_stage_has_sheets_of_its_own(site: Site, real_guide: Guide) -> None:
    seen = [href for page, _, stage in _stages(site, real_guide) for href in hrefs(_begin(page, stage))]
    assert len(set(seen)) == len(seen) > 0
    for routine in real_guide.routines.values():
        page = site.pages[f"routines/{routine.id}/"]
        first = hrefs(_begin(page, routine.stages[0]))
        assert f"print/routines/{routine.id}-a4.pdf" in [
            target[0] for each in first if (target := site.target(page, each))
        ]


def test_a_set_of_jumps_too_many_is_noticed(site: Site, real_guide: Guide) -> None:
    (page, _, stage), *_ = (each for each in _stages(site, real_guide) if _landings_told(each[0], each[2]))
    session = _session(page, stage)
    jump = next(index for index in range(len(session["steps"])) if _landings(real_guide, session, index))
    session["steps"].append(session["steps"][jump])
    assert _landings_run(real_guide, session) > _landings_told(page, stage)


def _session(page: SitePage, stage: Stage) -> Session:
    """What the timer is given for the stage."""
    (script,) = (each for each in elements(page.root, "script") if each.get("id") == "session-data")
    (found,) = (each for each in json.loads(script.text or "")["stages"] if each["stage"] == stage.id)
    return dict(found)


def _landings_run(guide: Guide, session: Session) -> int:
    return sum(_landings(guide, session, index) for index in range(len(session["steps"])))


def _landings(guide: Guide, session: Session, index: int) -> int:
    """Of one step: repetitions of jumps, or seconds where the clock ends them."""
    step = session["steps"][index]
    if step["kind"] != "work":
        return 0
    done = session["moves"][step["move"]]
    exercise = guide.exercises[done["exercise"]]
    version = next((each for each in exercise.modifications if each.name == done["version"]), None)
    calm = version is not None and version.impact == "none"
    return 0 if calm else exercise.landings_per_repetition * (done["repetitions"] or step["seconds"])


def _section(page: SitePage, stage: Stage) -> Element:
    (found,) = (each for each in of_class(page.content, "guide-stage") if each.get("data-stage") == stage.id)
    return found


def _begin(page: SitePage, stage: Stage) -> Element:
    """Its Start and its sheets."""
    (found,) = (each for each in of_class(page.content, "guide-begin") if each.get("data-stage") == stage.id)
    return found


def _landings_told(page: SitePage, stage: Stage) -> int:
    """At the top of the stage."""
    found = re.search(r"Landings (None|\d+)\b( low hops)?", words(of_class(_section(page, stage), "guide-glance")[0]))
    assert found
    return 0 if found[1] == "None" or found[2] else int(found[1])


def _landings_of_choice(page: SitePage, stage: Stage) -> int | None:
    """In the choice of stages; None where there is nothing to choose."""
    for choices in of_class(page.content, "guide-stages"):
        (link,) = (each for each in elements(choices, "a") if each.get("href") == f"#{stage.id}")
        found = re.search(r"(\d+) landings?\b", words(link))
        return int(found[1]) if found else 0
    return None


def _sheets(site: Site, page: SitePage, stage: Stage) -> list[Handout]:
    """The sheets that the page offers for the stage."""
    targets = [target for href in hrefs(_begin(page, stage)) if (target := site.target(page, href))]
    assert targets
    return [Handout(site.file(address).read_bytes()) for address, _ in targets]
