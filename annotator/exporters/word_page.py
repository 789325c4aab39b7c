"""The article itself, every character of it, with its claims marked, commented on, and reworded.

The text is cut into runs wherever a claim or a change begins or ends; a run has the look of the innermost
claim that it lies in. A bookmark holds each claim, and so leads to it, and tells it again when the
file comes back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from annotator.domain.article import Passage, PassageKind
from annotator.domain.report import Outcome, Report
from annotator.exporters.word_changes import Change, marked
from annotator.exporters.word_comments import Spoken, begins, ends
from annotator.exporters.word_cues import CUES, MUTED
from annotator.exporters.word_xml import Xml, bookmark, inner_link, looks, paragraph, run, words
from annotator.reporting.claims import ClaimView
from annotator.reporting.labels import Labels
from annotator.reporting.page import stretches
from annotator.reporting.words import direction

_STYLE = {
    PassageKind.TITLE: "AnnotatorPassageTitle",
    PassageKind.HEADING: "AnnotatorPassageHeading",
    PassageKind.BODY: "AnnotatorPassage",
    PassageKind.LIST_ITEM: "AnnotatorPassageList",
    PassageKind.QUOTATION: "AnnotatorPassageQuotation",
    PassageKind.CAPTION: "AnnotatorPassageCaption",
    PassageKind.BOILERPLATE: "AnnotatorFurniture",
}
COMES, ENDS, BEGINS, GOES, GONE = range(5)
"""What may happen at one place, in the order in which it does."""


class Event(NamedTuple):
    at: int
    kind: int
    order: int
    about: int
    """The index of a claim, or of a change."""


@dataclass
class Page:
    """What the page of one article is made of; ``rows`` go with the counted claims.

    ``name`` gives the bookmark of a claim in the page, ``row_name`` that of its row in the
    table, empty where there is none. ``ids`` numbers bookmarks and changes.
    """

    report: Report
    rows: Sequence[ClaimView]
    comments: Mapping[int, Sequence[Spoken]]
    changes: Sequence[Change]
    names: Sequence[str]
    row_names: Sequence[str]
    ids: Iterator[int]
    lang: str
    t: Labels
    _here: list[int] = field(default_factory=list)
    _going: Change | None = None
    _bookmarks: dict[int, Xml] = field(default_factory=dict)

    def paragraphs(self) -> Iterator[Xml]:
        text = self.report.article.text
        cut = [one for one in stretches(text, self.report.passages) if one.end > one.start]
        events = self._events(cut)
        found = zip(cut, events, strict=True)
        for furniture, group in groupby(found, lambda one: one[0].kind is PassageKind.BOILERPLATE):
            if furniture:
                label = self.t("Page furniture, set aside: not part of the article")
                yield paragraph("AnnotatorMuted", run(label), keep=True)
            for passage, here in group:
                yield self._paragraph(text, passage, here)

    def _events(self, cut: Sequence[Passage]) -> list[list[Event]]:
        """What happens in each stretch, in order; what lies between two is moved to one of them."""
        starts, stops = [one.start for one in cut], [one.end for one in cut]
        found: list[list[Event]] = [[] for _ in cut]
        if not cut:
            return found

        def begin(at: int, kind: int, order: int, about: int) -> int:
            index = min(bisect_right(stops, at), len(cut) - 1)
            at = min(max(at, starts[index]), stops[index] - 1)
            found[index].append(Event(at, kind, order, about))
            return at

        def end(at: int, kind: int, order: int, about: int) -> None:
            index = max(bisect_right(starts, at - 1) - 1, 0)
            at = min(max(at, starts[index]), stops[index])
            found[index].append(Event(at, kind, order, about))

        for index, claim in enumerate(self.report.counted):
            begun = begin(claim.span.start, BEGINS, index, index)
            end(max(claim.span.end, begun + 1), ENDS, -index, index)
        for index, change in enumerate(self.changes):
            last = change.start == self.report.counted[change.claim].span.end
            if not change.new:
                begin(change.start, GOES, index, index)
                end(change.end, COMES, -1, index)
            elif last:
                end(change.start, COMES, index, index)
            else:
                begin(change.start, GOES, index, index)
        for events in found:
            events.sort()
        return found

    def _paragraph(self, text: str, passage: Passage, events: Sequence[Event]) -> Xml:
        base = direction(text[passage.start : passage.end])
        body: list[Xml] = []
        at = passage.start
        for event in events:
            if event.at > at:
                body.append(self._run(text[at : event.at], base))
                at = event.at
            body.append(self._happens(event, base))
        body.append(self._run(text[at : passage.end], base))
        return paragraph(_STYLE[passage.kind], *body, base=base)

    def _happens(self, event: Event, base: str) -> Xml:
        if event.kind == BEGINS:
            return self._begins(event.about)
        if event.kind == ENDS:
            return self._ends(event.about)
        change = self.changes[event.about]
        if change.new:
            runs = run(change.new, self._style(), base=base, lang=self.lang)
            return marked(change, next(self.ids), runs)
        self._going = change if event.kind == GOES else None
        return Xml("")

    def _begins(self, index: int) -> Xml:
        number = self._number(index)
        self._here.append(index)
        opened, self._bookmarks[index] = bookmark(self.names[index], next(self.ids))
        return Xml(f"{number}{opened}{begins(self.comments.get(index, ()))}")

    def _ends(self, index: int) -> Xml:
        self._here.remove(index)
        return Xml(f"{ends(self.comments.get(index, ()))}{self._bookmarks.pop(index)}")

    def _number(self, index: int) -> Xml:
        """The claim's number and glyph, small and raised, leading to its row of the table."""
        row = self.rows[index]
        cue = CUES[row.look.outcome]
        glyph = "" if row.look.outcome is Outcome.UNTAGGED else row.look.glyph
        ink = "" if cue.fill else MUTED
        shown = looks("AnnotatorClaimNumber", ink=ink, fill=cue.fill)
        whole = Xml(f"<w:r>{shown}{words(f'{row.ref.label}{glyph}')}</w:r>")
        anchor = self.row_names[index]
        blank = Xml(f"<w:r>{shown}{words(chr(0x202F))}</w:r>")
        return Xml(f"{inner_link(anchor, whole) if anchor else whole}{blank}")

    def _style(self) -> str:
        """Of the innermost claim here: the one that began last."""
        if not self._here:
            return ""
        return CUES[self.rows[max(self._here)].look.outcome].claim

    def _run(self, text: str, base: str) -> Xml:
        if self._going is None:
            return run(text, self._style(), base=base, lang=self.lang)
        runs = run(text, self._style(), base=base, lang=self.lang, holder="delText")
        return marked(self._going, next(self.ids), runs) if runs else Xml("")
