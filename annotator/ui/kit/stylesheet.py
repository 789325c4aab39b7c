"""The style sheet of the whole window, made from the theme's tokens and nothing else.

Names a window can give its parts: ``topBar``, ``bottomBar``, ``leftPanel`` and
``rightPanel`` are chrome with a line towards the page; a ``QPushButton`` with the
property ``role`` is ``plain`` (no border) or ``link`` (underlined words).
No rule sets a font: fonts are set once, on the application and where a widget
differs, and a font in a style sheet would silently win over both.
"""

from __future__ import annotations

from string import Template

from annotator.domain.colours import TOKENS
from annotator.ui.theme import Theme

_CHROME = """
QMainWindow, QDialog, QMessageBox { background: $chrome; }
#topBar, #bottomBar, #leftPanel, #rightPanel { background: $chrome; }
#topBar { border: 0; border-bottom: 1px solid $line; }
#bottomBar { border: 0; border-top: 1px solid $line; }
#leftPanel { border: 0; border-right: 1px solid $line; }
#rightPanel { border: 0; border-left: 1px solid $line; }
#hiddenBar { background: $chrome; border: 0; border-bottom: 1px solid $line; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QStatusBar { background: $chrome; }
QStatusBar::item { border: 0; }
"""

_BUTTONS = """
QPushButton, QToolButton {
  background: $paper; color: $text; border: 1px solid $line; border-radius: 6px;
  padding: 5px 12px;
}
QPushButton[role="field"] { color: $muted; text-align: left; padding: 4px 9px; }
QPushButton[role="field"]:focus { padding: 3px 8px; }
QPushButton:default { border-color: $muted; }
QPushButton:hover, QToolButton:hover { border-color: $dot; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked {
  background: $selection;
}
QPushButton:disabled, QToolButton:disabled { color: $muted; background: transparent; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 4px 11px; }
QToolButton::menu-indicator { image: none; }
QFileDialog QToolButton { padding: 4px; }
QFileDialog QToolButton:focus { padding: 3px; }
QPushButton[role="plain"], QPushButton[role="link"], QToolButton[role="plain"] {
  background: transparent; border: 1px solid transparent; padding: 3px 5px;
}
QPushButton[role="plain"]:hover, QToolButton[role="plain"]:hover { background: $selection; }
QPushButton[role="link"] { text-decoration: underline; }
QPushButton[role="link"]:hover { color: $muted; }
QPushButton[role="plain"]:focus, QPushButton[role="link"]:focus, QToolButton[role="plain"]:focus {
  border: 2px solid $focus; padding: 2px 4px;
}
"""

_FIELDS = """
QLineEdit, QSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
  background: $paper; color: $text; border: 1px solid $line; border-radius: 6px;
  selection-background-color: ${text-selection}; selection-color: ${text-selected};
  placeholder-text-color: $muted;
}
QLineEdit, QSpinBox, QComboBox { padding: 4px 8px; min-height: 18px; }
QLineEdit:hover, QSpinBox:hover, QComboBox:hover { border-color: $dot; }
QLineEdit:focus, QSpinBox:focus, QComboBox:focus {
  border: 2px solid $focus; padding: 3px 7px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; }
QTextEdit[bare="true"], QTextEdit[bare="true"]:focus { border: 0; border-radius: 0; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { border: 0; border-radius: 0; padding: 3px 2px; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: $muted; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
  background: $paper; color: $text; border: 1px solid $line; outline: 0;
  selection-background-color: $selection; selection-color: $text;
}
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; border-radius: 4px; }
"""

_SCROLL = """
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 11px; margin: 0; }
QScrollBar:horizontal { height: 11px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px 2px 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px 2px 3px 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $dot; }
QScrollBar[quiet="true"]::handle { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
"""

_POPUPS = """
QMenuBar { background: $chrome; color: $text; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 6px; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $paper; color: $text; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QToolTip {
  background: $paper; color: $text; border: 1px solid $line; padding: 4px 7px;
}
QListView, QTreeView {
  background: transparent; color: $text; border: 0; outline: 0;
}
QListView::item, QTreeView::item { border: 2px solid transparent; border-radius: 6px; padding: 4px; }
QListView::item:hover { background: $selection; }
QListView::item:selected { background: $paper; color: $text; border-color: $line; }
QListView::item:selected:focus, QTreeView::item:selected:focus { border-color: $focus; }
"""

_TABLES = """
QTableView { background: $paper; color: $text; border: 0; outline: 0; }
QHeaderView { background: $paper; }
QHeaderView::section {
  background: $paper; color: $muted; border: 0; border-bottom: 1px solid $line; padding: 0 8px;
}
QHeaderView::section:hover { color: $text; }
"""

_PARTS = (_CHROME, _BUTTONS, _FIELDS, _SCROLL, _POPUPS, _TABLES)


class _Tokens(Template):
    """Template whose names may hold a hyphen inside braces, as the tokens' names do."""

    braceidpattern = r"[a-z][a-z-]*"


def style_sheet(theme: Theme) -> str:
    """The style sheet of every window under this theme."""
    values = {token: theme.name(token) for token in TOKENS}
    return "\n".join(_Tokens(part).substitute(values).strip() for part in _PARTS) + "\n"
