"""An archive of somebody else's is read part by part, and refused before it does harm."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from annotator.office import archive
from annotator.office.archive import Archive, LockedError
from annotator.office.xml import DamagedError


def packed(parts: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def refused(data: bytes, name: str = "a.xml") -> str:
    with pytest.raises(DamagedError) as caught:
        Archive.of(data).xml(name)
    return str(caught.value)


def test_parts_are_named_and_read() -> None:
    found = Archive.of(packed({"a.xml": b"<a>\xc3\xa9</a>", "b/c.bin": b"\0\1"}))
    assert found.names() == ["a.xml", "b/c.bin"]
    assert "b/c.bin" in found
    assert "c.bin" not in found
    assert found.read("b/c.bin") == b"\0\1"
    assert found.xml("a.xml").text == "é"


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_may_be_packed_otherwise(how: int) -> None:
    assert Archive.of(packed({"a.xml": b"<a/>"}, how)).read("a.xml") == b"<a/>"


def test_what_is_missing_or_no_archive_is_said() -> None:
    assert refused(packed({})) == "it is damaged: “a.xml” is missing"
    assert refused(b"PK\x03\x04 and no more") == "it is damaged: it is no archive"
    assert refused(b"") == "it is damaged: it is no archive"


def test_a_bomb_of_one_part_or_of_many_is_refused_by_what_it_says_of_itself() -> None:
    many = {f"{n}": bytes(900_000) for n in range(20)}
    for parts in ({"a.xml": bytes(20_000_000)}, many):
        assert "it would unpack to more than it may" in refused(packed(parts))


def test_a_bomb_beside_what_does_not_shrink_is_refused_when_it_is_unpacked() -> None:
    parts = {"a.xml": bytes(20_000_000)}
    out = io.BytesIO(packed(parts))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_STORED) as made:
        made.writestr("picture", bytes(300_000))
    assert refused(out.getvalue()) == "it is damaged: “a.xml” unpacks to more than it may"


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(packed({"a.xml": bytes(20_000_000)}))
    size = struct.pack("<I", 20_000_000)
    at = data.rindex(size)
    data[at : at + 4] = struct.pack("<I", 500)
    assert refused(bytes(data)).startswith("it is damaged: “a.xml”")


def test_parts_are_counted_together_and_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Archive.of(packed({"a": bytes(1000), "b": bytes(1000)}))
    monkeypatch.setattr(archive, "MOST_BYTES", 1500)
    assert found.read("a") == found.read("a") == bytes(1000)
    with pytest.raises(DamagedError, match=r"“b” unpacks to more than it may$"):
        found.read("b")


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PARTS", 3)
    assert refused(packed(dict.fromkeys("abcd", b""))) == "it is damaged: it has more than 3 parts"


@pytest.mark.parametrize("name", ["../x.xml", "/xx.xml", "a\\x.xml", "a/../xml", "C:x.xml"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    data = packed({"x" * len(name): b""}).replace(b"x" * len(name), name.encode())
    assert refused(data) == "it is damaged: a part's name leads out of it"


def test_two_parts_of_one_name_are_refused() -> None:
    data = packed({"a.xml": b"<a/>", "b.xml": b"<b/>"}).replace(b"b.xml", b"a.xml")
    assert refused(data) == "it is damaged: two of its parts have one name"


def test_an_encrypted_archive_has_its_own_sentence() -> None:
    data = bytearray(packed({"a.xml": b"<a/>"}))
    data[data.index(b"PK\1\2") + 8] |= 1
    with pytest.raises(LockedError, match=r"^it is locked with a password: save it without one$"):
        Archive.of(bytes(data))


EVIL = (
    b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
    b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
    b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a d="&c;">&c;</a>',
)


@pytest.mark.parametrize("data", EVIL)
def test_document_types_and_entities_are_refused(data: bytes) -> None:
    assert refused(packed({"a.xml": data})) == "it is damaged: “a.xml” declares a document type"


@pytest.mark.parametrize("data", [b"", b"<a", b"<a>&e;</a>", b"<a>\0</a>", b"<a>" * 100_000])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    assert refused(packed({"a.xml": data})) == "it is damaged: “a.xml” is no XML"


def test_flipped_bytes_are_refused_or_harmless() -> None:
    data = packed({"a.xml": b"<a>some words</a>" * 20, "b.xml": b"<b/>"})
    for at in range(len(data)):
        for value in (0, 255, data[at] ^ 1):
            flipped = data[:at] + bytes([value]) + data[at + 1 :]
            try:
                found = Archive.of(flipped)
                for name in found.names():
                    found.read(name)
            except DamagedError:
                pass


def test_an_archive_is_written_again_with_a_few_parts_changed() -> None:
    before = packed({"folder/": b"", "a.xml": b"<a/>", "b.bin": bytes(range(256))})
    after = Archive.of(before).with_parts({"a.xml": b"<c/>", "new/d.xml": b"<d/>"})
    found = Archive.of(after)
    assert found.names() == ["folder/", "a.xml", "b.bin", "new/d.xml"]
    read = [found.read(name) for name in found.names()[1:]]
    assert read == [b"<c/>", bytes(range(256)), b"<d/>"]


def test_a_date_before_there_was_zip_is_no_hindrance() -> None:
    data = bytearray(packed({"a.xml": b"<a/>"}))
    for begin, date in ((b"PK\3\4", 10), (b"PK\1\2", 12)):
        at = data.index(begin) + date
        data[at : at + 4] = bytes(4)
    assert Archive.of(Archive.of(bytes(data)).with_parts({})).read("a.xml") == b"<a/>"
