"""Names that look alike are the same, and no others are."""

from __future__ import annotations

import pytest

from guide.rules.names import look


@pytest.mark.parametrize(("name", "other"), [
    ("Squat", "Squаt"), ("Squat", "ЅԛυаΤ"), ("Calf raise", "CALF-RAISE"), ("Side hop", "Side h0p"),
    ("Wall sit", "WaIl sit"), ("Wall sit", "Wa11 sit"), ("Élévation", "Elevation"), ("Squat", "Ｓｑｕａｔ"),
    ("Straße", "STRASSE"), ("Fly", "ﬂy"), ("Å", "Å"), ("Squat²", "Squat 2"),
])  # fmt: skip
def test_these_look_alike(name: str, other: str) -> None:
    assert look(name) == look(other)


@pytest.mark.parametrize(("name", "other"), [
    ("Squat", "Squats"), ("Ball sit", "Bail sit"), ("Приседание", "Подъём"), ("किक", "काक"), ("🏃", "😀"), ("!", "?"),
    ("Hip 2", "Hip 3"),
])  # fmt: skip
def test_these_can_be_told_apart(name: str, other: str) -> None:
    assert look(name) != look(other)
