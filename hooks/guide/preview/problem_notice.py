"""What went wrong while serving: heard from the log, and shown at the top of every served page."""

from __future__ import annotations

import html
import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOTICE = re.compile(r'<div id="guide-problems".*?</div>', re.DOTALL)


@contextmanager
def complaints() -> Iterator[io.StringIO]:
    """What MkDocs and its plugins print as warnings and errors meanwhile, without the server's notes on requests."""
    heard = io.StringIO()
    listener, logger = logging.StreamHandler(heard), logging.getLogger("mkdocs")
    listener.setLevel(logging.WARNING)
    listener.addFilter(lambda record: record.name != "mkdocs.livereload")
    logger.addHandler(listener)
    try:
        yield heard
    finally:
        logger.removeHandler(listener)


def show(problems: str, site: Path) -> None:
    """Write the problems at the top of every served page, in place of earlier ones."""
    notice = f'<div id="guide-problems" role="alert"><pre>{html.escape(problems)}</pre></div>'
    for path in site.rglob("*.html"):
        page = _NOTICE.sub("", path.read_text("utf-8"))
        path.write_text(re.sub(r"(<body[^>]*>)", lambda tag: tag[1] + notice, page, count=1), "utf-8")
