"""Enters who says it: source, cue, content, kind, mode, on whose authority, and where it is named."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.attribution import RECORD, Mode, Quoted, SourceKind, read_attribution
from annotator.domain.canonical import text_or_empty
from annotator.domain.evidence import NEVER
from annotator.ui.claim.numberfield import NumberField
from annotator.ui.claim.offered import Offered
from annotator.ui.claim.recordview import AttributionView
from annotator.ui.claim.spanfield import LABEL, SpanField, labelled
from annotator.ui.kit.captext import CapText
from annotator.ui.kit.choices import Choices, in_hand
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Muted
from annotator.ui.linefield import LineField

KINDS = (
    (SourceKind.NAMED, "named"),
    (SourceKind.ORGANISATION, "organisation"),
    (SourceKind.ANONYMOUS, "anonymous"),
    (SourceKind.DOCUMENT, "document"),
)
MODES = ((Mode.DIRECT, "direct"), (Mode.INDIRECT, "indirect"), (Mode.MIXED, "mixed"))
APART = ";"
"""Stands between the links of a chain, as it is typed."""
_HIGH = 23
_ENDS = "[Enter] keeps it, [Ctrl] [Enter] selects in the page, [Esc] leaves."
_PICKING = "Select the {} in the page with [←] [→] and [Shift], or the mouse. [Enter] takes it."


class AttributionEditor(QWidget):
    """The fields of one attribution. What stands in them is one text, for ``Kept``."""

    changed = Signal()
    entered = Signal()
    """Enter: it is to be kept as it stands, also where nothing was typed."""
    escaped = Signal()
    left = Signal()
    """The keys went to something outside."""
    pick_wanted = Signal()
    """The keys should go to the page, where words are to be selected."""
    another_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = AttributionView()
        self._sources: Sequence[str] = ()
        self.picking: SpanField | None = None
        """The field that words are being selected for in the page."""
        self.source = SpanField("Source", "who says it", self)
        self._offered = Offered("Said by", self)
        self.cue = SpanField("Cue", "reported, according to …", self)
        self.content = SpanField("Content", "what is said", self)
        self._spans = (self.source, self.cue, self.content)
        self.kinds = Choices(KINDS, self, high=_HIGH)
        self.modes = Choices(MODES, self, high=_HIGH)
        self.via = LineField("Via", f"on whose authority; nearest first, {APART} between two", self)
        self.named_in = NumberField("Named in", self)
        self._help = CapText(_ENDS, self)
        self.another = KeyButton("another", "", self, small=True, dotted=True)
        self.another.setAccessibleName("Attribute it to another source too")
        self.remove = KeyButton("remove", "", self, small=True, dotted=True)
        self.remove.setAccessibleName("Remove this attribution")
        self._build()
        self._connect()

    def open(self, shown: AttributionView, own: int | None, total: int) -> None:
        """Fills the fields; ``own`` is the claim's number, ``total`` the highest there is."""
        self.named_in.set_range(own, total)
        self.give_up()
        self.put(shown)
        self.another.setVisible(bool(shown.id))
        self.remove.setVisible(bool(shown.id))
        self._help.set_text(_ENDS)
        self.source.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Who types something else than what is suggested means that alone.
        if shown.suggested:
            self.source.field.selectAll()
        else:
            self.source.field.end(False)

    def put(self, shown: AttributionView) -> None:
        self.shown = shown
        self.source.put(shown.source)
        self.cue.put(shown.cue)
        self.content.put(shown.content)
        self.kinds.set_value(shown.kind)
        self.modes.set_value(shown.mode)
        self.via.put(f"{APART} ".join(shown.via))
        self.named_in.put(shown.number)

    @property
    def says_who(self) -> bool:
        """Whether there is a source: without one it is no attribution."""
        return bool(self.source.quoted.text)

    def value(self) -> str:
        """What stands in the fields; empty where nobody typed any words."""
        if not (self._via() or any(field.quoted.text for field in self._spans)):
            return ""
        fields = {
            "id": self.shown.id,
            "source": self.source.quoted.json(),
            "cue": self.cue.quoted.json(),
            "content": self.content.quoted.json(),
            "kind": self.kinds.value,
            "mode": self.modes.value,
            "via": list(self._via()),
            "named_in": self.named_in.number,
        }
        return json.dumps(fields, ensure_ascii=False, sort_keys=True)

    def typed(self) -> AttributionView:
        """What stands in the fields, to be put into them again."""
        kind, mode = self.kinds.value, self.modes.value
        return AttributionView(
            self.shown.id,
            self.source.quoted,
            self.cue.quoted,
            self.content.quoted,
            kind if isinstance(kind, SourceKind) else None,
            mode if isinstance(mode, Mode) else None,
            self._via(),
            naming=self.named_in.text().strip(),
        )

    def _via(self) -> tuple[str, ...]:
        return tuple(filter(None, (one.strip() for one in self.via.text().split(APART))))

    def set_sources(self, sources: Sequence[str]) -> None:
        """Who may be meant while a source is typed."""
        self._sources = sources
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the fields do not want: the arrows up and down, among the sources offered."""
        event.setAccepted(self.source.field.hasFocus() and self._offered.step(event))

    def _fitting(self) -> list[str]:
        typed = self.source.field.text().casefold().split()
        names = (name for name in self._sources if name != self.source.field.text())
        return [name for name in names if typed and all(word in name.casefold() for word in typed)]

    def _offer(self) -> None:
        shown = self._fitting() if self.source.field.hasFocus() else []
        self._offered.show_names(shown, -1)

    def _take_offered(self, place: int) -> None:
        self.source.put(Quoted(self._fitting()[place]))
        self._offer()
        self.changed.emit()

    def _enter(self) -> None:
        """Enter: the source that an arrow went to, or all of it as it stands."""
        if self._offered.at >= 0:
            self._take_offered(self._offered.at)
        else:
            self.entered.emit()

    def take_selection(self, quoted: Quoted | None) -> None:
        """Words were selected in the page (None: it was given up); the next field has the keys."""
        field, self.picking = self.picking, None
        self._help.set_text(_ENDS)
        if field is None:
            return
        field.show_picking(False)
        if quoted is not None:
            field.put(quoted)
            self.changed.emit()
        following = field
        if quoted is not None:
            place = self._spans.index(field) + 1
            following = self._spans[min(place, len(self._spans) - 1)]
        following.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        following.field.end(False)

    def give_up(self) -> None:
        """No words are selected in the page any more."""
        if self.picking is not None:
            self.picking.show_picking(False)
        self.picking = None

    def with_source(self, quoted: Quoted) -> None:
        """Words were selected in the page before the fields were opened."""
        self.source.put(quoted)
        self.shown = replace(self.shown, source=quoted)
        self.changed.emit()

    def _pick(self, field: SpanField) -> None:
        self.picking = field
        field.show_picking(True)
        self._help.set_text(_PICKING.format(field.word))
        self.pick_wanted.emit()

    def _choose(self, choices: Choices, value: object) -> None:
        choices.set_value(value if isinstance(value, SourceKind | Mode) else None)
        self.changed.emit()

    def _on_left(self) -> None:
        if self.picking is None and not in_hand(self):
            self.left.emit()

    def _connect(self) -> None:
        for field in self._spans:
            field.changed.connect(self.changed)
            field.pick_wanted.connect(lambda field=field: self._pick(field))
        self.source.changed.connect(self._offer)
        self.source.field.left.connect(self._offer)
        self._offered.chosen.connect(self._take_offered)
        self.via.textEdited.connect(lambda _text: self.changed.emit())
        self.named_in.textEdited.connect(lambda _text: self.changed.emit())
        for line in (*(field.field for field in self._spans), self.via, self.named_in):
            line.entered.connect(self._enter)
            line.escaped.connect(self.escaped)
            line.left.connect(self._on_left)
        for choices in (self.kinds, self.modes):
            choices.chosen.connect(lambda value, choices=choices: self._choose(choices, value))
            choices.escaped.connect(self.escaped)
            choices.entered.connect(self.entered)
            choices.left.connect(self._on_left)
        self.another.clicked.connect(self.another_wanted)
        self.remove.clicked.connect(self.remove_wanted)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(5)
        for field in self._spans:
            column.addWidget(field)
        self._offered.setContentsMargins(LABEL + 8, 0, 0, 0)
        column.insertWidget(1, self._offered)
        for label, choices in (("Kind", self.kinds), ("Mode", self.modes)):
            line = QWidget(self)
            labelled(label, line, beside=_HIGH).addWidget(choices, 1)
            column.addWidget(line)
        line = QWidget(self)
        row = labelled("Via", line)
        row.addWidget(self.via, 1)
        named = Muted("named in", line)
        named.setWordWrap(False)
        row.addWidget(named)
        self.named_in.setFixedWidth(52)
        row.addWidget(self.named_in)
        column.addWidget(line)
        column.addWidget(self.named_in.says)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 0, 0)
        foot.setSpacing(4)
        foot.addWidget(self._help, 1)
        foot.addWidget(self.another)
        foot.addWidget(self.remove)
        column.addLayout(foot)


def read_typed(text: str) -> AttributionView | None:
    """What ``value`` gave, to be put into the fields again; None where it says nothing."""
    try:
        fields = json.loads(text)
    except ValueError:
        return None
    if not isinstance(fields, dict):
        return None
    read = read_attribution("", {RECORD: (NEVER, fields | {"claim": "this"})})
    assert read is not None, "it is of a claim"
    return AttributionView(
        text_or_empty(fields.get("id")),
        read.source,
        read.cue,
        read.content,
        read.kind,
        read.mode,
        read.via,
        naming=read.named_in or "",
    )
