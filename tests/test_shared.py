"""Equal small parts of entries are one object, which nobody can tell but by the memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from conftest import SMALL as DATA
from guide.load import load
from guide.model import Guide
from guide.model.figure import Figure, Frame
from guide.model.kinds import FOLDERS
from guide.model.pose import Limbs, Pose
from guide.model.text import Entry
from guide.shared import SMALL, Shared
from guide.source import read


def test_sharing_changes_no_value(monkeypatch: pytest.MonkeyPatch, small_guide: Guide) -> None:
    monkeypatch.setattr(Shared, "entry", lambda self, entry: entry)
    plain = load(DATA)
    assert isinstance(plain, Guide)
    assert plain == small_guide
    for kind in FOLDERS:
        ours, others = getattr(small_guide, kind).values(), getattr(plain, kind).values()
        assert [*map(repr, ours)] == [*map(repr, others)]
        assert [each.model_dump_json(exclude_unset=True) for each in ours] == [
            each.model_dump_json(exclude_unset=True) for each in others
        ]


def test_equal_small_parts_are_one_object(small_guide: Guide) -> None:
    assert _twice(small_guide) == []


def test_parts_that_are_not_shared_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Shared, "entry", lambda self, entry: entry)
    plain = load(DATA)
    assert isinstance(plain, Guide)
    assert _twice(plain) != []


def test_what_was_written_counts_too() -> None:
    shared = Shared()
    written = shared.entry(Pose.model_validate({"both": {"knee": None}}))
    left_out = shared.entry(Pose.model_validate({"both": {}}))
    assert written.both == left_out.both
    assert written.both is not left_out.both
    assert written.model_dump(exclude_unset=True) == {"both": {"knee": None}}


def test_two_runs_share_nothing() -> None:
    one, other = (Shared().entry(Pose.model_validate({"both": {"knee": 9}})) for _ in range(2))
    assert one == other
    assert one.both is not other.both


@pytest.mark.parametrize("model", sorted(SMALL, key=str))
def test_small_parts_have_no_part(model: type[Entry]) -> None:
    assert not [each for each in model.model_fields.values() if _is_model(each.annotation)]


def test_a_part_with_parts_is_noticed() -> None:
    assert _is_model(Pose.model_fields["both"].annotation)


def test_a_zero_has_no_sign() -> None:
    node, _ = read(b"[-0.0, 0.0, -.0, -0]", "data/a.yml")
    assert node
    assert str(node.value) == "(0.0, 0.0, 0.0, 0)"


def test_defaults_are_left_as_they_are() -> None:
    before = Pose.model_fields["right"].default
    frame = {"caption": "Stand", "pose": {}}
    Shared().entry(Figure.model_validate({"frames": (frame, frame)}))
    assert Pose.model_fields["right"].default is before
    assert before == Limbs()
    assert Frame.model_fields["pose"].default == Pose()


def _is_model(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Entry)


def _twice(guide: Guide) -> list[str]:
    """Small parts that are there more than once."""
    first: dict[str, Entry] = {}
    parts = (part for kind in FOLDERS for each in getattr(guide, kind).values() for part in _parts(each))
    return [
        repr(part)
        for part in parts
        if type(part) in SMALL and first.setdefault(f"{part!r} {part.model_fields_set}", part) is not part
    ]


def _parts(value: object) -> Iterator[Entry]:
    if isinstance(value, Entry):
        yield value
        for each in value.__dict__.values():
            yield from _parts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
