"""The common layout: what it looks like, that it loses nothing, and that laying out twice is laying out once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.formatting import is_laid_out, lay_out
from guide.formatting.yaml_text import in_line
from guide.problems.node import Scalar, Value
from guide.reading.yaml_source import read

ROOT = Path(__file__).parents[2]
LABEL = "data/exercises/squat.yml"
SCHEMA = "# yaml-language-server: $schema=../../docs/schemas/exercise.json"


def _laid_out(text: str, label: str = LABEL) -> str:
    """The text in the common layout, which is checked to keep every value and to change nothing the second time."""
    before, problems = read(text.encode("utf-8"), label)
    assert before, problems
    result = lay_out(text.encode("utf-8"), label)
    assert isinstance(result, str), result
    after, problems = read(result.encode("utf-8"), label)
    assert after, problems
    assert _typed(after.value) == _typed(before.value)
    assert lay_out(result.encode("utf-8"), label) == result
    assert is_laid_out(result.encode("utf-8"), after, label)
    assert is_laid_out(text.encode("utf-8"), before, label) == (text == result)
    assert not any(line != line.rstrip() for line in result.split("\n"))
    return result


def _typed(value: Value) -> object:
    if isinstance(value, dict):
        return {key: _typed(part) for key, part in value.items()}
    return [_typed(part) for part in value] if isinstance(value, tuple) else (type(value), value)


def test_the_data_is_in_the_common_layout() -> None:
    for path in sorted(ROOT.glob("data/**/*.yml")):
        label = path.relative_to(ROOT).as_posix()
        assert lay_out(path.read_bytes(), label) == path.read_text("utf-8"), f"{label}: run make fix"


@pytest.mark.parametrize(("before", "after"), [
    pytest.param("name: A\nid: a", "id: a\nname: A", id="order of fields"),
    pytest.param("zzz: 1\nid: a\nyyy: 2", "id: a\nzzz: 1\nyyy: 2", id="unknown fields last, in their order"),
    pytest.param("id:   'a'\nname:\n  B", "id: a\nname: B", id="quotes and spaces"),
    pytest.param("name: 'a: b'", 'name: "a: b"', id="quotes that are needed"),
    pytest.param("name: 'a \"b\": c'", "name: 'a \"b\": c'", id="the quotes that leave the text readable"),
    pytest.param('name: "8"\nlevel: 8', 'name: "8"\nlevel: 8', id="a number as text"),
    pytest.param('name: "no"', 'name: "no"', id="what other readers take for false"),
    pytest.param('dose: {sets: "2-3", rest_seconds: 60}', "dose:\n  sets: 2-3\n  rest_seconds: 60", id="a range"),
    pytest.param("muscles:\n  primary:\n  - a\n  - b", "muscles:\n  primary: [a, b]", id="ids in one line"),
    pytest.param("cues: [One, Two]", "cues:\n  - One\n  - Two", id="a sentence a line"),
    pytest.param("tempo:\n- seconds: 1\n  action: a", "tempo:\n  - {action: a, seconds: 1}", id="a small group"),
    pytest.param("summary: One\n  two\n\n\nname: A", "name: A\nsummary: One two", id="texts in one line"),
    pytest.param("\ufeffid: a\r\nname: B\r\n", "id: a\nname: B", id="line ends and a byte order mark"),
    pytest.param("---\nid: a\n...", "id: a", id="marks of a document"),
    pytest.param("id: a\n\n\n\nname: B\n\n", "id: a\n\nname: B", id="empty lines"),
    pytest.param("steps:\n  - text: A\n\n  - text: B", "steps:\n  - text: A\n  - text: B", id="empty lines inside"),
    pytest.param("cues:\n  - null\n  -\nnote:", "cues:\n  -\n  -\nnote:", id="what is to be filled in"),
    pytest.param("tempo: [{seconds: , action: a}]", "tempo:\n  - action: a\n    seconds:", id="a group to fill in"),
    pytest.param("figure:\n  contacts: [{part: a}]", "figure:\n  contacts:\n    - {part: a}", id="contacts"),
    pytest.param('name: "a\\u200bb"', 'name: "a\\u200Bb"', id="what cannot be seen stays spelled out"),
    pytest.param("level: 0.50", "level: 0.5", id="a decimal"),
    pytest.param("# a\n\n\n#  b \n\nname: A\nid: a", "# a\n\n#  b\n\nid: a\nname: A", id="head"),
    pytest.param('id: a\nname: "b # c"', 'id: a\nname: "b # c"', id="a text with a hash"),
    pytest.param("id: a\nname: |-\n  # b\n", 'id: a\nname: "# b"', id="a text in several lines with a hash"),
    pytest.param("# yaml-language-server: $schema=elsewhere\nid: a", "id: a", id="the schema line is mended"),
])  # fmt: skip
def test_the_layout(before: str, after: str) -> None:
    assert _laid_out(before) == f"{SCHEMA}\n{after}\n"


def test_entries_of_a_vocabulary_have_an_empty_line_between_them() -> None:
    text = _laid_out("- {id: a, name: A}\n- name: B\n  id: b\n", "data/patterns.yml")
    assert text.split("\n")[1:] == ["- id: a", "  name: A", "", "- id: b", "  name: B", ""]


def test_a_list_that_is_too_long_for_a_line_has_an_entry_a_line() -> None:
    ids = [f"source-number-{index}" for index in range(20)]
    assert _laid_out(f"sources: [{', '.join(ids)}]").split("\n")[1:3] == ["sources:", "  - source-number-0"]


@pytest.mark.parametrize(("text", "place"), [
    ("id: a\n# b\nname: B\n# c", "2:1"), ("# head\nid: a\nlevel: 1 # c", "3:10"), ('id: a\nname: "B # c" # d', "2:15"),
    ("id: a\ncues: # b\n  - A", "2:7"), ("id: a\nsources: [ # b\n  a, b]", "2:12"),
    ("id: a\nname: >- # b\n  A", "2:10"), ("id: a\r\n  # b\r\nname: B\r\n", "2:3"),
    ("--- # b\n{id: a}", "1:5"), ("- id: a\n\n# end\n", "3:1"),
])  # fmt: skip
def test_a_comment_below_the_head_is_told_once_and_nothing_is_changed(text: str, place: str) -> None:
    result = lay_out(text.encode(), LABEL)
    assert isinstance(result, tuple)
    assert [str(problem) for problem in result] == [
        f"{LABEL}:{place}: this file is not laid out, because a comment below its head would lose its place: "
        "move it above the first field, or delete it when it has served."
    ]
    node, _ = read(text.encode(), LABEL)
    assert node
    assert is_laid_out(text.encode(), node, LABEL), "checking says nothing of it"


@pytest.mark.parametrize(
    "text", ["id: [", "id: a\nid: b", "id: !x a", "", "id: a b # c", "id: a # c", 'cues: ["A", # c\n  B]', "\x00"]
)
def test_what_cannot_be_read_is_refused_with_its_problems(text: str) -> None:
    assert lay_out(text.encode(), LABEL) == read(text.encode(), LABEL)[1] != ()


def test_what_would_be_too_large_to_read_is_left_alone() -> None:
    text = "cues: [" + ", ".join(["{a: {b: 1}}"] * 3000) + "]\n" + "x: '" + "\u00e9" * 110_000 + "'\n"
    result = lay_out(text.encode(), LABEL)
    assert isinstance(result, tuple)
    assert "too large in the common layout" in str(result[0])


# Documents that nobody thought of

WORDS = st.text(st.sampled_from("abz09 -:#,'\"[]{}&*!|>%@`?.\\_~éß足\u200b\u2028\x85\xa0\t\n"), max_size=12)
ODD = ["no", "1:30", "0x1F", "1e3", "2024-05-01", "8-15", "null", "~", "", " ", "-", "- a", "a #b"]
NUMBERS = st.one_of(st.integers(-(10**9), 10**9), st.floats(-1000, 1000).map(lambda number: round(number, 3)))
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, WORDS, st.sampled_from(ODD))
KEYS = st.one_of(st.sampled_from(["id", "name", "steps", "text", "cues", "dose", "figure", "sources", "note"]), WORDS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)


@given(SCALARS, st.booleans())
def test_a_value_is_read_as_it_was_written(value: Scalar, in_flow: bool) -> None:
    text = in_line(value, in_flow=in_flow)
    node, problems = read((f"[{text}]" if in_flow else f"- {text}\n").encode("utf-8"), "a.yml")
    assert node, problems
    assert _typed(node.value) == [_typed(value)]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.dictionaries(KEYS, VALUES, min_size=1, max_size=4) | st.lists(VALUES, min_size=1, max_size=3),
    st.sampled_from(["", "\n", "---\n", "# head\n", "# head\n\n"]),
    st.sampled_from([LABEL, "data/muscles.yml", "data/other.yml", "data/released.yml"]),
)
def test_any_document_keeps_everything(value: dict[str, object] | list[object], head: str, label: str) -> None:
    result = _laid_out(f"{head}{in_line(value)}\n", label)  # type: ignore[arg-type]
    assert ("# head" in result.split("\n")[:2]) == ("head" in head)
