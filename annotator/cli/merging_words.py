"""What `merge` prints: whose, which articles, how many claims, and what does not fit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from annotator.cli import output
from annotator.domain.wording import amount, listed
from annotator.reporting.times import shown_date
from annotator.review.alignment import PairKind

if TYPE_CHECKING:
    from annotator.desk.othertexts import OtherText
    from annotator.desk.previews import Merged, Person
    from annotator.review.alignment import Pair


def as_json(merged: Merged, kinds: Collection[PairKind]) -> output.Json:
    """The contract's document; what waits to be confirmed is among what was left out."""
    found = merged.found
    counts = found.counts
    return {
        "articles": [
            {"id": one.id, "title": one.title, "new": one.fresh} for one in found.articles
        ],
        "new": counts.new,
        "changed": counts.changed,
        "same": counts.same,
        "conflicting": counts.conflicting,
        "left_out": [{"what": one.what, "why": one.why} for one in found.left_out]
        + [row for text in found.texts for row in _waiting(text, kinds)],
        "analysts": [
            {"analyst": one.analyst.name, "analyst_id": one.analyst.id, "claims": one.judged}
            for one in found.people
        ],
        "claims_added": found.added,
    }


def _waiting(text: OtherText, kinds: Collection[PairKind]) -> Iterator[dict[str, str]]:
    """The claims of another copy that want to be confirmed, each by its words."""
    for pair in _unconfirmed(text, kinds):
        assert pair.there is not None
        words = text.alignment.there_text[pair.there.start : pair.there.end]
        yield {
            "what": f"“{output.line(words)}” in “{text.title}” ({pair.kind.value})",
            "why": f"not exactly as in “{text.earlier_title}”, which was here: "
            f"--confirm {pair.kind.value} takes such claims as the same",
        }


def _unconfirmed(text: OtherText, kinds: Collection[PairKind]) -> list[Pair]:
    return [pair for pair in text.asking if pair.kind not in kinds]


def put(merged: Merged) -> None:
    """A row for each article, and a line for what was left out."""
    rows = [
        (
            one.id[:8],
            "new" if one.fresh else "here",
            *(str(n) for n in (one.counts.new, one.counts.changed)),
            *(str(n) for n in (one.counts.same, one.counts.conflicting)),
            one.title,
        )
        for one in merged.found.articles
    ]
    heads = ("ID", "", "NEW", "CHANGED", "SAME", "CONFLICTING", "TITLE")
    if rows:
        output.put_table(heads, rows)
    for left in merged.found.left_out:
        output.put(output.line(f"Left out: {left.what}: {left.why}."))


def sentences(merged: Merged, kinds: Collection[PairKind], *, dry_run: bool) -> Iterator[str]:
    """What is said beside it, on standard error."""
    found = merged.found
    if found.people:
        yield f"From {listed([_person(one) for one in found.people])}."
    if found.added:
        yield f"{amount(found.added, 'claim')} cut anew, for words that were no claim of their own."
    for clock in found.clocks:
        yield (
            f"The clock of {clock.analyst.name} was wrong: {_edits(clock.edits)} dated up to "
            f"{shown_date(clock.latest)}. All is taken in, in the order it was made."
        )
    for person in found.questions:
        yield (
            f"{person.name} ({person.id}) has your name: `annotator colleague same {person.id}` "
            f"says that this is you on another machine, `annotator colleague other {person.id}` "
            "that it is another person."
        )
    for text in found.texts:
        yield _other_text(text, kinds)
    yield _done(merged, dry_run=dry_run)


def _done(merged: Merged, *, dry_run: bool) -> str:
    if merged.found.nothing:
        return "Nothing new is in it: the library is as it was."
    if dry_run:
        return "This was a dry run: nothing was changed."
    return (
        f"Brought in. The library as it was before is kept as {merged.backup}; "
        "`annotator merge --take-back` goes back to it, until something is changed."
    )


def _person(person: Person) -> str:
    claims = "1 claim" if person.judged == 1 else f"{person.judged:,} claims"
    return f"{person.analyst.name} ({claims} judged)" if person.judged else person.analyst.name


def _edits(count: int) -> str:
    return "1 edit is" if count == 1 else f"{count:,} edits are"


def _other_text(text: OtherText, kinds: Collection[PairKind]) -> str:
    exact = text.alignment.counts[PairKind.EXACT]
    said = (
        f"“{text.title}” ({text.article[:8]}) is another copy of “{text.earlier_title}” "
        f"({text.earlier[:8]}): {exact:,} claims are matched word for word"
    )
    waiting = _unconfirmed(text, kinds)
    if not waiting:
        return f"{said}."
    words = [
        f"{count:,} {kind.value}"
        for kind in (PairKind.MOVED, PairKind.CHANGED)
        if (count := sum(pair.kind is kind for pair in waiting))
    ]
    asked = ",".join(dict.fromkeys(pair.kind.value for pair in waiting))
    return f"{said}; {listed(words)} want your word: --confirm {asked} takes them as the same."
