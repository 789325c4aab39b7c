"""What a set of edits amounts to: a pure function, and the law the tables are held to.

It asks neither the clock, nor who is acting, nor in what order the edits came.
``doctor`` compares the database with it, and the property tests are about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from annotator.domain import enclosed
from annotator.domain.article import ArticleId, ClaimId, Passage, Span, claim_id
from annotator.domain.assessment import Assessment, read_fields
from annotator.domain.attribution import SOURCE_NAME, Attribution, is_there, read_attribution
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.decision import Decision, read_decision
from annotator.domain.edits.attributing import SOURCE
from annotator.domain.edits.comments import COMMENT, TEXT
from annotator.domain.edits.erased import without_erased
from annotator.domain.edits.form import Edit, EditId, Header
from annotator.domain.edits.kinds import known, undoable
from annotator.domain.edits.people import NAME
from annotator.domain.edits.persons import Persons, persons
from annotator.domain.edits.reviewing import APPROVED, DECISION, RETURNED, STATE, STATE_REASON
from annotator.domain.edits.writes import All, Base, Cut, Own, Paint, Say, Write
from annotator.domain.evidence import Link, Side, read_links, read_side
from annotator.domain.layout import painted, replay
from annotator.domain.order import Stamp
from annotator.domain.review import Said

Register = dict[str, tuple[Stamp, Json]]
"""Field → the stamp and the value of the write that stands."""


@dataclass
class ArticleState:
    """One article: its passages and claims, and what stands of its record."""

    base: Base | None = None
    passages: tuple[Passage, ...] = ()
    live: dict[ClaimId, Span] = field(default_factory=dict)
    named: dict[ClaimId, Span] = field(default_factory=dict)
    """Every span that any base or cut ever named, whether it took effect or not."""
    record: dict[str, str] = field(default_factory=dict)
    shared: dict[str, tuple[Header, Json]] = field(default_factory=dict)
    """What anybody wrote last of its state: field → the header and the value."""
    sources: dict[str, str] = field(default_factory=dict)
    """Source id → what that source is called, or with which one it was joined."""
    imported_at: int = 0
    imported_by: str = ""


@dataclass
class State:
    """Everything a library says. Owners are persons: the smallest id of each."""

    articles: dict[ArticleId, ArticleState] = field(default_factory=dict)
    own: dict[tuple[str, str, str], Register] = field(default_factory=dict)
    """(owner, about, id) → registers."""
    said: list[Said] = field(default_factory=list)
    """Every live saying, in the total order; comments with the text they were given last."""
    persons: Persons = field(default_factory=Persons)
    clocks: dict[str, int] = field(default_factory=dict)
    """Edit → what the clock said, of the edits that decide something."""

    def assessments(self) -> dict[tuple[str, ClaimId], Assessment]:
        """What each analyst holds of each claim, empty ones left out."""
        found = {
            (owner, ClaimId(key)): read_fields(register)
            for (owner, about, key), register in self.own.items()
            if about == "claim"
        }
        return {key: value for key, value in found.items() if not value.empty}

    def names(self) -> dict[str, str]:
        """Analyst → the name that analyst goes by."""
        return {
            owner: str(register[NAME][1])
            for (owner, about, key), register in self.own.items()
            if about == "analyst" and owner == key and text_or_empty(register.get(NAME, (0, ""))[1])
        }

    def sides(self) -> dict[tuple[str, str, bool], Side]:
        """(owner, item, private) → one side of an item of evidence, empty ones left out."""
        found = {
            (owner, key, private): read_side(register, private)
            for (owner, about, key), register in self.own.items()
            if about == "evidence"
            for private in (False, True)
        }
        return {key: side for key, side in found.items() if not side.empty}

    def links(self) -> dict[tuple[str, ClaimId, str, bool], Link]:
        """(owner, claim, item, private) → what an item says of a claim."""
        return {
            (owner, ClaimId(key), link.item, private): link
            for (owner, about, key), register in self.own.items()
            if about == "claim"
            for private in (False, True)
            for link in read_links(register, private)
        }

    def attributions(self) -> dict[tuple[str, str], tuple[Attribution, bool]]:
        """(owner, id) → who the article says a claim comes from, and whether it is there still."""
        found = {
            (owner, key): (read_attribution(key, register), is_there(register))
            for (owner, about, key), register in self.own.items()
            if about == "attribution"
        }
        return {key: (one, there) for key, (one, there) in found.items() if one is not None}

    def decisions(self) -> dict[tuple[str, ClaimId], Decision]:
        """(reviewer, claim) → what was decided."""
        found = {}
        for (owner, about, key), register in self.own.items():
            if about == "claim" and DECISION in register:
                clock = self.clocks.get(register[DECISION][0][1], 0)
                decision = read_decision(owner, register, clock, self.persons.joined)
                if decision is not None:
                    found[owner, ClaimId(key)] = decision
        return found


def dead(headers: Iterable[Header], who: Persons) -> set[EditId]:
    """The edits that are left out: the last Undo or Redo naming them is an Undo.

    Only the same person counts, only later than the target, and only where the
    target is of a kind that can be taken back.
    """
    headers = list(headers)
    targets = {header.id: header for header in headers}
    last: dict[EditId, tuple[Stamp, str]] = {}
    for header in headers:
        target = targets.get(header.undoes) if header.undoes else None
        if target is not None and marks(header, target, who):
            mark = (header.order, header.kind)
            last[target.id] = max(last.get(target.id, mark), mark)
    return {edit for edit, (_, kind) in last.items() if kind == "Undo"}


def marks(header: Header, target: Header, who: Persons) -> bool:
    """Whether this Undo or Redo counts for that target."""
    return (
        header.kind in ("Undo", "Redo")
        and known(header.kind, header.version)
        and who.of(header.analyst) == who.of(target.analyst)
        and header.order > target.order
        and undoable(target.kind)
    )


def live_writes(
    edits: Iterable[Edit], who: Persons
) -> Iterator[tuple[Header, ArticleId | None, Write]]:
    """Every write that counts, in the total order."""
    sound = [edit for edit in edits if edit.header.sound and edit.header.id not in who.copies]
    left_out = dead((edit.header for edit in sound), who)
    for edit in sorted(sound, key=lambda edit: edit.header.order):
        header = edit.header
        if header.id in left_out or not known(header.kind, header.version):
            continue
        for part in sorted(
            edit.sound_parts, key=lambda part: (part.article or "", part.part_class)
        ):
            for write in part.writes:
                yield header, part.article, write


def state(edits: Iterable[Edit], texts: Mapping[ArticleId, str]) -> State:
    """What these edits amount to. ``texts`` holds the articles whose text is here."""
    edits = without_erased(edits)
    who = persons(edits)
    result = State(persons=who)
    layouts: dict[ArticleId, tuple[list[Cut], list[Paint]]] = {}
    for header, article, write in live_writes(edits, who):
        if isinstance(write, Own):
            _own(result, header, write)
        elif isinstance(write, Say):
            _say(result, header, article, write)
        elif article is not None and article in texts:
            of = result.articles.setdefault(article, ArticleState())
            cuts, paints = layouts.setdefault(article, ([], []))
            _take(of, header, article, write, cuts, paints)
    for article, of in result.articles.items():
        cuts, paints = layouts[article]
        of.live = replay(article, len(texts[article]), of.base, cuts)
        within = [p for p in of.base.passages if p.end <= len(texts[article])] if of.base else []
        of.passages = painted(texts[article], within, paints)
    _name_spans(result, edits, texts)
    once = {(said.edit, said.about, said.id, said.field): said for said in result.said}
    ordered = sorted(once.values(), key=lambda one: (*one.order, one.about, one.id, one.field))
    result.said = [_as_worded(result, said) for said in ordered]
    return result


def _own(result: State, header: Header, write: Own) -> None:
    key = result.persons.of(write.id) if write.about == "analyst" else write.id
    owner = result.persons.of(header.analyst)
    if write.field == NAME and write.id != header.analyst:
        return
    register = result.own.setdefault((owner, write.about, key), {})
    register[write.field] = (header.order, write.value)
    if write.field == DECISION:
        result.clocks[header.id] = header.clock


def _say(result: State, header: Header, article: ArticleId | None, write: Say) -> None:
    said = saying(header, article, write, result.persons)
    if said is not None:
        result.said.append(said)


def saying(header: Header, article: ArticleId | None, write: Say, who: Persons) -> Said | None:
    """What a write says, or None where it is about nothing in its part's article."""
    if article is None or write.about not in ("claim", "article"):
        return None
    if write.about == "article" and write.id != article:
        return None
    return Said(
        header.id,
        header.at,
        header.clock,
        who.of(header.analyst),
        article,
        write.about,
        write.id,
        write.field,
        _of_originals(write, who),
    )


def _of_originals(write: Say, who: Persons) -> Json:
    """What is said in answer to a copy is an answer to its original, where that is here."""
    name = ANSWERING.get(write.field)
    if name is None or not isinstance(write.value, dict) or name not in write.value:
        return write.value
    return write.value | {name: who.original(write.value[name])}


ANSWERING = {RETURNED: "submission", APPROVED: "submission", COMMENT: "answers"}
"""What names another edit: field → where in its value."""


def _as_worded(result: State, said: Said) -> Said:
    """A comment with the text its writer gave it last."""
    if said.field != COMMENT or not isinstance(said.value, dict):
        return said
    register = result.own.get((said.analyst, "comment", said.edit), {})
    if TEXT not in register:
        return said
    return replace(said, value=said.value | {"text": text_or_empty(register[TEXT][1])})


def _take(
    of: ArticleState,
    header: Header,
    article: ArticleId,
    write: Write,
    cuts: list[Cut],
    paints: list[Paint],
) -> None:
    match write:
        case Base() if of.base is None:
            of.base = write
            of.record = dict(write.given) | of.record
            of.imported_at, of.imported_by = header.clock, header.analyst
        case All(about=about, field=name) if about == SOURCE:
            if name == SOURCE_NAME:
                of.sources[write.id] = text_or_empty(write.value)
        case All(about="article", field=name) if write.id == article and name in SHARED:
            of.shared[name] = (header, write.value)
        case All(about="article") if write.id == article:
            of.record[write.field] = text_or_empty(write.value)
        case Cut():
            cuts.append(write)
        case Paint():
            paints.append(write)


SHARED = (STATE, STATE_REASON, *enclosed.REGISTERS)
"""What is shared of an article and is no text of its record."""


def _name_spans(result: State, edits: Iterable[Edit], texts: Mapping[ArticleId, str]) -> None:
    """Names every span of every base and cut, dead and void ones too.

    A claim that only a cut taken back had made keeps what was held of it.
    """
    for edit in edits:
        if not edit.header.sound or not known(edit.header.kind, edit.header.version):
            continue
        for part in edit.sound_parts:
            article = part.article
            if article is None or article not in texts:
                continue
            named = result.articles.setdefault(article, ArticleState()).named
            for write in part.writes:
                for span in spans_named(write):
                    if span.end <= len(texts[article]):
                        named[claim_id(article, span)] = span


def spans_named(write: Write) -> tuple[Span, ...]:
    """The claims a base or a cut brings in."""
    if isinstance(write, Base):
        return write.claims
    return write.into if isinstance(write, Cut) else ()
