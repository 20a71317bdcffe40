"""Which comment belongs to which line, so that it goes along when lines change places. Writes nothing.

A comment on a line of its own belongs to what follows, unless it is indented further: then to what it is inside of.
A comment behind something belongs to that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guide.layout.comments import Comment
from guide.layout.slots import Slot


@dataclass
class Margins:
    """What stands above and below everything else."""

    head: list[str] = field(default_factory=list)
    blank: bool = False
    """Whether an empty line stands between the comments above and the first field."""
    foot: list[str] = field(default_factory=list)


def place_comments(root: Slot, comments: Sequence[Comment], lines: Sequence[str]) -> Margins:
    """Put every comment to a slot, or to the margins that are returned; note where empty lines stand."""
    slots = list(root.walk()) or [root]
    margins = Margins()
    first = slots[0].line
    gap = max((number for number in range(1, first) if not lines[number - 1].strip()), default=0)
    margins.blank = gap > 0
    starts = [slot.line for slot in slots]
    for comment in comments:
        before = bisect_right(starts, comment.line)
        if comment.line < first:
            (slots[0].heads if 0 < gap < comment.line else margins.head).append(comment.text)
        elif comment.own_line:
            _own(comment, slots[before - 1], slots[before] if before < len(slots) else None, margins)
        else:
            slots[before - 1].tails.append(comment.text)
    _note_gaps(root, comments, lines)
    return margins


def _own(comment: Comment, before: Slot, after: Slot | None, margins: Margins) -> None:
    """A comment on a line of its own, between two slots."""
    if comment.line < before.last_line and before.text is not None:
        before.heads.append(comment.text)
    elif after and comment.column <= after.column:
        after.heads.append(comment.text)
    else:
        owner = next((each for each in _outwards(before) if each.column <= comment.column), None)
        if owner and owner.depth > (after.depth if after else 1):
            owner.feet.append(comment.text)
        else:
            (after.heads if after else margins.foot).append(comment.text)


def _outwards(slot: Slot) -> Iterator[Slot]:
    """The slot and those that it is inside of, without the whole file."""
    while slot.parent:
        yield slot
        slot = slot.parent


def _note_gaps(root: Slot, comments: Sequence[Comment], lines: Sequence[str]) -> None:
    """An empty line may stand above the fields of the whole file; between entries of several lines one always does."""
    own = {each.line for each in comments if each.own_line}
    is_list = isinstance(root.node.content, tuple)
    spaced = any(len(slot.inside) > 1 for slot in root.inside)
    for slot in root.inside:
        above = slot.line - 1
        while above in own:
            above -= 1
        slot.blank = spaced if is_list else 0 < above <= len(lines) and not lines[above - 1].strip()
