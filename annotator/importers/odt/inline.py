"""What stands inside a paragraph of an OpenDocument text: words, links, notes, comments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from annotator.domain.enclosed import RemarkKind
from annotator.importers.composing import Composed, Composer
from annotator.importers.links import target
from annotator.importers.moments import plain_moment
from annotator.importers.odt.names import DC, DRAW, OFFICE, TEXT, XLINK, tag_of, words
from annotator.importers.odt.styles import Styles
from annotator.importers.paragraphs import BREAK, Paragraph

_SIGNS = {f"{TEXT}s": " ", f"{TEXT}tab": "\t", f"{TEXT}line-break": BREAK}
_UNSEEN = frozenset(
    {
        f"{TEXT}hidden-text",
        f"{TEXT}ruby-text",
        f"{TEXT}script",
        f"{TEXT}tracked-changes",
        f"{OFFICE}event-listeners",
    }
)
_CLASSES = {"endnote": RemarkKind.ENDNOTE}


@dataclass(slots=True)
class _Comment:
    """A comment whose words have begun, and may have an end."""

    said: Composed
    author: str
    made: str
    start: int = 0
    here: int = 0


class Inline:
    """Reads paragraphs; ``below`` reads what stands in a note."""

    def __init__(self, styles: Styles, below: Callable[[Any], Composed]) -> None:
        self._styles, self._below = styles, below
        self._open: dict[str, _Comment] = {}
        self._nameless = 0

    def read(self, root: Any, into: Paragraph) -> list[Any]:
        """The words of this element, into a paragraph; gives the boxes that are anchored in it."""
        from lxml import etree

        boxes: list[Any] = []
        links: list[str] = [""]
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if element is not root and self._takes(element, into, boxes):
                    walk.skip_subtree()
                    continue
                if tag_of(element) == f"{TEXT}a":
                    links.append(_target(element))
                into.add(element.text or "", links[-1])
                continue
            if event == "end" and tag_of(element) == f"{TEXT}a" and element is not root:
                links.pop()
            if element is not root:
                into.add(element.tail or "", links[-1])
        return boxes

    def end(self, composer: Composer) -> None:
        """Comments that stand at a place, and on no words, are noted there."""
        for one in self._open.values():
            _note(composer, one, one.here, one.here)
        self._open.clear()

    def _takes(self, element: Any, into: Paragraph, boxes: list[Any]) -> bool:
        """Whether this element is more, or less, than the words in it."""
        tag = tag_of(element)
        if tag in _SIGNS:
            into.add(_SIGNS[tag])
        elif tag == f"{TEXT}note":
            self._footnote(element, into)
        elif tag == f"{OFFICE}annotation":
            self._comment(element, into)
        elif tag == f"{OFFICE}annotation-end":
            self._comment_end(element.get(f"{OFFICE}name", ""), into)
        elif tag.startswith(DRAW) and tag != f"{DRAW}a":
            boxes.append(element)
        else:
            return tag in _UNSEEN or self._is_hidden(element)
        return True

    def _is_hidden(self, element: Any) -> bool:
        style = element.get(f"{TEXT}style-name", "")
        return bool(style) and self._styles.hides("text", style)

    def _footnote(self, element: Any, into: Paragraph) -> None:
        kind = _CLASSES.get(element.get(f"{TEXT}note-class", ""), RemarkKind.FOOTNOTE)
        body = element.find(f"{TEXT}note-body")
        if body is None:
            return
        said = self._below(body)
        into.mark(lambda composer: _remark(composer, kind, said, composer.end_at))

    def _comment(self, element: Any, into: Paragraph) -> None:
        made = plain_moment(words(element, f"{DC}date"))
        comment = _Comment(self._below(element), words(element, f"{DC}creator"), made)
        # Without a name nothing says where it ends; no two may share one.
        self._nameless += 1
        key = element.get(f"{OFFICE}name") or f"\0{self._nameless}"

        def begin(composer: Composer) -> None:
            comment.start, comment.here = composer.at, composer.end_at
            self._open[key] = comment

        into.mark(begin)

    def _comment_end(self, key: str, into: Paragraph) -> None:
        def end(composer: Composer) -> None:
            comment = self._open.pop(key, None)
            if comment is not None:
                _note(composer, comment, min(comment.start, composer.end_at), composer.end_at)

        into.mark(end)


def _note(composer: Composer, one: _Comment, start: int, end: int) -> None:
    kind, targets = RemarkKind.COMMENT, _targets(one.said)
    composer.remark(
        kind, start, end, one.said.text, author=one.author, made=one.made, links=targets
    )


def _remark(composer: Composer, kind: RemarkKind, said: Composed, at: int) -> None:
    composer.remark(kind, at, at, said.text, links=_targets(said))


def _targets(said: Composed) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.target for link in said.links))


def _target(element: Any) -> str:
    """Where it leads; empty for a place in this file, and a file beside it."""
    return target(element.get(f"{XLINK}href", ""), keep_relative=False)
