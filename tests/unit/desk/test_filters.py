"""Filters, alone and together with words, and kept under a name."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from annotator.desk import (
    assessing,
    evidencing,
    filters,
    layout,
    merging,
    search_claims,
    searching,
    sending,
    tagging,
)
from annotator.desk.desk import Desk
from annotator.desk.filters import ANY, NO_FILTER, Filters, read_filters
from annotator.desk.library import OpenLibrary
from annotator.desk.search_found import GroupKind
from annotator.domain.article import ArticleId
from annotator.domain.assessment import ClaimType, Flag, FlagKind
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing, Tag
from annotator.store import narrowing
from annotator.store.doctor import examine
from finding import PORT, Opened, add_item, bring_in, claims_of, found, hits

TODAY = datetime.now().astimezone().date()


@pytest.fixture
def worked(desk: Desk) -> Desk:
    """Claim 4 disputed with evidence, 12 verified, 19 flagged; one of the port is disputed."""
    library, article = desk.library, desk.article
    claims = claims_of(library, article)
    tagging.tag(library, article, claims[4:5], Tag.DISPUTED)
    tagging.tag(library, article, claims[12:13], Tag.VERIFIED)
    add_item(library, article, claims[4:5], "plan", title="A map")
    assessing.set_flag(library, article, claims[19:20], Flag(FlagKind.RING, "ISNA"))
    assessing.set_type(library, article, claims[12:13], ClaimType.EVENT)
    port = bring_in(library, PORT)
    tagging.tag(library, port, claims_of(library, port)[1:2], Tag.DISPUTED)
    return desk


def numbers(desk: Desk, given: Filters, typed: str = "") -> list[int | None]:
    return [
        hit.number
        for hit in hits(found(desk.library, typed, desk.article, given, 99), GroupKind.HERE)
    ]


DISPUTED = frozenset({Standing.DISPUTED})
UNTAGGED = frozenset({Standing.UNTAGGED})
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Filters(DISPUTED), [4]),
        (Filters(frozenset({Standing.DISPUTED, Standing.VERIFIED})), [4, 12]),
        (Filters(has_evidence=True), [4]),
        (Filters(DISPUTED, has_evidence=False), []),
        (Filters(frozenset({Standing.VERIFIED}), has_evidence=False), [12]),
        (Filters(flag=ANY), [19]),
        (Filters(flag="ring"), [19]),
        (Filters(flag="ask"), []),
        (Filters(type=ClaimType.EVENT), [12]),
        (Filters(type=ClaimType.OPINION), []),
        (Filters(since=TODAY - DAY), [4, 12, 19]),
        (Filters(since=TODAY + 2 * DAY), []),
        (Filters(until=TODAY + DAY), [4, 12, 19]),
        (Filters(until=TODAY - 2 * DAY), []),
        (Filters(reminder="no-evidence"), [12]),
        (Filters(reminder=ANY), [4, 12]),
        (Filters(DISPUTED, reminder="no-evidence"), []),
    ],
)
def test_a_filter_without_words(worked: Desk, given: Filters, expected: list[int]) -> None:
    assert numbers(worked, given) == expected


def test_what_is_untagged_is_all_the_rest(worked: Desk) -> None:
    shown = numbers(worked, Filters(UNTAGGED))
    assert len(shown) == worked.held.total - 2
    assert 19 in shown
    assert numbers(worked, Filters(UNTAGGED), "kerman") == [19, 43]


def test_words_and_filters_together(worked: Desk) -> None:
    assert numbers(worked, Filters(DISPUTED), "kerman") == [4]
    assert numbers(worked, Filters(DISPUTED), "nothing") == []
    of = found(worked.library, "kerman", worked.article, Filters(DISPUTED))
    assert [group.kind for group in of.groups] == [GroupKind.HERE, GroupKind.ELSEWHERE]
    assert [hit.claims for hit in hits(of, GroupKind.ELSEWHERE)] == ["1 claim"]
    assert of.count == 2


def test_evidence_and_notes_of_the_claims_that_are_left(worked: Desk) -> None:
    of = found(worked.library, "map", worked.article, Filters(DISPUTED))
    assert len(hits(of, GroupKind.RECORDS)) == 1
    of = found(worked.library, "map", worked.article, Filters(frozenset({Standing.VERIFIED})))
    assert not of.groups


def test_many_claims_with_the_words_are_read_and_looked_at(
    worked: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Either way, whichever is quicker."""
    quick = [numbers(worked, Filters(UNTAGGED), typed) for typed in ("the", "kerman", '"the de')]
    monkeypatch.setattr(search_claims, "FEW_HITS", 1)
    monkeypatch.setattr(narrowing, "PAGE", 7)
    slow = [numbers(worked, Filters(UNTAGGED), typed) for typed in ("the", "kerman", '"the de')]
    assert slow == quick
    assert len(quick[0]) > 30


def test_every_claim_that_is_found_by_article(worked: Desk) -> None:
    of = searching.claims_found(worked.library, "", Filters(DISPUTED))
    claims = claims_of(worked.library, worked.article)
    assert of[worked.article] == [claims[4]]
    assert len(of) == 2
    both = searching.claims_found(worked.library, "kerman")
    assert both[worked.article] == [claims[at] for at in (4, 12, 19, 43)]


def test_a_claim_that_is_no_more_or_page_furniture_is_not_there(worked: Desk) -> None:
    span = worked.held.span(4)
    layout.split(worked.library, worked.held, 4, span.start + 20)
    assert numbers(worked, Filters(DISPUTED)) == []
    worked.open(worked.article)
    layout.set_furniture(worked.library, worked.held, worked.held.span(13), furniture=True)
    assert numbers(worked, Filters(frozenset({Standing.VERIFIED}))) == []


def test_evidence_that_was_taken_away_is_none(worked: Desk) -> None:
    (item,) = evidencing.find(worked.library, "map", None)
    evidencing.remove(worked.library, item.id)
    assert numbers(worked, Filters(has_evidence=True)) == []


def test_a_filter_comes_back_as_it_was_kept() -> None:
    whole = Filters(
        DISPUTED | UNTAGGED,
        "ben",
        ArticleId("a"),
        TODAY,
        TODAY + DAY,
        False,
        "no-evidence",
        "ring",
        ClaimType.EVENT,
    )
    assert read_filters(json.loads(json.dumps(whole.json()))) == whole
    assert read_filters(NO_FILTER.json()) == NO_FILTER
    assert NO_FILTER.json() == {}
    nonsense = {
        "standings": "x",
        "since": "never",
        "has_evidence": "yes",
        "reminder": "x",
        "flag": "x",
        "type": "x",
    }
    assert read_filters(nonsense) == read_filters(None) == read_filters([]) == NO_FILTER
    assert read_filters({"standings": ["disputed", "x"]}) == Filters(DISPUTED)


def test_a_search_is_kept_under_a_name_replaced_and_forgotten(worked: Desk, opened: Opened) -> None:
    library = worked.library
    kept = filters.save(library, " Open  disputes ", "kerman", Filters(DISPUTED))
    assert kept.name == "Open disputes"
    filters.save(library, "all flags", "", Filters(flag=ANY))
    assert [one.name for one in filters.saved(library)] == ["all flags", "Open disputes"]
    again = filters.saved(opened("Ada"))
    assert again == filters.saved(library), "it is in the file"
    filters.save(library, "Open disputes", "", Filters(DISPUTED, has_evidence=False))
    (_, changed) = filters.saved(library)
    assert changed.typed == ""
    assert changed.filters.has_evidence is False
    assert filters.saved(opened("Ben")) == (), "everybody keeps one's own"
    assert filters.remove(library, "all flags")
    assert not filters.remove(library, "all flags")
    assert [one.name for one in filters.saved(library)] == ["Open disputes"]
    assert examine(library.store) == ()


@pytest.mark.parametrize(
    ("name", "typed", "given", "says"),
    [
        ("", "x", NO_FILTER, "name is empty"),
        ("x" * 61, "x", NO_FILTER, "longer than 60"),
        ("a\0b", "x", NO_FILTER, "NUL"),
        ("name", " ", NO_FILTER, "nothing to keep"),
        ("name", "a\0b", NO_FILTER, "NUL"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    library: OpenLibrary, name: str, typed: str, given: Filters, says: str
) -> None:
    with pytest.raises(AnnotatorError, match=says):
        filters.save(library, name, typed, given)
    assert filters.saved(library) == ()


def test_kept_searches_stay_when_a_merge_is_taken_back(
    worked: Desk, opened: Opened, tmp_path: Path
) -> None:
    ben = opened("Ben", "ben.db")
    bring_in(ben, "Another\n\nText of Ben.")
    parcel = tmp_path / "ben.annotations"
    sending.send(ben, [row[0] for row in ben.store.rows("SELECT id FROM articles")], parcel)
    merging.merge(worked.library, [parcel])
    filters.save(worked.library, "kept", "kerman", NO_FILTER)
    merging.take_back(worked.library)
    assert [one.name for one in filters.saved(worked.library)] == ["kept"]
    assert found(worked.library, "ben").count == 0
