"""What readers' browsers would be told by a hand-written page: no HTML that acts or loads, no link that leads nowhere.

A page is judged as it will be, after Markdown; what is refused is then looked up in what was written.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

from markdown import markdown

from guide.documents.generated_files import address_of
from guide.documents.inserts import place_in, without_code
from guide.problems.problem import Problem, quote

EXTENSIONS = ("admonition", "attr_list", "fenced_code", "tables", "toc")
"""As in mkdocs.yml, and what MkDocs adds."""
_ALIGNED = {"tables": {"use_align_attribute": True}}
"""Otherwise it writes style=, which nobody wrote by hand."""
_REFUSED = ("meta", "base", "link", "script", "style", "iframe", "frame", "frameset", "object", "embed", "form")
_LOADING = ("src", "srcset", "href", "xlink:href", "poster", "data", "background", "action", "formaction", "ping")
_ELSEWHERE = re.compile(r"(?:^|,)(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = ("http", "https", "mailto", "tel")

Attributes = list[tuple[str, str | None]]
Place = Callable[..., tuple[int, int]]
Refused = tuple[int, int, str, str]


class _Tags(HTMLParser):
    """Notes what begins in a page, also where a script that does not end would swallow it."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[tuple[str, Attributes]] = []

    @classmethod
    def of(cls, page: str) -> list[tuple[str, Attributes]]:
        parser = cls()
        parser.feed(page)
        parser.close()
        return parser._found

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._found.append((tag, attrs))

    def set_cdata_mode(self, elem: str, *, escapable: bool = False) -> None:
        """Never: what it holds is read on."""


def check_body(text: str, path: str) -> Iterator[Problem]:
    """What is wrong in the page without its front matter."""
    place = _finder(text)
    try:
        tags = _Tags.of(markdown(text, extensions=EXTENSIONS, extension_configs=_ALIGNED))
    except (RecursionError, AssertionError):  # as Markdown and HTMLParser answer what they were not made for
        hint = "take out lists in lists, or what begins with <!["
        yield Problem(path, 1, 1, "the page cannot be read as Markdown", hint)
        return
    for tag, attributes in tags:
        if tag in _REFUSED:
            message = f"a page cannot hold <{tag}>"
            yield Problem(path, *place(rf"<{tag}\b"), message, "say it in Markdown, or link to it")
            continue
        for name, value in attributes:
            yield from (Problem(path, *found) for found in _check_attribute(tag, name, value or "", path, text, place))


def _finder(text: str) -> Place:
    """Looks patterns up in a text, each behind where it was found last; where none is there, what they stand for is
    written otherwise, and put at the text's beginning.
    """
    last: dict[str, int] = {}
    outside = without_code(text)

    def find(*patterns: str) -> tuple[int, int]:
        for pattern in patterns:
            sought = re.compile(pattern, re.IGNORECASE)
            if found := sought.search(outside, last.get(pattern, 0)) or sought.search(outside) or sought.search(text):
                last[pattern] = found.end()
                return place_in(text, found.start())
        return 1, 1

    return find


def _check_attribute(tag: str, name: str, value: str, path: str, text: str, place: Place) -> Iterator[Refused]:
    if name.startswith("on") or name == "style":
        folder = "docs/stylesheets" if name == "style" else "docs/javascripts"
        yield *place(rf"\b{name}\s*="), f"a page cannot hold {name}=", f"delete it; {folder} is the place for it"
    elif name in _LOADING and value:
        # also of what is right, so that the next one is looked for behind it
        where = place(re.escape(value), rf"<{tag}\b")
        plain = re.sub(r"[\x00-\x20]+", "", value).replace("\\", "/")
        is_html = re.search(rf"=\s*[\"']?{re.escape(value)}", text) is not None  # and not Markdown
        if refused := _refusal(tag, name, plain) or _refusal_of_path(plain, path, is_html=is_html):
            message, hint = refused
            yield *where, message.format(quote(value)), hint


def _refusal(tag: str, name: str, value: str) -> tuple[str, str] | None:
    """Of an address with a host or a scheme."""
    if tag in ("a", "area") and name == "href":
        scheme = _SCHEME.match(value)
        is_known = not scheme or scheme[1].lower() in _SCHEMES
        return None if is_known else ("the link {} is no address", "begin it with https://, or name a page of docs")
    if _ELSEWHERE.search(value):
        return "a page cannot load {}", "put the file into docs and name it there, or link to it"
    return None


def _refusal_of_path(value: str, path: str, *, is_html: bool) -> tuple[str, str] | None:
    """Of an address in the site, or in the repository for CONTRIBUTING.md."""
    target = unquote(re.split("[?#]", value)[0]).replace("\\", "/")
    if _SCHEME.match(target) or target.startswith("//"):
        return None
    if target.startswith("/"):
        return "the link {} begins with a slash", "write it from this file's folder, without a slash in front"
    folder, _, name = path.partition("/")
    base = address_of(name) if is_html else name  # browsers know a page by its address, Markdown by its file
    if not posixpath.normpath(posixpath.join(posixpath.dirname(base), target)).startswith(".."):
        return None
    home = folder if name else "the repository"
    return f"the link {{}} leads out of {home}", f"link to a file of {home}, or to an address with https://"
