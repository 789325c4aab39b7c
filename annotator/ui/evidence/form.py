"""A piece of evidence opened: every field of it in the place of its card, and no higher than fits.

Each field is saved when it is left. What is a colleague's can be read; how it serves the
claim is one's own to say.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.evidence.around import CopyPart, ServesPart
from annotator.ui.evidence.asked import Remove, SetAudience, Unlink, Use, Word
from annotator.ui.evidence.audience import AudienceWord
from annotator.ui.evidence.contacts import ContactsPart
from annotator.ui.evidence.files import FilesPart
from annotator.ui.evidence.itempart import ItemPart
from annotator.ui.evidence.linkpart import LinkPart
from annotator.ui.evidence.rows import LabelledRow
from annotator.ui.evidence.shut import ShutIn
from annotator.ui.evidence.stances import READERS
from annotator.ui.evidence.view import Answers, Details, Piece
from annotator.ui.fonts import small_font
from annotator.ui.kit.card import Card
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.theme import Theme

_EDGES = (8, 7, 8, 9)


class Form(Card):
    """Esc closes it and gives the keys back; Enter goes from field to field."""

    asked = Signal(object)
    """An ``Asked``."""
    typed = Signal(str, str, str)
    """At each key in a field, for the draft: item, field, text."""
    closed = Signal()
    reached = Signal(object)
    """A ``QWidget`` in which somebody types."""
    reordered = Signal()
    """It has other fields than before."""

    def __init__(
        self, piece: Piece, theme: Theme, answers: Answers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._piece = piece
        self.link = LinkPart(piece, theme, answers, self)
        self.words = ItemPart(piece, theme, answers, self)
        self.files = FilesPart(piece.id, self)
        self.contacts = ContactsPart(
            piece.id, theme, lambda text: answers.problem("when", text), self
        )
        self.copies = CopyPart(piece.id, answers, self)
        self.serves = ServesPart(self)
        self._readers = AudienceWord("This evidence", self)
        self._means = Elided("", self)
        self._means.setFont(small_font())
        self._means.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._who = Muted("", self, small=True)
        self._inside = ShutIn(_EDGES, self)
        self._build()
        self._connect()

    @property
    def item(self) -> str:
        return self._piece.id

    @property
    def piece(self) -> Piece:
        return self._piece

    @property
    def has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def take_keys(self) -> None:
        """Gives them to the first field that one is likely to want."""
        self.link.take_keys() if not self._piece.who else self._use.setFocus()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.link, self.words, self.contacts):
            part.set_theme(theme)
        self.update()

    def set_room(self, height: int) -> None:
        """How high it may be, in pixels; what is more scrolls."""
        self._inside.set_room(height - 2)

    def show_piece(self, piece: Piece, details: Details) -> None:
        """What is saved now; what is being typed is not written over."""
        self._piece = piece
        self.link.show_link(piece)
        self.words.show_item(piece.linked.item)
        item = piece.linked.item
        if item is not None:
            self._readers.show_audience(item.audience)
            self._means.set_text(READERS[item.audience])
            self.contacts.show_contacts(item.contacts, own=piece.own)
        self.show_details(details)

    def show_details(self, details: Details) -> None:
        own, item = self._piece.own, self._piece.linked.item
        files = item.files if item else ()
        self.files.show_files(files, details.missing, own=own)
        self.files.setVisible(own or bool(files))
        self.contacts.setVisible(own or bool(item and item.contacts))
        self.copies.show_details(details, own=own)
        self.copies.setVisible(own or bool(details.copy_of))
        self.serves.show_served(details.serves)

    def put_back(self, field: str, text: str) -> None:
        """Words that were typed in a field before, and could not be saved."""
        (self.link if field in LinkPart.FIELDS else self.words).put_back(field, text)

    def commit(self) -> None:
        """Gives away what is typed in any of its fields."""
        self.link.commit()
        self.words.commit()
        self.contacts.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        readers = self._readers_row()
        column = self._inside.column
        column.setSpacing(0)
        for part in (self.link, self._who, self.words, readers, self.files, self.contacts):
            column.addWidget(part)
        for part in (self.copies, self.serves):
            column.addWidget(part)
        column.addLayout(self._buttons())
        whose = self._piece.who or ("" if self._piece.own else "A colleague")
        self._who.setText(f"{whose} entered this: it can be read here, and used." if whose else "")
        self._who.setVisible(bool(whose))
        self._who.setContentsMargins(4, 7, 4, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._inside)

    def _readers_row(self) -> LabelledRow:
        row = LabelledRow("For", self)
        row.setVisible(self._piece.own)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._readers)
        line.addWidget(self._means, 1)
        self._readers.setFixedHeight(18)
        row.inside.addLayout(line)
        return row

    def _buttons(self) -> QHBoxLayout:
        piece, asks = self._piece, self.asked.emit
        self._use = KeyButton("use it for this claim", "", self, link=True)
        off = KeyButton("not for this claim", "", self, link=True)
        remove = KeyButton("remove", "", self, link=True)
        remove.setToolTip("Takes it from every claim that it serves; Ctrl+Z brings it back")
        close = KeyButton("close", "Esc", self, small=True)
        self._use.clicked.connect(lambda: asks(Use(piece.id, like=piece.linked.link)))
        off.clicked.connect(lambda: asks(Unlink(piece.id)))
        remove.clicked.connect(lambda: asks(Remove(piece.id)))
        close.clicked.connect(self.closed)
        self._use.setVisible(bool(piece.who))
        off.setVisible(not piece.who)
        remove.setVisible(piece.own and not piece.who)
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 0)
        row.setSpacing(6)
        for button in (self._use, off, remove):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _connect(self) -> None:
        for part in (self.link, self.words, self.files, self.contacts, self.copies, self.serves):
            part.asked.connect(self.asked)
        for typing in (self.link, self.words):
            typing.typed.connect(lambda field, text: self.typed.emit(self.item, field, text))
            typing.left.connect(lambda field, text: self.asked.emit(Word(self.item, field, text)))
            typing.reached.connect(self.reached)
        for part in (self.link, self.words, self.contacts, self.copies):
            part.escaped.connect(self.closed)
        self.contacts.reordered.connect(self.reordered)
        self._readers.wanted.connect(
            lambda audience: self.asked.emit(SetAudience(self.item, audience))
        )
