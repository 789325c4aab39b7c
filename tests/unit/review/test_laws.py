"""What holds of every table: order and names do not matter, and every value keeps its range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.confusion import cells
from annotator.review.table import OUR_TAGS
from unit.review.published import measured

ALL = ("units", "percent", "chance", "complete", "unanimous", "fleiss_kappa", "alpha", "ac1")
OF_TWO = ("units", "agreed", "chance", "percent", "kappa", "low", "high", "alpha", "ac1")


@st.composite
def tables(draw, tags=OUR_TAGS, least=0):
    """One to four analysts, up to twelve items, any gaps."""
    items = draw(st.integers(0, 12))
    column = st.lists(st.sampled_from([None, *tags]), min_size=items, max_size=items)
    names = st.lists(st.sampled_from("ABCDEFGH"), min_size=max(1, least), max_size=4, unique=True)
    return {name: draw(column) for name in draw(names)}


def values(found):
    """Every statistic of all together and of each pair, by name."""
    return {
        "all": [getattr(found, name) for name in ALL],
        **{
            frozenset((pair.a, pair.b)): [getattr(pair.measures, name) for name in OF_TWO]
            for pair in found.pairs
        },
    }


def same(found, other):
    ours, theirs = values(found), values(other)
    assert ours.keys() == theirs.keys()
    for key, numbers in ours.items():
        assert numbers == pytest.approx(theirs[key], abs=1e-12), key


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_analysts_and_items_does_not_matter(columns, chance):
    names = chance.sample(sorted(columns), len(columns))
    items = len(next(iter(columns.values())))
    order = chance.sample(range(items), items)
    shuffled = {name: [columns[name][place] for place in order] for name in names}
    same(measured(columns), measured(shuffled))


@given(tables(), st.permutations(OUR_TAGS))
def test_the_names_of_the_tags_do_not_matter(columns, others):
    renamed = dict(zip(OUR_TAGS, others, strict=True)) | {None: None}
    same(
        measured(columns),
        measured({name: [renamed[tag] for tag in tags] for name, tags in columns.items()}),
    )


@given(tables())
def test_a_table_is_the_same_in_each_of_its_forms(columns):
    triples = [(item, name, tag) for name, tags in columns.items() for item, tag in enumerate(tags)]
    same(measured(measured(columns).table), measured(columns))
    if triples:
        same(measured(iter(triples)), measured(columns))


@given(tables())
def test_every_value_keeps_its_range(columns):
    found = measured(columns)
    for percent in (found.percent, found.chance):
        assert percent is None or 0 <= percent <= 100
    for value in (found.fleiss_kappa, found.alpha, found.ac1):
        assert value is None or -1 <= value <= 1
    for pair in found.pairs:
        for measures in (pair.measures, *map(pair.tag_or_not, OUR_TAGS)):
            if measures.kappa is not None:
                assert measures.low <= measures.kappa <= measures.high
                assert -1 <= measures.kappa <= 1
                assert 0 <= measures.agreed <= measures.units
                assert 0 <= measures.chance < measures.units


@given(tables(least=2))
def test_what_is_undefined_is_none_with_a_reason_and_nothing_else_is(columns):
    found = measured(columns)
    names = {
        name for name in ("percent", "fleiss_kappa", "alpha", "ac1") if getattr(found, name) is None
    }
    for pair in found.pairs:
        fields = {"kappa_low": "low", "kappa_high": "high"}
        for name in ("chance", "percent", "kappa", "kappa_low", "kappa_high", "alpha", "ac1"):
            if getattr(pair.measures, fields.get(name, name)) is None:
                names.add(f"pairs.{pair.a}.{pair.b}.{name}")
    assert found.undefined.keys() == names
    assert all(why.startswith("Undefined, because ") for why in found.undefined.values())


@given(tables(least=2))
def test_full_agreement_is_one_wherever_it_is_defined(columns):
    first = next(iter(columns.values()))
    found = measured(dict.fromkeys(columns, first))
    for value in (found.fleiss_kappa, found.alpha, found.ac1):
        assert value is None or value == 1
    assert found.percent in (None, 100)
    assert all(pair.measures.kappa in (None, 1) for pair in found.pairs)


@given(tables(least=2))
def test_the_cells_hold_the_items_that_are_counted(columns):
    found = measured(columns)
    for pair in found.pairs:
        held = cells(found.table, pair.a, pair.b)
        for x in OUR_TAGS:
            for y in OUR_TAGS:
                places = held.get((x, y), ())
                assert len(places) == pair.confusion.count(x, y)
                assert all(
                    (columns[pair.a][place], columns[pair.b][place]) == (x, y) for place in places
                )


@given(tables(tags=[f"word {n}" for n in range(40)], least=2))
def test_many_words_are_counted_as_few_are(columns):
    """More than sixteen tags are counted row by row; few of them by their bits."""
    words = [f"word {n}" for n in range(40)]
    spare = {name: [*tags, *words] for name, tags in columns.items()}
    spare[next(iter(spare))] = [*next(iter(columns.values())), *[None] * 40]
    for pair in measured(spare).pairs:
        both = [cell for cell in zip(spare[pair.a], spare[pair.b], strict=True) if None not in cell]
        assert pair.units == len(both)
        assert pair.measures.agreed == sum(x == y for x, y in both)


@given(tables())
def test_every_item_is_counted_or_left_out(columns):
    found = measured(columns)
    left = [item for group in found.left_out for item in group.items]
    assert found.units + len(left) == len(found.table.items)
    assert len(set(left)) == len(left)
