"""Sending to a colleague: which articles, what goes along, and the file it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.sorting import SUFFIX
from annotator.ui.exchange.chip import FileChip
from annotator.ui.exchange.contents import in_it, not_in_it
from annotator.ui.exchange.paper import Paper, plain
from annotator.ui.exchange.ticks import HIGH, SHOWN, ArticleDelegate, ArticleTicks, TickList
from annotator.ui.exchange.view import Sending, SendView, ticked_of
from annotator.ui.fonts import ui_font
from annotator.ui.kit.barred import Barred
from annotator.ui.kit.reminder import Reminder
from annotator.ui.kit.styled import Look, Piece, Styled
from annotator.ui.settings_page import Switch
from annotator.ui.theme import Theme

_SAVE = "Save as…  ↵"
_SUMMARY = (
    "It becomes one file that any Annotator can bring in. Nothing leaves this machine by itself: "
    "you pass the file on."
)


class SendPage(Paper):
    """Asks, and says exactly what will be in the file before it is made."""

    wanted = Signal(object, Path, bool)
    """A ``Sending``, the file to write, and whether to replace one that is there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Send to a colleague", parent)
        self.summary.setText(_SUMMARY)
        self._view = SendView((), "")
        self._target: Path | None = None
        self.articles = ArticleTicks()
        self.list = TickList(self.articles, "Articles to send", self)
        self._delegate = ArticleDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.articles.ticked.connect(self._follow)
        self.tags = self._switch("Tags and decisions, always", checked=True)
        self.tags.setEnabled(False)
        self.notes = self._switch("Notes, comments and reasons", checked=True)
        self.evidence = self._switch("Evidence and attribution", checked=True)
        self.files = self._switch("Original and attached files", checked=True)
        self.under = self._switch("Under another name than mine")
        self.pseudonym = QLineEdit(self)
        self.blind = self._switch("Without tags, for a blind check")
        self._kept: tuple[bool, ...] = (True, True, True, False)
        """What was ticked before everything but the text was left out."""
        self.blind.toggled.connect(self._turn_blind)
        self.box = Barred(theme, self)
        self.in_it, self.not_in_it = (Styled(ui_font(), 18, theme, self.box) for _ in range(2))
        self.result = plain("", self)
        self.save = QPushButton(_SAVE, self)
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self.enter)
        self._cancel = QPushButton("Close", self)
        self._cancel.clicked.connect(self.left)
        self.chip, self.warning = FileChip(theme, self), Reminder("", self)
        self._lay_out()

    def show_view(self, view: SendView) -> None:
        """Begins anew: the article on the page is ticked."""
        self._view, self._target = view, None
        self.articles.show(view.articles, ticked_of(view.articles, view.ticked))
        self.list.setFixedHeight(HIGH * min(SHOWN, max(1, len(view.articles))) + 1)
        row = next((at for at, one in enumerate(view.articles) if one.id == view.ticked), 0)
        self.list.setCurrentIndex(self.articles.index(row))
        self.chip.hide()
        self._made.hide()
        self.say("")

    @property
    def asked(self) -> Sending:
        """What is ticked now."""
        blind = self.blind.isChecked()
        name = self.pseudonym.text().strip() if self.under.isChecked() else ""
        return Sending(
            self.articles.chosen,
            self.notes.isChecked() and not blind,
            self.evidence.isChecked() and not blind,
            self.files.isChecked() and not blind,
            "" if blind else name,
            blind,
        )

    def enter(self) -> None:
        """Asks for a file's name, or says what is missing first."""
        missing = self._missing()
        if missing:
            self.say(missing)
        elif self._target is not None and self.save.text() != _SAVE:
            self.wanted.emit(self.asked, self._target, True)
        else:
            self._choose()

    def save_to(self, target: Path) -> None:
        """The file was chosen."""
        if target.suffix != SUFFIX:
            target = target.with_name(target.name + SUFFIX)
        self._target = target
        self.wanted.emit(self.asked, target, False)

    def say(self, text: str) -> None:
        """What came of it, in place."""
        self.result.setText(text)

    def exists(self, target: Path) -> None:
        """The file is there already: the same button now replaces it."""
        self._target = target
        self.save.setText("Replace it  ↵")
        self.say(f"{target.name} is there already. Replace it, or change what you ticked.")

    def made(self, path: Path, text: str, warnings: Sequence[str] = ()) -> None:
        """The file is written: it can be dragged out. ``warnings`` are sentences beside it."""
        self.save.setText(_SAVE)
        self.chip.show_file(path)
        self.chip.show()
        self.warning.set_text(" ".join(warnings))
        self._made.show()
        self.say(text)
        self.chip.setFocus()
        self.show_whole(self._made)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._delegate.theme = theme
        self.list.viewport().update()
        for part in (self.box, self.in_it, self.not_in_it):
            part.set_theme(theme)
        self.chip.set_theme(theme)

    def _missing(self) -> str:
        asked = self.asked
        if not asked.articles:
            return "Tick at least one article: Space or a click does."
        if self.under.isChecked() and not asked.pseudonym and not asked.blind:
            return "Type the name that stands in the file instead of yours."
        return ""

    def _follow(self) -> None:
        """Something else is ticked: the sentences follow, and what was made is not this."""
        asked = self.asked
        self.pseudonym.setVisible(self.under.isChecked() and not asked.blind)
        view = self._view
        for label, head, words in (
            (self.in_it, "In it: ", in_it(asked, view.articles, view.name)),
            (self.not_in_it, "Not in it: ", not_in_it(asked)),
        ):
            label.set_pieces([Piece(head, Look.BOLD), Piece(words)])
        self.save.setText(_SAVE)
        self._target = None
        self._made.hide()
        self.say("")

    def _turn_blind(self, blind: bool) -> None:
        """Nothing but the text goes along: what was ticked is ticked again afterwards."""
        switches = (self.notes, self.evidence, self.files, self.under)
        if blind:
            self._kept = tuple(switch.isChecked() for switch in switches)
        for switch, kept in zip(switches, self._kept, strict=True):
            switch.setChecked(kept and not blind)
            switch.setEnabled(not blind)
        self.tags.setChecked(not blind)

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Save the file as", str(self._view.folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilters([f"Annotator files (*{SUFFIX})"])
        dialog.selectFile(self._suggested())
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(self.window().activateWindow)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _suggested(self) -> str:
        asked = self.asked
        title = next((one.title for one in self._view.articles if one.id in asked.articles), "")
        words = "".join(c if c.isalnum() else " " for c in title).split()[:6]
        name = "-".join(words).lower() if len(asked.articles) == 1 else "articles"
        return f"{name or 'article'}{'-blind' if asked.blind else ''}{SUFFIX}"

    def _switch(self, text: str, *, checked: bool = False) -> Switch:
        switch = Switch(text, self)
        switch.setChecked(checked)
        switch.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        switch.toggled.connect(self._follow)
        return switch

    def _name_line(self) -> QWidget:
        self.pseudonym.setAccessibleName("The name that stands in the file instead of yours")
        self.pseudonym.setPlaceholderText("a pseudonym")
        self.pseudonym.setMaximumWidth(240)
        self.pseudonym.textChanged.connect(self._follow)
        self.pseudonym.returnPressed.connect(self.enter)
        under = QWidget(self)
        row = QHBoxLayout(under)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.under)
        row.addWidget(self.pseudonym, 1)
        row.addStretch(1)
        return under

    def _lay_out(self) -> None:
        self.section("Articles", self.list)
        under = self._name_line()
        switches = (self.tags, self.notes, self.evidence, self.files, under, self.blind)
        self.section("What goes along", *switches)
        self.box.box.addWidget(self.in_it)
        self.box.box.addWidget(self.not_in_it)
        self.column.addSpacing(14)
        self.column.addWidget(self.box)
        self.foot.addWidget(self.save)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self.result, 1)
        self._made = QWidget(self)
        made = QVBoxLayout(self._made)
        made.setContentsMargins(0, 10, 0, 0)
        made.setSpacing(8)
        made.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        made.addWidget(self.warning)
        self._made.hide()
        self.column.addWidget(self._made)
        self.column.addStretch(1)
        self.setFocusProxy(self.list)
