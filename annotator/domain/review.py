"""What was said in a review, and what it comes to: passes, stages, copies, draws, who may see what.

Pure functions over what stands; the state of a set and the tables of a library both use
them, so neither can understand a pass otherwise than the other. EDITS.md, section 6.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.canonical import Json, canonical, text_or_empty
from annotator.domain.edits.blind import BLIND, DRAWN, REVEALED
from annotator.domain.edits.reviewing import (
    APPROVED,
    REASON,
    REOPENED,
    RETURNED,
    SETTLED,
    SUBMITTED,
)
from annotator.domain.edits.revisions import REVISION, Match
from annotator.domain.order import Stamp
from annotator.domain.tags import Standing


@dataclass(frozen=True, slots=True)
class Said:
    """One live saying, as it stands: a comment has the text it was given last.

    ``analyst`` is a person's id, ``clock`` microseconds since 1970, UTC.
    """

    edit: str
    at: int
    clock: int
    analyst: str
    article: ArticleId
    about: str
    id: str
    field: str
    value: Json

    @property
    def order(self) -> Stamp:
        return (self.at, self.edit)

    def __getitem__(self, name: str) -> Json:
        """A field of its value; None where the value has no such field."""
        return self.value.get(name) if isinstance(self.value, dict) else None


class PassState(StrEnum):
    """How far an analyst's pass of an article has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Pass:
    """One analyst's pass. ``submission`` is the edit, ``order`` its place in the total order.

    ``answered_by`` is a person's id. Times are microseconds since 1970, UTC.
    """

    state: PassState = PassState.DRAFT
    submission: str = ""
    order: Stamp = (0, "")
    submitted: int = 0
    answered_by: str = ""
    answered: int = 0
    reason: str = ""

    @property
    def bare(self) -> Pass:
        """Without the reason: it says of claims how they stand, and is nothing for a blind check."""
        return replace(self, reason="")


DRAFT = Pass()


def passes(said: Iterable[Said]) -> dict[str, Pass]:
    """Analyst → the pass of one article: the last submission, and the last answer to *it*.

    An answer counts from somebody else only, and later than what it answers. Who never
    submitted is in draft and not in the result.
    """
    last: dict[str, Said] = {}
    answers: list[Said] = []
    reasons: dict[str, str] = {}
    for one in said:
        if one.field == SUBMITTED:
            last[one.analyst] = max(last.get(one.analyst, one), one, key=lambda s: s.order)
        elif one.field in (RETURNED, APPROVED):
            answers.append(one)
        elif one.field == REASON:
            reasons[one.edit] = text_or_empty(one["text"])
    found = {}
    for analyst, submission in last.items():
        to_it = [
            answer
            for answer in answers
            if answer["submission"] == submission.edit
            and answer.analyst != analyst
            and answer.order > submission.order
        ]
        answer = max(to_it, key=lambda one: one.order, default=None)
        found[analyst] = Pass(
            PassState(answer.field) if answer else PassState.SUBMITTED,
            submission.edit,
            submission.order,
            submission.clock,
            answer.analyst if answer else "",
            answer.clock if answer else 0,
            reasons.get(answer.edit, "") if answer else "",
        )
    return found


@dataclass(frozen=True, slots=True)
class Sight:
    """What a viewer may see of colleagues in one article before submitting.

    ``everything``: submitted, or looked at the whole article. ``claims`` were looked at
    one by one. ``blind``: somebody else asked for it, and nothing is shown until then;
    else a claim shows once the viewer has judged it.
    """

    everything: bool
    blind: bool = False
    claims: frozenset[ClaimId] = frozenset()

    def shows(self, claim: ClaimId, judged: bool) -> bool:
        """Whether colleagues' tags of this claim show; ``judged``: the viewer judged it."""
        return self.everything or claim in self.claims or (judged and not self.blind)


def sight(said: Iterable[Said], viewer: str) -> Sight:
    """What this person may see of one article, from everything that was said of it."""
    said = list(said)
    mine = [one for one in said if one.analyst == viewer]
    submitted = any(one.field == SUBMITTED for one in mine)
    looked = [one for one in mine if one.field == REVEALED]
    everything = submitted or any(one.about == "article" for one in looked)
    claims = frozenset(ClaimId(one.id) for one in looked if one.about == "claim")
    blind = any(one.field == BLIND and one.analyst != viewer for one in said)
    return Sight(everything, blind and not everything, claims)


class ArticleStage(StrEnum):
    """How far the review of an article has come."""

    OPEN = "open"
    IN_REVIEW = "in review"
    SETTLED = "settled"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Stage:
    """The stage of an article, by whom and when; ``digests`` is how claims stood when settled.

    None: that was not told, for it was settled under a pseudonym.
    """

    stage: ArticleStage = ArticleStage.OPEN
    analyst: str = ""
    at: int = 0
    reason: str = ""
    digests: Mapping[str, str] | None = field(default_factory=dict)

    @property
    def bare(self) -> Stage:
        """Without the reason, as of a pass."""
        return replace(self, reason="")

    def changed_since(self, now: Mapping[str, str]) -> int:
        """How many claims stand otherwise than when it was settled; 0 where it is not, or not told."""
        if self.stage is not ArticleStage.SETTLED or self.digests is None:
            return 0
        claims = self.digests.keys() | now.keys()
        return sum(self.digests.get(claim) != now.get(claim) for claim in claims)


def stage(written: Json, reason: str, analyst: str, at: int, submitted: bool) -> Stage:
    """From the standing value of the article's register *state*, and whether anybody submitted."""
    word = written.get("state") if isinstance(written, dict) else None
    if word == SETTLED:
        claims = written.get("claims")
        if not isinstance(claims, dict):
            return Stage(ArticleStage.SETTLED, analyst, at, "", None)
        digests = {claim: told for claim, told in claims.items() if isinstance(told, str)}
        return Stage(ArticleStage.SETTLED, analyst, at, "", digests)
    if word == REOPENED:
        return Stage(ArticleStage.REOPENED, analyst, at, reason)
    return Stage(ArticleStage.IN_REVIEW) if submitted else Stage()


def digest(held: Mapping[str, Standing], decided: Standing | None) -> str:
    """How one claim stands: who holds what of it, and what was decided; "" for nothing."""
    judged = {who: int(s) for who, s in held.items() if s is not Standing.UNTAGGED}
    if not judged and decided is None:
        return ""
    value = canonical([judged, None if decided is None else int(decided)])
    return hashlib.sha256(value.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Revision:
    """One analyst's word that an article is another copy of an earlier one."""

    article: ArticleId
    earlier: ArticleId
    analyst: str
    at: int
    matches: tuple[Match, ...]


def read_revision(said: Said) -> Revision | None:
    """The revision that was said, what is malformed in it left out; None where it is none."""
    earlier, pairs = said["of"], said["pairs"]
    if said.field != REVISION or not isinstance(earlier, str) or not isinstance(pairs, list):
        return None
    matches = [
        Match(ClaimId(pair[0]), ClaimId(pair[1]), pair[2])
        for pair in pairs
        if isinstance(pair, list) and len(pair) == 3 and all(isinstance(x, str) for x in pair)
    ]
    return Revision(said.article, ArticleId(earlier), said.analyst, said.clock, tuple(matches))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A random sample for a second check: who drew it and when, with which seed, which claims."""

    analyst: str
    at: int
    n: int
    seed: str
    claims: tuple[ClaimId, ...]


def draws(said: Iterable[Said]) -> tuple[Drawn, ...]:
    """The draws of an article, in the order in which they were made."""
    found = []
    for one in sorted(said, key=lambda one: one.order):
        claims, n = one["claims"], one["n"]
        if one.field == DRAWN and isinstance(claims, list) and type(n) is int:
            drawn = tuple(ClaimId(claim) for claim in claims if isinstance(claim, str))
            found.append(Drawn(one.analyst, one.clock, n, text_or_empty(one["seed"]), drawn))
    return tuple(found)
