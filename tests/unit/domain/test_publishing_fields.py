"""Every text and every moment that a report can hold leaves in a public copy when it may, and else never."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Article, ArticleId, ClaimId, Passage, PassageKind, Span
from annotator.domain.assessment import Analyst, Assessment, Audience, Relation
from annotator.domain.attribution import Attribution, Quoted, source_id
from annotator.domain.beside import Beside
from annotator.domain.decision import Decision
from annotator.domain.edition import EDITORS_COPY, PUBLIC_COPY, Edition, Withheld
from annotator.domain.edits.form import Edit
from annotator.domain.edits.revisions import Match
from annotator.domain.enclosed import Hyperlink
from annotator.domain.evidence import Item, Link, Linked
from annotator.domain.persons_named import with_pseudonyms
from annotator.domain.publishing import public_copy
from annotator.domain.record import Record
from annotator.domain.report import AgreementLine, Held, Outcome, Report, ReportClaim, Ruled
from annotator.domain.review import ArticleStage, Drawn, Pass, Revision, Stage
from annotator.domain.tags import Standing, Tag
from annotator.domain.threads import Comment
from unit.domain.leaving import STAYS, TABLE, Kinds, out
from unit.domain.marked import Marker, _fields, kinds_within, told

ARTICLE, CLAIM, OTHER = ArticleId("<Article.id>"), ClaimId("<ReportClaim.id>"), ClaimId("<other>")
EARLIER, SHORT, OPEN = ClaimId("<earlier>"), ClaimId("<short>"), ClaimId("<open>")
HOLDER, SECOND = Analyst("<Held.analyst>", "<Analyst.name>"), Analyst("<second>", "<second name>")
DIFFERING = Analyst("<differing>", "<differing name>")
TOKEN = "https://example.org/?token="
CUES: dict[str, Kinds] = {
    "<Held.analyst>": out(Withheld.NAMES),
    "<Analyst.name>": out(Withheld.NAMES),
    "<differing>": out(Withheld.NAMES, Withheld.OVERRULED),
    "<differing name>": out(Withheld.NAMES, Withheld.OVERRULED),
    "<second>": out(Withheld.NAMES, Withheld.OVERRULED),
    "<second name>": out(Withheld.NAMES, Withheld.OVERRULED),
    "<over>": out(Withheld.NAMES, Withheld.OVERRULED),
    "<overruled>": out(Withheld.NAMES, Withheld.OVERRULED),
    "<other>": out(Withheld.HASH),
    "<short>": out(Withheld.HASH),
    "<open>": out(Withheld.HASH),
    "<earlier>": out(Withheld.HASH, Withheld.HISTORY),
    "<earlier note>": out(Withheld.NOTES, Withheld.HISTORY),
    "<furniture note>": out(Withheld.NOTES, Withheld.HISTORY),
    "<furniture>": out(Withheld.HASH),
    "<public note>": STAYS,
    "<the source is called so>": STAYS,
    "<called later>": None,
}
"""Texts that stand for more than their own field."""


def claim(key: str, number: int | None, held: tuple[Held, ...], **more: object) -> ReportClaim:
    values = {"retired": False, **more}
    return ReportClaim(ClaimId(key), number, Span(1, 5), f"{key[:-1]} text>", held=held, **values)  # type: ignore[arg-type]


def noted(analyst: Analyst, note: str, audience: Audience = Audience.DESK) -> Held:
    return Held(analyst, Assessment(note=note, audience=audience), 0)


def everything() -> tuple[Report, dict[str, int]]:
    """A report with a marker in each of its fields, and which moment stands for which field."""
    made = Marker()
    article = made.make(Article, id=ARTICLE, address=f"{TOKEN}<Article.address>")
    item = made.make(
        Item,
        url=f"{TOKEN}<Item.url>",
        archive=f"{TOKEN}<Item.archive>",
    )
    said = made.make(Attribution, claim=CLAIM, named_in=OTHER, source=Quoted("<Quoted.text>"))
    held = made.make(
        Held,
        analyst=HOLDER,
        assessment=made.make(
            Assessment,
            tag=Tag.DISPUTED,
            confidence=2,
            relations=((Relation.SAME, OTHER),),
        ),
        record=Record((Linked(made.make(Link, item=item.id, private=False), item),), (said,)),
    )
    decision = made.make(
        Decision,
        outcome=Standing.DISPUTED,
        over={"<over>": Standing.VERIFIED},
        elsewhere={"<Decision.elsewhere>": {"<over>": Standing.VERIFIED}},
    )
    ruled = Ruled(
        Analyst(decision.reviewer, "<Analyst.name>"), decision, True, (Analyst("<overruled>", ""),)
    )
    second = Ruled(SECOND, Decision(SECOND.id, Standing.VERIFIED))
    verified = Held(DIFFERING, Assessment(tag=Tag.VERIFIED), 0)
    disputed = Held(HOLDER, Assessment(tag=Tag.DISPUTED), 0)
    claims = (
        claim(CLAIM, 1, (held, verified), decisions=(ruled, second)),
        claim(OTHER, 2, (noted(HOLDER, "<public note>", Audience.PUBLIC),)),
        claim(OPEN, 3, (disputed, verified)),
        claim(SHORT, 4, (Held(HOLDER, Assessment(tag=Tag.VERIFIED), 0),)),
        claim(EARLIER, None, (noted(HOLDER, "<earlier note>"),), retired=True),
        claim("<furniture>", None, (noted(HOLDER, "<furniture note>"),)),
    )
    beside = made.make(Beside, wordings={HOLDER.id: (("<Beside.wordings>", "new"),)}, short="")
    report = made.make(
        Report,
        article=article,
        passages=(Passage(PassageKind.BODY, 0, 9),),
        claims=claims,
        analysts=(HOLDER, SECOND, DIFFERING),
        log=(made.make(Edit),),
        comments=(made.make(Comment, claim=CLAIM),),
        passes={"<Report.passes>": made.make(Pass)},
        stage=made.make(Stage, stage=ArticleStage.SETTLED),
        revisions=(made.make(Revision, matches=(made.make(Match),)),),
        draws=(made.make(Drawn, claims=(CLAIM,)),),
        figures=(made.make(AgreementLine),),
        sources={
            source_id("<Quoted.text>"): "<the source is called so>",
            source_id("nobody names it"): "<called later>",
        },
        beside={CLAIM: beside, SHORT: replace(beside, wordings={}, short="<Beside.short>")},
        edition=EDITORS_COPY,
        links=(Hyperlink(1, 5, f"{TOKEN}<Hyperlink.target>"),),
    )
    return report, made.moments


REPORT, MOMENTS = everything()
WHERE = {moment: where for where, moment in MOMENTS.items()}


def copied(*cleared: Withheld, pseudonyms: bool = False) -> Report:
    edition = Edition(public=True, cleared=frozenset(cleared), pseudonyms=pseudonyms)
    return public_copy(replace(REPORT, edition=edition))


def found(report: Report) -> set[str]:
    """The markers in it: of texts as they are, of moments by the field that they stand for."""
    texts: set[str] = set()
    for one in told(report):
        if isinstance(one, int):
            texts |= {f"<{WHERE[one]}>"} if one in WHERE else set()
        else:
            texts.add(one.removeprefix(TOKEN))
    return texts & set(EXPECTED)


def _expected() -> dict[str, Kinds]:
    of_fields = {
        f"<{kind}.{name}>": kinds
        for kind, fields in TABLE.items()
        for name, kinds in fields.items()
    }
    return of_fields | CUES


EXPECTED = _expected()
THERE = found(REPORT)


def test_every_field_of_everything_a_report_holds_was_decided_about() -> None:
    fields = {kind.__name__: set(_fields(kind)) for kind in kinds_within(Report)}
    assert {kind: set(rows) for kind, rows in TABLE.items()} == fields


def test_the_report_has_a_marker_in_each_text_and_moment() -> None:
    """But for those that are ids of what the test needs, and so are looked for by their own words."""
    plain = {f"<{kind}.{name}>" for kind, fields in TABLE.items() for name in fields}
    assert len(plain & THERE) > 90
    assert set(CUES) <= THERE


@given(st.frozensets(st.sampled_from(list(Withheld))))
def test_in_a_public_copy_is_what_was_cleared_and_what_stays_and_nothing_else(
    cleared: frozenset[Withheld],
) -> None:
    wanted = {one for one in THERE if (kinds := EXPECTED[one]) is not None and kinds <= cleared}
    assert found(copied(*cleared)) == wanted


@pytest.mark.parametrize("kind", Withheld)
def test_clearing_a_kind_brings_nothing_else_out(kind: Withheld) -> None:
    more = found(copied(kind)) - found(copied())
    assert all(EXPECTED[one] == frozenset((kind,)) for one in more)


@given(st.frozensets(st.sampled_from(list(Withheld))))
def test_a_public_copy_of_a_public_copy_is_the_same(cleared: frozenset[Withheld]) -> None:
    once = copied(*cleared)
    assert public_copy(once) == once


def test_the_editors_copy_is_left_as_it_is() -> None:
    assert public_copy(REPORT) is REPORT


def test_what_is_for_its_writer_only_leaves_whatever_is_cleared_in_none() -> None:
    made = Marker(Audience.ME)
    item = made.make(Item)
    link = made.make(Link, item=item.id, private=False)
    held = Held(HOLDER, made.make(Assessment, relations=()), 1, Record((Linked(link, item),)))
    report = replace(REPORT, claims=(claim(CLAIM, 1, (held,)),), beside={}, comments=())
    edition = Edition(public=True, cleared=frozenset(Withheld))
    left = set(told(public_copy(replace(report, edition=edition))))
    assert not left & {"<Item.title>", "<Link.quote>", "<Assessment.note>", "<Contact.said>"}
    assert "<Flag.text>" in left


def test_no_pseudonym_tells_a_name_or_an_id() -> None:
    report = with_pseudonyms(replace(REPORT, edition=Edition(pseudonyms=True)))
    of_persons = {
        one
        for one, kinds in EXPECTED.items()
        if kinds is not None and Withheld.NAMES in kinds and one in THERE
    } - {"<Pass.submitted>", "<Pass.answered>", "<Pass.reason>", "<Decision.elsewhere>"}
    assert not found(report) & of_persons
    assert {one.name for one in report.analysts} == {"A", "B", "C"}
    assert found(report) >= {"<Assessment.note>", "<Article.sha256>", "<Comment.text>"}
    assert public_copy(replace(report, edition=PUBLIC_COPY)).claims[2].outcome is Outcome.OPEN
