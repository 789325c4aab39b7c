"""Who the article says it from: rows, or a quiet line; and the fields to enter it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.domain.attribution import Quoted
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.attributing import AttributionEditor, read_typed
from annotator.ui.claim.kept import Kept
from annotator.ui.claim.recordview import AttributionView
from annotator.ui.claim.saidby import SaidRows
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.heading import Heading
from annotator.ui.kit.quietline import QuietLine
from annotator.ui.kit.tabbing import tab_before

_KEY = ACTION[ActionId.ATTRIBUTION].keys[0]


class AttributionPart(Section):
    """What is attributed, what is suggested, and whether it was checked that they said so."""

    go_wanted = Signal(object)
    """The ``Span`` of another claim."""
    remove_wanted = Signal(str)
    """The id of an attribution that is to go."""
    opened = Signal()
    """The fields are shown: whoever knows which sources there are may offer them."""
    pick_wanted = Signal()
    """The keys should go to the page, to select words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ClaimView | None = None
        self._line = QuietLine(("Attribution: who says so", "Attribution"), (_KEY,), self)
        self.head = Heading("Attribution", "edit", _KEY, self)
        for button in (self._line, self.head.button):
            button.clicked.connect(lambda: self.action_wanted.emit(ActionId.ATTRIBUTION))
        self._unfinished: dict[tuple[ClaimId, str], AttributionView] = {}
        """What was typed and is not saved, by claim and attribution: without a source, or refused."""
        self._rows = SaidRows(self)
        self.editor = AttributionEditor(self)
        self.editor.hide()
        self.kept = Kept(self.editor.value, self._put, self)
        self._build()
        self._connect()
        self.hide()

    @property
    def picking(self) -> bool:
        """Whether words are being selected in the page for one of the fields."""
        return self.editor.picking is not None

    def open(self, selection: Quoted | None = None, place: int = 0) -> None:
        """Opens the fields of an attribution that is there, or of the suggestion, or empty ones.

        ``selection``: the words selected in the page; they are who says it.
        """
        if self._view is None:
            return
        there = self._view.record.attributions
        shown = there[place] if place < len(there) else AttributionView()
        unfinished = self._unfinished.pop((self._view.claim.id, shown.id), None)
        self._edit(unfinished or shown)
        self.kept.unsaved = unfinished is not None
        if selection is not None:
            self.editor.with_source(selection)

    def take_selection(self, quoted: Quoted | None) -> None:
        """Words were selected for the field that asked for them; None: it was given up."""
        self.editor.take_selection(quoted)

    def show_view(self, view: ClaimView) -> None:
        other = self._view is None or self._view.claim.id != view.claim.id
        editing = self.editor.isVisibleTo(self)
        if other and editing:
            self._end()
            self.leave_wanted.emit()
        self._view = view
        if other:
            self.kept.show(view.claim, "")
        self._rows.show_record(view.record)
        self._fold()
        self.setVisible(view.claim.number is not None)

    def commit(self) -> None:
        """The fields close with it: typed on, they would be another attribution."""
        if self.editor.isVisibleTo(self):
            self._end()

    def give_back(self, claim: ClaimId, text: str) -> None:
        """What was typed for this claim was refused, or a crash left it: it is in its fields again."""
        typed = read_typed(text)
        if typed is not None:
            self._unfinished[claim, typed.id] = typed

    def forget(self, claim: ClaimId, text: str) -> None:
        """What was typed is saved."""
        typed = read_typed(text)
        if typed is not None:
            self._unfinished.pop((claim, typed.id), None)

    def _edit(self, shown: AttributionView) -> None:
        assert self._view is not None, "it is opened for a claim"
        claim = self._view.claim
        self.kept.show(claim, "")
        self.editor.show()
        self._fold()
        self.editor.open(shown, claim.number, self._view.total)
        self.look_wanted.emit(self._where())
        self.opened.emit()

    def _put(self, value: str) -> None:
        if not value:
            self.editor.put(AttributionView())

    def _enter(self) -> None:
        """Enter keeps what stands there, also a suggestion as it is; then all that are suggested."""
        untouched = self.editor.shown.suggested and not self.kept.unsaved
        others = self._view.record.attributions[1:] if untouched and self._view else ()
        claim = self._view.claim if self._view else None
        self.kept.unsaved = True
        self._leave()
        for other in others:
            if other.suggested:
                self.editor.put(other)
                self.kept.left.emit(self.editor.value(), claim)

    def _leave(self) -> None:
        self.leave_wanted.emit()
        self._end()

    def _end(self) -> None:
        """The fields are done with: without a source they wait for one here."""
        view, editor = self._view, self.editor
        if editor.says_who:
            self.kept.commit()
        elif self.kept.unsaved and view is not None and editor.value():
            self._unfinished[view.claim.id, editor.shown.id] = editor.typed()
        # Whoever saves it has it now; the fields are another attribution's next time.
        self.kept.unsaved = False
        self._close()

    def _close(self) -> None:
        self.editor.give_up()
        self.editor.hide()
        self._fold()

    def _another(self) -> None:
        if self.editor.says_who:
            self.kept.commit()
        self.kept.unsaved = False
        self._edit(AttributionView())

    def _remove(self) -> None:
        wanted = self.editor.shown.id
        self.kept.unsaved = False
        self.leave_wanted.emit()
        self._close()
        self.remove_wanted.emit(wanted)

    def _fold(self) -> None:
        editing = self.editor.isVisibleTo(self)
        record = None if self._view is None else self._view.record
        there = record is not None and bool(record.attributions or record.confirmed)
        self._rows.setVisible(there and not editing)
        self.head.setVisible(there or editing)
        self._line.setVisible(not (there or editing))
        self._column.setContentsMargins(0, 14 if there or editing else 0, 0, 0)

    def _where(self) -> QRect:
        return QRect(0, self.editor.y(), self.editor.width(), self.editor.sizeHint().height())

    def _connect(self) -> None:
        editor, rows = self.editor, self._rows
        rows.pressed.connect(lambda place: self.open(place=place))
        rows.go_wanted.connect(self.go_wanted)
        rows.added.connect(lambda row: tab_before(row.pill, editor.source.field))
        editor.changed.connect(self.kept.change)
        editor.entered.connect(self._enter)
        editor.escaped.connect(self._leave)
        editor.left.connect(self._end)
        editor.pick_wanted.connect(self.pick_wanted)
        editor.another_wanted.connect(self._another)
        editor.remove_wanted.connect(self._remove)

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setSpacing(2)
        column.addWidget(self._line)
        column.addWidget(self.head)
        column.addWidget(self._rows)
        column.addWidget(self.editor)
