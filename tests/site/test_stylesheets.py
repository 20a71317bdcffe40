"""The theme's stylesheet, trimmed to what the site uses: nothing that matches an element may go."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guide.site.stylesheets import names, split_selectors, squeeze, used_rules
from page_kinds import KINDS
from site_build import Site
from site_fixtures import opened

KNOWN = frozenset({"card", "title", "open", "w50%", "dir=ltr"})
SELECTORS = """sheet => {
  const made = new CSSStyleSheet();
  made.replaceSync(sheet);
  const inside = rules => [...rules].flatMap(each => each.selectorText ?? inside(each.cssRules ?? []));
  return inside(made.cssRules);
}"""
MATCHING = """selectors => {
  const plain = each => each.replace(/::?(before|after|hover|focus|focus-visible|focus-within|active|target)/g, "");
  const found = each => { try { return document.querySelector(plain(each) || "*") } catch { return null } };
  return selectors.filter(each => found(each));
}"""


@pytest.mark.parametrize("css", [
    ".card{color:red}", "a:hover{color:red}", ".card>.title:before{content:'.unknown{}'}",
    ".card:not(.unknown){color:red}", ":is(.unknown,.card) a{color:red}", 'a[href$=".pdf"]{color:red}',
    r".w50\%{width:50%}", "@media print{.card{color:red}}", "@keyframes turn{0%{opacity:0}to{opacity:1}}",
    "[dir=ltr] .card{color:red}", '[dir="ltr"].card{color:red}', ".card:not([dir=rtl]){color:red}", "[dir]{color:red}",
    '@charset "utf-8";.card{color:red}', "@font-face{font-family:x;src:url('x.woff2')}", ":root{--gap:1px}",
])  # fmt: skip
def test_what_may_be_used_stays_as_it_is(css: str) -> None:
    assert used_rules(css, KNOWN) == css


@pytest.mark.parametrize(("css", "kept"), [
    (".unknown{color:red}", ""), (".card.unknown{color:red}.card{color:blue}", ".card{color:blue}"),
    (".unknown,.card{color:red}", ".card{color:red}"), ("@media print{.unknown{color:red}}", ""),
    ("@media print{.unknown{color:red}.card{color:red}}", "@media print{.card{color:red}}"),
    (
            "[data-md-color-primary=red]{color:red}[data-md-color-primary=card]{color:blue}",
            "[data-md-color-primary=card]{color:blue}",
        ),
    ("[dir=rtl] .card{left:0}[dir=ltr] .card{right:0}", "[dir=ltr] .card{right:0}"),
    (":root{--i:url('data:a;b}');--gap:1px}", ":root{--gap:1px}"),
])  # fmt: skip
def test_what_nothing_uses_goes(css: str, kept: str) -> None:
    assert used_rules(css, KNOWN) == kept


def test_a_picture_that_another_stylesheet_shows_stays() -> None:
    css = ":root{--i:url('data:a')}"
    assert used_rules(css, KNOWN, [".card{mask:var(--i)}"]) == css


def test_classes_are_found_in_pages_and_words_in_scripts() -> None:
    found = names(['<p class="a b-c">class d</p>'], ['x.classList.add("e-f")'])
    assert found == {"a", "b-c", "x", "classList", "add", "e-f"}


def test_directions_are_found_in_pages_alone() -> None:
    assert names(['<body dir="ltr">'], ['if (page.dir === "rtl") x()']) >= {"dir=ltr", "rtl"}
    assert "dir=rtl" not in names(['<body dir="ltr">'], ['if (page.dir === "rtl") x()'])


@pytest.mark.parametrize("name", ["main", "palette"])
def test_no_rule_is_missed_on_any_page(name: str, site: Site, served: str, browser: Browser) -> None:
    folder = Path(str(files("material"))) / "templates/assets/stylesheets"
    (whole,) = folder.glob(f"{name}.*.min.css")
    trimmed = (site.folder / "assets/stylesheets" / whole.name).read_text("utf-8")
    assert len(trimmed) < 0.8 * whole.stat().st_size
    with opened(browser) as page:
        page.goto(served)
        before, after = (_selectors(page.evaluate(SELECTORS, each)) for each in (whole.read_text("utf-8"), trimmed))
        assert after < before
        missed = {}
        for address in KINDS:
            page.goto(served + address)
            missed[address] = page.evaluate(MATCHING, sorted(before - after))
    assert not {address: found for address, found in missed.items() if found}


def _selectors(lists: list[str]) -> set[str]:
    return {selector.strip() for selectors in lists for selector in split_selectors(selectors)}


@pytest.mark.parametrize(("css", "short"), [
    ("a {\n  color: red;\n}\n", "a{color: red;}"), ("/* why */\na,\nb > c { d: e }", "a,b > c{d: e}"),
    ('a::after { content: "x  /* y */ ;  z" }', 'a::after{content: "x  /* y */ ;  z"}'),
    ("a { width: calc(1px + 2px) }", "a{width: calc(1px + 2px)}"), ("a .b:hover /* c */ .d {}", "a .b:hover .d{}"),
    ("@media (min-width: 4em) and (hover) { a { b: c } }", "@media (min-width: 4em) and (hover){a{b: c}}"),
])  # fmt: skip
def test_spaces_and_comments_that_mean_nothing_go(css: str, short: str) -> None:
    assert squeeze(css) == short
    assert squeeze(short) == short
