"""What somebody does to a Word file of ours in Word: comments, answers, and all that Word writes anew."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
DOCUMENT, COMMENTS, EXTENDED = (
    f"word/{name}.xml" for name in ("document", "comments", "commentsExtended")
)


class Hands:
    """A file in somebody's hands; ``saved`` is what comes back."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = etree.fromstring(self.parts[DOCUMENT])
        self.comments = etree.fromstring(self.parts[COMMENTS])
        self.extended = etree.fromstring(self.parts[EXTENDED])

    def saved(self) -> bytes:
        for name, root in (
            (DOCUMENT, self.document),
            (COMMENTS, self.comments),
            (EXTENDED, self.extended),
        ):
            if name in self.parts:
                self.parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return out.getvalue()

    def ours(self, words: str) -> Any:
        """The comment with these words."""
        return next(one for one in self.comments if words in "".join(one.itertext()))

    def says(self, who: str, words: str, *, on: str, answers: Any = None, date: str = "") -> Any:
        """A new comment on the runs of this bookmark, in answer to that one."""
        number = max([int(one.get(f"{W}id")) for one in self.comments] + [8999]) + 1
        made = etree.SubElement(self.comments, f"{W}comment")
        made.set(f"{W}id", str(number))
        made.set(f"{W}author", who)
        if date:
            made.set(f"{W}date", date)
        for line in words.split("\n"):
            paragraph = etree.SubElement(made, f"{W}p")
            paragraph.set(f"{W14}paraId", f"{number * 16 + len(made):08X}")
            run = etree.SubElement(paragraph, f"{W}r")
            etree.SubElement(run, f"{W}t").text = line
        row = etree.SubElement(self.extended, f"{W15}commentEx")
        row.set(f"{W15}paraId", _para(made))
        if answers is not None:
            row.set(f"{W15}paraIdParent", _para(answers))
        self.range(str(number), on)
        return made

    def range(self, number: str, on: str) -> None:
        """Round the words of a bookmark, as Word puts it."""
        start = next(
            one for one in self.document.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == on
        )
        key = start.get(f"{W}id")
        end = next(one for one in self.document.iter(f"{W}bookmarkEnd") if one.get(f"{W}id") == key)
        start.addnext(_made("commentRangeStart", number))
        run = etree.Element(f"{W}r")
        run.append(_made("commentReference", number))
        end.addprevious(_made("commentRangeEnd", number))
        end.addprevious(run)

    def rewords(self, comment: Any, words: str) -> None:
        """Other words in a comment's last paragraph."""
        texts = list(comment.findall(f"{W}p")[-1].iter(f"{W}t"))
        texts[0].text = words
        for one in texts[1:]:
            one.text = ""

    def takes_out(self, comment: Any) -> None:
        number = comment.get(f"{W}id")
        self.comments.remove(comment)
        for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for one in list(self.document.iter(f"{W}{kind}")):
                if one.get(f"{W}id") == number:
                    one.getparent().remove(one)

    def words_own(self) -> None:
        """What Word does to every file that it saves: ids, paragraphs' ids and order are its own."""
        numbers = {
            one.get(f"{W}id"): str(place)
            for place, one in enumerate(sorted(self.comments, key=_reverse))
        }
        paras: dict[str, str] = {}
        for root in (self.document, self.comments):
            for one in root.iter():
                if one.tag in _NUMBERED:
                    one.set(f"{W}id", numbers[one.get(f"{W}id")])
                if one.get(f"{W14}paraId"):
                    old = one.get(f"{W14}paraId")
                    one.set(f"{W14}paraId", paras.setdefault(old, f"{0x5A000000 + len(paras):08X}"))
        for row in self.extended:
            for name in ("paraId", "paraIdParent"):
                if row.get(f"{W15}{name}"):
                    row.set(f"{W15}{name}", paras[row.get(f"{W15}{name}")])
        self.comments[:] = sorted(self.comments, key=lambda one: int(one.get(f"{W}id")))
        for one in list(self.document.iter(f"{W}bookmarkStart")):
            after = deepcopy(one)
            one.addnext(after)  # Word moves them among runs of the same place
            one.getparent().remove(one)


_NUMBERED = {
    f"{W}{name}" for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
}


def _reverse(comment: Any) -> int:
    return -int(comment.get(f"{W}id"))


def _para(comment: Any) -> str:
    return str(comment.findall(f"{W}p")[-1].get(f"{W14}paraId"))


def _made(name: str, number: str) -> Any:
    made = etree.Element(f"{W}{name}")
    made.set(f"{W}id", number)
    return made
