"""Greys between paper and text: the heat map has no other colours."""

from __future__ import annotations

from PySide6.QtGui import QColor

from annotator.ui.theme import Theme


def blend(theme: Theme, share: float) -> QColor:
    """So much (0 to 1) of the text's colour on paper."""
    paper, text = theme.colour("paper"), theme.colour("text")
    return QColor(
        *(
            round(low + (high - low) * share)
            for low, high in (
                (paper.red(), text.red()),
                (paper.green(), text.green()),
                (paper.blue(), text.blue()),
            )
        )
    )
