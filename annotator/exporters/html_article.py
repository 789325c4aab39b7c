"""The article as a page with its claims painted and its notes in the margin, and its chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotator.exporters.html_pen import Pen, bdi, safe
from annotator.reporting.claims import ClaimView, NoteView
from annotator.reporting.page import Block, Group, Token
from annotator.reporting.summary import Cell
from annotator.reporting.words import Look


class ArticleWriter:
    """Writes the page of one report; ``top`` is the level of the headings in it."""

    def __init__(self, pen: Pen, looks: Iterable[Look], top: int) -> None:
        t = pen.t
        self._pen = pen
        self._head = f"h{top}"
        self._role = ""
        self._glyphs = {look.name: str(pen.glyph(look)) for look in looks}
        self._said = str(t("{claim}, {tag}"))
        self._again = str(t("{claim}, {tag}, check again"))
        self._note_on = str(t("note {letter}, on {claim}"))
        self._note = str(t("note {letter}"))
        self._aside = str(t("Page furniture, set aside: not part of the article"))
        self._label = str(t("page furniture, set aside"))
        self._settled = str(t("Settled by {who}"))
        self._settled_over = str(t("Settled by {who}, over {people}"))
        self._unnamed = str(t("Settled"))
        self._changed = str(t("A tag was changed since: check again."))

    def page(self, groups: Iterable[Group]) -> Iterator[str]:
        """All of the text, its lists and quotations, and what was set aside."""
        for group in groups:
            begin, end = self._round(group.kind)
            yield begin
            yield from map(self._block, group.blocks)
            yield end

    def _round(self, kind: str) -> tuple[str, str]:
        """What stands before and after the blocks of a group."""
        match kind:
            case "list":
                return "<ul>\n", "</ul>\n"
            case "quotation":
                return "<blockquote>\n", "</blockquote>\n"
            case "furniture":
                label = f'<p class="label" lang="{self._pen.t.language}">{self._label}</p>'
                begin = f'<div class="furniture" role="group" aria-label="{self._aside}">'
                return f"{begin}\n{label}\n", "</div>\n"
        return "", ""

    def _block(self, block: Block) -> str:
        heads = block.kind in ("title", "heading")
        self._role = "" if heads else ' role="note"'  # HTML allows no note inside a heading
        inside = "".join(map(self._token, block.tokens))
        match block.kind:
            case "title" | "heading":
                tag = self._head
                return f'<{tag} class="passage {block.kind}" dir="auto">{inside}</{tag}>\n'
            case "list-item":
                return f'<li class="passage" dir="auto">{inside}</li>\n'
        return f'<p class="passage {block.kind}" dir="auto">{inside}</p>\n'

    def _token(self, token: Token) -> str:
        kind, value, text, link = token
        match kind:
            case "text":
                return _linked(text, link)
            case "open":
                return f'<span class="{value}">'
            case "close":
                return "</span>"
            case "number":
                return self._number(value)
        return f'<span class="kept">{_linked(text, link)}{"".join(map(self._disc, _notes(value)))}</span>'

    def _number(self, shown: Any) -> str:
        """The number before a claim's first word, and the notes beside it."""
        claim: ClaimView = shown
        ref, places = claim.ref, self._pen.places
        inside = f"<bdi>{safe(ref.label)}{self._glyphs[claim.look.name]}</bdi>"
        pattern = self._again if claim.stale else self._said
        name = pattern.format(claim=safe(ref.name), tag=safe(claim.look.word))
        where = f'class="number" id="{places.page}{ref.key}"'
        if places.row:
            number = f'<a {where} href="#{places.row}{ref.key}" aria-label="{name}">{inside}</a>'
        else:
            number = f'<span {where}>{inside}<span class="unseen">{name}</span></span>'
        return number + "".join(map(self._margin, claim.notes)) if claim.notes else number

    def _margin(self, note: NoteView) -> str:
        places, t = self._pen.places, self._pen.t
        name = self._note_on.format(letter=note.key, claim=safe(note.claim.name))
        where = f'href="#{places.mark}{note.key}" aria-label="{name}"'
        disc = f'<a class="disc" dir="ltr" {where}>{note.key}</a>'
        label = ""
        if note.look:
            said = safe(note.label or note.look.word.capitalize())
            label = f'<b class="ink {note.look.name}">{said}.</b> '
        words = self._settlement(note) if note.ruling else self._words(note)
        direction = "ltr" if note.ruling else note.direction
        kind = "note ruled" if note.ruling else "note"
        where = f'id="{places.note}{note.key}" dir="{direction}" lang="{t.language}"'
        return f'<span class="{kind}"{self._role} {where}>{disc} {label}{words}</span>'

    def _words(self, note: NoteView) -> str:
        grades = f' <span class="by">{safe(note.grades)}</span>' if note.grades else ""
        whose = self._pen.many and note.who
        by = f' <span class="by">–&#160;{bdi(note.who)}</span>' if whose else ""
        return f"{bdi(note.text)}{grades}{by}"

    def _settlement(self, note: NoteView) -> str:
        """Who settled it, over whom, and why."""
        said = note.ruling
        assert said is not None, "only a decision's note is written so"
        over = self._pen.t.names(said.overruled)
        pattern = self._settled_over if over else self._settled
        head = pattern.format(who=bdi(said.who), people=over) if said.who else self._unnamed
        again = f' <span class="muted">{self._changed}</span>' if said.stale else ""
        return f"{head}: {bdi(note.text)}{again}" if note.text else f"{head}.{again}"

    def _disc(self, note: NoteView) -> str:
        places = self._pen.places
        name = self._note.format(letter=note.key)
        where = f'id="{places.mark}{note.key}" href="#{places.note}{note.key}" aria-label="{name}"'
        return f'<a class="disc" dir="ltr" {where}>{note.key}</a>'

    def chart(self, cells: Iterable[Iterable[Cell]]) -> Iterator[str]:
        """A cell a claim, a group a paragraph; each leads to its claim, where that is printed."""
        for one in cells:
            yield f'<span class="cells">{"".join(map(self._cell, one))}</span>\n'

    def _cell(self, cell: Cell) -> str:
        ref, look = cell
        place = self._pen.places.page or self._pen.places.row
        name = self._said.format(claim=safe(ref.name), tag=safe(look.word))
        glyph = self._glyphs[look.name]
        if not place:
            return f'<span class="cell {look.name}" role="img" aria-label="{name}">{glyph}</span>'
        where = f'href="#{place}{ref.key}" aria-label="{name}"'
        return f'<a class="cell {look.name}" {where}>{glyph}</a>'


def _linked(text: str, link: str) -> str:
    """Words of the article; what they led to where they came from is told nothing of the reader."""
    if not link:
        return safe(text)
    return (
        f'<a class="leads" href="{safe(link)}" rel="nofollow noopener noreferrer">{safe(text)}</a>'
    )


def _notes(value: object) -> list[NoteView]:
    """The notes of a token of marks."""
    assert isinstance(value, list), "marks hold a list of notes"
    return value
