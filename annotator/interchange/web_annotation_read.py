"""Reading Web Annotations back: ours, and those of other tools.

A collection, a page, an array or a single annotation (W3C data model, 5 and 3.1), and the rows that the
API of Hypothesis answers with. A body that is one of our words for a tag is the tag; every other text
is the note of whoever wrote it. An annotation about an annotation is a comment, and so is one
that was answered, or that we wrote as one. Decisions stay where they are: a reviewer writes them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from annotator.domain.article import ArticleId
from annotator.domain.assessment import Because
from annotator.domain.brought import Brought, BroughtComment, BroughtJudgement, NotRead, Place
from annotator.domain.canonical import Json
from annotator.domain.edits.writes import UUID
from annotator.domain.tags import STANDINGS, Standing
from annotator.domain.wording import amount, first_words
from annotator.interchange.web_annotation import ABOUT, GENERATOR
from annotator.interchange.web_annotation_parts import (
    Body,
    bodies,
    first_text,
    iri,
    moment,
    person,
    place,
    several,
    source,
    words,
)

_STANDING = {row.word: row.standing for row in STANDINGS if row.standing is not Standing.UNTAGGED}
_BECAUSE = {because.value: because for because in Because}
_TAGS = ("tagging", "classifying", "assessing", "identifying")
"""For these purposes a text may be a tag; without a purpose, too."""

MOST = 500_000
"""Annotations in one file: some sixteen times what three analysts hold of 10,000 claims."""

_SIGNS = (
    b"/ns/anno.jsonld",
    b'"TextQuoteSelector"',
    b'"TextPositionSelector"',
    b'"AnnotationCollection"',
    b'"AnnotationPage"',
)


def recognises(data: bytes) -> bool:
    """Whether it is JSON that speaks of annotations."""
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head[:1] in (b"{", b"[") and any(sign in data for sign in _SIGNS)


def read(data: bytes) -> Brought:
    """What the annotations say. Raises ValueError for what is no JSON, or holds none."""
    value = _value(data)
    reading = _Reading()
    rows = [row for row in reading.rows(value) if isinstance(row, dict)]
    if not rows:
        raise ValueError("there is no annotation in it")
    if len(rows) > MOST:
        raise ValueError(f"it holds more than {MOST:,} annotations: ask for fewer at a time")
    reading.take(rows)
    about = iri(value.get(ABOUT)) if isinstance(value, dict) else ""
    return reading.brought(about, value if isinstance(value, dict) else {})


def _value(data: bytes) -> Json:
    """The JSON; of half a character, which can be written in escapes alone, a question mark is left."""
    try:
        # As text: of bytes ``json`` would take halves of characters that are no UTF-8.
        value = json.loads(data.decode("utf-8-sig"))
        if b"\\u" in data:
            text = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
            value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError("it is no whole JSON: ask for the file again") from error
    return value


@dataclass(frozen=True, slots=True)
class _Row:
    """One annotation. ``id`` and ``targets`` are IRIs, bare ids where they are UUIDs'."""

    json: dict[str, Json]
    id: str
    motivations: tuple[str, ...]
    targets: tuple[Json, ...]
    answers: str
    """The annotation that it is about, where it is about one of this file, or says so."""


@dataclass
class _Reading:
    """One file while it is read."""

    judgements: list[BroughtJudgement] = field(default_factory=list)
    comments: list[BroughtComment] = field(default_factory=list)
    _odd: Counter[tuple[str, str]] = field(default_factory=Counter)
    _sources: Counter[str] = field(default_factory=Counter)

    def rows(self, value: Json) -> Iterator[Json]:
        """The annotations, wherever they stand."""
        if isinstance(value, list):
            yield from value
            return
        if not isinstance(value, dict):
            return
        for key in ("items", "rows", "annotations"):
            yield from several(value.get(key))
        first = value.get("first")
        if isinstance(first, dict):
            yield from several(first.get("items"))
        away = [page for page in (first, value.get("next")) if isinstance(page, str)]
        if away:
            self._odd["more pages", "they lie elsewhere, and nothing is fetched"] += 1
        if value.get("target") is not None:
            yield value

    def take(self, values: list[dict[str, Json]]) -> None:
        """Reads every annotation."""
        ids = {iri(value) for value in values} - {""}
        rows = [_row(value, ids) for value in values]
        for row in rows:
            self._sources.update({source(one) for one in row.targets if not row.answers} - {""})
        answered = {row.answers for row in rows} - {""}
        for row in rows:
            if "moderating" in row.motivations:
                why = "decisions are not brought in: settle what you find in Review"
                self._odd["decision", why] += 1
            elif row.answers:
                self._comment(row, None)
            else:
                self._placed(row, discussed=row.id in answered)

    def _placed(self, row: _Row, *, discussed: bool) -> None:
        page = self._page
        for target in row.targets:
            found, where = place(target), source(target)
            if where and where != page:
                why = f"about another resource than most of it, {where[:80]}"
                self._odd["annotation", why] += 1
            elif found is None:
                why = "it says nothing of where in the text it belongs"
                self._odd[f"annotation {_named(row)}".strip(), why] += 1
            elif "commenting" in row.motivations and (discussed or _ours(row)):
                self._comment(row, found)
            else:
                self._judge(row, found)

    @property
    def _page(self) -> str:
        """What most of the annotations are about."""
        return max(sorted(self._sources), key=lambda one: self._sources[one], default="")

    def _comment(self, row: _Row, where: Place | None) -> None:
        who, key = _creator(row)
        for one in bodies(row.json):
            if isinstance(one, str):
                self._strange(one)
            else:
                self.comments.append(
                    BroughtComment(row.id, who, where, one.text, moment(row.json), row.answers, key)
                )

    def _judge(self, row: _Row, where: Place) -> None:
        """One judgement for each who wrote a body of it."""
        said: dict[tuple[str, str], list[Body]] = {}
        for one in bodies(row.json):
            if isinstance(one, str):
                self._strange(one)
                continue
            writer = (one.who, one.key) if one.key or one.who else _creator(row)
            if "replying" in one.purposes:  # as Recogito writes them, among the bodies
                who, key = writer
                self.comments.append(
                    BroughtComment("", who, where, one.text, one.made or moment(row.json), "", key)
                )
            else:
                said.setdefault(writer, []).append(one)
        if not said and "highlighting" not in row.motivations:
            self._odd["annotation", "it says nothing of the words that it marks"] += 1
        for (who, key), texts in said.items():
            made = max(one.made for one in texts) or moment(row.json)
            found = BroughtJudgement(who, where, made=made, key=key)
            self.judgements.append(_with_texts(found, texts))

    def _strange(self, what: str) -> None:
        self._odd[what, "only texts are read"] += 1

    def brought(self, about: str, value: dict[str, Json]) -> Brought:
        """All that was read, and what was not."""
        page = self._page
        known = next((one for one in (about, page) if UUID.fullmatch(one)), None)
        return Brought(
            article=ArticleId(known) if known else None,
            title=first_text(value.get("label")),
            address=page if not UUID.fullmatch(page) else "",
            judgements=tuple(self.judgements),
            comments=tuple(self.comments),
            not_read=tuple(
                NotRead(what if count == 1 else _counted(what, count), why)
                for (what, why), count in self._odd.items()
            ),
        )


def _counted(what: str, count: int) -> str:
    return amount(count, what) if what in ("decision", "annotation") else f"{count:,} × {what}"


def _row(value: dict[str, Json], ids: set[str]) -> _Row:
    targets = tuple(several(value.get("target")))
    answers = next((iri(one) for one in targets if _is_whole(one) and iri(one) in ids), "")
    motivations = words(value.get("motivation"))
    references = [iri(one) for one in several(value.get("references"))]
    if not answers and references:  # as Hypothesis writes them: the last is what it answers
        answers = references[-1]
    if not answers and "replying" in motivations:
        answers = next((iri(one) for one in targets if _is_whole(one)), "")
    return _Row(value, iri(value), motivations, targets, answers)


def _is_whole(target: Json) -> bool:
    """Whether a target is a resource as such, and no part of one."""
    return isinstance(target, str) or (isinstance(target, dict) and "selector" not in target)


def _creator(row: _Row) -> tuple[str, str]:
    given = row.json.get("creator")
    return person(given if given is not None else row.json.get("user"))


def _ours(row: _Row) -> bool:
    """Whether we wrote it: then what is for commenting is a comment, and a note stands by its tag."""
    generators = several(row.json.get("generator"))
    return any(isinstance(one, dict) and one.get("name") == GENERATOR for one in generators)


def _named(row: _Row) -> str:
    text = next((one.text for one in bodies(row.json) if isinstance(one, Body)), "")
    return f"“{first_words(text)}”" if text else ""


def _with_texts(found: BroughtJudgement, texts: list[Body]) -> BroughtJudgement:
    """The tag, and what belongs to it; whatever else is said is the note."""
    tags = [_word(one) for one in texts if _may_tag(one)]
    standing = next((_STANDING[word] for word in tags if word in _STANDING), Standing.UNTAGGED)
    because = None
    if standing is Standing.DISPUTED:
        because = next((_BECAUSE[word] for word in tags if word in _BECAUSE), None)
    notes: list[str] = []
    why, wording = "", ""
    for one in texts:
        word = _word(one) if _may_tag(one) else ""
        if _STANDING.get(word) is standing or (because and _BECAUSE.get(word) is because):
            continue
        if standing is Standing.NOT_CHECKABLE and "describing" in one.purposes and not why:
            why = one.text
        elif "editing" in one.purposes and not wording:
            wording = one.text
        else:
            notes.append(one.text)
    note = "\n\n".join(dict.fromkeys(notes))
    return replace(found, standing=standing, because=because, note=note, why=why, wording=wording)


def _may_tag(one: Body) -> bool:
    return not one.purposes or not set(_TAGS).isdisjoint(one.purposes)


def _word(one: Body) -> str:
    return "-".join(one.text.casefold().split())
