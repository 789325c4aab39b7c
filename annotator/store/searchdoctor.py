"""Whether the search has the words of everything, and no others: gaps, rows that are wrong, strangers.

The words are taken again from the tables they are of, after ``doctor`` has found these right.
What is due is no fault: whoever brought it in has not written its words yet, or was stopped.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from annotator.domain.article import ArticleId
from annotator.store import searchothers, searchplaces, searchrows
from annotator.store.library import Library, Row
from annotator.store.schema import INDEXES
from annotator.store.searchothers import Key, Said
from annotator.store.searchplaces import SLOTS
from annotator.store.searchrows import Due
from annotator.store.soundness import Finding

_CLAIMS = (
    'SELECT start, "end" FROM claims WHERE article = ? AND live = 1 AND furniture = 0 '
    'ORDER BY start, "end" DESC'
)
_HELD = 'SELECT place, "end", sum, words FROM claim_words WHERE place BETWEEN ? AND ?'

Words = tuple[int, int, int, str]
"""Of a claim: where it starts and ends, the sum and the words."""

CANNOT_LOOK = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY)
"""What SQLite says where it may not write: FTS5 looks through itself by a statement that might."""


def findings(library: Library) -> Iterator[Finding]:
    """Everything that is not as it should be in what is searched."""
    shelves = searchplaces.shelves(library)
    yield from _shelves(library, shelves)
    for article in sorted(set(shelves.values()) | _articles(library)):
        number = next((one for one, of in shelves.items() if of == article), 0)
        yield from _claims(library, article, number)
    yield from _others(library, shelves)
    for index in INDEXES:
        yield from _index(library, index)


def _articles(library: Library) -> set[ArticleId]:
    return {ArticleId(row[0]) for row in library.rows("SELECT id FROM articles")}


def _shelves(library: Library, shelves: dict[int, ArticleId]) -> Iterator[Finding]:
    """Numbers that stand for no article, and that stand in places all the same."""
    known = _articles(library)
    sql = "SELECT DISTINCT place >> ? FROM claim_words"
    used = {row[0] for row in library.rows(sql, (searchplaces.SHELF_BITS,))}
    for number in sorted(used):
        if shelves.get(number) not in known:
            yield Finding(
                "shelves",
                f"number {number}",
                f"The table shelves names no article for the words of claims on shelf {number}.",
            )


def _claims(library: Library, article: ArticleId, number: int) -> Iterator[Finding]:
    """One article: what is missing, and what should not be there."""
    due = searchrows.due_of(library, article)
    wanted = _but_for(due, _wanted(library, article))
    rows = library.rows(_HELD, searchplaces.claims_of(number))
    held = _but_for(due, Counter((searchplaces.start_of(row[0]), *row[1:]) for row in rows))
    missing, strange = (wanted - held).total(), (held - wanted).total()
    if missing:
        yield Finding(
            "claim_words",
            f"article {article}",
            f"The words of {_claims_in_words(missing)} of article {article} are not in the search, "
            "or are there otherwise (table claim_words).",
        )
    if strange:
        yield Finding(
            "claim_words",
            f"article {article}",
            f"The search has words in {_claims_in_words(strange)} of article {article} that are "
            "not there (table claim_words).",
        )


def _but_for(due: Due | None, words: Counter[Words]) -> Counter[Words]:
    if due is None:
        return words
    return Counter({one: n for one, n in words.items() if not due.first <= one[0] <= due.last})


def _claims_in_words(count: int) -> str:
    return "1 claim" if count == 1 else f"{count:,} claims"


def _wanted(library: Library, article: ArticleId) -> Counter[Words]:
    """What the search should have of an article."""
    rows = library.rows("SELECT text FROM articles WHERE id = ?", (article,))
    text = rows[0][0] if rows and isinstance(rows[0][0], str) else ""
    found: Counter[Words] = Counter()
    at, count = -1, 0
    for start, end in library.rows(_CLAIMS, (article,)):
        at, count = start, count + 1 if start == at else 1
        if count <= SLOTS:
            _, _, total, words = searchrows.words_row(0, end, text[start:end])
            found[start, end, total, words] += 1
    return found


_SAID = "article, claim, analyst, note, why, flag, more"


def _all_said(library: Library) -> Iterator[Said]:
    for sql, read in (
        (f"SELECT {_SAID} FROM assessments", searchothers.held_said),
        (f"SELECT {searchothers.ITEM_COLUMNS} FROM items", _one(searchothers.item_said)),
        (searchothers.QUOTES, _one(searchothers.quote_said)),
        (f"SELECT {searchothers.ARTICLE_COLUMNS} FROM records", _one(searchothers.article_said)),
        ("SELECT DISTINCT source_id FROM attributions", _source_reader(library)),
    ):
        for row in library.rows(sql):
            yield from read(row)


def _one(read: Callable[[Row], Said]) -> Callable[[Row], Iterable[Said]]:
    return lambda row: (read(row),)


def _source_reader(library: Library) -> Callable[[Row], Iterable[Said]]:
    return lambda row: searchothers.said_of(library, Key(searchothers.SOURCE, row[0]))


def _others(library: Library, shelves: dict[int, ArticleId]) -> Iterator[Finding]:
    """Notes, evidence, sources and records."""
    numbers = {article: number for number, article in shelves.items()}
    wanted = {said.key: said for said in _all_said(library) if said.words}
    sql = f"SELECT place, words, {searchothers.KEY} FROM other_words"
    held = {Key(*row[2:]): row[:2] for row in library.rows(sql)}
    for key in sorted((wanted.keys() | held.keys()) - searchothers.all_due(library)):
        where = f"{key.kind} {key.about}"
        if key not in held:
            says = f"The words of a {key.kind} (of {key.about}) are not in the search"
        elif key not in wanted:
            says = f"The search has words of a {key.kind} (of {key.about}) that is not there"
        else:
            said, (place, words) = wanted[key], held[key]
            shelf = numbers.get(ArticleId(said.article), -1) if said.article else 0
            first, last = searchplaces.others_of(said.area, shelf)
            if first <= place <= last and words == said.words:
                continue
            says = f"The search has other words of a {key.kind} (of {key.about}) than stand there"
        yield Finding("other_words", where, f"{says} (table other_words).")


def _index(library: Library, index: str) -> Iterator[Finding]:
    """What FTS5 says of itself, and of the words it should have, where it may be asked."""
    try:
        library.driver.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in CANNOT_LOOK:
            yield Finding(
                index,
                index,
                f"The index {index} is not made of the words of the table {index[:5]}_words.",
            )
