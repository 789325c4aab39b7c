"""What stands on the report: title, logo, the language of what we print, how analysts are called."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.domain.edition import Publisher, Withheld
from annotator.reporting.labels import LANGUAGES
from annotator.ui.choice import ChoiceBox
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.reminder import Reminder
from annotator.ui.kit.segments import Segments
from annotator.ui.report.logo import LogoField
from annotator.ui.report.part import Part

CLAIM_REVIEW = "claimreview"
LONGEST = 300
"""Characters of a title, a name or an address."""


class LookPart(Part):
    """Each change holds at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("On the page", parent)
        self.title = _line("Title of the report", self)
        self.title.textEdited.connect(lambda text: self._want(title=text.strip()))
        self.logo = LogoField(self)
        self.logo.setAccessibleName("Logo")
        self.logo.chosen.connect(self._take_logo)
        self.refusal = Reminder("", self)
        self.logo.refused.connect(self.refusal.set_text)
        self.language = ChoiceBox(self)
        self.language.setAccessibleName("Language of what Annotator prints")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.activated.connect(lambda _at: self._want(labels=self.language.currentData()))
        self.names = Segments(((False, "By name"), (True, "As A, B, C")), "Analysts", self)
        self.names.chosen.connect(lambda on: self._want(pseudonyms=bool(on)))
        hint = "Names stay out of a public copy unless you tick them."
        self.unnamed = Muted(hint, self, small=True)
        self.field("Title", self.title)
        self.field("Logo", self.logo)
        self.column.addWidget(self.refusal)
        self.field("Language", self.language)
        self._names_line = self.field("Analysts", self.names)
        self.column.addWidget(self.unnamed)

    def show_title(self, title: str) -> None:
        """What the article is called: the title where nobody gives another."""
        self.title.setPlaceholderText(title)

    def follow(self) -> None:
        edition = self.edition
        if self.title.text().strip() != edition.title:
            self.title.setText(edition.title)
        self.logo.show_logo(edition.logo)
        self.language.setCurrentIndex(max(0, self.language.findData(edition.labels)))
        self.names.set_value(edition.pseudonyms)
        nameless = edition.withholds(Withheld.NAMES)
        self._names_line.setVisible(not nameless)
        self.unnamed.setVisible(nameless)

    def _take_logo(self, data: bytes) -> None:
        self.refusal.set_text("")
        self._want(logo=data)

    def _want(self, **values: object) -> None:
        self.wanted.emit(replace(self.edition, **values))  # type: ignore[arg-type]


class PublisherPart(Part):
    """Who publishes the check: asked, never made up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Publisher", parent)
        self.name = _line("Who publishes the check", self)
        self.address = _line("The publisher’s address on the web", self)
        self.address.setPlaceholderText("https://…")
        self.note = Muted("", self, small=True)
        for line in (self.name, self.address):
            line.textEdited.connect(self._want)
        self.field("Name", self.name)
        self.field("Address", self.address)
        self.column.addWidget(self.note)
        self.show_form("")

    def show_form(self, form: str) -> None:
        """The format that is chosen: for one the publisher is part of what it says."""
        self.note.setText(
            "ClaimReview names who publishes the check. What is empty here is left out of it."
            if form == CLAIM_REVIEW
            else "Only ClaimReview has a place for it."
        )

    def take_keys(self) -> None:
        """Gives the keys to what is empty first."""
        empty = [line for line in (self.name, self.address) if not line.text().strip()]
        (empty or [self.name])[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        publisher = self.edition.publisher
        for line, text in ((self.name, publisher.name), (self.address, publisher.address)):
            if line.text().strip() != text:
                line.setText(text)

    def _want(self) -> None:
        publisher = Publisher(self.name.text().strip(), self.address.text().strip())
        self.wanted.emit(replace(self.edition, publisher=publisher))


def _line(name: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setAccessibleName(name)
    line.setMaxLength(LONGEST)
    return line
