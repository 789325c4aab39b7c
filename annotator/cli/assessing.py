"""`assess`: what is said of a claim beside its tag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotator.cli import assessing_json, output
from annotator.cli.assessing_options import acts, options
from annotator.cli.command import ARTICLE, CLAIM, JSON, command
from annotator.cli.session import Session, claim_of
from annotator.domain.tags import ROW

if TYPE_CHECKING:
    from annotator.desk.assessment_acts import Stretch
    from annotator.desk.library import OpenLibrary
    from annotator.domain.assessment import Assessment, Wording


@command("assess", "assess latest 5 --confidence 2 --because contradicted --by 4")
@ARTICLE
@CLAIM
@options
@JSON
@click.pass_obj
def assess(session: Session, /, article: str, claim: str, as_json: bool, **values: Any) -> None:
    """Say why a claim is disputed, how sure you are, and more.

    Without an option it prints what you hold; none takes back what an option gives. Several
    options are saved together. A new flag keeps the day of the one before.
    """
    from annotator.desk.assessing import save, words_of
    from annotator.desk.assessment_acts import held_of
    from annotator.desk.naming import claims_in_words

    given = {name: value for name, value in values.items() if value not in (None, ())}
    with session.open() as library:
        of = stretch_of(library, article, claim)
        saved = save(library, *(act for made in acts(library, of, given) for act in made))
        words = claims_in_words(library, of.article, [of.span])
        held = held_of(library, [of.claim])[of.claim]
        rows = _rows(library, of, held)
        value = assessing_json.assessment(held, of.span, words_of(library, of))
    if as_json:
        tag = held.tag.value if held.tag else None
        output.put_json({"article": of.article, "claim": of.claim, "tag": tag, **value})
    elif not given and rows:
        output.put_table(("WHAT", "HELD"), rows)
    if given:
        done = "is saved" if saved else "was so already: nothing was saved"
        output.say(f"What you say of {words} {done}.")
    elif not rows:
        output.say(f"You hold nothing of {words} yet.")


def stretch_of(library: OpenLibrary, article: str, claim: str) -> Stretch:
    """The claim that is meant, of the article that is meant. Raises AnnotatorError."""
    from annotator.desk.articles import find_article
    from annotator.desk.assessment_acts import Stretch
    from annotator.domain.article import claim_id

    found = find_article(library, article).id
    span = claim_of(library, found, claim)
    return Stretch(found, claim_id(found, span), span)


def _rows(library: OpenLibrary, of: Stretch, held: Assessment) -> list[tuple[str, str]]:
    """What is held, as people read it; what is empty is left out."""
    from annotator.desk.assessing import words_of
    from annotator.desk.naming import names_of
    from annotator.domain import record_words as words

    names = names_of(library, [held.against, *(claim for _, claim in held.relations)])
    text = words_of(library, of)
    rows = [
        ("tag", ROW[held.standing].label.lower()),
        ("because", words.dashless(held.because.value) if held.because else ""),
        ("by", names.get(held.against, "")),
        ("why", held.why),
        ("confidence", words.SURE.get(held.confidence, "")),
        ("type", held.type.value if held.type else ""),
        ("flag", words.flag_words(held.flag)),
        ("wording", held.wording.text if held.wording else ""),
        ("taken", _taken(held.wording)),
    ]
    rows += [
        ("fact", f"{text[at.start - of.span.start : at.end - of.span.start]}: {_right(right)}")
        for at, right in held.facts
    ]
    rows += [
        ("relation", f"{words.RELATED[how]} {names.get(claim, 'another claim')}")
        for how, claim in held.relations
    ]
    found = [row for row in rows if row[1]]
    return [] if found == [("tag", "untagged")] else found


def _taken(wording: Wording | None) -> str:
    if wording is None or wording.taken is None:
        return ""
    return "yes" if wording.taken else "no"


def _right(right: bool) -> str:
    return "right" if right else "wrong"


COMMANDS = {"assess": assess}
