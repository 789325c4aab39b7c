"""`search`: claims, notes, evidence, sources and articles that have some words."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import JSON, command
from annotator.cli.session import Session, bring_up
from annotator.domain.assessment import ClaimType, FlagKind
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import number_label
from annotator.domain.tags import STANDINGS

if TYPE_CHECKING:
    from annotator.desk.filters import Filters
    from annotator.desk.library import OpenLibrary
    from annotator.desk.search_found import Hit

ANY = "any"
TAGS = tuple(row.word for row in STANDINGS)
FLAGS = (ANY, *(flag.value for flag in FlagKind))
TYPES = tuple(kind.value for kind in ClaimType)
MANY = 100
"""Hits that are printed where nobody says how many."""

WIDE = 400
"""Code points of a text in the table, around what was found; in JSON it stands whole."""

MOST = sys.maxsize // 2
"""Who asks for more hits than can be counted gets all."""


@command("search", "search kerman explosion --tag disputed")
@click.argument("words", nargs=-1, metavar="WORDS…")
@click.option("--article", metavar="ARTICLE", help="Only in this article.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only claims tagged so.")
@click.option("--analyst-only", metavar="NAME", help="What this analyst holds, instead of you.")
@click.option("--since", metavar="DAY", help="Only what was changed on that day or later.")
@click.option("--until", metavar="DAY", help="Only what was changed on that day or before.")
@click.option("--evidence/--no-evidence", default=None, help="Only claims with any, or with none.")
@click.option("--reminder", metavar="RULE", help="Only claims with that reminder, or with any.")
@click.option("--flag", metavar="|".join(FLAGS), help="Only claims flagged so, or at all.")
@click.option("--type", "kind", metavar="TYPE", help="Only claims of that type.")
@click.option("--limit", default=MANY, metavar="N", help=f"How many to print, {MANY} at first.")
@JSON
@click.pass_obj
def search(
    session: Session, /, words: tuple[str, ...], limit: int, as_json: bool, **given: object
) -> None:
    """Find claims, notes, evidence, sources and articles.

    Whatever is typed is searched; "words in quotation marks" stand so. Half a word is
    enough. What you may not see of colleagues yet is not found.
    """
    if limit < 1:
        raise AnnotatorError(f"{limit} hits cannot be printed: give a number from 1 on.")
    with session.open() as library:
        from annotator.desk.filters import NO_FILTER
        from annotator.desk.searching import hits

        filters = _filters(library, given)
        if not words and filters == NO_FILTER:
            raise AnnotatorError("Nothing is asked for: name a word, or a filter such as --tag.")
        bring_up(library)
        found, more = hits(library, " ".join(words), filters, min(limit, MOST))
    if as_json:
        output.put_json({"hits": [_json(hit) for hit in found]})
    elif found:
        output.put_table(("FOUND", "ARTICLE", "CLAIM", "TEXT"), [_cells(hit) for hit in found])
    if more:
        output.say(f"These are the first {limit:,}: print more with --limit.")
    elif not found:
        output.say("Nothing was found.")


def _filters(library: OpenLibrary, given: Mapping[str, object]) -> Filters:
    from annotator.desk.articles import find_article
    from annotator.desk.filters import Filters
    from annotator.desk.people import analyst_called
    from annotator.domain.reminders import RULES

    standings = {row.word: row.standing for row in STANDINGS}
    types = {kind.value: kind for kind in ClaimType}
    tags, who, article = given["tags"], given["analyst_only"], given["article"]
    assert isinstance(tags, tuple)
    evidence, kind = given["evidence"], _one_of(given["kind"], TYPES, "type of claim")
    return Filters(
        frozenset(standings[_one_of(tag, TAGS, "tag")] for tag in tags),
        analyst_called(library, str(who)).id if who is not None else "",
        find_article(library, str(article)).id if article is not None else None,
        _day(given["since"], "--since"),
        _day(given["until"], "--until"),
        evidence if isinstance(evidence, bool) else None,
        _one_of(given["reminder"], (ANY, *(rule.id for rule in RULES)), "reminder"),
        _one_of(given["flag"], FLAGS, "flag"),
        types.get(kind),
    )


def _one_of(given: object, known: Sequence[str], what: str) -> str:
    if given is None:
        return ""
    if given not in known:
        raise AnnotatorError(f"There is no {what} “{given}”: choose one of {', '.join(known)}.")
    return str(given)


def _day(given: object, option: str) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        raise AnnotatorError(
            f"{given} is no day for {option}: write year, month and day, such as 2026-11-02."
        ) from None


def _json(hit: Hit) -> dict[str, output.Json]:
    """``start`` and ``end`` are where the claim lies in its article; marks are in ``text``."""
    text, marks = _text(hit)
    return {
        "kind": hit.kind.value,
        "article": hit.article,
        "claim": hit.claim,
        "number": hit.number,
        "text": text,
        "start": hit.span.start if hit.span else None,
        "end": hit.span.end if hit.span else None,
        "marks": [list(mark) for mark in marks],
        "title": hit.title or None,
        "item": hit.item or None,
        "analyst": hit.analyst.name if hit.analyst else None,
    }


def _text(hit: Hit) -> tuple[str, Sequence[tuple[int, int]]]:
    """What was found: of evidence its quotation, where the words are in that."""
    in_rest = bool(hit.rest_marks) and not hit.marks
    return (hit.rest, hit.rest_marks) if in_rest else (hit.text, hit.marks)


def _cells(hit: Hit) -> tuple[str, str, str, str]:
    from annotator.domain.findquery import excerpt

    rest = f" “{excerpt(hit.rest, hit.rest_marks, WIDE).text}”" if hit.rest else ""
    text = excerpt(hit.text, hit.marks, WIDE).text
    number = number_label(hit.number) if hit.claim else ""
    said = f" ({hit.claims})" if hit.claims else ""
    return hit.kind.value, (hit.article or "")[:8], number, f"{text}{rest}{said}"


COMMANDS = {"search": search}
