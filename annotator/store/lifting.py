"""The one place where anything leaves the set: the triggers by which it only grows are lifted there.

Inside of a transaction, which keeps all of it or nothing. EDITS.md, section 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from annotator.domain.article import ArticleId
from annotator.store.library import Library


def delete_parts(library: Library, places: Iterable[int]) -> None:
    """Parts, by their places; the headers of their edits stay."""
    with _lifted(library, "parts"):
        library.many("DELETE FROM parts WHERE seq = ?", [(place,) for place in places])


def delete_bytes(library: Library, digest: str) -> None:
    """An attached file, and what an article came from."""
    if library.rows("SELECT 1 FROM files WHERE sha256 = ?", (digest,)):
        with _lifted(library, "files"):
            library.run("DELETE FROM files WHERE sha256 = ?", (digest,))
    if library.rows("SELECT 1 FROM originals WHERE sha256 = ?", (digest,)):
        with _lifted(library, "originals"):
            library.run("DELETE FROM originals WHERE sha256 = ?", (digest,))


def delete_text(library: Library, article: ArticleId) -> None:
    """An article's text; nothing that names it may be left in the derived tables."""
    with _lifted(library, "articles"):
        library.run("DELETE FROM articles WHERE id = ?", (article,))


@contextmanager
def _lifted(library: Library, table: str) -> Iterator[None]:
    name = f"{table}_no_delete"
    found = library.rows(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (name,)
    )
    for _ in found:
        library.run(f"DROP TRIGGER {name}")
    yield
    for (sql,) in found:
        library.run(sql)
