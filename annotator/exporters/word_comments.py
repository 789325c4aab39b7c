"""Real comments: what is held, decided and said of a claim, by whom and when, in Word's margin.

A comment stands on its claim's runs. Answers are comments of their own on the same runs; that they answer
is said in a part beside (``commentsExtended``, [MS-DOCX] 2.5.4.5), by the id of the last paragraph
of either. Word shows one level of answers, so all of a thread answer its first comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from annotator.domain.report import Outcome
from annotator.domain.wording import raised
from annotator.exporters.word_cues import CUES
from annotator.exporters.word_xml import (
    Xml,
    element,
    looks,
    paragraph,
    root,
    run,
    w,
)
from annotator.reporting.characters import clean
from annotator.reporting.claims import ClaimView, HeldView
from annotator.reporting.decide import WordingView
from annotator.reporting.labels import Labels
from annotator.reporting.record import EvidenceView, RecordView, SaidView
from annotator.reporting.review import Moment, RulingView
from annotator.reporting.words import Look, direction

NOBODY = "Annotator"
"""Who a comment is by where no name is printed: Word wants one."""
REMINDER = "AnnotatorQuiet"
"""The character style of what is said to the analyst, and to nobody else."""


class Line(NamedTuple):
    """One paragraph of a comment: (text, character style) in order, and its style."""

    pieces: tuple[tuple[str, str], ...]
    style: str = "CommentText"

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One comment. ``id`` is its number in the file, ``answers`` the one it answers.

    ``date`` is ISO 8601 to the second or empty; ``edit`` the library's comment that it shows, or empty.
    """

    who: str
    date: str
    lines: tuple[Line, ...]
    id: int = 0
    answers: int | None = None
    edit: str = ""

    @property
    def text(self) -> str:
        """Its words as a reader of the file finds them."""
        return clean("\n".join(line.text for line in self.lines))

    @property
    def author(self) -> str:
        return " ".join(clean(self.who).split()) or NOBODY


@dataclass
class Speaker:
    """Makes the comments of one article's claims.

    ``wordings``: key → a proposed wording; ``tracked`` are the keys of those written as changes.
    """

    t: Labels
    wordings: Mapping[str, WordingView] = field(default_factory=dict)
    tracked: Set[str] = frozenset()

    def of(self, row: ClaimView, edits: Sequence[str]) -> Iterator[Spoken]:
        """The comments of one claim; ``answers`` counts among them. ``edits``: of its thread."""
        found = [self._held(held) for held in row.held if _tells(held, row)]
        if row.ruling is not None and row.ruling.ruling is not None:
            found.append(self._ruled(row.ruling.ruling))
        found += [self._ruled(other) for other in row.differing]
        yield from found
        first: int | None = None
        for place, (said, edit) in enumerate(zip(row.thread, edits, strict=True), len(found)):
            text = said.text
            if not said.who and not text:
                text = self.t("A comment that is not in this copy")
            elif not text:
                text = self.t("{who} took a comment back", who=said.who)
            answers = first if said.answer else None
            first = place if answers is None else first
            lines = (Line(((text, ""),)),)
            gone = edit if said.text else ""
            yield Spoken(said.who, _date(said.when), lines, 0, answers, gone)

    def _held(self, held: HeldView) -> Spoken:
        (who, when), *others = held.people
        lines: list[Line | None] = [self._head(held.look, held.record.because)]
        if others:
            names = self.t.listed([name for name, _ in others if name])
            lines.append(_plain(self.t("{who} too", who=names)) if names else None)
        if held.why:
            lines.append(_plain(held.why))
        if held.note is not None:
            lines.append(Line(((held.note.text, ""),), "AnnotatorNote"))
        lines += self.recorded(held.record)
        return Spoken(who, _date(when), tuple(line for line in lines if line))

    def _head(self, look: Look, because: str = "") -> Line:
        cue = CUES[look.outcome]
        tag = raised(look.word)
        shown = f"{look.glyph} {tag}" if look.outcome is not Outcome.UNTAGGED else tag
        more = ((f" · {because}", ""),) if because else ()
        return Line(((shown, cue.ink), *more))

    def recorded(self, record: RecordView) -> Iterator[Line | None]:
        if record.said:
            yield _plain(said_in_words(record.said))
        for one in record.evidence:
            yield self._evidence(one)
        wording = self.wordings.get(record.wording)
        if wording is not None and record.wording not in self.tracked:
            new = "".join(text for text, kind in wording.pieces if kind != "dropped")
            yield _plain(self.t("Proposed wording: {text}", text=new))
            yield _plain(wording.says)
        yield _plain(record.more)
        yield _plain(self.t("Flag: {what}", what=record.flag) if record.flag else "")
        for sentence in record.reminders:
            yield Line(((sentence, REMINDER),))

    def _evidence(self, one: EvidenceView) -> Line:
        ink = {"verified": Outcome.VERIFIED, "disputed": Outcome.DISPUTED}.get(one.look)
        style = CUES[ink].ink if ink else "AnnotatorStrong"
        return Line(((one.stance, style), (f" · {evidence_in_words(one)}", "")))

    def _ruled(self, said: RulingView) -> Spoken:
        lines = [Line(((f"{said.look.glyph} ", CUES[said.look.outcome].ink), (said.says, "")))]
        if said.reason:
            lines.append(Line(((said.reason, ""),)))
        if said.stale:
            lines.append(Line(((self.t("A colleague changed a tag since: check again."), ""),)))
        return Spoken(said.who, _date(said.when), tuple(lines))


def _tells(held: HeldView, row: ClaimView) -> bool:
    """Whether there is more to say than the tag that the page shows: or others hold another."""
    return bool(held.note or held.why or any(held.record) or len(row.sides) > 1)


def said_in_words(said: SaidView) -> str:
    """Who the article says it from, whether that was confirmed, and what is held of the content."""
    shown = [evidence_in_words(one, named=False) for one in said.shown]
    first = " · ".join([said.says, *filter(None, shown)])
    return f"{first if first.endswith('.') else f'{first}.'} {said.content_says}"


def evidence_in_words(one: EvidenceView, *, named: bool = True) -> str:
    """One item with what it says of the claim, in one line."""
    quoted = ", ".join(filter(None, (one.quote, one.locator)))
    name = one.name if named else ""
    site = one.site if one.site != one.name else ""
    return " · ".join(filter(None, (name, one.grade, site, one.about, quoted)))


def _plain(text: str) -> Line | None:
    return Line(((text, ""),)) if text else None


def _date(when: Moment | None) -> str:
    return when.stamp if when is not None else ""


def numbered(found: Iterable[Spoken], ids: Iterator[int]) -> list[Spoken]:
    """A claim's comments with their numbers in the file."""
    taken: list[Spoken] = []
    for one in found:
        answers = None if one.answers is None else taken[one.answers].id
        taken.append(replace(one, id=next(ids), answers=answers))
    return taken


def begins(found: Sequence[Spoken]) -> Xml:
    """What stands before a claim's words."""
    return Xml("".join(f'<w:commentRangeStart w:id="{one.id}"/>' for one in found))


def ends(found: Sequence[Spoken]) -> Xml:
    """What stands behind them."""
    return Xml(
        "".join(
            f'<w:commentRangeEnd w:id="{one.id}"/><w:r>{_REFERENCE}'
            f'<w:commentReference w:id="{one.id}"/></w:r>'
            for one in found
        )
    )


_REFERENCE = looks("CommentReference")


def comments_part(found: Sequence[Spoken]) -> Xml:
    return root("w:comments", *map(_comment, found), spaces=("w", "w14"))


def extended_part(found: Sequence[Spoken]) -> Xml:
    """Which comment answers which; every comment must be in it."""
    rows = []
    for one in found:
        above = {} if one.answers is None else {"w15__paraIdParent": _para(one.answers)}
        rows.append(element("w15:commentEx", w15__paraId=_para(one.id), **above, w15__done="0"))
    return root("w15:commentsEx", *rows, spaces=("w15",))


def _para(number: int) -> str:
    """The id of a comment's last paragraph: 1 to 7FFFFFFF, eight digits."""
    return f"{number + 1:08X}"


def _comment(one: Spoken) -> Xml:
    body = []
    for place, line in enumerate(one.lines):
        base = direction(line.text)
        runs = [run(text, style, base=base) for text, style in line.pieces]
        if not place:
            runs.insert(0, Xml(f"<w:r>{_REFERENCE}<w:annotationRef/></w:r>"))
        last = _para(one.id) if place == len(one.lines) - 1 else ""
        body.append(paragraph(line.style, *runs, base=base, para_id=last))
    dated = {"date": one.date} if one.date else {}
    return w("comment", *body, id=one.id, author=one.author, **dated, initials=initials(one.author))


def initials(name: str) -> str:
    """The first letters of up to three words of a name."""
    return "".join(word[0] for word in name.split()[:3]).upper()
