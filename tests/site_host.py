"""A host of static sites on this machine, for browsers: index pages, and a site's own 404.html for what is unknown."""

from __future__ import annotations

import gzip
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from typing import BinaryIO

SUFFIXES = {".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest"}
"""What hosts send compressed."""


@contextmanager
def serve(folder: Path, mount: str = "/", *, port: int = 0, compressed: bool = False) -> Iterator[str]:
    """The address of the folder's site while it is served; `mount` is its path, with a slash at both ends."""
    host = partial(_CompressingHost if compressed else _Host, folder=folder, mount=mount)
    with _Server(("127.0.0.1", port), host) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{mount}"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    request_queue_size = 64  # A browser asks for a page's files at once; a connection beyond the queue waits a second.

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing, where a browser went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Host(SimpleHTTPRequestHandler):
    def __init__(
        self, request: socket, client: tuple[str, int], server: ThreadingHTTPServer, *, folder: Path, mount: str
    ) -> None:
        self.mount, self.missing = mount, folder / "404.html"
        super().__init__(request, client, server, directory=str(folder))

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.mount)
        return super().translate_path(path.removeprefix(self.mount.rstrip("/")) if inside else "/outside-the-site")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        body = self.missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: a browser's requests are no part of a test's output."""


class _CompressingHost(_Host):
    """Sends text as a host on the web would, so that what is sent can be measured."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if file.suffix not in SUFFIXES or not file.is_file():
            return super().send_head()
        body = gzip.compress(file.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(str(file))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)
