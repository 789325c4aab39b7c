"""What a set of edits amounts to: a pure function, and the law the tables are held to.

It asks neither the clock, nor who is acting, nor in what order the edits came.
``doctor`` compares the database with it, and the property tests are about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from annotator.domain.article import ArticleId, ClaimId, Passage, Span, claim_id
from annotator.domain.assessment import Assessment, read_fields
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.edits.form import Edit, EditId, Header
from annotator.domain.edits.kinds import known, undoable
from annotator.domain.edits.writes import All, Base, Cut, Own, Paint, Write
from annotator.domain.layout import painted, replay

Stamp = tuple[int, str]
"""The place of an edit in the total order: (at, id)."""

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
    imported_at: int = 0
    imported_by: str = ""


@dataclass
class State:
    """Everything a library says. Owners are analysts' ids."""

    articles: dict[ArticleId, ArticleState] = field(default_factory=dict)
    own: dict[tuple[str, str, str], Register] = field(default_factory=dict)
    """(owner, about, id) → registers."""

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
            owner: str(register["name"][1])
            for (owner, about, key), register in self.own.items()
            if about == "analyst"
            and owner == key
            and text_or_empty(register.get("name", (0, ""))[1])
        }


def dead(headers: Iterable[Header]) -> set[EditId]:
    """The edits that are left out: the last Undo or Redo naming them is an Undo.

    Only the same person counts, only later than the target, and only where the
    target is of a kind that can be taken back.
    """
    headers = list(headers)
    targets = {header.id: header for header in headers}
    last: dict[EditId, tuple[Stamp, str]] = {}
    for header in headers:
        target = targets.get(header.undoes) if header.undoes else None
        if target is not None and marks(header, target):
            mark = (header.order, header.kind)
            last[target.id] = max(last.get(target.id, mark), mark)
    return {edit for edit, (_, kind) in last.items() if kind == "Undo"}


def marks(header: Header, target: Header) -> bool:
    """Whether this Undo or Redo counts for that target."""
    return (
        header.kind in ("Undo", "Redo")
        and known(header.kind, header.version)
        and header.analyst == target.analyst
        and header.order > target.order
        and undoable(target.kind)
    )


def live_writes(edits: Iterable[Edit]) -> Iterator[tuple[Header, ArticleId | None, Write]]:
    """Every write that counts, in the total order."""
    sound = [edit for edit in edits if edit.header.sound]
    left_out = dead(edit.header for edit in sound)
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
    edits = list(edits)
    result = State()
    layouts: dict[ArticleId, tuple[list[Cut], list[Paint]]] = {}
    for header, article, write in live_writes(edits):
        if isinstance(write, Own):
            register = result.own.setdefault((header.analyst, write.about, write.id), {})
            register[write.field] = (header.order, write.value)
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
    return result


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
        case All(about="article") if write.id == article:
            of.record[write.field] = text_or_empty(write.value)
        case Cut():
            cuts.append(write)
        case Paint():
            paints.append(write)


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
