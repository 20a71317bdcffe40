"""YAML to values and places: what looks like text is text, and every place is the one that an editor shows."""

from __future__ import annotations

import pytest

from guide.problems.node import Node
from guide.reading.yaml_source import DEEPEST_NESTING, LARGEST_FILE, read

TEXT_AS_WRITTEN = (
    "1:30", "3:1:1", "no", "No", "yes", "on", "off", "y", "n", "010", "0o17", "0x1F", "0b1", "1_000", "1e3", "1.5e3",
    ".", "-.", "+", "1.2.3", "12 kg", "60s", "2024-11-22", ".inf", ".nan", "=", "tRUE", "nUll", "True!", "1,5", "00",
    "-01", "9999999999999999", "8-15", "8–15", "٣", "Éva", "a#b", "a:b", "$5", "100%", "R&D", "x@y", "it's", "<3",
    "a{b}",
)  # fmt: skip


def _read(text: str) -> Node:
    node, problems = read(text.encode(), "a.yml")
    assert node, problems
    return node


@pytest.mark.parametrize("text", TEXT_AS_WRITTEN)
def test_what_is_not_plainly_a_number_or_a_word_of_json_is_text(text: str) -> None:
    assert _read(f"a: {text}").value == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("+7", 7), ("123456789012345", 123456789012345),
        ("1.5", 1.5), ("-1.5", -1.5), ("+1.5", 1.5), (".5", 0.5), ("-.05", -0.05), ("2.", 2.0), ("0.0", 0.0),
        ("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False),
        ("null", None), ("Null", None), ("NULL", None), ("~", None), ("", None),
    ],
)  # fmt: skip
def test_numbers_and_the_words_of_json(text: str, value: object) -> None:
    read_value = _read(f"a: {text}").find(("a",)).value
    assert (read_value, type(read_value)) == (value, type(value))


@pytest.mark.parametrize("text", ["12", "1.5", "true", "null", "~", "", "1:30", "a: b", "- a", "#no", " a "])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_what_is_in_quotes_is_text(text: str, quote: str) -> None:
    assert _read(f"a: {quote}{text}{quote}").value == {"a": text}


@pytest.mark.parametrize(("text", "value"), [
    ("a: |\n  one\n  12\n", "one\n12\n"), ("a: >-\n  one\n  two\n", "one two"), ("a: one\n  two\n", "one two"),
    ("a: |-\n  12\n", "12"),
])  # fmt: skip
def test_text_on_several_lines_is_text(text: str, value: str) -> None:
    assert _read(text).value == {"a": value}


def test_lists_are_tuples_and_fields_keep_their_order() -> None:
    node = _read("b: [1, two, [3.5]]\na:\n- c: null\n")
    assert node.value == {"b": (1, "two", (3.5,)), "a": ({"c": None},)}
    assert node.get("b") == node.find(("b",))
    assert [item.value for item in node.find(("b",)).items()] == [1, "two", (3.5,)]
    assert list(node.value) == ["b", "a"]


def test_a_document_may_be_framed() -> None:
    assert _read("# comment\n---\na: 1\n...\n# comment\n").value == {"a": 1}


EXERCISE = """\
# A comment comes first.
id: squat
muscles: {primary: [quads,  "glutes"], secondary: none}
steps:
  - text: Éva 😀 bends
    details:
      - >-
        Slowly
  - text: "Stand"
"""


@pytest.mark.parametrize(("location", "place"), [
    ((), (2, 1)), (("id",), (2, 5)), (("muscles",), (3, 10)), (("muscles", "primary"), (3, 20)),
    (("muscles", "primary", 0), (3, 21)), (("muscles", "primary", 1), (3, 29)), (("muscles", "secondary"), (3, 51)),
    (("steps",), (5, 3)), (("steps", 0), (5, 5)), (("steps", 0, "details", 0), (7, 9)), (("steps", 1, "text"), (9, 11)),
])  # fmt: skip
def test_the_place_of_a_value(location: tuple[str | int, ...], place: tuple[int, int]) -> None:
    found = _read(EXERCISE).find(location)
    assert (found.line, found.column) == place


@pytest.mark.parametrize(("location", "place"), [
    (("id",), (2, 1)), (("muscles", "secondary"), (3, 40)), (("steps", 1, "text"), (9, 5)), (("steps", 1), (9, 5)),
    (("steps", 0, "details"), (6, 5)),
])  # fmt: skip
def test_the_place_of_a_key(location: tuple[str | int, ...], place: tuple[int, int]) -> None:
    found = _read(EXERCISE).find(location, key=True)
    assert (found.line, found.column) == place


@pytest.mark.parametrize(("location", "nearest"), [
    (("steps", 0, "caution"), ("steps", 0)), (("steps", 9, "text"), ("steps",)), (("steps", -1), ("steps",)),
    (("steps", "text"), ("steps",)), (("id", "low"), ("id",)), (("id", 0), ("id",)), ((0,), ()),
    (("nowhere", "at", "all"), ()),
])  # fmt: skip
def test_find_stops_at_the_deepest_node_on_the_way(
    location: tuple[str | int, ...], nearest: tuple[str | int, ...]
) -> None:
    node = _read(EXERCISE)
    assert node.find(location) is node.find(nearest)
    assert node.find(location, key=True) is node.find(nearest)


def test_only_what_has_parts_has_them() -> None:
    node = _read("a: [1]\nb: text")
    assert node.items() == ()
    assert node.find(("b",)).items() == ()
    assert node.get("c") is None
    assert node.find(("a",)).get("0") is None


def test_every_repeated_field_is_reported_and_nothing_is_read() -> None:
    node, problems = read(b"a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n", "a.yml")
    assert node is None
    assert [str(problem) for problem in problems] == [
        "a.yml:2:11: 'c' is written twice, first on line 2: keep one of the two.",
        "a.yml:3:1: 'a' is written twice, first on line 1: keep one of the two.",
        "a.yml:4:1: 'a' is written twice, first on line 1: keep one of the two.",
    ]


def test_repeated_fields_are_reported_beside_a_mistake_of_form() -> None:
    _, problems = read(b"a: 1\na: 2\nb: *c\n", "a.yml")
    assert [problem.line for problem in problems] == [2, 3]


def test_the_largest_file_and_the_deepest_nesting_are_still_read() -> None:
    filled = "a: 1\n# ".ljust(LARGEST_FILE, "x")
    assert _read(filled).value == {"a": 1}
    assert _read("[" * DEEPEST_NESTING + "1" + "]" * DEEPEST_NESTING).line == 1


@pytest.mark.parametrize("opening", ["[", "{a: ", "{? ", "{? [", "{a: ["])
def test_every_kind_of_nesting_has_an_end(opening: str) -> None:
    node, (problem,) = read((opening * 2000).encode(), "a.yml")
    assert (node, problem.message) == (None, "the nesting is too deep")


@pytest.mark.parametrize(("data", "place"), [
    ("a: é\nb: ü\x07".encode(), (2, 5)), ("a: é\nbé: ".encode() + b"\xff", (2, 5)), ("\ufeffé: \x1b".encode(), (1, 4)),
    (b"a: 1\r\nb: \x7f", (2, 4)),
])  # fmt: skip
def test_the_place_of_unreadable_bytes_counts_characters(data: bytes, place: tuple[int, int]) -> None:
    node, (problem,) = read(data, "a.yml")
    assert (node, problem.line, problem.column) == (None, *place)
