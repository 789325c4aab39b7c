"""The views over one article; importable without Qt."""

from __future__ import annotations

from enum import StrEnum


class View(StrEnum):
    """A view over the article in hand; the words are those of its tab."""

    ANNOTATE = "Annotate"
    REVIEW = "Review"
    REPORT = "Report"
