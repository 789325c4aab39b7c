"""Whether words look like those of an article: prose, or what pages are furnished with."""

from __future__ import annotations

import re

from annotator.importers.html.block import Block

_NOTES = r"(?:\[\w{1,4}\]|\*)*(?:\d{1,2})?"
"""Marks of footnotes, behind a stop."""
_STOP = re.compile(
    rf"(?:[!?…。！？؟۔।]|(?<!\d)\.|\d\.(?!\d))[\"'”’»›）)]*{_NOTES}[\"'”’»›）)]*$|[:;]$"
)
_LEGAL = re.compile(r"\W*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_STOP_INSIDE = re.compile(r"[.!?…](?:[\"'”’»)]|\[\w{1,4}\])*\s|[。！？؟।]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_CUE = re.compile(
    r"(?:leave a (?:reply|comment)|related(?: (?:posts|articles|stories|news|links|content|topics))?|"
    r"(?:share|tweet|print|save|e-?mail)(?: this.{0,20})?|(?:read|learn|see|find out) more|"
    r"\d* ?comments?(?: \(\d+\))?|subscribe(?: .{0,30})?|sign up(?: .{0,30})?|advertise?ments?|"
    r"most (?:read|viewed|popular|commented)|(?:you )?(?:may|might) also (?:like|be interested in)|"
    r"(?:more|latest) (?:from|on|in|news|stories)\b.{0,40}|recommended(?: .{0,20})?|"
    r"(?:tags|topics|filed under|categories|posted in)\b.{0,60}|follow us\b.{0,30}|"
    r"(?:previous|next|older|newer)(?: (?:post|article|story|page)s?)?|skip to .{0,20}|"
    r"story continues below.{0,20}|continue reading.{0,30}|trending(?: now)?|popular(?: posts)?|"
    r"about the author|join the (?:discussion|conversation)|recent (?:posts|comments)|archives)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\W*(?:read(?: also| more| next)?|also read|see also|more on this|related|watch|listen|"
    r"don[’']?t miss|recommended|in pictures|explainer)\b.{0,20}?[:>»|–-]",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"\W*(?:follow .{1,40}? on\b|sign up (?:for|to)\b|subscribe to\b|send (?:us )?your\b|"
    r"join (?:us|our)\b|download (?:the|our)\b|like us\b)",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_TAIL = 40
"""Characters in which a last stop, with what may stand behind it, is looked for."""

LONG = 40
"""Letters (a sign of Chinese or Japanese counts for two and a half) of a sentence worth the name."""


def weight(text: str) -> int:
    """How much is said, in letters of an alphabet."""
    return len(text) + len(_WIDE.findall(text)) * 3 // 2


def is_prose(text: str) -> bool:
    """Whether words are a sentence or more: long enough, and with a stop."""
    size = weight(text)
    if size < LONG // 2:
        return False
    if _STOP.search(text[-_TAIL:]):
        return size >= LONG or bool(_STOP_INSIDE.search(text)) or text.count(" ") >= 3
    return size >= 2 * LONG and bool(_STOP_INSIDE.search(text) or size >= 5 * LONG)


def is_cue(text: str) -> bool:
    """Whether words are those that furniture begins with: "Leave a Reply", "Most read"."""
    return len(text) <= 80 and bool(_CUE.fullmatch(_EDGES.sub("", text)))


def is_legal(text: str) -> bool:
    """Whether words are those of a page's foot: whose the page is."""
    return len(text) <= 300 and bool(_LEGAL.match(text))


def is_linked(block: Block) -> bool:
    """Whether a block is there to lead elsewhere."""
    share = block.linked
    return share > 0.8 or (share > 0.5 and not is_prose(block.text))


def is_pointer(block: Block) -> bool:
    """Whether a paragraph only points elsewhere: "Read more: …", "Follow us on …"."""
    if len(block.text) > 300:
        return False
    share = block.linked
    pointing = share > 0.5 and _POINTER.match(block.text)
    return bool(pointing or (share > 0 and _FOLLOW.match(block.text)))
