"""`decide`: settling claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, JSON, command
from annotator.cli.session import Session, claim_of
from annotator.cli.tagging import CLEAR, WORDS
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import claim_name
from annotator.domain.tags import ROW, Standing
from annotator.domain.wording import listed, raised

if TYPE_CHECKING:
    from annotator.desk.deciding import Decided, Verdict
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId
    from annotator.domain.assessment import Analyst

_OUTCOME = {ROW[standing].word: standing for standing in Standing if standing in ROW}


@command("decide", "decide latest 5 disputed --reason 'The survey map differs.'")
@ARTICLE
@click.argument("words", nargs=-1, metavar="[CLAIM… TAG]")
@click.option("--reason", metavar="TEXT", help="Why; it goes into the report.")
@click.option("--unanimous", is_flag=True, help="All that two or more judged alike, instead.")
@click.option("--force", is_flag=True, help="Settle the unanimous ones; else they are counted.")
@JSON
@click.pass_obj
def decide(
    session: Session,
    article: str,
    words: tuple[str, ...],
    reason: str | None,
    unanimous: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Settle claims, or take your decisions back.

    TAG is a word of `annotator tag`; clear takes your decision back and leaves the claim open.
    It prints whom it overrules. Deciding on a claim is looking at what colleagues say of it,
    and the history says so. While you check an article blind nothing can be settled: submit
    your pass first.
    """
    claims, tag = _claims_and_tag(words, unanimous)
    from annotator.desk import deciding
    from annotator.desk.articles import find_article

    with session.open() as library:
        of = find_article(library, article).id
        if unanimous:
            done = _unanimous(library, of, reason or "", force)
        else:
            spans = [claim_of(library, of, wanted) for wanted in claims]
            if tag == CLEAR:
                done = deciding.take_back(library, of, spans)
            else:
                done = deciding.decide(library, of, spans, _OUTCOME[tag], reason)
    if as_json:
        output.put_json(_decided_json(done))
    _say_decided(done, tag, as_json)


def _claims_and_tag(words: tuple[str, ...], unanimous: bool) -> tuple[tuple[str, ...], str]:
    """The claims and the tag that were named. Raises AnnotatorError."""
    if unanimous:
        if words:
            raise AnnotatorError(
                "--unanimous settles each claim as all who judged it did: name no claim and no tag."
            )
        return (), ""
    if len(words) < 2:
        raise AnnotatorError(
            "Name a claim and what it is settled as: `annotator decide ARTICLE CLAIM TAG`."
        )
    if words[-1] not in WORDS:
        raise AnnotatorError(f"There is no tag “{words[-1]}”: choose one of {', '.join(WORDS)}.")
    return words[:-1], words[-1]


def _unanimous(library: OpenLibrary, article: ArticleId, reason: str, force: bool) -> Decided:
    """Settles what all agree on, or says how many those are. Raises AnnotatorError then."""
    from annotator.desk import deciding

    if force:
        return deciding.accept_unanimous(library, article, reason)
    counted = deciding.unanimous(library, article)
    if not counted:
        return deciding.Decided(None)
    count = sum(counted.values())
    each = ", ".join(f"{counted[s]} {ROW[s].label.lower()}" for s in sorted(counted))
    what = "claim is judged alike by all who judged it, two or more, and is"
    if count > 1:
        what = "claims are judged alike by all who judged them, two or more, and are"
    raise AnnotatorError(f"{count} {what} not settled yet ({each}): add --force to settle so.")


def _say_decided(done: Decided, tag: str, as_json: bool) -> None:
    if done.applied is None:
        output.say(_nothing(tag))
        return
    if not as_json:
        for verdict in done.verdicts:
            if verdict.overruled:
                output.put(f"{raised(_name(verdict))} overrules {_who(verdict.overruled)}.")
    output.say(_settled(done.verdicts))
    for sentence in _reminders(done.verdicts):
        output.say(sentence)
    if any(verdict.outcome is not None and not verdict.reason for verdict in done.verdicts):
        output.say("No reason was given; --reason TEXT adds one, and the report prints it.")


def _nothing(tag: str) -> str:
    if tag == CLEAR:
        return "You had decided nothing there: nothing was saved."
    return "That was settled so already: nothing was saved."


def _settled(verdicts: Sequence[Verdict]) -> str:
    """What was done, in one sentence."""
    outcomes = {verdict.outcome for verdict in verdicts}
    names = _names(verdicts)
    is_ = "is" if len(verdicts) == 1 else "are"
    if outcomes == {None}:
        return f"Your decision on {names} is taken back."
    if len(outcomes) > 1:
        return f"{raised(names)} {is_} settled, each as it was judged."
    (outcome,) = outcomes
    assert outcome is not None, "it was looked at above"
    return f"{raised(names)} {is_} settled: {ROW[outcome].label.lower()}."


def _reminders(verdicts: Sequence[Verdict]) -> Iterable[str]:
    """What the reviewer should know: no block."""
    party = [verdict for verdict in verdicts if verdict.party and verdict.outcome is not None]
    if party:
        yield f"You held one of the tags of {_names(party)} yourself; the report says so."
    looked = [verdict for verdict in verdicts if verdict.looked]
    if looked:
        yield (
            f"You had not looked at what colleagues say of {_names(looked)}: "
            "now you have, and the history says so."
        )
    for verdict in verdicts:
        if verdict.before is not None and verdict.outcome is not None:
            who, outcome = verdict.before
            said = f"{who.name} had settled {_name(verdict)} as {ROW[outcome].label.lower()}"
            yield f"{said}; that stands beside yours."


def _names(verdicts: Sequence[Verdict]) -> str:
    """Such as "claim 5", "claims 5, 6 and 7" or "12 claims"."""
    if len(verdicts) > 3:
        return f"{len(verdicts)} claims"
    names = [_name(verdict) for verdict in verdicts]
    numbers = [name.removeprefix("claim ") for name in names]
    if len(names) > 1 and all(number.isdigit() for number in numbers):
        return f"claims {listed(numbers)}"
    return " and ".join(names)


def _name(verdict: Verdict) -> str:
    return claim_name(verdict.number)


def _who(held: Sequence[tuple[Analyst, Standing]]) -> str:
    """Such as "Ada (verified) and Ben (unattributed)"."""
    said = [f"{one.name} ({ROW[standing].label.lower()})" for one, standing in held]
    return listed(said)


def _decided_json(done: Decided) -> output.Json:
    return {
        "edit": None if done.applied is None else done.applied.edits[-1].header.id,
        "decided": [
            {
                "id": verdict.claim,
                "number": verdict.number,
                "tag": None if verdict.outcome is None else ROW[verdict.outcome].word,
                "over": _held_json(verdict.held),
                "overruled": _held_json(verdict.overruled),
                "party": verdict.party,
                "looked": verdict.looked,
            }
            for verdict in done.verdicts
        ],
    }


def _held_json(held: Iterable[tuple[Analyst, Standing]]) -> output.Json:
    return [
        {"analyst": one.name, "analyst_id": one.id, "tag": ROW[standing].word}
        for one, standing in held
    ]


COMMANDS = {"decide": decide}
