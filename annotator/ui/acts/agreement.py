"""The agreement page's own acts: keeping it true, opening a claim from it, saving its numbers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from annotator.desk.agreement_csv import as_csv
from annotator.domain.article import ArticleId, Span
from annotator.exporters import files
from annotator.review.agreement import Agreement
from annotator.ui.acts import articles
from annotator.ui.agreement.agreeing import Agreeing
from annotator.ui.agreement.page import AgreementPage
from annotator.ui.room import Room
from annotator.ui.views import View

_NAME = "agreement.csv"


def keep(room: Room, page: AgreementPage) -> Agreeing:
    """Lets the page show this window's library, and does what it asks for.

    ``Agreeing.open`` is to be called when the page comes into sight, ``let_go`` when it
    goes, ``close`` with the window.
    """
    agreeing = Agreeing(room.library, page, room.shell)
    agreeing.failed.connect(room.messages.fail)
    page.claim_wanted.connect(lambda article, span: _do(room, article, span))
    page.csv_wanted.connect(lambda: choose_csv(room, agreeing.found))
    page.back_wanted.connect(lambda: room.switch.show(View.REVIEW))
    return agreeing


def open_claim(room: Room, article: ArticleId, span: Span) -> None:
    """Opens a claim in Review, whichever article it is of."""
    articles.show(room, article)
    room.switch.show(View.REVIEW)
    if not room.hand.go_to_first([span]):
        room.say("That claim has other borders now.")


def choose_csv(room: Room, found: Agreement | None) -> None:
    """Asks where to write the numbers, without blocking the window."""
    if found is None:
        return
    dialog = QFileDialog(room.shell, "Save the numbers as", str(Path.home()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilters(["Comma-separated values (*.csv)"])
    dialog.selectFile(_NAME)
    dialog.fileSelected.connect(
        lambda name: room.patience.run(lambda: save_csv(room, found, Path(name)))
    )
    dialog.finished.connect(room.shell.activateWindow)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save_csv(room: Room, found: Agreement, target: Path, *, replace: bool = False) -> None:
    """Writes what was measured. Asks before it replaces a file; raises AnnotatorError."""
    if target.exists() and not replace and not target.is_dir():
        room.messages.ask(
            f"{target.name} is there already.",
            "Replace it",
            lambda: save_csv(room, found, target, replace=True),
        )
        return
    files.write_file(target, as_csv(found), force=replace)
    room.say(f"The numbers are in {target}.")


def _do(room: Room, article: ArticleId, span: Span) -> None:
    room.patience.run(lambda: open_claim(room, article, span))
