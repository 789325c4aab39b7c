"""Reads a Word file of ours back: the comments that colleagues have put into it, answers among them.

What is ours in it is known by the mark (``reporting/word_mark.py``): which bookmark holds which
claim, who wrote which comment. Word and LibreOffice number comments anew and keep neither the ids of their
paragraphs, so a comment of ours is the one that its author's name and its words say it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from annotator.domain.article import ArticleId
from annotator.domain.brought import Brought, BroughtComment, NotRead, Place
from annotator.domain.wording import amount
from annotator.interchange.word_margin import Ground, Margin, margin
from annotator.office.word_comments import Comment
from annotator.office.word_package import WordPackage, is_word
from annotator.reporting import word_mark
from annotator.reporting.word_mark import Mark, MarkedComment, fingerprint

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

UNMARKED = (
    "it does not say which article it was made of; only an editor’s copy that Annotator wrote "
    "itself can be read back, no public copy and no other document"
)
SEVERAL = "it holds {n} articles: export each into a file of its own, to be read back"
SHOWN = 40
"""So many characters of a comment name it in a list."""


def recognises(data: bytes) -> bool:
    """Whether it is a Word file; whether one of ours, only reading it tells."""
    return is_word(data)


def read(data: bytes) -> Brought:
    """What is new in it. ValueError, which says why, for a file that is damaged or not ours."""
    package = WordPackage.of(data)
    marked = package.custom(word_mark.SPACE)
    if marked is None:
        raise ValueError(UNMARKED)
    mark = word_mark.read("".join(marked.itertext()))
    if mark.articles != 1:
        raise ValueError(SEVERAL.format(n=mark.articles))
    found = _Reading(mark, margin(package))
    found.compare()
    return Brought(
        article=ArticleId(mark.article),
        sha256=mark.sha256,
        title=mark.title,
        comments=tuple(found.new()),
        not_read=tuple(found.not_read),
    )


@dataclass
class _Reading:
    """Tells what is ours in a file from what has come since."""

    mark: Mark
    margin: Margin
    places: dict[str, int | None] = field(default_factory=dict)
    ours: dict[str, MarkedComment] = field(default_factory=dict)
    """The file's id of a comment → the one of ours that it is."""
    names: dict[str, str] = field(default_factory=dict)
    """The file's id of a comment that is not ours → what it is called instead."""
    not_read: list[NotRead] = field(default_factory=list)

    def compare(self) -> None:
        """Finds our own comments, unchanged ones first; says which were altered or taken out."""
        claims = {
            name: place for place, claim in enumerate(self.mark.claims) for name in claim.bookmarks
        }
        ground = Ground(self.margin, claims)
        for remark in self.margin.remarks:
            self.places[remark.id] = ground.under(remark)
        left = dict.fromkeys(self.mark.comments)
        self._unchanged(left)
        self._altered(left)
        if left:
            why = "taken out of the file by somebody, and kept in the library all the same"
            self.not_read.append(NotRead(f"{amount(len(left), 'comment')} of ours", why))

    def _unchanged(self, left: dict[MarkedComment, None]) -> None:
        """Same author, same words: on the same claim, else anywhere."""
        prints = {one.id: fingerprint(one.text) for one in self.margin.remarks}
        for exact in (True, False):
            known: dict[tuple[str, str, int | None], list[MarkedComment]] = {}
            for one in left:
                at = one.claim if exact else None
                known.setdefault((one.who, one.print, at), []).append(one)
            for remark in self.margin.remarks:
                at = self.places[remark.id] if exact else None
                same = known.get((remark.who, prints[remark.id], at))
                if same and remark.id not in self.ours:
                    self._take(remark, same.pop(), left)

    def _altered(self, left: dict[MarkedComment, None]) -> None:
        """Same author, same moment, same claim: our comment with other words."""
        known: dict[tuple[str, str, int | None], MarkedComment] = {
            (one.who, one.date[:19], one.claim): one for one in left
        }
        for remark in self.margin.remarks:
            if remark.id in self.ours or not remark.date:
                continue
            one = known.pop((remark.who, remark.date, self.places[remark.id]), None)
            if one is not None:
                self._take(remark, one, left)
                why = "it is one of ours, whose words were altered in the file"
                self.not_read.append(NotRead(_named(remark), why))

    def _take(self, remark: Comment, one: MarkedComment, left: dict[MarkedComment, None]) -> None:
        self.ours[remark.id] = one
        del left[one]

    def new(self) -> Iterator[BroughtComment]:
        """The comments that are not ours, in the file's order."""
        self._name()
        for remark in self.margin.remarks:
            if remark.id in self.ours:
                continue
            claim = self.places[remark.id]
            if claim is None and remark.answers in self.places:
                claim = self.places[remark.answers]
            if not remark.text:
                self.not_read.append(NotRead(f"a comment by {remark.who}", "it has no words"))
            elif claim is None:
                self.not_read.append(NotRead(_named(remark), "it stands on no claim"))
            else:
                yield self._brought(remark, claim)

    def _name(self) -> None:
        """Names each comment that is not ours by what it says, for numbers are new with every save.

        The second of two that say the same by the same person at the same moment is told apart.
        """
        often: Counter[tuple[str, str, str, int | None]] = Counter()
        for remark in self.margin.remarks:
            if remark.id not in self.ours:
                said = fingerprint(remark.text)
                what = (remark.who, remark.date, said, self.places[remark.id])
                often[what] += 1
                self.names[remark.id] = f"{remark.date} {said} {what[3]} {often[what]}"

    def _brought(self, remark: Comment, claim: int) -> BroughtComment:
        there = self.mark.claims[claim]
        ours = self.ours.get(remark.answers)
        return BroughtComment(
            self.names[remark.id],
            remark.who,
            Place(there.quote, there.start, there.end),
            remark.text,
            _made(remark.date),
            ours.edit if ours else self.names.get(remark.answers, ""),
        )


def _made(date: str) -> int:
    """Microseconds since 1970, as if Word had said UTC, which it does not; 0: not told."""
    try:
        at = datetime.fromisoformat(date).replace(tzinfo=UTC)
    except ValueError:
        return 0
    return (at - _EPOCH) // timedelta(microseconds=1)


def _named(remark: Comment) -> str:
    text = " ".join(remark.text.split())
    text = text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"
    return f"a comment by {remark.who}, “{text}”"
