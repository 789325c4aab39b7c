"""Acts of colleagues as edits in which nothing is by chance: what they say decides every bit of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from annotator.desk.brought_people import one_line
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.brought import BroughtJudgement
from annotator.domain.canonical import canonical
from annotator.domain.edits.act import Act
from annotator.domain.edits.form import AnalystId, Edit, Stamp
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.tagging import Clear, SetConfirmed, SetNotCheckable, SetTag
from annotator.domain.tags import ROW, Standing, Tag
from annotator.store.write import RELEASED

LONGEST_WHY = 1000


@dataclass(frozen=True, slots=True)
class Sealer:
    """Seals for one format, named ``form``."""

    form: str

    def seal(self, analyst: AnalystId, act: Act, made: int, at: int, again: str = "") -> Edit:
        """``made`` is what is shown (0: not told), ``at`` the place in the order, both microseconds.

        ``again`` tells apart what is said twice in the same words.
        """
        placed = act.writes()
        writes = [[part, article, write.json()] for part, article, write in placed]
        seed = canonical([self.form, analyst, act.kind, at, made, again, writes])
        stamp = Stamp(analyst, at, made or RELEASED)
        version = KINDS[act.kind].version
        return stamp.seal(act.kind, version, placed, act.undoes, draw=_drawn(seed))


def place_in_order(made: int) -> int:
    """Never before the program's release, and in the file's own order.

    The years before the release lie in its first half hour, a microsecond for each second.
    """
    return max(made, RELEASED + made // 1_000_000)


def acts_of(article: ArticleId, claim: ClaimId, one: BroughtJudgement) -> Iterator[Act]:
    """What it takes that the claim stands so for somebody of whom it may have stood otherwise."""
    claims = (claim,)
    if one.standing is Standing.ON_SOURCE:
        yield Clear(article, claims)
        yield SetConfirmed(article, claims, confirmed=True)
    elif one.standing is Standing.NOT_CHECKABLE:
        yield SetNotCheckable(article, claims, one_line(one.why, LONGEST_WHY))
    elif one.standing is Standing.DISPUTED:
        yield SetTag(article, claims, Tag.DISPUTED, because=one.because)
    elif one.standing in (Standing.VERIFIED, Standing.UNATTRIBUTED):
        yield SetTag(article, claims, Tag(ROW[one.standing].word))


def _drawn(seed: str) -> Callable[[], str]:
    """What stands where an edit made here has random bits."""
    numbers = count()
    data = seed.encode("utf-8", "replace")
    return lambda: hashlib.sha256(b"%d\n%s" % (next(numbers), data)).hexdigest()[:32]
