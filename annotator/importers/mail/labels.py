"""What in an e-mail its writer did not write: signatures, the lines before a quotation, list footers.

These are furniture, set aside and never deleted. What is quoted from an earlier mail is
somebody else's words, so it is a quotation, and can be judged like the rest; what was
forwarded is what the mail is about, and is its text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from annotator.domain.article import Passage, PassageKind
from annotator.importers.mail.text import SIGNATURE

_WRITTEN = (PassageKind.BODY, PassageKind.LIST_ITEM, PassageKind.HEADING)
BODY, QUOTATION, FURNITURE = PassageKind.BODY, PassageKind.QUOTATION, PassageKind.BOILERPLATE

_FORWARDS = re.compile(r"\s*(?:fwd?|wg|tr|rv|i|vs|doorst|enc|пересл|转发|轉寄)\s*:", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\s*(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw?|doorst|enc|res|rif|odp|пересл|ответ|回复|转发|轉寄|回覆)"
    r"(?:\[\d+\])?\s*[:：]\s*)+",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"[-_]{3,}\s*[^\W\d_][^\d_\n]{1,60}\s*[-_]{3,}|Begin forwarded message:|Anfang der weitergeleiteten.*"
)
_FORWARDED = re.compile(
    r"forwarded|weitergeleitet|transféré|reenviado|encaminhad|inoltrat|пересл|doorgestuurd|vidarebefordr|"
    r"转发|轉寄|転送",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\W{0,3}(from|sent|date|to|cc|subject|reply-to|von|gesendet|datum|an|betreff|de|envoyé|à|objet|"
    r"enviado(?: el)?|fecha|para|asunto|da|inviato|data|a|oggetto|assunto|van|verzonden|aan|onderwerp|"
    r"от|отправлено|кому|тема|дата|发件人|发送时间|收件人|主题|差出人|送信日時|宛先|件名)\W{0,3}\s?[:：]",
    re.IGNORECASE,
)
_FIELDS_OF_BLOCK = 3
_LONGEST_RULE = 100
_SAYS_WHO = re.compile(r"[:：]\W{0,2}$")
_HAS_WHEN = re.compile(r"@\w|\d\D{0,12}\b\d{1,2}[:.]\d\d\b")
"""An address, or a day and a time: "In 2024 he wrote:" is the article's own."""

_LONGEST_WHO = 300
_FOOTER = re.compile(
    r"you(?:.re| are) (?:receiving|getting|subscribed)\b.{0,60}\b(?:e-?mail|message|newsletter|list|because)\b|"
    r"you(?:.ve| have)? (?:received|subscribed to) this (?:e-?mail|message|newsletter|list)\b|"
    r"this (?:e-?mail|message|newsletter) was sent (?:to|by)\b|"
    r"to (?:unsubscribe|stop receiving)\b|unsubscribe (?:here|from this|at any time)|newsletter (?:abbestellen|abmelden)",
    re.IGNORECASE,
)
_SHORT_FOOTER = re.compile(
    r"\bunsubscribe\b|\bmanage (?:your )?(?:\w+ )?(?:preferences|subscriptions?)|"
    r"\bupdate (?:your )?(?:\w+ )?preferences|\babmelden\b|\babbestellen\b|\bdésabonner\b|\bdésinscri|"
    r"\bdarse de baja|\bcancelar (?:la |a )?(?:suscripción|inscrição|assinatura)|\bdisiscriver|"
    r"annulla l.iscrizione|\bafmelden\b|\buitschrijven\b|отписаться|aboneliğinizi|退订|退訂|配信停止",
    re.IGNORECASE,
)
"""Words that an article may have, too, but hardly in a line of its own."""

_LONGEST_FOOTER, _SHORTEST_FOOTER = 600, 120
_LIST_RULE = re.compile(r"[_=]{10,}(?:\s|$)")
_IN_BROWSER = re.compile(
    r"(?:view|read|see|open) (?:this |it |the )?(?:\w+ )?(?:in|on) (?:your |a |the )?(?:web ?)?(?:browser|online)|"
    r"view (?:online|as (?:a )?web ?page)|im browser (?:ansehen|anzeigen|öffnen|lesen)|dans (?:votre|un|le) navigateur|"
    r"en (?:tu|su|el) navegador|nel (?:tuo )?browser",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"(?:sent from (?:my|yahoo|outlook|mail|proton|samsung)|get outlook for|von meinem .{2,30} gesendet|"
    r"gesendet (?:von meinem|mit der)|envoyé (?:de|depuis) mon|enviado desde mi|inviato da(?:l mio)?|"
    r"verstuurd vanaf mijn|отправлено с)\b.{0,80}$",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"\b(?:e-?mail|message|communication)\b.{0,200}\bconfidential\b.{0,400}\b(?:intended|addressee|recipient)",
    re.IGNORECASE | re.DOTALL,
)
_FIRST = 4
"""Passages in which a newsletter offers itself in the browser."""

_FURNITURE_CLASSES = frozenset(
    [
        "moz-cite-prefix",
        "moz-signature",
        "moz-email-headers-table",
        "moz-forward-container-headers",
        "gmail_attr",
        "gmail_signature",
        "gmail_signature_prefix",
        "protonmail_signature_block",
        "ms-outlook-mobile-signature",
    ]
)
_FURNITURE_IDS = frozenset({"divrplyfwdmsg", "signature", "applemailsignature"})


def kind_of_element(_tag: str, attributes: Mapping[str, str]) -> PassageKind | None:
    """What the marks of mail programs say of an element and all in it."""
    classes = attributes.get("class", "").lower().split()
    known = attributes.get("id", "").lower() in _FURNITURE_IDS
    if known or not _FURNITURE_CLASSES.isdisjoint(classes):
        return FURNITURE
    return FURNITURE if attributes.get("data-smartmail") == "gmail_signature" else None


def without_answers(subject: str) -> str:
    """A subject without "Re:", "Fwd:" and their like."""
    return _ANSWERS.sub("", subject, count=1) if _ANSWERS.match(subject) else subject


def labelled(text: str, passages: tuple[Passage, ...], subject: str) -> tuple[Passage, ...]:
    """The passages of one mail, with what the writer did not write set aside, and what is quoted as quotation."""
    found = list(passages)
    _lines_before_quotations(text, found)
    _heads_of_other_mails(text, found, forwards=bool(_FORWARDS.match(subject)))
    _signatures(text, found)
    _footers(text, found)
    return tuple(found)


def _said(text: str, passage: Passage) -> str:
    return text[passage.start : passage.end]


def _put(found: list[Passage], at: int, kind: PassageKind) -> None:
    found[at] = found[at]._replace(kind=kind)


def _lines_before_quotations(text: str, found: list[Passage]) -> None:
    """“On Monday, Ms. Smith wrote:” is what a program writes."""
    for at in range(len(found) - 1):
        here, after = found[at], found[at + 1]
        if here.kind is BODY and after.kind is QUOTATION and here.end - here.start <= _LONGEST_WHO:
            said = _said(text, here)
            if _SAYS_WHO.search(said) and _HAS_WHEN.search(said):
                _put(found, at, FURNITURE)


def _heads_of_other_mails(text: str, found: list[Passage], *, forwards: bool) -> None:
    """From, date and subject of a mail that stands below; what follows is quoted, or forwarded."""
    wrote = quoting = False
    at = tried = 0
    while at < len(found):
        one, said = found[at], _said(text, found[at])
        rule = len(said) <= _LONGEST_RULE and bool(_RULE.fullmatch(said))
        end = at + rule
        if end >= tried:
            tried, is_head = _run_of_fields(text, found, end)
            end = tried if is_head else end
        if end > at:
            forwards = forwards or (rule and bool(_FORWARDED.search(said)))
            for place in range(at, end):
                _put(found, place, FURNITURE)
            quoting = wrote and not forwards
            at = end
            continue
        if quoting and one.kind in _WRITTEN:
            _put(found, at, QUOTATION)
        elif forwards and one.kind is QUOTATION:
            _put(found, at, BODY)
        wrote = wrote or one.kind in (BODY, PassageKind.LIST_ITEM)
        at += 1


def _run_of_fields(text: str, found: list[Passage], at: int) -> tuple[int, bool]:
    """Where the passages that look like headers are over, and whether they are a mail's."""
    names: set[str] = set()
    while at < len(found) and found[at].kind is not PassageKind.TITLE:
        lines = _said(text, found[at])[:2_000].split("\n")
        known = [name[1].lower() for name in map(_FIELD.match, lines) if name]
        if not _FIELD.match(lines[0]):
            break
        names.update(known)
        at += 1
    return at, len(names) >= _FIELDS_OF_BLOCK


def _signatures(text: str, found: list[Passage]) -> None:
    """From a line with two hyphens on, until somebody else's words begin."""
    signing = False
    for at, one in enumerate(found):
        said = _said(text, one)
        if one.kind in (QUOTATION, PassageKind.TITLE):
            signing = False
        elif said.split("\n", 1)[0].strip() == SIGNATURE:
            signing = True
        if signing or (len(said) <= 120 and _DEVICE.match(said) and at):
            _put(found, at, FURNITURE)


def _footers(text: str, found: list[Passage]) -> None:
    """What a list, a newsletter or a law office puts below, from its first line on."""
    half = (found[0].start + found[-1].end) // 2 if found else 0
    for at, one in enumerate(found):
        said = _said(text, one)
        if at <= _FIRST and one.kind is not PassageKind.TITLE and _offers_browser(said):
            _put(found, at, FURNITURE)
        if one.kind in (QUOTATION, PassageKind.TITLE):
            continue
        late = one.start >= half or found[-1].end - one.start <= _LONGEST_FOOTER
        if late and _begins_foot(said):
            for place in range(at, len(found)):
                _put(found, place, FURNITURE)
            return
        if _SECRET.search(said[:3_000]):
            _put(found, at, FURNITURE)


def _offers_browser(said: str) -> bool:
    return len(said) <= 200 and bool(_IN_BROWSER.search(said))


def _begins_foot(said: str) -> bool:
    if len(said) > _LONGEST_FOOTER:
        return False
    short = len(said) <= _SHORTEST_FOOTER and bool(_SHORT_FOOTER.search(said))
    return short or bool(_FOOTER.search(said) or _LIST_RULE.match(said))
