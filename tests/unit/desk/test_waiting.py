"""The queue: what waits, what came back, whom one sent something back, over all articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import deciding, importing, passes, sight, tagging
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.waiting import QueueRow, queue
from annotator.domain.article import ArticleId
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.people import Hide
from annotator.domain.review import ArticleStage
from annotator.domain.tags import Standing, Tag

OTHER = "Port strike enters third week\n\nThe strike began on Monday. Nobody has gone back.\n"
Opened = Callable[..., OpenLibrary]


def tag(desk: Desk, library: OpenLibrary, *at: int, tag: Tag = Tag.VERIFIED) -> None:
    tagging.tag(library, desk.article, [desk.held.id_at(index) for index in at], tag)


@pytest.fixture
def ben(desk: Desk, opened: Opened) -> OpenLibrary:
    """They differ on 1, 2 and 3."""
    ben = opened("Ben")
    tag(desk, ben, 1, 2, 3, 4, tag=Tag.DISPUTED)
    tag(desk, desk.library, 1, 2, 3)
    passes.submit(desk.library, desk.article)
    return ben


def row(desk: Desk, library: OpenLibrary | None = None) -> QueueRow:
    (found,) = queue(library or desk.library, [desk.article])
    return found


def counts(of: QueueRow) -> tuple[int, int, int]:
    return of.open, of.returned, of.settled


def test_what_waits_came_back_and_is_settled(desk: Desk, ben: OpenLibrary) -> None:
    assert counts(row(desk)) == (3, 0, 0)
    spans = [desk.held.span(index) for index in (1, 2)]
    deciding.decide(desk.library, desk.article, spans, Standing.VERIFIED)
    assert counts(row(desk)) == (1, 0, 2)
    tag(desk, ben, 1, tag=Tag.UNATTRIBUTED)
    assert counts(row(desk)) == (1, 1, 1)
    assert row(desk).waiting == 2
    assert row(desk).stage.stage is ArticleStage.IN_REVIEW


def test_before_one_looks_only_what_one_judged_counts(desk: Desk, ben: OpenLibrary) -> None:
    tag(desk, desk.library, 4)
    assert counts(row(desk, ben)) == (4, 0, 0)
    tagging.clear(ben, desk.article, [desk.held.id_at(4)])
    assert counts(row(desk, ben)) == (3, 0, 0)


def test_a_stranger_to_it_sees_nothing_wait(desk: Desk, ben: OpenLibrary, opened: Opened) -> None:
    zoe = opened("Zoë")
    assert counts(row(desk, zoe)) == (0, 0, 0)
    sight.reveal(zoe, desk.article, desk.held.id_at(2))
    assert counts(row(desk, zoe)) == (1, 0, 0)
    sight.reveal(zoe, desk.article)
    assert counts(row(desk, zoe)) == (3, 0, 0)


def test_blind_nothing_is_counted(desk: Desk, ben: OpenLibrary) -> None:
    sight.ask_blind(desk.library, desk.article)
    assert counts(row(desk, ben)) == (0, 0, 0)
    assert row(desk, ben).to_answer[0].name == "Ada"


def test_whom_one_hid_is_left_out(desk: Desk, ben: OpenLibrary) -> None:
    passes.submit(ben, desk.article)
    assert [one.name for one in row(desk).to_answer] == ["Ben"]
    desk.library.perform(Hide(AnalystId(ben.me), True))
    assert counts(row(desk)) == (0, 0, 0)
    assert row(desk).to_answer == ()


def test_passes_to_answer_sent_back_and_one_s_own(desk: Desk, ben: OpenLibrary) -> None:
    assert [one.name for one in row(desk, ben).to_answer] == ["Ada"]
    passes.return_(ben, desk.article, desk.library.me, "claim 1 has no source")
    assert row(desk, ben).to_answer == ()
    ((sent, why),) = row(desk, ben).sent_back
    assert (sent.name, why) == ("Ada", "claim 1 has no source")
    assert row(desk).came_back == "Your pass was returned by Ben: claim 1 has no source"
    assert row(desk).sent_back == ()
    passes.submit(desk.library, desk.article)
    assert row(desk).came_back == ""
    assert row(desk, ben).sent_back == ()


def test_every_article_of_one_s_list_is_in_it(desk: Desk, ben: OpenLibrary) -> None:
    second: ArticleId = importing.save(desk.library, importing.prepare_pasted(OTHER)).article
    found = queue(desk.library)
    assert [one.article for one in found] == [desk.article, second]
    assert [counts(one) for one in found] == [(3, 0, 0), (0, 0, 0)]
    assert found[1].title == "Port strike enters third week"
    passes.settle_article(ben, desk.article)
    first, _ = queue(desk.library)
    assert (first.stage.stage, first.by) == (ArticleStage.SETTLED, "Ben")
