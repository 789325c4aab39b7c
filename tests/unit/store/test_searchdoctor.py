"""Doctor finds gaps in the search, words that are wrong and words of nothing, and repair mends them."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.article import ArticleId
from annotator.domain.edits.notes import SetNote
from annotator.domain.findquery import read_typed
from annotator.store import doctor, searchplaces
from annotator.store.library import Library, connect
from annotator.store.searching import Finder
from annotator.store.write import apply
from factories import ANNA, bring_in, claims_of, new_library


@pytest.fixture
def noted(library: Library, article: ArticleId) -> Library:
    """Two articles and a note."""
    apply(library, ANNA, [SetNote(article, claims_of(article)[1], "ask the survey")])
    bring_in(library, text="Another copy.")
    assert doctor.examine(library) == ()
    return library


LOSE = (
    "INSERT INTO claim_search (claim_search, rowid, words) "
    "SELECT 'delete', place, words FROM claim_words WHERE words LIKE 'state%'"
)
DAMAGE = {
    "a claim that is missing": (LOSE, "DELETE FROM claim_words WHERE words LIKE 'state%'"),
    "words that are another claim's": (
        "UPDATE claim_words SET words = 'nothing' WHERE words LIKE 'state%'",
    ),
    "a sum that is no more": ("UPDATE claim_words SET sum = 1 WHERE words LIKE 'state%'",),
    "a claim that ends elsewhere": (
        'UPDATE claim_words SET "end" = "end" + 1 WHERE words LIKE \'state%\'',
    ),
    "a claim that is not there": (
        "INSERT INTO claim_words VALUES ((1 << 36) + 99999, 5, 7, 'zebra')",
        "INSERT INTO claim_search (rowid, words) VALUES ((1 << 36) + 99999, 'zebra')",
    ),
    "an article that is not there": ("UPDATE shelves SET article = 'x' WHERE number = 1",),
    "a shelf that is gone": ("DELETE FROM shelves WHERE number = 1",),
    "a note that is missing": ("DELETE FROM other_words WHERE kind = 'note'",),
    "a note that says something else": (
        "UPDATE other_words SET words = 'nothing' WHERE kind = 'note'",
    ),
    "a note of nothing": ("INSERT INTO other_words VALUES (77, 'note', 'a', 'b', '', 0, 'zebra')",),
    "a note on another shelf": (
        "UPDATE other_words SET place = place + (1 << 32) WHERE kind = 'note'",
    ),
    "an index without its words": (LOSE,),
    "an index with words of nothing": (
        "INSERT INTO claim_search (rowid, words) VALUES (5, 'zebra')",
    ),
    "an index that was written over": ("UPDATE claim_search_data SET block = X'00' WHERE id > 10",),
    "an index of another version": ("UPDATE other_search_config SET v = 99 WHERE k = 'version'",),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_wrong_is_named_and_mended(noted: Library, damage: str) -> None:
    for statement in DAMAGE[damage]:
        noted.run(statement)
    with Library(noted.path, connect(noted.path, write=True)) as library:
        found = doctor.examine(library)
        assert found
        assert all(one.says.endswith(".") for one in found)
        named = " ".join(one.says for one in found)
        assert "search" in named or "shelves" in named
    with Library(noted.path, connect(noted.path, write=True)) as library:
        doctor.repair(library)
    with Library(noted.path, connect(noted.path, write=True)) as library:
        assert doctor.examine(library) == ()
        finder = Finder(library, read_typed("state media"))
        shelf = searchplaces.shelf_of(library, claims_article(library))
        assert len(finder.claims(searchplaces.claims_of(shelf), 10).places) == 1


def test_what_is_due_is_no_fault(noted: Library) -> None:
    """As after an import that was stopped behind its transaction, before its words were written."""
    noted.run("INSERT INTO due_claims SELECT article, 0, 1 << 40 FROM shelves")
    noted.run(
        "INSERT INTO due_others SELECT 'held', about, analyst, item, private FROM other_words WHERE kind = 'note'"
    )
    for damage in (
        "a claim that is missing",
        "words that are another claim's",
        "a note that is missing",
    ):
        for statement in DAMAGE[damage][-1:]:
            noted.run(statement)
    assert not [one for one in doctor.examine(noted) if one.kind.endswith("_words")]
    noted.run("UPDATE due_claims SET last = 2")
    assert [one.kind for one in doctor.examine(noted)][:1] == ["claim_words"]


def claims_article(library: Library) -> ArticleId:
    rows = library.rows("SELECT article FROM records WHERE title = 'Two explosions' ORDER BY 1")
    held = (ArticleId(row[0]) for row in rows)
    return next(
        one
        for one in held
        if library.rows("SELECT count(*) FROM claims WHERE article = ?", (one,)) != [(1,)]
    )


def test_looking_through_a_library_changes_no_byte_of_it(noted: Library) -> None:
    before = noted.path.read_bytes()
    assert doctor.examine(noted) == ()
    assert noted.path.read_bytes() == before


def test_where_nothing_may_be_written_the_tables_are_looked_through(path: Path) -> None:
    with new_library(path) as library:
        bring_in(library)
        library.run("DELETE FROM claim_words WHERE words LIKE 'state%'")
    with Library(path, connect(path, write=False)) as library:
        (only,) = doctor.examine(library)
        assert only.kind == "claim_words"
        assert "1 claim of article" in only.says
