"""The sample article with a record: what the exporters' tests print of evidence and attribution."""

from __future__ import annotations

from annotator.domain.article import ClaimId
from annotator.domain.assessment import (
    Audience,
    Because,
    ClaimType,
    Flag,
    FlagKind,
    Relation,
    Wording,
)
from annotator.domain.attribution import Attribution, Quoted, SourceKind
from annotator.domain.canonical import Json
from annotator.domain.edits.assessing import (
    SetConfidence,
    SetFlag,
    SetRelation,
    SetType,
    SetWording,
)
from annotator.domain.edits.attributing import NameSources, SetAttribution
from annotator.domain.edits.evidence import AddEvidence, LinkEvidence
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetConfirmed, SetTag
from annotator.domain.evidence import Contact, KeptFile, Link, Stance
from annotator.domain.tags import Tag
from unit.exporters.reports import ANNA, BEN, Bench, sample

TOLL, MAP, ISNA, COPY = (f"e000000{n}-0000-4000-8000-00000000000a" for n in range(1, 5))
SAID = tuple(f"a000000{n}-0000-4000-8000-00000000000a" for n in range(1, 3))
ADDRESSES = (
    "https://example.org/toll",
    "https://www.example.org/map",
    "https://web.example.org/2024/map",
    "https://example.org/isna",
)
"""What the report links to."""


def add(
    made: Bench,
    who: AnalystId,
    item: str,
    claims: tuple[ClaimId, ...],
    link: Link,
    **fields: Json,
) -> None:
    """Enters an item for these claims; ``fields`` are registers."""
    registers = {"there": True, **fields}
    serving = {(made.article, claim): link for claim in claims}
    made.does(who, AddEvidence(item, registers, serving))


def recorded() -> Bench:
    """Anna's T, 1, 4 and 5 with all that can be recorded; Ben links her evidence for 5."""
    made = sample()
    article = made.article
    every = tuple(made.claim(number) for number in range(48))
    made.does(BEN, SetName(BEN, "Ben"))
    toll = Link(TOLL, Stance.CONTRADICTS, "“…stands at 84”", credibility="2")
    add(
        made,
        ANNA,
        TOLL,
        every[:2],
        toll,
        url=ADDRESSES[0],
        title="Ministry revises the toll",
        publisher="Ministry of Health",
        published="2024-01-05",
        accessed="2024-01-05",
        primary=True,
        reliability="A",
    )
    made.does(
        ANNA,
        SetTag(article, every[:2], Tag.DISPUTED, because=Because.OUTDATED, against=TOLL),
        SetNote(article, every[0], "95 on the day, 84 a day later."),
        SetWording(article, every[0], Wording("At Least 84 Killed", True)),
        SetTag(article, (every[5],), Tag.DISPUTED, because=Because.CONTRADICTED, against=MAP),
        SetConfirmed(article, every[4:6], True),
        SetTag(article, every[2:4], Tag.VERIFIED),
        SetWording(article, every[5], Wording("The second explosion took place 1,300 feet away.")),
        SetConfidence(article, (every[5],), 2),
        SetType(article, (every[5],), ClaimType.NUMBER),
        SetRelation(article, every[5], every[4], Relation.DEPENDS_ON),
        SetFlag(article, (every[5],), Flag(FlagKind.ASK, "the author", "2024-01-09")),
        SetFlag(article, (every[6],), Flag(FlagKind.RING, "the hospital")),
        SetFlag(article, (every[7],), Flag(FlagKind.RING, "the ministry", "2024-01-08")),
    )
    contact = Contact("c1", "the Survey Office", "2024-01-05", "by phone", "It is right.")
    file = KeptFile("ab" * 32, "map.png", 53_120, 7, "dropped")
    add(
        made,
        ANNA,
        MAP,
        (every[5],),
        Link(MAP, Stance.CONTRADICTS, "“396 m”", "at the second mark", "2"),
        url=ADDRESSES[1],
        archive=ADDRESSES[2],
        title="Survey map",
        accessed="2024-01-04",
        primary=True,
        reliability="B",
        note="Sheet 7.",
        audience=Audience.PUBLIC.value,
        **{"contact c1": contact.json(), f"file {file.sha256}": file.json()},
    )
    add(
        made,
        ANNA,
        ISNA,
        every[4:6],
        Link(ISNA, Stance.SUPPORTS, "“some 700 metres from the tomb”"),
        url=ADDRESSES[3],
        title="Two explosions",
        publisher="ISNA",
        accessed="2024-01-04",
        primary=False,
    )
    add(
        made,
        ANNA,
        COPY,
        (every[4],),
        Link(COPY, Stance.CONTEXT),
        title="A copy of it",
        copy_of=ISNA,
    )
    named = Attribution(SAID[0], every[4], Quoted("news agency ISNA"), kind=SourceKind.ORGANISATION)
    he = Attribution(SAID[1], every[5], Quoted("the report"), via=("IRNA",), named_in=every[4])
    made.does(
        ANNA,
        SetAttribution(article, named),
        SetAttribution(article, he),
        NameSources({article: {"news agency ISNA": "ISNA"}}),
    )
    link = Link(ISNA, Stance.SUPPORTS, "“610 metres”")
    made.does(BEN, LinkEvidence(ISNA, {(article, every[5]): link}))
    return made
