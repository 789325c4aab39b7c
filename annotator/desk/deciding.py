"""Settling claims by their names, with no review on screen: what the command line does.

Who has not looked at what colleagues say of a claim looks by deciding it, and the log says
so in the same transaction; a blind check has to be submitted first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.desk import reviewing
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Analyst
from annotator.domain.compare import Accord, ReviewSnapshot
from annotator.domain.edits.blind import Reveal
from annotator.domain.edits.reviewing import Decide, Ruling
from annotator.domain.snapshot import Snapshot, indices
from annotator.domain.tags import Standing
from annotator.store import reading
from annotator.store import reviewing as store
from annotator.store.people import Names
from annotator.store.write import Applied


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of one claim, and over what.

    ``number`` is the claim's, 0 for the title. ``held``: who judged it how. ``party``: the
    reviewer held one of the tags that differ. ``looked``: the reviewer had not, before this.
    """

    claim: ClaimId
    number: int | None
    outcome: Standing | None
    held: tuple[tuple[Analyst, Standing], ...]
    party: bool
    looked: bool = False
    reason: str = ""
    before: tuple[Analyst, Standing] | None = None
    """What another reviewer had decided until then."""

    @property
    def overruled(self) -> tuple[tuple[Analyst, Standing], ...]:
        """Those who held something else; nobody where the decision was taken back."""
        if self.outcome is None:
            return ()
        return tuple(one for one in self.held if one[1] is not self.outcome)


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of it; None in ``applied``: it was all so already, and nothing was saved."""

    applied: Applied | None
    verdicts: tuple[Verdict, ...] = ()


def decide(
    library: OpenLibrary,
    article: ArticleId,
    spans: Sequence[Span],
    outcome: Standing,
    reason: str | None = None,
) -> Decided:
    """Settles these claims in one edit; those for which it is so already are left out.

    Without a reason the one stands that was given for the same decision before. Raises
    AnnotatorError in an article that is settled, or that the person checks blind.
    """
    snapshot, held = _read(library, article)
    chosen = indices(snapshot, spans)
    veiled = [index for index in chosen if held.accord(index) is Accord.VEILED]
    if veiled:
        looking = [snapshot.id_at(index) for index in veiled]
        held = store.review(library.store, article, library.me, looking=looking)
    made = tuple(
        ruling
        for index in chosen
        for ruling in reviewing.rulings(
            library,
            snapshot,
            held,
            [index],
            outcome,
            _given(held, index, outcome) if reason is None else reason,
        )
    )
    return _perform(library, snapshot, held, made, chosen, veiled)


def _given(held: ReviewSnapshot, index: int, outcome: Standing) -> str:
    """The reason that the reviewer gave for deciding just so."""
    mine = held.own_decision(index)
    return mine.reason if mine is not None and mine.outcome is outcome else ""


def take_back(library: OpenLibrary, article: ArticleId, spans: Sequence[Span]) -> Decided:
    """Takes one's own decisions of these claims back, in one edit."""
    snapshot, held = _read(library, article)
    chosen = indices(snapshot, spans)
    made = tuple(
        Ruling(snapshot.id_at(index), None)
        for index in chosen
        if held.own_decision(index) is not None
    )
    return _perform(library, snapshot, held, made, chosen)


def unanimous(library: OpenLibrary, article: ArticleId) -> Mapping[Standing, int]:
    """How many claims two or more judged alike and nobody decided, by how they judged them."""
    _, held = _read(library, article)
    return Counter(held.held(index)[0][1] for index in held.unanimous())


def accept_unanimous(library: OpenLibrary, article: ArticleId, reason: str = "") -> Decided:
    """Settles those claims as they were judged, in one edit."""
    snapshot, held = _read(library, article)
    made = reviewing.unanimous_rulings(library, snapshot, held, reason)
    return _perform(library, snapshot, held, made, held.unanimous())


def _read(library: OpenLibrary, article: ArticleId) -> tuple[Snapshot, ReviewSnapshot]:
    with library.store.reading():
        snapshot = reading.snapshot(library.store, article, library.me)
        held = reviewing.review(library, article)
    reviewing.refuse_blind(held)
    return snapshot, held


def _perform(
    library: OpenLibrary,
    snapshot: Snapshot,
    held: ReviewSnapshot,
    made: Sequence[Ruling],
    chosen: Iterable[int],
    veiled: Collection[int] = (),
) -> Decided:
    if not made:
        return Decided(None)
    article = held.article
    at = {snapshot.id_at(index): index for index in chosen}
    looks = [Reveal(article, one.claim) for one in made if at[one.claim] in veiled]
    applied = library.perform(*looks, Decide(article, tuple(made)))
    names = Names(library.store)
    verdicts = []
    for one in made:
        index = at[one.claim]
        verdict = _verdict(library, snapshot, held, index, one.outcome)
        verdicts.append(
            replace(
                verdict,
                looked=index in veiled,
                reason=one.reason,
                before=_before(library, held, index, names),
            )
        )
    return Decided(applied, tuple(verdicts))


def _verdict(
    library: OpenLibrary,
    snapshot: Snapshot,
    held: ReviewSnapshot,
    index: int,
    outcome: Standing | None,
) -> Verdict:
    judged = tuple((column.analyst, standing) for column, standing in held.held(index))
    mine = any(analyst.id == library.me for analyst, _ in judged)
    differ = len({standing for _, standing in judged}) > 1
    return Verdict(snapshot.id_at(index), snapshot.number(index), outcome, judged, mine and differ)


def _before(
    library: OpenLibrary, held: ReviewSnapshot, index: int, names: Names
) -> tuple[Analyst, Standing] | None:
    stood = held.decision(index)
    if stood is None or stood.reviewer == library.me:
        return None
    return names.analyst(stood.reviewer), stood.outcome
