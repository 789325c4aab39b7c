"""The evidence of the claim in hand: one quiet line while there is none, cards when there is.

Like the note it follows *changes* of what is saved: what is typed and not entered yet is
never written over, and comes back when its claim comes back.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.domain.snapshot import Claim
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.evidence.asked import Asked, Enter, Use
from annotator.ui.evidence.pieces import Pieces
from annotator.ui.evidence.quick import QuickEntry
from annotator.ui.evidence.stances import STANCES
from annotator.ui.evidence.view import Answers, EvidenceView
from annotator.ui.evidence.words import UnsavedWords
from annotator.ui.fonts import small_font
from annotator.ui.kit.labels import Caption
from annotator.ui.kit.stops import stop_before
from annotator.ui.kit.tabbing import tab_through
from annotator.ui.theme import Theme

_HINT = "  ".join(f"{row.key} {row.label.lower()}" for row in STANCES).replace("- ", "− ")


class Evidence(Section):
    """Cards, and the quick entry below them. It asks and is told; it knows no desk."""

    asked = Signal(object, object)
    """An ``Asked``, and the ``Claim`` of which it was asked: it need not be in hand any more."""
    typed = Signal(str, object)
    """What stands in the quick entry at each change, and the ``Claim`` it belongs to."""
    brought = Signal(object)
    """A ``QMimeData``: a picture or files were pasted."""
    word_typed = Signal(str, str, str, object)
    """A key in a field of the form: item, field, text, and the ``Claim`` in hand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim: Claim | None = None
        self._unsent: dict[ClaimId, str] = {}
        self._words = UnsavedWords()
        self._stops: tuple[QWidget, ...] = ()
        self._head = QWidget(self)
        self._caption = Caption("", self._head)
        self.pieces = Pieces(theme, self)
        self.quick = QuickEntry(theme, self)
        self._build()
        self._connect()
        self._show(EvidenceView())

    def set_answers(self, answers: Answers) -> None:
        self.pieces.set_answers(answers)
        self.quick.set_answers(answers)

    def set_theme(self, theme: Theme) -> None:
        self.pieces.set_theme(theme)
        self.quick.set_theme(theme)

    def open(self) -> None:
        """Gives the quick entry the keys."""
        self.quick.open()
        self._reach(self.quick)

    def put(self, text: str, *, at_start: bool = False) -> None:
        """Opens the quick entry with this text in it."""
        self.open()
        self.quick.put(text, at_start=at_start)

    def put_back(self, claim: ClaimId, text: str) -> None:
        """What was typed for this claim and not entered; what stands there by now stays."""
        if not text.strip() or claim in self._unsent:
            return
        self._unsent[claim] = text
        if self._claim is not None and claim == self._claim.id:
            self.quick.show_text(text)

    def give_back(self, claim: Claim, text: str) -> None:
        """What was to be entered was refused: it stands in its field again, and is a draft.

        What was typed there meanwhile stands below it.
        """
        since = self._unsent.pop(claim.id, "")
        self.put_back(claim.id, f"{text}\n{since}" if since else text)
        if since and self._claim is not None and claim.id == self._claim.id:
            self.quick.to_end()
        self.say_again(claim)

    def say_again(self, claim: Claim) -> None:
        """Says what is typed for this claim and not entered, for its draft."""
        self.typed.emit(self._unsent.get(claim.id, ""), claim)

    def put_back_word(self, claim: ClaimId, item: str, field: str, text: str) -> None:
        """What was typed in a field of a form, and could not be saved."""
        self._words.put_back(claim, item, field, text)

    def word_saved(self, claim: ClaimId, item: str, field: str) -> None:
        """What was typed in a field of a form is saved."""
        self._words.saved(claim, item, field)

    def commit(self) -> None:
        self.pieces.commit()

    def show_view(self, view: ClaimView) -> None:
        """Shows the evidence of this claim; another one's form closes, its words given away."""
        if self._claim is None or view.claim.id != self._claim.id:
            self._switch(view.claim)
        self._claim = view.claim
        self._show(view.evidence)

    def put_away(self) -> None:
        """No claim is in hand any more."""
        self.pieces.fold()
        self._claim = None

    def _switch(self, claim: Claim) -> None:
        """Keys must not go on into another claim's fields."""
        focus = QApplication.focusWidget()
        typing = focus is not None and self.isAncestorOf(focus)
        self.pieces.fold()
        if typing:
            self.leave_wanted.emit()
        self.quick.show_text(self._unsent.get(claim.id, ""))

    def _show(self, view: EvidenceView) -> None:
        count = len(view.pieces)
        self._head.setVisible(bool(count))
        self.pieces.setVisible(bool(count))
        self._caption.setText(f"Evidence · {count:,}")
        self.quick.show_rest(first=not count)
        self.pieces.show_pieces(view.pieces)
        if self._claim is not None and self._words.any:
            for piece in view.pieces:
                self._words.follow(self._claim.id, piece)
            self._rescue(self._claim, [piece.id for piece in view.pieces])
        self._order()

    def _rescue(self, claim: Claim, there: Sequence[str]) -> None:
        """An item was taken away elsewhere while somebody typed its quotation: that goes on here."""
        for item, field, text in self._words.without(claim.id, there):
            self.word_typed.emit(item, field, "", claim)
            if text.strip():
                self.give_back(claim, f"“{text}”" if field == "quote" else text)

    def _order(self) -> None:
        """Tab meets everything where the eye does, though some was made later than what follows."""
        stops = (*self.pieces.stops, self.quick.line, self.quick.field)
        if stops != self._stops:
            self._stops = stops
            first = stop_before(self._head, self)
            tab_through(stops if first is None else (first, *stops))

    def _ask(self, what: Asked) -> None:
        if self._claim is not None:
            self.asked.emit(what, self._claim)

    def _on_typed(self, text: str) -> None:
        if self._claim is None:
            return
        if text.strip():
            self._unsent[self._claim.id] = text
        else:
            self._unsent.pop(self._claim.id, None)
        self.typed.emit(text, self._claim)

    def _on_word(self, item: str, field: str, text: str) -> None:
        if self._claim is not None:
            self._words.typed(self._claim.id, item, field, text)
            self.word_typed.emit(item, field, text, self._claim)

    def _on_opened(self, widget: QWidget) -> None:
        """A form that opens has back what was typed in it and could not be saved."""
        form = self.pieces.form
        if form is not None and widget is form and self._claim is not None:
            for field, text in self._words.follow(self._claim.id, form.piece).items():
                form.put_back(field, text)
        self._reach(widget)

    def _reach(self, widget: QWidget) -> None:
        self.look_wanted.emit(QRect(widget.mapTo(self, QPoint(0, 0)), widget.size()))

    def _build(self) -> None:
        hint = QLabel(_HINT, self._head)
        hint.setFont(small_font())
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(4, 14, 4, 6)
        head.addWidget(self._caption, 1)
        head.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.pieces)
        column.addSpacing(3)
        column.addWidget(self.quick)

    def _connect(self) -> None:
        quick, pieces = self.quick, self.pieces
        quick.entered.connect(lambda text: self._ask(Enter(text)))
        quick.used.connect(lambda item, text: self._ask(Use(item, text)))
        quick.typed.connect(self._on_typed)
        quick.brought.connect(self.brought)
        quick.left.connect(self.leave_wanted)
        quick.back_wanted.connect(pieces.to_last)
        quick.grown.connect(lambda: self._reach(quick))
        pieces.asked.connect(self._ask)
        pieces.typed.connect(self._on_word)
        pieces.left.connect(self.leave_wanted)
        pieces.passed.connect(self.open)
        pieces.reached.connect(self._on_opened)
        pieces.reordered.connect(self._order)
