"""Everything that was measured, as rows for a spreadsheet."""

from annotator.review.sheet import HEAD, sheet
from unit.review.published import measured


def test_every_part_has_its_rows():
    found = measured(
        {"A": ["x", "x", "y", None], "B": ["x", "y", "y", "x"], "C": [None, None, None, "x"]}
    )
    rows = list(sheet(found))
    parts = [(row.part, row.a, row.b, row.tag, row.tag_of_b, row.units) for row in rows]
    assert parts == [
        ("all", None, None, None, None, 4),
        ("pair", "A", "B", None, None, 3),
        ("tag or not", "A", "B", "x", None, 3),
        ("tag or not", "A", "B", "y", None, 3),
        ("confusion", "A", "B", "x", "x", 1),
        ("confusion", "A", "B", "x", "y", 1),
        ("confusion", "A", "B", "y", "x", 0),
        ("confusion", "A", "B", "y", "y", 1),
        ("pair", "A", "C", None, None, 0),
        ("confusion", "A", "C", "x", "x", 0),
        ("confusion", "A", "C", "x", "y", 0),
        ("confusion", "A", "C", "y", "x", 0),
        ("confusion", "A", "C", "y", "y", 0),
        ("pair", "B", "C", None, None, 1),
        ("tag or not", "B", "C", "x", None, 1),
        ("confusion", "B", "C", "x", "x", 1),
        ("confusion", "B", "C", "x", "y", 0),
        ("confusion", "B", "C", "y", "x", 0),
        ("confusion", "B", "C", "y", "y", 0),
    ]
    everything, pair = rows[0], rows[1]
    assert (everything.alpha, everything.ac1) == (found.alpha, found.ac1)
    assert everything.fleiss_kappa is None
    assert everything.why == (
        "fleiss_kappa: Undefined, because nothing was tagged by every analyst."
    )
    assert pair.kappa == found.pairs[0].measures.kappa
    assert len(everything.cells()) == len(HEAD)


def test_what_was_left_out_is_in_it_with_its_reason():
    rows = list(sheet(measured({"A": ["x", None], "B": [None, None]})))
    assert [(row.part, row.units, row.why) for row in rows[-2:]] == [
        ("left out", 1, "tagged by A only"),
        ("left out", 1, "tagged by nobody"),
    ]
