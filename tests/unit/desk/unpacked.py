"""Everything that can be read in a file, however it is packed: what a search for a word looks through."""

from __future__ import annotations

import base64
import html
import io
import json
import re
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator

import pikepdf

from annotator.exporters import pdfium

_DATA = re.compile(rb"data:[\w.+/-]*;base64,([A-Za-z0-9+/=]+)")
_SHOWN = re.compile(r"\\u([0-9a-fA-F]{4})")


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes themselves, what is packed in them, and the text that a program shows of them."""
    yield data
    if data.startswith(b"PK\x03\x04"):
        yield from _of_zip(data)
    elif data.startswith(b"%PDF"):
        yield from _of_pdf(data)
    elif data.startswith(b"\x89PNG"):
        yield from _of_png(data)
    else:
        yield from _of_text(data)
    for packed in _DATA.findall(data):
        yield from unpacked(base64.b64decode(packed))


def found_in(data: bytes, words: tuple[str, ...]) -> set[str]:
    """Which of these words are in it, whatever case, and however a line was broken in them."""
    texts = [_plain(part.decode("utf-8", "replace")) for part in unpacked(data)]
    return {word for word in words if any(_plain(word) in text for text in texts)}


def _plain(text: str) -> str:
    """Without what a page puts into a word: soft hyphens, breaks, and joined letters."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\u00ad\u2010\s\x00\x02]+|-\s*\n", "", text)


def _of_zip(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            yield entry.filename.encode()
            yield entry.comment + entry.extra
            yield from unpacked(archive.read(entry))


def _of_pdf(data: bytes) -> Iterator[bytes]:
    with pikepdf.open(io.BytesIO(data)) as document:
        for one in document.objects:
            yield from _strings(one)
            if isinstance(one, pikepdf.Stream):
                try:
                    yield from unpacked(one.read_bytes())
                except pikepdf.PdfError:  # a picture, which is packed as pictures are
                    yield one.read_raw_bytes()
        yield repr(document.docinfo).encode()
    with pdfium.opened(data) as document:
        for page in document:
            text = page.get_textpage()
            yield text.get_text_range().encode("utf-8", "replace")
            text.close()
            page.close()


def _strings(one: pikepdf.Object) -> Iterator[bytes]:
    """The strings of one object; those of others that it names come by themselves."""
    if isinstance(one, pikepdf.String):
        yield str(one).encode("utf-8", "replace")
    elif isinstance(one, pikepdf.Array):
        for inner in one:
            yield from _direct(inner)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for _, inner in one.items():  # noqa: PERF102 - it has no values()
            yield from _direct(inner)


def _direct(inner: object) -> Iterator[bytes]:
    if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
        yield from _strings(inner)


def _of_png(data: bytes) -> Iterator[bytes]:
    """The texts in it that are compressed."""
    for packed in re.findall(rb"(?:zTXt|iTXt|iCCP)[^\0]*\0+(.*?)IEND", data, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(packed)
        except zlib.error:
            continue


def _of_text(data: bytes) -> Iterator[bytes]:
    text = data.decode("utf-8", "replace")
    yield html.unescape(text).encode("utf-8", "replace")
    yield html.unescape(re.sub(r"<[^<>]*>", "", text)).encode("utf-8", "replace")
    yield urllib.parse.unquote(text).encode("utf-8", "replace")
    yield _SHOWN.sub(lambda one: chr(int(one[1], 16)), text).encode("utf-8", "replace")
    if text.lstrip("\ufeff")[:1] in ("{", "["):
        yield json.dumps(json.loads(text), ensure_ascii=False).encode("utf-8", "replace")
