"""What comes in is brought into the search between keys, or all at once."""

from __future__ import annotations

import pytest

from annotator.desk import indexing, searching, tagging
from annotator.desk.indexing import LEAST, Indexing, index_all, index_some, is_behind
from annotator.desk.library import OpenLibrary
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Tag
from annotator.store.doctor import examine
from annotator.store.library import Library, connect
from annotator.store.searchdue import FEW
from factories import long_text
from finding import Opened, bring_in, claims_of


def count(library: OpenLibrary) -> int:
    return int(library.store.rows("SELECT count(*) FROM claim_words")[0][0])


def test_a_window_brings_it_in_bit_by_bit(library: OpenLibrary) -> None:
    article = bring_in(library, long_text(3 * FEW))
    assert is_behind(library)
    counts, more = [0], True
    while more:
        more = index_some(library, 0.0)
        counts.append(count(library))
        tagging.tag(library, article, claims_of(library, article)[len(counts) :][:1], Tag.VERIFIED)
    assert counts == sorted(counts)
    assert len(counts) > 3, "with no time to spare each call brings in a little"
    assert counts[-1] == 3 * FEW
    assert not is_behind(library)
    assert not index_some(library)
    assert examine(library.store) == ()


def test_with_time_one_call_does(library: OpenLibrary) -> None:
    bring_in(library, long_text(3 * FEW))
    assert not index_some(library, 60)
    assert count(library) == 3 * FEW


def test_portions_fit_themselves_to_what_is_spared(library: OpenLibrary) -> None:
    bring_in(library, long_text(3 * FEW))
    slow = Indexing(library)
    slow.some(1e-9)
    first = count(library)
    slow.some(1e-9)
    assert count(library) - first <= LEAST + 5


def test_while_another_program_writes_it_waits(library: OpenLibrary, opened: Opened) -> None:
    other = opened("Ben")
    bring_in(library, long_text(2 * FEW))
    with other.store.writing(0):
        assert index_some(library)
        assert count(library) == 0
    assert not index_some(library, 60)


def test_it_goes_on_where_another_process_stopped(library: OpenLibrary, opened: Opened) -> None:
    article = bring_in(library, long_text(2 * FEW))
    assert index_some(library, 0.0)
    other = opened("Ben")
    tagging.tag(other, article, claims_of(other, article)[:1], Tag.VERIFIED)
    assert library.poll()
    index_all(other)
    assert count(other) == 2 * FEW
    assert not library.poll(), "nobody has to be told of it"
    assert not index_some(library)
    assert searching.search(library, "happened", seconds=60).count > 0


def test_what_may_only_be_read_is_left_as_it_is(library: OpenLibrary) -> None:
    bring_in(library, long_text(2 * FEW))
    with Library(library.path, connect(library.path, write=False)) as shut:
        assert not index_some(OpenLibrary(shut, library.author), 60)
        with pytest.raises(AnnotatorError):
            index_all(OpenLibrary(shut, library.author))
    assert is_behind(library)


def test_the_budget_has_a_value_for_who_names_none() -> None:
    assert 0 < indexing.BUDGET <= 0.02
