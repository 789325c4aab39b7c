"""The colours of ``domain/colours.py`` as Qt has them, and the sizes of type.

Widgets ask the theme for a token; the style sheet of the window is made from the same table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QPalette

from annotator.domain.colours import TOKENS
from annotator.domain.tags import ROW, Standing

UI_PIXELS = 13
SMALL_PIXELS = 11
READING_PIXELS = 17.5
READING_PITCH = 30.6
HEADING_PIXELS = 27
HEADING_PITCH = 34


@dataclass(frozen=True, slots=True)
class Theme:
    """One column of ``TOKENS``."""

    dark: bool

    def colour(self, token: str) -> QColor:
        return _colour(token, self.dark)

    def name(self, token: str) -> str:
        """The colour as "#RRGGBB", for style sheets and for SVG icons."""
        return TOKENS[token][self.dark]

    def fill(self, standing: Standing) -> QColor | None:
        """What lies behind a claim that stands so, or None."""
        token = f"{ROW[standing].role}-fill" if standing in ROW else ""
        return self.colour(token) if token in TOKENS else None

    def ink(self, standing: Standing) -> QColor:
        """Underline, glyph and border of a claim that stands so (never text on its own fill)."""
        return self.colour(f"{ROW[standing].role}-ink" if standing in ROW else "muted")

    def palette(self) -> QPalette:
        """The window's palette, for the widgets that Qt draws by itself."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, token in (
            (roles.Window, "chrome"),
            (roles.Base, "paper"),
            (roles.AlternateBase, "chrome"),
            (roles.Button, "paper"),
            (roles.ToolTipBase, "paper"),
            (roles.WindowText, "text"),
            (roles.Text, "text"),
            (roles.ButtonText, "text"),
            (roles.ToolTipText, "text"),
            (roles.PlaceholderText, "muted"),
            (roles.Mid, "line"),
            (roles.Highlight, "text-selection"),
            (roles.HighlightedText, "text-selected"),
            (roles.Link, "verified-ink"),
        ):
            palette.setColor(role, self.colour(token))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("muted"))
        return palette


LIGHT = Theme(dark=False)
DARK = Theme(dark=True)


@cache
def _colour(token: str, dark: bool) -> QColor:
    return QColor(TOKENS[token][dark])
