"""What `export` says on standard error: before it writes a public copy, and while it writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.cli import output
from annotator.cli.progressing import progress_line
from annotator.domain.edition import MEANING, Withheld
from annotator.domain.formats import Exporter
from annotator.domain.snapshot import claim_name
from annotator.domain.wording import amount, first_words, raised

if TYPE_CHECKING:
    from annotator.desk.exporting import Progress
    from annotator.desk.library import OpenLibrary
    from annotator.desk.withholding import HeldBack
    from annotator.domain.article import ArticleId
    from annotator.domain.edition import Edition


def veiled(
    library: OpenLibrary, articles: Sequence[ArticleId], row: Exporter, edition: Edition
) -> None:
    """Whether colleagues' work is left out, or is in it though the acting person checks blind."""
    from annotator.desk.export_reports import is_blind, is_veiled

    count = sum(is_veiled(library, article, row.name, edition) for article in articles)
    if count:
        what = "a blind check" if count == 1 else f"blind checks ({count} of {len(articles)})"
        output.say(f"This is {what}: colleagues' work is left out until you submit your pass.")
    elif any(is_blind(library, article) for article in articles):
        output.say(
            "It holds colleagues' work, which you have not seen yet: hand it on without reading it."
        )


def withheld(library: OpenLibrary, articles: Sequence[ArticleId], edition: Edition) -> None:
    """The verified claims that fall short of their rule, and a line for each kind there is anything of.

    What was cleared is said, too: a preset that clears was perhaps kept long ago, by somebody else.
    """
    from annotator.desk.withholding import held_back

    found = [held_back(library, article, edition) for article in articles]
    for one in found:
        _short(one, many=len(found) > 1, cleared=Withheld.SHORT in edition.cleared)
    for kind in Withheld:
        if kind is Withheld.SHORT:
            continue
        waiting = [of for one in found for of in one.waiting if of.kind is kind]
        if count := sum(of.count for of in waiting):
            cleared = kind in edition.cleared
            how = "Cleared, and in it" if cleared else "Left out"
            hint = "" if cleared else f"; --clear {kind}"
            output.say(f"{how}: {MEANING[kind]} ({count:,}{hint})")


def _short(one: HeldBack, *, many: bool, cleared: bool) -> None:
    if not one.short:
        return
    of = f" of “{one.title}”" if many else ""
    claims = amount(len(one.short), "verified claim")
    falls = "falls short of its" if len(one.short) == 1 else "fall short of their"
    printed = "printed as verified" if cleared else "printed as not settled (--clear short)"
    output.say(f"{raised(claims)}{of} {falls} rule, and {_is(one)} {printed}:")
    for claim in one.short:
        output.say(f"  {claim_name(claim.number)} “{first_words(claim.text)}”: {claim.why}")


def _is(one: HeldBack) -> str:
    return "is" if len(one.short) == 1 else "are"


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A line that follows the work, on a terminal only; it is gone at the end."""
    with progress_line() as draw:
        yield None if draw is None else lambda done, steps, now: draw(f"{now} ({done} of {steps})")
