"""Reading what a report is made of: claims with what is held and decided of them, and the review."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import replace

from annotator.domain.article import Article, ArticleId, ClaimId, Passage, PassageKind, Span
from annotator.domain.decision import Decision
from annotator.domain.edits.blind import BLIND, DRAWN
from annotator.domain.edits.revisions import REVISION
from annotator.domain.report import (
    Held,
    Report,
    ReportClaim,
    Ruled,
    carried_count,
    changes_since,
    ruled,
    standings,
)
from annotator.domain.review import Said, draws, read_revision
from annotator.domain.snapshot import TITLE_NUMBER
from annotator.domain.threads import comments
from annotator.store import reading, revisions
from annotator.store.enclosed import enclosed
from annotator.store.library import Library, Row
from annotator.store.marks import ALIVE
from annotator.store.passing import shown_passes
from annotator.store.people import IDS, PERSON, Names
from annotator.store.recorded import source_names
from annotator.store.reportheld import held_of
from annotator.store.saying import DECISIONS, SAYINGS, decision_of, said_of
from annotator.store.stages import stage_of

TAGGING = (
    "SetTag",
    "SetNotCheckable",
    "SetConfirmed",
    "SetAttribution",
    "TakeOver",
    "Restore",
    "Carry",
)
"""The kinds of edit that may judge a claim; those that do have a part of tags."""

FOR_ALL = (BLIND, DRAWN, REVISION)
"""Sayings that tell nothing of what anybody holds."""

_DECIDED = (
    f"SELECT {', '.join(f'decisions.{name}' for name in DECISIONS.split(', '))} "
    "FROM decisions CROSS JOIN claims ON claims.id = decisions.claim WHERE claims.article = ? {}"
)
_SAID = f"SELECT {SAYINGS} FROM sayings WHERE article = ? {{}} ORDER BY at, edit, about, id, field"
_FIRST = (
    "SELECT min(clock) FROM parts JOIN edits ON edits.id = parts.edit WHERE parts.article = ? "
    f"AND parts.class = 'tags' AND kind IN ({', '.join('?' * len(TAGGING))}) "
    f"AND edits.id NOT IN (SELECT edit FROM copies) AND {ALIVE.format(edit='edits.id')} {{}}"
)
_CLAIMS = (
    'SELECT id, start, "end", live, furniture FROM claims WHERE article = ? '
    'ORDER BY start, "end" DESC'
)


def decided_of(
    library: Library, article: ArticleId, only: str | None = None
) -> dict[ClaimId, list[Decision]]:
    """Claim of the article → its live decisions, of everybody or of ``only`` one reviewer."""
    condition, values = ("", ()) if only is None else ("AND reviewer = ?", (only,))
    found: dict[ClaimId, list[Decision]] = {}
    for row in library.rows(_DECIDED.format(condition), (article, *values)):
        claim, decision = decision_of(row)
        found.setdefault(claim, []).append(decision)
    return found


def retired_spans(library: Library, article: ArticleId) -> list[Span]:
    """Where the claims lie that are none now, in reading order."""
    rows = library.rows(
        'SELECT start, "end" FROM claims WHERE article = ? AND live = 0 ORDER BY start, "end" DESC',
        (article,),
    )
    return [Span(*row) for row in rows]


class Reader:
    """Reads one article: of everybody, or what ``only`` one person wrote; less the ``hidden``.

    Inside of a transaction.
    """

    def __init__(
        self,
        library: Library,
        article: ArticleId,
        only: str | None = None,
        hidden: Set[str] = frozenset(),
    ) -> None:
        self._library = library
        self._article = article
        self._only = only
        self._hidden = hidden
        self._names = Names(library)

    def report(self, maker: str, made_at: int) -> Report:
        """Everything but the log. Raises AnnotatorError where there is no such article."""
        article = self._record()
        passages = reading.passages(self._library, self._article)
        said = self._said()
        spoken = comments(one for one in said if one.analyst not in self._hidden)
        about = {comment.claim for comment in spoken}
        claims = self._claims(article.text, passages, about)
        stands = stage_of(self._library, self._article, said)
        stands = stands if self._only in (None, stands.analyst) else stands.bare
        found = Report(
            article,
            passages,
            tuple(self._shown(claims, about)),
            (),
            (),
            made_at,
            maker,
            spoken,
            shown_passes(said, self._hidden),
            stands,
            changes_since(stands, claims) if self._only is None else 0,
            tuple(filter(None, map(read_revision, said))),
            draws(said),
            tuple(sorted({one.analyst for one in said if one.field == BLIND})),
            self._first_tag(),
            carried_count(claims, revisions.carryings(self._library, self._article)),
            self._only is not None,
            sources=source_names(self._library, self._article),
            links=enclosed(self._library, self._article).links,
        )
        named = sorted(set(_mentioned(found)) - {""})
        return replace(found, analysts=tuple(map(self._names.analyst, named)))

    def _record(self) -> Article:
        """The article; who brought it in goes by the name of the person."""
        article = reading.article(self._library, self._article)
        rows = self._library.rows(
            f"SELECT {PERSON.format(id='imported_by')} FROM records WHERE article = ?",
            (self._article,),
        )
        name = self._names.known.get(rows[0][0]) if rows else None
        return replace(article, imported_by=name) if name else article

    def _said(self) -> list[Said]:
        if self._only is None:
            rows = self._library.rows(_SAID.format(""), (self._article,))
        else:
            marks = ", ".join("?" * len(FOR_ALL))
            rows = self._library.rows(
                _SAID.format(f"AND (analyst = ? OR field IN ({marks}))"),
                (self._article, self._only, *FOR_ALL),
            )
        return [said_of(row) for row in rows]

    def _claims(
        self, text: str, passages: Iterable[Passage], spoken: Collection[ClaimId]
    ) -> tuple[ReportClaim, ...]:
        """Live claims with their numbers, and retired ones of which there is something."""
        held = held_of(self._library, self._article, self._only)
        decided = decided_of(self._library, self._article, self._only)
        rows = self._library.rows(_CLAIMS, (self._article,))
        rows = [row for row in rows if row[3] or any(row[0] in o for o in (held, decided, spoken))]
        numbers = _numbers(rows, passages)
        return tuple(
            ReportClaim(
                claim,
                numbers.get(claim),
                Span(start, end),
                text[start:end],
                not live,
                held.get(claim, ()),
                self._ruled(decided.get(claim, ()), held.get(claim, ())),
            )
            for claim, start, end, live, _ in rows
        )

    def _ruled(self, decisions: Iterable[Decision], held: Iterable[Held]) -> tuple[Ruled, ...]:
        """Of one person's work alone nobody can say what is stale."""
        found = ruled(decisions, standings(held), self._names.analyst)
        if self._only is None:
            return found
        return tuple(replace(one, stale=False) for one in found)

    def _shown(
        self, claims: Iterable[ReportClaim], spoken: Collection[ClaimId]
    ) -> Iterator[ReportClaim]:
        """The claims without the hidden."""
        for claim in claims:
            shown = claim.without(self._hidden) if self._hidden else claim
            if not shown.retired or shown.held or shown.decisions or shown.id in spoken:
                yield shown

    def _first_tag(self) -> int | None:
        """When the first judgement was made that was not taken back."""
        condition, values = "", [self._article, *TAGGING]
        if self._only is not None:
            condition = f"AND edits.analyst IN ({IDS})"
            values += [self._only, self._only]
        first: int | None = self._library.rows(_FIRST.format(condition), values)[0][0]
        return first


def _mentioned(report: Report) -> Iterator[str]:
    """The persons who are named in it, "" among them where somebody is not known."""
    for claim in report.claims:
        yield from (one.analyst.id for one in claim.held)
        yield from (item.owner for item in claim.items)
        for ruling in claim.decisions:
            yield ruling.reviewer.id
            yield from (one.id for one in ruling.overruled)
    yield from (comment.analyst for comment in report.comments)
    for analyst, one in report.passes.items():
        yield from (analyst, one.answered_by)
    yield from (report.stage.analyst, *report.blind)
    yield from (revision.analyst for revision in report.revisions)
    yield from (drawn.analyst for drawn in report.draws)


def _numbers(rows: Iterable[Row], passages: Iterable[Passage]) -> dict[ClaimId, int]:
    """Claim → its number, in reading order; 0 for T; none for furniture and retired ones."""
    live = [row for row in rows if row[3]]
    titles = [passage for passage in passages if passage.kind is PassageKind.TITLE]
    title = next(
        (row[0] for passage in titles for row in live if passage.start <= row[1] < passage.end),
        None,
    )
    counted = [row[0] for row in live if not row[4] and row[0] != title]
    numbers = {claim: number for number, claim in enumerate(counted, 1)}
    return numbers if title is None else {title: TITLE_NUMBER, **numbers}
