"""Draws the README's picture again: the sample as an analyst leaves it after a few minutes.

Everything goes through the command line, in a home of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "screenshots"
NOTE = (
    "2,000 ft away from what? The article does not say. "
    "The map has the second blast 1,300 ft (396 m) from the tomb."
)
STEPS = (
    ("import", str(ROOT / "seeds" / "kerman-explosions.txt")),
    ("tag", "latest", "1", "disputed", "--note", "95 on the day, 84 by the ministry a day later."),
    ("tag", "latest", "2", "verified"),
    ("tag", "latest", "3", "6", "unattributed"),
    ("tag", "latest", "4", "7", "8", "9", "10", "on-source"),
    ("tag", "latest", "5", "on-source"),
    ("tag", "latest", "5", "disputed", "--note", NOTE),
)


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        where = {"HOME": home, "ANNOTATOR_LIBRARY": f"{home}/annotator.db"}
        environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")} | where
        annotator = [sys.executable, "-m", "annotator", "--analyst", "Analyst A"]
        for step in STEPS:
            subprocess.run([*annotator, *step], env=environment, check=True)
        for theme in ("light", "dark"):
            picture = str(TARGET / f"window-{theme}.png")
            options = ["--theme", theme, "--claim", "5", "--output", picture, "--force"]
            subprocess.run([*annotator, "picture", "latest", *options], env=environment, check=True)


if __name__ == "__main__":
    main()
