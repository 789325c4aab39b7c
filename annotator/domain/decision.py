"""What a reviewer decided of a claim, read from its registers. EDITS.md, section 6."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.edits.reviewing import DECISION, DECISION_REASON, LEFT_OUT
from annotator.domain.order import Stamp
from annotator.domain.tags import STANDINGS, Standing

STANDING_OF = {row.word: row.standing for row in STANDINGS if row.standing is not Standing.UNTAGGED}
"""What can be decided: word → standing."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided of a claim; a person's id, and microseconds since 1970, UTC.

    ``over``: analyst → how the claim stood then, None for one who was left out.
    ``elsewhere``: the same for claims of another text that were matched with it.
    """

    reviewer: str
    outcome: Standing
    reason: str = ""
    over: Mapping[str, Standing | None] = field(default_factory=dict)
    elsewhere: Mapping[str, Mapping[str, Standing]] = field(default_factory=dict)
    decided: int = 0
    order: Stamp = (0, "")

    def stale(self, held: Mapping[str, Standing]) -> bool:
        """Whether judgements of this claim (analyst → standing) are others now, by value."""
        left_out = {who for who, standing in self.over.items() if standing is None}
        then = {who: standing for who, standing in self.over.items() if standing is not None}
        now = {
            who: standing
            for who, standing in held.items()
            if who not in left_out and standing is not Standing.UNTAGGED
        }
        return then != now

    def overruled(self) -> tuple[str, ...]:
        """Who held something else than what was decided, by id."""
        held = {who: standing for who, standing in self.over.items() if standing is not None}
        for others in self.elsewhere.values():
            held |= {who: standing for who, standing in others.items() if who not in held}
        return tuple(sorted(who for who, standing in held.items() if standing is not self.outcome))

    def held_by(self, person: str) -> bool:
        """Whether this person held the very tag that was decided."""
        return self.over.get(person) is self.outcome


def read_decision(
    reviewer: str, fields: Mapping[str, tuple[Stamp, Json]], clock: int, persons: Mapping[str, str]
) -> Decision | None:
    """A decision from its standing registers: field → (stamp, value); None where there is none.

    The reason is that of the same edit: one that was decided without a reason must not
    be given an earlier one. ``persons`` joins ids that are one person.
    """
    stamp, value = fields.get(DECISION, ((0, ""), None))
    if not isinstance(value, dict):
        return None
    outcome = STANDING_OF.get(text_or_empty(value.get("outcome")))
    if outcome is None:
        return None
    reason_stamp, reason = fields.get(DECISION_REASON, ((0, ""), None))
    said = reason.get("text") if isinstance(reason, dict) and reason_stamp == stamp else ""
    elsewhere = value.get("elsewhere")
    return Decision(
        reviewer,
        outcome,
        text_or_empty(said),
        _standings(value.get("over"), persons),
        {
            claim: {who: s for who, s in _standings(held, persons).items() if s is not None}
            for claim, held in (elsewhere.items() if isinstance(elsewhere, dict) else ())
        },
        clock,
        stamp,
    )


def _standings(value: Json, persons: Mapping[str, str]) -> dict[str, Standing | None]:
    if not isinstance(value, dict):
        return {}
    read: dict[str, Standing | None] = {}
    for who, word in sorted(value.items()):
        person = persons.get(who, who)
        if word == LEFT_OUT:
            read.setdefault(person, None)
        elif isinstance(word, str) and word in STANDING_OF:
            read[person] = STANDING_OF[word]
    return read
