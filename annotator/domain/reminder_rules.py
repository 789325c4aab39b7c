"""What each reminder looks for, in what one analyst holds and recorded of one claim.

Every check gives the sentences it has to say, none where there is nothing to remind of: a
sentence apart from what stands in it. Which
of them are asked, by the tag and whether there is evidence, the table in ``reminders`` says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from annotator.domain.address import address_key
from annotator.domain.article import ClaimId, Span
from annotator.domain.assessment import Assessment, Because
from annotator.domain.attribution import Attribution, called, source_key, source_of
from annotator.domain.evidence import Groups, Linked, Stance
from annotator.domain.provenance import comes_from, is_dated, is_quoted
from annotator.domain.record import Record
from annotator.domain.snapshot import TITLE_NUMBER
from annotator.domain.tags import Standing, Tag

ENOUGH = 3
"""So many independent secondary sources stand for one primary one."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the reminders of one claim need to know beside what is held of it.

    ``judged``: the judgement's place in the total order (microseconds), 0 without one.
    ``sources``: source id → the name given to it; ``first``: the first attributions of the
    claims that name a source where others say only "he"; ``named``: sources that colleagues
    found the article to name for this claim. ``facts``: the stretches that the rules find
    in the claim. ``contradicted_by``: the numbers of the claims that contradict this one.
    ``changed``: the items that served the claim already when it was judged and say something
    else since. ``groups``: which items copy each other; without it the items of the record
    alone say so.
    """

    judged: int = 0
    sources: Mapping[str, str] = field(default_factory=dict)
    facts: Sequence[Span] = ()
    contradicted_by: Sequence[int] = ()
    changed: frozenset[str] = frozenset()
    groups: Groups | None = None
    first: Mapping[ClaimId, Attribution] = field(default_factory=dict)
    named: Collection[str] = ()


NOTHING_AROUND = Around()


class Looked:
    """One claim as the checks look at it."""

    def __init__(self, held: Assessment, record: Record, around: Around) -> None:
        self.held = held
        self.record = record
        self.around = around

    def served(self, stance: Stance) -> list[Linked]:
        return [one for one in self.record.evidence if one.link.stance is stance]

    @cached_property
    def sources(self) -> frozenset[str]:
        """The names, as they are compared, of those whom the article names for the claim."""
        named = {
            name
            for one in self.record.attributions
            for name in (one.source.text, self.source(one), *one.via)
        }
        named |= set(self.around.named)
        given = {called(name, self.around.sources) for name in named}
        return frozenset(filter(None, map(source_key, named | given)))

    def source(self, one: Attribution) -> str:
        """The name that the article gives a source, here or where it names it."""
        return source_of(one, self.around.first)

    @cached_property
    def groups(self) -> Groups:
        if self.around.groups is not None:
            return self.around.groups
        return Groups.of(one.item for one in self.record.evidence if one.item)

    def is_own(self, one: Linked) -> bool:
        """Whether the item comes from a source that the article names for the claim."""
        return bool(one.item and self.sources and comes_from(one.item, self.sources))

    @cached_property
    def others(self) -> list[Linked]:
        """What supports the claim and does not come from its own source."""
        return [one for one in self.served(Stance.SUPPORTS) if not self.is_own(one)]

    def independent(self, evidence: Iterable[Linked]) -> int:
        """How many of these do not depend on each other.

        Copies count once, and so does what has one address, or one publisher.
        """
        above: dict[str, str] = {}

        def top(key: str) -> str:
            while above[key] != key:
                above[key] = key = above[above[key]]
            return key

        for one in evidence:
            keys = [f"item {self.groups.root(one.link.item)}"]
            if one.item and one.item.publisher:
                keys.append(f"publisher {source_key(one.item.publisher)}")
            if one.item and one.item.url:
                keys.append(f"address {address_key(one.item.url)}")
            for key in keys:
                above.setdefault(key, key)
                above[top(key)] = top(keys[0])
        return sum(key == of for key, of in above.items())

    def enough(self, evidence: Sequence[Linked]) -> bool:
        """Whether these suffice to verify a content: one primary source, or three others."""
        if any(one.item and one.item.primary for one in evidence):
            return True
        return self.independent(evidence) >= ENOUGH


class Says(NamedTuple):
    """A sentence and what stands in it: ``label`` with the values at the places of their names.

    The label is the same whatever it is said of, so a report can say it in another language.
    """

    label: str
    values: Mapping[str, str | int | Linked] = {}

    @property
    def text(self) -> str:
        """In English; what is about evidence has the item's name."""
        if not self.values:
            return self.label
        shown = {
            key: value.name if isinstance(value, Linked) else value
            for key, value in self.values.items()
        }
        return self.label.format(**shown)


SHORT_OF_RULE = Says("verified, but the evidence falls short of the rule")

Check = Callable[[Looked], Iterable[Says]]


def evidence_against(looked: Looked) -> Iterator[Says]:
    for one in looked.served(Stance.CONTRADICTS):
        yield Says("verified, but {name} contradicts it", {"name": one})


def claims_against(looked: Looked) -> Iterator[Says]:
    for number in looked.around.contradicted_by:
        if number == TITLE_NUMBER:
            yield Says("verified, but the title contradicts it")
        else:
            yield Says("verified, but claim {n} contradicts it", {"n": number})


def no_evidence(looked: Looked) -> Iterator[Says]:
    if not looked.served(Stance.SUPPORTS):
        if looked.record.evidence:
            yield Says("verified, but no evidence supports it yet")
        else:
            yield Says("verified, but no evidence yet")


OWN_SOURCE = (
    "the evidence is the very source the article names: "
    "that confirms the attribution, not the content"
)


def own_source(looked: Looked) -> Iterator[Says]:
    supporting = looked.served(Stance.SUPPORTS)
    own = len(looked.others) < len(supporting)
    if own and not looked.enough(looked.others):
        yield Says(OWN_SOURCE)


ONE_SECONDARY = "verified on one secondary source"
TWO_SECONDARY = "verified on two secondary sources"
ONE_UNMARKED = "verified on one source that is not marked as primary"
TWO_UNMARKED = "verified on two sources, neither marked as primary"


def too_few(looked: Looked) -> Iterator[Says]:
    found = looked.others
    if not found or looked.enough(found):
        return
    one = looked.independent(found) == 1
    if all(of.item and of.item.primary is False for of in found):
        yield Says(ONE_SECONDARY if one else TWO_SECONDARY)
    else:
        yield Says(ONE_UNMARKED if one else TWO_UNMARKED)


def wrong_fact(looked: Looked) -> Iterator[Says]:
    if not all(right for _, right in looked.held.facts):
        yield Says("verified, but one of its facts is marked wrong")


def no_reason(looked: Looked) -> Iterator[Says]:
    if looked.held.because is None:
        yield Says("disputed, but no reason")


UNSHOWN = {
    Because.CONTRADICTED: "disputed as contradicted, but no evidence contradicts it yet",
    Because.CONFLICTING: "disputed as conflicting, but no evidence contradicts it yet",
    Because.OUTDATED: "disputed as outdated, but no evidence contradicts it yet",
}


def nothing_against(looked: Looked) -> Iterator[Says]:
    """*Out of context* may be seen from the article itself, and no reason has a reminder of its own."""
    held = looked.held
    says = UNSHOWN.get(held.because) if held.because else None
    if says and not held.against and not looked.served(Stance.CONTRADICTS):
        yield Says(says)


def attributed(looked: Looked) -> Iterator[Says]:
    for one in looked.record.attributions[:1]:
        name = called(looked.source(one), looked.around.sources)
        if name:
            yield Says("unattributed, but it is attributed to {name}", {"name": name})
        else:
            yield Says("unattributed, but it is attributed to somebody")


def unshown(looked: Looked) -> Iterator[Says]:
    """Of a claim that is merely on its source, whatever does not contradict it is about that."""
    if not looked.held.confirmed:
        return
    bare = looked.held.standing is Standing.ON_SOURCE
    for one in looked.record.evidence:
        first_hand = one.item is not None and one.item.primary is True
        if looked.is_own(one) or first_hand or (bare and one.link.stance is not Stance.CONTRADICTS):
            return
    yield Says("on its source, but nothing shows that it said so")


NO_QUOTATION = (
    "accessed without a quotation",
    "accessed without a quotation: {name}",
    "accessed without a quotation: {name} and {n} more",
)
NO_ACCESS = (
    "evidence without its date of access",
    "evidence without its date of access: {name}",
    "evidence without its date of access: {name} and {n} more",
)
EARLY = (
    "accessed before it was published",
    "accessed before it was published: {name}",
    "accessed before it was published: {name} and {n} more",
)
"""Of the only item, of one of several, and of several."""


def changed_after(looked: Looked) -> Iterator[Says]:
    """Evidence that was there when the claim was tagged, or that came later and speaks against it."""
    against = {Tag.VERIFIED: Stance.CONTRADICTS, Tag.DISPUTED: Stance.SUPPORTS}
    tag, judged = looked.held.tag, looked.around.judged
    if tag is None or not judged:
        return
    for one in looked.record.evidence:
        later = one.link.at > judged and one.link.stance is against.get(tag)
        if later or one.link.item in looked.around.changed:
            yield Says("evidence changed after the tag")
            return


def no_quotation(looked: Looked) -> Iterator[Says]:
    serving = [one for one in looked.record.evidence if one.link.stance is not Stance.CONTEXT]
    bare = [one for one in serving if one.item and one.item.accessed and not is_quoted(one)]
    yield from _named(NO_QUOTATION, bare, len(looked.record.evidence))


def no_access(looked: Looked) -> Iterator[Says]:
    bare = [
        one for one in looked.record.evidence if one.item and one.item.url and not is_dated(one)
    ]
    yield from _named(NO_ACCESS, bare, len(looked.record.evidence))


def one_publisher(looked: Looked) -> Iterator[Says]:
    publishers = [one.item.publisher if one.item else "" for one in looked.record.evidence]
    if len(publishers) > 1 and all(publishers) and len(set(map(source_key, publishers))) == 1:
        yield Says("all evidence comes from one publisher")


def accessed_early(looked: Looked) -> Iterator[Says]:
    early = []
    for one in looked.record.evidence:
        if one.item and one.item.accessed and one.item.published:
            known = min(len(one.item.accessed), len(one.item.published))
            if one.item.accessed[:known] < one.item.published[:known]:
                early.append(one)
    yield from _named(EARLY, early, len(looked.record.evidence))


def facts_left(looked: Looked) -> Iterator[Says]:
    facts, said = set(looked.around.facts), {span for span, _ in looked.held.facts}
    ticked = len(facts & said)
    if 0 < ticked < len(facts):
        yield Says("{n} of {count} facts ticked", {"n": ticked, "count": len(facts)})


def falls_short(looked: Looked) -> bool:
    """Whether a verified claim falls short of what *verified* asks for."""
    if looked.held.tag is not Tag.VERIFIED:
        return False
    whole = [one for one in looked.others if is_quoted(one) and is_dated(one)]
    contradicted = looked.served(Stance.CONTRADICTS) or looked.around.contradicted_by
    return bool(contradicted) or not looked.enough(whole)


def _named(labels: Sequence[str], these: Sequence[Linked], of: int) -> Iterator[Says]:
    """The sentence once, naming what is meant where there is more than one item.

    ``labels``: of the only item, of one of several, of several.
    """
    alone, one, several = labels
    if these and of == 1:
        yield Says(alone)
    elif len(these) == 1:
        yield Says(one, {"name": these[0]})
    elif these:
        yield Says(several, {"name": these[0], "n": len(these) - 1})
