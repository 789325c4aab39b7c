"""The writer's remarks in a Word file: where they stand, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.domain.article import PassageKind
from annotator.domain.enclosed import RemarkKind
from annotator.importers.composing import Composed, Composer
from annotator.importers.links import target
from annotator.office.word_comments import Comment, comments
from annotator.office.word_names import local, value
from annotator.office.word_package import WordPackage
from annotator.office.word_runs import BREAK, Note
from annotator.office.word_styles import Styles
from annotator.office.word_text import Block, Walk

_BLANKS = " \t\r\n\v\f"
_NOTES = {"footnote": RemarkKind.FOOTNOTE, "endnote": RemarkKind.ENDNOTE}
RESOLVED = "(Marked as resolved.)"


class _Place(NamedTuple):
    start: int
    end: int


@dataclass
class Places:
    """Composes the text, block by block, and notes where remarks stand in it."""

    composer: Composer
    comments: dict[str, _Place] = field(default_factory=dict)
    notes: list[tuple[str, str, int]] = field(default_factory=list)
    """Kind, id and place of each footnote and endnote, in reading order."""
    _begun: dict[str, int] = field(default_factory=dict)
    _waiting: list[str] = field(default_factory=list)
    """Comments that begin with the next character that is seen."""
    _end: int = 0
    """Where the last character that was seen ends."""
    _empty: bool = True
    """Nothing of this passage was seen yet."""

    def put(self, block: Block, kind: PassageKind = PassageKind.BODY) -> None:
        """A block as a passage of this kind."""
        self.composer.begin(kind)
        self._empty = True
        for one in block.pieces:
            if isinstance(one, Note):
                self._meet(one)
            elif one.text == BREAK:
                self.composer.break_line()
            else:
                self._add(one.text, target(one.link, keep_relative=False))

    def _add(self, text: str, link: str) -> None:
        words = text.lstrip(_BLANKS)
        self.composer.add(text[: len(text) - len(words)])
        start = self.composer.at
        self.composer.add(words, link)
        if self.composer.end_at > start:
            self._begun.update(dict.fromkeys(self._waiting, start))
            self._waiting, self._end, self._empty = [], self.composer.end_at, False

    def _meet(self, note: Note) -> None:
        if note.kind == "comment begins":
            self._waiting.append(note.id)
        elif note.kind == "comment ends":
            self._stands(note.id)
        elif note.kind == "comment":
            if note.id not in self.comments:
                self._stands(note.id)
        else:
            self.notes.append((note.kind, note.id, self._here))

    @property
    def _here(self) -> int:
        return self.composer.at if self._empty else self._end

    def _stands(self, key: str) -> None:
        """The comment ends here; with nothing in it, it stands between two characters."""
        if key in self._waiting:
            self._waiting.remove(key)
        end = self._end if key in self._begun else self._here
        self.comments[key] = _Place(self._begun.get(key, end), end)


class _Said(NamedTuple):
    """A remark that is ready to be put."""

    kind: RemarkKind
    place: _Place
    text: str
    author: str
    made: str
    links: tuple[str, ...]


def put_remarks(composer: Composer, package: WordPackage, places: Places, styles: Styles) -> int:
    """Puts all remarks in reading order; returns how many comments stand nowhere."""
    found = [*_notes(package, places, styles)]
    targets = package.links(package.part("comments"))
    nowhere = 0
    for thread in _threads(comments(package)):
        place = next((places.comments[one.id] for one in thread if one.id in places.comments), None)
        if place is None:
            nowhere += len(thread)
        else:
            found.append(_thread(thread, place, styles, targets))
    for kind, (start, end), text, author, made, links in sorted(found, key=_where):
        composer.remark(kind, start, end, text, author=author, made=made, links=links)
    return nowhere


def _where(said: _Said) -> _Place:
    return said.place


def _notes(package: WordPackage, places: Places, styles: Styles) -> Iterator[_Said]:
    """The footnotes and endnotes; one that is referred to twice comes twice."""
    for kind, form in _NOTES.items():
        here = [(key, at) for what, key, at in places.notes if what == kind]
        root = package.related(f"{kind}s") if here else None
        if root is None:
            continue
        targets = package.links(package.part(f"{kind}s"))
        known = {value(one, "id"): one for one in root if local(one) == kind}
        for key, at in here:
            if key in known:
                said = _composed(known[key], styles, targets)
                yield _Said(form, _Place(at, at), said.text, "", "", _links([said]))


def _threads(every: Sequence[Comment]) -> list[list[Comment]]:
    """Each comment that answers none, with its answers: one of them alone says little."""
    known = {one.id: one for one in every}
    found: dict[str, list[Comment]] = {}
    for one in every:
        first, seen = one, {one.id}
        while first.answers in known and first.answers not in seen:
            seen.add(first.answers)
            first = known[first.answers]
        found.setdefault(first.id, []).append(one)
    return [sorted(thread, key=lambda one: bool(one.answers)) for thread in found.values()]


def _thread(
    thread: Sequence[Comment], place: _Place, styles: Styles, targets: Mapping[str, str]
) -> _Said:
    """A comment with its answers as one remark, which its first writer made."""
    first, *answers = thread
    said = [_composed(one.element, styles, targets) for one in thread]
    texts = [said[0].text]
    texts += [f"{one.who}: {its.text}" for one, its in zip(answers, said[1:], strict=True)]
    if first.done:
        texts.append(RESOLVED)
    text = "\n\n".join(filter(None, texts))
    return _Said(RemarkKind.COMMENT, place, text, first.who, first.date, _links(said))


def _composed(element: Any, styles: Styles, targets: Mapping[str, str]) -> Composed:
    """The words of a note or of a comment."""
    composer = Composer()
    places = Places(composer)
    for block in Walk(styles, targets).blocks(element):
        places.put(block)
    return composer.composed()


def _links(said: Sequence[Composed]) -> tuple[str, ...]:
    """Where their words lead."""
    return tuple(dict.fromkeys(link.target for one in said for link in one.links))
