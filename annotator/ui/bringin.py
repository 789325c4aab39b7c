"""One article brought in on a thread: read, held against what is here, and saved whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from annotator.desk import articles
from annotator.desk.beside import opened_beside, when_free
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, Span
from annotator.importers.watch import Watch
from annotator.ui.incoming import How, Question, Source

if TYPE_CHECKING:  # comparing texts is loaded by the first import
    from annotator.desk.importing import Imported, Prepared
    from annotator.desk.revising import Earlier

HELD = "waits for another program"
"""How far it has come, while somebody else holds the library."""
Confirmed = frozenset[tuple[Span, Span]]
"""Claims of the earlier text and of the new one that somebody says are the same."""


class Came(NamedTuple):
    """It is in."""

    imported: Imported
    encoding: str = ""
    encodings: tuple[str, ...] = ()
    """What it was read in, and what else fits, where its bytes leave a choice."""
    revises: bool = False
    carried: int = 0
    waiting: int = 0


def reading(
    library: OpenLibrary, source: Source, how: How, watch: Watch, wrong: ArticleId | None
) -> Callable[[], Came | Question]:
    """What reads it, for a ``Job``. ``wrong`` is what it was read as before: that goes off the list."""

    def piece() -> Came | Question:
        prepared = source.read(how, watch)
        watch.check()

        def saved(beside: OpenLibrary) -> Imported | Question:
            earlier = _earlier(beside, prepared, wrong)
            watch.check()
            if earlier is not None:
                return Question(prepared, earlier, Desk(beside).open(earlier.article))
            from annotator.desk import importing

            return importing.save(beside, prepared)

        came = when_free(library, saved, lambda: watch.step(HELD))
        if isinstance(came, Question):
            return came
        _take_off(library, wrong, came)
        return Came(came, *_choice(source, prepared))

    return piece


def revising(
    library: OpenLibrary,
    asked: Question,
    confirmed: Confirmed,
    watch: Watch,
    wrong: ArticleId | None,
) -> Callable[[], Came]:
    """What saves it as another version, in one transaction."""

    def piece() -> Came:
        from annotator.desk.revising import add_revision

        done = when_free(
            library,
            lambda beside: add_revision(beside, asked.prepared, asked.earlier, confirmed),
            lambda: watch.step(HELD),
        )
        _take_off(library, wrong, done.imported)
        return Came(done.imported, "", (), True, done.carried, done.waiting)

    return piece


def _earlier(beside: OpenLibrary, prepared: Prepared, wrong: ArticleId | None) -> Earlier | None:
    """Another version that is here. What the same file was read as before is none."""
    from annotator.desk.revising import earlier_of

    found = earlier_of(beside, prepared)
    return None if found is not None and found.article == wrong else found


def _choice(source: Source, prepared: Prepared) -> tuple[str, tuple[str, ...]]:
    """The encoding a file was read in and others that fit; nothing where there is no choice."""
    read_in = prepared.given.get("encoding", "")
    if not read_in or source.path is None:
        return "", ()
    from annotator.importers.encodings.decoding import candidates

    others = tuple(one for one in candidates(prepared.original) if one != read_in)
    return (read_in, others) if others else ("", ())


def _take_off(library: OpenLibrary, wrong: ArticleId | None, imported: Imported) -> None:
    if wrong is not None and wrong != imported.article:
        with opened_beside(library) as beside:
            articles.remove(beside, wrong)
