"""Entries of the log for tests of the browser, and a page with some of them in its store."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

from followed import Followed

FORMAT = "leg-strength-log"
ASIDE = "before-you-start/"
"""A page that asks nothing of the log."""
_PUT = """async (entries) => {
  const {put} = await import(new URL("../javascripts/log/store.js", location));
  await put(entries);
}"""


def a_set(*amounts: float | None, **fields: object) -> dict[str, object]:
    """One set; without amounts, ten repetitions."""
    return {"amounts": list(amounts) or [10], "load": None, "left": None, "clean": None, **fields}


def done(*sets: dict[str, object], **fields: object) -> dict[str, object]:
    """An exercise as it was done; without sets, three of ten repetitions."""
    plain = {"exercise": "squat", "version": "", "name": "Squat", "dose": "10 repetitions", "asked": 10}
    plain |= {"unit": "repetitions", "hold": False, "asked_left": 2}
    found = sets or (a_set(), a_set(), a_set())
    return {**plain, "planned": len(found), "sets": list(found), **fields}


def entry(**fields: object) -> dict[str, object]:
    """A session of the second format."""
    plain = {"id": "1", "began": "2026-01-02T07:00:00.000Z", "minutes": 12, "session": "own", "stage": ""}
    plain |= {"name": "A", "note": "", "answers": {"during": None, "morning": None, "signs": []}, "done": [done()]}
    return {**plain, **fields}


def old_entry(**fields: object) -> dict[str, object]:
    """A session of the first format, of which nothing was asked."""
    plain = {"id": "1", "began": "2026-01-02T07:00:00.000Z", "minutes": 12, "session": "own", "name": "A", "note": ""}
    return {**plain, "done": [old_done()], **fields}


def old_done(**fields: object) -> dict[str, object]:
    """An exercise of the first format."""
    plain = {"exercise": "squat", "name": "Squat", "dose": "10 repetitions", "sets": 3, "short": 0, "left_out": 0}
    return {**plain, **fields}


def put(page: Page, *entries: dict[str, object]) -> None:
    """Entries into the store of the page's site."""
    page.evaluate(_PUT, list(entries))


def open_log(runner: Followed, served: str, *entries: dict[str, object]) -> Page:
    """The page of the log, with these entries in the store."""
    runner.open(f"{served}{ASIDE}")
    put(runner.page, *entries)
    runner.open(f"{served}log/")
    runner.page.locator("#own-log.ready").wait_for()
    return runner.page


def stored(page: Page) -> list[dict[str, object]]:
    """Everything in the store, the latest first."""
    found: list[dict[str, object]] = page.evaluate(
        """async () => (await import(new URL("../javascripts/log/store.js", location))).all()"""
    )
    return found


def take_in(page: Page, file: Path | FilePayload) -> None:
    """Import a file."""
    expect(page.locator("#own-log.ready")).to_be_visible()
    page.get_by_label("Import").set_input_files(file)


def json_file(*entries: dict[str, object], version: int = 2) -> FilePayload:
    """A log as the page saves it."""
    text = json.dumps({"format": FORMAT, "version": version, "sessions": entries})
    return {"name": "log.json", "mimeType": "application/json", "buffer": text.encode()}


def text_file(text: str) -> FilePayload:
    """Any text as a file."""
    return {"name": "log.csv", "mimeType": "text/csv", "buffer": text.encode()}


def sessions(page: Page) -> Locator:
    """The sessions that the page shows."""
    return page.locator(".own-sessions > li")


def said(page: Page) -> Locator:
    """What the page told last."""
    return page.locator("[data-log=said]")
