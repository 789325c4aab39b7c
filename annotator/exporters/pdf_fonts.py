"""Which fonts a PDF is set in: ours, and of the system's those that have what ours lack.

Only what is needed is given to typst, so that nothing else of the machine can show. A font is asked by
its character map (OpenType 1.9, "cmap"); what was read of a file is kept for as long as we run.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont, TTLibError

from annotator import paths

SERIF, SANS, SYMBOLS = "Source Serif 4", "Source Sans 3", "Annotator Symbols"
_OURS = {
    SERIF: "SourceSerif4-Regular.ttf",
    SANS: "SourceSans3-Regular.ttf",
    "Noto Naskh Arabic": "NotoNaskhArabic-Regular.ttf",
    "Noto Serif Hebrew": "NotoSerifHebrew-Regular.ttf",
    "Noto Serif Devanagari": "NotoSerifDevanagari-Regular.ttf",
    SYMBOLS: "AnnotatorSymbols-Regular.ttf",
}
"""Family → the file whose character map stands for all of its faces."""

_PREFERRED = (
    "NotoSerifCJK-Regular",
    "NotoSansCJK-Regular",
    "NotoColorEmoji",
    "NotoSans-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansSymbols-Regular",
    "NotoSansMath-Regular",
    "DejaVuSans",
)
"""What is asked first, by file name; then all other upright faces of regular weight."""

_SKIPPED = ("bold", "italic", "oblique", "mono", "condensed", "light", "thin", "black", "medium")
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_MOST = 3000
"""So many files are looked at; whoever has more fonts has those of Noto among the first."""

_CJK = (
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "HANGUL",
    "BOPOMOFO",
    "IDEOGRAPHIC",
    "FULLWIDTH",
    "HALFWIDTH",
)
_CHINESE = {"zh-tw": "TC", "zh-hant": "TC", "zh-hk": "HK", "zh-mo": "HK", "ja": "JP", "ko": "KR"}


@dataclass(frozen=True)
class Faces:
    """The fonts of one report: families in the order in which they are asked, for either type.

    ``covers``: of each the code points that it has. ``files``: those of the system that are needed.
    """

    serif: tuple[str, ...]
    sans: tuple[str, ...]
    covers: tuple[frozenset[int], ...]
    files: tuple[Path, ...] = ()


def faces(characters: frozenset[int], language: str = "") -> Faces:
    """The fonts for these code points; ``language`` (BCP 47) decides between Chinese and Japanese forms."""
    covers = [_codes(paths.resource("fonts") / name) for name in _OURS.values()]
    left = characters - frozenset().union(*covers)
    families, files = list(_OURS), []
    for path in _of_system() if left else ():
        found = left & _codes(path)
        if found and (family := _family(path, characters, language)):
            families.append(family)
            covers.append(_codes(path))
            files.append(path)
            left -= found
        if not left:
            break
    rest = tuple(one for one in families if one not in (SERIF, SANS))
    return Faces((SERIF, *rest, SANS), (SANS, *rest, SERIF), tuple(covers), tuple(files))


@contextmanager
def loaded(chosen: Faces) -> Iterator[typst.Fonts]:
    """The fonts as typst takes them. It reads folders only, so the few files lie in one meanwhile."""
    ours = str(paths.resource("fonts"))
    with tempfile.TemporaryDirectory(prefix="annotator-fonts-") as folder:
        for number, path in enumerate(chosen.files):
            _put(path, Path(folder) / f"{number}{path.suffix}")
        yield typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[ours, folder]
        )


def _put(path: Path, place: Path) -> None:
    try:
        place.symlink_to(path)
    except OSError:  # Windows allows it to few
        shutil.copyfile(path, place)


@lru_cache(maxsize=4096)
def _codes(path: Path) -> frozenset[int]:
    """The code points a file has glyphs for; none where it is no font that can be read."""
    try:
        with _font(path) as font:
            return frozenset(font.getBestCmap() or ())
    except (TTLibError, OSError, KeyError, AssertionError, ValueError, IndexError):
        return frozenset()


def _font(path: Path) -> TTFont:
    return TTFont(path, fontNumber=0, lazy=True)


@lru_cache(maxsize=256)
def _names(path: Path) -> tuple[str, ...]:
    """The families in a file as typst calls them: a collection has several."""
    with tempfile.TemporaryDirectory(prefix="annotator-fonts-") as folder:
        _put(path, Path(folder) / f"0{path.suffix}")
        found = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        ).fonts()
    return tuple(dict.fromkeys(one.family for one in sorted(found, key=lambda one: one.index)))


def _family(path: Path, characters: frozenset[int], language: str) -> str:
    """The family to ask: of a collection for Chinese, Japanese and Korean the one of the language."""
    names = [one for one in _names(path) if one and "Mono" not in one]
    if len(names) < 2:
        return names[0] if names else ""
    ends = _CHINESE.get(language.lower()) or _CHINESE.get(language.lower().split("-")[0])
    if ends is None:
        kana = any(0x3040 <= one <= 0x30FF for one in characters)
        hangul = any(0xAC00 <= one <= 0xD7AF for one in characters)
        ends = "JP" if kana else "KR" if hangul else "SC"
    return next((one for one in names if one.endswith(ends)), names[0])


@cache
def _of_system() -> tuple[Path, ...]:
    """The system's font files, the most likely first, in an order that is always the same."""
    rank = {name: place for place, name in enumerate(_PREFERRED)}
    found: list[Path] = []
    for folder in _folders():
        for place, _, names in os.walk(folder):
            found += (
                Path(place) / name
                for name in names
                if name.lower().endswith(_SUFFIXES) and not any(s in name.lower() for s in _SKIPPED)
            )
    found.sort(
        key=lambda path: (rank.get(path.stem, len(rank)), "Noto" not in path.stem, str(path))
    )
    return tuple(found[:_MOST])


def _folders() -> Sequence[Path]:
    """Where fonts lie: Linux (XDG Base Directory, fontconfig), macOS, Windows."""
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), _at_home("Library/Fonts")]
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
    shared = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    own = [_at_home(".local/share/fonts"), _at_home(".fonts")]
    return [*(Path(one) / "fonts" for one in shared if one), *own]


def _at_home(name: str) -> Path:
    try:
        return Path.home() / name
    except RuntimeError:
        return paths.NO_HOME / name


def wanted(code: int) -> tuple[str, str]:
    """The font that has a character, and the Debian package it comes in; empty where nobody has it."""
    name = unicodedata.name(chr(code), "")
    if not name or unicodedata.category(chr(code)) in ("Cc", "Co", "Cs", "Cn"):
        return "", ""
    if 0x1F000 <= code <= 0x1FAFF or 0x2600 <= code <= 0x27BF:
        return "Noto Color Emoji", "fonts-noto-color-emoji"
    if name.startswith(_CJK):
        return "Noto Sans CJK", "fonts-noto-cjk"
    if unicodedata.category(chr(code))[0] in "LM" and code > 0x500:
        script = name.split(" ", 1)[0].title()
        return f"Noto Sans {script}", "fonts-noto-core"
    return "Noto Sans Symbols 2", "fonts-noto-core"


def notice(missing: frozenset[int]) -> str:
    """What is to be said of characters that no font has, in one sentence; empty for none."""
    if not missing:
        return ""
    shown = ", ".join(map(_shown, sorted(missing)[:_NAMED]))
    more = f" and {len(missing) - _NAMED:,} more" if len(missing) > _NAMED else ""
    many = len(missing) > 1
    head = (
        f"{len(missing):,} characters have no font and are printed as their code points"
        if many
        else "1 character has no font and is printed as its code point"
    )
    fonts = sorted({one for one in map(wanted, missing) if one[0]})
    wants = " and ".join(f"{name} (Debian: {package})" for name, package in fonts[:_FONTS])
    return f"{head}: {shown}{more}{f'; install {wants}' if wants else ''}."


_NAMED = 8
_FONTS = 3
"""So many characters and fonts are named; the sentence has to be read."""


def _shown(code: int) -> str:
    character = chr(code)
    return f"U+{code:04X} {character}" if character.isprintable() else f"U+{code:04X}"
