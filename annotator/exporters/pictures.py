"""The logo of a report: a picture from outside, checked and drawn anew, with nothing in it but what is seen.

What a picture says of its making (EXIF, XMP, comments, the name of a colour profile) can tell where
and by whom it was made; none of it is in the one that leaves. Formats: PNG (ISO/IEC 15948) and JPEG
(ISO/IEC 10918).
"""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from annotator.domain.errors import AnnotatorError

MOST_BYTES = 5_000_000
MOST_PIXELS = 25_000_000
"""What is larger could be made to fill the memory, and is no logo."""

LONGEST_SIDE = 1_200
"""Pixels: a logo is printed a few centimetres wide."""

QUALITY = 92


def clean_logo(data: bytes) -> bytes:
    """The picture as it may leave: PNG as PNG, JPEG as JPEG, upright and in sRGB.

    The same bytes give the same again. Raises AnnotatorError for what is no such picture.
    """
    if len(data) > MOST_BYTES:
        raise AnnotatorError(
            f"The logo has {len(data) / 1e6:.0f} MB, and may have {MOST_BYTES / 1e6:.0f}: "
            "save it smaller."
        )
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise AnnotatorError("An SVG cannot be the logo: save it as PNG.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # we have a limit of our own, and count before it is drawn
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as found:
                return _drawn(found)
    except UnidentifiedImageError as error:
        raise AnnotatorError("The logo is no PNG and no JPEG: choose another picture.") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise AnnotatorError("The logo is damaged: choose another picture.") from error


def _drawn(found: Image.Image) -> bytes:
    wide, high = found.size
    if wide * high > MOST_PIXELS:
        raise AnnotatorError(f"The logo is {wide:,} by {high:,} pixels large: save it smaller.")
    form = found.format
    found.load()
    seen = ImageOps.exif_transpose(found)
    seen = _in_srgb(seen, see_through=form == "PNG" and found.has_transparency_data)
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.frombytes(
        seen.mode, seen.size, seen.tobytes()
    )  # nothing of its making comes along
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
    except (
        ImageCms.PyCMSError,
        OSError,
        ValueError,
    ):  # a profile for other colours, or a damaged one
        return picture.convert(mode)
    return drawn if drawn is not None else picture.convert(mode)
