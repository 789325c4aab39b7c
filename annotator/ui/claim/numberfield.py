"""A field for the number of another claim; it says what is wrong while it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.ui.kit.labels import Muted
from annotator.ui.linefield import LineField

_LONGEST = 9
"""Digits: no article has more claims than that."""


class NumberField(LineField):
    """``says`` is the line below it, which is laid out apart."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "claim", parent)
        self._own: int | None = None
        self._total = 0
        self.says = Muted("", parent, small=True)
        self.says.hide()
        self.textEdited.connect(lambda _text: self._check())

    @property
    def number(self) -> str:
        """What was typed; empty while that is wrong."""
        return "" if self.wrong else self.text().strip()

    @property
    def wrong(self) -> str:
        """The sentence that says what is wrong, or nothing."""
        return self.says.text()

    def set_range(self, own: int | None, total: int) -> None:
        """``own`` is the claim's own number, ``total`` the highest there is."""
        self._own, self._total = own, total
        self._check()

    def put(self, text: str) -> None:
        super().put(text)
        self._check()

    def _check(self) -> None:
        typed = self.text().strip()
        wrong = self._wrong(typed) if typed else ""
        self.says.setText(wrong)
        self.says.setVisible(bool(wrong))

    def _wrong(self, typed: str) -> str:
        digits = typed.isascii() and typed.isdecimal() and len(typed) <= _LONGEST
        number = 0 if typed.upper() == "T" else int(typed) if digits else -1
        if number == self._own:
            return "That is this claim: the source is named in another one, or in none."
        if not 0 <= number <= self._total:
            return f"There is no claim {typed[:20]} here: they run from 1 to {self._total:,}."
        return ""
