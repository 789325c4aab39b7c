"""What came with a claim's text, as the panel shows it: plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkView:
    """Words of the claim, and the address that they led to where the article is from."""

    words: str
    address: str
    shown: str
    """The address as a row has room for it."""


@dataclass(frozen=True, slots=True)
class RemarkView:
    """What the writer noted at this claim; nobody has answered it yet.

    ``n`` counts the remarks of the article from 1. ``says``: "Footnote by the writer". ``address``:
    the first address that it names, "" for none.
    """

    n: int
    says: str
    text: str
    address: str = ""
