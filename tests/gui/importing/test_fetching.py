"""Web addresses: listed when they are pasted, fetched only when somebody says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.importers.net import fetch
from annotator.ui.acts import articles
from annotator.ui.importing.view import Offer
from annotator.ui.incoming import State
from importing import over, page, shown, words
from screens import Screen
from webserver import Answer, Site, near, serving

MENU = b"<html><body><nav><a href='/a'>Home</a> <a href='/b'>News</a></nav></body></html>"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web server on this machine; whoever fetches reaches it by whatever name."""
    monkeypatch.setattr(fetch, "WEB", near())
    answers = {"/a": Answer(), "/menu": Answer(MENU), "/gone": Answer(b"", status=404)}
    with serving(answers) as running:
        yield running


def test_pasting_addresses_contacts_nobody(qtbot: QtBot, screen: Screen, site: Site) -> None:
    QApplication.clipboard().setText(f"{site.at('/a')}\n{site.at('/menu')}\n")
    screen.press("Ctrl+Shift+V")
    assert shown(screen)
    assert words(page(screen)).count("an address: fetch it?") == 2
    screen.press("Enter")
    QTest.qWait(50)
    assert site.paths == [], "Enter on the page fetches nothing either"
    screen.press("Escape")
    assert screen.said == "Import: 2 web addresses"
    screen.window.frame.bottom._look.click()
    for row in tuple(page(screen).rows.values()):
        row.buttons[Offer.LEAVE].click()
    screen.press("Escape")
    assert not screen.said.startswith("Import"), "what is not wanted waits no longer"


def test_what_is_listed_is_fetched_by_its_button(qtbot: QtBot, screen: Screen, site: Site) -> None:
    data = QMimeData()
    data.setUrls([QUrl(site.at("/a")), QUrl(site.at("/gone"))])
    articles.drop(screen.window.room, data)
    first, second = page(screen).rows.values()
    first.buttons[Offer.FETCH].click()
    qtbot.waitUntil(over(screen))
    assert site.paths == ["/a"]
    assert second.line.offers == (Offer.FETCH, Offer.LEAVE)
    assert screen.window.room.imports.entries[0].state is State.READ
    page(screen).fetch_wanted.emit([screen.window.room.imports.entries[1].key])
    qtbot.waitUntil(over(screen))
    screen.window.room.importing.now()  # type: ignore[union-attr]
    assert "Not read: " in words(page(screen))
    assert "1 read, 1 failed" in words(page(screen))


def test_a_typed_address_is_fetched_by_enter(qtbot: QtBot, screen: Screen, site: Site) -> None:
    screen.press("Ctrl+L")
    screen.write(site.at("/a"))
    assert site.paths == []
    screen.press("Enter")
    qtbot.waitUntil(lambda: site.paths == ["/a"])
    qtbot.waitUntil(over(screen))
    desk = screen.window.room.desk
    qtbot.waitUntil(lambda: desk.held.article.title == "A bridge opens")
    assert not shown(screen)


def test_a_page_without_an_article_offers_its_whole_text(
    qtbot: QtBot, screen: Screen, site: Site
) -> None:
    screen.press("Ctrl+L")
    screen.write(site.at("/menu"))
    screen.press("Enter")
    qtbot.waitUntil(over(screen))
    screen.window.room.importing.now()  # type: ignore[union-attr]
    (row,) = page(screen).rows.values()
    assert row.line.refused
    row.buttons[Offer.WHOLE].click()
    qtbot.waitUntil(over(screen))
    (entry,) = screen.window.room.imports.entries
    assert entry.state is State.READ
    assert site.paths == ["/menu", "/menu"]
