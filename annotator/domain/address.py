"""Web addresses as evidence has them: compared, and shown on a card."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = re.compile(r"utm_.*|fbclid|gclid|msclkid|mc_[ce]id|igshid", re.IGNORECASE)


def address_key(url: str) -> str:
    """What an address is compared by: without scheme, "www.", default port, fragment and trackers.

    What cannot be read as an address is compared as it is.
    """
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port = parts.port
    except ValueError:
        return text.casefold()
    host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    if port not in (None, 80, 443):
        host = f"{host}:{port}"
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = urlencode([(name, value) for name, value in query if not _TRACKING.fullmatch(name)])
    return f"{host}{parts.path.rstrip('/')}{'?' + kept if kept else ''}"


def short_address(url: str) -> str:
    """An address as a card shows it: without scheme and "www."."""
    return re.sub(r"^[a-z][a-z0-9+.-]*://(www\.)?", "", url.strip(), flags=re.IGNORECASE).rstrip(
        "/"
    )
