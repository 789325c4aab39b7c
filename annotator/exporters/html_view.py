"""What the report's template reads: a report as plain values, each worked out once.

The template only repeats and escapes. Everything here runs in time proportional
to the article, so 100,000 claims are written in seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from annotator.domain.article import Article, Passage, text_hash
from annotator.domain.assessment import Audience
from annotator.domain.report import Held, Outcome, Report, ReportClaim, claims_name
from annotator.domain.tags import Standing
from annotator.exporters import html_words as words
from annotator.exporters import times
from annotator.exporters.html_page import Marked, groups
from annotator.exporters.html_words import LOOK, STANDING_LOOK, Look

RANGES = 60
"""So many stretches of unjudged claims are linked; the chart shows the rest."""


FINE = 1500
"""Above so many claims the chart's cells are slivers without a glyph."""


class NoteView(NamedTuple):
    """A note and its mark. ``key`` ends its ids, ``direction`` is rtl or ltr."""

    key: str
    claim: words.Ref
    look: Look | None
    text: str
    direction: str
    who: str
    public: bool


class HeldView(NamedTuple):
    """What one analyst holds; ``when`` is in words, ``stamp`` for machines."""

    who: str
    look: Look
    when: str
    stamp: str
    said: str
    why: str
    note: NoteView | None


class ClaimView(NamedTuple):
    """One claim of the lists and of the page."""

    ref: words.Ref
    look: Look
    text: str
    start: int
    held: tuple[HeldView, ...]
    notes: tuple[NoteView, ...]


class Cell(NamedTuple):
    """One claim of the chart."""

    ref: words.Ref
    look: Look


def view(report: Report) -> dict[str, Any]:
    """The template's variables."""
    marks = count()
    rows = [_claim(claim, words.ref(claim.number or 0), marks) for claim in report.counted]
    return _head(report) | _summary(report, rows) | _lists(report, rows)


def _head(report: Report) -> dict[str, Any]:
    """What the page is about, who checked it and when."""
    article = report.article
    address = words.web_address(article.address)
    return {
        "title": _title(report),
        "lang": words.language(article.language),
        "subtitle": _subtitle(report),
        "address": address,
        "host": urlsplit(address).netloc,
        "box": _box(report),
        "many": len(report.analysts) > 1,
        "sha256": article.sha256,
        "claims_name": claims_name(report),
    }


def _summary(report: Report, rows: Sequence[ClaimView]) -> dict[str, Any]:
    """What the editor must decide, the counts, the chart and the key."""
    figures = _figures(rows)
    return {
        "title_claim": next((row for row in rows if row.ref.label == "T"), None),
        "unjudged": _unjudged(rows),
        "open": [(row, _sides(row)) for row in rows if row.look is LOOK[Outcome.OPEN]],
        "disputed": [row for row in rows if row.look is LOOK[Outcome.DISPUTED]],
        "first_words": words.first_words,
        "figures": figures,
        "done": _done(rows),
        "chart": _chart(rows, report.passages),
        "fine_chart": len(rows) > FINE,
        "key": [look for look, _ in figures],
    }


def _lists(report: Report, rows: Sequence[ClaimView]) -> dict[str, Any]:
    """The article as a page, all claims, and what is held of claims that are none now."""
    return {
        "page": groups(report.article.text, report.passages, _marked(report, rows)),
        "rows": rows,
        "retired": [_left(claim) for claim in _retired(report)],
        "furniture": [_left(claim) for claim in _furniture(report)],
    }


def _title(report: Report) -> str:
    """The article's title, else its first words."""
    return report.article.title or words.first_words(report.article.text.strip(), 80)


def _subtitle(report: Report) -> list[str]:
    article = report.article
    given = [
        article.publisher,
        article.author,
        times.shown_day(article.published),
        claims_name(report),
        _unchanged(article),
    ]
    return [text for text in given if text]


def _unchanged(article: Article) -> str:
    """Not taken on trust: the text is hashed again."""
    same = text_hash(article.text) == article.sha256
    return "text unchanged since import" if same else "TEXT CHANGED: its hash does not fit"


def _box(report: Report) -> list[tuple[str, list[str], str]]:
    """Rows of the box: label, names, and a moment (microseconds) in words."""
    judged = [held for claim in report.claims for held in claim.held]
    names = sorted({held.analyst.name for held in judged}, key=str.casefold)
    rows = [("Checked by", names, "" if names else "nobody yet")]
    if report.first_tag is not None:
        rows.append(("First tag", [], times.shown(report.first_tag)))
    if judged:
        rows.append(("Last change", [], times.shown(max(held.changed for held in judged))))
    by = times.shown(report.made_at) + (" by " if report.maker else "")
    return [*rows, ("Report", [report.maker] if report.maker else [], by)]


def _claim(claim: ReportClaim, ref: words.Ref, marks: Iterator[int]) -> ClaimView:
    held = tuple(_held(one, ref, marks) for one in claim.held)
    notes = tuple(one.note for one in held if one.note)
    return ClaimView(ref, LOOK[claim.outcome], claim.text, claim.span.start, held, notes)


def _left(claim: ReportClaim) -> ClaimView:
    """A claim that has no number and stands in no count."""
    return _claim(claim, words.Ref("", "an earlier claim", ""), count())


def _held(held: Held, ref: words.Ref, marks: Iterator[int]) -> HeldView:
    found = held.assessment
    look = STANDING_LOOK[found.standing]
    note = None
    if found.note:
        note = NoteView(
            words.letters(next(marks)) if ref.label else "",
            ref,
            None if found.standing is Standing.UNTAGGED else look,
            found.note,
            words.direction(found.note),
            held.analyst.name,
            found.audience is Audience.PUBLIC,
        )
    said = ""
    if found.confirmed:
        content = "not checked" if found.standing is Standing.ON_SOURCE else look.word
        said = f"Said: confirmed. Content: {content}."
    moment = held.changed
    why = found.why if found.not_checkable else ""
    return HeldView(
        held.analyst.name, look, times.shown(moment), times.seconds(moment), said, why, note
    )


def _sides(row: ClaimView) -> list[tuple[Look, list[str]]]:
    """Who holds what of a claim on which analysts differ."""
    sides: dict[Look, list[str]] = {}
    for held in row.held:
        if held.look is not LOOK[Outcome.UNTAGGED]:
            sides.setdefault(held.look, []).append(held.who)
    return list(sides.items())


def _unjudged(rows: Sequence[ClaimView]) -> dict[str, Any]:
    """How many claims nobody has judged, and where: stretches of claims with their ends."""
    stretches: list[list[words.Ref]] = []
    before = -2
    total = 0
    for index, row in enumerate(rows):
        if row.look is not LOOK[Outcome.UNTAGGED]:
            continue
        total += 1
        if index == before + 1:
            stretches[-1][1] = row.ref
        else:
            stretches.append([row.ref, row.ref])
        before = index
    return {"count": total, "stretches": stretches[:RANGES], "more": len(stretches) > RANGES}


def _figures(rows: Sequence[ClaimView]) -> list[tuple[Look, int]]:
    """The counts: the tags and "on its source" always, the others where there are any."""
    counted: dict[Look, int] = {}
    for row in rows:
        counted[row.look] = counted.get(row.look, 0) + 1
    shown = [(LOOK[outcome], counted.get(LOOK[outcome], 0)) for outcome in words.ORDER]
    return [(look, n) for index, (look, n) in enumerate(shown) if n or index < 4]


def _done(rows: Sequence[ClaimView]) -> tuple[int, int]:
    """How many are judged, and how many there are."""
    left = sum(1 for row in rows if row.look is LOOK[Outcome.UNTAGGED])
    return len(rows) - left, len(rows)


def _chart(rows: Iterable[ClaimView], passages: Sequence[Passage]) -> list[list[Cell]]:
    """A cell a claim in order, in a group for each passage that claims begin in."""
    found: list[list[Cell]] = []
    index, before = 0, -1
    for row in rows:
        while index < len(passages) and passages[index].end <= row.start:
            index += 1
        if index != before or not found:
            found.append([])
            before = index
        found[-1].append(Cell(row.ref, row.look))
    return found


def _marked(report: Report, rows: Sequence[ClaimView]) -> list[Marked]:
    return [
        Marked(claim.span, row.look.name, row.notes, row)
        for claim, row in zip(report.counted, rows, strict=True)
    ]


def _retired(report: Report) -> list[ReportClaim]:
    return [claim for claim in report.claims if claim.retired and claim.held]


def _furniture(report: Report) -> list[ReportClaim]:
    return [
        claim
        for claim in report.claims
        if not claim.retired and claim.number is None and claim.held
    ]
