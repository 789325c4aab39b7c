"""Reminders: what is still missing of a claim, said beside it. They never block.

Each names the rule of *verified*, *disputed*, *unattributed* or *on its source* it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from annotator.domain import reminder_rules as rules
from annotator.domain.assessment import Assessment
from annotator.domain.record import Record
from annotator.domain.reminder_rules import (
    NOTHING_AROUND,
    SHORT_OF_RULE,
    Around,
    Check,
    Looked,
    Says,
)
from annotator.domain.tags import Tag

__all__ = [
    "NOTHING_AROUND",
    "RULES",
    "Around",
    "Reminder",
    "Rule",
    "in_general",
    "is_short",
    "reminders",
]


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to look at again: ``rule`` is its id, ``why`` the rule it comes from.

    ``said`` is what it says with its values apart; None where only the words are known.
    """

    rule: str
    says: str
    why: str
    said: Says | None = None

    @property
    def sentence(self) -> str:
        """As it stands by itself: "Verified, but no evidence yet."."""
        return f"{self.says[:1].upper()}{self.says[1:]}."


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of reminder: ``words`` say it of any claim, ``why`` says where it comes from.

    Looked at are claims with this ``tag`` (None: any), and with ``of_evidence`` those that
    have some.
    """

    id: str
    words: str
    why: str
    check: Check
    tag: Tag | None = None
    of_evidence: bool = False


_VERIFIED = (
    "Verified means that the content is confirmed by one primary source that is neither the "
    "speaker nor a party, or by three independent secondary ones, with a quotation and the date "
    "of access, and that nothing contradicts it unresolved."
)
_ATTRIBUTED = (
    "That somebody said it confirms the attribution. The content is verified by others: "
    "a source is no evidence for what it says itself."
)
_DISPUTED = (
    "Disputed means that credible evidence, or another passage of the article, contradicts it; "
    "it carries a reason: contradicted, conflicting, outdated or out of context."
)
_UNATTRIBUTED = (
    "Unattributed means that the article names no source for it, in the sentence or by clear "
    "anaphora, and that no sufficient evidence is held. A described source without a name is a source."
)
_ON_SOURCE = (
    "On its source means that somebody checked that the source the article names did say so. "
    "What shows it is kept as evidence: where it was said, and when that was read."
)
_JUDGED = (
    "A tag says what its evidence said when it was given. Tag again to say that it still stands."
)
_QUOTED = (
    "Evidence is kept with the words that count and the day they were read, so that whoever "
    "checks it later finds the same."
)
_INDEPENDENT = (
    "Secondary sources count when they are independent of each other: copies of one report "
    "count once, and so does one publisher."
)
_FACTS = "A sentence is right when each of its numbers, dates, names and quotations is."

_V, _D, _U = Tag.VERIFIED, Tag.DISPUTED, Tag.UNATTRIBUTED

RULES: tuple[Rule, ...] = (
    Rule(
        "evidence-against",
        "verified, but evidence contradicts it",
        _VERIFIED,
        rules.evidence_against,
        _V,
    ),
    Rule(
        "claim-against",
        "verified, but another claim contradicts it",
        _VERIFIED,
        rules.claims_against,
        _V,
    ),
    Rule("no-evidence", "verified, but no evidence yet", _VERIFIED, rules.no_evidence, _V),
    Rule("own-source", rules.OWN_SOURCE, _ATTRIBUTED, rules.own_source, _V),
    Rule("too-few", "verified on one or two secondary sources", _VERIFIED, rules.too_few, _V),
    Rule("wrong-fact", "verified, but a fact is marked wrong", _FACTS, rules.wrong_fact, _V),
    Rule("no-reason", "disputed, but no reason", _DISPUTED, rules.no_reason, _D),
    Rule(
        "nothing-against",
        "disputed, but no evidence contradicts it yet",
        _DISPUTED,
        rules.nothing_against,
        _D,
    ),
    Rule("attributed", "unattributed, but it is attributed", _UNATTRIBUTED, rules.attributed, _U),
    Rule("unshown", "on its source, but nothing shows that it said so", _ON_SOURCE, rules.unshown),
    Rule(
        "changed", "evidence changed after the tag", _JUDGED, rules.changed_after, of_evidence=True
    ),
    Rule(
        "no-quotation",
        "accessed without a quotation",
        _QUOTED,
        rules.no_quotation,
        of_evidence=True,
    ),
    Rule(
        "no-access",
        "evidence without its date of access",
        _QUOTED,
        rules.no_access,
        of_evidence=True,
    ),
    Rule(
        "one-publisher",
        "all evidence comes from one publisher",
        _INDEPENDENT,
        rules.one_publisher,
        of_evidence=True,
    ),
    Rule(
        "accessed-early",
        "accessed before it was published",
        _QUOTED,
        rules.accessed_early,
        of_evidence=True,
    ),
    Rule("facts", "not all facts ticked", _FACTS, rules.facts_left),
)
"""Every reminder there is, the most important first."""


def reminders(
    held: Assessment, record: Record, around: Around = NOTHING_AROUND
) -> tuple[Reminder, ...]:
    """What there is to say of a claim of which an analyst holds this, the most important first."""
    looked = Looked(held, record, around)
    asked = _asked(held.tag, bool(record.evidence))
    return tuple(
        Reminder(rule.id, said.text, rule.why, said)
        for rule in asked
        for said in rule.check(looked)
    )


@cache
def _asked(tag: Tag | None, has_evidence: bool) -> tuple[Rule, ...]:
    """Those that can have anything to say of such a claim."""
    return tuple(
        rule for rule in RULES if rule.tag in (None, tag) and has_evidence >= rule.of_evidence
    )


def in_general(one: Reminder) -> Reminder:
    """The same said of any claim: it names no evidence, so it tells nobody what there is."""
    words = next((rule.words for rule in RULES if rule.id == one.rule), SHORT_OF_RULE.label)
    return Reminder(one.rule, words, one.why, Says(words))


def is_short(held: Assessment, record: Record, around: Around = NOTHING_AROUND) -> bool:
    """Whether it is tagged verified and falls short of what *verified* asks for."""
    return rules.falls_short(Looked(held, record, around))
