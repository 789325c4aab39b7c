"""Made-up ids for a public copy: what belongs together still does, and nothing tells where it came from.

An id of an article or of a claim follows from the text's hash; the others are in the library's log,
where they lead to who wrote what.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Assessment
from annotator.domain.attribution import Attribution
from annotator.domain.edition import Withheld
from annotator.domain.evidence import Item, Linked
from annotator.domain.record import Record
from annotator.domain.report import Held, Report, ReportClaim
from annotator.domain.review import Drawn

ARTICLE = ArticleId("article")


def made_up(report: Report) -> Report:
    """The report with other ids for its records, and for article and claims where hash is withheld."""
    return _MadeUp(report).report()


class _MadeUp:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._hidden = report.edition.withholds(Withheld.HASH)
        self._claims = _claims(report.claims) if self._hidden else {}
        self._items = _items(report)
        self._by_id = {item: made for (item, _), made in reversed(self._items.items())}
        self._known: Mapping[ClaimId, ClaimId] = self._claims or {
            one.id: one.id for one in report.claims
        }
        self._said = 0

    def report(self) -> Report:
        of = self._report
        comments = {one.id: f"comment-{n}" for n, one in enumerate(of.comments, 1)}
        return replace(
            of,
            article=replace(of.article, id=ARTICLE) if self._hidden else of.article,
            claims=tuple(map(self._claim, of.claims)),
            comments=tuple(
                replace(
                    one,
                    id=comments[one.id],
                    claim=self._other(one.claim) or one.claim,
                    answers=comments.get(one.answers or ""),
                )
                for one in of.comments
            ),
            draws=tuple(map(self._drawn, of.draws)),
            beside={
                made: beside
                for claim, beside in of.beside.items()
                if (made := self._other(claim)) is not None
            },
        )

    def _other(self, claim: ClaimId) -> ClaimId | None:
        """What a claim goes by; None for one that is not in this report, where ids are hidden."""
        return self._claims.get(claim) if self._hidden else claim

    def _claim(self, claim: ReportClaim) -> ReportClaim:
        return replace(
            claim,
            id=self._other(claim.id) or claim.id,
            held=tuple(map(self._held, claim.held)),
        )

    def _held(self, held: Held) -> Held:
        record = held.record
        if record.empty and not (held.assessment.against or held.assessment.relations):
            return held
        evidence = tuple(map(self._linked, record.evidence))
        attributions = tuple(map(self._attribution, record.attributions))
        assessment = self._assessment(held.assessment, record)
        return replace(held, assessment=assessment, record=Record(evidence, attributions))

    def _assessment(self, of: Assessment, record: Record) -> Assessment:
        own = {
            one.link.item: self._items[one.item.id, one.item.owner]
            for one in record.evidence
            if one.item is not None
        }
        against = own.get(of.against) or self._by_id.get(of.against)
        if against is None and of.against:
            against = self._known.get(ClaimId(of.against))
        relations = tuple(
            (how, made) for how, claim in of.relations if (made := self._other(claim)) is not None
        )
        return replace(of, against=against or "", relations=relations)

    def _linked(self, one: Linked) -> Linked:
        if one.item is None:
            return Linked(replace(one.link, item=self._by_id.get(one.link.item, "")), None)
        made = self._items[one.item.id, one.item.owner]
        return Linked(replace(one.link, item=made), self._item(one.item, made))

    def _item(self, item: Item, made: str) -> Item:
        return replace(
            item,
            id=made,
            copy_of=self._by_id.get(item.copy_of, ""),
            contacts=tuple(
                replace(one, id=f"contact-{n}") for n, one in enumerate(item.contacts, 1)
            ),
        )

    def _attribution(self, one: Attribution) -> Attribution:
        self._said += 1
        return replace(
            one,
            id=f"said-{self._said}",
            claim=self._other(one.claim) or one.claim,
            named_in=one.named_in and self._other(one.named_in),
        )

    def _drawn(self, one: Drawn) -> Drawn:
        claims = tuple(made for claim in one.claims if (made := self._other(claim)) is not None)
        return replace(one, claims=claims)


def _claims(claims: tuple[ReportClaim, ...]) -> dict[ClaimId, ClaimId]:
    """By their numbers; what has none by its place among its kind."""
    found: dict[ClaimId, ClaimId] = {}
    others = {True: 0, False: 0}
    for claim in claims:
        if claim.counts:
            found[claim.id] = ClaimId(f"claim-{claim.number}")
            continue
        others[claim.retired] += 1
        kind = "earlier" if claim.retired else "furniture"
        found[claim.id] = ClaimId(f"{kind}-{others[claim.retired]}")
    return found


def _items(report: Report) -> dict[tuple[str, str], str]:
    """By the order in which claims have them, and so that lists by id keep it."""
    keys = dict.fromkeys((item.id, item.owner) for claim in report.claims for item in claim.items)
    wide = len(str(len(keys)))
    return {key: f"item-{n:0{wide}}" for n, key in enumerate(keys, 1)}
