"""What the names of a page's elements say of them: menu, comment form, sharing links, byline.

Names are hints, not proof: a page may call all of itself "content with sidebar". How far one is
believed is decided in ``html/choice.py``, which knows what stands inside.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from enum import IntEnum

from annotator.importers.html.names import HEADINGS, names
from annotator.importers.html.tree import Element


class Hint(IntEnum):
    """How surely an element is no part of the article."""

    NONE = 0
    WEAK = 1
    """By its kind of element: prose in it may belong to the article."""
    NAMED = 2
    """By its name; unless half of the article stands in it."""
    SURE = 3
    """Menus, consent, comments; unless nothing of the article stands elsewhere."""


_SURE_TAGS = names("nav menu dialog search button")
_WEAK_TAGS = names("footer aside form fieldset")
_SURE_ROLES = names("navigation search menu menubar toolbar dialog alertdialog tablist contentinfo")
_WEAK_ROLES = names("banner complementary form")

_SURE = names(
    "nav navbar navi navigation menu submenu mainmenu breadcrumb breadcrumbs crumbs cookie cookies "
    "consent gdpr cmp onetrust comment comments commentlist commentform respond disqus pagination "
    "pager paging skiplink skiplinks adsbygoogle advert advertisement advertising outbrain taboola "
    "newsletter newsletters signup ad ads"
)
_NAMED = names(
    "share shares sharing sharebar sharedaddy social socials addtoany related relatedposts "
    "recommended recommendation recommendations recirculation recirc trending popular mostread promo "
    "promotion teaser teasers widget widgets sidebar footer colophon byline author authors bio meta "
    "postmeta tags taglist tagcloud sponsor sponsored login paywall popup modal overlay masthead "
    "toolbar print copyright timestamp datetime pubdate date dateline published updated modified follow topics "
    "readmore subscribe subscription subscriptions more-stories readtime reading-time categories "
    "jp-relatedposts toolbox tools submitted postinfo"
)
_LONG = re.compile(
    r"cookie(?:bar|banner|notice|law)|newsletter|breadcrumb|navbar|(?:main|site|nav|top)menu|"
    r"comment(?:s|list|form|section|area|box)|share(?:button|tool|bar|link|icon)|"
    r"social(?:media|share|icon|link)|related(?:post|article|stor|content|link|news|item)|"
    r"advert(?!oria)|outbrain|taboola|disqus|(?:author|post|entry|article)(?:bio|meta|info)",
)
_LONG_SURE = re.compile(r"cookie|newsletter|breadcrumb|navbar|menu|comment|advert|outbrain|taboola")
_STATE = names(
    "has no not with without hide hides show shows enable enabled disable disabled is if"
)
"""Behind one of these a word says how a page is set up, not what this element is."""

_BODY = re.compile(
    r"(?:^|[\s_-])(?:(?:article|entry|post|story|news|blog|content)[_-]*(?:body|content|text|copy)|"
    r"articlebody|storytext|body[_-]?(?:copy|text)|rich-?text)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LEAD = names(
    "standfirst lede lead leadtext dek deck subtitle subheadline subhead strapline intro introduction "
    "summary abstract excerpt teasertext description kicker-text"
)
_HEADLINE = re.compile(
    r"(?:^|[\s_-])(?:headline|(?:entry|post|article|story|page|news|content)[_-]*(?:title|headline))"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_NO_LETTERS = re.compile(r"[\W_]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z0-9]+")


def hint(element: Element, headings: AbstractSet[str]) -> Hint:
    """What an element itself says, not those around it.

    Programs make the ids of sections out of their headings: what is one of ``headings``, in
    letters alone, is no hint.
    """
    found = _by_element(element)
    if element.tag in HEADINGS:
        return found
    said = [name for name in _named(element) if letters(name) not in headings]
    if said:
        found = max(found, _by_words(said))
    return found


def letters(text: str) -> str:
    """A text or name by its letters and digits alone, in small ones."""
    return _NO_LETTERS.sub("", text.casefold())


def _by_element(element: Element) -> Hint:
    tag, role = element.tag, element.get("role").lower()
    if tag in _SURE_TAGS or role in _SURE_ROLES:
        return Hint.SURE
    if tag == "footer" and any(one.tag in ("blockquote", "figure") for one in element.ancestors()):
        return Hint.NONE  # who was quoted
    return Hint.WEAK if tag in _WEAK_TAGS or role in _WEAK_ROLES else Hint.NONE


def _named(element: Element) -> list[str]:
    """The names in class and id, without those that say what a post is filed under."""
    attributes = element.attributes
    if "class" not in attributes and "id" not in attributes:
        return []
    said = f"{attributes.get('class', '')} {attributes.get('id', '')}".split()
    return [one for one in said if not one.startswith(("category-", "tag-", "post_tag-"))]


def _by_words(said: list[str]) -> Hint:
    found = Hint.NONE
    for name in said:
        whole = name.lower()
        parts = _PARTS.split(_HUMP.sub("-", name).lower())
        meant = {
            part for before, part in zip(("", *parts), parts, strict=False) if before not in _STATE
        }
        if not _SURE.isdisjoint(meant) or whole in _SURE:
            return Hint.SURE
        if not _NAMED.isdisjoint(meant) or whole in _NAMED or whole == "links":
            found = Hint.NAMED
        elif len(meant) == len(set(parts)) and (long := _LONG.search(whole)):
            if _LONG_SURE.search(long[0]):
                return Hint.SURE
            found = Hint.NAMED
    return found


def is_body(element: Element) -> bool:
    """Whether an element says that it holds the article's text."""
    if "articlebody" in element.get("itemprop").lower():
        return True
    return any(_BODY.search(element.get(name)) for name in ("class", "id"))


def is_lead(element: Element) -> bool:
    """Whether an element says that it holds an article's first words, below the title."""
    return any(
        not _LEAD.isdisjoint(_PARTS.split(_HUMP.sub("-", name).lower())) for name in _named(element)
    )


def is_headline(element: Element) -> bool:
    """Whether an element says that it holds an article's title."""
    if "headline" in element.get("itemprop").lower():
        return True
    return any(_HEADLINE.search(element.get(name)) for name in ("class", "id"))
