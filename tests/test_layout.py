"""The common layout: what it looks like, that it loses nothing, and that laying out twice is laying out once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.layout import is_laid_out, lay_out
from guide.layout.comments import find_comments, plain_comments
from guide.layout.scalars import scalar_text
from guide.node import Scalar, Value
from guide.problem import Problem
from guide.source import read

ROOT = Path(__file__).parent.parent
FILES = sorted([*ROOT.glob("data/**/*.yml"), *ROOT.glob("tests/small/**/*.yml")])
LABEL = "data/exercises/squat.yml"
SCHEMA = "# yaml-language-server: $schema=../../docs/schemas/exercise.json"


def _laid_out(text: str, label: str = LABEL) -> str:
    """The text in the common layout, which is checked to keep everything and to change nothing the second time."""
    before, problems = read(text.encode("utf-8"), label)
    assert before
    assert not problems
    result = lay_out(text.encode("utf-8"), label)
    assert isinstance(result, str), result
    after, problems = read(result.encode("utf-8"), label)
    assert after
    assert not problems
    assert _typed(after.value) == _typed(before.value)
    assert _comments(result) == _comments(text)
    assert lay_out(result.encode("utf-8"), label) == result
    assert is_laid_out(result.encode("utf-8"), after, label)
    assert is_laid_out(text.encode("utf-8"), before, label) == (text == result)
    assert not any(line != line.rstrip() for line in result.split("\n"))
    assert result.endswith("\n")
    return result


def _comments(text: str) -> Counter[str]:
    found = find_comments(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    return Counter(each.text for each in found if "yaml-language-server" not in each.text)


def _typed(value: Value) -> object:
    if isinstance(value, dict):
        return {key: _typed(each) for key, each in value.items()}
    return [_typed(each) for each in value] if isinstance(value, tuple) else (type(value), value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_data_file_keeps_its_values_and_comments(path: Path) -> None:
    base = next(each for each in path.parents if each.name in ("data", "small"))
    _laid_out(path.read_text("utf-8"), f"data/{path.relative_to(base).as_posix()}")


@pytest.mark.parametrize("path", sorted(ROOT.glob("data/**/*.yml")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_data_is_in_the_common_layout(path: Path) -> None:
    label = path.relative_to(ROOT).as_posix()
    assert lay_out(path.read_bytes(), label) == path.read_text("utf-8"), "run: make fix"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("name: A\nid: a", "id: a\nname: A", id="order of fields"),
        pytest.param("zzz: 1\nid: a\nyyy: 2", "id: a\nzzz: 1\nyyy: 2", id="unknown fields last, in their order"),
        pytest.param("id:   'a'\nname:\n  B", "id: a\nname: B", id="quotes and spaces"),
        pytest.param("name: 'a: b'", 'name: "a: b"', id="quotes that are needed"),
        pytest.param("name: 'a \"b\": c'", "name: 'a \"b\": c'", id="the quotes that leave the text readable"),
        pytest.param('name: "8"\nlevel: 8', 'name: "8"\nlevel: 8', id="a number as text"),
        pytest.param('name: "no"', 'name: "no"', id="what other readers take for false"),
        pytest.param('dose: {sets: "2-3", rest_seconds: 60}', "dose:\n  sets: 2-3\n  rest_seconds: 60", id="a range"),
        pytest.param("muscles: {primary: [a,b]}", "muscles:\n  primary: [a, b]", id="ids in one line"),
        pytest.param("muscles:\n  primary:\n  - a\n  - b", "muscles:\n  primary: [a, b]", id="a list of hyphens"),
        pytest.param("cues: [One, Two]", "cues:\n  - One\n  - Two", id="a sentence a line"),
        pytest.param(
            "tempo:\n- action: lift\n  seconds: 1",
            "tempo:\n  - {action: lift, seconds: 1}",
            id="small groups in one line",
        ),
        pytest.param("summary: One\n  two\n\n\nname: A", "name: A\nsummary: One two", id="texts in one line"),
        pytest.param("id: a\r\nname: B\r\n", "id: a\nname: B", id="line ends"),
        pytest.param("\ufeffid: a", "id: a", id="a byte order mark"),
        pytest.param("---\nid: a\n...", "id: a", id="marks of a document"),
        pytest.param("id: a\n\n\n\nname: B\n\n", "id: a\n\nname: B", id="empty lines"),
        pytest.param("steps:\n  - text: A\n\n  - text: B", "steps:\n  - text: A\n  - text: B", id="empty lines inside"),
        pytest.param("note:", "note:", id="nothing"),
        pytest.param("cues:\n  - null\n  -", "cues:\n  -\n  -", id="entries to be filled in"),
        pytest.param(
            "tempo: [{seconds: , action: lift}]",
            "tempo:\n  - action: lift\n    seconds:",
            id="a small group to be filled in",
        ),
        pytest.param(
            "figure:\n  feet: {right: {touch: flat}}", "figure:\n  feet:\n    right: {touch: flat}", id="pose"
        ),
        pytest.param('name: "a\\u200bb"', 'name: "a\\u200Bb"', id="what cannot be seen stays spelled out"),
        pytest.param("level: 0.50", "level: 0.5", id="a decimal"),
    ],
)
def test_the_layout(before: str, after: str) -> None:
    assert _laid_out(before) == f"{SCHEMA}\n{after}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("name: A\n# of the id\nid: a", "# of the id\nid: a\nname: A", id="goes along with its field"),
        pytest.param("name: A # short\nid: a", "id: a\nname: A  # short", id="behind a word it stays"),
        pytest.param('name: "A B" # long', "# long\nname: A B", id="behind a sentence it goes above"),
        pytest.param("# head\n\n# of the id\nid: a", "# head\n\n# of the id\nid: a", id="head of the file"),
        pytest.param("name: A\nid: a\n# foot", "id: a\nname: A\n# foot", id="foot of the file"),
        pytest.param("cues: # why\n  - A", "cues:  # why\n  - A", id="behind the name of a list"),
        pytest.param("cues:\n  # one\n  - A\n  # two\n  - B", "cues:\n  # one\n  - A\n  # two\n  - B", id="in a list"),
        pytest.param("cues:\n  - A\n  # end\nid: a", "id: a\ncues:\n  - A\n  # end", id="foot of a list"),
        pytest.param("sources: [a, # one\n  b] # two", "sources:\n  - a  # one\n  - b  # two", id="in brackets"),
        pytest.param("steps:\n  -\n    # in\n    text: A", "steps:\n  # in\n  - text: A", id="behind a hyphen"),
        pytest.param(
            "steps:\n  - caution: B\n    # of the text\n    text: A",
            "steps:\n  # of the text\n  - text: A\n    caution: B",
            id="of what comes first",
        ),
        pytest.param("summary: >- # folded\n  A\n  b", "# folded\nsummary: A b", id="behind the mark of a long text"),
        pytest.param("name:\n  # far\n  A", "# far\nname: A", id="between a name and its value"),
        pytest.param("#a\n#   b  \nid: a", "#a\n#   b\nid: a", id="as it is written"),
    ],
)
def test_a_comment_stays_with_what_it_is_about(before: str, after: str) -> None:
    assert _laid_out(before) == f"{SCHEMA}\n{after}\n"


def test_the_schema_line_is_mended() -> None:
    assert _laid_out("# yaml-language-server: $schema=elsewhere\nid: a") == f"{SCHEMA}\nid: a\n"
    assert _laid_out("id: a\n# yaml-language-server: $schema=late") == f"{SCHEMA}\nid: a\n"


def test_entries_of_a_vocabulary_have_an_empty_line_between_them() -> None:
    text = _laid_out("- {id: a, name: A}\n- name: B\n  id: b\n", "data/patterns.yml")
    assert text.split("\n")[1:] == ["- id: a", "  name: A", "", "- id: b", "  name: B", ""]


def test_a_list_that_is_too_long_for_a_line_has_an_entry_a_line() -> None:
    ids = [f"source-number-{index}" for index in range(20)]
    assert _laid_out(f"sources: [{', '.join(ids)}]").split("\n")[1:3] == ["sources:", "  - source-number-0"]


@pytest.mark.parametrize("text", ["id: [", "id: a\nid: b", "id: !x a", "", "id: a b # c", "\x00"])
def test_what_cannot_be_read_is_refused_with_its_problems(text: str) -> None:
    result = lay_out(text.encode("utf-8"), LABEL)
    assert isinstance(result, tuple)
    assert result


def test_a_mark_that_cannot_be_accounted_for_is_refused() -> None:
    result = lay_out(b'name: "\\x23 is a comment"', LABEL)
    assert isinstance(result, tuple)
    assert "cannot be laid out" in str(result[0])


def test_comments_of_a_file_in_the_layout_need_no_scanner() -> None:
    text = "# a\nid: a\n# b\nname: B\n"
    assert plain_comments(text) == find_comments(text)
    assert plain_comments("id: a  # b\n") is None


# Documents that nobody thought of

WORDS = st.text(st.sampled_from("abz09 -:#,'\"[]{}&*!|>%@`?.\\_~éß足\u200b\u2028\x85\xa0\t\n"), max_size=12)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(-1000, 1000).map(lambda number: round(number, 3)),
    WORDS,
    st.sampled_from(["no", "1:30", "0x1F", "1e3", "2024-05-01", "8-15", "null", "~", "", " ", "-", "- a", "a #b"]),
)
KEYS = st.one_of(st.sampled_from(["id", "name", "steps", "text", "cues", "dose", "figure", "sources", "note"]), WORDS)
COMMENTS = st.one_of(st.none(), st.none(), st.text("ab #:'\"-", max_size=8).map(lambda text: f"# {text}".rstrip()))


@given(SCALARS, st.booleans())
def test_a_value_is_read_as_it_was_written(value: Scalar, in_flow: bool) -> None:
    text = scalar_text(value, in_flow=in_flow)
    node, problems = read((f"[{text}]" if in_flow else f"- {text}\n").encode("utf-8"), "a.yml")
    assert node
    assert not problems
    assert _typed(node.value) == [_typed(value)]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A mapping written anyhow: any quotes, indentation, empty lines and comments."""
    lines = draw(_mapping(0, draw(st.integers(1, 3))))
    return draw(st.sampled_from(["", "\n", "---\n", "# head\n", "# head\n\n"])) + "\n".join(lines) + "\n"


@st.composite
def _mapping(draw: st.DrawFn, indent: int, depth: int) -> list[str]:
    lines: list[str] = []
    for key in draw(st.lists(KEYS, min_size=1, max_size=4, unique=True)):
        lines += draw(_between(indent))
        lines += _led(f"{' ' * indent}{_quoted(key)}:", draw(_value(indent, depth)))
    return [*lines, *draw(_between(indent))]


@st.composite
def _sequence(draw: st.DrawFn, indent: int, depth: int) -> list[str]:
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        lines += draw(_between(indent))
        value = draw(_value(indent, depth))
        if len(value) > 1 and not value[0] and value[1].startswith(" " * (indent + 2)) and draw(st.booleans()):
            first = value[1][indent + 2 :]
            if not first.startswith(("#", " ")) and value[1].strip():
                lines += [f"{' ' * indent}- {first}", *value[2:]]
                continue
        lines += _led(f"{' ' * indent}-", value)
    return [*lines, *draw(_between(indent))]


@st.composite
def _value(draw: st.DrawFn, indent: int, depth: int) -> list[str]:
    """What follows a name or a hyphen: the rest of the line, and further lines."""
    kind = draw(st.sampled_from(["scalar", "scalar", "flow", "mapping", "sequence"] if depth else ["scalar", "flow"]))
    comment = draw(COMMENTS)
    behind = f" {comment}" if comment else ""
    if kind == "scalar":
        return [_quoted(draw(SCALARS)) + behind]
    if kind == "flow":
        return [*draw(_flow(indent + 2)), behind] if behind else draw(_flow(indent + 2))
    inner = indent + draw(st.sampled_from([2, 2, 3, 4]))
    return [behind.strip(), *draw(_mapping(inner, depth - 1) if kind == "mapping" else _sequence(inner, depth - 1))]


@st.composite
def _flow(draw: st.DrawFn, indent: int) -> list[str]:
    values = draw(st.lists(SCALARS, max_size=3))
    if not values or draw(st.booleans()):
        return [f"[{', '.join(map(_quoted, values))}]"]
    comments = [draw(COMMENTS) for _ in values]
    lines = (f"{_quoted(value)}, {comment or ''}" for value, comment in zip(values, comments, strict=True))
    return ["[", *(" " * indent + line for line in lines), " " * indent + "]"]


@st.composite
def _between(draw: st.DrawFn, indent: int) -> list[str]:
    """Empty lines and comments, at any depth."""
    comment = draw(COMMENTS)
    found = [f"{' ' * draw(st.integers(0, indent + 3))}{comment}"] if comment else []
    return [*found, *[""] * draw(st.sampled_from([0, 0, 0, 1, 2]))]


def _led(start: str, value: list[str]) -> list[str]:
    return [f"{start} {value[0]}" if value[0] else start, *value[1:]]


def _quoted(value: Scalar) -> str:
    if not isinstance(value, str):
        return scalar_text(value, in_flow=True)
    return (
        '"'
        + "".join(f"\\U{ord(each):08X}" if each in '"\\' or not each.isprintable() else each for each in value)
        + '"'
    )


def test_comments_without_end_are_left_alone() -> None:
    text = "id: a\n" + "#\n" * 100_000
    result = lay_out(text.encode("utf-8"), LABEL)
    reason = "it has the character # more than 2000 times"
    remedy = "put comments on lines of their own, and not too many"
    assert result == (Problem(LABEL, 1, 1, f"this file cannot be laid out ({reason})", remedy),)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
@given(documents(), st.sampled_from([LABEL, "data/muscles.yml", "data/other.yml", "data/released.yml"]))
def test_any_document_keeps_everything(text: str, label: str) -> None:
    node, problems = read(text.encode("utf-8"), label)
    result = lay_out(text.encode("utf-8"), label)
    if node is None or problems:
        assert result == problems
    else:
        assert _laid_out(text, label) == result
