"""What is left for the editor to decide: wordings, open, to check again, disputed, short of the rule, flags."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from annotator.domain.wording import raised
from annotator.exporters.word_pen import Pen
from annotator.exporters.word_table import shares, table
from annotator.exporters.word_xml import NOTHING, Xml, line, paragraph, run, tab, together
from annotator.reporting.claims import ClaimView
from annotator.reporting.decide import FlagView, WordingView
from annotator.reporting.view import View
from annotator.reporting.words import direction, first_words

BOX = "☐"
"""Something to tick on paper."""


def decide(view: View, pen: Pen, title: str, *, public: bool) -> list[Xml]:
    """The section; that nothing is open is worth a line."""
    t, summary, left = pen.t, view.summary, view.decide
    found = [pen.heading(2, title)]
    if summary.unjudged.count:
        found.append(_unjudged(view, pen))
    if left.wordings:
        says = " · ".join(filter(None, (t("changed words marked"), left.wordings_count)))
        name = run(t("Proposed wordings"))
        found += [pen.sub(name, says, len(left.wordings)), _wordings(left.wordings, pen)]
    lists = list(_lists(view, pen, public=public))
    if view.beside and 1 < len(lists) < 4:
        cells = [tuple(paragraphs) for paragraphs in lists]
        found.append(table(shares(*[1] * len(cells)), [cells], about=title, lined=False))
    else:
        found += [one for paragraphs in lists for one in paragraphs]
    if left.flags:
        found.append(pen.sub(run(t("To ring through")), t("what is flagged, by kind and day")))
        for label, flagged in left.flags:
            found.append(paragraph("AnnotatorFact", run(label, "AnnotatorStrong"), keep=True))
            found += [_flag(one, pen) for one in flagged]
    if view.quiet:
        found.append(paragraph("AnnotatorMuted", run(view.quiet)))
    return found


def _unjudged(view: View, pen: Pen) -> Xml:
    t, unjudged = pen.t, view.summary.unjudged
    count = t("{n} of {count}", n=t.number(unjudged.count), count=t.number(view.summary.done[1]))
    parts = []
    for first, last in unjudged.stretches:
        part = pen.claim(first, style="")
        if last.label != first.label:
            part = together((part, run("–"), pen.claim(last, style="")))
        parts.append(part)
    more = run(f", {t('and more')}") if unjudged.more else NOTHING
    head = run(t("Not judged yet"), "AnnotatorStrong")
    return paragraph("AnnotatorMuted", head, run(f" {count}: "), Xml(run(", ").join(parts)), more)


def _wordings(wordings: Sequence[WordingView], pen: Pen) -> Xml:
    rows = [
        (
            (paragraph("AnnotatorFact", pen.claim(one.ref)),),
            (_article(pen.pieces(one.pieces), "".join(text for text, _ in one.pieces)),),
            (_about_wording(one, pen),),
        )
        for one in wordings
    ]
    return table(shares(4.5, 62, 33.5), rows, about=pen.t("Proposed wordings"))


def _article(runs: Xml, text: str) -> Xml:
    return paragraph("AnnotatorClaimText", runs, base=direction(text))


def _about_wording(one: WordingView, pen: Pen) -> Xml:
    why = ""
    if one.why or one.note:
        why = f"{one.why}{': ' if one.note else '.'}" if one.why else ""
    base = one.direction if one.note else "ltr"
    said = run(f"{why}{one.note} " if why or one.note else "", base=base)
    by = line(f" – {one.who}") if pen.many and one.who else NOTHING
    return paragraph("AnnotatorMuted", said, run(one.says, "AnnotatorStrong"), by, base=base)


def _lists(view: View, pen: Pen, *, public: bool) -> Iterator[list[Xml]]:
    t, summary, left = pen.t, view.summary, view.decide
    if summary.open:
        says = "" if public else t("analysts differ, nobody settled")
        yield [
            _named(summary.open[0], pen, says, len(summary.open)),
            *_brief(summary.open, pen, lambda one: sides(one, pen)),
        ]
    if summary.stale:
        says = t("settled, and a colleague changed a tag since")
        head = pen.sub(run(t("Check again")), says, len(summary.stale))
        yield [head, *_brief(summary.stale, pen, lambda one: _stale(one, pen), listed=True)]
    if summary.differing:
        head = pen.sub(
            run(t("Reviewers differ")), t("the last decision stands"), len(summary.differing)
        )
        yield [head, *_brief(summary.differing, pen, lambda one: _differing(one, pen), listed=True)]
    if left.disputed:
        says = ""
        if left.reworded:
            above = t("{n} of them above, and", n=t.number(left.reworded))
            says = above if left.unworded else t("reworded above")
        head = _named(left.disputed[0], pen, says, len(left.disputed))
        yield [head, *_brief(left.unworded, pen, lambda one: _why(one, pen, public=public))]
    if left.short:
        count = t.number(len(left.short))
        says = t("{n} of {count} short of the rule", n=count, count=t.number(left.verified))
        falling = [one.claim for one in left.short]
        yield [_named(falling[0], pen, says), *_brief(falling, pen, _short, listed=True)]


def _named(claim: ClaimView, pen: Pen, says: str, number: int | None = None) -> Xml:
    return pen.sub(pen.ink(claim.look._replace(word=raised(claim.look.word))), says, number)


Told = list[tuple[Xml, str]]
"""Paragraphs: the runs of each, and its direction."""

Under = Callable[[ClaimView], Told]
"""What stands under a claim's words."""


def _brief(
    claims: Sequence[ClaimView], pen: Pen, under: Under, *, listed: bool = False
) -> Iterator[Xml]:
    """A short list: number and first words, and under them what there is to say."""
    for claim in claims:
        text = first_words(" ".join(claim.text.split()))
        said = under(claim)
        number = pen.claim(claim.ref, listed=listed)
        base = direction(text)
        yield paragraph(
            "AnnotatorBrief", number, tab(), pen.words(text), base=base, keep=bool(said)
        )
        for runs, turned in said:
            across = base == "rtl" and turned == "ltr"
            style = "AnnotatorUnderRight" if across else "AnnotatorUnder"
            yield paragraph(style, runs, base=turned)


def sides(claim: ClaimView, pen: Pen) -> Told:
    """Who holds what, where analysts differ."""
    found = []
    for look, people in claim.sides:
        names = pen.t.listed([name for name in people if name])
        found.append(together((line(f"{names} " if names else ""), pen.ink(look))))
    return [(Xml(run(" · ").join(found)), "ltr")] if found else []


def _stale(claim: ClaimView, pen: Pen) -> Told:
    t = pen.t
    said = claim.ruling.ruling if claim.ruling else None
    head = t("Settled as {tag}.", tag=claim.look.word)
    if said is not None and said.who and said.when:
        label = "Settled as {tag} by {who}, {day}."
        head = t(label, tag=claim.look.word, who=said.who, day=said.when.day)
    now = sides(claim, pen)
    if not now:
        return [(line(f"{head} {t('Nobody holds anything of it now')}"), "ltr")]
    before, _, after = t("Now {sides}", sides="\0").partition("\0")
    return [(together((line(f"{head} {before}"), now[0][0], run(after))), "ltr")]


def _differing(claim: ClaimView, pen: Pen) -> Told:
    ruled = [(claim.ruling.who if claim.ruling else "", claim.look)]
    ruled += [(other.who, other.look) for other in claim.differing]
    found = [together((line(f"{who} " if who else ""), pen.ink(look))) for who, look in ruled]
    return [(Xml(run(" · ").join(found)), "ltr")]


def _why(claim: ClaimView, pen: Pen, *, public: bool) -> Told:
    """Why it is disputed, by whom."""
    found = []
    for who, reason, note in claim.reasons:
        settled = note is not None and note.ruling is not None
        said = note.text if note else ""
        if reason:
            said = f"{raised(reason)}: {said}" if said else f"{raised(reason)}."
        if who and (pen.many or settled):
            by = pen.t("{who}, who settled it", who=who) if settled else who
            said = f"{said} – {by}"
        base = direction(said)
        found.append((run(said, base=base), base))
    if not found and not public:
        found.append((run(pen.t("No note says why.")), "ltr"))
    return found


def _short(claim: ClaimView) -> Told:
    return [(line(claim.short), "ltr")] if claim.short else []


def _flag(one: FlagView, pen: Pen) -> Xml:
    by = f" – {one.who}" if pen.many and one.who else ""
    return paragraph(
        "AnnotatorFlag",
        run(f"{BOX}  ", "AnnotatorQuiet"),
        pen.claim(one.ref, listed=True),
        tab(),
        run(f"{one.day}  " if one.day else "", "AnnotatorStrong"),
        line(f"{one.text}{by}  " if one.text or by else ""),
        run(f"{first_words(' '.join(one.words.split()), 90)}", "AnnotatorQuiet"),
    )
