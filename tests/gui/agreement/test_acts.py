"""From the agreement page to a claim in Review, and to a file; in a real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk import importing, tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, Span
from annotator.domain.tags import Tag
from annotator.store import reading
from annotator.ui.acts import agreement
from annotator.ui.agreement.agreeing import Agreeing
from annotator.ui.agreement.page import AgreementPage
from annotator.ui.theme import LIGHT
from annotator.ui.views import View
from factories import BEN
from screens import Screen


@pytest.fixture
def page(qtbot: QtBot) -> AgreementPage:
    made = AgreementPage(LIGHT)
    qtbot.addWidget(made)
    made.resize(1440, 830)
    made.show()
    return made


@pytest.fixture
def agreeing(
    screen: Screen, library: OpenLibrary, sample: ArticleId, page: AgreementPage
) -> Iterator[Agreeing]:
    """The page over the sample, which two people have tagged differently in one claim."""
    for acting, tags in (
        (library, (Tag.VERIFIED, Tag.VERIFIED, Tag.VERIFIED)),
        (OpenLibrary(library.store, BEN), (Tag.VERIFIED, Tag.VERIFIED, Tag.DISPUTED)),
    ):
        snapshot = reading.snapshot(library.store, sample, acting.me)
        for index, tag in enumerate(tags, 2):
            tagging.tag(acting, sample, [snapshot.id_at(index)], tag)
    kept = agreement.keep(screen.window.room, page)
    kept.open(sample)
    yield kept
    kept.close()


def test_enter_opens_the_claim_in_review(
    screen: Screen, agreeing: Agreeing, page: AgreementPage
) -> None:
    assert agreeing.found is not None
    page.right.open_current()
    assert screen.window.room.switch.view is View.REVIEW
    assert screen.number == 4


def test_a_claim_of_another_article_opens_that_one(
    screen: Screen, library: OpenLibrary, agreeing: Agreeing, page: AgreementPage
) -> None:
    assert agreeing.found is not None
    text = "Port strike\n\nIt is over. Nobody came."
    other = importing.save(library, importing.prepare(text.encode(), "strike.txt")).article
    start = text.index("Nobody")
    page.claim_wanted.emit(other, Span(start, len(text)))
    assert screen.window.room.article == other
    assert screen.number == 2


def test_the_numbers_are_saved_as_csv(screen: Screen, agreeing: Agreeing, tmp_path: Path) -> None:
    assert agreeing.found is not None
    target = tmp_path / "numbers.csv"
    agreement.save_csv(screen.window.room, agreeing.found, target)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "Ben" in target.read_text(encoding="utf-8-sig")
    assert str(target) in screen.said


def test_a_file_that_is_there_is_replaced_only_after_a_question(
    screen: Screen, agreeing: Agreeing, tmp_path: Path
) -> None:
    assert agreeing.found is not None
    target = tmp_path / "numbers.csv"
    target.write_text("mine")
    agreement.save_csv(screen.window.room, agreeing.found, target)
    assert target.read_text() == "mine"
    assert "is there already" in screen.refused
    screen.window.room.messages.agree()
    assert "Ben" in target.read_text(encoding="utf-8-sig")


def test_without_numbers_there_is_nothing_to_save(
    screen: Screen, agreeing: Agreeing, page: AgreementPage
) -> None:
    agreeing.let_go()
    page.csv_wanted.emit()
    assert not screen.refused


def test_esc_is_the_way_back_to_the_article(
    screen: Screen, agreeing: Agreeing, page: AgreementPage
) -> None:
    room = screen.window.room
    room.switch.show(View.REVIEW, agreement=True)
    page.back_wanted.emit()
    assert agreeing.found is not None
    assert not room.switch.agreement
    assert room.switch.view is View.REVIEW
