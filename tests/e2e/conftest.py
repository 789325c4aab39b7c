"""A display of its own for each test, no window manager, real keys.

Nothing here reaches into the app; what it did is read from the library's file by
SQLite itself, from other commands, and from what the display shows.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import paths
from apps import App


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """A free display."""
    for tool in ("Xvfb", "xdotool"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not here: apt-get install xvfb xdotool")
    reads, writes = os.pipe()
    server = subprocess.Popen(
        # -noreset: else it begins anew when its last client leaves, and turns the next one away.
        [
            "Xvfb",
            "-displayfd",
            str(writes),
            "-screen",
            "0",
            "1440x900x24",
            "-noreset",
            "-nolisten",
            "tcp",
        ],
        pass_fds=(writes,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    with os.fdopen(reads) as answer:
        number = answer.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def app(display: str, home: Path, tmp_path: Path) -> Iterator[App]:
    """The program on an empty library of its own."""
    environment = {
        **os.environ,
        "DISPLAY": display,
        "HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "0",
    }
    environment.pop("WAYLAND_DISPLAY", None)
    running = App(display, tmp_path / "e2e.db", environment)
    yield running
    for program in running.started:
        if program.poll() is None:
            program.terminate()
        try:
            said = program.communicate(timeout=20)[1]
        except subprocess.TimeoutExpired:
            program.kill()
            said = program.communicate()[1]
        assert b"Traceback" not in said, said.decode()


@pytest.fixture
def sample() -> str:
    return str(paths.sample())
