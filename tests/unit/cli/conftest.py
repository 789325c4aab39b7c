"""The real command on a real library, inside this process: fast enough for every case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commandline import TEXT, Listed, Result, Run, run_one


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command line: ``run("tag", "latest", "1", "verified")``."""

    def run_it(*args: str | Path, stdin: bytes = b"") -> Result:
        with monkeypatch.context() as patched:
            return run_one(patched, *args, stdin=stdin)

    return run_it


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library every command of this test uses; it is not there yet."""
    path = tmp_path / "library.db"
    monkeypatch.setenv("ANNOTATOR_LIBRARY", str(path))
    return path


@pytest.fixture
def article(run: Run, library: Path, tmp_path: Path) -> str:
    """The id of one short article: T and five numbered claims."""
    file = tmp_path / "lund.txt"
    file.write_text(TEXT)
    result = run("import", "--json", file)
    assert result.status == 0, result.err
    found: str = result.json["imported"][0]["article"]
    return found


@pytest.fixture
def listed(run: Run, article: str) -> Listed:
    """The article as `list ARTICLE --json` gives it now."""

    def list_now() -> Any:
        result = run("list", article, "--json")
        assert result.status == 0, result.err
        return result.json

    return list_now
