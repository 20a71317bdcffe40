"""The security policy of every built page, read without a browser: one, first, and no wider than it need be."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import pytest

from guide.preview.live_reload import with_reloading
from guide.site.security_policy import policy, strangers, theme_scripts, with_last_script, with_policy
from site_build import Site, build, copy_project
from site_page import SitePage, elements

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

THEME = theme_scripts(
    ['{% if x %}<script>start("{{ base | d(1) }}",location)</script>{% endif %}', "<script>go()</script>"]
)
PAGE = '<!doctype html><html><head>\n<meta charset="utf-8">\n<title>A</title></head><body>{}</body></html>'
HASHED = re.compile(r"'sha256-([A-Za-z0-9+/]{43}=)'")


def test_every_page_has_one_policy_before_anything_that_it_is_about(site: Site) -> None:
    for page in site.all:
        head = next(elements(page.root, "head"))
        tags = [each.tag for each in head]
        first = next(index for index, each in enumerate(head) if _is_policy(each))
        assert len(_policies(page)) == 1, page.address
        assert not {"script", "link", "style", "base"} & set(tags[:first]), page.address


def test_no_policy_is_wider_than_need_be(site: Site) -> None:
    for page in site.all:
        directives = _directives(page)
        assert not _wide(directives), page.address
        assert directives.keys() >= {"default-src", "base-uri", "form-action"}
        assert directives["default-src"] == ["'none'"]


@pytest.mark.parametrize("text", [
    "default-src 'none'; script-src 'self' 'unsafe-inline'", "default-src 'none'; script-src 'self' 'unsafe-eval'",
    "default-src 'none'; script-src 'self' 'unsafe-hashes'", "default-src 'none'; img-src *",
    "default-src 'none'; img-src https:", "default-src 'none'; script-src data:",
    "default-src 'none'; connect-src https://elsewhere.example",
])  # fmt: skip
def test_a_wide_policy_is_noticed(text: str) -> None:
    assert _wide(_parsed(text))


def test_exactly_the_inline_scripts_of_a_page_are_named(site: Site) -> None:
    for page in site.all:
        texts = {element.text or "" for element in elements(page.root, "script") if _is_inline(element)}
        hashes = {base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") for text in texts}
        assert set(HASHED.findall(" ".join(_directives(page).get("script-src", [])))) == hashes, page.address


def test_pages_use_nothing_that_the_policy_forbids(site: Site) -> None:
    for page in site.all:
        found = list(elements(page.root))
        assert not [each.tag for each in found if each.tag in ("style", "iframe", "object", "embed", "base")], (
            page.address
        )
        assert not [name for each in found for name in each.attrib if name == "style" or name.startswith("on")]
        assert not [each.tag for each in found if each.get("href", "").strip().lower().startswith("javascript:")]


def test_only_scripts_of_the_theme_are_named() -> None:
    page = PAGE.format('<script>start("../..",location)</script><script>steal()</script><script>go()</script>')
    assert len(HASHED.findall(policy(page, THEME))) == 2
    assert [stranger.partition(" ")[0] for stranger in strangers(page, THEME)] == ["3:70:"]


@pytest.mark.parametrize("script", [
    "<script>go();steal()</script>", "<SCRIPT>steal()</SCRIPT >", "<script type=module>steal()</script>",
    "<script defer\n>steal()</script\n>", '<script>start(""+steal()+"",location)</script>',
    "<svg><script>steal()</script></svg>",
])  # fmt: skip
def test_a_script_of_somebody_else_is_found(script: str) -> None:
    page = PAGE.format(script)
    assert len(list(strangers(page, THEME))) == 1
    assert not HASHED.findall(policy(page, THEME))


@pytest.mark.parametrize("script", [
    '<script src="a.js"></script>', '<script type="module" src="a.js"></script>',
    '<script type="application/json" id="x">{"a": 1}</script>', '<script type="application/ld+json">{}</script>',
])  # fmt: skip
def test_files_and_data_need_no_hash(script: str) -> None:
    page = PAGE.format(script)
    assert not list(strangers(page, THEME))
    assert not HASHED.findall(policy(page, THEME))


def test_where_there_are_no_templates_no_script_is_known() -> None:
    assert list(strangers(PAGE.format("<script></script>"), theme_scripts([])))


def test_a_page_that_brings_a_policy_keeps_it() -> None:
    page = with_policy(PAGE.format(""), THEME)
    assert page.count("Content-Security-Policy") == 1
    assert with_policy(page, THEME) == page
    later = PAGE.format('<meta http-equiv="Content-Security-Policy" content="script-src *">')
    assert "default-src 'none'" in with_policy(later, THEME).partition("</head>")[0]


def test_a_page_without_a_head_is_named() -> None:
    missing = "1:1: there is no <head>, where the security policy belongs: begin the page with <head>"
    assert list(strangers("<p>Hello</p>", THEME)) == [missing]
    assert list(strangers(PAGE, THEME)) == []


def test_the_preview_allows_the_script_at_the_very_end_and_no_other() -> None:
    page = with_policy(PAGE.format("<script>steal()</script><p>A</p><script>\nreload(1, 2);\n</script>"), THEME)
    last = base64.b64encode(hashlib.sha256(b"\nreload(1, 2);\n").digest()).decode("ascii")
    assert HASHED.findall(with_last_script(page)) == [last]
    for other in (PAGE.format("<script>steal()</script><p>A</p>"), "<p>", PAGE.format('<script src="a.js"></script>')):
        assert with_last_script(other) == other


@pytest.mark.parametrize(("kind", "changes"), [("text/html", True), ("text/plain", False)])
def test_the_preview_changes_pages_only(kind: str, changes: bool) -> None:
    page = with_policy(PAGE.format("<script>1</script>"), THEME)
    told: list[tuple[str, list[tuple[str, str]]]] = []

    def server(_: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(page)))])
        return [page.encode("utf-8")]

    def start(status: str, headers: list[tuple[str, str]], error: object = None, /) -> Callable[[bytes], object]:
        told.append((status, headers))
        return lambda _: None

    answer = b"".join(with_reloading(server)({}, start))
    assert told == [("200 OK", [("Content-Type", kind), ("Content-Length", str(len(answer)))])]
    assert (answer.decode("utf-8") != page) == changes


@pytest.mark.usefixtures("site_folder")  # of which the printed sheets are there already
def test_a_script_in_a_page_ends_the_build_and_is_named(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "guide")
    furniture = project / "overrides/partials/page-foot.html"
    furniture.write_text(furniture.read_text("utf-8") + "\n<script>steal()</script>\n", "utf-8")
    result = build(project)
    assert result.returncode != 0
    assert re.search(
        r"how-this-guide-is-made/index\.html:\d+:\d+: an inline script that is not the theme's: ", result.stdout
    )
    assert not (project / "site").exists()
    assert not (project / ".site.build").exists()
    assert "Traceback" not in result.stdout


def test_what_only_headers_can_say_is_published_for_hosts_that_take_them(site: Site) -> None:
    text = (site.folder / "_headers").read_text("utf-8")
    assert "frame-ancestors 'none'" in text
    assert "nosniff" in text
    assert not any("frame-ancestors" in directives for page in site.all for directives in [_directives(page)])
    rules = [line for line in text.splitlines() if line.startswith("/")]
    assert all(any(_matches(rule, address) for address in _addresses(site)) for rule in rules)


def _policies(page: SitePage) -> list[str]:
    return [element.get("content", "") for element in elements(page.root, "meta") if _is_policy(element)]


def _is_policy(element: Element) -> bool:
    return element.get("http-equiv", "").lower() == "content-security-policy"


def _is_inline(script: Element) -> bool:
    return "src" not in script.attrib and not script.get("type", "").startswith("application/")


def _directives(page: SitePage) -> Mapping[str, list[str]]:
    return _parsed(_policies(page)[0])


def _parsed(text: str) -> Mapping[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in text.split(";"))}


def _wide(directives: Mapping[str, list[str]]) -> list[str]:
    """Sources that are neither this site nor a hash; data addresses are for pictures only, and what a script made for
    sounds."""
    return [
        f"{name} {source}"
        for name, sources in directives.items()
        for source in sources
        if source not in ("'none'", "'self'")
        and not (HASHED.fullmatch(source) and name == "script-src")
        and (name, source) not in (("img-src", "data:"), ("media-src", "blob:"))
    ]


def _addresses(site: Site) -> list[str]:
    return [f"/{path.relative_to(site.folder).as_posix()}" for path in site.folder.rglob("*") if path.is_file()]


def _matches(rule: str, address: str) -> bool:
    return address.startswith(rule[:-1]) if rule.endswith("*") else address == rule
