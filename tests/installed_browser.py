"""Finds the browser for the browser tests; run as a script it installs one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FIREFOXES = ("firefox-esr", "firefox")
APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
)
REMEDY = "No Chrome or Chromium was found and none could be installed; install one and run the tests again."


def find_browser() -> str | None:
    """The path of an installed Chrome or Chromium; `CHROME` in the environment wins."""
    named = [os.environ.get("CHROME"), *map(shutil.which, NAMES), *(str(application) for application in APPLICATIONS)]
    installed = (each for each in named if each and Path(each).exists())
    return next(installed, None) or _downloaded()


def find_firefox() -> str | None:
    """The path of an installed Firefox; `FIREFOX` in the environment wins."""
    named = [os.environ.get("FIREFOX"), *map(shutil.which, FIREFOXES)]
    return next((each for each in named if each and Path(each).exists()), None)


def _downloaded() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _install() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """0 where a browser is there now; otherwise one line that says what to do."""
    if find_browser() is None:
        _install()
    if find_browser() is None:
        print(REMEDY, file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
