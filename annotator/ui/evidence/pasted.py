"""What a clipboard or a drag brings: a link with its title, a picture, files, or words.

Nothing here contacts an address: a title is what the browser put beside the link.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageReader

_PICTURES = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/tiff": "tif",
    "image/svg+xml": "svg",
}
"""Kinds whose bytes are kept as they came."""
_DRAWN = "image/svg+xml"
_WEB = ("http://", "https://", "ftp://")
_LONGEST_HTML = 200_000
"""Code points of markup that are looked through for a link's title."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """``url`` with its ``title`` where it is a link; ``picture`` is a name and its bytes.

    ``image`` is a picture of which there are no bytes yet: ``as_file`` makes them.
    """

    text: str = ""
    url: str = ""
    title: str = ""
    files: tuple[Path, ...] = ()
    picture: tuple[str, bytes] | None = None
    image: QImage | None = None

    @property
    def empty(self) -> bool:
        things = self.files or self.picture or self.image is not None
        return not (self.text.strip() or self.url or things)


def pasted(data: QMimeData | None) -> Pasted:
    """What is in it; files before a link, a link before words, words before their picture."""
    if data is None:
        return Pasted()
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if files:
        return Pasted(files=files)
    url, title = _link(data)
    if url:
        return Pasted(url, url, "" if title == url else title)
    text = data.text()
    if text.strip() or not has_picture(data):
        return Pasted(text)
    picture = _picture(data)
    return Pasted(picture=picture) if picture else Pasted(image=_image(data))


def only_things(data: QMimeData) -> bool:
    """Whether it is a picture or files rather than words: a copied cell may bring both."""
    files = any(url.isLocalFile() for url in data.urls())
    return files or (has_picture(data) and not data.text().strip())


def has_picture(data: QMimeData) -> bool:
    """Whether there is one, as Qt's or as bytes of a kind that is kept as it came."""
    return data.hasImage() or any(form in _PICTURES for form in data.formats())


def is_link(data: QMimeData) -> bool:
    """Whether it is one address and nothing else."""
    return bool(_link(data)[0])


def _link(data: QMimeData) -> tuple[str, str]:
    """The one address, and its title where the browser brings it."""
    for form, coding in (("text/x-moz-url", "utf-16-le"), ("_NETSCAPE_URL", "utf-8")):
        if data.hasFormat(form):
            said = bytes(data.data(form).data()).decode(coding, "replace").strip("\0\ufeff")
            url, _, title = said.partition("\n")
            if url.strip().startswith(_WEB):
                return url.strip(), _line(title)
    text = data.text().strip()
    urls = [url.toString() for url in data.urls()]
    found = text if text.startswith(_WEB) and len(text.split()) == 1 else ""
    if not found and len(urls) == 1 and not text:
        found = urls[0] if urls[0].startswith(_WEB) else ""
    return found, _line(_title(data.html(), found)) if found and data.hasHtml() else ""


def _title(html: str, url: str) -> str:
    """The words of the link to this address."""
    reader = _Links()
    reader.feed(html[:_LONGEST_HTML])
    reader.close()
    return next((words for href, words in reader.found if href == url), "")


class _Links(HTMLParser):
    """Gathers the links of a stretch of HTML; nothing of it is rendered."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._href: str | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._href, self._words = dict(attrs).get("href"), ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._href is not None:
            self.found.append((self._href, self._words))
            self._href = None

    def handle_data(self, data: str) -> None:
        self._words += data


def _line(text: str) -> str:
    """On one line, without what no line holds."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:1000]


def _picture(data: QMimeData) -> tuple[str, bytes] | None:
    """As it came, unless it can be seen at once that it is no picture."""
    for form in data.formats():
        if form in _PICTURES:
            content = data.data(form)
            if form == _DRAWN or _is_picture(content):
                return _name(_PICTURES[form]), bytes(content.data())
    return None


def _is_picture(content: QByteArray) -> bool:
    """Whether it begins as one of the kinds that can be read does."""
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer).canRead()


def _image(data: QMimeData) -> QImage | None:
    image = data.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


def as_file(image: QImage) -> tuple[str, bytes]:
    """A picture as a file: its name, and its bytes. Of a large one that takes seconds."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return _name("png"), bytes(buffer.data().data())


def _name(suffix: str) -> str:
    return f"picture {datetime.now().astimezone():%Y-%m-%d %H.%M.%S}.{suffix}"
