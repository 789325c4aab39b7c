"""What a page says of its article: title, publisher, author, dates, address, language.

Each is offered with the words that say where it was read, the most trustworthy place first, one
value a field. Data for programs (JSON-LD) come before what is made for sharing (OpenGraph),
that before meta elements, that before what stands on the page, and a guess is last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from annotator.domain.article import RECORD_FIELDS
from annotator.domain.enclosed import Offered
from annotator.importers.html.metadata_fields import (
    LONGEST,
    NAMES,
    metas,
    one_line,
    person,
    value_of,
)
from annotator.importers.html.metadata_json import linked_data
from annotator.importers.html.tree import Page
from annotator.importers.links import web_address
from annotator.importers.moments import plain_moment
from annotator.importers.properties import language_code

_IN_JSON = {
    "title": "headline",
    "publisher": "publisher",
    "author": "author",
    "published": "datePublished",
    "updated": "dateModified",
    "language": "inLanguage",
}
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)\s*(\S+)", re.IGNORECASE)
_DEEP = re.compile(r"://[^/]+/.")
_LONGEST_NAME = 80
_MOST_TITLES = 5


class Found(NamedTuple):
    """A value that was found, and the words that say where."""

    value: str
    source: str


class Said:
    """All that a page says of itself.

    ``known`` is the address it was fetched from, if it was; ``noted`` the one that the file
    around it gives.
    """

    def __init__(self, page: Page, known: str = "", noted: str = "") -> None:
        self.page = page
        self.linked = linked_data(page)
        self._metas = metas(page)
        comments = (_SAVED_FROM.search(comment) for comment in page.comments[:20])
        in_comment = next((web_address(one[1]) for one in comments if one), "")
        self._saved_from = web_address(noted) or in_comment
        known = known or self._saved_from
        based = next((one.get("href") for one in page.find("base") if one.get("href")), "")
        self.base = web_address(based, known) or known
        """What relative links start from, where that is known."""
        self._address = self._deepest()
        if not self.base and self._address:
            self.base = self._address.value

    def titles(self) -> list[str]:
        """All that the page calls its article or its window, the most trustworthy first."""
        return [*(found.value for found in self._all("title")), *self._windows()]

    def offered(self, title: str = "", *, guess: bool = True) -> tuple[Offered, ...]:
        """What is offered of the article; ``title`` is its title passage, "" where it has none."""
        rows = {
            field: next(self._all(field), None) for field in RECORD_FIELDS if field != "address"
        }
        rows["title"] = self._title(title, rows["publisher"])
        rows["address"] = self._address
        if guess:
            self._guess(rows)
        if rows["updated"] and rows["published"] and rows["updated"][0] == rows["published"][0]:
            rows["updated"] = None
        return tuple(
            Offered(field, found.value, found.source)
            for field in RECORD_FIELDS
            if (found := rows[field]) is not None
        )

    def _all(self, field: str) -> Iterator[Found]:
        """Every value of a field, the most trustworthy first."""
        if field == "language":
            yield from filter(None, map(_language, self._spoken()))
            return
        yield from self._said(field)
        if field in ("published", "updated"):
            yield from self._times(field)
        elif field == "author":
            names = list(dict.fromkeys(self._writers()))
            if names:
                yield Found(", ".join(names[:5]), "the page’s byline")

    def _said(self, field: str) -> Iterator[Found]:
        """What is said to programs, and not shown."""
        if value := self.linked.fields.get(field):
            yield Found(value, f"the page’s JSON-LD ({_IN_JSON[field]})")
        for name in NAMES[field].split():
            if value := value_of(field, self._metas.get(name, ())):
                yield Found(value, f"the page’s {name}")

    def _spoken(self) -> Iterator[Found]:
        root = self.page.root
        yield Found(root.get("lang") or root.get("xml:lang"), "the page’s lang attribute")
        yield from self._said("language")

    def _times(self, field: str) -> Iterator[Found]:
        """What the page's time elements say, those that say which time they are first."""
        words = ("modified", "updated") if field == "updated" else ("published", "pubdate")
        plain = ""
        for time in self.page.find("time"):
            date = plain_moment(time.get("datetime"))
            said = f"{time.get('itemprop')} {time.get('class')}".lower()
            said += " pubdate" if "pubdate" in time.attributes else ""
            if date and any(word in said for word in words):
                yield Found(date, "the page’s time element")
            elif "updated" not in said and "modified" not in said:
                plain = plain or date
        if plain and field == "published":
            yield Found(plain, "the page’s first time element")

    def _writers(self) -> Iterator[str]:
        for element in self.page.find("a", "span", "address", "div", "p"):
            if (
                "author" in element.get("rel").split()
                or "author" in element.get("itemprop").split()
            ):
                name = person(" ".join(one for one in element.children if isinstance(one, str)))
                if 2 < len(name) <= _LONGEST_NAME:
                    yield name

    def _windows(self) -> list[str]:
        """What the page calls its window."""
        titles = islice(self.page.find("title"), _MOST_TITLES)
        said = (one_line("".join(map(str, title.children))) for title in titles)
        return [words for words in said if words]

    def _title(self, shown: str, site: Found | None) -> Found | None:
        found = next(self._all("title"), None)
        if found is not None:
            return Found(_without_site(found.value, site.value if site else ""), found.source)
        if shown:
            return Found(shown, "the page’s heading")
        window = next(iter(self._windows()), "")
        return Found(window, "the page’s title element") if 0 < len(window) <= LONGEST else None

    def _deepest(self) -> Found | None:
        """The page's address; one that is only the site's own is a mistake of its template."""
        found = [Found(address, source) for address, source in self._addresses() if address]
        return next((one for one in found if _DEEP.search(one.value)), next(iter(found), None))

    def _addresses(self) -> Iterator[tuple[str, str]]:
        for link in self.page.find("link"):
            if "canonical" in link.get("rel").lower().split():
                yield web_address(link.get("href"), self.base), "the page’s canonical link"
        for value in self._metas.get("og:url", ()):
            yield web_address(value, self.base), "the page’s og:url"
        said = self.linked.fields.get("address", "")
        yield web_address(said, self.base), "the page’s JSON-LD (url)"
        yield self._saved_from, "what the browser noted that saved the page"

    def _guess(self, rows: dict[str, Found | None]) -> None:
        """Fills what only a search of the page's words gives."""
        from annotator.importers.html.metadata_guess import guess_author, guess_date

        address = self._address.value if self._address else ""
        if rows["published"] is None and (date := guess_date(self.page, address)):
            rows["published"] = Found(date, "a guess from the page’s words and address")
        if rows["author"] is None and (author := guess_author(self.page)):
            rows["author"] = Found(author, "a guess from the page’s words")


def _language(found: Found) -> Found | None:
    code = language_code(found.value)
    return found._replace(value=code) if code else None


def _without_site(title: str, site: str) -> str:
    """A title without the site's name behind a dash or bar, or in front of it."""
    if not site:
        return title
    name = re.escape(site)
    cut = re.sub(rf"\s+[-–—|·»:]\s+{name}$|^{name}\s+[-–—|·»:]\s+", "", title, flags=re.IGNORECASE)
    return cut or title
