"""Merging by real files is union: any order, any number of times, parts before wholes."""

from __future__ import annotations

import itertools
import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.desk.exporting import exported
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.edits.form import Edit, PartClass
from annotator.store import choosing, doctor, parcels, reading, schema
from annotator.store.incoming import incoming
from annotator.store.library import Library, open_library
from annotator.store.write import Applied, Author, NewText, absorb, absorb_all
from factories import ANNA, BEN, CHLOE, new_library
from unit.edits.histories import TEXTS, hostile, ordinary
from unit.interchange.logs import log_of

NEW = {article: NewText(text, text.encode()) for article, text in TEXTS.items()}
NOTES = ("unknown kind", "clock", "erasing")
"""What doctor says of a library that is as it should be."""

FEW = settings(
    max_examples=max(settings().max_examples // 10, 5),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Each of these examples makes some twenty files."""


@contextmanager
def a_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def made(path: Path, edits: Iterable[Edit], texts: Iterable[ArticleId]) -> Path:
    with new_library(path) as library:
        absorb(library, edits, {article: NEW[article] for article in texts})
    return path


def brought_in(library: Library, *files: Path) -> Applied:
    """All in one transaction, as ``annotator merge FILE…`` does it."""
    with ExitStack() as stack:
        sources = [stack.enter_context(incoming(path)) for path in files]
        return absorb_all(library, sources)


def wrong(library: Library) -> list[str]:
    return [one.says for one in doctor.examine(library) if one.kind not in NOTES]


def rows(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, without the places of arrival and what stays on this machine."""
    found = {
        table: sorted(library.rows(f"SELECT * FROM {table}"), key=repr)
        for table in {*schema.DERIVED, "articles", "originals"} - {"writes"}
    }
    for table in ("edits", "parts"):
        found[table] = sorted((row[1:] for row in library.rows(f"SELECT * FROM {table}")), key=repr)
    found["writes"] = sorted(
        library.rows(
            "SELECT writes.id, form, about, field, edit, class, article, value FROM writes "
            "JOIN parts ON parts.seq = writes.part"
        ),
        key=repr,
    )
    return found


def exports(library: Library) -> list[bytes]:
    opened = OpenLibrary(library, ANNA)
    listed = [row.id for row in reading.article_rows(library, ANNA.id, removed=True)]
    return [exported(opened, article, "json") for article in sorted(listed)]


@st.composite
def three(draw: st.DrawFn) -> list[list[Edit]]:
    """A history in three hands: some of it in several, some edits without all of their parts."""
    edits = draw(st.one_of(ordinary(), hostile()))
    chance = draw(st.randoms(use_true_random=False))
    hands: list[list[Edit]] = [[], [], []]
    for edit in edits:
        holders = chance.sample(range(3), chance.choice((1, 1, 2, 3)))
        for at in holders:
            whole = at == holders[0] or chance.random() < 0.7
            kept = edit.parts if whole else edit.parts[: chance.randrange(len(edit.parts) + 1)]
            hands[at].append(Edit(edit.header, kept))
    return hands


@given(three(), st.randoms(use_true_random=False))
@FEW
def test_six_orders_of_three_libraries(hands: list[list[Edit]], chance: random.Random) -> None:
    with a_folder() as folder:
        holders = {article: chance.randrange(3) for article in TEXTS}
        files = [
            made(folder / f"{at}.db", hand, [a for a, holder in holders.items() if holder == at])
            for at, hand in enumerate(hands)
        ]
        found = []
        for number, order in enumerate(itertools.permutations(files)):
            with new_library(folder / f"order{number}.db") as library:
                if number % 2:
                    brought_in(library, *order)
                else:
                    for file in order:
                        brought_in(library, file)
                        assert wrong(library) == []
                before = library.path.read_bytes()
                applied = brought_in(library, *order, order[0])
                assert applied.changes == ()
                assert library.path.read_bytes() == before, "again, and nothing is written"
                found.append((rows(library), exports(library)))
        assert all(one == found[0] for one in found)


@given(ordinary(), st.sampled_from((ANNA, BEN, CHLOE)), st.randoms(use_true_random=False))
@FEW
def test_partial_parcels_and_then_the_full_one(
    drawn: list[Edit], author: Author, chance: random.Random
) -> None:
    with a_folder() as folder:
        made(folder / "own.db", drawn, TEXTS)
        with open_library(folder / "own.db", create=False) as own:
            sender = choosing.sender_ids(own, author.id)
            full = parcel(own, sender, [*TEXTS], choosing.CLASSES, folder / "full.annotations")
            some = [
                parcel(own, sender, [article], classes, folder / f"{n}.annotations")
                for n, (article, classes) in enumerate(
                    itertools.product(TEXTS, ([], [PartClass.TAGS], [PartClass.NOTES]))
                )
            ]
        chance.shuffle(some)
        with new_library(folder / "a.db") as one, new_library(folder / "b.db") as other:
            brought_in(one, full)
            for file in some[:4]:
                brought_in(other, file)
                assert wrong(other) == []
            brought_in(other, full, *some[4:])
            assert rows(other) == rows(one)
            assert wrong(other) == []


def parcel(
    library: Library,
    sender: frozenset[str],
    articles: Sequence[ArticleId],
    classes: Iterable[PartClass],
    target: Path,
) -> Path:
    chosen = choosing.chosen(library, sender, articles, classes)
    parcels.make(parcels.Contents(library, articles, chosen, held=False), target, force=False)
    return target


@given(ordinary())
@FEW
def test_json_reads_back_to_the_same_json(drawn: list[Edit]) -> None:
    with a_folder() as folder:
        made(folder / "own.db", drawn, TEXTS)
        with open_library(folder / "own.db", create=False) as own:
            said = exports(own)
        for number, data in enumerate(said):
            text, edits = log_of(data)
            with new_library(folder / f"{number}.db") as again:
                absorb(again, edits, {a: new for a, new in NEW.items() if new.text == text})
                assert exports(again) == [data]
