"""How a report was reviewed, as the template draws it: passes, second checks, other copies, agreement."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.exporters.pdf_ink import Block, Pen, Runs, alone, bold, muted, para, separated
from annotator.reporting.review import DrawView, PassView, ReviewView


def review_blocks(review: ReviewView, pen: Pen) -> Iterator[Block]:
    """Everything under the heading."""
    t = pen.t
    if review.passes:
        yield _group(t("Passes"))
        for one in review.passes:
            yield _fact(one.who, _passed(one, pen))
    if review.blind or review.draws:
        yield _group(t("Second check"))
        for who in review.blind:
            asked = t("asked that others tag it before they see colleagues’ tags")
            yield _fact(who, [asked])
        for drawn in review.draws:
            yield _fact(drawn.who, _drawn(drawn, pen))
    if review.revisions:
        yield _group(t("Other copies of the text"))
        for other in review.revisions:
            label = "matched it with the article {id}, {day}"
            said = pen.says(label, id=other.earlier, day=other.when.day)
            yield _fact(other.who, [*said, f": {other.counted}"] if other.counted else said)
    if review.agreement or review.figures:
        yield from _agreement(review, pen)


def _group(name: str) -> Block:
    return {"k": "group", "r": [bold(name)]}


def _fact(who: str, said: Runs) -> Block:
    return {"k": "fact", **para([*([alone(who), " "] if who else []), muted(*said)])}


def _passed(one: PassView, pen: Pen) -> Runs:
    if not one.when:
        return [one.state]
    found = pen.says("submitted {day}", day=one.when.day)
    if not (one.answered and one.by):
        return found
    label = "{state} by {who}, {day}"
    answered = pen.says(label, state=one.state, who=alone(one.by), day=one.answered.day)
    if one.reason:
        answered += [": ", alone(one.reason)]
    return separated([found, answered])


def _drawn(drawn: DrawView, pen: Pen) -> Runs:
    found = pen.counted(
        drawn.count,
        "drew {n} claim at random, {day}, seed {seed}",
        "drew {n} claims at random, {day}, seed {seed}",
        day=drawn.when.day,
        seed=alone(drawn.seed),
    )
    claims: list[Runs] = [[pen.claim(ref)] for ref in drawn.claims]
    if drawn.claims and len(drawn.claims) < drawn.count:
        claims.append([pen.t("and others")])
    return [*found, ": ", *separated(claims, ", ")] if claims else found


def _agreement(review: ReviewView, pen: Pen) -> Iterator[Block]:
    t = pen.t
    yield _group(t("Agreement"))
    if review.agreement:
        yield {"k": "fact", **para([muted(alone(" ".join(review.agreement)))])}
    if review.figures:
        rows: list[list[Runs]] = [
            [[alone(label)], *([one] for one in cells)] for label, *cells in review.figures
        ]
        head = [[t("who")], [t("alike")], ["%"], ["kappa"], ["alpha"], ["AC1"]]
        yield {"k": "table", "head": head, "rows": rows}
