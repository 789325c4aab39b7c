"""Which class of part a register goes into, and so which parcels: by its name alone."""

from __future__ import annotations

from annotator.domain.article import ArticleId
from annotator.domain.assessment import FLAG, WORDING
from annotator.domain.edits.act import Placed
from annotator.domain.edits.form import PartClass
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import LINK, is_private

_NOTES = ("note", FLAG, WORDING)
"""Registers of a claim that hold what somebody wrote."""


def class_of(about: str, field: str) -> PartClass:
    """The class of the part that a register about this is written to."""
    if is_private(field):
        return PartClass.PRIVATE
    if about in ("evidence", "attribution") or field.startswith(f"{LINK} "):
        return PartClass.EVIDENCE
    return PartClass.NOTES if field in _NOTES else PartClass.TAGS


def placed(article: ArticleId | None, own: Own) -> Placed:
    """The write in the part that it goes into."""
    return (class_of(own.about, own.field), article, own)
