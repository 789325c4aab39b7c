"""The lists of the sign-off sheet: which claims stand in them, and what is said of each.

A claim's text is cut to what a line of the sheet holds; whoever wants to read it has the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.domain import reminder_rules as rules
from annotator.domain.article import ClaimId
from annotator.domain.beside import NOTHING_BESIDE, Beside, Pieces
from annotator.domain.edits.revisions import AGAIN, CHANGED, precedence
from annotator.domain.evidence import Groups, Linked, Stance
from annotator.domain.reminder_rules import Around, Looked
from annotator.domain.report import Outcome, Report, ReportClaim, Ruled, together, verifying
from annotator.domain.tags import Standing
from annotator.reporting import record_words, words
from annotator.reporting.shortened import shortened
from annotator.reporting.words import Look, Terms

TEXT = 64
"""A claim's words, in code points: what stands on one line of the sheet."""

SAID = 56
"""As much of a note or a reason."""

NUMBERS = 12
"""So many claims are named on a line; of more it says how many there are."""

LINE = 66
"""So many code points of a proposed wording stand on one line."""


_EVIDENCE_AGAINST = "evidence contradicts it"
_CLAIM_AGAINST = "another claim contradicts it"
_NO_QUOTATION = "no quotation yet"
_NO_ACCESS = "the day it was read is missing"

LACKS = {
    "verified, but {name} contradicts it": _EVIDENCE_AGAINST,
    "verified, but claim {n} contradicts it": _CLAIM_AGAINST,
    "verified, but the title contradicts it": _CLAIM_AGAINST,
    "verified, but no evidence yet": "no evidence yet",
    "verified, but no evidence supports it yet": "no evidence supports it yet",
    rules.OWN_SOURCE: "only the source that the article names",
    rules.ONE_SECONDARY: "one secondary source; the rule asks for three",
    rules.TWO_SECONDARY: "two secondary sources; the rule asks for three",
    rules.ONE_UNMARKED: "one source that is not marked as primary",
    rules.TWO_UNMARKED: "two sources, neither marked as primary",
    **dict.fromkeys(rules.NO_QUOTATION, _NO_QUOTATION),
    **dict.fromkeys(rules.NO_ACCESS, _NO_ACCESS),
}
"""A reminder's label → what is missing, in few words: labels."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list.

    ``label`` stands before it: a claim's number, several, or a reviewer's name. ``text`` is the
    line itself, ``pieces`` instead of it where a wording is proposed: (text, "same", "dropped"
    or "new"). At its end stands ``sides`` (names, and what they hold), or ``remark``, or
    ``boxes`` (label, whether it is ticked). ``direction`` is the text's, rtl or ltr.
    """

    label: str
    text: str = ""
    pieces: Pieces = ()
    direction: str = "ltr"
    sides: tuple[tuple[str, Look], ...] = ()
    remark: str = ""
    boxes: tuple[tuple[str, bool], ...] = ()

    @property
    def lines(self) -> int:
        """How many lines of the sheet it takes: a wording may need more than one."""
        return 1 + sum(len(text) for text, _ in self.pieces) // LINE


class Rows:
    """Makes the rows of one report's sheet."""

    def __init__(self, report: Report, terms: Terms) -> None:
        self._report = report
        self._terms = terms
        self._t = terms.t

    def open(self) -> Iterator[Row]:
        """Who holds what of the claims that nobody has settled."""
        for claim in self._report.counted:
            if claim.outcome is Outcome.OPEN:
                yield self._row(claim, sides=tuple(self._sides(claim)))

    def _sides(self, claim: ReportClaim) -> Iterator[tuple[str, Look]]:
        sides: dict[Standing, list[str]] = {}
        for one in claim.held:
            if one.assessment.standing is not Standing.UNTAGGED:
                sides.setdefault(one.assessment.standing, []).append(one.analyst.name)
        for standing, people in sides.items():
            named = ", ".join(filter(None, people))
            many = self._t.count(len(people), "{n} analyst", "{n} analysts")
            yield named or many, self._terms.standing[standing]

    def disputed(self) -> Iterator[Row]:
        """What is wrong in it, where that is marked, and why it is disputed."""
        for claim in self._report.counted:
            if claim.outcome is Outcome.DISPUTED:
                yield self._row(claim, self._wrong(claim), remark=self._why(claim))

    def _wrong(self, claim: ReportClaim) -> str:
        text = self._report.article.text
        marked = {
            span for one in claim.held for span, right in one.assessment.facts if right is False
        }
        return " · ".join(text[span.start : span.end] for span in sorted(marked))

    def _why(self, claim: ReportClaim) -> str:
        """The first reason that anybody gave, in one of the four words and in their own."""
        word = next(
            (
                record_words.because(one.assessment, self._t)
                for one in claim.held
                if one.assessment.because
            ),
            "",
        )
        said = claim.decision.decision.reason if claim.decision else ""
        said = said or next((one.assessment.note for one in claim.held if one.assessment.note), "")
        said = words.first_words(" ".join(said.split()), SAID).removesuffix(".")
        if word and said:
            return self._t("{label}: {text}", label=word, text=said)
        return word or said

    def wordings(self) -> Iterator[Row]:
        """What is proposed instead, cut short round the changes, with boxes to tick."""
        for claim in self._report.counted:
            pieces = self._report.beside.get(claim.id, NOTHING_BESIDE).wordings
            for one in claim.held:
                if one.assessment.wording is not None:
                    wording = one.assessment.wording
                    changed = pieces.get(one.analyst.id, ((wording.text, "new"),))
                    boxes = (
                        (self._t("taken"), wording.taken is True),
                        (self._t("not"), wording.taken is False),
                    )
                    yield self._row(claim, pieces=shortened(changed), boxes=boxes)

    def single(self) -> Iterator[Row]:
        """Verified claims all of whose support comes to one thing: one item, copies, one publisher."""
        groups = Groups.of(self._report.items)
        for claim in self._report.counted:
            if claim.outcome is Outcome.VERIFIED:
                around = Around(sources=self._report.sources, groups=groups)
                looked = (
                    Looked(claim.held[0].assessment, together(verifying(claim)), around)
                    if claim.held
                    else None
                )
                serving = looked.served(Stance.SUPPORTS) if looked else []
                if looked and serving and looked.independent(serving) == 1:
                    yield self._single(claim, serving)

    def _single(self, claim: ReportClaim, serving: list[Linked]) -> Row:
        primary = [one for one in serving if one.item and one.item.primary]
        first = (primary or serving)[0]
        short = self._report.beside.get(claim.id, NOTHING_BESIDE).short
        if primary:
            kind = self._t("primary")
        elif first.item and first.item.primary is False:
            kind = self._t("secondary")
        else:
            kind = self._t("not marked as primary")
        remark = self._t("{kind}: short of the rule", kind=kind) if short else kind
        text = ", ".join(filter(None, (record_words.item_name(first, self._t), first.link.locator)))
        return self._row(claim, text, remark=remark)

    def short(self) -> Iterator[Row]:
        """Verified claims that fall short of the rule, those together that lack the same."""
        lacking: dict[str, list[ReportClaim]] = {}
        for claim in self._report.counted:
            beside = self._report.beside.get(claim.id, NOTHING_BESIDE)
            if beside.short:
                lacking.setdefault(self._lacking(beside), []).append(claim)
        for why, claims in lacking.items():
            yield Row(self.numbers(claims), why, direction=words.direction(why))

    def _lacking(self, beside: Beside) -> str:
        """What is missing, the same for all that lack it: no item is named."""
        said = beside.lacks.said if beside.lacks else None
        known = LACKS.get(said.label) if said else None
        return self._t(known) if known else record_words.lacking(beside, self._t)

    def overruling(self) -> list[tuple[ReportClaim, Ruled]]:
        """The claims that were settled against somebody, with the decision."""
        return [
            (claim, claim.decision)
            for claim in self._report.counted
            if claim.decision is not None and claim.decision.overruled
        ]

    def against(self) -> Iterator[Row]:
        """By who settled: "against B: 5, 6 · against C: 3"."""
        settled: dict[str, dict[str, list[ReportClaim]]] = {}
        for claim, ruled in self.overruling():
            whom = self._t.listed([one.name for one in ruled.overruled if one.name])
            settled.setdefault(ruled.reviewer.name, {}).setdefault(whom, []).append(claim)
        for who, against in settled.items():
            yield Row(who, " · ".join(self._against(*one) for one in against.items()))

    def _against(self, whom: str, claims: list[ReportClaim]) -> str:
        numbers = self.numbers(claims)
        return self._t("against {who}: {claims}", who=whom, claims=numbers) if whom else numbers

    def again(self) -> Iterator[Row]:
        """What a tag or a newer copy of the text has changed under those who had checked it."""
        changed = self._changed()
        for claim in self._report.counted:
            if claim.decision is not None and claim.decision.stale:
                yield self._row(claim, remark=self._t("a tag was changed since it was settled"))
            elif claim.id in changed:
                yield self._row(claim, remark=self._how(changed[claim.id]))

    def _how(self, how: str) -> str:
        if how == AGAIN:
            return self._t("a number, a name or a negation changed since the earlier copy")
        return self._t("changed since the earlier copy")

    def _changed(self) -> Mapping[ClaimId, str]:
        """Sentences that are others than in the earlier copy, and that nobody has judged since.

        And how: slightly, or in what weighs, which stands whatever else is said of them.
        """
        judged = {
            claim.id: max((one.changed for one in claim.held), default=0)
            for claim in self._report.counted
        }
        found = [
            (match.claim, match.how)
            for revision in self._report.revisions
            for match in revision.matches
            if match.how in (CHANGED, AGAIN) and judged.get(match.claim, 0) < revision.at
        ]
        return dict(sorted(found, key=lambda one: precedence(one[1])))

    def numbers(self, claims: Iterable[ReportClaim]) -> str:
        """Such as "T, 5 and 12 more": in the order of the article."""
        labels = [self._terms.ref(claim.number).label for claim in claims]
        shown = ", ".join(labels[:NUMBERS])
        more = len(labels) - NUMBERS
        return self._t("{first} and {n} more", first=shown, n=more) if more > 0 else shown

    def _row(
        self,
        claim: ReportClaim,
        text: str = "",
        *,
        pieces: Pieces = (),
        sides: tuple[tuple[str, Look], ...] = (),
        remark: str = "",
        boxes: tuple[tuple[str, bool], ...] = (),
    ) -> Row:
        label = self._terms.ref(claim.number).label
        shown = "" if pieces else words.first_words(" ".join((text or claim.text).split()), TEXT)
        direction = words.direction(shown or "".join(text for text, _ in pieces))
        return Row(label, shown, pieces, direction, sides, remark, boxes)
