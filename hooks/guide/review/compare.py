"""Two versions of the guide → what readers will see differently. Pure; knows neither files nor git."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from guide.model import Exercise, Guide, Muscle, Routine
from guide.review.changes import Changes, Echo, GonePage, NewPage, PageChange, PageName, PictureChange, TextChange
from guide.review.facts import fact_changes, facts_of
from guide.review.page_lines import read_lines
from guide.review.pictures import body_changes, picture_changes
from guide.review.version import Shown, Version
from guide.review.word_diff import text_changes
from guide.wording.facts import EXERCISE_FACTS, ROUTINE_FACTS, comparison_labels


def compare(before: Version, after: Version) -> Changes:
    """Every page that came, went or reads differently; pages that nobody edited only with what follows for them."""
    both = [(before.pages[address], page) for address, page in after.pages.items() if address in before.pages]
    changed = [(one, other) for one, other in both if (one.body, one.entry) != (other.body, other.entry)]
    edited = [_page_change(before, after, *change) for change in changed if change[0].entry != change[1].entry]
    others = [_page_change(before, after, *change) for change in changed if change[0].entry == change[1].entry]
    redrawn = [replace(change, facts=(), texts=()) for change in others]
    return Changes(
        edited=tuple(change for change in (*edited, *redrawn) if change.facts or change.texts or change.pictures),
        followed=tuple(replace(change, texts=(), pictures=()) for change in others if change.facts),
        echoes=tuple(_echoes(others)),
        added=tuple(NewPage(each.name, each.body) for key, each in after.pages.items() if key not in before.pages),
        removed=tuple(_removed_pages(before, after)),
    )


def _page_change(before: Version, after: Version, old: Shown, new: Shown) -> PageChange:
    one, other = old.entry, new.entry
    facts = fact_changes(_facts(before.guide, one, after.guide), _facts(after.guide, other, after.guide))
    told = {fact.label for fact in facts}
    texts = text_changes(read_lines(old.body), read_lines(new.body))
    kept = tuple(text for text in texts if not _repeats(text, told))
    return PageChange(new.name, old.name.title, facts, kept, _pictures(before.guide, one, after.guide, other))


_AT_A_GLANCE = comparison_labels(ROUTINE_FACTS) | comparison_labels(EXERCISE_FACTS)
"""Labels of the table at the top of a page, and the facts that tell the same in words."""


def _repeats(change: TextChange, told: Collection[str]) -> bool:
    """Whether the change is one of a line of that table, and told as a fact already."""
    label = change.words[0].text.partition(":")[0]
    return not change.section and any(fact in told for fact in _AT_A_GLANCE.get(label, ()))


def _facts(guide: Guide | None, entry: object, names: Guide | None) -> Mapping[str, str]:
    return facts_of(guide, entry, names) if guide and names and isinstance(entry, Exercise | Routine) else {}


def _pictures(guide: Guide | None, one: object, new_guide: Guide | None, other: object) -> tuple[PictureChange, ...]:
    if guide and new_guide and isinstance(one, Exercise) and isinstance(other, Exercise):
        return picture_changes(guide, one, new_guide, other)
    return body_changes(one, other) if isinstance(one, Muscle) and isinstance(other, Muscle) else ()


def _echoes(others: Iterable[PageChange]) -> Iterator[Echo]:
    """The same change once, with every page that it is seen on."""
    pages: dict[TextChange, list[PageName]] = defaultdict(list)
    for other in others:
        for change in dict.fromkeys(replace(change, section="") for change in other.texts):
            pages[change].append(other.page)
    yield from (Echo(change, tuple(seen)) for change, seen in pages.items())


def _removed_pages(before: Version, after: Version) -> Iterator[GonePage]:
    moved = after.guide.new_addresses if after.guide else {}
    for address, page in before.pages.items():
        if address not in after.pages:
            new = after.pages.get(f"{moved.get(address.rstrip('/'), '?')}/")
            yield GonePage(page.name, new.name.title if new else "")
