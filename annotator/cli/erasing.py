"""`erase`: takes something out of the log for good, to protect a source."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, command
from annotator.cli.session import Session, claim_of
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.erasing import Erasure
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId, ClaimId

WHATS = ("note", "contact", "evidence", "file", "article")
YES = "yes"


@command("erase", "erase latest 5 --what note")
@ARTICLE
@click.argument("which", nargs=-1, metavar="[CLAIM] [ID]")
@click.option(
    "--what",
    required=True,
    type=click.Choice(WHATS),
    help="The note of CLAIM; the contact, the evidence or the file ID; or the whole article.",
)
@click.option("--force", is_flag=True, help="Erase without asking.")
@click.pass_obj
def erase(session: Session, article: str, which: tuple[str, ...], what: str, force: bool) -> None:
    """Take something out of the log, for good.

    Not a word of it is left in the library and its backups, and who takes in your next parcel
    loses it there. It says first what would go, and asks. A colleague's is only forgotten here.
    ID is an id, or the first characters of it, 4 or more.
    """
    from annotator.desk import erasing
    from annotator.desk.articles import find_article

    claim, wanted = _named(what, which)
    with session.open() as library:
        of = find_article(library, article, removed=True).id
        meant = None if claim is None else _claim(library, of, claim)
        erasure = erasing.what_would_go(library, erasing.What(what), of, meant, wanted)
        _ask(erasure, force=force)
        for sentence in erasing.erase(library, erasure).says:
            output.say(sentence)


def _named(what: str, which: tuple[str, ...]) -> tuple[str | None, str]:
    """The claim and the id that were typed. Raises AnnotatorError for too few or too many."""
    if what == "note":
        if len(which) != 1:
            raise AnnotatorError(
                "The note of which claim? Name one CLAIM after the article, and no id."
            )
        return which[0], ""
    if what == "article":
        if which:
            raise AnnotatorError("An article is erased as a whole: name neither a claim nor an id.")
        return None, ""
    if len(which) not in (1, 2):
        raise AnnotatorError(
            f"Which {what}? Give its ID after the article, and before that the claim if you like: "
            "`annotator evidence list` shows what there is."
        )
    return (which[0] if len(which) > 1 else None), which[-1]


def _claim(library: OpenLibrary, article: ArticleId, wanted: str) -> ClaimId:
    """The claim that is meant; one that was cut since, by its id."""
    from annotator.desk.articles import find_retired
    from annotator.domain.article import claim_id

    retired = find_retired(library, article, wanted)
    return retired or claim_id(article, claim_of(library, article, wanted))


def _ask(erasure: Erasure, *, force: bool) -> None:
    """Says what would go, and wants it confirmed. Raises AnnotatorError where it is not."""
    for sentence in erasure.says:
        output.say(sentence)
    if force:
        return
    if sys.stdin is None or not sys.stdin.isatty():
        raise AnnotatorError(
            "Nothing was erased: nobody can be asked here, so say it with --force."
        )
    output.say(f"Type {YES} to erase it:")
    if sys.stdin.readline().strip().lower() != YES:
        raise AnnotatorError("Nothing was erased.")


COMMANDS = {"erase": erase}
