"""What the processes of a test run share is made once, and made again after a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from once import filled_once


def test_a_folder_is_filled_once_by_all_processes_of_a_run(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    run = tmp_path_factory.mktemp("run")
    for worker in ("gw0", "gw1"):
        (run / worker).mkdir()
        monkeypatch.setattr(tmp_path_factory, "getbasetemp", lambda worker=worker: run / worker)
        folder = filled_once(tmp_path_factory, "shared", Path.mkdir)  # a second time it would fail
        assert folder == run / "shared"


def test_what_a_failure_left_is_made_again(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(folder: Path) -> None:
        folder.mkdir()
        raise OSError("the disk is full")

    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    monkeypatch.setattr(tmp_path_factory, "getbasetemp", lambda: tmp_path)
    with pytest.raises(OSError, match="full"):
        filled_once(tmp_path_factory, "shared", fail)
    assert filled_once(tmp_path_factory, "shared", Path.mkdir).is_dir()
