"""Who the article says a claim comes from, and what sources are called."""

from __future__ import annotations

import pytest

from annotator.domain.article import Span
from annotator.domain.attribution import (
    NOTHING,
    Attribution,
    Mode,
    Quoted,
    SourceKind,
    called,
    is_there,
    read_attribution,
    source_id,
    source_key,
)
from annotator.domain.canonical import Json
from factories import claims_of, id_of

CLAIM, NAMING = claims_of(id_of("x"))[:2]

WHOLE = Attribution(
    "one",
    CLAIM,
    Quoted("he", Span(4, 6)),
    Quoted("said", Span(7, 11)),
    Quoted("it was so", Span(12, 21)),
    SourceKind.NAMED,
    Mode.INDIRECT,
    ("the ministry", "IRNA"),
    NAMING,
)


def read(value: Json) -> Attribution | None:
    return read_attribution("one", {"record": ((1, "e"), value)})


def test_what_was_written_is_read_again() -> None:
    assert read(WHOLE.json()) == WHOLE
    bare = Attribution("one", CLAIM, Quoted("ISNA"))
    assert read(bare.json()) == bare
    assert NOTHING.json() is None


def test_one_of_no_claim_is_none() -> None:
    assert read_attribution("one", {}) is None
    assert read(None) is None
    assert read({"claim": 7}) is None


@pytest.mark.parametrize(
    "odd",
    [
        {"source": "ISNA"},
        {"source": {"text": 7, "span": [4, 6]}, "kind": "person", "mode": 3, "via": "IRNA"},
        {"named_in": 7, "via": [7, "", None], "kind": ["named"]},
    ],
)
def test_what_has_not_the_expected_form_counts_as_empty(odd: dict[str, Json]) -> None:
    found = read({"claim": CLAIM} | odd)
    assert found is not None
    assert (found.source.text, found.kind, found.mode, found.via, found.named_in) == (
        "",
        None,
        None,
        (),
        None,
    )


@pytest.mark.parametrize("span", [None, [4], [6, 4], [-1, 4], ["4", 6], [True, 6], [4, 6, 8]])
def test_a_span_that_is_none_leaves_the_words(span: Json) -> None:
    found = read({"claim": CLAIM, "source": {"text": "ISNA", "span": span}})
    assert found is not None
    assert found.source == Quoted("ISNA")


def test_it_is_there_until_it_is_taken_away() -> None:
    assert is_there({"there": ((1, "e"), True)})
    assert not is_there({"there": ((1, "e"), False)})
    assert not is_there({"there": ((1, "e"), "yes")})
    assert not is_there({})


def test_a_source_is_compared_without_case_blanks_and_forms_of_letters() -> None:
    assert source_key("  The\tMinistry ") == source_key("the ministry")
    assert source_id("ISNA") == source_id("ＩＳＮＡ")
    assert source_id("ISNA") != source_id("IRNA")


def test_names_lead_on_and_a_ring_ends_where_it_began() -> None:
    names = {source_id("a"): "b", source_id("b"): "c", source_id("x"): "y", source_id("y"): "x"}
    assert called("A", names) == "c"
    assert called("other", names) == "other"
    assert called("x", names) == "x"
