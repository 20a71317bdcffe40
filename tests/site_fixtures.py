"""The real site as tests meet it: built once a run, served on this machine, opened in a browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

import pytest
import yaml
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from guide.model import Guide
from guide.pages.drawings import Drawings
from guide.pages.outputs import outputs
from guide.reading.load import load
from installed_browser import REMEDY, find_browser, find_firefox
from once import filled_once
from site_build import PROJECT, REPO_URL, SITE_URL, Site, build, read_site
from site_host import serve

FIREFOX_DRIVER = Path(__file__).parent / "firefox_driver.cjs"
DRAWN = PROJECT / ".cache" / "drawings"
MOVED = {SITE_URL: "https://runner.example/guide/", REPO_URL: "https://code.example/runner/legs"}
"""Other addresses: a site below its host's root, as project pages are, and another repository."""
LAUNCH = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


NO_WORKERS = "Object.defineProperty(navigator, 'serviceWorker', {value: undefined})"
"""Without it every visit would fetch the whole site."""


class Visit(Protocol):
    """Opens an address in a fresh profile of the browser, with motion reduced; `width` is the window's."""

    def __call__(self, address: str, *, width: int = 1280, dark: bool = False, scripts: bool = True) -> Page: ...


@pytest.fixture(scope="session")
def real_guide() -> Guide:
    """The data of the real site."""
    result = load(PROJECT / "data")
    if not isinstance(result, Guide):
        pytest.fail("\n".join(map(str, result)), pytrace=False)
    return result


@pytest.fixture(scope="session")
def real_drawings(real_guide: Guide) -> Drawings:
    """Every drawing of the real site, kept from run to run as builds keep them."""
    return Drawings(real_guide, DRAWN)


@pytest.fixture(scope="session")
def real_bodies(real_guide: Guide) -> Mapping[str, str]:
    """The body of every page of the real site by its address."""
    return {output.address: output.body for output in outputs(real_guide, folder=DRAWN)}


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as files. After it everything is drawn and printed, for copies of the project too."""
    return filled_once(tmp_path_factory, "site", _build)


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Site:
    """The real site, built for the addresses in mkdocs.yml."""
    settings = yaml.load((PROJECT / "mkdocs.yml").read_text("utf-8"), _Settings)
    return read_site(site_folder, settings["site_url"], settings["repo_url"])


@pytest.fixture(scope="session")
def moved_folder(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for the addresses in `MOVED`, as files; printed codes name them, and the rest is drawn already."""
    return filled_once(tmp_path_factory, "moved", lambda folder: _build(folder, **MOVED))


@pytest.fixture(scope="session")
def moved_site(moved_folder: Path) -> Site:
    """The same, built for the addresses in `MOVED`."""
    return read_site(moved_folder, MOVED[SITE_URL], MOVED[REPO_URL])


@pytest.fixture(params=["site", "moved_site"])
def either_site(request: pytest.FixtureRequest) -> Site:
    """The site at the root of its host, then below it."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def served(site_folder: Path) -> Iterator[str]:
    """Address of the real site, at the root of a host."""
    with serve(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def served_below(moved_folder: Path) -> Iterator[str]:
    """Address of the moved site, below the root of a host."""
    with serve(moved_folder, "/guide/") as address:
        yield address


@pytest.fixture(scope="session")
def chrome() -> str | None:
    """The path of Chrome or Chromium. Looking may need a Playwright of its own: it comes before the other."""
    return find_browser()


@pytest.fixture(scope="session")
def playwright(chrome: str | None) -> Iterator[Playwright]:
    """What drives the browsers: there may be only one at a time."""
    expect.set_options(timeout=30_000)  # milliseconds; the cores may have other work too
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NODE_OPTIONS", f"--require={FIREFOX_DRIVER}")
        running = sync_playwright().start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser(chrome: str | None, playwright: Playwright) -> Iterator[Browser]:
    """A real browser. Where there is none the tests fail, so that nobody believes that they passed."""
    if chrome is None:
        pytest.fail(REMEDY, pytrace=False)
    browser = playwright.chromium.launch(executable_path=chrome, args=LAUNCH)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Firefox. It is another browser besides, so where there is none its tests are skipped."""
    path = find_firefox()
    if path is None:
        pytest.skip("Firefox is not installed here: its journeys were not tried.")
    browser = playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=path,
        # Asking ahead for the next page is refused by the policy: nothing is lost, but it is told as an error.
        firefox_user_prefs={"network.prefetch-next": False},
    )
    yield browser
    browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens pages; their profiles end with the test."""
    with ExitStack() as profiles:

        def open_page(address: str, *, width: int = 1280, dark: bool = False, scripts: bool = True) -> Page:
            page = profiles.enter_context(opened(browser, width=width, dark=dark, scripts=scripts))
            page.goto(address)
            return page

        yield open_page


@contextmanager
def opened(
    browser: Browser, *, width: int = 1280, dark: bool = False, scripts: bool = True, keeps: bool = False
) -> Iterator[Page]:
    """An empty page in a fresh profile, with motion reduced; it keeps the site for later only where that is wanted."""
    with browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if dark else "light",
        java_script_enabled=scripts,
        reduced_motion="reduce",
    ) as profile:
        if not keeps:
            profile.add_init_script(NO_WORKERS)
        yield profile.new_page()


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml; of an `!ENV [NAME, value]` it takes the value."""


def _default(loader: _Settings, node: yaml.SequenceNode) -> object:
    return loader.construct_sequence(node)[-1]


_Settings.add_constructor("!ENV", _default)


def _build(folder: Path, **environment: str) -> None:
    result = build(PROJECT, "-d", str(folder), **environment)
    if result.returncode:
        pytest.fail(f"the site does not build:\n{result.stdout}", pytrace=False)
