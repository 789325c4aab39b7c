"""The left part: whom to compare, in which articles, who has done how much, what is counted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from annotator.review.standings import Counting
from annotator.ui.agreement.part import Part
from annotator.ui.agreement.picks import HIGH, Pick, PickGroup
from annotator.ui.agreement.view import AgreementView, Who, spelled
from annotator.ui.fonts import ui_font
from annotator.ui.kit.disc import SIZE, paint_disc
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.tall import Tall
from annotator.ui.theme import Theme

ALL = "all"
MOST = 7
"""So many pairs are listed; where there are more, those of whoever looks, the rest in the matrix."""
_FIRST = "First: as it stood before that analyst could see another’s tag of that claim."
_NOW = "Now: what was changed after seeing another’s tag counts as well."


class Side(Part):
    """Each signal asks; what is chosen the view says."""

    pair_wanted = Signal(int, int)
    all_wanted = Signal()
    scope_wanted = Signal(str)
    counting_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leftPanel")
        self.setAccessibleName("What is compared")
        self._back = KeyButton("Back to the queue", "Esc", self, glyph="‹")
        self._back.clicked.connect(self.back_wanted)
        self.pairs = PickGroup("Compare", theme, self)
        self.pairs.chosen.connect(self._pair)
        self._more = Muted("", self, small=True)
        self.scopes = PickGroup("In", theme, self)
        self.scopes.chosen.connect(self.scope_wanted)
        self._counted = Muted("", self, small=True)
        self._done = QWidget(self)
        self._people = QVBoxLayout(self._done)
        self._people.setContentsMargins(0, 0, 0, 0)
        self._people.setSpacing(0)
        self.counting = PickGroup("Count", theme, self, radio=True)
        self.counting.chosen.connect(self.counting_wanted)
        self._which = Muted("", self, small=True)
        self._theme = theme
        self._lay_out()

    def show_view(self, view: AgreementView) -> None:
        chosen = ALL if view.chosen is None else _key(view.chosen)
        listed = _listed(view)
        picks = [_pick(view, pair) for pair in listed]
        if len(view.who) > 2:
            count = spelled(len(view.who))
            unanimous = f"{view.unanimous:,}"
            picks.append(Pick(ALL, f"All {count}", "all", unanimous))
        self.pairs.show_picks(picks, chosen)
        hidden = len(view.pairs) - len(listed)
        self._more.setVisible(hidden > 0)
        self._more.setText(f"The other {hidden:,} pairs are in the matrix.")
        self.scopes.show_picks(
            [Pick(row.key, row.label, "", f"{row.units:,}") for row in view.scopes], view.scope
        )
        self._counted.setText(_what_counts(view))
        self._show_people(view.who)
        self.counting.show_picks(
            [
                Pick(Counting.FIRST.value, "First tags, before review"),
                Pick(Counting.NOW.value, "Tags as they stand now"),
            ],
            view.counting.value,
        )
        self._which.setText(_FIRST if view.counting is Counting.FIRST else _NOW)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for group in (self.pairs, self.scopes, self.counting):
            group.set_theme(theme)
        for line in self._done.findChildren(Done):
            line.set_theme(theme)

    def _pair(self, key: str) -> None:
        if key == ALL:
            self.all_wanted.emit()
        else:
            first, _, second = key.partition("-")
            self.pair_wanted.emit(int(first), int(second))

    def _show_people(self, who: tuple[Who, ...]) -> None:
        while self._people.count() > len(who):
            item = self._people.takeAt(len(who))
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        while self._people.count() < len(who):
            self._people.addWidget(Done(self._theme, self._done))
        for place, one in enumerate(who):
            item = self._people.itemAt(place)
            line = item.widget() if item is not None else None
            assert isinstance(line, Done)
            line.show_who(one)

    def _lay_out(self) -> None:
        inside = Tall(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 22, 12, 16)
        column.setSpacing(0)
        back = QHBoxLayout()
        back.setContentsMargins(-4, 0, 0, 0)
        back.addWidget(self._back)
        back.addStretch(1)
        column.addLayout(back)
        for notes in (self._more, self._counted, self._which):
            notes.setFont(ui_font(12))
            notes.setContentsMargins(9, 5, 9, 0)
        for caption, parts in (
            ("Compare", (self.pairs, self._more)),
            ("In", (self.scopes, self._counted)),
            ("Claims done", (self._done,)),
            ("Count", (self.counting, self._which)),
        ):
            column.addSpacing(20)
            column.addWidget(Caption(caption, inside))
            column.addSpacing(6)
            for part in parts:
                column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea(self)
        clear_scroll(scroll, inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(scroll)


class Done(QWidget):
    """One analyst and how many claims are done."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._who: Who | None = None
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_who(self, who: Who) -> None:
        self._who = who
        self.setAccessibleName(f"{who.called}: {who.done:,} claims done")
        self.setToolTip(who.called)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._who is None:
            return
        painter = QPainter(self)
        flags = Qt.AlignmentFlag
        disc = QRectF(9, (HIGH - SIZE) // 2, SIZE, SIZE)
        paint_disc(painter, disc, self._who.initial, self.palette())
        painter.setPen(self._theme.colour("text"))
        painter.setFont(ui_font(bold=True))
        box = self.rect().adjusted(0, 0, -9, 0)
        count = f"{self._who.done:,}"
        painter.drawText(box, flags.AlignVCenter | flags.AlignRight, count)
        wide = painter.fontMetrics().horizontalAdvance(count)
        painter.setFont(ui_font())
        words = self.rect().adjusted(9 + SIZE + 10, 0, -wide - 20, 0)
        cut = painter.fontMetrics().elidedText(
            self._who.called, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, flags.AlignVCenter | flags.AlignLeft, cut)


def _key(pair: tuple[int, int]) -> str:
    return f"{pair[0]}-{pair[1]}"


def _listed(view: AgreementView) -> list[tuple[int, int]]:
    """Every pair, or where they are many those of whoever looks and the chosen one."""
    pairs = sorted(view.pairs)
    if len(pairs) <= MOST:
        return pairs
    you = next((place for place, who in enumerate(view.who) if who.you), 0)
    return [pair for pair in pairs if you in pair or pair == view.chosen]


def _pick(view: AgreementView, pair: tuple[int, int]) -> Pick:
    first, second = (view.who[place] for place in pair)
    cell = view.pairs[pair]
    words = f"{first.called} and {second.called}"
    spoken = f"{words}: {cell.agreed:,} of {cell.units:,} claims agreed on"
    mark = f"{first.initial}·{second.initial}"
    return Pick(_key(pair), words, mark, f"{cell.agreed:,}", spoken)


def _what_counts(view: AgreementView) -> str:
    if view.chosen is None:
        return "Counted are the claims that two or more of them tagged."
    you = any(view.who[place].you for place in view.chosen)
    return f"Counted are the claims that both{' of you' if you else ''} tagged."
