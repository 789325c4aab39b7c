"""How it was reviewed, and the sign-off sheet, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.exporters.markdown_text import line, lines
from annotator.reporting.labels import Labels
from annotator.reporting.review import PassView, ReviewView
from annotator.reporting.signoff import SignOff
from annotator.reporting.signoff_lists import SheetList
from annotator.reporting.signoff_rows import Row


def review(found: ReviewView | None, t: Labels) -> Iterator[str]:
    """Passes, blind checks, draws, other copies of the text, agreement."""
    if found is None:
        return
    yield from _list(t("Passes"), [_pass(one, t) for one in found.passes])
    second = [
        f"{line(who)} {line(t('asked that others tag it before they see colleagues’ tags'))}"
        for who in found.blind
    ]
    for drawn in found.draws:
        said = t.count(
            drawn.count,
            "drew {n} claim at random, {day}, seed {seed}",
            "drew {n} claims at random, {day}, seed {seed}",
            day=drawn.when.day,
            seed=drawn.seed,
        )
        where = ", ".join(ref.label for ref in drawn.claims)
        second.append(line(f"{drawn.who} {said}: {where}".strip()))
    yield from _list(t("Second check"), second)
    copies = [
        line(
            f"{one.who} "
            + t("matched it with the article {id}, {day}", id=one.earlier, day=one.when.day)
            + f": {one.counted}"
        )
        for one in found.revisions
    ]
    yield from _list(t("Other copies of the text"), copies)
    if found.agreement or found.figures:
        yield f"### {line(t('Agreement'))}"
    for said in found.agreement:
        yield line(said)
    if found.figures:
        yield "\n".join(_figures(found, t))


def _list(heading: str, rows: Sequence[str]) -> Iterator[str]:
    if rows:
        yield f"### {line(heading)}"
        yield "\n".join(f"- {row}" for row in rows)


def _pass(one: PassView, t: Labels) -> str:
    said = [one.who, one.state]
    if one.when:
        said.append(t("submitted {day}", day=one.when.day))
    if one.by and one.answered:
        said.append(t("{state} by {who}, {day}", state=one.state, who=one.by, day=one.answered.day))
    reason = f": {lines(one.reason, '  ')}" if one.reason else ""
    return line(" · ".join(filter(None, said))) + reason


def _figures(found: ReviewView, t: Labels) -> Iterator[str]:
    heads = (t("Analysts"), t("alike"), "", "κ", "α", "AC1")
    yield f"| {' | '.join(map(line, heads))} |"
    yield f"|{' --- |' * len(heads)}"
    for one in found.figures:
        yield f"| {' | '.join(map(line, one))} |"


def signoff_sheet(sheet: SignOff | None) -> Iterator[str]:
    """The verdict, the lists, the boxes to tick and the line to sign."""
    if sheet is None:
        return
    rows = (*sheet.about, *sheet.people)
    if rows:
        yield "\n".join(f"- {line(label)}: {line(said)}" for label, said in rows)
    yield f"**{line(sheet.verdict)}**"
    yield line(sheet.counts)
    for one in sheet.lists:
        yield from _sheet_list(one)
    yield "\n".join(
        f"* ☐ {line(choice)}" for choice in sheet.choices
    )  # another bullet, another list
    yield " · ".join(f"{line(label)}: …………………………" for label in sheet.sign)


def _sheet_list(one: SheetList) -> Iterator[str]:
    head = f"**{line(one.name)}** {one.count}" + (f" · {line(one.remark)}" if one.remark else "")
    yield f"{head}: {line(one.quiet)}" if not one.rows and one.quiet else head
    rows = [f"- {_row(row)}" for row in one.rows]
    rows += [f"- {line(said)}" for said in (*one.notes, one.more) if said]
    if rows:
        yield "\n".join(rows)


def _row(row: Row) -> str:
    text = row.text or "".join(text for text, kind in row.pieces if kind != "dropped")
    sides = " · ".join(f"{names} {look.glyph} {look.word}" for names, look in row.sides)
    boxes = " ".join(f"{'☑' if ticked else '☐'} {label}" for label, ticked in row.boxes)
    said = " · ".join(filter(None, (text, sides, row.remark, boxes)))
    return f"{line(row.label)} {line(said)}" if row.label else line(said)
