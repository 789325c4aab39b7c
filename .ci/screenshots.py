"""Draws the README's pictures again: the sample as an analyst leaves it after a few minutes,
and as three analysts have reviewed it.

Everything goes through the command line, in a home of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
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

A, B, C = PEOPLE = ("Analyst A", "Analyst B", "Analyst C")
SHARED = {
    "disputed": (0, 1, 13),
    "verified": (2, 14, 16, 17, 21, 27, 33, 40, 44),
    "unattributed": (18, 22, 24, 30, 38, 42),
}
"""What all three hold of these claims; the rest, but for ``DIFFER``, is on its source."""
DIFFER = {
    3: "uun",
    5: "dvd",
    6: "udu",
    11: "vvs",
    12: "uvu",
    15: "duu",
    20: "suu",
    25: "udd",
    28: "sus",
    31: "vdv",
    35: "usu",
}
"""Claim → what A, B and C held of it at first."""
WORDS = {
    "v": "verified",
    "d": "disputed",
    "u": "unattributed",
    "s": "on-source",
    "n": "not-checkable",
}
CLAIMS = 48
NOTES = {
    B: "ISNA says it in so many words; quoted in full.",
    C: "The distance fits neither map nor photograph.",
}
REVIEW = (
    (A, "decide", "latest", "6", "unattributed", "--reason", "Nobody is named."),
    (B, "decide", "latest", "15", "unattributed"),
    (C, "decide", "latest", "12", "20", "unattributed"),
    (A, "decide", "latest", "28", "on-source", "--reason", "Roule says so; not checked further."),
    (B, "tag", "latest", "28", "verified"),
    (C, "comment", "latest", "5", "Is it “away from the first blast” or “from the tomb”?"),
    (B, "comment", "latest", "5", "The Persian text has “from the tomb”. I can live with it."),
)


def run(environment: Mapping[str, str], analyst: str, *words: str) -> None:
    annotator = [sys.executable, "-m", "annotator", "--analyst", analyst]
    subprocess.run([*annotator, *words], env=environment, check=True)


def tag_all(environment: Mapping[str, str], place: int) -> None:
    """One of the three judges every claim, and submits."""
    analyst = PEOPLE[place]
    held = {number: tag for tag, numbers in SHARED.items() for number in numbers}
    held |= {number: WORDS[of[place]] for number, of in DIFFER.items()}
    for tag in WORDS.values():
        numbers = [n for n in range(CLAIMS + 1) if held.get(n, "on-source") == tag]
        if tag == "on-source":
            run(environment, analyst, "tag", "latest", *map(claim, numbers), "clear")
        if numbers:
            run(environment, analyst, "tag", "latest", *map(claim, numbers), tag)
    if analyst in NOTES:
        run(environment, analyst, "note", "latest", "5", NOTES[analyst])
    run(environment, analyst, "pass", "submit", "latest")


def claim(number: int) -> str:
    return str(number or "T")


def draw(environment: Mapping[str, str], name: str, theme: str, view: str) -> None:
    picture = str(TARGET / f"{name}-{theme}.png")
    options = ["--view", view, "--theme", theme, "--claim", "5", "--output", picture, "--force"]
    run(environment, A, "picture", "latest", *options)


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        where = {"HOME": home, "ANNOTATOR_LIBRARY": f"{home}/annotator.db"}
        environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")} | where
        for step in STEPS:
            run(environment, A, *step)
        for theme in ("light", "dark"):
            draw(environment, "window", theme, "annotate")
        for place in range(len(PEOPLE)):
            tag_all(environment, place)
        for analyst, *words in REVIEW:
            run(environment, analyst, *words)
        for theme in ("light", "dark"):
            draw(environment, "review", theme, "review")
        draw(environment, "agreement", "light", "agreement")


if __name__ == "__main__":
    main()
