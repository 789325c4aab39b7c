"""Reports for tests, made of real acts: what the store does, in a few lines and without it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from annotator import paths
from annotator.domain.article import (
    Article,
    ArticleId,
    ClaimId,
    Passage,
    PassageKind,
    Span,
    article_id,
    claim_id,
    text_hash,
)
from annotator.domain.assessment import Analyst, is_field, read_fields
from annotator.domain.canonical import text_or_empty
from annotator.domain.decision import Decision
from annotator.domain.edits.act import Act
from annotator.domain.edits.articles import ImportArticle
from annotator.domain.edits.blind import BLIND
from annotator.domain.edits.form import AnalystId, Edit, Part, PartClass, Stamp
from annotator.domain.edits.people import SetName
from annotator.domain.edits.persons import Persons
from annotator.domain.edits.reviewing import STATE, STATE_REASON, SUBMITTED
from annotator.domain.edits.state import ArticleState, State, dead, state
from annotator.domain.layout import kind_at, reading_order
from annotator.domain.record import NO_RECORD
from annotator.domain.report import (
    Held,
    Report,
    ReportClaim,
    carried_count,
    changes_since,
    ruled,
    standings,
)
from annotator.domain.review import Said, Stage, draws, passes, read_revision, stage
from annotator.domain.threads import comments
from annotator.store.records import FIELDS
from annotator.text.passages import cut, passages
from unit.exporters.recorded import records_of

START = 1_704_364_920_000_000
"""4 Jan 2024, 10:42 UTC, in microseconds."""

ANNA = AnalystId("00000000-0000-4000-8000-00000000000a")
BEN = AnalystId("00000000-0000-4000-8000-00000000000b")
CHLOE = AnalystId("00000000-0000-4000-8000-00000000000c")


@dataclass
class Bench:
    """One article and its edits; ``does`` appends one, ``report`` is what they amount to."""

    text: str
    edits: list[Edit] = field(default_factory=list)
    clock: int = START

    @property
    def article(self) -> ArticleId:
        return article_id(text_hash(self.text))

    def does(self, analyst: AnalystId, *acts: Act) -> None:
        for act in acts:
            self.clock += 61_000_000
            stamp = Stamp(analyst, self.clock, self.clock)
            self.edits.append(stamp.seal(act.kind, 1, act.writes(), act.undoes))

    def claim(self, number: int) -> ClaimId:
        """The id of the claim that has this number now; 0 is the title."""
        return next(c.id for c in self.report().claims if c.number == number and not c.retired)

    def span(self, number: int) -> Span:
        return next(c.span for c in self.report().claims if c.number == number and not c.retired)

    def report(self) -> Report:
        return report_of(self.text, self.edits, self.clock)


def bench(
    text: str,
    *,
    kinds: Sequence[Passage] | None = None,
    claims: Sequence[Span] | None = None,
    given: dict[str, str] | None = None,
) -> Bench:
    """An article that Anna has imported, cut as the app cuts it unless said otherwise."""
    made = Bench(text)
    where = passages(text) if kinds is None else kinds
    spans = cut(text, where) if claims is None else claims
    known = {"title": text.partition("\n")[0]} if given is None else given
    act = ImportArticle(made.article, "test", tuple(where), tuple(spans), "0" * 64, known)
    made.does(ANNA, SetName(ANNA, "Anna"), act)
    return made


def sample() -> Bench:
    """The sample article, untagged."""
    text = paths.sample().read_text(encoding="utf-8")
    given = {
        "title": text.partition("\n")[0],
        "publisher": "Wagswoofs",
        "published": "2024-01-04",
        "address": "https://example.org/at-least-95?a=1&b=2",
        "language": "en",
    }
    return bench(text, given=given)


TAGGING = ("SetTag", "SetNotCheckable", "SetConfirmed", "TakeOver", "Carry")


def report_of(text: str, edits: Iterable[Edit], made_at: int) -> Report:
    """The report of these edits, whatever the library they come from: by the pure law alone."""
    edits = [without_private(edit) for edit in edits]
    article = article_id(text_hash(text))
    whole = state(edits, {article: text})
    found = whole.articles.get(article, ArticleState())
    names = whole.names()
    people = {owner: Analyst(owner, names.get(owner, owner[:8])) for owner in writers(edits, whole)}

    def named(person: str) -> Analyst:
        return people.get(person, Analyst(person, person[:8]))

    held: dict[ClaimId, list[Held]] = {}
    clocks = {edit.header.order: edit.header.clock for edit in edits}
    records = records_of(edits, whole)
    claims_held = {(owner, key) for owner, about, key in whole.own if about == "claim"}
    for owner, key in sorted(claims_held | records.keys()):
        register = whole.own.get((owner, "claim", key), {})
        value, kept = read_fields(register), records.get((owner, key), NO_RECORD)
        stamps = {name: stamp for name, (stamp, _) in register.items() if is_field(name)}
        changed = judged = 0
        if not value.empty:
            changed, judged = clocks[max(stamps.values())], stamps.get("judgement", (0, ""))[0]
        if not (value.empty and kept.empty):
            one = Held(named(owner), value, changed, kept, judged)
            held.setdefault(ClaimId(key), []).append(one)
    decided: dict[ClaimId, list[Decision]] = {}
    for (_, claim), decision in whole.decisions().items():
        decided.setdefault(claim, []).append(decision)
    said = [one for one in whole.said if one.article == article]
    spoken = comments(said)
    record = {key: value for key, value in found.record.items() if value and key in FIELDS}
    by = whole.persons.of(found.imported_by)
    about_it = Article(
        article,
        text,
        text_hash(text),
        imported_at=found.imported_at,
        imported_by=names.get(by, found.imported_by),
        **record,
    )
    told = {comment.claim for comment in spoken}
    claims = tuple(
        replace(
            claim,
            held=tuple(held.get(claim.id, ())),
            decisions=ruled(decided.get(claim.id, ()), standings(held.get(claim.id, ())), named),
        )
        for claim in _claims(text, article, found, {*held, *decided, *told})
    )
    stands = _stage(found, whole, said)
    log = tuple(sorted(edits, key=lambda edit: edit.header.order))
    return Report(
        about_it,
        found.passages,
        claims,
        tuple(people.values()),
        log,
        made_at,
        "Anna",
        spoken,
        passes(said),
        stands,
        changes_since(stands, claims),
        tuple(filter(None, map(read_revision, said))),
        draws(said),
        tuple(sorted({one.analyst for one in said if one.field == BLIND})),
        _first_tag(edits, whole.persons),
        carried_count(claims, _carryings(edits, article, whole.persons)),
        sources={key: name for key, name in found.sources.items() if name},
    )


def _stage(found: ArticleState, whole: State, said: Iterable[Said]) -> Stage:
    submitted = any(one.field == SUBMITTED for one in said)
    if STATE not in found.shared:
        return stage(None, "", "", 0, submitted)
    header, value = found.shared[STATE]
    why = found.shared.get(STATE_REASON)
    reason = why[1] if why is not None and why[0].id == header.id else {}
    text = text_or_empty(reason.get("text")) if isinstance(reason, dict) else ""
    return stage(value, text, whole.persons.of(header.analyst), header.clock, submitted)


def _first_tag(edits: Iterable[Edit], who: Persons) -> int | None:
    edits = list(edits)
    left_out = dead((edit.header for edit in edits), who)
    made = (e.header for e in edits if e.header.kind in TAGGING and e.header.id not in left_out)
    return min((header.clock for header in made), default=None)


def _carryings(edits: Iterable[Edit], article: ArticleId, who: Persons) -> list[tuple[int, int]]:
    left_out = dead((edit.header for edit in edits), who)
    return [
        (edit.header.at, edit.header.clock)
        for edit in edits
        if edit.header.kind == "Carry"
        and article in edit.articles
        and edit.header.id not in left_out
    ]


def without_private(edit: Edit) -> Edit:
    """What may leave the library of this edit."""
    parts: tuple[Part, ...] = tuple(p for p in edit.parts if p.part_class != PartClass.PRIVATE)
    return Edit(edit.header, parts)


def writers(edits: Iterable[Edit], whole: State) -> list[str]:
    """The persons who wrote these edits."""
    return sorted({whole.persons.of(edit.header.analyst) for edit in edits})


def _claims(
    text: str, article: ArticleId, found: ArticleState, wanted: Collection[ClaimId]
) -> Iterable[ReportClaim]:
    """Bare claims: the live ones, and of the others those that are wanted."""
    spans = {*found.live.values(), *(s for i, s in found.named.items() if i in wanted)}
    titles = [p for p in found.passages if p.kind is PassageKind.TITLE]
    ordered = sorted(spans, key=reading_order)
    first = [s for p in titles for s in ordered if p.start <= s.start < p.end]
    title = next((s for s in first if claim_id(article, s) in found.live), None)
    number = 0
    for span in ordered:
        claim = claim_id(article, span)
        retired = claim not in found.live
        own: int | None = None
        furniture = kind_at(found.passages, span.start) is PassageKind.BOILERPLATE
        if span == title:
            own = 0
        elif not retired and not furniture:
            number += 1
            own = number
        yield ReportClaim(claim, own, span, text[span.start : span.end], retired, ())
