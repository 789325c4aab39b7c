"""Which sections the report has, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.domain.edition import Section
from annotator.ui.exchange.ticks import TICK_ROOM, paint_focus, paint_tick
from annotator.ui.fonts import ui_font
from annotator.ui.kit.labels import Muted
from annotator.ui.report.part import Part
from annotator.ui.report.words import SECTION
from annotator.ui.theme import Theme

HIGH = 28
_GRIP = 14
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


def all_in_order(chosen: Sequence[Section]) -> tuple[Section, ...]:
    """Every section: the chosen ones in their order, each other one behind what it usually follows."""
    order = list(chosen)
    usual = list(Section)
    for at, section in enumerate(usual):
        if section not in order:
            before = [order.index(one) for one in usual[:at] if one in order]
            order.insert(order.index(usual[at - 1]) + 1 if before else 0, section)
    return tuple(order)


class SectionsPart(Part):
    """A report has at least one section: the last tick stays."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Sections", parent)
        self.list = SectionList(theme, self)
        self.list.changed.connect(self._choose)
        hint = Muted("Drag them, or Alt+↑ and Alt+↓, into another order.", self, small=True)
        self.column.addWidget(self.list)
        self.column.addWidget(hint)

    def follow(self) -> None:
        self.list.show_sections(self.edition.sections)

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    def _choose(self) -> None:
        if self.list.chosen:
            self.wanted.emit(replace(self.edition, sections=self.list.chosen))
        else:
            self.list.show_sections(self.edition.sections)


class SectionList(QListWidget):
    """Space or a click ticks; a drag, or Alt with an arrow, moves."""

    changed = Signal()
    """Others are ticked, or they have another order."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sections of the report, in their order")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HIGH * len(Section) + 2)
        self._delegate = _Line(theme, self)
        self.setItemDelegate(self._delegate)
        self.itemClicked.connect(self._turn)

    @property
    def order(self) -> tuple[Section, ...]:
        """Every section as it stands here."""
        return tuple(Section(self.item(at).data(_ROLE)) for at in range(self.count()))

    @property
    def chosen(self) -> tuple[Section, ...]:
        """Those that are ticked, in their order."""
        items = [self.item(at) for at in range(self.count())]
        return tuple(Section(one.data(_ROLE)) for one in items if _ticked(one))

    def show_sections(self, chosen: Sequence[Section]) -> None:
        """These are in the report; what is not stays where it stands."""
        kept = tuple(one for one in self.order if one in chosen)
        if kept != tuple(chosen) or not self.count():
            self.clear()
            for section in all_in_order(chosen):
                item = QListWidgetItem(SECTION[section], self)
                item.setData(_ROLE, section.value)
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled
                    | Qt.ItemFlag.ItemIsSelectable
                    | Qt.ItemFlag.ItemIsDragEnabled
                    | Qt.ItemFlag.ItemIsUserCheckable
                )
            self.setCurrentRow(0)
        states = Qt.CheckState
        for at in range(self.count()):
            on = Section(self.item(at).data(_ROLE)) in chosen
            self.item(at).setCheckState(states.Checked if on else states.Unchecked)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if held == Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self._move(_STEPS[key])
        elif key == Qt.Key.Key_Space and self.currentItem() is not None:
            self._turn(self.currentItem())
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.changed.emit()

    def _move(self, by: int) -> None:
        at = self.currentRow()
        if 0 <= at + by < self.count():
            item = self.takeItem(at)
            self.insertItem(at + by, item)
            self.setCurrentItem(item)
            self.changed.emit()

    def _turn(self, item: QListWidgetItem) -> None:
        states = Qt.CheckState
        item.setCheckState(states.Unchecked if _ticked(item) else states.Checked)
        self.changed.emit()


class _Line(QStyledItemDelegate):
    """A box to tick, the section's name, and a grip to drag it by."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), HIGH)

    def editorEvent(self, *_args: object) -> bool:
        """The list ticks, by click and by key; one of the two is enough."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box: QRect = option.rect
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        paint_tick(painter, box, on, self.theme)
        painter.setFont(ui_font())
        painter.setPen(self.theme.colour("text" if on else "muted"))
        words = box.adjusted(TICK_ROOM, 0, -_GRIP - 8, 0)
        name = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        states = QStyle.StateFlag
        if states.State_MouseOver in option.state or states.State_HasFocus in option.state:
            self._paint_grip(painter, box)
        if states.State_HasFocus in option.state:
            paint_focus(painter, box, self.theme)
        painter.restore()

    def _paint_grip(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QPen(self.theme.colour("dot"), 1.5))
        left, middle = box.right() - _GRIP - 4, box.center().y()
        for down in (-4, 0, 4):
            painter.drawLine(left, middle + down, left + _GRIP - 2, middle + down)


def _ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
