"""What a merge leaves out of a file and why, counted by reason, in plain words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from annotator.domain.edits.form import Edit, Header, Part
from annotator.domain.edits.kinds import known
from annotator.store import checking


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One reason: what was concerned ("3 edits in ben.annotations"), and why."""

    what: str
    why: str


MOST_NAMED = 200
"""Things that are named one by one."""

UNKNOWN = "not known to this version of Annotator: kept and sent on, and left out of what it shows"


class Why(Enum):
    """A reason: what it is said of, one and several, and the words."""

    NO_EDIT = ("edit", "edits", "not in the form of an edit")
    DATE = ("edit", "edits", "dated before 2020 or after 2099")
    ALTERED = ("edit", "edits", "altered: its id was made of something else")
    NO_SEAL = ("part of an edit", "parts of edits", "altered: its edit has another seal for it")
    ORPHAN = ("part of an edit", "parts of edits", "the file does not hold its edit")
    LARGE = ("part of an edit", "parts of edits", "too large, or not a text")
    NONSENSE = (
        "part of an edit",
        "parts of edits",
        "in no form that Annotator writes: kept, and counted as empty",
    )
    ERASED = ("part of an edit", "parts of edits", "erased by whoever wrote it")
    FORGOTTEN = ("part of an edit", "parts of edits", "forgotten in this library")
    LONG_TEXT = ("article's text", "articles' texts", "too long, or not a text")
    OTHER_TEXT = ("article's text", "articles' texts", "not the text that its article's id says")
    OTHER_FILE = ("original", "originals", "not the bytes that its hash says, or too many")
    OTHER_ATTACHED = (
        "attached file",
        "attached files",
        "not the bytes that its hash says, or too many",
    )

    @property
    def words(self) -> str:
        return self.value[2]

    def counted(self, count: int) -> str:
        one, several, _ = self.value
        return f"1 {one}" if count == 1 else f"{count:,} {several}"


class Counted:
    """Counts what is left out of one file.

    ``veiled``: things are counted by their reasons and none is named, for somebody who may not see yet
    what is said in the file.
    """

    def __init__(self, file: str, *, veiled: bool = False) -> None:
        self._file = file
        self._veiled = veiled
        self._unnamed: Counter[str] = Counter()
        self._reasons: Counter[Why] = Counter()
        self._unknown: Counter[tuple[str, int]] = Counter()
        self._said: list[LeftOut] = []
        self._more = 0

    def say(self, what: str, why: str) -> None:
        """One thing of the file that has no place here, named by itself; of very many the rest is counted."""
        if self._veiled:
            self._unnamed[why] += 1
            return
        self._more += len(self._said) >= MOST_NAMED
        if not self._more:
            self._said.append(LeftOut(what, why))

    def add(self, why: Why, count: int = 1) -> None:
        self._reasons[why] += count

    def refuse(self, edit: Edit, part: Part | None) -> None:
        """Finds out why an edit, or one part of it, cannot be taken."""
        if part is None:
            self.add(_why(edit.header))
        else:
            self.add(Why.NONSENSE if part in edit.sound_parts else Why.NO_SEAL)

    def look_at(self, header: Header) -> None:
        """Counts an edit of a kind or version that this program does not know, if it is kept at all."""
        if not known(header.kind, header.version) and header.sound:
            self._unknown[header.kind, header.version] += 1

    def rows(self) -> tuple[LeftOut, ...]:
        """What was counted, in the order of the reasons, then what was named by itself."""
        found = [
            LeftOut(f"{why.counted(self._reasons[why])} in {self._file}", why.words)
            for why in Why
            if self._reasons[why]
        ]
        for (kind, version), count in sorted(self._unknown.items()):
            edits = "1 edit" if count == 1 else f"{count:,} edits"
            found.append(
                LeftOut(
                    f"{edits} of the kind {kind} (version {version}) in {self._file}",
                    UNKNOWN,
                )
            )
        for why, count in self._unnamed.items():
            things = "1 thing" if count == 1 else f"{count:,} things"
            found.append(LeftOut(f"{things} in {self._file}", why))
        found += self._said
        if self._more:
            found.append(LeftOut(f"{self._more:,} more in {self._file}", "of like reasons"))
        return tuple(found)


def _why(header: Header) -> Why:
    if not checking.formed(header):
        return Why.NO_EDIT
    return Why.ALTERED if checking.dated(header) else Why.DATE
