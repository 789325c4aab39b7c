"""What the rest of the article tells of a word: whether it is a name, a surname, a place.

Only what stands near is looked at, and only a few places of it, so that the time a claim
takes does not depend on the length of the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from annotator.domain.article import Span

SURROUNDINGS = 20_000
"""So far before and behind a claim."""

_LOOKS = 12
"""So many places where a word stands."""

_BACK = 40
"""A name is part of a sentence where a small word stands so near before it."""

_BACK_WORDS = 3
_ENDS = frozenset(".!?:")
_ABBREVIATION = 5
"""A word that ends a sentence is longer: "Gen."."""


def places(text: str, span: Span, form: str) -> Iterator[int]:
    """Where these characters stand near ``span``, outside it; before it first."""
    looks = 0
    for start, end in (
        (max(0, span[0] - SURROUNDINGS), span[0]),
        (span[1], min(len(text), span[1] + SURROUNDINGS)),
    ):
        at = text.find(form, start, end)
        while at >= 0 and looks < _LOOKS:
            yield at
            looks += 1
            at = text.find(form, at + 1, end)


def is_word_of_sentence(text: str, span: Span, word: str) -> bool:
    """Whether the word stands elsewhere behind a small one: capitals there are no accident."""
    for at in places(text, span, f" {word}"):
        end = at + 1 + len(word)
        if text[end : end + 1].isalnum():
            continue
        for before in text[max(0, at - _BACK) : at].split()[: -_BACK_WORDS - 1 : -1]:
            if before[-1] in _ENDS and len(before) > _ABBREVIATION:
                break
            if not before[0].isupper():
                if before[0].islower():
                    return True
                break
    return False


def is_common(text: str, span: Span, word: str) -> bool:
    """Whether the word stands elsewhere in small letters."""
    return _stands(text, span, f" {word.lower()}")


def is_place(text: str, span: Span, name: str) -> bool:
    """Whether something is said to be in it: "in Iran"; nobody is in a person."""
    return _stands(text, span, f" in {name}")


def known_as(
    text: str, span: Span, surname: str, is_first_name: Callable[[str], bool]
) -> Span | None:
    """Where a person of this surname is named in full before the claim, first of all."""
    for at in places(text, Span(span[0], len(text)), f" {surname}"):
        start = at + 1
        before = text[max(0, at - _BACK) : at].rpartition("\n")[2].split(" ")
        for word in before[:0:-1] if at > _BACK else before[::-1]:
            if not is_first_name(word):
                break
            start -= len(word) + 1
        if start <= at and not text[at + 1 + len(surname) : at + 2 + len(surname)].isalnum():
            return Span(start, at + 1 + len(surname))
    return None


def _stands(text: str, span: Span, form: str) -> bool:
    ends = (at + len(form) for at in places(text, span, form))
    return any(not text[end : end + 1].isalnum() for end in ends)
