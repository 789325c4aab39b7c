"""What is left for the editor to decide, as the template of the PDF draws it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotator.domain.wording import raised
from annotator.exporters.pdf_ink import (
    Block,
    Pen,
    Run,
    Runs,
    alone,
    bold,
    inked,
    muted,
    para,
    pieces,
    separated,
)
from annotator.reporting import words
from annotator.reporting.claims import ClaimView
from annotator.reporting.decide import FlagView, WordingView
from annotator.reporting.view import View

BESIDE, BELOW = 60, 90
"""So much of a claim stands in a list beside others, and in one with the page to itself."""


class DecideWriter:
    """What is left for the editor: it comes before the counts."""

    def __init__(self, view: View, pen: Pen, *, public: bool) -> None:
        self._view = view
        self._pen = pen
        self._t = pen.t
        self._public = public

    def blocks(self) -> Iterator[Block]:
        """Everything under the heading, in order."""
        summary, left = self._view.summary, self._view.decide
        if summary.unjudged.count:
            yield {"k": "line", **para(self._unjudged())}
        if left.wordings:
            yield from self._wordings(left.wordings)
        if lists := [one for one in self._lists() if one]:
            beside = self._view.beside and len(lists) > 1
            yield from _placed(lists, beside=beside)
        if left.flags:
            yield from self._flags(left.flags)
        if self._view.quiet:
            yield {"k": "line", **para([muted(self._view.quiet)])}

    def _unjudged(self) -> Runs:
        pen, unjudged = self._pen, self._view.summary.unjudged
        n, count = self._t.number(unjudged.count), self._t.number(self._view.summary.done[1])
        stretches: list[Runs] = [
            [pen.claim(first)] if first == last else [pen.claim(first), "–", pen.claim(last)]
            for first, last in unjudged.stretches
        ]
        if unjudged.more:
            stretches.append([self._t("and more")])
        head = [bold(self._t("Not judged yet")), " ", *pen.says("{n} of {count}", n=n, count=count)]
        return [*head, ": ", *separated(stretches, ", ")]

    def _heading(self, name: Run | str, count: int | None, says: str = "") -> Runs:
        number: Runs = [] if count is None else [self._t.number(count)]
        return [name, " ", muted(*separated([number, [says] if says else []]))]

    def _wordings(self, wordings: Sequence[WordingView]) -> Iterator[Block]:
        says = " · ".join(
            filter(None, (self._t("changed words marked"), self._view.decide.wordings_count))
        )
        yield {
            "k": "group",
            "r": self._heading(bold(self._t("Proposed wordings")), len(wordings), says),
        }
        for one in wordings:
            yield {
                "k": "wording",
                "no": [self._wording_place(one)],
                "pieces": list(pieces(one.pieces)),
                "dir": words.direction("".join(text for text, _ in one.pieces)),
                "why": self._why(one),
                "why_dir": one.direction if one.why or one.note else "ltr",
                "w": 1,
            }

    def _wording_place(self, one: WordingView) -> Run | str:
        pen, ref = self._pen, one.ref
        if not (pen.places.page or pen.places.rows):
            return ref.label
        place = "c" if pen.places.page else "r"
        return pen.link(
            f"{place}{ref.key}", [ref.label], own=f"w{one.key}", name=pen.called(place, ref)
        )

    def _why(self, one: WordingView) -> Runs:
        found: Runs = []
        if one.why or one.note:
            found = [f"{one.why}{': ' if one.note else '.'}" if one.why else "", one.note, " "]
        word = raised(one.taken)
        rest = one.says.removeprefix(word)
        found += [bold(word), rest] if rest != one.says else [bold(one.says)]
        return found + self._by(one.who)

    def _by(self, who: str) -> Runs:
        """Whose words they are, where several analysts judged."""
        return [f" – {alone(who)}"] if self._pen.many and who else []

    def _lists(self) -> Iterator[Block | None]:
        t, summary, left = self._t, self._view.summary, self._view.decide
        differ = "" if self._public else t("analysts differ, nobody settled")
        yield self._named(summary.open, differ, self._open_lines)
        yield self._brief(
            self._heading(bold(t("Check again")), len(summary.stale), t(_CHANGED)),
            summary.stale,
            self._stale_lines,
            listed=True,
        )
        yield self._brief(
            self._heading(
                bold(t("Reviewers differ")), len(summary.differing), t("the last decision stands")
            ),
            summary.differing,
            self._differing_lines,
            listed=True,
        )
        yield self._disputed()
        if left.short:
            look = left.short[0].claim.look
            says = self._pen.says(
                "{n} of {count} short of the rule",
                n=t.number(len(left.short)),
                count=t.number(left.verified),
            )
            why = {one.claim.ref.key: one.why for one in left.short}
            yield self._brief(
                [inked(look, raised(look.word)), " ", muted(*says)],
                [one.claim for one in left.short],
                lambda claim: [para([why[claim.ref.key]], words.direction(why[claim.ref.key]))],
                listed=True,
            )

    def _disputed(self) -> Block | None:
        left, t = self._view.decide, self._t
        if not left.disputed:
            return None
        says = ""
        if left.reworded:
            n = t.number(left.reworded)
            says = t("{n} of them above, and", n=n) if left.unworded else t("reworded above")
        look = left.disputed[0].look
        said = self._heading(inked(look, raised(look.word)), len(left.disputed), says)
        found = self._brief(said, left.unworded, self._disputed_lines)
        return found or {"head": said, "items": []}

    def _named(self, claims: Sequence[ClaimView], says: str, lines: Any) -> Block | None:
        """A list under the name of its outcome."""
        if not claims:
            return None
        look = claims[0].look
        head = self._heading(inked(look, raised(look.word)), len(claims), says)
        return self._brief(head, claims, lines)

    def _brief(
        self, said: Runs, claims: Sequence[ClaimView], lines: Any, *, listed: bool = False
    ) -> Block | None:
        if not claims:
            return None
        items = [
            {
                "no": [self._pen.claim(claim.ref, listed=listed)],
                "words": self._pen.brief(claim.text, BESIDE if self._view.beside else BELOW),
                "dir": words.direction(claim.text),
                "lines": lines(claim),
            }
            for claim in claims
        ]
        return {"head": said, "items": items}

    def _sides(self, claim: ClaimView) -> Runs:
        return separated(
            [*([f"{who} "] if (who := self._pen.people(people)) else []), inked(look)]
            for look, people in claim.sides
        )

    def _open_lines(self, claim: ClaimView) -> list[Block]:
        return [para(self._sides(claim))] if claim.sides else []

    def _stale_lines(self, claim: ClaimView) -> list[Block]:
        pen, t = self._pen, self._t
        said = claim.ruling.ruling if claim.ruling else None
        tag = inked(claim.look)
        if said is not None and said.who and said.when:
            label = "Settled as {tag} by {who}, {day}."
            found = pen.says(label, tag=tag, who=alone(said.who), day=said.when.day)
        else:
            found = pen.says("Settled as {tag}.", tag=tag)
        now = pen.says("Now {sides}", sides=self._sides(claim))
        return [
            para([*found, " ", *(now if claim.sides else [t("Nobody holds anything of it now")])])
        ]

    def _differing_lines(self, claim: ClaimView) -> list[Block]:
        who = claim.ruling.who if claim.ruling else ""
        sides = [(who, claim.look), *((one.who, one.look) for one in claim.differing)]
        return [
            para(
                separated(
                    [*([f"{alone(name)} "] if name else []), inked(look)] for name, look in sides
                )
            )
        ]

    def _disputed_lines(self, claim: ClaimView) -> list[Block]:
        found = []
        for who, reason, note in claim.reasons:
            said = note.text if note else ""
            start = f"{raised(reason)}{': ' if said else '.'}" if reason else ""
            line: Runs = [start + said]
            if who and (self._pen.many or (note and note.ruling)):
                settled = note is not None and note.ruling is not None
                name = self._pen.says("{who}, who settled it", who=alone(who))
                line += [" – ", *(name if settled else [alone(who)])]
            found.append(para(line, note.direction if note else "ltr"))
        if not found and not self._public:
            found = [para([self._t("No note says why.")])]
        return found

    def _flags(self, flags: Sequence[tuple[str, Sequence[FlagView]]]) -> Iterator[Block]:
        t = self._t
        says = t("what is flagged, by kind and day")
        yield {"k": "group", "r": self._heading(bold(t("To ring through")), None, says)}
        lists = [
            {
                "head": [bold(label), " ", muted(t.number(len(flagged)))],
                "items": [self._flag(one) for one in flagged],
            }
            for label, flagged in flags
        ]
        yield {"k": "flags", "lists": lists, "w": _weight(lists)}

    def _flag(self, one: FlagView) -> Block:
        day: Runs = [bold(one.day), " "] if one.day else []
        return {
            "no": [self._pen.claim(one.ref, listed=True)],
            "words": self._pen.brief(one.words, 90),
            "dir": words.direction(one.words),
            "lines": [para([*day, alone(one.text), *self._by(one.who)])],
        }


_CHANGED = "settled, and a colleague changed a tag since"


COLUMNS = 3


def _columns(lists: Sequence[Block]) -> list[list[Block]]:
    """The lists side by side; more than there are columns stand under the shortest."""
    found: list[list[Block]] = [[] for _ in lists[:COLUMNS]]
    lines = [0] * len(found)
    for one in lists:
        shortest = lines.index(min(lines))
        found[shortest].append(one)
        lines[shortest] += 2 + sum(1 + len(item["lines"]) for item in one["items"])
    return found


PIECE = 90
"""So many claims of a long list are drawn together."""


def _placed(lists: Sequence[Block], *, beside: bool) -> Iterator[Block]:
    """The lists beside each other, or one under the other and long ones in pieces."""
    if beside:
        yield {"k": "lists", "beside": True, "columns": _columns(lists), "w": _weight(lists)}
        return
    for one in lists:
        for first in range(0, max(1, len(one["items"])), PIECE):
            items = one["items"][first : first + PIECE]
            piece = {"head": [] if first else one["head"], "items": items}
            yield {
                "k": "lists",
                "beside": False,
                "columns": [[piece]],
                "w": 1 + len(items) // 2,
            }


def _weight(lists: Iterable[Block]) -> int:
    return sum(len(one["items"]) for one in lists)
