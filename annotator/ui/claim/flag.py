"""The flag: what a claim still waits for, in one line, with a day."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.desk.said import read_whole_day
from annotator.domain.article import ClaimId
from annotator.domain.assessment import Flag, FlagKind, read_flag
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.dayfield import DayField
from annotator.ui.claim.kept import Kept
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.days import day_words
from annotator.ui.fonts import ui_font
from annotator.ui.kit.card import Card
from annotator.ui.kit.choices import Choices, in_hand
from annotator.ui.kit.heading import Heading
from annotator.ui.kit.labels import Muted, breakable
from annotator.ui.kit.quietline import QuietLine
from annotator.ui.linefield import LineField

_KEY = ACTION[ActionId.FLAG].keys[0]
KINDS = (
    (FlagKind.ASK, "ask"),
    (FlagKind.RING, "ring"),
    (FlagKind.REPLY, "reply wanted"),
    (FlagKind.LAWYER, "lawyer"),
)
WORDS = dict(KINDS)


class _Shown(Card):
    """The flag as a card; a click goes on typing."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()


class FlagPart(Section):
    """One quiet line until there is a flag; then a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind_chosen = False
        """Whether a kind was chosen since it was opened: a flag may have no words."""
        self.flagged: tuple[ClaimId, ...] = ()
        """The claims that were chosen together when it was opened: all get what is typed."""
        self._line = QuietLine(
            ("Flag: ask, ring, reply wanted, lawyer", "Flag: ask, ring, reply, lawyer", "Flag"),
            (_KEY,),
            self,
        )
        self.head = Heading("Flag", "", _KEY, self)
        for button in (self._line, self.head.button):
            button.clicked.connect(lambda: self.action_wanted.emit(ActionId.FLAG))
        self.kinds = Choices(KINDS, self, letters=("A", "R", "R", "L"), closed=True)
        self.field = LineField("What is to be done", "whom, about what", self)
        self.day = DayField("By which day", read_whole_day, self)
        self._shown = _Shown(self)
        self._kind = QLabel("", self._shown)
        self._says = QLabel("", self._shown)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._by = Muted("", self._shown, small=True)
        self.kept = Kept(self._value, self._put, self)
        self.kept.came_back.connect(self._came_back)
        self._editor = self._build()
        self._connect()
        self._fold()

    def open(self, flagged: Sequence[ClaimId] = ()) -> None:
        """Shows the fields; the kinds have the keys first, a flag that is there its words."""
        self._kind_chosen &= self.kept.unsaved
        self.flagged = tuple(flagged)
        self._unfold()
        if self.kinds.value is None:
            self.kinds.take_keys()
        else:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.end(False)
        self.look_wanted.emit(self._editor.geometry())

    def show_view(self, view: ClaimView) -> None:
        flag = view.assessment.flag
        focused = in_hand(self._editor)
        if self.kept.show(view.claim, _text(flag)) and focused:
            self.leave_wanted.emit()
        if flag is not None:
            self._kind.setText(WORDS[flag.kind])
            self._says.setText(breakable(flag.text))
            self._by.setText(day_words(flag.day))
            self._by.setVisible(bool(flag.day))
        if not in_hand(self._editor):
            self._fold()

    def commit(self) -> None:
        self.kept.commit()

    def _value(self) -> str:
        """The flag as its register has it; empty: none. Words without a kind ask somebody."""
        text, day = self.field.text().strip(), self.day.day
        kind = self.kinds.value
        if not (text or day or self._kind_chosen) and self.kept.unsaved:
            return ""
        if not isinstance(kind, FlagKind):
            kind = FlagKind.ASK if text or day else None
        return "" if kind is None else _text(Flag(kind, text, day))

    def _put(self, value: str) -> None:
        flag = read_flag(json.loads(value)) if value else None
        self._kind_chosen = flag is not None and not (flag.text or flag.day)
        self.kinds.set_value(flag.kind if flag else None)
        self.field.put(flag.text if flag else "")
        self.day.put(flag.day if flag else "")

    def _choose(self, kind: object) -> None:
        """A kind was chosen: its words come next. The chosen one pressed again: none."""
        self.kinds.set_value(kind if isinstance(kind, FlagKind) else None)
        self._kind_chosen = kind is not None
        self.kept.change()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self._shown.pressed.connect(self.open)
        self.kinds.chosen.connect(self._choose)
        self.kinds.entered.connect(self.field.setFocus)
        self.field.textEdited.connect(lambda _text: self.kept.change())
        self.day.changed.connect(self.kept.change)
        for field in (self.field, self.day.field):
            field.entered.connect(self._leave)
            field.escaped.connect(self._leave)
            field.left.connect(self._on_left)
        self.kinds.escaped.connect(self._leave)
        self.kinds.left.connect(self._on_left)

    def _came_back(self) -> None:
        if not in_hand(self._editor):
            self._fold()

    def _on_left(self) -> None:
        if not in_hand(self._editor):
            self.commit()
            self._fold()

    def _leave(self) -> None:
        self.leave_wanted.emit()
        self.commit()
        self._fold()

    def _unfold(self) -> None:
        self._line.hide()
        self._shown.hide()
        self.head.show()
        self._editor.show()

    def _fold(self) -> None:
        there = bool(self.kept.saved) and not self.kept.unsaved
        typed = self.kept.unsaved and bool(self._value())
        self._editor.setVisible(typed)
        self._shown.setVisible(there)
        self.head.setVisible(there or typed)
        self._line.setVisible(not (there or typed))
        self._column.setContentsMargins(0, 14 if there or typed else 0, 0, 0)

    def _build(self) -> QWidget:
        shown = QHBoxLayout(self._shown)
        shown.setContentsMargins(11, 7, 11, 8)
        shown.setSpacing(8)
        self._kind.setFont(ui_font(bold=True))
        top = Qt.AlignmentFlag.AlignTop
        shown.addWidget(self._kind, 0, top)
        shown.addWidget(self._says, 1, top)
        self._by.setWordWrap(False)
        shown.addWidget(self._by, 0, top)
        editor = QWidget(self)
        fields = QHBoxLayout()
        fields.setSpacing(6)
        fields.addWidget(self.field, 1)
        fields.addWidget(self.day.field)
        inside = QVBoxLayout(editor)
        inside.setContentsMargins(4, 0, 4, 4)
        inside.setSpacing(6)
        inside.addWidget(self.kinds)
        inside.addLayout(fields)
        inside.addWidget(self.day)
        sheet = QVBoxLayout()
        sheet.setContentsMargins(4, 0, 4, 0)
        sheet.addWidget(self._shown)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self.head)
        column.addWidget(editor)
        column.addLayout(sheet)
        return editor


def _text(flag: Flag | None) -> str:
    return json.dumps(flag.json(), ensure_ascii=False, sort_keys=True) if flag else ""
