"""An edit in words: what it did to which claims, "untagged → disputed" where it judged one."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.assessment import is_field, read_fields
from annotator.domain.canonical import Json
from annotator.domain.edits.form import LARGEST, Header
from annotator.domain.edits.kinds import KINDS, known
from annotator.domain.edits.writes import Cut, Own, Paint, Say, Write
from annotator.domain.tags import ROW, Standing
from annotator.store import log
from annotator.store.assess import REGISTERS
from annotator.store.claiming import Place, spans_of
from annotator.store.library import Library, Row

JUDGING = ("judgement", "confirmed")

Placed = tuple[ArticleId | None, Write]
"""A write, and the article of its part."""


Judgements = tuple[list[tuple[int, str]], list[tuple[str, Json]]]
"""The places of edits in the total order, and the field and value that each wrote."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an edit did, and the claims it touched, in reading order."""

    does: str
    claims: tuple[ClaimId, ...]
    spans: tuple[Span, ...]


class Teller:
    """Tells edits; of one claim only, where that is named. It asks nothing twice."""

    def __init__(self, library: Library, claim: ClaimId | None) -> None:
        self._library = library
        self._claim = claim
        self._targets: dict[str, Header] = {}
        self._judged: dict[tuple[ClaimId, str], Judgements] = {}
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

    def told(self, header: Header) -> Told:
        """What this edit did."""
        if not known(header.kind, header.version):
            return Told(f"something this version does not know ({header.kind})", (), ())
        placed = self._placed(header)
        claims, spans = self._claims_in(placed)
        return Told(self._in_words(header, [write for _, write in placed], claims), claims, spans)

    def _placed(self, header: Header) -> list[Placed]:
        """What an edit writes; of the one claim only, where that is named."""
        if self._claim is not None:
            rows = self._of_claim().get(header.id, [])
            if rows and all(form == "own" for _, form, _, _ in rows):
                return [
                    (article, Own("claim", self._claim, field, json.loads(value)))
                    for article, _, field, value in rows
                ]
        parts = log.edits(self._library, [header.id])[0].parts
        return [(part.article, write) for part in parts for write in part.writes]

    def _of_claim(self) -> dict[str, list[Row]]:
        """Edit → (article, form, field, value) of what it writes of the one claim."""
        if self._written is None:
            self._written = {}
            for edit, *row in self._library.rows(_OF_CLAIM, (self._claim,)):
                self._written.setdefault(edit, []).append(tuple(row))
        return self._written

    def _in_words(self, header: Header, writes: Sequence[Write], claims: Sequence[ClaimId]) -> str:
        """What the edit did. Of one claim that it judged: how it stood before and after."""
        judged = {
            write.field: write.value
            for write in writes
            if isinstance(write, Own) and write.about == "claim" and is_field(write.field)
        }
        if len(claims) == 1 and any(field in judged for field in JUDGING):
            before, after = self._standings(header, claims[0], judged)
            if before is not after:
                return f"{ROW[before].label.lower()} → {ROW[after].label.lower()}"
        return KINDS[header.kind].says(writes)

    def _standings(
        self, header: Header, claim: ClaimId, judged: dict[str, Json]
    ) -> tuple[Standing, Standing]:
        """How the claim stood for its analyst before this edit, and with it."""
        orders, written = self._judgements(claim, header.analyst)
        fields: dict[str, tuple[tuple[int, str], Json]] = {}
        for index in range(bisect_left(orders, header.order) - 1, -1, -1):
            fields.setdefault(written[index][0], (orders[index], written[index][1]))
            if len(fields) == len(JUDGING):
                break
        before = read_fields(fields).standing
        fields |= {name: (header.order, value) for name, value in judged.items()}
        return before, read_fields(fields).standing

    def _judgements(self, claim: ClaimId, analyst: str) -> Judgements:
        """What the analyst judged of the claim and still counts, in the total order."""
        key = (claim, analyst)
        if key not in self._judged:
            rows = self._library.rows(REGISTERS.format("?"), key)
            rows = [row for row in rows if row[1] in JUDGING]
            self._judged[key] = (
                [(row[3], row[4]) for row in rows],
                [(row[1], json.loads(row[2])) for row in rows],
            )
        return self._judged[key]

    def _claims_in(self, placed: Iterable[Placed]) -> tuple[tuple[ClaimId, ...], tuple[Span, ...]]:
        """The claims that were touched and where they lie; those nobody can place are left out."""
        touched: dict[ClaimId, None] = {}
        for article, write in placed:
            match write:
                case Own(about="claim") | Say(about="claim"):
                    touched[ClaimId(write.id)] = None
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


_OF_CLAIM = (
    "SELECT edit, article, form, field, value FROM writes JOIN parts ON parts.seq = writes.part "
    "WHERE id = ? AND about = 'claim' AND form IN ('own', 'cut', 'say')"
)
