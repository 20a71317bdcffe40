"""The line that a problem is about and its caret, which stands right whatever comes before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.problems.excerpt import WIDEST, excerpt, line_of


def _caret(line: str, column: int) -> tuple[str, str]:
    """What is shown of the line, and what the caret stands under, both without the number."""
    shown, caret = excerpt(line, 7, column).split("\n")
    assert shown[:9].rstrip() == "     7 |"
    assert caret.startswith("       | ")
    assert caret.endswith("^")
    return shown[9:], caret[9:-1]


@pytest.mark.parametrize(("line", "column", "shown", "before"), [
    pytest.param("level: 9", 8, "level: 9", "level: ", id="plain"),
    pytest.param("level:", 7, "level:", "level:", id="behind the end"), pytest.param("", 1, "", "", id="empty"),
    pytest.param("\tid: a", 2, "→   id: a", "    ", id="tab"),
    pytest.param("a\tb: c", 4, "a→   b: c", "a→   b", id="tab inside"),
    pytest.param("名前: x", 5, "名前: x", "      ", id="wide"),
    pytest.param("e\u0301e\u0301: x", 7, "e\u0301e\u0301: x", "ee: ", id="combining"),
    pytest.param("😀: x", 4, "😀: x", "    ", id="emoji"),
    pytest.param("a\u202eb: x", 6, "a\\u202eb: x", "a\\u202eb: ", id="direction"),
    pytest.param("a\x00b: x", 6, "a\\x00b: x", "a\\x00b: ", id="control"),
    pytest.param("a\u200bb", 3, "a\\u200bb", "a\\u200b", id="invisible"),
    pytest.param("a ##[b]", 6, "a ##\\x5bb]", "a ##\\x5b", id="command"),
])  # fmt: skip
def test_the_caret_stands_under_the_place(line: str, column: int, shown: str, before: str) -> None:
    text, pad = _caret(line, column)
    assert text == shown
    assert len(pad) == len(before)


@pytest.mark.parametrize("column", [1, 2, 66, 67, 68, 100, 101, 250, 499, 500, 501])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    line = "".join(chr(0x4E00 + index) if index % 7 == 0 else "x" for index in range(500))
    line = line[: column - 1] + "|" + line[column:] if column <= 500 else line
    text, pad = _caret(line, column)
    assert len(text) <= WIDEST + 6
    assert text.startswith("...") == (column > 60)
    assert text.endswith("...") == (column < 450)
    if column <= 500:
        width = 0
        for character in text:
            if width == len(pad):
                assert character == "|"
                break
            width += 2 if character >= "\u4e00" else 1


@given(st.text(max_size=300), st.integers(1, 302))
def test_no_line_breaks_it(line: str, column: int) -> None:
    shown, caret = excerpt(line.replace("\n", ""), 1, column).split("\n")
    assert shown.isprintable()
    assert "##[" not in shown
    assert caret.strip(" |") == "^"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(ending: str) -> None:
    data = ("\ufeff" + ending.join(["a", "b\u2028c", "", "d"])).encode("utf-8")
    assert [line_of(data, number) for number in range(6)] == [None, "a", "b\u2028c", "", "d", None]


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    assert line_of(b"a: \xff\xfe", 1) == "a: \ufffd\ufffd"
