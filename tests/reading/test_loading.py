"""Whatever lies in the data folder, loading ends with a guide or with problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model import Guide
from guide.problems.problem import Problem
from guide.reading.load import load

BYTES = {
    "large": (b"#" * (256 * 1024 + 1), "1:1: the file is larger than 256 kilobytes: split it, or take out what does "
              "not belong there."),
    "latin-1": ("id: extra\nname: Élan".encode("latin-1"), "2:7: the file is not UTF-8 text: save it with the "
                "encoding UTF-8."),
    "zero": (b"id: extra\nname: a\x00b", "2:8: the file holds the control character U+0000: delete it."),
}  # fmt: skip
"""What is better not kept as a file: the bytes of exercises/extra.yml, and the report on them."""

NOT_PLAIN = "the file is not a plain file: put a file of this name there."

NASTY = (
    b"", b"\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbfid: extra", b"\xff\xfei\x00d\x00", b"\x00", b"\t", b"- ",
    b"id:\textra", b"\tid: extra", b"id: extra\r", b"---", b"...", b"--- a\n--- b", b"%YAML 9.9\n---\nid: a", b"%TAG",
    b"*all", b"id: &a [*a]", b"<<: *a", b"<<: {id: extra}", b"!!python/object:os.system {}", b"!", b"? {a: b}\n: c",
    b": ", b"? ", b"null: 1", b"~", b"true", b"1", b"[" * 5000, b"{a: " * 5000, b"- " * 5000, b"'", b'"\\UFFFFFFFF"',
    b'"\\ud800": 1', b'"a\\nb": 1', b'id: "\\0"', b"id: |\n", b"id: >", b"\xc2\x85id: a", b"id: \xe2\x80\xa8 a", b"@",
    b"`", b"%", b"id: [", b"id: {", b"id: ]", b"id: 1e999", b"id: " + b"9" * 5000, b"id: .inf", b"a: 1\n" * 9000,
    b"id: extra\nlevel: {}\nsides: []\nname: {a: [b]}", b"steps: [[[[1]]]]", b"equipment: {required: {none: none}}",
)  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), BYTES.values(), ids=BYTES.keys())
def test_bytes_that_are_no_text(content: bytes, expected: str, data: Path) -> None:
    (data / "exercises" / "extra.yml").write_bytes(content)
    assert [str(problem) for problem in _problems(data)] == [f"data/exercises/extra.yml:{expected}"]


def test_what_is_no_plain_file_is_not_read(data: Path) -> None:
    (data / "exercises" / "folder.yml").mkdir()
    (data / "exercises" / "link.yml").symlink_to("heel-lift.yml")
    (data / "exercises" / "nowhere.yml").symlink_to("missing.yml")
    assert [str(problem) for problem in _problems(data)] == [
        f"data/exercises/folder.yml:1:1: {NOT_PLAIN}",
        f"data/exercises/link.yml:1:1: {NOT_PLAIN}",
        f"data/exercises/nowhere.yml:1:1: {NOT_PLAIN}",
    ]


def test_hidden_files_are_left_alone(data: Path, small_guide: Guide) -> None:
    (data / "exercises" / "._heel-lift.yml").write_bytes(b"\x00\x05\x16\x07")
    (data / "exercises" / ".#heel-lift.yml").symlink_to("an-editor@a-machine.1234")
    (data / ".DS_Store").write_bytes(b"\x00")
    assert load(data) == small_guide


@pytest.mark.parametrize("file", ["exercises/extra.yml", "muscles.yml", "safety.yml"])
@pytest.mark.parametrize("content", NASTY, ids=lambda content: repr(content[:24]))
def test_nothing_in_a_file_makes_loading_raise(file: str, content: bytes, data: Path) -> None:
    (data / file).write_bytes(content)
    problems = _problems(data)
    assert f"data/{file}" in {problem.path for problem in problems}
    assert all(str(problem).isprintable() for problem in problems)


@pytest.mark.parametrize("name", ["a\nb.yml", "a b.yml", "É.yml", "-.yml", "a.b.yml", "x" * 120 + ".yml"])
def test_no_name_of_a_file_makes_loading_raise(name: str, data: Path) -> None:
    (data / "routines" / name).write_text("id: a\n", "utf-8")
    (data / name).write_text("", "utf-8")
    problems = _problems(data)
    assert {problem.path for problem in problems} == {f"data/{name}", f"data/routines/{name}"}
    assert all(str(problem).isprintable() for problem in problems)


def test_as_many_landings_as_are_allowed_are_no_problem(data: Path, small_guide: Guide) -> None:
    landings = small_guide.routine_landings(small_guide.routines["evening-legs"])
    path = data / "safety.yml"
    path.write_text(path.read_text("utf-8").replace("most_landings: 30", f"most_landings: {landings}"), "utf-8")
    assert _problems(data) == ()


def test_an_empty_folder_lacks_everything(tmp_path: Path) -> None:
    no_file = "the file is missing: put a file of this name there"
    no_entry = "the folder has no entry: put a file of the form <id>.yml there"
    listed = (
        "conditions", "equipment", "gates", "groups", "muscles", "patterns", "people", "progression", "redirects",
        "regions", "released", "reviews", "safety", "sources", "synonyms", "tests", "warmups",
    )  # fmt: skip
    files = dict.fromkeys((f"{each}.yml" for each in listed), no_file)
    lacking = sorted((files | dict.fromkeys(("exercises", "routines"), no_entry)).items())
    assert [str(problem) for problem in _problems(tmp_path)] == [
        f"{tmp_path.name}/{name}:1:1: {sentence}." for name, sentence in lacking
    ]


@pytest.mark.parametrize("ending", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
def test_other_line_endings_and_a_byte_order_mark_change_nothing(ending: bytes, data: Path, small_guide: Guide) -> None:
    for path in data.rglob("*.yml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", ending))
    assert load(data) == small_guide


def _problems(folder: Path) -> tuple[Problem, ...]:
    result = load(folder)
    return () if isinstance(result, Guide) else result
