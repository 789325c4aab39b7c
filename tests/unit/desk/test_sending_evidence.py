"""A parcel with evidence: whole items, the files that go along, and nothing that is for oneself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.desk import evidencing, importing, merging, sending, sight, undoing
from annotator.desk.evidence_list import ListedItem, listed
from annotator.desk.evidencing import Attached, Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.desk.opening import open_for
from annotator.desk.sending import EVERYTHING, Goes, Sent
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.evidence import Contact, Stance
from annotator.store import doctor, files
from annotator.store.incoming import incoming

STORY = "A bridge opens in Lund\n\nThe bridge opened on Monday. It cost 12 million.\n"
OTHER = "A port closes in Malmö\n\nThe port closed on Friday. Nobody said why.\n"
SUPPORTS = Serving(Stance.SUPPORTS, "KVOTEN stands here", "p. 4", "2")
DATA, SECRET = b"PICTURE-OF-THE-MAP", b"SECRET-RECORDING"

Opens = Callable[..., OpenLibrary]


@pytest.fixture
def ben(opens: Opens) -> OpenLibrary:
    return opens("Ben")


@pytest.fixture
def ada(opens: Opens) -> OpenLibrary:
    return opens("Ada")


@pytest.fixture
def parcel(tmp_path: Path) -> Path:
    return tmp_path / "ben.annotations"


def bring(library: OpenLibrary, text: str = STORY) -> tuple[ArticleId, list[ClaimId]]:
    file = library.path.with_name("story.txt")
    file.write_text(text)
    article = importing.import_file(library, file).article
    rows = library.store.rows("SELECT id FROM claims WHERE article = ? ORDER BY start", (article,))
    return article, [ClaimId(row[0]) for row in rows]


def send(
    library: OpenLibrary, parcel: Path, *articles: ArticleId, goes: tuple[Goes, ...] = EVERYTHING
) -> Sent:
    return sending.send(library, articles, parcel, goes=goes, force=True)


def arrived(library: OpenLibrary, parcel: Path, *articles: ArticleId) -> tuple[ListedItem, ...]:
    """What of a parcel is seen by somebody who looked."""
    merging.merge(library, [parcel])
    for article in articles:
        sight.reveal(library, article)
    return listed(library)


def kept(parcel: Path) -> list[bytes]:
    with incoming(parcel) as found:
        return [data for (data,) in found._library.rows("SELECT bytes FROM files")]


def test_an_item_arrives_whole_with_its_file(
    ben: OpenLibrary, ada: OpenLibrary, parcel: Path
) -> None:
    article, claims = bring(ben)
    given = Given(url="https://example.org/map", title="A map", primary=True, reliability="A")
    made = evidencing.add(ben, article, claims[1:], given, SUPPORTS, files=[("map.png", DATA)])
    sent = send(ben, parcel, article)
    assert sent.own[Goes.FILES] == 2  # with the article's own
    (one,) = arrived(ada, parcel, article)
    assert (one.item.id, one.item.title, one.item.primary) == (made.item, "A map", True)
    assert [of.link.quote for of in one.serves] == [SUPPORTS.quote] * 2
    (file,) = one.item.files
    assert evidencing.file_bytes(ada, file.sha256) == DATA
    assert doctor.examine(ada.store) == ()
    merging.merge(ada, [parcel])
    assert listed(ada) == (one,)


def test_without_files_only_their_bytes_stay(
    ben: OpenLibrary, ada: OpenLibrary, parcel: Path
) -> None:
    article, claims = bring(ben)
    evidencing.add(ben, article, claims[1:2], Given(), SUPPORTS, files=[("map.png", DATA)])
    some = (Goes.TAGS, Goes.NOTES, Goes.EVIDENCE)
    assert Goes.FILES in send(ben, parcel, article, goes=some).left
    assert DATA not in parcel.read_bytes()
    (one,) = arrived(ada, parcel, article)
    (file,) = one.item.files
    assert (file.name, evidencing.file_bytes(ada, file.sha256)) == ("map.png", None)
    send(ben, parcel, article)
    merging.merge(ada, [parcel])  # fuller, later
    assert evidencing.file_bytes(ada, file.sha256) == DATA


def test_without_evidence_no_attached_file_goes(ben: OpenLibrary, parcel: Path) -> None:
    article, claims = bring(ben)
    evidencing.add(ben, article, claims[1:2], Given(), SUPPORTS, files=[("map.png", DATA)])
    sent = send(ben, parcel, article, goes=(Goes.TAGS, Goes.FILES))
    assert sent.own[Goes.FILES] == 1
    assert kept(parcel) == []
    assert b"map.png" not in parcel.read_bytes()


def test_files_of_other_articles_and_of_nothing_stay(ben: OpenLibrary, parcel: Path) -> None:
    article, claims = bring(ben)
    other, others = bring(ben, OTHER)
    evidencing.add(ben, article, claims[1:2], Given(title="here"), SUPPORTS, files=[("a", b"AAA1")])
    evidencing.add(
        ben, other, others[1:2], Given(title="ANDERSWO"), SUPPORTS, files=[("b", b"BBB2")]
    )
    evidencing.add(ben, None, [], Given(title="NIRGENDS"), None, files=[("c", b"CCC3")])
    send(ben, parcel, article)
    assert kept(parcel) == [b"AAA1"]
    for word in (b"ANDERSWO", b"NIRGENDS", b"BBB2", b"CCC3"):
        assert word not in parcel.read_bytes()
    send(ben, parcel, article, other)
    assert sorted(kept(parcel)) == [b"AAA1", b"BBB2"]


def test_what_was_taken_off_or_back_or_away_does_not_go(ben: OpenLibrary, parcel: Path) -> None:
    article, claims = bring(ben)
    made = [
        evidencing.add(
            ben, article, claims[1:2], Given(title=f"{n}"), SUPPORTS, files=[("x", data)]
        )
        for n, data in enumerate((b"OFF0", b"AWAY", b"BACK"))
    ]
    undoing.undo(ben, article)
    (file,) = evidencing.item_by_id(ben, made[0].item).files
    evidencing.detach(ben, made[0].item, file.sha256)
    evidencing.remove(ben, made[1].item)
    send(ben, parcel, article)
    assert kept(parcel) == []


def test_nothing_that_is_for_oneself_is_in_it(
    ben: OpenLibrary, ada: OpenLibrary, parcel: Path
) -> None:
    article, claims = bring(ben)
    evidencing.add(
        ben,
        article,
        claims[1:2],
        Given(title="Shared"),
        SUPPORTS,
        files=[("map.png", DATA), Attached(("secret.mp3", SECRET), "", Audience.ME)],
        contacts=[Contact("", "QUELLE", said="SAGTE")],
    )
    evidencing.add(
        ben, article, claims[1:2], Given(title="VERBORGEN", audience=Audience.ME), SUPPORTS,
        files=[("own.mp3", SECRET + b"2")],
    )  # fmt: skip
    send(ben, parcel, article)
    data = parcel.read_bytes()
    for word in (b"QUELLE", b"SAGTE", b"VERBORGEN", SECRET, b"secret.mp3", b"own.mp3"):
        assert word not in data
    (one,) = arrived(ada, parcel, article)
    assert [of.name for of in one.item.files] == ["map.png"]
    assert one.item.contacts == ()


def test_what_became_one_s_own_is_in_no_earlier_wording_and_the_rest_arrives(
    ben: OpenLibrary, ada: OpenLibrary, parcel: Path
) -> None:
    article, claims = bring(ben)
    kept_whole = evidencing.add(
        ben, article, claims[1:3], Given(title="Shared"), SUPPORTS,
        files=[("map.png", DATA)],
        contacts=[Contact("c", "QUELLE", audience=Audience.DESK)],
    )  # fmt: skip
    hidden = evidencing.add(ben, article, claims[1:2], Given(title="VERBORGEN"), SUPPORTS)
    evidencing.relink(ben, hidden.item, article, claims[1:2], quote="VERRAET ALLES")
    evidencing.set_contact(ben, kept_whole.item, Contact("c", "QUELLE"))
    (file,) = evidencing.item_by_id(ben, kept_whole.item).files
    evidencing.edit(ben, hidden.item, Given(audience=Audience.ME))
    send(ben, parcel, article)
    data = parcel.read_bytes()
    for word in (b"QUELLE", b"VERBORGEN", b"VERRAET"):
        assert word not in data
    (one,) = arrived(ada, parcel, article)
    assert (one.item.title, [of.link.quote for of in one.serves]) == (
        "Shared",
        [SUPPORTS.quote] * 2,
    )
    assert evidencing.file_bytes(ada, file.sha256) == DATA
    evidencing.set_file_audience(ben, kept_whole.item, file.sha256, Audience.ME)
    send(ben, parcel, article)
    assert DATA not in parcel.read_bytes()
    assert b"map.png" not in parcel.read_bytes()


def test_what_was_once_one_s_own_and_opened_before_it_was_taken_away_loses_nothing_else(
    ben: OpenLibrary, ada: OpenLibrary, parcel: Path
) -> None:
    article, claims = bring(ben)
    given = Given(title="A map", audience=Audience.ME)
    made = evidencing.add(
        ben, article, claims[1:3], given, SUPPORTS, files=[("map.png", DATA)],
        contacts=[Contact("c", "Dr Rask")],
    )  # fmt: skip
    evidencing.edit(ben, made.item, Given(audience=Audience.DESK))
    evidencing.set_contact(ben, made.item, Contact("c", "Dr Rask", audience=Audience.DESK))
    evidencing.unlink(ben, made.item, article, claims[1:2])
    evidencing.remove_contact(ben, made.item, "c")
    evidencing.set_contact(ben, made.item, Contact("d", "N. N.", audience=Audience.DESK))
    evidencing.set_contact(ben, made.item, Contact("d", "QUELLE"))
    undoing.undo(ben, article)
    evidencing.remove_contact(ben, made.item, "d")
    send(ben, parcel, article)
    (one,) = arrived(ada, parcel, article)
    assert (one.item.title, [of.claim for of in one.serves]) == ("A map", claims[2:3])
    assert b"QUELLE" not in parcel.read_bytes()


def test_who_has_it_already_loses_what_became_private(
    ben: OpenLibrary, ada: OpenLibrary, parcel: Path
) -> None:
    article, claims = bring(ben)
    made = evidencing.add(ben, article, claims[1:2], Given(title="A map"), SUPPORTS)
    send(ben, parcel, article)
    assert len(arrived(ada, parcel, article)) == 1
    evidencing.edit(ben, made.item, Given(audience=Audience.ME))
    send(ben, parcel, article)
    assert arrived(ada, parcel, article) == ()
    evidencing.edit(ben, made.item, Given(audience=Audience.PUBLIC))
    send(ben, parcel, article)
    (one,) = arrived(ada, parcel, article)
    assert (one.item.title, one.item.audience) == ("A map", Audience.PUBLIC)


def test_an_article_s_parcel_alone_tells_all_of_an_item_that_serves_two(
    ben: OpenLibrary, ada: OpenLibrary, parcel: Path
) -> None:
    article, claims = bring(ben)
    other, others = bring(ben, OTHER)
    made = evidencing.add(
        ben, article, claims[1:2], Given(title="A map"), SUPPORTS, files=[("map.png", DATA)]
    )
    evidencing.use(ben, made.item, other, others[1:2], SUPPORTS)
    evidencing.edit(ben, made.item, Given(title="The map", publisher="ISNA"))
    send(ben, parcel, other)
    (one,) = arrived(ada, parcel, other)
    assert (one.item.title, one.item.publisher) == ("The map", "ISNA")
    assert [of.article for of in one.serves] == [other]
    assert kept(parcel) == [DATA]
    assert doctor.examine(ada.store) == ()


def test_a_copy_under_a_pseudonym_brings_its_files(
    ben: OpenLibrary, ada: OpenLibrary, parcel: Path
) -> None:
    article, claims = bring(ben)
    made = evidencing.add(
        ben, article, claims[1:2], Given(title="A map"), SUPPORTS, files=[("map.png", DATA)]
    )
    sending.send(ben, [article], parcel, pseudonym="Nemo")
    assert made.item.encode() not in parcel.read_bytes()
    (one,) = arrived(ada, parcel, article)
    assert (one.owner.name, one.item.title) == ("Nemo", "A map")
    assert evidencing.file_bytes(ada, one.item.files[0].sha256) == DATA


def test_a_backup_and_a_whole_library_bring_everything(
    ben: OpenLibrary, opens: Opens, tmp_path: Path
) -> None:
    article, claims = bring(ben)
    evidencing.add(
        ben, article, claims[1:2], Given(title="Mine", audience=Audience.ME), SUPPORTS,
        files=[("own.mp3", SECRET)],
    )  # fmt: skip
    copy = tmp_path / "copy.db"
    shutil.copyfile(ben.path, copy)
    again = open_for(copy, "Ben", create=False)
    (one,) = listed(again)
    assert evidencing.file_bytes(again, one.item.files[0].sha256) == SECRET
    again.close()
    other = opens("Other")
    merging.merge(other, [copy])  # one's own library on another machine
    assert files.file_bytes(other.store, one.item.files[0].sha256) == SECRET
    assert listed(other) == ()  # and still nobody else's to read
