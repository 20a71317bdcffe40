"""A session on the screen of a browser whose clock only moves when a test says so, and what it let be heard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page

from guide.model import Guide

HERE = ("http://127.0.0.1:", "blob:http://127.0.0.1:")
SLOW, SETTLED = 10_000, 400  # milliseconds: below what counts as asleep; above what counts as a double tap
GIVEN_BACK = "() => document.querySelector('dialog.session') || !history.state?.session"
BEGAN = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)  # a Monday

_RECORDED = """() => {
  window.heard = {said: [], tones: [], shakes: [], locks: 0, audio: null};
  const volume = {connect: () => volume, gain: {setValueAtTime() {}, exponentialRampToValueAtTime() {}}};
  const seconds = () => Date.now() / 1000;
  window.AudioContext = class extends EventTarget {
    state = "running";
    get currentTime() { return seconds(); }
    async resume() {
      if (this.state === "running") return;
      this.state = "running";
      this.dispatchEvent(new Event("statechange"));
    }
    createOscillator() {
      heard.audio = this;
      const tone = {
        frequency: {}, connect: () => volume,
        start(at) { heard.tones.push({at, pitch: tone.frequency.value, tone}); },
        stop(at) {
          const stays = (each) => each.tone !== tone || each.at <= seconds();
          if (at === undefined) heard.tones = heard.tones.filter(stays);
        },
      };
      return tone;
    }
    createGain() { return volume; }
  };
  heard.interrupt = () => {
    heard.audio.state = "interrupted";
    heard.audio.dispatchEvent(new Event("statechange"));
  };
  window.tonesSoFar = () => {
    const now = seconds() + 0.001, [past, later] = [(each) => each.at <= now, (each) => each.at > now];
    const found = heard.tones.filter(past).sort((a, b) => a.at - b.at).map((each) => each.pitch);
    heard.tones = heard.tones.filter(later);
    return found;
  };
  speechSynthesis.speak = (words) => heard.said.push(words.text);
  navigator.vibrate = (pattern) => heard.shakes.push(pattern);
  const lock = {};
  lock.request = async () => {
    heard.locks += 1;
    const taken = new EventTarget();
    taken.release = () => { taken.released = true; taken.dispatchEvent(new Event("release")); };
    window.taken = taken;
    return taken;
  };
  Object.defineProperty(navigator, "wakeLock", {value: lock, configurable: true});
}"""


@dataclass(frozen=True)
class Shown:
    """What the screen shows at the beginning of a step."""

    kind: str
    name: str
    """Of the move; of what comes next, in a rest."""
    seconds: int
    """To go, where the digits count them."""
    repetitions: int
    """In this step; 0 where it has none."""

    def landings(self, guide: Guide) -> int:
        """Of a step of work, for an exercise without a version."""
        exercise = next((each for each in guide.exercises.values() if each.name == self.name), None)
        return self.repetitions * exercise.landings_per_repetition if exercise and self.kind == "work" else 0


@dataclass(frozen=True)
class Followed:
    """A page with a session, and what a runner sees of it."""

    page: Page
    complaints: list[str]
    """Errors in the console, and addresses elsewhere that were asked for."""

    def open(self, address: str) -> None:
        """A page, once a session that was closed has given the back button back."""
        self.page.wait_for_function(GIVEN_BACK)
        self.page.goto(address)

    def begin(self, *, warm: bool = False) -> None:
        """Start, and Begin; `warm` does so without the warm-up."""
        self.press("Start")
        self.press("Begin without the warm-up" if warm else "Begin")

    def choose(self, stage: str) -> None:
        """A stage of the routine, by its name."""
        self.page.get_by_role("navigation", name="Stages").get_by_role("link", name=stage).click()

    def pass_by(self, seconds: float) -> None:
        """Let time pass, with every timer at its time."""
        self.page.clock.run_for(round(seconds * 1000))

    def wait(self, seconds: float) -> None:
        """Let time pass on a page that is slow, whose timers come some seconds late."""
        left = round(seconds * 1000)
        while left > 0:
            self.page.clock.fast_forward(min(left, SLOW))
            left -= SLOW

    def sleep(self, seconds: float) -> None:
        """Let time pass as for a page that the device has put to sleep: no timer runs meanwhile."""
        self.page.clock.fast_forward(round(seconds * 1000))

    def press(self, name: str) -> None:
        """A button, some time after another was pressed: the second tap of a double tap counts for nothing."""
        self.page.clock.run_for(SETTLED)
        reachable = self.page.locator("button:not([inert] button)")
        self.page.get_by_role("button", name=name, exact=True).and_(reachable).click()

    def resume(self) -> None:
        """Go on with what was begun on this page, once it is on the screen."""
        self.press("Resume")
        self.page.locator("dialog.session").wait_for()

    def close(self, name: str) -> None:
        """A button that closes the session; the page is then where it was."""
        self.press(name)
        self.page.locator("dialog.session").wait_for(state="detached")
        self.page.wait_for_function(GIVEN_BACK)

    def close_as_unfinished(self) -> None:
        """Leave, to go on later."""
        self.press("Stop")
        self.close("Leave, and resume later")

    def part(self, name: str) -> Locator:
        return self.page.locator(f".session__{name}")

    def says(self, name: str) -> str:
        """What stands in a part of the screen; empty where it is hidden."""
        found = self.part(name)
        return found.inner_text() if found.is_visible() else ""

    @property
    def kind(self) -> str:
        return self.page.locator("dialog.session").get_attribute("data-kind") or ""

    @property
    def digits(self) -> str:
        return self.says("digits")

    def to_the_end(self) -> list[Shown]:
        """Every step that is left, each skipped as soon as it was seen."""
        shown, skip = [], self.page.get_by_role("button", name="Skip", exact=True)
        skip.wait_for()
        while skip.is_visible():
            counted = re.fullmatch(r"of (\d+)", self.says("unit"))
            seconds = sum(int(part) * 60**i for i, part in enumerate(reversed(re.findall(r"\d+", self.digits))))
            shown.append(Shown(self.kind, self.says("name"), seconds, int(counted[1]) if counted else 0))
            self.press("Skip")
        return shown

    def heard(self, what: str) -> list[object]:
        """What was said, or the pitches of tones, since this was last asked."""
        found: list[object] = self.page.evaluate(
            "what => what === 'tones' ? tonesSoFar() : window.heard[what].splice(0)", what
        )
        return found


@contextmanager
def followed(browser: Browser, *, still: bool = True, width: int = 390) -> Iterator[Followed]:
    """An empty page in a fresh profile with the clock at `BEGAN`, its sounds recorded instead of played."""
    with browser.new_context(
        viewport={"width": width, "height": 800},
        reduced_motion="reduce" if still else "no-preference",
        timezone_id="Europe/Berlin",
        service_workers="block",
        permissions=["clipboard-read", "clipboard-write"],
    ) as profile:
        page = profile.new_page()
        complaints: list[str] = []
        page.on("console", lambda each: complaints.append(each.text) if _is_complaint(each) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda each: complaints.append(each.url) if not each.url.startswith(HERE) else None)
        page.add_init_script(f"({_RECORDED})()")
        page.clock.install(time=BEGAN - timedelta(hours=1))
        page.clock.pause_at(BEGAN)
        yield Followed(page, complaints)


@pytest.fixture
def runner(browser: Browser) -> Iterator[Followed]:
    """Somebody with a phone; whatever the page complained of, or asked of others, fails the test."""
    with followed(browser) as found:
        yield found
        assert not found.complaints


def _is_complaint(message: ConsoleMessage) -> bool:
    """Service workers are another test's business: here they would answer before the test's own routes."""
    return message.type in ("error", "warning") and "Service Worker registration blocked" not in message.text
