"""Handing the work over: one article in one format, written whole or not at all."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from annotator.desk.formats import format_named
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError
from annotator.domain.report import Report
from annotator.exporters import files
from annotator.store import reading, reporting
from annotator.store.judging import sight_of


def report_of(library: OpenLibrary, article: ArticleId) -> Report:
    """One article for readers: what the acting person may see of it, and wants to."""
    # The window opens without measuring, and without what it takes to read a claim's facts.
    from annotator.desk.agreement_report import with_agreement
    from annotator.desk.report_record import with_record

    maker, made_at = library.author.name, time.time_ns() // 1000
    found = reporting.report_for(library.store, article, library.me, maker=maker, made_at=made_at)
    return with_record(library, with_agreement(library, found))


def whole_report_of(library: OpenLibrary, article: ArticleId) -> Report:
    """One article with everything that may leave the library, the same whoever acts."""
    maker, made_at = library.author.name, time.time_ns() // 1000
    return reporting.report(library.store, article, maker=maker, made_at=made_at)


def exported(library: OpenLibrary, article: ArticleId, form: str) -> bytes:
    """The article in this format. Raises AnnotatorError for an unknown format."""
    row = format_named(form)
    with _without_collecting():
        return row.write((whole_report_of if row.whole else report_of)(library, article))


@contextmanager
def _without_collecting() -> Iterator[None]:
    """A report is a million values that nothing points back to: looking for rings costs a third."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def is_veiled(library: OpenLibrary, article: ArticleId, form: str) -> bool:
    """Whether colleagues' work is left out, because the acting person's check is blind still."""
    return not format_named(form).whole and sight_of(library.store, article, library.me).blind


def export_file(
    library: OpenLibrary, article: ArticleId, form: str, target: Path, *, force: bool = False
) -> Path:
    """Writes one article to ``target``, beside it first and then in its place."""
    refuse_library(library, target)
    files.write_file(target, exported(library, article, form), force=force)
    return target


def suggested_name(title: str, article: ArticleId, form: str) -> str:
    """A file's name for an export of this article."""
    return files.safe_name(title, article, format_named(form).suffix)


def export_folder(
    library: OpenLibrary,
    articles: Sequence[ArticleId],
    form: str,
    folder: Path,
    *,
    force: bool = False,
) -> tuple[Path, ...]:
    """Writes several articles into a folder, each named by its title and its id: all or none.

    All names are looked at first, so that one that is taken refuses the whole.
    """
    targets = {
        article: folder / suggested_name(_title(library, article), article, form)
        for article in articles
    }
    for target in targets.values():
        # Not target.exists: that raises where the folder may not be entered.
        if os.path.exists(target) and not force:  # noqa: PTH110
            raise AnnotatorError(f"{target} exists: choose another folder or add --force.")
    for target in targets.values():
        refuse_library(library, target)
    contents = ((target, exported(library, of, form)) for of, target in targets.items())
    with files.folder_for(folder):
        files.write_files(contents, force=force)
    return tuple(targets.values())


def refuse_library(library: OpenLibrary, target: Path) -> None:
    """No report or picture takes the place of the library it is made from, even when forced."""
    try:
        same = target.samefile(library.path)
    except OSError:  # nothing is there, or nothing that may be looked at
        return
    if same:
        raise AnnotatorError(f"{target} is the library itself: name another file.")


def _title(library: OpenLibrary, article: ArticleId) -> str:
    row = reading.article_row(library.store, library.me, article)
    return row.title if row else ""
