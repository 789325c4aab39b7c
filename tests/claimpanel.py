"""Invented claims for the tests of the claim panel, and the stage it stands on."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit

from annotator.domain.article import ClaimId, Span
from annotator.domain.assessment import Assessment, Audience
from annotator.domain.snapshot import Claim
from annotator.domain.tags import Tag
from annotator.ui.claim.note import NoteField
from annotator.ui.claim.panel import ClaimPanel
from annotator.ui.claim.view import Before, ClaimView, HistoryLine

SENTENCE = "According to the report, the second explosion took place 2,000 feet away."


def view(
    number: int | None = 5,
    text: str = SENTENCE,
    *,
    tag: Tag | None = None,
    confirmed: bool = False,
    not_checkable: bool = False,
    note: str = "",
    audience: Audience = Audience.DESK,
    history: tuple[HistoryLine, ...] = (),
    before: tuple[Before, ...] = (),
) -> ClaimView:
    held = Assessment(tag, not_checkable, confirmed, note, audience)
    claim = Claim(
        ClaimId(f"claim-{number}"),
        number or 0,
        number,
        Span(0, len(text)),
        text,
        held.standing,
        bool(note),
    )
    return ClaimView(claim, 48, held, history, before)


class Stage(NamedTuple):
    """The panel beside something else that can have the focus."""

    panel: ClaimPanel
    page: QLineEdit
    field: NoteField
    left: list[tuple[str, str]]
    """What ``note_left`` gave away: text, and the claim's name."""
