"""What the quick entry understood of what is typed, in words under the field."""

from __future__ import annotations

from annotator.desk.said import worked_out
from annotator.domain.address import short_address
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Stance
from annotator.domain.wording import amount
from annotator.text.addresses import Entry, read_entry
from annotator.ui.evidence.stances import STANCE, UNSAID
from annotator.ui.kit.styled import Look, Piece

HELP = "+ supports   − contradicts   ~ context   ! primary   B2 grade   “quotation”"
_TITLE = 60
_INKS = {Stance.SUPPORTS: "verified-ink", Stance.CONTRADICTS: "disputed-ink"}
_APART = " · "
LONG = 20_000
"""Code points up to which every key has what is typed taken apart anew."""


def understood(typed: str, together: int = 1) -> list[Piece]:
    """The words, or what is wrong; for an empty field how to type it.

    ``together``: so many claims get it.
    """
    if not typed.strip():
        return [Piece(HELP, Look.MUTED)]
    if len(typed) > LONG:
        return [Piece(f"{len(typed):,} characters: read when you press Enter", Look.MUTED)]
    try:
        result = worked_out(typed)
    except AnnotatorError as error:
        return [Piece(str(error), Look.PLAIN, "error")]
    if result is not None:
        return [Piece(result, Look.BOLD), Piece(f"{_APART}kept as a calculation", Look.MUTED)]
    entry = read_entry(typed)
    if entry.problem:
        return [Piece(entry.problem, Look.PLAIN, "error")]
    said = [_stance(entry), *_rest(entry)]
    if together > 1:
        said.append(f"for all {together:,} claims in hand")
    pieces = [Piece(said[0], Look.BOLD, _INKS.get(stance_of(entry), ""))]
    return [*pieces, *(Piece(f"{_APART}{words}", Look.MUTED) for words in said[1:])]


def fit_to_enter(typed: str) -> bool:
    """Whether what is typed is evidence, or a calculation that can be worked out."""
    try:
        if worked_out(typed) is not None:
            return True
    except AnnotatorError:
        return False
    entry = read_entry(typed)
    return not (entry.problem or entry.empty)


def stance_of(entry: Entry) -> Stance:
    """How it serves the claim: as typed, else as what was not said."""
    return Stance(entry.stance) if entry.stance else UNSAID


def _stance(entry: Entry) -> str:
    row = STANCE[stance_of(entry)]
    return f"{row.glyph}\N{EN SPACE}{row.label}"


def _rest(entry: Entry) -> list[str]:
    title = entry.title if len(entry.title) <= _TITLE else f"{entry.title[:_TITLE]}…"
    grade = f"{entry.reliability}{entry.credibility}"
    words = len(entry.quote.split())
    return [
        *filter(None, (short_address(entry.url), f"“{title}”" if title else "")),
        *(["primary"] if entry.primary else []),
        *([f"graded {grade}"] if grade else []),
        *([f"quotes {amount(words, 'word')}"] if words else []),
    ]
