"""E-mail (.eml), as Thunderbird, Outlook, Apple Mail and web mail save it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.domain.enclosed import Enclosed, Offered
from annotator.domain.errors import AnnotatorError
from annotator.importers.imported import ImportedArticle
from annotator.importers.names import shown
from annotator.importers.titles import with_title
from annotator.importers.visible import has_visible

if TYPE_CHECKING:
    from annotator.importers.mail.parts import Part
    from annotator.importers.mail.whole import Mail

_KNOWN = frozenset(
    [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "content-type",
        "received",
        "return-path",
        "delivered-to",
        "reply-to",
        "sender",
        "x-mailer",
        "user-agent",
        "dkim-signature",
        "in-reply-to",
        "references",
        "list-id",
    ]
)
_TELLING = frozenset(
    [
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "delivered-to",
        "x-mailer",
        "dkim-signature",
    ]
)
_SAVED_PAGE = "snapshot-content-location"
_HEAD = 16_384
_NAMED = 5
"""So many attachments are named."""

_LONGEST_NAME = 100

_LOCKED = "It is encrypted: open it in your mail program, and save what it shows as text (.txt)."
_NOTHING = (
    "There is no text in it; save what your mail program shows as text (.txt), and open that."
)
_ONLY_FILES = (
    "There is no text in it, only {files}: save those from your mail program, and open them."
)
_CUT = "The e-mail stops before its end: what is missing was not in the file."
_TOO_MANY = (
    "It has more parts, or parts deeper inside of others, than are read: the original keeps them."
)
_LIST_NAME = re.compile(r'\s*"?([^"<>]*?)"?\s*(?:<([^<>]*)>)?\s*')


def sniff(data: bytes, suffix: str) -> bool:
    """By the headers that it begins with; one of them is enough where the file is called .eml."""
    from annotator.importers.mail.parts import headers_of

    if not re.match(rb"[\xef\xbb\xbf\r\n]*(?:>?From |[!-9;-~]+[ \t]*:)", data[:200]):
        return False
    headers, _ = headers_of(data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    if _SAVED_PAGE in headers or suffix in (".mht", ".mhtml"):
        return False
    known = _KNOWN & headers.keys()
    if suffix == ".eml":
        return bool(known)
    return len(known) >= 3 and bool(_TELLING & known)


def read(data: bytes, *, encoding: str | None = None) -> ImportedArticle:
    """The article that this mail is: its HTML body where it has one, else its text.

    The subject stands first as the title. ``encoding`` is taken for the bodies, whatever the
    mail says of them. Raises AnnotatorError where it is encrypted, or shows no text.
    """
    from annotator.importers.mail.parts import parsed
    from annotator.importers.mail.whole import Mail

    mail = Mail(parsed(data), encoding)
    composed = with_title(mail.composed, mail.title)
    if not has_visible(composed.text.removeprefix(mail.title)):
        raise AnnotatorError(_refusal(mail))
    notices = (
        _attachments(mail.attached),
        "" if mail.whole else _CUT,
        _TOO_MANY if mail.too_many else "",
    )
    first = mail.decoded[0] if mail.decoded else None
    return ImportedArticle(
        composed.text,
        data,
        first.encoding if first else "",
        first.note if first else "",
        composed.passages,
        Enclosed(composed.links, tuple(_offered(mail.source)), composed.remarks),
        tuple(filter(None, notices)),
        len(mail.attached),
    )


def _refusal(mail: Mail) -> str:
    if mail.locked:
        return _LOCKED
    return _ONLY_FILES.format(files=_names(mail.attached)) if mail.attached else _NOTHING


def _attachments(attached: list[Part]) -> str:
    if not attached:
        return ""
    count = len(attached)
    many = f"{count:,} attachments are" if count > 1 else "1 attachment is"
    was = "were" if count > 1 else "was"
    return f"{many} kept in the original and {was} not read: {_names(attached)}."


def _names(attached: list[Part]) -> str:
    """What they are called, or what they are where they are not."""
    named = [shown((one.file_name() or one.kind)[:_LONGEST_NAME]) for one in attached[:_NAMED]]
    more = len(attached) - _NAMED
    return ", ".join(named) + (f" and {more:,} more" if more > 0 else "")


def _offered(mail: Part) -> Iterator[Offered]:
    """What its headers say, and nobody has confirmed."""
    from annotator.importers.mail.headers import LONGEST, people
    from annotator.importers.moments import mail_moment
    from annotator.importers.properties import language_code

    def raw(name: str) -> str:
        return mail.headers.get(name, [""])[0]

    listed = _LIST_NAME.fullmatch(mail.header("list-id")[:LONGEST])
    list_name = (listed[1] or listed[2] or "").strip() if listed else ""
    rows = (
        ("title", mail.header("subject")[:LONGEST], "Subject"),
        ("author", people(raw("from")), "From"),
        ("published", mail_moment(raw("date")), "Date"),
        ("publisher", mail.header("organization")[:LONGEST], "Organization"),
        ("publisher", list_name, "List-Id"),
        ("language", language_code(raw("content-language").partition(",")[0]), "Content-Language"),
    )
    seen: set[str] = set()
    for field, value, header in rows:
        if value and field not in seen:
            seen.add(field)
            yield Offered(field, value, f"the header {header}")
