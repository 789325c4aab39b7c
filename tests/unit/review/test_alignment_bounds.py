"""Texts made to be slow: what quadratic work would take an hour is done at once."""

from annotator.review import rewording
from annotator.review.alignment import PairKind
from unit.review.texts import aligned, kinds

EXACT, MOVED, CHANGED, MISSING = PairKind
MANY = 20_000


def test_one_sentence_many_times_is_exact_and_one_too_few_is_a_guess():
    same = [["Same again."] * MANY]
    assert aligned(same, same).counts[EXACT] == MANY
    fewer = aligned(same, [["Same again."] * (MANY - 1)])
    assert fewer.counts == {EXACT: 2, MOVED: MANY - 3, CHANGED: 0, MISSING: 1}
    assert sum(pair.ambiguous for pair in fewer.pairs) == MANY - 2


def test_a_text_backwards_is_moved():
    claims = [[f"Claim {number} stands here."] for number in range(MANY)]
    assert aligned(claims, claims[::-1]).counts[MOVED] == MANY


def test_another_text_altogether_is_missing():
    here = [[f"Rescuers reached village {number}."] for number in range(MANY)]
    there = [[f"Parliament adjourned sitting {-number}."] for number in range(MANY)]
    assert aligned(here, there).counts[MISSING] == 2 * MANY


def test_other_quotation_marks_everywhere_are_changed_claims():
    here = [[f"“Claim {number},” he said."] for number in range(MANY)]
    there = [[f'"Claim {number}," he said.'] for number in range(MANY)]
    assert aligned(here, [["New."], *there]).counts[CHANGED] == MANY


def test_what_is_too_much_to_compare_is_compared_along_the_diagonal(monkeypatch):
    monkeypatch.setattr(rewording, "MOST_COMPARISONS", 10)
    here = [[f"The mayor of town {number} said little."] for number in range(10)]
    there = [[f"The mayor of town {number} said nothing."] for number in range(10)]
    assert kinds(aligned(here, there)) == [CHANGED] * 10


def test_what_is_beyond_the_bound_is_missing_not_guessed(monkeypatch):
    monkeypatch.setattr(rewording, "MOST_COMPARISONS", 9)
    here = [[f"The mayor of town {number} said little."] for number in range(10)]
    there = [[f"The mayor of town {number} said nothing."] for number in range(10)]
    assert aligned(here, there).counts[MISSING] == 20


def test_a_short_text_beside_a_long_one_is_compared_with_as_much_as_may_be(monkeypatch):
    monkeypatch.setattr(rewording, "MOST_COMPARISONS", 100)
    there = [[f"Item {number} of the agenda."] for number in range(100)]
    there[50] = ["The mayor of the town said little."]
    assert aligned([["The mayor of the town said nothing."]], there).counts[CHANGED] == 1


def test_one_enormous_claim_is_compared_by_its_beginning():
    here, there = "word " * 200_000, "word " * 200_000
    alignment = aligned([[here + "95"]], [[there + "103"]])
    (pair,) = alignment.pairs
    assert pair.kind is CHANGED
    assert pair.weighs == ("number 95 → 103",)
    assert alignment.difference(pair)[1:] == (("dropped", "95"), ("added", "103"))
