"""Articles: opening, pasting, taking one off the list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator import paths
from annotator.desk import articles
from annotator.desk.naming import first_words
from annotator.desk.sorting import sorted_out
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import amount, set_apart
from annotator.importers.files import files_at
from annotator.ui.acts import exchange, moving
from annotator.ui.incoming import Incoming, addresses_in, from_address, from_file, from_pasted
from annotator.ui.room import Room


def open_files(room: Room) -> None:
    """Lets the reader choose files, without blocking the window."""
    dialog = _dialog(room, "Open articles")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(filters())
    dialog.filesSelected.connect(lambda names: bring(room, [Path(name) for name in names]))
    dialog.open()


def open_folder(room: Room) -> None:
    """Lets the reader choose a folder: the files directly in it come in."""
    dialog = _dialog(room, "Open the articles of a folder")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, False)
    dialog.fileSelected.connect(lambda name: bring(room, [Path(name)]))
    dialog.open()


def filters() -> list[str]:
    """What a dialog lets one choose from: every format at once, each by itself, every file."""
    from annotator.importers.table import importers  # asked for when somebody chooses

    rows = [(row.label, _ends(row.suffixes)) for row in importers() if row.suffixes]
    return [
        f"Articles ({' '.join(ends for _, ends in rows)})",
        *(f"{label} ({ends})" for label, ends in rows),
        "Every file (*)",
    ]


def _ends(suffixes: Sequence[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in suffixes)


def _dialog(room: Room, heading: str) -> QFileDialog:
    dialog = QFileDialog(room.shell, heading)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.finished.connect(room.shell.activateWindow)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def bring(room: Room, files: Sequence[Path]) -> None:
    """Imports files, those directly in a folder too.

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
    """Makes articles of what was pasted or dropped; what is an address is listed, not fetched.

    Raises AnnotatorError when it is nothing of that.
    """
    urls = [] if data is None else data.urls()
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    text = "" if data is None else data.text()
    html = data.html() if data is not None and data.hasHtml() else ""
    addresses = addresses_in(text or "\n".join(url.toString() for url in urls))
    if files:
        bring(room, files)
    elif addresses:
        room.imports.bring([from_address(one) for one in addresses], listed=True)
    elif text.strip() or html.strip():
        room.imports.bring([from_pasted(text, html)])
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


def came(room: Room, one: Incoming, *, stay: bool) -> None:
    """The one article that was asked for is in: opened, and what the reader cannot see is said.

    ``stay``: the reader went on with another meanwhile, which stays on the page.
    """
    imported = one.imported
    assert imported is not None, "it is in"
    room.library.poll()
    if not stay:
        room.exchange.pages.close()
        show(room, imported.article)
        moving.to_page(room)
    title = set_apart(first_words(imported.title, 60))
    if not imported.new:
        where = "" if stay else ": opened as you left it"
        room.say(f"“{title}” was here already{where}.")
        return
    said = [imported.encoding_told, *imported.notices]
    if one.revises:
        said.append(f"{one.carried:,} carried, {one.waiting:,} to check again.")
    room.say(f"Imported “{title}”: {amount(imported.claims, 'claim')}. {' '.join(said)}".strip())
