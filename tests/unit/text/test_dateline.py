"""The dateline of an article: found where one is, its parts told apart, nothing else taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Passage, PassageKind
from annotator.text.dateline import LONGEST, Dateline, dateline
from annotator.text.passages import passages


def article(line: str) -> str:
    return f"The Title of It\n\n{line} and so on, as articles do.\n\nMore of it."


def parts(line: str) -> tuple[str | None, ...] | None:
    """Place, agency and day, and the whole dateline."""
    text = article(line)
    found = dateline(text, passages(text))
    if found is None:
        return None
    spans = (found.place, found.agency, found.day)
    return (
        *(text[span.start : span.end] if span else None for span in spans),
        text[found.start : found.end],
    )


@pytest.mark.parametrize(
    ("line", "place", "agency", "day", "whole"),
    [
        ("TEHRAN, Jan. 3 (Reuters) – Two bombs", "TEHRAN", "Reuters", "Jan. 3", "TEHRAN, Jan. 3 (Reuters)"),
        ("BERLIN – Die Polizei", "BERLIN", None, None, "BERLIN"),
        ("(AP) -- Two men", None, "AP", None, "(AP)"),
        ("WASHINGTON (AP) — The", "WASHINGTON", "AP", None, "WASHINGTON (AP)"),
        ("SIOUX FALLS, S.D. (AP) — “It is”", "SIOUX FALLS, S.D.", "AP", None, "SIOUX FALLS, S.D. (AP)"),
        ("WASHINGTON, D.C., Jan. 3, 2024 – The", "WASHINGTON, D.C.", None, "Jan. 3, 2024", "WASHINGTON, D.C., Jan. 3, 2024"),
        ("KYIV, Ukraine — Russian", "KYIV, Ukraine", None, None, "KYIV, Ukraine"),
        ("NEW YORK/LONDON, Jan 3 (Reuters) - Oil", "NEW YORK/LONDON", "Reuters", "Jan 3", "NEW YORK/LONDON, Jan 3 (Reuters)"),
        ("LONDON, Wednesday (Reuters) – 12 men", "LONDON", "Reuters", "Wednesday", "LONDON, Wednesday (Reuters)"),
        ("BERLIN (dpa) , 3. Mai – Der", "BERLIN", "dpa", "3. Mai", "BERLIN (dpa) , 3. Mai"),
        ("RIO DE JANEIRO – O", "RIO DE JANEIRO", None, None, "RIO DE JANEIRO"),
        ("Frankfurt am Main (dpa) – Die", "Frankfurt am Main", "dpa", None, "Frankfurt am Main (dpa)"),
        ("(ANSA) - ROMA, 03 GEN - Due", "ROMA", "ANSA", "03 GEN", "(ANSA) - ROMA, 03 GEN"),
        ("Washington, 3 ene (EFE).- El", "Washington", "EFE", "3 ene", "Washington, 3 ene (EFE)"),
        ("PARIS, 3 janv. (AFP) – Le", "PARIS", "AFP", "3 janv.", "PARIS, 3 janv. (AFP)"),
        ("МОСКВА, 3 янв — РИА Новости. Два", "МОСКВА", "РИА Новости", "3 янв", "МОСКВА, 3 янв — РИА Новости"),
        ("МОСКВА, 3 янв — Два взрыва", "МОСКВА", None, "3 янв", "МОСКВА, 3 янв"),
        ("JAKARTA, KOMPAS.com – Dua", "JAKARTA", "KOMPAS.com", None, "JAKARTA, KOMPAS.com"),
        ("تهران – ایرنا – دو", "تهران", "ایرنا", None, "تهران – ایرنا"),
        ("طهران (رويترز) – قتل", "طهران", "رويترز", None, "طهران (رويترز)"),
        ("TEHRAN, 3 January 2024 and 4 – The", "TEHRAN", None, "3 January 2024 and 4", "TEHRAN, 3 January 2024 and 4"),
    ],
)  # fmt: skip
def test_a_dateline_is_found_with_what_is_in_it(line, place, agency, day, whole):
    assert parts(line) == (place, agency, day, whole)


def test_a_lone_name_in_small_letters_is_who_publishes_and_not_certain():
    assert parts("Wagswoofs – Two explosions") == (None, "Wagswoofs", None, "Wagswoofs")
    for line, certain in (("Wagswoofs – Two explosions", False), ("BERLIN – Die Polizei", True)):
        text = article(line)
        found = dateline(text, passages(text))
        assert found is not None
        assert found.certain is certain


@pytest.mark.parametrize(
    "line",
    [
        "No dash is here", "He left – Then she came", "However – The man", "WASHINGTON — the small letter", "2024 – The year",
        "A – B is a letter", "Q: – The end", "The mayor, the cook (AP) – The", "BERLIN, Jan. 3, HAMBURG – The", "of the – The",
        "BERLIN, HAMBURG, BREMEN – The", "BERLIN (AP), Bremen, Ulm, Kiel – The", "X" * 61 + " – The", "BERLIN – – The", "BERLIN",
        "BERLIN of – The", "One Two Three Four Five Six – The", "In einem kleinen Dorf – Das", "3 – 5 men", "“BERLIN” – The",
        "یک دو سه چهار – دو", "WASHINGTON, the 3 men who saw it all happen – The",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_dateline_is_none(line):
    assert parts(line) is None


def test_only_the_first_body_passage_has_one():
    text = "BERLIN – A Title\n\nThe body begins here.\n\nBERLIN – No dateline."
    assert dateline(text, passages(text)) is None
    assert dateline("BERLIN – Die", [Passage(PassageKind.HEADING, 0, 12)]) is None
    assert dateline("", []) is None


def test_the_dash_may_not_end_the_passage():
    assert dateline("BERLIN –", [Passage(PassageKind.BODY, 0, 8)]) is None


def test_an_agency_behind_the_dash_needs_a_day_and_a_name():
    assert parts("МОСКВА — РИА Новости. Два") == ("МОСКВА", None, None, "МОСКВА")
    assert parts("МОСКВА, 3 янв — два взрыва. Дым") is None
    assert parts("BERLIN, 3. Mai (dpa) – Der Mann. Die") == (
        "BERLIN",
        "dpa",
        "3. Mai",
        "BERLIN, 3. Mai (dpa)",
    )


PIECES = st.sampled_from(
    [
        "BERLIN",
        "Rome",
        "the",
        "Jan.",
        "3",
        "(AP)",
        "(",
        ")",
        ",",
        " ",
        "–",
        "--",
        "-",
        ".",
        "\n",
        "ت",
        "\ud800",
        "\u200f",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_any_text_has_a_dateline_or_none_and_its_parts_lie_inside(text):
    found = dateline(text, passages(text))
    assert found == dateline(text, passages(text))
    if found is None:
        return
    assert isinstance(found, Dateline)
    assert 0 < found.end - found.start <= LONGEST
    assert text[found.start : found.end].strip() == text[found.start : found.end]
    for span in (found.place, found.agency, found.day):
        assert span is None or found.start <= span.start < span.end <= found.end
