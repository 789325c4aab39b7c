"""What each kind of edit is called in the history, from what it wrote."""

from __future__ import annotations

import pytest

from annotator.domain.article import Span
from annotator.domain.assessment import Because, Flag, FlagKind, Relation, Wording
from annotator.domain.edits.act import Act
from annotator.domain.edits.assessing import (
    SetConfidence,
    SetFacts,
    SetFlag,
    SetRelation,
    SetType,
    SetWording,
)
from annotator.domain.edits.attributing import NameSources, RemoveAttribution
from annotator.domain.edits.blind import Reveal
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.evidence import AddEvidence, LinkEvidence
from annotator.domain.edits.form import EditId
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import Hide, SamePerson
from annotator.domain.edits.remarks import KeepRemark, SetRemarkAside
from annotator.domain.edits.reviewing import Decide, Ruling
from annotator.domain.edits.tagging import SetNotCheckable, SetTag
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import Link, Stance
from annotator.domain.tags import Standing, Tag
from factories import BEN, TEXT, claims_of, id_of

ARTICLE = id_of(TEXT)
CLAIM = claims_of(ARTICLE)[0]
ITEM = "e0000001-0000-4000-8000-000000000001"
LINK = Link(ITEM, Stance.CONTRADICTS)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (Decide(ARTICLE, (Ruling(CLAIM, Standing.DISPUTED),)), "settled as disputed"),
        (Decide(ARTICLE, (Ruling(CLAIM, None),)), "decision taken back"),
        (Comment(ARTICLE, CLAIM, "Whence?"), "commented"),
        (Comment(ARTICLE, CLAIM, "From ISNA.", EditId("e")), "answered a comment"),
        (Reveal(ARTICLE), "looked at colleagues' tags"),
        (Reveal(ARTICLE, CLAIM), "looked at colleagues' tags of it"),
        (SamePerson(BEN.id, True), "one and the same person"),
        (SamePerson(BEN.id, False), "another person of that name"),
        (Hide(BEN.id, True), "hid a colleague"),
        (Hide(BEN.id, False), "showed a colleague again"),
        (SetTag(ARTICLE, (CLAIM,), Tag.VERIFIED), "verified"),
        (
            SetTag(ARTICLE, (CLAIM,), Tag.DISPUTED, because=Because.OUT_OF_CONTEXT),
            "disputed, out of context",
        ),
        (SetNotCheckable(ARTICLE, (CLAIM,)), "not checkable"),
        (SetConfidence(ARTICLE, (CLAIM,), 2), "how sure"),
        (SetConfidence(ARTICLE, (CLAIM,), 0), "how sure taken back"),
        (SetType(ARTICLE, (CLAIM,), None), "type of claim taken back"),
        (SetFlag(ARTICLE, (CLAIM,), Flag(FlagKind.RING)), "flagged: ring"),
        (SetFlag(ARTICLE, (CLAIM,), None), "flag taken away"),
        (SetWording(ARTICLE, CLAIM, Wording("So.")), "proposed a wording"),
        (SetFacts(ARTICLE, CLAIM, {Span(0, 3): False, Span(4, 5): True}), "fact ticked"),
        (SetFacts(ARTICLE, CLAIM, {Span(0, 3): False, Span(4, 5): None}), "fact marked wrong"),
        (SetFacts(ARTICLE, CLAIM, {Span(0, 3): None}), "fact no longer ticked"),
        (SetRelation(ARTICLE, CLAIM, CLAIM, Relation.SAME), "related"),
        (LinkEvidence(ITEM, {(ARTICLE, CLAIM): LINK}), "evidence: contradicts"),
        (LinkEvidence(ITEM, {(ARTICLE, CLAIM): None}), "evidence no longer serves it"),
        (RemoveAttribution(ARTICLE, ITEM), "attribution removed"),
        (NameSources({ARTICLE: {"ISNA": "the agency"}}), "source renamed"),
        (NameSources({ARTICLE: {"ISNA": ""}}), "source called as it was"),
        (
            KeepRemark(ARTICLE, "ab", AddEvidence(ITEM, {"note": "x"}, {(ARTICLE, CLAIM): LINK})),
            "kept the writer’s remark as evidence",
        ),
        (
            KeepRemark(ARTICLE, "ab", SetNote(ARTICLE, CLAIM, "x")),
            "kept the writer’s remark as a note",
        ),
        (SetRemarkAside(ARTICLE, "ab"), "set the writer’s remark aside"),
    ],
)
def test_an_edit_says_what_it_did(act: Act, words: str) -> None:
    assert KINDS[act.kind].says([write for _, _, write in act.writes()]) == words


def test_a_flag_of_a_kind_that_is_none_is_told_all_the_same() -> None:
    assert KINDS["SetFlag"].says([Own("claim", CLAIM, "flag", {"kind": 7})]) == "flagged"


def test_a_judgement_that_names_no_tag_is_told_from_the_first_that_does() -> None:
    writes = [Own("claim", CLAIM, "note", None), Own("claim", CLAIM, "judgement", {"why": ""})]
    assert KINDS["SetTag"].says(writes) == "not checkable"
    assert KINDS["SetTag"].says(writes[:1]) == "note taken away"
    assert KINDS["SetTag"].says(()) == "tag"


def test_a_decision_of_which_nothing_is_left_is_told_all_the_same() -> None:
    assert KINDS["Decide"].says([Own("claim", CLAIM, "judgement", None)]) == "settled"
