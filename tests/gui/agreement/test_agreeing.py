"""The agreement page over a real library: measured, shown, and kept true to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desk import drawing, importing, tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.snapshot import indices
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.store.write import Author
from annotator.ui.agreement import agreeing
from annotator.ui.agreement.agreeing import Agreeing
from annotator.ui.agreement.building import DRAWN, EVERYWHERE, HERE
from annotator.ui.agreement.page import AgreementPage
from annotator.ui.theme import LIGHT
from factories import BEN, CHLOE
from screens import open_screen, shut

V, D, U = Tag.VERIFIED, Tag.DISPUTED, Tag.UNATTRIBUTED
Judge = Callable[[Author | None, ArticleId, Sequence[Tag | None]], None]


@pytest.fixture
def judge(library: OpenLibrary) -> Judge:
    """Has somebody tag the first claims of an article, each as it says; None: left alone."""

    def judged(author: Author | None, article: ArticleId, tags: Sequence[Tag | None]) -> None:
        acting = library if author is None else OpenLibrary(library.store, author)
        snapshot = reading.snapshot(library.store, article, acting.me)
        for index, tag in enumerate(tags):
            if tag is not None:
                note = f"{acting.author.name} on {index}"
                tagging.tag(acting, article, [snapshot.id_at(index)], tag, note=note)

    return judged


@pytest.fixture
def keeping(qtbot: QtBot, library: OpenLibrary) -> Iterator[Agreeing]:
    page = AgreementPage(LIGHT)
    qtbot.addWidget(page)
    page.resize(1440, 830)
    page.show()
    made = Agreeing(library, page)
    made.page = page  # type: ignore[attr-defined]
    yield made
    made.close()
    page.close()


def page_of(keeping: Agreeing) -> AgreementPage:
    page: AgreementPage = keeping.page  # type: ignore[attr-defined]
    return page


def test_two_people_are_compared(
    library: OpenLibrary, sample: ArticleId, judge: Judge, keeping: Agreeing
) -> None:
    judge(None, sample, [V, V, D, U])
    judge(BEN, sample, [V, D, D, U])
    keeping.open(sample)
    page = page_of(keeping)
    assert page.view is not None
    assert page.view.words[0].startswith("You and Ben agree on 3 of 4 claims")
    assert page.cell == (0, 1)
    line = page.right.list.claims.line(0)
    assert (line.number, line.article) == ("1", sample)
    assert line.notes == (("You", f"{library.author.name} on 1"), ("Ben", "Ben on 1"))
    assert page.view.measured == "4 claims in 1 article"


def test_one_begins_with_whom_one_shares_most(
    sample: ArticleId, judge: Judge, keeping: Agreeing
) -> None:
    judge(None, sample, [V, V, V])
    judge(BEN, sample, [V])
    judge(CHLOE, sample, [V, V, D])
    keeping.open(sample)
    page = page_of(keeping)
    assert page.view is not None
    assert [page.view.called(place) for place in page.view.chosen or ()] == ["You", "Chloé"]
    page.pair_wanted.emit("Ben", "Chloé")
    assert page.view.words[0].startswith("Ben and Chloé")
    page.all_wanted.emit()
    assert page.view.chosen is None
    assert page.view.words[0].startswith("Two who tagged the same claim")


def test_this_article_and_all_of_them(
    library: OpenLibrary, sample: ArticleId, judge: Judge, keeping: Agreeing
) -> None:
    text = "Port strike\n\nIt is over. Nobody came. The port is open."
    other = importing.save(library, importing.prepare(text.encode(), "strike.txt")).article
    judge(None, sample, [V, V])
    judge(BEN, sample, [V, D])
    judge(None, other, [U, U, U])
    judge(BEN, other, [U, U, D])
    keeping.open(sample)
    page = page_of(keeping)
    assert page.view is not None
    assert [(row.key, row.label, row.units) for row in page.view.scopes] == [
        (HERE, "This article", 2),
        (EVERYWHERE, "Both compared articles", 5),
    ]
    assert page.view.measured == "5 claims in 2 articles"
    titles = [page.view.claims.line(at).title for at in page.view.claims.in_cell(2, 2)]
    assert titles == ["Port strike", "Port strike"]
    page.scope_wanted.emit(HERE)
    assert page.view.words[0].startswith("You and Ben agree on 1 of 2 claims")


def test_the_drawn_claims_by_themselves(
    library: OpenLibrary, sample: ArticleId, judge: Judge, keeping: Agreeing
) -> None:
    judge(None, sample, [V] * 20)
    judge(BEN, sample, [V] * 10 + [D] * 10)
    keeping.open(sample)
    page = page_of(keeping)
    assert page.view is not None
    assert [row.key for row in page.view.scopes] == [EVERYWHERE]
    spans = drawing.draw(library, [sample], 12, "7").spans[sample]
    keeping.open(sample)
    snapshot = reading.snapshot(library.store, sample, library.me)
    places = indices(snapshot, spans)
    both = sum(at < 20 for at in places)
    alike = sum(at < 10 for at in places)
    assert [(row.key, row.label, row.units) for row in page.view.scopes] == [
        (EVERYWHERE, "The one compared article", 20),
        (DRAWN, "The drawn claims", both),
    ]
    page.scope_wanted.emit(DRAWN)
    assert page.view.words[0].startswith(f"You and Ben agree on {alike} of {both} claims")
    assert page.view.counted.endswith("Only what was drawn for a second check counts: 12 claims.")
    apart = [snapshot.number(at) for at in places if 10 <= at < 20]
    assert [page.right.list.claims.line(0).number] == [str(number) for number in apart[:1]]


def test_first_tags_and_tags_as_they_stand_now(
    library: OpenLibrary, sample: ArticleId, judge: Judge, keeping: Agreeing
) -> None:
    judge(None, sample, [V, V])
    judge(BEN, sample, [V, D])
    keeping.open(sample)
    page = page_of(keeping)
    page.counting_wanted.emit("now")
    assert page.view is not None
    assert page.view.counted == "Counted are the tags as they stand now."
    assert keeping.found is not None
    assert keeping.found.units == 2


def test_what_is_tagged_meanwhile_is_measured_again(
    qtbot: QtBot, sample: ArticleId, judge: Judge, keeping: Agreeing
) -> None:
    judge(None, sample, [V, V])
    judge(BEN, sample, [V, D])
    keeping.open(sample)
    with qtbot.waitSignal(keeping.shown, timeout=10_000):
        judge(None, sample, [None, D])
    page = page_of(keeping)
    assert page.view is not None
    assert page.view.words[0].startswith("You and Ben agree on 2 of 2 claims")


def test_nothing_is_measured_for_a_page_that_is_gone(
    qtbot: QtBot, sample: ArticleId, judge: Judge, keeping: Agreeing
) -> None:
    judge(None, sample, [V, V])
    keeping.open(sample)
    keeping.let_go()
    with qtbot.assertNotEmitted(keeping.shown, wait=2 * agreeing.SOON):
        judge(None, sample, [D])
    assert keeping.found is None


def test_alone_there_is_nothing_to_compare(
    library: OpenLibrary, sample: ArticleId, judge: Judge, keeping: Agreeing
) -> None:
    keeping.open(sample)
    page = page_of(keeping)
    assert page.view is not None
    assert page.view.words[0] == "Nobody tagged anything, so there is nothing to compare."
    judge(None, sample, [V])
    keeping.open(sample)
    assert (
        page.view.words[0] == f"Only {library.author.name} tagged, so there is nothing to compare."
    )


def test_a_large_library_is_measured_off_the_windows_thread(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    sample: ArticleId,
    judge: Judge,
    keeping: Agreeing,
) -> None:
    judge(None, sample, [V, V, D])
    judge(BEN, sample, [V, D, D])
    monkeypatch.setattr(agreeing, "QUICK", 0)
    page = page_of(keeping)
    with qtbot.waitSignal(keeping.shown, timeout=20_000):
        keeping.open(sample)
        assert page.middle.headline.text() == "Measuring…"
        assert page.view is None
    assert page.view is not None
    assert page.view.words[0].startswith("You and Ben agree on 2 of 3 claims")
    QApplication.processEvents()


def test_in_the_window_the_heat_map_has_the_keys_and_enter_leads_to_the_claim(
    qtbot: QtBot, library: OpenLibrary, sample: ArticleId, judge: Judge
) -> None:
    judge(None, sample, [V, V, D, U])
    judge(BEN, sample, [V, D, D, U])
    screen = open_screen(qtbot, library)
    screen.press("Ctrl+2", "G")
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "You verified, Ben disputed: 1 claim"
    screen.press("V")
    assert screen.standing(1) is Standing.VERIFIED, "no key here tags or settles"
    assert not screen.saved("SELECT * FROM decisions")
    screen.press("Enter")
    assert screen.number == 1
    assert not screen.window.room.switch.agreement
    screen.press("G")
    QApplication.processEvents()
    screen.press("Escape")
    assert not screen.window.room.switch.agreement
    shut(screen)
