"""One e-mail put together: its title, its bodies, the mails that were forwarded in it."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from itertools import chain, groupby

from annotator.domain.article import Passage, PassageKind
from annotator.importers.composing import Composed, Composer
from annotator.importers.encodings.decoding import Decoded
from annotator.importers.html.body import read_fragment
from annotator.importers.mail.bodies import Bodies, choose, is_html, is_message, text_of
from annotator.importers.mail.headers import LONGEST
from annotator.importers.mail.labels import kind_of_element, labelled, without_answers
from annotator.importers.mail.parts import Part
from annotator.importers.mail.text import put_text

DEEPEST = 5
"""Mails in mails that are read."""


class Mail:
    """A mail whose bodies are chosen; where it only forwards another one, that other."""

    def __init__(self, root: Part, encoding: str | None) -> None:
        self._encoding = encoding
        self.attached: list[Part] = []
        self.locked = False
        """Something in it is encrypted."""
        self.decoded: list[Decoded] = []
        self._inner: list[int] = []
        """Where mails that were put in begin, in code points of the text."""
        self.whole = root.whole
        self.too_many = root.too_many
        self.source = root
        """The one whose headers count."""
        bodies = self._chosen(root)
        for _ in range(DEEPEST):
            if len(bodies.texts) != 1 or not is_message(bodies.texts[0]):
                break
            self.source = bodies.texts[0].parts[0]
            bodies = self._chosen(self.source)
        self._pieces = list(self._flat(bodies, 0))
        self.subject = self.source.header("subject")[:LONGEST]
        self.title = without_answers(self.subject)

    def _chosen(self, part: Part) -> Bodies:
        found = choose(part)
        self.attached += found.attached
        self.locked = self.locked or found.locked
        return found

    def _flat(self, bodies: Bodies, depth: int) -> Iterator[Part | str]:
        """Bodies, and before those of a mail that was put in, its subject."""
        for part in bodies.texts:
            if not is_message(part):
                yield part
            elif depth < DEEPEST:
                yield part.parts[0].header("subject")
                yield from self._flat(self._chosen(part.parts[0]), depth + 1)

    def composed(self, title: str) -> Composed:
        """All of it in one text, below this title where it is not empty."""
        composer = Composer()
        self.decoded, self._inner = [], []
        _put(composer, PassageKind.TITLE, title)
        for piece in self._pieces:
            if isinstance(piece, str):
                composer.begin(PassageKind.HEADING)
                self._inner.append(composer.at)
                _put(composer, PassageKind.HEADING, piece)
            else:
                self._put_body(composer, piece)
        composed = composer.composed()
        return composed._replace(passages=self._labelled(composed))

    def _labelled(self, composed: Composed) -> tuple[Passage, ...]:
        """Its passages, with what nobody wrote set aside: of each mail by itself."""
        mails = groupby(composed.passages, key=lambda one: bisect(self._inner, one.start))
        found = (
            labelled(composed.text, tuple(own), "" if number else self.subject)
            for number, own in mails
        )
        return tuple(chain.from_iterable(found))

    def _put_body(self, composer: Composer, part: Part) -> None:
        decoded = text_of(part, self._encoding)
        self.decoded.append(decoded)
        if is_html(part):
            base = part.header("content-base") or part.header("content-location")
            read_fragment(
                composer, decoded.text, base=base, kind_of=kind_of_element, keep_relative=False
            )
            return
        said = {name: value.lower() for name, value in part.said.items()}
        flows, joins = said.get("format") == "flowed", said.get("delsp") == "yes"
        put_text(composer, decoded.text, flows=flows, joins=joins)


def _put(composer: Composer, kind: PassageKind, words: str) -> None:
    composer.begin(kind)
    composer.add(words)
    composer.end()
