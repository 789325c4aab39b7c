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
CORRECTIONS = (
    ("claimed the lives of at least 95 individuals", "claimed the lives of 84 individuals"),
    ("approximately 2,000 feet away", "some 2,000 feet away"),
    ("No individual or group", "Until Thursday no individual or group"),
)
"""What the sample's publisher might have corrected: drawn as a second version of it."""


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
        draw_versions(Path(home), environment)


def draw_versions(home: Path, environment: dict[str, str]) -> None:
    """Two versions of the sample, the first of them tagged, sentence by sentence."""
    sample = ROOT / "seeds" / "kerman-explosions.txt"
    text = sample.read_text(encoding="utf-8")
    for before, after in CORRECTIONS:
        text = text.replace(before, after)
    corrected = home / "corrected.txt"
    corrected.write_text(text, encoding="utf-8")
    annotator = [sys.executable, "-m", "annotator", "--library", str(home / "versions.db")]
    tagged = ["tag", "latest", *map(str, range(1, 13)), "verified"]
    for words in (
        ["import", str(sample)],
        tagged,
        ["import", str(corrected), "--revision"],
    ):
        subprocess.run([*annotator, *words], env=environment, check=True, capture_output=True)
    for theme in ("light", "dark"):
        picture = str(TARGET / f"versions-{theme}.png")
        words = ["picture", "latest", "--view", "versions", "--theme", theme]
        subprocess.run(
            [*annotator, *words, "--output", picture, "--force"], env=environment, check=True
        )


if __name__ == "__main__":
    main()
