"""Makes the lines of the search of what the desk found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.desk.bulk import Claims
from annotator.desk.filters import Filters, Saved
from annotator.desk.search_found import Found, Group, GroupKind, Hit, HitKind
from annotator.domain.evidence import Stance
from annotator.domain.snapshot import Snapshot, number_label
from annotator.domain.tags import ROW, TAGS, Standing, Tag
from annotator.domain.wording import amount
from annotator.ui.action import ActionRow
from annotator.ui.claim.flag import KINDS
from annotator.ui.search.asking import (
    Again,
    AskAll,
    ExportAll,
    FlagAll,
    Keep,
    Narrow,
    RunAction,
    TagAll,
)
from annotator.ui.search.view import Kind, Line, Ranges, Results

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
MOST_AT_ONCE = 10_000
"""Claims that are tagged or flagged in one edit: the window is held up for a second by so many."""
LONGEST, SHORT = 400, 60
"""Code points of a claim, and of what was typed, that a line shows."""


BUSY = Results(
    (Line(Kind.SAYS, "Another program holds the library just now: it is tried again."),),
    unfinished=True,
)
_NOTHING = "Nothing was found: fewer letters find more."
_NOTHING_SO = "Nothing was found: fewer letters, or filters, find more."
_NOTHING_YET = "Nothing was found yet: what came in last is still being read."


def results(
    found: Found, typed: str, commands: Sequence[ActionRow], *, behind: bool, narrowed: bool
) -> Results:
    """All groups, then what can be done about what was found.

    ``behind``: more may come; ``narrowed``: a filter may be why there is no more.
    """
    lines: list[Line] = []
    for number, group in enumerate(found.groups):
        lines += _group(group, number)
    number = len(found.groups)
    if not found.groups:
        nothing = _NOTHING_SO if narrowed else _NOTHING
        lines.append(Line(Kind.SAYS, _NOTHING_YET if behind else nothing, number))
    lines += _commands(found, typed, commands, number + 1)
    return Results(lines, found.in_words + (" so far" if behind else ""), unfinished=behind)


def whole(group: Group) -> Results:
    """One group alone."""
    if not group.hits:
        return Results((Line(Kind.SAYS, _NOTHING),), "no results")
    first = "" if _is_whole(group) else f"the first {len(group.hits):,} of "
    lines = [Line(Kind.HEAD, group.title, 0, right=f"{first}{group.counted}")]
    lines += [_hit(hit, 0) for hit in group.hits]
    return Results(lines, f"{group.counted} {'result' if group.counted == '1' else 'results'}")


def numbered(snapshot: Snapshot, index: int, target: object) -> Results:
    """One claim, by its number."""
    span, number = snapshot.span(index), snapshot.number(index)
    text = snapshot.article.text[span.start : min(span.end, span.start + LONGEST)]
    label = "" if number is None else number_label(number)
    return Results([_claim(text, (), label, snapshot.standing(index), target=target)])


def no_number() -> Results:
    return Results([Line(Kind.SAYS, "Type the number of a claim, or T for the title.")])


def no_source() -> Results:
    return Results([Line(Kind.SAYS, "Type the name of a source.")])


def to_all(claims: Claims, typed: str, filters: Filters) -> Results:
    """What can be done to all of these claims: one edit, undone as a whole."""
    count = sum(map(len, claims.values()))
    if not count:
        return Results([Line(Kind.SAYS, "No claim was found, only titles of articles.")])
    export = _do("Export as a spreadsheet…", 0, ExportAll(typed, filters))
    if count > MOST_AT_ONCE:
        head = f"More than {MOST_AT_ONCE:,} claims found"
        return Results([Line(Kind.HEAD, head, right="too many for one edit"), export])
    articles = "" if len(claims) == 1 else f" in {len(claims):,} articles"
    head = f"{amount(count, 'claim')} found{articles}"
    lines = [Line(Kind.HEAD, head, right="one edit, one undo")]
    for row in TAGS:
        target = TagAll(claims, Tag[row.standing.name])
        lines.append(Line(Kind.COMMAND, row.label, 0, (), row.glyph, row.standing, target=target))
    for kind, words in KINDS:
        lines.append(_do(f"Flag: {words}", 0, FlagAll(claims, kind), glyph="⚑"))
    lines.append(_do("Take their flags away", 0, FlagAll(claims, None), glyph="⚑"))
    return Results([*lines, export])


def only_commands(commands: Sequence[ActionRow]) -> Results:
    """What can be done, by its words."""
    lines = [Line(Kind.HEAD, "Commands", 0)]
    lines += [_command(row, 0) for row in commands]
    if not commands:
        lines = [Line(Kind.SAYS, "No command is called so.")]
    return Results(lines)


def begin(saved: Sequence[Saved], commands: Sequence[ActionRow]) -> Results:
    """What stands there before anything is typed: what was kept, and what can be done."""
    lines = [Line(Kind.HEAD, "Kept searches", 0, right="Delete forgets one")] if saved else []
    lines += [
        Line(Kind.COMMAND, one.name, 0, glyph="⌕", right=one.typed, target=Again(one))
        for one in saved
    ]
    lines.append(Line(Kind.HEAD, "Commands", 1, right="type > for commands only"))
    lines += [_command(row, 1) for row in commands]
    return Results(lines)


def _group(group: Group, number: int) -> Iterator[Line]:
    if _is_whole(group):
        yield Line(Kind.HEAD, group.title, number, right=group.counted)
    else:
        # Of other articles it is their claims that are counted.
        first = "" if group.kind is GroupKind.ELSEWHERE else f"{len(group.hits):,} of "
        right = f"{first}{group.counted} · all"
        yield Line(Kind.HEAD, group.title, number, right=right, keys="Right", all_of=group.kind)
    for hit in group.hits:
        yield _hit(hit, number)


def _is_whole(group: Group) -> bool:
    """Whether all that was found is among the hits; an article stands for its claims."""
    shown = sum(hit.count or 1 if hit.kind is HitKind.ARTICLE else 1 for hit in group.hits)
    return not group.more and shown >= group.count


def _claim(
    text: str,
    marks: Ranges,
    number: str,
    standing: Standing | None,
    group: int = 0,
    *,
    target: object,
) -> Line:
    row = ROW[standing if standing in ROW else Standing.UNTAGGED]
    return Line(
        Kind.CLAIM, text, group, marks, row.glyph, row.standing, number=number, target=target
    )


def _hit(hit: Hit, number: int) -> Line:
    if hit.kind is HitKind.CLAIM:
        label = "" if hit.number is None else number_label(hit.number)
        return _claim(hit.text, hit.marks, label, hit.standing, number, target=hit)
    glyph, ink = _GLYPHS.get(hit.kind, ""), None
    if hit.stance is not None:
        glyph, ink = _STANCES[hit.stance]
    text, marks, rest, rest_marks = hit.text, hit.marks, hit.rest, hit.rest_marks
    if hit.kind is HitKind.NOTE and not rest:
        (rest, rest_marks), text, marks = _quoted(text, marks), "", ()
    elif hit.quoted:
        rest, rest_marks = _quoted(rest, rest_marks)
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


def _quoted(text: str, marks: Ranges) -> tuple[str, Ranges]:
    return f"“{text}”", tuple((start + 1, end + 1) for start, end in marks)


def _commands(
    found: Found, typed: str, commands: Sequence[ActionRow], number: int
) -> Iterator[Line]:
    if not found.groups and not commands:
        return
    yield Line(Kind.HEAD, "Commands", number, right="type > for commands only")
    kinds = {group.kind for group in found.groups}
    if GroupKind.HERE in kinds:
        words = f" with “{_short(typed)}”" if typed.strip() else " found"
        yield _do(f"Show only claims{words}", number, Narrow(), keys="Ctrl+Return")
    if found.groups and kinds & {GroupKind.HERE, GroupKind.ELSEWHERE}:
        yield _do("Tag, flag or export all claims found…", number, AskAll())
    if found.groups:
        yield _do("Keep this search under a name…", number, Keep())
    for row in commands:
        yield _command(row, number)


def _short(typed: str) -> str:
    line = " ".join(typed.split())
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"


def _command(row: ActionRow, number: int) -> Line:
    label = row.label[:1].upper() + row.label[1:]
    return _do(label, number, RunAction(row.id), keys=row.keys[0] if row.keys else "")


def _do(label: str, number: int, target: object, *, glyph: str = ARROW, keys: str = "") -> Line:
    return Line(Kind.COMMAND, label, number, glyph=glyph, keys=keys, target=target)
