"""Choices that were kept under a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.ui.choice import ChoiceBox
from annotator.ui.kit.reminder import Reminder
from annotator.ui.report.part import Part

_NONE = "None"


class PresetPart(Part):
    """Chooses one, keeps what is chosen as one, forgets one."""

    chosen = Signal(str)
    """The name of a preset."""
    save_wanted = Signal(str)
    """What is chosen now should be kept under this name."""
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, above=0)
        self.box = ChoiceBox(self)
        self.box.setAccessibleName("Preset")
        self.box.activated.connect(self._choose)
        self.save = QPushButton("Save as…", self)
        self.save.clicked.connect(self._ask)
        self.remove = QPushButton("Remove", self)
        self.remove.setProperty("role", "link")
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.box.currentData()))
        self.name = NameField(self)
        self.name.setAccessibleName("Name of the preset")
        self.name.setPlaceholderText("what to call it")
        self.name.returnPressed.connect(self._save)
        self.name.escaped.connect(self._leave)
        self.keep = QPushButton("Save", self)
        self.keep.clicked.connect(self._save)
        self.refusal = Reminder("", self)
        self._naming = self._line(self.name, self.keep)
        self.field("Preset", self._line(self.box, self.save, self.remove))
        self.setFocusProxy(self.box)
        self.column.addWidget(self._naming)
        self.column.addWidget(self.refusal)
        self._naming.hide()
        self.show_presets((), "")

    def show_presets(self, names: Sequence[str], chosen: str) -> None:
        """Those there are, and which of them is chosen; empty: none is."""
        self.box.clear()
        self.box.addItem(_NONE, "")
        for name in names:
            self.box.addItem(name, name)
        self.show_chosen(chosen)

    def show_chosen(self, name: str) -> None:
        self.box.setCurrentIndex(max(0, self.box.findData(name)))
        self.remove.setVisible(bool(self.box.currentData()))

    def saved(self) -> None:
        """It is kept: nothing more is asked."""
        self._leave()

    def refuse(self, sentence: str) -> None:
        """It was not kept: why."""
        self.refusal.set_text(sentence)

    def _choose(self, _at: int) -> None:
        name = self.box.currentData()
        self.remove.setVisible(bool(name))
        self.refusal.set_text("")
        self.chosen.emit(name)

    def _ask(self) -> None:
        self.name.setText(self.box.currentData() or "")
        self._naming.show()
        self.save.hide()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _save(self) -> None:
        self.refusal.set_text("")
        self.save_wanted.emit(self.name.text().strip())

    def _leave(self) -> None:
        self.refusal.set_text("")
        self._naming.hide()
        self.save.show()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, first: QWidget, *others: QWidget) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(first, 1)
        for other in others:
            row.addWidget(other)
        return line


class NameField(QLineEdit):
    """Esc leaves it, and nothing is kept."""

    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # or it would press whatever has the keys afterwards
