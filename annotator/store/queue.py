"""What waits for a decision, over many articles at once: counted by SQL, with no columns read.

The same as counting the accords of each article's review; a test holds them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.compare import Accord
from annotator.domain.decision import Decision
from annotator.domain.edits.reviewing import SUBMITTED
from annotator.domain.review import Pass, Said, Stage, sight, stage
from annotator.store.decisions import is_stale, shown_of
from annotator.store.library import Library
from annotator.store.log import in_chunks
from annotator.store.passing import PASSING, shown_passes
from annotator.store.relating import hidden_by
from annotator.store.reviewing import review
from annotator.store.saying import DECISIONS, SAYINGS, decision_of, said_of
from annotator.store.twins import COUNTS
from annotator.store.voices import voices


@dataclass(frozen=True, slots=True)
class Waiting:
    """One article in the queue: how many claims are open, came back, or are settled.

    ``stage`` is without how each claim stood when it was settled.
    """

    open: int
    returned: int
    settled: int
    passes: Mapping[str, Pass]
    stage: Stage


_SAID = (
    f"SELECT {SAYINGS} FROM sayings WHERE article IN ({{}}) "
    f"AND field IN ({', '.join(repr(field) for field in PASSING)}) ORDER BY article, at, edit"
)
_DIFFERING = (
    "SELECT held.article, claims.id, mine FROM ("
    'SELECT article, start, "end", max(analyst = ?) AS mine FROM assessments '
    "WHERE standing <> 0 AND analyst NOT IN (SELECT other FROM relations "
    "WHERE analyst = ? AND field = 'hidden' AND value = 'true') AND article IN ({}) "
    'GROUP BY article, start, "end" HAVING min(standing) <> max(standing)'
    ") AS held CROSS JOIN claims WHERE claims.article = held.article AND live = 1 "
    'AND furniture = 0 AND claims.start = held.start AND claims."end" = held."end"'
)
_DECIDED = (
    f'SELECT claims.article, claims.start, claims."end", {DECISIONS} FROM decisions '
    "CROSS JOIN claims ON claims.id = claim WHERE live = 1 AND furniture = 0 "
    "AND claims.article IN ({}) ORDER BY claims.article, claim, at DESC, edit DESC"
)
_DECIDED_OF_ONE = _DECIDED.replace("decisions CROSS JOIN claims", "claims CROSS JOIN decisions")
_STAGES = "SELECT article, state, reason, analyst, clock FROM stages WHERE article IN ({})"
_LISTED = (
    "SELECT id, title FROM articles JOIN records ON records.article = id "
    "LEFT JOIN removed ON removed.article = id AND removed.analyst = ? "
    "WHERE imported_by <> '' AND removed.article IS NULL ORDER BY imported_at, id"
)
_PAIRED = f"SELECT article, earlier FROM pairs WHERE {COUNTS} GROUP BY article, earlier"


def listed(library: Library, viewer: str) -> dict[ArticleId, str]:
    """The articles of this person's list, in the order in which they came in, with their titles."""
    return {ArticleId(article): title for article, title in library.rows(_LISTED, (viewer,))}


def waiting(
    library: Library, articles: Sequence[ArticleId], viewer: str
) -> dict[ArticleId, Waiting]:
    """What waits for this person in these articles; nothing in one that is checked blind."""
    with library.reading():
        said = _by_article(map(said_of, in_chunks(library, _SAID, articles)))
        sights = {article: sight(said.get(article, ()), viewer) for article in articles}
        matched = {article for row in library.rows(_PAIRED) for article in row}
        seen = [one for one in articles if not sights[one].blind and one not in matched]
        hidden = hidden_by(library, viewer)
        decided = _decided(library, seen, hidden)
        differing = in_chunks(library, _DIFFERING, seen, (viewer, viewer))
        found = {one: _Counts() for one in articles}
        for article, claim, mine in differing:
            if claim not in decided.get(article, ()) and sights[article].shows(claim, bool(mine)):
                found[article].open += 1
        for article, claims in decided.items():
            _count_decided(library, article, claims, found[article])
        for article in matched.intersection(articles):
            _count_all(library, article, viewer, found[article])
        stages = _stages(library, articles, said)
    return {
        article: Waiting(
            of.open,
            of.returned,
            of.settled,
            shown_passes(said.get(article, ()), hidden, viewer),
            stages[article].bare if sights[article].blind else stages[article],
        )
        for article, of in found.items()
    }


@dataclass
class _Counts:
    open: int = 0
    returned: int = 0
    settled: int = 0


_Decided = dict[ClaimId, tuple[Span, Decision]]


def _by_article(said: Iterable[Said]) -> dict[ArticleId, list[Said]]:
    found: dict[ArticleId, list[Said]] = {}
    for one in said:
        found.setdefault(one.article, []).append(one)
    return found


def _stages(
    library: Library, articles: Iterable[ArticleId], said: Mapping[ArticleId, Sequence[Said]]
) -> dict[ArticleId, Stage]:
    rows = in_chunks(library, _STAGES, list(articles))
    written = {article: of for article, *of in rows}
    found = {}
    for article in articles:
        word, reason, analyst, clock = written.get(article, (None, "", "", 0))
        submitted = any(one.field == SUBMITTED for one in said.get(article, ()))
        found[article] = stage({"state": word, "claims": {}}, reason, analyst, clock, submitted)
    return found


def _decided(
    library: Library, articles: Sequence[ArticleId], hidden: Iterable[str]
) -> dict[ArticleId, _Decided]:
    """Article → claim → where it lies, and the decision that stands of those that are shown."""
    found: dict[ArticleId, _Decided] = {}
    rows = in_chunks(library, _DECIDED_OF_ONE if len(articles) == 1 else _DECIDED, articles)
    for (article, start, end), of in groupby(rows, lambda row: row[:3]):
        claim = ""
        decisions = []
        for row in of:
            claim, decision = decision_of(row[3:])
            decisions.append(decision)
        shown = shown_of(decisions, hidden)
        if shown:
            found.setdefault(ArticleId(article), {})[ClaimId(claim)] = (Span(start, end), shown[0])
    return found


def _count_decided(library: Library, article: ArticleId, claims: _Decided, into: _Counts) -> None:
    stood = voices(library, article, [span for span, _ in claims.values()])
    stale = sum(is_stale(decision, stood[span]) for span, decision in claims.values())
    into.returned += stale
    into.settled += len(claims) - stale


def _count_all(library: Library, article: ArticleId, viewer: str, into: _Counts) -> None:
    """Of an article that was matched with another text: there are few, and pairs are read at once."""
    held = review(library, article, viewer)
    into.open = held.count(Accord.OPEN)
    into.returned = held.count(Accord.RETURNED)
    into.settled = held.count(Accord.SETTLED)
