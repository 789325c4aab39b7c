"""Every format that is read back as a colleague's work, declared once.

A format is a module with ``recognises(data)``, ``read(data)`` and, where it is written here too,
``write(report)``; and a row here. An installed package adds one by an entry point of the group
``annotator.interchange`` that names an ``Interchange``.
"""

from __future__ import annotations

import importlib
import logging
from dataclasses import replace
from typing import Any

from annotator.domain.brought import Brought
from annotator.domain.formats import EVERYTHING, Carried, Exporter, Interchange
from annotator.packages import offered, with_ours

GROUP = "annotator.interchange"


def _module(name: str) -> Any:
    """Imported when it is needed: nobody pays for a format that is not used."""
    return importlib.import_module(f"annotator.interchange.{name}")


def _reads(name: str, data: bytes) -> Brought:
    found: Brought = _module(name).read(data)
    return found


INTERCHANGE: tuple[Interchange, ...] = (
    Interchange(
        "json",
        "JSON",
        (".json",),
        "everything: the article, its log, and all that follows from it",
        lambda data: bool(_module("article_json_read").recognises(data)),
        lambda data: _reads("article_json_read", data),
        Exporter(
            "json",
            "JSON",
            ".json",
            "application/json",
            "everything the library holds of the article, the same bytes for the same content",
            lambda report: bytes(_module("article_json").write(report)),
            whole=True,
            count=lambda data: _module("article_json").count(data),
            carries=EVERYTHING,
        ),
        whole=True,
    ),
    Interchange(
        "webannotation",
        "Web Annotation",
        (".jsonld", ".json"),
        "each annotation: a tag in our words, any other text as a note, answers as comments",
        lambda data: bool(_module("web_annotation_read").recognises(data)),
        lambda data: _reads("web_annotation_read", data),
        Exporter(
            "webannotation",
            "Web Annotation",
            ".jsonld",
            'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
            "W3C Web Annotations of the claims, for other programs that annotate texts",
            lambda report: bytes(_module("web_annotation").write(report)),
            count=lambda data: _module("web_annotation").count(data),
            notices=lambda report: _module("web_annotation").notices(report),
            selects=True,
            carries=frozenset(
                {
                    Carried.TAGS,
                    Carried.RESULT,
                    Carried.BECAUSE,
                    Carried.NOTES,
                    Carried.WORDINGS,
                    Carried.COMMENTS,
                    Carried.DECISIONS,
                }
            ),
        ),
    ),
    Interchange(
        "docx",
        "Word",
        (".docx",),
        "the comments that somebody added to an editor’s copy of ours, answers to ours among them",
        lambda data: bool(_module("word").recognises(data)),
        lambda data: _reads("word", data),
    ),
)


def interchange() -> tuple[Interchange, ...]:
    """Our own formats, then those of installed packages; a name is taken once, ours first."""
    return with_ours(INTERCHANGE, installed())


def installed() -> tuple[Interchange, ...]:
    """What installed packages offer. One that cannot be loaded is logged and left out."""
    return tuple(map(_guarded, offered(GROUP, Interchange)))


def _guarded(row: Interchange) -> Interchange:
    """The row, whose faults are those of a file that cannot be read."""

    def recognises(data: bytes) -> bool:
        try:
            return row.recognises(data)
        except Exception:  # noqa: BLE001
            logging.getLogger(__name__).warning("format %s fails to look at a file", row.name)
            return False

    def read(data: bytes) -> Brought:
        try:
            return row.read(data)
        except ValueError:
            raise
        except Exception as error:
            logging.getLogger(__name__).warning("format %s fails to read", row.name)
            raise ValueError("the package that reads it failed: tell whoever made it") from error

    return replace(row, recognises=recognises, read=read)
