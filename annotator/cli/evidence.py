"""`evidence`: what was found outside the article, and which claims it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli import evidence_options as options
from annotator.cli import output
from annotator.cli.command import ARTICLE, JSON, command, group
from annotator.cli.evidence_list import list_
from annotator.cli.evidence_parts import contact, file
from annotator.cli.session import Session, claim_of
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId, ClaimId

ID = click.argument("item", metavar="ID")
CLAIMS = click.argument("claims", nargs=-1, required=True, metavar="CLAIM…")


@group("evidence", "evidence list latest 5")
def evidence() -> None:
    """Keep what speaks for a claim, and against it.

    Addresses, quotations, files, and whom you asked. ID is an item's id, or the first characters of it, 4 or more: `evidence list` shows them.
    """


@command("add", "evidence add latest 5 --stance contradicts --url https://example.org/map")
@ARTICLE
@CLAIMS
@options.LINK
@options.ITEM
@options.ASKED
@JSON
@click.pass_obj
def add(
    session: Session, /, article: str, claims: tuple[str, ...], as_json: bool, **values: Any
) -> None:
    """Enter evidence for claims, and print its id.

    One of address, title, quotation, file, note and contact is enough. Several claims get it
    together, in one edit. Nothing is sent to any address.
    """
    from annotator.desk import evidencing

    if values["note"] == values["quote"] == "-":
        raise AnnotatorError("--note - and --quote - both want standard input: write one of them.")
    with session.open() as library:
        of, ids, words = _claims(library, article, claims)
        serves = options.serving(values)
        made = evidencing.add(
            library,
            of,
            ids,
            options.given(library, values),
            serves,
            files=options.attached(values),
            contacts=options.asked(values),
            large=values["large"],
        )
    output.put_json({"id": made.item}) if as_json else output.put(made.item)
    output.say(f"The evidence is saved: it {_does(serves.stance.value)} {words}.")


@command("use", "evidence use 3f2a latest 7 --stance supports --quote '95 were killed'")
@ID
@ARTICLE
@CLAIMS
@options.LINK
@click.pass_obj
def use(
    session: Session, /, item: str, article: str, claims: tuple[str, ...], **values: Any
) -> None:
    """Let evidence serve claims, or say otherwise what it says of them.

    A colleague's, too. Of a claim that it serves already, what is not said stays as it is.
    """
    from annotator.desk import evidencing
    from annotator.desk.evidence_sight import find_item

    with session.open() as library:
        found = find_item(library, item).id
        of, ids, words = _claims(library, article, claims)
        saved = evidencing.relink(library, found, of, ids, **options.otherwise(values))
    if saved is None:
        output.say(f"It says so of {words} already: nothing was saved.")
    else:
        output.say(f"It serves {words} so now.")


@command("unlink", "evidence unlink 3f2a latest 7")
@ID
@ARTICLE
@CLAIMS
@click.pass_obj
def unlink(session: Session, item: str, article: str, claims: tuple[str, ...]) -> None:
    """Let evidence serve claims no longer, by your own word. The evidence stays."""
    from annotator.desk import evidencing
    from annotator.desk.evidence_sight import find_item

    with session.open() as library:
        found = find_item(library, item).id
        of, ids, words = _claims(library, article, claims)
        saved = evidencing.unlink(library, found, of, ids)
    if saved is None:
        output.say(f"You let it serve none of {words}: nothing was saved.")
    else:
        output.say(f"It serves {words} no longer.")


@command("edit", "evidence edit 3f2a --archive https://example.org/kept --reliability B")
@ID
@options.ITEM
@options.ASKED
@click.pass_obj
def edit(session: Session, /, item: str, **values: Any) -> None:
    """Correct evidence of yours, or add files and contacts to it. An empty text empties a field.

    What it says of a claim is corrected with `evidence use`, a contact with `evidence contact`,
    a file with `evidence file`.
    """
    from annotator.desk import evidencing
    from annotator.desk.evidence_sight import find_item

    with session.open() as library:
        saved = evidencing.edit(
            library,
            find_item(library, item).id,
            options.given(library, values),
            files=options.attached(values),
            contacts=options.asked(values),
            large=values["large"],
        )
    if saved is None:
        output.say("The evidence says all that already: nothing was saved.")
    else:
        output.say("The evidence is corrected.")


@command("remove", "evidence remove 3f2a")
@ID
@click.pass_obj
def remove(session: Session, item: str) -> None:
    """Take evidence of yours away, from every claim that it serves. `undo` brings it back."""
    from annotator.desk import evidencing
    from annotator.desk.evidence_sight import find_item

    with session.open() as library:
        found = find_item(library, item)
        evidencing.remove(library, found.id)
    output.say(f"Removed: {found.name}")


def _claims(
    library: OpenLibrary, article: str, claims: tuple[str, ...]
) -> tuple[ArticleId, list[ClaimId], str]:
    """The article, the claims that were named, and what they are called in a sentence."""
    from annotator.desk.articles import find_article
    from annotator.desk.naming import claims_in_words
    from annotator.domain.article import claim_id

    of = find_article(library, article).id
    spans = tuple(dict.fromkeys(claim_of(library, of, wanted) for wanted in claims))
    return of, [claim_id(of, span) for span in spans], claims_in_words(library, of, spans)


def _does(stance: str) -> str:
    return "is context for" if stance == "context" else stance


for one in (add, use, list_, edit, unlink, remove, contact, file):
    evidence.add_command(one)

COMMANDS = {"evidence": evidence}
