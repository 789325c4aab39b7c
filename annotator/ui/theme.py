"""Colours and type, declared once; light and dark are two columns of one table.

``TOKENS`` is the only place that names a colour. Widgets ask the theme for a
token; the style sheet of the window is made from the same table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QPalette

from annotator.domain.tags import ROW, Standing

TOKENS: dict[str, tuple[str, str]] = {
    "paper": ("#FBFAF7", "#1B1D21"),
    "chrome": ("#EFECE6", "#17191C"),
    "line": ("#DCD8CF", "#33373D"),
    "text": ("#1F2328", "#E6E4DF"),
    "muted": ("#62666D", "#9A9DA3"),
    "dot": ("#8A9097", "#6C7076"),
    "selection": ("#E4DFD4", "#2A2D32"),
    "find": ("#FFE27A", "#6B5600"),
    "find-current": ("#FFC53D", "#8F7000"),
    "text-selection": ("#2F5F9E", "#9CC3F2"),
    "text-selected": ("#FFFFFF", "#14161A"),
    "focus": ("#1F2328", "#E6E4DF"),
    "error": ("#9A3112", "#E59A78"),
    "verified-fill": ("#A9CFFB", "#185388"),
    "verified-ink": ("#154064", "#62B4EE"),
    "disputed-fill": ("#F0BE9C", "#743F0B"),
    "disputed-ink": ("#9A3112", "#E59A78"),
    "unattributed-fill": ("#CFC5D3", "#5C4C57"),
    "unattributed-ink": ("#7A3FB5", "#FDCFF5"),
    "on-source-ink": ("#62666D", "#9A9DA3"),
    "not-checkable-ink": ("#62666D", "#9A9DA3"),
    "untagged-ink": ("#8A9097", "#6C7076"),
}

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
