"""What a page may load and run, as a Content-Security-Policy in its head. Knows the text of pages, no files.

A browser runs an inline script only if the policy names its hash. Only the theme's own scripts are ever named: what got
into a page in another way stays blocked, and `strangers` finds it. What `default-src` covers is not repeated: fonts,
frames, media, objects. Frame-ancestors works in a header only; see `docs/_headers`. Trusted Types are out of reach: the
theme assigns innerHTML, and starts its search by an address.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_NOT_INLINE = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/(?:ld\+)?json\b", re.IGNORECASE)
_HEAD = re.compile(r"<head>\s*(?:<meta charset=[^>]*>)?", re.IGNORECASE)
_HAS_ONE = re.compile(r"(?:\s*<meta [^>]*>|\s*<title>[^<]*</title>)*?\s*<meta http-equiv=\"Content-Security-Policy\"")
_FILLED_IN = re.compile(r"\{\{.*?\}\}")
_OWN = "script-src 'self'"


def theme_scripts(templates: Iterable[str]) -> re.Pattern[str]:
    """What matches exactly the inline scripts of these templates, whatever address Jinja fills in."""
    scripts = (text for template in templates for _, text in _inline(template))
    return re.compile("|".join(sorted(set(map(_pattern, scripts)))) or "(?!)")


def with_policy(page: str, known: re.Pattern[str]) -> str:
    """The page with its policy before all that it is about. One that begins with a policy of its own keeps that."""
    head = _HEAD.search(page)
    if not head or _HAS_ONE.match(page, head.end()):
        return page
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(page, known)}">'
    return f"{page[: head.end()]}\n      {meta}{page[head.end() :]}"


def policy(page: str, known: re.Pattern[str]) -> str:
    """The strictest policy under which the page still works."""
    hashes = sorted({_hash(text) for _, text in _inline(page) if known.fullmatch(text)})
    directives = (
        "default-src 'none'",
        " ".join([_OWN, *hashes]),
        "style-src 'self'",
        "img-src 'self' data:",  # the theme's stylesheet holds its icons
        "connect-src 'self'",
        "media-src blob:",  # the silence that lock screens want before they show their buttons
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(directives)


def strangers(page: str, known: re.Pattern[str]) -> Iterator[str]:
    """`line:column: what is wrong: what to do` for all that keeps the page from being protected."""
    if not _HEAD.search(page):
        yield "1:1: there is no <head>, where the security policy belongs: begin the page with <head>"
    for start, text in _inline(page):
        if not known.fullmatch(text):
            line, column = page.count("\n", 0, start) + 1, start - page.rfind("\n", 0, start)
            yield f"{line}:{column}: an inline script that is not the theme's: move it to a file in docs/javascripts"


def with_last_script(page: str) -> str:
    """The page with the inline script at its very end allowed besides: MkDocs puts one there while serving."""
    end = page.rfind("</body>")
    last = list(_inline(page[: max(end, 0)]))[-1:]
    if last and page[:end].rstrip().endswith(f"{last[0][1]}</script>"):
        return page.replace(_OWN, f"{_OWN} {_hash(last[0][1])}", 1)
    return page


def _inline(page: str) -> Iterator[tuple[int, str]]:
    """Place and text of every script in the page itself; data for scripts is none."""
    for found in _SCRIPT.finditer(page):
        if not _NOT_INLINE.search(found[1]):
            yield found.start(), found[2]


def _pattern(script: str) -> str:
    return r"[\w./:-]*".join(map(re.escape, _FILLED_IN.split(script)))


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode('utf-8')).digest()).decode('ascii')}'"
