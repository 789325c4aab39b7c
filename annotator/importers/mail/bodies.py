"""Which parts of an e-mail are its text, and which only came along."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.domain.errors import AnnotatorError
from annotator.importers.encodings.decoding import BOM, Decoded, as_guessed, decode, read_as
from annotator.importers.encodings.guess import Guess, guess
from annotator.importers.encodings.labels import codec_of, read_strictly
from annotator.importers.html.decode import declared
from annotator.importers.html.names import RAW
from annotator.importers.html.tokens import End, Start, tokens
from annotator.importers.mail.parts import Part

_HTML = ("text/html", "application/xhtml+xml")
_TEXT = (*_HTML, "text/plain", "text/enriched", "text/richtext", "text/markdown")
_MESSAGE = ("message/rfc822", "message/global")
_SAYS_NOTHING = frozenset(
    [
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "message/delivery-status",
        "message/disposition-notification",
        "text/rfc822-headers",
        "text/x-amp-html",
        "text/watch-html",
    ]
)
_LOCKED = frozenset(
    [
        "multipart/encrypted",
        "application/pgp-encrypted",
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
    ]
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 200_000
"""Bytes of a part in which something has to stand."""

_BLANK = " \t\r\n\f\xa0"
_ASCII = frozenset({"us-ascii", "ascii", "ansi_x3.4-1968", ""})


@dataclass(slots=True)
class Bodies:
    """What was chosen of a mail."""

    texts: list[Part] = field(default_factory=list)
    """In order; a forwarded mail among them stands where it was put in."""
    attached: list[Part] = field(default_factory=list)
    locked: bool = False
    """Something in it is encrypted."""


def is_html(part: Part) -> bool:
    return part.kind in _HTML


def is_message(part: Part) -> bool:
    return part.kind in _MESSAGE and bool(part.parts)


def choose(root: Part) -> Bodies:
    """The parts that a mail program shows as the mail, HTML before plain text."""
    found = Bodies()
    waiting = [root]
    while waiting:
        part = waiting.pop()
        if part.kind in _LOCKED and part.said.get("smime-type") != "signed-data":
            found.locked = True
        elif is_message(part):
            found.texts.append(part)
        elif part.parts:
            waiting += reversed(_of_these(part, found))
        elif _is_attached(part):
            found.attached.append(part)
        elif part.kind in _TEXT:
            found.texts.append(part)
        elif part.kind.startswith("multipart/"):
            found.texts += _unsplit(part)
        elif part.kind not in _SAYS_NOTHING:
            found.attached.append(part)
    return found


def _of_these(part: Part, found: Bodies) -> list[Part]:
    """Which parts of this one are read."""
    if part.kind == "multipart/alternative":
        shown = [one for one in part.parts if not _is_attached(one)] or part.parts
        best = max(range(len(shown)), key=lambda at: (_worth(shown[at]), at))
        found.attached += [one for one in part.parts if _is_attached(one)]
        return [shown[best]]
    if part.kind == "multipart/related":
        root = next((one for one in part.parts if _worth(one)), part.parts[0])
        rest = [one for one in part.parts if one is not root]
        found.attached += [one for one in rest if one.disposition()[0] == "attachment"]
        return [root]
    return part.parts[:1] if part.kind == "multipart/signed" else part.parts


def _unsplit(part: Part) -> list[Part]:
    """What says that it has parts, and has none that can be told apart, is read as text."""
    boundary = part.said.get("boundary", "")
    if boundary and f"--{boundary}".encode("utf-8", "surrogateescape") in part.raw:
        return []
    part.kind = "text/plain"
    return [part]


def _is_attached(part: Part) -> bool:
    if part.kind in _MESSAGE or part.kind.startswith("multipart/"):
        return False
    shown, _ = part.disposition()
    return shown == "attachment" or (bool(part.file_name()) and part.kind in _TEXT and shown != "")


def _worth(part: Part) -> int:
    """2 for HTML in which something stands, 1 for such a text, 0 for anything else."""
    best = 0
    for one in part.leaves():
        if one.kind in _TEXT and not _is_attached(one) and _shows(one):
            best = max(best, 2 if is_html(one) else 1)
    return best


def _shows(part: Part) -> bool:
    source = part.data()[:_LOOKED_AT].decode("latin-1")
    if not is_html(part):
        return bool(source.strip(_BLANK))
    unseen = False
    for token in tokens(source):
        if isinstance(token, Start):
            unseen = token.tag in RAW
        elif isinstance(token, End):
            unseen = False
        elif isinstance(token, str) and not unseen and token.strip(_BLANK):
            return True
    return False


def text_of(part: Part, encoding: str | None = None) -> Decoded:
    """The text of a part, in whatever encoding it really is; never refused, unless by a name given.

    What its header says is believed while every byte fits; UTF-8 comes before what any bytes fit.
    """
    data = part.data()
    if encoding is not None or data.startswith(_MARKS):
        try:
            return decode(data, encoding)
        except AnnotatorError:
            if encoding is not None:
                raise
    label = part.said.get("charset", "").strip().lower()
    if label in _ASCII:
        label = declared(data) if is_html(part) else ""
    codec = (
        "utf-7" if label in ("utf-7", "unicode-1-1-utf-7") else codec_of(label) if label else None
    )
    utf8 = None if data.isascii() and codec else read_strictly(data, "utf-8")
    if utf8 is not None:
        return read_as(utf8.removeprefix(BOM), "utf-8", "and every byte of it fits")
    text = read_strictly(data, codec) if codec else None
    if text is not None and codec:
        return read_as(text.removeprefix(BOM), codec, "as the e-mail says")
    found = guess(data)
    if found is not None:
        return as_guessed(found)
    codec = codec or "cp1252"
    words = data.decode(codec, "replace")
    if "\ufffd" not in words:
        return as_guessed(Guess(words, codec, certain=False))
    why = "though not every byte fits: look for \ufffd"
    return read_as(words, codec, why, certain=False)
