"""What another program's file says of an article, before anything is believed or placed.

A reader of ``interchange/`` makes one ``Brought`` of a file's bytes. Where its statements belong in
the article that lies here, and whose they become, is for ``desk`` to find out.
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

    ``who`` is a name as the file gives it, ``key`` what tells persons of one name apart, or empty.
    """

    who: str
    place: Place
    standing: Standing = Standing.UNTAGGED
    because: Because | None = None
    note: str = ""
    made: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class BroughtComment:
    """One comment on a place. ``id`` is the file's own, ``answers`` the one it answers, or empty."""

    id: str
    who: str
    place: Place
    text: str
    made: int = 0
    answers: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class NotRead:
    """Something in the file that was not understood: what it is, and why, in words."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Brought:
    """One file's statements about one article.

    The article is found by ``article`` (its id) or ``sha256``, else by ``text``, else by the words
    of the places; ``title`` names it in messages. ``log`` is set by our own JSON alone: edits as they were
    made, which come in as they are, with ``text`` to make the article of.
    """

    article: ArticleId | None = None
    sha256: str = ""
    text: str = ""
    title: str = ""
    judgements: tuple[BroughtJudgement, ...] = ()
    comments: tuple[BroughtComment, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    log: tuple[Edit, ...] = ()
