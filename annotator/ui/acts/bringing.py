"""What is pasted or dropped becomes evidence of the claim in hand. No address is contacted."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from annotator.desk import evidencing
from annotator.desk.evidence_given import LONGEST_QUOTE
from annotator.desk.evidencing import Attached, Given, Serving
from annotator.domain.errors import AnnotatorError
from annotator.text.addresses import read_entry
from annotator.ui.acts import evidence, keptfiles
from annotator.ui.evidence.pasted import Pasted, pasted
from annotator.ui.evidence.stances import UNSAID
from annotator.ui.evidence.understood import LONG
from annotator.ui.room import Room


def paste(room: Room) -> None:
    """Ctrl+V on the page: an address and words go into the entry, a picture and files are kept."""
    bring(room, pasted(QApplication.clipboard().mimeData()), "pasted")


def bring(room: Room, found: Pasted, how: str) -> None:
    """``how`` it came: "pasted", "dropped". Raises AnnotatorError where there is nothing in it."""
    if found.empty:
        raise AnnotatorError(
            "There is nothing in it that could be evidence: copy an address, words, a picture "
            "or a file first."
        )
    if found.image is not None:
        keptfiles.keep_image(room, found.image, how)
    elif found.files or found.picture:
        brought = [Attached(path, how) for path in found.files]
        if found.picture:
            brought.append(Attached(found.picture, how))
        keptfiles.keep(room, brought)
    elif found.title:
        _link(room, found)
    else:
        _words(room, found.text)


def _link(room: Room, found: Pasted) -> None:
    """A link that brings its title is whole: nothing need be typed."""
    article, claims = evidence.in_hand(room)
    given = Given(url=found.url, title=found.title)
    evidencing.add(room.library, article, claims, given, Serving(UNSAID))
    room.say(f"“{found.title}” is evidence for this now. + or − on its card says how.")


def _words(room: Room, text: str) -> None:
    """An address waits for what goes with it; other words are a quotation, and wait for theirs."""
    if len(text) > LONGEST_QUOTE:
        raise AnnotatorError(
            f"That is a text of {len(text):,} characters: attach it as a file, or open it as an "
            "article with Ctrl+Shift+V."
        )
    evidence.in_hand(room)
    room.refresh.now()
    words = text.strip()
    if len(words) <= LONG and read_entry(words).url:
        room.panel.evidence.put(f"{words} ")
    else:
        room.panel.evidence.put(f" “{words}”", at_start=True)
