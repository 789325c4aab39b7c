"""Bringing back what the acting analyst held of a claim at an earlier moment, as a new edit.

Undo leaves one edit out; this writes what stood right after an edit, whatever came since.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience, is_field, read_fields
from annotator.domain.attribution import RECORD, THERE
from annotator.domain.canonical import Json
from annotator.domain.edits.evidence import link_field
from annotator.domain.edits.form import EditId
from annotator.domain.edits.kinds import HOLDING
from annotator.domain.edits.notes import Restore
from annotator.domain.edits.writes import Own
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import LINK, private_name
from annotator.domain.order import Stamp
from annotator.store import restoring as store
from annotator.store.claiming import spans_of
from annotator.store.history import HistoryRow
from annotator.store.holding import assessments
from annotator.store.people import person_of
from annotator.store.recorded import items
from annotator.store.seeing import seen_by
from annotator.store.write import Applied

JUDGEMENT = "judgement"
BACK = ("Undo", "Redo")


def restore(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId,
    edit: EditId,
    *,
    looked: bool = False,
) -> Applied | None:
    """Brings back what was held of the claim, evidence and attributions, right after that edit.

    The claim may be retired. None: it stands so now. ``looked`` as in ``tagging.tag``. An item
    of evidence itself stays as it is, also where it was removed since. Raises AnnotatorError
    where the edit is not here or a colleague's, or the claim is of another article.
    """
    place = spans_of(library.store, [claim]).get(claim)
    if place is None or place[0] != article:
        raise AnnotatorError("There is no such claim in this article.")
    with library.store.reading():
        then = _place(library, edit)
        values = [
            *_fields(library, article, claim, then, looked),
            *_links(library, claim, then),
            *_attributions(library, claim, then),
        ]
    return library.perform(Restore(article, claim, tuple(values))) if values else None


def restorable(history: Sequence[HistoryRow], me: str) -> frozenset[EditId]:
    """The edits of a claim's history that ``restore`` makes sense of: one's own but the last.

    What was taken back is left out: right after it nothing else was held.
    """
    own = [row for row in history if row.analyst.id == me and row.kind in (*HOLDING, *BACK)]
    return frozenset(row.id for row in own[:-1] if row.kind in HOLDING and not row.dead)


def _place(library: OpenLibrary, edit: EditId) -> Stamp:
    """The edit's place in the total order."""
    header = store.header_of(library.store, edit)
    if header is None:
        raise AnnotatorError("That edit is not in this library: see `annotator history`.")
    if person_of(library.store, header.analyst) != library.me:
        raise AnnotatorError(
            "That is a colleague's edit: what you held yourself is restored by an edit of yours."
        )
    return header.order


def _fields(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, then: Stamp, looked: bool
) -> list[Own]:
    """The registers of the assessment that stand otherwise now."""
    was, now = _held(library, claim, then)
    names = sorted(filter(is_field, {*was, *now}))
    changed = {
        name: was.get(name) for name in names if _content(was.get(name)) != _content(now.get(name))
    }
    if isinstance(changed.get(JUDGEMENT), dict):
        seen = _seen(library, article, claim, looked)
        for value in (was[JUDGEMENT], now.get(JUDGEMENT)):
            seen |= set(read_fields({JUDGEMENT: ((0, ""), value)}).seen)
        changed[JUDGEMENT] = {**was[JUDGEMENT], "seen": sorted(seen)}
    return [Own("claim", claim, name, value) for name, value in changed.items()]


def _held(
    library: OpenLibrary, claim: ClaimId, then: Stamp
) -> tuple[dict[str, Json], dict[str, Json]]:
    was, now = (
        store.fields_then(library.store, library.me, claim, when) for when in (then, store.NOW)
    )
    return was, now


def _content(value: Json) -> Json:
    """The value without what had been seen of colleagues, which is no part of what is held."""
    if isinstance(value, dict):
        return {name: one for name, one in value.items() if name != "seen"}
    return None if value == "" else value


def _seen(library: OpenLibrary, article: ArticleId, claim: ClaimId, looked: bool) -> set[str]:
    if not looked:
        return set()
    held = assessments(library.store, library.me, [claim])
    return {*seen_by(library.store, article, library.me, [claim], held).get(claim, ())}


def _links(library: OpenLibrary, claim: ClaimId, then: Stamp) -> list[Own]:
    """How evidence served the claim, on the side on which each item is now.

    A link that went to a parcel would give away what was said of an item that is for oneself.
    """
    was, now = _held(library, claim, then)
    linked = {name for name in {*was, *now} if private_name(name, False).startswith(f"{LINK} ")}
    found = {name.partition(" ")[2] for name in linked}
    held = items(library.store, found, library.me)
    changed = []
    for item in sorted(found):
        desk, me = (link_field(item, private) for private in (False, True))
        one = held.of(item, library.me)
        private = bool(was.get(me))
        if one is not None and one.owner == library.me:
            private = one.audience is Audience.ME
        value = was.get(me) or was.get(desk)
        wanted = {me: value if private else None, desk: None if private else value}
        changed += [
            Own("claim", claim, name, value)
            for name, value in sorted(wanted.items())
            if (value or None) != (now.get(name) or None)
        ]
    return changed


def _attributions(library: OpenLibrary, claim: ClaimId, then: Stamp) -> list[Own]:
    was, now = (
        store.attributions_then(library.store, library.me, claim, when)
        for when in (then, store.NOW)
    )
    changed = []
    for key in sorted({*was, *now}):
        before = was.get(key)
        if before == now.get(key):
            continue
        if before is not None:
            changed.append(Own("attribution", key, RECORD, before.json()))
        changed.append(Own("attribution", key, THERE, before is not None))
    return changed
