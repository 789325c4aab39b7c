"""What a review shows of one article: who holds what of each claim, and what was decided.

Columns as in a ``Snapshot``: one byte a claim for each analyst, so that an article of
100,000 claims with ten analysts is compared at once.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cached_property

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Analyst
from annotator.domain.decision import Decision
from annotator.domain.review import Pass, Sight, Stage
from annotator.domain.tags import NOT_JUDGED, Standing


class Accord(IntEnum):
    """How those who judged a claim stand to each other; one byte a claim."""

    NOBODY = 0
    """Nobody judged it."""
    ONE = 1
    """Seen by one analyst only."""
    AGREED = 2
    OPEN = 3
    """They differ, and nothing was decided: any difference of outcome counts."""
    SETTLED = 4
    RETURNED = 5
    """Decided, and somebody changed a judgement since."""
    VEILED = 6
    """A colleague judged it, and the viewer may not see that yet."""
    FURNITURE = 7


@dataclass(frozen=True, slots=True)
class Column:
    """How the claims of an article stand for one analyst: a ``Standing`` in each byte.

    ``elsewhere``: index → the claim of another text that this standing was given to,
    where the analyst judged that one and not this (EDITS.md, section 6: *other text*).
    """

    analyst: Analyst
    standings: bytes
    elsewhere: Mapping[int, ClaimId] = field(default_factory=dict)

    def standing(self, index: int) -> Standing:
        return Standing(self.standings[index])


@dataclass(frozen=True, slots=True)
class Judged:
    """Who judged which claims of one article. ``starts`` and ``ends`` are code points.

    ``furniture`` holds 1 for page furniture.
    ``columns`` are those the viewer may see and wants to; ``hidden`` are colleagues whom
    the viewer keeps out of the views, so that a decision can say whom it left out.
    ``retired``: analyst → how many claims with other borders that analyst judged.
    """

    article: ArticleId
    starts: array[int]
    ends: array[int]
    furniture: bytes
    columns: tuple[Column, ...]
    hidden: tuple[Column, ...] = ()
    retired: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class ReviewSnapshot:
    """One article as one person reviews it at one moment.

    ``columns`` stand in the order of the margin: the viewer first, if the viewer judged
    anything, then the others by name; what may not be seen yet is untagged in them.
    ``decisions``: index → the live decisions of that claim, the one that stands first.
    ``comments``: index → how many there are. ``matched``: the edits that had matched texts
    with each other when this was read.
    """

    article: ArticleId
    viewer: str
    columns: tuple[Column, ...]
    hidden: tuple[Column, ...]
    accords: bytes
    decisions: Mapping[int, tuple[Decision, ...]]
    comments: Mapping[int, int]
    passes: Mapping[str, Pass]
    stage: Stage
    sight: Sight
    changed_since: int = 0
    matched: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.accords)

    def accord(self, index: int) -> Accord:
        return Accord(self.accords[index])

    def decision(self, index: int) -> Decision | None:
        """The decision that stands: the last live one of any reviewer."""
        found = self.decisions.get(index)
        return found[0] if found else None

    def own_decision(self, index: int) -> Decision | None:
        """What the viewer decided of this claim, whether it is the decision that stands or not."""
        decisions = self.decisions.get(index, ())
        return next((one for one in decisions if one.reviewer == self.viewer), None)

    def would_settle(self, index: int) -> Standing | None:
        """What "settle and next" decides: what is decided already, or what all agree on."""
        decision = self.own_decision(index) or self.decision(index)
        if decision is not None:
            return decision.outcome
        return self.held(index)[0][1] if self.accord(index) is Accord.AGREED else None

    def count(self, accord: Accord) -> int:
        return self.accords.count(int(accord).to_bytes())

    @cached_property
    def initials(self) -> tuple[str, ...]:
        """One or two letters for each column, no two alike."""
        return initials([column.analyst.name for column in self.columns])

    @property
    def waiting(self) -> int:
        """Claims that ask for a decision: open ones, and those that came back."""
        return self.count(Accord.OPEN) + self.count(Accord.RETURNED)

    @cached_property
    def disagreements(self) -> int:
        """Claims on which people differ, decided or not, and those that came back."""
        return self.waiting + sum(self.differs(index) for index in self.indices(Accord.SETTLED))

    def differs(self, index: int) -> bool:
        """Whether those who judged the claim hold different things of it."""
        return len({standing for _, standing in self.held(index)}) > 1

    def indices(self, *accords: Accord) -> Iterator[int]:
        """The claims that stand so, in reading order."""
        wanted = {int(accord) for accord in accords}
        return (index for index, accord in enumerate(self.accords) if accord in wanted)

    def next(self, after: int, *accords: Accord, back: bool = False) -> int | None:
        """The next (or previous) claim that stands so, round the end of the article."""
        found = [self._find(int(accord).to_bytes(), after, back) for accord in accords]
        at = [index for index in found if index is not None]
        size = len(self)
        return min(
            at, key=lambda i: (after - i - 1 if back else i - after - 1) % size, default=None
        )

    def _find(self, accord: bytes, after: int, back: bool) -> int | None:
        if back:
            found = self.accords.rfind(accord, 0, max(after, 0))
            found = found if found >= 0 else self.accords.rfind(accord)
        else:
            found = self.accords.find(accord, after + 1)
            found = found if found >= 0 else self.accords.find(accord)
        return found if found >= 0 else None

    def held(self, index: int) -> tuple[tuple[Column, Standing], ...]:
        """Who holds what of this claim, in the order of the columns; who judged nothing is left out."""
        return tuple(
            (column, column.standing(index))
            for column in self.columns
            if column.standings[index] not in NOT_JUDGED
        )

    def among(self, columns: Iterable[int]) -> ReviewSnapshot:
        """The same article with these columns only: where these analysts agree, and where not.

        What was decided stays decided, and what is veiled stays veiled.
        """
        kept = tuple(self.columns[column] for column in columns)
        furniture = bytes(accord == Accord.FURNITURE for accord in self.accords)
        decided = {index: self.accords[index] == Accord.RETURNED for index in self.decisions}
        veiled = self.indices(Accord.VEILED)
        return replace(self, columns=kept, accords=accords(kept, decided, veiled, furniture))

    def unanimous(self) -> tuple[int, ...]:
        """Claims that two or more judged alike and that nobody decided yet."""
        return tuple(i for i in self.indices(Accord.AGREED) if i not in self.decisions)


def accords(
    columns: Sequence[Column],
    decided: Mapping[int, bool],
    veiled: Iterable[int],
    furniture: bytes,
) -> bytes:
    """How those who judged each claim stand to each other.

    ``decided``: index → whether the decision is stale. ``furniture``: 1 for page furniture.
    """
    known: dict[tuple[int, ...], int] = {}
    found = bytearray(len(furniture))
    if columns:
        rows = zip(*(column.standings for column in columns), strict=True)
        for index, row in enumerate(rows):
            accord = known.get(row)
            if accord is None:
                accord = known[row] = _accord(row)
            found[index] = accord
    for index in veiled:
        found[index] = Accord.VEILED
    for index, stale in decided.items():
        found[index] = Accord.RETURNED if stale else Accord.SETTLED
    aside = furniture.find(1)
    while aside >= 0:
        found[aside] = Accord.FURNITURE
        aside = furniture.find(1, aside + 1)
    return bytes(found)


def accord(columns: Sequence[Column], index: int, *, stale: bool | None, veiled: bool) -> Accord:
    """How those who judged one claim stand; ``stale`` None: nothing was decided."""
    if stale is not None:
        return Accord.RETURNED if stale else Accord.SETTLED
    if veiled:
        return Accord.VEILED
    return Accord(_accord(tuple(column.standings[index] for column in columns)))


def _accord(row: tuple[int, ...]) -> int:
    judged = [standing for standing in row if standing not in NOT_JUDGED]
    if len(judged) < 2:
        return Accord.ONE if judged else Accord.NOBODY
    return Accord.AGREED if len(set(judged)) == 1 else Accord.OPEN


def initials(names: Sequence[str]) -> tuple[str, ...]:
    """Short marks for names, no two alike: "A" for Anna; of the Analysts B and C the last word's.

    The first letter of the first word, else of the last one, else both; where even
    these are shared, numbers are put after them.
    """
    words = [name.split() or ["?"] for name in names]
    ways = (
        [of[0][:1].upper() for of in words],
        [of[-1][:1].upper() for of in words],
        [(of[0][:1] + of[-1][: 2 if len(of) == 1 else 1]).upper()[-2:] for of in words],
    )
    for way in ways:
        if len(set(way)) == len(way):
            return tuple(way)
    counted: dict[str, int] = {}
    marks = []
    for mark in ways[0]:
        counted[mark] = counted.get(mark, 0) + 1
        marks.append(f"{mark}{counted[mark]}")
    return tuple(marks)
