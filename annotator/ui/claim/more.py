"""The quieter things: what type of claim it is, and how it is related to others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.assessment import ClaimType, Relation
from annotator.domain.tags import ROW
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.recordview import RelatedView
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.chip import Chip
from annotator.ui.kit.choices import Choices, in_hand
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.heading import Heading
from annotator.ui.kit.pill import Pill
from annotator.ui.kit.quietline import QuietLine
from annotator.ui.kit.tabbing import tab_before
from annotator.ui.kit.valuerow import ValueRow
from annotator.ui.linefield import LineField

_KEY = ACTION[ActionId.MORE].keys[0]
TYPES = tuple((kind, kind.value) for kind in ClaimType)
RELATIONS = (
    (Relation.SAME, "same as"),
    (Relation.CONTRADICTS, "contradicts"),
    (Relation.DEPENDS_ON, "depends on"),
)
_WORDS = dict(RELATIONS)


class _RelationRow(ValueRow):
    """Depends on … claim 4 ❝ on its source: a click on either goes there."""

    go_wanted = Signal(object)
    """The other claim's ``Span``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._related: RelatedView | None = None
        self.pill = Pill("", self, pressable=True)
        self.pill.clicked.connect(self._go)
        self.pressed.connect(self._go)
        self.add(self.pill)

    def show_related(self, related: RelatedView) -> None:
        self._related = related
        words, other = _WORDS[related.relation], related.other
        self.show_value(words[0].upper() + words[1:], other.name)
        row = ROW[other.standing]
        self.pill.set_words(row.label.lower(), row.glyph, f"go to {other.name}")

    def _go(self) -> None:
        if self._related is not None:
            self.go_wanted.emit(self._related.other.span)


class MorePart(Section):
    """One quiet line until it is used; then a row for each thing that is said."""

    type_wanted = Signal(object)
    """A ``ClaimType``, or None to take it back."""
    relate_wanted = Signal(object, str)
    """A ``Relation``, and the number of the other claim, as typed."""
    unrelate_wanted = Signal(object)
    """The ``ClaimId`` of a claim that it is no longer related to."""
    go_wanted = Signal(object)
    """The ``Span`` of another claim."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim = ""
        self._related: tuple[RelatedView, ...] = ()
        self._line = QuietLine(
            ("Type of claim, relations to others", "Type, relations"), (_KEY,), self
        )
        self.head = Heading("Type and relations", "", _KEY, self)
        for button in (self._line, self.head.button):
            button.clicked.connect(lambda: self.action_wanted.emit(ActionId.MORE))
        self.types = Choices(TYPES, self, closed=True)
        self.relations = Choices(RELATIONS, self, closed=True)
        self.field = LineField("Number of the other claim", "claim")
        self._gone = QWidget(self)
        self._gone_flow = Flow(self._gone, across=6, down=4)
        self._chips: list[Chip] = []
        self._type = ValueRow("Type", self)
        self._type.pressed.connect(lambda: self.action_wanted.emit(ActionId.MORE))
        self._rows: list[_RelationRow] = []
        self._editor = self._build()
        self._connect()
        self._editor.hide()
        self._show()

    def open(self) -> None:
        """Shows the choices; the types have the keys first."""
        self.relations.set_value(None)
        self.field.put("")
        self._editor.show()
        self._show()
        self.types.take_keys()
        self.look_wanted.emit(self._editor.geometry())

    def show_view(self, view: ClaimView) -> None:
        if view.claim.id != self._claim:
            self._claim = view.claim.id
            if in_hand(self._editor):
                self.leave_wanted.emit()
            self._editor.hide()
        self.types.set_value(view.assessment.type)
        self._type.show_value("Type", view.assessment.type.value if view.assessment.type else "")
        self._related = view.record.related
        self._show()

    def _show(self) -> None:
        typed = self.types.value is not None
        editing = self._editor.isVisibleTo(self)
        for place, related in enumerate(self._related):
            if place == len(self._rows):
                self._add_row()
            self._rows[place].show_related(related)
            self._chips[place].set_words(
                f"{_WORDS[related.relation]} {related.other.name}", "✕", is_open=False
            )
            self._chips[place].setAccessibleName(f"No longer {self._chips[place].text()}")
        for place, (row, chip) in enumerate(zip(self._rows, self._chips, strict=True)):
            row.setVisible(place < len(self._related) and not editing)
            chip.setVisible(place < len(self._related))
        self._gone.setVisible(bool(self._related))
        self._type.setVisible(typed and not editing)
        self.head.setVisible(editing)
        self._line.setVisible(not (editing or typed or self._related))
        self._column.setContentsMargins(0, 14 if editing else 0, 0, 0)

    def _add_row(self) -> None:
        row = _RelationRow(self)
        row.go_wanted.connect(self.go_wanted)
        last = self._rows[-1].pill if self._rows else self.field
        QWidget.setTabOrder(last, row.pill)
        self._rows.append(row)
        self._below.addWidget(row)
        chip = Chip(self._gone)
        tab_before(chip, self._rows[0].pill)
        place = len(self._chips)
        chip.clicked.connect(lambda: self._unrelate(place))
        self._chips.append(chip)
        self._gone_flow.addWidget(chip)

    def _unrelate(self, place: int) -> None:
        if place < len(self._related):
            self.unrelate_wanted.emit(self._related[place].other.id)

    def _choose_relation(self, relation: object) -> None:
        self.relations.set_value(relation if isinstance(relation, Relation) else None)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _relate(self) -> None:
        typed, relation = self.field.text().strip(), self.relations.value
        self._leave()
        if typed:
            self.relate_wanted.emit(relation or Relation.DEPENDS_ON, typed)

    def _leave(self) -> None:
        self.leave_wanted.emit()
        self._close()

    def _close(self) -> None:
        self._editor.hide()
        self._show()

    def _left(self) -> None:
        if not in_hand(self._editor):
            self._close()

    def _connect(self) -> None:
        self.types.chosen.connect(self.type_wanted)
        self.types.entered.connect(self.relations.take_keys)
        self.relations.chosen.connect(self._choose_relation)
        self.relations.entered.connect(self.field.setFocus)
        for choices in (self.types, self.relations):
            choices.escaped.connect(self._leave)
            choices.left.connect(self._left)
        self.field.entered.connect(self._relate)
        self.field.escaped.connect(self._leave)
        self.field.left.connect(self._left)

    def _build(self) -> QWidget:
        editor = QWidget(self)
        relating = QHBoxLayout()
        relating.setSpacing(6)
        relating.addWidget(self.relations, 1)
        relating.addWidget(self.field)
        self.field.setFixedWidth(70)
        inside = QVBoxLayout(editor)
        inside.setContentsMargins(4, 0, 4, 4)
        inside.setSpacing(6)
        inside.addWidget(self.types)
        inside.addLayout(relating)
        inside.addWidget(self._gone)
        self._below = QVBoxLayout()
        self._below.setSpacing(0)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self.head)
        column.addWidget(editor)
        column.addWidget(self._type)
        column.addLayout(self._below)
        return editor
