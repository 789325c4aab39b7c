"""The report as a Word file: highlights, comments in the margin, proposed wordings as tracked changes.

It is Office Open XML as ECMA-376 has it (transitional), with Word's own threads of comments. Nothing of a
template or of the writer's own file is in it, and the same report gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from annotator.domain.article import ClaimId
from annotator.domain.edition import Section
from annotator.domain.formats import Tally
from annotator.domain.report import Report
from annotator.exporters import (
    signoff_word,
    word_claims,
    word_decide,
    word_evidence,
    word_review,
    word_summary,
)
from annotator.exporters.word_changes import changes
from annotator.exporters.word_comments import Speaker, Spoken, numbered
from annotator.exporters.word_file import WordFile
from annotator.exporters.word_page import Page
from annotator.exporters.word_pen import Pen
from annotator.exporters.word_reading import tally
from annotator.exporters.word_table import logo
from annotator.exporters.word_xml import Xml, page_break, paragraph, run
from annotator.reporting import times
from annotator.reporting.characters import replaced
from annotator.reporting.labels import labels
from annotator.reporting.texts import report_title
from annotator.reporting.view import View, view
from annotator.reporting.word_mark import Mark, MarkedClaim, MarkedComment, fingerprint
from annotator.reporting.words import first_words


def write(report: Report) -> bytes:
    """The report of one article."""
    return together([report])


def together(reports: Sequence[Report]) -> bytes:
    """Several articles in one file, each on a new page, with its own bookmarks."""
    first = reports[0]
    file = WordFile(first.edition.labels, report_title(first))
    made = []
    for place, report in enumerate(reports):
        prefix = f"a{place + 1}_" if len(reports) > 1 else ""
        written = _Written(file, report, view(report), prefix)
        if place:
            file.body.append(page_break())
        file.body += written.body()
        made.append(written)
    file.body.append(paragraph("AnnotatorMuted", run(" · ".join(made[0].view.foot))))
    public = first.edition.public
    people = (
        () if public else {one.name: None for made in reports for one in made.analysts if one.name}
    )
    moment = times.seconds(first.made_at) if first.made_at else ""
    mark = None if public else _mark(made)
    return file.packed(_foot(made[0]), people, moment, mark)


def count(data: bytes) -> Tally:
    """What stands in the file, read again from its bytes."""
    return tally(data)


def notices(report: Report) -> tuple[str, ...]:
    """What the file could not hold, and what it cannot draw."""
    said = []
    if gone := _lost(report):
        what = "1 character" if gone == 1 else f"{gone:,} characters"
        said.append(f"A Word file cannot hold {what} of what is written: U+FFFD stands there.")
    nested = overlapping(report)
    if nested and Section.ARTICLE in report.edition.sections:
        what = "1 claim lies" if nested == 1 else f"{nested:,} claims lie"
        said.append(
            f"{what} over another one: Word shows one colour at a time, that of the inner claim; "
            "all have their numbers and comments."
        )
    return tuple(said)


def overlapping(report: Report) -> int:
    """How many claims begin within another."""
    found, end = 0, 0
    for claim in report.counted:
        found += claim.span.start < end
        end = max(end, claim.span.end)
    return found


def _lost(report: Report) -> int:
    texts = [report.article.text, report_title(report)]
    for claim in report.claims:
        for one in claim.held:
            texts += [one.assessment.note, one.assessment.why]
        texts += [ruled.decision.reason for ruled in claim.decisions]
    texts += [comment.text for comment in report.comments]
    return sum(map(replaced, texts))


@dataclass
class _Written:
    """One article's report while it is written into a file."""

    file: WordFile
    report: Report
    view: View
    prefix: str

    def __post_init__(self) -> None:
        view, report = self.view, self.report
        chosen = {section for section, _ in view.sections}
        language = view.head.lang
        self.t = labels(report.edition.labels)
        self.pen = Pen(
            self.t,
            self.file.package.links,
            self.file.ids,
            self.prefix,
            language if language != self.t.language else "",
            many=view.head.many,
            page=Section.ARTICLE in chosen,
            rows=Section.CLAIMS in chosen,
            items=Section.EVIDENCE in chosen,
        )
        self.changes, whose = changes(report) if self.pen.page else ([], frozenset())
        self.speaker = Speaker(
            self.t,
            {one.key: one for one in view.decide.wordings},
            self._tracked(whose),
        )
        self.comments = self._comments() if self.pen.page or self.pen.rows else {}

    def _tracked(self, whose: frozenset[tuple[ClaimId, str]]) -> frozenset[str]:
        """The keys of the wordings that are written as changes: the view has them in this order."""
        proposed = [
            (claim.id, one.analyst.id)
            for claim in self.report.counted
            for one in claim.held
            if one.assessment.wording is not None
        ]
        wordings = self.view.decide.wordings
        return frozenset(
            one.key for one, who in zip(wordings, proposed, strict=True) if who in whose
        )

    def _comments(self) -> dict[int, list[Spoken]]:
        """The comments by their claim's place."""
        edits: dict[ClaimId, list[str]] = {}
        for comment in self.report.comments:
            edits.setdefault(comment.claim, []).append(comment.id)
        found = {}
        for place, (claim, row) in enumerate(zip(self.report.counted, self.view.rows, strict=True)):
            said = self.speaker.of(row, edits.get(claim.id, []))
            if here := numbered(said, self.file.ids):
                found[place] = here
                self.file.comments += here
        return found

    def body(self) -> list[Xml]:
        """All that is printed of the article."""
        view, found = self.view, []
        if view.signoff is not None:
            sheet = signoff_word.sheet_of(self.report)
            found += [*signoff_word.sheet(sheet, self.pen, self._logo()), page_break()]
        found += word_summary.first(view.first, self.t("checked line by line"))
        found += word_summary.head(view, self.pen, self._logo())
        for section, title in view.sections:
            found += _SECTIONS[section](self, title)
        return found

    def _logo(self) -> Xml:
        edition, file = self.report.edition, self.file
        return logo(edition.logo, self.t("Logo"), file.package, file.ids)

    def decide(self, title: str) -> list[Xml]:
        return word_decide.decide(self.view, self.pen, title, public=self.report.edition.public)

    def summary(self, title: str) -> list[Xml]:
        return word_summary.summary(self.view, self.pen, title)

    def article(self, title: str) -> list[Xml]:
        refs = [row.ref for row in self.view.rows]
        page = Page(
            self.report,
            self.view.rows,
            self.comments,
            self.changes,
            [self.pen.in_page(ref) for ref in refs],
            [self.pen.in_rows(ref) for ref in refs],
            self.file.ids,
            self.pen.lang,
            self.t,
        )
        return [self.pen.heading(2, title), *page.paragraphs()]

    def claims(self, title: str) -> list[Xml]:
        there: Mapping[int, Sequence[Spoken]] = {} if self.pen.page else self.comments
        return word_claims.claims(self.view, self.pen, self.speaker, there, title)

    def evidence(self, title: str) -> list[Xml]:
        return word_evidence.evidence(self.view, self.pen, title)

    def review(self, title: str) -> list[Xml]:
        return word_review.review(self.view, self.pen, title)

    def aside(self, title: str) -> list[Xml]:
        return word_claims.aside(self.view, self.pen, self.speaker, title)

    def signoff(self, _title: str) -> list[Xml]:
        """It is the first page, wherever it was chosen."""
        return []


_SECTIONS: dict[Section, Callable[[_Written, str], list[Xml]]] = {
    Section.SIGNOFF: _Written.signoff,
    Section.DECIDE: _Written.decide,
    Section.SUMMARY: _Written.summary,
    Section.ARTICLE: _Written.article,
    Section.CLAIMS: _Written.claims,
    Section.EVIDENCE: _Written.evidence,
    Section.REVIEW: _Written.review,
    Section.ASIDE: _Written.aside,
}


def _foot(made: _Written) -> tuple[str, str]:
    """What stands at the foot of every page, beside its number."""
    report, t = made.report, made.t
    day = times.shown(report.made_at, t.language) if report.made_at else ""
    copy = "" if report.edition.public else made.view.first.copy.removesuffix(".")
    first = (copy, first_words(made.view.head.title, 36), day)
    sha256 = report.article.sha256
    known = t("text sha256 {hash}", hash=f"{sha256[:18]}…") if sha256 else ""
    return " · ".join(filter(None, first)), known


def _mark(made: Sequence[_Written]) -> Mark:
    """Which bookmark and which comment is which claim's."""
    first = made[0]
    claims, comments = [], []
    for place, (claim, row) in enumerate(zip(first.report.counted, first.view.rows, strict=True)):
        names = filter(None, (first.pen.in_page(row.ref), first.pen.in_rows(row.ref)))
        claims.append(MarkedClaim(tuple(names), claim.text, *claim.span))
        comments += [
            MarkedComment(str(one.id), place, one.author, fingerprint(one.text), one.date, one.edit)
            for one in first.comments.get(place, ())
        ]
    article = first.report.article
    return Mark(
        len(made), article.id, article.sha256, article.title, tuple(claims), tuple(comments)
    )
