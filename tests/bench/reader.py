"""What a large site costs a reader: bytes of the index, a filter's answer, what stays. `make bench what=reader`."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.command import options_of, tell
from bench.projects import project_with
from bench.stages import build
from browser import REMEDY, find_browser
from site_fixtures import LAUNCH, opened
from site_host import serve

SLOWER = 4  # times: a phone's processor beside this one
PHONE = 390
FILTERS = ("kit=none", "jumps=no", "muscle=quads", "level=1", "pattern=squat")
SEARCH = "search/search_index.json"
HEAD = (
    "| exercises | index, first view: KB sent | requests | of them the page itself KB "
    "| filter answers in ms: median (most) | search index KB | sent unasked | kept on the device: files | MB |",
    "| --: | --: | --: | --: | --: | --: | --- | --: | --: |",
)
_ANSWER = """async ([name, value]) => {
  const count = document.querySelector(".guide-find__count");
  const inputs = [...document.querySelectorAll(".guide-find input")];
  const input = inputs.find((each) => each.name === name && each.value === value);
  const before = count.textContent, start = performance.now();
  input.click();
  while (count.textContent === before && performance.now() - start < 10000)
    await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = done;
    after.port2.postMessage(0);
  }));
  return performance.now() - start;
}"""
"""Milliseconds from a click on a choice to the frame after the count has changed."""


def main() -> int:
    """0 where everything was measured."""
    options, browser = options_of("Measure what a large site costs a reader.", sizes=[14]), find_browser()
    if browser is None:
        raise SystemExit(REMEDY)
    slow = f"on a processor {SLOWER} times slower than this one"
    about = f"All sent with gzip; {len(FILTERS)} filters, each on and off, {slow}."
    tell("reader", about, "", *HEAD, fresh=True)
    for size in options.sizes:
        folder = project_with(size, options.project)
        if failure := build(folder, options.project).failure:
            raise SystemExit(failure)
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=browser, args=LAUNCH)
            tell("reader", _row(size, folder / "site", chromium))
            chromium.close()
    return 0


def _row(size: int, site: Path, browser: Browser) -> str:
    with serve(site, compressed=True) as home, opened(browser, width=PHONE) as page:
        sent = _sent(page, f"{home}exercises/")
        answers = _answers(page)
    own = sum(each for address, each in sent.items() if address.endswith("/exercises/"))
    index = len(gzip.compress((site / SEARCH).read_bytes())) if (site / SEARCH).exists() else 0
    unasked = "yes" if any(SEARCH in address for address in sent) else "no"
    files, kept = _kept(site)
    return (
        f"| {size} | {sum(sent.values()) / 1000:.0f} | {len(sent)} | {own / 1000:.0f} "
        f"| {median(answers):.0f} ({max(answers):.0f}) | {index / 1000:.0f} | {unasked} | {files} | {kept / 1e6:.1f} |"
    )


def _sent(page: Page, address: str) -> dict[str, float]:
    """Bytes on the wire of every answer that the first view asks for."""
    addresses: dict[str, str] = {}
    sent: dict[str, float] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", lambda each: addresses.update({each["requestId"]: each["request"]["url"]}))
    session.on("Network.loadingFinished", lambda each: sent.update({each["requestId"]: each["encodedDataLength"]}))
    page.goto(address, wait_until="networkidle")
    return {f"{each} {addresses[each]}": size for each, size in sent.items() if each in addresses}


def _answers(page: Page) -> list[float]:
    """Milliseconds of every choice, made and taken back, on a slow processor."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.wait_for_timeout(1000)
    return [page.evaluate(_ANSWER, each.split("=")) for each in FILTERS for _ in range(2)]


def _kept(site: Path) -> tuple[int, int]:
    """Files that the service worker keeps from the first visit on, and their bytes before compression."""
    found = re.search(r"const FILES = (\{.*?\});", (site / "sw.js").read_text("utf-8"), re.DOTALL)
    addresses = json.loads(found[1]) if found else {}
    paths = (site / each / "index.html" if not each or each.endswith("/") else site / each for each in addresses)
    sizes = [path.stat().st_size for path in paths if path.is_file()]
    return len(sizes), sum(sizes)


if __name__ == "__main__":
    raise SystemExit(main())
