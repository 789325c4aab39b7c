"""How far an article has come, in words: everybody's pass, and the stage of the article."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.passes import judged
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Analyst
from annotator.domain.review import DRAFT, ArticleStage, Pass, PassState, Stage
from annotator.reporting.times import shown
from annotator.store import reading, stages
from annotator.store.decisions import decisions_in
from annotator.store.judging import judged_by_all, sight_of
from annotator.store.passing import changed_after, passes_of
from annotator.store.relating import hidden_by
from annotator.store.voices import judged_counts


@dataclass(frozen=True, slots=True)
class PassRow:
    """One analyst's pass. ``answered_by`` is a name, ``judged`` counts claims.

    ``changed``: the analyst judged something otherwise since it was handed in.
    """

    analyst: Analyst
    me: bool
    of: Pass
    answered_by: str
    judged: int
    changed: bool

    @property
    def in_words(self) -> str:
        """Such as "submitted 26 Nov 2026, 15:40 UTC" or "returned by Ben: claim 5 has no source"."""
        since = ", changed since" if self.changed else ""
        match self.of.state:
            case PassState.SUBMITTED:
                return f"submitted {shown(self.of.submitted)}{since}"
            case PassState.RETURNED:
                why = f": {self.of.reason}" if self.of.reason else ""
                return f"returned by {self.answered_by}{since}{why}"
            case PassState.APPROVED:
                return f"approved by {self.answered_by}{since}"
        return "draft"


@dataclass(frozen=True, slots=True)
class Progress:
    """The passes of an article, one's own first, and its stage with who brought it there.

    ``changed_since`` counts the claims that stand otherwise than when it was settled.
    """

    passes: tuple[PassRow, ...]
    stage: Stage
    by: str
    changed_since: int

    @property
    def in_words(self) -> str:
        """Such as "in review" or "settled by Anna, 26 Nov 2026, 15:40 UTC, 2 changes since"."""
        at = f"by {self.by}, {shown(self.stage.at)}"
        match self.stage.stage:
            case ArticleStage.SETTLED:
                return f"settled {at}{_changes(self.changed_since)}"
            case ArticleStage.REOPENED:
                why = f": {self.stage.reason}" if self.stage.reason else ""
                return f"reopened {at}{why}"
        return self.stage.stage.value


def progress(library: OpenLibrary, article: ArticleId) -> Progress:
    """How far the article has come, as the acting person may see it.

    While one checks it blind colleagues are named only where they submitted, nothing is
    counted of what they judged, and no reason is told, for it says of claims how they stand.
    """
    store, me = library.store, library.me
    with store.reading():
        blind = sight_of(store, article, me).blind
        stands = stages.stage_of(store, article)
        changed = 0 if blind else _changed_since(library, article, stands)
        of = passes_of(store, article)
        if blind:
            stands = stands.bare
            of = {who: one if who == me else one.bare for who, one in of.items()}
        hidden = hidden_by(store, me)
        names = {one.id: one.name for one in reading.analysts(store)} | {me: library.author.name}
        counts = {me: judged(library, article, me)} if blind else judged_counts(store, article)
        who = {me, *of, *counts}
        rows = [
            _row(library, article, analyst, of.get(analyst.id, DRAFT), names, counts, blind)
            for analyst in (Analyst(one, names.get(one, one[:8])) for one in who - hidden)
        ]
    rows.sort(key=lambda row: (not row.me, row.analyst.name, row.analyst.id))
    return Progress(tuple(rows), stands, names.get(stands.analyst, stands.analyst[:8]), changed)


def _row(
    library: OpenLibrary,
    article: ArticleId,
    analyst: Analyst,
    of: Pass,
    names: dict[str, str],
    counts: dict[str, int],
    blind: bool,
) -> PassRow:
    me = analyst.id == library.me
    told = of is not DRAFT and (me or not blind)
    return PassRow(
        analyst,
        me,
        of,
        names.get(of.answered_by, of.answered_by[:8]),
        counts.get(analyst.id, 0),
        told and changed_after(library.store, article, analyst.id, of.order),
    )


def _changed_since(library: OpenLibrary, article: ArticleId, stands: Stage) -> int:
    if stands.stage is not ArticleStage.SETTLED:
        return 0
    found = judged_by_all(library.store, article)
    return stages.changed_since(library.store, stands, found, decisions_in(library.store, found))


def _changes(count: int) -> str:
    if not count:
        return ""
    return ", 1 change since" if count == 1 else f", {count} changes since"
