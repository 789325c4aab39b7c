"""The example: a throw-away library in which three analysts have worked the sample through.

What they hold stands in ``resources/example/record.json``; it goes in by the same use cases
as anybody's work. Every address in it is invented and lies under example.org.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from annotator import paths
from annotator.desk import (
    assessing,
    attributing,
    commenting,
    deciding,
    evidence_serving,
    evidencing,
    importing,
    notes,
    passes,
    tagging,
)
from annotator.desk.attributing import AttributionGiven
from annotator.desk.evidence_given import Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Because, ClaimType, Flag, FlagKind, Relation
from annotator.domain.attribution import Mode, Quoted, SourceKind
from annotator.domain.canonical import Json
from annotator.domain.edits.articles import SetArticle
from annotator.domain.edits.form import AnalystId
from annotator.domain.evidence import Contact, Stance
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import STANDINGS, Standing, Tag
from annotator.store import reading
from annotator.store.library import open_library
from annotator.store.write import Author

ANALYSTS = {
    name: Author(AnalystId(f"{letter * 8}-0000-4000-8000-00000000e0a1"), name)
    for letter, name in (("a", "Analyst A"), ("b", "Analyst B"), ("c", "Analyst C"))
}
"""Name → who that is: the same in every example, so that two of them can be compared."""

FIRST = "Analyst A"
"""Who acts where nobody else is named."""

_STANDING = {row.word: row.standing for row in STANDINGS}


@contextmanager
def example_library() -> Iterator[Path]:
    """A library of its own in a folder of its own, with its backups; both are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="annotator-example-") as folder:
        path = Path(folder, "example.db")
        try:
            fill(path)
            yield path
        finally:
            shutil.rmtree(paths.backups_dir(path), ignore_errors=True)


def fill(path: Path) -> ArticleId:
    """Makes the library and puts the whole of the example into it; gives its article."""
    record = json.loads(paths.resource("example/record.json").read_text(encoding="utf-8"))
    store = open_library(path, create=True)
    try:
        people = {name: OpenLibrary(store, author) for name, author in ANALYSTS.items()}
        article = importing.import_file(people[FIRST], paths.sample()).article
        people[FIRST].perform(SetArticle(article, record["article"]))
        _Example(people, article, reading.snapshot(store, article, "")).put(record)
    finally:
        store.close()
    return article


@dataclass
class _Example:
    """The library while it is filled."""

    people: dict[str, OpenLibrary]
    article: ArticleId
    snapshot: Snapshot
    items: dict[str, str] = field(default_factory=dict)
    """What an item is called in the record → its id."""

    def put(self, record: Json) -> None:
        """Everything, in an order in which it could have been done."""
        for place, name in enumerate(self.people):
            self._tag_all(record["tags"], place, name)
        for row in record["claims"]:
            self._put_claim(row, record["items"])
        for library in self.people.values():
            passes.submit(library, self.article)
        self._comment(record["comments"])
        for row in record["decisions"]:
            library = self.people[row["analyst"]]
            spans = (self._span(row["claim"]),)
            deciding.decide(library, self.article, spans, _STANDING[row["outcome"]], row["reason"])
        for row in record["after"]:
            self._judge(self.people[row["analyst"]], [row["claim"]], row["tag"])

    def _tag_all(self, tags: Json, place: int, name: str) -> None:
        held = {number: tag for tag, numbers in tags["all"].items() for number in numbers}
        held |= {int(number): of[place] for number, of in tags["differing"].items()}
        every = range(self.snapshot.last_number + 1)
        for tag in dict.fromkeys((*tags["all"], tags["rest"], "not-checkable")):
            numbers = [number for number in every if held.get(number, tags["rest"]) == tag]
            self._judge(self.people[name], numbers, tag)

    def _judge(self, library: OpenLibrary, numbers: list[int], word: str) -> None:
        claims = [self._claim(number) for number in numbers]
        standing = _STANDING[word]
        if standing is Standing.ON_SOURCE:
            tagging.confirm(library, self.article, claims)
        elif standing is Standing.NOT_CHECKABLE:
            tagging.mark_not_checkable(library, self.article, claims)
        else:
            tagging.tag(library, self.article, claims, Tag(word), looked=True)

    def _put_claim(self, row: Json, items: Json) -> None:
        library, claim = self.people[row["analyst"]], self._claim(row["claim"])
        for one in row.get("attribution", ()):
            attributing.attribute(library, self.snapshot, claim, self._attribution(one))
        for one in row.get("evidence", ()):
            self._put_evidence(library, claim, one, items)
        if "because" in row:
            assessing.dispute_because(
                library, self.article, [claim], Because(row["because"]), self.items[row["against"]]
            )
        if "note" in row:
            notes.write_note(library, self.article, claim, row["note"])
        if "wording" in row:
            assessing.set_wording(library, self.article, claim, row["wording"], row.get("taken"))
        self._put_rest(library, claim, row)

    def _put_rest(self, library: OpenLibrary, claim: ClaimId, row: Json) -> None:
        if "confidence" in row:
            assessing.set_confidence(library, self.article, [claim], row["confidence"])
        if "type" in row:
            assessing.set_type(library, self.article, [claim], ClaimType(row["type"]))
        if "flag" in row:
            of = row["flag"]
            flag = Flag(FlagKind(of["kind"]), of["text"], of["day"])
            assessing.set_flag(library, self.article, [claim], flag)
        for words, right in row.get("facts", {}).items():
            stretch = self._stretch(row["claim"], words)
            assessing.tick(library, self.article, claim, stretch, right)
        for word, number in row.get("relations", ()):
            assessing.relate(library, self.article, claim, self._claim(number), Relation(word))

    def _attribution(self, one: Json) -> AttributionGiven:
        return AttributionGiven(
            source=Quoted(one["source"]),
            cue=Quoted(one.get("cue", "")),
            content=Quoted(one.get("content", "")),
            kind=SourceKind(one["kind"]),
            mode=Mode(one["mode"]),
            via=tuple(one.get("via", ())),
            named_in=self._claim(one["named_in"]) if "named_in" in one else None,
        )

    def _put_evidence(self, library: OpenLibrary, claim: ClaimId, one: Json, items: Json) -> None:
        serving = Serving(
            Stance(one["stance"]),
            one.get("quote", ""),
            one.get("locator", ""),
            one.get("credibility", ""),
        )
        name = one["item"]
        if name in self.items:
            evidence_serving.use(library, self.items[name], self.article, [claim], serving)
            return
        of = dict(items[name])
        contacts = [Contact("", **contact) for contact in of.pop("contacts", ())]
        of.pop("owner")
        if "copy_of" in of:
            of["copy_of"] = self.items[of["copy_of"]]
        added = evidencing.add(
            library, self.article, [claim], Given(**of), serving, contacts=contacts
        )
        self.items[name] = added.item

    def _comment(self, comments: Json) -> None:
        """What analysts say to each other; an answer names the comment by its place."""
        said: list[str] = []
        for row in comments:
            library, claim = self.people[row["analyst"]], self._claim(row["claim"])
            if "answers" in row:
                to = said[row["answers"]]
                applied = commenting.answer(library, self.article, to, row["text"], claim)
            else:
                applied = commenting.comment(library, self.article, claim, row["text"])
            said.append(applied.edits[-1].header.id)

    def _stretch(self, number: int, words: str) -> Span:
        start, end = self._span(number)
        at = self.snapshot.article.text.index(words, start, end)
        return Span(at, at + len(words))

    def _span(self, number: int) -> Span:
        index = self.snapshot.index_of_number(number)
        assert index is not None, "the record is about the sample"
        return self.snapshot.span(index)

    def _claim(self, number: int) -> ClaimId:
        index = self.snapshot.index_of_number(number)
        assert index is not None, "the record is about the sample"
        return self.snapshot.id_at(index)
