"""The sample as the drawing of Review has it: three analysts, eleven claims on which they differ."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from annotator import paths
from annotator.desk import importing, records, reviewing, tagging
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.compare import ReviewSnapshot
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.reviewing import Submit
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.store.library import open_library
from annotator.store.write import Author
from annotator.ui.review.queueing import queue_view
from annotator.ui.review.queueview import Filter, OtherArticle, QueueView
from annotator.ui.review.view import ClaimReviewView
from annotator.ui.review.viewing import claim_review_view
from factories import new_library

A = Author(AnalystId("aaaaaaaa-0000-4000-8000-0000000000a1"), "Analyst A")
B = Author(AnalystId("bbbbbbbb-0000-4000-8000-0000000000b1"), "Analyst B")
C = Author(AnalystId("cccccccc-0000-4000-8000-0000000000c1"), "Analyst C")
DORA = Author(AnalystId("dddddddd-0000-4000-8000-0000000000d1"), "Dora")
"""Somebody who has judged nothing yet."""

_SHARED = {
    Standing.DISPUTED: (0, 1, 13),
    Standing.VERIFIED: (2, 14, 16, 17, 21, 27, 33, 40, 44),
    Standing.UNATTRIBUTED: (18, 22, 24, 30, 38, 42),
}
"""What all three hold of these claims; the rest, but for ``_DIFFER``, is on its source."""

_DIFFER = {
    3: "??–",
    5: "✕✓✕",
    6: "?✕?",
    11: "✓✓❝",
    12: "?✓?",
    15: "✕??",
    20: "❝??",
    25: "?✕✕",
    28: "❝?❝",
    31: "✓✕✓",
    35: "?❝?",
}
"""Claim → what A, B and C held of it at first."""

_OF = {
    "✓": Standing.VERIFIED,
    "✕": Standing.DISPUTED,
    "?": Standing.UNATTRIBUTED,
    "❝": Standing.ON_SOURCE,
    "–": Standing.NOT_CHECKABLE,
}
_NOTES = {
    A: "2,000 ft from what? The article does not say, and the map differs.",
    B: "ISNA says it in so many words; quoted in full.",
    C: "The distance fits neither map nor photograph.",
}


@dataclass
class Desk:
    """One library in which three people have judged the same article."""

    library: OpenLibrary
    article: ArticleId

    def acts_as(self, author: Author) -> OpenLibrary:
        """The same library, with somebody else at it."""
        return OpenLibrary(self.library.store, author)

    def snapshot(self, author: Author = A) -> Snapshot:
        return reading.snapshot(self.library.store, self.article, author.id)

    def held(self, author: Author = A) -> ReviewSnapshot:
        return reviewing.review(self.acts_as(author), self.article)

    def index(self, number: int) -> int:
        found = self.snapshot().index_of_number(number)
        assert found is not None
        return found

    def claim(self, number: int) -> ClaimId:
        return self.snapshot().id_at(self.index(number))

    def view(self, number: int, author: Author = A, today: date | None = None) -> ClaimReviewView:
        """The claim as the panel shows it to this person."""
        held, snapshot = self.held(author), self.snapshot(author)
        library = self.acts_as(author)
        found = reviewing.claim_review(library, snapshot, held, self.index(number))
        said = records.records_for_review(library, found.claim)
        heard = [voice.analyst.id for voice in found.voices]
        around = records.around_for_review(library, self.article, said, heard)
        return claim_review_view(snapshot, held, found, today, said, around)

    def queue(
        self,
        number: int | None = None,
        author: Author = A,
        chosen: Filter = Filter.DISAGREEMENT,
        others: tuple[OtherArticle, ...] = (),
    ) -> QueueView:
        """The left panel, with this claim in hand."""
        current = None if number is None else self.index(number)
        return queue_view(
            self.snapshot(author),
            self.held(author),
            self.names(),
            current=current,
            chosen=chosen,
            others=others,
        )

    def names(self) -> dict[str, str]:
        return {one.id: one.name for one in reading.analysts(self.library.store)}

    def judge(self, author: Author, standing: Standing, *numbers: int, note: str = "") -> None:
        """This person holds so of these claims, by their numbers."""
        library, claims = self.acts_as(author), [self.claim(number) for number in numbers]
        given = note or None
        if standing is Standing.ON_SOURCE:
            tagging.clear(library, self.article, claims)
            tagging.confirm(library, self.article, claims, note=given)
        elif standing is Standing.NOT_CHECKABLE:
            tagging.mark_not_checkable(library, self.article, claims, note=given)
        else:
            tagging.tag(library, self.article, claims, Tag[standing.name], note=given)

    def settle(self, author: Author, number: int, outcome: Standing, reason: str = "") -> None:
        library, held = self.acts_as(author), self.held(author)
        reviewing.settle(
            library, self.snapshot(author), held, [self.index(number)], outcome, reason
        )

    def say(self, author: Author, number: int, text: str, answers: str | None = None) -> str:
        """Comments on a claim; gives the comment's id."""
        applied = self.acts_as(author).perform(
            Comment(self.article, self.claim(number), text, answers)  # type: ignore[arg-type]
        )
        return applied.edits[-1].header.id

    def submit(self, *authors: Author) -> None:
        for author in authors:
            self.acts_as(author).perform(Submit(self.article))


def bare(path: Path, *authors: Author) -> Desk:
    """The sample in a library of its own; these people tag its title and submit."""
    library = OpenLibrary(new_library(path), A)
    desk = Desk(library, importing.import_file(library, paths.sample()).article)
    for author in authors:
        desk.judge(author, Standing.VERIFIED, 0)
    desk.submit(*authors)
    return desk


def drawn(path: Path) -> Desk:
    """The state of the drawing."""
    made, article = _template()
    shutil.copyfile(made, path)
    return Desk(OpenLibrary(open_library(path, create=False), A), article)


@cache
def _template() -> tuple[Path, ArticleId]:
    """Made once: some sixty commits take their time."""
    folder = tempfile.mkdtemp(prefix="annotator-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = _draw(Path(folder) / "drawn.db")
    desk.library.close()
    return desk.library.path, desk.article


def _draw(path: Path) -> Desk:
    desk, people = bare(path), (A, B, C)
    every = range(desk.snapshot().last_number + 1)
    shared = {number for of in _SHARED.values() for number in of}
    rest = [number for number in every if number not in shared and number not in _DIFFER]
    for place, author in enumerate(people):
        for standing, numbers in (*_SHARED.items(), (Standing.ON_SOURCE, rest)):
            desk.judge(author, standing, *numbers)
        for number, held in _DIFFER.items():
            note = _NOTES[author] if number == 5 else ""
            desk.judge(author, _OF[held[place]], number, note=note)
    desk.submit(*people)
    desk.settle(A, 6, Standing.UNATTRIBUTED, "Nobody is named.")
    desk.settle(B, 15, Standing.UNATTRIBUTED, "Nobody is named here either.")
    for number in (12, 20):
        desk.settle(C, number, Standing.UNATTRIBUTED)
    desk.settle(A, 28, Standing.ON_SOURCE, "Roule says so, and no more was checked.")
    desk.judge(B, Standing.VERIFIED, 28)
    desk.say(C, 5, "Is it “away from the first blast” or “from the tomb”? The tag turns on that.")
    desk.say(B, 5, "The Persian text has “from the tomb”. I can live with disputed.")
    return desk
