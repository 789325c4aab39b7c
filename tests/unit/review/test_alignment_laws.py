"""What holds for any two texts: nothing twice, nothing lost, the same from either side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.review import rewording
from annotator.review.alignment import Alignment, Pair, PairKind, align
from unit.review.texts import Paragraphs, aligned, alike, said, told

SENTENCES = [
    "Two explosions killed 95 people.", "Two explosions killed 103 people.", "He denied it.",
    "He did not deny it.", "ایران گفت که ۸۴ نفر کشته شدند.", "ایران گفت که ۹۵ نفر کشته شدند.", "伊朗称八十四人死亡。",
    "伊朗称九十五人死亡。", "👩‍👩‍👧 Nobody claimed it.", "👩‍👩‍👦 Nobody claimed it.", "Le blessé a été évacué.",
    "Le blesse\u0301 a e\u0301te\u0301 e\u0301vacue\u0301.", "…", "؟", "\u200b", "\ud800",
]  # fmt: skip
ANY = st.one_of(
    st.sampled_from(SENTENCES),
    st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1), min_size=1).map(
        " ".join
    ),
)
ARTICLES = st.lists(st.lists(ANY, min_size=1, max_size=6), max_size=6)


@st.composite
def revised(draw: st.DrawFn) -> tuple[Paragraphs, Paragraphs]:
    """An article, and what is left of it after somebody's edits."""
    here = draw(ARTICLES)
    there = [list(paragraph) for paragraph in here]
    for _ in range(draw(st.integers(0, 5))):
        if not there:
            break
        paragraph = draw(st.sampled_from(there))
        at = draw(st.integers(0, len(paragraph) - 1))
        match draw(st.sampled_from(["put in", "take out", "reword", "move"])):
            case "put in":
                paragraph.insert(at, draw(ANY))
            case "take out":
                del paragraph[at]
            case "reword":
                paragraph[at] = draw(st.sampled_from(SENTENCES))
            case _:
                draw(st.sampled_from(there)).append(paragraph.pop(at))
        there = [left for left in there if left]
    return here, there


TWO = st.one_of(revised(), st.tuples(ARTICLES, ARTICLES))


def turned(alignment: Alignment, *found: PairKind) -> set[Pair]:
    """The pairs of these kinds, seen from the other text."""
    return {
        pair._replace(here=pair.there, there=pair.here)
        for pair in alignment.pairs
        if pair.kind in found
    }


@given(TWO)
def test_every_claim_is_in_exactly_one_pair_in_reading_order(texts):
    here, there = map(told, texts)
    pairs = align(*here, *there).pairs
    assert [pair.here for pair in pairs if pair.here] == here[1]
    assert sorted(pair.there for pair in pairs if pair.there) == there[1]
    come = [pair.there for pair in pairs if pair.there and not pair.here]
    assert [pair.there for pair in pairs[len(here[1]) :]] == come
    assert come == sorted(come)


@given(TWO)
def test_kinds_mean_what_they_say(texts):
    alignment = aligned(*texts)
    for pair in alignment.pairs:
        ours, theirs = said(alignment, pair)
        assert (ours == theirs) == (pair.kind in (PairKind.EXACT, PairKind.MOVED))
        assert (ours is None or theirs is None) == (pair.kind is PairKind.MISSING)
        assert pair.kind is not PairKind.EXACT or pair == Pair(pair.kind, pair.here, pair.there)
        assert not pair.weighs or pair.kind is PairKind.CHANGED
    exact = [pair.there for pair in alignment.of_kind(PairKind.EXACT) if pair.there]
    assert exact == sorted(exact)


@given(TWO)
def test_no_quotation_that_both_have_is_missing_in_both(texts):
    alignment = aligned(*texts)
    gone = {said(alignment, pair)[0] for pair in alignment.only_here}
    assert not gone & {said(alignment, pair)[1] for pair in alignment.only_there}


@given(TWO)
def test_what_is_the_same_is_the_same_from_either_text(texts):
    here, there = texts
    kinds = PairKind.EXACT, PairKind.MOVED
    ours, theirs = aligned(here, there), aligned(there, here)
    assert turned(ours, *kinds) == {pair for pair in theirs.pairs if pair.kind in kinds}


@given(ARTICLES)
def test_a_text_is_exactly_itself(article):
    alignment = aligned(article, article)
    assert all(pair == Pair(PairKind.EXACT, pair.here, pair.here) for pair in alignment.pairs)


@given(ARTICLES, st.randoms(use_true_random=False))
def test_a_text_in_another_order_has_every_claim(article, chance):
    other = [list(paragraph) for paragraph in article]
    chance.shuffle(other)
    for paragraph in other:
        chance.shuffle(paragraph)
    alignment = aligned(article, other)
    assert all(pair.kind in (PairKind.EXACT, PairKind.MOVED) for pair in alignment.pairs)


@given(TWO)
def test_the_same_question_has_the_same_answer(texts):
    assert aligned(*texts) == aligned(*texts)


@given(TWO, st.randoms(use_true_random=False))
def test_the_order_in_which_claims_are_given_does_not_matter(texts, chance):
    (here, ours), (there, theirs) = map(told, texts)
    alignment = align(here, ours, there, theirs)
    mixed = chance.sample(ours, len(ours)), chance.sample(theirs, len(theirs))
    assert align(here, mixed[0], there, mixed[1]) == alignment


@given(TWO)
def test_how_alike_two_texts_are_is_the_same_from_either(texts):
    here, there = map(told, texts)
    share = alike(here, there)
    assert 0 <= share <= 1
    assert share == alike(there, here)
    same = align(*here, *there).counts
    if here[1] and there[1]:
        smaller = min(len(here[1]), len(there[1]))
        assert share == (same[PairKind.EXACT] + same[PairKind.MOVED]) / smaller
    else:
        assert share == 0


@given(TWO, st.integers(0, 40))
def test_however_little_may_be_compared_every_claim_is_listed(texts, most):
    whole = rewording.MOST_COMPARISONS
    rewording.MOST_COMPARISONS = most
    try:
        alignment = aligned(*texts)
    finally:
        rewording.MOST_COMPARISONS = whole
    here, there = map(told, texts)
    assert sorted(pair.here for pair in alignment.pairs if pair.here) == sorted(here[1])
    assert sorted(pair.there for pair in alignment.pairs if pair.there) == sorted(there[1])
