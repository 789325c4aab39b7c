"""What somebody recorded of a claim, in the few lines that a card of Review has room for."""

from __future__ import annotations

from annotator.desk.naming import first_words
from annotator.domain.address import short_address
from annotator.domain.assessment import Assessment
from annotator.domain.attribution import called, source_of
from annotator.domain.evidence import Linked, Stance
from annotator.domain.record import Record
from annotator.domain.reminders import NOTHING_AROUND, Around, reminders
from annotator.domain.tags import Standing
from annotator.ui.claim.because import WORDS as REASONS
from annotator.ui.claim.sure import WORDS as SURE
from annotator.ui.review.view import EvidenceLine, RecordLines

_PIECES = 3
"""So many pieces of evidence stand on a card: those that speak for or against first."""
_NAME = 60
_OWN_SOURCE = "own-source"
_ORDER = (Stance.CONTRADICTS, Stance.SUPPORTS, Stance.CONTEXT)


def record_lines(held: Assessment, record: Record, around: Around = NOTHING_AROUND) -> RecordLines:
    """The evidence, who says it, and whether the evidence is that very source."""
    pieces = sorted(record.evidence, key=lambda one: _ORDER.index(one.link.stance))
    own = [one for one in reminders(held, record, around) if one.rule == _OWN_SOURCE]
    said = (source_of(one, around.first) for one in record.attributions)
    names = [first_words(called(name, around.sources), _NAME) for name in said]
    return RecordLines(
        tuple(map(_line, pieces[:_PIECES])),
        max(0, len(pieces) - _PIECES),
        f"said by {'; '.join(names[:2])}" if names else "",
        own[0].sentence if own else "",
    )


def why_words(standing: Standing, held: Assessment) -> str:
    """Why it is not checkable or disputed, and how sure that is, on one line."""
    why = held.why if standing is Standing.NOT_CHECKABLE else ""
    reason = REASONS[held.because] if held.because else ""
    sure = f"{SURE[held.confidence]} sure" if held.confidence else ""
    return " · ".join(filter(None, (why, reason, sure)))


def _line(one: Linked) -> EvidenceLine:
    item = one.item
    if item is None:
        return EvidenceLine(one.link.stance, "evidence that was not sent along")
    grade = ""
    if item.reliability or one.link.credibility:
        grade = f"{item.reliability or '–'}{one.link.credibility or '–'}"
    where = " · ".join(filter(None, (short_address(item.url or item.archive), grade)))
    return EvidenceLine(one.link.stance, first_words(item.name, _NAME), where)
