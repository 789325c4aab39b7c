"""What a plain text is made of, as a reader sees it."""

import pytest

from annotator.domain.article import Passage, PassageKind
from annotator.text.passages import cut, passages, told

WRAPPED = """\
This paragraph was wrapped by a program at a width of about
sixty characters, so that each line is full and the first
word of the next line had no room in it at all. There it has
to stay one paragraph, whoever broke it into pieces.
"""


def seen(text: str) -> list[tuple[str, str]]:
    return [(p.kind.value, text[p.start : p.end]) for p in passages(text)]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in seen(text)]


def test_blank_lines_part_paragraphs():
    assert seen("One is here.\n\n \t\nTwo is here.\n") == [
        ("body", "One is here."),
        ("body", "Two is here."),
    ]


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\u2029", "\x0c", "\n\x0b\n", "\n\u3000\n"])
def test_hard_breaks_part_paragraphs(gap):
    assert kinds(f"One.{gap}Two.") == ["body", "body"]


@pytest.mark.parametrize("gap", [" ", "\u2028", "\x85", "\x0b", "\t"])
def test_soft_breaks_do_not(gap):
    assert kinds(f"One.{gap}Two.") == ["body"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("A Headline", True),
        ("Is This One?", True),
        ("Yes!", True),
        ("Attack Kills 95, Says U.S.", True),
        ("To Be Continued...", True),
        ("x" * 220, True),
        ("x" * 221, False),
        ("This is a sentence.", False),
        ("“This is a sentence.”", False),
        ("这是一句话。", False),
        ("- an item", False),
    ],
)
def test_a_first_line_without_a_final_stop_is_the_title(line, title):
    assert kinds(f"{line}\n\nThe body.")[0] == ("title" if title else kinds(line)[0])


def test_a_title_stands_above_something():
    assert kinds("Only a line") == ["body"]


def test_a_title_of_wrapped_lines_is_none():
    assert kinds(WRAPPED.replace("pieces.", "pieces") + "\nThe body.") == ["body", "body"]


def test_a_title_is_one_claim_whatever_stands_in_it():
    text = "He Came. He Saw. He Won\n\nIt is so. It was."
    assert len(cut(text, passages(text))) == 3


def test_wrapped_lines_stay_one_paragraph():
    assert seen(WRAPPED + "\n" + WRAPPED) == [("body", WRAPPED.strip())] * 2


def test_a_short_line_ends_a_wrapped_paragraph():
    assert kinds(f"By John Smith\nLondon\n{WRAPPED}{WRAPPED}") == ["title", "body", "body", "body"]


def test_lines_that_their_writer_broke_are_paragraphs():
    text = "One paragraph of some length.\nAnother that is longer than the first one was.\nThird."
    assert kinds(text) == ["body"] * 3


def test_long_lines_are_paragraphs_however_many():
    text = "\n".join(["A sentence of a long paragraph goes on and on. " * 5] * 3)
    assert kinds(text) == ["body"] * 3


def test_a_line_that_goes_on_in_small_letters_is_no_paragraph():
    assert kinds("The man who came\nto dinner.\nAnother Line.") == ["body", "body"]


@pytest.mark.parametrize(
    "mark", ["- ", "* ", "+ ", "• ", "•", "▪ ", "1. ", "12) ", "(3) ", "b) ", "(B) ", "a. "]
)
def test_short_paragraphs_with_a_bullet_are_list_items(mark):
    text = f"There are two things:\n{mark}the first\n{mark}the second\n\nThe end."
    assert kinds(text) == ["body", "list-item", "list-item", "body"]


@pytest.mark.parametrize(
    "line", ["J. Smith came.", "— Yes, he said.", "2020. A year.", "-5 degrees.", "A. Smith came."]
)
def test_what_only_looks_like_a_bullet_is_text(line):
    assert kinds(f"The beginning.\n\n{line}") == ["body", "body"]


def test_a_dash_at_the_beginning_of_a_wrapped_line_is_no_item():
    text = (
        "This paragraph was wrapped by a program at a width of about seventy\n"
        "- or was it seventy - characters, and a dash stands first in a line\n"
        "of it, which makes no list of what is here, however you look at it,\n"
        "for it is prose, and goes on for as many lines as its writer has in\n"
        "mind, until there is a stop at last.\n"
    )
    assert kinds(text) == ["body"]
    assert len(cut(text, passages(text))) == 1


def test_furniture_begins_at_a_cue_in_the_last_half():
    text = (
        "The Title\n\n"
        + "A body sentence. " * 10
        + "\n\nLeave a Reply\n\nYour e-mail. It is not shown."
    )
    assert kinds(text) == ["title", "body", "boilerplate", "boilerplate"]
    assert len(cut(text, passages(text))) == 1 + 10 + 1 + 2


@pytest.mark.parametrize(
    "cue",
    ["Leave a Reply", "LEAVE A COMMENT:", "3 Comments", "Related Articles", "Subscribe to our newsletter",
     "Share this:", "© 2024 The Paper", "Schreibe einen Kommentar", "Ähnliche Artikel", "À lire aussi",
     "Deja un comentario", "Leggi anche", "Leia também", "Оставить комментарий", "دیدگاهتان را بنویسید",
     "اترك تعليقاً", "相关文章", "関連記事", "संबंधित खबरें", "Editor’s Picks", "İlgili haberler", "» Read more «",
     "Lees ook", "Dodaj komentarz", "Читайте также:", "Baca juga: Dua orang terluka", "תגיות: כלכלה",
     "यह भी पढ़ें", "责任编辑：王明", "あわせて読みたい", "اقرأ أيضاً: الوزير", "برچسب‌ها: تهران", "Auch interessant", "À voir aussi"],
)  # fmt: skip
def test_cues_are_known_in_many_languages(cue):
    assert (
        kinds("A body sentence stands here, long enough.\n\n" * 3 + cue + "\nMore")[-2:]
        == ["boilerplate"] * 2
    )


@pytest.mark.parametrize(
    "line",
    ["Related deaths were reported across the whole country on Sunday.", "He wanted to share this with her.",
     "x" * 200, "Comments were few.", "", "Discussion", "Nachrichten", "More from the field came in.", "Empfehlungen", "来源：新华社"],
)  # fmt: skip
def test_a_sentence_of_the_article_is_no_cue(line):
    assert "boilerplate" not in kinds("A body sentence.\n\n" * 3 + line)


def test_a_cue_in_the_first_half_is_text():
    assert "boilerplate" not in kinds("Title\n\nRelated\n\n" + "A body sentence. " * 9)
    assert "boilerplate" not in kinds("Leave a Reply")


def test_a_cue_inside_a_block_parts_it():
    text = "A body sentence stands here, long enough.\n\nThe last of it.\nShare this:\nMail"
    assert kinds(text) == ["body", "body", "boilerplate", "boilerplate"]


def test_the_language_is_guessed_for_the_whole_text():
    text = "Der Titel\n\nDas ist nicht der Anfang, und es war so.\n\nAm 3. Mai kam er."
    assert len(cut(text, passages(text))) == 3
    assert len(cut(text, passages(text), "en")) == 4


def body(*lines: str, kind: PassageKind = PassageKind.BODY) -> tuple[str, list[Passage]]:
    """A text of these paragraphs, as a format with marks would give it."""
    given, place = [], 0
    for line in lines:
        given.append(Passage(kind, place, place + len(line)))
        place += len(line) + 2
    return "\n\n".join(lines), given


def test_a_format_that_knows_no_title_and_no_furniture_is_told_both():
    text, given = body("A Headline", "It is so. " * 9, "Leave a Reply", "Your name")
    assert [one.kind.value for one in told(text, given)] == [
        "title",
        "body",
        "boilerplate",
        "boilerplate",
    ]
    assert [one.span for one in told(text, given)] == [one.span for one in given]


def test_what_a_format_knows_is_believed():
    text, given = body("A Headline", "Second", "It is so. " * 9, "Leave a Reply")
    given[1] = given[1]._replace(kind=PassageKind.TITLE)
    given[2] = given[2]._replace(kind=PassageKind.BOILERPLATE)
    assert told(text, given) == given


def test_heads_and_feet_of_pages_do_not_tell_the_tail():
    text, given = body("A Headline", "It is so. " * 9, "Leave a Reply", "Page 1")
    given[3] = given[3]._replace(kind=PassageKind.BOILERPLATE)
    kinds_told = [one.kind.value for one in told(text, given, running=True)]
    assert kinds_told == ["title", "body", "boilerplate", "boilerplate"]
    assert [one.kind.value for one in told(text, given)] == ["title", "body", "body", "boilerplate"]


def test_furniture_above_an_article_does_not_hide_the_tail_of_it():
    text, given = body("View in browser", "A Headline", "It is so. " * 9, "Leave a Reply", "Name")
    given[0] = given[0]._replace(kind=PassageKind.BOILERPLATE)
    assert [one.kind.value for one in told(text, given)] == [
        "boilerplate",
        "title",
        "body",
        "boilerplate",
        "boilerplate",
    ]


def test_a_cue_in_the_first_half_makes_nothing_furniture():
    text, given = body("A Headline", "Comments", "It is so. " * 9)
    assert [one.kind.value for one in told(text, given)] == ["title", "body", "body"]


@pytest.mark.parametrize(
    "kind", [PassageKind.LIST_ITEM, PassageKind.CAPTION, PassageKind.QUOTATION]
)
def test_a_first_item_caption_or_quotation_is_no_title(kind):
    text, given = body("The first of it", "It is so.")
    given[0] = given[0]._replace(kind=kind)
    assert told(text, given) == given


def test_a_heading_may_be_the_title_but_nothing_alone_is():
    text, given = body("A Headline", "It is so.", kind=PassageKind.HEADING)
    assert told(text, given)[0].kind is PassageKind.TITLE
    assert told("A Headline", given[:1]) == given[:1]
    assert told("", []) == []


def test_a_first_sentence_is_no_title_of_a_format_either():
    text, given = body("It is so.", "It is so.")
    assert told(text, given) == given
