"""What `mkdocs serve` answers: pages under their security policy, in which the script that reloads them may run too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from guide.site.security_policy import with_last_script

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_PAGE = "text/html"


def with_reloading(server: WSGIApplication) -> WSGIApplication:
    """The same server, whose pages allow the script that it puts at their end."""

    def answer(environment: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        told: list[tuple[str, list[tuple[str, str]]]] = []
        body = _read(server(environment, _listener(told)))
        status, headers = told[-1]
        if dict(headers).get("Content-Type") == _PAGE:
            body = with_last_script(body.decode("utf-8")).encode("utf-8")
        start(status, [(name, str(len(body)) if name == "Content-Length" else value) for name, value in headers])
        return [body]

    return answer


def _listener(told: list[tuple[str, list[tuple[str, str]]]]) -> StartResponse:
    def listen(status: str, headers: list[tuple[str, str]], error: object = None, /) -> Callable[[bytes], object]:
        told.append((status, headers))
        return lambda _: None

    return listen


def _read(parts: Iterable[bytes]) -> bytes:
    try:
        return b"".join(parts)
    finally:
        getattr(parts, "close", lambda: None)()
