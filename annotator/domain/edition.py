"""In which form a report leaves: for whom, with which sections, under which title, in which language.

There are two copies of a report. The *editor's copy* holds all but what is for its writer only
and says so on its first line. The *public copy* is closed: ``Withheld`` names what stays out of
it unless somebody clears that kind, one by one; what has an audience of its own (notes, evidence,
contacts, files) is in it as well where it was cleared by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """One part of a report for readers; the values stand on the command line and in presets."""

    SIGNOFF = "signoff"
    DECIDE = "decide"
    SUMMARY = "summary"
    ARTICLE = "article"
    CLAIMS = "claims"
    EVIDENCE = "evidence"
    REVIEW = "review"
    ASIDE = "aside"


SECTIONS: tuple[Section, ...] = tuple(one for one in Section if one is not Section.SIGNOFF)
"""What a report has where nobody chose, in this order: everything but the sign-off sheet."""


HOLDS: dict[Section, str] = {
    Section.SIGNOFF: "the sign-off sheet: what is open, disputed or short, and a line to sign",
    Section.DECIDE: "what the editor must decide: open claims, wordings, flags, what falls short",
    Section.SUMMARY: "the counts, the chart of the tags and the key",
    Section.ARTICLE: "the article as a page, with its highlights",
    Section.CLAIMS: "every claim with what is held of it",
    Section.EVIDENCE: "the list of evidence",
    Section.REVIEW: "how the review went, and agreement",
    Section.ASIDE: "earlier claims and page furniture of which something is held",
}
"""What each part of a report holds."""


class Withheld(StrEnum):
    """What a public copy leaves out; the values stand on the command line and in presets."""

    EVIDENCE = "evidence"
    NOTES = "notes"
    COMMENTS = "comments"
    CONTACTS = "contacts"
    REASONS = "reasons"
    WORDINGS = "wordings"
    FLAGS = "flags"
    HISTORY = "history"
    CONFIDENCE = "confidence"
    AGREEMENT = "agreement"
    NAMES = "names"
    OVERRULED = "overruled"
    FILES = "files"
    TOKENS = "tokens"
    HASH = "hash"
    SHORT = "short"


MEANING: dict[Withheld, str] = {
    Withheld.EVIDENCE: "evidence that was not cleared by itself",
    Withheld.NOTES: "notes that were not cleared by themselves",
    Withheld.COMMENTS: "comments",
    Withheld.CONTACTS: "whom somebody asked, and what they said",
    Withheld.REASONS: "the reasons of decisions",
    Withheld.WORDINGS: "proposed wordings",
    Withheld.FLAGS: "flags",
    Withheld.HISTORY: "who did what and when, passes, draws, and what is held of earlier claims",
    Withheld.CONFIDENCE: "how sure somebody is, types, relations and ticked facts",
    Withheld.AGREEMENT: "agreement",
    Withheld.NAMES: "the names of analysts",
    Withheld.OVERRULED: "who was overruled, and who holds what where people differ",
    Withheld.FILES: "files and their names",
    Withheld.TOKENS: "addresses that carry a token",
    Withheld.HASH: "the hash of the text, and ids that are made of it: it can betray a leaked copy",
    Withheld.SHORT: "verified claims that fall short of their rule, which else are “not settled”",
}
"""What each kind is, for whoever is to clear it."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the check, for formats that name one; empty where nobody said so."""

    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """How one report is to leave.

    ``sections`` in their order. ``title`` stands for the article's where it is not empty.
    ``logo`` is a picture (PNG or JPEG), empty for none. ``labels`` is the language of what we
    print ourselves (ISO 639-1). ``pseudonyms``: analysts are called A, B, C.
    """

    public: bool = False
    cleared: frozenset[Withheld] = frozenset()
    sections: tuple[Section, ...] = SECTIONS
    title: str = ""
    logo: bytes = b""
    labels: str = "en"
    pseudonyms: bool = False
    publisher: Publisher = Publisher()

    def withholds(self, kind: Withheld) -> bool:
        """Whether this kind stays out."""
        return self.public and kind not in self.cleared


EDITORS_COPY = Edition()
PUBLIC_COPY = Edition(public=True)
