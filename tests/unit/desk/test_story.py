"""A claim's story: what was recorded of it, from what to what, by whom, and who may read it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import (
    assessing,
    attributing,
    evidencing,
    layout,
    merging,
    sending,
    sources,
    tagging,
    undoing,
)
from annotator.desk.attributing import AttributionGiven
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.restoring import restore
from annotator.desk.sending import Goes
from annotator.desk.telling import Told, told
from annotator.domain.article import ClaimId, Span
from annotator.domain.assessment import (
    Audience,
    Because,
    ClaimType,
    Flag,
    FlagKind,
    Relation,
)
from annotator.domain.attribution import Quoted
from annotator.domain.edits.blind import AskBlind
from annotator.domain.edits.form import EditId
from annotator.domain.evidence import Stance
from annotator.domain.tags import Tag

Opened = Callable[..., OpenLibrary]


@pytest.fixture
def ben(desk: Desk, opened: Opened) -> OpenLibrary:
    """A colleague in the same library."""
    return opened("Ben")


def claim(desk: Desk, number: int = 5) -> ClaimId:
    index = desk.held.index_of_number(number)
    assert index is not None
    return desk.held.id_at(index)


def story(desk: Desk, number: int = 5, library: OpenLibrary | None = None) -> list[str]:
    return [one.does for one in rows(desk, number, library)]


def rows(desk: Desk, number: int = 5, library: OpenLibrary | None = None) -> tuple[Told, ...]:
    return told(library or desk.library, desk.article, claim(desk, number))


def article(desk: Desk) -> list[tuple[str, str]]:
    """The story of the article: what was done, and to which claims, after the import."""
    return [(one.does, one.where.partition(" “")[0]) for one in told(desk.library, desk.article)][
        1:
    ]


def add(
    desk: Desk,
    *numbers: int,
    title: str = "A map",
    audience: Audience = Audience.DESK,
    library: OpenLibrary | None = None,
) -> str:
    return evidencing.add(
        library or desk.library,
        desk.article,
        [claim(desk, number) for number in numbers],
        evidencing.Given(title=title, audience=audience),
        evidencing.Serving(Stance.CONTRADICTS),
    ).item


def attribute(desk: Desk, source: str, key: str | None = None, **how: bool) -> str:
    given = AttributionGiven(source=Quoted(source))
    return attributing.attribute(
        desk.library, desk.held, claim(desk), given, attribution=key, **how
    )[0]


def test_what_is_assessed_is_told_from_what_to_what(desk: Desk) -> None:
    of = (desk.library, desk.article, [claim(desk)])
    one = (desk.library, desk.article, claim(desk))
    index = desk.held.index_of_number(5)
    assert index is not None
    start = desk.held.span(index).start
    words = desk.held.article.text[start : start + 12]
    tagging.tag(*of, Tag.DISPUTED)
    assessing.dispute_because(*of, Because.OUTDATED)
    assessing.dispute_because(*of, Because.OUT_OF_CONTEXT)
    assessing.dispute_because(*of, None)
    assessing.set_confidence(*of, 2)
    assessing.set_confidence(*of, 3)
    assessing.set_type(*of, ClaimType.EVENT)
    assessing.set_type(*of, ClaimType.NUMBER)
    assessing.set_flag(*of, Flag(FlagKind.ASK))
    assessing.set_flag(*of, Flag(FlagKind.RING, "the ministry", "2026-01-31"))
    assessing.set_flag(*of, None)
    assessing.set_wording(*one, "Better.")
    assessing.set_taken(*one, True)
    assessing.tick(*one, Span(start, start + 12), True)
    assessing.relate(*one, claim(desk, 4), Relation.CONTRADICTS)
    assessing.relate(*one, claim(desk, 4), None)
    tagging.mark_not_checkable(*of, why="an opinion")
    assert story(desk) == [
        "untagged → disputed",
        "disputed, outdated",
        "disputed: outdated → out of context",
        "disputed, no reason any more",
        "how sure: fairly",
        "how sure: fairly → very",
        "type: event",
        "type: event → number",
        "flagged: ask",
        "flagged: ask → ring “the ministry” by 2026-01-31",
        "flag taken away",
        "proposed a wording: “Better.”",
        "wording: taken",
        f"fact ticked: “{words.strip()}”",
        "contradicts claim 4",
        "no longer related to claim 4",
        "disputed → not checkable, “an opinion”",
    ]


def test_undo_names_what_would_go_without_what_was_before(desk: Desk) -> None:
    of = (desk.library, desk.article, [claim(desk)])
    assessing.set_confidence(*of, 2)
    assessing.set_confidence(*of, 3)
    assert undoing.undo(desk.library, desk.article).words == "how sure: very, claim 5"
    attribute(desk, "IRNA", attribute(desk, "ISNA"))
    assert undoing.undo(desk.library, desk.article).words == "attributed to IRNA, claim 5"


def test_an_attribution_belongs_to_the_story_of_its_claim(desk: Desk) -> None:
    key = attribute(desk, "ISNA")
    attribute(desk, "IRNA", key)
    given = AttributionGiven(cue=Quoted("said"))
    attributing.attribute(desk.library, desk.held, claim(desk), given, attribution=key)
    attributing.unattribute(desk.library, desk.article, key)
    attribute(desk, "Rudaw", confirmed=True)
    undoing.undo(desk.library, desk.article)
    assert story(desk) == [
        "attributed to ISNA",
        "attributed to ISNA → IRNA",
        "attribution to IRNA: cue",
        "no longer attributed to IRNA",
        "attributed to Rudaw; untagged → on its source",
        "undone: attributed to Rudaw; untagged → on its source",
    ]
    assert rows(desk)[-2].taken_back
    tagging.tag(desk.library, desk.article, [claim(desk, 6)], Tag.DISPUTED)
    given = AttributionGiven(source=Quoted("Rudaw"))
    attributing.attribute(desk.library, desk.held, claim(desk, 6), given, confirmed=True)
    assert story(desk, 6)[-1] == "attributed to Rudaw; confirmed"
    undoing.undo(desk.library, desk.article)
    undoing.undo(desk.library, desk.article)
    assert story(desk, 4) == []
    assert [row for row in article(desk) if row[1] == "claim 5"] == [
        (does, "claim 5") for does in story(desk)
    ]


def test_what_evidence_went_through_belongs_to_the_story_of_its_claims(desk: Desk) -> None:
    library = desk.library
    item = add(desk, 4)
    evidencing.edit(library, item, evidencing.Given(publisher="The Daily"))
    evidencing.use(
        library,
        item,
        desk.article,
        [claim(desk)],
        evidencing.Serving(Stance.SUPPORTS),
    )
    evidencing.use(
        library,
        item,
        desk.article,
        [claim(desk)],
        evidencing.Serving(Stance.CONTEXT, quote="what it says"),
    )
    evidencing.edit(library, item, evidencing.Given(title="A better map"))
    evidencing.unlink(library, item, desk.article, [claim(desk)])
    evidencing.remove(library, item)
    assert story(desk, 5) == [
        "evidence: supports, “A better map”",
        "evidence: supports → context, “A better map”",
        "evidence corrected: “A better map”, title",
        "evidence “A better map” no longer serves it",
        "evidence removed: “A better map”",
    ], "from when it serves the claim"
    assert story(desk, 4)[:2] == [
        "evidence: contradicts, “A better map”",
        "evidence corrected: “A better map”, publisher",
    ]
    assert ("evidence removed: “A better map”", "claim 4") in article(desk)


def test_evidence_that_was_taken_back_is_told_by_its_name(desk: Desk) -> None:
    add(desk, 4, 5)
    undoing.undo(desk.library, desk.article)
    assert story(desk) == [
        "evidence: contradicts, “A map”",
        "undone: evidence: contradicts, “A map”",
    ]
    assert article(desk)[0] == ("evidence added: “A map”", "claims 4 and 5")


def test_evidence_for_oneself_is_not_named_to_a_colleague(desk: Desk, ben: OpenLibrary) -> None:
    item = add(desk, 5, title="A secret map", audience=Audience.ME)
    evidencing.edit(desk.library, item, evidencing.Given(publisher="A friend"))
    tagging.tag(ben, desk.article, [claim(desk)], Tag.VERIFIED)
    assert story(desk)[0] == "evidence: contradicts, “A secret map”"
    others = " ".join(story(desk, library=ben))
    assert "secret" not in others
    assert "publisher" not in others
    evidencing.edit(desk.library, item, evidencing.Given(audience=Audience.DESK))
    assert "evidence corrected: “A secret map”, audience" in story(desk, library=ben)


def test_a_renamed_source_is_told_by_both_names(desk: Desk) -> None:
    attribute(desk, "ISNA")
    sources.rename_source(desk.library, "ISNA", "the agency")
    sources.rename_source(desk.library, "the agency", "ISNA")
    sources.rename_source(desk.library, "ISNA", "")
    assert [does for does, _ in article(desk)][1:3] == [
        "source renamed: ISNA → the agency",
        "source renamed: the agency → ISNA",
    ]


def test_a_blind_check_is_told_nothing_that_a_colleague_recorded(
    desk: Desk, ben: OpenLibrary
) -> None:
    before = len(told(ben, desk.article))
    add(desk, 5)
    attribute(desk, "ISNA")
    assessing.set_confidence(desk.library, desk.article, [claim(desk)], 3)
    assessing.set_flag(desk.library, desk.article, [claim(desk)], Flag(FlagKind.RING, "Anna"))
    undoing.undo(desk.library, desk.article)
    desk.library.perform(AskBlind(desk.article))
    assert story(desk, library=ben) == []
    assert len(told(ben, desk.article)) == before + 1, "that the check is blind"
    assert len(story(desk)) == 5


def test_a_bulk_edit_is_told_in_one_line(desk: Desk) -> None:
    claims = [claim(desk, number) for number in (4, 5, 6)]
    assessing.set_confidence(desk.library, desk.article, claims, 3)
    assert article(desk) == [("how sure", "claims 4, 5 and 6")]
    assert story(desk) == ["how sure: very"]


def test_a_relation_to_a_claim_that_was_cut_is_told_by_its_words(desk: Desk) -> None:
    assessing.relate(desk.library, desk.article, claim(desk), claim(desk, 6), Relation.SAME)
    index = desk.held.index_of_number(6)
    assert index is not None
    text, start = desk.held.claim(index).text, desk.held.span(index).start
    layout.split(desk.library, desk.held, index, start + text.index(" ", 20))
    (does,) = story(desk)
    assert does.startswith(f"says the same as “{text[:10]}")


def test_an_attribution_of_which_only_the_tag_came_along_names_nobody(
    desk: Desk, library: OpenLibrary, opened: Opened
) -> None:
    attribute(desk, "ISNA", confirmed=True)
    parcel = library.path.with_name("tags.annotations")
    sending.send(library, [desk.article], parcel, goes=[Goes.TAGS])
    other = opened("Eve", "eve.db")
    merging.merge(other, [parcel])
    assert story(desk, library=other) == ["attributed; untagged → on its source"]


def test_a_restored_state_is_told_as_such(desk: Desk) -> None:
    of = (desk.library, desk.article, [claim(desk)])
    tagging.tag(*of, Tag.DISPUTED)
    first = EditId(rows(desk)[-1].id)
    assessing.dispute_because(*of, Because.OUTDATED)
    restore(*of[:2], claim(desk), first)
    assert story(desk)[-1] == "restored: disputed, no reason any more"
    assessing.set_confidence(*of, 3)
    restore(*of[:2], claim(desk), first)
    assert story(desk)[-1] == "restored as it was"


def test_every_claim_of_a_long_story_is_told_by_its_number_now(desk: Desk) -> None:
    numbers = range(1, 16)
    for number in numbers:
        tagging.tag(desk.library, desk.article, [claim(desk, number)], Tag.VERIFIED)
    index = desk.held.index_of_number(15)
    assert index is not None
    words = desk.held.claim(index).text.split()[0]
    layout.join(desk.library, desk.held, index)
    told_of = [where for does, where in article(desk) if does == "untagged → verified"]
    assert told_of[:14] == [f"claim {number}" for number in range(1, 15)]
    assert told_of[14].startswith(f"“{words}"), "of one that was joined its words"
