"""A small reader of HTML for tests: stricter than a browser, and made apart from the template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "br", "hr", "img", "link", "input", "base"}
FORBIDDEN_TAGS = {
    "script",
    "iframe",
    "object",
    "embed",
    "link",
    "img",
    "form",
    "input",
    "base",
    "svg",
}
PHRASING = {"a", "span", "b", "bdi", "strong", "time", "code", "ins", "del"}


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
        assert "src" not in element.attributes
        href = element.attributes.get("href", "")
        if href.startswith("#"):
            assert href[1:] in ids, f"{href} leads nowhere"
        else:
            assert href in {"", *addresses}
        for named in element.attributes.get("aria-labelledby", "").split():
            assert named in ids
    levels = [int(e.tag[1]) for e in elements if e.tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert page.source.startswith("<!DOCTYPE html>\n")
    return page
