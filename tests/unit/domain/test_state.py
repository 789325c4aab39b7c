"""The pure law by hand: the smallest histories that tell two designs apart."""

import pytest

from annotator.domain.article import Passage, PassageKind, Span, article_id, claim_id, text_hash
from annotator.domain.edits.articles import ImportArticle
from annotator.domain.edits.form import EditId, PartClass, Stamp, new_analyst
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.layout import JoinClaims, SplitClaim
from annotator.domain.edits.people import SetName
from annotator.domain.edits.state import state
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Redo, Undo
from annotator.domain.edits.writes import Own
from annotator.domain.tags import Standing, Tag

TEXT = "One two three. Four five six."
ARTICLE = article_id(text_hash(TEXT))
FIRST, SECOND = Span(0, 14), Span(15, 29)
TEXTS = {ARTICLE: TEXT}
ADA, BEN = new_analyst(), new_analyst()
BEGIN = 1_800_000_000_000_000


class Library:
    """A growing list of edits, one microsecond apart."""

    def __init__(self):
        self.edits = []
        self.do(
            ADA,
            ImportArticle(
                ARTICLE, "t", (Passage(PassageKind.BODY, 0, 29),), (FIRST, SECOND), "", {}
            ),
        )

    def do(self, analyst, act, at=None) -> EditId:
        at = BEGIN + len(self.edits) if at is None else at
        kind = KINDS[act.kind]
        made = Stamp(analyst, at, at).seal(act.kind, kind.version, act.writes(), act.undoes)
        self.edits.append(made)
        return made.header.id

    def tag(self, analyst, span, tag) -> EditId:
        return self.do(analyst, SetTag(ARTICLE, (claim_id(ARTICLE, span),), tag))

    @property
    def state(self):
        return state(self.edits, TEXTS)

    def standing(self, analyst, span):
        held = self.state.assessments().get((analyst, claim_id(ARTICLE, span)))
        return held.standing if held else Standing.UNTAGGED

    def spans(self):
        return set(self.state.articles[ARTICLE].live.values())


def test_an_undo_takes_back_its_own_edit_and_no_newer_one():
    library = Library()
    first = library.tag(ADA, FIRST, Tag.VERIFIED)
    library.tag(ADA, FIRST, Tag.DISPUTED)
    library.do(ADA, Undo(first))
    assert library.standing(ADA, FIRST) is Standing.DISPUTED


def test_the_older_of_two_tags_given_back_does_not_beat_the_newer():
    library = Library()
    first = library.tag(ADA, FIRST, Tag.VERIFIED)
    library.tag(ADA, FIRST, Tag.DISPUTED)
    library.do(ADA, Undo(first))
    library.do(ADA, Redo(first))
    assert library.standing(ADA, FIRST) is Standing.DISPUTED


def test_the_last_word_stands_among_undos_and_redos():
    library = Library()
    first = library.tag(ADA, FIRST, Tag.VERIFIED)
    library.do(ADA, Undo(first))
    library.do(ADA, Undo(first))
    library.do(ADA, Redo(first))
    assert library.standing(ADA, FIRST) is Standing.VERIFIED


def test_nobody_takes_back_what_another_did():
    library = Library()
    first = library.tag(ADA, FIRST, Tag.VERIFIED)
    library.do(BEN, Undo(first))
    assert library.standing(ADA, FIRST) is Standing.VERIFIED


def test_an_undo_dated_before_its_target_does_not_count():
    library = Library()
    first = library.tag(ADA, FIRST, Tag.VERIFIED)
    library.do(ADA, Undo(first), at=BEGIN - 5)
    assert library.standing(ADA, FIRST) is Standing.VERIFIED


def test_an_import_cannot_be_taken_back():
    library = Library()
    library.do(ADA, Undo(library.edits[0].header.id))
    assert library.spans() == {FIRST, SECOND}


def test_taking_back_a_split_voids_the_cut_built_on_it_until_it_is_given_back():
    library = Library()
    left, right = Span(0, 3), Span(4, 14)
    whole = claim_id(ARTICLE, FIRST)
    split = library.do(ADA, SplitClaim(ARTICLE, whole, (left, right)))
    pieces = (Span(4, 7), Span(8, 14))
    library.do(BEN, SplitClaim(ARTICLE, claim_id(ARTICLE, right), pieces))
    library.tag(BEN, pieces[0], Tag.VERIFIED)
    assert library.spans() == {left, *pieces, SECOND}
    library.do(ADA, Undo(split))
    assert library.spans() == {FIRST, SECOND}
    assert library.standing(BEN, pieces[0]) is Standing.VERIFIED
    library.do(ADA, Redo(split))
    assert library.spans() == {left, *pieces, SECOND}


def test_a_cut_that_makes_the_same_span_brings_its_judgements_back():
    library = Library()
    library.tag(BEN, FIRST, Tag.DISPUTED)
    parts = (Span(0, 3), Span(4, 14))
    library.do(ADA, SplitClaim(ARTICLE, claim_id(ARTICLE, FIRST), parts))
    ids = (claim_id(ARTICLE, parts[0]), claim_id(ARTICLE, parts[1]))
    library.do(ADA, JoinClaims(ARTICLE, ids, FIRST))
    assert library.spans() == {FIRST, SECOND}
    assert library.standing(BEN, FIRST) is Standing.DISPUTED


def test_names_are_ones_own_and_the_last_stands():
    library = Library()
    library.do(ADA, SetName(ADA, "Ada"))
    library.do(BEN, SetName(ADA, "Not Ada"))
    library.do(ADA, SetName(ADA, "Ada L."))
    assert library.state.names() == {ADA: "Ada L."}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_says_what_was_done_whatever_it_holds(kind):
    strange = Own("claim", claim_id(ARTICLE, FIRST), "judgement", {"not_checkable": True})
    assert KINDS[kind].says((strange,))
    assert KINDS[kind].says(()) or kind == "SetName"


def test_a_part_of_a_class_of_its_own_is_sorted_by_article():
    write = Own("claim", claim_id(ARTICLE, FIRST), "judgement", None)
    made = Stamp(ADA, BEGIN, BEGIN).seal(
        "SetTag", 1, [(PartClass.TAGS, ARTICLE, write), (PartClass.TAGS, None, write)]
    )
    assert [part.article for part in made.parts] == [None, ARTICLE]
