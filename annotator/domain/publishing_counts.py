"""How much of each kind a public copy leaves out, for whoever is to clear it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from annotator.domain.assessment import Audience
from annotator.domain.edition import Withheld
from annotator.domain.persons_named import mentioned
from annotator.domain.publishing import falls_short
from annotator.domain.report import Held, Outcome, Report
from annotator.domain.review import ArticleStage
from annotator.domain.tokens import public_address, without_tokens


def counted(report: Report) -> dict[Withheld, int]:
    """Kind → how many things of it are in the report that were not cleared by themselves."""
    return {kind: count(report) for kind, count in _COUNTS.items()}


def _held(report: Report) -> Iterator[Held]:
    for claim in report.claims:
        yield from claim.held


def _of_desk(audience: Audience) -> bool:
    return audience is not Audience.PUBLIC


def _evidence(report: Report) -> int:
    return sum(_of_desk(item.audience) for item in report.items)


def _notes(report: Report) -> int:
    claims = sum(
        bool(of.assessment.note) and _of_desk(of.assessment.audience) for of in _held(report)
    )
    return claims + sum(bool(item.note) and _of_desk(item.audience) for item in report.items)


def _comments(report: Report) -> int:
    return sum(not one.gone for one in report.comments)


def _contacts(report: Report) -> int:
    return sum(_of_desk(one.audience) for item in report.items for one in item.contacts)


def _reasons(report: Report) -> int:
    decided = sum(bool(one.decision.reason) for claim in report.claims for one in claim.decisions)
    unchecked = sum(bool(of.assessment.why) for of in _held(report))
    passes = sum(bool(one.reason) for one in report.passes.values())
    return decided + unchecked + passes + bool(report.stage.reason)


def _wordings(report: Report) -> int:
    return sum(of.assessment.wording is not None for of in _held(report))


def _flags(report: Report) -> int:
    return sum(of.assessment.flag is not None for of in _held(report))


def _history(report: Report) -> int:
    """Passes, draws, copies, a settled stage, and earlier claims."""
    earlier = sum(
        1 for claim in report.claims if not claim.counts and (claim.held or claim.decisions)
    )
    staged = report.stage.stage is not ArticleStage.OPEN
    return len(report.passes) + len(report.draws) + len(report.revisions) + earlier + staged


def _confidence(report: Report) -> int:
    found = (of.assessment for of in _held(report))
    return sum(bool(one.confidence or one.type or one.relations or one.facts) for one in found)


def _agreement(report: Report) -> int:
    return len(report.figures) or len(report.agreement)


def _names(report: Report) -> int:
    return len({who for who in mentioned(report) if who})


def _overruled(report: Report) -> int:
    """Claims on which somebody holds, or held, something else than the result."""
    found = 0
    for claim in report.claims:
        result = claim.outcome
        differ = any(of.assessment.standing not in (result.standing, 0) for of in claim.held)
        over = any(one.overruled for one in claim.decisions)
        found += differ or over or bool(claim.differing) or result is Outcome.OPEN
    return found


def _files(report: Report) -> int:
    kept = sum(_of_desk(one.audience) for item in report.items for one in item.files)
    return kept + bool(report.article.file_name)


def _tokens(report: Report) -> int:
    """Addresses of article, links and evidence, and texts with one in them."""
    addresses = [report.article.address, *(link.target for link in report.links)]
    for item in report.items:
        addresses += [item.url, item.archive]
    lost = sum(bool(one) and not public_address(one) for one in addresses)
    return lost + sum(without_tokens(text) != text for text in _texts(report))


def _texts(report: Report) -> Iterator[str]:
    """Everything that somebody wrote."""
    yield from (one.text for one in report.comments)
    yield from (one.reason for one in report.passes.values())
    yield report.stage.reason
    for item in report.items:
        yield from (item.title, item.publisher, item.note)
        yield from (file.name for file in item.files)
        for one in item.contacts:
            yield from (one.whom, one.how, one.said)
    for claim in report.claims:
        yield from (ruling.decision.reason for ruling in claim.decisions)
    for of in _held(report):
        yield from _said(of)


def _said(of: Held) -> Iterator[str]:
    """What one analyst wrote of one claim."""
    told = of.assessment
    yield from (told.note, told.why)
    yield from (one.text for one in (told.wording, told.flag) if one is not None)
    for linked in of.record.evidence:
        yield from (linked.link.quote, linked.link.locator)
    for said in of.record.attributions:
        yield from (said.source.text, said.cue.text, said.content.text, *said.via)


def _hash(report: Report) -> int:
    return int(bool(report.article.sha256))


def _short(report: Report) -> int:
    return sum(falls_short(report, claim) for claim in report.counted)


_COUNTS: Mapping[Withheld, Callable[[Report], int]] = {
    Withheld.EVIDENCE: _evidence,
    Withheld.NOTES: _notes,
    Withheld.COMMENTS: _comments,
    Withheld.CONTACTS: _contacts,
    Withheld.REASONS: _reasons,
    Withheld.WORDINGS: _wordings,
    Withheld.FLAGS: _flags,
    Withheld.HISTORY: _history,
    Withheld.CONFIDENCE: _confidence,
    Withheld.AGREEMENT: _agreement,
    Withheld.NAMES: _names,
    Withheld.OVERRULED: _overruled,
    Withheld.FILES: _files,
    Withheld.TOKENS: _tokens,
    Withheld.HASH: _hash,
    Withheld.SHORT: _short,
}
