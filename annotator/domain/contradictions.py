"""Which claims of an article contradict each other, as one analyst has it."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.domain.article import ClaimId
from annotator.domain.assessment import EMPTY, Assessment, Because, Relation

SETTLED = (Because.CONTRADICTED, Because.OUTDATED, Because.OUT_OF_CONTEXT)
"""A claim that is disputed so was found to be the one that does not hold."""


def contradictions(held: Mapping[ClaimId, Assessment]) -> dict[ClaimId, tuple[ClaimId, ...]]:
    """Claim → the claims that contradict it and were not found to be wrong themselves.

    *Contradicts* counts both ways, whichever of the two it was said of. A claim that is
    disputed as *conflicting* with another contradicts that one.
    """
    found: dict[ClaimId, set[ClaimId]] = {}
    for claim, one in held.items():
        for relation, other in one.relations:
            if relation is Relation.CONTRADICTS:
                found.setdefault(claim, set()).add(other)
                found.setdefault(other, set()).add(claim)
        if one.because is Because.CONFLICTING and one.against:
            found.setdefault(ClaimId(one.against), set()).add(claim)
    open_ = {
        claim: tuple(
            sorted(other for other in others if held.get(other, EMPTY).because not in SETTLED)
        )
        for claim, others in found.items()
    }
    return {claim: others for claim, others in open_.items() if others}
