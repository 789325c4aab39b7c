"""What colleagues say of the claim in hand, as far as one may see it yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.tags import ROW
from annotator.ui.claim.view import ColleagueLine, ColleaguesView
from annotator.ui.kit.disc import Disc
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption, Elided, Muted
from annotator.ui.kit.standing import StandingName
from annotator.ui.theme import Theme

LOGGED = "The log will say that you looked before you judged."


class Colleagues(QWidget):
    """A line for each colleague; while they are hidden, how many there are, and Show."""

    reveal_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ColleaguesView()
        self._lines: list[QWidget] = []
        self._names: list[StandingName] = []
        self._hidden = Muted("", self)
        self._show_them = KeyButton("Show", "", self, link=True)
        self._show_them.setAccessibleName("Show colleagues' tags of this claim")
        self._show_them.setAccessibleDescription(LOGGED)
        self._show_them.setToolTip(LOGGED)
        self._show_them.clicked.connect(self.reveal_wanted)
        self._comments = KeyButton("", "", self, small=True, link=True)
        self._comments.setToolTip("Read and answer them in Review")
        self._comments.clicked.connect(self.review_wanted)
        self._box = QVBoxLayout(self)
        self._build()
        self.hide()

    @property
    def text(self) -> str:
        """What it says, as a screen reader has it."""
        said = [line.accessibleName() for line in self._lines]
        return " ".join(filter(None, [self._shown.hidden, "Show" * self._shown.can_look, *said]))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for name in self._names:
            name.set_theme(theme)

    def show_colleagues(self, view: ColleaguesView) -> None:
        if view == self._shown:
            return
        self._shown = view
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._names = []
        self._lines = [self._line(each) for each in view.lines]
        for line in self._lines:
            self._box.addWidget(line)
        self._hidden.setText(view.hidden)
        self._hidden.setVisible(bool(view.hidden))
        self._show_them.setVisible(view.can_look)
        words = f"{view.comments:,} comment" + ("" if view.comments == 1 else "s")
        self._comments.setText(words)
        self._comments.setAccessibleName(f"{words}: open in Review")
        self._comments.updateGeometry()
        self._comments.setVisible(bool(view.comments))
        self.setVisible(bool(view.lines or view.hidden or view.comments))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Caption("Colleagues", self), 1)
        head.addWidget(self._comments)
        quiet = QHBoxLayout()
        quiet.setSpacing(8)
        quiet.addWidget(self._hidden, 1)
        quiet.addWidget(self._show_them, 0, Qt.AlignmentFlag.AlignTop)
        self._box.setContentsMargins(4, 16, 4, 0)
        self._box.setSpacing(5)
        self._box.addLayout(head)
        self._box.addLayout(quiet)

    def _line(self, one: ColleagueLine) -> QWidget:
        """Disc, how the claim stands for that person, and the note's first words."""
        line = QWidget(self)
        standing = StandingName(ROW[one.standing], self._theme, line)
        self._names.append(standing)
        note = Elided(one.note, line)
        note.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Disc(one.initial, one.name, line))
        standing.setFixedWidth(standing.sizeHint().width())
        row.addWidget(standing)
        row.addWidget(note, 1)
        said = f"{one.name}: {ROW[one.standing].label.lower()}"
        line.setAccessibleName(f"{said}, {one.note}" if one.note else said)
        return line
