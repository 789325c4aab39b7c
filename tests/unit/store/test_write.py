"""The gate: who may write the set, what it stamps, what it refuses, and that it stays flat."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import annotator.store
from annotator.domain.article import ArticleId, PassageKind, Span, claim_id
from annotator.domain.edits.act import Act
from annotator.domain.edits.form import YEAR_2100, PartClass, Stamp
from annotator.domain.edits.layout import JoinClaims, MarkBoilerplate, SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Redo, Undo
from annotator.domain.edits.writes import Own
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Tag
from annotator.store import doctor, drafts, history, reading, schema, write
from annotator.store.library import Library
from annotator.store.write import RELEASED, DraftKey, NewText, absorb, apply
from factories import ANNA, BEN, SENTENCES, TEXT, bring_in, claims_of, import_of, spans_of

SPANS = spans_of(TEXT, SENTENCES)
STORE = Path(annotator.store.__file__).parent

WRITES_THE_SET = {
    ("log.py", "put_headers"): "edits",
    ("log.py", "put_parts"): "parts",
    ("log.py", "put_text"): "articles",
    ("log.py", "put_original"): "originals",
    ("files.py", "put_file"): "files",
    ("lifting.py", "delete_parts"): "parts",
    ("lifting.py", "delete_bytes"): "files and originals",
    ("lifting.py", "delete_text"): "articles",
}
"""Where rows of the set are put in or taken out: for ``apply``, ``absorb`` and ``erase`` alone.

The first two are in write.py, ``erase`` in erasing.py. ``union.take_in`` is the inside of
``absorb``; ``Derivation`` puts in what either gives it, and takes out what was erased.
"""


def test_only_apply_absorb_and_erase_write_the_set() -> None:
    """Whoever writes a fourth changes this test with its reason."""
    found = set()
    verbs = re.compile(
        rf"(INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+({'|'.join(schema.INSERT_ONLY)})\b"
    )
    for path in STORE.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text())):
            if isinstance(function, ast.FunctionDef) and verbs.search(ast.unparse(function)):
                found.add((path.name, function.name))
    assert found == set(WRITES_THE_SET)
    assert callers_of(r"\blog\.put_(headers|parts)\(") == {"derive.py"}
    assert callers_of(r"\blog\.put_(text|original)\(") == {"union.py", "write.py"}
    assert callers_of(r"derivation\.put(_all)?\(") == {"erasing.py", "union.py", "write.py"}
    assert callers_of(r"\bput_file\(") == {"files.py", "union.py", "write.py"}
    # ``cleaning`` does the same to backups, which hold the same set.
    assert callers_of(r"\blifting\.delete_") == {"erased.py", "erasing.py"}
    assert callers_of(r"\berased\.take_out\(") == {"derive.py"}
    assert callers_of(r"derivation\.take_out\(") == {"cleaning.py", "erasing.py"}
    assert callers_of(r"\btake_in\(") == {"union.py", "write.py"}


def callers_of(pattern: str) -> set[str]:
    return {path.name for path in STORE.rglob("*.py") if re.search(pattern, path.read_text())}


def test_every_transaction_that_writes_is_known() -> None:
    writers = {
        path.name for path in STORE.rglob("*.py") if re.search(r"\.writing\(", path.read_text())
    }
    # ``merges`` writes into a private copy of a backup, which then becomes the library.
    # ``searchdue`` writes what is searched, ``keptfilters`` into ``local``: neither is the set.
    # ``cleaning`` writes the search anew, and erases in backups what is erased in the library.
    assert writers == {
        "write.py",
        "erasing.py",
        "cleaning.py",
        "drafts.py",
        "doctor.py",
        "migrate.py",
        "merges.py",
        "searchdue.py",
        "keptfilters.py",
    }


def stamps(library: Library) -> list[tuple[object, ...]]:
    return library.rows("SELECT at, clock, kind FROM edits ORDER BY seq")


def test_the_first_edit_brings_the_name(library: Library) -> None:
    article = bring_in(library)
    assert [row[2] for row in stamps(library)] == ["SetName", "ImportArticle"]
    apply(library, BEN, [SetName(BEN.id, "Benjamin")])
    assert [one.name for one in reading.analysts(library)] == ["Anna", "Benjamin"]
    assert article


def test_each_edit_is_later_than_all_that_are_held(
    library: Library, article: ArticleId, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = claims_of(article)
    ahead = 4_000_000_000_000_000
    own = (PartClass.TAGS, article, Own("claim", claims[0], "judgement", {"tag": "verified"}))
    absorb(library, [Stamp(BEN.id, ahead, ahead).seal("SetTag", 1, (own,))])
    for clock in (1, RELEASED + 5, ahead - 1):
        monkeypatch.setattr(write, "_now", lambda clock=clock: clock)
        apply(library, ANNA, [SetTag(article, claims[:1], Tag.DISPUTED)])
        at, shown, _ = stamps(library)[-1]
        ahead += 1
        assert (at, shown) == (ahead, clock)


def test_never_before_the_release(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "_now", lambda: 0)
    bring_in(library)
    assert [row[:2] for row in stamps(library)] == [(RELEASED, 0), (RELEASED + 1, 0)]


def test_after_the_last_moment_nothing_can_follow(library: Library, article: ArticleId) -> None:
    last = YEAR_2100 - 1
    absorb(library, [Stamp(BEN.id, last, last).seal("SetName", 1, ())])
    with pytest.raises(AnnotatorError, match="2099"):
        apply(library, ANNA, [SetTag(article, claims_of(article)[:1], Tag.VERIFIED)])


def test_a_claim_that_was_cut_in_the_meantime(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    join = JoinClaims(article, claims[1:3], Span(SPANS[1].start, SPANS[2].end))
    apply(library, ANNA, [join])
    before = library.last_edit()
    with pytest.raises(AnnotatorError, match="in the meantime"):
        apply(library, BEN, [SplitClaim(article, claims[1], (SPANS[1],))])
    with pytest.raises(AnnotatorError, match="in the meantime"):
        apply(library, BEN, [SetTag(article, claims[3:4], Tag.VERIFIED), join])
    assert library.last_edit() == before


def test_acts_that_build_on_each_other(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    into = Span(SPANS[1].start, SPANS[2].end)
    acts: list[Act] = [
        JoinClaims(article, claims[1:3], into),
        SplitClaim(article, claim_id(article, into), (SPANS[1], SPANS[2])),
    ]
    apply(library, ANNA, acts)
    assert reading.claim_by_number(library, article, 1) == SPANS[1]
    assert doctor.examine(library) == ()


def test_what_cannot_be_taken_back(library: Library, article: ArticleId) -> None:
    done = apply(library, ANNA, [SetTag(article, claims_of(article)[:1], Tag.VERIFIED)])
    tagged = done.edits[0].header.id
    imported = history.history(library, article)[0].id
    for author, act, words in (
        (BEN, Undo(tagged), "own edits"),
        (ANNA, Undo(imported), "cannot be taken back"),
        (ANNA, Redo(tagged), "given back already"),
    ):
        with pytest.raises(AnnotatorError, match=words):
            apply(library, author, [act])
    apply(library, ANNA, [Undo(tagged)])
    with pytest.raises(AnnotatorError, match="taken back already"):
        apply(library, ANNA, [Undo(tagged)])


def test_half_a_character_is_refused(library: Library, article: ArticleId) -> None:
    before = library.last_edit()
    with pytest.raises(AnnotatorError, match="half a character"):
        apply(library, ANNA, [SetNote(article, claims_of(article)[0], "\ud83d")])
    assert library.last_edit() == before


def test_a_text_that_is_not_its_articles_is_not_absorbed(library: Library) -> None:
    act = import_of()
    assert absorb(library, [], {act.article: NewText("Another text", b"")}) == ()
    assert library.rows("SELECT * FROM articles") == []
    absorb(library, [], {act.article: NewText(TEXT, b"")})
    assert library.rows("SELECT id FROM articles") == [(act.article,)]


def test_a_draft_becomes_an_edit_in_the_same_transaction(
    library: Library, article: ArticleId
) -> None:
    claim = claims_of(article)[0]
    key = DraftKey(ANNA.id, claim, "note")
    drafts.save_draft(library, key, article, "half a")
    drafts.save_draft(library, key, article, "half a sentence")
    kept = drafts.drafts(library, ANNA.id)
    assert [(draft.key, draft.text) for draft in kept] == [(key, "half a sentence")]
    assert drafts.drafts(library, BEN.id) == ()
    apply(library, ANNA, [SetNote(article, claim, "half a sentence")], drops=[key])
    assert drafts.drafts(library, ANNA.id) == ()
    drafts.save_draft(library, key, article, "more")
    drafts.drop_draft(library, key)
    drafts.drop_draft(library, key)
    assert drafts.drafts(library, ANNA.id) == ()


def test_places(library: Library) -> None:
    assert drafts.place(library, "last") is None
    drafts.set_place(library, "last", "a")
    drafts.set_place(library, "last", "b")
    drafts.set_place(library, "other", "c")
    changed = library.driver.total_changes
    drafts.set_place(library, "last", "b")
    assert library.driver.total_changes == changed
    assert drafts.place(library, "last") == "b"


@pytest.mark.parametrize("what", ["tag", "split", "undo split", "paint", "note"])
def test_nothing_looks_through_a_whole_table(
    library: Library, article: ArticleId, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """However long the log and the article are, a keystroke finds its rows by an index."""
    claims = claims_of(article)
    into = (Span(SPANS[1].start, SPANS[1].start + 5), Span(SPANS[1].start + 6, SPANS[1].end))
    split = SplitClaim(article, claims[1], into)
    acts: dict[str, Act] = {
        "tag": SetTag(article, claims[1:2], Tag.VERIFIED),
        "split": split,
        "undo split": split,
        "paint": MarkBoilerplate(article, SPANS[2], PassageKind.BOILERPLATE),
        "note": SetNote(article, claims[2], "a note"),
    }
    act = acts[what]
    if what == "undo split":
        act = Undo(apply(library, ANNA, [split]).edits[0].header.id)
    asked: list[tuple[str, int]] = []
    real = Library.rows

    def rows(self: Library, sql: str, params: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.append((sql, len(params)))
        return real(self, sql, params)

    with monkeypatch.context() as patched:
        patched.setattr(Library, "rows", rows)
        apply(library, ANNA, [act])
        history.undo_target(library, ANNA.id, article)
        history.redo_target(library, ANNA.id, article)
        history.history(library, article, claims[1], 50)
    steps = [
        step[3]
        for sql, count in asked
        if sql.startswith("SELECT")
        for step in library.rows("EXPLAIN QUERY PLAN " + sql, ("x",) * count)
    ]
    assert len(asked) > 5
    scans = [step for step in steps if re.match(r"SCAN (edits|parts|writes|claims|assessm)", step)]
    assert scans == []
    if what != "paint":  # painting looks at the furniture of all claims
        whole = [
            step
            for step in steps
            if "parts_article" in step or ("claims_order" in step and "start>" not in step)
        ]
        assert whole == []
