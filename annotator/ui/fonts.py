"""The fonts that come with Annotator, loaded once, and the few ways they are used.

The same letters stand on every machine: no system font is needed. Sizes are pixels;
a face keeps its name in ``theme.py`` nowhere, only here.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from annotator import paths
from annotator.ui.theme import READING_PIXELS, SMALL_PIXELS, UI_PIXELS

READING = ("Source Serif 4",)
SANS = ("Source Sans 3",)
NASKH = ("Noto Naskh Arabic",)
SYMBOLS = ("Annotator Symbols",)


@cache
def load_fonts() -> tuple[str, ...]:
    """Makes every font of ``resources/fonts`` known to Qt; gives their families' names."""
    families: list[str] = []
    folder = paths.resource("fonts")
    for path in sorted(folder.glob("*")):
        if path.suffix.lower() in (".ttf", ".otf"):
            number = QFontDatabase.addApplicationFont(str(path))
            families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def reading_font(percent: float = 100) -> QFont:
    """The face articles are read in, at a zoom."""
    return _font(READING, READING_PIXELS * percent / 100)


def serif_font(pixels: float, *, bold: bool = False) -> QFont:
    """The reading face in another size."""
    return _weighted(_font(READING, pixels), bold=bold)


def ui_font(pixels: float = UI_PIXELS, *, bold: bool = False) -> QFont:
    """The window's face."""
    return _weighted(_font(SANS, pixels), bold=bold)


def small_font(*, bold: bool = False) -> QFont:
    return ui_font(SMALL_PIXELS, bold=bold)


def glyph_font(pixels: float) -> QFont:
    """The face of the tags' glyphs: the window's in bold, and the symbols where it has none."""
    return _weighted(_font((*SANS, *SYMBOLS), pixels), bold=True)


def _weighted(font: QFont, *, bold: bool) -> QFont:
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return font


def _font(first: tuple[str, ...], pixels: float) -> QFont:
    """A font of its own for the caller, who may change it."""
    return QFont(_made(first, pixels, QGuiApplication.primaryScreen().logicalDotsPerInchY()))


@lru_cache(maxsize=256)  # the panels ask for thirty at every key
def _made(first: tuple[str, ...], pixels: float, dots: float) -> QFont:
    families = [name for name in (*first, *NASKH, *SYMBOLS) if name in _known()]
    font = QFont(families)
    # A size in whole pixels is all setPixelSize takes; points may have fractions.
    font.setPointSizeF(pixels * 72 / dots)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def _known() -> frozenset[str]:
    load_fonts()
    return frozenset(QFontDatabase.families())
