"""What an entry says of itself: who looked at it, or that nobody did, and when its facts were checked. No layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from guide.model import Exercise, Guide, Review, Routine
from guide.model.kinds import REVIEWED
from guide.model.reviewed import counting_reviews, reviews_of
from guide.wording.words import join_words

NOBODY = "Not reviewed by a professional yet."
NOBODY_SINCE = "Not reviewed by a professional since it was last changed."
SCOPES: Mapping[str, str] = {
    "whole page": "the whole page",
    "safety lines": "the safety lines only",
    "figures": "the figures only",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def checked(guide: Guide, entry: Exercise | Routine) -> str:
    """Who looked at the entry as it is, or that nobody did, and when its facts were checked: a few sentences."""
    return " ".join((*_reviewed(guide, entry), f"Facts last checked {day(entry.facts_checked)}."))


def standing(guide: Guide) -> str:
    """How much of the guide professionals have looked at, as a sentence."""
    reviewed = [
        (kind, [bool(counting_reviews(guide, entry)) for entry in getattr(guide, kind).values()]) for kind in REVIEWED
    ]
    if not any(any(each) for _, each in reviewed):
        return "No professional has reviewed this guide as it is now."
    counts = join_words(f"{sum(each)} of {len(each)} {kind}" for kind, each in reviewed)
    return f"Professionals have reviewed {counts}."


def day(text: str) -> str:
    """27 November 2026, from 2026-11-27; the same whatever language the computer speaks."""
    found = date.fromisoformat(text)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def _reviewed(guide: Guide, entry: Exercise | Routine) -> Iterator[str]:
    counting = counting_reviews(guide, entry)
    yield from map(_review, counting)
    if not counting:
        yield NOBODY_SINCE if reviews_of(guide, entry) else NOBODY


def _review(review: Review) -> str:
    about = f"{review.profession}, {day(review.date)}"
    return f"Reviewed by {review.reviewer}, {about}: {SCOPES[review.scope]}."
