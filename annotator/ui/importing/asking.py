"""What two versions of an article differ in, as the card that asks says it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from annotator.domain.article import Span
from annotator.domain.snapshot import Snapshot, claim_name
from annotator.domain.tags import Standing
from annotator.domain.wording import amount, raised, set_apart
from annotator.review.difference import difference
from annotator.review.quotations import quotation
from annotator.review.revision import OPEN, Comparison, Fate
from annotator.review.revision import Line as Fated
from annotator.ui.changed import ROOM, changed
from annotator.ui.days import day_words
from annotator.ui.importing.view import Ask, DifferenceLine, Kind, Side
from annotator.ui.incoming import Incoming, Question
from annotator.ui.kit.styled import Look, Piece

SHOWN = 2
"""So many claims that differ stand side by side; the others are in the whole list."""
_KINDS = {
    Fate.CARRIED: Kind.SAME,
    Fate.ASKED: Kind.ASKED,
    Fate.PROPOSED: Kind.PROPOSED,
    Fate.AGAIN: Kind.AGAIN,
    Fate.SEVERAL: Kind.SEVERAL,
    Fate.GONE: Kind.GONE,
}
_DIFFER = (Fate.AGAIN, Fate.PROPOSED, Fate.SEVERAL, Fate.GONE)
"""What is shown side by side, that which weighs first."""


class Compared:
    """Every claim of two versions, new ones where they stand; ``Differences`` of the view."""

    def __init__(self, comparison: Comparison, page: Snapshot, later: str) -> None:
        """``page`` is the earlier article, ``later`` the text of the new one."""
        self._page, self._later = page, later
        self._places = list(_places(comparison))

    def __len__(self) -> int:
        return len(self._places)

    def kind(self, place: int) -> Kind:
        return self._places[place][0]

    def line(self, place: int) -> DifferenceLine:
        kind, line, there = self._places[place]
        if line is None:
            return DifferenceLine(kind, "In the new one", (_plain(self._later, there),))
        name = raised(name_of(self._page, line.here))
        pieces = differing(self._page.article.text, line.here, self._later, there)
        return DifferenceLine(kind, name, tuple(bare(pieces)), _says(kind, line))

    def pair(self, place: int) -> tuple[Span, Span]:
        _, line, there = self._places[place]
        assert line is not None, "a new claim has no other"
        assert there is not None, "only what has a place can be ticked"
        return line.here, there

    def rivals(self, place: int) -> tuple[int, ...]:
        """The other candidates for the same claim, and for the same place."""
        here, there = self.pair(place)
        return tuple(
            at
            for at, (kind, line, other) in enumerate(self._places)
            if kind is Kind.CANDIDATE
            and at != place
            and line is not None
            and (line.here == here or other == there)
        )


def ask_view(one: Incoming, behind: int) -> Ask:
    """The card that asks what should become of it; so many questions wait ``behind`` it."""
    asked = one.question
    assert asked is not None, "it asks"
    found = asked.earlier.comparison
    differ = [line for fate in _DIFFER for line in found.lines if line.fate is fate]
    return Ask(
        one.key,
        _head(asked),
        _told(asked, differ),
        tuple(_sides(asked, line) for line in differ[:SHOWN]),
        max(0, len(differ) - SHOWN),
        _foot(found),
        asked.earlier.article,
        asked.earlier.title,
        Compared(found, asked.page, asked.prepared.text),
        behind,
    )


def name_of(page: Snapshot, span: Span) -> str:
    """What a claim is called: "claim 14", "the title"; one that is no live claim, "a claim"."""
    index = page.index_of(span)
    return "a claim" if index is None else claim_name(page.number(index))


def differing(here: str, span: Span, there: str, other: Span | None) -> tuple[Piece, ...]:
    """The words of a claim in both texts, dropped and new ones marked."""
    if other is None:
        return (_plain(here, span),)
    return tuple(changed(difference(quotation(here, span), quotation(there, other))))


def bare(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The blanks round changed words are not what changed: only words are marked."""
    for piece in pieces:
        words = piece.text.strip() or piece.text
        first, _, last = piece.text.partition(words)
        yield from (Piece(first), piece._replace(text=words), Piece(last))


def _places(comparison: Comparison) -> Iterator[tuple[Kind, Fated | None, Span | None]]:
    """The lines in order: after a claim of which several would do, each of those."""
    fresh = list(comparison.new)
    for line in comparison.lines:
        while fresh and line.there is not None and fresh[0].start < line.there.start:
            yield Kind.NEW, None, fresh.pop(0)
        yield _KINDS[line.fate], line, line.there
        for candidate in line.candidates if line.fate is Fate.SEVERAL else ():
            yield Kind.CANDIDATE, line, candidate
    for span in fresh:
        yield Kind.NEW, None, span


def _plain(text: str, span: Span | None) -> Piece:
    return Piece("" if span is None else quotation(text, span))


def _says(kind: Kind, line: Fated) -> str:
    weighs = raised("; ".join(line.weighs))
    if kind is Kind.CANDIDATE:
        return "Tick it if this is the one."
    return f"{weighs}." if weighs else ""


def _head(asked: Question) -> str:
    if asked.earlier.why == "address":
        return "This address is already here."
    return f"This is another version of “{set_apart(asked.earlier.title)}”."


def _told(asked: Question, differ: Sequence[Fated]) -> str:
    found = asked.earlier.comparison
    what = f"It differs in {len(differ):,} of {amount(found.before, 'claim')} from"
    if not differ:
        what = f"All {amount(found.before, 'claim')} have the same words as in"
    new = len(found.new)
    fresh = "" if not new else "; 1 claim is new" if new == 1 else f"; {new:,} claims are new"
    return (
        f"{what} the one imported {_when(asked.earlier.imported_at)}, which stays as it is{fresh}."
    )


def _foot(found: Comparison) -> tuple[Piece, ...]:
    """What keeping both does with the tags."""
    again, gone = found.fates[Fate.AGAIN], found.fates[Fate.GONE]
    asks = sum(found.fates[fate] for fate in OPEN)
    pieces = [
        _muted(f"Your tags of the {amount(found.carried, 'unchanged claim')} go along, marked "),
        Piece("carried", Look.PILL),
    ]
    if again:
        number = "one" if again == 1 else f"{again:,}"
        verb = "is" if again == 1 else "are"
        changed = f"; {number} in which a number, a name or a negation changed {verb} marked "
        pieces += [_muted(changed), Piece("check again", Look.PILL)]
    pieces.append(_muted("."))
    if asks:
        asking, it = "One claim asks whether it is", "it"
        if asks > 1:
            asking, it = f"{asks:,} claims ask whether they are", "them"
        pieces.append(
            _muted(f" {asking} the same: confirm {it} under “Show all differences”, or later.")
        )
    if gone:
        without = "One claim is gone" if gone == 1 else f"{gone:,} claims are gone"
        pieces.append(_muted(f" {without}; nothing that you held is lost."))
    return tuple(pieces)


def _muted(words: str) -> Piece:
    return Piece(words, Look.MUTED)


def _sides(asked: Question, line: Fated) -> tuple[Side, Side]:
    page, earlier = asked.page, asked.earlier
    index = page.index_of(line.here)
    name = name_of(page, line.here)
    pieces = differing(page.article.text, line.here, asked.prepared.text, line.there)
    before = tuple(bare(_marked(pieces, Look.DROPPED, Look.ADDED)))
    after = tuple(bare(_marked(pieces, Look.ADDED, Look.DROPPED)))
    if line.there is None:
        before, after = pieces, (Piece("Not in the new one.", Look.MUTED),)
    return (
        Side(
            f"Here, {_day(earlier.imported_at)} · {name}",
            before,
            Standing.UNTAGGED if index is None else page.standing(index),
        ),
        Side("New, today", after, pill=_PILLS.get(line.fate, "")),
    )


def _marked(pieces: Sequence[Piece], kept: Look, left: Look) -> Iterator[Piece]:
    """One wording of the two: its own words marked, those of the other left out."""
    for piece in pieces:
        if piece.look is kept:
            yield Piece(piece.text, Look.ADDED)
        elif piece.look is not left and piece.text != ROOM:
            yield piece


_PILLS = {
    Fate.AGAIN: "check again",
    Fate.PROPOSED: "worded otherwise",
    Fate.SEVERAL: "several would fit",
    Fate.GONE: "gone",
}


def _when(at: int) -> str:
    """Such as "on 4 Jan 2024", or "today"."""
    day = _day(at)
    return "today" if day == _day(int(time.time() * 1_000_000)) else f"on {day}"


def _day(at: int) -> str:
    """Of microseconds since 1970, the day here."""
    there = datetime.fromtimestamp(at / 1_000_000, UTC)
    return day_words(f"{there.astimezone():%Y-%m-%d}")
