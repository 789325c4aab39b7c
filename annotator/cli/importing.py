"""`import`: articles from files, folders and standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import JSON, command
from annotator.cli.session import Session, is_address, later
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.importing import Prepared
    from annotator.desk.library import OpenLibrary
    from annotator.desk.showing import ArticleRow

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to import: a file, standard input, or a folder that has nothing in it."""

    name: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one source: a row of the JSON, and of which list."""

    done: bool
    row: dict[str, output.Json]


@command("import", "import article.txt")
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER|-…")
@click.option("--encoding", metavar="NAME", help="The encoding, where you know it.")
@JSON
@click.pass_obj
def import_(session: Session, files: tuple[str, ...], encoding: str | None, as_json: bool) -> int:
    """Bring articles in from files and folders.

    A folder gives every article directly in it, and - is standard input. A text that
    is in the library already stays as it is. An article that was exported as JSON comes in with
    all that is held of it. One file that cannot be read does not keep the others out.
    """
    for name in files:
        if is_address(name):
            raise later("Addresses come")
    sources = [source for name in files for source in _sources(name)]
    results = list(_imported(session, sources, encoding))
    failed = [result.row for result in results if not result.done]
    done = [result.row for result in results if result.done]
    if as_json:
        output.put_json({"imported": done, "failed": failed})
    else:
        _put(done)
    for row in failed:
        output.say(str(row["reason"]))
    if failed:
        return 2 if len(results) == 1 else 1
    return 0


def _sources(name: str) -> Iterator[Source]:
    """The file itself, or the files directly in a folder."""
    if not name:
        yield Source(name, "A file's name is empty: name an article's file.")
    elif name == STDIN:
        yield Source(name)
    else:
        from annotator.importers.files import files_at

        try:
            yield from (Source(str(path)) for path in files_at(Path(name)))
        except AnnotatorError as error:
            yield Source(name, str(error))


def _imported(
    session: Session, sources: Sequence[Source], encoding: str | None
) -> Iterator[Result]:
    """Each article is read and cut before the library is made or touched."""
    with ExitStack() as stack:
        library: OpenLibrary | None = None
        for source in sources:
            try:
                prepared = None if _brings_edits(source) else _prepared(source, encoding)
            except AnnotatorError as error:
                yield _failed(source, error)
                continue
            if library is None:
                library = stack.enter_context(session.open(create=True))
            try:
                if prepared is None:
                    yield _handed_on(library, source)
                else:
                    yield _saved(library, source, prepared)
            except AnnotatorError as error:
                yield _failed(source, error)


def _brings_edits(source: Source) -> bool:
    """Whether it is an article with all that is held of it, which is merged.

    Raises AnnotatorError for what is merged and no article.
    """
    from annotator.desk import reading_back

    if source.refused or source.name == STDIN:
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


def _handed_on(library: OpenLibrary, source: Source) -> Result:
    """Merges it, as ``annotator merge`` does, and says what article that was."""
    from annotator.desk import listing, merging
    from annotator.domain.edits.articles import RestoreArticle

    found = merging.merge(library, [Path(source.name)]).found
    if not found.articles:
        raise AnnotatorError(f"No article came with {output.shown(source.name)}.")
    for left in found.left_out:
        output.say(output.line(f"Left out: {left.what}: {left.why}."))
    article = found.articles[0]
    if listing.row_of(library, article.id).off:
        library.perform(RestoreArticle(article.id))
    return _done(source, listing.row_of(library, article.id), new=article.fresh)


def _prepared(source: Source, encoding: str | None) -> Prepared:
    from annotator.desk import importing

    if source.refused:
        raise AnnotatorError(source.refused)
    if source.name == STDIN:
        data = _stdin()
        _refuse_edits(data)
        return importing.prepare(data, "", encoding)
    return importing.prepare_file(Path(source.name), encoding)


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


def _saved(library: OpenLibrary, source: Source, prepared: Prepared) -> Result:
    from annotator.desk import importing, listing

    imported = importing.save(library, prepared)
    if prepared.given.get("encoding", "UTF-8") != "UTF-8":
        output.say(f"{source.name}: {imported.encoding_note}")
    return _done(source, listing.row_of(library, imported.article), new=imported.new)


def _done(source: Source, row: ArticleRow, *, new: bool) -> Result:
    return Result(
        True,
        {
            "file": output.shown(source.name),
            "article": row.id,
            "title": row.title,
            "claims": row.total,
            "new": new,
        },
    )


def _failed(source: Source, error: AnnotatorError) -> Result:
    return Result(False, {"file": output.shown(source.name), "reason": output.line(str(error))})


def _put(rows: Sequence[dict[str, output.Json]]) -> None:
    if not rows:
        return
    cells = [
        (
            row["article"][:8],
            "imported" if row["new"] else "here already",
            str(row["claims"]),
            row["title"],
        )
        for row in rows
    ]
    output.put_table(("ID", "", "CLAIMS", "TITLE"), cells)


COMMANDS = {"import": import_}
