"""What other programs wrote comes in by the window as a colleague's file does."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.desk import exporting, importing, tagging
from annotator.desk.formats import format_named
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.tags import Tag
from annotator.store import holding, reading
from annotator.ui.exchange.bring_page import BringPage
from factories import BEN, new_library
from screens import Screen


def look(qtbot: QtBot, screen: Screen, *files: Path) -> BringPage:
    """Opens the files as a drop does, and waits for the preview."""
    room = screen.window.room
    with qtbot.waitSignal(room.exchange.bringing.looked, timeout=20_000):
        screen.window.bring(files)
    QApplication.processEvents()
    return room.exchange.pages.bring_page()


def bens(folder: Path, form: str) -> Path:
    """What Ben exported of the sample, who tagged three claims."""
    library = OpenLibrary(new_library(folder / "ben.db"), BEN)
    try:
        article = importing.import_file(library, paths.sample()).article
        shown = reading.snapshot(library.store, article, library.me)
        claims = [shown.id_at(index) for index in range(1, 4)]
        tagging.tag(library, article, claims, Tag.DISPUTED, note="Says who?")
        file = folder / f"ben{format_named(form).suffix}"
        file.write_bytes(exporting.exported(library, article, form))
        return file
    finally:
        library.close()


def test_annotations_are_previewed_and_brought_in(
    qtbot: QtBot, screen: Screen, sample: ArticleId, tmp_path: Path
) -> None:
    file = bens(tmp_path, "webannotation")
    value = json.loads(file.read_text())
    selector = value["first"]["items"][0]["target"]["selector"]
    row = value["first"]["items"][0] | {"id": "urn:uuid:11111111-1111-4111-8111-111111111111"}
    words = selector[0]["exact"].split()
    row["target"] = {"selector": selector[0] | {"exact": " ".join(words[:4])}}
    odd = row | {"target": {"selector": {"type": "TextQuoteSelector", "exact": "Never said."}}}
    value["first"]["items"] += [row, odd]
    file.write_text(json.dumps(value))

    page = look(qtbot, screen, file)
    assert page.heading.text() == "Ben’s tags on 1 article"
    assert page.summary.text() == (
        "4 new. 1 claim cut anew, for words that were no claim of their own. "
        "Nothing is changed until you bring it in."
    )
    with qtbot.waitSignal(screen.window.room.exchange.bringing.came, timeout=20_000):
        screen.press("Enter")
    QApplication.processEvents()
    library = screen.window.room.library
    names = [one.name for one in holding.analysts_of(library.store, sample)]
    assert names == ["Ben"]


def test_json_and_what_cannot_be_read_stand_side_by_side(
    qtbot: QtBot, screen: Screen, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}")
    page = look(qtbot, screen, bens(tmp_path, "json"), other)
    assert page.heading.text() == "Ben’s tags on 1 article"
    assert page.bring.isVisible()


def test_the_dialog_offers_every_format_that_comes_back(screen: Screen) -> None:
    room = screen.window.room
    page = room.exchange.pages.bring_page()
    room.exchange.pages.show(page)
    page.choose()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    offered = dialog.nameFilters()[0]
    for suffix in (".annotations", ".db", ".json", ".jsonld", ".docx"):
        assert f"*{suffix}" in offered
    dialog.reject()
