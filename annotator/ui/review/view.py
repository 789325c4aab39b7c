"""What the panel at the right shows in Review, as plain values: the panel knows no desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.compare import Accord
from annotator.domain.evidence import Stance
from annotator.domain.snapshot import TITLE_NUMBER, Claim
from annotator.domain.tags import Standing
from annotator.ui.kit.styled import Piece

FURNITURE = "Page furniture is no claim: there is nothing to settle."
ALONE = (
    "Nobody else has tagged this article yet, so there is nothing to settle: "
    "Ctrl+1 goes back to your own tags."
)


@dataclass(frozen=True, slots=True)
class Who:
    """A person as the review names one: ``name`` is "You" for the viewer."""

    initial: str
    name: str
    me: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One piece of evidence on a card: "example.org/map · B2" is where it is from, and its grade."""

    stance: Stance
    name: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class RecordLines:
    """What somebody recorded of the claim, as a card has room for it; ``more``: pieces left out.

    ``reminder``: that the evidence is the very source the article names.
    """

    evidence: tuple[EvidenceLine, ...] = ()
    more: int = 0
    said_by: str = ""
    reminder: str = ""

    @property
    def empty(self) -> bool:
        return not (self.evidence or self.more or self.said_by or self.reminder)


NO_LINES = RecordLines()


@dataclass(frozen=True, slots=True)
class VoiceView:
    """What one analyst says of the claim.

    ``column`` is the place in the review's columns, which is also the key that accepts
    it, less one. ``other`` is the quotation where it was said of a claim of another
    text, in pieces that mark the difference; empty where it was said of this one.
    ``why`` says why it is not checkable, or why it is disputed and how sure that is:
    "contradicted · fairly sure". ``withheld``: there is a note, and it was not sent.
    ``record`` is what it rests on.
    """

    column: int
    who: Who
    standing: Standing
    note: str = ""
    withheld: bool = False
    why: str = ""
    other: tuple[Piece, ...] = ()
    differs: bool = False
    record: RecordLines = NO_LINES


@dataclass(frozen=True, slots=True)
class BeforeView:
    """What somebody held of a claim that was cut since: its words, and the note."""

    who: Who
    standing: Standing
    quotation: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What a reviewer decided. ``stands``: it is the claim's, the others differ or came before.

    ``overruled`` is in words: "Ben and Chloé"; ``party``: the reviewer held
    one of the tags that differed.
    """

    who: Who
    standing: Standing
    when: str
    reason: str = ""
    overruled: str = ""
    party: bool = False
    stands: bool = True


@dataclass(frozen=True, slots=True)
class CommentView:
    """One comment; ``answer``: it answers another. ``gone``: only its place is left."""

    id: str
    who: Who
    text: str
    when: str
    answer: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ClaimReviewView:
    """One claim as its review shows it.

    ``total`` counts the numbered claims, ``place`` says where this one stands among
    those that wait: "2 of 6 waiting". ``chosen`` is what the viewer decided, ``settles``
    what "settle and next" would decide, ``overruled`` those who hold something else than
    that. ``stale``, ``veil`` and ``locked`` are sentences, empty where nothing of the
    kind is so: a judgement changed since; colleagues' may not be seen yet; the article
    is settled. ``alone``: there is nobody to compare with.
    """

    claim: Claim
    total: int
    accord: Accord
    place: str = ""
    voices: tuple[VoiceView, ...] = ()
    silent: str = ""
    before: tuple[BeforeView, ...] = ()
    decisions: tuple[DecisionView, ...] = ()
    stale: str = ""
    comments: tuple[CommentView, ...] = ()
    chosen: Standing | None = None
    settles: Standing | None = None
    reason: str = ""
    overruled: Sequence[str] = ()
    party: bool = False
    veil: str = ""
    locked: str = ""
    alone: bool = False

    @property
    def title(self) -> str:
        """The panel's caption: "Claim 5 of 48", "The title"."""
        number = self.claim.number
        if number is None:
            return "Page furniture"
        return "The title" if number == TITLE_NUMBER else f"Claim {number:,} of {self.total:,}"

    @property
    def written(self) -> int:
        """How many comments there are, without the places of those that are gone."""
        return sum(not one.gone for one in self.comments)

    @property
    def shut(self) -> str:
        """Why it can be neither settled nor commented on; empty where it can."""
        furniture = "" if self.claim.number is not None else FURNITURE
        return self.locked or self.veil or furniture or (ALONE if self.alone else "")

    @property
    def open(self) -> bool:
        """Whether it can be settled and commented on."""
        return not self.shut
