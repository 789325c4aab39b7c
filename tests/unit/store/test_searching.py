"""Asking the index: half words, phrases, ranges, and what is done where there is no time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import ArticleId
from annotator.domain.edits.notes import SetNote
from annotator.domain.errors import AnnotatorError
from annotator.domain.findquery import read_typed
from annotator.domain.findwords import words
from annotator.store import searching, searchplaces
from annotator.store.library import Library, connect
from annotator.store.searchdue import Portions
from annotator.store.searching import EVERYWHERE, MOST_TERMS, PAGE, Finder, expression
from annotator.store.searchplaces import NOTES
from annotator.store.searchtables import CLAIM
from annotator.store.write import apply
from factories import ANNA, TEXT, bring_in, claims_of, new_library


@pytest.fixture
def many(library: Library) -> ArticleId:
    """An article of more words that begin alike than are spelt out, and a note on each claim."""
    lines = [f"Zebra{number:03} and other{number % 7} words." for number in range(MOST_TERMS + 40)]
    article = bring_in(library, text="\n\n".join(lines))
    while Portions(library).write(500, 0):
        pass
    return article


def count(library: Library, typed: str) -> int:
    return len(Finder(library, read_typed(typed)).claims(EVERYWHERE, 1000).places)


def test_half_words_are_spelt_out_where_they_are_few(library: Library, many: ArticleId) -> None:
    assert many
    assert expression(library, CLAIM, read_typed("other")) == (
        '("other0" OR "other1" OR "other2" OR "other3" OR "other4" OR "other5" OR "other6")'
    )
    assert expression(library, CLAIM, read_typed("zebra")) == '"zebra"*'
    assert expression(library, CLAIM, read_typed("zeb")) == '"zeb"*'
    assert expression(library, CLAIM, read_typed('"zebra001 and')) == '"zebra001 and"*'
    spelt = expression(library, CLAIM, read_typed('"and other'))
    assert spelt is not None
    assert spelt.startswith('("and other0" OR ')
    assert expression(library, CLAIM, read_typed("zebrax")) is None
    assert expression(library, CLAIM, read_typed("zebra other1")) == '"zebra"* AND "other1"*'


@pytest.mark.parametrize(
    ("typed", "claims"),
    [
        ("z", MOST_TERMS + 40),
        ("zebra", MOST_TERMS + 40),
        ("zebra00", 10),
        ("zebra001", 1),
        ("other1 and", 15),
        ('"and other1', 15),
        ('"other1 and"', 0),
        ("zebra001 zebra002", 0),
        ("giraffe", 0),
        ("word zebra0", 100),
        ("words zebra001 and other1 a w z", 1),
    ],
)
def test_what_is_found(library: Library, many: ArticleId, typed: str, claims: int) -> None:
    assert many
    assert count(library, typed) == claims


def test_the_first_of_a_range_come_in_either_order(library: Library, many: ArticleId) -> None:
    finder = Finder(library, read_typed("zebra"))
    between = searchplaces.claims_of(searchplaces.shelf_of(library, many))
    first = finder.claims(between, 3)
    last = finder.claims(between, 3, last_first=True)
    assert not first.whole
    assert first.places == sorted(first.places)
    assert last.places == sorted(last.places, reverse=True)
    assert first.places[0] < last.places[-1]
    assert finder.claims(between, 1000).whole
    assert finder.claims((0, between[0] - 1), 5) == ([], True)


def test_all_others_come_page_by_page_the_last_first(library: Library, many: ArticleId) -> None:
    claims = [row[0] for row in library.rows("SELECT id FROM claims WHERE article = ?", (many,))]
    apply(library, ANNA, [SetNote(many, claim, "zebra note") for claim in claims])
    while Portions(library).write(500, 0):
        pass
    found = list(Finder(library, read_typed("zebra note")).others(searchplaces.area_of(NOTES)))
    assert len(found) == len(claims) > PAGE
    assert [one.place for one in found] == sorted((one.place for one in found), reverse=True)
    assert {one.key.about for one in found} == set(claims)
    assert list(Finder(library, read_typed("giraffe")).others(EVERYWHERE)) == []


def test_where_there_is_no_time_what_was_found_is_all(library: Library, many: ArticleId) -> None:
    assert many
    late = Finder(library, read_typed("zebra"), time.perf_counter() - 1)
    assert late.late
    found = late.claims(EVERYWHERE, 1000)
    assert not found.whole
    assert len(found.places) < MOST_TERMS + 40
    assert list(late.others(EVERYWHERE)) == []
    assert count(library, "zebra") == MOST_TERMS + 40, "the next search has time again"


def test_what_sqlite_says_is_said_in_a_sentence(library: Library, many: ArticleId) -> None:
    assert many
    library.run("UPDATE claim_search_data SET block = X'00' WHERE id > 10")
    with (
        Library(library.path, connect(library.path, write=False)) as damaged,
        pytest.raises(AnnotatorError, match="damaged"),
    ):
        count(damaged, "zeb")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("sample") / "library.db") as library:
        article = bring_in(library)
        apply(library, ANNA, [SetNote(article, claims_of(article)[0], TEXT)])
        yield library


@pytest.mark.parametrize("few", [0, 5, searching.FEW])
@pytest.mark.parametrize("typed", ["zebra", "zebra001", "other1 and", "giraffe"])
def test_ranges_are_the_same_whether_all_was_found_at_once(
    library: Library, many: ArticleId, monkeypatch: pytest.MonkeyPatch, few: int, typed: str
) -> None:
    shelf = searchplaces.shelf_of(library, many)
    every = Finder(library, read_typed(typed)).claims(EVERYWHERE, 1000).places
    monkeypatch.setattr(searching, "FEW", few)
    first, last = searchplaces.claims_of(shelf)
    middle = (first + every[len(every) // 2]) // 2 if every else first
    for between in ((first, last), (first, middle), (middle, last), (0, first - 1)):
        inside = [place for place in every if between[0] <= place <= between[1]]
        for most in (0, 1, 7, 1000):
            finder = Finder(library, read_typed(typed))
            assert finder.claims(between, most).places == inside[:most]
            assert finder.claims(between, most, last_first=True).places == inside[::-1][:most]


@given(st.text(max_size=40) | st.text(alphabet='"*()-^:{}+ANDORT習近平💥 ی', max_size=20))
def test_whatever_is_typed_is_a_search(sample: Library, typed: str) -> None:
    finder = Finder(sample, read_typed(typed))
    assert finder.claims(EVERYWHERE, 10).whole
    for one in finder.others(EVERYWHERE):
        rows = sample.rows("SELECT words FROM other_words WHERE place = ?", (one.place,))
        assert finder.query.fits(rows[0][0])


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 30))
def test_what_is_typed_out_of_a_note_finds_the_note(
    sample: Library, start: int, length: int
) -> None:
    """From the beginning of a word: what stands within words is not searched."""
    begins = [word.start for word in words(TEXT)]
    at = max(begin for begin in begins if begin <= max(start, begins[0]))
    query = read_typed(TEXT[at : at + length].replace('"', " "))
    assert "note" in [one.key.kind for one in Finder(sample, query).others(EVERYWHERE)]
