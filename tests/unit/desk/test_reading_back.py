"""Files of other formats come in as colleagues' work: previewed, merged, taken back, and only once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator import paths
from annotator.desk import (
    commenting,
    erasing,
    exporting,
    importing,
    layout,
    merging,
    notes,
    tagging,
    undoing,
)
from annotator.desk.example import fill
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, Span, claim_id
from annotator.domain.assessment import Assessment
from annotator.domain.edits.articles import RemoveArticle, SetArticle
from annotator.domain.edits.blind import AskBlind
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing, Tag
from annotator.store import doctor, holding, log, reading
from annotator.store.threads import threads
from annotator.store.write import RELEASED

STORY = (
    "Rain 💥 in Lund\n\n"
    "It rained 👩‍👩‍👧 on Monday. It rained on Tue\u0301sday.\n\n"
    "ایران گفت که باران بارید. מזג האוויר היה רע.\n\n"
    "Nobody was hurt. It was cold.\n"
)
NOON = "2026-11-20T12:00:00Z"

Opens = Callable[..., OpenLibrary]


@pytest.fixture
def zoe(opens: Opens) -> OpenLibrary:
    return opens("Zoe")


def bring(library: OpenLibrary, text: str = STORY) -> ArticleId:
    return importing.save(library, importing.prepare(text.encode(), "story.txt")).article


def quoting(words: str, *, start: int | None = None, end: int | None = None, **given: Any) -> Any:
    """An annotation of these words, with a position where one is given."""
    selectors: list[dict[str, Any]] = [{"type": "TextQuoteSelector", "exact": words}]
    if start is not None:
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "creator": {"name": "Ola"},
        "created": NOON,
        "bodyValue": "verified",
        "target": {"source": "https://example.org/rain", "selector": selectors},
    } | given


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Writes annotations into a file."""

    def written(*rows: Any, name: str = "their.jsonld") -> Path:
        path = tmp_path / name
        path.write_text(json.dumps(rows), encoding="utf-8")
        return path

    return written


File = Callable[..., Path]


def held(library: OpenLibrary, article: ArticleId) -> dict[str, dict[str, Assessment]]:
    """Name → words → what that person holds."""
    text = reading.article(library.store, article).text
    rows = library.store.rows('SELECT id, start, "end" FROM claims WHERE article = ?', (article,))
    words = {ClaimId(claim): text[start:end] for claim, start, end in rows}
    return {
        who.name: {
            words[claim]: one
            for claim, one in holding.assessments(library.store, who.id, list(words)).items()
            if not one.empty
        }
        for who in holding.analysts_of(library.store, article)
    }


def left(found: Any) -> list[tuple[str, str]]:
    return [(row.what, row.why) for row in found.left_out]


def test_three_analysts_tags_notes_and_reasons_stand_in_another_library(
    opens: Opens, tmp_path: Path
) -> None:
    path = tmp_path / "example.db"
    article = fill(path)
    theirs = opens("Analyst A", "example")
    assert theirs.path == path
    mine = opens("Zoe")
    importing.import_file(mine, paths.sample())
    sent = tmp_path / "sent.jsonld"
    sent.write_bytes(exporting.exported(theirs, article, "webannotation"))

    found = merging.preview(mine, [sent])
    assert found == merging.merge(mine, [sent]).found
    assert [(one.analyst.name, one.judged) for one in found.people] == [
        (f"Analyst {letter}", 49) for letter in "ABC"
    ]
    assert (found.counts.new, found.added) == (147, 0)
    assert [one.what for one in found.left_out] == ["5 decisions in sent.jsonld"]

    here, there = held(mine, article), held(theirs, article)
    assert set(here) == set(there)
    for who, claims in there.items():
        for words, one in claims.items():
            came = here[who][words]
            assert came.standing is one.standing
            assert (came.note, came.why) == (one.note, one.why)
            assert came.because is (one.because if one.standing is Standing.DISPUTED else None)
            assert (came.wording and came.wording.text) == (one.wording and one.wording.text)
    talked = [(comment.text, comment.written) for comment in commenting_of(mine, article)]
    assert talked == [(c.text, c.written) for c in commenting_of(theirs, article)]
    assert [bool(c.answers) for c in commenting_of(mine, article)] == [
        bool(c.answers) for c in commenting_of(theirs, article)
    ]
    assert doctor.examine(mine.store) == ()


def commenting_of(library: OpenLibrary, article: ArticleId) -> list[Any]:
    return [one for one in threads(library.store, article, library.me) if one.text]


def test_the_same_file_twice_changes_nothing_and_gives_two_libraries_the_same_edits(
    opens: Opens, zoe: OpenLibrary, file: File
) -> None:
    other = opens("Ben")
    sent = file(
        quoting("It was cold."),
        quoting("It rained", bodyValue="Says who?", start=19, end=28),
        quoting("Nobody was hurt.", creator={"name": "Per"}),
    )
    edits = []
    for library in (zoe, other):
        bring(library)
        assert not merging.merge(library, [sent]).found.nothing
        before = library.path.read_bytes()
        again = merging.merge(library, [sent])
        assert again.found.nothing
        assert again.backup is None
        assert library.path.read_bytes() == before
        ids = library.store.rows("SELECT id FROM edits WHERE kind <> 'ImportArticle'")
        edits.append({row[0] for row in ids} - made_here(library))
    assert edits[0] == edits[1]
    assert len(edits[0]) == 6, "two names, a claim, two tags and a note"
    assert merging.preview(zoe, [other.path]).counts.new == 0


def made_here(library: OpenLibrary) -> set[str]:
    return {
        row[0] for row in library.store.rows("SELECT about FROM local WHERE kind = 'made here'")
    }


def test_they_are_colleagues_never_anybody_who_works_here(zoe: OpenLibrary, file: File) -> None:
    """Whatever id a file claims: what Zoe holds is written by Zoe alone."""
    article = bring(zoe)
    claims = held_claims(zoe, article)
    tagging.tag(zoe, article, [claims["It was cold."]], Tag.DISPUTED)
    me = {"id": f"urn:uuid:{zoe.author.id}", "name": "Zoe"}
    sent = file(quoting("It was cold.", creator=me), quoting("Nobody was hurt.", creator=me))
    found = merging.merge(zoe, [sent]).found
    assert [one.analyst.name for one in found.people] == ["Zoe (Web Annotation)"]
    assert found.questions == ()
    now = held(zoe, article)
    assert now["Zoe"] == {"It was cold.": Assessment(tag=Tag.DISPUTED)}
    assert set(now["Zoe (Web Annotation)"]) == {"It was cold.", "Nobody was hurt."}


def held_claims(library: OpenLibrary, article: ArticleId) -> dict[str, ClaimId]:
    shown = reading.snapshot(library.store, article, library.me)
    return {
        shown.article.text[slice(*shown.span(index))]: shown.id_at(index)
        for index in range(len(shown))
    }


def test_what_somebody_here_holds_just_so_is_not_brought_in_again(
    zoe: OpenLibrary, tmp_path: Path
) -> None:
    """One's own export, read back: nothing is new, for it is all here."""
    article = bring(zoe)
    claims = held_claims(zoe, article)
    tagging.tag(zoe, article, list(claims.values()), Tag.VERIFIED)
    notes.write_note(zoe, article, claims["It was cold."], "A note.")
    commenting.comment(zoe, article, claims["It was cold."], "A comment.")
    mine = tmp_path / "mine.jsonld"
    mine.write_bytes(exporting.exported(zoe, article, "webannotation"))
    assert merging.preview(zoe, [mine]).nothing
    tagging.tag(zoe, article, [claims["It was cold."]], Tag.DISPUTED)
    found = merging.preview(zoe, [mine])
    assert [(one.analyst.name, one.judged) for one in found.people] == [("Zoe (Web Annotation)", 1)]


@pytest.mark.parametrize("dated", [True, False])
def test_what_was_erased_does_not_come_back_by_an_export_from_before(
    dated: bool, zoe: OpenLibrary, tmp_path: Path
) -> None:
    """Nothing is left of it that it could be known by: whatever its writer said before stays out."""
    article = bring(zoe)
    claims = held_claims(zoe, article)
    cold, hurt = claims["It was cold."], claims["Nobody was hurt."]
    tagging.tag(zoe, article, [hurt], Tag.VERIFIED)
    notes.write_note(zoe, article, hurt, "The driver told me.")
    notes.write_note(zoe, article, cold, "Minus two.")
    commenting.comment(zoe, article, cold, "A comment.")
    value = json.loads(exporting.exported(zoe, article, "webannotation"))
    for row in value["first"]["items"]:
        row["id"] += "0"
        for moment in () if dated else ("created", "modified"):
            row.pop(moment, None)
    sent = tmp_path / "before.jsonld"
    sent.write_text(json.dumps(value))
    erasing.erase(zoe, erasing.what_would_go(zoe, erasing.What.NOTE, article, hurt))
    tagging.tag(zoe, article, [hurt], Tag.DISPUTED)
    found = merging.merge(zoe, [sent]).found
    assert "driver" not in zoe.path.read_bytes().decode("latin-1")
    why = "whoever wrote it has erased words of this article since, and these may be among them"
    assert left(found) == [
        ("the note or wording at “Nobody was hurt.”", why),
        ("a comment by Zoe", why),
    ]
    assert held(zoe, article)["Zoe (Web Annotation)"] == {
        "Nobody was hurt.": Assessment(tag=Tag.VERIFIED)
    }
    notes.write_note(zoe, article, hurt, "Said by the police.")
    sent.write_bytes(exporting.exported(zoe, article, "webannotation"))
    notes.write_note(zoe, article, hurt, "Said by two.")
    merging.merge(zoe, [sent])
    (back,) = held(zoe, article)["Zoe (Web Annotation)"].values()
    assert back.note == "Said by the police.", "what was written since is no secret"


def test_a_blind_judge_sees_no_word_of_the_file_before_the_end(
    zoe: OpenLibrary, opens: Opens, file: File
) -> None:
    article = bring(zoe)
    zoe.perform(AskBlind(article))
    judge = opens("Ben", "zoe")
    sent = file(
        quoting("It was cold."),
        quoting("It was cold.", bodyValue="disputed", created="2026-11-21T12:00:00Z"),
        quoting("Nowhere to be found.", bodyValue="A secret."),
        quoting("Nobody was hurt.", target={"source": "x"}, bodyValue="Another secret."),
        quoting("", motivation="replying", target="urn:nothing", bodyValue="A third secret."),
    )
    assert [what for what, _ in left(merging.preview(judge, [sent]))] == [
        "1 thing in their.jsonld"
    ] * 4
    assert any("verified" in what for what, _ in left(merging.preview(zoe, [sent])))


def test_what_is_answered_comes_first_however_it_stands_in_the_file(
    zoe: OpenLibrary, file: File
) -> None:
    """Ten thousand answers, each to the next, take no longer than as many side by side."""
    article = bring(zoe)
    rows = [
        quoting("", id=f"x:{n}", motivation="replying", target=f"x:{n + 1}", bodyValue=f"No. {n}")
        for n in range(10_000)
    ]
    rows.append(quoting("It was cold.", id="x:10000", motivation="commenting"))
    circle = [
        quoting("", id=f"o:{n}", motivation="replying", target=f"o:{1 - n}", bodyValue="Round")
        for n in range(2)
    ]
    found = merging.merge(zoe, [file(*rows, *circle)]).found
    said = {one.text: one for one in commenting_of(zoe, article)}
    assert len(said) == 10_001
    assert said["No. 0"].answers == said["No. 1"].id
    assert [what for what, _ in left(found)] == ["the answer “Round”"] * 2


def test_an_answer_to_a_comment_that_is_here_answers_that_very_comment(
    zoe: OpenLibrary, tmp_path: Path
) -> None:
    article = bring(zoe)
    claim = held_claims(zoe, article)["It was cold."]
    asked = commenting.comment(zoe, article, claim, "How cold?").edits[-1].header
    value = json.loads(exporting.exported(zoe, article, "webannotation"))
    reply = {
        "id": "http://example.org/1",
        "type": "Annotation",
        "motivation": "replying",
        "creator": {"name": "Ola"},
        "created": "2020-01-01T00:00:00Z",
        "bodyValue": "Minus two.",
        "target": f"urn:uuid:{asked.id}",
    }
    further = reply | {
        "id": "http://example.org/2",
        "target": reply["id"],
        "bodyValue": "Or three.",
    }
    lost = reply | {"id": "http://example.org/3", "target": "http://example.org/none"}
    value["first"]["items"] += [further, reply, lost]
    sent = tmp_path / "answers.jsonld"
    sent.write_text(json.dumps(value))
    found = merging.merge(zoe, [sent]).found
    first, second, third = commenting_of(zoe, article)
    assert (first.id, first.text) == (asked.id, "How cold?")
    assert (second.text, second.answers) == ("Minus two.", asked.id)
    assert (third.text, third.answers) == ("Or three.", second.id)
    assert left(found) == [
        (
            "the answer “Minus two.”",
            "what it answers is neither in the file nor in this library",
        )
    ]
    assert merging.merge(zoe, [sent]).found.nothing


@pytest.mark.parametrize(
    ("count", "as_file"),
    [
        ("utf-32-le", lambda text: text),
        ("utf-16-le", lambda text: text),
        ("utf-32-le", lambda text: "\ufeff" + text),
        ("utf-16-le", lambda text: "\ufeff" + text.replace("\n", "\r\n")),
    ],
    ids=["code points", "UTF-16", "a byte order mark", "all of it"],
)
def test_every_claim_is_found_however_the_program_counted(
    zoe: OpenLibrary, file: File, count: str, as_file: Callable[[str], str]
) -> None:
    article = bring(zoe)
    shown = reading.snapshot(zoe.store, article, zoe.me)
    size = len("x".encode(count))

    def at(position: int) -> int:
        return len(as_file(STORY[:position]).encode(count)) // size

    rows = [
        quoting(STORY[start:end], start=at(start), end=at(end))
        for start, end in map(shown.span, range(len(shown)))
    ]
    found = merging.merge(zoe, [file(*rows)]).found
    assert found.left_out == ()
    assert (found.counts.new, found.added) == (len(shown), 0)
    assert set(held(zoe, article)["Ola"]) == set(held_claims(zoe, article))


def test_a_stretch_that_is_no_claim_becomes_one_by_whoever_marked_it(
    zoe: OpenLibrary, file: File
) -> None:
    article = bring(zoe)
    rows = [
        quoting(" was hurt"),
        quoting("Nobody was hurt. "),
        quoting("was hurt", creator={"name": "Per"}, bodyValue="disputed"),
    ]
    found = merging.merge(zoe, [file(*rows)]).found
    assert found.added == 1
    start = STORY.index("was hurt")
    made = claim_id(article, Span(start, start + len("was hurt")))
    by = zoe.store.rows("SELECT name FROM edits JOIN names USING (analyst) WHERE kind = 'AddClaim'")
    assert by == [("Ola",)]
    now = held(zoe, article)
    assert set(now["Ola"]) == {"was hurt", "Nobody was hurt."}
    assert now["Per"]["was hurt"].tag is Tag.DISPUTED
    assert made in held_claims(zoe, article).values()
    assert merging.merge(zoe, [file(*rows)]).found.nothing


def test_what_was_cut_since_is_not_cut_back(zoe: OpenLibrary, file: File) -> None:
    article = bring(zoe)
    shown = reading.snapshot(zoe.store, article, zoe.me)
    words = "Nobody was hurt."
    index = next(n for n in range(len(shown)) if shown.article.text[slice(*shown.span(n))] == words)
    layout.split(zoe, shown, index, STORY.index("was hurt"))
    found = merging.merge(zoe, [file(quoting(words))]).found
    assert found.added == 0
    assert words not in held_claims(zoe, article)
    assert held(zoe, article)["Ola"][words].tag is Tag.VERIFIED


def test_what_has_no_place_here_is_listed_and_the_rest_comes_in(
    zoe: OpenLibrary, file: File
) -> None:
    bring(zoe)
    found = merging.merge(
        zoe,
        [
            file(
                quoting("It was cold."),
                quoting("It rained"),
                quoting("It snowed.", start=3, end=13),
                quoting("\n\n", start=STORY.index("\n\n"), end=STORY.index("\n\n") + 2),
                quoting("Nobody was hurt.", bodyValue="x" * 100_001),
                quoting("Nobody was hurt.", bodyValue="A NUL: \0."),
            )
        ],
    ).found
    assert found.counts.new == 1
    assert left(found) == [
        ("“It rained”", "these words stand 2 times in the text, and nothing tells which are meant"),
        ("“It snowed.”", "these words stand nowhere in the text that is here"),
        ("character 14 to 16", "there is nothing visible in that stretch"),
        (
            "the note at “Nobody was hurt.”",
            "The note is longer than 100,000 characters: shorten it",
        ),
        (
            "the note at “Nobody was hurt.”",
            "The note holds a NUL character: take it out and try again",
        ),
    ]


def test_very_many_things_without_a_place_are_counted(zoe: OpenLibrary, file: File) -> None:
    zoe.perform(SetArticle(bring(zoe), {"address": "https://example.org/rain"}))
    rows = [quoting("It was cold."), *(quoting(f"It snowed {n} times.") for n in range(301))]
    found = merging.merge(zoe, [file(*rows)]).found
    assert len(found.left_out) == 201
    assert found.left_out[-1].what == "101 more in their.jsonld"


def test_of_two_judgements_by_one_person_the_later_stands_and_notes_are_joined(
    zoe: OpenLibrary, file: File
) -> None:
    article = bring(zoe)
    cold = "It was cold."
    body = {"type": "TextualBody", "purpose": "commenting"}
    rows = [
        quoting(cold, bodyValue="disputed", created="2026-11-21T12:00:00Z"),
        quoting(
            cold, body=body | {"value": "Later."}, bodyValue=None, created="2026-11-22T12:00:00Z"
        ),
        quoting(cold, bodyValue="verified", created="2026-11-20T12:00:00Z"),
        quoting(cold, body=body | {"value": "Earlier."}, bodyValue=None),
    ]
    found = merging.merge(zoe, [file(*rows)]).found
    one = held(zoe, article)["Ola"][cold]
    assert (one.tag, one.note) == (Tag.DISPUTED, "Earlier.\n\nLater.")
    assert left(found) == [
        (
            f"“verified” at “{cold}”",
            "the same person says otherwise of it, later or further down in the file",
        )
    ]


def test_a_later_file_changes_what_the_same_person_holds(zoe: OpenLibrary, file: File) -> None:
    article = bring(zoe)
    cold = "It was cold."
    words = ("verified", "on-source", "not-checkable", "disputed", "on-source")
    for day, word in enumerate(words, 10):
        sent = file(quoting(cold, bodyValue=word, created=f"2026-11-{day}T12:00:00Z"))
        merging.merge(zoe, [sent])
        one = held(zoe, article)["Ola"][cold]
        assert (
            one.standing
            is {
                "verified": Standing.VERIFIED,
                "on-source": Standing.ON_SOURCE,
                "not-checkable": Standing.NOT_CHECKABLE,
                "disputed": Standing.DISPUTED,
            }[word]
        )
    merging.merge(zoe, [file(quoting(cold, created="2026-11-09T12:00:00Z"))])
    assert held(zoe, article)["Ola"][cold].standing is Standing.ON_SOURCE, "an older file is older"


@pytest.mark.parametrize(
    ("made", "clock"),
    [
        ("2026-11-20T12:00:00Z", 1_795_176_000_000_000),
        ("2015-06-01T00:00:00Z", 1_433_116_800_000_000),
        ("1950-01-01T00:00:00Z", RELEASED),
        ("2099-12-31T23:59:59Z", RELEASED),
        ("9999-12-31T23:59:59Z", RELEASED),
        ("0001-01-01T00:00:00Z", RELEASED),
        ("soon", RELEASED),
    ],
)
def test_dates_are_the_files_and_none_can_stop_later_edits(
    zoe: OpenLibrary, file: File, made: str, clock: int
) -> None:
    article = bring(zoe)
    found = merging.merge(zoe, [file(quoting("It was cold.", created=made))]).found
    rows = zoe.store.rows("SELECT at, clock FROM edits WHERE kind = 'SetTag'")
    ((at, said),) = rows
    assert said == clock
    assert max(clock, RELEASED) <= at < RELEASED + 400 * 24 * 3600 * 1_000_000
    future = made[:4] in ("2099", "9999")
    assert bool(found.left_out) is future
    tagging.tag(zoe, article, [held_claims(zoe, article)["It was cold."]], Tag.VERIFIED)
    assert doctor.examine(zoe.store) == ()


def test_names_are_told_apart(zoe: OpenLibrary, file: File) -> None:
    bring(zoe)
    words = [text for text in held_claims(zoe, bring(zoe)) if STORY.count(text) == 1][:7]
    people = [
        {"name": "Zoe"},
        {"name": "zo\u200de"},
        {"name": "Ola", "id": "https://example.org/1"},
        {"name": "Ola", "id": "https://example.org/2"},
        {"name": "  O\u202ela\n "},
        {},
        {"name": "N" * 300},
    ]
    rows = [quoting(text, creator=one) for text, one in zip(words, people, strict=True)]
    found = merging.merge(zoe, [file(*rows)]).found
    assert sorted(one.analyst.name for one in found.people) == sorted(
        [
            "zo\u200de (Web Annotation 2)",
            "Zoe (Web Annotation)",
            "Ola",
            "Ola (Web Annotation)",
            "Ola (Web Annotation 2)",
            "Somebody (Web Annotation)",
            "N" * 200,
        ]
    )
    assert found.questions == ()


def test_a_name_once_given_stays(zoe: OpenLibrary, opens: Opens, file: File) -> None:
    """Though another of that name has come since."""
    bring(zoe)
    sent = file(quoting("It was cold."))
    merging.merge(zoe, [sent])
    ola = opens("Ola")
    tagging.tag(ola, bring(ola), [held_claims(ola, bring(ola))["It was cold."]], Tag.DISPUTED)
    merging.merge(zoe, [ola.path])
    assert merging.merge(zoe, [sent]).found.nothing


def refused(library: OpenLibrary, *files: Path) -> str:
    before = library.path.read_bytes()
    with pytest.raises(AnnotatorError) as caught:
        merging.merge(library, files)
    assert library.path.read_bytes() == before
    assert merging.refusal(files[-1], library) == str(caught.value)
    with pytest.raises(AnnotatorError) as again:
        merging.preview(library, files)
    assert str(again.value) == str(caught.value)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_an_article_that_is_not_here_is_refused(zoe: OpenLibrary, file: File) -> None:
    sent = file(quoting("It was cold."))
    assert "is not in this library" in refused(zoe, sent)
    assert "no library here yet" in merging.refusal(sent)
    bring(zoe)
    other = file(quoting("Something else altogether."), quoting("And more of it."))
    assert "is not in this library" in refused(zoe, other)
    nothing = file(quoting("", start=1, end=3))
    assert "is not in this library" in refused(zoe, nothing)


def test_two_articles_that_fit_alike_are_refused_until_one_is_off_the_list(
    zoe: OpenLibrary, file: File
) -> None:
    first, second = bring(zoe), bring(zoe, STORY + "\nOne more sentence.\n")
    sent = file(quoting("It was cold."))
    said = refused(zoe, sent)
    assert "fits “Rain 💥 in Lund”" in said
    assert "alike" in said
    zoe.perform(RemoveArticle(second))
    assert merging.merge(zoe, [sent]).found.articles[0].id == first


def test_the_address_tells_which_of_two_articles_is_meant(zoe: OpenLibrary, file: File) -> None:
    bring(zoe)
    second = bring(zoe, STORY + "\nOne more sentence.\n")
    zoe.perform(SetArticle(second, {"address": "http://www.example.org/rain/"}))
    found = merging.merge(zoe, [file(quoting("It was cold."))]).found
    assert [one.id for one in found.articles] == [second]


def test_a_file_that_is_damaged_or_of_no_known_format_is_refused(
    zoe: OpenLibrary, tmp_path: Path
) -> None:
    bring(zoe)
    sent = tmp_path / "sent"
    for data, says in (
        (b'{"@context": "http://www.w3.org/ns/anno.jsonld"', "cannot be read as Web Annotation"),
        (b"A text.", "nor of another format that can be read back"),
        (b"{}", "nor of another format"),
        (b"", "nor of another format"),
    ):
        sent.write_bytes(data)
        assert says in refused(zoe, sent)
    sent.write_bytes(b"x")
    sent.chmod(0)
    assert "sent" in refused(zoe, sent)


def test_it_can_be_taken_back(zoe: OpenLibrary, file: File) -> None:
    article = bring(zoe)
    merging.merge(zoe, [file(quoting("It was cold."))])
    gone = merging.take_back(zoe)
    assert gone.files == ("their.jsonld",)
    assert held(zoe, article) == {}


def test_in_which_order_files_come_in_makes_no_difference(
    zoe: OpenLibrary, opens: Opens, file: File
) -> None:
    """But for a name that two have: whoever comes first has it."""
    article = bring(zoe)
    zoe.close()
    copies = [zoe.path.with_name(f"copy{n}.db") for n in range(3)]
    for copy in copies:
        copy.write_bytes(zoe.path.read_bytes())
    ben = {"name": "Ben"}
    sent = [
        file(quoting("It was"), name="1.json"),
        file(quoting("It was", creator=ben), name="2.json"),
        file(quoting("Nobody", created="2026-11-19T12:00:00Z", creator=ben), name="3.json"),
    ]
    exported = set()
    for copy, order in zip(copies, ([0, 1, 2], [2, 1, 0], [1, 2, 0]), strict=True):
        library = opens("Zoe", copy.stem)
        merging.merge(library, [sent[order[0]]])
        merging.merge(library, [sent[n] for n in order[1:]])
        exported.add(exporting.exported(library, article, "json"))
    assert len(exported) == 1


def test_a_claim_that_two_marked_stays_when_one_takes_it_back(zoe: OpenLibrary, file: File) -> None:
    article = bring(zoe)
    start = STORY.index("Nobody")
    shown = reading.snapshot(zoe.store, article, zoe.me)
    layout.add_claim(zoe, shown, Span(start, start + 6))
    found = merging.merge(zoe, [file(quoting("Nobody"))]).found
    assert found.added == 0
    undoing.undo(zoe, article)
    assert "Nobody" in held_claims(zoe, article)


def test_several_files_come_in_together(zoe: OpenLibrary, opens: Opens, file: File) -> None:
    article = bring(zoe)
    ben = opens("Ben")
    tagging.tag(ben, bring(ben), [held_claims(ben, article)["It was cold."]], Tag.DISPUTED)
    sent = [file(quoting("It was cold.")), ben.path]
    steps: list[tuple[int, int]] = []
    found = merging.merge(zoe, sent, progress=lambda done, of: steps.append((done, of))).found
    assert found.files == ("their.jsonld", "ben.db")
    assert found.counts.conflicting == 1
    assert steps[-1][0] == steps[-1][1]


def test_a_log_of_edits_is_what_it_says(zoe: OpenLibrary, file: File) -> None:
    bring(zoe)
    merging.merge(zoe, [file(quoting("It was cold.", bodyValue="on-source"))])
    ids = [row[0] for row in zoe.store.rows("SELECT id FROM edits ORDER BY at, id")]
    for edit in log.edits(zoe.store, ids):
        assert edit.header.sound
        assert len(edit.sound_parts) == len(edit.parts)
