"""What one analyst holds of one claim, and who analysts are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.tags import Standing, Tag


class Audience(StrEnum):
    """Who may read a note: *me* leaves the library in no file but a backup."""

    ME = "me"
    DESK = "desk"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Analyst:
    """A person who tags; ``id`` stays when the name changes."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one analyst holds of one claim; everything may be empty.

    ``seen`` names the colleagues whose tag of this claim had been shown to the
    analyst before; ``why`` says why it is not checkable.
    """

    tag: Tag | None = None
    not_checkable: bool = False
    confirmed: bool = False
    note: str = ""
    audience: Audience = Audience.DESK
    why: str = ""
    seen: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        """How the page shows it: a tag before anything, a bare confirmation last."""
        if self.tag is not None:
            return Standing[self.tag.name]
        if self.not_checkable:
            return Standing.NOT_CHECKABLE
        return Standing.ON_SOURCE if self.confirmed else Standing.UNTAGGED

    @property
    def empty(self) -> bool:
        return self.standing is Standing.UNTAGGED and not self.note


EMPTY = Assessment()


def judgement_value(
    tag: Tag | None = None,
    *,
    not_checkable: bool = False,
    why: str = "",
    seen: tuple[str, ...] = (),
) -> Json:
    """The value of the one register *judgement*: a tag, not checkable, or empty (None)."""
    if tag is not None:
        return {"seen": list(seen), "tag": tag.value}
    if not_checkable:
        return {"not_checkable": True, "seen": list(seen), "why": why}
    return None


def read_fields(fields: dict[str, tuple[tuple[int, str], Json]]) -> Assessment:
    """An assessment from its standing registers: field → ((at, edit id), value).

    Values are read leniently: what has not the expected form counts as empty. Of
    two notes with different audiences the later one stands.
    """
    judgement = fields.get("judgement", (None, None))[1]
    judgement = judgement if isinstance(judgement, dict) else {}
    tag = text_or_empty(judgement.get("tag"))
    seen = judgement.get("seen")
    note, audience = _note(fields)
    return Assessment(
        tag=Tag(tag) if tag in set(Tag) else None,
        not_checkable=judgement.get("not_checkable") is True,
        confirmed=fields.get("confirmed", (None, None))[1] is True,
        note=note,
        audience=audience,
        why=text_or_empty(judgement.get("why")),
        seen=tuple(filter(None, map(text_or_empty, seen))) if isinstance(seen, list) else (),
    )


def _note(fields: dict[str, tuple[tuple[int, str], Json]]) -> tuple[str, Audience]:
    held = []
    for field in ("note", "note.me"):
        stamp, value = fields.get(field, ((0, ""), None))
        value = value if isinstance(value, dict) else {}
        text, audience = text_or_empty(value.get("text")), value.get("audience")
        if field == "note.me":
            audience = Audience.ME.value
        elif audience not in (Audience.DESK.value, Audience.PUBLIC.value):
            audience = Audience.DESK.value
        if text:
            held.append((stamp, text, Audience(audience)))
    if not held:
        return "", Audience.DESK
    _, text, audience = max(held)
    return text, audience
