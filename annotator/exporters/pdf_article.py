"""The article as the template draws it: its passages, with claims painted, numbered, and noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotator.domain.report import Outcome
from annotator.exporters.pdf_ink import (
    FIRST,
    LAST,
    Block,
    Pen,
    Run,
    Runs,
    alone,
    bold,
    cued,
    glyph,
    muted,
    run,
)
from annotator.reporting import words
from annotator.reporting.claims import ClaimView, NoteView
from annotator.reporting.page import Group, Token

GLUE = "\u2060"
"""Word joiner: a note's mark stays on the line of the word before it."""


class ArticleWriter:
    """Writes the page of one report; ``level`` is that of the headings in it."""

    def __init__(self, pen: Pen, level: int) -> None:
        self._pen = pen
        self._t = pen.t
        self._level = level

    def blocks(self, groups: Iterable[Group]) -> Iterator[Block]:
        """A block a passage; what stands together says so by its ``group``."""
        for group in groups:
            if group.kind == "furniture":
                yield {"k": "label", "r": [self._t("page furniture, set aside")]}
            for passage in group.blocks:
                direction = words.direction("".join(_text(passage.tokens)))
                runs = self._runs(passage.tokens, turned=direction == "rtl")
                yield {
                    "k": "passage",
                    "group": group.kind,
                    "kind": passage.kind,
                    "level": self._level if passage.kind in ("title", "heading") else 0,
                    "dir": direction,
                    "r": runs,
                    "w": 1
                    + sum(1 for token in passage.tokens if token.kind in ("number", "marks")),
                }

    def _runs(self, tokens: Iterable[Token], *, turned: bool) -> Runs:
        """Every stretch of text with the looks of all claims it lies in, the innermost last.

        ``turned``: the line runs from right to left, and a number must not cling to a Latin word.
        """
        found: Runs = []
        open_now: list[str] = []
        for kind, value, text, link in tokens:
            if kind == "open":
                open_now.append(_look(value))
            elif kind == "close":
                open_now.pop()
            elif kind == "number":
                number = self._number(value, open_now)
                found += [FIRST, number, LAST] if turned else [number]
            else:
                if text:
                    words = run("c", [text], looks=list(open_now))
                    found.append(run("l", [words], to=link) if link else words)
                if kind == "marks":
                    found += self._marks(value)
        return found

    def _number(self, shown: Any, looks: list[str]) -> Run:
        claim: ClaimView = shown
        bare = claim.look.outcome is Outcome.UNTAGGED
        inside: Runs = [claim.ref.label] if bare else [claim.ref.label, glyph(claim.look)]
        quiet = claim.look.name in ("on-source", "not-checkable", "untagged")
        linked = self._pen.number(claim.ref, inside)
        return run("no", [linked], looks=list(looks), quiet=quiet)

    def _marks(self, value: object) -> Iterator[Run | str]:
        assert isinstance(value, list), "marks hold a list of notes"
        for place, note in enumerate(value):
            if not place:
                yield GLUE
            yield self._note(note)

    def _note(self, note: NoteView) -> Run:
        """A note's mark in the text, and the note itself, which goes to the foot of the page."""
        pen, ref = self._pen, note.claim
        said: Runs = [ref.label]
        if note.look:
            word = note.label or note.look.word
            label = f"{ref.label}, {word[:1].lower()}{word[1:]}."
            said = [run("k", cued(note.look, label), look=note.look.name)]
        own = f"{'d' if note.ruling else 'n'}{note.key}"
        place = pen.link(f"c{ref.key}", said, own=own, name=pen.called("c", ref))
        words_ = self._settlement(note) if note.ruling else self._words(note)
        direction = "ltr" if note.ruling else note.direction
        return run("note", [place, " ", *words_], key=note.key, dir=direction)

    def _words(self, note: NoteView) -> Runs:
        found: Runs = [alone(note.text) if note.direction == "ltr" else note.text]
        if note.grades:
            found += [" ", muted(note.grades)]
        if self._pen.many and note.who:
            found += [" ", muted(f"– {alone(note.who)}")]
        return found

    def _settlement(self, note: NoteView) -> Runs:
        """Who settled it, over whom, and why."""
        said, pen = note.ruling, self._pen
        assert said is not None, "only a decision's note is written so"
        over = pen.people(said.overruled)
        if not said.who:
            head: Runs = [self._t("Settled")]
        elif over:
            head = pen.says("Settled by {who}, over {people}", who=alone(said.who), people=over)
        else:
            head = pen.says("Settled by {who}", who=alone(said.who))
        found = [*head, ": ", alone(note.text)] if note.text else [*head, "."]
        again = self._t("A tag was changed since: check again.")
        return [*found, " ", bold(again)] if said.stale else found


def _look(value: object) -> str:
    """The look among the classes of a claim's span: "claim disputed depth-0"."""
    return str(value).split(" ")[1]


def _text(tokens: Iterable[Token]) -> Iterator[str]:
    return (token.text for token in tokens if token.text)
