"""The screen of a session alone in a real browser: shows the longest texts, and tells what is cut or out of reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain

from playwright.sync_api import Browser, Page

from guide.model import Guide
from guide.model.routine import MOST_REPETITIONS
from guide.session.exercise_catalogue import catalogue
from guide.session.timeline import sessions

KINDS = ("counted", "hold", "untimed", "paused", "switch", "warm-up", "finish", "ready", "rest")
READING = ("warm-up", "finish", "ready", "rest")
"""Where there is time to scroll what does not fit."""

OPEN = """async () => {
  const module = name => import(new URL(`../../javascripts/session/${name}.js`, location));
  const style = Object.assign(document.createElement("link"), {rel: "stylesheet"});
  style.href = new URL("../../stylesheets/session.css", location);
  await new Promise((done) => { style.onload = done; document.head.append(style); });
  window.module = await module("screen");
  window.shown = window.module.screen();
  document.body.append(shown.dialog);
  shown.dialog.showModal();
}"""
PAINT = """([view, figure]) => {
  const drawn = document.querySelector(".guide-items__figure svg").cloneNode(true);
  shown.parts.figure.replaceChildren(...(figure ? [drawn] : []));
  module.paint(shown, view);
  shown.run.scrollTop = 0;
}"""
FAULTS = """([least, pages]) => {
  const faults = [], {dialog, run, words} = shown, top = shown.panel.hidden ? shown.run : shown.panel;
  const seen = [...top.querySelectorAll("p, h2, h3, button, span, legend, select, input, strong, small")]
    .filter(each => each.checkVisibility() && each.closest("[aria-hidden], .session__spoken, .session__bars") === null);
  const told = each => `${each.className || each.tagName} ${each.textContent}`.trim();
  for (const each of [top, words, ...seen]) {
    if (each.clientWidth && each.scrollWidth > each.clientWidth + 1) faults.push(`too wide: ${told(each)}`);
    if (each.matches("button") && each.scrollHeight > each.clientHeight + 1) faults.push(`cut: ${told(each)}`);
  }
  if (!pages && run.scrollHeight > run.clientHeight) faults.push("the screen scrolls");
  if (dialog.scrollHeight > dialog.clientHeight) faults.push("what is in front scrolls away");
  for (const each of seen.filter(one => one.matches("button, select"))) {
    each.scrollIntoView({block: "center"});
    const {x, y, width, height} = each.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    if (Math.min(width, height) < least) faults.push(`small: ${told(each)} ${width}x${height}`);
    if (!each.contains(hit)) faults.push(`covered: ${told(each)}`);
    if (x < 0 || x + width > innerWidth) faults.push(`outside: ${told(each)}`);
  }
  return faults;
}"""
COVERED = """() => {
  const within = (box, frame) => ({left: Math.max(box.left, frame.left), right: Math.min(box.right, frame.right),
    top: Math.max(box.top, frame.top), bottom: Math.min(box.bottom, frame.bottom)});
  const frame = shown.words.getBoundingClientRect(), clips = getComputedStyle(shown.words).overflowY !== "visible";
  const boxes = [...shown.run.querySelectorAll("p, h2, button, span, .session__figure")].flatMap(each => {
    if (!each.checkVisibility() || each.closest(".session__bars")) return [];
    const boxes = [...each.getClientRects()].map(box => clips && shown.words.contains(each) ? within(box, frame) : box);
    return boxes.map(box => ({name: each.className, box}));
  });
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const covers = one => other => other.name !== one.name && over(one.box, other.box);
  return boxes.flatMap((one, index) => boxes.slice(index + 1).filter(covers(one))
    .map(other => `${one.name} over ${other.name}`));
}"""
SCROLLS = "() => shown.words.scrollHeight > shown.words.clientHeight + 1"
MORE = """offers => module.ask(shown, {title: "More", buttons: [["Go on", () => {}], ["Stop here", () => {}]], more: [
  module.exchange(offers, (offer) => { window.chosen = offer; }),
  module.settings({sound: true, voice: false, vibration: true, pace: true, counting: "phases", first: "right"},
    (...change) => { window.changed = change; })]})"""
CORRECT = """offers => {
  window.form = module.setForm({title: offers[0].name, unit: "repetitions", load: 12.5, clean: null, left: null,
    amounts: [{label: "Left side", value: 8}, {label: "Right side", value: null}]});
  const buttons = [["Save", () => {}], ["Leave it", () => {}]];
  module.ask(shown, {title: "Put the set right", more: [form.element], buttons});
}"""


def longest_texts(guide: Guide) -> Mapping[str, str]:
    """The longest text of each kind in what pages have of sessions and exercises, by the name of its field."""
    found: dict[str, str] = {}
    pages = [sessions(guide, routine) for routine in guide.routines.values()]
    for name, text in chain.from_iterable(_texts(page) for page in [*pages, catalogue(guide)["exercises"]]):
        if len(text) > len(found.get(name, "")):
            found[name] = text
    names = (
        name for each in guide.exercises.values() for name in (each.name, *(way.name for way in each.modifications))
    )
    return {**found, "title": max(names, key=len)}


def _texts(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(each, key)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each, name)


def view(kind: str, longest: Mapping[str, str]) -> dict[str, object]:
    """What is painted of a kind, as long as it can be."""
    place = max(longest["block"], "Round 10 of 10", key=len)
    common: dict[str, object] = {"place": place, "left": "114 min left", "share": 0.4, "paused": kind == "paused"}
    told = {"heading": "Warm-up, other side, 1 of 2", "text": longest["text"], "next": f"Next: {longest['text']}"}
    bars = [{"whole": 3, "full": 0.6}, {"whole": 1, "full": 0}, {"whole": 1, "full": 0}]
    title, done = longest["title"], {"label": f"{longest['title']}: 12 and 12 done", "left": 2, "asksLeft": True}
    work = {"kind": "work", "name": title, "side": "Right side", "cue": longest["cues"], "next": f"Next: {title}"}
    phase = f"{longest['action'].capitalize()} 3"
    amount = f"{MOST_REPETITIONS} repetitions each side, with 2–3 to spare"
    detail = f"{longest['how']} Weight: {longest['load']} {longest['note']}"
    before = {"name": title, "side": "Right side", "amount": amount, "detail": detail, "digits": "1:30"}
    counted = {"digits": str(MOST_REPETITIONS), "unit": f"of {MOST_REPETITIONS}", "phase": phase, "bars": bars}
    kinds: dict[str, dict[str, object]] = {
        "counted": {**work, **counted},
        "paused": {**work, **counted},
        "hold": {**work, "digits": "1:05", "unit": "seconds", "phase": "Hold", "bars": bars},
        "untimed": {**work, "digits": "12", "unit": "repetitions", "phase": "At your own pace", "untimed": True},
        "switch": {"kind": "switch", "heading": "Switch sides", "name": title, "side": "Right side", "digits": "5"},
        "warm-up": {"kind": "warm-up", "digits": "4:20", "side": "Right side", **told},
        "finish": {"kind": "finish", "digits": "4:20", "set": {**done, "asksLeft": False}, **told, "next": "Last one"},
        "ready": {"kind": "ready", "heading": "Get ready", **before},
        "rest": {"kind": "rest", "heading": "Rest, then", "set": done, **before},
    }
    return {**common, **kinds[kind]}


@contextmanager
def screen_in(
    browser: Browser, served: str, size: tuple[int, int], *, text: int = 1, dark: bool = False, forced: bool = False
) -> Iterator[Page]:
    """A page with the empty screen of a session in front; `text` times its size is the reader's."""
    with browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        forced_colors="active" if forced else "none",
        reduced_motion="reduce",
        service_workers="block",
    ) as profile:
        page = profile.new_page()
        page.goto(f"{served}routines/first-steps/")
        page.evaluate("by => { document.documentElement.style.fontSize = `${20 * by}px`; }", text)
        page.evaluate(OPEN)
        yield page
