"""The story of an article: the newest first, to look through, and Enter goes to the claim."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk import opening, tagging, undoing
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.story import story
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.blind import AskBlind
from annotator.domain.tags import Tag
from annotator.ui.action import ActionId
from annotator.ui.story.page import StoryPage
from evidencescreen import focused
from screens import Screen


def told(page: StoryPage) -> list[str]:
    return [f"{line.does}, {line.where}".removesuffix(", ") for line in page.model.shown()]


def open_page(qtbot: QtBot, screen: Screen, count: int) -> StoryPage:
    screen.window.run(ActionId.STORY)
    page = screen.window.room.story.page
    assert page is not None
    qtbot.waitUntil(lambda: page.model.rowCount() == count and "so far" not in page.says)
    return page


def claim(library: OpenLibrary, article: ArticleId, number: int) -> ClaimId:
    desk = Desk(library)
    desk.open(article)
    index = desk.held.index_of_number(number)
    assert index is not None
    found = desk.held.id_at(index)
    desk.close()
    return found


@pytest.fixture
def ben(library: OpenLibrary) -> OpenLibrary:
    """A colleague in the same library, on a connection of his own."""
    return opening.open_for(library.path, "Ben", create=False)


def test_the_newest_edit_comes_first_with_who_and_where(qtbot: QtBot, screen: Screen) -> None:
    screen.press("J", "J", "D", "V")
    page = open_page(qtbot, screen, 3)
    first, second, last = told(page)
    assert first.startswith("untagged → verified, claim 3 “")
    assert second.startswith("untagged → disputed, claim 2 “")
    assert last == "imported"
    assert page.says == "3 edits"
    assert focused() is page.table
    assert page.who is not None
    assert not page.who.isVisible(), "nobody else did anything"


def test_enter_goes_to_the_claim(qtbot: QtBot, screen: Screen) -> None:
    screen.press("J", "J", "D", "V")
    open_page(qtbot, screen, 3)
    screen.press("Down", "Enter")
    assert screen.window.room.page.isVisible()
    assert screen.number == 2
    assert screen.window.room.page.hasFocus()


def test_what_concerns_the_whole_article_leads_nowhere(qtbot: QtBot, screen: Screen) -> None:
    page = open_page(qtbot, screen, 1)
    assert not page.go.isEnabled()
    screen.press("Enter")
    assert page.isVisible()


def test_an_edit_that_was_taken_back_says_so(qtbot: QtBot, screen: Screen) -> None:
    screen.press("J", "J", "D", "Ctrl+Z")
    page = open_page(qtbot, screen, 3)
    assert page.model.data(page.model.index(1, 0)) == "untagged → disputed (taken back)"


def test_it_is_filtered_by_words(qtbot: QtBot, screen: Screen) -> None:
    screen.press("J", "J", "D", "V")
    page = open_page(qtbot, screen, 3)
    screen.press("V")
    page.filter.setText("verified claim")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.says == "3 edits · 1 shown"
    assert screen.saved("SELECT count(*) FROM assessments WHERE tag IS NOT NULL") == [(2,)]


def test_it_is_filtered_by_who_did_it(
    qtbot: QtBot, screen: Screen, ben: OpenLibrary, sample: ArticleId
) -> None:
    screen.press("J", "J", "D")
    tagging.tag(ben, sample, [claim(ben, sample, 2)], Tag.VERIFIED)
    page = open_page(qtbot, screen, 3)
    assert page.who is not None
    assert [pill.text() for pill in page.who.pills] == ["everybody", "Ben", "you"]
    page.who.pills[1].click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.model.row(0).analyst.name == "Ben"
    page.who.pills[1].click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    ben.close()


def test_what_a_colleague_holds_of_a_claim_shows_once_it_is_judged(
    qtbot: QtBot, screen: Screen, ben: OpenLibrary, sample: ArticleId
) -> None:
    tagging.tag(ben, sample, [claim(ben, sample, 2)], Tag.VERIFIED)
    page = open_page(qtbot, screen, 1)
    assert page.says == (
        "1 edit · 1 of colleagues show once you have judged or looked at the claim"
    )
    screen.press("Escape", "J", "J", "D")
    open_page(qtbot, screen, 3)
    assert "untagged → verified" in [line.does for line in page.model.shown()]
    ben.close()


def test_in_a_blind_check_nothing_of_colleagues_is_told(
    qtbot: QtBot, screen: Screen, ben: OpenLibrary, sample: ArticleId
) -> None:
    screen.press("J", "J", "D")
    tagging.tag(ben, sample, [claim(ben, sample, 2)], Tag.VERIFIED)
    ben.perform(AskBlind(sample))
    page = open_page(qtbot, screen, 3)
    assert not [line for line in page.model.shown() if "verified" in line.does]
    assert "Checked blind" in page.says
    ben.close()


def test_it_follows_what_is_done_meanwhile(
    qtbot: QtBot, screen: Screen, library: OpenLibrary, sample: ArticleId
) -> None:
    page = open_page(qtbot, screen, 1)
    tagging.tag(library, sample, [claim(library, sample, 4)], Tag.VERIFIED)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_portions_follow_on_each_other_whatever_their_size(
    library: OpenLibrary, sample: ArticleId
) -> None:
    for number in range(1, 12):
        tagging.tag(library, sample, [claim(library, sample, number)], Tag.VERIFIED)
    undoing.undo(library, sample)
    whole = [line for portion in story(library, sample) for line in portion.lines]
    cut = [line.lines for line in story(library, sample, 2, 5)]
    assert [len(lines) for lines in cut] == [2, 5, 5, 1]
    assert [line for lines in cut for line in lines] == whole
    assert [line.at for line in whole] == sorted((line.at for line in whole), reverse=True)


def test_a_claim_that_was_cut_leads_to_what_lies_there_now(
    qtbot: QtBot, screen: Screen, sample: ArticleId
) -> None:
    screen.press("J", "J", "D")
    screen.window.room.hand.go(screen.window.room.desk.held.index_of_number(2))
    screen.press("M")
    page = open_page(qtbot, screen, 3)
    page.table.selectRow(1)
    screen.press("Enter")
    assert screen.number == 2
