from __future__ import annotations

import io

import pytest
from PIL import Image, PngImagePlugin

from annotator.reporting.pictures import bare


def picture(kind: str, *, progressive: bool = False) -> bytes:
    """A picture that tells who took it, in every place where its kind can."""
    about = Image.Exif()
    about[0x010F] = "SECRET camera"
    out = io.BytesIO()
    drawn = Image.radial_gradient("L").convert("RGB").resize((70, 40))
    if kind == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Author", "SECRET name")
        drawn.save(out, kind, exif=about, pnginfo=told)
    else:
        drawn.save(out, kind, exif=about, comment=b"SECRET", progressive=progressive)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "progressive"), [("PNG", False), ("JPEG", False), ("JPEG", True)])
def test_a_picture_loses_what_it_tells_and_not_one_pixel(kind: str, progressive: bool) -> None:
    data = picture(kind, progressive=progressive) + b"SECRET behind the end"
    found = bare(data)
    assert found is not None
    assert b"SECRET" in data
    assert b"SECRET" not in found.data
    assert (found.kind, found.width, found.height) == (kind.lower(), 70, 40)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(found.data)) as after:
        assert after.tobytes() == before.tobytes()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_half_a_picture_is_none(kind: str) -> None:
    data = picture(kind)
    assert all(bare(data[:size]) is None for size in range(0, len(data) - 12, 5))


def test_what_is_no_picture_is_none() -> None:
    assert bare(b"") is None
    assert bare(b"GIF89a") is None
    assert bare(b"\xff\xd8\xff\xe0junk") is None
