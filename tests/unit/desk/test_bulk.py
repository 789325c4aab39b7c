"""What is done to many claims of several articles is one edit, undone as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.desk import bulk, merging, searching, sending, sight, tagging, undoing
from annotator.desk.desk import Desk
from annotator.desk.filters import Filters
from annotator.desk.library import OpenLibrary
from annotator.desk.passes import settle_article
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Flag, FlagKind
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Change
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.store.doctor import examine
from annotator.store.history import history
from finding import PORT, Opened, bring_in, claims_of


@pytest.fixture
def found(desk: Desk) -> bulk.Claims:
    """The claims with a word in two articles."""
    bring_in(desk.library, PORT)
    return searching.claims_found(desk.library, "kerman")


def tags(library: OpenLibrary, claims: bulk.Claims) -> list[Tag | None]:
    return [
        reading.assessment(library.store, library.me, claim).tag
        for of in claims.values()
        for claim in of
    ]


def edits(library: OpenLibrary) -> int:
    return int(library.store.rows("SELECT count(*) FROM edits")[0][0])


def test_all_that_was_found_is_tagged_by_one_edit(desk: Desk, found: bulk.Claims) -> None:
    told: list[Change] = []
    desk.library.subscribe(told.append)
    before = edits(desk.library)
    applied = bulk.tag_all(desk.library, found, Tag.DISPUTED)
    assert applied is not None
    assert edits(desk.library) == before + 1
    assert tags(desk.library, found) == [Tag.DISPUTED] * 5
    assert {change.article for change in told} == set(found)
    assert desk.held.count(Standing.DISPUTED) == 4
    assert bulk.tag_all(desk.library, found, Tag.DISPUTED) is None
    assert bulk.tag_all(desk.library, {}, Tag.DISPUTED) is None
    assert examine(desk.library.store) == ()


def test_it_is_undone_as_a_whole_from_either_article(desk: Desk, found: bulk.Claims) -> None:
    library = desk.library
    port = next(article for article in found if article != desk.article)
    tagging.tag(library, port, found[port], Tag.VERIFIED)
    bulk.tag_all(library, found, Tag.DISPUTED)
    undoing.undo(library, desk.article)
    assert sorted(map(str, tags(library, found))) == ["None"] * 4 + ["verified"]
    undoing.redo(library, port)
    assert tags(library, found) == [Tag.DISPUTED] * 5


def test_the_history_of_each_article_tells_of_it(desk: Desk, found: bulk.Claims) -> None:
    """It is one edit in each of them, for it is undone as a whole."""
    bulk.tag_all(desk.library, found, Tag.DISPUTED)
    last = [history(desk.library.store, article)[-1] for article in found]
    assert len({row.id for row in last}) == 1
    assert last[0].does == "disputed"
    assert set(last[0].claims) == {claim for of in found.values() for claim in of}


def test_what_stands_so_already_is_left_out(desk: Desk, found: bulk.Claims) -> None:
    library = desk.library
    port = next(article for article in found if article != desk.article)
    tagging.tag(library, port, found[port], Tag.DISPUTED)
    applied = bulk.tag_all(library, found, Tag.DISPUTED)
    assert applied is not None
    assert applied.edits[-1].articles == (desk.article,)


def test_a_settled_article_keeps_all_from_being_tagged(desk: Desk, found: bulk.Claims) -> None:
    settle_article(desk.library, next(iter(found)))
    before = edits(desk.library)
    with pytest.raises(AnnotatorError, match="is settled"):
        bulk.tag_all(desk.library, found, Tag.DISPUTED)
    assert edits(desk.library) == before


def test_flags_are_set_and_taken_away_at_once(desk: Desk, found: bulk.Claims) -> None:
    library = desk.library
    before = edits(library)
    bulk.flag_all(library, found, Flag(FlagKind.RING, "ring the ministry"))
    assert edits(library) == before + 1
    flagged = searching.claims_found(library, "", Filters(flag="ring"))
    assert flagged == found
    assert bulk.flag_all(library, found, Flag(FlagKind.RING, "ring the ministry")) is None
    bulk.flag_all(library, found, None)
    assert searching.claims_found(library, "", Filters(flag="ring")) == {}
    with pytest.raises(AnnotatorError, match="day"):
        bulk.flag_all(library, found, Flag(FlagKind.RING, day="some day"))


def test_who_looked_says_whose_tags_were_shown(
    desk: Desk, found: bulk.Claims, opened: Opened
) -> None:
    ben = opened("Ben")
    claim = found[desk.article][0]
    tagging.tag(ben, desk.article, [claim], Tag.VERIFIED)
    sight.reveal(desk.library, desk.article)
    bulk.tag_all(desk.library, found, Tag.DISPUTED, looked=True)
    seen = reading.assessment(desk.library.store, desk.library.me, claim).seen
    assert seen == (ben.me,)


def test_a_parcel_with_one_article_has_the_tags_of_that_one(
    desk: Desk, found: bulk.Claims, opened: Opened, tmp_path: Path
) -> None:
    bulk.tag_all(desk.library, found, Tag.DISPUTED)
    port = next(article for article in found if article != desk.article)
    parcel = tmp_path / "one.annotations"
    sending.send(desk.library, [port], parcel)
    ben = opened("Ben", "ben.db")
    merging.merge(ben, [parcel])
    held = reading.assessment(ben.store, desk.library.me, ClaimId(found[port][0]))
    assert held.tag is Tag.DISPUTED
    rows = ben.store.rows("SELECT DISTINCT article FROM parts WHERE article IS NOT NULL")
    assert [ArticleId(row[0]) for row in rows] == [port]
    assert len(claims_of(ben, port)) > 1
