"""Words typed in the fields of forms and not saved yet: they come back when the form does."""

from __future__ import annotations

from collections.abc import Collection

from annotator.domain.article import ClaimId
from annotator.ui.evidence.linkpart import LinkPart
from annotator.ui.evidence.view import Piece


class UnsavedWords:
    """By item and field; what is said of one claim by that claim, too."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str, str], str] = {}

    @property
    def any(self) -> bool:
        return bool(self._held)

    def typed(self, claim: ClaimId, item: str, field: str, text: str) -> None:
        self._held[_key(claim, item, field)] = text

    def put_back(self, claim: ClaimId, item: str, field: str, text: str) -> None:
        """What an earlier window could not save; what was typed since stays."""
        self._held.setdefault(_key(claim, item, field), text)

    def saved(self, claim: ClaimId, item: str, field: str) -> None:
        """They are saved, perhaps written more neatly."""
        self._held.pop(_key(claim, item, field), None)

    def without(self, claim: ClaimId, there: Collection[str]) -> list[tuple[str, str, str]]:
        """Takes out what was typed of this claim's link to an item that is not there any more.

        Gives item, field and text: it has no field to come back to.
        """
        gone = [key for key in self._held if key[0] == claim and key[1] not in there]
        return [(item, field, self._held.pop((of, item, field))) for of, item, field in gone]

    def follow(self, claim: ClaimId, piece: Piece) -> dict[str, str]:
        """The words of a piece by field that are still not saved; the others are forgotten."""
        left = {}
        for key in [key for key in self._held if key[0] in ("", claim) and key[1] == piece.id]:
            _, _, field = key
            of = piece.linked.link if field in LinkPart.FIELDS else piece.linked.item
            if of is None or self._held[key].strip() == getattr(of, field).strip():
                del self._held[key]
            else:
                left[field] = self._held[key]
        return left


def _key(claim: ClaimId, item: str, field: str) -> tuple[str, str, str]:
    return (claim if field in LinkPart.FIELDS else "", item, field)
