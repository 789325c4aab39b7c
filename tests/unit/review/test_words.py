"""The plain sentences, whose figures add up as they are printed."""

import pytest

from annotator.domain.tags import Tag
from annotator.review.agreement import Agreement
from annotator.review.misleading import misleading
from annotator.review.standings import Counting
from annotator.review.words import MEANINGS, all_in_words, interval_in_words, number, pair_in_words
from unit.review.published import measured, met

TAGS = tuple(Tag)
DRAWN = met((18, 1, 1), (2, 4, 0), (1, 2, 19), tags=TAGS)
V, D = Tag.VERIFIED, Tag.DISPUTED


def in_words(
    found: Agreement,
    you: str | None = None,
    counting: Counting | None = None,
    noun: str = "claim",
) -> str:
    return " ".join(all_in_words(found, you=you, counting=counting, noun=noun))


def drawn():
    return measured({"Analyst A": DRAWN["A"], "Analyst B": DRAWN["B"]})


def test_two_are_told_what_the_issue_says():
    assert in_words(drawn(), you="Analyst A") == (
        "You and Analyst B agree on 41 of 48 claims; by chance it would be 19. "
        "That is 22 better than chance; 29 was possible. "
        "It says how alike you tag, not whether you are right."
    )
    assert in_words(drawn(), you="Analyst B").startswith("You and Analyst A agree on 41")


def test_two_others_are_spoken_of():
    first, *_, last = pair_in_words(drawn().pairs[0])
    assert first == "Analyst A and Analyst B agree on 41 of 48 claims; by chance it would be 19."
    assert last == "It says how alike they tag, not whether they are right."


def test_a_name_keeps_its_small_letter():
    found = measured({"de Vries": DRAWN["A"], "bell": DRAWN["B"]})
    assert in_words(found).startswith("de Vries and bell agree")


@pytest.mark.parametrize(
    ("counting", "says"),
    [
        (Counting.FIRST, "Counted are first tags, given before a colleague's"),
        (Counting.NOW, "Counted are the tags as they stand now."),
    ],
)
@pytest.mark.parametrize("analysts", [1, 2, 3])
@pytest.mark.parametrize("tags", [[V, D], [V, V], [None, None]])
def test_it_says_which_tags_are_counted(counting, says, analysts, tags):
    found = measured(dict.fromkeys("ABC"[:analysts], tags))
    assert says in in_words(found, counting=counting)
    assert "Counted are the tags" not in in_words(found)


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        (
            {"A": [V, D, V], "B": [V, V, V]},
            (
                "A and B agree on 2 of 3 claims; by chance it would be 2. "
                "That is no better than chance; 1 better was possible."
            ),
        ),
        (
            {"A": [V, D], "B": [D, V]},
            (
                "A and B agree on 0 of 2 claims; by chance it would be 1. "
                "That is 1 worse than chance; 1 better was possible."
            ),
        ),
        (
            {"A": [V, D, D], "B": [V, D, V]},
            (
                "A and B agree on 2 of 3 claims; by chance it would be 1.3. "
                "That is 0.7 better than chance; 1.7 was possible."
            ),
        ),
        (
            {"A": [V], "B": [V]},
            "A and B agree on 1 of 1 claim, but only one tag was used: by chance it would be as many.",
        ),
        (
            {"A": [V, None], "B": [None, V]},
            "There is no claim that both A and B tagged, so there is nothing to compare.",
        ),
        ({"A": [V], "B": [V], "C": [None]}, "agree every time, but only one tag was used."),
        (
            {"A": [V, None], "B": [None, V], "C": [None, None]},
            "There is no claim that two of them tagged, so there is nothing to compare.",
        ),
        ({"A": [V]}, "Only A tagged, so there is nothing to compare."),
        ({}, "Nobody tagged anything, so there is nothing to compare."),
    ],
)
def test_a_little_and_nothing_are_said_too(columns, says):
    assert says in in_words(measured(columns))


def test_you_are_told_that_nothing_is_shared():
    found = measured({"A": [V, None], "B": [None, V]})
    assert pair_in_words(found.pairs[0], you="B") == (
        "There is no claim that both you and A tagged, so there is nothing to compare.",
    )


def test_several_are_told_how_often_two_of_them_agree():
    columns = {**DRAWN, "C": [*DRAWN["B"][:-3], None, None, None]}
    assert all_in_words(measured(columns), you="C") == (
        "Two who tagged the same claim agree 90 times in 100; by chance it would be 38.",
        "That is 52 better than chance; 62 was possible.",
        (
            "Counted are 48 claims that two or more of 3 analysts tagged; "
            "all 3 tagged 45 of them and agree on 38."
        ),
        "It says how alike you tag, not whether you are right.",
    )


def test_nearly_always_is_not_rounded_to_always():
    columns = {
        "A": [*[V] * 500, *[D] * 500],
        "B": [*[V] * 499, *[D] * 501],
        "C": [V, *[None] * 999],
    }
    assert "agree 99.9 times in 100; by chance it would be 50." in in_words(measured(columns))


def test_items_of_any_table_can_have_their_name():
    assert "41 of 48 items; by chance" in in_words(drawn(), noun="item")


def test_how_far_kappa_can_be_trusted_is_said():
    assert interval_in_words(drawn().pairs[0].measures) == (
        "0.76 from 48 claims may be anything from 0.60 to 0.92."
    )
    wide = measured(met((4, 1), (0, 4), tags=(V, D)))
    assert interval_in_words(wide.pairs[0].measures) == (
        "0.78 from 9 claims may be anything from 0.38 to 1.00."
    )
    alike = measured({"A": [V, D], "B": [V, D]}).pairs[0].measures
    assert interval_in_words(alike) == (
        "1.00 from 2 claims, which are too alike to say how far off it may be."
    )
    nothing = measured({"A": [V], "B": [V]}).pairs[0].measures
    assert interval_in_words(nothing) == "Undefined, because only one tag was used."


def test_numbers_have_two_decimals_and_a_real_minus():
    assert [number(value) for value in (0.755, -0.25, -0.001, 1)] == [
        "0.76",
        "−0.25",
        "0.00",
        "1.00",
    ]


def test_kappa_misleads_where_a_tag_is_rare():
    (only,) = misleading(drawn().pairs[0], you="Analyst A")
    assert only.tag == "disputed"
    assert only.words == (
        "Kappa misleads for “disputed”. Only 6 and 7 of 48 claims carry the tag, so two people who "
        "never looked would agree on 37. Kappa falls to 0.56 although you agree on 43. "
        "Read AC1, 0.86, and look at the 5 claims themselves."
    )


def test_kappa_misleads_where_nearly_all_carry_one_tag():
    found = measured(met((45, 2), (1, 0), tags=(V, D)))
    everything, rarer = misleading(found.pairs[0])
    assert everything.tag is None
    assert everything.words.startswith(
        "Kappa misleads. 47 and 46 of 48 claims are “verified”, so two people who never looked "
        "would agree on 45. Kappa falls to −0.03 although they agree on 45. Read AC1, 0.94, "
    )
    assert rarer.tag == "disputed"


def test_a_tag_on_nearly_all_is_told_by_what_does_not_carry_it():
    found = measured(met((90, 1, 1), (1, 1, 1), (2, 1, 2), tags=TAGS))
    words = {one.tag: one.words for one in misleading(found.pairs[0])}
    assert "All but 8 and 7 of 100 claims carry the tag" in words["verified"]


def test_one_claim_is_looked_at_itself():
    found = measured(met((40, 1), (0, 1), tags=(V, D)))
    assert [one.words.split("look at ")[1] for one in misleading(found.pairs[0])] == [
        "the claim itself.", "the claim itself.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "columns",
    [
        met((10, 2), (2, 10), tags=(V, D)),
        met((47, 0), (0, 1), tags=(V, D)),
        {"A": [V, V], "B": [V, V]},
        {"A": [V, None], "B": [None, V]},
    ],
    ids=["balanced", "no disagreement", "undefined", "nothing shared"],
)
def test_there_is_no_warning_where_kappa_and_ac1_do_not_part(columns):
    assert misleading(measured(columns).pairs[0]) == ()


def test_no_sentence_says_that_a_value_is_good():
    said = " ".join(
        [*MEANINGS.values(), in_words(drawn()), interval_in_words(drawn().pairs[0].measures)]
    )
    for word in ("good", "poor", "fair", "moderate", "substantial", "excellent", "acceptable"):
        assert word not in said.casefold()
