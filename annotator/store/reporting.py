"""What may leave the library: one article with all that is said of it, and its log.

Nothing whose audience is *me* is in either.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from annotator.domain.article import Article, ArticleId, ClaimId, Passage, PassageKind, Span
from annotator.domain.assessment import Analyst, Assessment, Audience, read_fields
from annotator.domain.edits.form import Edit, PartClass
from annotator.domain.report import Held, Report, ReportClaim
from annotator.domain.snapshot import TITLE_NUMBER
from annotator.store import log as rows_of_log
from annotator.store import reading
from annotator.store.assess import FIELDS, REGISTERS
from annotator.store.library import Library, Row
from annotator.store.people import persons

_PRIVATE = PartClass.PRIVATE.value

_EDITS = (
    "SELECT edit FROM parts WHERE article = ? AND class <> ? "
    "UNION SELECT id FROM edits WHERE undoes IN "
    "(SELECT edit FROM parts WHERE article = ? AND class <> ?)"
)
_NAMINGS = (
    "SELECT edit FROM parts JOIN edits ON id = edit "
    "WHERE article IS NULL AND class <> ? AND analyst IN ({0}) "
    "UNION SELECT undoing.id FROM parts "
    "JOIN edits AS undoing ON undoing.undoes = edit "
    "WHERE article IS NULL AND class <> ? AND undoing.analyst IN ({0})"
)


_FEW = rows_of_log.CHUNK // 2


def report(library: Library, article: ArticleId, *, maker: str, made_at: int) -> Report:
    """One article for the exporters. Raises AnnotatorError where there is none.

    ``maker`` is the name of who exports it, ``made_at`` is microseconds since 1970.
    """
    with library.reading():
        of = reading.article(library, article)
        passages = reading.passages(library, article)
        edits = log(library, article)
        held = _held(library, article)
        claims = _claims(library, of, passages, held)
        names = {analyst.id: analyst for analyst in reading.analysts(library)}
        who = persons(library)
    wrote = {who.of(edit.header.analyst) for edit in edits}
    wrote |= {each.analyst.id for all_held in held.values() for each in all_held}
    analysts = tuple(names.get(one, Analyst(one, one[:8])) for one in sorted(wrote))
    return Report(of, passages, claims, analysts, edits, made_at, maker, who)


def log(library: Library, article: ArticleId) -> tuple[Edit, ...]:
    """The edits of an article in the total order, with what takes them back or gives them back.

    Only what may leave: parts that are not private, and only those of this article;
    beside them how those who wrote them are called.
    """
    with library.reading():
        ids = {row[0] for row in library.rows(_EDITS, (article, _PRIVATE) * 2)}
        edits = rows_of_log.edits(library, sorted(ids))
        authors = sorted({edit.header.analyst for edit in edits})
        for start in range(0, len(authors), _FEW):
            chunk = authors[start : start + _FEW]
            marks = ", ".join("?" * len(chunk))
            values = (_PRIVATE, *chunk) * 2
            ids |= {row[0] for row in library.rows(_NAMINGS.format(marks), values)}
        edits = rows_of_log.edits(library, sorted(ids))
    return tuple(_leaving(edit, article) for edit in edits)


def _leaving(edit: Edit, article: ArticleId) -> Edit:
    """The edit with the parts that may leave with this article."""
    return Edit(
        edit.header,
        tuple(
            part
            for part in edit.parts
            if part.part_class != _PRIVATE and part.article in (article, None)
        ),
    )


_HELD = (
    "SELECT claim, analyst, coalesce(name, substr(analyst, 1, 8)), changed, "
    "tag, not_checkable, confirmed, note, audience, why, seen "
    "FROM assessments LEFT JOIN names USING (analyst) WHERE article = ? ORDER BY claim, analyst"
)


def _held(library: Library, article: ArticleId) -> dict[ClaimId, tuple[Held, ...]]:
    """Claim → what everybody holds of it, by analyst; nothing that is private."""
    found: dict[ClaimId, tuple[Held, ...]] = {}
    for claim, analyst, name, changed, *rest in library.rows(_HELD, (article,)):
        assessment: Assessment | None = reading.assessment_of(tuple(rest))
        if assessment is not None and assessment.audience is Audience.ME:
            assessment, changed = _without_private(library, claim, analyst)
        if assessment is not None:
            one = Held(Analyst(analyst, name), assessment, changed)
            found[claim] = (*found.get(claim, ()), one)
    return found


def _without_private(
    library: Library, claim: ClaimId, analyst: str
) -> tuple[Assessment | None, int]:
    """What the analyst holds as if the private note were not here, and when that was changed."""
    fields, changed = {}, 0
    for _, name, value, at, edit, clock in library.rows(REGISTERS.format("?"), (claim, analyst)):
        if name in FIELDS and name != "note.me":
            fields[name] = ((at, edit), json.loads(value))
            changed = clock
    assessment = read_fields(fields)
    return (None if assessment.empty else assessment), changed


def _claims(
    library: Library,
    article: Article,
    passages: Iterable[Passage],
    held: dict[ClaimId, tuple[Held, ...]],
) -> tuple[ReportClaim, ...]:
    """Live claims with their numbers, and retired ones of which somebody holds something."""
    rows = library.rows(
        'SELECT id, start, "end", live, furniture FROM claims WHERE article = ? '
        'ORDER BY start, "end" DESC',
        (article.id,),
    )
    rows = [row for row in rows if row[3] or row[0] in held]
    numbers = _numbers(rows, passages)
    return tuple(
        ReportClaim(
            claim,
            numbers.get(claim),
            Span(start, end),
            article.text[start:end],
            not live,
            held.get(claim, ()),
        )
        for claim, start, end, live, _ in rows
    )


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
