"""The bar at the top: the whole menu, the views, finding in the article, the export, who tags."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from annotator.ui.everything import Everything
from annotator.ui.findfield import FindField
from annotator.ui.fonts import ui_font
from annotator.ui.kit.tabs import Tabs
from annotator.ui.views import View

HEIGHT = 40
NARROW = 720
"""Pixels below which the export's button gives way to what nothing else leads to."""


class TopBar(QFrame):
    """Holds little, so that the page begins near the top."""

    export_wanted = Signal()
    settings_wanted = Signal()
    library_wanted = Signal()
    search_wanted = Signal()
    """Everything is to be searched."""
    view_wanted = Signal(object)
    """A ``View``: its tab was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self.menu_button = QToolButton(self)
        self.menu_button.setText("Annotator ▾")
        self.menu_button.setFont(ui_font(bold=True))
        self.menu_button.setProperty("role", "plain")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setAccessibleName("Menu of Annotator")
        self.menu_button.setToolTip("Everything one can do here (F10)")
        self.tabs = Tabs(View, self)
        self.tabs.setAccessibleName("Views")
        for index, view in enumerate(View):
            self.tabs.setTabToolTip(index, f"{view} (Ctrl+{index + 1})")
        self.tabs.currentChanged.connect(self._turned)
        self.shelf_button = self._plain("Library", self.library_wanted)
        self.shelf_button.hide()
        self.search = FindField(self)
        self.search.needed.connect(self._find_needed)
        self.everything = Everything(self)
        self.everything.clicked.connect(self.search_wanted)
        self._article = self._finds = False
        self._export = self._plain("Export…", self.export_wanted)
        self._name = self._plain("", self.settings_wanted)
        self._lay_out()

    def set_menu(self, menu: QMenu) -> None:
        self.menu_button.setMenu(menu)

    def set_name(self, name: str) -> None:
        """Who tags."""
        metrics = self._name.fontMetrics()
        self._name.setText(
            metrics.elidedText(name, Qt.TextElideMode.ElideRight, 160).replace("&", "&&")
        )
        self._name.setAccessibleName(f"You tag as {name}: settings")
        self._name.setToolTip(f"You tag as {name}. Opens the settings.")

    def set_view(self, view: View) -> None:
        """The window shows this view."""
        blocked = self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(list(View).index(view))
        self.tabs.blockSignals(blocked)
        self.tabs.update()
        self.shelf_button.setText("Queue" if view is View.REVIEW else "Library")

    def set_article_open(self, there: bool) -> None:
        """Without an article there is nothing to find in and nothing to export."""
        self._article = there
        self._show_search()
        self._show_export()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_export()

    def _show_export(self) -> None:
        """In a very narrow window its key and the menu are left."""
        self._export.setVisible(self._article and self.width() >= NARROW)

    def _find_needed(self, needed: bool) -> None:
        self._finds = needed
        self._show_search()

    def _show_search(self) -> None:
        """The find field while it is used; else the way to the search of everything."""
        find = self._article and self._finds
        self.search.setVisible(find)
        self.everything.setVisible(not find)

    def _turned(self, index: int) -> None:
        self.view_wanted.emit(list(View)[index])

    def _plain(self, text: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "plain")
        button.clicked.connect(signal)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 9, 0)
        row.setSpacing(8)
        row.addWidget(self.menu_button)
        row.addWidget(self.tabs)
        row.addWidget(self.shelf_button)
        row.addStretch(1)
        row.addWidget(self.everything)
        row.addWidget(self.search)
        row.addSpacing(4)
        row.addWidget(self._export)
        row.addWidget(self._name)
        self.search.setMaximumWidth(300)
        self.everything.setMinimumWidth(110)
        self.search.setMinimumWidth(150)
