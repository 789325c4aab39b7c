"""Claims of two texts are matched by quotation and context; nothing is guessed silently."""

import pytest

from annotator.domain.article import Passage, PassageKind, Span
from annotator.review.alignment import Pair, PairKind, align
from annotator.review.difference import Part
from unit.review.texts import aligned, kinds, said, told

EXACT, MOVED, CHANGED, MISSING = PairKind
A, B, C, D, E = ("Alpha came.", "Beta saw.", "Gamma won.", "Delta left.", "Epsilon stayed.")


def test_the_same_text_is_exact():
    assert kinds(aligned([[A, B], [C]], [[A, B], [C]])) == [EXACT] * 3


def test_texts_without_claims_have_no_pairs():
    assert align("", [], "", []).pairs == ()


def test_a_text_beside_nothing_is_missing_whole():
    alignment = aligned([[A, B]], [])
    assert [pair.there for pair in alignment.pairs] == [None, None]
    assert alignment.only_here == alignment.of_kind(MISSING) == alignment.pairs
    assert aligned([], [[A, B]]).only_there == tuple(
        Pair(MISSING, None, pair.here) for pair in alignment.pairs
    )


def test_blanks_and_wrapped_lines_make_no_difference():
    here = "Two explosions\nclaimed \u00a0 lives."
    there = "Two explosions claimed\tlives."
    alignment = align(here, [Span(0, len(here))], there, [Span(0, len(there))])
    assert kinds(alignment) == [EXACT]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("He said no.", "He said No."),
        ("“He said no.”", '"He said no."'),
        ("Le président a été élu.", "Le président a été élu.".replace("é", "e\u0301")),
        ("او می‌رود به خانه.", "او میرود به خانه."),
        ("كان ذلك في طهران.", "کان ذلک في طهران."),
        ("۸۴ نفر کشته شدند.", "84 نفر کشته شدند."),
        ("He said no.\u200e", "He said no."),
    ],
)
def test_nothing_but_blanks_is_folded(here, there):
    """Another case, quotation mark, normalisation, letter or digit is another wording."""
    (pair,) = aligned([[here]], [[there]]).pairs
    assert pair.kind is CHANGED
    assert not pair.elsewhere
    assert not pair.ambiguous


def test_a_claim_whose_neighbour_changed_stands_in_other_surroundings():
    alignment = aligned([[A, B, C, D]], [[A, B, "Something new happened.", C, D]])
    assert kinds(alignment) == [EXACT, MOVED, MOVED, EXACT, MISSING]
    assert not any(pair.elsewhere for pair in alignment.pairs)
    assert [pair.asks for pair in alignment.pairs] == [False, True, True, False, False]


def test_a_passage_edge_is_context_enough():
    alignment = aligned([[A, B], [C, D]], [[A, B], ["Something new happened."], [C, D]])
    assert kinds(alignment) == [EXACT] * 4 + [MISSING]


def test_the_same_neighbour_is_context_where_paragraphs_were_joined():
    assert kinds(aligned([[A, B], [C, D]], [[A, B, C, D]])) == [EXACT] * 4


def test_passages_are_taken_from_the_snapshot_where_they_are_given():
    """Lines that are paragraphs: the text alone does not say that a passage ends there."""
    here, there = f"{A}\n{B}", f"{A}\n{C}\n{B}"
    ours = [Span(0, 11), Span(12, 21)]
    theirs = [Span(0, 11), Span(12, 22), Span(23, 32)]
    assert kinds(align(here, ours, there, theirs)) == [MOVED, MOVED, MISSING]
    alignment = align(
        here,
        ours,
        there,
        theirs,
        here_passages=[Passage(PassageKind.BODY, *span) for span in ours],
        there_passages=[Passage(PassageKind.BODY, *span) for span in theirs],
    )
    assert kinds(alignment) == [EXACT, EXACT, MISSING]


def test_a_claim_that_stands_elsewhere_is_moved():
    alignment = aligned([[A], [B], [C], [D]], [[B], [C], [D], [A]])
    assert kinds(alignment) == [MOVED, EXACT, EXACT, EXACT]
    assert [pair.elsewhere for pair in alignment.pairs] == [True, False, False, False]


def test_where_two_changed_places_neither_is_exact():
    """Nobody can say which of them moved."""
    alignment = aligned([[A], [B], [C], [D]], [[A], [C], [B], [D]])
    assert kinds(alignment) == [EXACT, MOVED, MOVED, EXACT]
    assert [pair.elsewhere for pair in alignment.pairs] == [False, True, True, False]


def test_a_number_that_changed_is_a_changed_claim_with_its_difference():
    here = "At least 95 people were killed, state media said."
    there = "At least 103 people were killed, state media said."
    alignment = aligned([[A], [here], [C]], [[A], [there], [C]])
    assert kinds(alignment) == [EXACT, CHANGED, EXACT]
    pair = alignment.pairs[1]
    assert pair.weighs == ("number 95 → 103",)
    assert alignment.difference(pair) == (
        (Part.KEPT, "At least "),
        (Part.DROPPED, "95"),
        (Part.ADDED, "103"),
        (Part.KEPT, " people were killed, state media said."),
    )


def test_a_missing_claim_is_dropped_or_added_as_a_whole():
    alignment = aligned([[A], [B]], [[A], [C]])
    assert [alignment.difference(pair) for pair in alignment.pairs[1:]] == [
        ((Part.DROPPED, B),),
        ((Part.ADDED, C),),
    ]


def test_a_claim_with_other_words_has_no_counterpart():
    alignment = aligned(
        [[A], ["Rescuers reached the village on Monday."], [C]],
        [[A], ["Nobody in parliament wanted to comment."], [C]],
    )
    assert kinds(alignment) == [EXACT, MISSING, EXACT, MISSING]


def test_similar_words_far_away_are_no_counterpart():
    first = "Officials said at least 95 people were killed."
    other = "Officials said at least 103 people were killed."
    alignment = aligned([[first], [A], [B]], [[A], [B], [other]])
    assert alignment.counts == {EXACT: 2, MOVED: 0, CHANGED: 0, MISSING: 2}


def test_a_changed_claim_is_found_in_a_paragraph_that_moved():
    """Its place is beside the claims that moved with it."""
    old = "The ministry put the dead at 95 on Wednesday."
    new = "The ministry put the dead at 103 on Wednesday."
    rest = [[B], [C], [D], [E]]
    alignment = aligned([[old, A], *rest], [*rest, [new, A]])
    assert kinds(alignment) == [CHANGED, MOVED, EXACT, EXACT, EXACT, EXACT]
    assert alignment.pairs[0].elsewhere


def test_beside_a_moved_claim_each_claim_is_taken_once():
    rest = [[B], [C], [D], [E]]
    here = ["The mayor said two men fled.", "The mayor said two women fled.", A]
    there = ["The mayor said two women hid.", A]
    alignment = aligned([here, *rest], [*rest, there])
    assert alignment.counts == {EXACT: 4, MOVED: 1, CHANGED: 1, MISSING: 1}


def test_the_same_sentence_twice_is_told_apart_by_its_neighbours():
    alignment = aligned([[A, E, B], [C, E, D]], [[C, E, D], [A, E, B]])
    pairs = {said(alignment, pair)[0]: pair for pair in alignment.pairs if pair.here}
    assert not pairs[E].ambiguous
    first, second = (pair for pair in alignment.pairs if said(alignment, pair)[0] == E)
    assert first.there is not None
    assert second.there is not None
    assert first.there > second.there


def test_the_same_sentence_twice_is_told_apart_by_one_neighbour():
    alignment = aligned([[A], [E], [B], [E]], [[D], [E], [B], [C], [E]])
    pairs = [pair for pair in alignment.pairs if said(alignment, pair)[0] == E]
    assert [pair.ambiguous for pair in pairs] == [False, False]


def test_the_same_sentence_as_often_in_both_goes_by_order():
    alignment = aligned([[A, E, E, E, B]], [[A, E, E, E, B]])
    assert kinds(alignment) == [EXACT] * 5


def test_one_of_two_equal_sentences_that_is_gone_is_not_guessed():
    alignment = aligned([[A], [E], [E], [B]], [[A], [E], [B]])
    assert alignment.counts == {EXACT: 2, MOVED: 1, CHANGED: 0, MISSING: 1}
    moved, gone = alignment.of_kind(MOVED)[0], alignment.only_here[0]
    assert moved.ambiguous
    assert not moved.elsewhere
    assert gone.ambiguous
    (come,) = aligned([[A], [E], [B]], [[A], [E], [E], [B]]).only_there
    assert come.ambiguous


def test_equal_sentences_that_went_elsewhere_are_not_guessed():
    alignment = aligned(
        [[E], [A], [B], [E], [C], [D]],
        [[A], [E], [B], [C], [E], [D]],
    )
    moved = alignment.of_kind(MOVED)
    assert len(moved) == 2
    assert all(pair.ambiguous and pair.elsewhere for pair in moved)


def test_neighbours_that_contradict_one_another_decide_nothing():
    """What came before says the first, what came after the second."""
    alignment = aligned([[A, E, B], [C, E, D]], [[A, E, D], [C, E, B]])
    moved = [pair for pair in alignment.pairs if said(alignment, pair)[0] == E]
    assert all(pair.kind is MOVED for pair in moved)


def test_a_sentence_left_over_once_in_each_is_no_guess():
    alignment = aligned([[E, A], [B], [C], [E, D]], [[E, A], [E, B], [C], [D]])
    pairs = [pair for pair in alignment.pairs if said(alignment, pair)[0] == E]
    assert [pair.kind for pair in pairs] == [EXACT, MOVED]
    assert not pairs[1].ambiguous
    assert pairs[1].elsewhere


def test_two_changed_wordings_as_like_as_each_other_are_ambiguous():
    alignment = aligned(
        [[A], ["The mayor said two men fled."], [B]],
        [[A], ["The mayor said two dogs fled."], ["The mayor said two cats fled."], [B]],
    )
    (changed,) = alignment.of_kind(CHANGED)
    assert changed.ambiguous


def test_claims_that_overlap_are_paired_like_others():
    text = "Alpha came and Beta saw."
    claims = [Span(0, 24), Span(0, 10), Span(15, 24)]
    assert kinds(align(text, claims, text, claims[::-1])) == [EXACT] * 3


def test_every_claim_of_either_text_has_its_pair():
    alignment = aligned([[A], [B]], [[B], [C]])
    assert {pair.here for pair in alignment.pairs} == {*told([[A], [B]])[1], None}
    assert {pair.there for pair in alignment.pairs} == {*told([[B], [C]])[1], None}
    assert (Span(13, 22), Span(0, 9)) in {(pair.here, pair.there) for pair in alignment.pairs}


PERSIAN = [
    "ایران گفت که ۸۴ نفر کشته شدند.",
    "مسئولان تأیید کردند.",
    "هیچ گروهی مسئولیت را نپذیرفت.",
]
ARABIC = ["قُتل 84 شخصًا في كرمان.", "لم تعلن أي جهة مسؤوليتها.", "أدان الأمين العام الهجوم."]
CHINESE = ["伊朗称有八十四人死亡。", "当局没有证实。", "👩‍👩‍👧 没有组织声称负责。"]


@pytest.mark.parametrize("sentences", [PERSIAN, ARABIC, CHINESE], ids=["fa", "ar", "zh"])
def test_every_script_is_paired(sentences):
    first, second, third = sentences
    alignment = aligned([[first], [second], [third]], [[second], [third], [first]])
    assert kinds(alignment) == [MOVED, EXACT, EXACT]
    assert all(said(alignment, pair)[0] == said(alignment, pair)[1] for pair in alignment.pairs)


@pytest.mark.parametrize(
    ("here", "there", "weight"),
    [
        (PERSIAN[0], PERSIAN[0].replace("۸۴", "۹۵"), "number ۸۴ → ۹۵"),
        (PERSIAN[2], "گروهی مسئولیت را پذیرفت.", "negation"),
        (ARABIC[0], ARABIC[0].replace("84", "95"), "number 84 → 95"),
        (ARABIC[1], "أعلنت أي جهة مسؤوليتها.", "negation"),
        (CHINESE[0], CHINESE[0].replace("八", "九"), "number 八 → 九"),
        (CHINESE[1], "当局证实。", "negation"),
    ],
)
def test_what_changed_is_weighed_in_every_script(here, there, weight):
    alignment = aligned([["First."], [here], ["Last."]], [["First."], [there], ["Last."]])
    assert kinds(alignment) == [EXACT, CHANGED, EXACT]
    assert alignment.pairs[1].weighs == (weight,)
