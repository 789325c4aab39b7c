"""Guessing an encoding, and saying nothing where it is not certain."""

from __future__ import annotations

import re
from typing import NamedTuple

SAMPLE = 200_000
"""Bytes that are looked at; the whole must decode nevertheless."""

RIVAL = 0.5
"""A reading with this part of the best one's confidence is a rival to reckon with."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_ODD = re.compile(
    "[\u2500-\u259f¤]"
    r"|[^\W\d_][¢£¥§¨©¬®¯°±²³´¶¸¹¼½¾¿×÷€‚ƒ„†‡ˆ‰‹›˜™√∞≈≠≤≥∂∑∏∫Ω◊\u02d9-\u02df][^\W\d_]"
    r"|[^\W\d_][¿¡€£¥][^\W\d_]?"
    r"|[a-zà-öø-ÿ][À-ÖØ-Þ]"
)
"""What no writer writes: box drawings, a symbol inside a word, a capital after a small letter."""


class Guess(NamedTuple):
    text: str
    label: str
    note: str


def guess(data: bytes) -> Guess | None:
    """The only plausible reading of ``data``, or ``None`` where there are several or none."""
    import chardet

    ranked = chardet.detect_all(data[:SAMPLE], ignore_threshold=True)
    readings: list[tuple[float, str, str]] = []
    for row in ranked:
        name, confidence = row["encoding"], row["confidence"]
        if name is None or confidence < RIVAL * (ranked[0]["confidence"] or 1):
            continue
        text = _read(data, name)
        if text is not None:
            readings.append((confidence, name, text))
    if not readings or any(text != readings[0][2] for _, _, text in readings):
        return None
    label = readings[0][1]
    return Guess(
        readings[0][2], label, f"Read as {label}: guessed, and no other reading makes sense."
    )


def _read(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name)
    except (UnicodeError, LookupError):
        return None
    return None if _CONTROL.search(text) or _ODD.search(text) else text
