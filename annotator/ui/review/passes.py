"""How far the article and each analyst's pass have come, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from annotator.ui.fonts import small_font
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption, Elided, Muted
from annotator.ui.kit.said import Said
from annotator.ui.review.askreason import AskReason
from annotator.ui.review.comment import MoreButton
from annotator.ui.review.queueview import PassAct, PassView, StageView
from annotator.ui.theme import Theme

_LINE = 16
_MOST = 6 * _LINE


class PassLine(QWidget):
    """A name, how far it is, and a menu of what can be done."""

    pressed = Signal(object)
    """A ``PassAct``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts: Sequence[PassAct] = ()
        self._name = Elided("", self)
        self._state = Elided("", self)
        self._state.setFont(small_font())
        self._state.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.more = MoreButton(self)
        self.more.clicked.connect(self._pop_up)
        self.reason = Said(theme, self, pixels=12, pitch=_LINE)
        self.reason.set_limits(_LINE, _MOST)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        # Neither is cut while the other has room to spare.
        head.addWidget(self._name, 20)
        head.addStretch(1)
        head.addWidget(self._state, 30)
        head.addWidget(self.more)
        head.addStrut(22)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 0, 0, 0)
        self.column.setSpacing(1)
        self.column.addLayout(head)
        self.column.addWidget(self.reason)

    @property
    def words(self) -> str:
        """What the line says."""
        return f"{self._name.whole}: {self._state.whole}"

    @property
    def name(self) -> str:
        """Whose pass it is."""
        return self._name.whole

    @property
    def acts(self) -> Sequence[PassAct]:
        """What can be done with it."""
        return self._acts

    def set_theme(self, theme: Theme) -> None:
        self.reason.set_theme(theme)

    def show_pass(self, one: PassView) -> None:
        name = one.who.name
        self._acts = [act for act in one.acts if act.analyst]
        right = 0 if self._acts else 10
        self._state.setContentsMargins(0, 0, right, 0)
        for label, words, beside in ((self._name, name, 0), (self._state, one.state, right)):
            label.set_text(words)
            wide = label.fontMetrics().horizontalAdvance(label.whole) + 2
            label.setMaximumWidth(max(wide, 20) + beside)
        self.more.setVisible(bool(self._acts))
        self.more.setAccessibleName(f"What to do with the pass of {name}")
        self.reason.show_words(f"“{one.reason}”" if one.reason else "", muted=True)
        self.reason.setVisible(bool(one.reason))
        self.reason.setAccessibleName(f"Why it was returned to {name}")

    def menu(self) -> QMenu:
        """What can be done; the caller shows it and lets it go."""
        menu = QMenu(self)
        for act in self._acts:
            action = menu.addAction(act.label)
            action.triggered.connect(lambda _checked=False, act=act: self.pressed.emit(act))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _pop_up(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class Passes(QWidget):
    """The article's state, then each pass; one reason at a time is asked for."""

    wanted = Signal(str, str, str)
    """An act's word, the analyst whose pass it is about or "", and the reason or ""."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[PassLine] = []
        self._shown = 0
        self._buttons: list[KeyButton] = []
        self._acts: list[PassAct] = []
        self._state = Muted("", self, small=True)
        self._state.setWordWrap(False)
        self._detail = Muted("", self, small=True)
        self._why = Said(theme, self, pixels=12, pitch=_LINE)
        self._why.set_limits(_LINE, _MOST)
        self._why.setAccessibleName("Why it was reopened")
        self.ask = AskReason(self)
        self.ask.given.connect(lambda act, reason: self.wanted.emit(act.act, act.analyst, reason))
        self._people = QVBoxLayout()
        self._flow = Flow(across=8, down=0)
        self._build()
        self.hide()

    @property
    def lines(self) -> Sequence[PassLine]:
        """Those that show, one for each analyst."""
        return self._lines[: self._shown]

    @property
    def buttons(self) -> Sequence[KeyButton]:
        """What can be done with one's own pass and with the article."""
        return self._buttons

    @property
    def stops(self) -> list[QWidget]:
        """What Tab visits, in order."""
        lines = [stop for line in self._lines for stop in (line.more, line.reason)]
        return [self._why, *lines, *self._buttons, *self.ask.stops]

    @property
    def words(self) -> str:
        """How far the article has come."""
        return " ".join(filter(None, (self._state.text(), self._detail.text())))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._why.set_theme(theme)
        for line in self._lines:
            line.set_theme(theme)

    def show_passes(self, stage: StageView | None, passes: Sequence[PassView]) -> None:
        self.setVisible(stage is not None)
        if stage is None:
            return
        self._state.setText(stage.words)
        self._detail.setText(stage.detail)
        self._detail.setVisible(bool(stage.detail))
        self._why.show_words(f"“{stage.reason}”" if stage.reason else "", muted=True)
        self._why.setVisible(bool(stage.reason))
        self._show_lines(passes)
        acts = [act for one in passes for act in one.acts] + list(stage.acts)
        self._show_buttons([act for act in acts if not act.analyst])
        if self.ask.act is not None and self.ask.act not in acts:
            # What was asked about is another thing now.
            self.ask.shut()

    def press(self, act: PassAct) -> None:
        """Does it, or asks why first."""
        if act.asks:
            self.ask.ask(act)
        else:
            self.wanted.emit(act.act, act.analyst, "")

    def give_back(self, word: str, analyst: str, reason: str) -> None:
        """What was given as a reason and refused is asked for again, as it was typed."""
        acts = [*self._acts, *(act for line in self.lines for act in line.acts)]
        asked = [act for act in acts if (act.act, act.analyst) == (word, analyst) and act.asks]
        if asked and self.ask.act is None:
            self.ask.ask(asked[0], reason)

    def choose(self, acts: Sequence[PassAct]) -> None:
        """Does the one act there is, or asks which of several is meant."""
        if len(acts) == 1:
            self.press(acts[0])
        else:
            self.choice(acts).popup(self.mapToGlobal(self.rect().topLeft()))

    def choice(self, acts: Sequence[PassAct]) -> QMenu:
        """Asks which of several is meant; the caller shows it and lets it go."""
        names = {act.analyst: line.name for line in self.lines for act in line.acts}
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in acts:
            action = menu.addAction(f"{act.label} {names.get(act.analyst, '')}".strip())
            action.triggered.connect(lambda _checked=False, act=act: self.press(act))
        return menu

    def _show_lines(self, passes: Sequence[PassView]) -> None:
        while len(self._lines) < len(passes):
            line = PassLine(self._theme, self)
            line.pressed.connect(self.press)
            self._people.addWidget(line)
            self._lines.append(line)
        self._shown = len(passes)
        for place, line in enumerate(self._lines):
            if place < len(passes):
                line.show_pass(passes[place])
            line.setVisible(place < len(passes))

    def _show_buttons(self, acts: list[PassAct]) -> None:
        if acts == self._acts:
            return
        self._acts = acts
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(act) for act in acts]
        self._flow.invalidate()
        self.updateGeometry()

    def _button(self, act: PassAct) -> KeyButton:
        button = KeyButton(act.label, "", self, small=True, link=True)
        button.clicked.connect(lambda: self.press(act))
        self._flow.addWidget(button)
        button.show()
        return button

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Caption("This article", self), 1)
        head.addWidget(self._state)
        for part in (self._detail, self._why):
            part.setContentsMargins(10, 0, 10, 0)
        self._people.setSpacing(0)
        self._flow.setContentsMargins(6, 0, 6, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._detail)
        column.addWidget(self._why)
        column.addLayout(self._people)
        column.addLayout(self._flow)
        column.addWidget(self.ask)
