"""Logos: what is one, how large it may be, and that nothing of its making is left in it."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from annotator.domain.errors import AnnotatorError
from annotator.exporters.pictures import LONGEST_SIDE, MOST_BYTES, clean_logo, picture_of

SECRETS = (
    b"Zqartist",
    b"Zqtext",
    b"Zqdesc",
    b"Exif",
    b"XMP",
    b"xpacket",
    b"ICC_PROFILE",
    b"iCCP",
    b"tEXt",
)


def picture(
    form: str,
    size: tuple[int, int] = (40, 20),
    mode: str = "RGB",
    orientation: int = 0,
    **more: object,
) -> bytes:
    """One whose file tells what it may not."""
    exif = Image.Exif()
    exif[0x013B] = "Zqartist"
    if orientation:
        exif[0x0112] = orientation
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Zqtext", zip=False)
    text.add_itxt("XML:com.adobe.xmp", "<?xpacket Zqtext?>")
    out = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    own = {"pnginfo": text} if form == "PNG" else {"comment": b"Zqtext"}
    of = {"exif": exif, "icc_profile": profile, **own, **more}
    drawn = Image.new(mode, size, "teal" if mode != "CMYK" else (9, 9, 9, 9))
    drawn.save(out, form, **of)
    return out.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_nothing_of_its_making_is_left_and_its_pixels_are(form: str) -> None:
    before = picture(form)
    assert any(secret in before for secret in SECRETS)
    after = clean_logo(before)
    assert not [secret for secret in SECRETS if secret in after]
    with Image.open(io.BytesIO(after)) as found:
        assert (found.format, found.size) == (form, (40, 20))
        assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        red, green, blue = found.convert("RGB").getpixel((9, 9))  # type: ignore[misc]
        assert (red < 10, abs(green - 128) < 10, abs(blue - 128) < 10) == (True, True, True)
    assert clean_logo(before) == after


def test_a_picture_that_lies_on_its_side_is_set_upright() -> None:
    with Image.open(io.BytesIO(clean_logo(picture("JPEG", orientation=6)))) as found:
        assert found.size == (20, 40)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "I;16", "CMYK"])
def test_colours_of_every_kind_can_be_shown_and_what_is_see_through_stays_so(mode: str) -> None:
    out = io.BytesIO()
    form = "JPEG" if mode == "CMYK" else "PNG"
    Image.new(mode, (9, 9)).save(out, form)
    with Image.open(io.BytesIO(clean_logo(out.getvalue()))) as found:
        assert found.mode == ("RGBA" if mode in ("RGBA", "LA") else "RGB")


def test_a_profile_that_is_damaged_is_left_out() -> None:
    data = clean_logo(picture("JPEG", icc_profile=b"no profile"))
    assert b"no profile" not in data


def test_a_large_one_is_made_small_enough_to_print() -> None:
    with Image.open(io.BytesIO(clean_logo(picture("PNG", (3_000, 300))))) as found:
        assert found.size == (LONGEST_SIDE, LONGEST_SIDE // 10)


def _bomb() -> bytes:
    """A PNG of a few bytes that says it has ten thousand million pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><svg/>", "SVG"),
        (b"GIF89a", "no PNG and no JPEG"),
        (b"", "no PNG and no JPEG"),
        (picture("PNG")[:200], "damaged"),
        (picture("JPEG")[:-200], "damaged"),
        (_bomb(), "too many pixels"),
        (picture("PNG", (6_000, 6_000)), "6,000 by 6,000"),
        (bytes(MOST_BYTES + 1), "5 MB"),
    ],
)
def test_what_cannot_be_one_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(AnnotatorError, match=says):
        clean_logo(data)
    with pytest.raises(AnnotatorError, match=says):
        picture_of(data)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_format_is_told_its_kind_and_size(form: str) -> None:
    data = clean_logo(picture(form))
    assert picture_of(data) == (form.lower(), 40, 20, data)
