"""`make audit`: what it asks for, and that pip-audit then fails where something is vulnerable or nothing is known.

The second half needs what `make audit` installs, and is skipped before its first run. It asks a stub on this machine.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from site_build import PROJECT

PIP_AUDIT = PROJECT / ".cache" / "audit" / "bin" / "pip-audit"
LOCK = f"jinja2==3.1.6 \\\n    --hash=sha256:{'0' * 64}\nmarkupsafe==3.0.3 \\\n    --hash=sha256:{'1' * 64}\n"
HOLE = {"id": "PYSEC-0000-1", "summary": "A hole", "affected": [{"package": {"name": "jinja2", "ecosystem": "PyPI"}}]}

installed = pytest.mark.skipif(not PIP_AUDIT.exists(), reason="make audit installs it")


def test_everything_that_is_pinned_is_looked_up_and_no_answer_is_a_failure() -> None:
    assert list(_weaknesses(_command())) == []


@pytest.mark.parametrize(("old", "new"), [
    ("--strict", ""), ("--require-hashes", ""), ("-r requirements-test.txt", ""), ("--strict", "--strict --dry-run"),
    ("--strict", "--strict --ignore-vuln PYSEC-0000-1"),
    ("-r requirements-test.txt", "-r requirements-test.txt || true"),
    (".cache/audit/bin/pip-audit", "-.cache/audit/bin/pip-audit"),
])  # fmt: skip
def test_an_audit_that_lets_something_pass_is_noticed(old: str, new: str) -> None:
    assert list(_weaknesses(_command().replace(old, new, 1)))


def _command() -> str:
    """The recipe as make would run it."""
    run = subprocess.run(
        ("make", "--dry-run", "--no-print-directory", "--assume-old=.cache/audit/ready", "audit"),
        cwd=PROJECT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return " ".join(run.stdout.replace("\\\n", " ").split())


def _weaknesses(command: str) -> Iterator[str]:
    needed = {"--strict", "--require-hashes", "--disable-pip", "requirements.txt", "requirements-test.txt"}
    yield from needed - set(command.split())
    yield from re.findall(r"\|\||;|--ignore-vuln|--dry-run|^-", command)
    if not command.startswith(".cache/audit/bin/pip-audit "):
        yield "another program"


@installed
def test_nothing_known_is_a_success(tmp_path: Path) -> None:
    with _stub({}) as url:
        assert _audit(tmp_path, url).returncode == 0


@installed
def test_a_known_vulnerability_is_a_failure_that_names_it(tmp_path: Path) -> None:
    with _stub({"jinja2": {"vulns": [HOLE]}}) as url:
        run = _audit(tmp_path, url)
    assert run.returncode == 1
    assert re.search(r"jinja2\s+3\.1\.6\s+PYSEC-0000-1", run.stdout)


@installed
def test_a_service_that_does_not_answer_is_a_failure(tmp_path: Path) -> None:
    with _stub(None) as url:
        assert _audit(tmp_path, url).returncode != 0
    assert _audit(tmp_path, url).returncode != 0  # nobody listens any more


@contextmanager
def _stub(answers: dict[str, object] | None) -> Iterator[str]:
    """A vulnerability service on this machine; None answers with an error."""

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = json.dumps((answers or {}).get(asked["package"]["name"], {})).encode()
            self.send_response(500 if answers is None else 200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
    finally:
        server.shutdown()
        server.server_close()


def _audit(folder: Path, url: str) -> subprocess.CompletedProcess[str]:
    """The recipe's own options, on a small lock, with the stub as the service."""
    (folder / "requirements.txt").write_text(LOCK, "utf-8")
    (folder / "requirements-test.txt").write_text(LOCK, "utf-8")
    words = shlex.split(_command())[1:]
    service = ("--vulnerability-service", "osv", "--osv-url", url, "--cache-dir", str(folder / "kept"))
    return subprocess.run(
        (str(PIP_AUDIT), *words, *service),
        cwd=folder,
        env={**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
