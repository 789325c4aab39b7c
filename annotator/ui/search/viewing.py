"""Makes the lines of the search of what the desk found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.desk.filters import Saved
from annotator.desk.search_found import Found, Group, GroupKind, Hit, HitKind
from annotator.domain.evidence import Stance
from annotator.domain.snapshot import number_label
from annotator.domain.tags import ROW, Standing
from annotator.ui.action import ActionRow
from annotator.ui.search.asking import Ask, Keep, Narrow, RunAction, Searched
from annotator.ui.search.view import Kind, Line, Results

_GLYPHS = {
    HitKind.NOTE: "✎",
    HitKind.REASON: "–",
    HitKind.FLAG: "⚑",
    HitKind.WORDING: "¶",
    HitKind.SOURCE: "❝",
    HitKind.ARTICLE: "▤",
}
_STANCES = {
    Stance.SUPPORTS: ("✓", Standing.VERIFIED),
    Stance.CONTRADICTS: ("✕", Standing.DISPUTED),
    Stance.CONTEXT: ("~", None),
}
ARROW = "→"


def results(found: Found, typed: str, commands: Sequence[ActionRow], filtered: bool) -> Results:
    """All groups, then what can be done about what was found."""
    lines: list[Line] = []
    for number, group in enumerate(found.groups):
        lines += _group(group, number)
    number = len(found.groups)
    if not found.groups and (typed.strip() or filtered):
        lines.append(Line(Kind.SAYS, "Nothing was found: fewer letters find more.", number))
    lines += _commands(found, typed, commands, number + 1)
    return Results(lines, found.in_words if typed.strip() or filtered else "")


def whole(group: Group) -> Results:
    """One group alone."""
    lines = [Line(Kind.HEAD, group.title, 0, right=group.counted)]
    lines += [_hit(hit, 0) for hit in group.hits]
    return Results(lines, f"{group.counted} results")


def only_commands(commands: Sequence[ActionRow]) -> Results:
    """What can be done, by its words."""
    lines = [Line(Kind.HEAD, "Commands", 0)]
    lines += [_command(row, 0) for row in commands]
    if not commands:
        lines = [Line(Kind.SAYS, "No command is called so.")]
    return Results(lines)


def begin(saved: Sequence[Saved], commands: Sequence[ActionRow]) -> Results:
    """What stands there before anything is typed: what was kept, and what can be done."""
    lines = [Line(Kind.HEAD, "Kept searches", 0)] if saved else []
    lines += [
        Line(Kind.COMMAND, one.name, 0, glyph="⌕", right=one.typed, target=Searched(one))
        for one in saved
    ]
    lines.append(Line(Kind.HEAD, "Commands", 1, right="type > for commands only"))
    lines += [_command(row, 1) for row in commands]
    return Results(lines)


def _group(group: Group, number: int) -> Iterator[Line]:
    shown = len(group.hits)
    more = group.more or group.count > shown
    yield Line(
        Kind.HEAD,
        group.title,
        number,
        right=f"{shown:,} of {group.counted} · all" if more else group.counted,
        keys="Right" if more else "",
        all_of=group.kind if more else None,
    )
    for hit in group.hits:
        yield _hit(hit, number)


def _hit(hit: Hit, number: int) -> Line:
    if hit.kind is HitKind.CLAIM:
        standing = hit.standing if hit.standing in ROW else Standing.UNTAGGED
        return Line(
            Kind.CLAIM,
            hit.text,
            number,
            hit.marks,
            ROW[standing].glyph,
            standing,
            "" if hit.number is None else number_label(hit.number),
            target=hit,
        )
    glyph, ink = _GLYPHS.get(hit.kind, ""), None
    if hit.stance is not None:
        glyph, ink = _STANCES[hit.stance]
    text, marks, rest, rest_marks = hit.text, hit.marks, hit.rest, hit.rest_marks
    if hit.kind is HitKind.NOTE and not rest:
        rest, rest_marks = f"“{text}”", tuple((start + 1, end + 1) for start, end in marks)
        text, marks = "", ()
    if hit.kind in (HitKind.ARTICLE, HitKind.SOURCE):
        rest = hit.claims
    return Line(
        Kind.OTHER,
        text,
        number,
        marks,
        glyph,
        ink,
        rest=rest,
        rest_marks=rest_marks,
        right=hit.where,
        target=hit,
    )


def _commands(
    found: Found, typed: str, commands: Sequence[ActionRow], number: int
) -> Iterator[Line]:
    yield Line(Kind.HEAD, "Commands", number, right="type > for commands only")
    here = next((group for group in found.groups if group.kind is GroupKind.HERE), None)
    claims = here or any(group.kind is GroupKind.ELSEWHERE for group in found.groups)
    words = f" with “{typed.strip()}”" if typed.strip() else " found"
    if here is not None:
        yield Line(
            Kind.COMMAND,
            f"Show only claims{words}",
            number,
            glyph=ARROW,
            keys="Ctrl+Return",
            target=Narrow(),
        )
    if claims:
        yield Line(
            Kind.COMMAND,
            "Tag, flag or export all claims found…",
            number,
            glyph=ARROW,
            target=Ask(),
        )
    if found.groups:
        yield Line(
            Kind.COMMAND, "Keep this search under a name…", number, glyph=ARROW, target=Keep()
        )
    for row in commands:
        yield _command(row, number)


def _command(row: ActionRow, number: int) -> Line:
    label = row.label[:1].upper() + row.label[1:]
    keys = row.keys[0] if row.keys else ""
    return Line(Kind.COMMAND, label, number, glyph=ARROW, keys=keys, target=RunAction(row.id))
