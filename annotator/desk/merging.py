"""Bringing in what colleagues sent: first what it would do, then all of it or nothing, and back again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.desk.course import Merging, Rehearsal
from annotator.desk.erasing import clean
from annotator.desk.library import OpenLibrary
from annotator.desk.opening import who_acts
from annotator.desk.othertexts import Ids
from annotator.desk.previews import Merged, Preview
from annotator.desk.reading_back import Into, read_file
from annotator.domain.errors import AnnotatorError
from annotator.review.alignment import PairKind
from annotator.store import merges, opening
from annotator.store.arriving import Arriving, Progress
from annotator.store.backup import same_file
from annotator.store.erased import is_unclean
from annotator.store.incoming import incoming, other_format
from annotator.store.library import Library
from annotator.store.merges import Merge
from annotator.store.write import Author, absorb_all


def refusal(path: Path, library: OpenLibrary | None = None) -> str:
    """Why a file cannot be brought in, in one sentence; empty where it can.

    Without a library it is one that is to be made for the file.
    """
    own, into = (None, None) if library is None else (library.path, _into(library))
    try:
        with arrivals([path], own, None, into):
            return ""
    except AnnotatorError as error:
        return str(error)


def preview(
    library: OpenLibrary, files: Iterable[Path], *, progress: Progress | None = None
) -> Preview:
    """What ``merge`` would do, tried on a copy; the library is only read.

    Raises AnnotatorError for the first file that cannot be brought in, and whatever
    ``progress`` raises (CancelledError).
    """
    with (
        arrivals(files, library.path, progress, _into(library)) as sources,
        merges.rehearsal(library.store) as copies,
    ):
        return _rehearsed(copies, library.author, sources)


def preview_at(
    path: Path, analyst: str | None, files: Iterable[Path], *, progress: Progress | None = None
) -> Preview:
    """The same for a library that need not be there yet, be of this version, or be writable."""
    with ExitStack() as stack:
        opening.look_at(path, create=True)
        held = None
        if path.exists():
            held = opening.opened(path, create=False, wait=5.0, bring_up=False)
            stack.callback(held.close)
        copies = stack.enter_context(merges.rehearsal(held))
        author = who_acts(copies[1], analyst)
        into = None if held is None else Into(copies[0], author)
        sources = stack.enter_context(arrivals(files, path, progress, into))
        return _rehearsed(copies, author, sources)


def _rehearsed(
    copies: tuple[Library, Library], author: Author, sources: Sequence[Arriving]
) -> Preview:
    before, after = copies
    course = Rehearsal(before, after, author, sources)
    absorb_all(after, sources, author=author, course=course)
    assert course.found is not None
    return course.found


def merge(
    library: OpenLibrary,
    files: Iterable[Path],
    *,
    confirmed: Collection[Ids] = (),
    kinds: Collection[PairKind] = (),
    progress: Progress | None = None,
) -> Merged:
    """Brings the files in, in one transaction; a backup is made just before.

    What is exact in other copies of articles is matched, and what was confirmed: pair by
    pair, or all of these ``kinds``. Every listener is told. Raises AnnotatorError, and
    whatever ``progress`` raises; then nothing was changed.
    """
    with arrivals(files, library.path, progress, _into(library)) as sources:
        course = Merging(library.store, library.author, sources, confirmed, kinds)
        try:
            library.take_in(sources, course)
        except BaseException:
            course.forget()
            raise
        merged = course.over()
    if is_unclean(library.store):
        # What a colleague erased came in, and is to go from backups too. Where that cannot be
        # done now, it stays remembered, and ``annotator doctor`` says so.
        with suppress(AnnotatorError):
            clean(library)
    return merged


def last_merge(library: OpenLibrary) -> Merge | None:
    """The merge that ``take_back`` would take back; None where there is none to take back."""
    return merges.unchanged_since(library.store)


def take_back(library: OpenLibrary) -> Merge:
    """Goes back to just before the last merge, while nothing was changed since.

    Every listener is told that anything may be otherwise. Raises AnnotatorError; then all
    is as it was.
    """
    gone = merges.take_back(library.store, wait=library.wait)
    library.tell_all()
    return gone


def _into(library: OpenLibrary) -> Into:
    return Into(library.store, library.author)


@contextmanager
def arrivals(
    files: Iterable[Path], own: Path | None, progress: Progress | None, into: Into | None
) -> Iterator[list[Arriving]]:
    """The files, each once, opened and looked through. ``own`` is the library they would go into.

    ``into`` is that library, opened, and who acts in it; None where it is yet to be made.
    """
    with ExitStack() as stack:
        opened: list[Arriving] = []
        seen: list[Path] = []
        for path in files:
            if own is not None and same_file(path, own):
                raise AnnotatorError(
                    f"{path} is this library itself, so nothing was brought in: "
                    "name a file that a colleague sent."
                )
            if not any(same_file(path, other) for other in seen):
                seen.append(path)
                data = other_format(path)
                if data is None:
                    opened.append(stack.enter_context(incoming(path)))
                else:
                    opened.append(read_file(path, data, into))
        if progress is not None:
            _watch(opened, progress)
        yield opened


def _watch(sources: Sequence[Arriving], progress: Progress) -> None:
    """Progress over all files together."""
    counts = [source.count for source in sources]
    for number, source in enumerate(sources):
        source.progress = _Together(progress, sum(counts[:number]), sum(counts))


@dataclass(frozen=True, slots=True)
class _Together:
    """The progress of one file as one of several: ``before`` edits of ``all_of`` were read."""

    told: Progress
    before: int
    all_of: int

    def __call__(self, done: int, _of: int) -> None:
        self.told(self.before + done, self.all_of)
