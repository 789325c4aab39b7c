"""Where a link of a page leads."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
_BLANKS = re.compile(r"[\t\n\r\x00]+")
_KEPT = frozenset({"http", "https", "mailto", "ftp", "tel"})
"""What leads to somebody or something else; never a script, data or a file of this machine."""


def target(href: str, base: str = "", *, keep_relative: bool = True) -> str:
    """The absolute address of a link, "" where it leads nowhere that may be kept.

    ``base`` is the page's address. Where that is not known, a relative one stays as it is,
    or is dropped where ``keep_relative`` says so; a place of the same page is dropped.
    """
    href = _BLANKS.sub("", href).strip()
    if not href or href == "#":
        return ""
    if _SCHEME.match(href):
        return href if _scheme(href) in _KEPT else ""
    if base:
        joined = _joined(base, href)
        return joined if _scheme(joined) in _KEPT else ""
    if href.startswith("//"):
        return f"https:{href}"
    return href if keep_relative and not href.startswith("#") else ""


def web_address(address: str, base: str = "") -> str:
    """An address of a page in the web, made absolute; "" for any other."""
    found = target(address, base, keep_relative=False)
    return found if _scheme(found) in ("http", "https") and _host(found) else ""


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:  # brackets that are no address
        return ""


def _scheme(address: str) -> str:
    found = _SCHEME.match(address)
    return found[0][:-1].lower() if found else ""


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
