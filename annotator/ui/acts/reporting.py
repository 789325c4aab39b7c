"""The Report view: what it shows, what is chosen in it, and what is written from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from annotator.desk import showing
from annotator.domain.edition import EDITORS_COPY, Edition
from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import amount
from annotator.ui.acts import articles, exporting, finding
from annotator.ui.room import Room
from annotator.ui.viewed import viewed_copy
from annotator.ui.views import View

if TYPE_CHECKING:  # made when the view is first opened
    from annotator.domain.formats import Exporter
    from annotator.ui.report.parts import ReportParts
    from annotator.ui.report.shortlist import Short

HTML, CLAIM_REVIEW = "html", "claimreview"


def turned(room: Room) -> None:
    """Another view is shown: the report is true while it is seen, and costs nothing while it is not."""
    if room.report is None:
        return
    if room.switch.reporting:
        follow_article(room)
    else:
        room.report.making.let_go()
        room.report.telling.let_go()


def follow_article(room: Room) -> None:
    """The report is that of the article in hand."""
    parts, snapshot = _shown(room), room.hand.snapshot
    if parts is None:
        return
    panel, middle = parts.side.panel, parts.side.middle
    panel.setEnabled(snapshot is not None)
    if snapshot is None:
        parts.making.let_go()
        parts.telling.let_go()
        middle.show_no_article()
        return
    edition = room.editions.edition
    panel.show_edition(edition, room.editions.preset)
    panel.show_articles(snapshot.article.title, room.shelf.model.rowCount())
    follow_name(room)
    if parts.making.is_other(snapshot.article.id):
        middle.show_making()
    elif snapshot.done:
        middle.show_begun()
    show_presets(room, parts)
    parts.making.show(snapshot.article.id, edition, judged=bool(snapshot.done))
    ask_what_leaves(room)


def follow_name(room: Room) -> None:
    """The analyst goes by another name, or was asked for it elsewhere."""
    if room.report is not None:
        wanted = not room.preferences.settings.name_asked
        room.report.side.panel.foot.ask_name(room.library.author.name, wanted=wanted)


def follow_edition(room: Room, edition: Edition) -> None:
    """Another edition was chosen."""
    parts = _shown(room)
    if parts is not None:
        parts.side.panel.show_edition(edition, room.editions.preset)
        parts.making.change(edition)
        ask_what_leaves(room)


def ask_what_leaves(room: Room) -> None:
    """Has it read what a public copy leaves out, and what the format that is chosen lacks."""
    from annotator.ui.report.telling import Asking

    parts, article = _shown(room), room.article
    if parts is None or article is None:
        return
    foot, scope = parts.side.panel.foot, parts.side.panel.articles.chosen
    others = []
    if scope.every:
        rows = showing.articles(room.library)
        others = [(row.id, row.title) for row in rows if row.id != article]
    form = foot.chosen.name if foot.chosen is not None else ""
    parts.telling.ask(Asking(article, tuple(others), form, room.editions.edition))


def to_claim(room: Room, claim: Short) -> None:
    """Shows a claim in its article, in Annotate."""
    room.popovers.shut()
    room.switch.show(View.ANNOTATE)
    articles.show(room, claim.article)
    finding.go_to(room, str(claim.number) if claim.number else "T")


def choose_preset(room: Room, name: str) -> None:
    """What was kept under this name is chosen; an empty one: the editor's copy, as it comes.

    One that another program took away, or damaged, is refused beside its field, which goes on
    saying what is chosen: nobody is to believe that this is the public copy.
    """
    from annotator.desk import presets

    parts = _shown(room)
    if parts is None:
        return
    try:
        edition = presets.preset_named(name) if name else EDITORS_COPY
    except AnnotatorError as error:
        show_presets(room, parts)
        gone = f"The preset “{name}” is not there any more: choose another, or save it again."
        parts.side.panel.presets.refuse(str(error) if presets.is_kept(name) else gone)
        return
    room.editions.choose(edition, preset=name)


def show_presets(room: Room, parts: ReportParts) -> None:
    """Lists those that are kept now: another window, or a command, may have kept one."""
    from annotator.desk import presets

    parts.side.panel.show_presets(list(presets.presets()), room.editions.preset)


def save_preset(room: Room, name: str) -> None:
    """Keeps what is chosen under this name; a refusal stands beside its field."""
    from annotator.desk import presets

    parts = _shown(room)
    if parts is None:
        return
    part = parts.side.panel.presets
    try:
        presets.save_preset(name, room.editions.edition)
    except AnnotatorError as error:
        part.refuse(str(error))
        return
    kept = " ".join(name.split())
    room.editions.choose(room.editions.edition, preset=kept)
    part.show_presets(list(presets.presets()), kept)
    part.saved()


def remove_preset(room: Room, name: str) -> None:
    """Forgets what was kept under this name; what is chosen stays chosen."""
    from annotator.desk import presets

    parts = _shown(room)
    if parts is None:
        return
    presets.remove_preset(name)
    room.editions.choose(room.editions.edition)
    parts.side.panel.show_presets(list(presets.presets()), "")
    room.say(f"The preset “{name}” is gone.")


def in_browser(room: Room) -> None:
    """Shows the report as a page of the browser, from a file that goes with this program."""
    parts, article = _shown(room), room.article
    if parts is None or article is None:
        return
    from annotator.desk.exporting import exported, suggested_name

    outcome, edition = parts.side.panel.foot.outcome, room.editions.edition
    name = suggested_name(room.desk.held.article.title, article, HTML, edition)
    made: list[bytes] = []

    def done(error: BaseException | None) -> None:
        outcome.say("")
        if error is not None:
            room.messages.fail(error)
            return
        try:
            exporting.open_written(viewed_copy(name, made[0]))
        except AnnotatorError as refused:
            outcome.say(str(refused))

    outcome.say("Making the page…")
    room.keeping.begin(lambda beside: made.append(exported(beside, article, HTML, edition)), done)


def export(room: Room) -> None:
    """Asks where to, once it was said what is missing; or replaces what is there."""
    parts = _shown(room)
    if parts is None or room.article is None or room.writing.busy:
        return
    foot = parts.side.panel.foot
    if foot.chosen is None:
        return
    if foot.replaces and parts.asked is not None:
        write(room, parts.asked, replace=True)
    elif foot.lacks and not foot.knows and _lacks_publisher(room, foot.chosen):
        foot.show_missing(foot.lacks)
        parts.side.panel.publisher.take_keys()
    else:
        _ask_where(room, parts)


def write(room: Room, target: Path, *, replace: bool) -> None:
    """Writes what is chosen into this file, or files into this folder."""
    from annotator.desk.exporting import Order

    parts, article = _shown(room), room.article
    row = None if parts is None else parts.side.panel.foot.chosen
    if parts is None or article is None or row is None:
        return
    panel, scope = parts.side.panel, parts.side.panel.articles.chosen
    chosen = [article]
    if scope.every:
        chosen = [one.id for one in showing.articles(room.library)]
    parts.asked = target
    if not scope.apart and not replace and exporting.is_there(target):
        panel.foot.show_there(target)
        return
    name = "" if panel.foot.name.isHidden() else panel.foot.name.text()
    order = Order(
        tuple(chosen),
        row.name,
        target,
        room.editions.edition,
        together=scope.together,
        pattern=scope.pattern,
        force=replace,
        folder=scope.apart,
    )
    panel.foot.begin_anew()
    exporting.begin(room, order, name, panel.foot.outcome, panel.foot.show_there)


def _lacks_publisher(room: Room, row: Exporter) -> bool:
    """Whether the format names who publishes the check, and nobody has said who that is."""
    publisher = room.editions.edition.publisher
    return row.name == CLAIM_REVIEW and not (publisher.name and publisher.address)


def _shown(room: Room) -> ReportParts | None:
    """The view, while it is seen."""
    return room.report if room.switch.reporting else None


def _ask_where(room: Room, parts: ReportParts) -> None:
    """Asks for a file, or for a folder where there are many, without blocking the window."""
    row, scope = parts.side.panel.foot.chosen, parts.side.panel.articles.chosen
    assert row is not None, "a format is chosen"
    dialog = QFileDialog(room.shell, "Export to")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    suffixes = (row.suffix, *row.variants)
    if scope.apart:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    else:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilters([f"{row.label} (*{suffix})" for suffix in suffixes])
        dialog.selectFile(_suggested(room, row, every=scope.every))
    if parts.asked is not None:
        dialog.setDirectory(str(parts.asked if scope.apart else parts.asked.parent))

    def chosen(name: str) -> None:
        target = Path(name)
        if not scope.apart and target.suffix.lower() not in suffixes:
            ending = dialog.selectedNameFilter().rpartition("*")[2].rstrip(")")
            target = target.with_name(target.name + ending)
        room.patience.run(lambda: write(room, target, replace=False))

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(room.shell.activateWindow)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _suggested(room: Room, row: Exporter, *, every: bool) -> str:
    """A name for the file: the title's, or how many articles are in it."""
    from annotator.desk.exporting import suggested_name

    if every:
        return f"{amount(room.shelf.model.rowCount(), 'article')}{row.suffix}"
    article, edition = room.desk.held.article, room.editions.edition
    return suggested_name(edition.title or article.title, article.id, row.name, edition)
