"""The table in its three forms, and what does not fit."""

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.review.table import OUR_TAGS, Table, as_table, of_triples
from unit.review.published import measured


def test_triples_become_columns_in_the_order_of_their_coming():
    table = of_triples(
        [("i2", "B", "disputed"), ("i1", "A", "verified"), ("i2", "A", ""), ("i3", "A", None)]
    )
    assert table.analysts == ("B", "A")
    assert table.items == ("i2", "i1", "i3")
    assert table.tags == OUR_TAGS
    assert table.columns == (b"\x02\x00\x00", b"\x00\x01\x00")
    assert table.column("A") == b"\x00\x01\x00"


def test_ours_are_three_however_few_occur_and_other_words_are_those_that_occur():
    assert as_table({"A": ["disputed"]}).tags == OUR_TAGS
    gaps: dict[str, list[str | None]] = {"A": ["no", "yes", None], "B": ["no", "no", ""]}
    assert as_table(gaps).tags == ("no", "yes")
    assert as_table({"A": ["verified", "on-source"]}).tags == ("on-source", "verified")


def test_ac1_is_told_how_many_tags_there_are():
    """With 3 tags of which 2 occur the chance is half of that with 2 (COMMANDS.md)."""
    ours = measured({"A": ["verified"] * 3 + ["disputed"], "B": ["verified"] * 4})
    words = measured({"A": ["yes"] * 3 + ["no"], "B": ["yes"] * 4})
    share = 1 / 8 * 7 / 8 * 2
    assert ours.ac1 == pytest.approx((3 / 4 - share / 2) / (1 - share / 2), abs=1e-15)
    assert words.ac1 == pytest.approx((3 / 4 - share) / (1 - share), abs=1e-15)


def test_ac1_takes_its_chance_from_what_one_alone_tagged_too():
    shared = measured({"A": ["verified", "disputed"], "B": ["verified", "verified"]})
    more = measured(
        {"A": ["verified", "disputed", "disputed"], "B": ["verified", "verified", None]}
    )
    share = (1 + 1 / 2) / 3 * (1 - (1 + 1 / 2) / 3) * 2 / 2
    assert more.ac1 == pytest.approx((1 / 2 - share) / (1 - share), abs=1e-15)
    assert more.alpha == shared.alpha
    assert more.pairs[0].measures.ac1 == shared.pairs[0].measures.ac1


def test_two_rows_of_one_analyst_for_one_item_are_refused():
    with pytest.raises(AnnotatorError, match="“A” has two rows for item “i1”"):
        of_triples([("i1", "A", "verified"), ("i1", "B", "verified"), ("i1", "A", None)])


def test_more_tags_than_a_byte_holds_are_measured():
    words = [f"word {n}" for n in range(300)]
    found = measured({"A": words, "B": [*words[:299], words[0]]})
    assert (found.units, found.pairs[0].measures.agreed) == (300, 299)
    assert found.pairs[0].confusion.count("word 299", "word 0") == 1


@pytest.mark.parametrize(
    ("analysts", "tags", "columns"),
    [
        (("A", "A"), OUR_TAGS, (b"\1", b"\1")),
        (("A",), ("x", "x"), (b"\1",)),
        (("A", "B"), OUR_TAGS, (b"\1",)),
        (("A",), OUR_TAGS, (b"\1\1",)),
        (("A",), OUR_TAGS, (b"\4",)),
        (("A",), OUR_TAGS, ((-1,),)),
    ],
)
def test_a_table_that_does_not_fit_itself_is_refused(analysts, tags, columns):
    with pytest.raises(ValueError, match=r"^(two analysts|there is not|a column)"):
        Table(analysts, range(1), tags, columns)


def test_columns_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="different lengths"):
        as_table({"A": ["verified"], "B": []})


def test_a_pair_is_seen_from_either_side():
    found = measured({"A": ["verified", "disputed"], "B": ["disputed", "disputed"]})
    assert found.analysts == ("A", "B")
    assert found.pair("A", "B").confusion.count("verified", "disputed") == 1
    turned = found.pair("B", "A")
    assert (turned.a, turned.b) == ("B", "A")
    assert turned.confusion.count("disputed", "verified") == 1
    assert turned.measures == found.pairs[0].measures
    with pytest.raises(ValueError, match="no pair"):
        found.pair("A", "C")


def test_what_a_table_leaves_out_is_said_by_whom_it_was_tagged():
    found = measured(
        [
            (1, "A", "verified"),
            (1, "B", "verified"),
            (2, "A", "verified"),
            (3, "B", ""),
            (4, "B", "disputed"),
        ]
    )
    assert [(group.why, group.units, group.items) for group in found.left_out] == [
        ("tagged by A only", 1, (2,)),
        ("tagged by B only", 1, (4,)),
        ("tagged by nobody", 1, (3,)),
    ]
