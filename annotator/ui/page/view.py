"""The article page: reading, choosing claims, a caret, a selection of text.

It says what the reader did by signals and is told what to show by methods; it changes
no article and knows no desk. Positions are code points of the article, claims are
indices of the snapshot that is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.domain.article import PassageKind, Span
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.page import choice, speech, words
from annotator.ui.page.choice import Choice
from annotator.ui.page.drag import Drag
from annotator.ui.page.regions import claim_region
from annotator.ui.page.scroller import PageScroller
from annotator.ui.theme import Theme

_MOVES = {
    Qt.Key.Key_PageDown: 1.0,
    Qt.Key.Key_PageUp: -1.0,
    Qt.Key.Key_Home: float("-inf"),
    Qt.Key.Key_End: float("inf"),
}


class PageView(PageScroller):
    """Shows one article line by line, with how each claim stands."""

    current_changed = Signal(int)
    """The reader put this claim in hand, by the mouse."""
    claim_opened = Signal(int)
    """A double click or Enter on this claim."""
    furniture_clicked = Signal(int)
    """"make it text" was clicked in the furniture passage that holds this code point."""
    text_selected = Signal()
    """The selection or the caret changed."""
    menu_wanted = Signal(int, QPoint)
    """A context menu on this claim (-1: on none), at this place of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._choice = Choice()
        self._drag = Drag(self, self._drag_to)
        self.setAccessibleName("Article")

    @property
    def current(self) -> int | None:
        """The claim in hand."""
        return self._choice.current

    @property
    def selected(self) -> tuple[int, ...]:
        """The claims chosen together; the one in hand is among them."""
        return self._choice.selected

    @property
    def caret(self) -> int | None:
        """Where the caret stands in the article, or None."""
        return self._choice.caret

    @property
    def selection(self) -> Span | None:
        """The selected text, or None."""
        return self._choice.selection

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Shows an article, or another layout of the one shown: then the place is kept."""
        old = self._sheet.snapshot if self._sheet is not None else None
        same = old is not None and snapshot is not None and old.article.id == snapshot.article.id
        kept = self._kept_place() if same else None
        fresh = choice.fitting(self._choice, old, snapshot)
        self._look = replace(self._look, found=(), found_current=None)
        self._show_sheet(snapshot, kept)
        self._choose(fresh)

    def restand(self, snapshot: Snapshot, indices: Iterable[int]) -> None:
        """Only how these claims stand has changed: paints them anew and nothing else."""
        if self._sheet is None:
            return
        self._sheet.snapshot = snapshot
        touched = set(indices)
        for index in touched:
            self._repaint(index)
        if self.current in touched:
            self._say_current()

    def set_current(self, index: int | None, *, reveal: bool = True) -> None:
        """Puts a claim in hand, and scrolls so that it is read with ease."""
        if index is not None and not self._has(index):
            index = None
        self._choose(choice.take(self._choice, index))
        if reveal and index is not None and self._sheet is not None:
            self._reveal(self._sheet.snapshot.span(index))

    def select_claims(self, indices: Iterable[int]) -> None:
        """Chooses these claims together; furniture is left out."""
        if self._sheet is not None:
            self._choose(choice.choose(self._choice, self._sheet.snapshot, indices))

    def extend_claims(self, index: int) -> None:
        """Chooses all claims from where the choice began to this one, which comes in hand."""
        if self._sheet is not None and self._has(index):
            self._choose(choice.extend(self._choice, self._sheet.snapshot, index))
            self._reveal(self._sheet.snapshot.span(index))

    def extend_selection(self, by: int) -> None:
        """Moves the end of the chosen range to the next (1) or previous (-1) claim."""
        if self._sheet is None or self.current is None:
            return
        index = self._sheet.snapshot.step(self.current, by)
        if index is not None:
            self.extend_claims(index)

    def move_caret(self, by: int, *, extend: bool) -> None:
        """Moves the caret by words inside the claim in hand, from its start at first.

        ``by`` counts presses of the arrow that points right; in a right-to-left passage
        these lead back to its beginning. With ``extend`` the text between is selected.
        """
        if self._sheet is None or self.current is None:
            return
        inside = self._sheet.snapshot.span(self.current)
        at = self._choice.caret
        before = self._choice
        if at is None:
            at = inside.start
            before = replace(before, caret=at)
        to = words.step(self._sheet, inside, at, by)
        self._choose_text(choice.put_caret(before, to, extend=extend))
        self._reveal((to, to + 1))

    def clear_selection(self) -> None:
        """Takes the caret and the selected text away."""
        self._choose_text(choice.without_text(self._choice))

    def set_found(self, spans: Sequence[Span], current: int | None) -> None:
        """Highlights what was found (sorted, apart), one of them more; shows that one."""
        self._look = replace(self._look, found=spans, found_current=current)
        if current is not None and 0 <= current < len(spans):
            self._reveal(spans[current])
        self.viewport().update()

    def set_filter(self, standing: Standing | None) -> None:
        """Mutes the claims that stand otherwise; None mutes none."""
        self._look = replace(self._look, only=standing)
        self.viewport().update()

    def accessible_sentence(self, index: int) -> str:
        """What a screen reader says of a claim: "claim 5 of 48, disputed: According to…"."""
        return "" if self._sheet is None else speech.sentence(self._sheet.snapshot, index)

    def _has(self, index: int) -> bool:
        return self._sheet is not None and 0 <= index < len(self._sheet.snapshot)

    def _choose(self, fresh: Choice) -> None:
        """Takes over what is in hand; paints only the claims for which that differs."""
        old = self._choice
        if fresh == old:
            return
        self._choose_text(fresh)
        changed = set(old.selected) ^ set(fresh.selected)
        if old.current != fresh.current:
            changed |= {i for i in (old.current, fresh.current) if i is not None}
            self._say_current()
        for index in changed:
            self._repaint(index)

    def _choose_text(self, fresh: Choice) -> None:
        old, self._choice = self._choice, fresh
        self._look = replace(
            self._look,
            current=fresh.current,
            selected=fresh.selected,
            caret=fresh.caret,
            selection=fresh.selection,
        )
        if (old.caret, old.fixed) != (fresh.caret, fresh.fixed):
            self.viewport().update()
            self.text_selected.emit()

    def _repaint(self, index: int) -> None:
        if self._sheet is not None and self._has(index):
            region = claim_region(self._sheet, self._anchor, self.viewport().height(), index)
            if not region.isEmpty():
                self.viewport().update(region)

    def _say_current(self) -> None:
        snapshot = self._sheet.snapshot if self._sheet is not None else None
        self.setAccessibleName(speech.page_name(snapshot, self.current))

    def _on_page(self, at: QPointF) -> tuple[float, float]:
        """A point of the viewport as the sheet counts: from the column and the page's top."""
        left = self._sheet.column.left if self._sheet is not None else 0.0
        return at.x() - left, at.y() + self._value()

    def _furniture_at(self, at: QPointF) -> int | None:
        """The offset of the furniture passage whose "make it text" is at this point."""
        current = self._sheet
        if current is None or not len(current.blocks):
            return None
        x, y = self._on_page(at)
        block = current.block_at(y)
        if current.kind(block) is not PassageKind.BOILERPLATE:
            return None
        laid = current.laid(block)
        hit = laid.link is not None and laid.link.contains(x, y - current.top(block))
        return current.snapshot.passages[current.blocks.passages[block]].start if hit else None

    def _claim_at(self, at: QPointF) -> int | None:
        return None if self._sheet is None else self._sheet.claim_at(*self._on_page(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._sheet is None:
            event.ignore()
            return
        furniture = self._furniture_at(event.position())
        if furniture is not None:
            self.furniture_clicked.emit(furniture)
            return
        self._drag.press(event.position())
        self._press_claim(self._claim_at(event.position()), event.modifiers())

    def _press_claim(self, index: int | None, keys: Qt.KeyboardModifier) -> None:
        if self._sheet is None:
            return
        if index is None or self._sheet.snapshot.standings[index] == Standing.FURNITURE:
            self.clear_selection()
            return
        if keys & Qt.KeyboardModifier.ControlModifier:
            fresh = choice.toggle(self._choice, index)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            fresh = choice.extend(self._choice, self._sheet.snapshot, index)
        else:
            fresh = choice.take(choice.without_text(self._choice), index)
        before = self.current
        self._choose(fresh)
        if self.current is not None and self.current != before:
            self.current_changed.emit(self.current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag.move(event.position())
            return
        shape = Qt.CursorShape.ArrowCursor
        if self._furniture_at(event.position()) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._sheet is not None:
            x, y = self._on_page(event.position())
            if self._sheet.offset_at(x, y) is not None:
                shape = Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _drag_to(self, at: QPointF) -> None:
        """Selects from where the button went down to here."""
        if self._sheet is None or self._drag.pressed is None:
            return
        if self._choice.fixed is None:
            x, y = self._on_page(self._drag.pressed)
            begun = replace(self._choice, fixed=self._sheet.caret_at(x, y))
        else:
            begun = self._choice
        x, y = self._on_page(at)
        self._choose_text(replace(begun, caret=self._sheet.caret_at(x, y)))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self._claim_at(event.position())
        if index is not None and index == self.current:
            self.claim_opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self._menu_claim(event)
        if index is not None and index not in self.selected:
            self._press_claim(index, Qt.KeyboardModifier.NoModifier)
        self.menu_wanted.emit(-1 if index is None else index, event.globalPos())

    def _menu_claim(self, event: QContextMenuEvent) -> int | None:
        """The claim under the pointer; from the keyboard, the one in hand."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            return self.current
        return self._claim_at(QPointF(event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolling, Enter and Escape; every other key is the window's."""
        key = Qt.Key(event.key())
        bar = self.verticalScrollBar()
        if key in _MOVES:
            to = bar.value() + _MOVES[key] * bar.pageStep()
            bar.setValue(round(min(max(to, 0), bar.maximum())))
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.claim_opened.emit(self.current)
            return
        if key == Qt.Key.Key_Escape:
            self.clear_selection()
        event.ignore()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self._show_focus(focused=True)

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self._show_focus(focused=False)

    def _show_focus(self, *, focused: bool) -> None:
        self._look = replace(self._look, focused=focused)
        for index in self.selected:
            self._repaint(index)
