"""Word files (.docx and its kin), with their headings, links, footnotes and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.article import PassageKind
from annotator.domain.enclosed import Enclosed
from annotator.domain.errors import AnnotatorError
from annotator.importers.composing import Composer
from annotator.importers.imported import ImportedArticle
from annotator.importers.office_words import changes_notice
from annotator.importers.style_names import style_kind
from annotator.importers.visible import has_visible
from annotator.office.archive import BEGINS, LockedError
from annotator.office.word_package import WordPackage, is_word
from annotator.office.xml import DamagedError

if TYPE_CHECKING:
    from annotator.office.word_styles import Styles
    from annotator.office.word_text import Block

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")

_IS_LOCKED = (
    "It is locked with a password: open it in Word, save it without one, and open that file."
)
_IS_DAMAGED = "{why}; open it in Word or LibreOffice, save it again as .docx, and open that file."
_NOTHING = (
    "There is no text in it, and pictures are not read: choose a file in which the text is text."
)


def sniff(data: bytes, suffix: str) -> bool:
    """A Word file is known by its parts; an archive that is called one and lacks them is ours to refuse."""
    return is_word(data) or (suffix in SUFFIXES and data.startswith(BEGINS))


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:  # noqa: ARG001 - it is always UTF-8 or says so
    """The article that this file shows when every tracked change is accepted.

    Headers, footers and hidden text are none of it; footnotes, endnotes and comments are the
    writer's remarks. Raises AnnotatorError for a file that is damaged or locked, or that shows
    nothing.
    """
    try:
        return _article(WordPackage.of(data), data)
    except LockedError as error:
        raise AnnotatorError(_IS_LOCKED) from error
    except DamagedError as error:
        why = str(error)
        raise AnnotatorError(_IS_DAMAGED.format(why=why[0].upper() + why[1:])) from error


def _article(package: WordPackage, data: bytes) -> ImportedArticle:
    from annotator.importers.word.properties import offered
    from annotator.importers.word.remarks import Places, put_remarks
    from annotator.office.word_styles import Styles
    from annotator.office.word_text import Walk

    styles = Styles.of(package.related("styles"))
    walk = Walk(styles, package.links())
    composer = Composer()
    places, kinds = Places(composer), _Kinds(styles)
    for block in walk.blocks(package.document()):
        places.put(block, kinds.of(block))
    composer.end()
    unplaced = put_remarks(composer, package, places, styles)
    composed = composer.composed()
    if not has_visible(composed.text):
        raise AnnotatorError(_NOTHING)
    notices = (
        changes_notice(walk.changes),
        _contents_notice(walk.contents),
        _unplaced_notice(unplaced),
        _others_notice(walk.others),
    )
    return ImportedArticle(
        composed.text,
        data,
        "",
        "",
        composed.passages,
        Enclosed(composed.links, offered(package), composed.remarks),
        tuple(filter(None, notices)),
        sum("/embeddings/" in name for name in package.archive.names()) + walk.others,
    )


class _Kinds:
    """What kind of passage each block is. The title is the first one that is called so."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._titled = False

    def of(self, block: Block) -> PassageKind:
        kind = self._kind(block)
        if kind is PassageKind.TITLE and block.has_words():
            kind = PassageKind.HEADING if self._titled else kind
            self._titled = True
        return kind

    def _kind(self, block: Block) -> PassageKind:
        from annotator.office.word_names import child, said

        if block.properties is None:
            return PassageKind.BODY
        styles, style = self._styles, self._styles.of_paragraph(block.properties)
        for name in styles.names(style):
            if (kind := style_kind(name)) is not None:
                return kind
        outline = said(block.properties, "outlineLvl") or styles.outline(style)
        if outline and outline != "9":
            return PassageKind.HEADING
        own = child(block.properties, "numPr")
        numbers = styles.numbers(style) if own is None else said(own, "numId")
        return PassageKind.BODY if numbers in ("", "0") else PassageKind.LIST_ITEM


def _contents_notice(lines: int) -> str:
    if not lines:
        return ""
    many = f"{lines:,} lines" if lines > 1 else "1 line"
    return f"The table of contents was left out: {many}, which stand in the text as headings."


def _unplaced_notice(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return "1 comment stands at no place of the text and was not read: look at the original."
    return (
        f"{count:,} comments stand at no place of the text and were not read: look at the original."
    )


def _others_notice(count: int) -> str:
    if not count:
        return ""
    many = f"{count:,} other documents are" if count > 1 else "Another document is"
    return f"{many} embedded in it and not read: look at the original."
