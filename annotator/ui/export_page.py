"""The quick export: in which format, to which file, and under which name. The rest is the Report view's."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.exporting import suggested_name
from annotator.desk.formats import formats
from annotator.domain.article import Article
from annotator.domain.edition import EDITORS_COPY, Edition, Withheld
from annotator.domain.formats import Exporter
from annotator.ui.choice import ChoiceBox
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.tall import Tall
from annotator.ui.outcome import Outcome
from annotator.ui.report.words import copy_name
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.report.shortlist import Short, ShortList


_SHORT_HIGH, _SHORT_LEAST, _SHORT_WIDE = 260, 70, 340
"""Pixels: how high the list of what falls short is, how high at least, and how wide before it is laid out."""


class ShortScroll(QScrollArea):
    """As high as what is in it, where there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def sizeHint(self) -> QSize:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        wide = max(self.width(), _SHORT_WIDE)
        high = layout.totalHeightForWidth(wide) if layout is not None else 0
        return QSize(0, min(_SHORT_HIGH, high))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(_SHORT_LEAST, self.sizeHint().height()))


class ExportPage(QWidget):
    """Asks before it replaces a file, and says what it wrote; all in one place."""

    wanted = Signal(str, Path, bool, str)
    """Format, file, whether to replace it, and the analyst's name ("" where not asked)."""
    report_wanted = Signal()
    """All that can be chosen should be seen."""
    claim_wanted = Signal(object)
    """A ``Short`` claim should be seen in its article."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._edition = EDITORS_COPY
        self._replace = False
        self._rows: tuple[Exporter, ...] = formats()
        self.form = ChoiceBox(self)
        for row in self._rows:
            self.form.addItem(row.label, row.name)
        self.form.setAccessibleName("Format")
        self.form.currentIndexChanged.connect(self._other_format)
        self.says = Muted("", self)
        self.copy = QLabel(self)
        self.report = self._way()
        self.short: ShortList | None = None
        """What falls short of its rule; made when a public copy first has such a claim."""
        self._short = ShortScroll(self)
        self.file = QLineEdit(self)
        self.file.setAccessibleName("File to write")
        self.file.textEdited.connect(self._other_file)
        self.file.returnPressed.connect(self._go)
        self.name = QLineEdit(self)
        self.name.setAccessibleName("Your name in the export")
        self.name.returnPressed.connect(self._go)
        self.name_asked = QLabel("Under which name? Colleagues and the report show it.", self)
        self.outcome = Outcome(theme, self)
        self.go = QPushButton("Export", self)
        self.go.setProperty("role", "primary")
        self.go.clicked.connect(self._go)
        self._lay_out()
        self.setFocusProxy(self.form)

    def show_article(
        self, article: Article, name: str, edition: Edition, *, ask_name: bool
    ) -> None:
        """Begins anew, for this article; ``ask_name`` before the first export of all."""
        self._article, self._edition = article, edition
        self.copy.setText(copy_name(edition.public))
        self.show_short(())
        self.name.setText(name)
        self.name.setVisible(ask_name)
        self.name_asked.setVisible(ask_name)
        self.say("")
        self._other_format()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter exports from the list of formats too."""
        if self.form.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def show_short(self, claims: Sequence[Short]) -> None:
        """The verified claims that a public copy would print as not settled."""
        if self.short is None:
            if not claims:
                return
            from annotator.ui.report.shortlist import ShortList

            self.short = ShortList(self)
            self.short.claim_wanted.connect(self.claim_wanted)
            inside = Tall()
            box = QVBoxLayout(inside)
            box.setContentsMargins(0, 0, 0, 0)
            box.addWidget(self.short)
            clear_scroll(self._short, inside)
        self.short.show_cleared(not self._edition.withholds(Withheld.SHORT))
        self.short.show_claims(claims)
        self._short.setVisible(bool(claims))
        self._short.updateGeometry()

    def say(self, text: str) -> None:
        """What came of it, in place."""
        self.outcome.say(text)

    def set_theme(self, theme: Theme) -> None:
        self.outcome.set_theme(theme)

    def exists(self, target: Path) -> None:
        """The file is there already: the same button now replaces it."""
        self._replace = True
        self.go.setText("Replace it")
        self.say(f"{target.name} is there already. Choose another name, or replace it.")

    def _way(self) -> QPushButton:
        """To all that can be chosen."""
        way = QPushButton("Sections, title and more…", self)
        way.setProperty("role", "link")
        way.setAccessibleName("Choose the copy, sections, title and more in the Report view")
        way.clicked.connect(self.report_wanted)
        return way

    def _row(self) -> Exporter:
        return self._rows[self.form.currentIndex()]

    def _other_format(self) -> None:
        row = self._row()
        self.says.setText(f"{row.says[0].upper()}{row.says[1:]}.")
        if self._article is not None:
            folder = Path(self.file.text()).parent if self.file.text() else Path.home()
            edition, article = self._edition, self._article
            title = edition.title or article.title
            name = suggested_name(title, article.id, row.name, edition)
            self.file.setText(str(folder / name))
        self._other_file()

    def _other_file(self) -> None:
        self._replace = False
        self.go.setText("Export")
        self.say("")

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Export to", self.file.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(self.file.text())
        dialog.fileSelected.connect(self.file.setText)
        dialog.fileSelected.connect(self._other_file)
        dialog.finished.connect(self.window().activateWindow)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go(self) -> None:
        name = "" if self.name.isHidden() else self.name.text()
        # Unlike pathlib's, this leaves a home that is nobody's as it is; then there is no such folder.
        target = Path(os.path.expanduser(self.file.text()))  # noqa: PTH111
        self.wanted.emit(self._row().name, target, self._replace, name)

    def _last_line(self) -> QHBoxLayout:
        """Which copy it is, and the button."""
        last = QHBoxLayout()
        last.addWidget(self.copy)
        last.addWidget(self.report)
        last.addStretch(1)
        last.addWidget(self.go)
        return last

    def _lay_out(self) -> None:
        choose = QPushButton("Choose…", self)
        choose.clicked.connect(self._choose)
        where = QHBoxLayout()
        where.setSpacing(6)
        where.addWidget(self.file, 1)
        where.addWidget(choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for label, widget in (("Format", self.form), ("File", self.file)):
            words = QLabel(label, self)
            words.setBuddy(widget)
            column.addWidget(words)
            if widget is self.file:
                column.addLayout(where)
            else:
                column.addWidget(widget)
                column.addWidget(self.says)
                column.addSpacing(8)
        column.addSpacing(8)
        column.addWidget(self.name_asked)
        column.addWidget(self.name)
        column.addWidget(self._short)
        column.addSpacing(8)
        column.addLayout(self._last_line())
        column.addWidget(self.outcome)
        self._put_in_order(choose)

    def _put_in_order(self, choose: QPushButton) -> None:
        """Tab goes from field to field as they stand, in whatever order they were made."""
        order = (self.form, self.file, choose, self.name, self._short, self.report, self.go)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
