"""The page as a screen reader finds it: through AT-SPI, from another process."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

APP = Path(__file__).with_name("reader_app.py")
ACCESSIBLE = "org.a11y.atspi.Accessible"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
MISSING = [name for name in ("Xvfb", "xdotool", "dbus-daemon", "gdbus") if not shutil.which(name)]
if not any(Path(launcher).exists() for launcher in LAUNCHERS):
    MISSING.append("at-spi2-core")

pytestmark = [
    pytest.mark.skipif(
        bool(MISSING), reason=f"no screen reader's bus: {', '.join(MISSING)} missing"
    ),
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's"),
]


class Seen(NamedTuple):
    """What is told of one thing on the screen."""

    role: str
    name: str
    text: str


class Reader:
    """Asks the accessibility bus as a screen reader does."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def call(self, service: str, path: str, method: str, *arguments: str) -> str:
        command = ["gdbus", "call", "--session", "--timeout", "3", "--dest", service]
        command += ["--object-path", path, "--method", method, *arguments]
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, timeout=10, check=False
        )
        return done.stdout.strip()

    def children(self, service: str, path: str) -> list[tuple[str, str]]:
        told = self.call(service, path, f"{ACCESSIBLE}.GetChildren")
        return re.findall(r"\('([^']+)', (?:objectpath )?'([^']+)'\)", told)

    def seen(self, service: str, path: str) -> Seen:
        role = self.call(service, path, f"{ACCESSIBLE}.GetRoleName")
        get = "org.freedesktop.DBus.Properties.Get"
        name = self.call(service, path, get, ACCESSIBLE, "Name")
        text = self.call(service, path, "org.a11y.atspi.Text.GetText", "0", "--", "-1")
        return Seen(_string(role), _string(name), _string(text))

    def everything(self) -> list[Seen]:
        root = "/org/a11y/atspi/accessible/root"
        left = self.children("org.a11y.atspi.Registry", root)
        found: list[Seen] = []
        while left and len(found) < 60:
            service, path = left.pop(0)
            found.append(self.seen(service, path))
            left += self.children(service, path)
        return found


def _string(told: str) -> str:
    """The one string of a GVariant tuple, or nothing."""
    found = re.search(r"""^\(<?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")>?,\)$""", told, re.DOTALL)
    return str(ast.literal_eval(found[1])) if found else ""


def until(check: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return True
        time.sleep(0.2)
    return False


@pytest.fixture
def started() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts programs and ends them in the end, the last first."""
    running: list[subprocess.Popen[str]] = []

    def start(*command: str, **environment: str) -> subprocess.Popen[str]:
        running.append(
            subprocess.Popen(
                command,
                env={**os.environ, **environment},
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        )
        return running[-1]

    yield start
    for program in reversed(running):
        program.terminate()
        try:
            program.wait(5)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait(5)
        if program.stdout is not None:
            program.stdout.close()


def _first_line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def test_a_reader_reads_the_claims_and_the_keys_still_work(
    started: Callable[..., subprocess.Popen[str]],
) -> None:
    screen = started("Xvfb", "-displayfd", "1", "-screen", "0", "900x600x24", "-nolisten", "tcp")
    display = f":{_first_line(screen)}"
    session = _first_line(
        started("dbus-daemon", "--session", "--nofork", "--print-address=1", DISPLAY=display)
    )
    here = {**os.environ, "DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": session}
    asked = Reader(here).call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
    reader = Reader({**here, "DBUS_SESSION_BUS_ADDRESS": _string(asked)})
    app = started(
        sys.executable, str(APP), DISPLAY=display, DBUS_SESSION_BUS_ADDRESS=session,
        QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
    )  # fmt: skip

    def page() -> Seen:
        named = (thing for thing in reader.everything() if thing.text)
        return next(named, Seen("", "", ""))

    assert until(lambda: page().text != ""), "the page's text was never told"
    first = page()
    assert first.name == "Article, claim 1 of 4, disputed"
    assert first.text.splitlines() == [
        "claim 1 of 4, disputed: One sentence is here.",
        "claim 2 of 4, untagged: سلام دنیا 😀 e\u0301.",
        "claim 3 of 4, untagged: A third ends it.",
    ]
    subprocess.run(["xdotool", "key", "v"], env=here, check=True, timeout=10)
    assert until(lambda: page().name == "Article, claim 2 of 4, untagged")
    assert page().text.startswith("claim 1 of 4, verified: One")
    assert app.poll() is None, "being read must not end the program"
