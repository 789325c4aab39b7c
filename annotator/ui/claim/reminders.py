"""Reminders: what is still missing of a claim. They stand beside the tag and never block."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.claim.recordview import ReminderView
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.fonts import ui_font
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Muted, breakable
from annotator.ui.kit.tabbing import tab_before

SHOWN = 2
"""So many stand there at once; the others are folded."""
_RADIUS = 6
_SIGN = 12


class ReminderBox(QWidget):
    """One sentence in a dashed box without colour; "why?" shows the rule in place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = QLabel(self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._says.setFont(ui_font(12))
        self._rule = Muted("", self)
        self._rule.setFont(ui_font(12))
        self.why = KeyButton("why?", "", self, small=True, dotted=True)
        self.why.clicked.connect(self._toggle)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._says, 1)
        row.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 2, 6, 2)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._rule)
        self._says.setContentsMargins(0, 5, 0, 5)
        self._rule.setContentsMargins(0, 0, 6, 6)

    @property
    def words(self) -> str:
        return self._says.text()

    def show_reminder(self, reminder: ReminderView) -> None:
        if (reminder.says, reminder.why) == (self._says.text(), self._rule.text()):
            return
        self._says.setText(breakable(reminder.says))
        self._rule.setText(reminder.why)
        self._unfold(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        pen = QPen(muted, 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS
        )
        painter.setPen(QPen(muted, 1))
        sign = QRectF(10.5, 9.5, _SIGN, _SIGN)
        painter.drawEllipse(sign)
        painter.setFont(ui_font(9, bold=True))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "i")

    def _toggle(self) -> None:
        self._unfold(not self._rule.isVisibleTo(self))

    def _unfold(self, unfold: bool) -> None:
        self._rule.setVisible(unfold)
        self.why.setText("less" if unfold else "why?")
        self.why.setAccessibleName(f"{'Less' if unfold else 'Why'}: {self._says.text()}")
        self.why.updateGeometry()


class RemindersPart(Section):
    """A box for each; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim = ""
        self._reminders: tuple[ReminderView, ...] = ()
        self._all = False
        self._boxes: list[ReminderBox] = []
        self._more = KeyButton("", "", self, small=True, dotted=True)
        self._more.clicked.connect(self._unfold)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        column = QVBoxLayout(self)
        # Its words end where those of the boxes do.
        more = QHBoxLayout()
        more.setContentsMargins(0, 0, 6, 0)
        more.addStretch(1)
        more.addWidget(self._more)
        column.setContentsMargins(4, 10, 4, 0)
        column.setSpacing(0)
        column.addLayout(self._column)
        column.addLayout(more)
        self.hide()

    @property
    def words(self) -> list[str]:
        """What is said, folded or not."""
        return [one.says for one in self._reminders]

    def show_view(self, view: ClaimView) -> None:
        if view.claim.id != self._claim:
            self._claim, self._all = view.claim.id, False
        self._reminders = view.record.reminders
        self._show()

    def _unfold(self) -> None:
        self._all = True
        self._show()

    def _show(self) -> None:
        shown = self._reminders if self._all else self._reminders[:SHOWN]
        while len(self._boxes) < len(shown):
            box = ReminderBox(self)
            self._column.addWidget(box)
            self._boxes.append(box)
            tab_before(box.why, self._more)
        for place, box in enumerate(self._boxes):
            if place < len(shown):
                box.show_reminder(shown[place])
            box.setVisible(place < len(shown))
        hidden = len(self._reminders) - len(shown)
        self._more.setText(f"and {hidden} more")
        self._more.setAccessibleName(f"Show {hidden} more reminders")
        self._more.setVisible(bool(hidden))
        self._more.updateGeometry()
        self.setVisible(bool(self._reminders))
