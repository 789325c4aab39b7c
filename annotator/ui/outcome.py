"""What comes of an export, in place: how far it is, what it wrote, and what has to be said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.wording import amount
from annotator.ui.exchange.progress import Progress
from annotator.ui.kit.emptied import emptied
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.tall import Tall
from annotator.ui.kit.tip import plain_tip
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.desk.exporting import Exported

_OPTION = re.compile(r" \(--[a-z-]+\)")
_NOTICES_HIGH = 84
"""More of them scroll."""


class Outcome(QWidget):
    """Hidden while there is nothing to say."""

    cancel_wanted = Signal()
    open_wanted = Signal(object)
    """The ``Path`` of what was written should be shown by the program it is for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self.notices: tuple[str, ...] = ()
        self.progress = Progress(theme, self)
        self.progress.cancelled.connect(self.cancel_wanted)
        self._words = Muted("", self)
        self._words.setObjectName("exportResult")
        self.open = QPushButton("Open", self)
        self.open.clicked.connect(lambda: self.open_wanted.emit(self._path))
        line = self._line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.open)
        inside = Tall()
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._list = QScrollArea(self)
        self._list.setAccessibleName("What has to be said of it")
        clear_scroll(self._list, inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.progress)
        column.addWidget(line)
        column.addWidget(self._list)
        self.say("")

    @property
    def text(self) -> str:
        """What it says of the last export, or what is being done."""
        return self._words.text() if self.progress.isHidden() else self.progress.text

    def say(self, text: str) -> None:
        """One sentence; an empty one takes it away."""
        self._show(text)

    def show_progress(self, text: str, share: float | None) -> None:
        """Something is being written; ``share`` (0 to 1) is how much of it, if known."""
        self._show("")
        self.progress.show_progress(f"{text}…", share)
        self.progress.show()
        self.show()

    def show_written(self, wrote: Sequence[Exported], folder: Path | None = None) -> None:
        """These files are written; ``folder``: so many that it is their folder one looks at."""
        said = dict.fromkeys(plain_notice(text) for one in wrote for text in one.notices)
        self._show(wrote_words(wrote, folder), tuple(said))
        self._path = folder or wrote[0].path
        self.open.setText("Open" if folder is None else "Open the folder")
        self.open.setToolTip(plain_tip(str(self._path)))
        self.open.setAccessibleName(f"Open {self._path.name}")
        self.open.show()

    def set_theme(self, theme: Theme) -> None:
        self.progress.set_theme(theme)

    def _show(self, text: str, notices: Sequence[str] = ()) -> None:
        self.notices = tuple(notices)
        self.progress.hide()
        self.open.hide()
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self._line.setVisible(bool(text))
        emptied(self._box)
        for notice in notices:
            self._box.addWidget(Muted(notice, self, small=True))
        self._list.setVisible(bool(notices))
        if notices:
            wide = max(160, self.width() - 12)
            high = self._box.totalHeightForWidth(wide)
            self._list.setFixedHeight(min(_NOTICES_HIGH, max(16, high)))
        self.setVisible(bool(text))


def plain_notice(notice: str) -> str:
    """What is said of an export, without the options of the command line: here there are fields."""
    return _OPTION.sub("", notice)


def wrote_words(wrote: Sequence[Exported], folder: Path | None) -> str:
    """Such as "Wrote report.pdf: 49 of 49 claims, 3 notes."."""
    if folder is None:
        return f"Wrote {wrote[0].path.name}: {wrote[0].sentence}."
    claims = sum(one.claims for one in wrote)
    found = sum(one.tally.claims if one.tally is not None else one.claims for one in wrote)
    files = amount(len(wrote), "file")
    return f"Wrote {files} into {folder.name}: {found:,} of {amount(claims, 'claim')}."
