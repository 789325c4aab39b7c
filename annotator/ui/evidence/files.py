"""The files that are kept with an item: what each is, and what one can do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.desk.evidence_files import display_name
from annotator.domain.evidence import KeptFile
from annotator.ui.evidence.asked import (
    Asked,
    Attach,
    Detach,
    OpenFile,
    SaveFile,
    SetFileAudience,
)
from annotator.ui.evidence.audience import AudienceWord
from annotator.ui.evidence.rows import LabelledRow, at_left, set_in
from annotator.ui.evidence.view import kept_words, size_words
from annotator.ui.kit.emptied import emptied
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted

_GONE = "its bytes are not in this library"


class FilesPart(LabelledRow):
    """Nothing is opened by itself: only when somebody asks."""

    asked = Signal(object)

    def __init__(self, item: str, parent: QWidget | None = None) -> None:
        super().__init__("Files", parent)
        self._item = item
        self._shown: tuple[tuple[KeptFile, ...], frozenset[str], bool] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(5)
        self._attach = _button("attach a file…", "Attach a file")
        self._attach.clicked.connect(lambda: self.asked.emit(Attach(item)))
        self.inside.addLayout(self._lines)
        self.inside.addLayout(at_left(self._attach))

    @property
    def stops(self) -> list[QWidget]:
        """What Tab visits here, in order."""
        return [*self.findChildren(_FileLine.Stop), self._attach]

    def show_files(self, files: Sequence[KeptFile], missing: frozenset[str], *, own: bool) -> None:
        """``own``: one may attach and detach; ``missing``: the bytes of these are not here."""
        shown = (tuple(files), missing, own)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self._lines)
        for file in files:
            line = _FileLine(self._item, file, self, own=own, here=file.sha256 not in missing)
            line.asked.connect(self.asked)
            self._lines.addWidget(line)
        self._attach.setVisible(own)


class _FileLine(QWidget):
    """Name and size, how and when it was kept, and the things one can do."""

    Stop = KeyButton
    asked = Signal(object)

    def __init__(
        self, item: str, file: KeptFile, parent: QWidget, *, own: bool, here: bool
    ) -> None:
        super().__init__(parent)
        called = display_name(file.name)
        name = Elided(f"{called} · {size_words(file.size)}", self)
        says = Muted(kept_words(file.kept, file.how) if here else _GONE, self, small=True)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.setContentsMargins(0, 0, 0, 0)
        things: list[tuple[str, Asked]] = []
        if here:
            things += [
                ("open", OpenFile(item, file.sha256)),
                ("save…", SaveFile(item, file.sha256)),
            ]
        if own:
            things.append(("detach", Detach(item, file.sha256)))
        for word, asks in things:
            button = _button(word, f"{word.rstrip('…').capitalize()} {called}")
            button.clicked.connect(lambda _=False, asks=asks: self.asked.emit(asks))
            row.addWidget(button)
        if own and here:
            readers = AudienceWord(f"File {called}", self)
            readers.show_audience(file.audience)
            readers.wanted.connect(
                lambda audience: self.asked.emit(SetFileAudience(item, file.sha256, audience))
            )
            row.addWidget(readers)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(set_in(name))
        column.addLayout(set_in(says))
        column.addLayout(row)


def _button(word: str, name: str) -> KeyButton:
    button = KeyButton(word, "", small=True, link=True)
    button.setAccessibleName(name)
    # It stands under words: no room beside them for the ring.
    button.setFixedHeight(20)
    return button
