"""The program as a person starts it, for end-to-end tests: keys in, saved file and screen out."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LONG = 60.0
"""Seconds until a test gives up: an answer usually comes in a tenth of one."""


def wait_for(seen: Callable[[], Any], what: str, seconds: float = LONG) -> Any:
    """Asks again until there is an answer that counts."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        answer = seen()
        if answer:
            return answer
        time.sleep(0.03)
    raise AssertionError(f"waited {seconds:g} s for {what}")


@dataclass
class App:
    """A display, a home, and the windows that were started there."""

    display: str
    library: Path
    environment: dict[str, str]
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Starts the window and waits until it takes keys."""
        program = self.launch(*arguments)
        wait_for(lambda: self.windows() or program.poll() is not None, "the window")
        if program.poll() is not None:
            said = program.communicate()[1].decode()
            raise AssertionError(f"the program ended with {program.returncode}: {said}")
        wait_for(self.focused, "the focus")
        return program

    def launch(self, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "annotator", "--library", str(self.library), *arguments]
        program = subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE)
        self.started.append(program)
        return program

    def command(self, *arguments: str, library: Path | None = None) -> str:
        """Another process, on the same library or another one; its standard output."""
        of = str(library or self.library)
        command = [sys.executable, "-m", "annotator", "--library", of, *arguments]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, timeout=LONG
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def keys(self, *names: str) -> None:
        self.xdotool("key", "--clearmodifiers", "--delay", "15", *names)

    def write(self, text: str) -> None:
        self.xdotool("type", "--delay", "8", text)

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONG,
        )
        return done.stdout.strip()

    def windows(self) -> list[str]:
        return self.xdotool("search", "--onlyvisible", "--name", "Annotator").split()

    def focused(self) -> bool:
        return self.xdotool("getwindowfocus") in self.windows()

    def title(self) -> str:
        windows = self.windows()
        return self.xdotool("getwindowname", windows[0]) if windows else ""

    def saved(self, sql: str) -> list[Any]:
        """What the library's file holds. Nothing while there is none."""
        if not self.library.exists():
            return []
        file = sqlite3.connect(f"file:{self.library}?mode=ro", uri=True, timeout=10)
        try:
            return file.execute(sql).fetchall()
        except sqlite3.OperationalError:
            return []
        finally:
            file.close()

    def tags(self) -> list[str]:
        found = self.saved("SELECT tag FROM assessments WHERE tag IS NOT NULL ORDER BY start")
        return [row[0] for row in found]

    def quit(self, program: subprocess.Popen[bytes]) -> None:
        self.keys("ctrl+q")
        assert program.wait(LONG) == 0
