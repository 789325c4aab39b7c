"""A report as blocks for the template, and those in parts that typst sets one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotator.domain.edition import Section
from annotator.domain.report import Report
from annotator.domain.wording import raised
from annotator.exporters import pdf_front
from annotator.exporters.pdf_article import ArticleWriter
from annotator.exporters.pdf_claims import EvidenceWriter, RowWriter
from annotator.exporters.pdf_decide import DecideWriter
from annotator.exporters.pdf_ink import Block, Pen, Places, Runs, alone
from annotator.exporters.pdf_join import Heading
from annotator.exporters.pdf_review import review_blocks
from annotator.exporters.pdf_sheet import sheet
from annotator.reporting import times, words
from annotator.reporting.labels import Labels, labels
from annotator.reporting.view import View, view

WEIGHT = 400
"""So much stands in a part: a claim on the page and its row in the list weigh one each, and a note."""


@dataclass
class Document:
    """One report as it is to be set; ``names`` is as in ``Pen``, ``authors`` are for the metadata."""

    title: str
    lang: str
    public: bool
    blocks: list[Block]
    names: dict[str, str]
    foot: str
    hash: str
    prefix: str
    view: View
    authors: tuple[str, ...]
    columns: dict[str, list[Runs]] = field(default_factory=dict)
    """The names of the columns of its lists, which every page repeats."""

    def cut(self) -> list[list[Block]]:
        """The blocks in parts, none of them much heavier than ``WEIGHT``; most reports are one."""
        found: list[list[Block]] = [[]]
        weight = 0
        for block in self.blocks:
            own = block.get("w", 1)
            if weight + own > WEIGHT and found[-1] and not _holds(found[-1][-1]):
                found.append([])
                weight = 0
            found[-1].append(block)
            weight += own
        return found


def headings(blocks: Iterable[Block], prefix: str) -> Iterator[Heading]:
    """The headings of a part. The report's own is a place, so that a list of reports can lead there."""
    for block in blocks:
        level = block.get("level", 0)
        if level:
            said = printable("".join(_plain(block.get("r") or block["title"])))
            yield Heading(level, said, f"{prefix}top" if "title" in block else "")
        if block["k"] == "sheet":
            yield Heading(level + 1, printable("".join(block["verdict"])))


def _plain(runs: Runs) -> Iterator[str]:
    """The words of a heading, without a claim's number and without its notes."""
    for one in runs:
        if isinstance(one, str):
            yield one
        elif one["k"] not in ("no", "note"):
            yield from _plain(one["r"])


_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff\u202a-\u202e\u2060-\u2069]+"
)


def printable(text: str) -> str:
    """Text for metadata and bookmarks: what is no character there becomes a blank."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def _holds(block: Block) -> bool:
    """Whether the block must not be the last of its part: what it stands over follows it."""
    return block["k"] in ("section", "group", "label", "sub")


def document(report: Report, *, prefix: str = "", top: int = 1) -> Document:
    """The whole report as blocks. ``prefix`` begins the names of its places."""
    found = view(report)
    sections = [one for one, _ in found.sections]
    pen = Pen(
        labels(report.edition.labels), Places.of(set(sections)), prefix=prefix, many=found.head.many
    )
    blocks = list(_Blocks(report, found, pen, top).all())
    kind = pen.t("Public copy") if report.edition.public else pen.t("Editor’s copy")
    return Document(
        title=found.head.title,
        lang=found.head.lang,
        public=report.edition.public,
        blocks=blocks,
        names=pen.names,
        foot=_foot(kind, report, found),
        hash=pen.t("text sha256 {hash}", hash=f"{found.head.sha256[:18]}…")
        if found.head.sha256
        else "",
        prefix=prefix,
        view=found,
        authors=() if report.edition.public else _authors(found),
        columns=_columns(pen.t),
    )


def _columns(t: Labels) -> dict[str, list[Runs]]:
    return {
        "row": [[t("no.")], [t("claim")], [t("result")], [t("who holds what, and why")]],
        "item": [[t("grade")], [t("evidence")], [t("claims it serves")]],
    }


def _authors(found: View) -> tuple[str, ...]:
    """The names of those who judged or settled, as the report has them."""
    names = {who for row in found.rows for held in row.held for who, _ in held.people}
    names |= {row.ruling.who for row in found.rows if row.ruling}
    return tuple(sorted(filter(None, names), key=lambda who: (who.casefold(), who)))


def _foot(kind: str, report: Report, found: View) -> str:
    """What stands at the foot of every page: whose copy, of what, and when it was made."""
    made = times.shown(report.made_at, found.language) if report.made_at else ""
    title = words.first_words(" ".join(found.head.title.split()), 34)
    return " · ".join(filter(None, (kind, alone(title), made)))


def logo(report: Report, t: Labels) -> Block | None:
    """The chosen picture as bytes that JSON can hold. Raises AnnotatorError for what is none."""
    if not report.edition.logo:
        return None
    from annotator.exporters.pictures import picture_of  # who has no logo needs no PIL

    picture = picture_of(report.edition.logo)
    alt = report.edition.publisher.name or t("logo")
    return {"kind": picture.kind, "data": list(picture.data), "alt": printable(alt)}


class _Blocks:
    """Makes the blocks of one report, section by section in their order."""

    def __init__(self, report: Report, found: View, pen: Pen, top: int) -> None:
        self._report = report
        self._view = found
        self._pen = pen
        self._top = top

    def all(self) -> Iterator[Block]:
        first = self._view.signoff is None
        if self._view.signoff is not None:
            yield sheet(self._view.signoff, self._top)
        head = pdf_front.head(
            self._view,
            self._pen,
            logo(self._report, self._pen.t) if self._top == 1 else None,
            top=first,
        )
        yield {**head, "level": self._top if first else 0}
        for section, heading in self._view.sections:
            yield from self._section(section, heading)

    def _section(self, section: Section, heading: str) -> Iterator[Block]:
        public = self._report.edition.public
        match section:
            case Section.DECIDE:
                yield self._heading(heading, "decide")
                yield from DecideWriter(self._view, self._pen, public=public).blocks()
            case Section.SUMMARY:
                yield self._heading(heading, "summary")
                yield from pdf_front.summary(self._view, self._pen)
            case Section.ARTICLE:
                yield self._heading(heading, "article")
                yield from ArticleWriter(self._pen, self._top + 2).blocks(self._view.page)
            case Section.CLAIMS:
                yield from self._claims(heading)
            case Section.EVIDENCE:
                yield from self._evidence(heading)
            case Section.REVIEW if self._view.review is not None:
                yield self._heading(heading, "review")
                yield from review_blocks(self._view.review, self._pen)
            case Section.ASIDE:
                yield from self._aside()

    def _heading(self, text: str, kind: str) -> Block:
        return {"k": "section", "level": self._top + 1, "kind": kind, "r": [text]}

    def _claims(self, heading: str) -> Iterator[Block]:
        t = self._pen.t
        said = [
            t("{claims}, in the order of the article.", claims=raised(self._view.head.claims_name))
        ]
        if self._view.evidence:
            said.append(
                t(
                    "Letter and figure: reliability of the source A–F, credibility of the information 1–6."
                )
            )
        yield self._heading(heading, "claims")
        yield {"k": "sub", "r": [" ".join(said)]}
        yield from RowWriter(self._pen).rows(self._view.rows)

    def _evidence(self, heading: str) -> Iterator[Block]:
        t, items = self._pen.t, self._view.evidence
        said = [
            t.count(
                len(items),
                "{n} item, in the order of the claims they serve.",
                "{n} items, in the order of the claims they serve.",
            )
        ]
        if self._view.files:
            said.append(t("Kept files stay in the library: they are named by their hash."))
        yield self._heading(heading, "evidence")
        yield {"k": "sub", "r": [" ".join(said)]}
        yield from EvidenceWriter(self._pen).rows(items)

    def _aside(self) -> Iterator[Block]:
        t, rows = self._pen.t, RowWriter(self._pen)
        for claims, heading, says in (
            (self._view.retired, t("Under other borders"), t(_RETIRED)),
            (self._view.furniture, t("Set aside as page furniture"), t(_FURNITURE)),
        ):
            if claims:
                yield self._heading(heading, "aside")
                yield {"k": "sub", "r": [says]}
                yield from rows.rows(claims)


_RETIRED = (
    "What was said of claims that have since been split, joined or given other borders. "
    "None of it is in the counts."
)
_FURNITURE = "What was said of text that is not part of the article. None of it is in the counts."
