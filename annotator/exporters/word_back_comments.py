"""Our comments at their sentences in somebody else's document, and a bookmark around each claim.

A comment stands on the runs of its claim. In a text box none may stand (Word refuses such a file), so
those of its claims stand on the words to which the box is anchored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, Final

from annotator.exporters.word_comments import Line, Spoken, initials
from annotator.exporters.word_xml import NAMESPACES, Xml, element, paragraph, root, run, w
from annotator.office.word_names import local, space_of
from annotator.reporting.words import direction

NOTE: Final = "4E7"
"""The ids of paragraphs that hold a note begin so: thereby notes are counted again."""

_SAID: Final = "4E5"
"""Those of all others of ours."""

NAME: Final = "_annotator_"
"""Bookmarks of claims are called so; the stroke before it hides them in Word."""

_NOTE_STYLE: Final = "AnnotatorNote"
_THROUGH: Final = ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "sdtContent")
"""What a comment need not begin or end in, if its words begin or end with it."""

_MARKS: Final = (
    "bookmarkStart",
    "bookmarkEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "proofErr",
    "permStart",
    "permEnd",
)
"""What stands between runs and has no words."""


def free_numbers(*trees: Any) -> Iterator[int]:
    """Numbers that no comment and no bookmark in these trees has."""
    taken = [0]
    for one in (found for tree in trees for found in tree.iter("{*}*") if local(found)):
        if local(one) in (*_MARKS, "comment", "commentReference"):
            said = one.get(f"{space_of(one)}id", "")
            taken += [int(said)] if said.isascii() and said.isdigit() else []
    return count(max(taken) + 1)


def put_marks(first: Any, last: Any, number: int, name: str, spoken: Sequence[Spoken]) -> None:
    """A bookmark around a claim whose words ``first`` and ``last`` hold, and its comments on it."""
    space = space_of(next(one for one in first.iterancestors() if local(one) == "p"))

    def made(what: str, **attributes: str | int) -> Any:
        given = {f"{space}{key}": str(said) for key, said in attributes.items()}
        return first.makeelement(f"{space}{what}", given, first.nsmap)

    begin, end = _edge(_outside(first), back=True), _edge(_outside(last), back=False)
    begin.addprevious(made("bookmarkStart", id=number, name=name))
    for one in spoken:
        begin.addprevious(made("commentRangeStart", id=one.id))
    end.addnext(made("bookmarkEnd", id=number))
    for one in reversed(spoken):
        reference = made("r")
        reference.append(made("commentReference", id=one.id))
        end.addnext(reference)
        end.addnext(made("commentRangeEnd", id=one.id))


def _outside(one: Any) -> Any:
    """The outermost run around an element, which holds a text box or a formula whole."""
    found = one
    for above in one.iterancestors():
        if local(above) in ("r", "m:oMath"):
            found = above
    return found


def _edge(one: Any, *, back: bool) -> Any:
    """What is around an element and begins with it, or ends with it."""
    while local(one.getparent()) in _THROUGH:
        beside = one.itersiblings(preceding=back)
        if any(local(other) not in _MARKS for other in beside):
            break
        one = one.getparent()
        if local(one) == "sdtContent":
            one = one.getparent()
    return one


def comments_xml(spoken: Sequence[Spoken], taken: set[str]) -> tuple[Xml, Xml]:
    """The comments, and who answers whom: the texts of two parts of their own.

    ``taken`` are the ids of paragraphs that the file has already.
    """
    ids = count(1)

    def paragraph_id(line: Line) -> str:
        prefix = NOTE if line.style == _NOTE_STYLE else _SAID
        return next(one for n in ids if (one := f"{prefix}{n:05X}") not in taken)

    written, rows = [], []
    last: dict[int, str] = {}
    for one in spoken:
        names = [paragraph_id(line) for line in one.lines]
        last[one.id] = names[-1]
        written.append(_comment(one, names))
        above = {} if one.answers is None else {"w15__paraIdParent": last[one.answers]}
        rows.append(element("w15:commentEx", w15__paraId=names[-1], **above, w15__done="0"))
    return (
        root("w:comments", *written, spaces=("w", "w14")),
        root("w15:commentsEx", *rows, spaces=("w15",)),
    )


def _comment(one: Spoken, names: Sequence[str]) -> Xml:
    """A comment without styles, of which the file may have others by the same names."""
    body = []
    for line, name in zip(one.lines, names, strict=True):
        base = direction(line.text)
        runs = [run(text, bold=bool(style), base=base) for text, style in line.pieces]
        body.append(paragraph("", *runs, base=base, para_id=name))
    dated = {"date": one.date} if one.date else {}
    return w("comment", *body, id=one.id, author=one.author, **dated, initials=initials(one.author))


def count_again(document: Any, comments: Any | None) -> tuple[int, int]:
    """How many claims have their bookmark in a file of ours, and how many notes its comments hold."""
    claims = sum(
        one.get(f"{space_of(one)}name", "").startswith(NAME)
        for one in document.iter("{*}bookmarkStart")
    )
    key = f"{{{NAMESPACES['w14']}}}paraId"
    paragraphs = comments.iter("{*}p") if comments is not None else ()
    return claims, sum(one.get(key, "").startswith(NOTE) for one in paragraphs)
