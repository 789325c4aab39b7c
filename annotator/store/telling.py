"""An edit in words: what it did to which claims, "untagged → disputed" where it judged one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.assessment import Assessment, is_field, read_fields
from annotator.domain.canonical import Json
from annotator.domain.edits.form import LARGEST, Edit, Header
from annotator.domain.edits.kinds import KINDS, known
from annotator.domain.edits.writes import Cut, Own, Paint, Say, Write
from annotator.domain.record_words import ARROW, Done, dashless, disputed, quoted
from annotator.domain.tags import ROW, Tag
from annotator.store import erased, log
from annotator.store.before import Before
from annotator.store.claiming import Place, spans_of
from annotator.store.library import Library, Row
from annotator.store.telling_record import RecordTeller

JUDGING = ("judgement", "confirmed")

Placed = tuple[ArticleId | None, Write]
"""A write, and the article of its part."""


WHOLE = (
    "AddEvidence",
    "Carry",
    "EditEvidence",
    "KeepRemark",
    "LinkEvidence",
    "RemoveAttribution",
    "RemoveEvidence",
    "Restore",
    "SetAttribution",
    "TakeOver",
)
"""Kinds that write of items and attributions, which belong to a claim's story too."""


ERASED = "what it said was erased"

SHORT = 4_000
"""Characters of a part that is looked into before it is told."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an edit did, and the claims it touched, in reading order.

    ``brief`` says it without what was before: "disputed" for "untagged → disputed".
    """

    does: str
    brief: str
    claims: tuple[ClaimId, ...]
    spans: tuple[Span, ...]


class Teller:
    """Tells edits; of one claim only, where that is named. It asks nothing twice.

    ``viewer`` is the person who reads it, and is told what only she may know.
    """

    def __init__(self, library: Library, claim: ClaimId | None, viewer: str | None = None) -> None:
        self._library = library
        self._claim = claim
        self._targets: dict[str, Header] = {}
        self._edits: dict[str, Edit] = {}
        """What was read ahead."""
        self._before = Before(library)
        self._record = RecordTeller(library, self._before, viewer)
        self._places: dict[ClaimId, Place] = {}
        self._written: dict[str, list[Row]] | None = None

    def target(self, header: Header) -> Header:
        """The edit taken back or given back; itself where it does neither, or that is not here."""
        if header.undoes is None:
            return header
        if header.undoes not in self._targets:
            found = log.headers(self._library, [header.undoes])
            self._targets[header.undoes] = found[0] if found else header
        return self._targets[header.undoes]

    def look_ahead(self, headers: Sequence[Header]) -> None:
        """Reads at once what telling these one by one would ask one by one."""
        undone = {one.undoes for one in headers if one.undoes is not None} - set(self._targets)
        self._targets |= {one.id: one for one in log.headers(self._library, undone)}
        wanted = {self.target(header).id for header in headers}
        self._edits = {edit.header.id: edit for edit in log.edits(self._library, wanted)}
        owns = [
            (edit.header, write)
            for edit in self._edits.values()
            for part in edit.parts
            # A bulk edit is read once, when it is told: it may be as long as an article.
            if len(part.body) <= SHORT
            for write in part.writes
            if isinstance(write, Own)
        ]
        for about in ("claim", "attribution"):
            self._before.look_ahead(
                about, [(own.id, header.analyst) for header, own in owns if own.about == about]
            )
        self._placed_at(list(dict.fromkeys(self._claims_of(owns))))

    def _claims_of(self, owns: Iterable[tuple[Header, Own]]) -> Iterable[ClaimId]:
        for header, own in owns:
            if own.about == "claim":
                yield ClaimId(own.id)
            elif own.about == "attribution":
                yield from self._record.claims(header, own)

    def person(self, analyst: str) -> str:
        """Whose id this is."""
        return self._before.person(analyst)

    def told(self, header: Header) -> Told:
        """What this edit did."""
        if not known(header.kind, header.version):
            said = f"something this version does not know ({header.kind})"
            return Told(said, said, (), ())
        placed = self._placed(header)
        if not placed and erased.is_erased(self._library, header):
            return Told(ERASED, ERASED, (), ())
        claims, spans = self._claims_in(header, placed)
        done = self._done(header, [write for _, write in placed], claims)
        return Told(done.does, done.brief, claims, spans)

    def _placed(self, header: Header) -> list[Placed]:
        """What an edit writes; of the one claim only, where that is named."""
        if self._claim is not None and header.kind not in WHOLE:
            rows = self._of_claim().get(header.id, [])
            if rows and all(form == "own" for _, form, _, _ in rows):
                return [
                    (article, Own("claim", self._claim, field, json.loads(value)))
                    for article, _, field, value in rows
                ]
        edit = self._edits.get(header.id) or log.edits(self._library, [header.id])[0]
        parts = edit.parts
        return [(part.article, write) for part in parts for write in part.writes]

    def _of_claim(self) -> dict[str, list[Row]]:
        """Edit → (article, form, field, value) of what it writes of the one claim."""
        if self._written is None:
            self._written = {}
            for edit, *row in self._library.rows(_OF_CLAIM, (self._claim,)):
                self._written.setdefault(edit, []).append(tuple(row))
        return self._written

    def _done(self, header: Header, writes: Sequence[Write], claims: Sequence[ClaimId]) -> Done:
        """What the edit did. Of one claim that it judged: how it stood before and after."""
        claim = claims[0] if len(claims) == 1 else None
        done = self._record.done(header, writes, claim)
        judged = self._judged(header, writes, claim) if claim else None
        if done is not None and judged is None and _confirms(writes):
            return Done(f"{done.does}; confirmed", done.brief)
        if done is None or judged is None:
            said = KINDS[header.kind].says(writes)
            return done or judged or Done(said, said)
        return Done(f"{done.does}; {judged.does}", f"{done.brief}, {judged.brief}")

    def _judged(self, header: Header, writes: Sequence[Write], claim: ClaimId) -> Done | None:
        """How the claim stood before this edit and with it; None where that is the same."""
        fields = {
            write.field: write.value
            for write in writes
            if isinstance(write, Own)
            and write.about == "claim"
            and write.id == claim
            and is_field(write.field)
        }
        if not any(field in fields for field in JUDGING):
            return None
        held = {field: self._value(header, claim, field) for field in JUDGING}
        done = _turned(_read(held), _read(held | fields))
        if done is None or header.kind != "Restore":
            return done
        return Done(f"restored: {done.does}", f"restored: {done.brief}")

    def _value(self, header: Header, claim: ClaimId, field: str) -> Json:
        return self._before.value("claim", claim, field, header.analyst, header.order)

    def _claims_in(
        self, header: Header, placed: Iterable[Placed]
    ) -> tuple[tuple[ClaimId, ...], tuple[Span, ...]]:
        """The claims that were touched and where they lie; those nobody can place are left out."""
        touched: dict[ClaimId, None] = {}
        for article, write in placed:
            match write:
                case Own(about="claim") | Say(about="claim"):
                    touched[ClaimId(write.id)] = None
                case Own(about="attribution" | "evidence") if self._claim is None:
                    touched.update(dict.fromkeys(self._record.claims(header, write)))
                case Cut() if article is not None:
                    touched.update(dict.fromkeys(self._cut(article, write)))
                case Paint() if article is not None:
                    touched.update(dict.fromkeys(self._painted(article, write)))
        if self._claim is not None:
            touched = {self._claim: None}
        places = self._placed_at(list(touched))
        ordered = sorted(
            (article, span[0], -span[1], claim) for claim, (article, span, _) in places.items()
        )
        return (
            tuple(claim for *_, claim in ordered),
            tuple(Span(start, -end) for _, start, end, _ in ordered),
        )

    def _cut(self, article: ArticleId, cut: Cut) -> list[ClaimId]:
        """Of a cut those that are live now, or what it took out where none is."""
        into = [claim_id(article, span) for span in cut.into]
        places = self._placed_at([*into, *cut.out])
        now = [claim for claim, (_, _, live) in places.items() if live]
        return now or list(cut.out) or into

    def _painted(self, article: ArticleId, paint: Paint) -> list[ClaimId]:
        rows = self._library.rows(
            "SELECT id FROM claims WHERE article = ? AND live = 1 AND start >= ? AND start < ?",
            # A stranger's span may be larger than any number that SQLite takes.
            (article, *(min(place, LARGEST) for place in paint.span)),
        )
        return [ClaimId(row[0]) for row in rows]

    def _placed_at(self, claims: list[ClaimId]) -> dict[ClaimId, Place]:
        new = [claim for claim in claims if claim not in self._places]
        self._places |= spans_of(self._library, new)
        return {claim: self._places[claim] for claim in claims if claim in self._places}


def _turned(before: Assessment, after: Assessment) -> Done | None:
    """From how the claim stood, and why, to how it stands; None where that is the same."""
    if before.standing is not after.standing:
        arrow = f"{ROW[before.standing].label.lower()}{ARROW}"
        label = f"{ROW[after.standing].label.lower()}{_why(after)}"
        return Done(f"{arrow}{label}", label)
    if after.tag is Tag.DISPUTED and before.because is not after.because:
        return disputed(*(one.because.value if one.because else "" for one in (before, after)))
    return None


def _confirms(writes: Sequence[Write]) -> bool:
    """Whether it says that the source was checked, beside a tag that stands as it did."""
    return any(
        isinstance(write, Own) and write.field == "confirmed" and write.value is True
        for write in writes
    )


def _read(fields: dict[str, Json]) -> Assessment:
    return read_fields({name: ((0, ""), value) for name, value in fields.items()})


def _why(held: Assessment) -> str:
    """Why it is disputed, or not checkable, where that is said."""
    if held.because:
        return f", {dashless(held.because.value)}"
    return f", {quoted(held.why)}" if held.not_checkable and held.why else ""


_OF_CLAIM = (
    "SELECT edit, article, form, field, value FROM writes JOIN parts ON parts.seq = writes.part "
    "WHERE id = ? AND about = 'claim' AND form IN ('own', 'cut', 'say')"
)
