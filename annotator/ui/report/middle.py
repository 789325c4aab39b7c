"""The middle of the Report view: the pages, and in their place what is to be said instead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.fonts import serif_font, small_font
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.tall import Tall
from annotator.ui.report.pageimages import Pages
from annotator.ui.report.sheets import Sheets
from annotator.ui.theme import Theme

Way = tuple[str, Callable[[], object]]
_MEASURE = 460
_PILL_ABOVE = 12


class ReportMiddle(QFrame):
    """Shows the pages; what went wrong stands above them, or where they would be."""

    again_wanted = Signal()
    """The pages should be made once more."""
    even_so_wanted = Signal()
    """They should be made though nobody has judged anything."""
    open_wanted = Signal()
    """An article should be opened."""
    annotate_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportMiddle")
        self.setAccessibleName("Report")
        self.sheets = Sheets(theme, self)
        self.instead = Instead(self)
        self.trouble = TroubleBar(self)
        self.trouble.again.clicked.connect(self.again_wanted)
        self._shown = QStackedWidget(self)
        self._shown.addWidget(self.sheets)
        self._shown.addWidget(self.instead)
        self.pill = Passing(self.sheets.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.trouble)
        column.addWidget(self._shown, 1)
        self.setFocusProxy(self.sheets)
        self.sheets.moved.connect(self._follow)

    @property
    def says(self) -> str:
        """What is said above the pages or in their place; empty while all is well."""
        if self._shown.currentWidget() is self.instead:
            return self.instead.words
        return self.trouble.text

    def show_making(self) -> None:
        """The first pages of an article are being made."""
        self._lay(self.sheets)
        self.sheets.show_pages(None)
        self.pill.hide()

    def show_begun(self) -> None:
        """Where something else is said, pages are being made now."""
        if self._shown.currentWidget() is self.instead:
            self.show_making()

    def show_pages(self, pages: Pages) -> None:
        """The pages as they are now."""
        self._lay(self.sheets)
        self.sheets.show_pages(pages)

    def show_renewing(self) -> None:
        """What is shown is not true any more."""
        self.trouble.say("")
        if self.sheets.count:
            self._lay(self.sheets)
            self.sheets.fade(True)
            self._follow()
        elif self._shown.currentWidget() is not self.instead:
            self._lay(self.sheets)

    def show_failed(self, sentence: str) -> None:
        """They could not be made: said above the old ones, or where the first would be."""
        self.pill.hide()
        if self.sheets.count:
            self._lay(self.sheets)
            self.trouble.say(f"These pages are not up to date. {sentence}")
        else:
            self.instead.say("No pages yet", sentence, ("Try again", self.again_wanted.emit))
            self._lay(self.instead)

    def show_no_article(self) -> None:
        self.sheets.show_pages(None)
        self.instead.say(
            "No article is open",
            "Open one, and its report is here, page by page, as it will leave.",
            ("Open…", self.open_wanted.emit),
        )
        self._lay(self.instead)

    def show_unjudged(self) -> None:
        """Nobody has judged anything yet: a report would only say that everything is open."""
        self.sheets.show_pages(None)
        self.instead.say(
            "Nothing is judged yet",
            "Tag a first claim, and the report is here. Made now, it would say of each claim that "
            "it was not looked at.",
            ("Go on to Annotate", self.annotate_wanted.emit),
            ("Show it all the same", self.even_so_wanted.emit),
        )
        self._lay(self.instead)

    def take_keys(self) -> None:
        """Gives the keys to what is seen."""
        reason = Qt.FocusReason.OtherFocusReason
        if self._shown.currentWidget() is self.instead:
            self.instead.buttons[0].setFocus(reason)
        else:
            self.sheets.setFocus(reason)

    def set_theme(self, theme: Theme) -> None:
        self.sheets.set_theme(theme)

    def _lay(self, part: QWidget) -> None:
        self.trouble.say("")
        focus = QApplication.focusWidget()
        had = focus is not None and self._shown.isAncestorOf(focus)
        self._shown.setCurrentWidget(part)
        if had:
            self.take_keys()

    def _follow(self) -> None:
        """The pill stands as long as a page in view is not true."""
        renewing = bool(self.sheets.count) and not self.sheets.true and not self.trouble.text
        self.pill.setVisible(renewing)
        self.pill.place()


class Passing(QLabel):
    """What is going on, over the upper edge of the pages."""

    def __init__(self, over: QWidget) -> None:
        super().__init__("Renewing…", over)
        self._over = over
        self.setObjectName("reportPill")
        self.setFont(small_font())
        self.setAccessibleName("The pages are being renewed")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.installEventFilter(self)
        self.hide()

    def place(self) -> None:
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, _PILL_ABOVE)
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.place()
        return False


class TroubleBar(QFrame):
    """One sentence above the pages, and a way out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hiddenBar")
        self._words = Muted("", self)
        self._words.setForegroundRole(QPalette.ColorRole.WindowText)
        self.again = QPushButton("Try again", self)
        self.again.setProperty("role", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.again)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str) -> None:
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class Instead(QScrollArea):
    """A few words where the pages would be, and what one can do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = QLabel(self)
        self._head.setFont(serif_font(21, bold=True))
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._says = Muted("", self)
        for words in (self._head, self._says):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.buttons: list[QPushButton] = []
        inside = Tall()
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._head)
        column.addSpacing(8)
        column.addWidget(self._says)
        column.addSpacing(16)
        column.addLayout(self._row)
        column.addStretch(3)
        holder = QWidget(inside)
        holder.setMaximumWidth(_MEASURE)
        holder.setLayout(column)
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(holder, 100)
        outer.addStretch(1)
        clear_scroll(self, inside)

    @property
    def words(self) -> str:
        return f"{self._head.text()}. {self._says.text()}"

    def say(self, head: str, says: str, *ways: Way) -> None:
        """``ways``: what its buttons are called, and what they do; the first is the one to take."""
        self._head.setText(head)
        self._says.setText(says)
        self.setAccessibleName(f"{head}. {says}")
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self.buttons = []
        for number, (words, does) in enumerate(ways):
            button = QPushButton(words, self)
            if not number:
                button.setProperty("role", "primary")
            button.clicked.connect(does)
            self._row.addWidget(button)
            self.buttons.append(button)
        self._row.addStretch(1)
