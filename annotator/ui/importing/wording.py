"""The sentences of an import."""

from __future__ import annotations

from collections.abc import Collection

from annotator.desk.importing import Imported
from annotator.domain.wording import amount
from annotator.ui.importing.view import Totals
from annotator.ui.incoming import ON_THE_WAY, Incoming, State

_MEANWHILE = "you can go on tagging meanwhile"


def heading(entries: Collection[Incoming], *, busy: bool) -> str:
    """Such as "Importing 8 files", "Imported 7 of 8 files", "2 web addresses"."""
    if not entries:
        return "Import"
    listed = [one for one in entries if one.state is State.LISTED]
    if len(listed) == len(entries):
        return _counted(listed)
    wanted = [one for one in entries if one.state is not State.LISTED]
    if busy:
        return f"Importing {_counted(wanted)}"
    read = sum(one.state is State.READ for one in wanted)
    if read == len(wanted):
        return f"Imported {_counted(wanted)}"
    return f"Imported {read:,} of {_counted(wanted)}"


def counts(entries: Collection[Incoming], *, busy: bool) -> str:
    """Such as "5 read, 1 failed, 1 question, 1 to go"; what is nought is left out."""
    number = {state: sum(one.state is state for one in entries) for state in State}
    asks, listed = number[State.ASKS], number[State.LISTED]
    to_go = sum(number[state] for state in ON_THE_WAY)
    said = [
        f"{number[State.READ]:,} read" if number[State.READ] else "",
        f"{number[State.FAILED]:,} failed" if number[State.FAILED] else "",
        amount(asks, "question") if asks else "",
        f"{number[State.LEFT_OUT]:,} left out" if number[State.LEFT_OUT] else "",
        f"{number[State.STOPPED]:,} cancelled" if number[State.STOPPED] else "",
        f"{listed:,} not fetched" if listed else "",
        f"{to_go:,} to go" if to_go else "",
    ]
    words = ", ".join(filter(None, said))
    return f"{words} · {_MEANWHILE}" if busy else words


def came_in(imported: Imported) -> str:
    """Such as "27 claims, 9 lines set aside, 2 attachments"."""
    if not imported.new:
        return "was here already"
    said = [amount(imported.claims, "claim")]
    if imported.aside:
        said.append(f"{amount(imported.aside, 'line')} set aside")
    if imported.attachments:
        said.append(amount(imported.attachments, "attachment"))
    return ", ".join(said)


def revised(one: Incoming) -> str:
    """What became of the tags of the version before."""
    parts = [f"{one.carried:,} carried"]
    if one.waiting:
        parts.append(f"{one.waiting:,} to check again")
    return f"A new version: {', '.join(parts)}. The earlier one stays as it is."


def totals(entries: Collection[Incoming]) -> Totals:
    """What came in with this list; what was here before does not count."""
    fresh = [one.imported for one in entries if one.imported is not None and one.imported.new]
    return Totals(
        len(fresh),
        sum(one.claims for one in fresh),
        sum(one.aside for one in fresh),
        sum(one.attachments for one in fresh),
    )


def _counted(entries: Collection[Incoming]) -> str:
    """Files, web addresses, or articles where there is some of either."""
    number = len(entries)
    if all(one.source.path is not None for one in entries):
        return amount(number, "file")
    if all(one.source.address for one in entries):
        return f"{number:,} web address{'' if number == 1 else 'es'}"
    return amount(number, "article")
