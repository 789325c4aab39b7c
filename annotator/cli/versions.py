"""`versions` and `compare`: an article that came in again, with another text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, JSON, command
from annotator.cli.session import Session

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.desk.revising import Compared
    from annotator.domain.article import ArticleId, Span
    from annotator.review.revision import Line


@command("versions", "versions latest")
@ARTICLE
@JSON
@click.pass_obj
def versions(session: Session, article: str, as_json: bool) -> None:
    """List the versions of an article, the oldest first.

    With what waits in each: claims of yours to be checked again, claims that are asked, and
    claims to which `annotator carry` would bring what you hold of an earlier version.
    """
    from annotator.desk import revising
    from annotator.desk.articles import find_article

    with session.open() as library:
        found = revising.versions(library, find_article(library, article).id)
        waits = [_waits(library, one.article) for one in found]
    if as_json:
        rows = [
            {"article": one.article, "title": one.title, "at": _iso(one.imported_at)}
            | {"is_this": one.is_this}
            | wait
            for one, wait in zip(found, waits, strict=True)
        ]
        output.put_json({"versions": rows})
        return
    cells = [
        (one.article[:8], _when(one.imported_at), *map(str, wait.values()), one.title)
        for one, wait in zip(found, waits, strict=True)
    ]
    output.put_table(("ID", "CAME IN", "CARRIED", "AGAIN", "ASKED", "TO CARRY", "TITLE"), cells)
    if len(found) == 1:
        output.say("This article has no other version here.")


def _waits(library: OpenLibrary, article: ArticleId) -> dict[str, int]:
    from annotator.desk.revising import MarkKind, marks, to_carry

    kinds = list(marks(library, article).values())
    return {
        "carried": kinds.count(MarkKind.CARRIED),
        "check_again": kinds.count(MarkKind.AGAIN),
        "asked": kinds.count(MarkKind.ASKED),
        "to_carry": to_carry(library, article),
    }


def _iso(moment: int) -> str:
    from annotator.reporting.times import iso

    return iso(moment)


def _when(moment: int) -> str:
    from annotator.reporting.times import shown

    return shown(moment)


@command("compare", "compare 95bcc0e5 latest")
@click.argument("earlier")
@click.argument("later")
@JSON
@click.pass_obj
def compare(session: Session, earlier: str, later: str, as_json: bool) -> None:
    """Show what differs between two versions of an article.

    Sentence by sentence: words that only EARLIER has stand in [-…-], words that only LATER has
    in {+…+}. What is carried is counted only. The one that came in first is the earlier,
    whichever is named first.
    """
    from annotator.desk import revising
    from annotator.desk.articles import find_article
    from annotator.desk.naming import Numbers

    with session.open() as library:
        ids = [find_article(library, one).id for one in (earlier, later)]
        found = revising.compared(library, *ids)
        before, after = (
            Numbers(library, found.earlier.article),
            Numbers(library, found.later.article),
        )
        lines = [line for line in found.comparison.lines if as_json or line.fate != "carried"]
        rows = [_row(found, line, before.of, after.of) for line in lines]
        new = [_only_there(found, span, after.of) for span in found.comparison.new]
    if as_json:
        output.put_json(_document(found, rows, new))
        return
    output.put(f"{found.earlier.article[:8]} {found.earlier.title}")
    output.put(f"{found.later.article[:8]} {found.later.title}")
    output.put(found.comparison.in_words)
    for row in (*rows, *new):
        output.put()
        for text in _in_text(row):
            output.put(text)


Number = Callable[["Span"], int | None]


def _row(found: Compared, line: Line, before: Number, after: Number) -> dict[str, Any]:
    """One claim of the earlier version: what became of it, and its words."""
    return {
        "fate": line.fate.value,
        "before": _claim(found.earlier_text, line.here, before),
        "after": None if line.there is None else _claim(found.later_text, line.there, after),
        "candidates": [_claim(found.later_text, one, after) for one in line.candidates],
        "weighs": list(line.weighs),
        "words": _words(found, line),
    }


def _only_there(found: Compared, span: Span, after: Number) -> dict[str, Any]:
    there = _claim(found.later_text, span, after)
    words = [["added", there["text"]]]
    return {
        "fate": "new",
        "before": None,
        "after": there,
        "candidates": [],
        "weighs": [],
        "words": words,
    }


def _claim(text: str, span: Span, number: Number) -> dict[str, Any]:
    from annotator.review.quotations import quotation

    return {
        "number": number(span),
        "start": span.start,
        "end": span.end,
        "text": quotation(text, span),
    }


def _words(found: Compared, line: Line) -> list[list[str]]:
    from annotator.review.difference import difference
    from annotator.review.quotations import quotation

    here = quotation(found.earlier_text, line.here)
    if line.there is None:
        return [["dropped" if line.fate == "gone" else "kept", here]]
    return [
        [part.value, text]
        for part, text in difference(here, quotation(found.later_text, line.there))
    ]


def _document(
    found: Compared, rows: list[dict[str, Any]], new: list[dict[str, Any]]
) -> dict[str, Any]:
    counts = found.comparison
    return {
        "earlier": {"article": found.earlier.article, "title": found.earlier.title},
        "later": {"article": found.later.article, "title": found.later.title},
        "in_words": counts.in_words,
        "carried": counts.carried,
        "changed": counts.changed,
        "gone": counts.gone,
        "new": len(counts.new),
        "claims": [*rows, *new],
    }


SAYS = {
    "asked": "the same sentence after another one: is it the same claim?",
    "proposed": "slightly changed: is it the same claim?",
    "again": "check again",
    "several": "it may be any of these",
    "gone": "gone",
    "new": "new",
}
MARKS = {"kept": "{}", "dropped": "[-{}-]", "added": "{{+{}+}}"}


def _in_text(row: dict[str, Any]) -> Iterator[str]:
    """A line that says what became of it, and the words under it, with what changed marked."""
    says = SAYS[row["fate"]]
    if row["weighs"]:
        says += ": " + ", ".join(row["weighs"])
    yield f"{_numbers(row)}  {says}"
    text = "".join(MARKS[part].format(words) for part, words in row["words"])
    yield f"    {text}"
    for one in row["candidates"]:
        yield f"  ? {_label(one)}  {one['text']}"


def _numbers(row: dict[str, Any]) -> str:
    before, after = row["before"], row["after"]
    labels = [_label(one) if one else "·" for one in (before, after)]
    return " → ".join(labels)


def _label(claim: dict[str, Any]) -> str:
    from annotator.domain.snapshot import number_label

    return "–" if claim["number"] is None else number_label(claim["number"])


COMMANDS: dict[str, click.Command] = {"versions": versions, "compare": compare}
