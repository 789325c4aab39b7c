"""Which addresses must not be printed for everybody: those that carry a token, or may carry one.

An address with a token opens a door for whoever has it: a signed link of a store, a shared
document, a session. It cannot be told for certain, so when in doubt an address counts as one:
what is missing from a public copy can be cleared, what was printed cannot be called back.

Shapes: query parameters of AWS Signature Version 4, Google Cloud Storage V4 and Azure shared access
signatures; RFC 3986, section 3.2.1 (userinfo); RFC 6749 (OAuth); RFC 7519 (JWT).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

LEFT_OUT = "[…]"
"""Stands where an address was taken out of a text; it is the same in every language."""

_CLICKS = re.compile(
    r"utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igsh|igshid|mc_[ce]id|mkt_tok"
    r"|_hs(?:enc|mi)|vero_id|oly_(?:anon|enc)_id|s_cid|cmpid|smid|ref_src|si",
    re.IGNORECASE,
)
"""Parameters that say who clicked where, and that a page does not need: they go, the address stays."""

_DOORS = (
    "token tok tkn key apikey rlkey authkey resourcekey sig sign signature hmac hash digest auth authuser "
    "oauth authorization access session sess sessionid sid phpsessid jsessionid aspsessionid jwt code pass "
    "passwd password pwd pw secret credential credentials ticket nonce state otp pin magic invite "
    "invitation login user username email mail e sv se sp sr skoid st spr policy expires cookie share "
    "sharing confirm confirmation reset verify verification unsubscribe private"
)
_NAMES = frozenset(_DOORS.split())
"""Words of a parameter's name that tell that a door is opened by its value."""

_SHARING = re.compile(
    r"(?:^|\.)(?:docs|drive|forms|photos\.app|sites)\.goo(?:gle|\.gl)(?:\.com)?$|(?:^|\.)photos\.app\.goo\.gl$"
    r"|(?:^|\.)(?:dropbox|dropboxusercontent|sharepoint|box|wetransfer|icloud|notion|airtable|"
    r"smartsheet|onedrive\.live|zoom|googleusercontent)\.(?:com|us|so|site)$"
    r"|^(?:1drv\.ms|we\.tl|mega\.nz|mega\.co\.nz|notion\.so|discord\.gg|chat\.whatsapp\.com|signal\.group|"
    r"signal\.me|teams\.microsoft\.com|meet\.google\.com|send\.tresorit\.com|paste\.ee|privatebin\.net|"
    r"onionshare\.org|my\.pcloud\.com)$",
    re.IGNORECASE,
)
"""Where an address itself is the key to what was shared; a bare home page is not."""

_INVITATION = re.compile(
    r"^(?:(?:www\.)?t(?:elegram)?\.me/(?:\+|joinchat/)|(?:player\.)?vimeo\.com/(?:video/)?\d+/\w)",
    re.IGNORECASE,
)

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_HEX = re.compile(r"(?<![0-9a-z])(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{16,}(?![0-9a-z])")
_RUN = re.compile(r"[A-Za-z0-9]+")
_TURN = re.compile(r"[a-z](?=[A-Z0-9])|[A-Z](?=[A-Z0-9])|[0-9](?=[A-Za-z])")
_SHORTEST = 16
"""Characters: an id of a video (11) is shorter, a token hardly ever is."""
_LONGEST_WORD = 32
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+", re.UNICODE)
_LOCAL = re.compile(r"(?:^|\.)(?:local|localhost|internal|intranet|lan|home|corp|onion)$|^[\d.]+$")
_IN_TEXT = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,20}:/{1,3}|www\.|(?<![\w@.])[\w-]+(?:\.[\w-]+)+[/?#])[^\s<>\"“”„«»]*",
    re.IGNORECASE,
)
_CLOSING = ".,;:!?)]}'’›"
_DEEPEST = 3
"""So many addresses within each other are looked into (a copy kept by an archive holds one)."""


def public_address(address: str) -> str:
    """The address as everybody may have it: without what tells who clicked; "" where it carries a token."""
    address = address.strip()
    if not address:
        return ""
    plain = _without_clicks(address)
    return "" if carries_token(plain) else plain


def carries_token(address: str) -> bool:
    """Whether the address opens something that not everybody may open, or might do so.

    So does what is no address of the web that everybody reaches: a file, a machine of one's own.
    """
    return _carries(address.strip(), _DEEPEST)


def without_tokens(text: str) -> str:
    """A text somebody wrote, with ``LEFT_OUT`` for each address in it that carries a token."""
    if "/" not in text and "www." not in text:
        return text
    return _IN_TEXT.sub(_in_text, text)


def _in_text(found: re.Match[str]) -> str:
    written = found[0].rstrip(_CLOSING)
    rest = found[0][len(written) :]
    plain = public_address(written)
    return (plain or LEFT_OUT) + rest


def _without_clicks(address: str) -> str:
    """As it is, letter for letter, where there is nothing to take out."""
    parts = _split(address)
    if parts is None or not parts.query:
        return address
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in query if not _CLICKS.fullmatch(name)]
    if len(kept) == len(query):
        return address
    return urlunsplit(parts._replace(query=urlencode(kept))).removeprefix("//")


def _split(address: str) -> SplitResult | None:
    """Its parts; None where it cannot be read. What has no scheme is read as a host and a path."""
    bare = not re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE)
    try:
        parts = urlsplit(f"//{address}" if bare and not address.startswith("//") else address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _carries(address: str, deep: int) -> bool:
    parts = _split(address)
    if parts is None or deep == 0:
        return True
    if parts.scheme.lower() not in ("", "http", "https") or "@" in parts.netloc:
        return True
    host = (parts.hostname or "").rstrip(".")
    if not _HOST.fullmatch(host) or _LOCAL.search(host):
        return True
    return (
        _is_shared(host, parts)
        or _path_carries(parts.path, deep)
        or _query_carries(parts.query, deep)
        or _fragment_carries(parts.fragment, deep)
    )


def _is_shared(host: str, parts: SplitResult) -> bool:
    """Whether it lies where an address is what one has to know."""
    there = bool(parts.path.strip("/") or parts.query or parts.fragment)
    return (there and _SHARING.search(host) is not None) or bool(
        _INVITATION.match(f"{host}{parts.path}")
    )


def _path_carries(path: str, deep: int) -> bool:
    inner = re.search(r"(?:https?|ftp):/{1,2}.*", unquote(path), re.IGNORECASE)
    if inner is not None:
        path = unquote(path)[: inner.start()]
        if _carries(re.sub(r"^(\w+):/(?!/)", r"\1://", inner[0]), deep - 1):
            return True
    for segment in path.split("/"):
        plain, *parameters = segment.split(";")
        if _is_random(unquote(plain)) or any(_query_carries(one, deep) for one in parameters):
            return True
    return False


def _query_carries(query: str, deep: int) -> bool:
    return any(
        _names_a_door(name) or _value_carries(value, deep)
        for name, value in parse_qsl(query, keep_blank_values=True)
    )


def _fragment_carries(fragment: str, deep: int) -> bool:
    """A place in the page, words to be found in it (``:~:text=``), or what a program put there."""
    plain = fragment.partition(":~:")[0]
    if "=" in plain and _query_carries(plain.lstrip("!/?"), deep):
        return True
    return any(_is_random(unquote(segment)) for segment in re.split(r"[/!?&=]", plain))


def _names_a_door(name: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(name)]
    together = re.sub(r"[^a-z0-9]", "", name.lower())
    return (
        bool(_NAMES.intersection((*words, together)))
        or "amz" in words
        or words[:2] == ["x", "goog"]
        or any(part in together for part in ("token", "secret", "signature", "session", "password"))
    )


def _value_carries(value: str, deep: int) -> bool:
    if "@" in value:  # whose address it is
        return True
    if "://" in value:
        return _carries(value.strip(), deep - 1)
    return any(_is_random(part) for part in value.split("/"))


def _is_random(text: str) -> bool:
    """Whether it looks as no word, number or date does, but as a machine draws lots."""
    if _UUID.search(text) or _HEX.search(text.lower()):
        return True
    return any(_is_drawn(run[0]) for run in _runs(text))


def _runs(text: str) -> Iterator[re.Match[str]]:
    return _RUN.finditer(text)


def _is_drawn(run: str) -> bool:
    """Letters and digits in one piece: too long for a word, or changing all the time."""
    if run.isdigit():  # the number of a post or of a story
        return len(run) > _LONGEST_WORD
    if len(run) < _SHORTEST:
        return False
    turns = len(_TURN.findall(run))
    mixed = any(character.isdigit() for character in run)
    return len(run) >= _LONGEST_WORD or turns >= (4 if mixed else len(run) / 3)
