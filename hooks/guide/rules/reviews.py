"""The rules of reviews: each is of an entry that is there, and is written once. One that is out of date is fine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from guide.model import Review
from guide.model.kinds import REVIEWED
from guide.problems.error_sentences import did_you_mean
from guide.problems.problem import Problem
from guide.rules.references import Known, Located


def check_reviews(entries: Iterable[Located], known: Mapping[str, Known]) -> Iterator[Problem]:
    """Problems of reviews; those of a kind whose files could not be read are left alone."""
    addresses = [f"{kind}/{name}" for kind in REVIEWED for name in known.get(kind, ())]
    seen: set[Review] = set()
    for located in entries:
        review = located.entry
        if not isinstance(review, Review):
            continue
        if review.entry not in addresses and review.entry.partition("/")[0] in known:
            otherwise = f"write the address of an entry of {' or '.join(REVIEWED)}, or delete this review"
            hint = did_you_mean(review.entry, addresses, otherwise=otherwise)
            yield located.problem((("entry",), f"nothing that is reviewed has the address {review.entry!r}", hint))
        if review in seen:
            yield located.problem((("entry",), "the same review stands here twice", "delete one"))
        seen.add(review)
