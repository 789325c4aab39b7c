"""What a PDF says of itself: title, author, when it was made, its language."""

from __future__ import annotations

import ctypes
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pypdfium2.raw as pdfium

from annotator.domain.enclosed import Offered
from annotator.importers.moments import in_iso
from annotator.importers.properties import properties

_DATE = re.compile(
    r"\s*(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?)?"
)


def offered(document: Any) -> tuple[Offered, ...]:
    """What the properties offer."""
    return properties(
        title=_said(document, "Title"),
        author=_said(document, "Author"),
        created=iso(_said(document, "CreationDate")),
        saved=iso(_said(document, "ModDate")),
        language=_language(document),
    )


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
    return raw.decode("utf-16-le", "replace").split("\0")[0]


def iso(date: str) -> str:
    """A PDF's date (ISO 32000, 7.9.4) in ISO 8601, its zone kept; empty for what is no date."""
    found = _DATE.match(date)
    if not found:
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
