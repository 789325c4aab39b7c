"""What one transaction touched of the tables, and what a view has to be told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.edits.attributing import SOURCE
from annotator.domain.edits.comments import TEXT
from annotator.domain.edits.form import EditId, Header
from annotator.domain.edits.people import NAME
from annotator.domain.edits.persons import Persons
from annotator.domain.edits.reviewing import DECISION, DECISION_REASON
from annotator.domain.edits.state import SHARED
from annotator.domain.edits.writes import All, Base, Cut, Own, Paint, Say, Write
from annotator.domain.evidence import LINK
from annotator.domain.snapshot import Change
from annotator.store.index import cut_claims, is_id

DECIDING = (DECISION, DECISION_REASON)
LINKING = (f"{LINK} ", f"{LINK}.me ")
"""What the registers of a claim begin with that say how an item serves it."""
JOINING = ("SamePerson", "TakePseudonym")
"""Kinds of edit that may say that two ids are one person."""


@dataclass
class Touched:
    """What has to be taken again from the index. Analysts are persons."""

    who: Persons
    held: dict[str, set[ClaimId]] = field(default_factory=dict)
    """Analyst → the claims of which that analyst's registers were written."""
    decided: dict[str, set[ClaimId]] = field(default_factory=dict)
    linked: dict[str, set[ClaimId]] = field(default_factory=dict)
    items: dict[str, set[str]] = field(default_factory=dict)
    attributions: dict[str, set[str]] = field(default_factory=dict)
    sources: set[tuple[ArticleId, str]] = field(default_factory=set)
    """(article, source id)"""
    said: set[EditId] = field(default_factory=set)
    relations: set[tuple[str, str, str]] = field(default_factory=set)
    """(analyst, the other one, field)"""
    names: set[str] = field(default_factory=set)
    lists: set[tuple[str, str]] = field(default_factory=set)
    """(analyst, article) whose own registers of the article were written"""
    records: set[ArticleId] = field(default_factory=set)
    stages: set[ArticleId] = field(default_factory=set)
    whole: set[ArticleId] = field(default_factory=set)
    """Articles whose base or text came: their layout is replayed from the beginning."""
    cuts: dict[ArticleId, set[ClaimId]] = field(default_factory=dict)
    paints: set[ArticleId] = field(default_factory=set)
    people: bool = False
    """Who is who may be otherwise: everything is taken again."""

    def take(self, header: Header, article: ArticleId | None, writes: Iterable[Write]) -> None:
        """These writes began to count, or ceased to."""
        person = self.who.of(header.analyst)
        for write in writes:
            match write:
                case Own(about="claim", field=name):
                    self._of_claim(name).setdefault(person, set()).add(ClaimId(write.id))
                case Own():
                    self._take_own(header, person, write)
                case Say():
                    self.said.add(header.id)
                case All() | Base() | Cut() | Paint() if article is not None and is_id(article):
                    self._take_shared(article, write)
        self.people |= header.kind in JOINING

    def _of_claim(self, name: str) -> dict[str, set[ClaimId]]:
        """Where it is noted that a register of this name was written."""
        if name in DECIDING:
            return self.decided
        return self.linked if name.startswith(LINKING) else self.held

    def _take_own(self, header: Header, person: str, write: Own) -> None:
        match write:
            case Own(about="analyst", field=name) if name == NAME:
                if write.id == header.analyst:
                    self.names.add(person)
            case Own(about="analyst"):
                self.relations.add((person, self.who.of(write.id), write.field))
            case Own(about="article"):  # off the list; that a remark of its writer is answered
                self.lists.add((person, write.id))
            case Own(about="evidence"):
                self.items.setdefault(person, set()).add(write.id)
            case Own(about="attribution"):
                self.attributions.setdefault(person, set()).add(write.id)
            case Own(about="comment", field=name) if name == TEXT:
                self.said.add(EditId(write.id))

    def _take_shared(self, article: ArticleId, write: Write) -> None:
        match write:
            case Base():
                self.whole.add(article)
                self.records.add(article)
            case Cut():
                self.cuts.setdefault(article, set()).update(cut_claims(article, write))
            case Paint():
                self.paints.add(article)
            case All(about=about) if about == SOURCE:
                self.sources.add((article, write.id))
            case All(field=name) if name in SHARED:
                self.stages.add(article)
            case All():
                self.records.add(article)


@dataclass
class Changed:
    """What a view has to be told, collected over a transaction."""

    claims: dict[ArticleId, set[Span]] = field(default_factory=dict)
    layouts: set[ArticleId] = field(default_factory=set)
    about: set[ArticleId] = field(default_factory=set)
    """"" stands for the library itself: somebody's name."""
    review: set[ArticleId] = field(default_factory=set)
    """"" stands for the library itself: who is who, and who is hidden."""

    record: set[ArticleId] = field(default_factory=set)
    """Of which evidence, attribution or sources changed; "" stands for items of no article."""

    def changes(self) -> tuple[Change, ...]:
        """One change for each article, in the order of their ids."""
        articles = sorted(
            self.claims.keys() | self.layouts | self.about | self.review | self.record
        )
        return tuple(
            Change(
                article,
                frozenset(self.claims.get(article, ())),
                article in self.layouts,
                article in self.about,
                article in self.review,
                article in self.record,
            )
            for article in articles
        )
