"""The dateline of an article: from where, by whom and of which day it reports.

"TEHRAN, Jan. 3 (Reuters) –", "Wagswoofs –", "(AP) --", "ROMA, 3 GEN (ANSA) -", "МОСКВА, 3 янв —
РИА Новости.": issue 14 knows it as at most 60 characters before a dash. It stays part of the
text and of its first claim; what stands in it is offered, for a reader to accept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from annotator.domain.article import Passage, PassageKind, Span
from annotator.text.language import Language, read
from annotator.text.language import language as language_of
from annotator.text.layout import trimmed
from annotator.text.recognise import recognise

LONGEST = 60
"""So many code points at most stand before the dash."""

_MOST_WORDS = 5
"""A place, an agency or a day has no more words."""

_SHORTEST = 2
"""A name has so many letters: "A – B" is none."""

_MOST_CASELESS = 3
"""Where no capital tells a name, only so few words are taken for one."""

_DASH = re.compile(r"(?:\.(?=-))?\s*(?:(?<!\w)--?(?!\w)|[–—―])\s*")
_STOP = re.compile(r"\.\s+(?=\S)")
_PIECE = re.compile(r"\(([^()]*)\)|[^,،()]+")
_WORD = re.compile(r"[^\s/]+")
_SITE = re.compile(r"\w\.(?:com|net|org|info|[a-z]{2})$", re.IGNORECASE)


class _Words(NamedTuple):
    """What ``languages/dateline.toml`` holds."""

    links: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    agencies: frozenset[str]


@cache
def _words() -> _Words:
    data = read("dateline")
    return _Words(*(frozenset(data[name]) for name in _Words._fields))


class Dateline(NamedTuple):
    """A dateline ``[start, end)``, the dash left out, and where its parts stand, if they do.

    A lone name is the place where it is in capitals ("BERLIN –"), as agencies write, and
    otherwise who publishes ("Wagswoofs –"); ``certain`` says that more than that tells it.
    """

    start: int
    end: int
    place: Span | None = None
    agency: Span | None = None
    day: Span | None = None
    certain: bool = True


def dateline(
    text: str, passages: Sequence[Passage], language: str | None = None
) -> Dateline | None:
    """The dateline at the beginning of the article's first body passage, if one is there."""
    first = next((one for one in passages if one.kind is PassageKind.BODY), None)
    if first is None:
        return None
    spoken = language_of(language or recognise(text))
    found, behind = None, first.start
    for dash in _DASH.finditer(text, first.start, min(first.end, first.start + 2 * LONGEST)):
        end = dash.start()
        if not behind < end <= first.start + LONGEST or dash.end() >= first.end:
            break
        parts = _parts(text, first.start, end, spoken)
        if parts is None:
            break
        if _begins(text, dash.end(), first.end):
            found = parts
        found = _agency_behind(text, parts, dash.end(), first, spoken) or found
        behind = dash.end()
    return found


def _begins(text: str, place: int, limit: int) -> bool:
    """Whether the article may begin there: no small letter, and more than a dash."""
    return place < limit and not text[place].islower() and text[place] not in "-–—―"


def _agency_behind(
    text: str, parts: Dateline, place: int, first: Passage, spoken: Language
) -> Dateline | None:
    """Russian agencies stand behind the dash and end in a stop: "МОСКВА, 3 янв — РИА Новости."."""
    stop = _STOP.search(text, place, min(first.end, first.start + LONGEST))
    if parts.day is None or parts.agency is not None or stop is None or stop.start() == place:
        return None
    if not _name(text[place : stop.start()], spoken):
        return None
    return parts._replace(end=stop.start(), agency=Span(place, stop.start()))


def _parts(text: str, start: int, end: int, spoken: Language) -> Dateline | None:
    """What a dateline says, or None if these words are none."""
    places: list[Span] = []
    agency = day = None
    for piece, span, inside in _pieces(text, start, end):
        if _is_day(piece):
            day = span if day is None else Span(day.start, span.end)
        elif not _name(piece, spoken):
            return None
        elif agency is None and (inside or _is_agency(piece)):
            agency = span
        elif day is None and len(places) < 2:
            places.append(span)
        else:
            return None
    if not places and agency is None:
        return None
    place = Span(places[0].start, places[-1].end) if places else None
    if agency is None and day is None and len(places) == 1 and place is not None:
        name = text[place.start : place.end]
        if name.isupper():
            return Dateline(start, end, place=place)
        return Dateline(start, end, agency=place, certain=False)
    return Dateline(start, end, place, agency, day)


def _pieces(text: str, start: int, end: int) -> list[tuple[str, Span, bool]]:
    """What commas, brackets and dashes part: words, where, and whether in brackets."""
    found = []
    edges = [
        start,
        *(edge for dash in _DASH.finditer(text, start, end) for edge in dash.span()),
        end,
    ]
    for begin, close in zip(edges[::2], edges[1::2], strict=True):
        for match in _PIECE.finditer(text, begin, close):
            inside = match[1] is not None
            at, limit = trimmed(text, *match.span(1 if inside else 0))
            if at < limit:
                found.append((text[at:limit], Span(at, limit), inside))
    return found


def _is_day(piece: str) -> bool:
    """Whether it is a day: "Jan. 3", "3 January 2024", "2024", "Wednesday"."""
    known, words = _words(), _WORD.findall(piece.casefold())
    if len(words) > _MOST_WORDS:
        return False
    if len(words) == 1 and words[0] in known.weekdays:
        return True
    named = [word for word in words if not known.months.isdisjoint((word[:3], word.rstrip(".")))]
    digits = [word for word in words if word[:1].isdigit()]
    rest = len(words) - len(named) - len(digits) - sum(word in known.links for word in words)
    return bool(digits) and rest <= 1


def _is_agency(piece: str) -> bool:
    return piece.casefold() in _words().agencies or bool(_SITE.search(piece))


def _name(piece: str, spoken: Language) -> bool:
    """Whether it can be a name: capitals throughout, or few words where there are none."""
    words, links = _WORD.findall(piece), _words().links
    if len(piece) < _SHORTEST or not 0 < len(words) <= _MOST_WORDS:
        return False
    if _is_agency(piece):
        return True
    if not all(word[0].isalpha() for word in words) or piece[-1] in ':;!?…"”»':
        return False
    if words[0][0].upper() == words[0][0].lower():
        return len(words) <= _MOST_CASELESS
    if not piece.isupper() and words[0] in spoken.openers and len(words) <= 2:
        return False
    return all(word[0].isupper() or word in links for word in words) and words[-1] not in links
