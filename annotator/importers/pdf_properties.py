"""What a PDF says of itself: title, author, when it was made, its language."""

from __future__ import annotations

import ctypes
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pypdfium2.raw as pdfium

from annotator.domain.enclosed import Offered
from annotator.importers.composing import clean
from annotator.importers.moments import in_iso

SOURCE = "the file’s properties"

_JUNK_TITLE = re.compile(
    r"(?i)\s*(?:microsoft (?:word|powerpoint|excel|office)\b.*|untitled.*|unbenannt.*|sans titre.*|"
    r"(?:new |word )?document ?\d*|dokument ?\d*|doc\d*|print(?:ing)?|slide 1|about:blank|"
    r"powerpoint presentation|präsentation.*|page \d+|https?://\S+|"
    r".*\.(?:docx?|docm|odt|rtf|pdf|pages|indd|qxd|tex|dvi|ps|html?|md|txt|pptx?|xlsx?|tmp))\s*"
)
_JUNK_AUTHOR = re.compile(
    r"(?i)\s*(?:(?:microsoft|windows)(?: office)? user|user\d*|owner|admin(?:istrator)?|root|"
    r"unknown|anonymous|author|default|pc\d*|home|test|nobody|none)\s*"
)
_DATE = re.compile(
    r"\s*(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?)?"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def offered(document: Any) -> tuple[Offered, ...]:
    """What the properties offer, leaving out what programs put there by themselves."""
    found: list[Offered] = []
    title = _said(document, "Title")
    if title and not _JUNK_TITLE.fullmatch(title):
        found.append(Offered("title", title, SOURCE))
    author = _said(document, "Author")
    if author and not _JUNK_AUTHOR.fullmatch(author):
        found.append(Offered("author", author, SOURCE))
    made, changed = (iso(_said(document, key)) for key in ("CreationDate", "ModDate"))
    if made:
        found.append(Offered("published", made, f"{SOURCE}: when it was made"))
    if changed and changed != made:
        found.append(Offered("updated", changed, f"{SOURCE}: when it was last changed"))
    language = _language(document)
    if _LANGUAGE.fullmatch(language):
        found.append(Offered("language", language, SOURCE))
    return tuple(found)


def _said(document: Any, key: str) -> str:
    length = pdfium.FPDF_GetMetaText(document, key.encode(), None, 0)
    if not 2 < length <= 4_000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDF_GetMetaText(document, key.encode(), buffer, length)
    return _text(buffer.raw)


def _language(document: Any) -> str:
    length = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < length <= 100:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, length)
    return _text(bytes(buffer))


def _text(raw: bytes) -> str:
    return " ".join(clean(raw.decode("utf-16-le", "replace").split("\0")[0]).split())


def iso(date: str) -> str:
    """A PDF's date (ISO 32000, 7.9.4) in ISO 8601, its zone kept; empty for what is no date."""
    found = _DATE.match(date)
    if not found or int(found[1]) < 1980:
        return ""
    year, month, day = (int(found[part]) for part in (1, 2, 3))
    try:
        if found[4] is None:
            return datetime(year, month, day, tzinfo=UTC).date().isoformat()
        zone = _zone(found)
        at = datetime(
            year, month, day, int(found[4]), int(found[5]), int(found[6] or 0), tzinfo=zone or UTC
        )
    except ValueError:
        return ""
    return in_iso(at if zone else at.replace(tzinfo=None))


def _zone(found: re.Match[str]) -> timezone | None:
    if found[7]:
        return UTC
    if not found[8]:
        return None
    offset = timedelta(hours=int(found[9]), minutes=int(found[10] or 0))
    return timezone(offset if found[8] == "+" else -offset)
