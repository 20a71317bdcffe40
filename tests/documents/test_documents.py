"""Hand-written files: every rule has a planted file, and all are found in one run, beside what is wrong in the data."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from guide.commands.check import find
from guide.documents.generated_files import address_of, addresses, generated_files
from guide.documents.page_body import EXTENSIONS
from guide.model import Guide
from guide.pages.page_list import pages
from site_build import PROJECT, Site, build, copy_project, files_in, run

NOT_ROOT = pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="nothing is forbidden to root")
_FIELDS = "the fields are title, description, hide, template"
_WORDS = "the words are navigation, toc, path, footer, tags, feedback"
_MINE, _LOAD = "give the file another name", "put the file into docs and name it there, or link to it"
_ADDRESS = "begin it with https://, or name a page of docs"
_SLASH = "write it from this file's folder, without a slash in front"
_TAG = "say it in Markdown, or link to it"
_OUT = "link to a file of docs, or to an address with https://"
_SCRIPTS = "delete it; docs/javascripts is the place for it"
_PLAIN = "the file is not a plain file: put a file of this name there"

HEADS: Mapping[str, str] = {
    "---\n- title\n---\n": "2:1: the front matter has no fields: write title: and the title, as in other pages.",
    "---\ntitle: [\n---\n": "3:1: this is not valid YAML (did not find expected node content): "
    "check the indentation, and put text that holds a colon and a space in double quotes.",
    "---\ntitle: 3\n---\n": "2:8: title must be text: write it on one line, in double quotes.",
    "---\ndescription:\n---\n": "2:13: description must be text: write it on one line, in double quotes.",
    "---\nhide: toc\n---\n": "2:7: hide must be a list: write it as hide: [navigation, toc].",
    "---\nhide: [toc, table]\n---\n": f"2:13: the theme cannot hide 'table': {_WORDS}.",
    "---\nhide: [navigaton]\n---\n": "2:8: the theme cannot hide 'navigaton': "
    f"did you mean navigation? If not, {_WORDS}.",
    "---\ntitel: A\n---\n": f"2:1: front matter has no field 'titel': did you mean title? If not, {_FIELDS}.",
    "---\ntemplate: ../x\n---\n": "2:11: overrides has no template '../x': write main.html, or delete the line.",
    "---\ntitle: A\n": "1:1: the front matter has no end: write a line --- after its last field.",
    "\n---\ntitle: A\n---\n": "1:1: something stands before the front matter: begin the first line with ---.",
    "Note: A\n": "1:1: the first line is taken for a field, and not printed: "
    "write a line --- before and after the fields, or begin the page with a heading.",
    "# A\n\n\xff": "3:1: the file is not UTF-8 text: save it with the encoding UTF-8.",
    "# A\x00": "1:4: the file holds the control character U+0000: delete it.",
    "".join(f"{' ' * 4 * depth}- a\n" for depth in range(300)): "1:1: the page cannot be read as Markdown: "
    "take out lists in lists, or what begins with <![.",
    "a" * (1024 * 1024 + 1): "1:1: the page is larger than 1024 kilobytes: "
    "split it, or take out what does not belong there.",
}
"""What a page is, in Latin 1, and what is said of it."""

BODIES: Mapping[str, str] = {
    '<meta http-equiv="refresh" content="0; url=//a.test/">': f"1: a page cannot hold <meta>: {_TAG}.",
    '<base href="//a.test/">': f"1: a page cannot hold <base>: {_TAG}.",
    '<iframe src="page.html"></iframe>': f"1: a page cannot hold <iframe>: {_TAG}.",
    "<object></object>": f"1: a page cannot hold <object>: {_TAG}.",
    "<embed></embed>": f"1: a page cannot hold <embed>: {_TAG}.",
    '<form action="//a.test/"></form>': f"1: a page cannot hold <form>: {_TAG}.",
    "<div>`<script></script>`</div>": f"7: a page cannot hold <script>: {_TAG}.",
    "a <link rel=stylesheet>": f"3: a page cannot hold <link>: {_TAG}.",
    "<style></style>": f"1: a page cannot hold <style>: {_TAG}.",
    "![a](http://a.test/a.png)": f"6: a page cannot load 'http://a.test/a.png': {_LOAD}.",
    "[b]: //b.test/b.png": f"6: a page cannot load '//b.test/b.png': {_LOAD}.",
    'a <video poster="//c.test/c.png">': f"18: a page cannot load '//c.test/c.png': {_LOAD}.",
    'a <img srcset="a.png 1x, //d.test/d.png 2x">': f"16: a page cannot load 'a.png 1x, //d.test/d.png 2x': {_LOAD}.",
    'a <button formaction="https://e.test">': f"23: a page cannot load 'https://e.test': {_LOAD}.",
    'a <img src="data:image/png,a">': f"13: a page cannot load 'data:image/png,a': {_LOAD}.",
    "[a](javascript:a())": f"5: the link 'javascript:a()' is no address: {_ADDRESS}.",
    '<a href=" &#106;avascript:b()">b</a>': f"1: the link ' javascript:b()' is no address: {_ADDRESS}.",
    "[a](data:text/html,a)": f"5: the link 'data:text/html,a' is no address: {_ADDRESS}.",
    "*a*{ onclick=a }": f"6: a page cannot hold onclick=: {_SCRIPTS}.",
    "<p onload=a></p>": f"4: a page cannot hold onload=: {_SCRIPTS}.",
    "<p style=a></p>": "4: a page cannot hold style=: delete it; docs/stylesheets is the place for it.",
    "[a](../data/x.yml)": f"5: the link '../data/x.yml' leads out of docs: {_OUT}.",
    '<a href="../../out/">': f"10: the link '../../out/' leads out of docs: {_OUT}.",
    "[a](/log/)": f"5: the link '/log/' begins with a slash: {_SLASH}.",
    "<!-- insert: moon -->": "1: there is nothing to insert called 'moon': the names are pain-rule, ask-first, "
    "signs, no-jumps, jumps, jump-gate, tests, stop-set, warm-up, jump-limits, reviews, reserve, pain-besides, "
    "harder, step-back, race, coming-back, fields, "
    "blank exercise, blank routine, frame <exercise> <number> and drawing.",
    "<!-- insert: drawing -->": "1: there is no figure above this insert: "
    "write it above, as a block that begins ```yaml.",
}
"""A paragraph of a page, and what is said of it, from its column on."""

GOOD = """---
title: Fine
description: "A page: as it should be"
hide: [navigation, toc]
template: main.html
---
<a href="https://a.test/">A</a>, [b](https://b.test), <https://c.test>, [d](mailto:d@d.test), [e](other.md#top),
`<script>`, `onclick=`, <a href="../log/">log</a>, ![f](images/f.png), <!-- insert: frame wall-hold 1 -->

| a | b |
|--:|---|
| 1 | 2 |

```html
<iframe src="https://a.test/" onload="a"></iframe>
```
"""

NAMES: Mapping[str, str] = {
    "index.md": f"the guide makes the home page itself: {_MINE}",
    "README.md": f"the guide makes the home page itself: {_MINE}",
    "exercises/heel-lift.md": f"the guide makes exercises/heel-lift/ itself: {_MINE}",
    "exercises/Wall-Hold/index.md": f"the guide makes exercises/Wall-Hold/ itself: {_MINE}",
    "exercises/toe-rise.md": f"the guide makes exercises/toe-rise/ itself: {_MINE}",
    "exercises/index.md": f"the guide makes exercises/ itself: {_MINE}",
    "muscles/calves.md": f"the guide makes muscles/calves/ itself: {_MINE}",
    "ladders/index.md": f"the guide makes ladders/ itself: {_MINE}",
    "routines": f"the guide makes routines itself: {_MINE}",
    "log.markdown": f"the guide makes log/ itself: {_MINE}",
    "contributing.md": f"the guide makes contributing/ itself: {_MINE}",
    "images/icon.svg": f"the guide makes images/icon.svg itself: {_MINE}",
    "app.webmanifest": f"the guide makes app.webmanifest itself: {_MINE}",
    "print/a.pdf": f"the guide makes print/a.pdf itself: {_MINE}",
    "sw.js/a.txt": f"the guide makes sw.js/a.txt itself: {_MINE}",
    "page.html": "a page is written in Markdown: put it into a file whose name ends in .md",
    "twice.md": "the file would hide docs/twice/index.md: both are twice/: give one of the two another name",
}
"""What a file in docs/ is called, and what is said of it."""

CONTRIBUTING = "[a](data/x.yml) [b](docs/fine.md) [c](../out.md) ![d](//c.test/d.png)\n"
REPORT = [
    *(f"docs/head{number}.md:{said}" for number, said in enumerate(HEADS.values())),
    *(f"docs/body.md:{2 * number + 1}:{said}" for number, said in enumerate(BODIES.values())),
    *(f"docs/{name}:1:1: {said}." for name, said in NAMES.items()),
    "CONTRIBUTING.md:1:39: the link '../out.md' leads out of the repository: "
    "link to a file of the repository, or to an address with https://.",
    f"CONTRIBUTING.md:1:55: a page cannot load '//c.test/d.png': {_LOAD}.",
    *(f"{name}:1:1: {_PLAIN}." for name in ("docs/folder", "docs/pipe.md", "overrides/link.html")),
    "data/a.txt:1:1: nothing reads this file: name it <id>.yml in exercises or routines, or take it out of data.",
]
"""Everything that is said, in one run."""


def _plant(root: Path) -> None:
    for number, text in enumerate(HEADS):
        _write(root / f"docs/head{number}.md", text.encode("latin-1"))
    for name, text in {
        "body.md": "\n\n".join([*BODIES, "![a][b]"]),
        "fine.md": GOOD,
        "twice/index.md": "",
        ".a/index.md": "\xff",
    }.items():
        _write(root / "docs" / name, text.encode())
    for name in NAMES:
        _write(root / "docs" / name, b"")
    _write(root / "CONTRIBUTING.md", CONTRIBUTING.encode())
    _write(root / "data/a.txt", b"")
    _write(root / "overrides/main.html", b"")
    (root / "docs/.#fine.md").symlink_to("an-editor@a-machine.1234")
    (root / "docs/folder").symlink_to(root / "data")
    (root / "overrides/link.html").symlink_to("main.html")
    os.mkfifo(root / "docs/pipe.md")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes, and links need rights")
def test_every_rule_finds_its_planted_file_in_one_run(data: Path) -> None:
    _plant(data.parent)
    assert sorted(map(str, find(data)[0].problems)) == sorted(REPORT)


@NOT_ROOT
def test_what_cannot_be_read_is_told(data: Path) -> None:
    for name, mode in {"docs/closed/a.md": 0o700, "docs/listed/a.md": 0o700, "docs/page.md": 0o000}.items():
        _write(data.parent / name, b"")
        (data.parent / name).chmod(mode)
    (data.parent / "docs/closed").chmod(0o000)
    (data.parent / "docs/listed").chmod(0o400)
    said = "cannot be read (permission denied): give yourself the right to read it."
    told = [str(problem) for problem in find(data)[0].problems]
    for folder in ("closed", "listed"):
        (data.parent / "docs" / folder).chmod(0o700)
    assert told == [
        f"docs/closed:1:1: the folder {said}",
        f"docs/listed:1:1: the folder {said}",
        f"docs/page.md:1:1: the file {said}",
    ]


def test_names_alone_tell_the_addresses_of_all_pages(data: Path, small_guide: Guide) -> None:
    known = {page.address for page in pages(small_guide)} | {"contributing/", "exercises/toe-rise/"}
    assert set(addresses(data)) == known
    (data / "exercises/heel-lift.yml").write_text("level: nothing", "utf-8")
    assert set(addresses(data)) == known


def test_every_file_of_a_site_is_generated_written_by_hand_or_the_themes(site: Site) -> None:
    generated = generated_files(PROJECT / "data")
    own = {address_of(name) for name in files_in(PROJECT / "docs")}
    others = files_in(site.folder).keys() - own
    assert [name for name in others if not generated.holds(name) and not name.startswith("assets/")] == []
    assert [name for name in own if generated.holds(name)] == []


def test_pages_are_judged_with_the_extensions_that_they_are_built_with() -> None:
    found = re.search(
        r"^markdown_extensions:\n((?:  .*\n)+)", (PROJECT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE
    )
    assert found
    names = {name for item in yaml.safe_load(found[1]) for name in ([item] if isinstance(item, str) else item)}
    assert names <= set(EXTENSIONS)


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
def test_a_build_tells_the_same_and_leaves_the_earlier_site(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    (project / "site").mkdir()
    (project / "site/sw.js").write_text("earlier", "utf-8")
    earlier = files_in(project / "site")
    os.mkfifo(project / "docs/pipe.md")
    planted = {"docs/index.md": "", "docs/a.md": '<iframe src="//a.test">', "docs/b.md": "---\nhide: 3\n---\n"}
    for name, text in (planted | {"data/a.txt": ""}).items():
        _write(project / name, text.encode())
    failed, checked = build(project), run(project, "hooks", "check")
    assert (failed.returncode, checked.returncode) == (1, 1)
    assert "Traceback" not in failed.stdout
    told = re.findall(r"^(\S+):\d+:\d+: ", failed.stdout, re.MULTILINE)
    assert told == ["data/a.txt", "docs/a.md", "docs/b.md", "docs/index.md", "docs/pipe.md"]
    assert checked.stdout in failed.stdout
    assert files_in(project / "site") == earlier
