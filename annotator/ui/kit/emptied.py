"""Taking away what a layout holds."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def emptied(layout: QLayout) -> None:
    """Takes every widget out of a layout, for good."""
    while layout.count():
        item = layout.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()
