"""What is to decide, and the counts, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.exporters.markdown_text import line, lines
from annotator.reporting.claims import ClaimView
from annotator.reporting.decide import WordingView
from annotator.reporting.labels import Labels
from annotator.reporting.view import View
from annotator.reporting.words import first_words


class DecideWriter:
    """Writes the lists of what is left; a list without a row is left out."""

    def __init__(self, found: View, t: Labels) -> None:
        self._found = found
        self._t = t

    def blocks(self) -> Iterator[str]:
        yield from self._lists()
        if self._found.quiet:
            yield line(self._found.quiet)

    def _lists(self) -> Iterator[str]:
        t, summary_, left = self._t, self._found.summary, self._found.decide
        yield from self._unjudged()
        yield from _list(
            t("Proposed wordings"), left.wordings_count, map(self._wording, left.wordings)
        )
        if summary_.open:
            look = summary_.open[0].look
            yield from _list(f"{look.glyph} {look.word}", "", map(self._open, summary_.open))
        yield from _list(
            t("Check again"),
            t("settled, and a colleague changed a tag since"),
            map(self._open, summary_.stale),
        )
        yield from _list(
            t("Reviewers differ"),
            t("the last decision stands"),
            map(self._differing, summary_.differing),
        )
        if left.unworded:
            look = left.unworded[0].look
            yield from _list(f"{look.glyph} {look.word}", "", map(self._disputed, left.unworded))
        yield from _list(
            t("Short of the rule"),
            left.falls,
            (_told(one.claim, one.why) for one in left.short),
        )
        for label, flags in left.flags:
            yield from _list(
                label,
                "",
                (
                    f"**{one.ref.label}** {line(' · '.join(filter(None, (one.text, one.day, one.who))))}"
                    for one in flags
                ),
            )

    def _unjudged(self) -> Iterator[str]:
        left = self._found.summary.unjudged
        if left.count:
            t = self._t
            where = [
                first.label if first == last else f"{first.label}–{last.label}"
                for first, last in left.stretches
            ]
            if left.more:
                where.append(t("and more"))
            counted = t(
                "{n} of {count}",
                n=t.number(left.count),
                count=t.number(self._found.summary.done[1]),
            )
            yield f"**{line(t('Not judged yet'))}** {line(counted)}: {line(', '.join(where))}"

    def _wording(self, one: WordingView) -> str:
        now = "".join(text for text, kind in one.pieces if kind != "new")
        wanted = "".join(text for text, kind in one.pieces if kind != "dropped")
        said = " · ".join(filter(None, (one.why, one.note, one.says, one.who)))
        rows = [f"**{one.ref.label}** {lines(wanted, '  ')}"]
        if now:
            rows.append(f"{line(self._t('instead of:'))} {lines(now, '    ')}")
        return "\n  - ".join([*rows, lines(said, "    ")])

    def _open(self, claim: ClaimView) -> str:
        sides = " · ".join(
            f"{', '.join(filter(None, people))} {look.glyph} {look.word}".strip()
            for look, people in claim.sides
        )
        return _told(claim, sides)

    def _differing(self, claim: ClaimView) -> str:
        said = [one.says for one in claim.differing]
        if claim.ruling is not None and claim.ruling.ruling is not None:
            said.insert(0, claim.ruling.ruling.says)
        return _told(claim, " · ".join(said))

    def _disputed(self, claim: ClaimView) -> str:
        said = [
            ", ".join(filter(None, (because, note.text if note else "")))
            for _, because, note in claim.reasons
        ]
        why = " · ".join(filter(None, said)) or self._t("No note says why.")
        return _told(claim, why)


def _told(claim: ClaimView, said: str) -> str:
    """A claim's first words, and below them what is said of it."""
    head = f"**{claim.ref.label}** {line(first_words(claim.text))}"
    return f"{head}\n  - {line(said)}" if said else head


def _list(name: str, remark: str, rows: Iterable[str]) -> Iterator[str]:
    found = "\n".join(f"- {row}" for row in rows)
    if found:
        yield f"### {line(name)}"
        if remark:
            yield line(remark)
        yield found


def summary(found: View, t: Labels) -> Iterator[str]:
    """The counts as a table, with what each result means."""
    heads = (t("Result"), t("Claims"), t("What it says"))
    rows = [f"| {' | '.join(map(line, heads))} |", "| --- | ---: | --- |"]
    for look, n in found.summary.figures:
        rows.append(
            f"| {line(f'{look.glyph} {look.word}')} | {t.number(n)} | {line(look.meaning)} |"
        )
    yield "\n".join(rows)
    yield line(found.summary.judged)
    if found.decide.falls:
        yield f"**{line(found.decide.falls)}**"
    if found.review is not None:
        for one in found.review.agreement[:2]:
            yield line(one)
