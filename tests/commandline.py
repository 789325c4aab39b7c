"""Running the real command inside this process, and what every result must hold."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import door

TEXT = (
    "A bridge opens in Lund\n"
    "\n"
    "The bridge opened on Monday. It cost 12 million kronor, the mayor said. Nobody was hurt.\n"
    "\n"
    "Traffic returned at noon. 😀 Officials reportedly expect more of it.\n"
)


@dataclass(frozen=True)
class Result:
    status: int
    data: bytes
    err: str

    @property
    def out(self) -> str:
        return self.data.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.data)


Run = Callable[..., Result]
Listed = Callable[[], Any]


def run_one(patched: pytest.MonkeyPatch, *args: str | Path, stdin: bytes = b"") -> Result:
    """One command line, with streams as a terminal in UTF-8 would give them."""
    out, err = io.BytesIO(), io.BytesIO()
    patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
    patched.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8"))
    patched.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8"))
    status = door.main([str(arg) for arg in args])
    sys.stdout.flush()
    sys.stderr.flush()
    return Result(status, out.getvalue(), err.getvalue().decode())


@contextmanager
def unchanged(*paths: Path) -> Iterator[None]:
    """Nothing in these files is changed, and none of them is made or lost."""

    def held() -> list[tuple[bytes, int] | None]:
        return [
            (path.read_bytes(), path.stat().st_mtime_ns) if path.exists() else None
            for path in paths
        ]

    before = held()
    yield
    assert held() == before


def one_sentence(result: Result) -> str:
    """What a refusal says: one line on standard error, no data, never a traceback."""
    assert "Traceback" not in result.err
    lines = result.err.splitlines()
    assert len(lines) == 1, result.err
    assert lines[0][-1] in ".)", lines[0]
    return lines[0]
