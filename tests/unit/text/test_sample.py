"""The sample article comes out right: 1 title, 48 sentences in 26 paragraphs, furniture."""

from pathlib import Path

from annotator.domain.article import PassageKind
from annotator.text.passages import cut, passages

SAMPLE = Path(__file__).parents[3] / "seeds" / "kerman-explosions.txt"
TEXT = SAMPLE.read_text("utf-8")
PASSAGES = passages(TEXT)
CLAIMS = cut(TEXT, PASSAGES)


def claims_in(kind: PassageKind) -> list[str]:
    spans = [p for p in PASSAGES if p.kind is kind]
    return [TEXT[s.start : s.end] for s in CLAIMS if any(p.start <= s.start < p.end for p in spans)]


def test_passages_have_the_kinds_a_reader_sees():
    kinds = [p.kind.value for p in PASSAGES]
    assert kinds == ["title", *["body"] * 26, "boilerplate", "boilerplate"]


def test_forty_eight_sentences_stand_in_the_body():
    body = claims_in(PassageKind.BODY)
    assert len(body) == 48
    assert sum("U.S." in sentence for sentence in body) == 4
    assert all(sentence.rstrip("”")[-1] == "." for sentence in body)


def test_furniture_is_cut_too():
    assert claims_in(PassageKind.BOILERPLATE) == [
        "Leave a Reply",
        "Your email address will not be published.",
        "Required fields are marked *",
    ]


def test_the_title_is_one_claim():
    assert claims_in(PassageKind.TITLE) == [TEXT[: TEXT.index("\n")]]


def test_a_quotation_of_one_sentence_with_its_speaker_is_one():
    assert any(
        s.startswith("He further added, “The") and s.endswith("Soleimani.”")
        for s in claims_in(PassageKind.BODY)
    )
