"""Which addresses may be printed for everybody, of real shapes; the keys in them are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.tokens import LEFT_OUT, carries_token, public_address, without_tokens

PLAIN = (
    "https://example.org/toll",
    "https://www.example.org/map?a=1&b=2",
    "https://web.archive.org/web/20240104120000/https://www.example.org/2024/01/at-least-95-killed",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://twitter.com/rudaw/status/1742897345678901234",
    "https://en.wikipedia.org/wiki/2024_Kerman_bombings#cite_note-5",
    "https://www.bbc.com/news/world-middle-east-67872281",
    "https://www.theguardian.com/world/2024/jan/03/iran-explosions-killed-near-qassem-suleimani-tomb",
    "https://www.reuters.com/world/middle-east/least-103-killed-iranian-explosions-near-commander-soleimanis-tomb-2024-01-04/",
    "https://archive.ph/AbC1d",
    "https://perma.cc/ABCD-1234",
    "https://doi.org/10.1016/j.cell.2020.01.001",
    "https://fa.wikipedia.org/wiki/%D8%A7%DB%8C%D8%B1%D8%A7%D9%86",
    "https://www.isna.ir/news/1402101309170/x",
    "https://example.org/article?id=12345&page=2",
    "https://medium.com/@user/some-title",
    "https://example.org/#:~:text=at%20least%2095",
    "https://apnews.com/hub/iran",
    "https://www.gov.uk/government/publications/english-indices",
    "https://www.mehrnews.com/photo/5988012/",
    "www.example.org/page",
    "https://example.org/search?q=long+search+words+with+blanks+in+them",
    "https://dropbox.com",
    "https://länder.example/x",
)
"""What readers of a check follow: papers, archives, posts, encyclopaedias, registries."""

TOKENS = (
    "https://bucket.s3.amazonaws.com/f.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA/20240104/us-east-1/s3/aws4_request&X-Amz-Signature=ab",
    "https://storage.googleapis.com/b/o?X-Goog-Signature=1",
    "https://acc.blob.core.windows.net/c/b?sv=2020-08-04&se=2024-01-05&sr=b&sp=r&sig=Zm9v",
    "https://docs.google.com/document/d/1A2b3C/edit?usp=sharing",
    "https://drive.google.com/file/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/view",
    "https://www.dropbox.com/s/2ab3cd4ef5gh6ij/x.pdf?dl=0",
    "https://1drv.ms/b/s!Aq",
    "https://contoso.sharepoint.com/:w:/s/x/EabcDEF",
    "https://anna:secret@example.org/x",
    "https://example.org/x?token=a",
    "https://example.org/x?access_token=a",
    "https://example.org/x?accessToken=a",
    "https://example.org/x;jsessionid=ABC",
    "https://example.org/#access_token=abc",
    "https://example.org/reset/550e8400-e29b-41d4-a716-446655440000",
    "https://example.org/a/9f86d081884c7d659a2feaa0c55ad015",
    "https://web.archive.org/web/2024/https://example.org/x?token=a",
    "https://example.org/?u=https%3A%2F%2Fexample.org%2F%3Fsig%3Dx",
    "https://example.org/x?q=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc",
    "https://t.me/+AbCdEf",
    "https://web.archive.org/web/2024/https://example.org/s/9f86d081884c7d659a2feaa0c55ad015",
    "https://web.archive.org/web/2024/https%3A%2F%2Fexample.org%2F%3Ftoken%3Da",
    "https://example.org/?u=https%3A%2F%2Fdocs.google.com%2Fdocument%2Fd%2F1",
    "https://example.org/?who=anna@desk.example",
    "https://example.org/?X-Goog-Date=1",
    "https://vimeo.com/123456789/abcdef1234",
    "file:///home/anna/x.pdf",
    "http://localhost:8080/x",
    "http://intranet/x",
    "http://192.168.0.1/x",
    "https://example.org/x?email=anna@desk.org",
    "https://mega.nz/file/abc#key",
    "https://[bad",
    "not an address",
    "mailto:anna@desk.org",
    "https://photos.app.goo.gl/abc",
    "https://chat.whatsapp.com/abc",
    "https://example.org:99999/x",
    "https://example.org/x?next=https%3A%2F%2Fexample.org%2F%3Fnext%3Dhttps%253A%252F%252Fexample.org%252F%253Fnext%253Dhttps%25253A%25252F%25252Fexample.org",
    "https://example.org/s/aBcDeFgHiJkLmNoP",
    "https://example.org/s/zaqwsxcderfvbgtyhnmjuiklopzaqwsx",
    "https://example.org/123456789012345678901234567890123",
    "https://example.org/#/s/1BxiMVs0XRA5nFMdKvBdBZ",
    "https://example.org/x?q=eyJhbGciOiJIUzI1NiJ9",
    "https://example.org/x?d=1BxiMVs0XRA5nFMdKvBdBZ/2",
)
"""Signed links, shared documents, sessions, invitations, machines of one's own, and what is no address."""


@pytest.mark.parametrize("address", PLAIN)
def test_an_address_that_everybody_can_open_stays_letter_for_letter(address: str) -> None:
    assert public_address(address) == address
    assert without_tokens(f"See {address}, please.") == f"See {address}, please."


@pytest.mark.parametrize("address", TOKENS)
def test_an_address_that_may_open_a_door_goes_whole(address: str) -> None:
    assert carries_token(address)
    assert public_address(address) == ""


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("https://example.org/x?fbclid=IwAR0abcdefGHIJKLmnop123456789", "https://example.org/x"),
        ("https://example.org/x?a=1&utm_source=mail&b=2", "https://example.org/x?a=1&b=2"),
        ("example.org/x?gclid=1", "example.org/x"),
        ("https://example.org/x?fbclid=1&token=2", ""),
        ("  ", ""),
    ],
)
def test_who_clicked_is_taken_out_of_an_address_that_stays(written: str, left: str) -> None:
    assert public_address(written) == left


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (
            "Read https://example.org/x?token=abc, then (file:///home/anna/x).",
            "Read […], then ([…]).",
        ),
        ("docs.google.com/document/d/x! and www.example.org", "[…]! and www.example.org"),
        ("He/she said 3/4, and/or a.b/c none.", "He/she said 3/4, and/or a.b/c none."),
        ("No address at all.", "No address at all."),
        ("“https://anna:pw@example.org/”", "“[…]”"),
        ("گفت https://example.org/?sig=ABC؟", "گفت […]"),
    ],
)
def test_addresses_with_a_token_go_out_of_what_somebody_wrote(written: str, left: str) -> None:
    assert without_tokens(written) == left


@given(st.text(alphabet=st.characters(codec="utf-8")) | st.sampled_from(TOKENS + PLAIN))
def test_whatever_is_written_is_read_and_what_is_left_carries_none(text: str) -> None:
    left = without_tokens(text)
    assert without_tokens(left) == left
    assert public_address(public_address(text)) == public_address(text)
    assert public_address(text) == "" or not carries_token(public_address(text))


@given(st.sampled_from(TOKENS[:20]), st.text(alphabet="abc .,()"))
def test_no_token_is_hidden_by_the_words_around_it(address: str, around: str) -> None:
    assert address not in without_tokens(f"{around} {address} {around}")
    assert LEFT_OUT in without_tokens(f"{around} {address} {around}")
