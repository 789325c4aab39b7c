"""How fast the library is: one tag's commit, importing, loading, tagging everything, undoing that.

A commit is measured beside a bare sqlite3 commit of the very rows that it wrote, into a copy
of the same file with the same pragmas, in turn, so that the disk's moods meet both.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.desk import importing, tagging, undoing
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.edits.tagging import SetTag
from annotator.domain.tags import Tag
from annotator.store import reading
from annotator.store.library import _PRAGMAS
from annotator.store.write import apply
from bench import _articles, _home
from bench._table import Bar, heading, ratio, row

FEW, MANY = 30, 100_000
TURNS = 400
WARM = 20
ONE_TAG = {
    "edits": "seq = (SELECT seq - 1 FROM parts ORDER BY seq DESC LIMIT 1)",
    "parts": "seq = (SELECT seq FROM parts ORDER BY seq DESC LIMIT 1)",
    "writes": "id = ? AND part = (SELECT seq FROM parts ORDER BY seq DESC LIMIT 1)",
    "assessments": '(article, start, "end") = '
    '(SELECT article, start, "end" FROM claims WHERE id = ?)',
    "local": "seq = (SELECT max(seq) FROM local)",
}
"""Where the rows are that one tag has just written: table → condition, of the claim."""

Rows = list[tuple[str, tuple[Any, ...]]]
"""What one commit wrote: statements and their values."""


def timed(what: Callable[..., object], *given: Any) -> float:
    """Milliseconds that a call takes."""
    began = time.perf_counter()
    what(*given)
    return (time.perf_counter() - began) * 1000


class Bare:
    """SQLite itself, on a copy of a library, with the library's own pragmas."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in _PRAGMAS:
            self._connection.execute(pragma)

    def commit(self, rows: Rows) -> None:
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        for insert, values in rows:
            run(insert, values)
        run("COMMIT")

    def written(self, claim: ClaimId) -> Rows:
        """The rows of the last tag, which was of this claim."""
        found = []
        for table, condition in ONE_TAG.items():
            values = (claim,) * condition.count("?")
            sql = f"SELECT * FROM {table} WHERE {condition}"
            (values,) = self._connection.execute(sql, values)
            marks = ", ".join("?" * len(values))
            found.append((f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values))
        return found

    def close(self) -> None:
        self._connection.close()


def tag_one(library: OpenLibrary, article: ArticleId, claim: ClaimId, number: int) -> None:
    """What a key saves, without what a window or the desk does before and after."""
    tag = (*Tag,)[number % len(Tag)]
    apply(library.store, library.author, [SetTag(article, (claim,), tag)])


def commits(name: str, path: Path, article: ArticleId) -> None:
    """Ours and bare ones in turn, into two copies of the same library."""
    ours, learnt, copy = (path.with_suffix(f".{end}") for end in ("ours", "learnt", "bare"))
    for target in (ours, learnt, copy):
        shutil.copyfile(path, target)
    rows = bare_rows(learnt, article)
    library, bare = _articles.library(ours), Bare(copy)
    ids = spread(_articles.claims(library, article))
    ids = (ids * TURNS)[:TURNS]
    own, base = [], []
    for number, claim in enumerate(ids):
        own.append(timed(tag_one, library, article, claim, number))
        base.append(timed(bare.commit, rows[number]))
    library.close()
    bare.close()
    row(f"one tag, {name}", own[WARM:])
    row("  the same rows by bare sqlite3", base[WARM:])
    ratio("  times the bare commit", own[WARM:], base[WARM:], 1.5)


def spread(claims: list[ClaimId]) -> list[ClaimId]:
    """At most ``TURNS`` of them, from everywhere in the article."""
    return claims[:: max(1, len(claims) // TURNS)][:TURNS]


def bare_rows(path: Path, article: ArticleId) -> list[Rows]:
    """What each of the tags writes, learnt on a library of its own."""
    library, beside = _articles.library(path), Bare(path)
    found = []
    ids = spread(_articles.claims(library, article))
    for number, claim in enumerate((ids * TURNS)[:TURNS]):
        tag_one(library, article, claim, number)
        found.append(beside.written(claim))
    library.close()
    beside.close()
    return found


def importing_it(words: str) -> None:
    """Reading, cutting and saving, each into a new library."""
    read, saved = [], []
    for number in range(3):
        library = _articles.library(_home.HOME / f"import{number}.db")
        data = words.encode()
        began = time.perf_counter()
        prepared = importing.prepare(data, "article.txt")
        read.append((time.perf_counter() - began) * 1000)
        saved.append(timed(importing.save, library, prepared))
        library.close()
        library.path.unlink()
    both = [one + other for one, other in zip(read, saved, strict=True)]
    row("import: read and cut", read)
    row("import: save", saved)
    row("import, in all", both, bar=Bar(5000))


def everything(library: OpenLibrary, article: ArticleId) -> None:
    """One edit for all claims, what it costs to load, and taking it back."""
    store, me = library.store, library.author.id
    ids = _articles.claims(library, article)
    row("load, nothing tagged", [timed(reading.snapshot, store, article, me)])
    tagged, undone, loads = [], [], []
    for tag in Tag:
        tagged.append(timed(tagging.tag, library, article, ids, tag))
        loads.append(timed(reading.snapshot, store, article, me))
        undone.append(timed(undoing.undo, library, article))
    row("load, all tagged", loads, bar=Bar(1000))
    row("tag every claim in one edit", tagged)
    row("take that back", undone)


def main() -> None:
    words = _articles.text(MANY)
    heading(f"Store: {MANY:,} sentences")
    importing_it(words)
    path = _home.HOME / "many.db"
    library = _articles.library(path)
    article = _articles.bring_in(library, words)
    everything(library, article)
    _articles.tag_all(library, article)
    library.close()
    heading("Store: the commit of one tag (with synchronous=FULL; it waits for the disk)")
    small = _articles.library(_home.HOME / "few.db")
    few = _articles.bring_in(small, _articles.text(FEW))
    small.close()
    commits(f"{FEW} sentences", small.path, few)
    commits(f"{MANY:,} sentences, all tagged", path, article)


if __name__ == "__main__":
    main()
