"""The public copy of a report, which is closed: what an edition withholds is taken out of it.

What is left is a report like any other. An exporter prints what is there and leaves out what is
empty, so that no format, ours or an installed package's, can tell what was withheld. Three things
stay in house whatever is cleared: what is for its writer only, the log of edits, and the ids of
single records; other ones are made up (``publishing_ids``).

A field that is added to anything a report holds is one to decide about here: a test walks through
all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotator.domain.article import Article, ClaimId
from annotator.domain.beside import NOTHING_BESIDE, Beside
from annotator.domain.edition import Edition, Withheld
from annotator.domain.enclosed import Hyperlink
from annotator.domain.persons_named import mentioned, nameless
from annotator.domain.publishing_held import merged, without_others
from annotator.domain.publishing_ids import made_up
from annotator.domain.publishing_record import Records, plain_text, public_held
from annotator.domain.reminders import Reminder, in_general
from annotator.domain.report import Outcome, Report, ReportClaim, Ruled
from annotator.domain.review import Pass, Stage
from annotator.domain.threads import Comment
from annotator.domain.tokens import public_address


def public_copy(report: Report) -> Report:
    """The report without all that its edition withholds; as it is where that is no public copy.

    Of a public copy it is that copy again.
    """
    if not report.edition.public:
        return report
    found = made_up(_Copy(report).report())
    if report.edition.withholds(Withheld.NAMES):
        found = made_up(nameless(merged(found)))
    named = set(mentioned(found))
    return replace(found, analysts=tuple(one for one in found.analysts if one.id in named))


def falls_short(report: Report, claim: ReportClaim) -> bool:
    """Whether it counts as verified, and is not settled for the public, for its evidence is short."""
    return bool(report.beside.get(claim.id, NOTHING_BESIDE).short)


class _Copy:
    """One report on its way out, before ids are made up and names are taken away."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._edition: Edition = report.edition
        self._records = Records(report)

    def report(self) -> Report:
        """The same report with less in it."""
        of = self._report
        names = self._keeps(Withheld.NAMES)
        told = self._keeps(Withheld.HISTORY)
        measured = self._keeps(Withheld.AGREEMENT)
        claims = tuple(self._claim(claim) for claim in of.claims if told or not claim.retired)
        there = {claim.id for claim in claims}
        return replace(
            of,
            article=self._article(of.article),
            claims=claims,
            log=(),
            maker=of.maker if names else "",
            comments=tuple(self._comments(there)),
            passes={who: self._pass(one) for who, one in of.passes.items()}
            if told and names
            else {},
            stage=self._stage(of.stage) if told else Stage(),
            changes=of.changes if told else 0,
            revisions=of.revisions if told and self._keeps(Withheld.HASH) else (),
            draws=of.draws if told else (),
            blind=of.blind if told and names else (),
            first_tag=of.first_tag if told else None,
            carried=of.carried if told else 0,
            agreement=of.agreement if measured else (),
            figures=of.figures if measured else (),
            sources=self._records.sources(claims),
            beside=dict(self._beside(claims)),
            links=self._links(of.links),
            original=b"",
        )

    def _links(self, links: tuple[Hyperlink, ...]) -> tuple[Hyperlink, ...]:
        """Those of the text; one whose address would let somebody in is left out."""
        if self._keeps(Withheld.TOKENS):
            return links
        return tuple(link for link in links if public_address(link.target))

    def _keeps(self, kind: Withheld) -> bool:
        return not self._edition.withholds(kind)

    def _article(self, article: Article) -> Article:
        told = self._keeps(Withheld.HISTORY)
        return replace(
            article,
            sha256=article.sha256 if self._keeps(Withheld.HASH) else "",
            address=public_address(article.address)
            if not self._keeps(Withheld.TOKENS)
            else article.address,
            file_name=article.file_name if self._keeps(Withheld.FILES) else "",
            encoding=article.encoding if told else "",
            imported_at=article.imported_at if told else 0,
            imported_by=article.imported_by if told and self._keeps(Withheld.NAMES) else "",
        )

    def _claim(self, claim: ReportClaim) -> ReportClaim:
        """What follows from all that is held is kept, though that is gone."""
        if not self._keeps(Withheld.HISTORY) and not claim.counts:
            return replace(claim, held=(), decisions=(), printed=Outcome.UNTAGGED)
        short = falls_short(self._report, claim) and not self._keeps(Withheld.SHORT)
        printed = Outcome.OPEN if short else claim.outcome
        held = claim.held
        if not self._keeps(Withheld.OVERRULED):
            held = without_others(held, printed.standing)
        elif short:
            held = without_others(held, None)
        shown = (public_held(one, self._edition, self._records) for one in held)
        return replace(
            claim,
            held=tuple(one for one in shown if not (one.assessment.empty and one.record.empty)),
            decisions=() if short else tuple(self._decisions(claim)),
            printed=printed,
        )

    def _decisions(self, claim: ReportClaim) -> Iterator[Ruled]:
        """Whom a decision was against is told with the names, for it is nothing without them."""
        kept = self._keeps(Withheld.OVERRULED)
        named = kept and self._keeps(Withheld.NAMES)
        told = self._keeps(Withheld.HISTORY)
        for one in claim.decisions if kept else claim.decisions[:1]:
            decision = replace(
                one.decision,
                reason=self._text(one.decision.reason) if self._keeps(Withheld.REASONS) else "",
                over=one.decision.over if named else {},
                elsewhere=one.decision.elsewhere if named and self._keeps(Withheld.HASH) else {},
                decided=one.decision.decided if told else 0,
                order=(0, ""),
            )
            stale, overruled = one.stale and told, one.overruled if named else ()
            yield Ruled(one.reviewer, decision, stale, overruled)

    def _comments(self, claims: set[ClaimId]) -> Iterator[Comment]:
        told = self._keeps(Withheld.HISTORY)
        if self._keeps(Withheld.COMMENTS):
            for one in self._report.comments:
                if one.claim in claims:
                    written = one.written if told else 0
                    yield replace(one, text=self._text(one.text), written=written)

    def _pass(self, one: Pass) -> Pass:
        reason = self._text(one.reason) if self._keeps(Withheld.REASONS) else ""
        return replace(one, submission="", order=(0, ""), reason=reason)

    def _stage(self, one: Stage) -> Stage:
        reason = self._text(one.reason) if self._keeps(Withheld.REASONS) else ""
        return replace(one, reason=reason, digests=None)

    def _beside(self, claims: tuple[ReportClaim, ...]) -> Iterator[tuple[ClaimId, Beside]]:
        """What is still missing of a claim is a matter of the desk's."""
        for claim in claims:
            of = self._report.beside.get(claim.id, NOTHING_BESIDE)
            worded = {one.analyst.id for one in claim.held if one.assessment.wording}
            wordings = {
                who: tuple((self._text(text), how) for text, how in pieces)
                for who, pieces in of.wordings.items()
                if who in worded
            }
            told = of.short and self._keeps(Withheld.SHORT)
            lacks = in_general(of.lacks or Reminder("", of.short, "")) if told else None
            if wordings or lacks:
                yield claim.id, Beside({}, wordings, lacks.sentence if lacks else "", lacks)

    def _text(self, text: str) -> str:
        return plain_text(text, self._edition)
