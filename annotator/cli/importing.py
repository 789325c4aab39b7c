"""`import`: articles from files, folders, addresses and standard input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import JSON, command
from annotator.cli.importing_sources import Source, brings_edits, prepared, sources
from annotator.cli.progressing import erase, progress_line
from annotator.cli.session import Session
from annotator.domain.errors import AnnotatorError, NoArticleError
from annotator.domain.wording import amount, first_words

if TYPE_CHECKING:
    from annotator.desk.importing import Imported, Prepared
    from annotator.desk.library import OpenLibrary
    from annotator.desk.revising import Earlier
    from annotator.desk.showing import ArticleRow


@dataclass(frozen=True, slots=True)
class How:
    """What was said of the import: ``revision`` and ``separate`` are about other versions."""

    encoding: str | None
    whole: bool
    revision: bool
    separate: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one source: a row of the JSON, and of which list."""

    done: bool
    row: dict[str, output.Json]


@command("import", "import report.docx https://example.org/article")
@click.argument("names", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-…")
@click.option("--encoding", metavar="NAME", help="The encoding, where you know it.")
@click.option("--whole", is_flag=True, help="All of a page, where no article is found in it.")
@click.option(
    "--revision",
    is_flag=True,
    help="As a new version of the article it is a version of, with what you hold of it.",
)
@click.option("--separate", is_flag=True, help="As an article of its own, whatever is here.")
@JSON
@click.pass_obj
def import_(
    session: Session,
    names: tuple[str, ...],
    encoding: str | None,
    whole: bool,
    revision: bool,
    separate: bool,
    as_json: bool,
) -> int:
    """Bring articles in from files, folders and the web.

    A folder gives every article directly in it, and - is standard input. A page is fetched
    because you name its address, and nothing else is. A text that is in the library already
    stays as it is. An article that was exported as JSON comes in with all that is held of it.
    One that cannot be read does not keep the others out.
    """
    if revision and separate:
        raise AnnotatorError("--revision and --separate exclude each other: say one of them.")
    found = [source for name in names for source in sources(name)]
    results = list(_imported(session, found, How(encoding, whole, revision, separate)))
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


def _imported(session: Session, found: Sequence[Source], how: How) -> Iterator[Result]:
    """Each article is read and cut before the library is made or touched."""
    with ExitStack() as stack:
        draw = stack.enter_context(progress_line())
        library: OpenLibrary | None = None
        for n, source in enumerate(found, 1):
            try:
                read = None if brings_edits(source) else _read(source, how, draw, n, len(found))
            except AnnotatorError as error:
                yield _failed(source, error)
                continue
            if library is None:
                library = stack.enter_context(session.open(create=True))
            try:
                if read is None:
                    yield _handed_on(library, source)
                else:
                    yield _saved(library, source, read, how)
            except AnnotatorError as error:
                yield _failed(source, error)


def _read(
    source: Source, how: How, draw: Callable[[str], None] | None, n: int, of: int
) -> Prepared:
    from annotator.importers.watch import UNWATCHED, Watch

    if draw is None:
        return prepared(source, how.encoding, whole=how.whole, watch=UNWATCHED)
    which = f"{source.name} ({n} of {of})" if of > 1 else source.name
    draw(which)
    watch = Watch(lambda says, _share: draw(f"{which}: {says}"))
    return prepared(source, how.encoding, whole=how.whole, watch=watch)


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


def _saved(library: OpenLibrary, source: Source, read: Prepared, how: How) -> Result:
    """Saves it, and says what whoever imports has to know."""
    from annotator.desk import importing, listing, revising

    earlier = None if how.separate else revising.earlier_of(library, read)
    here = importing.is_here(library, read)
    if how.revision and earlier is None and not here:
        raise AnnotatorError(
            f"{output.shown(source.name)} is no other version of an article on your list: "
            "import it without --revision."
        )
    told: list[str] = []
    if how.revision and earlier is not None:
        revised = revising.add_revision(library, read, earlier)
        imported, of = revised.imported, earlier.article
        told.append(_added(earlier, revised.carried, revised.waiting))
    else:
        imported, of = importing.save(library, read), None
        if earlier is not None:
            told.append(_version(imported, earlier))
    told = [*_notices(read, imported), *told]
    erase()
    for sentence in told:
        output.say(f"{output.shown(source.name)}: {sentence}")
    return _done(
        source,
        listing.row_of(library, imported.article),
        new=imported.new,
        notices=told,
        attachments=imported.attachments,
        revision_of=of,
    )


def _notices(read: Prepared, imported: Imported) -> Iterator[str]:
    """How it was read, where that is not plain, and what was left out or changed."""
    if imported.encoding_told:
        yield imported.encoding_told
    yield from imported.notices
    if read.enclosed.remarks and imported.new:
        count = amount(len(read.enclosed.remarks), "remark")
        yield f"Its writer left {count}: see `annotator remarks {imported.article[:8]}`."


def _version(imported: Imported, earlier: Earlier) -> str:
    return (
        f"It is another version of “{first_words(earlier.title)}” ({earlier.article[:8]}) and came "
        f"in as an article of its own; `annotator carry {imported.article[:8]} --from "
        f"{earlier.article[:8]}` ties the two. {earlier.comparison.in_words}"
    )


def _added(earlier: Earlier, carried: int, waiting: int) -> str:
    waits = f"; {amount(waiting, 'claim')} to look at" if waiting else ""
    yours = f" Your record of {amount(carried, 'claim')} was carried{waits}."
    return (
        f"A new version of “{first_words(earlier.title)}” ({earlier.article[:8]}). "
        f"{earlier.comparison.in_words}{yours if carried or waiting else ''}"
    )


def _done(
    source: Source,
    row: ArticleRow,
    *,
    new: bool,
    notices: Sequence[str] = (),
    attachments: int = 0,
    revision_of: str | None = None,
) -> Result:
    return Result(
        True,
        {
            "file": output.shown(source.name),
            "article": row.id,
            "title": row.title,
            "claims": row.total,
            "new": new,
            "notices": list(notices),
            "set_aside": row.furniture,
            "attachments": attachments,
            "revision_of": revision_of,
        },
    )


def _failed(source: Source, error: AnnotatorError) -> Result:
    said = output.line(str(error))
    if isinstance(error, NoArticleError):
        said = f"{said.removesuffix('.')} (--whole)."
    return Result(False, {"file": output.shown(source.name), "reason": said})


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
