"""Whom one asked for an item: a line each, and its fields when it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.assessment import Audience
from annotator.domain.evidence import Contact
from annotator.ui.days import day_words
from annotator.ui.evidence.asked import RemoveContact, SetContact
from annotator.ui.evidence.audience import AudienceWord
from annotator.ui.evidence.fields import Check, WordRow
from annotator.ui.evidence.rows import LabelledRow, at_left
from annotator.ui.kit.hairline import INSET
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.theme import Theme

FIELDS = (("whom", "Whom"), ("when", "When"), ("how", "How"), ("said", "Said"))
_HINTS = {"when": "YYYY-MM-DD", "how": "by phone, in writing …"}


class ContactsPart(LabelledRow):
    """What they said is for *me* until somebody says otherwise."""

    asked = Signal(object)
    escaped = Signal()
    reordered = Signal()
    """There are other fields than before."""

    def __init__(
        self, item: str, theme: Theme, check: Check, parent: QWidget | None = None
    ) -> None:
        """``check`` says what is wrong with a day."""
        super().__init__("Asked", parent)
        self._item, self._theme, self._check = item, theme, check
        self._own = True
        self._lines: dict[str, _ContactLine] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._add = KeyButton("add whom you asked", "", self, small=True, link=True)
        self._add.setFixedHeight(20)
        self._add.clicked.connect(self._begin)
        self.inside.addLayout(self._column)
        self.inside.addLayout(at_left(self._add))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for line in self._lines.values():
            line.set_theme(theme)

    def show_contacts(self, contacts: Sequence[Contact], *, own: bool) -> None:
        """A line for each; one that is being typed and not saved yet stays."""
        self._own = own
        self._add.setVisible(own)
        known = {one.id for one in contacts}
        for key in [key for key, line in self._lines.items() if key not in known]:
            if not self._lines[key].new:
                self._drop(key)
        for one in contacts:
            self._line(one).show_contact(one)

    def commit(self) -> None:
        for line in tuple(self._lines.values()):
            line.commit()

    def _begin(self) -> None:
        """A new one: it is stored when something of it is said."""
        line = self._line(Contact(str(uuid4()), ""), new=True)
        line.open()

    def _line(self, one: Contact, *, new: bool = False) -> _ContactLine:
        if one.id not in self._lines:
            line = _ContactLine(one, self._theme, self._check, self, own=self._own)
            line.new = new
            line.changed.connect(lambda contact: self.asked.emit(SetContact(self._item, contact)))
            line.gone.connect(self._remove)
            line.escaped.connect(self.escaped)
            self._column.addWidget(line)
            # At once: its fields take the keys before the layout would show it.
            line.show()
            self._lines[one.id] = line
            self.reordered.emit()
        return self._lines[one.id]

    def _remove(self, key: str) -> None:
        if self._lines[key].new:
            self._drop(key)
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.asked.emit(RemoveContact(self._item, key))

    def _drop(self, key: str) -> None:
        line = self._lines.pop(key)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()


class _ContactLine(QWidget):
    """Folded it is one line; opened it has its fields."""

    changed = Signal(object)
    """The ``Contact`` as it should be saved."""
    gone = Signal(str)
    escaped = Signal()

    def __init__(
        self, contact: Contact, theme: Theme, check: Check, parent: QWidget, *, own: bool
    ) -> None:
        super().__init__(parent)
        self.new = False
        self._contact = contact
        self._build_folded(own=own)
        self._build_opened(theme, check, own=own)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._folded)
        column.addWidget(self._opened)
        self._opened.hide()

    def _build_folded(self, *, own: bool) -> None:
        self._folded = QWidget(self)
        self._says = Elided("", self._folded)
        self._unfold = KeyButton("edit" if own else "read", "", self._folded, small=True, link=True)
        self._unfold.setFixedHeight(20)
        self._unfold.clicked.connect(self.open)
        line = QHBoxLayout(self._folded)
        line.setContentsMargins(INSET, 0, 0, 0)
        line.addWidget(self._says, 1)
        line.addWidget(self._unfold)

    def _build_opened(self, theme: Theme, check: Check, *, own: bool) -> None:
        self._opened = QWidget(self)
        inside = QVBoxLayout(self._opened)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self._rows: dict[str, WordRow] = {}
        for name, label in FIELDS:
            row = WordRow(
                label,
                theme,
                self._opened,
                lines=name == "said",
                placeholder=_HINTS.get(name, ""),
                label_width=42,
            )
            row.left.connect(lambda text, name=name: self._left(name, text))
            row.escaped.connect(self.escaped)
            if name == "when":
                row.set_check(check)
            if not own:
                row.set_read_only()
            inside.addWidget(row)
            self._rows[name] = row
        inside.addLayout(self._foot(own=own))

    def set_theme(self, theme: Theme) -> None:
        for row in self._rows.values():
            row.set_theme(theme)

    def open(self) -> None:
        self._folded.hide()
        self._opened.show()
        self._rows["whom"].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        for row in self._rows.values():
            row.commit()

    def show_contact(self, contact: Contact) -> None:
        self.new, self._contact = False, contact
        self._says.set_text(_said(contact))
        self._unfold.setAccessibleName(f"Asked {_said(contact)}: {self._unfold.text()}")
        self._readers.show_audience(contact.audience)
        for name, row in self._rows.items():
            row.show_words(getattr(contact, name))

    def _foot(self, *, own: bool) -> QHBoxLayout:
        self._readers = AudienceWord("What they said", self._opened)
        self._readers.show_audience(self._contact.audience)
        self._readers.wanted.connect(self._set_audience)
        remove = KeyButton("remove", "", self._opened, small=True, link=True)
        remove.setAccessibleName("Remove whom you asked")
        remove.clicked.connect(lambda: self.gone.emit(self._contact.id))
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 2, 0, 0)
        foot.addWidget(Muted("for", self._opened, small=True))
        foot.addWidget(self._readers)
        foot.addStretch(1)
        foot.addWidget(remove)
        for widget in (self._readers, remove):
            widget.setEnabled(own)
        return foot

    def _left(self, name: str, text: str) -> None:
        words = text.strip() if name == "said" else " ".join(text.split())
        self._contact = replace(self._contact, **{name: words})  # type: ignore[arg-type] # texts
        self._save()

    def _set_audience(self, audience: Audience) -> None:
        self._contact = replace(self._contact, audience=audience)
        self._readers.show_audience(audience)
        self._save()

    def _save(self) -> None:
        """A contact is somebody, or something said; before that there is nothing to keep."""
        if self._contact.whom or self._contact.said:
            self.changed.emit(self._contact)


def _said(contact: Contact) -> str:
    parts = (contact.whom or "somebody", day_words(contact.when), contact.how)
    return ", ".join(filter(None, parts))
