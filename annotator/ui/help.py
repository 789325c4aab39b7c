"""The help, inside the app: a few plain pages, read from ``resources/help``.

Pages are Markdown. ``{{standings}}``, ``{{keys}}`` and their like are filled from the tables
of tags, actions and formats, so the help cannot say other keys than the window has.
A link leads to another page and nowhere else: nothing here opens an address.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from annotator import paths
from annotator.domain.tags import STANDINGS, Standing
from annotator.ui import helpformats
from annotator.ui.fonts import ui_font
from annotator.ui.helptype import dress
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.veil import Veil
from annotator.ui.search.filterrow import FILTERS
from annotator.ui.sheetlines import sheet_lines
from annotator.ui.theme import Theme

PAGES = (
    "first-steps",
    "articles",
    "tags",
    "notes",
    "evidence",
    "record",
    "borders",
    "undo",
    "reviewing",
    "colleagues",
    "agreement",
    "finding",
    "keys",
    "export",
    "formats",
    "sign-off",
    "data",
    "backups",
    "command-line",
    "bad-files",
)
"""The pages in the order of their list; each is a file of that name with ``.md``."""

PICTURES = ("panel", "search")
"""What a page may show: `make screenshots` draws them from the example, light and dark."""
PICTURE_WIDE = 420
_WIDE = 900
_HIGH = 720
_MARGIN = 24


def page_text(name: str) -> str:
    """A page's Markdown with its tables filled in."""
    text = (paths.resource("help") / f"{name}.md").read_text(encoding="utf-8")
    for word, filling in _FILLED.items():
        if word in text:
            text = text.replace(word, filling())
    return text


def page_title(name: str) -> str:
    with (paths.resource("help") / f"{name}.md").open(encoding="utf-8") as file:
        return file.readline().removeprefix("#").strip()


def _roomy(markdown: str) -> str:
    """A little room in the boxes of keys; commands are to be copied and get none."""
    return re.sub(r"`(?!annotator |-)([^`\n]+)`", "`\u2009\\1\u2009`", markdown)


def _standings() -> str:
    rows = [row for row in STANDINGS if row.standing is not Standing.UNTAGGED]
    return "\n".join(f"- {row.glyph} **{row.label}** `{row.key}` {row.meaning}" for row in rows)


def _keys() -> str:
    lines: list[str] = []
    group = None
    for line in sheet_lines():
        if line.group is not group:
            group = line.group
            lines += ["", f"## {group}", ""]
        lines.append(f"- {_spelled(line.held, line.shown)} {line.text}")
    return "\n".join(lines)


def _filters() -> str:
    return "\n".join(f"- `Alt+{key}` {says[:1].lower()}{says[1:]}" for key, says in FILTERS.items())


def _spelled(held: str, keys: tuple[str, ...]) -> str:
    if "to" in keys:
        return f"`{held}{keys[0]}` to `{held}{keys[-1]}`"
    return " or ".join(f"`{held}{key}`" for key in keys)


_FILLED: dict[str, Callable[[], str]] = {
    "{{standings}}": _standings,
    "{{keys}}": _keys,
    "{{filters}}": _filters,
    "{{formats}}": helpformats.formats_said,
    "{{lacking}}": helpformats.lacking,
    "{{readable}}": helpformats.read_back,
    "{{withheld}}": helpformats.withheld,
    "{{library}}": lambda: str(paths.library_path()),
    "{{backups}}": lambda: str(paths.data_dir() / "backups"),
}


class HelpText(QTextBrowser):
    """One page. It fetches nothing and opens nothing outside the help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dark = False
        self.setOpenLinks(False)
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of ``PICTURES``, in the colours of the window; nothing else is ever read."""
        called = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource or called not in PICTURES:
            return None
        shade = "dark" if self.dark else "light"
        image = QImage(str(paths.resource(f"screenshots/{called}-{shade}.png")))
        return image.scaledToWidth(PICTURE_WIDE, Qt.TransformationMode.SmoothTransformation)


class HelpViewer(Veil):
    """The list of pages at the left, one of them at the right."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over, theme)
        self.setAccessibleName("Help")
        self._list = QListWidget(self.sheet)
        self._list.setAccessibleName("Pages of the help")
        self._text = HelpText(self.sheet)
        for name in PAGES:
            item = QListWidgetItem(page_title(name), self._list)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self._list.currentItemChanged.connect(self._turn)
        self._text.anchorClicked.connect(self._follow)
        self._build()
        self._list.setCurrentRow(0)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._turn(self._list.currentItem())

    def show_page(self, name: str) -> None:
        """Turns to a page of ``PAGES``."""
        self._list.setCurrentRow(PAGES.index(name))

    def stops(self) -> list[QWidget]:
        return [self._list, self._text]

    def place(self) -> None:
        wide = min(_WIDE, self.width() - 2 * _MARGIN)
        high = min(_HIGH, self.height() - 2 * _MARGIN)
        top = min(56, (self.height() - high) // 2)
        self.sheet.setGeometry((self.width() - wide) // 2, top, wide, high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.shut()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        title = QLabel("Help", self.sheet)
        title.setFont(ui_font(16, bold=True))
        close = KeyButton("", "Esc", self.sheet)
        close.setAccessibleName("Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.shut)
        self._list.setFixedWidth(196)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for row in range(self._list.count()):
            self._list.item(row).setSizeHint(QSize(0, 30))
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(title)
        side.addWidget(self._list, 1)
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        page.addWidget(self._text, 1)
        columns = QHBoxLayout(self.sheet)
        columns.setContentsMargins(20, 16, 14, 16)
        columns.setSpacing(28)
        columns.addLayout(side)
        columns.addLayout(page, 1)

    def _turn(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        name = item.data(Qt.ItemDataRole.UserRole)
        self._text.dark = self.theme.dark
        self._text.setMarkdown(_roomy(page_text(name)))
        self._text.setAccessibleName(item.text())
        dress(self._text.document(), self.theme)
        self._text.verticalScrollBar().setValue(0)

    def _follow(self, address: QUrl) -> None:
        name = address.toString().removesuffix(".md")
        if name in PAGES:
            self.show_page(name)
