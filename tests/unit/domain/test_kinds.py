"""What each kind of edit is called in the history, from what it wrote."""

from __future__ import annotations

import pytest

from annotator.domain.edits.act import Act
from annotator.domain.edits.blind import Reveal
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.form import EditId
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.people import Hide, SamePerson
from annotator.domain.edits.reviewing import Decide, Ruling
from annotator.domain.edits.writes import Own
from annotator.domain.tags import Standing
from factories import BEN, TEXT, claims_of, id_of

ARTICLE = id_of(TEXT)
CLAIM = claims_of(ARTICLE)[0]


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
    ],
)
def test_an_edit_says_what_it_did(act: Act, words: str) -> None:
    assert KINDS[act.kind].says([write for _, _, write in act.writes()]) == words


def test_a_decision_of_which_nothing_is_left_is_told_all_the_same() -> None:
    assert KINDS["Decide"].says([Own("claim", CLAIM, "judgement", None)]) == "settled"
