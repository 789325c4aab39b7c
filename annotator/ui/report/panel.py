"""The panel at the right in the Report view: in which form the report leaves, and the way out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.edition import Edition
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.tall import Tall
from annotator.ui.report.articlespart import ArticlesPart
from annotator.ui.report.copypart import CopyPart
from annotator.ui.report.foot import EDGE, Foot
from annotator.ui.report.lookpart import LookPart, PublisherPart
from annotator.ui.report.presetpart import PresetPart
from annotator.ui.report.sectionspart import SectionsPart
from annotator.ui.theme import Theme


class ReportPanel(QWidget):
    """The choices scroll; the format and its button stay."""

    edition_wanted = Signal(object)
    """The ``Edition`` that was chosen by changing something."""
    leave_wanted = Signal()
    """The keys should go back to the pages."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("How the report leaves")
        self._scroll = QScrollArea(self)
        inside = Tall(self)
        self.presets = PresetPart(inside)
        self.copy = CopyPart(inside)
        self.sections = SectionsPart(theme, inside)
        self.look = LookPart(inside)
        self.publisher = PublisherPart(inside)
        self.articles = ArticlesPart(inside)
        self._parts = (self.copy, self.sections, self.look, self.publisher)
        box = QVBoxLayout(inside)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        # What scrolls ends where the foot does: its bar stands in the margin.
        box.setContentsMargins(EDGE, 16, EDGE - bar, 18)
        box.setSpacing(0)
        for part in (self.presets, *self._parts, self.articles):
            box.addWidget(part)
        box.addStretch(1)
        for one in self._parts:
            one.wanted.connect(self.edition_wanted)
        clear_scroll(self._scroll, inside)
        self._scroll.viewport().installEventFilter(self)
        self.foot = Foot(theme, self)
        self.foot.form_changed.connect(self._follow_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.foot)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def show_edition(self, edition: Edition, preset: str) -> None:
        """It is chosen now; ``preset`` is its name where it has one."""
        for part in self._parts:
            part.show_edition(edition)
        self.presets.show_chosen(preset)
        self.foot.begin_anew()

    def show_articles(self, title: str, count: int) -> None:
        """The open one's title, and how many are on the list."""
        self.look.show_title(title)
        self.articles.show_count(count)

    def show_presets(self, names: Sequence[str], chosen: str) -> None:
        self.presets.show_presets(names, chosen)

    def set_theme(self, theme: Theme) -> None:
        self.sections.set_theme(theme)
        self.foot.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keys back to the pages."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The foot grows by what it says: what has the keys stays in view."""
        if event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._follow_focus)
        return False

    def _follow_form(self, name: str) -> None:
        row = self.foot.chosen
        self.publisher.show_form(name)
        self.articles.show_joining(row is not None and row.together is not None)

    def _follow_focus(self) -> None:
        """Whatever has the keys is kept in view."""
        now = QApplication.focusWidget()
        if now is not None and self._scroll.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, 12)
