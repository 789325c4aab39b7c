"""What another program's file says of an article, before anything is believed or placed.

A reader of ``interchange/`` makes one ``Brought`` of a file's bytes. Where its statements belong in
the article that lies here, and whose they become, is for ``desk`` to find out
(``desk/reading_back.py``): everything in it becomes a colleague's, of an id made of the format and of
``key`` and ``who``, never anybody's who works here.

**Ids.** What we wrote ourselves carries the ids that it has in a library: a comment the id of its edit,
a person the id of the analyst. A reader gives them on as they are, in small letters and without
``urn:uuid:``. Where a comment of that id is here already it is not written again, and who answers it
answers that very comment. So is a judgement left alone whose ``key`` is the id of an analyst
who holds just that here. Any other id only tells the things of one file apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.article import ArticleId
from annotator.domain.assessment import Because
from annotator.domain.edits.form import Edit
from annotator.domain.tags import Standing


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the text something is said to stand.

    ``quote`` are its words, ``prefix`` and ``suffix`` what stands before and behind them.
    ``start`` and ``end`` as the file counts, whatever it counts; None where it does not.
    """

    quote: str
    start: int | None = None
    end: int | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class BroughtJudgement:
    """What one person holds of one place. ``made`` is microseconds since 1970, UTC; 0: not told.

    ``who`` is a name as the file gives it, ``key`` what tells persons of one name apart (an
    analyst's id, an address), or empty. ``why`` says why a claim is not checkable, ``wording``
    what it should say instead.
    """

    who: str
    place: Place
    standing: Standing = Standing.UNTAGGED
    because: Because | None = None
    note: str = ""
    made: int = 0
    key: str = ""
    why: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class BroughtComment:
    """One comment on a place.

    ``id``: that of its edit where we wrote it, else the file's own, or one made of what it says where
    the file's own is new with every save, or empty. ``answers``: the id of
    another comment of the file, or of one that is in the library (its edit's id), or empty. An answer
    needs no place (None): it stands where what it answers stands.
    """

    id: str
    who: str
    place: Place | None
    text: str
    made: int = 0
    answers: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class NotRead:
    """Something in the file that was not understood: what it is, and why, in words.

    Both stand in one list with what a merge leaves out, as in "3 edits in ben.json" and "altered: …": ``what`` in
    a few words and with the file's own words in quotation marks, ``why`` without a full stop.
    """

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Brought:
    """One file's statements about one article.

    The article is found by ``article`` (its id) or ``sha256``, else by ``text``, else by
    ``address``, and by the words of the places; ``title`` names it in messages. ``log`` is set by our own JSON alone: edits as they were
    made, which come in as they are, with ``text`` to make the article of.
    """

    article: ArticleId | None = None
    sha256: str = ""
    text: str = ""
    title: str = ""
    address: str = ""
    judgements: tuple[BroughtJudgement, ...] = ()
    comments: tuple[BroughtComment, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    log: tuple[Edit, ...] = ()
