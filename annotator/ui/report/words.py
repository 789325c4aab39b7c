"""How the Report view calls what one can choose."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.domain.edition import Section, Withheld

SECTION: Mapping[Section, str] = {
    Section.SIGNOFF: "Sign-off sheet",
    Section.DECIDE: "For the editor to decide",
    Section.SUMMARY: "Counts, chart and key",
    Section.ARTICLE: "The article, marked",
    Section.CLAIMS: "List of claims",
    Section.EVIDENCE: "Evidence",
    Section.REVIEW: "Review and agreement",
    Section.ASIDE: "Earlier claims and furniture",
}
KIND: Mapping[Withheld, str] = {
    Withheld.EVIDENCE: "Evidence",
    Withheld.NOTES: "Notes",
    Withheld.COMMENTS: "Comments",
    Withheld.CONTACTS: "Contacts and their answers",
    Withheld.REASONS: "Reasons of decisions",
    Withheld.WORDINGS: "Proposed wordings",
    Withheld.FLAGS: "Flags",
    Withheld.HISTORY: "History",
    Withheld.CONFIDENCE: "How sure somebody is",
    Withheld.AGREEMENT: "Agreement",
    Withheld.NAMES: "Names of analysts",
    Withheld.OVERRULED: "Who was overruled",
    Withheld.FILES: "Files and their names",
    Withheld.TOKENS: "Addresses with a token",
    Withheld.HASH: "The text’s hash",
    Withheld.SHORT: "Print them as verified",
}
EDITORS, PUBLIC = "Editor’s copy", "Public copy"
COPY: Mapping[bool, str] = {
    False: "Holds everything but what is for its writer alone, and says so in its first line.",
    True: "Closed: what is listed here stays out of it, unless you tick it.",
}


def copy_name(public: bool) -> str:
    """What this copy is called."""
    return PUBLIC if public else EDITORS
