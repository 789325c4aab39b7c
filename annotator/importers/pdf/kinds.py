"""What each paragraph of a PDF is, by the size of its type and by how it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.domain.article import PassageKind
from annotator.importers.pdf.paragraphs import ITEM, Paragraph, Setting

LONGEST_HEADING = 250
_LONGEST_BOLD = 120
_LONGEST_CAPTION = 600
_STOPPED = re.compile(r"[.!?…。,;:][\"'”’»)\]]*\s*$")
_CAPTION = re.compile(
    r"(?i)\s*(?:fig(?:ure|\.)?|table|tab\.?|photo(?:graph)?|image|picture|chart|map|graphic|abb(?:ildung|\.)?|"
    r"tabelle|bild|foto|grafik|karte|figure|tableau|figura|tabla|tabella|imagen|immagine|рис(?:унок|\.)?|"
    r"таблица|фото|şekil|tablo|gambar|tabel|图|圖|表|図|شكل|جدول)\s*\d+\s*[.:–—-]"
)
_CREDIT = re.compile(
    r"(?i)\s*(?:photo(?:graph)?|image|picture|foto|bild|credit|source|quelle|crédit)\s*(?:by\s|:|©)"
)


def kinds_of(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], setting: Setting, named: str
) -> list[PassageKind]:
    """The kind of each paragraph; ``texts`` are their words, ``named`` is the title in the properties."""
    title = _title(paragraphs, texts, setting, named)
    return [
        PassageKind.TITLE if at == title else _kind(paragraph, text, setting)
        for at, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True))
    ]


def _title(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], setting: Setting, named: str
) -> int | None:
    """The largest of the first page, or what the properties call so."""
    first = [
        at for at, one in enumerate(paragraphs) if one.lines[0].page == paragraphs[0].lines[0].page
    ]
    same = [at for at in first if _is_named(texts[at], named)]
    if same:
        return same[0]
    large = [
        at
        for at in first
        if setting.larger(paragraphs[at].size) and len(texts[at]) <= LONGEST_HEADING
    ]
    if not large or len(paragraphs) == 1:
        return None
    return max(large, key=lambda at: (paragraphs[at].size, -at))


def _is_named(text: str, named: str) -> bool:
    """Whether the properties call it so, perhaps with the paper's name behind it."""
    one, two = folded(text), folded(named)
    return bool(one) and (one == two or (one.count(" ") > 1 and two.startswith(f"{one} ")))


def folded(text: str) -> str:
    """The words alone, to compare titles by."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _kind(paragraph: Paragraph, text: str, setting: Setting) -> PassageKind:
    if _CAPTION.match(text) and len(text) <= _LONGEST_CAPTION:
        return PassageKind.CAPTION
    if _CREDIT.match(text) and paragraph.size < 0.95 * setting.size:
        return PassageKind.CAPTION
    if _is_heading(paragraph, text, setting):
        return PassageKind.HEADING
    if paragraph.is_item and not paragraph.lines[0].row:
        return PassageKind.LIST_ITEM
    if _is_quotation(paragraph):
        return PassageKind.QUOTATION
    return PassageKind.BODY


def _is_heading(paragraph: Paragraph, text: str, setting: Setting) -> bool:
    if len(text) > LONGEST_HEADING or not any(map(str.isalpha, text)) or paragraph.lines[0].row:
        return False
    if setting.larger(paragraph.size):
        return True
    short = len(text) <= _LONGEST_BOLD and len(paragraph.lines) <= 2
    return paragraph.bold and short and not _STOPPED.search(text)


def _is_quotation(paragraph: Paragraph) -> bool:
    """Set in from both edges, all its lines."""
    if len(paragraph.lines) < 2:
        return False
    first, column = paragraph.lines[0], paragraph.columns[0]
    lefts = [line.left for line in paragraph.lines]
    widest = max(line.right for line in paragraph.lines)
    inside = 0.9 * first.size
    return (
        max(lefts) - min(lefts) < 2
        and first.left - column.left > inside
        and column.right - widest > inside
    )


def without_bullet(text: str) -> str:
    """A list item's words without a sign that only says that it is one."""
    found = ITEM.match(text)
    return text[found.end() :] if found and found["bullet"] else text
