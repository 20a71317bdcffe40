"""The site without a network, after one visit: every kind of page, a dead network, a new version. In a real browser."""

from __future__ import annotations

import re
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from followed import SETTLED
from guide.site.finish import TEMPLATES
from guide.site.offline_cache import WORKER, service_worker
from in_page import wait_until
from page_kinds import KINDS, PHONE, UNKNOWN
from site_build import Site, files_in
from site_fixtures import opened
from site_host import serve

MOUNTS = {"site": "/", "moved_site": "/guide/"}
SQUAT = "exercises/squat/"
FIGURE = ".guide-frames svg"
OFFER = "A new version is ready."
CONTROLLED = "navigator.serviceWorker.controller?.state === 'activated'"
KEPT_FILES = """async () => {
  const names = (await caches.keys()).filter(each => each.startsWith("guide files"));
  const held = await Promise.all(names.map(async each => (await caches.open(each)).keys()));
  return held.flat().map(each => each.url);
}"""


@dataclass
class Host:
    """A site that can be taken off the network, and put back with something changed."""

    folder: Path
    mount: str
    port: int = 0
    _running: ExitStack = field(default_factory=ExitStack)

    def start(self) -> str:
        """The site's address, the same after every start."""
        address = self._running.enter_context(serve(self.folder, self.mount, port=self.port))
        self.port = urlsplit(address).port or 0
        return address

    def stop(self) -> None:
        self._running.close()

    def hang(self) -> None:
        """Take every connection from now on, and never answer."""
        self.stop()
        deaf = self._running.enter_context(socket.socket())
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        deaf.bind(("127.0.0.1", self.port))
        deaf.listen(64)

    def publish(self, change: Callable[[str], str], *names: str) -> None:
        """Another version of the site, in which these files are changed."""
        for name in names:
            text = (self.folder / name).read_text("utf-8")
            assert change(text) != text
            (self.folder / name).write_text(change(text), "utf-8")
        files = {name: content for name, content in files_in(self.folder).items() if name != WORKER}
        code = (TEMPLATES / "service-worker.js").read_text("utf-8")
        (self.folder / WORKER).write_text(service_worker(files, code), "utf-8", newline="\n")


@dataclass(frozen=True)
class Visited:
    """A phone that has been on the site once."""

    page: Page
    home: str
    host: Host
    complaints: list[str]
    """Errors in the console."""


@pytest.fixture(scope="module", params=MOUNTS)
def offline(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visited]:
    """One exercise's page was seen, and then the site's host was stopped."""
    site: Site = request.getfixturevalue(request.param)
    with _visited(browser, Host(site.folder, MOUNTS[request.param])) as visited:
        visited.host.stop()
        yield visited


@pytest.fixture
def online(site: Site, browser: Browser, tmp_path: Path) -> Iterator[Visited]:
    """One exercise's page was seen, on a host of its own that may change."""
    folder = Path(shutil.copytree(site.folder, tmp_path / "site"))
    with _visited(browser, Host(folder, "/")) as visited:
        yield visited


@pytest.mark.parametrize("address", KINDS)
def test_every_kind_of_page_is_there_without_a_network(address: str, offline: Visited) -> None:
    offline.complaints.clear()
    answer = offline.page.goto(offline.home + address, wait_until="networkidle")
    expected = "Failed to load resource: the server responded with a status of 404 ()"
    assert answer
    assert answer.status == (404 if address == UNKNOWN else 200)
    assert [complaint for complaint in offline.complaints if complaint != expected or address != UNKNOWN] == []
    expect(offline.page.locator(".md-content h1")).to_be_visible()
    expect(offline.page.locator(".md-header")).to_have_css("position", "sticky")


def test_its_figures_are_there_and_move(offline: Visited) -> None:
    page = offline.page
    page.goto(f"{offline.home}exercises/jumping-lunge/")
    boxes = [shown_page.bounding_box() for shown_page in page.locator(FIGURE).all()]
    assert len(boxes) >= 2
    assert all(box and box["height"] > 60 for box in boxes)
    for player in page.locator(".fig-player").all():
        player.get_by_role("button", name="Next position").click()
        expect(player.locator("svg")).to_be_visible()


def test_a_session_is_found_followed_and_logged_without_a_network(offline: Visited) -> None:
    page = offline.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{offline.home}routines/")
    page.get_by_role("checkbox", name="No jumping").check()
    page.locator(".guide-card--routine a").filter(has_text="Ten minutes", visible=True).click()
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Begin", exact=True).click()
    skips, over = 0, page.get_by_role("heading", name="Nothing was done")
    while not over.is_visible():
        page.get_by_role("button", name="Skip", exact=True).click()
        page.wait_for_timeout(SETTLED)  # the second tap of a double tap would count for nothing
        skips += 1
        assert skips < 100
    assert skips > 10
    page.locator(".session__done").get_by_role("button").first.click()
    page.locator(".session__panel").get_by_role("spinbutton").first.fill("8")
    for press in ("Keep", "Save to my log"):
        page.wait_for_timeout(SETTLED)
        page.get_by_role("button", name=press).click()
    page.wait_for_url("**/log/")
    expect(page.locator(".md-content")).to_contain_text("Ten minutes, nothing needed")


def test_search_works_without_a_network(offline: Visited) -> None:
    page = offline.page
    page.goto(offline.home)
    page.locator("header nav > label[for=__search]").click()
    expect(page.locator(".md-search-result__meta")).not_to_have_text("Initializing search")  # or it overlooks the keys
    page.locator("[data-md-component=search-query]").press_sequentially("pistol")
    first = page.locator(".md-search-result__item > a.md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("single-leg-squat"))


@pytest.mark.parametrize("address", ["exercises/squat", "exercises/squat/index.html", "exercises/?level=1#top"])
def test_addresses_may_be_written_differently(address: str, offline: Visited) -> None:
    answer = offline.page.goto(offline.home + address)
    assert answer
    assert answer.status == 200
    expect(offline.page.locator(".md-content h1")).to_have_text(re.compile("Squat|Exercises"))


def test_a_dead_network_is_not_waited_for(online: Visited) -> None:
    online.host.hang()
    online.page.goto(f"{online.home}routines/", wait_until="load")
    expect(online.page.locator(".md-content h1")).to_have_text("Routines")


def test_a_new_version_is_offered_and_used_when_asked_for(online: Visited) -> None:
    page = online.page
    online.host.publish(_renamed, f"{SQUAT}index.html", "stylesheets/guide.css")
    page.reload()
    expect(page.locator(".md-content h1")).to_have_text("Knee bend")
    offer = page.locator(".guide-offer[role=status]")
    button = offer.get_by_role("button", name="Use it now")
    expect(offer).to_contain_text(OFFER)
    with page.expect_navigation():
        button.click()
    wait_until(page, CONTROLLED)
    expect(page.get_by_text(OFFER)).to_have_count(0)
    online.host.stop()
    page.reload()
    expect(page.locator(".md-content h1")).to_have_text("Knee bend")
    assert len(page.evaluate(KEPT_FILES)) == len({each.partition("?")[0] for each in page.evaluate(KEPT_FILES)})


def test_a_new_version_is_not_forced(online: Visited) -> None:
    page = online.page
    online.host.publish(_renamed, f"{SQUAT}index.html")
    page.goto(f"{online.home}routines/")
    page.get_by_role("button", name="Later").click()
    expect(page.get_by_text(OFFER)).to_have_count(0)
    online.host.stop()
    page.goto(online.home + SQUAT)
    expect(page.locator(".md-content h1")).to_have_text("Squat")


def test_nothing_is_offered_during_a_guided_session(online: Visited) -> None:
    page = online.page
    page.evaluate("document.body.dataset.session = ''")
    online.host.publish(_renamed, f"{SQUAT}index.html")
    page.evaluate("navigator.serviceWorker.getRegistration().then(each => each.update())")
    wait_until(page, "navigator.serviceWorker.getRegistration().then(each => Boolean(each.waiting))")
    expect(page.get_by_text(OFFER)).to_have_count(0)
    page.evaluate("delete document.body.dataset.session")
    expect(page.get_by_text(OFFER)).to_be_visible()
    page.evaluate("document.body.dataset.session = ''")
    expect(page.get_by_text(OFFER)).to_have_count(0)


def test_a_new_page_is_not_shown_with_an_old_stylesheet(online: Visited) -> None:
    online.host.publish(lambda text: f"{text}\n.md-content h1 {{ letter-spacing: 7px }}", "stylesheets/guide.css")
    online.page.goto(f"{online.home}routines/")
    expect(online.page.locator(".md-content h1")).not_to_have_css("letter-spacing", "7px")
    online.host.publish(_renamed, f"{SQUAT}index.html")
    online.page.goto(online.home + SQUAT)
    expect(_squat(online.page)).to_have_css("letter-spacing", "7px")


def test_a_pdf_is_kept_once_somebody_has_asked_for_it(online: Visited) -> None:
    fetch = "async address => { try { return (await fetch(address)).status } catch { return 0 } }"
    for name in ("seen.pdf", "unseen.pdf"):
        (online.host.folder / name).write_bytes(b"%PDF-1.7")
    online.host.publish(_renamed, f"{SQUAT}index.html")
    assert online.page.evaluate(fetch, f"{online.home}seen.pdf") == 200
    online.host.stop()
    assert online.page.evaluate(fetch, f"{online.home}seen.pdf") == 200
    assert online.page.evaluate(fetch, f"{online.home}unseen.pdf") == 0


def test_a_live_preview_keeps_nothing(online: Visited) -> None:
    page = online.page
    page.add_init_script("window.livereload = () => {}")
    page.reload()
    wait_until(page, "navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")


@contextmanager
def _visited(browser: Browser, host: Host) -> Iterator[Visited]:
    home = host.start()
    try:
        with opened(browser, width=PHONE, keeps=True) as page:
            complaints: list[str] = []
            page.on("console", lambda each: complaints.append(each.text) if each.type in ("error", "warning") else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(home + SQUAT)
            wait_until(page, CONTROLLED)
            yield Visited(page, home, host, complaints)
    finally:
        host.stop()


def _renamed(text: str) -> str:
    return text.replace(">Squat</h1>", ">Knee bend</h1>").replace(":root", ":root ", 1)


def _squat(page: Page) -> Locator:
    expect(page.locator(".md-content h1")).to_have_text("Knee bend")
    return page.locator(".md-content h1")
