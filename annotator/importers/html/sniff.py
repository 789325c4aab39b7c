"""How a web page is known by its first bytes."""

from __future__ import annotations

import codecs
import re

_LOOKED_AT = 20_000
_SKIPPED = re.compile(
    r"(?:[\s\ufeff]+|<!--.*?-->|<\?xml[^>]*\?>|<\?[a-z][^>]*>)+", re.IGNORECASE | re.DOTALL
)
_BEGINS = re.compile(
    r"<!doctype\s+html\b|<(?:html|head|body|title|meta|base|link|script|style)(?=[\s/>])",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"</?(?:html|head|body|title|meta|p|div|br|h[1-6]|table|tr|td|ul|ol|li|a|span|b|i|em|strong|font|"
    r"center|article|section|main|header|blockquote|pre|img|hr|frameset)(?=[\s/>])",
    re.IGNORECASE,
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def begins_like_page(data: bytes) -> bool:
    """Whether these bytes begin as no plain text does: with a doctype, html, head or body.

    Blanks, comments and an XML declaration may stand before it. A text that merely has a tag
    in it, even at its beginning, is none.
    """
    text = _beginning(data)
    skipped = _SKIPPED.match(text)
    return bool(_BEGINS.match(text, skipped.end() if skipped else 0))


def has_tags(data: bytes) -> bool:
    """Whether a file that calls itself a web page has anything of one."""
    text = _beginning(data)
    if len(_CONTROLS.findall(text)) * 50 > len(text):
        return False
    return bool(_TAG.search(text) or _TAG.search(data.decode("latin-1")))


def _beginning(data: bytes) -> str:
    """The first characters, in whatever encoding; only ASCII matters."""
    head = data[:_LOOKED_AT]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in head[:64]:
        wide = head.startswith(codecs.BOM_UTF16_BE) or head[:1] == b"\0"
        return head.decode("utf-16-be" if wide else "utf-16-le", "replace").lstrip("\ufeff")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
