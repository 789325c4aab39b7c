"""Tool tips of words that come from outside."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """A tool tip that shows these very characters: Qt would read some of them as markup."""
    return f"<qt>{escape(text)}</qt>" if Qt.mightBeRichText(text) else text
