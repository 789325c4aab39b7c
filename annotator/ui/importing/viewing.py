"""What is on the list of an import, as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.errors import AnnotatorError, BusyError, NoArticleError
from annotator.importers.names import shown
from annotator.ui.importing import wording
from annotator.ui.importing.asking import ask_view
from annotator.ui.importing.view import ImportView, Line, Offer, Sign
from annotator.ui.imports import Imports
from annotator.ui.incoming import Incoming, State

MOST = 200
"""So many lines are shown; of a longer list first what somebody has to look at."""
_SIGNS = {
    State.LISTED: Sign.ASKS,
    State.WAITS: Sign.WAITS,
    State.READS: Sign.READING,
    State.ASKS: Sign.ASKS,
    State.READ: Sign.READ,
    State.FAILED: Sign.REFUSED,
    State.LEFT_OUT: Sign.OUT,
    State.STOPPED: Sign.OUT,
}
_SAYS = {
    State.LISTED: "an address: fetch it?",
    State.WAITS: "waits",
    State.ASKS: "waits for an answer",
    State.LEFT_OUT: "left out; the earlier one stays as it is",
    State.STOPPED: "cancelled: nothing of it was kept",
}
_FIRST = (State.READS, State.ASKS, State.FAILED, State.LISTED)


def import_view(imports: Imports) -> ImportView:
    """The page now."""
    entries, busy = imports.entries, imports.busy
    shown = _shown(entries)
    asking = [one for one in entries if one.state is State.ASKS]
    return ImportView(
        wording.heading(entries, busy=busy),
        wording.counts(entries, busy=busy),
        imports.share,
        busy,
        tuple(_line(one, first=one in asking[:1]) for one in shown),
        _folded(entries, shown),
        wording.totals(entries),
        sum(one.state is State.LISTED for one in entries),
        ask_view(asking[0], len(asking) - 1) if asking else None,
    )


def _shown(entries: Sequence[Incoming]) -> Sequence[Incoming]:
    if len(entries) <= MOST:
        return entries
    ranked = sorted(entries, key=lambda one: one.state not in _FIRST)
    kept = {one.key for one in ranked[:MOST]}
    return [one for one in entries if one.key in kept]


def _folded(entries: Sequence[Incoming], shown: Sequence[Incoming]) -> str:
    kept = {one.key for one in shown}
    rest = [one for one in entries if one.key not in kept]
    return f"and {len(rest):,} more: {wording.counts(rest, busy=False)}" if rest else ""


def _line(one: Incoming, *, first: bool) -> Line:
    """``first``: its question is the one that is asked now."""
    return Line(
        one.key,
        one.source.name,
        _SIGNS[one.state],
        _says(one, first=first),
        _refused(one),
        one.share if one.state is State.READS else None,
        _notices(one),
        _offers(one),
        one.encoding,
        one.encodings if one.state is State.READ else (),
    )


def _says(one: Incoming, *, first: bool) -> str:
    if one.state is State.READ and one.imported is not None:
        return wording.came_in(one.imported)
    if one.state is State.READS:
        return one.says or ("being fetched" if one.source.address else "being read")
    if one.state is State.ASKS and first:
        return "waits for your answer below"
    return _SAYS.get(one.state, "")


def _refused(one: Incoming) -> str:
    if one.state is not State.FAILED or one.error is None:
        return ""
    return _sentence(one)


def _sentence(one: Incoming) -> str:
    """Why, without the name that stands before it on the line."""
    error = one.error
    if not isinstance(error, AnnotatorError):
        return (
            f"something went wrong inside Annotator ({type(error).__name__}). The log says where."
        )
    said = str(error).removeprefix("This text: ")
    for name in (one.source.name, shown(one.source.path or "")):
        if name and said.startswith(f"{name} "):
            said = f"it {said.removeprefix(f'{name} ')}"
        said = said.removeprefix(f"{name}: ")
    return said


def _notices(one: Incoming) -> tuple[str, ...]:
    if one.state is not State.READ or one.imported is None:
        return ()
    said = list(one.imported.notices)
    if one.revises:
        said.append(wording.revised(one))
    if one.error is not None:
        said.append(f"Not read once more: {_sentence(one)} It stays as it was.")
    elif one.how.encoding is not None:
        said.append(
            f"Read as {one.how.encoding}, as you chose. What it was read as before is off your list."
        )
    elif one.encodings:
        said.append(f"{one.imported.encoding_note} Choose another if its words look wrong.")
    return tuple(said)


def _offers(one: Incoming) -> tuple[Offer, ...]:
    match one.state:
        case State.READ:
            return (Offer.OPEN,)
        case State.LISTED:
            return (Offer.FETCH, Offer.LEAVE)
        case State.STOPPED:
            return (Offer.AGAIN,)
        case State.FAILED:
            whole = (Offer.WHOLE,) if isinstance(one.error, NoArticleError) else ()
            other = one.source.path is not None and not isinstance(one.error, BusyError)
            again = Offer.OTHER_FILE if other else Offer.AGAIN
            return (*whole, again)
    return ()
