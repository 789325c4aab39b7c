"""What is said of a claim beside its tag: saved, taken back, refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import assessing, evidencing, importing, tagging, undoing
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ClaimId, Span
from annotator.domain.assessment import (
    Assessment,
    Because,
    ClaimType,
    Flag,
    FlagKind,
    Relation,
    Wording,
)
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Stance
from annotator.domain.tags import Standing, Tag
from annotator.store import history, reading

Opened = Callable[..., OpenLibrary]


def claim(desk: Desk, number: int) -> ClaimId:
    return desk.held.id_at(index(desk, number))


def index(desk: Desk, number: int) -> int:
    found = desk.held.index_of_number(number)
    assert found is not None
    return found


def held(desk: Desk, number: int) -> Assessment:
    return reading.assessment(desk.library.store, desk.library.me, claim(desk, number))


def edits(desk: Desk) -> int:
    return len(history.history(desk.library.store, desk.article))


def test_confidence_of_several_claims_is_one_edit_and_is_taken_back(desk: Desk) -> None:
    of = (desk.library, desk.article, [claim(desk, 4), claim(desk, 5)])
    before = edits(desk)
    assessing.set_confidence(*of, 3)
    assert edits(desk) == before + 1
    assert (held(desk, 4).confidence, held(desk, 5).confidence) == (3, 3)
    assert assessing.set_confidence(*of, 3) is None
    undoing.undo(desk.library, desk.article)
    assert held(desk, 4).confidence == 0
    undoing.redo(desk.library, desk.article)
    assert held(desk, 4).confidence == 3
    assessing.set_confidence(*of, 0)
    assert held(desk, 4).empty


@pytest.mark.parametrize("sure", [-1, 4, 100])
def test_confidence_has_three_degrees(desk: Desk, sure: int) -> None:
    with pytest.raises(AnnotatorError, match="from 1 to 3"):
        assessing.set_confidence(desk.library, desk.article, [claim(desk, 4)], sure)
    assert held(desk, 4).empty


def test_type_is_set_and_taken_back(desk: Desk) -> None:
    of = (desk.library, desk.article, [claim(desk, 4)])
    assessing.set_type(*of, ClaimType.NUMBER)
    assert held(desk, 4).type is ClaimType.NUMBER
    assert assessing.set_type(*of, ClaimType.NUMBER) is None
    assessing.set_type(*of, None)
    assert held(desk, 4).type is None


def test_a_flag_is_one_line_and_has_a_day(desk: Desk) -> None:
    of = (desk.library, desk.article, [claim(desk, 4)])
    assessing.set_flag(*of, Flag(FlagKind.RING, " the\nministry ", " 2023-01-31 "))
    assert held(desk, 4).flag == Flag(FlagKind.RING, "the ministry", "2023-01-31")
    assert assessing.set_flag(*of, Flag(FlagKind.RING, "the ministry", "2023-01-31")) is None
    assessing.set_flag(*of, Flag(FlagKind.ASK))
    assert held(desk, 4).flag == Flag(FlagKind.ASK)
    assessing.set_flag(*of, None)
    assert held(desk, 4).flag is None
    assert assessing.set_flag(*of, None) is None


@pytest.mark.parametrize(
    ("flag", "says"),
    [
        (Flag(FlagKind.RING, "", "2023-02-30"), "There is no 30 February 2023"),
        (Flag(FlagKind.RING, "", "soon"), "day: “soon” is no date"),
        (Flag(FlagKind.RING, "", "2023-02"), "needs a day"),
        (Flag(FlagKind.RING, "a\x1bb"), "control character"),
        (Flag(FlagKind.RING, "a\0b"), "NUL"),
        (Flag(FlagKind.RING, "\ud800"), "surrogate"),
    ],
)
def test_a_flag_that_cannot_be_kept_is_refused(desk: Desk, flag: Flag, says: str) -> None:
    with pytest.raises(AnnotatorError, match=says):
        assessing.set_flag(desk.library, desk.article, [claim(desk, 4)], flag)
    assert held(desk, 4).empty


def test_a_wording_says_whether_it_was_taken(desk: Desk) -> None:
    of = (desk.library, desk.article, claim(desk, 4))
    assessing.set_wording(*of, " So \x0b much.\r\nBetter. ")
    assert held(desk, 4).wording == Wording("So much.\nBetter.")
    assessing.set_wording(*of, " Better. ")
    assert held(desk, 4).wording == Wording("Better.")
    assessing.set_taken(*of, True)
    assert assessing.set_wording(*of, "Better.") is None, "a field that was left as it was"
    assert held(desk, 4).wording == Wording("Better.", True)
    assessing.set_wording(*of, "Better.", False)
    assert held(desk, 4).wording == Wording("Better.", False)
    assessing.set_taken(*of, None)
    assessing.set_taken(*of, True)
    assert assessing.set_taken(*of, True) is None
    assessing.set_wording(*of, "Best.")
    assert held(desk, 4).wording == Wording("Best."), "the new one was not taken yet"
    assessing.set_wording(*of, "")
    assert held(desk, 4).wording is None


def test_the_sentence_itself_proposes_nothing(desk: Desk) -> None:
    of = (desk.library, desk.article, claim(desk, 4))
    text = desk.held.claim(index(desk, 4)).text
    assert assessing.set_wording(*of, f" {text}\n") is None
    assessing.set_wording(*of, "Better.")
    assessing.set_wording(*of, text.replace(" ", "\n"))
    assert held(desk, 4).wording is None


def test_no_wording_can_be_taken_where_none_is_proposed(desk: Desk) -> None:
    with pytest.raises(AnnotatorError, match="propose one first"):
        assessing.set_taken(desk.library, desk.article, claim(desk, 4), True)


def test_a_fact_is_ticked_marked_wrong_and_left_open_again(desk: Desk) -> None:
    start, end = desk.held.span(index(desk, 4))
    of = (desk.library, desk.article, claim(desk, 4), Span(start, start + 5))
    assessing.tick(*of, True)
    assert held(desk, 4).facts == ((Span(start, start + 5), True),)
    assert assessing.tick(*of, True) is None
    assessing.tick(*of, False)
    assert held(desk, 4).facts == ((Span(start, start + 5), False),)
    assessing.tick(*of, None)
    assert held(desk, 4).facts == ()
    assert assessing.tick(*of, None) is None
    for span in (Span(start - 1, end), Span(start, end + 1), Span(start, start), Span(end, start)):
        with pytest.raises(AnnotatorError, match=f"runs from {start} to {end}"):
            assessing.tick(*of[:3], span, True)


def test_the_facts_of_a_claim_stand_in_text_order_with_what_was_ticked(desk: Desk) -> None:
    at = index(desk, 4)
    text, (start, end) = desk.held.article.text, desk.held.span(at)
    of = (desk.library, desk.article, claim(desk, 4))
    found = [fact.span for fact, right in assessing.facts_of(desk.library, desk.held, at)]
    assert found == sorted(found)
    assert "2,300 feet" in " ".join(text[slice(*one)] for one in found)
    assert all(start <= one.start < one.end <= end for one in found)
    assessing.tick(*of, found[0], True)
    assessing.tick(*of, Span(start, start + 1), False)
    told = {fact.span: right for fact, right in assessing.facts_of(desk.library, desk.held, at)}
    assert told[found[0]] is True
    assert told[Span(start, start + 1)] is False, "found by no rule, and ticked"
    assert list(told.values()).count(None) == len(found) - 1


def test_a_claim_is_related_to_others_and_no_longer(desk: Desk) -> None:
    of = (desk.library, desk.article, claim(desk, 4))
    assessing.relate(*of, claim(desk, 5), Relation.CONTRADICTS)
    assessing.relate(*of, claim(desk, 6), Relation.SAME)
    assert assessing.relate(*of, claim(desk, 6), Relation.SAME) is None
    assert set(held(desk, 4).relations) == {
        (Relation.CONTRADICTS, claim(desk, 5)),
        (Relation.SAME, claim(desk, 6)),
    }
    assessing.relate(*of, claim(desk, 6), None)
    assert held(desk, 4).relations == ((Relation.CONTRADICTS, claim(desk, 5)),)
    assert assessing.relate(*of, claim(desk, 6), None) is None


@pytest.mark.parametrize("other", [4, None])
def test_a_claim_is_related_to_another_one_that_is_there(desk: Desk, other: int | None) -> None:
    other_id = claim(desk, other) if other else ClaimId("0" * 36)
    with pytest.raises(AnnotatorError, match=r"related to itself|is known here"):
        assessing.relate(desk.library, desk.article, claim(desk, 4), other_id, Relation.SAME)
    assert held(desk, 4).empty


def test_why_it_is_disputed_keeps_the_tag(desk: Desk) -> None:
    of = (desk.library, desk.article, [claim(desk, 4), claim(desk, 5)])
    tagging.tag(*of, Tag.DISPUTED)
    before = edits(desk)
    assessing.dispute_because(*of, Because.OUTDATED)
    assert edits(desk) == before + 1
    assert held(desk, 5).because is Because.OUTDATED
    assert held(desk, 5).standing is Standing.DISPUTED
    assert assessing.dispute_because(*of, Because.OUTDATED) is None
    assessing.dispute_because(*of[:2], [claim(desk, 4)], Because.CONTRADICTED, claim(desk, 6))
    assert held(desk, 4).against == claim(desk, 6)
    assessing.dispute_because(*of, Because.CONFLICTING)
    assert held(desk, 4).against == claim(desk, 6), "another reason keeps what is named"
    assessing.dispute_because(*of[:2], [claim(desk, 4)], Because.CONFLICTING, "")
    assert (held(desk, 4).because, held(desk, 4).against) == (Because.CONFLICTING, "")
    assessing.dispute_because(*of[:2], [claim(desk, 4)], Because.CONFLICTING, claim(desk, 6))
    assessing.dispute_because(*of, None)
    assert (held(desk, 4).because, held(desk, 4).against) == (None, "")
    assert held(desk, 4).tag is Tag.DISPUTED


def test_evidence_that_serves_the_claim_may_speak_against_it(desk: Desk) -> None:
    of = (desk.library, desk.article, [claim(desk, 4)])
    tagging.tag(*of, Tag.DISPUTED)
    added = evidencing.add(
        *of, evidencing.Given(title="A map"), evidencing.Serving(Stance.CONTRADICTS)
    )
    assessing.dispute_because(*of, Because.CONTRADICTED, added.item)
    assert held(desk, 4).against == added.item
    tagging.tag(*of[:2], [claim(desk, 5)], Tag.DISPUTED)
    with pytest.raises(AnnotatorError, match="neither"):
        assessing.dispute_because(*of[:2], [claim(desk, 5)], Because.CONTRADICTED, added.item)


def test_a_reason_belongs_to_what_is_disputed(desk: Desk) -> None:
    of = (desk.library, desk.article)
    tagging.tag(*of, [claim(desk, 4)], Tag.VERIFIED)
    tagging.tag(*of, [claim(desk, 5)], Tag.DISPUTED)
    before = edits(desk)
    with pytest.raises(AnnotatorError, match="claim 4 is not: tag it disputed first"):
        assessing.dispute_because(*of, [claim(desk, 4), claim(desk, 5)], Because.OUTDATED)
    with pytest.raises(AnnotatorError, match="claims 4 and 6 are not: tag them"):
        assessing.dispute_because(*of, [claim(desk, 4), claim(desk, 6)], Because.OUTDATED)
    with pytest.raises(AnnotatorError, match="not speak against itself"):
        assessing.dispute_because(*of, [claim(desk, 5)], Because.OUTDATED, claim(desk, 5))
    assert edits(desk) == before


def test_a_reason_says_whose_tags_had_been_shown(desk: Desk, opened: Opened) -> None:
    ben = opened("Ben")
    of = (desk.library, desk.article, [claim(desk, 5)])
    tagging.tag(ben, *of[1:], Tag.VERIFIED)
    tagging.tag(*of, Tag.DISPUTED, looked=True)
    assert held(desk, 5).seen == ()
    assessing.dispute_because(*of, Because.OUTDATED)
    assert held(desk, 5).seen == (), "the command line shows nothing"
    assessing.dispute_because(*of, Because.CONFLICTING, looked=True)
    assert held(desk, 5).seen == (ben.me,), "one's own tag showed it"
    assessing.dispute_because(*of, Because.CONTRADICTED)
    assert held(desk, 5).seen == (ben.me,), "what had been shown stays shown"


def test_nobody_writes_what_a_colleague_holds(desk: Desk, opened: Opened) -> None:
    ben = opened("Ben")
    of = (desk.article, [claim(desk, 5)])
    assessing.set_confidence(ben, *of, 3)
    assessing.set_confidence(desk.library, *of, 1)
    assert reading.assessment(ben.store, ben.me, claim(desk, 5)).confidence == 3
    assert held(desk, 5).confidence == 1


def test_a_claim_of_another_article_is_not_worded_here(desk: Desk, library: OpenLibrary) -> None:
    first, of = desk.article, claim(desk, 4)
    file = library.path.with_name("other.txt")
    file.write_text("Other\n\nAnother text.")
    other = importing.import_file(library, file).article
    with pytest.raises(AnnotatorError, match="no claim"):
        assessing.set_wording(library, other, of, "Better.")
    assert assessing.set_wording(library, first, of, "Better.") is not None
