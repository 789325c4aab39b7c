"""What came with the text stands at its claim: links, and what the writer noted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import records
from annotator.desk.library import OpenLibrary
from annotator.domain.evidence import Linked
from annotator.ui.claim.cameview import LinkView, RemarkView
from annotator.ui.claim.links import LinkRow
from annotator.ui.claim.remarks import RemarkCard
from enclosed import REPORT, saved
from recordscreen import claim, go, held, panel
from screens import Screen, open_screen, shut


@pytest.fixture
def screen(qtbot: QtBot, library: OpenLibrary) -> Iterator[Screen]:
    """A window on an article that came with links and remarks."""
    saved(library)
    shown = open_screen(qtbot, library)
    yield shown
    shut(shown)


def links(screen: Screen) -> list[LinkRow]:
    return panel(screen).links.rows


def cards(screen: Screen) -> list[RemarkCard]:
    return panel(screen).remarks.cards


def linked(screen: Screen, number: int) -> tuple[Linked, ...]:
    library = screen.session.library
    return records.record_of(library, claim(screen, number)).evidence


def test_a_link_stands_at_its_claim_and_nowhere_else(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 1)
    qtbot.waitUntil(lambda: len(links(screen)) == 1)
    assert links(screen)[0].value.whole == ("“harbour master” → example.org/people/harbour-master")
    go(screen, 2)
    assert links(screen) == []
    go(screen, 3)
    qtbot.waitUntil(lambda: len(links(screen)) == 1)
    assert "example.org/report" in links(screen)[0].value.whole


def test_thousands_of_links_are_unfolded_step_by_step(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 1)
    many = [
        LinkView(f"word {n}", f"https://example.org/{n}", f"example.org/{n}") for n in range(5000)
    ]
    part = panel(screen).links
    part.show_links(claim(screen, 1), many)
    assert len(part.rows) == part.SHOWN
    assert part._more.text() == "and 4,997 more"
    part._more.click()
    assert len(part.rows) == part.SHOWN + part.STEP
    part._more.click()
    assert len(part.rows) == part.SHOWN + 2 * part.STEP
    part.show_links(claim(screen, 1), many[:5])
    assert len(part.rows) == 5
    assert part._more.isHidden()


def test_tab_goes_from_link_to_link_and_on_to_what_unfolds_more(screen: Screen) -> None:
    go(screen, 1)
    many = [LinkView(str(n), f"https://example.org/{n}", f"example.org/{n}") for n in range(9)]
    part = panel(screen).links
    part.show_links(claim(screen, 1), many)
    part._more.click()
    wanted = [button for row in part.rows for button in (row.open, row.take)]
    wanted[0].setFocus()
    reached = [QApplication.focusWidget()]
    for _ in wanted[1:]:
        screen.press("Tab")
        reached.append(QApplication.focusWidget())
    assert reached == wanted


def test_hundreds_of_remarks_are_unfolded_step_by_step(screen: Screen) -> None:
    go(screen, 1)
    part = panel(screen).remarks
    part.show_offers(
        claim(screen, 1), [RemarkView(n, "Comment by Ben", "Why?") for n in range(1, 501)]
    )
    assert len(part.cards) == part.SHOWN
    part._more.click()
    assert len(part.cards) == part.SHOWN + part.STEP
    assert part._more.text() == "478 more by the writer"


def test_it_is_opened_only_when_somebody_asks(
    qtbot: QtBot, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    go(screen, 3)
    qtbot.waitUntil(lambda: len(links(screen)) == 1)
    assert opened == []
    links(screen)[0].open.click()
    assert opened == [REPORT]


def test_it_goes_into_the_entry_of_evidence_and_waits_there(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 3)
    qtbot.waitUntil(lambda: len(links(screen)) == 1)
    links(screen)[0].take.click()
    screen.write('+ "four ports"')
    screen.press("Enter")
    (one,) = linked(screen, 3)
    assert one.item is not None
    assert (one.item.url, one.link.quote) == (REPORT, "four ports")


def test_a_footnote_is_a_suggestion_until_it_is_kept_as_evidence(
    qtbot: QtBot, screen: Screen
) -> None:
    go(screen, 1)
    qtbot.waitUntil(lambda: len(cards(screen)) == 2)
    assert linked(screen, 1) == ()
    by_words = {card.words.partition("\n")[0]: card for card in cards(screen)}
    by_words["Footnote by the writer"].as_evidence.click()
    (one,) = linked(screen, 1)
    assert one.item is not None
    assert one.item.url == "https://example.org/figures"
    qtbot.waitUntil(lambda: len(cards(screen)) == 1)
    screen.press("Ctrl+Z")
    assert linked(screen, 1) == ()
    qtbot.waitUntil(lambda: len(cards(screen)) == 2)


def test_a_comment_is_kept_as_a_note_or_set_aside(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 1)
    qtbot.waitUntil(lambda: len(cards(screen)) == 2)
    by_words = {card.words.partition("\n")[0]: card for card in cards(screen)}
    by_words["Comment by Ben Editor"].as_note.click()
    assert held(screen, 1).note == "Comment by Ben Editor: Which year?"
    qtbot.waitUntil(lambda: len(cards(screen)) == 1)
    cards(screen)[0].away.click()
    qtbot.waitUntil(lambda: cards(screen) == [])
    assert linked(screen, 1) == ()
    assert "set aside" in screen.said


def test_on_the_page_a_tip_says_where_words_lead(qtbot: QtBot, screen: Screen) -> None:
    go(screen, 1)
    qtbot.waitUntil(lambda: len(links(screen)) == 1)
    page = screen.window.room.page
    tips = {
        page._leads_to(QPointF(x, y))
        for y in range(0, page.height(), 5)
        for x in range(0, page.width(), 5)
    }
    assert tips == {
        "",
        "Leads to https://example.org/people/harbour-master",
        f"Leads to {REPORT}",
    }
