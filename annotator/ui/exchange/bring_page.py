"""Bringing a colleague's tags in: what would come, what it asks, and then what came."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from annotator.desk.sorting import SUFFIX
from annotator.ui.exchange.boxes import QuestionBox, TextBox
from annotator.ui.exchange.bring_lines import ArticleRow, FileRow, LeftOutRow
from annotator.ui.exchange.droparea import DropArea
from annotator.ui.exchange.paper import Paper
from annotator.ui.exchange.progress import Progress
from annotator.ui.exchange.view import Arrived, BringView, OtherText, Question
from annotator.ui.kit.emptied import emptied
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.tip import plain_tip
from annotator.ui.theme import Theme

_HEADING = "Bring in a colleague’s tags"
_BACK = "Take it back"
_LONGEST = 20
"""Characters of a file's name on a button."""
_SUMMARY = (
    "First you see what would come in, and nothing is changed. Then it comes in as a whole, and "
    "can be taken back as long as nothing else was changed."
)


class Stage(Enum):
    """How far the page has come."""

    ASKING = auto()
    WORKING = auto()
    PREVIEW = auto()
    ARRIVED = auto()


class BringPage(Paper):
    """Shows a ``BringView``; Enter brings in, Esc leaves everything as it is."""

    files_wanted = Signal(object)
    """A sequence of ``Path``: to be looked at."""
    bring_wanted = Signal()
    """What is shown should come in, with what was answered and confirmed."""
    cancel_wanted = Signal()
    """What is being worked on should stop."""
    answered = Signal(str, bool)
    """A person's id, and whether that is the acting person on another machine."""
    confirmed = Signal(str, object)
    """An ``OtherText``'s key, and the places of its confirmed claims."""
    take_back_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _HEADING, parent)
        self.stage = Stage.ASKING
        self.boxes: list[QuestionBox | TextBox] = []
        self.drop = DropArea(self)
        self.drop.clicked.connect(self.choose)
        self.progress = Progress(theme, self)
        self.progress.cancelled.connect(self.cancel_wanted)
        self._parts: dict[str, tuple[QWidget, QVBoxLayout]] = {}
        self.column.addSpacing(14)
        self.column.addWidget(self.drop)
        self.column.addWidget(self.progress)
        for name in (
            "Files",
            "Questions",
            "Articles",
            "Other texts",
            "Clocks",
            "What does not fit",
        ):
            holder = QWidget(self)
            box = QVBoxLayout(holder)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(8 if name in ("Questions", "Other texts") else 0)
            self._parts[name] = self.section(name, holder, above=20), box
        self._buttons()
        self.column.addStretch(1)
        self.setAcceptDrops(True)
        self.begin()

    def begin(self, last: str = "") -> None:
        """Asks for files; ``last`` names what came in last, where it can be taken back."""
        self._turn(Stage.ASKING)
        self.heading.setText(_HEADING)
        self.summary.setText(_SUMMARY)
        self._clear()
        self.take_back.setVisible(bool(last))
        name = last if len(last) <= _LONGEST else f"{last[: _LONGEST - 1]}…"
        self.take_back.setText(f"Take back {name}".replace("&", "&&"))
        self.take_back.setToolTip(
            plain_tip(f"Takes back what came in last: {last}" if last else "")
        )

    def show_working(self, text: str, share: float | None = None) -> None:
        """Something is being read or brought in; ``share`` (0 to 1) is how much of it, if known."""
        self._turn(Stage.WORKING)
        self.progress.show_progress(text, share)

    def show_share(self, share: float) -> None:
        """So much of it is done now."""
        if self.stage is Stage.WORKING:
            self.progress.line.show_share(share)

    def show_view(self, view: BringView) -> None:
        """What would come in."""
        self._turn(Stage.PREVIEW)
        self.heading.setText(view.head)
        self.summary.setText(view.says)
        self._clear()
        self._fill("Files", [FileRow(line, self.theme, self) for line in view.files])
        self._fill("Questions", [self._question(one) for one in view.questions])
        self._fill("Articles", [ArticleRow(line, self) for line in view.articles])
        self._fill("Other texts", [self._text(one) for one in view.texts])
        self._fill("Clocks", [Muted(words, self) for words in view.clocks])
        self._fill("What does not fit", [LeftOutRow(line, self) for line in view.left_out])
        self.bring.setVisible(not view.nothing)
        self.bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_arrived(self, arrived: Arrived) -> None:
        """It is in: what one can do with it now."""
        self._turn(Stage.ARRIVED)
        self.heading.setText(arrived.head)
        self.summary.setText(arrived.says)
        self._clear()
        self.take_back.setText(_BACK)
        self.take_back.setVisible(arrived.can_take_back)
        self.review.setVisible(arrived.review)
        (self.review if arrived.review else self.close_button).setFocus()

    def show_taken_back(self, text: str) -> None:
        """It is gone again."""
        self._turn(Stage.ARRIVED)
        self.heading.setText("Taken back")
        self.summary.setText(text)
        self.take_back.hide()
        self.review.hide()
        self.close_button.setFocus()

    def choose(self) -> None:
        """Lets the reader choose files, without blocking the window."""
        dialog = QFileDialog(self, "Bring in")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setNameFilters([_filter(), "Every file (*)"])
        dialog.filesSelected.connect(lambda names: self.files_wanted.emit([Path(n) for n in names]))
        dialog.finished.connect(self.window().activateWindow)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def enter(self) -> None:
        """What Enter means here and now."""
        if self.stage is Stage.ASKING:
            self.choose()
        elif self.stage is Stage.PREVIEW and not self.bring.isHidden():
            self.bring_wanted.emit()
        elif self.stage is Stage.ARRIVED and not self.review.isHidden():
            self.review_wanted.emit()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.progress.set_theme(theme)
        for box in self.boxes:
            box.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.stage is Stage.WORKING:
            self.cancel_wanted.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files that are dropped on this page are meant for it, whatever they are called."""
        if self.stage is not Stage.WORKING and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_wanted.emit(_files(event))

    def _turn(self, stage: Stage) -> None:
        self.stage = stage
        self.drop.setVisible(stage is Stage.ASKING)
        self.progress.setVisible(stage is Stage.WORKING)
        for button in (self.bring, self.take_back, self.review):
            button.hide()
        self.close_button.setVisible(stage is not Stage.WORKING)
        self.close_button.setText("Leave it" if stage is Stage.PREVIEW else "Close")

    def _clear(self) -> None:
        self.boxes = []
        for part, box in self._parts.values():
            emptied(box)
            part.hide()

    def _fill(self, name: str, widgets: Sequence[QWidget]) -> None:
        part, box = self._parts[name]
        for widget in widgets:
            box.addWidget(widget)
        part.setVisible(bool(widgets))

    def _question(self, question: Question) -> QuestionBox:
        box = QuestionBox(question, self.theme, self)
        box.answered.connect(self.answered)
        self.boxes.append(box)
        return box

    def _text(self, text: OtherText) -> TextBox:
        box = TextBox(text, self.theme, self)
        box.confirmed.connect(self.confirmed)
        self.boxes.append(box)
        return box

    def _buttons(self) -> None:
        self.bring = QPushButton("Bring in  ↵", self)
        self.bring.setProperty("role", "primary")
        self.bring.clicked.connect(self.bring_wanted)
        self.review = QPushButton("Review  ↵", self)
        self.review.setProperty("role", "primary")
        self.review.clicked.connect(self.review_wanted)
        self.take_back = QPushButton(_BACK, self)
        self.take_back.clicked.connect(self.take_back_wanted)
        self.close_button = QPushButton("Close", self)
        self.close_button.clicked.connect(self.left)
        for button in (self.bring, self.review, self.take_back, self.close_button):
            self.foot.addWidget(button)
        self.foot.addStretch(1)


def _filter() -> str:
    """What can be brought in, as the names of such files end."""
    from annotator.desk.reading_back import suffixes  # asked for when somebody chooses

    ends = " ".join(f"*{suffix}" for suffix in (SUFFIX, ".db", *suffixes()))
    return f"Annotator files, libraries, and what other programs wrote ({ends})"


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
