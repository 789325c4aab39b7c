"""`note`: what an analyst writes about a claim."""

from __future__ import annotations

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, CLAIM, command
from annotator.cli.session import Session, claim_of, typed
from annotator.domain.assessment import Audience


@command("note", "note latest 5 'Rudaw, 3 January: 95 killed.'")
@ARTICLE
@CLAIM
@click.argument("text")
@click.option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    help="Who may read it: me, the desk (as at first), or the public.",
)
@click.pass_obj
def note(session: Session, article: str, claim: str, text: str, audience: str | None) -> None:
    """Write the note of a claim.

    As TEXT, - reads it from standard input, and an empty one takes the note away.
    """
    from annotator.desk.articles import find_article
    from annotator.desk.naming import claims_in_words
    from annotator.desk.notes import write_note
    from annotator.domain.article import claim_id

    said = typed(text, "note")
    wanted = None if audience is None else Audience(audience)
    with session.open() as library:
        of = find_article(library, article).id
        span = claim_of(library, of, claim)
        applied = write_note(library, of, claim_id(of, span), said, audience=wanted)
        words = claims_in_words(library, of, (span,))
    if applied is None:
        output.say(f"The note of {words} was so already: nothing was saved.")
    else:
        done = "saved" if said.strip() else "taken away"
        output.say(f"The note of {words} is {done}.")


COMMANDS = {"note": note}
