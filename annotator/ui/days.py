"""Days as one says them."""

from __future__ import annotations

from datetime import date


def day_words(day: str) -> str:
    """A day of the form ``YYYY-MM-DD`` as one says it, "5 Dec 2026"; its first parts likewise."""
    parts = day.split("-")
    try:
        first = date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    except ValueError:
        return day
    shown = (f"{first.year}", f"{first:%b} {first.year}", f"{first.day} {first:%b} {first.year}")
    return shown[len(parts) - 1] if len(parts) <= len(shown) else day
