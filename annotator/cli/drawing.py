"""`draw`: claims at random, for a second check on a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import JSON, command
from annotator.cli.session import Session
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import number_label

if TYPE_CHECKING:
    from annotator.desk.drawing import DrawnClaim, Sample
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId


@command("draw", "draw latest 12 --seed 2026")
@click.argument("words", nargs=-1, metavar="[ARTICLE] N")
@click.option("--seed", metavar="TEXT", help="What the draw follows from; else one is made up.")
@click.option("--all", "every", is_flag=True, help="Draw over all articles that are not settled.")
@JSON
@click.pass_obj
def draw(
    session: Session, words: tuple[str, ...], seed: str | None, every: bool, as_json: bool
) -> None:
    """Draw N claims at random, for a second check.

    The same articles and the same seed give the same claims on every machine. The draw is kept: colleagues see
    which claims were drawn, and agreement can be measured on them.
    """
    wanted, n = _article_and_count(words, every)
    from annotator.desk import drawing

    with session.open() as library:
        articles = _articles(library, wanted)
        sample = drawing.draw(library, articles, n, seed)
        claims = drawing.listed(library, sample)
    if as_json:
        output.put_json(_json(sample, n, claims))
    elif every:
        rows = [(one.article[:8], number_label(one.number), one.text) for one in claims]
        output.put_table(("ARTICLE", "CLAIM", "TEXT"), rows)
    else:
        output.put_table(("CLAIM", "TEXT"), [(number_label(c.number), c.text) for c in claims])
    many = "1 claim is" if sample.count == 1 else f"{sample.count:,} claims are"
    output.say(f"{many} drawn with the seed {sample.seed}.")


def _article_and_count(words: tuple[str, ...], every: bool) -> tuple[str | None, int]:
    """The article that was named, none with --all, and how many to draw. Raises AnnotatorError."""
    if len(words) != (1 if every else 2):
        raise AnnotatorError(
            "Name the article and how many claims to draw: `annotator draw ARTICLE N`, "
            "or `annotator draw --all N`."
        )
    from annotator.desk.drawing import how_many

    return (None if every else words[0]), how_many(words[-1])


def _articles(library: OpenLibrary, wanted: str | None) -> tuple[ArticleId, ...]:
    from annotator.desk.articles import find_article
    from annotator.desk.drawing import of_library

    return of_library(library) if wanted is None else (find_article(library, wanted).id,)


def _json(sample: Sample, n: int, claims: tuple[DrawnClaim, ...]) -> output.Json:
    return {
        "edit": sample.applied.edits[-1].header.id,
        "n": n,
        "seed": sample.seed,
        "claims": [
            {
                "article": one.article,
                "id": one.id,
                "number": one.number,
                "start": one.span.start,
                "end": one.span.end,
                "text": one.text,
            }
            for one in claims
        ],
    }


COMMANDS = {"draw": draw}
