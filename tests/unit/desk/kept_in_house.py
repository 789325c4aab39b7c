"""An article with something of every kind that may have to stay in house, each told by a word of its own.

The words occur nowhere else, and no format breaks them: what is found of one in a file was put there.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, PngImagePlugin

from annotator.desk.library import OpenLibrary
from annotator.domain.assessment import (
    Audience,
    Because,
    ClaimType,
    Flag,
    FlagKind,
    Relation,
    Wording,
)
from annotator.domain.attribution import Attribution, Quoted
from annotator.domain.canonical import Json
from annotator.domain.edits.articles import SetArticle
from annotator.domain.edits.assessing import (
    SetConfidence,
    SetFlag,
    SetRelation,
    SetType,
    SetWording,
)
from annotator.domain.edits.attributing import SetAttribution
from annotator.domain.edits.blind import AskBlind, Draw
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.evidence import AddEvidence
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.layout import SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.reviewing import Approve, Decide, Return, Ruling, Settle, Submit
from annotator.domain.edits.tagging import SetNotCheckable, SetTag
from annotator.domain.evidence import Contact, KeptFile, Link, Stance
from annotator.domain.tags import Standing, Tag
from annotator.store.library import open_library
from annotator.store.write import Author, NewText, absorb
from unit.exporters.reports import ANNA, BEN, CHLOE, Bench, sample

YEAR_2031 = 1_931_504_400_000_000
"""17 March 2031, in the afternoon (UTC): a day that is in nothing but the history."""

NAMES = {ANNA: "Zqnameanna", BEN: "Zqnameben", CHLOE: "Zqnamechloe"}
EVIDENCE, CLEARED, MINE = (f"e100000{n}-0000-4000-8000-00000000000a" for n in range(1, 4))
FILE = "ab12" * 16

PUBLIC = ("Zqclearednote", "Zqclearedevidence", "Zqclearedquote", "Zqclearedpublisher")
"""What was cleared by itself."""

ME = ("Zqmynote", "Zqmyevidence", "Zqmycontact", "Zqmyquote", "Zqmyfile")
"""What leaves in no file at all."""

WITHHELD: Mapping[str, tuple[str, ...]] = {
    "evidence": ("Zqevidence", "Zqquote", "Zqlocator", "Zqpublisher", "Zqitemnote"),
    "notes": ("Zqdesknote", "Zqbennote"),
    "comments": ("Zqcomment", "Zqanswer"),
    "contacts": ("Zqcontact", "Zqtheysaid"),
    "reasons": ("Zqreasondecided", "Zqreasonunchecked", "Zqreasonreturned"),
    "wordings": ("Zqwording",),
    "flags": ("Zqflag", "2032-02-29", "29 Feb 2032"),
    "names": tuple(NAMES.values()),
    "ids": (*NAMES, "00000000-0000-4000", EVIDENCE, CLEARED, "a1000001-0000"),
    "files": ("Zqarticlefile", "Zqevidencefile", "Zqhow", FILE, FILE[:12]),
    "tokens": ("Zqtoken", "Zqsignature", "Zqpassword", "Zqarticletoken", "Zqnotetoken"),
    "history": (
        "2031-03-17",
        "17 Mar 2031",
        "17 March 2031",
        "20310317",
        "17.03.2031",
        "47924",
        "Zqearlier",
        "Zqseed",
    ),
    "agreement": ("agree on", "Cohen", "Krippendorff"),
}
"""Kind → words of which none is in a public copy."""

PICTURE = ("Zqexifartist", "Zqpicturetext", "Zqprofile")
"""What the logo's file tells of its making."""

STRANGERS = ("python-docx", "Normal.dotm", "openpyxl", "Zqlogin", "Zqhome", "Zqmachine")
"""Of the machine, and of those who made our tools' templates."""


def made() -> Bench:
    """The sample, worked by three people."""
    bench = sample()
    bench.clock = YEAR_2031
    article = bench.article
    every = tuple(bench.claim(number) for number in range(48))
    for who, name in NAMES.items():
        bench.does(who, SetName(who, name))
    bench.does(
        ANNA,
        SetArticle(
            article,
            {
                "file_name": "Zqarticlefile.txt",
                "address": "https://example.org/at-least-95?token=Zqarticletoken",
            },
        ),
        SetTag(article, every[:2], Tag.DISPUTED, because=Because.OUTDATED, against=EVIDENCE),
        SetTag(article, every[2:4], Tag.VERIFIED),
        SetTag(article, (every[5],), Tag.VERIFIED),
        SetNotCheckable(article, (every[20],), "Zqreasonunchecked, an appeal."),
        SetNote(article, every[0], "Zqdesknote of one."),
        SetNote(
            article,
            every[1],
            "Zqclearednote, see https://example.org/x?token=Zqnotetoken there.",
            Audience.PUBLIC,
        ),
        SetNote(article, every[6], "Zqmynote rings at night.", Audience.ME),
        SetWording(article, every[0], Wording("Zqwording Killed")),
        SetConfidence(article, (every[0],), 3),
        SetType(article, (every[0],), ClaimType.PREDICTION),
        SetRelation(article, every[0], every[1], Relation.DEPENDS_ON),
        SetFlag(article, (every[7],), Flag(FlagKind.LAWYER, "Zqflag", "2032-02-29")),
    )
    _record(bench)
    _split(bench)
    bench.does(
        BEN,
        SetTag(article, every[:1], Tag.DISPUTED),
        SetTag(article, every[1:3], Tag.UNATTRIBUTED),
        SetTag(article, (every[5],), Tag.DISPUTED),
        SetNote(article, every[2], "Zqbennote of another."),
    )
    _review(bench)
    return bench


def _record(bench: Bench) -> None:
    every = tuple(bench.claim(number) for number in range(10))
    contact = Contact("c1", "Zqcontact", "2031-03-17", "by phone", "Zqtheysaid so.", Audience.DESK)
    file = KeptFile(FILE, "Zqevidencefile.png", 53_120, YEAR_2031, "Zqhow")
    _add(
        bench,
        EVIDENCE,
        Link(EVIDENCE, Stance.CONTRADICTS, "“Zqquote”", "Zqlocator", "2"),
        url="https://bucket.example.org/f?X-Amz-Signature=Zqsignature",
        archive="https://anna:Zqpassword@example.org/",
        title="Zqevidence found",
        publisher="Zqpublisher",
        note="Zqitemnote.",
        **{"contact c1": contact.json(), f"file {FILE}": file.json()},
    )
    _add(
        bench,
        CLEARED,
        Link(CLEARED, Stance.SUPPORTS, "“Zqclearedquote”"),
        url="https://docs.google.com/document/d/Zqtoken/edit",
        title="Zqclearedevidence found",
        publisher="Zqclearedpublisher",
        audience=Audience.PUBLIC.value,
        **{"contact c1": contact.json(), f"file {FILE}": file.json()},
    )
    mine = {
        "there.me": True,
        "title.me": "Zqmyevidence",
        "contact.me c2": Contact("c2", "Zqmycontact").json(),
        f"file.me {'cd34' * 16}": KeptFile("cd34" * 16, "Zqmyfile.png").json(),
    }
    link = Link(MINE, Stance.SUPPORTS, "Zqmyquote", private=True)
    bench.does(ANNA, AddEvidence(MINE, mine, {(bench.article, every[0]): link}))
    named = Attribution("a1000001-0000-4000-8000-00000000000a", every[4], Quoted("ISNA"))
    bench.does(ANNA, SetAttribution(bench.article, named))


def _add(bench: Bench, item: str, link: Link, **fields: Json) -> None:
    serving = {(bench.article, bench.claim(number)): link for number in (0, 1)}
    bench.does(ANNA, AddEvidence(item, {"there": True, **fields}, serving))


def _split(bench: Bench) -> None:
    """A claim that is none any more, of which somebody held something."""
    earlier, span = bench.claim(39), bench.span(39)
    middle = bench.text.index(" ", span.start + 20)
    bench.does(CHLOE, SetNote(bench.article, earlier, "Zqearlier note."))
    bench.does(
        CHLOE,
        SplitClaim(
            bench.article,
            earlier,
            (type(span)(span.start, middle), type(span)(middle + 1, span.end)),
        ),
    )


def _review(bench: Bench) -> None:
    article, every = bench.article, tuple(bench.claim(number) for number in range(10))
    bench.does(BEN, AskBlind(article), Draw(1, "Zqseed", {article: every[9:10]}))
    for who in (ANNA, BEN):
        bench.does(who, Submit(article))
    bench.does(ANNA, Approve(article, bench.edits[-1].header.id))
    bench.does(BEN, Return(article, bench.edits[-3].header.id, "Zqreasonreturned, once more."))
    bench.does(BEN, Comment(article, every[9], "Zqcomment on it."))
    bench.does(ANNA, Comment(article, every[9], "Zqanswer to it.", bench.edits[-1].header.id))
    over: dict[str, Standing | None] = {ANNA: Standing.DISPUTED, BEN: Standing.UNATTRIBUTED}
    ruling = Ruling(every[1], Standing.DISPUTED, "Zqreasondecided.", over)
    bench.does(CHLOE, Decide(article, (ruling,)), Settle(article, {}))


def library(path: Path, bench: Bench, acting: AnalystId = ANNA) -> OpenLibrary:
    """A library that holds it, opened by one of them, who has submitted and may see all."""
    store = open_library(path, create=True)
    absorb(store, bench.edits, {bench.article: NewText(bench.text, bench.text.encode())})
    return OpenLibrary(store, Author(acting, NAMES[acting]))


def logos() -> Mapping[str, bytes]:
    """Pictures whose files tell who made them."""
    exif = Image.Exif()
    exif[0x013B] = "Zqexifartist"
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Zqpicturetext")
    text.add_itxt("XML:com.adobe.xmp", "Zqpicturetext")
    found = {}
    for form in ("PNG", "JPEG"):
        out = io.BytesIO()
        more = {"pnginfo": text} if form == "PNG" else {"comment": b"Zqpicturetext"}
        picture = Image.new("RGB", (40, 20), "teal")
        picture.save(out, form, exif=exif, icc_profile=b"Zqprofile" * 20, **more)
        found[form] = out.getvalue()
    return found
