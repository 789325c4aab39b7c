"""A small reader of HTML for tests: stricter than a browser, and made apart from the template."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "br", "hr", "img", "link", "input", "base"}
FORBIDDEN_TAGS = {
    "iframe",
    "object",
    "embed",
    "link",
    "form",
    "input",
    "base",
    "svg",
}
PHRASING = {"a", "span", "b", "bdi", "strong", "time", "code", "ins", "del", "img", "data"}


@dataclass
class Element:
    """One element; ``children`` are elements and texts in order."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def text_without(self, unwanted: Callable[[Element], bool]) -> str:
        """The text, but not that of the elements one does not want."""
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif not unwanted(child):
                parts.append(child.text_without(unwanted))
        return "".join(parts)


class Page(HTMLParser):
    """Reads a page into elements. Raises AssertionError where tags do not fit each other."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.source = data.decode("utf-8")
        self.root = Element("#document", {})
        self._open = [self.root]
        self.feed(self.source)
        self.close()
        assert [element.tag for element in self._open] == ["#document"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {tag} {names}"
        if tag not in PHRASING | VOID:
            inside = [
                element.tag for element in self._open if element.tag in {"p", "h1", "h2", "h3"}
            ]
            assert not inside, f"<{tag}> inside <{inside[-1]}>"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def all(self, tag: str = "", class_: str = "", within: Element | None = None) -> list[Element]:
        return [
            element
            for element in (within or self.root).walk()
            if (not tag or element.tag == tag) and (not class_ or class_ in element.classes)
        ]

    def one(self, tag: str = "", class_: str = "", within: Element | None = None) -> Element:
        found = self.all(tag, class_, within)
        assert len(found) == 1, f"{len(found)} of {tag}.{class_}"
        return found[0]

    def by_id(self, key: str) -> Element:
        return next(e for e in self.root.walk() if e.attributes.get("id") == key)

    def has_id(self, key: str) -> bool:
        return any(e.attributes.get("id") == key for e in self.root.walk())

    def number(self, key: str) -> int:
        return int(self.by_id(key).text)


def check(data: bytes, *addresses: str) -> Page:
    """What holds for every page, whatever is in it: sound, sealed off, all links lead somewhere."""
    page = Page(data)
    elements = list(page.root.walk())
    ids = Counter(e.attributes["id"] for e in elements if "id" in e.attributes)
    assert [key for key, n in ids.items() if n > 1] == []
    for element in elements:
        assert element.tag not in FORBIDDEN_TAGS
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
        assert ("src" in element.attributes) == (element.tag == "img")
        href = element.attributes.get("href", "")
        if href.startswith("#"):
            assert href[1:] in ids, f"{href} leads nowhere"
        else:
            assert href in {"", *addresses}
        for named in element.attributes.get("aria-labelledby", "").split():
            assert named in ids
    _sealed(page)
    levels = [int(e.tag[1]) for e in elements if e.tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert page.source.startswith("<!DOCTYPE html>\n")
    return page


PICTURE = re.compile("data:image/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}")


def policy_of(page: Page) -> list[str]:
    """The directives of the page's Content Security Policy, which stands before all it is about."""
    (policy,) = (
        element.attributes["content"]
        for element in page.all("meta")
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert page.source.index("Content-Security-Policy") < page.source.index("<style>")
    return policy.split("; ")


def allowed(text: str) -> str:
    """A text as a policy allows it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _sealed(page: Page) -> None:
    """The policy allows the one style sheet, the one script and the pictures that are there, no more."""
    (style,), scripts, pictures = page.all("style"), page.all("script"), page.all("img")
    assert len(scripts) <= 1
    assert not any(script.attributes for script in scripts)
    assert all(PICTURE.fullmatch(picture.attributes["src"]) for picture in pictures)
    assert policy_of(page) == [
        "default-src 'none'",
        f"style-src {allowed(style.text)}",
        *(f"script-src {allowed(script.text)}" for script in scripts),
        *(["img-src data:"] if pictures else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "url(" not in style.text
    assert "@import" not in style.text
