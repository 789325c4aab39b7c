"""`evidence list`: what was found, of the whole library, an article or a claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from annotator.cli import evidence_json, output
from annotator.cli.command import JSON, command
from annotator.cli.session import Session, claim_of
from annotator.domain.assessment import Audience
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import NAMELESS, Stance
from annotator.domain.snapshot import number_label

if TYPE_CHECKING:
    from annotator.desk.evidence_list import ListedItem, Serves
    from annotator.desk.library import OpenLibrary

_ORDERS = ("title", "address", "publisher", "published", "accessed", "reliability", "analyst")
_SIGNS = {Stance.SUPPORTS: "+", Stance.CONTRADICTS: "-", Stance.CONTEXT: "~"}
_FEW = 3


@command("list", "evidence list latest 5 --stance contradicts")
@click.argument("article", required=False)
@click.argument("claim", required=False)
@click.option("--words", metavar="TEXT", help="Only where all these words stand.")
@click.option(
    "--stance",
    type=click.Choice([stance.value for stance in Stance]),
    help="Only what does that for a claim.",
)
@click.option("--sort", type=click.Choice(_ORDERS), help="Instead of: what was written last.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for spreadsheets (CSV).")
@JSON
@click.pass_obj
def list_(
    session: Session,
    article: str | None,
    claim: str | None,
    words: str | None,
    stance: str | None,
    sort: str | None,
    as_csv: bool,
    as_json: bool,
) -> None:
    """List evidence: of the library, of one ARTICLE, or of one CLAIM of it.

    + supports, - contradicts, ~ is context. CSV leaves out what only you may read.
    """
    from annotator.desk import evidence_csv, evidence_list

    if as_csv and as_json:
        raise AnnotatorError("--csv and --json do not go together: name one of them.")
    with session.open() as library:
        found = list(_listed(library, article, claim))
        wanted = None if stance is None else Stance(stance)
        found = evidence_list.fitting(found, words or "", wanted)
        if sort is not None:
            found = evidence_list.in_order(found, sort)
        if as_csv:
            output.put_bytes(evidence_csv.as_csv(found))
            _say_left_out(found)
        elif as_json:
            output.put_json(evidence_json.listed(found))
        elif found:
            _put(found)
        else:
            output.say("There is no such evidence: `annotator evidence add` enters some.")


def _listed(library: OpenLibrary, article: str | None, claim: str | None) -> tuple[ListedItem, ...]:
    from annotator.desk.articles import find_article
    from annotator.desk.evidence_list import listed
    from annotator.domain.article import claim_id

    if article is None:
        return listed(library)
    of = find_article(library, article).id
    if claim is None:
        return listed(library, of)
    return listed(library, of, claim_id(of, claim_of(library, of, claim)))


def _say_left_out(found: Sequence[ListedItem]) -> None:
    count = sum(one.item.audience is Audience.ME for one in found)
    if count:
        what = "1 piece of evidence" if count == 1 else f"{count} pieces of evidence"
        output.say(f"Left out: {what} that only you may read.")


def _put(found: Sequence[ListedItem]) -> None:
    colleagues = any(not one.mine for one in found)
    rows = [
        (
            one.item.id[:8],
            *((one.owner.name,) if colleagues else ()),
            _serves(one.serves),
            one.item.reliability or "-",
            one.item.accessed or "-",
            one.item.publisher or "-",
            _name(one),
        )
        for one in found
    ]
    who = ("WHO",) if colleagues else ()
    output.put_table(("ID", *who, "SERVES", "GRADE", "ACCESSED", "PUBLISHER", "WHAT"), rows)


def _serves(serves: Sequence[Serves]) -> str:
    """Such as "+5 -7", or of many and of several articles only how many."""
    if not serves:
        return "nothing yet"
    articles = {one.article for one in serves}
    if len(articles) > 1 or len(serves) > _FEW:
        where = f", {len(articles)} articles" if len(articles) > 1 else ""
        return f"{len(serves)} claims{where}"
    return " ".join(
        f"{_SIGNS[one.link.stance]}{number_label(one.number) or 'cut'}" for one in serves
    )


def _name(one: ListedItem) -> str:
    from annotator.desk.naming import first_words

    quote = next((of.link.quote for of in one.serves if of.link.quote), "")
    name = f"“{first_words(quote)}”" if one.item.name == NAMELESS and quote else one.item.name
    alike = f" (one of {one.copies} copies)" if one.copies > 1 else ""
    only = " (only you)" if one.item.audience is Audience.ME else ""
    return f"{name}{alike}{only}"
