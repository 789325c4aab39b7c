"""How fast libraries come together: 100,000 edits brought in, shuffled; again; previewed; sent.

The edits are of three analysts on one article of 20,000 sentences: tags, notes, confirmations,
some taken back, some claims split.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from annotator.desk import importing, merging, sending
from annotator.desk.library import OpenLibrary
from annotator.domain.article import Span, claim_id
from annotator.domain.edits.act import Act
from annotator.domain.edits.articles import ImportArticle
from annotator.domain.edits.form import AnalystId, Edit, Stamp
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.layout import SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetConfirmed, SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.tags import Tag
from annotator.store.incoming import incoming
from annotator.store.write import Author, NewText, absorb, absorb_all
from bench import _articles, _home
from bench._table import Bar, heading, row

SENTENCES, EDITS = 20_000, 100_000
PEOPLE = [
    Author(AnalystId(f"{letter * 8}-0000-4000-8000-00000000000{letter}"), name)
    for letter, name in (("a", "Anna"), ("b", "Ben"), ("c", "Chloé"))
]
BEGINNING = 1_794_000_000_000_000
"""Microseconds since 1970."""


def history(prepared: importing.Prepared, chance: random.Random) -> Iterator[Edit]:
    """The edits, in the order in which they were made."""
    article = prepared.article
    spans = prepared.claims
    ids = [claim_id(article, span) for span in spans]
    at = BEGINNING
    last: dict[str, Edit] = {}

    def made(who: Author, act: Act) -> Edit:
        nonlocal at
        at += 1000
        version = KINDS[act.kind].version
        return Stamp(who.id, at, at).seal(act.kind, version, act.writes(), act.undoes)

    for who in PEOPLE:
        yield made(who, SetName(who.id, who.name))
    first = ImportArticle(article, "bench", prepared.passages, spans, "", prepared.given)
    yield made(PEOPLE[0], first)
    for _ in range(EDITS - len(PEOPLE) - 1):
        who, at_claim, what = chance.choice(PEOPLE), chance.randrange(len(ids)), chance.random()
        claim, span = ids[at_claim], spans[at_claim]
        if what < 0.05 and who.id in last:
            yield made(who, Undo(last.pop(who.id).header.id))
        elif what < 0.055:
            parts = (Span(span.start, span.start + 8), Span(span.start + 9, span.end))
            yield made(who, SplitClaim(article, claim, parts))
        else:
            last[who.id] = made(who, _judging(article, claim, what, chance))
            yield last[who.id]


def _judging(article: Any, claim: Any, what: float, chance: random.Random) -> Act:
    if what < 0.75:
        return SetTag(article, (claim,), chance.choice((*Tag,)))
    if what < 0.95:
        words = "A note of some length that says why, and where that was seen. "
        return SetNote(article, claim, words * chance.randint(1, 3))
    return SetConfirmed(article, (claim,), confirmed=True)


def timed(what: Callable[..., object], *given: Any, **named: Any) -> float:
    """Milliseconds that a call takes."""
    began = time.perf_counter()
    what(*given, **named)
    return (time.perf_counter() - began) * 1000


def taken_in(library: OpenLibrary, file: Path) -> None:
    with incoming(file) as source:
        absorb_all(library.store, [source])


def main() -> None:
    prepared = importing.prepare(_articles.text(SENTENCES).encode(), "article.txt")
    edits = list(history(prepared, random.Random(1)))
    random.Random(2).shuffle(edits)
    sent = _articles.library(_home.HOME / "sent.db")
    absorb(sent.store, edits, {prepared.article: NewText(prepared.text, prepared.original)})
    del edits
    sent.close()
    heading(f"Exchange: {EDITS:,} edits by three, shuffled ({sent.path.stat().st_size >> 20} MB)")
    measure(sent.path)


def measure(file: Path) -> None:
    came, again = [], []
    for number in range(3):
        library = _articles.library(_home.HOME / f"into{number}.db")
        came.append(timed(taken_in, library, file))
        again += [timed(taken_in, library, file) for _ in range(2)]
        library.close()
    row("brought in: read, checked, put in", came, bar=Bar(4000))
    row("brought in again: all of it is there", again, bar=Bar(1000))
    empty = _articles.library(_home.HOME / "empty.db")
    row("preview, into an empty library", [timed(merging.preview, empty, [file])])
    row("merge, with its backup and its counts", [timed(merging.merge, empty, [file])])
    row("merge again", [timed(merging.merge, empty, [file])])
    row("take back", [timed(merging.take_back, empty)])
    empty.close()
    sending_it(file)


def sending_it(file: Path) -> None:
    own = OpenLibrary(
        _articles.library(shutil.copyfile(file, _home.HOME / "own.db")).store, PEOPLE[0]
    )
    article = own.store.rows("SELECT id FROM articles")[0][0]
    target = _home.HOME / "own.annotations"
    count = own.store.rows("SELECT count(*) FROM edits WHERE analyst = ?", (PEOPLE[0].id,))[0][0]
    row(f"send {count:,} of them", [timed(sending.send, own, [article], target)])
    row(
        "  under a pseudonym",
        [timed(sending.send, own, [article], target, pseudonym="Nobody", force=True)],
    )
    own.close()


if __name__ == "__main__":
    main()
