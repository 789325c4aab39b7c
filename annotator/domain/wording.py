"""Putting words into a sentence, for whoever speaks to people."""

from __future__ import annotations

from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """Such as "Ann, Ben and Chloé"; empty for none."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]


def raised(text: str) -> str:
    """The sentence with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def set_apart(words: str) -> str:
    """Words from outside in a sentence: a Persian title does not turn it round."""
    return f"\N{FIRST STRONG ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}"


def first_words(text: str, longest: int = 40) -> str:
    """The beginning of a text on one line, cut at a word; ``longest`` in code points."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[:longest].rsplit(" ", 1)[0] or line[:longest]
    return cut.rstrip(",;:.") + "…"


def amount(units: int, noun: str) -> str:
    """Such as "1 claim" or "1,024 claims"."""
    return f"{units:,} {noun}" + ("" if units == 1 else "s")


def letter(n: int) -> str:
    """The n-th of A, B, … Z, AA, AB, …, counted from 0."""
    letters = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
