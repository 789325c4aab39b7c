"""Evidence of the claims in hand: entering it, wording it otherwise, letting it go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from annotator.desk import evidence_drafts, evidencing
from annotator.desk.evidence_about import served_by_me
from annotator.desk.evidencing import Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.desk.said import keep_calculation, worked_out
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Stance
from annotator.text.addresses import read_entry
from annotator.ui.acts import articles, keptfiles
from annotator.ui.evidence import asked
from annotator.ui.evidence.stances import UNSAID
from annotator.ui.evidence.understood import stance_of
from annotator.ui.room import Room

_WEB = ("http", "https")


def open_entry(room: Room) -> None:
    """Gives the quick entry the keys."""
    if room.hand.index is not None:
        # The panel follows a moment after the page; the entry must be this claim's.
        room.refresh.now()
        room.panel.evidence.open()


def perform(of: Of, what: asked.Asked) -> None:
    """Does what was asked of a claim's evidence. Raises AnnotatorError; then nothing changed."""
    if isinstance(what, asked.Enter):
        _enter(of, what.text)
    elif isinstance(what, asked.Use):
        _use(of, what)
    elif isinstance(what, asked.Go):
        _go(of.room, what)
    elif isinstance(what, asked.Browse):
        browse(what.url)
    elif isinstance(what, keptfiles.ASKED):
        keptfiles.perform(of.room, what)
    else:
        _CHANGES[type(what)](of, what)


def asked_of(room: Room, claim: ClaimId) -> Of:
    """What is asked of this claim's evidence now is asked of it, whatever is in hand later.

    Claims that are chosen with it get what is entered. Raises AnnotatorError where there is none.
    """
    article, chosen = in_hand(room)
    return Of(room, article, claim, tuple(chosen) if claim in chosen else (claim,))


def in_hand(room: Room) -> tuple[ArticleId, list[ClaimId]]:
    """The article, and the claims that are chosen. Raises AnnotatorError where there is none."""
    if room.article is None or room.hand.index is None:
        raise AnnotatorError("No claim is in hand: choose the one that this is evidence for.")
    return room.article, room.hand.chosen_ids()


class Of(NamedTuple):
    """The claim whose evidence it is, in its room, and those that were chosen with it."""

    room: Room
    article: ArticleId
    claim: ClaimId
    together: tuple[ClaimId, ...]

    @property
    def library(self) -> OpenLibrary:
        return self.room.library


def _enter(of: Of, text: str) -> None:
    result = worked_out(text)
    if result is not None:
        done = evidence_drafts.entry_of(of.library, of.claim)
        keep_calculation(of.library, of.article, of.together, result, drops=[done])
        return
    entry = read_entry(text)
    given = Given(
        url=entry.url or None,
        title=entry.title or None,
        primary=True if entry.primary else None,
        reliability=entry.reliability or None,
    )
    serving = Serving(stance_of(entry), entry.quote, credibility=entry.credibility)
    done = evidence_drafts.entry_of(of.library, of.claim)
    evidencing.add(of.library, of.article, of.together, given, serving, drops=[done])
    if len(of.together) > 1:
        of.room.say(f"It is evidence for all {len(of.together):,} claims now.")


def _use(of: Of, what: asked.Use) -> None:
    """The sign that was typed counts; without one what serves already is left as it is."""
    claims = list(of.together)
    entry = read_entry(what.text)
    typed = Stance(entry.stance) if entry.stance else None
    quote, credibility = entry.quote or None, entry.credibility or None
    if not (typed or quote or credibility):
        served = served_by_me(of.library, what.item)
        claims = [claim for claim in claims if claim not in served]
        if not claims:
            of.room.say("That serves this claim already.")
            return
    if what.like is not None:
        like = what.like
        serving = Serving(like.stance, like.quote, like.locator, like.credibility)
        evidencing.use(of.library, what.item, of.article, claims, serving)
        return
    evidencing.relink(
        of.library,
        what.item,
        of.article,
        claims,
        stance=typed or UNSAID,
        quote=quote,
        credibility=credibility,
    )


def _go(room: Room, what: asked.Go) -> None:
    articles.show(room, what.article)
    room.hand.go_to_first([what.span])


def browse(address: str) -> None:
    """Opens an address in the browser, because somebody asked for it: nothing else does."""
    url = QUrl(address)
    if url.scheme() not in _WEB or not QDesktopServices.openUrl(url):
        raise AnnotatorError("That address could not be opened: copy it into your browser.")


def _word(of: Of, what: asked.Word) -> None:
    """A field is left: saved, and its draft is forgotten."""
    evidence_drafts.write(of.library, of.article, of.claim, what.item, what.field, what.text)
    of.room.panel.evidence.word_saved(of.claim, what.item, what.field)
    of.room.typed.said(of.article, of.claim, evidence_drafts.name_of(what.item, what.field))


def _set_stance(of: Of, what: asked.SetStance) -> None:
    evidencing.relink(of.library, what.item, of.article, [of.claim], stance=what.stance)


def _unlink(of: Of, what: asked.Unlink) -> None:
    evidencing.unlink(of.library, what.item, of.article, [of.claim])
    of.room.say("It serves this claim no longer, but stays in the library. Ctrl+Z takes that back.")


def _remove(of: Of, what: asked.Remove) -> None:
    evidencing.remove(of.library, what.item)
    of.room.say("Taken away, from every claim that it served. Ctrl+Z brings it back.")


def _given(given: Callable[[Any], Given]) -> Callable[[Of, Any], object]:
    return lambda of, what: evidencing.edit(of.library, what.item, given(what))


_CHANGES: Mapping[type, Callable[[Of, Any], object]] = {
    asked.Word: _word,
    asked.SetStance: _set_stance,
    asked.Unlink: _unlink,
    asked.Remove: _remove,
    asked.SetAudience: _given(lambda what: Given(audience=what.audience)),
    asked.CopyOf: _given(lambda what: Given(copy_of=what.other)),
    asked.SetPrimary: lambda of, what: evidencing.set_primary(of.library, what.item, what.primary),
    asked.SetContact: lambda of, what: evidencing.set_contact(of.library, what.item, what.contact),
    asked.RemoveContact: lambda of, what: evidencing.remove_contact(
        of.library, what.item, what.contact
    ),
}
"""What each of these writes; every one is one edit."""
