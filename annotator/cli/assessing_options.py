"""The options of `assess`, and the acts that the desk makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotator.cli.session import claim_of, typed
from annotator.domain.assessment import (
    CONFIDENCES,
    Because,
    ClaimType,
    Flag,
    FlagKind,
    Relation,
)
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.assessment_acts import Acts, Stretch
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ClaimId

NONE = "none"
FACTS = {"right": True, "wrong": False, "open": None}
TAKEN = {"yes": True, "no": False, NONE: None}

Given = Mapping[str, Any]
F = TypeVar("F", bound=Callable[..., Any])


def choice(words: type[StrEnum]) -> click.Choice[str]:
    """One of these words, or none of them."""
    return click.Choice([*(word.value for word in words), NONE])


_OPTIONS = (
    click.option(
        "--confidence",
        type=click.Choice([*map(str, CONFIDENCES), NONE]),
        help="How sure you are: 1 not very, 2 fairly, 3 very.",
    ),
    click.option("--because", type=choice(Because), help="Why it is disputed."),
    click.option(
        "--by",
        metavar=f"EVIDENCE|CLAIM|{NONE}",
        help="What speaks against it: evidence that serves it, or another claim.",
    ),
    click.option("--wording", metavar="TEXT", help="What it should say instead; - reads it."),
    click.option("--taken", type=click.Choice(list(TAKEN)), help="Whether the author took it."),
    click.option("--type", "kind", type=choice(ClaimType), help="What kind of claim it is."),
    click.option(
        "--relates",
        nargs=2,
        multiple=True,
        type=(choice(Relation), str),
        metavar="HOW CLAIM",
        help=f"How it is related to another claim: {', '.join(Relation)} or {NONE}; repeatable.",
    ),
    click.option(
        "--flag",
        metavar=f"{'|'.join(FlagKind)}[:TEXT]|{NONE}",
        help="What is still to be done about it.",
    ),
    click.option("--day", metavar=f"DAY|{NONE}", help="Until when, for the flag."),
    click.option(
        "--fact",
        "facts",
        multiple=True,
        metavar="TEXT=" + "|".join(FACTS),
        help="A number, a date, a name or a quotation in it was found right; repeatable.",
    ),
)


def options(function: F) -> F:
    """All of them, in the order of the help."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def acts(library: OpenLibrary, of: Stretch, given: Given) -> Iterator[Acts]:
    """What the options that are given ask for, one after the other; every value is checked."""
    from annotator.desk import assessment_acts as desk

    claims = [of.claim]
    if "confidence" in given:
        sure = given["confidence"]
        yield desk.confidence(library, of.article, claims, 0 if sure == NONE else int(sure))
    if "because" in given or "by" in given:
        yield _because(library, of, given)
    if "wording" in given or "taken" in given:
        yield _wording(library, of, given)
    if "kind" in given:
        kind = None if given["kind"] == NONE else ClaimType(given["kind"])
        yield desk.claim_type(library, of.article, claims, kind)
    for other, how in _related(library, of, given.get("relates", ())).items():
        yield desk.relation(library, of.article, of.claim, other, how)
    if "flag" in given or "day" in given:
        yield desk.flag(library, of.article, claims, _flag(library, of, given))
    if "facts" in given:
        yield _facts(library, of, given["facts"])


def _because(library: OpenLibrary, of: Stretch, given: Given) -> Acts:
    from annotator.desk import assessment_acts as desk

    held = desk.held_of(library, [of.claim])[of.claim]
    word, by = given.get("because"), given.get("by")
    because = held.because if word is None else None if word == NONE else Because(word)
    against = "" if by == NONE else by
    if against:
        against = _speaker(library, of, against)
    return desk.because(library, of.article, [of.claim], because, against)


def _speaker(library: OpenLibrary, of: Stretch, wanted: str) -> str:
    """The id of the evidence or the claim that is named: a number is a claim's."""
    from annotator.desk.assessment_acts import serving
    from annotator.domain.article import claim_id

    items = serving(library, of.claim, wanted)
    if len(items) > 1:
        raise AnnotatorError(f"“{wanted}” begins several pieces of evidence: write more of the id.")
    try:
        return claim_id(of.article, claim_of(library, of.article, wanted))
    except AnnotatorError as error:
        if items:
            return items[0]
        raise AnnotatorError(
            f"“{wanted}” is neither evidence that serves this claim nor a claim: "
            "name an id of `annotator evidence list`, or a claim's number."
        ) from error


def _wording(library: OpenLibrary, of: Stretch, given: Given) -> Acts:
    from annotator.desk import assessment_acts as desk

    taken = TAKEN.get(given.get("taken", NONE))
    if "wording" not in given:
        return desk.taken(library, of.article, of.claim, taken)
    text = typed(given["wording"], "wording").strip()
    if text in ("", NONE):
        if taken is not None:
            raise AnnotatorError(
                "No wording is proposed that could be taken: write it after --wording."
            )
        text = ""
    return desk.wording(library, of.article, of.claim, text, taken)


def _related(
    library: OpenLibrary, of: Stretch, given: Sequence[tuple[str, str]]
) -> dict[ClaimId, Relation | None]:
    """Claim → how it is related; what is said last of a claim stands."""
    from annotator.domain.article import claim_id

    return {
        claim_id(of.article, claim_of(library, of.article, other)): (
            None if how == NONE else Relation(how)
        )
        for how, other in given
    }


def _flag(library: OpenLibrary, of: Stretch, given: Given) -> Flag | None:
    """The flag that is asked for; what is not said of one that is there stays."""
    from annotator.desk.assessment_acts import held_of

    held = held_of(library, [of.claim])[of.claim].flag
    flag = held
    if "flag" in given:
        kind, _, text = given["flag"].partition(":")
        if kind not in (*FlagKind, NONE):
            raise AnnotatorError(
                f"There is no flag “{kind}”: choose {', '.join(FlagKind)} or {NONE}."
            )
        flag = None if kind == NONE else Flag(FlagKind(kind), text, held.day if held else "")
    if "day" not in given:
        return flag
    if flag is None:
        raise AnnotatorError("A day belongs to a flag, and there is none: add --flag.")
    return Flag(flag.kind, flag.text, "" if given["day"] == NONE else given["day"])


def _facts(library: OpenLibrary, of: Stretch, given: Sequence[str]) -> Acts:
    from annotator.desk import assessment_acts as desk
    from annotator.desk.assessing import fact_at

    ticked = {}
    for one in given:
        text, equals, word = one.rpartition("=")
        if not equals or word not in FACTS:
            raise AnnotatorError(
                f"“{one}” does not say what the fact is: write the words of the claim, "
                f"then ={', ='.join(FACTS)}."
            )
        ticked[fact_at(library, of, text)] = FACTS[word]
    return desk.facts(library, of.article, of.claim, ticked)
