"""`attribute`: who the article says a claim comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from annotator.cli import assessing_json, output
from annotator.cli.assessing import stretch_of
from annotator.cli.assessing_options import NONE, choice
from annotator.cli.command import ARTICLE, CLAIM, JSON, command
from annotator.cli.session import Session, claim_of
from annotator.domain.attribution import Mode, Quoted, SourceKind
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.assessment_acts import Stretch
    from annotator.desk.attributing import AttributionGiven
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ClaimId
    from annotator.domain.attribution import Attribution


@command("attribute", "attribute latest 5 --source ISNA --cue reported --kind organisation")
@ARTICLE
@CLAIM
@click.option("--source", metavar="TEXT", help="Who is named: “ISNA”, “the ministry”.")
@click.option("--cue", metavar="TEXT", help="The words that attribute: “reported”.")
@click.option("--content", metavar="TEXT", help="What is attributed, where it is not all of it.")
@click.option("--kind", type=choice(SourceKind), help="What kind of source it is.")
@click.option("--mode", type=choice(Mode), help="Word for word, in other words, or both.")
@click.option(
    "--via", multiple=True, metavar="TEXT", help="According to whom, nearest first; repeatable."
)
@click.option(
    "--named-in", metavar=f"CLAIM|{NONE}", help="The claim that names it, if this one does not."
)
@click.option(
    "--confirmed/--not-confirmed",
    default=None,
    help="You checked that the source said so: the claim is on its source.",
)
@click.option("--edit", metavar="ID", help="Change this one: only what is given.")
@click.option("--remove", metavar="ID", help="Take this one away.")
@JSON
@click.pass_obj
def attribute(session: Session, /, article: str, claim: str, as_json: bool, **values: Any) -> None:
    """Say who the article says a claim comes from.

    A claim may have several. Words that stand in the claim are found there. Without an option
    it prints what you hold; none, or an empty text, takes back what an option gives. An ID
    may be cut to its first characters.
    """
    given = {name: value for name, value in values.items() if value not in (None, ())}
    with session.open() as library:
        of = stretch_of(library, article, claim)
        if not given:
            _put_all(library, of, as_json)
        elif "remove" in given:
            _remove(library, of, given, as_json)
        else:
            _write(library, of, given, as_json)


def _write(library: OpenLibrary, of: Stretch, given: Mapping[str, Any], as_json: bool) -> None:
    from annotator.desk.attributing import attribute as write
    from annotator.desk.attributing import called_by
    from annotator.desk.desk import Desk
    from annotator.desk.naming import claims_in_words

    key = called_by(library, of.claim, given["edit"]).id if "edit" in given else None
    made, saved = write(
        library,
        Desk(library).open(of.article),
        of.claim,
        _asked(library, of, given),
        attribution=key,
        confirmed=given.get("confirmed"),
    )
    words = claims_in_words(library, of.article, [of.span])
    if as_json:
        output.put_json(next(one for one in _json(library, of) if one["id"] == made))
    else:
        output.put(made)
    done = "is saved" if saved else "was there already: nothing was saved"
    output.say(f"The attribution of {words} {done}.")


def _remove(library: OpenLibrary, of: Stretch, given: Mapping[str, Any], as_json: bool) -> None:
    from annotator.desk.attributing import called_by, unattribute
    from annotator.desk.naming import claims_in_words

    if len(given) > 1:
        raise AnnotatorError("--remove takes the attribution away: leave the other options out.")
    key = called_by(library, of.claim, given["remove"]).id
    unattribute(library, of.article, key)
    if as_json:
        output.put_json({"removed": key})
    words = claims_in_words(library, of.article, [of.span])
    output.say(f"The attribution of {words} is taken away.")


def _asked(library: OpenLibrary, of: Stretch, given: Mapping[str, Any]) -> AttributionGiven:
    from annotator.desk.attributing import AttributionGiven

    quoted = {
        name: Quoted(given[name]) if name in given else None
        for name in ("source", "cue", "content")
    }
    kind, mode = given.get("kind"), given.get("mode")
    return AttributionGiven(
        **quoted,
        kind="" if kind == NONE else kind and SourceKind(kind),
        mode="" if mode == NONE else mode and Mode(mode),
        via=_via(given.get("via")),
        named_in=_named_in(library, of, given.get("named_in")),
    )


def _via(given: Sequence[str] | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    return tuple(one for one in given if one != NONE)


def _named_in(library: OpenLibrary, of: Stretch, wanted: str | None) -> ClaimId | None:
    from annotator.domain.article import ClaimId, claim_id

    if wanted is None:
        return None
    if wanted in ("", NONE):
        return ClaimId("")
    return claim_id(of.article, claim_of(library, of.article, wanted))


def _put_all(library: OpenLibrary, of: Stretch, as_json: bool) -> None:
    from annotator.desk.attributing import mine
    from annotator.desk.naming import claims_in_words

    held = mine(library, of.claim)
    if as_json:
        output.put_json({"attribution": _json(library, of)})
    elif held:
        output.put_table(("ID", "SOURCE", "SAID"), [_cells(library, one) for one in held])
    else:
        words = claims_in_words(library, of.article, [of.span])
        output.say(f"You attribute {words} to nobody yet.")


def _json(library: OpenLibrary, of: Stretch) -> list[output.Json]:
    from annotator.desk.assessment_acts import held_of
    from annotator.desk.attributing import mine

    confirmed = held_of(library, [of.claim])[of.claim].confirmed
    return [assessing_json.attribution(one, confirmed) for one in mine(library, of.claim)]


def _cells(library: OpenLibrary, one: Attribution) -> tuple[str, str, str]:
    """Its id, whom it names, and whatever else is said, on one line."""
    from annotator.desk.naming import names_of

    named = names_of(library, [one.named_in or ""])
    said = [
        *(word.value for word in (one.kind, one.mode) if word),
        *(f"“{quoted.text}”" for quoted in (one.cue, one.content) if quoted.text),
        *(f"according to {via}" for via in one.via),
        *(f"named in {name}" for name in named.values()),
    ]
    return one.id[:8], one.source.text, ", ".join(said)


COMMANDS = {"attribute": attribute}
