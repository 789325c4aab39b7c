"""Draws the pictures of the README and the help again, all of them from the example.

Everything goes through the command line, in a home of its own: `annotator --example picture`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "screenshots"
PICTURES: dict[str, tuple[str, ...]] = {
    "window": (),
    "panel": ("--part", "panel", "--size", "1440x1180", "--scale", "2"),
    "search": ("--search", "kerman"),
    "review": ("--view", "review"),
    "agreement": ("--view", "agreement"),
    "report": ("--view", "report"),
}
"""Name → how it is drawn."""


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
        environment["HOME"] = home
        for name, options in PICTURES.items():
            for theme in ("light",) if name == "agreement" else ("light", "dark"):
                picture = str(TARGET / f"{name}-{theme}.png")
                words = ["picture", "latest", "--claim", "5", "--theme", theme, *options]
                command = [sys.executable, "-m", "annotator", "--example", *words]
                subprocess.run(
                    [*command, "--output", picture, "--force"], env=environment, check=True
                )


if __name__ == "__main__":
    main()
