"""A report of any number of claims, made without a library: for what has to hold of large ones."""

from __future__ import annotations

from functools import cache

from annotator.domain.article import Article, article_id, claim_id, text_hash
from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.evidence import Item, Link, Linked, Stance
from annotator.domain.record import Record
from annotator.domain.report import Held, Report, ReportClaim
from annotator.domain.tags import Tag
from annotator.text.passages import cut, passages
from unit.exporters.reports import ANNA, BEN, START

LAST = "This is the very last sentence of them all."


@cache
def many(claims: int = 10_000) -> Report:
    """Two analysts who share every tag, a note on each fifth claim, evidence on each."""
    body = "\n\n".join(f"Sentence number {n} says that {n} people came." for n in range(2, claims))
    text = f"What is said\n\n{body}\n\n{LAST}\n"
    where = passages(text)
    article = Article(
        article_id(text_hash(text)), text, text_hash(text), "What is said", "The Daily"
    )
    people = Analyst(ANNA, "Anna"), Analyst(BEN, "Ben")
    found = []
    for number, span in enumerate(cut(text, where)):
        item = Item(f"e{number // 10}", ANNA, url=f"https://example.org/{number // 10}")
        record = Record((Linked(Link(item.id, Stance.SUPPORTS, "its words"), item),))
        tag = list(Tag)[number % 3]
        note = f"Note {number}." if number % 5 == 0 else ""
        held = (
            Held(people[0], Assessment(tag, note=note), START, record),
            Held(people[1], Assessment(tag), START),
        )
        words = text[span.start : span.end]
        found.append(
            ReportClaim(claim_id(article.id, span), number, span, words, retired=False, held=held)
        )
    return Report(article, tuple(where), tuple(found), people, (), START, "Anna")
