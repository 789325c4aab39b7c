"""Handing the work over: articles in one format and one edition, written whole or not at all."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from annotator.desk import export_names
from annotator.desk.export_reports import edition_report
from annotator.desk.formats import format_named
from annotator.desk.library import OpenLibrary
from annotator.domain.article import Article, ArticleId
from annotator.domain.edition import EDITORS_COPY, Edition
from annotator.domain.errors import AnnotatorError, TakenError
from annotator.domain.formats import NO_PUBLIC_COPY, Exporter, Tally
from annotator.domain.report import Report
from annotator.domain.wording import amount
from annotator.exporters import files
from annotator.store import reading

Progress = Callable[[int, int, str], None]
"""Steps done, of how many, and what is done now; it may raise to give the whole up."""


_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, and how.

    ``target`` is a file for one article and for several ``together``, else a folder, whose
    files are named by ``pattern`` (``export_names.FIELDS``); ``folder`` wants one for a single
    article too. ``force`` replaces what is there.
    """

    articles: tuple[ArticleId, ...]
    form: str
    target: Path
    edition: Edition = EDITORS_COPY
    together: bool = False
    pattern: str = ""
    force: bool = False
    folder: bool = False

    @property
    def many(self) -> bool:
        """Whether the target is a folder."""
        return not self.together and (
            len(self.articles) > 1 or self.folder or bool(self.pattern.strip())
        )


@dataclass(frozen=True, slots=True)
class Exported:
    """One file as it was written. ``claims``: how many there were to write; ``tally``: how many
    were found in it when it was read again, None where the format cannot be.
    """

    path: Path
    size: int
    tally: Tally | None
    claims: int
    notices: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Such as "49 of 49 claims, 3 notes"."""
        if self.tally is None:
            return f"{amount(self.claims, 'claim')}, not counted again"
        return self.tally.words(self.claims)


@dataclass(frozen=True, slots=True)
class _File:
    """One file to write, and the articles that are in it."""

    path: Path
    articles: tuple[ArticleId, ...]


def exported(
    library: OpenLibrary, article: ArticleId, form: str, edition: Edition = EDITORS_COPY
) -> bytes:
    """The article in this format. Raises AnnotatorError for an unknown format."""
    row = format_named(form)
    with _without_collecting():
        return row.write(edition_report(library, article, form, edition))


def write_order(
    library: OpenLibrary, order: Order, *, progress: Progress | None = None
) -> tuple[Exported, ...]:
    """Writes all that was ordered, or nothing. Raises AnnotatorError, or what ``progress`` raises.

    Each file is read again from the disk and counted before it gets its name.
    """
    row = _row(order)
    wanted = _wanted(library, order, row)
    with files.folder_for(order.target) if order.many else nullcontext(), _without_collecting():
        return _Writing(library, order, row, progress).write(wanted)


def refuse_order(library: OpenLibrary, order: Order) -> None:
    """Raises AnnotatorError where ``write_order`` would before it begins to write."""
    _wanted(library, order, _row(order))


def _row(order: Order) -> Exporter:
    row = format_named(order.form)
    row = row if order.many else row.written_as(order.target.suffix)
    if order.together and row.together is None and len(order.articles) > 1:
        raise AnnotatorError(f"{row.label} holds one article a file: name a folder for several.")
    if row.from_original and order.edition.public:
        raise AnnotatorError(NO_PUBLIC_COPY)
    return row


def _wanted(library: OpenLibrary, order: Order, row: Exporter) -> tuple[_File, ...]:
    """The files that come of it, each of which may be written as far as one can tell."""
    wanted = _files(library, order, row)
    for one in wanted:
        refuse_library(library, one.path)
        if not order.many:
            files.refuse(one.path, force=order.force)
    return wanted


def suggested_name(
    title: str, article: ArticleId, form: str, edition: Edition = EDITORS_COPY
) -> str:
    """A file's name for an export of this article; an id is in no name of a public copy."""
    pattern = export_names.pattern_of("", edition)
    shown = article if "{id}" in pattern else ""
    return files.safe_name(title, shown, format_named(form).suffix)


def refuse_library(library: OpenLibrary, target: Path) -> None:
    """No report or picture takes the place of the library it is made from, even when forced.

    Nor of what SQLite keeps beside it while it is open: what was written last is there alone.
    """
    for end in ("", *_BESIDE):
        if _is_one(target, library.path.with_name(library.path.name + end)):
            what = "the library itself" if not end else "a part of the library"
            raise AnnotatorError(f"{target} is {what}: name another file.")


def _is_one(target: Path, other: Path) -> bool:
    """Whether both are one file, or would be: what is beside a library comes and goes."""
    try:
        return target.samefile(other)
    except OSError:  # one of them is not there, or may not be looked at
        return os.path.realpath(target) == os.path.realpath(other)


def _files(library: OpenLibrary, order: Order, row: Exporter) -> tuple[_File, ...]:
    """The files that come of an order, none of them there yet unless it replaces them."""
    articles = tuple(dict.fromkeys(order.articles))
    if not order.many:
        return (_File(order.target, articles),)
    pattern = export_names.pattern_of(order.pattern, order.edition)
    day = export_names.today()
    names = export_names.unlike(
        [
            export_names.name_of(
                pattern,
                export_names.Named(_record(library, article), row.name, n, day),
                row.suffix,
            )
            for n, article in enumerate(articles, 1)
        ]
    )
    found = tuple(
        _File(order.target / name, (article,))
        for name, article in zip(names, articles, strict=True)
    )
    for one in found:
        # Not one.path.exists: that raises where the folder may not be entered.
        if os.path.exists(one.path) and not order.force:  # noqa: PTH110
            raise TakenError(f"{one.path} exists: choose another folder or add --force.")
    return found


def _record(library: OpenLibrary, article: ArticleId) -> Article:
    with library.store.reading():
        return reading.article(library.store, article)


class _Writing:
    """One order being carried out; articles are read one after another, so that they need not all
    be held at once.
    """

    def __init__(
        self, library: OpenLibrary, order: Order, row: Exporter, progress: Progress | None
    ) -> None:
        self._library = library
        self._order = order
        self._row = row
        self._progress = progress
        self._done = 0
        self._steps = 0
        self._claims = 0
        self._notices: tuple[str, ...] = ()
        self._exported: list[Exported] = []

    def write(self, wanted: Sequence[_File]) -> tuple[Exported, ...]:
        """All of them, or none."""
        self._steps = sum(len(one.articles) + 2 for one in wanted)
        files.write_files(self._contents(wanted), force=self._order.force, look=self._look)
        return tuple(self._exported)

    def _contents(self, wanted: Sequence[_File]) -> Iterator[tuple[Path, bytes]]:
        for one in wanted:
            reports = [self._report(article) for article in one.articles]
            self._claims = sum(len(report.counted) for report in reports)
            self._step(f"Writing {one.path.name}")
            data = self._written(reports)
            # Asked afterwards: of a PDF, only writing it tells whether it could be marked as accessible.
            notices = self._row.notices or _nothing_to_say
            said = (text for report in reports for text in notices(report))
            self._notices = tuple(dict.fromkeys(said))
            yield one.path, data

    def _report(self, article: ArticleId) -> Report:
        self._step("Reading the library")
        return edition_report(self._library, article, self._order.form, self._order.edition)

    def _written(self, reports: Sequence[Report]) -> bytes:
        if len(reports) == 1:
            return self._row.write(reports[0])
        assert self._row.together is not None, "it was checked"
        return self._row.together(reports)

    def _look(self, beside: Path, path: Path) -> None:
        """Reads the file again as it lies on the disk, and counts what stands in it."""
        self._step(f"Reading {path.name} again")
        data = beside.read_bytes()
        tally = self._row.count(data) if self._row.count is not None else None
        lost = () if self._row.selects else _missing(tally, self._claims)
        notices = (*self._notices, *lost)
        self._exported.append(Exported(path, len(data), tally, self._claims, notices))

    def _step(self, now: str) -> None:
        if self._progress is not None:
            self._progress(self._done, self._steps, now)
        self._done += 1


def _missing(tally: Tally | None, claims: int) -> Iterator[str]:
    """What is said where not all claims stand in the file, whatever the reason."""
    left_out = claims - tally.claims if tally is not None else 0
    if left_out > 0:
        yield f"{left_out:,} of {amount(claims, 'claim')} {'is' if left_out == 1 else 'are'} not in it."


def _nothing_to_say(_report: Report) -> tuple[str, ...]:
    return ()


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
