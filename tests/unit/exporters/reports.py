"""Reports for tests, made of real acts: what the store does, in a few lines and without it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

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
from annotator.domain.assessment import Analyst, Assessment, read_fields
from annotator.domain.edits.act import Act
from annotator.domain.edits.articles import ImportArticle
from annotator.domain.edits.form import AnalystId, Edit, Part, PartClass, Stamp
from annotator.domain.edits.people import SetName
from annotator.domain.edits.state import ArticleState, state
from annotator.domain.layout import kind_at, reading_order
from annotator.domain.report import Held, Report, ReportClaim
from annotator.text.passages import cut, passages

START = 1_704_364_920_000_000
"""4 Jan 2024, 10:42 UTC, in microseconds."""

ANNA = AnalystId("00000000-0000-4000-8000-00000000000a")
BEN = AnalystId("00000000-0000-4000-8000-00000000000b")


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


def report_of(text: str, edits: Iterable[Edit], made_at: int) -> Report:
    """The report of these edits, whatever the library they come from."""
    edits = [without_private(edit) for edit in edits]
    article = article_id(text_hash(text))
    whole = state(edits, {article: text})
    found = whole.articles[article]
    names = whole.names()
    people = {owner: Analyst(owner, names.get(owner, "?")) for owner in _writers(edits)}
    held: dict[ClaimId, list[Held]] = {}
    clocks = {edit.header.order: edit.header.clock for edit in edits}
    for (owner, about, key), register in sorted(whole.own.items()):
        value = read_fields(register) if about == "claim" else Assessment()
        if not value.empty:
            changed = clocks[max(stamp for stamp, _ in register.values())]
            held.setdefault(ClaimId(key), []).append(Held(people[owner], value, changed))
    record = {key: value for key, value in found.record.items() if value}
    about_it = Article(
        article,
        text,
        text_hash(text),
        imported_at=found.imported_at,
        imported_by=names.get(found.imported_by, ""),
        **record,
    )
    claims = tuple(_claims(text, article, found, held))
    log = tuple(sorted(edits, key=lambda edit: edit.header.order))
    return Report(about_it, found.passages, claims, tuple(people.values()), log, made_at, "Anna")


def without_private(edit: Edit) -> Edit:
    """What may leave the library of this edit."""
    parts: tuple[Part, ...] = tuple(p for p in edit.parts if p.part_class != PartClass.PRIVATE)
    return Edit(edit.header, parts)


def _writers(edits: Iterable[Edit]) -> list[str]:
    return sorted({edit.header.analyst for edit in edits})


def _claims(
    text: str, article: ArticleId, found: ArticleState, held: dict[ClaimId, list[Held]]
) -> Iterable[ReportClaim]:
    spans = {*found.live.values(), *(s for i, s in found.named.items() if i in held)}
    title = next((p for p in found.passages if p.kind is PassageKind.TITLE), None)
    number, titled = 0, False
    for span in sorted(spans, key=reading_order):
        claim = claim_id(article, span)
        retired = claim not in found.live
        own: int | None = None
        if not retired and kind_at(found.passages, span.start) is not PassageKind.BOILERPLATE:
            if title and not titled and title.start <= span.start < title.end:
                own, titled = 0, True
            else:
                number += 1
                own = number
        words = text[span.start : span.end]
        yield ReportClaim(claim, own, span, words, retired, tuple(held.get(claim, ())))
