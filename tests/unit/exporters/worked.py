"""The sample article as analysts have left it: the worked examples of the exporters' tests."""

from __future__ import annotations

from annotator.domain.article import ClaimId, PassageKind, Span
from annotator.domain.assessment import Audience
from annotator.domain.edits.layout import AddClaim, MarkBoilerplate, SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetConfirmed, SetNotCheckable, SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.tags import Tag
from unit.exporters.reports import ANNA, BEN, Bench, sample


def untagged() -> Bench:
    return sample()


def by_one() -> Bench:
    """Every standing, notes of every audience, and one tag taken back."""
    made = sample()
    article = made.article
    claims = [made.claim(number) for number in range(48)]

    def of(*numbers: int) -> tuple[ClaimId, ...]:
        return tuple(claims[number] for number in numbers)

    made.does(
        ANNA,
        SetTag(article, of(0, 1, 5, 12), Tag.DISPUTED),
        SetTag(article, of(2, 14, 38, 40, 46), Tag.VERIFIED),
        SetTag(article, of(3, 6, 9, 13, 17), Tag.UNATTRIBUTED),
        SetConfirmed(article, of(4, 5, 7, 8, 10), True),
        SetNotCheckable(article, of(20), "An appeal."),
        SetNote(article, claims[1], "The ministry gave 95 on the day, 84 a day later."),
        SetNote(article, claims[5], "A survey map has 1,300 ft (396 m) from the tomb."),
        SetNote(article, claims[6], "Another count gives 188 injured.", Audience.PUBLIC),
        SetNote(article, claims[44], "Ask the desk for the cable."),
        SetNote(article, claims[45], "SECRET: rings at night.", Audience.ME),
        SetTag(article, of(30), Tag.VERIFIED),
    )
    made.does(ANNA, Undo(made.edits[-1].header.id))
    return made


def by_two() -> Bench:
    """As ``by_one``, and Ben, who differs, overlaps, splits a judged claim and sets text aside."""
    made = by_one()
    article = made.article
    made.does(BEN, SetName(BEN, "Ben"))
    for numbers, tag in (((0, 1, 12), "disputed"), ((2,), "verified"), ((6, 25), "disputed")):
        made.does(BEN, SetTag(article, tuple(map(made.claim, numbers)), Tag(tag)))
    made.does(BEN, SetNote(article, made.claim(25), "Fars and Tasnim differ."))
    made.does(ANNA, SetTag(article, (made.claim(25),), Tag.UNATTRIBUTED))
    start, _ = made.span(34)
    made.does(BEN, AddClaim(article, Span(start + 24, start + 59)))
    made.does(BEN, SetTag(article, (made.claim(35),), Tag.UNATTRIBUTED))
    judged = made.span(39)
    made.does(
        BEN,
        SplitClaim(
            article,
            made.claim(39),
            (Span(judged.start, judged.start + 37), Span(judged.start + 38, judged.end)),
        ),
        MarkBoilerplate(article, made.span(42), PassageKind.BOILERPLATE),
    )
    return made
