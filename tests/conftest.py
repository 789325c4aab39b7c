"""What holds for every test: a home of its own, no screen, and nothing that happens unseen."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator

# Before anything asks Qt for a screen or Python for the time: no test depends on the machine's own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["TZ"] = "UTC"
time.tzset()

settings.register_profile("default", deadline=None)
settings.register_profile(
    "thorough",
    deadline=None,
    max_examples=5_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("ANNOTATOR_HYPOTHESIS", "default"))

UNDER_CI = os.environ.get("CI") == "true"
# Set-up installs these as root, so under CI their absence is a broken set-up, not a small machine.
NEEDED_UNDER_CI = ("Xvfb", "xdotool")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder, so that no test sees the user's library or another test's."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name, inside in (
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_RUNTIME_DIR", "run"),
    ):
        path = folder / inside
        path.mkdir(mode=0o700, parents=True)
        monkeypatch.setenv(name, str(path))
    for name in ("ANNOTATOR_LIBRARY", "ANNOTATOR_ANALYST", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if UNDER_CI and report.skipped and any(name in _reason(report) for name in NEEDED_UNDER_CI):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {_reason(report)}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    terminalreporter.write_sep("-", f"{len(skipped)} skipped")
    for report in skipped:
        terminalreporter.write_line(f"skipped {report.nodeid}: {_reason(report)}")


def _reason(report: pytest.TestReport) -> str:
    where_and_why = report.longrepr
    why = where_and_why[2] if isinstance(where_and_why, tuple) else str(where_and_why)
    return why.removeprefix("Skipped: ")
