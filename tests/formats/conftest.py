"""Other people's programs on what we write: each fixture skips, and says why, where its program is not here.

`make check-formats` brings them (.ci/checkers.py) and runs this folder; `make test` does not.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "build" / "checkers" / "node_modules"
AXE = ROOT / ".ci" / "axe.cjs"

Run = Callable[..., str]
"""Starts the program with these arguments and gives its standard output; fails where it does."""


def need(program: str, package: str) -> str:
    """Where the program lies; the test is skipped where it is not here."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not here: apt-get install {package}")
    return found


def node_module(name: str) -> Path:
    found = MODULES / name
    if not found.is_dir():
        pytest.skip(f"{name} is not here: make check-formats brings it with npm")
    return found


def run(command: Sequence[str | Path], **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, **more
    )


@pytest.fixture
def soffice(tmp_path: Path) -> Callable[[Path, str], Path]:
    """LibreOffice converts a file to another format ("pdf", "odt", "docx", "csv") and says where that lies."""
    program = need("soffice", "libreoffice-writer-nogui libreoffice-calc-nogui")

    def convert(path: Path, to: str) -> Path:
        home, out = tmp_path / "office-home", tmp_path / "converted"
        home.mkdir(exist_ok=True)
        profile = f"-env:UserInstallation={home.as_uri()}/profile"
        done = run(
            [program, profile, "--headless", "--convert-to", to, "--outdir", out, path],
            env=os.environ | {"HOME": str(home)},
            timeout=240,
        )
        found = out / f"{path.stem}.{to.partition(':')[0]}"
        assert found.is_file(), f"LibreOffice made no {to}: {done.stdout}{done.stderr}"
        return found

    return convert


@pytest.fixture
def vnu() -> Callable[[Path], list[dict[str, Any]]]:
    """The Nu Html Checker: its messages that are errors or warnings."""
    java = need("java", "default-jre-headless")
    jar = node_module("vnu-jar") / "build" / "dist" / "vnu.jar"

    def check(path: Path) -> list[dict[str, Any]]:
        flags = ["-Xss1m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always"]
        done = run([java, *map(str, flags), path])
        messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
        return [
            one for one in messages if one["type"] == "error" or one.get("subType") == "warning"
        ]

    return check


@pytest.fixture
def axe() -> Callable[[Path], str]:
    """axe-core in Chromium, light and dark: what it finds, "" where that is nothing."""
    chromium, node = need("chromium", "chromium"), need("node", "nodejs")
    for name in ("axe-core", "playwright-core"):
        node_module(name)

    def check(path: Path) -> str:
        done = run([node, AXE, MODULES, chromium, path], timeout=240)
        return "" if done.returncode == 0 else done.stdout + done.stderr

    return check


@pytest.fixture
def pdftotext() -> Run:
    return _poppler("pdftotext")


@pytest.fixture
def pdfinfo() -> Run:
    return _poppler("pdfinfo")


@pytest.fixture
def pdffonts() -> Run:
    return _poppler("pdffonts")


@pytest.fixture
def qpdf() -> Run:
    return _runs(need("qpdf", "qpdf"))


def _poppler(name: str) -> Run:
    return _runs(need(name, "poppler-utils"))


def _runs(program: str) -> Run:
    def start(*arguments: str | Path) -> str:
        done = run([program, *arguments])
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return start
