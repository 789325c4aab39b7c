"""What a reviewer sees: accords, decisions that ask again, what is veiled, and what is settled."""

from __future__ import annotations

import pytest

from annotator.domain.article import ArticleId, ClaimId, PassageKind, Span
from annotator.domain.assessment import ClaimType, Flag, FlagKind, Relation, Wording
from annotator.domain.attribution import Attribution, Quoted
from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.edits.act import Act
from annotator.domain.edits.articles import RemoveArticle, RestoreArticle, SetArticle
from annotator.domain.edits.assessing import (
    SetConfidence,
    SetFacts,
    SetFlag,
    SetRelation,
    SetType,
    SetWording,
)
from annotator.domain.edits.attributing import NameSources, RemoveAttribution, SetAttribution
from annotator.domain.edits.blind import AskBlind, Draw, Reveal
from annotator.domain.edits.comments import Comment, EditComment
from annotator.domain.edits.erasing import Erase, Keep, Place
from annotator.domain.edits.evidence import (
    AddEvidence,
    EditEvidence,
    LinkEvidence,
    RemoveEvidence,
)
from annotator.domain.edits.form import EditId, Stamp
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.layout import (
    AddClaim,
    JoinClaims,
    MarkBoilerplate,
    SetBorders,
    SplitClaim,
)
from annotator.domain.edits.notes import Restore, SetNote, TakeOver
from annotator.domain.edits.people import Hide, SamePerson, SetName, TakePseudonym
from annotator.domain.edits.remarks import KeepRemark, SetRemarkAside
from annotator.domain.edits.reviewing import Approve, Decide, Reopen, Return, Ruling, Settle, Submit
from annotator.domain.edits.revisions import AddRevision, Carry, Match
from annotator.domain.edits.tagging import Clear, SetConfirmed, SetNotCheckable, SetTag
from annotator.domain.edits.undoing import Redo, Undo
from annotator.domain.edits.writes import Own
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Link, Stance
from annotator.domain.review import ArticleStage, PassState
from annotator.domain.tags import Standing, Tag
from annotator.store import doctor, log, queue, reviewing, stages, threads
from annotator.store.library import Library
from annotator.store.reporting import report_for
from annotator.store.settled import STILL_TAKEN
from annotator.store.write import Author, absorb, apply
from factories import ANNA, BEN, CHLOE, SENTENCES, TEXT, bring_in, claims_of, import_of, spans_of

SPANS = spans_of(TEXT, SENTENCES)
VERIFIED, DISPUTED = Standing.VERIFIED, Standing.DISPUTED


def does(library: Library, author: Author, *acts: Act) -> EditId:
    return apply(library, author, acts).edits[-1].header.id


class Desk:
    """The article as three people work on it; Anna reviews, and has submitted."""

    def __init__(self, library: Library, article: ArticleId) -> None:
        self.library = library
        self.article = article
        self.claims = claims_of(article)
        does(library, ANNA, Submit(article))

    def tag(self, author: Author, index: int, tag: Tag) -> EditId:
        return does(self.library, author, SetTag(self.article, (self.claims[index],), tag))

    def decide(
        self, author: Author, index: int, outcome: Standing | None, **over: object
    ) -> EditId:
        held = {column.analyst.id: standing for column, standing in self.seen(author).held(index)}
        ruling = Ruling(self.claims[index], outcome, "why", held, **over)  # type: ignore[arg-type]
        return does(self.library, author, Decide(self.article, (ruling,)))

    def seen(self, viewer: Author = ANNA) -> ReviewSnapshot:
        return reviewing.review(self.library, self.article, viewer.id)

    def accord(self, index: int, viewer: Author = ANNA) -> Accord:
        return self.seen(viewer).accord(index)


@pytest.fixture
def desk(library: Library, article: ArticleId) -> Desk:
    return Desk(library, article)


def test_how_those_who_judged_stand_to_each_other(desk: Desk) -> None:
    desk.tag(ANNA, 1, Tag.VERIFIED)
    desk.tag(ANNA, 2, Tag.VERIFIED)
    desk.tag(BEN, 2, Tag.VERIFIED)
    desk.tag(ANNA, 3, Tag.VERIFIED)
    does(desk.library, BEN, SetNotCheckable(desk.article, desk.claims[3:4]))
    desk.tag(CHLOE, 5, Tag.DISPUTED)
    assert [desk.accord(index) for index in range(6)] == [
        Accord.NOBODY,
        Accord.ONE,
        Accord.AGREED,
        Accord.OPEN,
        Accord.NOBODY,
        Accord.FURNITURE,
    ]


def test_on_its_source_against_a_tag_is_a_difference(desk: Desk) -> None:
    desk.tag(ANNA, 1, Tag.VERIFIED)
    does(desk.library, BEN, SetConfirmed(desk.article, desk.claims[1:2], True))
    assert desk.accord(1) is Accord.OPEN


def test_a_decision_asks_again_when_a_tag_is_changed_and_not_once_it_is_changed_back(
    desk: Desk,
) -> None:
    desk.tag(ANNA, 1, Tag.VERIFIED)
    desk.tag(BEN, 1, Tag.DISPUTED)
    desk.decide(ANNA, 1, DISPUTED)
    assert desk.accord(1) is Accord.SETTLED
    changed = desk.tag(BEN, 1, Tag.UNATTRIBUTED)
    assert desk.accord(1) is Accord.RETURNED
    assert desk.seen().decision(1) is not None, "it is never wiped"
    desk.tag(BEN, 1, Tag.DISPUTED)
    assert desk.accord(1) is Accord.SETTLED
    does(desk.library, BEN, Clear(desk.article, desk.claims[1:2]))
    assert desk.accord(1) is Accord.RETURNED
    desk.tag(BEN, 1, Tag.DISPUTED)
    does(desk.library, BEN, Undo(changed))
    assert desk.accord(1) is Accord.SETTLED


def test_a_note_or_a_confirmation_beside_a_tag_changes_no_decision(desk: Desk) -> None:
    desk.tag(BEN, 1, Tag.DISPUTED)
    desk.decide(ANNA, 1, DISPUTED)
    does(desk.library, BEN, SetNote(desk.article, desk.claims[1], "why"))
    does(desk.library, BEN, SetConfirmed(desk.article, desk.claims[1:2], True))
    assert desk.accord(1) is Accord.SETTLED


def test_somebody_who_judges_it_afterwards_makes_it_ask_again(desk: Desk) -> None:
    desk.tag(BEN, 1, Tag.DISPUTED)
    desk.decide(ANNA, 1, DISPUTED)
    taken = desk.tag(CHLOE, 1, Tag.DISPUTED)
    assert desk.accord(1) is Accord.RETURNED
    does(desk.library, CHLOE, Undo(taken))
    assert desk.accord(1) is Accord.SETTLED


def test_the_last_decision_is_the_claim_s_and_the_others_stand_beside_it(desk: Desk) -> None:
    desk.tag(BEN, 1, Tag.DISPUTED)
    desk.decide(ANNA, 1, DISPUTED)
    does(desk.library, CHLOE, Submit(desk.article))
    last = desk.decide(CHLOE, 1, VERIFIED)
    reviewers = [one.reviewer for one in desk.seen().decisions[1]]
    assert reviewers == [CHLOE.id, ANNA.id]
    does(desk.library, CHLOE, Undo(last))
    assert [one.reviewer for one in desk.seen().decisions[1]] == [ANNA.id]


def test_a_decision_is_undone_and_given_back(desk: Desk) -> None:
    desk.tag(ANNA, 1, Tag.VERIFIED)
    desk.tag(BEN, 1, Tag.DISPUTED)
    decided = desk.decide(ANNA, 1, DISPUTED)
    does(desk.library, ANNA, Undo(decided))
    assert desk.accord(1) is Accord.OPEN
    assert desk.seen().decisions == {}
    does(desk.library, ANNA, Redo(decided))
    assert desk.accord(1) is Accord.SETTLED
    again = desk.decide(ANNA, 1, VERIFIED)
    does(desk.library, ANNA, Undo(again))
    decision = desk.seen().decision(1)
    assert decision is not None
    assert decision.outcome is DISPUTED
    desk.decide(ANNA, 1, None)
    assert desk.accord(1) is Accord.OPEN


def test_before_one_looks_colleagues_are_veiled(desk: Desk) -> None:
    for index in (1, 2, 3):
        desk.tag(BEN, index, Tag.DISPUTED)
    desk.tag(CHLOE, 1, Tag.VERIFIED)
    assert [desk.accord(index, CHLOE) for index in range(5)] == [
        Accord.NOBODY,
        Accord.OPEN,
        Accord.VEILED,
        Accord.VEILED,
        Accord.NOBODY,
    ]
    assert [len(desk.seen(CHLOE).held(index)) for index in (1, 2)] == [2, 0]
    does(desk.library, CHLOE, Reveal(desk.article, desk.claims[2]))
    assert [desk.accord(index, CHLOE) for index in (2, 3)] == [Accord.ONE, Accord.VEILED]
    does(desk.library, CHLOE, Reveal(desk.article))
    assert desk.accord(3, CHLOE) is Accord.ONE


def test_who_judged_nothing_yet_sees_nothing_yet(desk: Desk) -> None:
    desk.tag(BEN, 1, Tag.DISPUTED)
    desk.tag(BEN, 5, Tag.DISPUTED)
    stands = [desk.accord(index, CHLOE) for index in range(6)]
    assert stands[1] is Accord.VEILED
    assert stands[5] is Accord.FURNITURE
    assert stands.count(Accord.NOBODY) == 4


def test_blind_means_no_reasons_either(desk: Desk) -> None:
    """Why a pass was returned, or an article reopened, says of claims how they stand."""
    desk.tag(BEN, 1, Tag.DISPUTED)
    submission = does(desk.library, BEN, Submit(desk.article))
    does(desk.library, ANNA, Return(desk.article, submission, "Claim 1 is verified."))
    does(desk.library, ANNA, Reopen(desk.article, "Claim 1 is verified."))

    def told(who: Author) -> int:
        seen = desk.seen(who)
        queued = queue.waiting(desk.library, [desk.article], who.id)[desk.article]
        assert (queued.passes, queued.stage.reason) == (seen.passes, seen.stage.reason)
        report = report_for(desk.library, desk.article, who.id, maker="", made_at=0)
        every = (seen.passes.values(), report.passes.values(), [seen.stage, report.stage])
        return sum(bool(one.reason) for of in every for one in of)

    assert told(CHLOE) == 4
    does(desk.library, ANNA, AskBlind(desk.article))
    assert told(CHLOE) == 0
    assert told(ANNA) == told(BEN) == 4
    does(desk.library, CHLOE, Submit(desk.article))
    assert told(CHLOE) == 4


def test_blind_means_no_decisions_and_no_comments_either(desk: Desk) -> None:
    desk.tag(BEN, 1, Tag.DISPUTED)
    desk.decide(ANNA, 1, VERIFIED)
    does(desk.library, BEN, Comment(desk.article, desk.claims[1], "look at the map"))
    does(desk.library, ANNA, AskBlind(desk.article))
    blind = desk.seen(CHLOE)
    assert (blind.columns, blind.decisions, blind.comments) == ((), {}, {})
    assert set(blind.accords[:5]) == {Accord.NOBODY}
    assert threads.threads(desk.library, desk.article, CHLOE.id) == ()
    does(desk.library, CHLOE, Submit(desk.article))
    seen = desk.seen(CHLOE)
    assert len(seen.columns) == 1
    assert seen.comments == {1: 1}
    assert len(threads.threads(desk.library, desk.article, CHLOE.id)) == 1


def test_a_hidden_reviewer_s_words_are_left_out_and_no_others(desk: Desk) -> None:
    desk.tag(BEN, 1, Tag.DISPUTED)
    does(desk.library, CHLOE, Submit(desk.article))
    does(desk.library, BEN, Submit(desk.article))
    desk.decide(CHLOE, 1, VERIFIED)
    asked = does(desk.library, CHLOE, Comment(desk.article, desk.claims[1], "why?"))
    answer = Comment(desk.article, desk.claims[1], "the map", asked)
    does(desk.library, BEN, answer)
    does(desk.library, ANNA, Hide(CHLOE.id, True))
    seen = desk.seen()
    assert (seen.decisions, seen.comments, desk.accord(1)) == ({}, {1: 1}, Accord.ONE)
    assert set(seen.passes) == {ANNA.id, BEN.id}
    gone, said = threads.threads(desk.library, desk.article, ANNA.id)
    assert (gone.gone, gone.analyst, gone.text) == (True, "", "")
    assert (said.text, said.answers) == ("the map", asked)
    assert [one.reviewer for one in desk.seen(BEN).decisions[1]] == [CHLOE.id]


def test_who_was_left_out_does_not_make_a_decision_ask_again(desk: Desk) -> None:
    desk.tag(BEN, 1, Tag.DISPUTED)
    desk.tag(CHLOE, 1, Tag.VERIFIED)
    over: dict[str, Standing | None] = {BEN.id: DISPUTED, CHLOE.id: None}
    ruling = Ruling(desk.claims[1], DISPUTED, "", over)
    does(desk.library, ANNA, Decide(desk.article, (ruling,)))
    desk.tag(CHLOE, 1, Tag.UNATTRIBUTED)
    assert desk.accord(1) is Accord.SETTLED


def test_a_decision_over_another_text_asks_again_when_it_changes_there(desk: Desk) -> None:
    text = "Two explosions\n\nState media said 84 people died."
    other = bring_in(desk.library, text=text, title="Another copy")
    rows = desk.library.rows("SELECT id FROM claims WHERE article = ? ORDER BY start", (other,))
    theirs = ClaimId(rows[1][0])
    does(
        desk.library,
        ANNA,
        AddRevision(other, desk.article, (Match(theirs, desk.claims[1], "exact"),)),
    )
    tagged = SetTag(other, (theirs,), Tag.DISPUTED)
    does(desk.library, BEN, tagged)
    assert desk.accord(1) is Accord.ONE
    ruling = Ruling(desk.claims[1], DISPUTED, "", {}, {theirs: {BEN.id: DISPUTED}})
    does(desk.library, ANNA, Decide(desk.article, (ruling,)))
    assert desk.accord(1) is Accord.SETTLED
    does(desk.library, BEN, SetTag(other, (theirs,), Tag.VERIFIED))
    assert desk.accord(1) is Accord.RETURNED
    does(desk.library, BEN, tagged)
    assert desk.accord(1) is Accord.SETTLED


def test_passes_and_the_stage(desk: Desk) -> None:
    assert desk.seen().passes[ANNA.id].state is PassState.SUBMITTED
    assert desk.seen().stage.stage is ArticleStage.IN_REVIEW
    submission = desk.seen().passes[ANNA.id].submission
    does(desk.library, BEN, Return(desk.article, EditId(submission), "claim 3 is not checked"))
    back = desk.seen().passes[ANNA.id]
    assert (back.state, back.answered_by, back.reason) == (
        PassState.RETURNED,
        BEN.id,
        "claim 3 is not checked",
    )
    again = does(desk.library, ANNA, Submit(desk.article))
    assert desk.seen().passes[ANNA.id].state is PassState.SUBMITTED
    does(desk.library, BEN, Approve(desk.article, again))
    assert desk.seen().passes[ANNA.id].state is PassState.APPROVED


def settle(desk: Desk, author: Author = ANNA) -> None:
    does(
        desk.library,
        author,
        Settle(desk.article, stages.settle_digests(desk.library, desk.article)),
    )


def elsewhere(desk: Desk, author: Author, act: Act) -> None:
    """The same edit, as it would be made in another library and come in from there."""
    header = log.all_edits(desk.library)[-1].header
    stamp = Stamp(author.id, header.at + 1, header.at + 1)
    edit = stamp.seal(act.kind, KINDS[act.kind].version, act.writes(), act.undoes)
    absorb(desk.library, [edit])


def test_what_changes_after_an_article_is_settled_is_counted(desk: Desk) -> None:
    desk.tag(BEN, 1, Tag.DISPUTED)
    desk.tag(BEN, 2, Tag.DISPUTED)
    does(desk.library, BEN, Hide(CHLOE.id, True))
    settle(desk, BEN)
    assert desk.seen().stage.stage is ArticleStage.SETTLED
    assert desk.seen().changed_since == 0
    elsewhere(desk, BEN, SetTag(desk.article, desk.claims[1:2], Tag.VERIFIED))
    elsewhere(desk, CHLOE, SetTag(desk.article, desk.claims[3:4], Tag.VERIFIED))
    assert [desk.seen(viewer).changed_since for viewer in (ANNA, BEN)] == [2, 2]
    elsewhere(desk, BEN, SetTag(desk.article, desk.claims[1:2], Tag.DISPUTED))
    assert desk.seen().changed_since == 1
    elsewhere(desk, CHLOE, Decide(desk.article, (Ruling(desk.claims[2], VERIFIED),)))
    assert desk.seen().changed_since == 2


def test_it_is_settled_as_everybody_stands_whoever_settles(desk: Desk) -> None:
    desk.tag(ANNA, 1, Tag.VERIFIED)
    desk.tag(BEN, 2, Tag.DISPUTED)
    found = stages.settle_digests(desk.library, desk.article)
    assert set(found) == {desk.claims[1], desk.claims[2]}
    does(desk.library, ANNA, AskBlind(desk.article), Hide(BEN.id, True))
    assert stages.settle_digests(desk.library, desk.article) == found


def every_act(desk: Desk) -> dict[str, Act]:
    """One of each kind that somebody could do by hand to this article."""
    article, claims = desk.article, desk.claims
    tagged = desk.tag(ANNA, 3, Tag.VERIFIED)
    undone = desk.tag(ANNA, 3, Tag.DISPUTED)
    does(desk.library, ANNA, Undo(undone))
    comment = does(desk.library, ANNA, Comment(article, claims[1], "a question"))
    submission = does(desk.library, BEN, Submit(article))
    half = Span(SPANS[1].start, SPANS[1].start + 5)
    other = bring_in(desk.library, text="Another\n\nA text.", title="Another")
    acts: tuple[Act, ...] = (
        *_of_the_record(article, claims[1]),
        SetTag(article, claims[1:2], Tag.VERIFIED),
        SetNotCheckable(article, claims[1:2]),
        SetConfirmed(article, claims[1:2], True),
        Clear(article, claims[1:2]),
        SetNote(article, claims[1], "a note"),
        TakeOver(article, claims[1], (Own("claim", claims[1], "confirmed", True),)),
        SplitClaim(article, claims[1], (half,)),
        JoinClaims(article, claims[1:3], Span(SPANS[1].start, SPANS[2].end)),
        SetBorders(article, claims[1], half),
        AddClaim(article, half),
        MarkBoilerplate(article, SPANS[1], PassageKind.BOILERPLATE),
        import_of(),
        SetArticle(article, {"title": "Another"}),
        RemoveArticle(article),
        RestoreArticle(article),
        SetName(ANNA.id, "Anna"),
        SamePerson(BEN.id, False),
        Hide(BEN.id, True),
        TakePseudonym(ANNA.id, "Nobody", "0" * 64),
        Decide(article, (Ruling(claims[1], VERIFIED),)),
        Submit(article),
        Return(article, submission, "why"),
        Approve(article, submission),
        Settle(article, {}),
        Reopen(article, "a mistake"),
        AskBlind(article),
        Reveal(article),
        Draw(1, "7", {article: claims[1:2]}),
        Comment(article, claims[1], "more"),
        EditComment(article, comment, "other words"),
        AddRevision(other, article, ()),
        Carry(article, (Own("claim", claims[1], "judgement", {"tag": "verified"}),)),
        KeepRemark(article, "0123456789abcdef", SetNote(article, claims[1], "a footnote")),
        SetRemarkAside(article, "0123456789abcdef"),
        Undo(tagged),
        Redo(undone),
    )
    return {act.kind: act for act in acts}


def _of_the_record(article: ArticleId, claim: ClaimId) -> tuple[Act, ...]:
    """What is held of a claim beside its tag, where it comes from, and what was found of it."""
    item = "e0000001-0000-4000-8000-000000000001"
    serving = {(article, claim): Link(item, Stance.SUPPORTS)}
    one = Attribution("a0000001-0000-4000-8000-000000000001", claim, Quoted("ISNA"))
    return (
        SetConfidence(article, (claim,), 2),
        SetType(article, (claim,), ClaimType.NUMBER),
        SetFlag(article, (claim,), Flag(FlagKind.RING)),
        SetWording(article, claim, Wording("So it was.")),
        SetFacts(article, claim, {Span(0, 3): True}),
        SetRelation(article, claim, claim, Relation.SAME),
        Restore(article, claim, (Own("claim", claim, "confirmed", True),)),
        AddEvidence(item, {"there": True, "title": "A map"}, serving),
        LinkEvidence(item, serving),
        EditEvidence(item, {"title": "A plan"}, (article,)),
        RemoveEvidence(item, private=False, articles=(article,)),
        SetAttribution(article, one),
        RemoveAttribution(article, one.id),
        NameSources({article: {"ISNA": "the agency"}}),
        Keep((("notes", article, Own("claim", claim, "note", None)),)),
        Erase(ANNA.id, (Place(EditId(item), "notes", article),)),
    )


def test_every_kind_has_its_act(desk: Desk) -> None:
    assert set(every_act(desk)) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_settled_article_takes_no_edit_by_hand_and_every_merge(desk: Desk, kind: str) -> None:
    act = every_act(desk)[kind]
    settle(desk)
    before = len(log.all_edits(desk.library))
    if kind in STILL_TAKEN:
        does(desk.library, ANNA, act)
    else:
        with pytest.raises(AnnotatorError, match="is settled, so nothing was saved: reopen it"):
            does(desk.library, ANNA, act)
        assert len(log.all_edits(desk.library)) == before
        elsewhere(desk, ANNA, act)
    assert len(log.all_edits(desk.library)) == before + 1
    assert doctor.examine(desk.library) == ()


def test_what_is_about_another_article_is_not_locked(desk: Desk) -> None:
    other = bring_in(desk.library, text="Another\n\nA text.", title="Another")
    settle(desk)
    does(desk.library, ANNA, Submit(other))


def test_reopened_it_takes_edits_again(desk: Desk) -> None:
    settle(desk)
    does(desk.library, BEN, Reopen(desk.article, "the source corrected itself"))
    stands = desk.seen().stage
    assert (stands.stage, stands.analyst, stands.reason) == (
        ArticleStage.REOPENED,
        BEN.id,
        "the source corrected itself",
    )
    desk.tag(ANNA, 1, Tag.VERIFIED)
    settle(desk)
    assert desk.seen().stage.stage is ArticleStage.SETTLED
