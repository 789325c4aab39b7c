"""`split`, `join`, `claim` and `furniture`: where claims begin and end. Offsets are code points."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from annotator.cli import output
from annotator.cli.command import ARTICLE, CLAIM, command, group
from annotator.cli.session import Session, claim_of
from annotator.domain.edits.writes import Cut
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import ROW, Standing
from annotator.domain.wording import raised

if TYPE_CHECKING:
    from annotator.desk.desk import Desk
    from annotator.domain.article import Span
    from annotator.domain.snapshot import Snapshot
    from annotator.store.write import Applied

ON, OFF = "on", "off"


@dataclass(frozen=True, slots=True)
class _Hand:
    """The article in hand, as it was when the command began."""

    desk: Desk
    snapshot: Snapshot

    def index(self, claim: str) -> int:
        """Where a claim is. Raises AnnotatorError."""
        span = claim_of(self.desk.library, self.desk.article, claim)
        index = self.snapshot.index_of(span)
        assert index is not None, "a claim that was found is live"
        return index

    def name(self, index: int) -> str:
        return self.snapshot.claim(index).name

    def name_now(self, span: Span) -> str:
        """What the claim of this stretch is called after the edit."""
        now = self.desk.held
        index = now.index_of(span)
        return now.claim(index).name if index is not None else "that stretch"

    def standings_now(self, applied: Applied) -> list[str]:
        """How each claim that an edit made stands: a stretch judged before keeps its judgement."""
        now = self.desk.held
        cuts = (write for edit in applied.edits for part in edit.parts for write in part.writes)
        made = (span for cut in cuts if isinstance(cut, Cut) for span in cut.into)
        return [
            _label(now.standing(index)) for index in map(now.index_of, made) if index is not None
        ]


def _label(standing: Standing) -> str:
    return ROW[standing].label.lower() if standing in ROW else "page furniture"


@contextmanager
def _in_hand(session: Session, article: str) -> Iterator[_Hand]:
    from annotator.desk.articles import find_article
    from annotator.desk.desk import Desk

    with session.open() as library:
        desk = Desk(library)
        yield _Hand(desk, desk.open(find_article(library, article).id))


@command("split", "split latest 5 1204")
@ARTICLE
@CLAIM
@click.argument("offset", type=int)
@click.pass_obj
def split(session: Session, article: str, claim: str, offset: int) -> None:
    """Cut a claim in two at OFFSET.

    OFFSET counts characters from the article's beginning; `list ARTICLE --json` gives where each claim starts and ends. Blanks at the cut
    belong to neither part; both begin untagged, unless you had judged the same stretch before.
    """
    from annotator.desk import layout

    with _in_hand(session, article) as hand:
        index = hand.index(claim)
        applied = layout.split(hand.desk.library, hand.snapshot, index, offset)
        stand = hand.standings_now(applied)
    if len(set(stand)) == 1:
        said = f"both parts are {stand[0]}"
    else:
        said = f"its parts are {' and '.join(stand)}"
    output.say(f"{raised(hand.name(index))} is cut in two at {offset}; {said}.")


@command("join", "join latest 5")
@ARTICLE
@CLAIM
@click.pass_obj
def join(session: Session, article: str, claim: str) -> None:
    """Join a claim with the next one."""
    from annotator.desk import layout

    with _in_hand(session, article) as hand:
        index = hand.index(claim)
        applied = layout.join(hand.desk.library, hand.snapshot, index)
        stands = " and ".join(hand.standings_now(applied))
    output.say(f"{raised(hand.name(index))} is joined with the next one, and {stands}.")


@group("claim", "claim add latest 1204 1290")
def claim_() -> None:
    """Make a claim of a stretch, or give one other borders."""


@command("add", "claim add latest 1204 1290")
@ARTICLE
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.pass_obj
def add(session: Session, article: str, start: int, end: int) -> None:
    """Make a claim of the characters from START to before END; it may overlap others."""
    from annotator.desk import layout
    from annotator.domain.article import Span

    with _in_hand(session, article) as hand:
        layout.add_claim(hand.desk.library, hand.snapshot, Span(start, end))
        name = hand.name_now(_visible(hand, Span(start, end)))
    output.say(f"{start} to {end} is {name} now.")


@command("borders", "claim borders latest 5 1204 1290")
@ARTICLE
@CLAIM
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.pass_obj
def borders(session: Session, article: str, claim: str, start: int, end: int) -> None:
    """Give a claim other borders: the characters from START to before END."""
    from annotator.desk import layout
    from annotator.domain.article import Span

    with _in_hand(session, article) as hand:
        index = hand.index(claim)
        applied = layout.set_borders(hand.desk.library, hand.snapshot, index, Span(start, end))
        name = hand.name_now(_visible(hand, Span(start, end)))
    if applied is None:
        output.say(f"{raised(name)} has these borders already: nothing was saved.")
    else:
        output.say(f"{start} to {end} is {name} now.")


@command("furniture", "furniture latest --at 9120 off")
@ARTICLE
@click.argument("words", nargs=-1, metavar="[CLAIM] on|off")
@click.option("--at", type=int, metavar="OFFSET", help="The passage that holds this character.")
@click.pass_obj
def furniture(session: Session, article: str, words: tuple[str, ...], at: int | None) -> None:
    """Set page furniture aside, or make it text again.

    On sets a claim or a passage aside, off makes it text. Furniture has no number: name its passage by any character in it, with --at.
    """
    claim, state = _claim_and_state(words, at)
    from annotator.desk import layout

    with _in_hand(session, article) as hand:
        span = (
            layout.passage_span(hand.snapshot, at) if at is not None else _claim_span(hand, claim)
        )
        applied = layout.set_furniture(
            hand.desk.library, hand.snapshot, span, furniture=state == ON
        )
    what = "page furniture" if state == ON else "text"
    if applied is None:
        output.say(f"{span.start} to {span.end} is {what} already: nothing was saved.")
    else:
        output.say(f"{span.start} to {span.end} is {what} now.")


def _claim_and_state(words: tuple[str, ...], at: int | None) -> tuple[str, str]:
    """The claim's word, empty with --at, and "on" or "off". Raises AnnotatorError."""
    wanted = 1 if at is not None else 2
    if len(words) != wanted or words[-1] not in (ON, OFF):
        raise AnnotatorError(
            "Name what is meant and say on or off: `annotator furniture ARTICLE CLAIM on`, "
            "or `annotator furniture ARTICLE --at OFFSET on` or `off`."
        )
    return ("" if at is not None else words[0]), words[-1]


def _claim_span(hand: _Hand, claim: str) -> Span:
    """Furniture too, where it is named by its id."""
    from annotator.desk.articles import find_claim

    return find_claim(hand.desk.library, hand.desk.article, claim)


def _visible(hand: _Hand, span: Span) -> Span:
    """The stretch as the desk took it: without the blanks at its ends."""
    from annotator.domain.layout import trim

    return trim(hand.snapshot.article.text, span) or span


claim_.add_command(add)
claim_.add_command(borders)

COMMANDS: dict[str, click.Command] = {
    "split": split,
    "join": join,
    "claim": claim_,
    "furniture": furniture,
}
