"""What stays in a public copy of what one analyst holds of a claim, and of its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from annotator.domain.assessment import Assessment, Audience
from annotator.domain.attribution import Attribution, Quoted, source_id, source_of
from annotator.domain.edition import Edition, Withheld
from annotator.domain.evidence import Contact, Item, KeptFile, Linked
from annotator.domain.record import Record
from annotator.domain.report import Held, Report, ReportClaim
from annotator.domain.tokens import public_address, without_tokens


def plain_text(text: str, edition: Edition) -> str:
    """What somebody wrote, without the addresses in it that carry a token."""
    return without_tokens(text) if edition.withholds(Withheld.TOKENS) else text


def public_held(held: Held, edition: Edition, records: Records) -> Held:
    """What this analyst holds, without what the edition withholds."""
    told = not edition.withholds(Withheld.HISTORY)
    return Held(
        held.analyst,
        _assessment(held.assessment, edition),
        held.changed if told else 0,
        records.record(held),
        held.judged if told else 0,
    )


def _assessment(of: Assessment, edition: Edition) -> Assessment:
    """Whom one had seen the tags of is nobody else's business."""
    sure = not edition.withholds(Withheld.CONFIDENCE)
    wording = None if edition.withholds(Withheld.WORDINGS) else of.wording
    flag = None if edition.withholds(Withheld.FLAGS) else of.flag
    noted = _cleared(of.audience, edition, Withheld.NOTES)
    return Assessment(
        tag=of.tag,
        not_checkable=of.not_checkable,
        confirmed=of.confirmed,
        note=plain_text(of.note, edition) if noted else "",
        audience=of.audience if noted and of.note else Audience.DESK,
        why="" if edition.withholds(Withheld.REASONS) else plain_text(of.why, edition),
        because=of.because,
        against=of.against,
        confidence=of.confidence if sure else 0,
        type=of.type if sure else None,
        wording=wording and replace(wording, text=plain_text(wording.text, edition)),
        flag=flag and replace(flag, text=plain_text(flag.text, edition)),
        facts=of.facts if sure else (),
        relations=of.relations if sure else (),
    )


def _cleared(audience: Audience, edition: Edition, kind: Withheld) -> bool:
    """By itself, or all of its kind. What is for its writer only is never."""
    if audience is Audience.ME:
        return False
    return audience is Audience.PUBLIC or not edition.withholds(kind)


class Records:
    """The evidence and the attributions of one report, as its edition has them."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._edition = report.edition
        self._named = not report.edition.withholds(Withheld.NAMES)

    def record(self, held: Held) -> Record:
        """What one analyst recorded of one claim."""
        evidence = tuple(self._linked(one) for one in held.record.evidence if self._is_public(one))
        return Record(
            evidence, tuple(self._said(one, held.analyst.id) for one in held.record.attributions)
        )

    def sources(self, claims: Iterable[ReportClaim]) -> Mapping[str, str]:
        """The names of those sources that these claims still name."""
        known = self._report.sources
        found: dict[str, str] = {}
        for claim in claims:
            for held in claim.held:
                for one in held.record.attributions:
                    for name in (one.source.text, *one.via):
                        found |= _called(name, known, found)
        return {key: self._text(name) for key, name in found.items()}

    def _is_public(self, one: Linked) -> bool:
        if one.link.private:
            return False
        if one.item is None:
            return not self._edition.withholds(Withheld.EVIDENCE)
        return _cleared(one.item.audience, self._edition, Withheld.EVIDENCE)

    def _linked(self, one: Linked) -> Linked:
        link = replace(
            one.link, quote=self._text(one.link.quote), locator=self._text(one.link.locator), at=0
        )
        return Linked(link, one.item and self._item(one.item))

    def _item(self, item: Item) -> Item:
        """Its note goes with it where it was cleared by itself, else with the notes."""
        noted = _cleared(item.audience, self._edition, Withheld.NOTES)
        return replace(
            item,
            url=self._address(item.url),
            archive=self._address(item.archive),
            title=self._text(item.title),
            publisher=self._text(item.publisher),
            note=self._text(item.note) if noted else "",
            contacts=tuple(map(self._contact, filter(self._asked, item.contacts))),
            files=tuple(map(self._file, filter(self._kept, item.files))),
            at=0,
        )

    def _asked(self, contact: Contact) -> bool:
        return _cleared(contact.audience, self._edition, Withheld.CONTACTS)

    def _kept(self, file: KeptFile) -> bool:
        return _cleared(file.audience, self._edition, Withheld.FILES)

    def _contact(self, of: Contact) -> Contact:
        whom, how, said = (self._text(text) for text in (of.whom, of.how, of.said))
        return replace(of, whom=whom, how=how, said=said)

    def _file(self, of: KeptFile) -> KeptFile:
        told = not self._edition.withholds(Withheld.HISTORY)
        return replace(
            of,
            name=self._text(of.name),
            kept=of.kept if told else 0,
            how=self._text(of.how) if told else "",
        )

    def _said(self, one: Attribution, analyst: str) -> Attribution:
        """Without names nobody can follow an analyst to the claim that names the source: it is told."""
        if one.named_in and not self._named:
            name = source_of(one, self._report.first_said(analyst))
            source = one.source if name == one.source.text else Quoted(name)
            one = replace(one, source=source, named_in=None)
        return replace(
            one,
            source=self._quoted(one.source),
            cue=self._quoted(one.cue),
            content=self._quoted(one.content),
            via=tuple(map(self._text, one.via)),
        )

    def _quoted(self, of: Quoted) -> Quoted:
        return replace(of, text=self._text(of.text))

    def _address(self, address: str) -> str:
        return public_address(address) if self._edition.withholds(Withheld.TOKENS) else address

    def _text(self, text: str) -> str:
        return plain_text(text, self._edition)


def _called(name: str, known: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """The names that lead on from this one, which are not found already."""
    return dict(_leading(name, known, found)) if known else {}


def _leading(
    name: str, known: Mapping[str, str], found: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    while (key := source_id(name)) not in seen and key not in found and known.get(key):
        seen.add(key)
        name = known[key]
        yield key, name
