"""How the app looks: the theme that is wanted, fonts, and the style sheet."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.domain.colours import TOKENS
from annotator.ui.fonts import load_fonts, ui_font
from annotator.ui.kit.stylesheet import style_sheet
from annotator.ui.theme import DARK, LIGHT, Theme

_OWN = """
#notice { background: $selection; border: 0; border-bottom: 1px solid $line; }
#noticeSign { color: $error; }
#page, #startPage, #startPaper { background: $paper; }
#reportMiddle, #reportFoot { background: $chrome; }
#reportFoot { border: 0; border-top: 1px solid $line; }
#reportPill {
  background: $paper; border: 1px solid $line; border-radius: 11px; padding: 3px 11px; color: $muted;
}
#dropHint { background: $veil; border: 2px dashed $muted; border-radius: 10px; }
#topBar QLineEdit { min-height: 16px; padding: 4px 9px; }
#topBar QLineEdit:focus { padding: 3px 8px; }
#bottomBar QPushButton { padding: 0 4px; }
QPushButton[role="primary"] { background: $text; color: $paper; border-color: $text; }
QPushButton[role="primary"]:hover { background: $muted; }
QPushButton[role="primary"]:focus { border: 2px solid $dot; padding: 4px 11px; }
QComboBox::drop-down { border: 0; width: 22px; }
"""


def prepare(app: QApplication) -> None:
    """Once for the process: a style that looks the same everywhere, and our own fonts."""
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(ui_font())


def wanted_theme(setting: str) -> Theme:
    """The theme for a setting: "light", "dark", or whatever the system has now."""
    if setting == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if setting == "dark" else LIGHT


def wear(app: QApplication, theme: Theme) -> None:
    """Shows every window in this theme."""
    app.setPalette(theme.palette())
    values = {token: theme.name(token) for token in TOKENS}
    # Paper that lets what lies under it be seen.
    values["veil"] = "#DC" + theme.name("paper")[1:]
    own = Template(_OWN).substitute(values)
    app.setStyleSheet(style_sheet(theme) + own)
