"""What must never get into the repository, or must stay true of it. Each guard shows that it can fail."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

import pytest

from guide.model import Guide
from guide.pages.page_list import pages
from machine_path import EXAMPLES, machine_path
from site_build import PROJECT

LEFT_OUT = {".git", ".venv", ".cache", "site", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache"}
"""Where git would not look; used only where there is no git."""
TOP_FOLDERS = {"docs", "data", "hooks", "overrides", "tests"}
TOP_FILES = re.compile(
    r"mkdocs\.yml|pyproject\.toml|Makefile|(README|CONTRIBUTING|HACKING|CHANGELOG|SECURITY)\.md|LICENSE\S*|requirements\S*\.txt"
)
ASSETS = re.compile(
    r"docs/(stylesheets|javascripts|images|fonts)/[\w./-]+\.(css|js|svg|png|jpg|webp|woff2)|docs/schemas/[a-z]+\.json"
    r"|docs/_headers"
)
"""What pages load, what hosts read, and the schemas, which editors must find in a clone; see test_schema.py."""
# The option of uv that keeps an index out of a file is the one that may name it.
INDEX = re.compile(
    r"(?<!no-emit-)index[-_]url|find[-]links|\bpypi\.(?:org|python)|pythonhosted\.|https?://\S+/simple\b"
)
PIN = re.compile(r"[A-Za-z0-9][\w.-]*(\[[\w,-]+\])?==[\w.+!]+( ; .+?)?( --hash=sha256:[0-9a-f]{64})+")


@pytest.fixture(scope="module")
def texts() -> Mapping[str, str]:
    """Every text file that is in the repository, or could be committed, by its name."""
    contents = {name: (PROJECT / name).read_bytes() for name in _names() if (PROJECT / name).is_file()}
    return {name: content.decode("utf-8") for name, content in contents.items() if b"\0" not in content}


def test_no_file_names_a_package_index(texts: Mapping[str, str]) -> None:
    assert len(texts) > 50
    assert not list(_indexes(texts))


@pytest.mark.parametrize("text", [
    "--index" + "-url https://mirror.example/packages", "PIP_EXTRA_INDEX" + "_URL=x",
    "https://py" + "pi.org/project/mkdocs/", "https://mirror.example/root/" + "simple/",
])  # fmt: skip
def test_a_package_index_is_noticed(text: str) -> None:
    assert list(_indexes({"README.md": f"first\n{text}"}))


def test_no_file_holds_a_path_of_one_machine(texts: Mapping[str, str]) -> None:
    assert not {name: found for name, text in texts.items() if (found := machine_path(text))}


@pytest.mark.parametrize("text", EXAMPLES)
def test_a_path_of_one_machine_is_noticed(text: str) -> None:
    assert machine_path(f"first\n{text}")


def test_every_requirement_is_pinned_and_hashed(texts: Mapping[str, str]) -> None:
    locks = [name for name in texts if re.fullmatch(r"requirements\S*\.txt", name)]
    assert "requirements.txt" in locks
    for name in locks:
        assert len(_requirements(texts[name])) > 10
        assert not [requirement for requirement in _requirements(texts[name]) if not PIN.fullmatch(requirement)], name


@pytest.mark.parametrize("line", [
    "mkdocs>=1.6", "mkdocs==1.6.1", f"mkdocs --hash=sha256:{'0' * 64}", "-r other.txt", "-e .",
    "mkdocs @ https://x.example",
])  # fmt: skip
def test_a_loose_requirement_is_noticed(line: str) -> None:
    (requirement,) = _requirements(f"# a comment\n{line}\n")
    assert not PIN.fullmatch(requirement)


def test_tests_run_with_what_the_site_is_built_with(texts: Mapping[str, str]) -> None:
    assert not set(_requirements(texts["requirements.txt"])) - set(_requirements(texts["requirements-test.txt"]))


def test_the_top_level_holds_only_what_belongs_there(texts: Mapping[str, str]) -> None:
    assert not list(_misplaced(_names()))


@pytest.mark.parametrize("name", ["notes.txt", "src/guide.py", "site/index.html", "data.yml", "docs"])
def test_what_does_not_belong_on_the_top_level_is_noticed(name: str) -> None:
    assert list(_misplaced([name, "data/muscles.yml"])) == [name]


def test_nothing_generated_is_in_docs(real_guide: Guide) -> None:
    names = [path.relative_to(PROJECT).as_posix() for path in (PROJECT / "docs").rglob("*") if path.is_file()]
    assert names
    assert not list(_generated(names, real_guide))


@pytest.mark.parametrize(
    "name", ["docs/index.md", "docs/evidence.md", "docs/exercises/squat.md", "docs/api.json", "docs/images/squat.html"]
)
def test_something_generated_in_docs_is_noticed(name: str, real_guide: Guide) -> None:
    assert list(_generated([name, "docs/before-you-start.md", "docs/stylesheets/guide.css"], real_guide)) == [name]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", ".github/pull_request_template.md"])
def test_what_a_contributor_reads_names_only_what_is_there(name: str, texts: Mapping[str, str]) -> None:
    assert list(_missing(texts[name], texts)) == []


@pytest.mark.parametrize(("text", "missing"), [
    ("Run `make tset`.", "make tset"), ("```sh\nmake tset  # x\n```", "make tset"),
    ("See [the code](hooks/chekc.py).", "hooks/chekc.py"),
    ("Copy `data/exercises/sqaut.yml`.", "data/exercises/sqaut.yml"),
    ("Open [the folder](data/exercise).", "data/exercise"),
])  # fmt: skip
def test_something_named_that_is_not_there_is_noticed(text: str, missing: str, texts: Mapping[str, str]) -> None:
    good = "`make check`, [x](data/exercises), `docs/`, `data/exercises/<id>.yml`, `.cache/review.html`\n"
    assert list(_missing(good, texts)) == []
    assert list(_missing(good + text, texts)) == [missing]


def test_every_line_of_codeowners_owns_something(texts: Mapping[str, str]) -> None:
    assert list(_idle_owners(texts[".github/CODEOWNERS"], texts)) == []


def test_data_and_code_have_different_owners(texts: Mapping[str, str]) -> None:
    owners = _owners(texts[".github/CODEOWNERS"])
    assert owners["/data/"] != owners["*"]


@pytest.mark.parametrize(
    "line",
    ["/dota/ @ORGANISATION/coaches", "/docs/*.mdx @ORGANISATION/coaches", "/data/", "/data/ someone@example.org"],
)
def test_an_idle_owner_is_noticed(line: str, texts: Mapping[str, str]) -> None:
    assert list(_idle_owners(line, texts))


def test_security_names_the_private_way_and_no_person(texts: Mapping[str, str]) -> None:
    assert "*Report a vulnerability*" in texts["SECURITY.md"]
    assert not _addresses(texts["SECURITY.md"])


@pytest.mark.parametrize("text", ["Write to safety@guide.example.", "Ask @octocat.", "mailto:x", "Call +1 555 0100."])
def test_an_invented_address_is_noticed(text: str) -> None:
    assert _addresses(text)


def _missing(text: str, texts: Mapping[str, str]) -> Iterator[str]:
    """Commands of make, links and paths in code that lead nowhere; what is built or a pattern is left alone."""
    targets = set(re.findall(r"^([a-z]+):", texts["Makefile"], re.MULTILINE))
    for command in re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE):
        if command not in targets:
            yield f"make {command}"
    links = re.findall(r"\]\((?![a-z]+:|#)([^)#\s]+)", text)
    paths = re.findall(r"`((?:data|docs|hooks|tests|overrides|\.github)/[\w./-]*)`", text)
    for path in (*links, *paths):
        if not (PROJECT / path).exists():
            yield path


def _owners(text: str) -> dict[str, list[str]]:
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return {pattern: owners for pattern, *owners in filter(None, lines)}


def _idle_owners(text: str, texts: Mapping[str, str]) -> Iterator[str]:
    for pattern, owners in _owners(text).items():
        if not owners or not all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in owners):
            yield f"{pattern} has no team"
        inside = f"{pattern}*" if pattern.endswith("/") else pattern
        if not [name for name in texts if fnmatch(f"/{name}", inside)]:
            yield f"{pattern} matches no file"


def _addresses(text: str) -> list[str]:
    return re.findall(r"\S*@\w\S*|mailto:\S*|\+\d[\d ]{6,}", text)


def _names() -> list[str]:
    """Files of the repository as git knows them, or as they lie there where git does not answer."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    try:
        listed = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        return sorted(_walked())
    return sorted({name for name in listed.split("\0") if name and (PROJECT / name).exists()})


def _walked() -> Iterator[str]:
    for folder, inner, files in os.walk(PROJECT):
        inner[:] = [each for each in inner if each not in LEFT_OUT]
        yield from (Path(folder, file_).relative_to(PROJECT).as_posix() for file_ in files)


def _indexes(texts: Mapping[str, str]) -> Iterator[str]:
    for name, text in texts.items():
        yield from (f"{name}: {found[0]}" for found in INDEX.finditer(text.lower()))


def _requirements(text: str) -> list[str]:
    """Each requirement with its hashes on one line; comments and empty lines left out."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.replace("\\\n", " ").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _misplaced(names: list[str]) -> Iterator[str]:
    for name in names:
        top, inside, _ = name.partition("/")
        if not (top.startswith(".") or (top in TOP_FOLDERS if inside else TOP_FILES.fullmatch(top))):
            yield name


def _generated(names: list[str], guide: Guide) -> Iterator[str]:
    """Neither a page written by hand nor what pages load; pages in folders are all generated."""
    generated = {f"docs/{page.address.rstrip('/') or 'index'}.md" for page in pages(guide)}
    for name in names:
        by_hand = re.fullmatch(r"docs/[\w-]+\.md", name) and name not in generated
        if not by_hand and not ASSETS.fullmatch(name):
            yield name
