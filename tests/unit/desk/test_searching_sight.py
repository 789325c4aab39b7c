"""A search tells nothing of colleagues that one may not see yet, not by a hit and not by a count."""

from __future__ import annotations

import pytest

from annotator.desk import (
    assessing,
    colleagues,
    evidencing,
    notes,
    passes,
    searching,
    sight,
    tagging,
)
from annotator.desk.desk import Desk
from annotator.desk.evidence_given import Given
from annotator.desk.filters import Filters
from annotator.desk.library import OpenLibrary
from annotator.desk.search_found import Found, GroupKind
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Audience, Flag, FlagKind
from annotator.domain.evidence import Contact
from annotator.domain.tags import Standing, Tag
from finding import Opened, add_item, bring_in, claims_of, found, hits, name_source, records

DISPUTED = frozenset({Standing.DISPUTED})


@pytest.fixture
def ben(desk: Desk, opened: Opened) -> OpenLibrary:
    """Ben recorded a zebra of claim 4 in every way there is."""
    ben = opened("Ben")
    claim = desk.held.id_at(4)
    tagging.tag(ben, desk.article, [claim], Tag.DISPUTED)
    notes.write_note(ben, desk.article, claim, "a zebra in a note")
    assessing.set_flag(ben, desk.article, [claim], Flag(FlagKind.ASK, "ask the zebra"))
    assessing.set_wording(ben, desk.article, claim, "A zebra was near.")
    add_item(ben, desk.article, [claim], "zebra quotation", title="Zebra map")
    name_source(ben, desk.article, claim, "Zebra News")
    return ben


EVERYTHING = 5
"""Note, flag, wording, evidence (once, by title and quotation) and source."""


def seen(desk: Desk, typed: str = "zebra") -> list[str]:
    return records(desk.library, typed, desk.article)


def judge(desk: Desk, index: int = 4) -> None:
    tagging.tag(desk.library, desk.article, [desk.held.id_at(index)], Tag.VERIFIED)


@pytest.mark.usefixtures("ben")
def test_before_one_judged_the_claim_nothing_is_found(desk: Desk) -> None:
    assert found(desk.library, "zebra", desk.article) == Found()
    assert searching.hits(desk.library, "zebra") == ([], False)
    judge(desk, 5)
    assert seen(desk) == [], "another claim shows nothing of this one"


def test_once_one_judged_it_everything_is_found_by_name(desk: Desk, ben: OpenLibrary) -> None:
    judge(desk)
    told = seen(desk)
    assert len(told) == EVERYTHING
    assert told[0] == "claim 4 · Ben’s evidence | Zebra map | zebra quotation"
    assert "claim 4 · Ben’s note | a zebra in a note" in told
    assert "claim 4 · Ben’s flag | ask the zebra" in told
    assert told[-1] == "1 claim | Zebra News"
    first = hits(found(desk.library, "zebra", desk.article), GroupKind.RECORDS)[0]
    assert first.analyst is not None
    assert first.analyst.name == "Ben"
    assert len(records(ben, "zebra", desk.article)) == EVERYTHING
    assert "Ben" not in " ".join(records(ben, "zebra", desk.article))


@pytest.mark.usefixtures("ben")
def test_who_looked_finds_it(desk: Desk) -> None:
    sight.reveal(desk.library, desk.article, desk.held.id_at(4))
    assert len(seen(desk)) == EVERYTHING


@pytest.mark.usefixtures("ben")
def test_who_submitted_finds_it(desk: Desk) -> None:
    judge(desk, 7)
    passes.submit(desk.library, desk.article)
    assert len(seen(desk)) == EVERYTHING


def test_while_blind_nothing_is_found_even_after_judging(desk: Desk, ben: OpenLibrary) -> None:
    sight.ask_blind(ben, desk.article)
    judge(desk)
    assert seen(desk) == []
    assert found(desk.library, "zebra", desk.article) == Found()
    sight.reveal(desk.library, desk.article, desk.held.id_at(4))
    assert len(seen(desk)) == EVERYTHING


def test_after_submitting_a_blind_check_everything_is_found(desk: Desk, ben: OpenLibrary) -> None:
    sight.ask_blind(ben, desk.article)
    judge(desk, 7)
    passes.submit(desk.library, desk.article)
    assert len(seen(desk)) == EVERYTHING


def test_whom_one_hid_is_not_found(desk: Desk, ben: OpenLibrary) -> None:
    judge(desk)
    hidden = colleagues.called(desk.library, "Ben")
    assert hidden.id == ben.me
    colleagues.hide(desk.library, hidden)
    assert seen(desk) == []
    colleagues.show(desk.library, hidden)
    assert len(seen(desk)) == EVERYTHING


def test_what_is_for_its_writer_alone_is_found_by_its_writer_alone(
    desk: Desk, opened: Opened
) -> None:
    ben, claim = opened("Ben"), desk.held.id_at(4)
    tagging.tag(ben, desk.article, [claim], Tag.DISPUTED)
    notes.write_note(ben, desk.article, claim, "a zebra for me", audience=Audience.ME)
    add_item(ben, desk.article, [claim], "zebra", title="Zebra map", audience=Audience.ME)
    shared = add_item(ben, desk.article, [claim], "gnu", title="Gnu map")
    evidencing.set_contact(
        ben, shared, Contact("c" * 8 + "-0000-4000-8000-000000000000", "Zebra clerk")
    )
    judge(desk)
    assert seen(desk) == []
    assert seen(desk, "gnu") == ["claim 4 · Ben’s evidence | Gnu map | gnu"]
    assert len(records(ben, "zebra", desk.article)) == 3


def test_a_note_that_became_private_is_not_found_by_what_it_said(
    desk: Desk, ben: OpenLibrary
) -> None:
    judge(desk)
    notes.write_note(ben, desk.article, desk.held.id_at(4), "a gnu", audience=Audience.ME)
    assert "note" not in " ".join(seen(desk))
    assert seen(desk, "gnu") == []


def test_evidence_that_serves_nothing_is_found_where_nothing_is_veiled(
    desk: Desk, opened: Opened
) -> None:
    ben = opened("Ben")
    evidencing.add(ben, None, [], Given(title="Zebra map"), None)
    assert seen(desk) == ["Ben’s evidence | Zebra map"]


def test_ones_own_is_found_in_a_blind_check_too(desk: Desk, ben: OpenLibrary) -> None:
    sight.ask_blind(ben, desk.article)
    claim = desk.held.id_at(4)
    notes.write_note(desk.library, desk.article, claim, "my zebra")
    add_item(desk.library, desk.article, [claim], title="My zebra map")
    assert seen(desk) == ["claim 4 · note | my zebra", "claim 4 · evidence | My zebra map"]


def test_a_filter_by_a_colleague_tells_no_more(desk: Desk, ben: OpenLibrary) -> None:
    """Not by what it finds, not by how much, and not through bulk."""
    theirs = Filters(DISPUTED, analyst=ben.me)
    anything = Filters(analyst=ben.me)
    with_evidence = Filters(analyst=ben.me, has_evidence=True)
    for filters in (theirs, anything, with_evidence):
        assert found(desk.library, "", desk.article, filters) == Found()
        assert found(desk.library, "kerman", desk.article, filters) == Found()
        assert searching.claims_found(desk.library, "", filters) == {}
    judge(desk)
    for filters in (theirs, anything, with_evidence):
        (hit,) = hits(found(desk.library, "", desk.article, filters), GroupKind.HERE)
        assert hit.number == 4
        assert hit.standing is Standing.VERIFIED, "as the acting person has it"
    sight.ask_blind(ben, desk.article)
    assert searching.claims_found(desk.library, "", theirs) == {}


def test_many_notes_that_may_not_be_seen_hide_none_that_may(
    desk: Desk, opened: Opened, port: ArticleId
) -> None:
    ben = opened("Ben")
    for claim in claims_of(ben, desk.article)[1:40]:
        for note in ("zebra", "a zebra", "the zebra", "zebras"):
            notes.write_note(ben, desk.article, claim, note)
    notes.write_note(desk.library, port, claims_of(desk.library, port)[1], "my zebra")
    for claim in claims_of(ben, desk.article)[1:40]:
        notes.write_note(ben, desk.article, claim, "zebra again")
    assert seen(desk) == ["A harbour, claim 1 · note | my zebra"]
    of = found(desk.library, "zebra", desk.article)
    assert of.in_words == "1 result"


@pytest.fixture
def port(desk: Desk) -> ArticleId:
    return bring_in(desk.library, "A harbour\n\nThe harbour is quiet.\n")
