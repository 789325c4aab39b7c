"""`list`: the articles, or one article with its claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from annotator.cli import listing_json, output
from annotator.cli.command import JSON, command
from annotator.cli.session import Session
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import number_label
from annotator.domain.tags import ROW, STANDINGS, Standing

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.desk.listing import ListedClaim, Listing
    from annotator.domain.article import ArticleId
    from annotator.domain.assessment import Assessment
    from annotator.store.reading import ArticleRow

WORDS = tuple(row.word for row in STANDINGS)


@command("list", "list latest --tag disputed")
@click.argument("article", required=False)
@click.option("--tag", metavar="|".join(WORDS), help="Only what you tagged so.")
@click.option("--analyst-only", metavar="NAME", help="What this analyst tagged, instead of you.")
@JSON
@click.pass_obj
def list_(
    session: Session, article: str | None, tag: str | None, analyst_only: str | None, as_json: bool
) -> None:
    """List the articles, or the claims of one ARTICLE."""
    standing = None if tag is None else _standing(tag)
    with session.open() as library:
        only = None if analyst_only is None else _analyst(library, analyst_only)
        if article is None:
            _say_blind_articles(library, only)
            _put_articles(_rows(library, standing, only), as_json, filtered=standing is not None)
        else:
            from annotator.desk.articles import find_article

            found = _claims(library, find_article(library, article).id, standing, only)
            if found[0].blind:
                output.say("This is a blind check: only your own work is listed until you submit.")
            if as_json:
                output.put_json(listing_json.claims(*found, _came(library, found[0].article.id)))
            else:
                _put_claims(*found, only)


def _came(library: OpenLibrary, article: ArticleId) -> listing_json.Came:
    from annotator.desk import enclosing, remarks

    return listing_json.Came(
        enclosing.offered(library, article),
        enclosing.links(library, article),
        remarks.remarks(library, article, answered=True),
    )


def _say_blind_articles(library: OpenLibrary, only: str | None) -> None:
    """Where a colleague's tags are counted: in how many articles they may not be seen yet."""
    from annotator.desk.listing import is_veiled, rows

    if only is not None and only != library.me:
        count = sum(is_veiled(library, row.id) for row in rows(library))
        if count:
            which = "one article" if count == 1 else f"{count} articles"
            output.say(f"Blind check: tags of {which} are not counted until you submit.")


def _standing(word: str) -> Standing:
    found = next((row.standing for row in STANDINGS if row.word == word), None)
    if found is None:
        raise AnnotatorError(f"There is no tag “{word}”: choose one of {', '.join(WORDS)}.")
    return found


def _analyst(library: OpenLibrary, name: str) -> str:
    from annotator.desk.people import analyst_called

    return analyst_called(library, name).id


def _rows(
    library: OpenLibrary, standing: Standing | None, only: str | None
) -> tuple[ArticleRow, ...]:
    from annotator.desk.listing import rows

    return tuple(
        row for row in rows(library, only) if standing is None or row.counts.get(standing, 0)
    )


def _claims(
    library: OpenLibrary, article: ArticleId, standing: Standing | None, only: str | None
) -> tuple[Listing, Sequence[ListedClaim]]:
    """The article, and those of its claims that pass the filters."""
    from annotator.desk.listing import listing

    found = listing(library, article)
    held = _held(only)
    return found, [
        claim
        for claim in found.claims
        if (standing is None or held(claim).standing is standing)
        and (only is None or standing is not None or claim.has(only))
    ]


def _held(only: str | None) -> Callable[[ListedClaim], Assessment]:
    """What the analyst who was asked for holds of a claim, else the acting one."""
    if only is None:
        return lambda claim: claim.mine
    return lambda claim: claim.held_by(only)


def _put_articles(rows: Sequence[ArticleRow], as_json: bool, *, filtered: bool) -> None:
    if as_json:
        output.put_json({"articles": [listing_json.article(row) for row in rows]})
    elif rows:
        cells = [(row.id[:8], _done(row), _tagged(row), row.title) for row in rows]
        output.put_table(("ID", "DONE", "TAGS", "TITLE"), cells)
    elif filtered:
        output.say("No article on your list has a claim of that tag: see all without --tag.")
    else:
        output.say("There is no article on your list: `annotator import FILE` brings one in.")


def _done(row: ArticleRow) -> str:
    return f"{row.total - row.counts.get(Standing.UNTAGGED, 0)} of {row.total}"


def _tagged(row: ArticleRow) -> str:
    """Such as "2 verified, 1 disputed"."""
    counted = (
        f"{row.counts[of.standing]} {of.label.lower()}"
        for of in STANDINGS
        if of.standing is not Standing.UNTAGGED and row.counts.get(of.standing, 0)
    )
    return ", ".join(counted) or "none yet"


def _put_claims(found: Listing, claims: Sequence[ListedClaim], only: str | None) -> None:
    output.put(output.fitted(output.line(found.article.title)))
    output.put(f"{found.article.id}, {_of(claims, found)}")
    if claims:
        _put_rows("CLAIM", claims, _held(only))
    if found.retired:
        output.put("Before a claim was cut or joined:")
        _put_rows("", found.retired, _held(only))


def _put_rows(
    head: str, claims: Sequence[ListedClaim], held: Callable[[ListedClaim], Assessment]
) -> None:
    """A line a claim; what was decided has a column where anything was."""
    decided = any(claim.decision for claim in claims)
    rows = [
        (
            number_label(claim.number),
            ROW[held(claim).standing].word,
            *((_decided(claim),) if decided else ()),
            "note" if held(claim).note else "",
            claim.text,
        )
        for claim in claims
    ]
    output.put_table((head, "TAG", *(("DECISION",) if decided else ()), "NOTE", "TEXT"), rows)


def _decided(claim: ListedClaim) -> str:
    if claim.decision is None:
        return ""
    return f"{claim.decision.outcome.value}{', check again' if claim.decision.stale else ''}"


def _of(claims: Sequence[ListedClaim], found: Listing) -> str:
    from annotator.domain.report import counted_name

    every = counted_name([claim.number for claim in found.claims])
    return every if len(claims) == len(found.claims) else f"{len(claims)} of {every}"


COMMANDS = {"list": list_}
