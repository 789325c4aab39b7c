"""Articles: opening, pasting, taking one off the list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator import paths
from annotator.desk import articles
from annotator.desk.importing import Imported
from annotator.desk.naming import first_words
from annotator.desk.sorting import sorted_out
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError
from annotator.importers.files import files_at
from annotator.importers.table import IMPORTERS
from annotator.ui.acts import exchange
from annotator.ui.imports import from_file, from_text
from annotator.ui.room import Room


def open_files(room: Room) -> None:
    """Lets the reader choose files, without blocking the window."""
    dialog = QFileDialog(room.shell, "Open articles")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    known = " ".join(f"*{suffix}" for row in IMPORTERS for suffix in row.suffixes)
    dialog.setNameFilters([f"Articles ({known})", "Every file (*)"])
    dialog.filesSelected.connect(lambda names: bring(room, [Path(name) for name in names]))
    dialog.finished.connect(room.shell.activateWindow)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def bring(room: Room, files: Sequence[Path]) -> None:
    """Imports files, those directly in a folder too, and opens the first of them.

    A library, or what a colleague sent, is no article: what is in it is shown first.
    """
    tags, others = sorted_out(files)
    room.imports.bring([from_file(path) for chosen in others for path in _inside(chosen)])
    if tags:
        exchange.bring_files(room, tags)


def _inside(chosen: Path) -> Sequence[Path]:
    """The files of a folder; a folder with none is left for the import to refuse."""
    try:
        return files_at(chosen)
    except AnnotatorError:
        return (chosen,)


def paste(room: Room) -> None:
    """Makes an article of the text on the clipboard. Pasting never contacts an address."""
    bring_mime(room, QApplication.clipboard().mimeData(), "The clipboard holds no text")


def bring_mime(room: Room, data: QMimeData | None, nothing: str) -> None:
    """Makes articles of what was pasted or dropped. Raises AnnotatorError when it is neither."""
    urls = [] if data is None else data.urls()
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if files:
        bring(room, files)
    elif data is not None and data.hasText() and data.text().strip():
        room.imports.bring([from_text(data.text())])
    else:
        raise AnnotatorError(f"{nothing}: copy the text of an article first.")


def drop(room: Room, data: QMimeData) -> None:
    """Files or text dropped on the window. Dropping never contacts an address."""
    bring_mime(room, data, "There is no text in what was dropped")


def sample(room: Room) -> None:
    bring(room, [paths.sample()])


def show(room: Room, article: ArticleId) -> None:
    """Lays an article of the list on the page, where it was left."""
    if article != room.article:
        leave(room)
        room.hand.open(article)


def leave(room: Room) -> None:
    """Before another article lies on the page: the note is saved, the place is kept."""
    room.panel.commit()
    room.places.keep()


def remove(room: Room) -> None:
    """Takes the article on the page off one's own list; everything in it stays."""
    if room.article is None:
        return
    model, article = room.shelf.model, room.article
    at = model.row_of(article) or 0
    leave(room)
    articles.remove(room.library, article)
    room.refresh.whole_list()
    left = model.rowCount()
    if left:
        show(room, model.article_at(model.index(min(at, left - 1))))
    else:
        room.hand.put_away()
    room.say("Taken off your list. Opening the same text again brings it back, tags and all.")


def arrived(room: Room, imported: Sequence[Imported]) -> None:
    """A batch is in: opens its first article and says what the reader cannot see."""
    if not imported:
        return
    first = imported[0]
    room.library.poll()
    show(room, first.article)
    # Set apart, so that a Persian title does not turn the sentence round.
    title = f"\u2068{first_words(first.title, 60)}\u2069"
    if len(imported) > 1:
        room.say(f"{len(imported)} articles are in the library; the first is open.")
    elif not first.new:
        room.say(f"“{title}” was here already: opened as you left it.")
    else:
        # That a text is UTF-8 is what one expects; anything else is worth a look.
        note = "" if first.encoding_note.startswith("Read as UTF-8") else first.encoding_note
        room.say(f"Imported “{title}”: {first.claims:,} claims. {note}".strip())
