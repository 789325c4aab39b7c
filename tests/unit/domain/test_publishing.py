"""What a public copy makes of judgements, decisions, names and ids that belong together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Article, ArticleId, ClaimId, Passage, PassageKind, Span
from annotator.domain.assessment import (
    Analyst,
    Assessment,
    Audience,
    Because,
    Relation,
    Wording,
)
from annotator.domain.attribution import Attribution, Quoted
from annotator.domain.beside import Beside
from annotator.domain.decision import Decision
from annotator.domain.edition import Edition, Withheld
from annotator.domain.evidence import Contact, Item, Link, Linked, Stance
from annotator.domain.persons_named import renamed, with_pseudonyms
from annotator.domain.publishing import public_copy
from annotator.domain.publishing_counts import counted
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.report import AgreementLine, Held, Outcome, Report, ReportClaim, Ruled
from annotator.domain.review import Drawn, Pass
from annotator.domain.tags import Standing, Tag
from annotator.domain.threads import Comment
from annotator.domain.wording import letter

ANNA, BEN, CHLOE = (
    Analyst("id-anna", "Anna"),
    Analyst("id-ben", "Ben"),
    Analyst("id-chloe", "Chloé"),
)
TEXT = "A title\n\nOne. Two. Three."
ONE, TWO = ClaimId("uuid-one"), ClaimId("uuid-two")


def holds(analyst: Analyst, judged: int = 0, record: Record = NO_RECORD, **held: object) -> Held:
    return Held(analyst, Assessment(**held), judged, record, judged)  # type: ignore[arg-type]


def verified(analyst: Analyst, judged: int = 0, record: Record = NO_RECORD, **more: object) -> Held:
    return holds(analyst, judged, record, tag=Tag.VERIFIED, **more)


def disputed(analyst: Analyst, judged: int = 0, record: Record = NO_RECORD, **more: object) -> Held:
    return holds(analyst, judged, record, tag=Tag.DISPUTED, **more)


def report(
    *held: Held, ruled: tuple[Ruled, ...] = (), second: tuple[Held, ...] = (), **more: object
) -> Report:
    claims = (
        ReportClaim(ONE, 1, Span(9, 13), "One.", False, held, ruled),
        ReportClaim(TWO, 2, Span(14, 18), "Two.", False, second),
    )
    article = Article(ArticleId("uuid-article"), TEXT, "ab" * 32, "A title")
    analysts = tuple(dict.fromkeys(one.analyst for one in (*held, *second)))
    passages = (Passage(PassageKind.BODY, 0, len(TEXT)),)
    values = {"analysts": analysts, **more}
    return Report(article, passages, claims, log=(), made_at=1, maker="Anna", **values)  # type: ignore[arg-type]


def public(of: Report, *cleared: Withheld) -> Report:
    return public_copy(replace(of, edition=Edition(public=True, cleared=frozenset(cleared))))


def first(of: Report, *cleared: Withheld) -> ReportClaim:
    return public(of, *cleared).claims[0]


def serving(
    key: str, owner: Analyst = ANNA, audience: Audience = Audience.PUBLIC, **more: str
) -> Linked:
    item = Item(id=key, owner=owner.id, title=f"Title of {key}", audience=audience, **more)  # type: ignore[arg-type]
    return Linked(Link(key, Stance.SUPPORTS, f"Quote of {key}", at=7), item)


def test_what_all_hold_is_printed_and_nobody_is_named() -> None:
    claim = first(report(verified(ANNA, 5), verified(BEN, 6)))
    assert claim.outcome is Outcome.VERIFIED
    assert claim.held == (Held(Analyst("", ""), Assessment(tag=Tag.VERIFIED), 0),)


def test_an_open_claim_tells_nothing_of_who_holds_what() -> None:
    claim = first(report(verified(ANNA), disputed(BEN, because=Because.OUTDATED)))
    assert claim.outcome is Outcome.OPEN
    assert claim.held == ()


def test_a_decision_is_the_result_without_reason_reviewer_or_who_was_overruled() -> None:
    decision = Decision(
        ANNA.id, Standing.DISPUTED, "Because.", {BEN.id: Standing.VERIFIED}, {}, 9, (9, "e")
    )
    ruled = Ruled(ANNA, decision, True, (BEN,))
    other = Ruled(BEN, Decision(BEN.id, Standing.VERIFIED))
    of = report(
        disputed(ANNA),
        verified(BEN, note="I saw it.", audience=Audience.PUBLIC),
        ruled=(ruled, other),
    )
    claim = first(of)
    assert claim.outcome is Outcome.DISPUTED
    assert claim.decisions == (Ruled(Analyst("", ""), Decision("", Standing.DISPUTED)),)
    assert [(one.assessment.tag, one.assessment.note) for one in claim.held] == [
        (Tag.DISPUTED, "I saw it.")
    ]


def test_with_names_and_who_was_overruled_cleared_both_are_there() -> None:
    decision = Decision(ANNA.id, Standing.DISPUTED, "", {BEN.id: Standing.VERIFIED})
    of = report(disputed(ANNA), verified(BEN), ruled=(Ruled(ANNA, decision, False, (BEN,)),))
    claim = first(of, Withheld.NAMES, Withheld.OVERRULED)
    assert claim.held == of.claims[0].held
    assert claim.decisions == of.claims[0].decisions


def test_what_differs_stays_apart_without_names_and_the_order_tells_nobody() -> None:
    cleared = (Withheld.OVERRULED,)
    one = first(report(disputed(ANNA), verified(BEN)), *cleared)
    other = first(report(verified(ANNA), disputed(BEN)), *cleared)
    assert one == other
    assert [held.analyst.id for held in one.held] == ["", "2"]
    assert {held.analyst.name for held in one.held} == {""}


def test_wordings_stay_with_those_who_hold_them() -> None:
    pieces = {who.id: ((f"by {who.name}", "new"),) for who in (ANNA, BEN)}
    of = report(
        disputed(ANNA, wording=Wording("by Anna")),
        disputed(BEN, wording=Wording("by Ben")),
        beside={ONE: Beside({}, pieces)},
    )
    copy = public(of, Withheld.WORDINGS)
    found = {
        one.assessment.wording and one.assessment.wording.text: copy.beside[
            copy.claims[0].id
        ].wordings[one.analyst.id]
        for one in copy.claims[0].held
    }
    assert found == {"by Anna": (("by Anna", "new"),), "by Ben": (("by Ben", "new"),)}


def test_what_was_cleared_by_itself_is_joined_and_counted_once() -> None:
    shared = serving("e1")
    link = replace(shared.link, at=99)
    of = report(
        verified(ANNA, record=Record((shared, serving("e2", audience=Audience.DESK)))),
        verified(BEN, record=Record((replace(shared, link=link), serving("e3", BEN)))),
    )
    claim = first(of)
    assert len(claim.held) == 1
    assert [item.title for item in claim.items] == ["Title of e1", "Title of e3"]
    assert [item.id for item in claim.items] == ["item-1", "item-2"]
    assert {item.owner for item in claim.items} == {""}


def test_one_confirmation_is_enough_and_notes_of_two_audiences_stay_two() -> None:
    notes = (
        verified(ANNA, note="The same.", audience=Audience.PUBLIC),
        verified(BEN, note="The same.", confirmed=True),
    )
    held = first(report(*notes), Withheld.NOTES).held
    assert sorted(one.assessment.audience for one in held) == [Audience.DESK, Audience.PUBLIC]
    (joined,) = first(report(verified(ANNA), verified(BEN, confirmed=True))).held
    assert joined.assessment == Assessment(tag=Tag.VERIFIED, confirmed=True)


def test_a_verified_claim_that_falls_short_is_not_settled_whoever_decided_it() -> None:
    ruled = (Ruled(ANNA, Decision(ANNA.id, Standing.VERIFIED)),)
    of = report(verified(ANNA), verified(BEN), ruled=ruled, beside={ONE: Beside(short="Too few.")})
    for cleared in ((), (Withheld.OVERRULED, Withheld.NAMES, Withheld.REASONS)):
        claim = first(of, *cleared)
        assert claim.outcome is Outcome.OPEN
        assert claim.held == ()
        assert claim.decisions == ()
    assert public(of).counts()[Outcome.OPEN] == 1
    told = public(of, Withheld.SHORT)
    assert told.claims[0].outcome is Outcome.VERIFIED
    assert told.beside[told.claims[0].id].short


def test_ids_that_belong_together_still_do() -> None:
    attribution = Attribution("a1", ONE, Quoted("he"), named_in=TWO)
    of = report(
        disputed(
            ANNA,
            against="e1",
            relations=((Relation.SAME, TWO), (Relation.SAME, ClaimId("elsewhere"))),
            record=Record((serving("e1", copy_of="e2"), serving("e2")), (attribution,)),
        ),
        second=(disputed(ANNA, against=ONE),),
        comments=(
            Comment("c1", ONE, ANNA.id, "Is it?", 5),
            Comment("c2", ONE, BEN.id, "Yes.", 6, "c1"),
            Comment("c3", ClaimId("gone"), BEN.id, "Of what is no more.", 7),
        ),
        draws=(Drawn(ANNA.id, 3, 2, "7", (ONE, ClaimId("gone"))),),
    )
    copy = public(of, *(set(Withheld) - {Withheld.HASH}))
    one, two = copy.claims
    (held,) = one.held
    assert (one.id, two.id, copy.article.id, copy.article.sha256) == (
        "claim-1",
        "claim-2",
        "article",
        "",
    )
    assert held.assessment.against == held.record.evidence[0].link.item == "item-1"
    assert [item.copy_of for item in one.items] == ["item-2", ""]
    assert held.assessment.relations == ((Relation.SAME, two.id),)
    assert held.record.attributions[0].named_in == two.id
    assert two.held[0].assessment.against == one.id
    assert [(c.id, c.claim, c.answers) for c in copy.comments] == [
        ("comment-1", one.id, None),
        ("comment-2", one.id, "comment-1"),
    ]
    assert copy.draws[0].claims == (one.id,)
    kept = public(of, *Withheld)
    assert kept.claims[0].id == ONE
    assert kept.claims[1].held[0].assessment.against == ONE


def test_evidence_of_two_owners_under_one_id_stays_two_and_a_link_finds_its_own() -> None:
    anna, ben = serving("same", ANNA), serving("same", BEN)
    of = report(
        verified(ANNA, record=Record((anna,))), second=(verified(BEN, record=Record((ben,))),)
    )
    copy = public(of)
    assert [item.id for item in copy.items] == ["item-1", "item-2"]
    assert copy.claims[1].held[0].record.evidence[0].link.item == "item-2"


def test_evidence_that_did_not_come_along_stays_with_the_evidence_and_points_nowhere() -> None:
    lost = Linked(Link("lost", Stance.SUPPORTS, "A quote"), None)
    private = Linked(Link("mine", Stance.SUPPORTS, private=True), None)
    of = report(verified(ANNA, record=Record((lost, private))))
    assert first(of).held[0].record.evidence == ()
    (one,) = first(of, Withheld.EVIDENCE).held[0].record.evidence
    assert one == Linked(Link("", Stance.SUPPORTS, "A quote"), None)


def test_without_names_a_source_that_another_claim_names_is_told_at_once() -> None:
    named = Attribution("a1", ONE, Quoted("ISNA", Span(9, 12)))
    he = Attribution("a2", TWO, Quoted("he"), named_in=ONE)
    again = Attribution("a3", TWO, Quoted("ISNA"), named_in=ONE)
    of = report(
        verified(ANNA, record=Record((), (named,))),
        second=(verified(ANNA, record=Record((), (he, again))),),
    )
    said = public(of).claims[1].held[0].record.attributions
    assert [(one.source, one.named_in) for one in said] == [(Quoted("ISNA"), None)] * 2
    said = public(of, Withheld.NAMES).claims[1].held[0].record.attributions
    assert [one.named_in for one in said] == ["claim-1", "claim-1"]


def test_what_was_measured_names_letters_where_names_stay_out() -> None:
    of = report(
        verified(ANNA, 9),
        verified(BEN, 5),
        agreement=("Anna and Ben agree on 2 of 2 claims.", "Annabel is a town; Ben (id-ben) too."),
        figures=(AgreementLine("Anna and Ben", 2, 2, "100 %"),),
    )
    copy = public(of, Withheld.AGREEMENT)
    assert copy.agreement == ("A and B agree on 2 of 2 claims.", "Annabel is a town; B too.")
    assert copy.figures[0].label == "A and B"
    assert public(of, Withheld.AGREEMENT, Withheld.NAMES).agreement == of.agreement
    assert public(of).agreement == ()


def test_pseudonyms_go_by_the_first_judgement_and_stand_everywhere() -> None:
    decision = Decision(
        CHLOE.id,
        Standing.VERIFIED,
        "",
        {ANNA.id: Standing.DISPUTED},
        {"x": {BEN.id: Standing.VERIFIED}},
    )
    of = report(
        verified(
            ANNA,
            9,
            seen=(BEN.id,),
            record=Record((serving("e1", BEN), Linked(Link("x", Stance.CONTEXT), None))),
        ),
        verified(BEN, 5),
        ruled=(Ruled(CHLOE, decision, False, (ANNA,)),),
        second=(holds(CHLOE, note="Only a note."),),
        figures=(AgreementLine("Anna and Ben", 2, 2, "100 %"),),
        passes={ANNA.id: Pass(answered_by=BEN.id)},
        blind=(ANNA.id, BEN.id),
        beside={ONE: Beside({ANNA.id: ()}, {BEN.id: ()})},
    )
    named = with_pseudonyms(of)
    claim = named.claims[0]
    assert [one.analyst for one in claim.held] == [Analyst("A", "A"), Analyst("B", "B")]
    assert claim.held[1].assessment.seen == ("A",)
    assert [item.owner for item in claim.items] == ["A"]
    assert claim.decisions[0].reviewer == Analyst("C", "C")
    assert claim.decisions[0].decision.over == {"B": Standing.DISPUTED}
    assert claim.decisions[0].decision.elsewhere == {"x": {"A": Standing.VERIFIED}}
    assert claim.decisions[0].overruled == (Analyst("B", "B"),)
    assert named.figures[0].label == "A and B"
    assert named.passes == {"B": Pass(answered_by="A")}
    assert named.blind == ("A", "B")
    assert (named.beside[ONE].reminders, named.beside[ONE].wordings) == ({"B": ()}, {"A": ()})
    assert named.maker == "B"
    assert [one.name for one in named.analysts] == ["A", "B", "C"]
    assert with_pseudonyms(replace(of, maker="Somebody")).maker == ""


def test_agreement_does_not_tell_by_its_order_whose_letters_they_are() -> None:
    """Agreement comes in the order of the names: so it would say who is first among them."""
    of = report(
        verified(ANNA, 9),
        verified(BEN, 7),
        verified(CHLOE, 5),
        agreement=("Two agree.", "Anna and Ben: one tag.", "Ben and Chloé: none.", "All: none."),
        figures=(
            AgreementLine("Anna and Ben", 1, 3, ""),
            AgreementLine("Anna and Chloé", 2, 3, ""),
            AgreementLine("Ben and Chloé", 3, 3, ""),
            AgreementLine("All together", None, 3, ""),
        ),
    )
    said = ("Two agree.", "A and B: none.", "B and C: one tag.", "All: none.")
    lines = [("A and B", 3), ("A and C", 2), ("B and C", 1), ("All together", None)]
    pseudonyms = with_pseudonyms(of)
    assert pseudonyms.agreement == said
    assert [(one.label, one.agreed) for one in pseudonyms.figures] == lines
    ids = {one.id: Analyst(f"id-{n}", one.name) for n, one in enumerate((CHLOE, BEN, ANNA))}
    other = renamed(of, lambda who: ids[who])
    other = replace(other, analysts=tuple(ids[one.id] for one in (CHLOE, BEN, ANNA)))
    copy = public(other, Withheld.AGREEMENT)
    assert copy.agreement == said
    assert [(one.label, one.agreed) for one in copy.figures] == lines


def test_two_of_one_name_get_two_letters_and_nobody_of_that_name_made_it() -> None:
    other = Analyst("id-other", "Anna")
    of = report(
        verified(ANNA, 1),
        verified(other, 2),
        agreement=("Anna (id-anna) and Anna (id-other) agree.",),
    )
    named = with_pseudonyms(of)
    assert named.agreement == ("A and B agree.",)
    assert named.maker == ""


@pytest.mark.parametrize(
    ("n", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_go_on_after_z(n: int, letters: str) -> None:
    assert letter(n) == letters


def test_nobody_held_anything_and_there_is_nothing_to_name() -> None:
    assert public(report(), Withheld.AGREEMENT).claims[0].outcome is Outcome.UNTAGGED


def test_every_kind_is_counted_but_for_what_was_cleared_by_itself() -> None:
    contact = Contact("c", "The ministry", said="https://example.org/?token=x")
    item = Item(id="e1", owner=ANNA.id, note="Sheet 7.", contacts=(contact,))
    of = report(
        verified(ANNA, record=Record((Linked(Link("e1", Stance.SUPPORTS), item), serving("e2")))),
        disputed(BEN, note="A note.", why="", confidence=2, wording=Wording("So.")),
        comments=(Comment("c1", ONE, ANNA.id, "Is it?", 5),),
        passes={ANNA.id: Pass(reason="Once more.")},
    )
    found = {kind.value: count for kind, count in counted(of).items() if count}
    assert found == {
        "evidence": 1,
        "notes": 2,
        "comments": 1,
        "contacts": 1,
        "reasons": 1,
        "wordings": 1,
        "history": 1,
        "confidence": 1,
        "names": 2,
        "overruled": 1,
        "tokens": 1,
        "hash": 1,
    }
    assert set(counted(of)) == set(Withheld)


SIGNED = "see https://example.org/f?X-Amz-Signature=x"


def quoting(quote: str, locator: str = "") -> Record:
    return Record((Linked(Link("e1", Stance.SUPPORTS, quote, locator), None),))


@pytest.mark.parametrize(
    "of",
    [
        report(verified(ANNA, note=SIGNED)),
        report(disputed(ANNA, wording=Wording(SIGNED))),
        report(holds(ANNA, not_checkable=True, why=SIGNED)),
        report(verified(ANNA, record=quoting(SIGNED))),
        report(verified(ANNA, record=quoting("It.", SIGNED))),
        report(verified(ANNA, record=Record((serving("e1", publisher=SIGNED),)))),
        report(
            verified(ANNA, record=Record((), (Attribution("a", ONE, Quoted("It"), via=(SIGNED,)),)))
        ),
        report(ruled=(Ruled(CHLOE, Decision(CHLOE.id, Standing.VERIFIED, SIGNED, {})),)),
        report(passes={ANNA.id: Pass(reason=SIGNED)}),
    ],
)
def test_an_address_with_a_token_is_counted_wherever_somebody_wrote_it(of: Report) -> None:
    """Whoever clears the kinds is to know of every place in which […] would stand else."""
    assert counted(of)[Withheld.TOKENS] == 1


PERSONS = (ANNA, BEN, CHLOE)
HELD = st.builds(
    lambda who, judged, tag, note, audience, confirmed, items, said: holds(
        who,
        judged,
        Record(
            tuple(serving(key, owner, of) for key, owner, of in items),
            tuple(Attribution(f"a-{key}", ONE, Quoted(key)) for key in said),
        ),
        tag=tag,
        note=note,
        audience=audience,
        confirmed=confirmed,
    ),
    st.sampled_from(PERSONS),
    st.integers(0, 9),
    st.sampled_from([None, *Tag]),
    st.sampled_from(["", "x", "y"]),
    st.sampled_from(list(Audience)),
    st.booleans(),
    st.lists(
        st.tuples(
            st.sampled_from("pqr"), st.sampled_from(PERSONS), st.sampled_from(list(Audience))
        ),
        max_size=3,
    ),
    st.lists(st.sampled_from("st"), max_size=2),
)


@given(
    st.lists(HELD, max_size=3, unique_by=lambda one: one.analyst.id),
    st.lists(HELD, max_size=3, unique_by=lambda one: one.analyst.id),
    st.frozensets(st.sampled_from(list(Withheld))),
)
def test_a_copy_of_a_copy_is_the_copy_and_no_result_is_lost(
    held: list[Held], second: list[Held], cleared: frozenset[Withheld]
) -> None:
    of = report(*held, second=tuple(second))
    copy = public(of, *cleared)
    assert public_copy(copy) == copy
    assert [claim.outcome for claim in copy.claims] == [claim.outcome for claim in of.claims]
    for claim in copy.claims:
        ids = [one.analyst.id for one in claim.held]
        assert len(set(ids)) == len(ids)


def test_what_is_added_to_one_that_stands_first_may_put_it_last() -> None:
    """Found by chance: the copy of a copy stood in another order."""
    of = report(
        disputed(ANNA, note="x", audience=Audience.PUBLIC),
        disputed(BEN, note="y", audience=Audience.PUBLIC),
        disputed(CHLOE, confirmed=True),
    )
    copy = public(of)
    assert public_copy(copy) == copy
    assert [one.assessment.note for one in copy.claims[0].held] == ["y", "x"]
