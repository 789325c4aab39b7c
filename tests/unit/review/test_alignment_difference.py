"""The difference between two wordings, and what in it weighs."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.review.difference import Part, difference
from annotator.review.quotations import middles
from annotator.review.weighing import lower_case_words, weighs

SIGNS = {Part.KEPT: "{}", Part.DROPPED: "[-{}-]", Part.ADDED: "[+{}+]"}
PIECES = [
    "a", "b", "the", "95", "2,300", "-5", "$", "%", ".", ",", "“", "’", "-", " ", " ", " ", "e\u0301",
    "مِن", "می\u200cرود", "۸۴", "न\u0939\u0940\u0902", "他", "说", "が", "か\u3099", "ก\u0e33", "👩‍👩‍👧", "💥\ufe0f", "\ud800",
]  # fmt: skip
WORDINGS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(max_size=30)
).map(lambda text: " ".join(text.split()))


def shown(here: str, there: str) -> str:
    return "".join(SIGNS[part].format(text) for part, text in difference(here, there))


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("He said no.", "He said no.", "He said no."),
        ("He said no.", "", "[-He said no.-]"),
        ("", "He said no.", "[+He said no.+]"),
        ("at least 95 people", "about 95 people", "[-at least-][+about+] 95 people"),
        ("killed 95 people", "killed about 95 people", "killed[+ about+] 95 people"),
        ("killed about 95 people", "killed 95 people", "killed[- about-] 95 people"),
        ("About ninety died", "ninety died", "[-About -]ninety died"),
        ("He said so.", "He said so!", "He said so[-.-][+!+]"),
        ("2,300 feet away", "700 meters away", "[-2,300 feet-][+700 meters+] away"),
        ("Iran’s minister", "Iran's minister", "[-Iran’s-][+Iran's+] minister"),
        ("他说不知道。", "他说知道。", "他说[-不-]知道。"),
        ("ایران گفت که ۸۴ نفر", "ایران گفت که ۹۵ نفر", "ایران گفت که [-۸۴-][+۹۵+] نفر"),
        ("cafe\u0301 noir", "café noir", "[-cafe\u0301-][+café+] noir"),
        ("up 5 % now", "up 5% now", "up [-5 %-][+5%+] now"),
        ("他 说 好", "他说好", "他[- -]说[- -]好"),
        ("a b", "a b c", "a b[+ c+]"),
    ],
)
def test_words_are_struck_and_underlined(here, there, expected):
    assert shown(here, there) == expected


@given(WORDINGS, WORDINGS)
@example("a b c", "a c")
@example("a  b".replace("  ", " "), "ab")
@example("💥\ufe0f a", "💥 a")
def test_pieces_put_together_are_the_two_wordings(here, there):
    pieces = difference(here, there)
    assert "".join(text for part, text in pieces if part is not Part.ADDED) == here
    assert "".join(text for part, text in pieces if part is not Part.DROPPED) == there
    assert all(text for _, text in pieces)
    for one, other in pairwise(pieces):
        assert one.part is not other.part
        assert (one.part, other.part) != (Part.ADDED, Part.DROPPED)


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.lists(st.sampled_from(PIECES)))
def test_no_combining_mark_is_parted_from_what_it_belongs_to(here, there):
    for _, text in difference(" ".join("".join(here).split()), " ".join("".join(there).split())):
        assert not unicodedata.combining(text[0])
        assert text[0] not in "\u200c\u200d\ufe0f"


def test_a_difference_too_large_for_a_card_is_one_replacement():
    here, there = (f"a {' '.join(f'{sign}{n}' for n in range(300))} z" for sign in "xy")
    assert [part for part, _ in difference(here, there)] == [
        Part.KEPT,
        Part.DROPPED,
        Part.ADDED,
        Part.KEPT,
    ]


@given(WORDINGS, WORDINGS)
def test_what_both_begin_and_end_with_is_whole_words(here, there):
    head, tail = middles(here, there)
    assert here[:head] == there[:head]
    assert here[len(here) - tail :] == there[len(there) - tail :]
    for text in (here, there):
        assert head + tail <= len(text)
        middle = text[head : len(text) - tail]
        assert not head or not middle or middle[0] == " "
        assert not tail or text[len(text) - tail] == " " or tail == len(text)


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("killed 95 people", "killed 103 people", ["number 95 → 103"]),
        ("killed 95 people", "killed people", ["number 95 left out"]),
        ("killed people", "killed about 95 people", ["number 95 added"]),
        ("rose 5% to $2,300", "rose 6% to €2,300", ["number 5%, $2,300 → 6%, €2,300"]),
        ("84 dead, 284 hurt", "284 dead, 84 hurt", ["numbers in another order"]),
        ("it was -5 degrees", "it was 5 degrees", ["number -5 → 5"]),
        ("killed ۸۴ people", "killed 84 people", []),
        ("three men fled", "four men fled", ["number three → four"]),
        ("in the 1970s", "in the 1980s", ["number 1970s → 1980s"]),
        ("he confirmed it", "he never confirmed it", ["negation"]),
        ("he didn’t say", "he did say", ["negation"]),
        ("il n’a rien vu", "il a tout vu", ["negation"]),
        ("知らない。", "知る。", ["negation"]),
        ("not now, not here", "not now, here", ["negation"]),
        ("he didn’t say", "he didn't say", []),
        ("said Ebrahim Raisi today", "said Ali Khamenei today", ["name Ebrahim Raisi → Ali Khamenei"]),
        ("said Raisi in Rome", "said Khamenei in Bonn", ["name Raisi, Rome → Khamenei, Bonn"]),
        ("Israel struck Iran", "Iran struck Israel", ["names in another order"]),
        ("the US struck", "the us struck", ["name US left out"]),
        ("à l’Iran hier", "à l’Irak hier", ["name l’Iran → l’Irak"]),
        ("I saw it", "we saw it", []),
        ("Iran’s minister", "Iran's minister", []),
        ("The blast came", "A blast came", []),
        ("It said: “The blast", "It said: “A blast", []),
        ("Raisi came", "Khamenei came", ["name Raisi → Khamenei"]),
        ("At Least Ten Killed In Kerman", "At Least Ten Dead In Kerman", []),
        ("May came", "June came", ["name May → June"]),
        ("a b", "a c", []),
        ("1 2 3 4 5 6 7", "x", ["number 1 2 3 4 5 … left out"]),
    ],
)  # fmt: skip
def test_numbers_names_and_negations_weigh(here, there, expected):
    assert weighs(here, there, frozenset({"the", "a", "killed", "dead", "it"})) == tuple(expected)


def test_the_words_a_text_has_in_lower_case():
    assert lower_case_words("The man saw the U.S. and O’Brien’s l’Iran.") == frozenset(
        {"man", "saw", "the", "and", "s", "l"}
    )


@given(WORDINGS, WORDINGS)
def test_what_weighs_from_one_side_weighs_from_the_other(here, there):
    assert bool(weighs(here, there)) == bool(weighs(there, here))
    assert not weighs(here, here)
