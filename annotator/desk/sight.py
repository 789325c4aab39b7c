"""What one sees of colleagues while one tags: what Annotate shows, looking all the same, a blind check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.desk.library import OpenLibrary
from annotator.desk.reviewing import assessment_shown
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.edits.blind import AskBlind, Reveal
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.store.claiming import spans_of
from annotator.store.judging import blind_asked_by, sight_of, voices_for
from annotator.store.people import Names
from annotator.store.relating import hidden_by
from annotator.store.voices import Stand, around, note_withheld, quotation, voices
from annotator.store.write import Applied


@dataclass(frozen=True, slots=True)
class ColleagueVoice:
    """What one colleague says of a claim.

    ``other_text``: the quotation where it was said of a claim of another text, else empty.
    ``note_withheld``: a note was written, and did not come along.
    """

    analyst: Analyst
    standing: Standing
    assessment: Assessment
    other_text: str = ""
    note_withheld: bool = False


@dataclass(frozen=True, slots=True)
class ColleaguesView:
    """What Annotate shows of colleagues at one claim.

    ``shown``: they may be seen, and ``voices`` says who holds what, by name; else
    ``how_many`` judged it. While ``blind`` not even that is told.
    """

    shown: bool
    blind: bool
    how_many: int
    voices: tuple[ColleagueVoice, ...] = ()

    @property
    def in_words(self) -> str:
        """Such as "2 colleagues judged this claim"; empty where nobody did or nothing is told."""
        if not self.how_many:
            return ""
        who = "A colleague" if self.how_many == 1 else f"{self.how_many} colleagues"
        return f"{who} judged this claim"


NOBODY = ColleaguesView(shown=False, blind=False, how_many=0)
BLIND = ColleaguesView(shown=False, blind=True, how_many=0)


def colleagues(library: OpenLibrary, snapshot: Snapshot, index: int) -> ColleaguesView:
    """What may be shown of colleagues at this claim."""
    store, me, article = library.store, library.me, snapshot.article.id
    claim, span = snapshot.id_at(index), snapshot.span(index)
    sight = sight_of(store, article, me)
    if sight.blind and not sight.shows(claim, judged=False):
        return BLIND
    colleague, paired = around(store, article, me)
    if not colleague and not paired:
        return NOBODY
    held = voices_for(store, article, me, [span], paired=paired)[span]
    hidden = hidden_by(store, me)
    others = {who: stand for who, stand in held.items() if who != me and who not in hidden}
    if not sight.shows(claim, judged=me in held):
        return ColleaguesView(shown=False, blind=False, how_many=len(others))
    said = sorted(_said(library, claim, others), key=lambda one: one.analyst.name)
    return ColleaguesView(True, sight.blind, len(others), tuple(said))


def _said(
    library: OpenLibrary, claim: ClaimId, others: dict[str, Stand]
) -> Iterable[ColleagueVoice]:
    if not others:
        return
    names = Names(library.store)
    for who, (standing, other) in others.items():
        yield ColleagueVoice(
            names.analyst(who),
            standing,
            assessment_shown(library, who, other or claim),
            quotation(library.store, other) if other else "",
            note_withheld(library.store, who, other or claim),
        )


def reveal(
    library: OpenLibrary, article: ArticleId, claim: ClaimId | None = None
) -> Applied | None:
    """Looks at colleagues' tags of a claim, or of the whole article, before submitting.

    The log says so from then on. None: they are shown already.
    """
    store, me = library.store, library.me
    sight = sight_of(store, article, me)
    if sight.everything or (claim is not None and sight.shows(claim, _judged(library, claim))):
        return None
    return library.perform(Reveal(article, claim))


def _judged(library: OpenLibrary, claim: ClaimId) -> bool:
    place = spans_of(library.store, [claim]).get(claim)
    if place is None:
        return False
    article, span, _ = place
    return library.me in voices(library.store, article, [span])[span]


def ask_blind(library: OpenLibrary, *articles: ArticleId) -> Applied | None:
    """Nobody else sees colleagues' tags of these before submitting. None: it is so already."""
    store, me = library.store, library.me
    acts = [AskBlind(one) for one in articles if me not in blind_asked_by(store, one)]
    return library.perform(*acts) if acts else None


def who_asked(library: OpenLibrary, article: ArticleId) -> tuple[str, ...]:
    """The names of those who asked the acting person to check this article blind."""
    asked = blind_asked_by(library.store, article) - {library.me}
    return tuple(sorted(map(Names(library.store).of, asked))) if asked else ()
