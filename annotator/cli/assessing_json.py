"""The JSON of what is held of a claim beside its tag, and of who the article says it from."""

from __future__ import annotations

from annotator.cli.output import Json
from annotator.domain.article import Span
from annotator.domain.assessment import Assessment
from annotator.domain.attribution import Attribution
from annotator.domain.record import Record


def assessment(held: Assessment, within: Span, text: str) -> dict[str, Json]:
    """What `assess` writes; ``text`` are the words of the claim, which lies at ``within``."""
    flag, wording = held.flag, held.wording
    return {
        "confidence": held.confidence or None,
        "because": held.because.value if held.because else None,
        "by": held.against or None,
        "wording": wording.text if wording else None,
        "taken": wording.taken if wording else None,
        "type": held.type.value if held.type else None,
        "flag": None
        if flag is None
        else {"kind": flag.kind.value, "text": flag.text or None, "day": flag.day or None},
        "facts": [
            {
                "start": span.start,
                "end": span.end,
                "text": text[span.start - within.start : span.end - within.start],
                "right": right,
            }
            for span, right in held.facts
        ],
        "relations": [
            {"relation": relation.value, "claim": claim} for relation, claim in held.relations
        ],
        "why": held.why or None,
    }


def attributions(record: Record, confirmed: bool) -> list[Json]:
    """What `attribute` writes; ``confirmed``: the analyst checked that the source said so."""
    return [attribution(one, confirmed) for one in record.attributions]


def attribution(one: Attribution, confirmed: bool) -> Json:
    """One attribution; ``spans`` are the stretches of the article, where they are known."""
    words = {"source": one.source, "cue": one.cue, "content": one.content}
    return {
        "id": one.id,
        **{name: quoted.text or None for name, quoted in words.items()},
        "kind": one.kind.value if one.kind else None,
        "mode": one.mode.value if one.mode else None,
        "via": list(one.via) or None,
        "named_in": one.named_in,
        "confirmed": confirmed,
        "spans": {name: list(quoted.span) for name, quoted in words.items() if quoted.span},
    }
