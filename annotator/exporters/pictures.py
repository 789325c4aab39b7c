"""The logo of a report: a picture from outside, checked and drawn anew, with nothing in it but what is seen.

What a picture says of its making (EXIF, XMP, comments, the name of a colour profile) can tell where
and by whom it was made; none of it is in the one that leaves. ``desk/export_reports.py`` has that done
before a format sees the report; a format asks ``picture_of`` what it has to put in. Formats: PNG
(ISO/IEC 15948) and JPEG (ISO/IEC 10918).
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from annotator.domain.errors import AnnotatorError

MOST_BYTES = 5_000_000
MOST_PIXELS = 25_000_000
"""What is larger could be made to fill the memory, and is no logo."""

LONGEST_SIDE = 1_200
"""Pixels: a logo is printed a few centimetres wide."""

QUALITY = 92


class Picture(NamedTuple):
    """``kind`` is "png" or "jpeg"; width and height are in pixels."""

    kind: str
    width: int
    height: int
    data: bytes


def read_logo(path: Path) -> bytes:
    """The picture in this file, as ``clean_logo`` gives it. Raises AnnotatorError."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no name of a file"
        raise AnnotatorError(f"{path} cannot be read ({why}): choose another picture.") from error
    return clean_logo(data)


def clean_logo(data: bytes) -> bytes:
    """The picture as it may leave: PNG as PNG, JPEG as JPEG, upright and in sRGB.

    The same bytes give the same again. Raises AnnotatorError for what is no such picture.
    """
    with _opened(data) as found:
        return _drawn(found)


def picture_of(data: bytes) -> Picture:
    """What kind of picture it is, and how large. Raises AnnotatorError for what is none."""
    with _opened(data) as found:
        found.load()
        return Picture(str(found.format).lower(), *found.size, data)


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """The picture; what is none, too large or damaged is an AnnotatorError, then or while it is drawn."""
    if len(data) > MOST_BYTES:
        raise AnnotatorError(f"The logo has more than {MOST_BYTES / 1e6:.0f} MB: save it smaller.")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise AnnotatorError("An SVG cannot be the logo: save it as PNG.")
    try:
        with warnings.catch_warnings():
            # Pillow warns of large ones; we have a limit of our own, and look before it is drawn.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as found:
                wide, high = found.size
                if wide * high > MOST_PIXELS:
                    raise AnnotatorError(
                        f"The logo is {wide:,} by {high:,} pixels large: save it smaller."
                    )
                yield found
    except UnidentifiedImageError as error:
        raise AnnotatorError("The logo is no PNG and no JPEG: choose another picture.") from error
    except Image.DecompressionBombError as error:
        raise AnnotatorError("The logo has far too many pixels: save it smaller.") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise AnnotatorError("The logo is damaged: choose another picture.") from error


def _drawn(found: Image.Image) -> bytes:
    form = found.format
    found.load()
    seen = ImageOps.exif_transpose(found)
    seen = _in_srgb(seen, see_through=form == "PNG" and found.has_transparency_data)
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # Nothing of its making comes along with the pixels.
    bare = Image.frombytes(seen.mode, seen.size, seen.tobytes())
    out = io.BytesIO()
    if form == "PNG":
        bare.save(out, "PNG", optimize=True)
    else:
        bare.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _in_srgb(picture: Image.Image, *, see_through: bool) -> Image.Image:
    """The colours as a page shows them that knows no profile."""
    profile = picture.info.get("icc_profile")
    mode = "RGBA" if see_through else "RGB"
    if picture.mode == "CMYK" or not isinstance(profile, bytes) or see_through:
        return picture.convert(mode)
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        drawn = ImageCms.profileToProfile(
            picture.convert("RGB"), own, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A profile for other colours, or a damaged one.
        return picture.convert(mode)
    return drawn if drawn is not None else picture.convert(mode)
