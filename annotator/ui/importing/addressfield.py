"""Where a web address is typed; nothing is contacted before somebody presses Fetch."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.incoming import addresses_in
from annotator.ui.kit.labels import Muted
from annotator.ui.linefield import LineField

_WHAT = (
    "Nothing is contacted before you press Fetch. Then this one page is read: no scripts, no "
    "pictures, no cookies. What came is kept as the original."
)
_WRONG = "Type an address that begins with http:// or https://."
_BARE = "https://"


class AddressField(QWidget):
    """Enter fetches; Esc leaves it."""

    fetch_wanted = Signal(object)
    """Web addresses, as they were typed or pasted."""
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineField("Web address", "https://…", self)
        self.fetch = QPushButton("Fetch", self)
        self.fetch.setProperty("role", "primary")
        self.says = Muted(_WHAT, self)
        words = QLabel("Web address", self)
        words.setBuddy(self.field)
        self.fetch.clicked.connect(self._go)
        self.field.entered.connect(self._go)
        self.field.escaped.connect(self.escaped)
        self.field.textEdited.connect(lambda _text: self.says.setText(_WHAT))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words)
        row.addWidget(self.field, 1)
        row.addWidget(self.fetch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.says)
        self.setFocusProxy(self.field)

    def _go(self) -> None:
        """An address without its beginning is meant for https; what is none stays to be mended."""
        typed = self.field.text().strip()
        bare = typed and "://" not in typed and "." in typed and not typed.split()[1:]
        found = addresses_in(f"{_BARE}{typed}" if bare else typed)
        if not found:
            self.says.setText(_WRONG)
            self.field.setFocus()
            return
        self.field.put("")
        self.fetch_wanted.emit(found)
