"""Handing an article over: in which format, to which file, and under which name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.exporting import suggested_name
from annotator.desk.formats import formats
from annotator.domain.article import Article
from annotator.domain.formats import Exporter
from annotator.ui.choice import ChoiceBox
from annotator.ui.kit.labels import Muted


class ExportPage(QWidget):
    """Asks before it replaces a file, and says what it wrote; all in one place."""

    wanted = Signal(str, Path, bool, str)
    """Format, file, whether to replace it, and the analyst's name ("" where not asked)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._replace = False
        self._rows: tuple[Exporter, ...] = formats()
        self.form = ChoiceBox(self)
        for row in self._rows:
            self.form.addItem(row.label, row.name)
        self.form.setAccessibleName("Format")
        self.form.currentIndexChanged.connect(self._other_format)
        self.says = Muted("", self)
        self.file = QLineEdit(self)
        self.file.setAccessibleName("File to write")
        self.file.textEdited.connect(self._other_file)
        self.file.returnPressed.connect(self._go)
        self.name = QLineEdit(self)
        self.name.setAccessibleName("Your name in the export")
        self.name.returnPressed.connect(self._go)
        self.name_asked = QLabel("Under which name? Colleagues and the report show it.", self)
        self.result = Muted("", self)
        self.result.setObjectName("exportResult")
        self.go = QPushButton("Export", self)
        self.go.setProperty("role", "primary")
        self.go.clicked.connect(self._go)
        self._lay_out()
        self.setFocusProxy(self.form)

    def show_article(self, article: Article, name: str, *, ask_name: bool) -> None:
        """Begins anew, for this article; ``ask_name`` before the first export of all."""
        self._article = article
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

    def say(self, text: str) -> None:
        """What came of it, in place."""
        self.result.setText(text)
        self.result.setVisible(bool(text))

    def exists(self, target: Path) -> None:
        """The file is there already: the same button now replaces it."""
        self._replace = True
        self.go.setText("Replace it")
        self.say(f"{target.name} is there already. Choose another name, or replace it.")

    def _row(self) -> Exporter:
        return self._rows[self.form.currentIndex()]

    def _other_format(self) -> None:
        row = self._row()
        self.says.setText(f"{row.says[0].upper()}{row.says[1:]}.")
        if self._article is not None:
            folder = Path(self.file.text()).parent if self.file.text() else Path.home()
            name = suggested_name(self._article.title, self._article.id, row.name)
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
        target = Path(self.file.text()).expanduser()
        self.wanted.emit(self._row().name, target, self._replace, name)

    def _lay_out(self) -> None:
        choose = QPushButton("Choose…", self)
        choose.clicked.connect(self._choose)
        where = QHBoxLayout()
        where.setSpacing(6)
        where.addWidget(self.file, 1)
        where.addWidget(choose)
        last = QHBoxLayout()
        last.addWidget(self.result, 1)
        last.addStretch(0)
        last.addWidget(self.go)
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
        column.addSpacing(8)
        column.addLayout(last)
