"""What an entry accepts and what it knows about itself; what it refuses is in tests/problems."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from guide.model import Exercise, Guide, Modification
from guide.model.entry import LONGEST_NAME, LONGEST_TEXT, Id, Name, Text
from guide.model.kinds import mentions
from guide.model.quantity import Range

TEXT: TypeAdapter[str] = TypeAdapter(Text)
NAME: TypeAdapter[str] = TypeAdapter(Name)
ID: TypeAdapter[str] = TypeAdapter(Id)

ALLOWED = (
    "Knee bend < 90 degrees & > 5", "a<5", "a < b", "R&D, then rest", "AT&T", '"Quoted" and \'quoted\'', "it's",
    "$5 #1 @home", "{one} }two{", "100 % {x: y}", "[one]", "(two)", "2 * 3 * 4", "a_b_c", "snake_case_", "5 - 3",
    "x = y|z", "a/b\\c", "Élan הרמת 足 😀", "8–15 × 2", "~30 s", "So... #hash", "C# and F#", "-5 degrees", "+5 kg",
    "#1 cue", "1.5 m", "10.000 steps", "*", "a*b", "^top", "no-break\xa0space inside", "&", "<", "<>", "&;",
)  # fmt: skip

FORBIDDEN = (
    "<b", "</p>", "<!-- x -->", "<?php", "<br>", "a<script>b", "&amp;", "&#60;", "&lt;", "**bold**", "a **",
    "__init__", "`code`", "[a](b)", "![a](b)", "*one*", "an _emphasis_ here", "# heading", "- item", "* item",
    "+ item", "> quote", "1. first", "###### six", "~~gone~~", "{{ x }}", "{% x %}", "{# x #}", "a\nb", "a\tb",
    "a\x85b", "soft\u200bspace", "\u202eabc", "a\ufeff", "\u2066a\u2069", " a", "a ", "\xa0a", "", "   ",
    "a\u3000", "soft\xadhyphen", "a\u061cb", "\u3164", "a\u2800", "a\U000e0041b", "a\ufff9b\ufffac\ufffb", "a\ufffdb",
    "\U0001f469\u200d\u2695",
)  # fmt: skip


RESERVED = ("index", "top", "con", "prn", "aux", "nul", "com1", "lpt9")


@pytest.mark.parametrize("text", ALLOWED)
def test_plain_text_may_hold_any_character_that_a_sentence_needs(text: str) -> None:
    assert TEXT.validate_python(text) == text


@pytest.mark.parametrize("text", FORBIDDEN)
@pytest.mark.parametrize("kind", [TEXT, NAME])
def test_markup_and_unseen_characters_are_not_text(kind: TypeAdapter[str], text: str) -> None:
    with pytest.raises(ValidationError):
        kind.validate_python(text)


@pytest.mark.parametrize(("kind", "longest"), [(TEXT, LONGEST_TEXT), (NAME, LONGEST_NAME), (ID, LONGEST_NAME)])
def test_the_longest_text_is_allowed_and_one_more_letter_is_not(kind: TypeAdapter[str], longest: int) -> None:
    assert kind.validate_python("x" * longest) == "x" * longest
    with pytest.raises(ValidationError):
        kind.validate_python("x" * (longest + 1))


@pytest.mark.parametrize("text", ["squat", "wall-sit", "a-1-b", "2024", "x"])
def test_an_address_is_small_letters_digits_and_single_hyphens(text: str) -> None:
    assert ID.validate_python(text) == text


@pytest.mark.parametrize(
    "text", ["Squat", "wall_sit", "-a", "a-", "a--b", "", "é", "a b", "a/b", "..", "a\n", "٣", *RESERVED]
)
def test_what_would_be_escaped_or_mean_something_else_in_an_address_is_no_id(text: str) -> None:
    with pytest.raises(ValidationError):
        ID.validate_python(text)


@pytest.mark.parametrize(("written", "low", "high", "shown"), [
    (60, 60, 60, "60"), (0, 0, 0, "0"), (3600, 3600, 3600, "3600"), ("60", 60, 60, "60"), ("8-15", 8, 15, "8–15"),
    ("8 - 15", 8, 15, "8–15"), ("8–15", 8, 15, "8–15"), ("0-1", 0, 1, "0–1"), ("5-5", 5, 5, "5"),
])  # fmt: skip
def test_a_range_is_one_number_or_two(written: object, low: int, high: int, shown: str) -> None:
    read = Range.model_validate(written)
    assert (read.low, read.high, str(read)) == (low, high, shown)


@pytest.mark.parametrize(
    "written",
    [-1, 1.0, True, None, "", "8-", "-8", "8--15", "8-15-20", "8 to 15", "8  -  15", "15-8", "3601", 3601, "1-3601",
     "99999", "1:30", "8-15 ", (8, 15), {"low": 8, "high": 15}, "+8", "8\n", "٣"],
)  # fmt: skip
def test_what_is_no_range(written: object) -> None:
    with pytest.raises(ValidationError):
        Range.model_validate(written)


def test_none_is_written_and_means_an_empty_list(small_guide: Guide) -> None:
    hop = small_guide.exercises["side-hop"]
    assert (hop.muscles.secondary, hop.equipment.required, hop.equipment.helpful) == ((), (), ())
    assert small_guide.exercises["wall-hold"].equipment.required == ("wall",)


def test_a_version_with_an_exercise_of_its_own_leaves_the_equipment_to_it(small_guide: Guide) -> None:
    assert small_guide.exercises["side-hop"].easier[0].equipment is None
    linked = Modification.model_validate({"name": "A", "how": "B", "is_exercise": "squat"})
    assert (linked.equipment, linked.impact, linked.other_exercise) == (None, None, "squat")


def test_what_an_exercise_knows_of_one_repetition(small_guide: Guide) -> None:
    lift, hold, hop = (small_guide.exercises[each] for each in ("heel-lift", "wall-hold", "side-hop"))
    assert [sum(part.seconds for part in each.tempo) for each in (lift, hold, hop)] == [2 + 1 + 3, 3 + 2, 1 + 1 + 2]
    assert [each.landings_per_repetition for each in (lift, hold, hop)] == [0, 0, 1]
    versions = [version.name for version in hop.modifications]
    assert versions == ["Lifts instead of hops", "Side step", "Hold instead", "Hop on to a board"]


def test_optional_fields_are_empty_where_they_are_left_out(small_guide: Guide) -> None:
    hold = small_guide.exercises["wall-hold"]
    assert (hold.note, hold.steps[0].details, hold.steps[0].caution) == (None, (), None)
    assert hold.dose.repetitions is None


def test_all_that_an_entry_refers_to_is_found_where_it_stands(small_guide: Guide) -> None:
    hop, routine = small_guide.exercises["side-hop"], small_guide.routines["evening-legs"]
    found = {location: (kind, ids) for location, kind, ids in mentions(hop)}
    assert found["pattern",] == ("patterns", (hop.pattern,))
    assert found["muscles", "secondary"] == ("muscles", ())
    assert found["easier", 0, "leads_to"] == ("exercises", ("heel-lift",))
    assert found["easier", 0, "equipment"] == ("equipment", ()), "nothing is written there"
    assert ["stages", 0, "blocks", 1, "items", 0, "exercise"] in [[*location] for location, *_ in mentions(routine)]


def test_nothing_changes_after_loading(small_guide: Guide) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        small_guide.exercises["heel-lift"].level = 3  # type: ignore[misc]


def test_the_contributors_reference_has_a_line_for_every_field() -> None:
    assert [name for name, field in Exercise.model_fields.items() if not field.description] == []
