"""Those whom a file of another format names: who each of them becomes here, and what they are called."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from annotator.desk.brought_here import Here
from annotator.domain.article import NS
from annotator.domain.canonical import canonical
from annotator.domain.edits.form import AnalystId

LONGEST_NAME = 200
UNNAMED = "Somebody"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the file names. ``key`` is the file's, ``id`` what that person goes by here."""

    id: AnalystId
    who: str
    key: str


@dataclass
class People:
    """The people of one file. ``form`` is the format's name, ``label`` what people call it."""

    here: Here
    form: str
    label: str
    _known: dict[tuple[str, str], Person] = field(default_factory=dict)
    _wrote: set[AnalystId] = field(default_factory=set)

    def person(self, who: str, key: str) -> Person:
        """Whoever has this name and key: the same id from every file of the format."""
        if (who, key) not in self._known:
            said = sound(canonical(["read back", self.form, key, who]))
            self._known[who, key] = Person(AnalystId(str(uuid.uuid5(NS, said))), who, key)
        return self._known[who, key]

    def wrote(self, person: Person) -> None:
        """Remembers that something of that person comes in."""
        self._wrote.add(person.id)

    def named(self) -> Iterator[tuple[Person, str]]:
        """Each who wrote something and has no name here yet, and the name."""
        taken = {*self.here.names.values(), self.here.acting}
        for person in sorted(self._known.values(), key=lambda one: (one.who, one.key)):
            if person.id in self._wrote and person.id not in self.here.names:
                name = self._free(one_line(person.who), taken)
                taken.add(name)
                yield person, name

    def _free(self, name: str, taken: set[str]) -> str:
        """The name, with the format behind it where somebody else here has it, or nobody has one."""
        looks = {looked_at(one) for one in taken}
        if name and looked_at(name) not in looks:
            return name
        numbers = (f" {number}" if number > 1 else "" for number in count(1))
        names = (f"{name or UNNAMED} ({self.label}{number})" for number in numbers)
        return next(found for found in names if looked_at(found) not in looks)


def looked_at(name: str) -> str:
    """Equal for names that look alike: by case, by joiners that are not seen, by forms of a letter."""
    bare = "".join(char for char in name if char not in _JOINERS)
    return unicodedata.normalize("NFKC", bare).casefold()


def one_line(text: str, longest: int = LONGEST_NAME) -> str:
    """On one line, without what is not shown: control characters, and halves of characters."""
    words = " ".join(sound(text).split())
    return "".join(char for char in words if char.isprintable() or char in _JOINERS)[:longest]


_JOINERS = "\u200c\u200d"
"""Not printable by themselves, and needed in Persian, in Devanagari and between emoji."""


def sound(text: str) -> str:
    """Without halves of characters, which no file could hold."""
    return text.encode("utf-8", "replace").decode()
