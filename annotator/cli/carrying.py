"""`carry`: what one holds of an earlier version of an article, brought to this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, JSON, command
from annotator.cli.session import Session, claim_of
from annotator.domain.edits.writes import Own
from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import amount

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.desk.revising import Tied
    from annotator.domain.article import ArticleId, Span
    from annotator.review.revision import Line
    from annotator.store.write import Applied


@command("carry", "carry latest 3 8=9")
@ARTICLE
@click.argument("claims", nargs=-1, metavar="[CLAIM[=EARLIER]…]")
@click.option("--from", "earlier", metavar="ARTICLE", help="The earlier version.")
@JSON
@click.pass_obj
def carry(
    session: Session, article: str, claims: tuple[str, ...], earlier: str | None, as_json: bool
) -> None:
    """Bring what you hold of the earlier version to this one.

    Without CLAIM: to all that is the same. With CLAIMs: you say that these, which were asked or
    proposed, are the same; 8=9 says that claim 8 is claim 9 of the earlier version. With --from two
    articles that are here become versions of each other. It can be undone.
    """
    from annotator.desk import revising
    from annotator.desk.articles import find_article

    with session.open() as library:
        of = find_article(library, article).id
        before = None if earlier is None else find_article(library, earlier).id
        if claims:
            before = before or _earlier(library, of)
            pairs = _pairs(library, before, of, claims)
            applied = revising.confirm(library, of, before, pairs)
            said, count = _confirmed(len(pairs)), _came_along(applied)
            nothing = applied is None
        elif before is not None:
            tied = revising.tie(library, before, of)
            said, count, nothing = _tied(tied), tied.carried, False
        else:
            applied = revising.carry(library, of)
            count, nothing = _came_along(applied), applied is None
            said = f"What you hold came along to {amount(count, 'claim')}."
    if as_json:
        output.put_json({"carried": count})
    output.say("There is nothing to carry: nothing was saved." if nothing else said)


def _came_along(applied: Applied | None) -> int:
    """To how many claims something came."""
    edits = () if applied is None else applied.edits
    writes = (write for edit in edits for part in edit.parts for write in part.writes)
    return len({one.id for one in writes if isinstance(one, Own) and one.about == "claim"})


def _confirmed(count: int) -> str:
    are = "is" if count == 1 else "are"
    claims = amount(count, "claim")
    return f"{claims} {are} the same as in the earlier version, and what you hold came along."


def _tied(tied: Tied) -> str:
    along = f"What you hold came along to {amount(tied.carried, 'claim')}."
    return f"{tied.comparison.in_words} {along if tied.carried else 'There was nothing to carry.'}"


def _earlier(library: OpenLibrary, article: ArticleId) -> ArticleId:
    """The version before this one. Raises AnnotatorError where there is none, or several may be."""
    from annotator.desk.revising import versions

    found = versions(library, article)
    place = next(index for index, one in enumerate(found) if one.is_this)
    if not place:
        raise AnnotatorError(
            "This article has no earlier version here: name one with --from ARTICLE."
        )
    return found[place - 1].article


def _pairs(
    library: OpenLibrary, earlier: ArticleId, article: ArticleId, claims: tuple[str, ...]
) -> frozenset[tuple[Span, Span]]:
    """Which claim of the earlier version each is. Raises AnnotatorError where that is not certain."""
    from annotator.desk.revising import compared

    found = compared(library, earlier, article)
    if found.later.article != article:
        raise AnnotatorError(
            f"“{found.later.title}” is the later of the two: name it first, and this one with --from."
        )
    lines = found.comparison.lines
    return frozenset(_pair(library, lines, earlier, article, one) for one in claims)


def _pair(
    library: OpenLibrary,
    lines: tuple[Line, ...],
    earlier: ArticleId,
    article: ArticleId,
    wanted: str,
) -> tuple[Span, Span]:
    here, _, there = wanted.partition("=")
    span = claim_of(library, article, here)
    if there:
        return claim_of(library, earlier, there), span
    found = [line.here for line in lines if span in line.places]
    if len(found) == 1:
        return found[0], span
    if found:
        raise AnnotatorError(
            f"Claim {here} may be any of {len(found)} claims of the earlier version: say which, as in {here}=9."
        )
    raise AnnotatorError(
        f"Claim {here} is no claim of the earlier version: see what differs with `annotator compare`."
    )


COMMANDS: dict[str, click.Command] = {"carry": carry}
