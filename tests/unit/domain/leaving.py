"""What becomes of each field of a report in a public copy: the table that tests of it read.

A field that is not here fails a test until somebody has decided about it.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.domain.edition import Withheld

Kinds = frozenset[Withheld] | None
STAYS: Kinds = frozenset()
NEVER: Kinds = None
"""It leaves in no public copy, whatever is cleared."""


def out(*kinds: Withheld) -> Kinds:
    """It leaves where all of these are cleared."""
    return frozenset(kinds)


_TOLD = out(Withheld.HISTORY)
_PASSED = out(Withheld.HISTORY, Withheld.NAMES)
_COPIED = out(Withheld.HISTORY, Withheld.HASH)
_MEASURED = out(Withheld.AGREEMENT)
_ITEM = out(Withheld.EVIDENCE)
_ASKED = out(Withheld.EVIDENCE, Withheld.CONTACTS)
_KEPT = out(Withheld.EVIDENCE, Withheld.FILES)
_SURE = out(Withheld.CONFIDENCE)

TABLE: Mapping[str, Mapping[str, Kinds]] = {
    "AgreementLine": dict.fromkeys(
        ("label", "agreed", "of", "percent", "kappa", "alpha", "ac1"), _MEASURED
    ),
    "Analyst": {"id": out(Withheld.NAMES), "name": out(Withheld.NAMES)},
    "Article": {
        "id": out(Withheld.HASH),
        "text": STAYS,
        "sha256": out(Withheld.HASH),
        **dict.fromkeys(
            ("title", "publisher", "author", "published", "updated", "language"), STAYS
        ),
        "address": out(Withheld.TOKENS),
        "file_name": out(Withheld.FILES),
        "encoding": _TOLD,
        "imported_at": _TOLD,
        "imported_by": out(Withheld.HISTORY, Withheld.NAMES),
    },
    "Assessment": {
        **dict.fromkeys(("tag", "not_checkable", "confirmed", "because", "audience"), STAYS),
        "note": out(Withheld.NOTES),
        "why": out(Withheld.REASONS),
        "seen": NEVER,
        "against": NEVER,
        "confidence": _SURE,
        "type": _SURE,
        "wording": out(Withheld.WORDINGS),
        "flag": out(Withheld.FLAGS),
        "facts": _SURE,
        "relations": out(Withheld.CONFIDENCE, Withheld.HASH),
    },
    "Attribution": {
        "id": NEVER,
        "claim": out(Withheld.HASH),
        "named_in": out(Withheld.HASH, Withheld.NAMES),
        **dict.fromkeys(("source", "cue", "content", "kind", "mode", "via"), STAYS),
    },
    "Beside": {
        "reminders": NEVER,
        "wordings": out(Withheld.WORDINGS),
        "short": NEVER,  # it is said of any claim then, not of this one's evidence
        "lacks": out(Withheld.SHORT),
    },
    "Comment": {
        "id": NEVER,
        "claim": out(Withheld.COMMENTS, Withheld.HASH),
        "analyst": out(Withheld.COMMENTS, Withheld.NAMES),
        "text": out(Withheld.COMMENTS),
        "written": out(Withheld.COMMENTS, Withheld.HISTORY),
        "answers": NEVER,
        "gone": out(Withheld.COMMENTS),
    },
    "Contact": {
        "id": NEVER,
        **dict.fromkeys(("whom", "when", "how", "said", "audience"), _ASKED),
    },
    "Decision": {
        "reviewer": out(Withheld.NAMES),
        "outcome": STAYS,
        "reason": out(Withheld.REASONS),
        "over": out(Withheld.OVERRULED, Withheld.NAMES),
        "elsewhere": out(Withheld.OVERRULED, Withheld.NAMES, Withheld.HASH),
        "decided": _TOLD,
        "order": NEVER,
    },
    "Drawn": {
        "analyst": out(Withheld.HISTORY, Withheld.NAMES),
        "at": _TOLD,
        "n": _TOLD,
        "seed": _TOLD,
        "claims": _COPIED,
    },
    "Edit": {"header": NEVER, "parts": NEVER},
    "Flag": dict.fromkeys(("kind", "text", "day"), out(Withheld.FLAGS)),
    "Header": dict.fromkeys(
        ("id", "at", "clock", "analyst", "kind", "version", "undoes", "nonce", "seals"), NEVER
    ),
    "Held": {
        "analyst": out(Withheld.NAMES),
        "assessment": STAYS,
        "changed": _TOLD,
        "record": STAYS,
        "judged": _TOLD,
    },
    "Item": {
        **dict.fromkeys(
            ("title", "publisher", "published", "accessed", "medium", "language", "reliability"),
            _ITEM,
        ),
        "url": out(Withheld.EVIDENCE, Withheld.TOKENS),
        "archive": out(Withheld.EVIDENCE, Withheld.TOKENS),
        "note": out(Withheld.EVIDENCE, Withheld.NOTES),
        "copy_of": NEVER,
        "audience": _ITEM,
        "primary": _ITEM,
        "contacts": _ASKED,
        "files": _KEPT,
        "id": NEVER,
        "owner": out(Withheld.EVIDENCE, Withheld.NAMES),
        "at": NEVER,
    },
    "KeptFile": {
        **dict.fromkeys(("sha256", "name", "size", "audience"), _KEPT),
        "kept": out(Withheld.EVIDENCE, Withheld.FILES, Withheld.HISTORY),
        "how": out(Withheld.EVIDENCE, Withheld.FILES, Withheld.HISTORY),
    },
    "Link": {
        "item": NEVER,
        **dict.fromkeys(("stance", "quote", "locator", "credibility", "private"), _ITEM),
        "at": NEVER,
    },
    "Linked": {"link": _ITEM, "item": _ITEM},
    "Match": dict.fromkeys(("claim", "other", "how"), _COPIED),
    "Part": dict.fromkeys(("edit", "part_class", "article", "salt", "body"), NEVER),
    "Pass": {
        "state": _PASSED,
        "submission": NEVER,
        "order": NEVER,
        "submitted": _PASSED,
        "answered_by": _PASSED,
        "answered": _PASSED,
        "reason": out(Withheld.HISTORY, Withheld.NAMES, Withheld.REASONS),
    },
    "Hyperlink": {"start": STAYS, "end": STAYS, "target": out(Withheld.TOKENS)},
    "Passage": dict.fromkeys(("kind", "start", "end"), STAYS),
    "Quoted": dict.fromkeys(("text", "span"), STAYS),
    "Record": dict.fromkeys(("evidence", "attributions"), STAYS),
    "Reminder": {
        "rule": out(Withheld.SHORT),
        "why": out(Withheld.SHORT),
        "says": NEVER,
        "said": NEVER,
    },
    "Report": {
        **dict.fromkeys(
            ("article", "passages", "claims", "analysts", "made_at", "veiled", "edition"), STAYS
        ),
        "log": NEVER,
        "maker": out(Withheld.NAMES),
        "comments": out(Withheld.COMMENTS),
        "passes": _PASSED,
        "stage": _TOLD,
        "changes": _TOLD,
        "revisions": _COPIED,
        "draws": _TOLD,
        "blind": _PASSED,
        "first_tag": _TOLD,
        "carried": _TOLD,
        "agreement": _MEASURED,
        "figures": _MEASURED,
        "sources": STAYS,
        "beside": STAYS,
        "links": STAYS,
        "original": NEVER,
    },
    "ReportClaim": {
        "id": out(Withheld.HASH),
        **dict.fromkeys(
            ("number", "span", "text", "retired", "held", "decisions", "printed"), STAYS
        ),
    },
    "Revision": {
        "analyst": out(Withheld.HISTORY, Withheld.HASH, Withheld.NAMES),
        **dict.fromkeys(("article", "earlier", "at", "matches"), _COPIED),
    },
    "Ruled": {
        "reviewer": out(Withheld.NAMES),
        "decision": STAYS,
        "stale": _TOLD,
        "overruled": out(Withheld.OVERRULED, Withheld.NAMES),
    },
    "Says": {"label": NEVER, "values": NEVER},
    "Seal": dict.fromkeys(("part_class", "article", "digest"), NEVER),
    "Span": dict.fromkeys(("start", "end"), STAYS),
    "Stage": {
        "stage": _TOLD,
        "analyst": out(Withheld.HISTORY, Withheld.NAMES),
        "at": _TOLD,
        "reason": out(Withheld.HISTORY, Withheld.REASONS),
        "digests": NEVER,
    },
    "Wording": dict.fromkeys(("text", "taken"), out(Withheld.WORDINGS)),
}
