"""Invented previews for the tests of the exchange pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.domain.article import ArticleId
from annotator.ui.exchange.view import (
    ArticleLine,
    BringView,
    FileLine,
    LeftOutLine,
    MatchKind,
    MatchLine,
    OtherText,
    Question,
    SendArticle,
    SendView,
    Sign,
)
from annotator.ui.kit.styled import Look, Piece

IRAN = SendArticle(ArticleId("iran"), "At Least 95 Killed", "48 claims and the title")
PORT = SendArticle(ArticleId("port"), "Port strike enters third week", "60 claims and the title")

MOVED = MatchLine(
    MatchKind.MOVED,
    "claim 12",
    (Piece("The harbour master spoke on Tuesday."),),
    "The same words, elsewhere.",
)
CHANGED = MatchLine(
    MatchKind.CHANGED,
    "claim 14",
    (
        Piece("The port handles "),
        Piece("a third", Look.DROPPED),
        Piece(" "),
        Piece("about a quarter", Look.ADDED),
        Piece(" of the country’s grain."),
    ),
    "Worded otherwise.",
)


@dataclass
class Lines:
    """Claims that ask, with how many of them were read."""

    lines: Sequence[MatchLine]
    read: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.lines)

    def line(self, place: int) -> MatchLine:
        self.read.append(place)
        return self.lines[place]

    def kind(self, place: int) -> MatchKind:
        return self.lines[place].kind


def sending(*, ticked: str = "iran") -> SendView:
    return SendView((IRAN, PORT), "Anna", ArticleId(ticked))


def copy_of(*lines: MatchLine) -> OtherText:
    return OtherText(
        "port2",
        "“Port strike enters third week” is another copy of a text you have",
        "55 claims are the same, 1 moved, 1 changed, 2 are missing.",
        Lines(lines),
    )


def preview(*, nothing: bool = False) -> BringView:
    """A file with something of everything in it."""
    return BringView(
        "Anna’s tags on 2 articles",
        "45 new, 3 changed, 120 the same, 2 conflict with yours.",
        files=(
            FileLine("anna.annotations", Sign.READ, "168 edits by Anna"),
            FileLine("notes.txt", Sign.REFUSED, refused="it is no library and no Annotator file."),
        ),
        articles=(
            ArticleLine("At Least 95 Killed", "45 new, 2 conflict with yours"),
            ArticleLine("Port strike enters third week", "3 changed, 120 the same", fresh=True),
        ),
        questions=(Question("anna-2", "Somebody in this file has your name, Anna."),),
        texts=(copy_of(MOVED, CHANGED),),
        left_out=(LeftOutLine("3 tags", "Their claims lie outside the text."),),
        clocks=("Ben’s clock was 412 days ahead.",),
        nothing=nothing,
    )
