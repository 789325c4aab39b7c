"""The edition of one window: in which form its reports leave.

A window begins with the editor's copy. What was chosen last of everything that is no secret
(sections, logo, language, pseudonyms, publisher) comes back; that a copy is public, and what was
cleared for one, never does.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.edition import EDITORS_COPY, Edition

SOON = 1_000
"""Milliseconds: who types a name chooses another edition at every key."""


class Editions(QObject):
    """What the Report view chooses, and the quick export uses."""

    changed = Signal(object)
    """The ``Edition`` is this one now."""

    def __init__(self, parent: QObject | None = None, *, keeps: bool = True) -> None:
        """``keeps``: what is chosen is remembered for the next window."""
        super().__init__(parent)
        self._keeps = keeps
        self._edition: Edition | None = None
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._soon.timeout.connect(self._remember)
        self.preset = ""
        """The name of the preset that is chosen; empty where what is chosen is no preset."""

    @property
    def edition(self) -> Edition:
        """What is chosen now."""
        if self._edition is None:
            from annotator.desk.presets import last_edition  # no start needs it

            self._edition = _kept(last_edition())
        return self._edition

    def choose(self, edition: Edition, *, preset: str = "") -> None:
        """Chooses another one; ``preset`` is its name where it has one."""
        known, self._edition, self.preset = self._edition, edition, preset
        if self._keeps and known is not None and _kept(edition) != _kept(known):
            self._soon.start()
        self.changed.emit(edition)

    def keep(self) -> None:
        """Remembers now what was chosen a moment ago."""
        if self._soon.isActive():
            self._soon.stop()
            self._remember()

    def _remember(self) -> None:
        if self._edition is not None:
            from annotator.desk.presets import keep_last

            keep_last(_kept(self._edition))

    def next_article(self) -> None:
        """Another article is in hand: a title was the last one's, and so was what was cleared.

        What a preset clears is cleared for whatever it is used for.
        """
        if self._edition is None:
            return
        edition = replace(self._edition, title="")
        if not self.preset:
            edition = replace(edition, cleared=frozenset())
        if edition != self._edition:
            self._edition = edition
            self.changed.emit(edition)


def _kept(edition: Edition) -> Edition:
    """What of an edition is remembered."""
    return replace(edition, public=EDITORS_COPY.public, cleared=frozenset(), title="")
