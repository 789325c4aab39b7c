"""`send` and `merge`: what goes to colleagues in one file, and what comes in from theirs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import FORCE, JSON, command
from annotator.cli.session import Session
from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import listed

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.desk.previews import Merged
    from annotator.desk.sending import Goes, Sent
    from annotator.domain.article import ArticleId
    from annotator.review.alignment import PairKind

STDOUT = "-"


@command("send", "send latest --output for-ben.annotations")
@click.argument("articles", nargs=-1, metavar="ARTICLE…")
@click.option("--output", "target", metavar="FILE", help="Where to; - is standard output.")
@click.option("--all", "every", is_flag=True, help="Every article on your list.")
@click.option("--only", metavar="WHAT,…", help="Of tags, notes, evidence and files only these.")
@click.option("--pseudonym", metavar="NAME", help="Under this name, not yours.")
@click.option("--blind", is_flag=True, help="Text and claims only, for a check without your tags.")
@FORCE
@click.pass_obj
def send(
    session: Session,
    articles: tuple[str, ...],
    target: str | None,
    every: bool,
    only: str | None,
    pseudonym: str | None,
    blind: bool,
    force: bool,
) -> None:
    """Write one file for a colleague.

    It holds your own work on these articles and nothing that is for you only.
    """
    if every is bool(articles):
        raise AnnotatorError("Name the articles to send, such as latest, or say --all.")
    if not target:
        raise AnnotatorError("Say where to with --output FILE.annotations.")
    goes = _goes(only, blind)
    from annotator.desk.sending import send as send_file
    from annotator.desk.words import kept_name

    # An empty one, such as a variable that is not set, must not send under one's own name.
    under = "" if pseudonym is None else kept_name(pseudonym)
    with session.open() as library, _file(target) as path:
        found = _found(library, articles, every)
        sent = send_file(library, found, path, goes=goes, pseudonym=under, blind=blind, force=force)
        for warning in sent.warnings:
            output.say(warning)
        output.say(_said(sent, target))


def _goes(only: str | None, blind: bool) -> tuple[Goes, ...]:
    """What was ticked. Raises AnnotatorError for another word."""
    from annotator.desk.sending import EVERYTHING, Goes

    if only is None:
        return EVERYTHING
    if blind:
        raise AnnotatorError("--blind sends text and claims only: leave --only out.")
    words = [word.strip() for word in only.split(",")]
    unknown = [word for word in words if word not in set(Goes)]
    if unknown:
        raise AnnotatorError(
            f"--only {unknown[0]} says nothing: choose of {', '.join(Goes)}, with commas."
        )
    return tuple(one for one in Goes if one in words)


@contextmanager
def _file(target: str) -> Iterator[Path]:
    """The file to write, or one whose bytes go to standard output at the end."""
    if target != STDOUT:
        yield Path(target)
        return
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        path = Path(folder, "parcel.annotations")
        yield path
        output.put_bytes(path.read_bytes())


def _found(library: OpenLibrary, wanted: Sequence[str], every: bool) -> tuple[ArticleId, ...]:
    from annotator.desk import listing
    from annotator.desk.articles import find_article

    if not every:
        return tuple(find_article(library, name).id for name in wanted)
    found = tuple(row.id for row in listing.rows(library))
    if not found:
        raise AnnotatorError("There is no article on your list: import one first.")
    return found


def _said(sent: Sent, target: str) -> str:
    """Such as "Written: p.annotations (1 article, 192 KB), with 5 edits of tags; notes not sent."."""
    count = "1 article" if len(sent.articles) == 1 else f"{len(sent.articles)} articles"
    where = "standard output" if target == STDOUT else target
    own = [f"{number} {_thing(what, number)}" for what, number in sent.own.items() if number]
    with_what = f"with {listed(own)}" if own else "with nothing of yours but your name"
    left = f"; {listed([str(one) for one in sent.left])} not sent" if sent.left else ""
    return f"Written: {where} ({count}, {sent.size / 1024:,.0f} KB), {with_what}{left}."


def _thing(what: Goes, number: int) -> str:
    from annotator.desk.sending import Goes

    if what is Goes.FILES:
        return "file" if number == 1 else "files"
    return f"edit of {what}" if number == 1 else f"edits of {what}"


@command("merge", "merge ben.annotations --dry-run")
@click.argument("files", nargs=-1, metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Say what it would do, and change nothing.")
@click.option(
    "--confirm", metavar="moved,changed", help="Take such claims of another copy as the same."
)
@click.option("--take-back", is_flag=True, help="Go back to just before the last merge.")
@JSON
@click.pass_obj
def merge(
    session: Session,
    files: tuple[str, ...],
    dry_run: bool,
    confirm: str | None,
    take_back: bool,
    as_json: bool,
) -> None:
    """Bring in what colleagues sent.

    Nothing of anybody's is lost or altered, and bringing a file in twice changes
    nothing. A backup is made just before.
    """
    kinds = _kinds(confirm)
    if take_back:
        if files or dry_run or confirm:
            raise AnnotatorError("--take-back stands alone: it goes back to before the last merge.")
        _take_back(session)
        return
    if not files:
        raise AnnotatorError("Name the file that you were sent.")
    from annotator.cli import merging_words

    paths = [Path(name) for name in files]
    merged = _rehearsed(session, paths) if dry_run else _merged(session, paths, kinds)
    if as_json:
        output.put_json(merging_words.as_json(merged, kinds))
    else:
        merging_words.put(merged)
    for sentence in merging_words.sentences(merged, kinds, dry_run=dry_run):
        output.say(sentence)


def _kinds(confirm: str | None) -> frozenset[PairKind]:
    """The kinds of claims to be taken as the same. Raises AnnotatorError for another word."""
    if confirm is None:
        return frozenset()
    from annotator.review.alignment import PairKind

    asking = (PairKind.MOVED, PairKind.CHANGED)
    words = [word.strip() for word in confirm.split(",")]
    if any(word not in asking for word in words):
        raise AnnotatorError("--confirm takes moved, changed, or both with a comma between.")
    return frozenset(PairKind(word) for word in words)


def _rehearsed(session: Session, files: Sequence[Path]) -> Merged:
    from annotator.desk.merging import preview_at
    from annotator.desk.previews import Merged

    return Merged(preview_at(session.path, session.analyst, files), None, 0)


def _merged(session: Session, files: Sequence[Path], kinds: frozenset[PairKind]) -> Merged:
    """Brings them in; a library that was made for them goes away again where that fails."""
    from annotator.desk import merging

    path = session.path
    made = not path.exists()
    if made:
        for name in files:
            refused = merging.refusal(name)
            if refused:
                raise AnnotatorError(refused)
    try:
        with session.open(create=True) as library:
            return merging.merge(library, files, kinds=kinds)
    except BaseException:
        if made:
            path.unlink(missing_ok=True)
        raise


def _take_back(session: Session) -> None:
    from annotator.desk.merging import take_back
    from annotator.reporting.times import shown

    with session.open() as library:
        gone = take_back(library)
    files = listed(gone.files)
    output.say(f"The library is as it was before {files} came in on {shown(gone.when)}.")


COMMANDS = {"send": send, "merge": merge}
