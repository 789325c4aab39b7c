"""From view to view; the claim in hand stays."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from annotator.domain.article import ArticleId, Span
from annotator.exporters import files
from annotator.ui.acts import articles, finding, reporting
from annotator.ui.room import Room
from annotator.ui.viewing import subtitle
from annotator.ui.views import View


def annotate(room: Room) -> None:
    room.switch.show(View.ANNOTATE)


def review(room: Room) -> None:
    room.switch.show(View.REVIEW)


def report(room: Room) -> None:
    room.switch.show(View.REPORT)


def agreement(room: Room) -> None:
    """Shows the page about agreement; again: the article."""
    room.switch.show(View.REVIEW, agreement=not room.switch.agreement)


def turned(room: Room) -> None:
    """Another view is shown: what is typed is saved, and what is seen is held or let go."""
    room.panel.commit()
    if room.parts is not None:
        room.parts.side.panel.commit()
    if room.switch.reviewing:
        finding.filter_by(room, None)
        room.review.open()
    else:
        room.review.let_go()
    _measure(room)
    reporting.turned(room)
    if room.parts is not None:
        room.parts.refresh.now()
    room.refresh.now()


def name_article(room: Room) -> None:
    """The line under the title says what this view counts."""
    snapshot, held = room.hand.snapshot, room.review
    if snapshot is not None:
        room.page.set_subtitle(subtitle(snapshot, held.shown, compared=held.narrowed))


def open_claim(room: Room, article: ArticleId, span: Span) -> None:
    """Shows a claim of the page about agreement in its article."""
    articles.show(room, article)
    room.switch.show(View.REVIEW)
    room.hand.go_to_first([span])


def save_csv(room: Room) -> None:
    """Asks for a file, and writes the measures that are shown into it."""
    found = None if room.parts is None else room.parts.agreeing.found
    if found is None:
        room.say("Nothing is measured yet.")
        return
    dialog = QFileDialog(room.shell, "Save the measures", "agreement.csv")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilters(["CSV (*.csv)"])
    dialog.setDefaultSuffix("csv")
    from annotator.desk import agreement_csv  # no window measures at its start

    data = agreement_csv.as_csv(found)
    dialog.fileSelected.connect(lambda name: room.patience.run(lambda: _write(room, name, data)))
    dialog.finished.connect(room.shell.activateWindow)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _write(room: Room, name: str, data: bytes) -> None:
    # The dialog has asked whether to replace it.
    files.write_file(Path(name), data, force=True)
    room.say(f"Wrote {Path(name).name}.")


def _measure(room: Room) -> None:
    """The page about agreement is true while it is shown, and costs nothing while it is not."""
    if room.parts is None:
        return
    if room.switch.agreement:
        room.parts.agreeing.open(room.article)
    else:
        room.parts.agreeing.let_go()
