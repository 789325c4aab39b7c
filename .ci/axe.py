"""Reads the report as a screen reader's user would meet it: axe in Chromium, light and dark, part of `make check-full`.

It wants chromium, node and npm, which are no part of the set-up; where one is absent it says so and checks nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "axe"
ANNOTATOR = ROOT / ".venv" / "bin" / "annotator"
PACKAGES = ("axe-core@4.14.1", "playwright-core@1.65.1")

MAP = (
    "--url",
    "https://example.org/map",
    "--title",
    "A map",
    "--quote",
    "“396 m”",
    "--note",
    "1:10,000",
)
TOLD = ("--day", "2024-01-09", "--wording", "Two explosions took place.", "--confidence", "2")


def main() -> None:
    absent = [name for name in ("chromium", "node", "npm") if shutil.which(name) is None]
    if absent:
        print(f"axe was NOT run on the report: {', '.join(absent)} is not on PATH.")
        return
    BUILD.mkdir(parents=True, exist_ok=True)
    report = write_report()
    if not all((BUILD / "node_modules" / name.split("@")[0]).is_dir() for name in PACKAGES):
        print(f"Fetching {' and '.join(PACKAGES)} with npm.")
        run(
            "npm",
            "install",
            "--silent",
            "--ignore-scripts",
            "--no-save",
            "--prefix",
            BUILD,
            *PACKAGES,
        )
    run(
        "node",
        ROOT / ".ci" / "axe.cjs",
        BUILD / "node_modules",
        shutil.which("chromium") or "",
        report,
    )


def write_report() -> Path:
    """A report with something of everything in it, from a library that is made for it alone."""
    report, library = BUILD / "report.html", BUILD / "axe.db"
    library.unlink(missing_ok=True)
    for command in (
        ("import", ROOT / "seeds" / "kerman-explosions.txt"),
        ("tag", "latest", "1", "verified"),
        ("tag", "latest", "2", "3", "disputed"),
        ("tag", "latest", "4", "unattributed"),
        ("tag", "latest", "5", "on-source"),
        ("note", "latest", "2", "Two agencies give another figure."),
        ("evidence", "add", "latest", "1", "2", "--stance", "supports", "--title", "A programme"),
        (*("evidence", "add", "latest", "2", "--stance", "contradicts", "--primary"), *MAP),
        (*("assess", "latest", "2", "--because", "outdated", "--flag", "ring:the ministry"), *TOLD),
        ("attribute", "latest", "5", "--source", "the report", "--confirmed"),
        ("export", "latest", "--format", "html", "--output", report, "--force"),
    ):
        run(ANNOTATOR, "--library", library, "--analyst", "Check", *command, quiet=True)
    return report


def run(*command: str | Path, quiet: bool = False) -> None:
    # Its own settings folder: an analyst's name given here must not become the user's.
    env = os.environ | {
        "XDG_CONFIG_HOME": str(BUILD / "config"),
        "XDG_DATA_HOME": str(BUILD / "data"),
    }
    output = subprocess.DEVNULL if quiet else None
    done = subprocess.run([str(part) for part in command], env=env, stdout=output, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
