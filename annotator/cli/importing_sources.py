"""What `import` was given: files, folders, addresses, standard input; and what each of them holds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli import output
from annotator.cli.session import is_address
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.importing import Prepared
    from annotator.importers.watch import Watch

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to import: a file, an address, standard input, or a folder that has nothing in it."""

    name: str
    refused: str = ""

    @property
    def fetched(self) -> bool:
        return is_address(self.name)


def sources(name: str) -> Iterator[Source]:
    """The one that was named, or the files directly in a folder."""
    if not name:
        yield Source(name, "A file's name is empty: name an article's file.")
    elif name == STDIN or is_address(name):
        yield Source(name)
    else:
        from annotator.importers.files import files_at

        try:
            yield from (Source(str(path)) for path in files_at(Path(name)))
        except AnnotatorError as error:
            yield Source(name, str(error))


def brings_edits(source: Source) -> bool:
    """Whether it is an article with all that is held of it, which is merged.

    Raises AnnotatorError for what is merged and no article.
    """
    from annotator.desk import reading_back

    if source.refused or source.name == STDIN or source.fetched:
        return False
    form = reading_back.format_at(Path(source.name))
    if form is None:
        return False
    if not form.whole:
        raise AnnotatorError(
            f"{output.shown(source.name)} says what people hold of an article, and is none itself: "
            "bring it in with `annotator merge`."
        )
    from annotator.desk import merging

    if refused := merging.refusal(Path(source.name)):
        raise AnnotatorError(refused)
    return True


def prepared(source: Source, encoding: str | None, *, whole: bool, watch: Watch) -> Prepared:
    """Reads and cuts it. Only an address that was named is ever fetched. Raises AnnotatorError."""
    from annotator.desk import importing

    if source.refused:
        raise AnnotatorError(source.refused)
    if source.fetched:
        return importing.prepare_address(source.name, encoding, whole=whole, watch=watch)
    if source.name == STDIN:
        data = _stdin()
        _refuse_edits(data)
        return importing.prepare(data, "", encoding, whole=whole, watch=watch)
    return importing.prepare_file(Path(source.name), encoding, whole=whole, watch=watch)


def _refuse_edits(data: bytes) -> None:
    """Raises AnnotatorError for what is no article's text but what people hold of one."""
    from annotator.desk import reading_back

    form = reading_back.format_in(data)
    if form is not None:
        raise AnnotatorError(
            f"Standard input holds {form.label} with what people hold of an article, not the text "
            f"of one: save it as a file, and name that to `annotator "
            f"{'import' if form.whole else 'merge'}`."
        )


def _stdin() -> bytes:
    from annotator.importers.files import LIMIT

    if sys.stdin is None:
        raise AnnotatorError("There is no standard input to read: name a file.")
    return sys.stdin.buffer.read(LIMIT + 1)
